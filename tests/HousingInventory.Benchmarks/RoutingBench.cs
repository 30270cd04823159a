using HousingInventory.Routing.Roads;

namespace HousingInventory.Benchmarks;

/// <summary>Graph build, connecting and searching on made-up towns; the same ones every time.</summary>
internal static class RoutingBench
{
    private const int Side = 592;
    private const int TargetCount = 1500;

    public static void Run()
    {
        Console.WriteLine("A raster of 592 x 592 crossings (350 464), every street with three bends");
        MeasureAll(Raster(Side, bends: 3));
        Console.WriteLine("A raster of 160 x 160 crossings (25 600), the size of a municipality's network");
        MeasureAll(Raster(160, bends: 5));
    }

    private static void MeasureAll(RoadWays ways)
    {
        RoadGraph graph = Measure.Time("build the graph", () => RoadGraph.Build(ways));
        Console.WriteLine($"    {ways.X.Length} points in {ways.Count} ways: {graph.NodeCount} nodes, {graph.EdgeCount} edges");
        EdgeIndex index = Measure.Time("index its edges", () => new EdgeIndex(graph, RoadMode.Foot));
        EdgeIndex carIndex = new(graph, RoadMode.Car);
        (double X, double Y)[] places = Places(graph, 100_000);
        Connections[] homes = Measure.Time("connect 100 000 points", () => Array.ConvertAll(places, p => index.Connect(p.X, p.Y, 500)));
        RoadTarget[] targets = [.. homes.Take(TargetCount).Select((c, i) => new RoadTarget(i, c))];
        RoadTarget[] carTargets = [.. places.Take(TargetCount).Select((p, i) => new RoadTarget(i, carIndex.Connect(p.X, p.Y, 500)))];
        NearestSearch search = Measure.Time("walk from 1 500 targets to every node", () => NearestSearch.OnFoot(graph, targets));
        Measure.Time("walk from 1 target to every node", () => NearestSearch.OnFoot(graph, targets.AsSpan(0, 1)));
        Measure.Time("drive to 1 500 targets from every node", () => NearestSearch.ByCar(graph, carTargets));
        Measure.Time("3 nearest of 1 500 targets for every node", () => KNearestSearch.OnFoot(graph, targets, 3));
        Measure.Time("look 100 000 homes up", () => homes.Sum(h => search.At(h).Cost));
        Connections[] posts = [.. homes.Take(TargetCount)];
        Measure.Time("access lists of 2 500 homes and 1 500 posts within 2 km", () => AccessLists.Build(graph, homes[^2500..], posts, 2000));
        PathSearch paths = PathSearch.ByCar(graph);
        Measure.Time("100 paths by car", () => carTargets.Take(100).Sum(t => paths.Find(carTargets[^1].Connections, t.Connections)!.DistanceM));
    }

    /// <summary>Crossings about 100 m apart, each moved a little; streets in the order of a real file, by id and not by place.</summary>
    private static RoadWays Raster(int side, int bends)
    {
        Random random = new(20261122);
        double[] x = new double[side * side];
        double[] y = new double[side * side];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = 600_000 + (i % side * 100) + (random.NextDouble() * 60);
            y[i] = 7_000_000 + (i / side * 100) + (random.NextDouble() * 60);
        }

        List<(int A, int B)> streets = [];
        for (int i = 0; i < x.Length; i++)
        {
            // One street in nine is missing.
            if (i % side + 1 < side && random.Next(9) > 0)
            {
                streets.Add((i, i + 1));
            }

            if (i + side < x.Length && random.Next(9) > 0)
            {
                streets.Add((i, i + side));
            }
        }

        (int A, int B)[] shuffled = [.. streets];
        random.Shuffle(shuffled);
        RoadWays ways = new();
        RoadTraits street = new(RoadFlags.Foot | RoadFlags.Car, 50, 50);
        long node = x.Length;
        for (int id = 0; id < shuffled.Length; id++)
        {
            (int a, int b) = shuffled[id];
            double[] wayX = new double[bends + 2];
            double[] wayY = new double[bends + 2];
            long[] nodes = new long[bends + 2];
            for (int p = 0; p < wayX.Length; p++)
            {
                double t = p / (bends + 1.0);
                double off = p == 0 || p == bends + 1 ? 0 : random.NextDouble() * 6;
                (wayX[p], wayY[p]) = (x[a] + (t * (x[b] - x[a])) + off, y[a] + (t * (y[b] - y[a])) - off);
                nodes[p] = p == 0 ? a : p == bends + 1 ? b : node++;
            }

            ways.Add(id, street, wayX, wayY, nodes);
        }

        return ways;
    }

    private static (double X, double Y)[] Places(RoadGraph graph, int count)
    {
        Random random = new(7);
        (double X, double Y)[] places = new (double, double)[count];
        for (int i = 0; i < count; i++)
        {
            int node = random.Next(graph.NodeCount);
            places[i] = (graph.NodeX[node] + (random.NextDouble() * 300) - 150, graph.NodeY[node] + (random.NextDouble() * 300) - 150);
        }

        return places;
    }
}
