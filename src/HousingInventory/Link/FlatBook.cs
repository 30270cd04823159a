using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Counts the dwellings of each house that have a registration. Persons who are registered in the house but on no known dwelling make an interval: at least, if
/// each of them lives in a dwelling of its own; at most, if none does.
/// </summary>
internal sealed class FlatBook
{
    /// <summary>Houses with fewer dwellings than this are left out: the figure would tell about single households.</summary>
    public const int FewestDwellings = 5;

    private readonly HouseIndex[] _houseOfDwelling;
    private readonly bool[] _taken;
    private readonly int[] _loose;

    public FlatBook(LinkRegisters registers)
    {
        DwellingBook book = registers.Dwellings;
        _houseOfDwelling = new HouseIndex[book.Building.Length];
        _taken = new bool[book.Building.Length];
        _loose = new int[registers.HouseOf.Length];
        for (int i = 0; i < _houseOfDwelling.Length; i++)
        {
            _houseOfDwelling[i] = book.Building[i] is { IsNone: false } building ? registers.HouseOf[building.At] : OnlyHouse(book.AddressesOf[i], registers);
        }
    }

    /// <summary>Whether there is a dwelling register at all.</summary>
    public bool IsEmpty => _taken.Length == 0;

    /// <summary>The house of each dwelling of the register, none when it is not known.</summary>
    public IReadOnlyList<HouseIndex> HouseOfDwelling => _houseOfDwelling;

    /// <summary>Enters a linked registration. Safe from several threads as long as <paramref name="loose"/> is not shared.</summary>
    public void Enter(in Placement placement, int persons, int[] loose)
    {
        if (placement.Dwelling >= 0 && _houseOfDwelling[placement.Dwelling] == placement.House)
        {
            _taken[placement.Dwelling] = true;
        }
        else
        {
            loose[placement.House.At] += persons;
        }
    }

    /// <summary>Adds persons without a dwelling that one thread counted.</summary>
    public void AddLoose(int[] loose)
    {
        for (int h = 0; h < loose.Length; h++)
        {
            _loose[h] += loose[h];
        }
    }

    private static HouseIndex OnlyHouse(int[] addresses, LinkRegisters registers)
    {
        HouseIndex[] houses = [.. addresses.SelectMany(a => registers.HousesOfAddress[a]).Distinct()];
        return houses.Length == 1 ? houses[0] : HouseIndex.None;
    }

    /// <summary>
    /// Enters withheld keys: a dwelling that a key names has a registration, and an address or house that one names has one in some dwelling. So a house with a withheld
    /// home keeps its row and shows what it would show of anybody. Where no registration of the extract names its dwelling, none is seen to: then a key counts as a
    /// person of the house, as everybody else does.
    /// </summary>
    public void Enter(WithheldHomes withheld, LinkRegisters registers)
    {
        bool nobodyNamesDwellings = !_taken.Contains(true);
        HashSet<HouseIndex> houses = [];
        HashSet<int> addresses = [];
        foreach (int dwelling in withheld.Dwellings)
        {
            _taken[dwelling] = true;
            houses.Add(_houseOfDwelling[dwelling]);
            addresses.UnionWith(registers.Dwellings.AddressesOf[dwelling]);
        }

        ILookup<int, int> atAddress = Enumerable.Range(0, _taken.Length).SelectMany(d => registers.Dwellings.AddressesOf[d].Select(a => (Address: a, Dwelling: d)))
            .ToLookup(e => e.Address, e => e.Dwelling);
        ILookup<HouseIndex, int> inHouse = Enumerable.Range(0, _taken.Length).ToLookup(d => _houseOfDwelling[d]);
        foreach (int address in withheld.Addresses.Where(a => registers.HousesOfAddress[a].Length == 1 && addresses.Add(a)))
        {
            HouseIndex house = registers.HousesOfAddress[address][0];
            houses.Add(house);
            TakeOne(atAddress.Contains(address) ? atAddress[address] : inHouse[house]);
        }

        foreach (HouseIndex house in withheld.NamedHouses.Where(houses.Add))
        {
            TakeOne(inHouse[house]);
        }

        for (int d = 0; d < _taken.Length && nobodyNamesDwellings; d++)
        {
            if (_taken[d] && _houseOfDwelling[d] is { IsNone: false } house)
            {
                _loose[house.At]++;
            }

            _taken[d] = false;
        }
    }

    /// <summary>The intervals of all houses with enough dwellings, in house order.</summary>
    public List<FlatCount> Count()
    {
        int[] dwellings = new int[_loose.Length];
        int[] taken = new int[_loose.Length];
        for (int i = 0; i < _houseOfDwelling.Length; i++)
        {
            if (_houseOfDwelling[i] is { IsNone: false } house)
            {
                dwellings[house.At]++;
                taken[house.At] += _taken[i] ? 1 : 0;
            }
        }

        List<FlatCount> flats = [];
        for (int h = 0; h < dwellings.Length; h++)
        {
            if (dwellings[h] >= FewestDwellings)
            {
                int most = dwellings[h] - taken[h];
                flats.Add(new FlatCount(h, dwellings[h], Math.Max(0, most - _loose[h]), most));
            }
        }

        return flats;
    }

    private void TakeOne(IEnumerable<int> dwellings)
    {
        foreach (int free in dwellings.Where(d => !_taken[d]).Take(1))
        {
            _taken[free] = true;
        }
    }
}
