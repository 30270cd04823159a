using System.Globalization;
using System.Text.Json;
using HousingInventory.SystemTests.PostGis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HousingInventory.Benchmarks;

/// <summary>
/// The main job as a user starts it, one cold process, beside what others would write: a pipeline of GDAL and PostGIS, and a script with geopandas, which do the plain part of it (no
/// ladder of keys, no roads, no timetable, no report). All read the same files and take turns.
/// </summary>
internal static class RunBench
{
    /// <summary>Homes, and how often each is timed.</summary>
    private static readonly (int Homes, int Turns)[] Sizes = [(3000, 7), (30_000, 7), (300_000, 3)];

    /// <summary>Runs it: <c>[HOMES ...] [--turns N]</c>.</summary>
    public static void Run(string[] args)
    {
        int turns = Array.IndexOf(args, "--turns") is >= 0 and int at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 0;
        int[] asked = [.. args.Where((_, i) => i == 0 || args[i - 1] != "--turns").Select(static a => int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out int homes) ? homes : 0).Where(static h => h > 0)];
        (int Homes, int Turns)[] sizes = [.. (asked.Length > 0 ? asked.Select(static h => (h, h > 100_000 ? 3 : 7)) : Sizes).Select(s => (s.Item1, turns > 0 ? turns : s.Item2))];
        Console.WriteLine($"run: {OurProgram.What}");
        using Peers peers = new();
        Dictionary<string, (int Homes, double Seconds)> before = [];
        foreach ((int homes, int times) in sizes)
        {
            string folder = Directory.CreateTempSubdirectory("housing-inventory-bench-").FullName;
            try
            {
                OurProgram.Run("sample", folder, "--homes", homes.ToString(CultureInfo.InvariantCulture));
                One(folder, homes, times, peers, before);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void One(string folder, int homes, int turns, Peers peers, Dictionary<string, (int Homes, double Seconds)> before)
    {
        string[] registers = [.. (Directory.GetFiles(folder, "byggnad_*").Length > 0 ? [folder] : Directory.GetDirectories(folder)).Order(StringComparer.Ordinal)];
        Dictionary<string, Func<Child>> all = new() { ["ours"] = () => OurProgram.Run("run", Path.Combine(folder, "inventory.json"), "--quiet", "--fail-on", "never") };
        foreach ((string name, Func<string, string[], Child> peer) in peers.All)
        {
            all.Add(name, () => peer(folder, registers));
        }

        Dictionary<string, List<Child>> took = all.Keys.ToDictionary(static n => n, static _ => new List<Child>());
        for (int turn = 0; turn < turns; turn++)
        {
            foreach ((string name, Func<Child> run) in all)
            {
                took[name].Add(run());
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{homes} homes, {turns} turns, {Child.Load()} at the end"));
        (double seconds, double cpu) = (Median(took["ours"], static c => c.Seconds), Median(took["ours"], static c => c.CpuSeconds));
        foreach ((string name, List<Child> children) in took)
        {
            (double own, double ownCpu) = (Median(children, static c => c.Seconds), Median(children, static c => c.CpuSeconds));
            string ratio = name == "ours" ? "" : string.Create(CultureInfo.InvariantCulture, $"   {own / seconds:F1} times ours by the clock, {ownCpu / cpu:F1} times by the processor; {Agreement(folder, registers, name)}");
            string growth = before.TryGetValue(name, out (int Homes, double Seconds) last)
                ? string.Create(CultureInfo.InvariantCulture, $"   {ownCpu / last.Seconds:F1} times the processor time for {(double)homes / last.Homes:F0} times the homes") : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-10} median {own,7:F2} s (best {children.Min(static c => c.Seconds):F2}, worst {children.Max(static c => c.Seconds):F2}), {ownCpu:F2} s processor, peak {Median(children, static c => c.PeakMiB):F0} MiB{ratio}{growth}"));
            before[name] = (homes, ownCpu);
        }
    }

    private static double Median(List<Child> children, Func<Child, double> of) => children.Select(of).Order().ElementAt(children.Count / 2);

    /// <summary>How many of our candidates a peer has, whose filter lacks settlements and whose ties are by id alone.</summary>
    private static string Agreement(string folder, string[] registers, string peer)
    {
        HashSet<string> ours = [.. registers.SelectMany(r => Candidates(r == folder ? Path.Combine(folder, "out") : Path.Combine(folder, "out", "municipalities", Path.GetFileName(r))))];
        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, peer + ".gpkg")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT building_id FROM candidates";
        HashSet<string> theirs = [];
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                theirs.Add(reader.GetString(0));
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"it has {ours.Count(theirs.Contains)} of our {ours.Count} candidates, and {theirs.Count - ours.Count(theirs.Contains)} besides");
    }

    private static IEnumerable<string> Candidates(string results)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(results, "candidates.geojson")));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(static f => f.GetProperty("id").GetString()!)];
    }

    /// <summary>What is installed of the others; scripts/bench installs it and says so.</summary>
    private sealed class Peers : IDisposable
    {
        private readonly PostGisCluster? _cluster;

        public Peers()
        {
            if (Environment.GetEnvironmentVariable("HOUSING_BENCH_POSTGIS") is { Length: > 0 })
            {
                // As a server is set up by whoever knows: nothing here needs to survive a power cut, and memory is there to be used.
                _cluster = new PostGisCluster();
                foreach (string setting in (string[])["shared_buffers = '1GB'", "max_wal_size = '4GB'", "random_page_cost = 1.1", "jit = off"])
                {
                    PostGisCluster.ExecuteIn(_cluster.ConnectionTo("postgres"), "ALTER SYSTEM SET " + setting);
                }

                // Its commits wait for no disk: what is not written out by now, PostGIS in the template among it, would be lost with the kill.
                PostGisCluster.ExecuteIn(_cluster.ConnectionTo("postgres"), "CHECKPOINT");
                _cluster.Kill();
                _cluster.StartAgain();
                All.Add("postgis", PostGis);
            }
            else
            {
                Console.WriteLine("  left out: PostGIS with GDAL is not installed here");
            }

            if (Environment.GetEnvironmentVariable("HOUSING_BENCH_GEOPANDAS") is { Length: > 0 })
            {
                All.Add("geopandas", static (folder, registers) => Child.Run("/usr/bin/python3", [Program("run_geopandas.py"), Fresh(folder, "geopandas"), .. registers]));
            }
            else
            {
                Console.WriteLine("  left out: geopandas is not installed here");
            }
        }

        public Dictionary<string, Func<string, string[], Child>> All { get; } = [];

        public void Dispose() => _cluster?.Dispose();

        private static string Program(string name) => Path.Combine(AppContext.BaseDirectory, "Programs", name);

        private static string Fresh(string folder, string peer)
        {
            string file = Path.Combine(folder, peer + ".gpkg");
            File.Delete(file);
            return file;
        }

        // The database is made and thrown away outside the time.
        private Child PostGis(string folder, string[] registers)
        {
            NpgsqlConnectionStringBuilder to = new(_cluster!.CreateDatabase());
            Dictionary<string, string> libpq = new()
            {
                ["PGHOST"] = to.Host!,
                ["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = to.Username!,
                ["PGPASSWORD"] = to.Password!,
                ["PGDATABASE"] = to.Database!,
            };
            Child took = Child.Run("bash", [Program("run_postgis.sh"), Fresh(folder, "postgis"), .. registers], libpq, _cluster.Process);
            PostGisCluster.ExecuteIn(_cluster.ConnectionTo("postgres"), $"DROP DATABASE {to.Database}");
            return took;
        }
    }
}
