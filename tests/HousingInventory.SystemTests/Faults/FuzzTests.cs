using System.Diagnostics;
using System.Globalization;

namespace HousingInventory.SystemTests.Faults;

/// <summary>
/// Damaged files of every format, in the role in which it is a source: each is read or refused, in bounded time, with one line, nobody named, nothing changed.
/// The cases follow from their numbers. <c>scripts/fuzz</c> runs more of them and writes down how they ended.
/// </summary>
public sealed class FuzzTests
{
    /// <summary>In a test run: over all seeds together.</summary>
    private const int CasesInATestRun = 2000;

    /// <summary>Processor seconds that one seed may take in a test run; what does not fit is left to scripts/fuzz.</summary>
    private const double SecondsInATestRun = 8;

    public static TheoryData<string> Seeds => [.. Seed.All.Select(s => s.ToString()).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damaged_files_are_read_or_refused(string name)
    {
        Seed seed = Seed.All.First(s => s.ToString() == name);
        (int from, int cases, double seconds) = (Number("HOUSING_FUZZ_FROM", 0), Number("HOUSING_FUZZ_CASES", CasesInATestRun / Seed.All.Count), Number("HOUSING_FUZZ_SECONDS", 0));
        string? into = Environment.GetEnvironmentVariable("HOUSING_FUZZ_OUT");
        using Reader reader = new();
        reader.Try($"{name} sound", seed.Name, seed.Role, seed.Bytes);
        Assert.Empty(reader.Faults);
        Assert.True(reader.Read == 1, reader.Refusal);
        Stopwatch watch = Stopwatch.StartNew();
        double most = seconds > 0 ? seconds : into is null ? SecondsInATestRun : double.PositiveInfinity;
        for (int i = from; i < from + cases && watch.Elapsed.TotalSeconds < most; i++)
        {
            reader.Try($"{name} case {i}", seed.Name, seed.Role, Damage.Of(seed, i));
        }

        if (into is not null)
        {
            string row = string.Create(CultureInfo.InvariantCulture, $"| {seed.Format} as {seed.Role} | {reader.Cases} | {reader.Read} | {reader.Refused} | {reader.Faults.Count} | {watch.Elapsed.TotalSeconds:F0} |\n");
            File.AppendAllText(Path.Combine(into, "fuzz.md"), row);
            File.AppendAllLines(Path.Combine(into, "faults.txt"), reader.Faults);
        }

        Assert.True(reader.Faults.Count == 0, string.Join('\n', reader.Faults.Take(20)));
    }

    private static int Number(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : standard;
}
