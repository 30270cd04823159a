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

    /// <summary>One of so many cases is inspected too, and all that follows from the source is worked out.</summary>
    private const int WholeEach = 20;

    /// <summary>After so many cases scripts/fuzz finds the row of a seed anew, so that a run that is cut off can say how far it came.</summary>
    private const int RowEach = 500;

    public static TheoryData<string> Seeds => [.. Seed.All.Select(s => s.ToString()).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damaged_files_are_read_or_refused(string name)
    {
        Seed seed = Seed.All.First(s => s.ToString() == name);
        string? into = Environment.GetEnvironmentVariable("HOUSING_FUZZ_OUT");
        int ofFormat = Seed.All.Count(s => s.Format == seed.Format);
        (int from, int cases) = (Number("HOUSING_FUZZ_FROM", 0), into is null ? CasesInATestRun / Seed.All.Count : (Number("HOUSING_FUZZ_CASES", 0) + ofFormat - 1) / ofFormat);
        double seconds = into is null ? SecondsInATestRun : Number("HOUSING_FUZZ_SECONDS", int.MaxValue);
        using Reader reader = new();
        reader.Try($"{name} sound", seed.Name, seed.Role, seed.Bytes);
        Assert.Empty(reader.Faults);
        Assert.True(reader.Read == 1, reader.Refusal);
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        double Worked() => (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
        void WriteDown()
        {
            if (into is not null)
            {
                string row = string.Create(CultureInfo.InvariantCulture, $"| {seed.Format} as {seed.Role} | {reader.Cases} | {reader.Read} | {reader.Refused} | {reader.Faults.Count} | {Worked():F0} |\n");
                File.WriteAllText(Path.Combine(into, $"{seed.Format}-{seed.Role}.md"), row);
                File.WriteAllLines(Path.Combine(into, $"{seed.Format}-{seed.Role}.faults"), reader.Faults);
            }
        }

        for (int i = from; i < from + cases && Worked() < seconds; i++)
        {
            reader.Try($"{name} case {i}", seed.Name, seed.Role, Damage.Of(seed, i), whole: i % WholeEach == 0);
            if ((i + 1) % RowEach == 0)
            {
                WriteDown();
            }
        }

        WriteDown();
        Assert.True(reader.Faults.Count == 0, string.Join('\n', reader.Faults.Take(20)));
    }

    private static int Number(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : standard;
}
