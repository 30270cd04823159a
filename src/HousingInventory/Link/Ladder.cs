using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Takes one registration down the ladder: dwelling id, address id, written address, the same with a slip, property. Every answer rests on the registers and
/// this registration alone, never on other registrations, so taking one away can only make houses emptier. Holds scratch memory: one per thread.
/// </summary>
internal sealed class Ladder(LinkRegisters registers)
{
    /// <summary>Evidence that names more houses than this names none.</summary>
    public const int MostNamed = 5;

    /// <summary>A house without an address this near an address of the same writing may share it.</summary>
    private const double NeighbourM = 150;

    private readonly AddressMatcher _matcher = new(registers.Addresses);
    private readonly StatedGround _stated = new(registers);
    private readonly List<int> _addresses = [];
    private readonly List<int> _narrowed = [];
    private readonly List<int> _bareAddresses = [];
    private bool _textRead;
    private bool _textFound;

    /// <summary>After a tie: the houses that it names.</summary>
    public List<int> Named { get; } = [];

    /// <summary>Places one registration.</summary>
    public Placement Place(in RegistrationView r)
    {
        Named.Clear();
        _bareAddresses.Clear();
        _textRead = false;
        _stated.Read(r);
        bool namesProperty = _stated.Properties.Count > 0;
        Placement placement = ByDwelling(r) ?? ByAddressId(r) ?? ByText(r) ?? ByProperty(r);
        placement.NamesProperty = namesProperty;
        return placement;
    }

    private Placement? ByDwelling(in RegistrationView r)
    {
        int dwelling = registers.Dwellings.Find(r.Dwelling);
        if (dwelling < 0)
        {
            return null;
        }

        int building = registers.Dwellings.Building[dwelling];
        if (building >= 0)
        {
            return Placement.Linked(LinkLevel.DwellingId, registers.HouseOf[building], dwelling);
        }

        _addresses.Clear();
        _addresses.AddRange(registers.Dwellings.AddressesOf[dwelling]);
        return AtAddresses(r, LinkLevel.DwellingId, UnlinkedReason.SharedAddress, dwelling);
    }

    private Placement? ByAddressId(in RegistrationView r)
    {
        _addresses.Clear();
        registers.Addresses.FindKey(r.Address, _addresses);
        return _addresses.Count == 0 ? null : AtAddresses(r, LinkLevel.AddressId, UnlinkedReason.SharedAddress, -1);
    }

    private Placement? ByText(in RegistrationView r)
    {
        if (r.AddressText.IsEmpty)
        {
            return null;
        }

        _textRead = true;
        _textFound = _matcher.Match(r.AddressText, r.Municipality);
        if (!_textFound || (_matcher.IsAreaOnly && _stated.Properties.Count > 0))
        {
            _textFound = false;
            return null;
        }

        _addresses.Clear();
        _addresses.AddRange(_matcher.Found);
        bool onProperty = Narrow(r);
        if (!onProperty && _matcher.IsMisspelt && IsAnotherVillage())
        {
            _textFound = false;
            return null;
        }

        int level = _matcher.Cost < AddressMatcher.LooseCost ? LinkLevel.AddressText : LinkLevel.AddressSpelling;
        if (!onProperty && _stated.Homes.Count > 0 && AgainstProperty(level) is { } other)
        {
            return other;
        }

        return AtAddresses(r, level, _addresses.Count > 1 ? UnlinkedReason.SeveralAddresses : UnlinkedReason.SharedAddress, -1);
    }

    // "Norrby 4" is no misspelt "Norrbyn 4" where the property register has a tract Norrby and that address does not lie in it.
    private bool IsAnotherVillage()
    {
        int tract = _matcher.TractIn(registers.Properties);
        return tract >= 0 && !Keep(a => registers.PropertyOfAddress[a] is >= 0 and int p && registers.Properties.TractOf[p] == tract);
    }

