using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Where lines without node ids meet.</summary>
public sealed class LineTopologyTests
{
    [Fact]
    public void Ends_meet_ends_within_the_tolerance()
    {
        Town drawn = new Town().Line(1, Town.Street, (0, 0), (100, 0)).Line(2, Town.Street, (100.3, 0.4), (200, 0.4));
        // 0.3 and 0.4 make 0.5 m; the gap is stepped over and not counted: 100 + 99.7.
        Streets town = drawn.Build(snapM: 0.5, maxToRoadM: 20);
        Assert.Equal(199.7, town.Walk((0, 0), (200, 0.4)));
        Assert.Equal(1, town.Graph.Report.SnappedEnds);
        Assert.Null(drawn.Build(snapM: 0.49, maxToRoadM: 20).Walk((0, 0), (200, 0.4)));
    }

    [Fact]
    public void An_end_on_another_line_makes_a_junction_there()
    {
        // The side street ends 0.4 m short of metre 60 of the road.
        Streets town = new Town().Line(1, Town.Street, (0, 0), (100, 0)).Line(2, Town.Street, (60, 0.4), (60, 50)).Build();
        Assert.Equal(1, town.Graph.Report.TJunctions);
        Assert.Equal(60 + 49.6, town.Walk((0, 0), (60, 50)));
        Assert.Equal(40 + 49.6, town.Walk((100, 0), (60, 50)));
    }

    [Fact]
    public void Two_side_streets_at_one_place_meet_each_other_too()
    {
        Streets town = new Town()
            .Line(1, Town.Street, (0, 0), (100, 0))
            .Line(2, Town.Street, (60, 0), (60, 50))
            .Line(3, Town.Street, (60, -30), (60, 0))
            .Build();
        Assert.Equal(80.0, town.Walk((60, 50), (60, -30)));
        Assert.Equal(110.0, town.Walk((0, 0), (60, 50)));
        Assert.Equal(70.0, town.Walk((100, 0), (60, -30)));
    }

    [Fact]
    public void Side_streets_may_come_in_any_order_along_the_road()
    {
        // The first one meets metre 60, the second metre 20, the third, from the south, metre 40.
        Streets town = new Town()
            .Line(1, Town.Street, (0, 0), (100, 0))
            .Line(2, Town.Street, (60, 0), (60, 50))
            .Line(3, Town.Street, (20, 0), (20, 50))
            .Line(4, Town.Street, (40, 0), (40, -50))
            .Build();
        Assert.Equal(3, town.Graph.Report.TJunctions);
        Assert.Equal(140.0, town.Walk((60, 50), (20, 50)));
        Assert.Equal(120.0, town.Walk((20, 50), (40, -50)));
        Assert.Equal(100.0, town.Walk((0, 0), (100, 0)));
    }

    [Fact]
    public void An_end_near_a_vertex_meets_the_vertex()
    {
        Streets town = new Town().Line(1, Town.Street, (0, 0), (60, 0), (100, 0)).Line(2, Town.Street, (60.2, 0.1), (60.2, 50.1)).Build();
        Assert.Equal((0, 1), (town.Graph.Report.TJunctions, town.Graph.Report.SnappedEnds));
        Assert.Equal(110.0, town.Walk((0, 0), (60.2, 50.1)));
    }

    [Fact]
    public void Lines_that_only_cross_do_not_meet_unless_they_share_a_vertex()
    {
        Streets bridge = new Town().Line(1, Town.Street, (0, 0), (100, 0)).Line(2, Town.Street, (50, -50), (50, 50)).Build(maxToRoadM: 20);
        Assert.Null(bridge.Walk((0, 0), (50, 50)));
        Streets nearly = new Town().Line(1, Town.Street, (0, 0), (50, 0), (100, 0)).Line(2, Town.Street, (50, -50), (50, 0.3), (50, 50)).Build(maxToRoadM: 20);
        Assert.Null(nearly.Walk((0, 0), (50, 50)));
        Streets crossing = new Town().Line(1, Town.Street, (0, 0), (50, 0), (100, 0)).Line(2, Town.Street, (50, -50), (50, 0), (50, 50)).Build();
        Assert.Equal(100.0, crossing.Walk((0, 0), (50, 50)));
    }

    [Fact]
    public void A_short_line_between_two_streets_joins_them()
    {
        // 0.4 m long: both its ends meet both streets.
        Streets town = new Town().Line(1, Town.Street, (0, 0), (100, 0)).Line(2, Town.Street, (0, 0.4), (100, 0.4)).Line(3, Town.Path, (50, 0), (50, 0.4)).Build(snapM: 0.3);
        Assert.Equal(100.4, town.Walk((0, 0), (100, 0.4)));
        Streets merged = new Town().Line(1, Town.Street, (0, 0), (100, 0)).Line(2, Town.Street, (50, 0), (50, 0.2)).Build();
        Assert.Equal(100.0, merged.Walk((0, 0), (100, 0)));
    }

    [Fact]
    public void Lines_and_ways_with_node_ids_stay_apart()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0)).Line(2, Town.Street, (100, 0), (200, 0)).Build(maxToRoadM: 20);
        Assert.Null(town.Walk((0, 0), (200, 0)));
    }

    [Fact]
    public void The_order_of_the_lines_shows_nowhere() => Seeds.Check(200, seed =>
    {
        RoadWays ways = Lines(seed);
        SearchOracleTests.AssertSame(RoadGraph.Build(ways), RoadGraph.Build(RandomTown.Shuffled(ways, seed)));
    });

    [Fact]
    public void Cut_at_every_crossing_lines_give_the_same_distances_as_ways_with_nodes() => Seeds.Check(200, seed =>
    {
        // On a raster each way's vertices are all the places where others could meet it, so places and nodes say the same, but for ways that only touch.
        RoadWays withNodes = RandomTown.Raster(seed).Ways;
        RoadWays nodes = new();
        RoadWays lines = new();
        for (int way = 0; way < withNodes.Count; way++)
        {
            Range points = withNodes.FirstPoint[way]..withNodes.FirstPoint[way + 1];
            nodes.Add(way, withNodes.Traits[way], withNodes.X[points], withNodes.Y[points], withNodes.NodeIds[points]);
            lines.Add(way, withNodes.Traits[way], withNodes.X[points], withNodes.Y[points]);
        }

        SearchOracleTests.AssertSame(RoadGraph.Build(nodes), RoadGraph.Build(lines));
    });

    private static RoadWays Lines(int seed)
    {
        Random random = new(seed);
        RoadWays ways = new();
        for (int id = 1; id <= 15; id++)
        {
            double[] x = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => random.Next(12) * 0.4)];
            ways.Add(id % 5, Town.Street, x, [.. x.Select(_ => random.Next(12) * 0.4)]);
        }

        return ways;
    }
}
