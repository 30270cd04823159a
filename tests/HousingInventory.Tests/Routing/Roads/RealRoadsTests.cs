using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Real OSM extracts: certificates, and a plain search over every vertex that knows no edges, contraction or connections.</summary>
[Trait("Needs", "RealData")]
public sealed class RealRoadsTests
{
    private const double NoWay = double.PositiveInfinity;

    [Theory]
    [InlineData(25832, "osm", "liechtenstein-2015.osm.pbf")]
    [InlineData(3067, "helsinki-e2e", "helsinki-centre.osm.pbf")]
    [InlineData(3067, "osm", "kotka-suburb.osm.pbf")]
    [InlineData(3006, "osm", "lund-station.osm.pbf")]
    public void Walking_distances_equal_those_over_every_vertex(int epsg, string folder, string file)
    {
        RoadWays ways = RealRoads.Read(epsg, folder, file, openToAll: true);
        RoadGraph graph = RoadGraph.Build(ways, new RoadGraphOptions { FragmentM = 0 });
        EdgeIndex index = new(graph, RoadMode.Foot);
        PlainRoads plain = new(ways);
        // Every 97th vertex is a target, every 31st a home.
        int[] targets = [.. plain.Vertices.Where((_, i) => i % 97 == 0)];
        int[] homes = [.. plain.Vertices.Where((_, i) => i % 31 == 0)];
        RoadTarget[] connected = [.. targets.Select((v, i) => new RoadTarget(i, index.Connect(ways.X[v], ways.Y[v], 0)))];
        NearestSearch search = NearestSearch.OnFoot(graph, connected);
        Certificate.Check(graph, search, connected);
        Dictionary<long, double> expected = plain.From(targets.Select(v => ways.NodeIds[v]));
        int reached = 0;
        foreach (int home in homes)
        {
            double expectedM = expected.GetValueOrDefault(ways.NodeIds[home], NoWay);
            NearestTarget nearest = search.At(index.Connect(ways.X[home], ways.Y[home], 0));
            Assert.Equal(double.IsPositiveInfinity(expectedM), !nearest.IsReachable);
            if (nearest.IsReachable)
            {
                Assert.InRange(nearest.Cost, expectedM - 1e-5, expectedM + 1e-5);
                reached++;
            }
        }

        Assert.True(reached > homes.Length / 2, "Most homes reach a target.");
    }

    [Theory]
    [InlineData(25832, "osm", "liechtenstein-2015.osm.pbf")]
    [InlineData(3067, "helsinki-e2e", "helsinki-centre.osm.pbf")]
    [InlineData(3067, "osm", "kotka-suburb.osm.pbf")]
    [InlineData(3006, "osm", "lund-station.osm.pbf")]
    [InlineData(25832, "osm", "oslo-skoyen.osm.pbf")]
    public void Every_search_is_certified_on_every_extract(int epsg, string folder, string file)
    {
        Certify(RoadGraph.Build(RealRoads.Read(epsg, folder, file), new RoadGraphOptions { FragmentM = 0 }));
    }

    /// <summary>Streets as lines of a GeoPackage, through the source that users name.</summary>
    [Fact]
    public void Every_search_is_certified_on_a_layer_of_lines()
    {
        using Workshop workshop = new Workshop { Members = """ "asOf": "2026-11-10", "crs": "EPSG:3067", """ }
            .With("roads", "streets.gpkg", File.ReadAllBytes(RepositoryRoot.RealData("helsinki-e2e", "kamppi-streets.gpkg")));
        Certify(workshop.Import().Surroundings.Roads!);
    }

    [Fact]
    public void No_home_of_Helsinki_is_left_or_reached_through_the_roof_of_a_tunnel()
    {
        using Workshop workshop = new Workshop { Members = """ "asOf": "2026-11-10", "crs": "EPSG:3067", """ }
            .With("buildings", "helsinki.osm.pbf", File.ReadAllBytes(RepositoryRoot.RealData("helsinki-e2e", "helsinki-centre.osm.pbf")));
        IReadOnlyList<Building> homes = workshop.Import().Buildings;
        RoadGraph graph = RoadGraph.Build(RealRoads.Read(3067, "helsinki-e2e", "helsinki-centre.osm.pbf"), new RoadGraphOptions());
        HashSet<long> tunnels = [.. Enumerable.Range(0, graph.EdgeCount).Where(e => graph.EdgeFlags[e].HasFlag(RoadFlags.Tunnel)).Select(e => graph.WayIdOf(graph.EdgeFirstPoint[e]))];
        Assert.NotEmpty(tunnels);
        RoadGraph roofless = RoadGraph.Build(RealRoads.Read(3067, "helsinki-e2e", "helsinki-centre.osm.pbf", openToAll: true), new RoadGraphOptions());
        foreach (RoadMode mode in Enum.GetValues<RoadMode>())
        {
            Assert.Equal(0, AtTunnels(graph, mode));
        }

        // Else this would prove nothing.
        Assert.True(AtTunnels(roofless, RoadMode.Foot) >= 12);

        int AtTunnels(RoadGraph roads, RoadMode mode)
        {
            EdgeIndex index = new(roads, mode);
            int at = 0, connected = 0;
            foreach (Building home in homes)
            {
                ReadOnlySpan<Connection> each = index.Connect(home.House.X, home.House.Y, 500).Each;
                connected += each.IsEmpty ? 0 : 1;
                bool isAt = false;
                foreach (Connection connection in each)
                {
                    isAt |= tunnels.Contains(roads.WayIdOf(roads.EdgeFirstPoint[connection.Edge]));
                }

                at += isAt ? 1 : 0;
            }

            Assert.True(connected > 400, $"{connected} of {homes.Count}");
            return at;
        }
    }

