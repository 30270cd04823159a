using System.Diagnostics;
using System.Globalization;
using HousingInventory.Formats;
using HousingInventory.SystemTests.PostGis;
using NetTopologySuite.Geometries;

namespace HousingInventory.Benchmarks;

/// <summary>
/// 500 000 candidates with seven criteria, outlines and indexes, loaded into a server of its own that waits for its disk: what a load of the whole nation takes.
/// Needs PostgreSQL with PostGIS on this machine.
/// </summary>
internal static class PostGisBench
{
    private const int Count = 500_000;
    private const int Loads = 3;

    private static readonly PgTable Table = new()
    {
        Schema = "inventory",
        Name = "candidates",
        Columns =
        [
            new("building_id", PgType.Text), new("ref", PgType.Text), new("rank", PgType.BigInt), new("score", PgType.Double), new("score_max", PgType.Double),
            new("rank_ties", PgType.BigInt), new("fails", PgType.Text), new("status", PgType.Text), new("reason", PgType.Text), new("address", PgType.Text),
            new("address_source", PgType.Text), new("property", PgType.Text), new("candidates_on_property", PgType.BigInt), new("others_registered", PgType.Boolean),
            new("purpose", PgType.Text), new("footprint_m2", PgType.Double), new("locality", PgType.Text), new("holiday_home_hint", PgType.Text),
            new("confidence", PgType.Text), new("state", PgType.Text), new("contacted_on", PgType.Date), new("inspected_on", PgType.Date), new("condition", PgType.Text),
            new("note", PgType.Text),
            .. Enumerable.Range(0, 7).SelectMany(c => (PgColumn[])[new($"c{c}", PgType.Double), new($"c{c}_points", PgType.Double), new($"c{c}_missing", PgType.Text)]),
        ],
        GeometryColumn = "geom",
        GeometryType = "MULTIPOLYGON",
        Srid = 3006,
        PrimaryKey = ["building_id"],
    };

    public static void Run()
    {
        using PostGisCluster cluster = new(isDurable: true);
        for (int load = 0; load < Loads; load++)
        {
            Load(cluster.CreateDatabase());
        }
    }

    private static void Load(string connection)
    {
        using PostGisDatabase database = PostGisDatabase.Open(connection);
        int backend = (int)database.Query("SELECT pg_backend_pid()")!;
        TimeSpan client = Environment.CpuUsage.TotalTime;
        double server = ServerSeconds(backend);
        long start = Stopwatch.GetTimestamp();
        database.Begin();
        database.Execute("CREATE SCHEMA inventory");
        database.Execute(Table.CreateSql());
        long rows = database.Copy(Table, Rows());
        double copied = Stopwatch.GetElapsedTime(start).TotalSeconds;
        database.Execute(Table.IndexSql());
        database.Execute($"CREATE INDEX ON {Table.QuotedName} (ref)");
        double indexed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        database.Commit();
        double all = Stopwatch.GetElapsedTime(start).TotalSeconds;
        client = Environment.CpuUsage.TotalTime - client;
        server = ServerSeconds(backend) - server;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"load {rows} candidates of {Table.Columns.Count} columns into PostGIS: {all:F1} s ({copied:F1} s rows, {indexed - copied:F1} s indexes and statistics, {all - indexed:F1} s commit); busy {client.TotalSeconds:F1} s here, {server:F1} s in the server"));
    }

    /// <summary>Seconds that a process of the server was busy, which say more than the clock where others use the machine; 0 where that is not told.</summary>
    private static double ServerSeconds(int process)
    {
        string file = $"/proc/{process}/stat";
        if (!File.Exists(file))
        {
            return 0;
        }

        // Fields 14 and 15, user and system time in hundredths; the second field, in parentheses, may have blanks.
        string[] fields = File.ReadAllText(file).Split(')')[^1].Split(' ');
        return (long.Parse(fields[12], CultureInfo.InvariantCulture) + long.Parse(fields[13], CultureInfo.InvariantCulture)) / 100.0;
    }

    private static IEnumerable<(Geometry? Geometry, object?[] Values)> Rows()
    {
        Random random = new(1);
        object?[] values = new object?[Table.Columns.Count];
        for (int i = 0; i < Count; i++)
        {
            double x = 300_000 + (600_000 * random.NextDouble()), y = 6_200_000 + (1_400_000 * random.NextDouble());
            Coordinate[] ring = [new(x, y), new(x + 12, y + 3), new(x + 10, y + 11), new(x + 5, y + 10), new(x + 4, y + 14), new(x - 3, y + 12), new(x, y)];
            (values[0], values[1], values[2], values[3], values[4], values[5]) = ($"9c1f6d0e-{i % 9973:x4}-4000-8000-{i:x12}", $"R{i:D6}", (long)i + 1, Math.Round(100 - (i / 5000.0), 1), 100m, 7L);
            (values[7], values[8], values[9], values[10]) = ("nobody-registered", "no-registration-found", $"Exempelvägen {i % 400}", "own");
            (values[11], values[12], values[13]) = ($"EXEMPELBY {i % 300}:{i % 90}", 1L, i % 3 == 0);
            (values[14], values[15], values[16], values[18]) = ("Bostad;Småhus friliggande", Math.Round(50 + (200 * random.NextDouble()), 1), $"Ort {i % 2000}", "strong");
            for (int c = 24; c < values.Length; c += 3)
            {
                (values[c], values[c + 1]) = (Math.Round(8000 * random.NextDouble()), Math.Round(100 * random.NextDouble(), 1));
            }

            yield return (FeatureGeometry.Factory.CreatePolygon(ring), values);
        }
    }
}