    // Of several addresses that fit, those on the stated property, else those of the stated postal code, else of the stated town.
    private bool Narrow(in RegistrationView r)
    {
        if (_stated.Properties.Count > 0 && Keep(_stated.Holds))
        {
            return true;
        }

        int code = r.PostalCode != 0 ? r.PostalCode : _matcher.PostalCode;
        int town = registers.Addresses.TownId(r.PostTown);
        town = town != 0 ? town : _matcher.TownId;
        if (_addresses.Count > 1 && (code != 0 || town != 0))
        {
            _ = Keep(a => registers.Addresses.Fit(a, code, town) == AddressBook.PlaceFit.SameCode)
                || Keep(a => registers.Addresses.Fit(a, code, town) == AddressBook.PlaceFit.SameTown)
                || Keep(a => registers.Addresses.Fit(a, code, town) != AddressBook.PlaceFit.Contradicts);
        }

        return false;
    }

    private bool Keep(Predicate<int> fits)
    {
        _narrowed.Clear();
        foreach (int a in _addresses)
        {
            if (fits(a))
            {
                _narrowed.Add(a);
            }
        }

        if (_narrowed.Count == 0)
        {
            return false;
        }

        _addresses.Clear();
        _addresses.AddRange(_narrowed);
        return true;
    }

    // The written address lies elsewhere than the stated property, which has homes. Mostly the property is an old one, or the land's and not the house's: then
    // the address holds. But a slip in the number, or an address that the register lacks, looks the same.
    private Placement? AgainstProperty(int level)
    {
        _stated.AddSlips(_addresses, Named);
        if (Named.Count > 0)
        {
            return Either();
        }

        // Two houses that share one address, A and B dropped: the property tells which.
        if (StatedHomeNearby() is { } near)
        {
            return near;
        }

        if (_stated.Homes.Exists(h => registers.HasAddress[h]) || (_stated.Homes.Count > 1 && level != LinkLevel.AddressSpelling))
        {
            return null;
        }

        Named.AddNew(CollectionsMarshal.AsSpan(_stated.Homes));
        return Named.Count == 1 && level == LinkLevel.AddressSpelling ? Placement.Linked(LinkLevel.Property, Named[0]) : Either();
    }

    // Named holds what the property means; the address means its own houses.
    private Placement Either()
    {
        foreach (int a in _addresses)
        {
            Named.AddNew(registers.HousesOfAddress[a]);
        }

        return Tie(Doubt.UncertainAddress, UnlinkedReason.SeveralAddresses);
    }

    private Placement? AtAddresses(in RegistrationView r, int level, UnlinkedReason tie, int dwelling)
    {
        Named.Clear();
        foreach (int a in _addresses)
        {
            Named.AddNew(registers.HousesOfAddress[a]);
        }

        if (StatedHomeNearby() is { } home)
        {
            return home;
        }

        int number = r.DwellingNumber != 0 ? r.DwellingNumber : _textRead ? _matcher.DwellingNumber : 0;
        dwelling = dwelling >= 0 || _addresses.Count != 1 ? dwelling : registers.Dwellings.Find(_addresses[0], number);
        if (Named.Count > 1 && dwelling >= 0 && registers.Dwellings.Building[dwelling] is >= 0 and int building)
        {
            return Placement.Linked(level, registers.HouseOf[building], dwelling);
        }

        if (Named.Count > 1 && _stated.Homes.Count > 0)
        {
            _narrowed.Clear();
            _narrowed.AddRange(Named.FindAll(_stated.Homes.Contains));
            if (_narrowed.Count > 0)
            {
                Named.Clear();
                Named.AddRange(_narrowed);
            }
            else if (_stated.Homes.Count == 1 && tie == UnlinkedReason.SeveralAddresses)
            {
                return Placement.Linked(LinkLevel.Property, _stated.Homes[0]);
            }
        }

        switch (Named.Count)
        {
            case 0:
                _bareAddresses.AddNew(CollectionsMarshal.AsSpan(_addresses));
                return null;
            case 1:
                return Placement.Linked(level, Named[0], dwelling);
            default:
                tie = tie == UnlinkedReason.SeveralAddresses && AreNeighbours() ? UnlinkedReason.SharedAddress : tie;
                return Tie(tie == UnlinkedReason.SharedAddress ? Doubt.SharedAddress : Doubt.UncertainAddress, tie);
        }
    }

    // Addresses of one writing beside each other are one address of several houses, A and B dropped.
    private bool AreNeighbours() => _addresses.TrueForAll(a => Named.TrueForAll(h => registers.Distance(a, h) <= NeighbourM));

