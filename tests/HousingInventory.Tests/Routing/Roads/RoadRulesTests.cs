using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Private ways, gates of one's own, tunnels, banned turns, and the parts of the network within reach.</summary>
[Trait("Takes", "long")]
public sealed class RoadRulesTests
{
    private static readonly RoadTraits Private = Town.Street with { Flags = Town.Street.Flags | RoadFlags.FootLocal | RoadFlags.CarLocal };
    private static readonly RoadTraits Destination = Town.Street with { Flags = Town.Street.Flags | RoadFlags.CarLocal };
    private static readonly RoadTraits Tunnel = Town.Street with { Flags = Town.Street.Flags | RoadFlags.Tunnel };

    [Fact]
    public void A_private_drive_belongs_to_those_who_live_on_it()
    {
        // 10 m to the drive, 620 m of it, 2 000 m of road.
        Streets town = new Town().Way(1, Town.Street, (0, 0), (2000, 0), (4000, 0)).Way(2, Private, (2000, 0), (2000, 700)).Build();
        Assert.Equal(10.0 + 620 + 2000, town.Walk((2010, 620), (0, 0)));
        Assert.Equal(10.0 + 620 + 2000, town.Walk((0, 0), (2010, 620)));
        Assert.Equal(10.0 + 620 + 2000, town.Drive((2010, 620), (0, 0)).DistanceM);
    }

    [Fact]
    public void Nobody_passes_through_a_private_way_or_a_street_for_destinations_only()
    {
        // 2 000 m through, or 4 000 m round: by car where the street is for destinations only, on foot too where it is private.
        Town Drawn(RoadTraits through) => new Town()
            .Way(1, Town.Street, (0, 0), (1000, 0))
            .Way(2, through, (1000, 0), (3000, 0))
            .Way(3, Town.Street, (1000, 0), (1000, 1000), (3000, 1000), (3000, 0))
            .Way(4, Town.Street, (3000, 0), (4000, 0));
        Streets destination = Drawn(Destination).Build();
        Assert.Equal(4000.0, destination.Walk((0, 0), (4000, 0)));
        Assert.Equal(6000.0, destination.Drive((0, 0), (4000, 0)).DistanceM);
        Assert.Equal(6000.0, Drawn(Private).Build().Walk((0, 0), (4000, 0)));
        // Who lives in the street leaves it either way, and who shops there comes by the nearer one.
        Assert.Equal((1500.0, 1700.0), (destination.Drive((1500, 0), (0, 0)).DistanceM, destination.Drive((2300, 0), (4000, 0)).DistanceM));
        Assert.Equal(1800.0, destination.Drive((0, 0), (1800, 0)).DistanceM);
        // Along it, from one house to another, too.
        Assert.Equal(800.0, destination.Drive((1500, 0), (2300, 0)).DistanceM);
    }

    [Fact]
    public void From_one_private_area_to_another_one_goes_by_the_public_road_between()
    {
        Streets town = new Town()
            .Way(1, Town.Street, (0, 0), (1000, 0), (3000, 0), (4000, 0))
            .Way(2, Private, (1000, 0), (1000, 500), (900, 500))
            .Way(3, Private, (3000, 0), (3000, 400))
            .Build();
        Assert.Equal(100.0 + 500 + 2000 + 400, town.Walk((900, 500), (3000, 400)));
        // A third one between them is passed by, not through: 3 000 m of public road against 100 m.
        Streets through = new Town()
            .Way(1, Town.Street, (0, 0), (0, 1000), (1000, 1000), (1000, 0))
            .Way(2, Private, (0, 0), (0, -50))
            .Way(3, Private, (0, 0), (500, 0))
            .Way(4, Private, (500, 0), (1000, 0))
            .Way(5, Private, (1000, 0), (1000, -50))
            .Build();
        // Ways 2 to 5 are one private area: whoever lives in it uses all of it.
        Assert.Equal(1100.0, through.Walk((0, -50), (1000, -50)));
        Assert.Equal(3000.0, through.Walk((0, 1), (1000, 1)) + 2);
    }

    [Fact]
    public void A_village_behind_its_own_gate_is_reached_from_inside_and_from_outside()
    {
        // 10 m to the village street, 1 500 m to the gate, 2 000 m beyond. The village's streets are public but for the gate.
        Streets town = new Town()
            .Way(1, Town.Street, (0, 0), (2000, 0))
            .Way(2, Town.Street, (2000, 0), (4000, 0))
            .Way(3, Town.Street, (0, 0), (0, 3000))
            .Block((2000, 0), RoadFlags.FootLocal | RoadFlags.CarLocal)
            .Build();
        Assert.Equal(3510.0, town.Walk((3500, 10), (0, 0)));
        Assert.Equal(3510.0, town.Drive((3500, 10), (0, 0)).DistanceM);
        Assert.Equal(3510.0, town.Walk((0, 0), (3500, 10)));
        Assert.Equal(1500.0, town.Walk((2200, 0), (3700, 0)));
    }

