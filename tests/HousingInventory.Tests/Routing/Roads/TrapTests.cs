using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>The traps of road distance, one to eight; the numbers are those of the list in the documentation of the measures.</summary>
public sealed class TrapTests
{
    [Fact]
    public void Trap_1_the_straight_bit_to_the_road_is_walked()
    {
        // The house is 256 m north of the road, the stop post on the road at that very point: 256 m, and at 80 m/min ceil(0.75 x 256) = 192 s.
        Streets town = new Town().Way(1, Town.Street, (0, 0), (1000, 0)).Build();
        Assert.Equal(256.0, town.Walk((400, 256), (400, 0)));
        Assert.Equal(192, Math.Ceiling(0.75 * town.Walk((400, 256), (400, 0))!.Value));
    }

    [Fact]
    public void Trap_2_two_points_on_one_long_edge_are_not_routed_by_a_junction()
    {
        // A 3 km edge; house 10 m north of metre 1400, stop 5 m south of metre 1600: 10 + 200 + 5.
        Streets town = new Town().Way(1, Town.Street, (0, 0), (3000, 0)).Way(2, Town.Street, (0, 0), (0, 50)).Way(3, Town.Street, (3000, 0), (3000, 50)).Build();
        Assert.Equal(215.0, town.Walk((1400, 10), (1600, -5)));
    }

    [Fact]
    public void Trap_3_a_fragment_is_left_out_and_the_house_connects_to_the_road_behind()
    {
        Town drawn = new Town().Way(1, Town.Street, (0, 0), (2000, 0)).Way(2, Town.Path, (500, 35), (530, 35));
        Streets town = drawn.Build(fragmentM: 1000);
        // The fragment is 5 m from the house, the road 40 m.
        Assert.Equal(40.0, town.OnFoot((515, 40)).Nearest.StraightM);
        RoadFragment fragment = Assert.Single(town.Graph.Report.Fragments);
        Assert.Equal((30.0, 1, 2L, 500.0, 35.0), (fragment.LengthM, fragment.EdgeCount, fragment.WayId, fragment.X, fragment.Y));
    }

    [Fact]
    public void Trap_3_the_only_street_of_a_small_town_stays()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (300, 0)).Build(fragmentM: 1000);
        Assert.Empty(town.Graph.Report.Fragments);
        Assert.Equal(120.0, town.Walk((100, 10), (200, -10)));
    }

    [Fact]
    public void Trap_4_nobody_walks_on_a_motorway()
    {
        Streets town = new Town().Way(1, Town.Motorway, (0, 0), (2000, 0)).Way(2, Town.Street, (0, 100), (2000, 100)).Build();
        // The motorway passes 20 m south, the street 80 m north.
        Assert.Equal(80.0, town.OnFoot((1000, 20)).Nearest.StraightM);
        // Nor does a car trip begin there.
        Assert.Equal(80.0, town.ByCar((1000, 20)).Nearest.StraightM);
    }

    [Fact]
    public void Trap_5_what_lies_across_the_water_is_unreachable()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (9000, 0)).Way(2, Town.Street, (0, 600), (3000, 600)).Build(fragmentM: 1000);
        Assert.Empty(town.Graph.Report.Fragments);
        Connections island = town.OnFoot((1000, 610));
        Assert.True(island.IsConnected);
        Assert.Equal(NearestTarget.Unreachable, NearestSearch.OnFoot(town.Graph, town.Targets((1000, 0))).At(island));
        Assert.Equal(10.0 + 500, town.Walk((1000, 610), (1000, 0), (1500, 600)));
    }

    [Fact]
    public void Trap_6_a_house_beyond_the_limit_is_off_the_network_and_one_at_the_limit_is_not()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (1000, 0)).Build();
        Assert.False(town.OnFoot((400, 501)).IsConnected);
        Assert.Equal(500.0, town.OnFoot((400, 500)).Nearest.StraightM);
        // At an angle: 300 m past the end, 400 m aside.
        Assert.Equal(500.0, town.OnFoot((1300, 400)).Nearest.StraightM);
        Assert.Equal(NearestTarget.Unreachable, NearestSearch.OnFoot(town.Graph, town.Targets((400, 0))).At(Connections.None));
    }

    [Fact]
    public void Trap_7_a_far_stop_is_a_number()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (6000, 0)).Build();
        Assert.Equal(5000.0, town.Walk((500, 0), (5500, 0)));
    }

    [Theory]
    [InlineData(400.0)]
    [InlineData(2000.0)]
    public void Trap_8_limits_are_inclusive_and_distances_exact(double limitM)
    {
        // 0.1 is no binary fraction; ten of them still make one metre, so the way is exactly as long as drawn.
        Town drawn = new();
        for (int i = 0; i < limitM; i++)
        {
            drawn.Ways.Add(i, Town.Street, [i, i + 0.1, i + 0.4, i + 1], [0, 0, 0, 0], [i * 10, (i * 10) + 1, (i * 10) + 4, (i + 1) * 10]);
            drawn.Ways.Add(100000 + i, Town.Path, [i + 0.1, i + 0.1], [0, 70], [(i * 10) + 1, (i * 10) + 7]);
        }

        Streets town = drawn.Build();
        Assert.Equal(limitM, town.Walk((0, 0), (limitM, 0)));
        List<ReachedTarget> reached = [];
        new ReachSearch(town.Graph, town.Targets((limitM, 0))).Within(town.OnFoot((0, 0)), limitM, reached);
        Assert.Equal([new ReachedTarget(0, limitM)], reached);
    }
}
