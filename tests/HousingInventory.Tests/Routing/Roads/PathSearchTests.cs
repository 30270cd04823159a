using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

public sealed class PathSearchTests
{
    [Fact]
    public void A_path_is_the_line_along_the_roads_without_the_straight_bits()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0), (200, 0)).Way(2, Town.Street, (200, 300), (200, 100), (100, 0)).Build();
        RoadPath path = PathSearch.OnFoot(town.Graph).Find(town.OnFoot((50, 20)), town.OnFoot((210, 250)))!;
        Assert.Equal([50.0, 100, 200, 200], path.X);
        Assert.Equal([0.0, 0, 100, 250], path.Y);
        // 20 + 50 + 100 * sqrt 2 + 150 + 10.
        Assert.Equal(230 + (100 * Math.Sqrt(2)), path.Cost, 7);
        Assert.Equal(path.Cost, path.DistanceM);
        Assert.Equal(2, path.Edges.Count);
    }

    [Fact]
    public void A_path_along_one_edge_may_run_either_way()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0), (200, 0)).Build();
        PathSearch search = PathSearch.ByCar(town.Graph);
        Assert.Equal([180.0, 100, 20], search.Find(town.ByCar((180, 0)), town.ByCar((20, 0)))!.X);
        Assert.Equal([20.0, 100, 180], search.Find(town.ByCar((20, 0)), town.ByCar((180, 0)))!.X);
        Assert.Equal([20.0, 20], search.Find(town.ByCar((20, 0)), town.ByCar((20, 0)))!.X);
    }

    [Fact]
    public void No_way_is_no_path_and_the_next_search_starts_clean()
    {
        Streets town = new Town().Way(1, Town.Street, (0, 0), (100, 0)).Way(2, Town.Street, (0, 500), (100, 500)).Build(maxToRoadM: 499);
        PathSearch search = PathSearch.OnFoot(town.Graph);
        Assert.Null(search.Find(town.OnFoot((0, 0)), town.OnFoot((0, 500))));
        Assert.Null(search.Find(Connections.None, town.OnFoot((0, 0))));
        Assert.Null(search.Find(town.OnFoot((0, 0)), Connections.None));
        Assert.Equal(100.0, search.Find(town.OnFoot((0, 0)), town.OnFoot((100, 0)))!.Cost);
    }
}
