using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// What one registration says about where it belongs: the ground that it states, its written address once a rung has read it, and the addresses that the rung
/// at hand takes it to mean. Holds scratch memory: one per thread, taken anew for each registration.
/// </summary>
internal sealed class Clues(LinkRegisters registers)
{
    /// <summary>The point of an address may stand this far from its house,</summary>
    private const double DriveM = 300;

    /// <summary>which is one of so many nearest without an address.</summary>
    private const int MostOnDrive = 2;

    private readonly List<(int Shape, double DistanceM)> _near = [];
    private readonly List<int> _scratch = [];
    private readonly List<int> _kept = [];
    private readonly List<HouseIndex> _houses = [];

    /// <summary>The ground that it states.</summary>
    public StatedGround Stated { get; } = new(registers);

    /// <summary>Its written address, as it was read; says nothing before <see cref="TextIsRead"/>.</summary>
    public AddressMatcher Text { get; } = new(registers.Addresses) { TextsLackLetters = registers.TextsLackLetters };

    /// <summary>Whether a rung has read the written address.</summary>
    public bool TextIsRead { get; private set; }

    /// <summary>Whether the written address means addresses of the register.</summary>
    public bool TextIsFound { get; private set; }

    /// <summary>The addresses that the rung at hand takes it to mean.</summary>
    public List<int> Addresses { get; } = [];

    /// <summary>Addresses that it means and whose building is not known.</summary>
    public List<int> BareAddresses { get; } = [];

    /// <summary>The kinds of key that were looked up so far.</summary>
    public KeyKinds Tried { get; private set; }

    /// <summary>Those of them that the registers know.</summary>
    public KeyKinds Found { get; private set; }

    /// <summary>Takes the next registration.</summary>
    public void Take(in RegistrationView r)
    {
        BareAddresses.Clear();
        TextIsRead = false;
        TextIsFound = false;
        Stated.Read(r);
        (Tried, Found) = (KeyKinds.None, KeyKinds.None);
        Tell(KeyKinds.Property, !r.Property.IsNone || !r.Designation.IsEmpty, Stated.Properties.Count > 0);
    }

    /// <summary>Notes that a kind of key was looked up, where it is carried at all.</summary>
    public void Tell(KeyKinds kind, bool carried, bool known)
    {
        Tried |= carried ? kind : KeyKinds.None;
        Found |= carried && known ? kind : KeyKinds.None;
    }

    /// <summary>Reads the written address; whether it means any address of the register.</summary>
    public bool ReadText(in RegistrationView r)
    {
        TextIsRead = true;
        TextIsFound = Text.Match(r.AddressText, r.Municipality) && !(Text.IsAreaOnly && Stated.Properties.Count > 0);
        Addresses.Clear();
        Addresses.AddRange(TextIsFound ? Text.Found : []);
        Tell(KeyKinds.Text, true, TextIsFound);
        return TextIsFound;
    }

    /// <summary>The written address means nothing after all.</summary>
    public void DropText() => TextIsFound = false;

    /// <summary>Of several addresses that fit, keeps those on the stated property, else those of the stated postal code, else of the stated town.</summary>
    /// <returns>Whether those that are kept lie on the stated property.</returns>
    public bool Narrow(in RegistrationView r)
    {
        if (Stated.Properties.Count > 0 && Keep(Stated.Holds))
        {
            return true;
        }

        int code = r.PostalCode != 0 ? r.PostalCode : Text.PostalCode;
        int town = registers.Addresses.TownId(r.PostTown);
        town = town != 0 ? town : Text.TownId;
        if (Addresses.Count > 1 && (code != 0 || town != 0))
        {
            _ = Keep(a => registers.Addresses.Fit(a, code, town) == AddressBook.PlaceFit.SameCode)
                || Keep(a => registers.Addresses.Fit(a, code, town) == AddressBook.PlaceFit.SameTown)
                || Keep(a => registers.Addresses.Fit(a, code, town) != AddressBook.PlaceFit.Contradicts);
        }

        return false;
    }

