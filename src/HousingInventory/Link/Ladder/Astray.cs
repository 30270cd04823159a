using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Counts the registrations that no home could take, by what they still tell of their place. A row of several persons is taken for a household; a row of one may
/// be a household, or one of a household whose other rows found their home.
/// </summary>
internal sealed class Astray
{
    private readonly Dictionary<(int Area, int Street, KeyKinds Kinds), (long Singles, long Households)> _byPlace = [];

    /// <summary>Persons in all.</summary>
    public long Persons { get; private set; }

    /// <summary>Enters a registration of so many persons, with the kinds of key that it carries.</summary>
    public void Enter(in Placement placement, KeyKinds kinds, int persons)
    {
        Persons += persons;
        ref (long Singles, long Households) place = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _byPlace, (placement.Area, placement.LacksNumber ? placement.Name : -1, kinds), out _);
        place = persons == 1 ? (place.Singles + 1, place.Households) : (place.Singles, place.Households + 1);
    }

    /// <summary>Adds what another thread entered.</summary>
    public void Add(Astray other)
    {
        Persons += other.Persons;
        foreach (((int, int, KeyKinds) at, (long singles, long households)) in other._byPlace)
        {
            ref (long Singles, long Households) mine = ref CollectionsMarshal.GetValueRefOrAddDefault(_byPlace, at, out _);
            mine = (mine.Singles + singles, mine.Households + households);
        }
    }

    /// <summary>How many homes the registrations seem to stand for, by postal code, street (where they have its name but no number of it, else -1) and kinds of key.</summary>
    /// <param name="size">Households that did find their home.</param>
    public SortedDictionary<(int Area, int Street, KeyKinds Kinds), double> Homes(HouseholdSizes size)
    {
        double weight = Weight(size);
        SortedDictionary<(int, int, KeyKinds), double> homes = [];
        foreach (((int, int, KeyKinds) at, (long one, long more)) in _byPlace)
        {
            homes.Add(at, (one * weight) + more);
        }

        return homes;
    }

    /// <summary>How many homes one registration stands for, on average: 1 where whole households go astray, less where single rows do; 1 where none does.</summary>
    public double HomesPerRow(HouseholdSizes size)
    {
        long singles = _byPlace.Values.Sum(a => a.Singles);
        long households = _byPlace.Values.Sum(a => a.Households);
        return singles + households == 0 ? 1 : ((singles * Weight(size)) + households) / (singles + households);
    }

    // How many homes a row of one person stands for.
    private double Weight(HouseholdSizes size)
    {
        long singles = _byPlace.Values.Sum(a => a.Singles);
        return singles == 0 ? 1 : size.HomesOfSingles(singles, _byPlace.Values.Sum(a => a.Households)) / singles;
    }
}

/// <summary>How large the households are that did find their home, in houses of one dwelling.</summary>
/// <param name="OfOne">Share of the homes in which one person is registered.</param>
/// <param name="Mean">Persons in a home, on average.</param>
internal readonly record struct HouseholdSizes(double OfOne, double Mean)
{
    /// <summary>
    /// How many homes single rows stand for, beside so many rows of whole households. Where whole households go astray, singles stand beside them in the ratio
    /// in which single households stand beside others; singles beyond that are single persons of households, of whom few live alone.
    /// </summary>
    public double HomesOfSingles(long singles, long households)
    {
        double alone = Math.Min(singles, OfOne >= 1 ? singles : households * OfOne / (1 - OfOne));
        return alone + ((singles - alone) * OfOne / Math.Max(1, Mean));
    }
}
