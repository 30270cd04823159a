using System.Diagnostics;
using System.Globalization;
using HousingInventory.Plan.Assignment;
using HousingInventory.Tests.Plan.Assignment;

namespace HousingInventory.Benchmarks;

/// <summary>Who gets which home, solved exactly: pricing out, canonical order and certificate included.</summary>
internal static class PlanBench
{
    private const int Repeats = 5;

    public static void Run()
    {
        Measure(60, 300, 15, 4, 0.05);
        Measure(500, 3_000, 60, AssignmentProblem.NoCap, 1);
        Measure(500, 3_000, 60, 12, 1);
        Measure(500, 500, 60, 12, 1);
    }

    private static void Measure(int households, int homes, int villages, int cap, double goalSeconds)
    {
        AssignmentProblem problem = LargeProblem.Random(new Random(1), households, homes, villages, cap);
        double[] seconds = new double[Repeats];
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            AssignmentPlan plan = AssignmentPlan.Solve(problem);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (plan.Fault() is { } fault)
            {
                Console.WriteLine("plan: NOT OPTIMAL: " + fault);
            }
        }

        string what = string.Create(CultureInfo.InvariantCulture, $"{households} x {homes} homes, {(cap == AssignmentProblem.NoCap ? "no cap" : $"caps to {cap}")}, {problem.ArcHome.Length} pairs");
        AccessBench.Goal(what, AccessBench.Median(seconds), " s", goalSeconds, isLeast: false);
    }
}
