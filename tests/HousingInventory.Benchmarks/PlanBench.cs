using System.Diagnostics;
using System.Globalization;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;
using HousingInventory.Plan.Assignment;
using HousingInventory.SystemTests.Plan;
using HousingInventory.Tests.Plan.Assignment;

namespace HousingInventory.Benchmarks;

/// <summary>
/// Who gets which home. First the solver alone, pricing out, canonical order and certificate included, beside OR-Tools; then the whole plan from its tables to its
/// files, but for the measuring of access, that a plan shares with a run.
/// </summary>
internal static class PlanBench
{
    private const int Repeats = 5;
    private const double MostMiB = 300;

    public static void Run()
    {
        // Memory is a peak of the process: what is measured comes first.
        Whole(500, 3_000, 1, Repeats);
        Whole(60, 300, 0.05, 120);
        Solve(60, 300, 15, 4, 0.05);
        Solve(500, 3_000, 60, AssignmentProblem.NoCap, 1);
        Solve(500, 3_000, 60, 12, 1);
        Solve(500, 500, 60, 12, 1);
    }

    private static void Whole(int households, int homes, double goalSeconds, int repeats)
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-bench-").FullName;
        try
        {
            LoadedConfig loaded = Write(folder, households, homes);
            List<double> seconds = [];
            List<double> processor = [];
            SortedDictionary<string, double> stages = new(StringComparer.Ordinal);
            double peakMiB = 0;
            for (int i = 0; i <= repeats; i++)
            {
                Run run = new();
                TimeSpan before = Environment.CpuUsage.TotalTime;
                PlanResults results = Planning.Run(loaded, Path.Combine(folder, "plan"), run);
                TimeSpan after = Environment.CpuUsage.TotalTime;
                if (results.Placement.Solved is not { } solved || solved.Fault() is not null)
                {
                    Console.WriteLine("plan: NOT OPTIMAL");
                }

                // The first half warms up: what is compiled on the way, which .NET puts off for two seconds, is no part of a plan.
                if (i > repeats / 2)
                {
                    processor.Add((after - before).TotalSeconds);
                    seconds.Add(run.Clock.Times.Where(s => s.Stage != "Measure").Sum(s => s.Seconds));
                }

                foreach (StageTime stage in run.Clock.Times)
                {
                    stages[stage.Stage] = stage.Seconds;
                    peakMiB = Math.Max(peakMiB, stage.PeakBytes / 1048576.0);
                }
            }

            string what = string.Create(CultureInfo.InvariantCulture, $"whole plan, {households} x {homes} homes, locks, caps, files written");
            AccessBench.Goal(what, AccessBench.Median(seconds), " s", goalSeconds, isLeast: false);
            AccessBench.Goal(what + ", peak", peakMiB, " MiB", MostMiB, isLeast: false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        processor time of all cores, median {AccessBench.Median(processor):0.000} s"));
            Console.WriteLine("        last run: " + string.Join(", ", stages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value * 1000:0} ms"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Tables of a municipality: sizes and days as they come, one village for fifty homes, a lock for every twentieth household.</summary>
    private static LoadedConfig Write(string folder, int households, int homes)
    {
        Random random = new(1);
        DateOnly today = new(2026, 3, 1);
        StringBuilder addresses = new("address_id;adress;kommundel;e;n\n"), places = new("home;address;rooms;free_from;rent;channel\n"), people = new("case;size;latest_on;decided_on\n"), locks = new("decision;case;home\n");
        for (int i = 0; i < homes; i++)
        {
            int village = i / 50;
            addresses.Append(CultureInfo.InvariantCulture, $"a{i};By{village}vägen {i % 50};By{village};{700_000 + (5_000 * (village % 8)) + (20 * (i % 50))};{7_200_000 + (5_000 * (village / 8))}\n");
            places.Append(CultureInfo.InvariantCulture, $"H{i:0000};By{village}vägen {i % 50};{random.Next(1, 6)};{today.AddDays(random.Next(-30, 80)):yyyy-MM-dd};{random.Next(3_000, 9_000)};company\n");
        }

        for (int i = 0; i < households; i++)
        {
            int size = Math.Min(random.Next(1, 9), random.Next(1, 9));
            people.Append(CultureInfo.InvariantCulture, $"{i:000};{size};{today.AddDays(random.Next(10, 90)):yyyy-MM-dd};{today.AddDays(-random.Next(1, 30)):yyyy-MM-dd}\n");
            if (i % 20 == 0)
            {
                locks.Append(CultureInfo.InvariantCulture, $"lock;{i:000};H{i * homes / households:0000}\n");
            }
        }

        foreach ((string name, StringBuilder text) in ((string, StringBuilder)[])[("addresses", addresses), ("homes", places), ("households", people), ("decisions", locks)])
        {
            File.WriteAllText(Path.Combine(folder, name + ".csv"), text.ToString());
        }

        string configuration = Path.Combine(folder, "inventory.json");
        File.WriteAllText(configuration, """
            { "asOf": "2026-03-01", "crs": "EPSG:3006", "purpose": "Bench", "responsible": "Nobody", "deleteAfter": "2027-01-31",
              "sources": [ { "type": "addresses", "path": "addresses.csv", "crs": "EPSG:3006" }, { "type": "homes", "path": "homes.csv" }, { "type": "households", "path": "households.csv" },
                           { "type": "decisions", "path": "decisions.csv" } ],
              "plan": { "caps": { "default": 12 }, "rentMax": { "1": 6000, "2": 7500, "3": 8500, "5": 9500 } } }
            """);
        return ConfigReader.Load(configuration);
    }

    private static void Solve(int households, int homes, int villages, int cap, double goalSeconds)
    {
        AssignmentProblem problem = LargeProblem.Random(new Random(1), households, homes, villages, cap);
        double[] seconds = new double[Repeats];
        long worth = 0;
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            AssignmentPlan plan = AssignmentPlan.Solve(problem);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            worth = plan.Worth;
            if (plan.Fault() is { } fault)
            {
                Console.WriteLine("plan: NOT OPTIMAL: " + fault);
            }
        }

        string what = string.Create(CultureInfo.InvariantCulture, $"{households} x {homes} homes, {(cap == AssignmentProblem.NoCap ? "no cap" : $"caps to {cap}")}, {problem.ArcHome.Length} pairs");
        AccessBench.Goal(what, AccessBench.Median(seconds), " s", goalSeconds, isLeast: false);
        long begin = Stopwatch.GetTimestamp();
        bool isSame = MinCostFlowOracle.Worth(problem) == worth;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"        OR-Tools, one solve: {Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0##} s, {(isSame ? "the same worth" : "ANOTHER WORTH")}"));
    }
}
