using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

public sealed class RoadGraphTests
{
    [Fact]
    public void Bends_and_way_ends_are_no_nodes()
    {
        // Three ways in a row, the middle one drawn the other way round, and a side street at (200, 0): nodes at the two ends, the crossing and the side street's end.
        RoadGraph graph = new Town()
            .Way(1, Town.Street, (0, 0), (50, 0), (100, 0))
            .Way(2, Town.Street, (200, 0), (150, 0), (100, 0))
            .Way(3, Town.Street, (200, 0), (300, 0))
            .Way(4, Town.Street, (200, 0), (200, 40))
            .Build().Graph;
        Assert.Equal((4, 3), (graph.NodeCount, graph.EdgeCount));
        Assert.Equal([40.0, 100.0, 200.0], graph.EdgeLengthM.ToArray().Order());
        // The long edge begins with way 1, in its direction.
        Assert.Equal([0.0, 50, 100, 150, 200], graph.PointX[..5].ToArray());
        Assert.Equal([0.0, 50, 100, 150, 200], graph.PointM[..5].ToArray());
        Assert.Equal([1L, 1, 2, 2], new[] { 0, 1, 2, 3 }.Select(graph.WayIdOf));
    }

    [Fact]
    public void A_node_stays_where_speed_or_direction_changes()
    {
        RoadTraits fast = new(RoadFlags.Foot | RoadFlags.Car, 72, 72);
        RoadGraph graph = new Town().Way(1, Town.Street, (0, 0), (100, 0)).Way(2, fast, (100, 0), (200, 0)).Way(3, Town.OneWay, (200, 0), (300, 0)).Build().Graph;
        Assert.Equal((4, 3), (graph.NodeCount, graph.EdgeCount));
    }

    [Fact]
    public void One_way_streets_drawn_towards_each_other_are_not_one_street()
    {
        // Both lead to (100, 0): nobody drives through, everybody walks through.
        Streets town = new Town()
            .Way(1, Town.OneWay, (0, 0), (100, 0))
            .Way(2, Town.OneWay, (200, 0), (100, 0))
            .Build();
        Assert.Equal(2, town.Graph.EdgeCount);
        Assert.Equal(200.0, town.Walk((0, 0), (200, 0)));
        RoadTraits against = new(RoadFlags.Foot | RoadFlags.CarBackward, 0, 36);
        Assert.Equal(1, new Town().Way(1, Town.OneWay, (0, 0), (100, 0)).Way(2, against, (200, 0), (100, 0)).Build().Graph.EdgeCount);
    }

