using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>A town of 21 x 21 streets, 100 m apart: all answers by counting blocks.</summary>
public sealed class GridTownTests
{
    private const int Side = 21;
    private static readonly Streets Town = Draw();

    [Fact]
    public void Walking_between_crossings_is_as_far_as_east_plus_north()
    {
        NearestSearch search = NearestSearch.OnFoot(Town.Graph, Town.Targets((300, 400)));
        for (int east = 0; east < Side; east++)
        {
            for (int north = 0; north < Side; north++)
            {
                Assert.Equal((Math.Abs(east - 3) + Math.Abs(north - 4)) * 100.0, search.At(Town.OnFoot((east * 100, north * 100))).Cost);
            }
        }
    }

    [Fact]
    public void A_house_in_a_block_walks_out_along_and_in()
    {
        // House 20 m north of the street y = 500 at x = 730; shop 10 m east of the avenue x = 1200 at y = 940: 20 + 470 + 440 + 10.
        Assert.Equal(940.0, Town.Walk((730, 520), (1210, 940)));
        // Shop on the next street north, y = 600, at x = 760: by the crossing at 700: 30 + 100 + 60, by that at 800: 70 + 100 + 40.
        Assert.Equal(20.0 + 190, Town.Walk((730, 520), (760, 600)));
    }

    [Fact]
    public void Shops_at_equal_distance_tell_the_smaller_id_and_the_second_comes_second()
    {
        // From (1000, 1000) all four are 300 m away, each by several ways.
        RoadTarget[] shops = Town.Targets((1300, 1000), (1000, 1300), (800, 900), (1100, 800));
        Connections home = Town.OnFoot((1000, 1000));
        Assert.Equal(new NearestTarget(0, 300, 300), NearestSearch.OnFoot(Town.Graph, shops).At(home));
        Assert.Equal([0, 1, 2], KNearestSearch.OnFoot(Town.Graph, shops, 3).At(home).Select(n => n.Id));
        Array.Reverse(shops);
        Assert.Equal(0, NearestSearch.OnFoot(Town.Graph, shops).At(home).Id);
        Assert.Equal([0, 1], KNearestSearch.OnFoot(Town.Graph, shops, 2).At(home).Select(n => n.Id));
    }

    [Fact]
    public void Two_entrances_of_one_shop_are_one_target()
    {
        Connections home = Town.OnFoot((1000, 1000));
        RoadTarget[] targets = [new(5, Town.OnFoot((1000, 1400))), new(5, Town.OnFoot((1000, 1100))), new(9, Town.OnFoot((1250, 1000))), new(1, Connections.None)];
        Assert.Equal([(5, 100.0), (9, 250.0)], KNearestSearch.OnFoot(Town.Graph, targets, 3).At(home).Select(n => (n.Id, n.Cost)));
        List<ReachedTarget> reached = [];
        ReachSearch search = new(Town.Graph, targets);
        search.Within(home, 1000, reached);
        Assert.Equal([new ReachedTarget(5, 100), new ReachedTarget(9, 250)], reached);
        search.Within(home, 249.99, reached);
        Assert.Equal([new ReachedTarget(5, 100)], reached);
        search.Within(Connections.None, 1000, reached);
        Assert.Empty(reached);
    }

    [Fact]
    public void A_drive_takes_the_fast_road_though_it_is_longer()
    {
        // The town's streets allow 10 m/s. A bypass of 2400 m at 30 m/s from the first to the last crossing of the lowest street: 80 s against 200 s.
        Streets town = Draw(new RoadTraits(RoadFlags.Car, 108, 108));
        NearestTarget drive = town.Drive((0, 0), (2000, 0));
        Assert.Equal((80.0, 2400.0), (drive.Cost, drive.DistanceM));
        Assert.Equal(2000.0, town.Walk((0, 0), (2000, 0)));
    }

    private static Streets Draw(RoadTraits bypass = default)
    {
        Town town = new();
        for (int i = 0; i < Side; i++)
        {
            int line = i * 100;
            town.Way(i, Roads.Town.Street, [.. Enumerable.Range(0, Side).Select(j => (j * 100.0, (double)line))]);
            town.Way(100 + i, Roads.Town.Street, [.. Enumerable.Range(0, Side).Select(j => ((double)line, j * 100.0))]);
        }

        return town.Way(200, bypass, (0, 0), (0, -200), (2000, -200), (2000, 0)).Build();
    }
}
