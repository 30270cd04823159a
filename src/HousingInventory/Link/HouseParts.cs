using HousingInventory.Model;

namespace HousingInventory.Link;

/// <summary>
/// Joins the parts of a house that the register keeps as one building per property, because a border runs through it. Two buildings are such parts when they
/// are dwellings that share a wall, stand on different properties, are not of the kinds that share walls by nature (row houses, linked houses, flats), and at
/// most one of them has an address, its property included. Chains of more than four are a row of houses with a wrong purpose and stay apart.
/// </summary>
internal static class HouseParts
{
    private const double GapM = 0.3;
    private const double LeastWallM = 1.5;
    private const int MostParts = 4;

    /// <summary>Outlines that lie in a heap, copies or waste, are no parts of one house, and comparing all with all would not end.</summary>
    private const int MostBeside = 64;

    /// <summary>For each building those with which it shares a wall as parts of one house do; null for most.</summary>
    public static List<int>?[] Walls(Registers inputs, Grounds grounds, Shapes outlines)
    {
        List<int>?[] neighbours = new List<int>?[inputs.Buildings.Count];
        List<int> beside = [];
        List<int> scratch = [];
        for (int b = 0; b < neighbours.Length; b++)
        {
            if (!MayBePart(inputs.Buildings[b]))
            {
                continue;
            }

            outlines.Beside(b, GapM, MostBeside, beside, scratch);
            foreach (int other in beside)
            {
                if (MayBePart(inputs.Buildings[other]) && DifferentGround(grounds, b, other) && outlines.SharedWall(b, other, GapM) >= LeastWallM)
                {
                    (neighbours[b] ??= []).Add(other);
                    (neighbours[other] ??= []).Add(b);
                }
            }
        }

        return neighbours;
    }

    /// <summary>The house of each building.</summary>
    /// <param name="inputs">The registers.</param>
    /// <param name="grounds">Properties of buildings.</param>
    /// <param name="neighbours">See <see cref="Walls"/>.</param>
    /// <param name="hasAddress">Buildings to which an address is surely tied.</param>
    public static HouseIndex[] Join(Registers inputs, Grounds grounds, List<int>?[] neighbours, bool[] hasAddress)
    {
        HouseIndex[] houseOf = [.. Enumerable.Range(0, neighbours.Length).Select(b => new HouseIndex(b))];
        bool[] seen = new bool[houseOf.Length];
        for (int b = 0; b < houseOf.Length; b++)
        {
            if (neighbours[b] is not null && !seen[b])
            {
                List<int> house = Collect(b, neighbours, seen);
                if (house.Count <= MostParts && house.Count(p => HasAddress(grounds, hasAddress, p)) <= 1)
                {
                    int first = house.OrderByDescending(p => HasAddress(grounds, hasAddress, p)).ThenByDescending(p => inputs.Buildings[p].FootprintM2).ThenBy(p => p).First();
                    house.ForEach(p => houseOf[p] = new HouseIndex(first));
                }
            }
        }

        return houseOf;
    }

    private static bool MayBePart(Building b) =>
        b.IsDwelling && !b.IsMultiDwelling && b.Kind != BuildingKind.RowHouse;

    // On a property of its own with nothing else to live in, or where no property is known.
    private static bool DifferentGround(Grounds grounds, int a, int b)
    {
        int[] one = grounds.PropertiesOf[a];
        int[] two = grounds.PropertiesOf[b];
        return one.Length == 0 || two.Length == 0 ? one.Length == two.Length : !one.AsSpan().ContainsAny(two);
    }

    private static bool HasAddress(Grounds grounds, bool[] hasAddress, int b) =>
        hasAddress[b] || grounds.PropertiesOf[b].Any(p => grounds.Dwellings[p].Count > 1 || grounds.AddressesOn[p].Count > 0);

    private static List<int> Collect(int start, List<int>?[] neighbours, bool[] seen)
    {
        List<int> house = [start];
        seen[start] = true;
        for (int i = 0; i < house.Count; i++)
        {
            foreach (int next in neighbours[house[i]]!)
            {
                if (!seen[next])
                {
                    seen[next] = true;
                    house.Add(next);
                }
            }
        }

        return house;
    }
}
