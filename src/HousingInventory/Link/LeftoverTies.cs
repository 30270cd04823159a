using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Ties the addresses whose points lie at no outline: at the driveway, on the plot, in the street, or put down roughly. They are dealt to the houses nearby,
/// those without an address first, street by street so that one house's answer fits its neighbour's.
/// </summary>
internal sealed class LeftoverTies(Registers inputs, Grounds grounds, Shapes outlines, HouseIndex[] houseOf, HouseTies ties)
{
    /// <summary>Farther than this from every dwelling on its property, a point tells nothing about which of them is meant.</summary>
    private const double OnPropertyM = 150;

    /// <summary>As <see cref="OnPropertyM"/>, where the point lies on no property with dwellings: in the street, say.</summary>
    private const double OffPropertyM = 50;

    // What makes a house a less likely one for an address, in metres of distance.
    private const double SmallHouse = 60;
    private const double FurtherHouse = 40;
    private const double BesideTaken = 60;
    private const double SecondAddress = 200;
    private const double SecondAddressOfMany = 15;

    private readonly List<(int Shape, double DistanceM)> _near = [];
    private readonly List<int> _scratch = [];
    private bool[] _taken = [];

    /// <summary>Addresses on properties with one home.</summary>
    public void OnlyHomes()
    {
        _taken = ties.Addressed();
        Predicate<int> isOpen = a => ties.HousesOf[a].Length == 0;
        for (int p = 0; p < grounds.AddressesOn.Length; p++)
        {
            List<int> open = grounds.AddressesOn[p].FindAll(isOpen);
            HouseIndex[] houses = open.Count == 0 ? [] : [.. grounds.Dwellings[p].Select(b => houseOf[b]).Distinct()];
            foreach (int a in houses.Length == 1 ? open : [])
            {
                HouseIndex[] astray = _taken[houses[0].At] && !IsMulti(houses[0]) && !grounds.AddressHasPropertyKey[a] ? Orphans(a) : [];
                ties.Tie(a, [houses[0], .. astray], AddressTie.OnlyOnProperty);
            }
        }
    }

    /// <summary>All other addresses in force.</summary>
    public void Deal()
    {
        _taken = ties.Addressed();
        List<(int Address, List<(HouseIndex House, double Cost)> Options)> open = [];
        for (int a = 0; a < inputs.Addresses.Count; a++)
        {
            if (ties.HousesOf[a].Length == 0 && inputs.Addresses[a].InForce && Options(a) is { Count: > 0 } options)
            {
                open.Add((a, options));
            }
        }

        Dictionary<int, string> text = open.ToDictionary(o => o.Address, o => inputs.Addresses[o.Address].Text);
        open.Sort((x, y) =>
        {
            int order = string.CompareOrdinal(text[x.Address], text[y.Address]);
            return order != 0 ? order : Order(inputs.Addresses[x.Address], inputs.Addresses[y.Address]);
        });
        foreach (List<int> group in Groups(open))
        {
            DealGroup([.. group.Select(i => open[i])]);
        }
    }

    private static int Order(Address a, Address b)
    {
        int order = a.KeptKey.CompareTo(b.KeptKey);
        return order != 0 ? order : (a.X, a.Y).CompareTo((b.X, b.Y));
    }

    // Houses close by that have no address, on properties on which no address lies: a point put down roughly may be theirs.
    private HouseIndex[] Orphans(int address) =>
    [
        .. Around(address).Where(h => !_taken[h.At] && !grounds.PropertiesOf[h.At].Any(p => grounds.AddressesOn[p].Count > 0 || grounds.Dwellings[p].Count > 1)),
    ];

    private IEnumerable<HouseIndex> Around(int address)
    {
        _near.Clear();
        outlines.Near(inputs.Addresses[address].X, inputs.Addresses[address].Y, OffPropertyM, _near, _scratch);
        return [.. _near.Where(n => inputs.Buildings[n.Shape].IsDwelling).Select(n => houseOf[n.Shape]).Distinct()];
    }

    private List<(HouseIndex House, double Cost)> Options(int address)
    {
        int property = grounds.PropertyOfAddress[address];
        if (property >= 0 && grounds.Dwellings[property].Count > 0)
        {
            List<HouseIndex> homes = [.. grounds.Dwellings[property].Select(b => houseOf[b]).Distinct()];
            return homes.Exists(h => Distance(address, h) <= OnPropertyM) ? homes.ConvertAll(h => (h, Cost(address, h))) : [];
        }

        // In the street: a house that is left without an address, or one that has many. The register's own word for another property is believed.
        return grounds.AddressHasPropertyKey[address] ? [] : [.. Around(address).Where(h => !_taken[h.At] || IsMulti(h)).Select(h => (h, Cost(address, h)))];
    }

