using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HousingInventory.Sample;

namespace HousingInventory.Benchmarks;

/// <summary>The main job as a user starts it: one process, start-up included, on a synthetic municipality of 30,000 homes with residents as CSV.</summary>
internal static class RunBench
{
    private const int Homes = 30_000;
    private const int Repeats = 7;

    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-bench-").FullName;
        try
        {
            SampleSummary made = SampleFiles.Write(folder, new SampleOptions { Homes = Homes, ResidentsFormat = ResidentsFormat.Csv });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run: {made.Homes} homes, {made.Buildings} buildings, {made.Registrations} registrations, {Environment.ProcessorCount} cores"));
            double[] seconds = new double[Repeats];
            for (int i = 0; i < Repeats; i++)
            {
                long start = Stopwatch.GetTimestamp();
                Start(Path.Combine(folder, "inventory.json"));
                seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }

            Array.Sort(seconds);
            using JsonDocument timings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "out", "timings.json")));
            double peak = timings.RootElement.EnumerateArray().Max(t => t.GetProperty("peakMiB").GetDouble());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  median {seconds[Repeats / 2]:F2} s (best {seconds[0]:F2}, worst {seconds[^1]:F2}; goal under 3), peak {peak:F0} MiB (goal under 700)"));
            foreach (JsonElement stage in timings.RootElement.EnumerateArray())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage.GetProperty("stage").GetString(),-8} {stage.GetProperty("seconds").GetDouble():F2} s (last run)"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Start(string configuration)
    {
        // The command as it is built for users: beside this program lies a copy that is not compiled ahead.
        string command = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "../../../../../src/HousingInventory.Cli/bin/Release/net10.0/housing-inventory.dll"));
        ProcessStartInfo start = new("dotnet", [command, "run", configuration, "--quiet"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The run ended with {process.ExitCode}.");
        }
    }
}
