using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Ties addresses to buildings: by what the registers say about entrances and dwellings, by the point in or at an outline, and for the points that lie
/// elsewhere (driveway, plot, roughly) by what is left over on the property. An address that fits two buildings equally is shared by them.
/// </summary>
internal sealed class AddressTies
{
    /// <summary>A point this near an outline stands at the wall.</summary>
    public const double AtWallM = 5;

    /// <summary>Farther than this from every dwelling on its property, a point tells nothing about which of them is meant.</summary>
    public const double OnPropertyM = 150;

    /// <summary>As <see cref="OnPropertyM"/>, where the point lies on no property with dwellings: in the street, say.</summary>
    public const double OffPropertyM = 50;

    /// <summary>Homes smaller than this are seldom main houses.</summary>
    private const double SmallM2 = 50;

    private readonly Inputs _inputs;
    private readonly Grounds _grounds;
    private readonly Shapes _outlines;
    private readonly List<(int Shape, double DistanceM)> _near = [];
    private readonly List<int> _scratch = [];
    private readonly Dictionary<IdKey, int> _buildingByKey = [];
    private int[] _houseOf = [];

    public AddressTies(Inputs inputs, AddressBook book, Grounds grounds, Shapes outlines)
    {
        _inputs = inputs;
        _grounds = grounds;
        _outlines = outlines;
        BuildingsOf = new int[inputs.Addresses.Count][];
        TieOf = new AddressTie[inputs.Addresses.Count];
        Array.Fill(BuildingsOf, []);
        for (int b = 0; b < inputs.Buildings.Count; b++)
        {
            _buildingByKey.TryAdd(IdKey.Of(inputs.Buildings[b].Id), b);
        }

        Entrances(book);
        Outlines();
    }

    /// <summary>Buildings of each address, ascending; after <see cref="Finish"/> houses.</summary>
    public int[][] BuildingsOf { get; }

    /// <summary>How surely each address is tied.</summary>
    public AddressTie[] TieOf { get; }

    /// <summary>The building with an identity, -1 when there is none.</summary>
    public int FindBuilding(IdKey key) => !key.IsNone && _buildingByKey.TryGetValue(key, out int b) ? b : -1;

    /// <summary>Which buildings have an address so far.</summary>
    public bool[] Addressed()
    {
        bool[] addressed = new bool[_inputs.Buildings.Count];
        for (int a = 0; a < BuildingsOf.Length; a++)
        {
            foreach (int b in BuildingsOf[a])
            {
                addressed[b] |= _inputs.Addresses[a].InForce;
            }
        }

        return addressed;
    }

    /// <summary>Ties what is left, once the parts of houses are known.</summary>
    public void Finish(int[] houseOf)
    {
        _houseOf = houseOf;
        for (int a = 0; a < BuildingsOf.Length; a++)
        {
            BuildingsOf[a] = [.. BuildingsOf[a].Select(b => houseOf[b]).Distinct().Order()];
        }

        OnProperties();
        InTheStreet();
    }

    private void Entrances(AddressBook book)
    {
        List<int>?[] found = new List<int>?[BuildingsOf.Length];
        for (int a = 0; a < found.Length; a++)
        {
            foreach (string key in _inputs.Addresses[a].BuildingKeys)
            {
                Put(a, FindBuilding(IdKey.Of(key)));
            }
        }

        List<int> addresses = [];
        foreach (Dwelling dwelling in _inputs.Dwellings)
        {
            int building = FindBuilding(IdKey.Of(dwelling.BuildingKey));
            addresses.Clear();
            book.FindKey(IdKey.Of(dwelling.AddressKey), addresses);
            foreach (int a in addresses)
            {
                Put(a, building);
            }
        }

        for (int a = 0; a < found.Length; a++)
        {
            if (found[a] is { } buildings)
            {
                // A garage with an entrance of its own is nobody's home beside a house.
                List<int> homes = buildings.FindAll(b => !_inputs.Buildings[b].IsOutbuilding);
                Tie(a, homes.Count > 0 ? homes : buildings, AddressTie.Entrance);
            }
        }

        void Put(int address, int building)
        {
            if (building >= 0)
            {
                (found[address] ??= []).Add(building);
            }
        }
    }

