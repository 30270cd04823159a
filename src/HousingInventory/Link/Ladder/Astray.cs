using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Counts the registrations that no home could take, by what they still tell of their place. Rows of one written address are one home, however many they are;
/// else a row of several persons is taken for a household, and a row of one may be a household, or one of a household whose other rows found their home.
/// </summary>
internal sealed class Astray
{
    private readonly Dictionary<Place, (long Singles, long Households)> _byPlace = [];

    /// <summary>Persons in all.</summary>
    public long Persons { get; private set; }

    /// <summary>Enters a registration of so many persons, with the kinds of key that it carries.</summary>
    public void Enter(in Placement placement, KeyKinds kinds, int persons)
    {
        Persons += persons;
        Add(new Place(placement.Area, placement.LacksNumber ? placement.Name : -1, kinds, placement.Writing), persons == 1 ? 1 : 0, persons == 1 ? 0 : 1);
    }

    /// <summary>Adds what another thread entered.</summary>
    public void Add(Astray other)
    {
        Persons += other.Persons;
        foreach ((Place at, (long singles, long households)) in other._byPlace)
        {
            Add(at, singles, households);
        }
    }

    /// <summary>
    /// How many homes the registrations seem to stand for, by postal code, street (where they have its name but no number of it, else -1), and kinds of key.
    /// </summary>
    /// <param name="size">Households that did find their home.</param>
    public SortedDictionary<(int Area, int Street, KeyKinds Kinds), double> Homes(HouseholdSizes size)
    {
        Dictionary<(int, int, KeyKinds), (long Singles, long Households)> sums = [];
        foreach ((Place at, (long Singles, long Households) rows) in _byPlace)
        {
            (long singles, long households) = AsHouseholds(at, rows);
            ref (long Singles, long Households) sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (at.Area, at.Street, at.Kinds), out _);
            sum = (sum.Singles + singles, sum.Households + households);
        }

        double weight = Weight(size);
        return new(sums.ToDictionary(s => s.Key, s => (s.Value.Singles * weight) + s.Value.Households));
    }

    /// <summary>How many homes one registration stands for, on average: 1 where whole households go astray, less where single rows do; 1 where none does.</summary>
    public double HomesPerRow(HouseholdSizes size)
    {
        (long singles, long households) = All();
        long rows = _byPlace.Values.Sum(a => a.Singles + a.Households);
        return rows == 0 ? 1 : ((singles * Weight(size)) + households) / rows;
    }

    private void Add(Place at, long singles, long households)
    {
        ref (long Singles, long Households) place = ref CollectionsMarshal.GetValueRefOrAddDefault(_byPlace, at, out _);
        place = (place.Singles + singles, place.Households + households);
    }

    // Several rows of one writing are a household, or the households of one house.
    private static (long Singles, long Households) AsHouseholds(Place at, (long Singles, long Households) rows) =>
        at.Writing != 0 && rows.Singles + rows.Households > 1 ? (0, 1) : rows;

    private (long Singles, long Households) All() => _byPlace.Select(a => AsHouseholds(a.Key, a.Value))
        .Aggregate((0L, 0L), static (all, a) => (all.Item1 + a.Singles, all.Item2 + a.Households));

    // How many homes a row of one person stands for.
    private double Weight(HouseholdSizes size)
    {
        (long singles, long households) = All();
        return singles == 0 ? 1 : size.HomesOfSingles(singles, households) / singles;
    }

    private readonly record struct Place(int Area, int Street, KeyKinds Kinds, int Writing);
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