    [Fact]
    public void A_village_with_two_gates_is_no_short_cut()
    {
        // Through both gates 1 000 m, round 3 000 m.
        Streets town = new Town()
            .Way(1, Town.Street, (-1000, 0), (0, 0), (0, 1000), (1000, 1000), (1000, 0), (2000, 0))
            .Way(2, Town.Street, (0, 0), (100, 0), (500, 0), (900, 0), (1000, 0))
            .Block((100, 0), RoadFlags.FootLocal | RoadFlags.CarLocal)
            .Block((900, 0), RoadFlags.FootLocal | RoadFlags.CarLocal)
            .Build();
        Assert.Equal(3000.0, town.Drive((0, 0), (1000, 0)).DistanceM);
        Assert.Equal(3000.0, town.Walk((0, 0), (1000, 0)));
        Assert.Equal(500.0, town.Walk((500, 0), (0, 0)));
        Assert.Equal(500.0, town.Walk((500, 0), (1000, 0)));
    }

    [Fact]
    public void A_tunnel_is_passed_through_and_never_connected_to()
    {
        // The tunnel runs 8 m beside the house, the street is 40 m away; the tunnel is the short way between its mouths.
        Streets town = new Town()
            .Way(1, Town.Street, (0, 0), (2000, 0))
            .Way(2, Tunnel, (0, 0), (0, 48), (2000, 48), (2000, 0))
            .Way(3, Town.Street, (2000, 0), (3000, 0))
            .Way(4, Tunnel, (3000, 0), (3500, 0))
            .Way(5, Town.Street, (3500, 0), (4000, 0))
            .Build();
        Assert.Equal(40.0, town.OnFoot((1000, 40)).Nearest.StraightM);
        Assert.Equal(40.0, town.ByCar((1000, 40)).Nearest.StraightM);
        Assert.Equal(40.0 + 1000, town.Walk((1000, 40), (2000, 0)));
        Assert.Equal(1500.0, town.Drive((2500, 0), (4000, 0)).DistanceM);
    }

    [Fact]
    public void A_house_connects_to_each_part_of_the_network_and_the_shortest_whole_path_counts()
    {
        // A loose forest track of 1 500 m passes 5 m from the house, the road 30 m.
        Streets town = new Town().Way(1, Town.Street, (0, 0), (5000, 0)).Way(2, Town.Path, (0, 25), (1500, 25)).Build(fragmentM: 1000);
        Connections at = town.OnFoot((1000, 30));
        Assert.Equal([5.0, 30.0], at.Each.ToArray().Select(c => c.StraightM));
        Assert.Equal(30.0 + 2000, town.Walk((1000, 30), (3000, 0)));
        // A place on the track is reached along the track, from the road's side too: both are 25 m apart.
        Assert.Equal(5.0 + 200, town.Walk((1000, 30), (1200, 25)));
        List<ReachedTarget> reached = [];
        new ReachSearch(town.Graph, town.Targets((3000, 0), (1200, 25))).Within(at, 3000, reached);
        Assert.Equal([new ReachedTarget(0, 2030), new ReachedTarget(1, 205)], reached);
        Assert.Equal([(1, 205.0), (0, 2030.0)], KNearestSearch.OnFoot(town.Graph, town.Targets((3000, 0), (1200, 25)), 2).At(at).Select(n => (n.Id, n.Cost)));
        Assert.Equal(2030.0, PathSearch.OnFoot(town.Graph).Find(at, town.OnFoot((3000, 0)))!.DistanceM);
    }

    [Fact]
    public void A_banned_turn_is_not_made_nor_is_it_by_turning_round_at_the_next_crossing()
    {
        // To the shop 3 000 m by the turn at (1000, 0); else on and round: 1000 + 2000 + 3000 + 2000, and down to the shop 1 000. The street has crossings where
        // one could turn round in the road, but nobody does.
        Town Drawn() => new Town()
            .Way(1, Town.Street, (0, 0), (1000, 0))
            .Way(2, Town.Street, (1000, 0), (1000, 2000))
            .Way(3, Town.Street, (1000, 0), (2000, 0), (3000, 0))
            .Way(4, Town.Street, (3000, 0), (3000, 3000), (1000, 3000), (1000, 2000))
            .Way(5, Town.Path, (2000, 0), (2000, -100));
        Assert.Equal(3000.0, Drawn().Build().Drive((0, 0), (1000, 2000)).DistanceM);
        Town banned = Drawn();
        banned.Ways.Ban(new TurnBan(1, Town.NodeAt((1000, 0)), 2, TurnBanKind.No));
        Streets town = banned.Build();
        Assert.Equal(1000.0 + 2000 + 3000 + 2000 + 1000, town.Drive((0, 0), (1000, 2000)).DistanceM);
        Assert.Equal(9000.0, PathSearch.ByCar(town.Graph).Find(town.ByCar((0, 0)), town.ByCar((1000, 2000)))!.DistanceM);
        // The other way round it is no ban, and on foot it is none at all.
        Assert.Equal(3000.0, town.Drive((1000, 2000), (0, 0)).DistanceM);
        Assert.Equal(3000.0, town.Drive((1000, 2000), (0, 0), towardsTargets: false).DistanceM - 6000);
        Assert.Equal(3000.0, town.Walk((0, 0), (1000, 2000)));
    }

