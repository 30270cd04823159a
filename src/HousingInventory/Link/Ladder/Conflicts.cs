using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>What holds where the written address and the stated ground of one registration disagree.</summary>
internal sealed class Conflicts(LinkRegisters registers, Clues clues)
{
    /// <summary>Evidence that names more houses than this names none.</summary>
    public const int MostNamed = 5;

    /// <summary>As <see cref="MostNamed"/>, for homes of the one property that is all the evidence: villas of a company, cabins of a society.</summary>
    public const int MostOnProperty = 60;

    /// <summary>A house without an address this near an address of the same writing may share it.</summary>
    private const double NeighbourM = 150;

    /// <summary>"Norrby 4" is no misspelt "Norrbyn 4" where the property register has a tract Norrby and that address does not lie in it.</summary>
    public bool IsAnotherVillage()
    {
        int tract = clues.Text.TractIn(registers.Properties);
        return tract >= 0 && !clues.Keep(a => registers.PropertyOfAddress[a] is >= 0 and int p && registers.Properties.TractOf[p] == tract);
    }

    /// <summary>
    /// The written address lies elsewhere than the stated property, which has homes. Mostly the property is an old one, or the land's and not the house's: then
    /// the address holds, and the answer is null. But a slip in the number, or an address that the register lacks, looks the same.
    /// </summary>
    public Answer? AgainstProperty(int level)
    {
        List<HouseIndex> homes = clues.Stated.Homes;
        List<HouseIndex> named = [];
        clues.Stated.AddSlips(clues.Addresses, named);
        if (named.Count > 0)
        {
            return Either(named);
        }

        // Two houses that share one address, A and B dropped: the property tells which.
        if (StatedHomeNearby(clues.HousesOfAddresses()) is { } near)
        {
            return near;
        }

        // The address register lacks the whole place, and another place has a street of that name.
        if (!homes.Exists(h => registers.HasAddress[h.At]) && clues.Stated.Properties.TrueForAll(p => registers.Properties.TractOf[p] is >= 0 and int t && registers.IsBareTract[t]))
        {
            return homes.Count == 1
                ? Answer.Linked(LinkLevel.Property, homes[0])
                : OrOfText(Tie(homes, Doubt.UnplacedOnProperty, UnlinkedReason.SeveralHomesOnProperty));
        }

        return homes.Exists(h => registers.HasAddress[h.At]) || (homes.Count > 1 && level != LinkLevel.AddressSpelling) ? null
            : homes.Count == 1 && level == LinkLevel.AddressSpelling ? Answer.Linked(LinkLevel.Property, homes[0])
            : Either([.. homes]);
    }

    /// <summary>
    /// An answer by the written address, against a stated property of which no home has an address: the register may lack theirs, and know others of the same writing. So
    /// those homes are doubtful too.
    /// </summary>
    public Answer WithStatedHomes(Answer answer)
    {
        List<HouseIndex> named = [];
        foreach (int p in clues.Stated.Properties)
        {
            HouseIndex[] homes = registers.HomesOnProperty[p];
            named.AddNew(Array.Exists(homes, h => registers.HasAddress[h.At]) ? [] : homes);
        }

        if (named.Count is 0 or > MostNamed)
        {
            return answer;
        }

        // What fits too many to be named is still counted among those: it has no doubt of its own.
        named.AddNew((ReadOnlySpan<HouseIndex>)[.. answer.Named]);
        return answer with { Placement = answer.Placement with { Doubt = answer.OneOf.Count > 0 ? Doubt.None : Doubt.UncertainAddress }, Named = named };
    }

    /// <summary>
    /// The address is known, its house only by the place of the point, and that lies off the stated property, which has homes close by without an address: the
    /// point was put down on the wrong side of a border. Null where it is not so.
    /// </summary>
    /// <param name="meant">The houses that the address means.</param>
    public Answer? StatedHomeNearby(List<HouseIndex> meant)
    {
        List<HouseIndex> homes = clues.Stated.Homes;
        if (homes.Count == 0 || meant.Exists(homes.Contains))
        {
            return null;
        }

        List<HouseIndex> near = homes.FindAll(h => !registers.HasAddress[h.At]
            && clues.Addresses.Exists(a => registers.TieOfAddress[a] != AddressTie.Entrance && registers.Distance(a, h) <= NeighbourM));
        if (near.Count == 0)
        {
            return null;
        }

        // A point in the outline of another house is no slip of the border: that house may be meant all the same.
        List<HouseIndex> named = clues.Addresses.Exists(a => registers.TieOfAddress[a] == AddressTie.InOutline) ? [.. meant] : [];
        if (homes.Count == 1)
        {
            Answer answer = Answer.Linked(LinkLevel.Property, homes[0]);
            return named.Count is > 0 and <= MostNamed ? answer with { Placement = answer.Placement with { Doubt = Doubt.UncertainAddress }, Named = named } : answer;
        }

        named.AddNew(near);
        return Tie(named, Doubt.UnplacedOnProperty, UnlinkedReason.SeveralHomesOnProperty);
    }

