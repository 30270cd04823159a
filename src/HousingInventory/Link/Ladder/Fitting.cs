using System.Runtime.InteropServices;
using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Counts the registrations whose address fits more homes than can be named, by the homes that they fit: each belongs to one of them. Sums only.
/// </summary>
internal sealed class Fitting
{
    /// <summary>One home of more than this many tells nothing about any of them; such registrations are of their postal code.</summary>
    public const int MostHomes = 600;

    private readonly Dictionary<HomeSet, (long Singles, long Households)> _byHomes = [];

    /// <summary>The sets of homes that are fitted.</summary>
    public IEnumerable<int[]> Sets => _byHomes.Keys.Select(static s => s.Houses);

    /// <summary>Persons in all.</summary>
    public long Persons { get; private set; }

    /// <summary>Enters a registration of so many persons.</summary>
    /// <param name="houses">The homes that it fits.</param>
    /// <param name="persons">How many are registered in the row.</param>
    public void Enter(IReadOnlyList<HouseIndex> houses, int persons)
    {
        Persons += persons;
        int[] sorted = [.. houses.Select(static h => h.At).Order()];
        Add(new HomeSet(sorted), persons == 1 ? 1 : 0, persons == 1 ? 0 : 1);
    }

    /// <summary>Adds what another thread entered.</summary>
    public void Add(Fitting other)
    {
        Persons += other.Persons;
        foreach ((HomeSet set, (long singles, long households)) in other._byHomes)
        {
            Add(set, singles, households);
        }
    }

    /// <summary>How many homes the registrations of each set stand for, its single rows being taken for households; in the order of the sets, so that it does not matter who was entered first.</summary>
    /// <param name="size">Households that did find their home.</param>
    public IReadOnlyList<UnplacedAmong> Homes(HouseholdSizes size) =>
    [
        .. _byHomes.OrderBy(static f => f.Key).Select(f => new UnplacedAmong(
            f.Key.Houses,
            f.Value.Households + Math.Ceiling(f.Value.Singles / Math.Max(1, size.Mean)))),
    ];

    private void Add(HomeSet set, long singles, long households)
    {
        ref (long Singles, long Households) sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_byHomes, set, out _);
        sum = (sum.Singles + singles, sum.Households + households);
    }

    private readonly record struct HomeSet(int[] Houses) : IComparable<HomeSet>
    {
        public bool Equals(HomeSet other) => Houses.AsSpan().SequenceEqual(other.Houses);

        public override int GetHashCode()
        {
            HashCode hash = default;
            hash.AddBytes(MemoryMarshal.AsBytes<int>(Houses));
            return hash.ToHashCode();
        }

        public int CompareTo(HomeSet other) => Houses.AsSpan().SequenceCompareTo(other.Houses);
    }
}
