using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>
/// Small road networks full of what is rare in real ones: loops, parallel edges, ways that go back and forth, ways without length, nodes at one place, isolated
/// ways, one-way streets that lead nowhere, barriers.
/// </summary>
internal static class RandomTown
{
    /// <summary>All streets run along a raster of 100 m, so all distances are whole metres and ties abound.</summary>
    public static Town Raster(int seed)
    {
        Random random = new(seed);
        Town town = new();
        int side = random.Next(2, 6);
        for (int id = 1; id <= random.Next(3, 20); id++)
        {
            (double X, double Y) at = (random.Next(side) * 100, random.Next(side) * 100);
            List<(double X, double Y)> points = [at];
            for (int step = random.Next(1, 5); step > 0; step--)
            {
                int axis = random.Next(5);
                at = axis switch
                {
                    0 => (at.X + 100, at.Y),
                    1 => (at.X - 100, at.Y),
                    2 => (at.X, at.Y + 100),
                    3 => (at.X, at.Y - 100),
                    _ => at,
                };
                points.Add(at);
            }

            town.Way(id, Traits(random), [.. points]);
        }

        for (int barriers = random.Next(3); barriers > 0; barriers--)
        {
            town.Block((random.Next(side) * 100, random.Next(side) * 100), (RoadFlags)random.Next(8));
        }

        return town;
    }

    /// <summary>Ways between nodes anywhere; nodes may lie at one place without being one.</summary>
    public static RoadWays Crooked(int seed)
    {
        Random random = new(seed);
        int nodes = random.Next(4, 14);
        double[] x = [.. Enumerable.Range(0, nodes).Select(_ => (double)random.Next(8) * 37.25)];
        double[] y = [.. Enumerable.Range(0, nodes).Select(_ => (random.Next(8) * 41.5) + (random.Next(2) * random.NextDouble()))];
        RoadWays ways = new();
        for (int id = 1; id <= random.Next(3, 16); id++)
        {
            int[] chosen = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(nodes))];
            ways.Add(id, Traits(random), [.. chosen.Select(n => x[n])], [.. chosen.Select(n => y[n])], [.. chosen.Select(n => (long)n)]);
        }

        for (int barriers = random.Next(3); barriers > 0; barriers--)
        {
            ways.Block(random.Next(nodes), (RoadFlags)random.Next(8));
        }

        return ways;
    }

    /// <summary>Half of the towns have their points on a coarse raster, so that many are equally far.</summary>
    public static double StepM(int seed) => seed / 2 % 2 == 0 ? 12.5 : 50;

    public static (double X, double Y)[] Points(int seed, int count, double stepM)
    {
        Random random = new(seed);
        int from = (int)(-100 / stepM);
        int to = (int)(600 / stepM);
        return [.. Enumerable.Range(0, count).Select(_ => (random.Next(from, to) * stepM, random.Next(from, to) * stepM))];
    }

    /// <summary>The same ways in another order.</summary>
    public static RoadWays Shuffled(RoadWays ways, int seed)
    {
        int[] order = [.. Enumerable.Range(0, ways.Count)];
        new Random(seed).Shuffle(order);
        RoadWays shuffled = new();
        foreach (int way in order)
        {
            Range points = ways.FirstPoint[way]..ways.FirstPoint[way + 1];
            ReadOnlySpan<long> nodes = ways.NodeIds[points];
            shuffled.Add(ways.Ids[way], ways.Traits[way], ways.X[points], ways.Y[points], nodes[0] == RoadWays.NoNode ? [] : nodes);
        }

        foreach ((long node, RoadFlags modes) in ways.Blocks.OrderByDescending(b => b.Key))
        {
            shuffled.Block(node, modes);
        }

        return shuffled;
    }

    private static RoadTraits Traits(Random random)
    {
        double[] speeds = [36, 72, 90];
        double kmh = speeds[random.Next(speeds.Length)];
        return random.Next(6) switch
        {
            0 => new RoadTraits(RoadFlags.Foot),
            1 => new RoadTraits(RoadFlags.Foot | RoadFlags.CarForward, kmh),
            2 => new RoadTraits(RoadFlags.CarBackward, 0, kmh),
            3 => new RoadTraits(RoadFlags.Foot | RoadFlags.Car, kmh, 36),
            _ => new RoadTraits(RoadFlags.Foot | RoadFlags.Car, 36, 36),
        };
    }
}
