using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Which of some streets and villages a house without an address stands in: those of the houses round it. Holds scratch memory: one per thread.
/// </summary>
internal sealed class StreetsAround
{
    /// <summary>A house without an address stands in the streets of the addressed houses this near;</summary>
    private const double StreetM = 150;

    /// <summary>where these are few, of the nearest few within this.</summary>
    private const double VillageM = 500;

    private const int Few = 5;

    private readonly RegisterTies _ties;
    private readonly Dictionary<int, List<(int Street, int Area)>> _ofHouse = [];
    private readonly List<(int Shape, double DistanceM)> _near = [];
    private readonly List<int> _scratch = [];

    /// <summary>Finds the houses of the streets: those of all their addresses, a village's farms among them.</summary>
    /// <param name="ties">The registers.</param>
    /// <param name="streets">The streets, as <see cref="AddressBook.NameOf"/> numbers them, each with the postal code that is meant, 0 for any.</param>
    public StreetsAround(RegisterTies ties, IEnumerable<(int Street, int Area)> streets)
    {
        _ties = ties;
        AddressBook book = ties.Registers.Addresses;
        foreach ((int street, int area) in streets)
        {
            foreach (AddressBook.Entry entry in book.EntriesOf(street))
            {
                int code = book.PostalCodeOf(entry.Address);
                bool meant = area == 0 || code == 0 || code == area;
                foreach (HouseIndex house in meant ? ties.Registers.HousesOfAddress[entry.Address] : [])
                {
                    ref List<(int, int)>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofHouse, house.At, out _);
                    list ??= [];
                    if (!list.Contains((street, area)))
                    {
                        list.Add((street, area));
                    }
                }
            }
        }
    }

    /// <summary>Those that a house may stand in, the nearest first.</summary>
    public List<(int Street, int Area)> Of(int house)
    {
        if (_ofHouse.Count == 0)
        {
            return [];
        }

        List<int> addressed = Addressed(house, StreetM);
        addressed = addressed.Count >= Few ? addressed : [.. Addressed(house, VillageM).Take(Few)];
        return [.. addressed.SelectMany(h => _ofHouse.TryGetValue(h, out List<(int, int)>? streets) ? streets : []).Distinct()];
    }

    // The houses that have any address, nearest first.
    private List<int> Addressed(int house, double distanceM)
    {
        _near.Clear();
        _ties.Outlines.Near(_ties.Registers.Place[house].X, _ties.Registers.Place[house].Y, distanceM, _near, _scratch);
        return
        [
            .. _near.Select(n => (n.DistanceM, n.Shape, House: _ties.Registers.HouseOf[n.Shape].At)).Where(n => _ties.AddressesOfHouse[n.House].Length > 0)
                .OrderBy(static n => n.DistanceM).ThenBy(static n => n.Shape).Select(static n => n.House).Distinct(),
        ];
    }
}