    [Fact]
    public void A_ring_without_a_crossing_is_one_edge_from_a_node_to_itself()
    {
        // 400 m round; from (0, 50) to (100, 50) it is 200 m either way, to (50, 0) 100 m.
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0), (100, 100)).Way(2, Town.Street, (100, 100), (0, 100), (0, 0)).Build();
        Assert.Equal((1, 1), (town.Graph.NodeCount, town.Graph.EdgeCount));
        Assert.Equal(200.0, town.Walk((0, 50), (100, 50)));
        Assert.Equal(100.0, town.Walk((0, 50), (50, 0)));
    }

    [Fact]
    public void Parallel_streets_and_streets_without_length_are_fine()
    {
        Streets town = new Town()
            .Way(1, Town.Street, (0, 0), (0, 30), (100, 30), (100, 0))
            .Way(2, Town.Street, (0, 0), (100, 0))
            .Way(3, Town.Street, (0, 0), (-50, 0))
            .Way(4, Town.Street, (100, 0), (100, 0), (150, 0))
            .Build();
        Assert.Equal(200.0, town.Walk((-50, 0), (150, 0)));
        RoadWays twoNodesAtOnePlace = new();
        Assert.True(twoNodesAtOnePlace.Add(1, Town.Street, [0, 100], [0, 0], [1, 2]));
        Assert.True(twoNodesAtOnePlace.Add(2, Town.Path, [100, 100], [0, 0], [2, 3]));
        Assert.True(twoNodesAtOnePlace.Add(3, Town.Street, [100, 200], [0, 0], [3, 4]));
        Assert.Equal(200.0, new Streets(RoadGraph.Build(twoNodesAtOnePlace)).Walk((0, 0), (200, 0)));
    }

    [Fact]
    public void Ways_cross_only_where_they_name_the_same_node()
    {
        // A bridge over a road: the lines cross at (50, 0), the nodes do not.
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0)).Way(2, Town.Street, (50, -40), (50, 60)).Build(maxToRoadM: 20);
        Assert.Null(town.Walk((0, 0), (50, 60)));
    }

    [Fact]
    public void Cars_obey_one_way_signs_and_walkers_do_not()
    {
        // A block of 100 m, the street to the shop one-way eastwards. West to east 100 m at 10 m/s; back 300 m round the block.
        Streets town = new Town()
            .Way(1, Town.OneWay, (0, 0), (100, 0))
            .Way(2, Town.Street, (100, 0), (100, 100), (0, 100), (0, 0))
            .Build();
        Assert.Equal((10.0, 100.0), (town.Drive((0, 0), (100, 0)).Cost, town.Drive((0, 0), (100, 0)).DistanceM));
        Assert.Equal(30.0, town.Drive((100, 0), (0, 0)).Cost);
        Assert.Equal(30.0, town.Drive((0, 0), (100, 0), towardsTargets: false).Cost);
        Assert.Equal(100.0, town.Walk((100, 0), (0, 0)));
        // On the one-way street itself: 80 m behind is 320 m ahead.
        Assert.Equal(32.0, town.Drive((90, 0), (10, 0)).Cost);
        Assert.Equal(8.0, town.Drive((10, 0), (90, 0)).Cost);
    }

    [Fact]
    public void By_car_the_straight_bits_are_walked()
    {
        // 30 m and 60 m at 60 m/min are 30 s and 60 s; 200 m at 10 m/s are 20 s.
        NearestTarget drive = new Town().Way(1, Town.Street, (0, 0), (1000, 0)).Build().Drive((100, 30), (300, -60));
        Assert.Equal((110.0, 290.0), (drive.Cost, drive.DistanceM));
    }

    [Fact]
    public void A_ferry_costs_its_wait_once_and_carries_no_walkers()
    {
        // Island and mainland, 3600 m of water in three pieces, the last at double speed: 90 + 100 + 85 = 275 s, and 600 s of waiting. 100 m of road on each side, 10 s each.
        RoadTraits ferry = new(RoadFlags.Foot | RoadFlags.Car | RoadFlags.Ferry, 36, 36, 600);
        Town drawn = new Town()
            .Way(1, Town.Street, (0, 0), (100, 0), (100, 100), (0, 100), (0, 0))
            .Way(2, ferry, (100, 0), (1000, 0))
            .Way(3, ferry, (1000, 0), (2000, 0))
            .Way(4, ferry with { ForwardKmh = 72, BackwardKmh = 72 }, (2000, 0), (3700, 0))
            .Way(5, Town.Path, (2000, 0), (2000, 1))
            .Way(6, Town.Street, (3700, 0), (3800, 0), (3800, 100), (3700, 100), (3700, 0));
        Streets town = drawn.Build();
        Assert.Null(town.Walk((0, 0), (3800, 0)));
        // The jetty at metre 2000 makes that node a shore too: the crossing is two, so 1200 s. Without it, 600 s.
        Assert.Equal(275.0 + 1200 + 20, town.Drive((0, 0), (3800, 0)).Cost);
        RoadWays plain = new();
        foreach (int way in new[] { 0, 1, 2, 3, 5 })
        {
            Range points = drawn.Ways.FirstPoint[way]..drawn.Ways.FirstPoint[way + 1];
            Assert.True(plain.Add(way, drawn.Ways.Traits[way], drawn.Ways.X[points], drawn.Ways.Y[points], drawn.Ways.NodeIds[points]));
        }

        Assert.Equal(275.0 + 600 + 20, new Streets(RoadGraph.Build(plain)).Drive((0, 0), (3800, 0)).Cost);
    }

    [Fact]
    public void Of_two_equally_quick_drives_the_shorter_one_is_told()
    {
        // From (0, 0) to (100, 0): 200 m at 72 km/h or 100 m at 36 km/h, 10 s each; the long way has the lower id.
        RoadTraits fast = new(RoadFlags.Car, 72, 72);
        Streets town = new Town()
            .Way(1, fast, (0, 0), (0, 50), (100, 50), (100, 0))
            .Way(2, Town.Street, (0, 0), (100, 0))
            .Way(3, Town.Street, (-100, 0), (0, 0))
            .Way(4, Town.Street, (100, 0), (200, 0))
            .Build();
        NearestTarget drive = town.Drive((-100, 0), (200, 0));
        Assert.Equal((30.0, 300.0), (drive.Cost, drive.DistanceM));
    }

    [Fact]
    public void Nodes_are_numbered_along_a_curve_that_never_jumps()
    {
        // On a raster of 16 x 16, each point of a Hilbert curve is a neighbour of the one before.
        double[] x = [.. Enumerable.Range(0, 256).Select(i => (double)(i % 16))];
        double[] y = [.. Enumerable.Range(0, 256).Select(i => (double)(i / 16))];
        int[] ranks = HilbertCurve.Ranks(x, y);
        int[] along = [.. Enumerable.Range(0, 256).OrderBy(i => ranks[i])];
        Assert.All(along.Zip(along.Skip(1)), pair => Assert.Equal(1, Math.Abs(x[pair.First] - x[pair.Second]) + Math.Abs(y[pair.First] - y[pair.Second])));
    }

    [Fact]
    public void Ways_of_one_id_and_shape_differ_by_what_they_are()
    {
        RoadWays ways = new Town().Way(1, Town.Path, (0, 0), (9, 0)).Way(1, Town.Street, (0, 0), (9, 0)).Way(1, Town.OneWay, (0, 0), (9, 0)).Ways;
        RoadGraph graph = RoadGraph.Build(ways);
        Assert.Equal((3, 0), (graph.EdgeCount, graph.Report.WaysTwice));
        for (int seed = 0; seed < 6; seed++)
        {
            SearchOracleTests.AssertSame(graph, RoadGraph.Build(RandomTown.Shuffled(ways, seed)));
        }
    }

    [Fact]
    public void A_known_duration_replaces_a_ferrys_speed()
    {
        // 3600 m in 900 s, after 100 s of waiting; the road on each side is 200 m, 20 s.
        RoadTraits ferry = new(RoadFlags.Car | RoadFlags.Ferry, 15, 15, 100, 900);
        Streets town = new Town().Way(1, Town.Street, (0, 0), (200, 0)).Way(2, ferry, (200, 0), (1000, 0), (3800, 0)).Way(3, Town.Street, (3800, 0), (4000, 0)).Build();
        Assert.Equal(900.0 + 100 + 40, town.Drive((0, 0), (4000, 0)).Cost);
    }

    [Theory]
    [InlineData(RoadFlags.Car, true, false)]
    [InlineData(RoadFlags.Foot, false, true)]
    [InlineData(RoadFlags.Car | RoadFlags.Foot, false, false)]
    [InlineData(RoadFlags.CarForward, true, false)]
    [InlineData(RoadFlags.None, true, true)]
    public void A_barrier_stops_whom_it_stops_on_all_roads_there(RoadFlags blocked, bool walks, bool drives)
    {
        // A street with a side street at the barrier; each part has its own turning loop.
        Streets town = new Town()
            .Way(1, Town.Street, (0, 0), (100, 0), (200, 0))
            .Way(2, Town.Street, (100, 0), (100, 100))
            .Block((100, 0), blocked)
            .Build(maxToRoadM: 20);
        foreach ((double X, double Y) end in new[] { (200.0, 0.0), (100, 100) })
        {
            Assert.Equal(walks ? 200.0 : null, town.Walk((0, 0), end));
            Assert.Equal(drives ? 20.0 : double.PositiveInfinity, town.Drive((0, 0), end).Cost);
        }

        // Up to the barrier, everybody gets.
        Assert.Equal(90.0, town.Walk((10, 0), (100, 0)));
    }

    [Fact]
    public void A_way_read_twice_counts_once()
    {
        Town town = new Town().Way(2, Town.Street, (0, 0), (300, 0)).Way(1, Town.Street, (0, 0), (0, 300)).Way(2, Town.Street, (0, 0), (300, 0));
        RoadGraph graph = town.Way(3, default, (0, 0), (5, 5)).Build().Graph;
        Assert.Equal(
            (2, 1, 1), (graph.Report.WaysUsed, graph.Report.WaysTwice, graph.Report.WaysNotRoad));
        Assert.Equal(600.0, graph.EdgeLengthM.ToArray().Sum());
    }

    [Fact]
    public void A_way_with_one_point_or_no_number_is_refused()
    {
        RoadWays ways = new();
        Assert.False(ways.Add(1, Town.Street, [1], [1]));
        Assert.False(ways.Add(1, Town.Street, [1, double.NaN], [1, 2]));
        Assert.False(ways.Add(1, Town.Street, [1, 2], [1, double.NegativeInfinity]));
        Assert.Equal(0, ways.Count);
    }

    [Fact]
    public void No_speed_is_no_way_to_drive()
    {
        RoadWays ways = new();
        Assert.True(ways.Add(1, new RoadTraits(RoadFlags.Foot | RoadFlags.Car, 0, double.NaN), [0, 1], [0, 0]));
        Assert.Equal(new RoadTraits(RoadFlags.Foot), ways.Traits[0]);
    }

    [Fact]
    public void Fragments_are_short_of_the_limit_never_at_it_and_of_equals_the_first_way_stays()
    {
        Town drawn = new Town()
            .Way(4, Town.Street, (0, 0), (1000, 0))
            .Way(3, Town.Street, (0, 500), (999, 500))
            .Way(2, Town.Street, (0, 900), (5000, 900));
        Assert.Equal([(999.0, 3L)], drawn.Build(fragmentM: 1000).Graph.Report.Fragments.Select(f => (f.LengthM, f.WayId)));
        Town equal = new Town().Way(9, Town.Street, (0, 0), (100, 0)).Way(8, Town.Street, (0, 500), (100, 500));
        Assert.Equal([9L], equal.Build(fragmentM: 1000).Graph.Report.Fragments.Select(f => f.WayId));
    }

    [Fact]
    public void Major_roads_come_as_lines()
    {
        RoadTraits major = new(RoadFlags.Car | RoadFlags.Foot | RoadFlags.Major, 70, 70);
        (int[] first, double[] x, double[] y) = new Town().Way(1, Town.Street, (0, 0), (9, 9)).Way(2, major, (5, 0), (5, 10), (5, 20)).Ways.MajorRoads();
        Assert.Equal([0, 3], first);
        Assert.Equal([5.0, 5, 5], x);
        Assert.Equal([0.0, 10, 20], y);
        // Being major does not cut an edge in two.
        Assert.Equal(1, new Town().Way(1, Town.Street with { Flags = major.Flags }, (0, 0), (9, 0)).Way(2, Town.Street, (9, 0), (20, 0)).Build().Graph.EdgeCount);
    }
}
