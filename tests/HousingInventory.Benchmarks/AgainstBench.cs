using System.Globalization;

namespace HousingInventory.Benchmarks;

/// <summary>This tree beside an earlier commit, both built alike by scripts/bench: whether the main job has become slower. Processor time is compared, which others on the machine disturb least.</summary>
internal static class AgainstBench
{
    private const int Homes = 30_000;
    private const int Turns = 7;
    private const int Tries = 3;
    private const double Slower = 1.15;

    /// <summary>Runs it.</summary>
    /// <param name="earlier">The earlier commit's program.</param>
    /// <param name="now">That of this tree, built alike.</param>
    /// <param name="commit">Name of the commit.</param>
    /// <returns>1 when it was over 15 % slower three times over, else 0.</returns>
    public static int Run(string earlier, string now, string commit)
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-bench-").FullName;
        try
        {
            OurProgram.RunAt(now, "sample", folder, "--homes", Homes.ToString(CultureInfo.InvariantCulture));
            for (int attempt = 1; attempt <= Tries; attempt++)
            {
                if (Ratio(folder, earlier, now, commit) <= Slower)
                {
                    return 0;
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Over {(Slower - 1) * 100:F0} % slower than {commit}, {Tries} times over."));
        return 1;
    }

    private static double Ratio(string folder, string earlier, string now, string commit)
    {
        List<Child> before = [], after = [];
        for (int turn = 0; turn < Turns; turn++)
        {
            before.Add(One(earlier));
            after.Add(One(now));
        }

        double ratio = Median(after, static c => c.CpuSeconds) / Median(before, static c => c.CpuSeconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Homes} homes, {Turns} turns: {commit} {Median(before, static c => c.CpuSeconds):F2} s processor ({Median(before, static c => c.Seconds):F2} s, {Median(before, static c => c.PeakMiB):F0} MiB), this tree {Median(after, static c => c.CpuSeconds):F2} s ({Median(after, static c => c.Seconds):F2} s, {Median(after, static c => c.PeakMiB):F0} MiB): {ratio:F2} times ({Child.Load()})"));
        return ratio;

        Child One(string program) => OurProgram.RunAt(program, "run", Path.Combine(folder, "inventory.json"), "--quiet", "--fail-on", "never");
    }

    private static double Median(List<Child> children, Func<Child, double> of) => children.Select(of).Order().ElementAt(children.Count / 2);
}
