using System.Globalization;
using HousingInventory.Tests;

namespace HousingInventory.Benchmarks;

/// <summary>What access is measured with, in one run: one search against pgRouting and scipy, everyday travel of 2,500 homes, and the reading of what both need.</summary>
internal static class AccessBench
{
    public static void Run()
    {
        if (!File.Exists(RepositoryRoot.RealData("osm", "liechtenstein-2015.osm.pbf")))
        {
            Console.WriteLine("access: left out, the real data is not beside the repository");
            return;
        }

        SearchBench.Run();
        TravelBench.Run();
        FormatsBench.RunGoals();
    }

    /// <summary>One line: what was measured, how it compares, and whether that is enough.</summary>
    public static void Goal(string what, double value, string unit, double goal, bool isLeast)
    {
        bool isMet = isLeast ? value >= goal : value <= goal;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  goal: {what,-58} {value,9:0.0##}{unit}, {(isLeast ? "at least" : "at most")} {goal}{unit}: {(isMet ? "met" : "MISSED")}"));
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