    private void Outlines()
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
            int building = AtOutline(a);
            if (building >= 0)
            {
                Tie(a, [building], AddressTie.InOutline);
            }
        }
    }

    // Inside a dwelling, inside another building that people may live in, or at the wall of just one.
    private int AtOutline(int address)
    {
        int property = _grounds.PropertyOfAddress[address];
        bool homesHere = property >= 0 && _grounds.Dwellings[property].Count > 0;
        int inside = Best(n => n.DistanceM == 0 && IsDwelling(n.Shape) && (!_grounds.AddressHasPropertyKey[address] || !homesHere || StandsOn(n.Shape, property)));
        if (inside >= 0)
        {
            return inside;
        }

        inside = Best(n => n.DistanceM == 0 && !IsDwelling(n.Shape) && !_inputs.Buildings[n.Shape].IsOutbuilding);
        if (inside >= 0)
        {
            return inside;
        }

        // The neighbour's wall may be nearer than one's own: only buildings of the property of the point, where it has any.
        List<(int Shape, double DistanceM)> walls = _near.FindAll(n => IsDwelling(n.Shape) && (!homesHere || StandsOn(n.Shape, property)));
        if (walls.Count == 0 && !homesHere)
        {
            walls = _near.FindAll(n => !_inputs.Buildings[n.Shape].IsOutbuilding && (property < 0 || StandsOn(n.Shape, property)));
        }

        // A guest house at the driveway must not take the address of the main house.
        int other = property < 0 ? -1 : walls.FindIndex(n => n.DistanceM > 0 && _inputs.Buildings[n.Shape].FootprintM2 < SmallM2);
        if (other >= 0 && _grounds.Dwellings[property].Count > 1)
        {
            walls.RemoveAt(other);
        }

        walls.Sort(static (a, b) => (a.DistanceM, a.Shape).CompareTo((b.DistanceM, b.Shape)));
        return walls.Count > 0 && (walls.Count == 1 || walls[1].DistanceM - walls[0].DistanceM >= 2) ? walls[0].Shape : -1;
    }

    private int Best(Predicate<(int Shape, double DistanceM)> fits)
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

    // The points that lie on a property with homes, but at none of them.
    private void OnProperties()
    {
        bool[] taken = Addressed();
        for (int p = 0; p < _grounds.AddressesOn.Length; p++)
        {
            List<int> open = _grounds.AddressesOn[p].FindAll(a => BuildingsOf[a].Length == 0);
            if (open.Count == 0 || _grounds.Dwellings[p].Count == 0)
            {
                continue;
            }

            int[] houses = [.. _grounds.Dwellings[p].Select(b => _houseOf[b]).Distinct().Order()];
            List<int> inForce = open.FindAll(a => _inputs.Addresses[a].InForce);
            if (houses.Length > 1)
            {
                Spread(inForce, houses, taken);
            }
            else
            {
                foreach (int a in open)
                {
                    int[] astray = taken[houses[0]] && !IsMulti(houses[0]) && !_grounds.AddressHasPropertyKey[a] ? Orphans(a, taken) : [];
                    Tie(a, [houses[0], .. astray], AddressTie.OnlyOnProperty);
                }
            }
        }
    }

    // Houses close by that have no address, on properties on which no address lies: a point put down roughly may be theirs.
    private int[] Orphans(int address, bool[] taken)
    {
        _near.Clear();
        _outlines.Near(_inputs.Addresses[address].X, _inputs.Addresses[address].Y, OffPropertyM, _near, _scratch);
        return
        [
            .. _near.Where(n => IsDwelling(n.Shape) && !taken[_houseOf[n.Shape]]
                    && !_grounds.PropertiesOf[n.Shape].Any(p => _grounds.AddressesOn[p].Count > 0 || _grounds.Dwellings[p].Count > 1))
                .Select(n => _houseOf[n.Shape]),
        ];
    }

    // Deals the addresses out so that the sum of distances is least, and shares what has no clear answer.
    private void Spread(List<int> addresses, int[] houses, bool[] taken)
    {
        addresses.RemoveAll(a => !houses.Any(h => Distance(a, h) <= OnPropertyM));
        if (addresses.Count == 0)
        {
            return;
        }

        double[,] cost = new double[addresses.Count, houses.Length];
        for (int i = 0; i < addresses.Count; i++)
        {
            for (int j = 0; j < houses.Length; j++)
            {
                cost[i, j] = Cost(addresses[i], houses[j], taken);
            }
        }

        foreach ((int i, int[] to) in new LeftoverDeal(cost, [.. houses.Select(h => taken[h])]).Solve())
        {
            Tie(addresses[i], [.. to.Select(j => houses[j])], to.Length == 1 ? AddressTie.Nearest : AddressTie.Shared);
        }
    }

    // A point that is not at a wall says little about metres. An address is the main house's before it is the guest house's, and that of a house without one
    // before it is the second of a house that has one; only houses with many dwellings have many addresses.
    private double Cost(int address, int house, bool[] taken)
    {
        double footprint = _inputs.Buildings[house].FootprintM2;
        int property = _grounds.PropertyOfAddress[address];
        double largest = property < 0 ? footprint : _grounds.Dwellings[property].Max(b => _inputs.Buildings[b].FootprintM2);
        return Distance(address, house)
            + (footprint < SmallM2 ? 60 : 0)
            + (footprint < 0.7 * largest ? 40 : 0)
            + (!taken[house] ? 0 : IsMulti(house) ? 15 : 200);
    }

    private bool IsMulti(int house) => _inputs.Buildings[house].IsMultiDwelling;

    private double Distance(int address, int house) => _outlines.Distance(house, _inputs.Addresses[address].X, _inputs.Addresses[address].Y);

    // The point lies on no property with homes, in the street mostly: the one house nearby that is left without an address.
    private void InTheStreet()
    {
        bool[] taken = Addressed();
        List<(int Address, int[] Houses)> ties = [];
        for (int a = 0; a < BuildingsOf.Length; a++)
        {
            int property = _grounds.PropertyOfAddress[a];
            if (BuildingsOf[a].Length > 0 || !_inputs.Addresses[a].InForce || _grounds.AddressHasPropertyKey[a]
                || (property >= 0 && _grounds.Dwellings[property].Count > 0))
            {
                continue;
            }

            _near.Clear();
            _outlines.Near(_inputs.Addresses[a].X, _inputs.Addresses[a].Y, OffPropertyM, _near, _scratch);
            List<(double Cost, int House)> homes =
            [
                .. _near.Where(n => IsDwelling(n.Shape)).Select(n => _houseOf[n.Shape]).Distinct().Where(h => !taken[h] || IsMulti(h)).Select(h => (Cost(a, h, taken), h)),
            ];
            homes.Sort();
            int[] houses = [.. homes.Where(h => h.Cost < homes[0].Cost + LeftoverDeal.ClearGap).Select(h => h.House)];
            if (houses.Length is > 0 and <= 3)
            {
                ties.Add((a, houses));
            }
        }

        foreach ((int a, int[] houses) in ties)
        {
            Tie(a, houses, houses.Length == 1 ? AddressTie.Nearest : AddressTie.Shared);
        }
    }

    private void Tie(int address, IEnumerable<int> buildings, AddressTie tie)
    {
        BuildingsOf[address] = [.. buildings.Distinct().Order()];
        TieOf[address] = BuildingsOf[address].Length > 1 && tie != AddressTie.Entrance ? AddressTie.Shared : tie;
    }
}