    /// <summary>Whether the row says another postal code and another town than every one of the addresses has.</summary>
    public bool IsElsewhere(in RegistrationView r)
    {
        int code = r.PostalCode != 0 ? r.PostalCode : Text.PostalCode;
        int town = registers.Addresses.TownId(r.PostTown);
        bool unknownTown = town == 0 && !string.IsNullOrWhiteSpace(r.PostTown);
        return code != 0 && (town != 0 || unknownTown) && Addresses.TrueForAll(a => registers.Addresses.IsElsewhere(a, code, town));
    }

    /// <summary>The postal code area in which the home of a registration seems to lie, 0 when nothing tells.</summary>
    public int Area(in RegistrationView r)
    {
        int code = r.PostalCode != 0 ? r.PostalCode : TextIsRead ? Text.PostalCode : 0;
        if (code != 0 && registers.Areas.IsKnown(code))
        {
            return TextIsRead && Text.KnownName >= 0 && registers.Areas.OfNameIn(Text.KnownName, code, registers.Addresses.TownId(r.PostTown)) is not 0 and int meant ? meant : code;
        }

        int tract = Stated.Properties.Count > 0 ? registers.Properties.TractOf[Stated.Properties[0]] : registers.Properties.FindTract(r.Designation);
        int ofTract = tract < 0 ? 0 : registers.Areas.OfTract[tract];
        // A street of that name lies elsewhere when the row has a postal code that the register lacks.
        return ofTract != 0 || !TextIsRead || Text.KnownName < 0 || code != 0 ? ofTract : registers.Areas.OfName(Text.KnownName);
    }

    /// <summary>Whether the written address names a street of the register with a number that it lacks: altogether, or in the stated postal code.</summary>
    public bool LacksNumber(in RegistrationView r)
    {
        if (!TextIsRead || TextIsFound || Text.LacksNumber || Text.KnownName < 0 || Text.IsAreaOnly)
        {
            return TextIsRead && Text.LacksNumber;
        }

        return registers.Areas.IsKnown(r.PostalCode != 0 ? r.PostalCode : Text.PostalCode) && Text.Writing != 0;
    }

    /// <summary>
    /// Of a written address that another town has, the one house of the stated postal code with that street and number and another letter: its other stair, or a slip of the
    /// letter. None where there is no such house, or several.
    /// </summary>
    public HouseIndex HouseOfOtherLetter(in RegistrationView r)
    {
        int code = r.PostalCode != 0 ? r.PostalCode : Text.PostalCode;
        _houses.Clear();
        foreach (AddressBook.Entry entry in Text.IsAreaOnly ? [] : Text.WithItsNumber)
        {
            if (registers.Addresses.Fit(entry.Address, code, 0) == AddressBook.PlaceFit.SameCode)
            {
                _houses.AddNew(registers.HousesOfAddress[entry.Address]);
            }
        }

        return _houses.Count == 1 ? _houses[0] : HouseIndex.None;
    }

    /// <summary>Homes without an address near the points of <see cref="BareAddresses"/>, each once: the point of a long drive stands at the road.</summary>
    public List<HouseIndex> HomesNearBareAddresses()
    {
        _houses.Clear();
        foreach (int a in BareAddresses)
        {
            _houses.AddNew((List<HouseIndex>)[.. registers.BareHomes.Near(registers.AddressList[a].X, registers.AddressList[a].Y, DriveM, _near, _scratch).Take(MostOnDrive).Select(static n => n.House)]);
        }

        return _houses;
    }

    /// <summary>Keeps the addresses that fit, if any does; else all.</summary>
    public bool Keep(Predicate<int> fits)
    {
        _kept.Clear();
        foreach (int a in Addresses)
        {
            if (fits(a))
            {
                _kept.Add(a);
            }
        }

        if (_kept.Count == 0)
        {
            return false;
        }

        Addresses.Clear();
        Addresses.AddRange(_kept);
        return true;
    }

    /// <summary>The houses of <see cref="Addresses"/>, each once; holds until it is asked again.</summary>
    public List<HouseIndex> HousesOfAddresses()
    {
        _houses.Clear();
        foreach (int a in Addresses)
        {
            _houses.AddNew(registers.HousesOfAddress[a]);
        }

        return _houses;
    }
}
