using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>Ties the registers to each other, before any registration is looked at.</summary>
internal sealed class RegisterTies
{
    private readonly Dictionary<IdKey, int> _buildingByKey = [];

    public RegisterTies(Registers inputs)
    {
        _buildingByKey.EnsureCapacity(inputs.Buildings.Count);
        for (int b = 0; b < inputs.Buildings.Count; b++)
        {
            _buildingByKey.TryAdd(IdKey.Of(inputs.Buildings[b].Id), b);
        }

        // What does not need each other is done at the same time.
        AddressBook? addresses = null;
        DwellingBook dwellings = DwellingBook.Empty;
        PropertyBook? properties = null;
        Grounds? grounds = null;
        Shapes? outlines = null;
        Parallel.Invoke(
            () => grounds = new Grounds(inputs, properties = new PropertyBook(inputs.Properties)),
            () =>
            {
                addresses = new AddressBook(inputs.Addresses);
                dwellings = inputs.Dwellings.Count == 0 ? dwellings : new DwellingBook(inputs.Dwellings, addresses, FindBuilding);
            },
            () => outlines = new Shapes([.. inputs.Buildings.Select(b => b.KeptOutline)]));
        (Grounds, Outlines) = (grounds!, outlines!);
        AddressTies? ties = null;
        List<int>?[] walls = [];
        Parallel.Invoke(
            () => ties = new AddressTies(inputs, dwellings, Grounds, outlines!, FindBuilding),
            () => walls = HouseParts.Walls(inputs, Grounds, outlines!));
        HouseIndex[] houseOf = HouseParts.Join(inputs, Grounds, walls, ties!.Addressed());
        Addresses = new HouseTies(inputs, Grounds, outlines!, ties!, houseOf);
        Registers = Build(inputs, addresses!, properties!, dwellings, houseOf);
        AddressesOfHouse = OfHouses(inputs);
        Registers.BareHomes = new BareHomes(inputs.Buildings, Registers, outlines!);
        AreaOf = Registers.Areas.OfHouses(inputs.Buildings, Registers, outlines!);
    }

    public Grounds Grounds { get; }

    public HouseTies Addresses { get; }

    /// <summary>What the ladder asks.</summary>
    public LinkRegisters Registers { get; }

    /// <summary>Outlines of the buildings.</summary>
    public Shapes Outlines { get; }

    /// <summary>Addresses in force of each house.</summary>
    public int[][] AddressesOfHouse { get; }

    /// <summary>The postal code area of each house, 0 when not known.</summary>
    public int[] AreaOf { get; }

    /// <summary>The building with an identity.</summary>
    public BuildingIndex FindBuilding(IdKey key) => !key.IsNone && _buildingByKey.TryGetValue(key, out int b) ? new(b) : BuildingIndex.None;

    private int[][] OfHouses(Registers inputs)
    {
        int[][] lists = new int[inputs.Buildings.Count][];
        Array.Fill(lists, []);
        for (int a = 0; a < inputs.Addresses.Count; a++)
        {
            foreach (HouseIndex house in inputs.Addresses[a].InForce ? Addresses.HousesOf[a] : [])
            {
                lists[house.At] = lists[house.At].Length == 0 ? [a] : [.. lists[house.At], a];
            }
        }

        return lists;
    }

    private LinkRegisters Build(Registers inputs, AddressBook book, PropertyBook properties, DwellingBook dwellings, HouseIndex[] houseOf)
    {
        int[][] propertiesOf = PropertiesOfHouse(houseOf);
        HouseIndex[][] homesOnProperty = Array.ConvertAll(Grounds.Dwellings, Houses);
        bool[] hasAddress = Addresses.Addressed();
        return new LinkRegisters
        {
            AddressList = inputs.Addresses,
            Addresses = book,
            Properties = properties,
            Dwellings = dwellings,
            HousesOfAddress = Addresses.HousesOf,
            TieOfAddress = Addresses.TieOf,
            PropertyOfAddress = Grounds.PropertyOfAddress,
            HomesOnProperty = homesOnProperty,
            OthersOnProperty = Array.ConvertAll(Grounds.Others, Houses),
            AddressesOfProperty = AddressesOfProperty(propertiesOf),
            PropertiesOfHouse = propertiesOf,
            HouseOf = houseOf,
            HasAddress = hasAddress,
            Areas = new PostalAreas(inputs.Addresses, book, Grounds.PropertyOfAddress, properties),
            IsBareTract = BareTracts(properties, homesOnProperty, hasAddress),
            Place = [.. inputs.Buildings.Select(b => (b.House.X, b.House.Y))],
            FootprintM2 = [.. inputs.Buildings.Select(b => b.FootprintM2)],
        };

        HouseIndex[] Houses(List<int> buildings) => buildings switch
        {
            [] => [],
            [int one] => [houseOf[one]],
            _ => [.. buildings.Select(b => houseOf[b]).Distinct().OrderBy(h => h.At)],
        };
    }

    private static bool[] BareTracts(PropertyBook properties, HouseIndex[][] homesOnProperty, bool[] hasAddress)
    {
        const int fewHomes = 5;
        int[] homes = new int[properties.TractCount];
        int[] addressed = new int[properties.TractCount];
        for (int p = 0; p < homesOnProperty.Length; p++)
        {
            if (properties.TractOf[p] is >= 0 and int tract)
            {
                homes[tract] += homesOnProperty[p].Length;
                addressed[tract] += homesOnProperty[p].Count(h => hasAddress[h.At]);
            }
        }

        return [.. homes.Select((count, tract) => count >= fewHomes && addressed[tract] * 10 < count)];
    }

    private int[][] PropertiesOfHouse(HouseIndex[] houseOf)
    {
        int[][] properties = [.. Grounds.PropertiesOf];
        for (int b = 0; b < houseOf.Length; b++)
        {
            if (houseOf[b].At is int house && house != b)
            {
                properties[house] = [.. properties[house].Union(properties[b]).Order()];
            }
        }

        return properties;
    }

    private int[][] AddressesOfProperty(int[][] propertiesOfHouse)
    {
        int[][] lists = Array.ConvertAll(Grounds.AddressesOn, on => on.Count == 0 ? [] : on.ToArray());
        for (int a = 0; a < Addresses.HousesOf.Length; a++)
        {
            foreach (HouseIndex house in Addresses.HousesOf[a])
            {
                foreach (int p in propertiesOfHouse[house.At])
                {
                    if (p != Grounds.PropertyOfAddress[a] && !lists[p].AsSpan().Contains(a))
                    {
                        lists[p] = [.. lists[p], a];
                    }
                }
            }
        }

        return lists;
    }
}
