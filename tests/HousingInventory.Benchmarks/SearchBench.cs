using System.Diagnostics;
using System.Globalization;
using HousingInventory.Routing.Roads;
using HousingInventory.SystemTests.PostGis;
using HousingInventory.Tests.Routing.Roads;
using Npgsql;

namespace HousingInventory.Benchmarks;

/// <summary>
/// One search from many crossings to all others, on foot in Liechtenstein: ours, pgRouting's driving distance from a super-source, scipy's compiled Dijkstra with
/// all sources at once. Same graph, same sources; the three take turns, and their distances are compared. Nobody's loading counts: pgRouting has its edges in a
/// table, scipy its matrix in memory, we the graph.
/// </summary>
internal static class SearchBench
{
    private const int Rounds = 15;
    private const int SuperSource = -1;

    public static void Run()
    {
        RoadGraph graph = RoadGraph.Build(RealRoads.Read(25832, "osm", "liechtenstein-2015.osm.pbf", openToAll: true));
        int[] sources = Sources(graph);
        RoadTarget[] targets = [.. sources.Select((node, i) => new RoadTarget(i, AtCrossing(graph, node)))];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"One search on foot from {sources.Length} crossings: {graph.NodeCount} nodes, {graph.EdgeCount} edges"));
        NearestSearch search = NearestSearch.OnFoot(graph, targets);
        double[] ours = [.. Enumerable.Range(0, graph.NodeCount).Select(n => search.AtState(n).Cost)];
        using ScipyPeer? scipy = ScipyPeer.Start(Csr(graph), sources);
        using PgRoutingPeer? pgRouting = PgRoutingPeer.Start(graph, sources);
        Compare("scipy", ours, scipy?.Distances(graph.NodeCount), 1e-6);
        Compare("pgRouting", ours, pgRouting?.Distances(graph.NodeCount), 0.01);
        List<double> own = [];
        List<double> theirs = [];
        List<double> database = [];
        for (int round = 0; round <= Rounds; round++)
        {
            Add(own, round, () => Own(graph, targets));
            Add(theirs, round, () => scipy?.Milliseconds() ?? double.NaN);
            Add(own, round, () => Own(graph, targets));
            Add(database, round, () => pgRouting?.Milliseconds() ?? double.NaN);
        }

        double median = AccessBench.Median(own);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  medians of {Rounds} rounds: ours {median:F3} ms, scipy {AccessBench.Median(theirs):F3} ms, pgRouting {AccessBench.Median(database):F2} ms; best: {own.Min():F3}, {theirs.Min():F3}, {database.Min():F2}"));
        if (pgRouting is not null)
        {
            AccessBench.Goal("times faster than pgRouting's super-source form", AccessBench.Median(database) / median, "x", 12, isLeast: true);
        }

        if (scipy is not null)
        {
            AccessBench.Goal($"times faster than dijkstra of scipy {scipy.Version}", AccessBench.Median(theirs) / median, "x", 2.5, isLeast: true);
        }
    }

    /// <summary>Every 101st crossing of the foot network.</summary>
    private static int[] Sources(RoadGraph graph) =>
        [.. Enumerable.Range(0, graph.NodeCount).Where(n => n % 101 == 0 && AtCrossing(graph, n).IsConnected)];

    private static Connections AtCrossing(RoadGraph graph, int node)
    {
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (graph.CanConnect(edge, RoadMode.Foot) && (graph.EdgeStart[edge] == node || graph.EdgeEnd[edge] == node))
            {
                return new Connections(new Connection(edge, graph.EdgeStart[edge] == node ? 0 : graph.EdgeLengthM[edge], 0));
            }
        }

        return Connections.None;
    }

    private static double Own(RoadGraph graph, RoadTarget[] targets)
    {
        long start = Stopwatch.GetTimestamp();
        NearestSearch.OnFoot(graph, targets);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>One turn: three searches in a row, of which the middle time counts, so that nobody pays for a cold processor. The first round warms up.</summary>
    private static void Add(List<double> times, int round, Func<double> search)
    {
        double median = AccessBench.Median([search(), search(), search()]);
        if (round > 0)
        {
            times.Add(median);
        }
    }

    /// <summary>Arcs by tail; of parallel edges the shortest, since a matrix holds one number for two nodes.</summary>
    private static (int[] First, int[] Heads, double[] Metres) Csr(RoadGraph graph)
    {
        SortedDictionary<(int Tail, int Head), double> arcs = [];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            (int a, int b) = (graph.EdgeStart[edge], graph.EdgeEnd[edge]);
            if ((graph.EdgeFlags[edge] & RoadFlags.Foot) != 0 && a != b)
            {
                double metres = Math.Min(graph.EdgeLengthM[edge], arcs.GetValueOrDefault((a, b), double.PositiveInfinity));
                (arcs[(a, b)], arcs[(b, a)]) = (metres, metres);
            }
        }

        int[] first = new int[graph.NodeCount + 1];
        foreach ((int tail, _) in arcs.Keys)
        {
            first[tail + 1]++;
        }

        for (int node = 0; node < graph.NodeCount; node++)
        {
            first[node + 1] += first[node];
        }

        return (first, [.. arcs.Keys.Select(k => k.Head)], [.. arcs.Values]);
    }

    private static void Compare(string peer, double[] ours, double[]? theirs, double withinM)
    {
        if (theirs is null)
        {
            return;
        }

        double worst = 0;
        for (int node = 0; node < ours.Length; node++)
        {
            if (double.IsPositiveInfinity(ours[node]) != double.IsPositiveInfinity(theirs[node]))
            {
                throw new InvalidOperationException($"{peer} and we do not reach the same crossings.");
            }

            worst = double.IsPositiveInfinity(ours[node]) ? worst : Math.Max(worst, Math.Abs(ours[node] - theirs[node]));
        }

        if (worst > withinM)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{peer} differs by {worst} m."));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {peer}: equal at all {ours.Count(double.IsFinite)} crossings that are reached, to {worst * 1000:0.######} mm"));
    }

    /// <summary>A Python process that holds the graph and searches when told.</summary>
    private sealed class ScipyPeer : IDisposable
    {
        private readonly Process _process;
        private readonly string _folder;

        private ScipyPeer(Process process, string folder)
        {
            (_process, _folder) = (process, folder);
            Version = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("scipy did not start: " + process.StandardError.ReadToEnd());
        }

        public string Version { get; }

        public static ScipyPeer? Start((int[] First, int[] Heads, double[] Metres) csr, int[] sources)
        {
            if (Environment.GetEnvironmentVariable("HOUSING_BENCH_PYTHON") is not { Length: > 0 } python)
            {
                Console.WriteLine("  scipy is left out: scripts/bench could not install it");
                return null;
            }

            string folder = Directory.CreateTempSubdirectory("access-bench-").FullName;
            string file = Path.Combine(folder, "graph");
            using (BinaryWriter writer = new(File.Create(file)))
            {
                writer.Write(csr.First.Length - 1);
                writer.Write(csr.Heads.Length);
                writer.Write(sources.Length);
                Array.ForEach(csr.First, writer.Write);
                Array.ForEach(csr.Heads, writer.Write);
                Array.ForEach(csr.Metres, writer.Write);
                Array.ForEach(sources, writer.Write);
            }

            ProcessStartInfo start = new(python, [Path.Combine(AppContext.BaseDirectory, "Programs", "scipy_search.py"), file])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            return new ScipyPeer(Process.Start(start)!, folder);
        }

        public double[] Distances(int nodes)
        {
            string file = Path.Combine(_folder, "distances");
            Ask("write " + file);
            using BinaryReader reader = new(File.OpenRead(file));
            return [.. Enumerable.Range(0, nodes).Select(_ => reader.ReadDouble())];
        }

        public double Milliseconds() => double.Parse(Ask("run"), CultureInfo.InvariantCulture) / 1e6;

        public void Dispose()
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        private string Ask(string line)
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
            return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("scipy ended: " + _process.StandardError.ReadToEnd());
        }
    }

    /// <summary>A PostGIS server of its own with the edges in a table, and an arc without length from a node of its own to every source.</summary>
    private sealed class PgRoutingPeer : IDisposable
    {
        private const string Query =
            "pgr_drivingDistance('SELECT id, source, target, cost, reverse_cost FROM arc', -1::bigint, 1e9, true) WHERE node <> -1";

        private readonly PostGisCluster _cluster;
        private readonly NpgsqlDataSource _database;

        private PgRoutingPeer(PostGisCluster cluster, RoadGraph graph, int[] sources)
        {
            _cluster = cluster;
            string connection = cluster.CreateDatabase();
            PostGisCluster.ExecuteIn(connection, "CREATE EXTENSION pgrouting CASCADE; CREATE TABLE arc (id serial, source bigint, target bigint, cost double precision, reverse_cost double precision)");
            _database = NpgsqlDataSource.Create(connection);
            Load(graph, sources);
            PostGisCluster.ExecuteIn(connection, "VACUUM ANALYZE arc");
        }

        public static PgRoutingPeer? Start(RoadGraph graph, int[] sources)
        {
            if (Environment.GetEnvironmentVariable("HOUSING_BENCH_PGROUTING") is not "yes")
            {
                Console.WriteLine("  pgRouting is left out: scripts/bench could not install it");
                return null;
            }

            return new PgRoutingPeer(new PostGisCluster(), graph, sources);
        }

        public double[] Distances(int nodes)
        {
            double[] distances = new double[nodes];
            Array.Fill(distances, double.PositiveInfinity);
            using NpgsqlCommand command = _database.CreateCommand("SELECT node, agg_cost FROM " + Query);
            using NpgsqlDataReader rows = command.ExecuteReader();
            while (rows.Read())
            {
                distances[rows.GetInt64(0)] = rows.GetDouble(1);
            }

            return distances;
        }

        /// <summary>The whole query on the server, with one number as its answer so that sending rows does not count.</summary>
        public double Milliseconds()
        {
            using NpgsqlCommand command = _database.CreateCommand("SELECT count(*), sum(agg_cost) FROM " + Query);
            long start = Stopwatch.GetTimestamp();
            command.ExecuteScalar();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        public void Dispose()
        {
            _database.Dispose();
            _cluster.Dispose();
        }

        private void Load(RoadGraph graph, int[] sources)
        {
            using NpgsqlConnection open = _database.OpenConnection();
            using NpgsqlBinaryImporter copy = open.BeginBinaryImport("COPY arc (source, target, cost, reverse_cost) FROM STDIN (FORMAT BINARY)");
            for (int edge = 0; edge < graph.EdgeCount; edge++)
            {
                if ((graph.EdgeFlags[edge] & RoadFlags.Foot) != 0)
                {
                    copy.WriteRow((long)graph.EdgeStart[edge], (long)graph.EdgeEnd[edge], graph.EdgeLengthM[edge], graph.EdgeLengthM[edge]);
                }
            }

            foreach (int source in sources)
            {
                copy.WriteRow((long)SuperSource, (long)source, 0.0, -1.0);
            }

            copy.Complete();
        }
    }
}