    [Fact]
    public void Where_one_turn_only_is_allowed_all_others_are_banned_and_a_dead_end_may_be_turned_in()
    {
        Town drawn = new Town()
            .Way(1, Town.Street, (0, 0), (1000, 0))
            .Way(2, Town.Street, (1000, 0), (1000, 500))
            .Way(3, Town.Street, (1000, 0), (1300, 0));
        drawn.Ways.Ban(new TurnBan(1, Town.NodeAt((1000, 0)), 3, TurnBanKind.Only));
        // On to the end of the dead end, round, and back: 300 m twice.
        Assert.Equal(1000.0 + 600 + 500, drawn.Build().Drive((0, 0), (1000, 500)).DistanceM);
    }

    [Fact]
    public void A_bridge_in_a_layer_of_lines_is_no_crossing_where_heights_tell()
    {
        RoadWays Drawn(float bridgeM)
        {
            RoadWays ways = new();
            ways.Add(1, Town.Street, [0, 500, 1000], [0, 0, 0], default, [10, 10, 10]);
            ways.Add(2, Town.Street, [500, 500, 500], [-500, 0, 500], default, [bridgeM, bridgeM, bridgeM]);
            return ways;
        }

        double? Walk(RoadWays ways) => new Streets(RoadGraph.Build(ways, new RoadGraphOptions { FragmentM = 0 })) { MaxToRoadM = 20 }.Walk((0, 0), (500, 500));
        Assert.Equal(1000.0, Walk(Drawn(13)));
        Assert.Null(Walk(Drawn(13.1f)));
        Assert.Equal(1000.0, Walk(Drawn(float.NaN)));
        // An end in the air meets no road below it.
        RoadWays end = new();
        end.Add(1, Town.Street, [0, 1000], [0, 0], default, [0, 20]);
        end.Add(2, Town.Street, [500, 500], [0.2, 500], default, [16, 16]);
        Assert.Null(Walk(end));
        RoadWays low = new();
        low.Add(1, Town.Street, [0, 1000], [0, 0], default, [0, 20]);
        low.Add(2, Town.Street, [500, 500], [0.2, 500], default, [12, 16]);
        Assert.Equal(999.8, Walk(low));
    }

    [Theory]
    [InlineData(RoadMode.Foot)]
    [InlineData(RoadMode.Car)]
    public void Trips_in_towns_of_private_ways_gates_and_bans_are_those_of_the_rules(RoadMode mode)
    {
        int compared = 0;
        Seeds.Check(70, seed =>
        {
            RuledTown town = new(seed);
            RoadGraph graph = RoadGraph.Build(town.Ways, new RoadGraphOptions { FragmentM = 0 });
            EdgeIndex index = new(graph, mode);
            Connections[] places = [.. Enumerable.Range(0, town.SegmentCount).Select(town.Middle).Select(p => index.Connect(p.X, p.Y, 0))];
            PathSearch paths = mode == RoadMode.Foot ? PathSearch.OnFoot(graph) : PathSearch.ByCar(graph);
            for (int to = 0; to < town.SegmentCount; to += 5)
            {
                RoadTarget[] target = [new RoadTarget(0, places[to])];
                NearestSearch there = mode == RoadMode.Foot ? NearestSearch.OnFoot(graph, target) : NearestSearch.ByCar(graph, target);
                NearestSearch back = mode == RoadMode.Foot ? there : NearestSearch.ByCar(graph, target, towardsTargets: false);
                Certificate.Check(graph, there, target, mode);
                for (int from = 0; from < town.SegmentCount; from++)
                {
                    if (places[from].IsConnected && places[to].IsConnected && town.Trip(from, to, mode) is { } expectedM)
                    {
                        AssertNear(expectedM, there.At(places[from]).DistanceM);
                        AssertNear(expectedM, paths.Find(places[from], places[to])?.DistanceM ?? double.PositiveInfinity);
                        AssertNear(town.Trip(to, from, mode)!.Value, back.At(places[from]).DistanceM);
                        compared++;
                    }
                }
            }
        });
        Assert.True(compared > 1700, $"{compared} trips");

        static void AssertNear(double expected, double actual) =>
            Assert.True(double.IsPositiveInfinity(expected) ? double.IsPositiveInfinity(actual) : Math.Abs(expected - actual) < 1e-6, $"{expected} expected, {actual} told");
    }
}
