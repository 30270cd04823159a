using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Ties addresses to buildings as far as that is sure: by what the registers say about entrances and dwellings, and by the point in or at an outline. Points
/// that lie elsewhere (driveway, plot, roughly) are <see cref="HouseTies"/>' work.
/// </summary>
internal sealed class AddressTies
{
    /// <summary>A point this near an outline stands at the wall.</summary>
    public const double AtWallM = 5;

    /// <summary>Homes smaller than this are seldom main houses.</summary>
    public const double SmallM2 = 50;

    private readonly Registers _inputs;
    private readonly Grounds _grounds;
    private readonly Shapes _outlines;
    private readonly List<(int Shape, double DistanceM)> _near = [];
    private readonly List<int> _scratch = [];

    public AddressTies(Registers inputs, DwellingBook dwellings, Grounds grounds, Shapes outlines, Func<IdKey, BuildingIndex> findBuilding)
    {
        _inputs = inputs;
        _grounds = grounds;
        _outlines = outlines;
        BuildingsOf = new BuildingIndex[inputs.Addresses.Count][];
        TieOf = new AddressTie[inputs.Addresses.Count];
        DwellingsOf = new int[inputs.Addresses.Count];
        Array.Fill(BuildingsOf, []);
        Entrances(dwellings, findBuilding);
        Outlines();
    }

    /// <summary>Buildings of each address, ascending; empty for those that are left open.</summary>
    public BuildingIndex[][] BuildingsOf { get; }

    /// <summary>How surely each address is tied.</summary>
    public AddressTie[] TieOf { get; }

    /// <summary>How many dwellings the dwelling register has at each address.</summary>
    public int[] DwellingsOf { get; }

    /// <summary>Which buildings have an address so far.</summary>
    public bool[] Addressed()
    {
        bool[] addressed = new bool[_inputs.Buildings.Count];
        for (int a = 0; a < BuildingsOf.Length; a++)
        {
            foreach (BuildingIndex b in BuildingsOf[a])
            {
                addressed[b.At] |= _inputs.Addresses[a].InForce;
            }
        }

        return addressed;
    }

    private void Entrances(DwellingBook dwellings, Func<IdKey, BuildingIndex> findBuilding)
    {
        // Nearly every address has one building; a list is made for the second.
        int[] first = new int[BuildingsOf.Length];
        Array.Fill(first, -1);
        Dictionary<int, List<int>> several = [];
        for (int a = 0; a < first.Length; a++)
        {
            foreach (string key in _inputs.Addresses[a].BuildingKeys)
            {
                Put(a, findBuilding(IdKey.Of(key)).At);
            }
        }

        for (int d = 0; d < dwellings.Building.Length; d++)
        {
            foreach (int a in dwellings.AddressesOf[d])
            {
                DwellingsOf[a]++;
                Put(a, dwellings.Building[d].At);
            }
        }

        for (int a = 0; a < first.Length; a++)
        {
            if (first[a] >= 0)
            {
                Tie(a, [first[a]], AddressTie.Entrance);
            }
        }

        foreach ((int a, List<int> buildings) in several)
        {
            // A garage with an entrance of its own is nobody's home beside a house.
            List<int> homes = buildings.FindAll(b => !_inputs.Buildings[b].IsOutbuilding);
            Tie(a, homes.Count > 0 ? homes : buildings, AddressTie.Entrance);
        }

        void Put(int address, int building)
        {
            if (building < 0 || building == first[address])
            {
                return;
            }

            if (first[address] < 0)
            {
                first[address] = building;
            }
            else if (several.TryGetValue(address, out List<int>? list))
            {
                list.Add(building);
            }
            else
            {
                several.Add(address, [first[address], building]);
            }
        }
    }

    private void Outlines()
    {
        ForEachOpen(Inside);

        // On a property where another house has no address yet, the wall may be that of the main house in front of the one that is meant: those are dealt out
        // later.
        bool[] addressed = Addressed();
        ForEachOpen(a => AtWall(a) is >= 0 and int building && DwellingsOf[a] <= 1 && !HasFreeNeighbour(building, addressed) ? building : -1);
    }

    private bool HasFreeNeighbour(int building, bool[] addressed)
    {
        foreach (int p in IsDwelling(building) ? _grounds.PropertiesOf[building] : [])
        {
            if (_grounds.Dwellings[p].Exists(d => d != building && !addressed[d]))
            {
                return true;
            }
        }

        return false;
    }

    private void ForEachOpen(Func<int, int> find)
    {
        for (int a = 0; a < BuildingsOf.Length; a++)
        {
            if (BuildingsOf[a].Length > 0)
            {
                continue;
            }

            Address address = _inputs.Addresses[a];
            _near.Clear();
            _outlines.Near(address.X, address.Y, AtWallM, _near, _scratch);
            if (find(a) is >= 0 and int building)
            {
                Tie(a, [building], AddressTie.InOutline);
            }
        }
    }

    // Inside a dwelling, else inside another building that people may live in.
    private int Inside(int address)
    {
        int property = _grounds.PropertyOfAddress[address];
        bool keyed = _grounds.AddressHasPropertyKey[address] && _grounds.Dwellings[property].Count > 0;
        int dwelling = Largest(n => n.DistanceM == 0 && IsDwelling(n.Shape) && (!keyed || StandsOn(n.Shape, property)));
        return dwelling >= 0 ? dwelling : Largest(n => n.DistanceM == 0 && !IsDwelling(n.Shape) && !_inputs.Buildings[n.Shape].IsOutbuilding);
    }

    // At the wall of just one dwelling. The neighbour's wall may be nearer than one's own: only buildings of the property of the point, where it has any.
    private int AtWall(int address)
    {
        int property = _grounds.PropertyOfAddress[address];
        bool homesHere = property >= 0 && _grounds.Dwellings[property].Count > 0;
        bool several = homesHere && _grounds.Dwellings[property].Count > 1;
        List<(int Shape, double DistanceM)> walls = _near.FindAll(n =>
            IsDwelling(n.Shape)
            && (!homesHere || StandsOn(n.Shape, property))
            && (!several || _inputs.Buildings[n.Shape].FootprintM2 >= SmallM2));
        if (walls.Count == 0 && !homesHere)
        {
            walls = _near.FindAll(n => !_inputs.Buildings[n.Shape].IsOutbuilding && (property < 0 || StandsOn(n.Shape, property)));
        }

        walls.Sort(static (a, b) => (a.DistanceM, a.Shape).CompareTo((b.DistanceM, b.Shape)));
        return walls.Count > 0 && (walls.Count == 1 || walls[1].DistanceM - walls[0].DistanceM >= 2) ? walls[0].Shape : -1;
    }

    private int Largest(Predicate<(int Shape, double DistanceM)> fits)
    {
        int best = -1;
        foreach ((int Shape, double DistanceM) n in _near)
        {
            if (fits(n) && (best < 0 || _inputs.Buildings[n.Shape].FootprintM2 > _inputs.Buildings[best].FootprintM2))
            {
                best = n.Shape;
            }
        }

        return best;
    }

    private bool IsDwelling(int building) => _inputs.Buildings[building].IsDwelling;

    private bool StandsOn(int building, int property) => property >= 0 && _grounds.PropertiesOf[building].AsSpan().Contains(property);

    private void Tie(int address, IEnumerable<int> buildings, AddressTie tie)
    {
        BuildingsOf[address] = [.. buildings.Distinct().Order().Select(b => new BuildingIndex(b))];
        TieOf[address] = tie;
    }
}
