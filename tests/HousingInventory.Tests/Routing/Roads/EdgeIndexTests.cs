using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

public sealed class EdgeIndexTests
{
    [Fact]
    public void Connects_to_the_nearest_place_on_the_nearest_walkable_way_by_brute_force() => Seeds.Check(300, seed =>
    {
        RoadWays ways = seed % 2 == 0 ? RandomTown.Raster(seed).Ways : RandomTown.Crooked(seed);
        RoadGraph graph = RoadGraph.Build(ways, new RoadGraphOptions { FragmentM = 0 });
        EdgeIndex index = new(graph, RoadMode.Foot);
        foreach ((double x, double y) in RandomTown.Points(seed, 20, RandomTown.StepM(seed)))
        {
            (double distanceM, int segment) = NearestSegment(ways, x, y);
            Connections all = index.Connect(x, y, 90);
            Assert.Equal(distanceM <= 90, all.IsConnected);
            if (!all.IsConnected)
            {
                continue;
            }

            Connection told = all.Nearest;

            Assert.Equal(distanceM, told.StraightM);
            Assert.InRange(told.AlongM, 0, graph.EdgeLengthM[told.Edge]);
            // The edge holds the segment of the lowest way id, then number, among the equally near.
            ReadOnlySpan<int> first = graph.EdgeFirstPoint;
            Assert.Contains(segment, Enumerable.Range(first[told.Edge], first[told.Edge + 1] - first[told.Edge] - 1).Select(graph.RankOf));
        }
    });

    [Fact]
    public void Of_two_equally_near_streets_the_lower_way_id_wins_whatever_the_order()
    {
        // The house stands half-way between two streets.
        Streets town = new Town().Way(7, Town.Street, (0, 100), (500, 100)).Way(5, Town.Street, (0, 0), (500, 0)).Build();
        Connection at = town.OnFoot((200, 50)).Nearest;
        Assert.Equal(5, town.Graph.WayIdOf(town.Graph.EdgeFirstPoint[at.Edge]));
        Assert.Equal(50.0, at.StraightM);
    }

    [Fact]
    public void A_tie_is_a_tie_although_swedish_coordinates_are_large_and_decimal()
    {
        // 12.3 m each way; as doubles the two differences are not the same number.
        const double x = 664244.91;
        const double y = 7192321.37;
        RoadWays ways = new();
        Assert.True(ways.Add(9, Town.Street, [x - 100, x + 100], [y + 12.3, y + 12.3]));
        Assert.True(ways.Add(4, Town.Street, [x - 100, x + 100], [y - 12.3, y - 12.3]));
        RoadGraph graph = RoadGraph.Build(ways, new RoadGraphOptions { FragmentM = 0 });
        Connection at = new EdgeIndex(graph, RoadMode.Foot).Connect(x, y, 12.3).Nearest;
        Assert.Equal(4, graph.WayIdOf(graph.EdgeFirstPoint[at.Edge]));
        Assert.Equal((12.3, 100.0), (at.StraightM, at.AlongM));
    }

    [Fact]
    public void A_point_at_a_crossing_connects_without_a_step()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0), (200, 0)).Way(2, Town.Street, (100, 0), (100, 100)).Build();
        Assert.Equal(0.0, town.OnFoot((100, 0)).Nearest.StraightM);
        Assert.Equal(100.0, town.Walk((100, 0), (100, 100)));
        Assert.Equal(0.0, town.Walk((100, 0), (100, 0)));
    }

    [Fact]
    public void Cars_start_and_end_on_roads_they_can_leave_and_return_to()
    {
        // A ring of streets, and a one-way stub that the edge of the map cut off: who drives in there never comes back.
        Streets town = new Town()
            .Way(1, Town.Street, (0, 0), (1000, 0), (1000, 1000), (0, 0))
            .Way(2, Town.OneWay, (0, 0), (-300, 0))
            .Way(3, new RoadTraits(RoadFlags.Car | RoadFlags.Ferry, 15, 15, 600), (0, 0), (0, 400))
            .Build(fragmentM: 1000);
        // 20 m from the stub, 100 m from the crossing where the ring begins.
        Assert.Equal(100.0, town.ByCar((-80, 60)).Nearest.StraightM);
        Assert.Equal(60.0, town.OnFoot((-80, 60)).Nearest.StraightM);
        // 36 m from the ferry's line, 45 m from the ring's corner.
        Assert.Equal(45.0, town.ByCar((-36, 27)).Nearest.StraightM);
    }

    [Fact]
    public void Nothing_connects_to_an_empty_graph_and_no_place_is_no_point()
    {
        RoadGraph graph = RoadGraph.Build(new RoadWays());
        Assert.Equal((0, 0), (graph.NodeCount, graph.EdgeCount));
        Assert.False(new EdgeIndex(graph, RoadMode.Foot).Connect(0, 0, 500).IsConnected);
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0)).Build();
        Assert.False(town.OnFoot((double.NaN, 0)).IsConnected);
        Assert.False(town.OnFoot((0, double.PositiveInfinity)).IsConnected);
        Assert.Equal(NearestTarget.Unreachable, NearestSearch.OnFoot(town.Graph, []).At(town.OnFoot((0, 0))));
    }

    private static (double DistanceM, int Segment) NearestSegment(RoadWays ways, double x, double y)
    {
        (double DistanceM, int Segment) best = (double.PositiveInfinity, -1);
        for (int way = 0; way < ways.Count; way++)
        {
            for (int p = ways.FirstPoint[way]; p < ways.FirstPoint[way + 1] - 1; p++)
            {
                (double ax, double ay, double bx, double by) = (ways.X[p], ways.Y[p], ways.X[p + 1], ways.Y[p + 1]);
                double square = ((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay));
                if ((ways.Traits[way].Flags & RoadFlags.Foot) == 0 || square == 0)
                {
                    continue;
                }

                double t = Math.Clamp((((x - ax) * (bx - ax)) + ((y - ay) * (by - ay))) / square, 0, 1);
                double distanceM = Math.Round(Math.Sqrt(Math.Pow(ax + (t * (bx - ax)) - x, 2) + Math.Pow(ay + (t * (by - ay)) - y, 2)), 6);
                best = distanceM < best.DistanceM ? (distanceM, p) : best;
            }
        }

        return best;
    }
}