    /// <summary>Addresses of one writing beside each other are one address of several houses, A and B dropped.</summary>
    public bool AreNeighbours(List<HouseIndex> houses) => clues.Addresses.TrueForAll(a => houses.TrueForAll(h => registers.Distance(a, h) <= NeighbourM));

    /// <summary>What the other keys of a registration say that was linked. Reads the written address, where an id made that unnecessary.</summary>
    public Disagreement Others(in RegistrationView r, in Placement linked)
    {
        HouseIndex home = linked.House;
        List<HouseIndex> stated = clues.Stated.Homes;
        bool elsewhere = stated.Count > 0 && !stated.Contains(home);
        HouseIndex[]? byProperty = elsewhere ? stated.Count <= MostNamed ? [.. stated] : [] : null;
        if (linked.Level > LinkLevel.AddressId || r.AddressText.IsEmpty)
        {
            return new(false, HouseIndex.None, stated.Count > 0, byProperty);
        }

        if (linked.Level == LinkLevel.DwellingId)
        {
            clues.Addresses.Clear();
            clues.Addresses.AddRange(linked.Dwelling >= 0 ? registers.Dwellings.AddressesOf[linked.Dwelling] : []);
        }

        // Nearly every text is letter for letter that of the address that the id means.
        foreach (int a in clues.Addresses)
        {
            if (registers.AddressList[a].IsWritten(r.AddressText))
            {
                return new(true, HouseIndex.None, stated.Count > 0, byProperty);
            }
        }

        // A home of the same property or beside it may well have the other entrance's address.
        bool clear = clues.ReadText(r) && clues.Text.Cost < AddressMatcher.LooseCost && (clues.Narrow(r) || !clues.IsElsewhere(r));
        List<HouseIndex> named = clear ? clues.HousesOfAddresses() : [];
        bool compared = named.Count == 1 || named.Contains(home);
        bool other = compared && !named.Contains(home) && !clues.Addresses.Exists(a => registers.Distance(a, home) <= NeighbourM);
        return new(compared, other ? named[0] : HouseIndex.None, stated.Count > 0, byProperty);
    }

    /// <summary>
    /// Houses that may be meant, and nothing bears it out: they are doubtful, and the registration stays as unlinked as if they were not named, since it may as well belong to another
    /// home of its postal code. Null where they are none or many.
    /// </summary>
    public static Answer? Perhaps(List<HouseIndex> named, int name) =>
        named.Count is 0 or > MostNamed ? null : new(Placement.Unlinked(UnlinkedReason.AddressUnknown) with { Name = name }, [.. named]);

    /// <summary>Several houses, and nothing tells which.</summary>
    public Answer Tie(List<HouseIndex> named, Doubt doubt, UnlinkedReason reason, int most = MostNamed)
    {
        if (named.Count == 1)
        {
            return Answer.Linked(LinkLevel.AddressText, named[0]);
        }

        bool tooMany = named.Count > most;
        Placement placement = Placement.Unlinked(reason) with
        {
            Doubt = tooMany ? Doubt.None : doubt,
            Name = tooMany && clues.TextIsRead ? clues.Text.KnownName : -1,
            Tract = tooMany && clues.Stated.Properties.Count > 0 ? registers.Properties.TractOf[clues.Stated.Properties[0]] : -1,
        };
        return new(placement, tooMany ? [] : [.. named]) { OneOf = tooMany ? [.. named] : [] };
    }

    // Where the property has too many homes to name one, the written address may be meant all the same.
    private Answer OrOfText(in Answer answer)
    {
        List<HouseIndex> named = clues.HousesOfAddresses();
        return answer.Named.Count > 0 || named.Count is 0 or > MostNamed ? answer
            : answer with { Named = [.. named] };
    }

    // The houses that the property means, or those of the address.
    private Answer Either(List<HouseIndex> named)
    {
        named.AddNew(clues.HousesOfAddresses());
        return Tie(named, Doubt.UncertainAddress, UnlinkedReason.SeveralAddresses);
    }
}