    // The address is known, its house only by the place of the point, and that lies off the stated property, which has homes close by without an address: the
    // point was put down on the wrong side of a border.
    private Placement? StatedHomeNearby()
    {
        if (_stated.Homes.Count == 0 || Named.Exists(_stated.Homes.Contains))
        {
            return null;
        }

        _narrowed.Clear();
        _narrowed.AddRange(_stated.Homes.FindAll(h => !registers.HasAddress[h]
            && _addresses.Exists(a => registers.TieOfAddress[a] != AddressTie.Entrance && registers.Distance(a, h) <= NeighbourM)));
        if (_narrowed.Count == 0)
        {
            return null;
        }

        if (_stated.Homes.Count == 1)
        {
            return Placement.Linked(LinkLevel.Property, _stated.Homes[0]);
        }

        if (!_addresses.Exists(a => registers.TieOfAddress[a] == AddressTie.InOutline))
        {
            Named.Clear();
        }

        Named.AddNew(CollectionsMarshal.AsSpan(_narrowed));
        return Tie(Doubt.UnplacedOnProperty, UnlinkedReason.SeveralHomesOnProperty);
    }

    private Placement ByProperty(in RegistrationView r)
    {
        Named.Clear();
        bool stated = _stated.Properties.Count > 0;
        if (!stated)
        {
            // The address is known, its building is not: the ground it lies on is evidence too.
            foreach (int a in _bareAddresses)
            {
                _stated.Add(registers.PropertyOfAddress[a]);
            }
        }

        if (_stated.Homes.Count == 1)
        {
            return Placement.Linked(LinkLevel.Property, _stated.Homes[0]);
        }

        if (_stated.Homes.Count > 1)
        {
            return AmongHomes();
        }

        foreach (int p in _stated.Properties)
        {
            Named.AddNew(registers.OthersOnProperty[p]);
        }

        if (Named.Count == 1)
        {
            return Placement.Linked(LinkLevel.Property, Named[0]);
        }

        Named.Clear();
        return Nowhere(r, _bareAddresses.Count > 0
            ? UnlinkedReason.AddressWithoutBuilding
            : stated ? UnlinkedReason.PropertyWithoutHome : r.Designation.IsEmpty && r.Property.IsNone ? UnlinkedReason.AddressUnknown : UnlinkedReason.PropertyUnknown);
    }

    private Placement AmongHomes()
    {
        // The address has no building, and just one house of the property has no address.
        if (_bareAddresses.Count > 0)
        {
            List<int> without = _stated.Homes.FindAll(h => !registers.HasAddress[h]);
            if (without.Count == 1)
            {
                return Placement.Linked(LinkLevel.Property, without[0]);
            }
        }

        if (_textRead && !_textFound && _stated.NearestWriting(_matcher) is >= 0 and int house)
        {
            return Placement.Linked(LinkLevel.AddressSpelling, house);
        }

        Named.Clear();
        Named.AddRange(_stated.Homes);
        return Tie(Doubt.UnplacedOnProperty, UnlinkedReason.SeveralHomesOnProperty);
    }

    private Placement Tie(Doubt doubt, UnlinkedReason reason)
    {
        if (Named.Count == 1)
        {
            return Placement.Linked(LinkLevel.AddressText, Named[0]);
        }

        bool tooMany = Named.Count > MostNamed;
        if (tooMany)
        {
            Named.Clear();
        }

        return Placement.Unlinked(reason) with
        {
            Doubt = tooMany ? Doubt.None : doubt,
            Name = tooMany && _textRead ? _matcher.KnownName : -1,
            Tract = tooMany && _stated.Properties.Count > 0 ? registers.Properties.TractOf[_stated.Properties[0]] : -1,
        };
    }

    private Placement Nowhere(in RegistrationView r, UnlinkedReason reason)
    {
        int tract = registers.Properties.FindTract(r.Designation);
        return Placement.Unlinked(reason) with
        {
            Property = _stated.Properties.Count == 1 ? _stated.Properties[0] : -1,
            Name = _textRead ? _matcher.KnownName : -1,
            Tract = tract < 0 && _textRead && _matcher.KnownName < 0 ? _matcher.TractIn(registers.Properties) : tract,
        };
    }
}
