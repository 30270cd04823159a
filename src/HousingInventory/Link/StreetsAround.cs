namespace HousingInventory.Link;

/// <summary>
/// The streets and villages round a house, nearest first: a house whose address the register lacks stands most likely in one of them. Holds scratch memory: one per thread.
/// </summary>
internal sealed class StreetsAround(RegisterTies ties)
{
    /// <summary>A house without an address stands in the streets of the addressed houses this near;</summary>
    private const double StreetM = 150;

    /// <summary>where these are few, of the nearest few within this.</summary>
    private const double VillageM = 500;

    private const int Few = 5;

    private readonly List<(int Shape, double DistanceM)> _near = [];
    private readonly List<int> _scratch = [];

    /// <summary>Those streets, by the name as <see cref="AddressBook.NameOf"/> numbers it, and the postal code there, 0 when not known.</summary>
    public List<(int Name, int Area)> Of(int house)
    {
        List<int[]> addressed = Addressed(house, StreetM);
        addressed = addressed.Count >= Few ? addressed : [.. Addressed(house, VillageM).Take(Few)];
        AddressBook book = ties.Registers.Addresses;
        return [.. addressed.SelectMany(static a => a).Select(a => (Name: book.NameOf(a), book.PostalCodeOf(a))).Where(static s => s.Name >= 0).Distinct()];
    }

    // The addresses of each house that has any, nearest first.
    private List<int[]> Addressed(int house, double distanceM)
    {
        _near.Clear();
        ties.Outlines.Near(ties.Registers.Place[house].X, ties.Registers.Place[house].Y, distanceM, _near, _scratch);
        return
        [
            .. _near.Select(n => (n.DistanceM, n.Shape, House: ties.Registers.HouseOf[n.Shape].At)).Where(n => ties.AddressesOfHouse[n.House].Length > 0)
                .OrderBy(static n => n.DistanceM).ThenBy(static n => n.Shape).Select(static n => n.House).Distinct().Select(h => ties.AddressesOfHouse[h]),
        ];
    }
}