    private static void Certify(RoadGraph graph)
    {
        Assert.True(graph.EdgeCount > 0);
        foreach (RoadMode mode in Enum.GetValues<RoadMode>())
        {
            EdgeIndex index = new(graph, mode);
            // Places beside the roads; some lie too far away, and two share an id.
            RoadTarget[] targets = [.. Enumerable.Range(0, graph.NodeCount).Where(n => n % 37 == 0)
                .Select((n, i) => new RoadTarget(i / 2, index.Connect(graph.NodeX[n] + (13 * (i % 7)), graph.NodeY[n] - (29 * (i % 5)), 60)))];
            foreach (bool towards in new[] { true, false })
            {
                NearestSearch search = mode == RoadMode.Foot ? NearestSearch.OnFoot(graph, targets) : NearestSearch.ByCar(graph, targets, 60, towards);
                Certificate.Check(graph, search, targets, mode, towards || mode == RoadMode.Foot);
            }
        }
    }

    [Fact]
    public void In_Helsinki_the_nearest_of_many_is_the_least_of_searches_by_brute_force()
    {
        RoadGraph graph = RoadGraph.Build(RealRoads.Read(3067, "helsinki-e2e", "helsinki-centre.osm.pbf", openToAll: true));
        EdgeIndex index = new(graph, RoadMode.Foot);
        RoadTarget[] targets = [.. Enumerable.Range(0, graph.NodeCount).Where(n => n % 83 == 0)
            .Select((n, i) => new RoadTarget(i, index.Connect(graph.NodeX[n] + 7, graph.NodeY[n] + 11, 500)))
            .Where(t => t.Connections.IsConnected)];
        double[] least = [.. Enumerable.Repeat(NoWay, graph.NodeCount)];
        int[] nearest = new int[graph.NodeCount];
        foreach (RoadTarget target in targets)
        {
            double[] steps = BruteForce(graph, target.Connections);
            for (int node = 0; node < steps.Length; node++)
            {
                (least[node], nearest[node]) = steps[node] < least[node] ? (steps[node], target.Id) : (least[node], nearest[node]);
            }
        }

        NearestSearch search = NearestSearch.OnFoot(graph, targets);
        for (int node = 0; node < graph.NodeCount; node++)
        {
            NearestTarget told = search.AtState(node);
            Assert.Equal((least[node], double.IsFinite(least[node]) ? nearest[node] : -1), (Exact.Steps(told.Cost), told.Id));
        }

        Assert.True(least.Count(double.IsFinite) > graph.NodeCount / 2);
    }

    /// <summary>From one place to every node, in steps of 10 nanometres: every edge is offered again and again until none shortens anything.</summary>
    private static double[] BruteForce(RoadGraph graph, Connections point)
    {
        double[] steps = [.. Enumerable.Repeat(NoWay, graph.NodeCount)];
        foreach (Connection from in point.Each)
        {
            double along = Exact.Steps(from.AlongM);
            double length = Exact.Steps(graph.EdgeLengthM[from.Edge]);
            (int a, int b) = (graph.EdgeStart[from.Edge], graph.EdgeEnd[from.Edge]);
            steps[a] = Math.Min(steps[a], Exact.Steps(from.StraightM) + along);
            steps[b] = Math.Min(steps[b], Exact.Steps(from.StraightM) + length - along);
        }

        for (bool changed = true; changed;)
        {
            changed = false;
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                (int a, int b, double cost) = (graph.EdgeStart[edge], graph.EdgeEnd[edge], Exact.Steps(graph.EdgeLengthM[edge]));
                if ((graph.EdgeFlags[edge] & RoadFlags.Foot) != 0 && (steps[a] + cost < steps[b] || steps[b] + cost < steps[a]))
                {
                    (steps[a], steps[b], changed) = (Math.Min(steps[a], steps[b] + cost), Math.Min(steps[b], steps[a] + cost), true);
                }
            }
        }

