using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Which of the streets and villages of which a number is missing a house without an address may stand in: those of the houses round it. A street that has no such
/// house takes the nearest, since whoever writes it lives somewhere.
/// </summary>
internal sealed class StreetsAround
{
    /// <summary>A house without an address stands in the streets of the addressed houses this near;</summary>
    private const double StreetM = 150;

    /// <summary>where these are few, of the nearest few within this. Likewise a street without a house of its own has the nearest few within this.</summary>
    private const double VillageM = 500;

    private const int Few = 5;

    private readonly RegisterTies _ties;
    private readonly Dictionary<int, List<(int Street, int Area)>> _ofHouse = [];
    private readonly Dictionary<int, List<(int Street, int Area)>> _ofBare = [];
    private readonly HashSet<int> _homes = [];
    private readonly List<(int Shape, double DistanceM)> _near = [];
    private readonly List<int> _scratch = [];

    /// <summary>Finds the houses of the streets, those of all their addresses, a village's farms among them; and the homes that may be those of the missing numbers.</summary>
    /// <param name="ties">The registers.</param>
    /// <param name="residents">Persons by house: where some are registered, nobody else is looked for.</param>
    /// <param name="streets">The streets, as <see cref="AddressBook.NameOf"/> numbers them, each with the postal code that is meant, 0 for any.</param>
    public StreetsAround(RegisterTies ties, int[] residents, IEnumerable<(int Street, int Area)> streets)
    {
        _ties = ties;
        NameTable names = ties.Registers.Addresses.Names;
        (int Street, int Area)[] ordered = [.. streets.OrderBy(s => names.Compact(s.Street), StringComparer.Ordinal).ThenBy(static s => s.Area).ThenBy(static s => s.Street)];
        if (ordered.Length == 0)
        {
            return;
        }

        List<int>[] houses = Array.ConvertAll(ordered, HousesOf);
        HashSet<(int, int)> reached = [];
        int[] unregistered = [.. ties.Registers.BareHomes.All.Where(h => residents[h] == 0)];
        foreach (int house in unregistered)
        {
            List<(int, int)> around = Around(house);
            if (around.Count > 0)
            {
                _homes.Add(house);
                _ofBare[house] = around;
                reached.UnionWith(ties.Registers.BareHomes.IsHome(house) ? around : []);
            }
        }

        for (int s = 0; s < ordered.Length; s++)
        {
            _homes.UnionWith(reached.Contains(ordered[s]) ? [] : Nearest(houses[s], ordered[s].Street, residents));
        }
    }

    /// <summary>The homes without an address in which nobody is registered and which may stand in one of the streets.</summary>
    public IReadOnlySet<int> Homes => _homes;

    /// <summary>Those that a house stands in, by the houses round it, the nearest first.</summary>
    public List<(int Street, int Area)> Of(int house) => _ofBare.TryGetValue(house, out List<(int Street, int Area)>? streets) ? streets : Around(house);

    private List<int> HousesOf((int Street, int Area) street)
    {
        List<int> houses = [];
        AddressBook book = _ties.Registers.Addresses;
        foreach (AddressBook.Entry entry in book.EntriesOf(street.Street))
        {
            int code = book.PostalCodeOf(entry.Address);
            bool meant = street.Area == 0 || code == 0 || code == street.Area;
            foreach (HouseIndex house in meant ? _ties.Registers.HousesOfAddress[entry.Address] : [])
            {
                houses.Add(house.At);
                ref List<(int, int)>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofHouse, house.At, out _);
                list ??= [];
                if (!list.Contains(street))
                {
                    list.Add(street);
                }
            }
        }

        return houses;
    }

    private List<(int Street, int Area)> Around(int house)
    {
        if (_ofHouse.Count == 0)
        {
            return [];
        }

        List<int> addressed = Addressed(house, StreetM);
        addressed = addressed.Count >= Few ? addressed : [.. Addressed(house, VillageM).Take(Few)];
        return [.. addressed.SelectMany(h => _ofHouse.TryGetValue(h, out List<(int, int)>? streets) ? streets : []).Distinct()];
    }

    // Behind the houses of another street; else, where the village's addressed house lies far off, in the tract of its name.
    private IEnumerable<int> Nearest(List<int> houses, int street, int[] residents)
    {
        LinkRegisters registers = _ties.Registers;
        int[] near =
        [
            .. houses.Distinct().SelectMany(h => registers.BareHomes.Near(registers.Place[h].X, registers.Place[h].Y, VillageM, _near, _scratch).ToArray())
                .Where(n => residents[n.House.At] == 0).GroupBy(static n => n.House.At, static (house, all) => (House: house, DistanceM: all.Min(static n => n.DistanceM)))
                .OrderBy(static n => n.DistanceM).ThenBy(n => registers.Place[n.House].Y).ThenBy(n => registers.Place[n.House].X).Take(Few).Select(static n => n.House),
        ];
        int tract = near.Length > 0 ? -1 : registers.Properties.FindTractNamed(registers.Addresses.Names.Compact(street));
        return tract < 0 ? near : Enumerable.Range(0, registers.HomesOnProperty.Length).Where(p => registers.Properties.TractOf[p] == tract)
            .SelectMany(p => registers.HomesOnProperty[p]).Select(static h => h.At).Where(h => registers.BareHomes.IsHome(h) && residents[h] == 0).Distinct();
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
