using System.Globalization;
using HousingInventory.Routing.Roads;
using HousingInventory.Tests.Routing.Roads;
using Npgsql;

namespace HousingInventory.SystemTests.PostGis;

/// <summary>
/// Nearest-target distances against pgRouting: one search from a node of its own that has an arc to both ends of every target's edge. (Its form with an array of
/// sources and equicost is no oracle: it is too far for some nodes.)
/// </summary>
[Collection(PostGisTests.Name)]
[Trait("Needs", "PostGis")]
[Trait("Needs", "RealData")]
public sealed class PgRoutingTests(PostGisCluster cluster)
{
    private const int Source = -1;

    [Theory]
    [InlineData(3067, "helsinki-e2e", "helsinki-centre.osm.pbf")]
    [InlineData(25832, "osm", "liechtenstein-2015.osm.pbf")]
    public void Every_crossing_is_as_far_from_its_nearest_target_as_pgRouting_says(int epsg, string folder, string file)
    {
        RoadGraph graph = RoadGraph.Build(RealRoads.Read(epsg, folder, file, openToAll: true));
        EdgeIndex index = new(graph, RoadMode.Foot);
        // Targets beside the roads: every 101st crossing, moved 7 m east and 11 m north.
        RoadTarget[] targets = [.. Enumerable.Range(0, graph.NodeCount)
            .Where(n => n % 101 == 0)
            .Select((n, i) => new RoadTarget(i, index.Connect(graph.NodeX[n] + 7, graph.NodeY[n] + 11, 500)))
            .Where(t => t.Connections.IsConnected)];
        Assert.True(targets.Length > 20);
        NearestSearch search = NearestSearch.OnFoot(graph, targets);
        string connection = cluster.CreateDatabase();
        Load(connection, graph, targets);
        Dictionary<int, double> expected = Distances(connection);
        int compared = 0;
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!graph.CanConnect(edge, RoadMode.Foot))
            {
                continue;
            }

            NearestTarget nearest = search.At(new Connections(new Connection(edge, 0, 0)));
            Assert.Equal(expected.ContainsKey(graph.EdgeStart[edge]), nearest.IsReachable);
            if (nearest.IsReachable)
            {
                Assert.InRange(nearest.DistanceM, expected[graph.EdgeStart[edge]] - 0.01, expected[graph.EdgeStart[edge]] + 0.01);
                compared++;
            }
        }

        Assert.True(compared > 1000, $"{compared} edges");
    }

    private static void Load(string connection, RoadGraph graph, RoadTarget[] targets)
    {
        PostGisCluster.ExecuteIn(
            connection, "CREATE EXTENSION pgrouting CASCADE; CREATE TABLE arc (id serial, source bigint, target bigint, cost double precision, reverse_cost double precision)");
        using NpgsqlDataSource source = NpgsqlDataSource.Create(connection);
        using NpgsqlConnection open = source.OpenConnection();
        using NpgsqlBinaryImporter copy = open.BeginBinaryImport("COPY arc (source, target, cost, reverse_cost) FROM STDIN (FORMAT BINARY)");
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if ((graph.EdgeFlags[edge] & RoadFlags.Foot) != 0)
            {
                Row(copy, graph.EdgeStart[edge], graph.EdgeEnd[edge], graph.EdgeLengthM[edge], graph.EdgeLengthM[edge]);
            }
        }

        foreach (Connection at in targets.SelectMany(t => t.Connections.Each.ToArray()))
        {
            Row(copy, Source, graph.EdgeStart[at.Edge], at.StraightM + at.AlongM, -1);
            Row(copy, Source, graph.EdgeEnd[at.Edge], at.StraightM + graph.EdgeLengthM[at.Edge] - at.AlongM, -1);
        }

        copy.Complete();
    }

    private static void Row(NpgsqlBinaryImporter copy, long from, long to, double cost, double reverse)
    {
        copy.StartRow();
        copy.Write(from);
        copy.Write(to);
        copy.Write(cost);
        copy.Write(reverse);
    }

    private static Dictionary<int, double> Distances(string connection)
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(connection);
        using NpgsqlCommand command = source.CreateCommand(string.Create(
            CultureInfo.InvariantCulture, $"SELECT node, agg_cost FROM pgr_drivingDistance('SELECT id, source, target, cost, reverse_cost FROM arc', {Source}::bigint, 1e9, true)"));
        using NpgsqlDataReader rows = command.ExecuteReader();
        Dictionary<int, double> distances = [];
        while (rows.Read())
        {
            distances.Add((int)rows.GetInt64(0), rows.GetDouble(1));
        }

        return distances;
    }
}