        return steps;
    }

    [Fact]
    public void Driving_in_liechtenstein_is_certified_both_ways_and_the_country_holds_together()
    {
        RoadWays ways = RealRoads.Read(25832, "osm", "liechtenstein-2015.osm.pbf");
        RoadGraph graph = RoadGraph.Build(ways);
        EdgeIndex index = new(graph, RoadMode.Car);
        Random random = new(1);
        RoadTarget[] targets = [.. Enumerable.Range(0, 50)
            .Select(i => random.Next(graph.NodeCount))
            .Select((node, i) => new RoadTarget(i, index.Connect(graph.NodeX[node], graph.NodeY[node], 500)))];
        NearestSearch towards = NearestSearch.ByCar(graph, targets, 60, towardsTargets: true);
        Certificate.Check(graph, towards, targets, RoadMode.Car, towardsTargets: true);
        NearestSearch from = NearestSearch.ByCar(graph, targets, 60, towardsTargets: false);
        Certificate.Check(graph, from, targets, RoadMode.Car, towardsTargets: false);
        // Nearly wherever a car trip may begin, it gets somewhere: nothing connects to a dead end of one-way streets. Some mountain tracks lie behind roads closed to cars.
        int ends = 0;
        int isolated = 0;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.CanConnect(edge, RoadMode.Car))
            {
                Connections middle = new(new Connection(edge, 0, 0));
                ends++;
                isolated += towards.At(middle).IsReachable && from.At(middle).IsReachable ? 0 : 1;
            }
        }

        Assert.InRange(isolated, 0, ends / 33);
        Assert.True(graph.Report.Fragments.All(f => f.LengthM < 1000));
        Assert.True(graph.NodeCount < ways.X.Length / 4, "Bends are no nodes.");
    }

    /// <summary>The ways as they are: every vertex a node, every segment two arcs.</summary>
    private sealed class PlainRoads
    {
        private readonly Dictionary<long, List<(long Node, double LengthM)>> _arcs = [];
        private readonly RoadWays _ways;

        public PlainRoads(RoadWays ways)
        {
            _ways = ways;
            Dictionary<(double, double), long> nodeAt = [];
            HashSet<(double, double)> shared = [];
            List<int> vertices = [];
            for (int way = 0; way < ways.Count; way++)
            {
                if ((ways.Traits[way].Flags & RoadFlags.Foot) == 0)
                {
                    continue;
                }

                for (int p = ways.FirstPoint[way]; p < ways.FirstPoint[way + 1]; p++)
                {
                    vertices.Add(p);
                    if (!nodeAt.TryAdd((ways.X[p], ways.Y[p]), ways.NodeIds[p]) && nodeAt[(ways.X[p], ways.Y[p])] != ways.NodeIds[p])
                    {
                        shared.Add((ways.X[p], ways.Y[p]));
                    }

                    if (p > ways.FirstPoint[way])
                    {
                        Link(p - 1, p);
                    }
                }
            }

            Vertices = [.. vertices.Where(p => !shared.Contains((ways.X[p], ways.Y[p])) && !ways.Blocks.ContainsKey(ways.NodeIds[p]))];
        }

        /// <summary>Points whose place says which node they are.</summary>
        public int[] Vertices { get; }

        public Dictionary<long, double> From(IEnumerable<long> sources)
        {
            Dictionary<long, double> distance = [];
            PriorityQueue<long, double> queue = new();
            foreach (long source in sources)
            {
                distance[source] = 0;
                queue.Enqueue(source, 0);
            }

            while (queue.TryDequeue(out long node, out double at))
            {
                bool isBarrier = _ways.Blocks.TryGetValue(node, out RoadFlags blocked) && (blocked & RoadFlags.Foot) != 0;
                if (at > distance[node] || isBarrier)
                {
                    continue;
                }

                foreach ((long next, double lengthM) in _arcs[node])
                {
                    if (at + lengthM < distance.GetValueOrDefault(next, NoWay))
                    {
                        distance[next] = at + lengthM;
                        queue.Enqueue(next, at + lengthM);
                    }
                }
            }

            return distance;
        }

        private void Link(int p, int q)
        {
            double lengthM = Math.Sqrt(Math.Pow(_ways.X[p] - _ways.X[q], 2) + Math.Pow(_ways.Y[p] - _ways.Y[q], 2));
            foreach ((int from, int to) in new[] { (p, q), (q, p) })
            {
                if (!_arcs.TryGetValue(_ways.NodeIds[from], out List<(long, double)>? arcs))
                {
                    _arcs.Add(_ways.NodeIds[from], arcs = []);
                }

                arcs.Add((_ways.NodeIds[to], lengthM));
            }
        }
    }
}