    // A point that is not at a wall says little about metres. An address is the main house's before it is the guest house's, and that of a house without one
    // before it is the second of a house that has one; only houses with many dwellings have many addresses.
    private double Cost(int address, HouseIndex house)
    {
        double footprint = inputs.Buildings[house.At].FootprintM2;
        double largest = grounds.PropertiesOf[house.At].SelectMany(p => grounds.Dwellings[p]).Select(b => inputs.Buildings[b].FootprintM2).DefaultIfEmpty(footprint).Max();
        return Distance(address, house)
            + (footprint < AddressTies.SmallM2 ? SmallHouse : 0)
            + (footprint < 0.7 * largest ? FurtherHouse : 0)
            + (_taken[house.At] ? Second(house) : StandsBesideTaken(house) ? BesideTaken : 0);
    }

    private bool StandsBesideTaken(HouseIndex house) =>
        grounds.PropertiesOf[house.At].Any(p => grounds.Dwellings[p].Exists(b => houseOf[b] != house && _taken[houseOf[b].At]));

    private double Second(HouseIndex house) => IsMulti(house) ? SecondAddressOfMany : SecondAddress;

    private bool IsMulti(HouseIndex house) => inputs.Buildings[house.At].IsMultiDwelling;

    private double Distance(int address, HouseIndex house) => outlines.Distance(house.At, inputs.Addresses[address].X, inputs.Addresses[address].Y);

    // Addresses that compete for a house belong together.
    private List<List<int>> Groups(List<(int Address, List<(HouseIndex House, double Cost)> Options)> open)
    {
        int[] group = [.. Enumerable.Range(0, open.Count)];
        Dictionary<HouseIndex, int> firstOf = [];
        for (int i = 0; i < open.Count; i++)
        {
            foreach ((HouseIndex house, _) in open[i].Options)
            {
                if (!_taken[house.At] && !firstOf.TryAdd(house, i))
                {
                    group[Root(i)] = Root(firstOf[house]);
                }
            }
        }

        return [.. Enumerable.Range(0, open.Count).GroupBy(Root).Select(g => g.ToList())];

        int Root(int i)
        {
            while (group[i] != i)
            {
                group[i] = group[group[i]];
                i = group[i];
            }

            return i;
        }
    }

    private void DealGroup(List<(int Address, List<(HouseIndex House, double Cost)> Options)> group)
    {
        HouseIndex[] houses = [.. group.SelectMany(g => g.Options).Select(o => o.House).Distinct().OrderBy(h => h.At)];
        Dictionary<HouseIndex, int> column = houses.Select((h, j) => (h, j)).ToDictionary(x => x.h, x => x.j);
        double[,] cost = new double[group.Count, houses.Length];
        for (int i = 0; i < group.Count; i++)
        {
            for (int j = 0; j < houses.Length; j++)
            {
                cost[i, j] = double.PositiveInfinity;
            }

            foreach ((HouseIndex house, double c) in group[i].Options)
            {
                cost[i, column[house]] = c;
            }
        }

        foreach ((int i, int[] to) in new LeftoverDeal(cost, [.. houses.Select(h => _taken[h.At] ? 0 : Second(h))]).Solve())
        {
            List<HouseIndex> dealt = [.. to.Select(j => houses[j])];
            dealt.AddRange(AsLikely(group[i].Address, dealt, group.Count > 1));
            ties.Tie(group[i].Address, dealt, dealt.Count == 1 ? AddressTie.Nearest : AddressTie.Shared);
        }
    }

    // Two things that metres do not tell. On a property with several addresses to deal out, points that lie far from every house may belong the other way
    // round. And one address that has more dwellings than one, on a property with two houses, is the address of both, A and B dropped.
    private List<HouseIndex> AsLikely(int address, List<HouseIndex> dealt, bool severalAddresses)
    {
        int property = grounds.PropertyOfAddress[address];
        if (dealt.Count != 1 || property < 0 || IsMulti(dealt[0]))
        {
            return [];
        }

        double distance = Distance(address, dealt[0]);
        bool severalDwellings = ties.DwellingsOf[address] > 1;
        bool unsure = severalAddresses && distance > 10;
        return severalDwellings || unsure
            ? [.. grounds.Dwellings[property].Select(b => houseOf[b]).Distinct()
                .Where(h => h != dealt[0] && !_taken[h.At] && (severalDwellings || Distance(address, h) < 3 * distance))]
            : [];
    }
}
