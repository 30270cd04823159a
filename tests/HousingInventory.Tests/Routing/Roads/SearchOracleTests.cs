using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Every search on random towns against three plain loops over all vertices.</summary>
public sealed class SearchOracleTests
{
    private const int HomeCount = 12;
    private const int TargetCount = 5;
    private const double MetresPerMinute = 60;
    private const double MaxToRoadM = 120;

    [Fact]
    public void Walking_on_a_raster_is_exact_and_ties_go_to_the_smaller_id() => Seeds.Check(400, seed =>
    {
        Case town = new(RandomTown.Raster(seed).Ways, seed, RoadMode.Foot, 1);
        NearestSearch search = NearestSearch.OnFoot(town.Graph, town.Targets);
        Certificate.Check(town.Graph, search, town.Targets);
        for (int home = 0; home < HomeCount; home++)
        {
            (double cost, int id) = town.NearestFrom(home);
            Assert.Equal((cost, id, cost), Told(search.At(town.Homes[home])));
        }
    });

    [Fact]
    public void Walking_on_crooked_ways_is_right_to_the_micrometre() => Seeds.Check(400, seed =>
    {
        Case town = new(RandomTown.Crooked(seed), seed, RoadMode.Foot, 1);
        NearestSearch search = NearestSearch.OnFoot(town.Graph, town.Targets);
        Certificate.Check(town.Graph, search, town.Targets);
        for (int home = 0; home < HomeCount; home++)
        {
            AssertNear(town.NearestFrom(home).Cost, search.At(town.Homes[home]).Cost);
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Driving_is_right_in_both_directions(bool towardsTargets) => Seeds.Check(400, seed =>
    {
        RoadWays ways = seed % 2 == 0 ? RandomTown.Raster(seed).Ways : RandomTown.Crooked(seed);
        Case town = new(ways, seed, RoadMode.Car, 60 / MetresPerMinute);
        NearestSearch search = NearestSearch.ByCar(town.Graph, town.Targets, MetresPerMinute, towardsTargets);
        Certificate.Check(town.Graph, search, town.Targets, RoadMode.Car, towardsTargets, 60 / MetresPerMinute);
        for (int home = 0; home < HomeCount; home++)
        {
            NearestTarget told = search.At(town.Homes[home]);
            AssertNear(towardsTargets ? town.NearestFrom(home).Cost : town.NearestTo(home), told.Cost);
            if (told.IsReachable)
            {
                AssertNear(town.Metres(home, told.Id, towardsTargets), told.DistanceM);
            }
        }
    });

    [Fact]
    public void The_k_nearest_are_the_k_smallest_of_all_distances() => Seeds.Check(200, seed =>
    {
        Case town = new(RandomTown.Raster(seed).Ways, seed, RoadMode.Foot, 1);
        for (int k = 1; k <= 3; k++)
        {
            KNearestSearch search = KNearestSearch.OnFoot(town.Graph, town.Targets, k);
            for (int home = 0; home < HomeCount; home++)
            {
                (double, int)[] expected = [.. town.AllFrom(home).Take(k)];
                NearestTarget[] told = search.At(town.Homes[home]);
                Assert.Equal(expected, told.Select(t => (t.Cost, t.Id)));
                Assert.Equal(expected.Length == k ? expected[^1].Item1 : double.PositiveInfinity, search.KthAt(town.Homes[home]).Cost);
            }
        }
    });

    [Fact]
    public void Reach_and_access_lists_hold_all_within_the_limit_from_either_side() => Seeds.Check(200, seed =>
    {
        Case town = new(seed % 2 == 0 ? RandomTown.Raster(seed).Ways : RandomTown.Crooked(seed), seed, RoadMode.Foot, 1);
        Connections[] others = [.. town.Targets.Select(t => t.Connections)];
        foreach (double maxM in new[] { 100, 400.0, double.PositiveInfinity })
        {
            AccessLists fromOthers = AccessLists.Build(town.Graph, town.Homes, others, maxM);
            AccessLists fromHomes = AccessLists.Build(town.Graph, others, town.Homes, maxM);
            for (int home = 0; home < HomeCount; home++)
            {
                for (int other = 0; other < others.Length; other++)
                {
                    double distanceM = town.Between(home, other);
                    double[] there = [.. fromOthers.Of(home).ToArray().Where(r => r.Id == other).Select(r => r.DistanceM)];
                    double[] back = [.. fromHomes.Of(other).ToArray().Where(r => r.Id == home).Select(r => r.DistanceM)];
                    Assert.Equal(there, back);
                    bool isWithin = Math.Round(distanceM, 7) <= maxM && double.IsFinite(distanceM);
                    AssertNear(isWithin ? distanceM : double.PositiveInfinity, there.Length > 0 ? there.Single() : double.PositiveInfinity);
                }
            }
        }
    });

    [Theory]
    [InlineData(RoadMode.Foot)]
    [InlineData(RoadMode.Car)]
    public void A_path_costs_what_it_should_and_its_line_is_as_long_as_it_says(RoadMode mode) => Seeds.Check(200, seed =>
    {
        RoadWays ways = seed % 2 == 0 ? RandomTown.Raster(seed).Ways : RandomTown.Crooked(seed);
        Case town = new(ways, seed, mode, mode == RoadMode.Foot ? 1 : 60 / MetresPerMinute);
        PathSearch search = mode == RoadMode.Foot ? PathSearch.OnFoot(town.Graph) : PathSearch.ByCar(town.Graph, MetresPerMinute);
        for (int home = 0; home < HomeCount; home++)
        {
            Connections to = town.Targets[home % TargetCount].Connections;
            RoadPath? path = search.Find(town.Homes[home], to);
            AssertNear(town.Between(home, home % TargetCount), path?.Cost ?? double.PositiveInfinity);
            if (path is not null)
            {
                double lineM = path.X.Zip(path.Y).Zip(path.X.Skip(1).Zip(path.Y.Skip(1)))
                    .Sum(s => Math.Sqrt(Math.Pow(s.Second.First - s.First.First, 2) + Math.Pow(s.Second.Second - s.First.Second, 2)));
                // Which of several connections the path took, the line tells not; one of them fits.
                double straightM = path.DistanceM - lineM;
                Assert.Contains(
                    town.Homes[home].Each.ToArray().SelectMany(a => to.Each.ToArray().Select(b => a.StraightM + b.StraightM)), m => Math.Abs(m - straightM) < 1e-5);
            }
        }
    });

    [Fact]
    public void The_order_of_the_ways_shows_nowhere() => Seeds.Check(200, seed =>
    {
        RoadWays ways = seed % 2 == 0 ? RandomTown.Raster(seed).Ways : RandomTown.Crooked(seed);
        RoadGraph graph = RoadGraph.Build(ways);
        RoadGraph other = RoadGraph.Build(RandomTown.Shuffled(ways, seed));
        AssertSame(graph, other);
    });

    internal static void AssertSame(RoadGraph graph, RoadGraph other)
    {
        Assert.Equal(graph.NodeX, other.NodeX);
        Assert.Equal(graph.NodeY, other.NodeY);
        Assert.Equal(graph.EdgeStart, other.EdgeStart);
        Assert.Equal(graph.EdgeEnd, other.EdgeEnd);
        Assert.Equal(graph.EdgeLengthM, other.EdgeLengthM);
        Assert.Equal(graph.EdgeFlags.ToArray(), other.EdgeFlags.ToArray());
        Assert.Equal(graph.PointX, other.PointX);
        Assert.Equal(graph.PointY, other.PointY);
        Assert.Equal(graph.PointM, other.PointM);
        Assert.Equal(graph.Report.Fragments, other.Report.Fragments);
        foreach (RoadMode mode in Enum.GetValues<RoadMode>())
        {
            Assert.Equal(graph.Net(mode).StateCount, other.Net(mode).StateCount);
            for (int state = 0; state < graph.Net(mode).StateCount; state++)
            {
                Assert.Equal(graph.Net(mode).Arcs.From(state).ToArray(), other.Net(mode).Arcs.From(state).ToArray());
                Assert.Equal(graph.ReversedNet(mode).Arcs.From(state).ToArray(), other.ReversedNet(mode).Arcs.From(state).ToArray());
            }
        }
    }

    private static (double, int, double) Told(NearestTarget nearest) => (nearest.Cost, nearest.Id, nearest.DistanceM);

    private static void AssertNear(double expected, double actual)
    {
        if (double.IsPositiveInfinity(expected) || double.IsPositiveInfinity(actual))
        {
            Assert.Equal(expected, actual);
        }
        else
        {
            Assert.InRange(actual, expected - 1e-6, expected + 1e-6);
        }
    }

    /// <summary>A town, some homes and targets that the graph connects, and all distances between them.</summary>
    private sealed class Case
    {
        private readonly RoadOracle _oracle;

        public Case(RoadWays ways, int seed, RoadMode mode, double straightPerM)
        {
            Graph = RoadGraph.Build(ways, new RoadGraphOptions { FragmentM = seed % 3 * 100 });
            EdgeIndex index = new(Graph, mode);
            (double X, double Y)[] places = RandomTown.Points(seed, HomeCount + TargetCount, RandomTown.StepM(seed));
            Connections[] points = [.. places.Select(p => index.Connect(p.X, p.Y, MaxToRoadM))];
            Homes = points[..HomeCount];
            Targets = [.. points[HomeCount..].Select((c, i) => new RoadTarget(i, c))];
            _oracle = new RoadOracle(Graph, ways, mode, points, straightPerM);
        }

        public RoadGraph Graph { get; }

        public Connections[] Homes { get; }

        public RoadTarget[] Targets { get; }

        public double Between(int home, int target) => _oracle.Between(home, HomeCount + target);

        public double Metres(int home, int target, bool towardsTargets) =>
            towardsTargets ? _oracle.MetresBetween(home, HomeCount + target) : _oracle.MetresBetween(HomeCount + target, home);

        public IEnumerable<(double Cost, int Id)> AllFrom(int home) => Enumerable.Range(0, TargetCount)
            .Select(t => (Cost: Math.Round(Between(home, t), 7), Id: t))
            .Where(t => double.IsFinite(t.Cost))
            .Order();

        public (double Cost, int Id) NearestFrom(int home) => AllFrom(home).FirstOrDefault((double.PositiveInfinity, -1));

        public double NearestTo(int home) => Enumerable.Range(0, TargetCount).Min(t => _oracle.Between(HomeCount + t, home));
    }
}
