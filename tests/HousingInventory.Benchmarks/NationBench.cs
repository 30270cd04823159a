using System.Globalization;
using System.Text.Json;

namespace HousingInventory.Benchmarks;

/// <summary>
/// Many municipalities in one process, up to the nation: what <c>sample --homes N</c> makes, and what a run of it takes by stage, as its configuration has it (each municipality by
/// itself) and where asked all in one. Sizes grow by four, so that the growth can be read.
/// </summary>
internal static class NationBench
{
    private static readonly int[] Sizes = [300_000, 1_250_000, 5_000_000];

    /// <summary>Runs it: <c>[HOMES ...] [--whole] [--keep DIR]</c>. Without sizes: 300,000, 1.25 and 5 million, for which the disk needs 15 GB.</summary>
    public static void Run(string[] args)
    {
        int[] sizes = [.. args.Select(static a => int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out int homes) ? homes : 0).Where(static h => h > 0)];
        int keep = Array.IndexOf(args, "--keep");
        string folder = keep >= 0 && keep + 1 < args.Length ? Directory.CreateDirectory(args[keep + 1]).FullName : Directory.CreateTempSubdirectory("housing-inventory-nation-").FullName;
        try
        {
            Child? before = null;
            int homesBefore = 0;
            foreach (int homes in sizes.Length > 0 ? sizes : Sizes)
            {
                Child took = One(Path.Combine(folder, homes.ToString(CultureInfo.InvariantCulture)), homes, args.Contains("--whole"));
                if (before is not null)
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {(double)homes / homesBefore:F1} times the homes: {took.CpuSeconds / before.CpuSeconds:F1} times the processor time, {took.Seconds / before.Seconds:F1} times the clock, {took.PeakMiB / before.PeakMiB:F1} times the memory"));
                }

                (before, homesBefore) = (took, homes);
            }
        }
        finally
        {
            if (keep < 0)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static Child One(string folder, int homes, bool whole)
    {
        string config = Path.Combine(folder, "inventory.json");
        if (!File.Exists(config))
        {
            Print(string.Create(CultureInfo.InvariantCulture, $"sample of {homes} homes"), OurProgram.Run("sample", folder, "--homes", homes.ToString(CultureInfo.InvariantCulture)));
        }

        if (whole)
        {
            string text = File.ReadAllText(config).Replace("  \"split\": \"municipality\",\n", "", StringComparison.Ordinal);
            config = Path.Combine(folder, "whole.json");
            File.WriteAllText(config, text);
        }

        string results = Path.Combine(folder, whole ? "whole" : "out");
        Child took = OurProgram.Run("run", config, "--out", results, "--quiet", "--fail-on", "never");
        Print(string.Create(CultureInfo.InvariantCulture, $"run of {homes} homes, {(whole ? "all in one" : "each municipality by itself")}"), took);
        using JsonDocument timings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(results, "timings.json")));
        foreach (JsonElement stage in timings.RootElement.EnumerateArray())
        {
            string cpu = stage.TryGetProperty("cpuSeconds", out JsonElement used) ? string.Create(CultureInfo.InvariantCulture, $"{used.GetDouble(),9:F1} s processor") : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {stage.GetProperty("stage").GetString(),-12} {stage.GetProperty("seconds").GetDouble(),9:F1} s {cpu} {stage.GetProperty("peakMiB").GetDouble(),9:F0} MiB"));
        }

        return took;
    }

    private static void Print(string what, Child took) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {took.Seconds:F1} s, {took.CpuSeconds:F1} s processor, peak {took.PeakMiB:F0} MiB ({Child.Load()} at the end)"));
}
