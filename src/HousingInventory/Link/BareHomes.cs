using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// The dwelling houses that no address in force is tied to. One beside an addressed home is its further house; the others are somebody's home as likely as any, and
/// whoever's address leads to no house may live there.
/// </summary>
internal sealed class BareHomes
{
    /// <summary>Where no property map tells what belongs together, this near an addressed home a house is its further house.</summary>
    private const double YardM = 40;

    private readonly Shapes _outlines;
    private readonly LinkRegisters _registers;
    private readonly bool[] _isBare;
    private readonly bool[] _hasAddressedHome;

    public BareHomes(IReadOnlyList<Building> buildings, LinkRegisters registers, Shapes outlines)
    {
        (_registers, _outlines) = (registers, outlines);
        _isBare = [.. Enumerable.Range(0, buildings.Count).Select(b => buildings[b].IsDwelling && registers.HouseOf[b].At == b && !registers.HasAddress[b])];
        _hasAddressedHome = Array.ConvertAll(registers.HomesOnProperty, homes => Array.Exists(homes, h => registers.HasAddress[h.At]));
        MainHouseOf = FurtherHouses(buildings);
    }

    /// <summary>See <see cref="Linkage.MainHouseOf"/>; by house.</summary>
    public HouseIndex[] MainHouseOf { get; }

    /// <summary>All of them, further houses too, ascending.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, _isBare.Length).Where(h => _isBare[h]);

    /// <summary>Whether a house is one of them and no further house of an addressed one.</summary>
    public bool IsHome(int house) => _isBare[house] && !IsFurther(house);

    /// <summary>Whether a house stands beside a home with an address, on its property or in its yard: told secondary, and nobody's home.</summary>
    public bool IsFurther(int house) => !MainHouseOf[house].IsNone
        || (!_registers.HasAddress[house] && Array.Exists(_registers.PropertiesOfHouse[house], p => _hasAddressedHome[p]));

    /// <summary>The homes without an address near a place, nearest first; of equally near ones the one that lies farther south, then west.</summary>
    /// <param name="x">East, metres.</param>
    /// <param name="y">North, metres.</param>
    /// <param name="distanceM">How far at most, to the outline.</param>
    /// <param name="near">Scratch memory.</param>
    /// <param name="scratch">Scratch memory.</param>
    public IEnumerable<(HouseIndex House, double DistanceM)> Near(double x, double y, double distanceM, List<(int Shape, double DistanceM)> near, List<int> scratch)
    {
        near.Clear();
        _outlines.Near(x, y, distanceM, near, scratch);
        return near.Where(n => IsHome(_registers.HouseOf[n.Shape].At)).Select(n => (House: _registers.HouseOf[n.Shape], n.DistanceM))
            .GroupBy(static n => n.House, static (house, parts) => (house, parts.Min(static p => p.DistanceM)))
            .OrderBy(static n => n.Item2).ThenBy(n => _registers.Place[n.house.At].Y).ThenBy(n => _registers.Place[n.house.At].X);
    }

    private HouseIndex[] FurtherHouses(IReadOnlyList<Building> buildings)
    {
        HouseIndex[] main = new HouseIndex[buildings.Count];
        List<(int Shape, double DistanceM)> near = [];
        List<int> scratch = [];
        for (int b = 0; b < main.Length; b++)
        {
            main[b] = HouseIndex.None;
            if (!_isBare[b] || _registers.PropertiesOfHouse[b].Length > 0)
            {
                continue;
            }

            near.Clear();
            _outlines.Near(_registers.Place[b].X, _registers.Place[b].Y, YardM, near, scratch);
            near.Sort(static (x, y) => (x.DistanceM, x.Shape).CompareTo((y.DistanceM, y.Shape)));
            int found = near.FindIndex(n => n.Shape != b && buildings[n.Shape].IsDwelling && _registers.HasAddress[_registers.HouseOf[n.Shape].At]);
            main[b] = found < 0 ? HouseIndex.None : _registers.HouseOf[near[found].Shape];
        }

        return main;
    }
}
