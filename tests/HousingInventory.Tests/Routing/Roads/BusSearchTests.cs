using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Ways of a bus from several places at once, against a search from each of them.</summary>
public sealed class BusSearchTests
{
    private static readonly RoadTraits s_main = new(RoadFlags.Foot | RoadFlags.Car, 72, 72);

    [Fact]
    public void Every_crossing_belongs_to_the_place_from_which_a_bus_is_there_first_and_has_its_way()
    {
        // A grid of streets, of which every third row is a main road: the quickest way is often not the shortest.
        RoadGraph graph = Grid();
        BusRoads roads = new(graph, _ => 90);
        (double X, double Y)[] from = [(10, 0), (730, 400), (200, 800), (9_000, 9_000)];
        BusSearch all = new(roads, isQuickest: true), one = new(roads, isQuickest: true);
        all.Spread(from, 50, 2_000);
        (int Node, double Metres, int Source)[] reached = [.. all.ReachedFrom];
        Assert.Equal(graph.NodeCount, reached.Length);
        Assert.Equal(reached.Select(r => r.Node).Order(), reached.Select(r => r.Node));
        Assert.Equal([0, 1, 2], reached.Select(r => r.Source).Distinct().Order());

        // A place at a crossing has no way to it.
        Assert.Single(reached, r => r.Metres == 0);
        foreach ((int node, double metres, int source) in reached.Where(r => r.Metres > 0))
        {
            BusPath path = all.PathTo(node);
            Assert.Equal(metres, path.LengthM, 6);
            Assert.Equal(roads.PlaceOf(node), (path.X[^1], path.Y[^1]));
            Assert.Equal(from[source], (path.X[0], path.Y[0]));
            long[] times = [.. from[..3].Select(f => one.Find(f, roads.PlaceOf(node), 50)).Select(p => p!.MillisecondsBetween(0, p.LengthM))];
            Assert.InRange(path.MillisecondsBetween(0, path.LengthM), times.Min() - 10, times.Min() + 10);
        }
    }

    private static RoadGraph Grid()
    {
        Town town = new();
        for (int i = 0; i < 9; i++)
        {
            int at = i * 100;
            town.Way(100 + i, i % 3 == 0 ? s_main : Town.Street, [.. Enumerable.Range(0, 9).Select(x => ((double)(x * 100), (double)at))]);
            town.Way(200 + i, Town.Street, [.. Enumerable.Range(0, 9).Select(y => ((double)at, (double)(y * 100)))]);
        }

        return town.Build().Graph;
    }
}
