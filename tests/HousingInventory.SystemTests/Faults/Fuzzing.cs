using System.Globalization;

namespace HousingInventory.SystemTests.Faults;

/// <summary>
/// Damaged files by the thousand: the cases follow from their numbers. A test run makes some of each format; <c>scripts/fuzz</c> starts this assembly as a program,
/// which makes as many as are asked for and writes down as it goes how they ended.
/// </summary>
internal static class Fuzzing
{
    /// <summary>One of so many cases is inspected too, and all that follows from the source is worked out.</summary>
    private const int WholeEach = 20;

    /// <summary>After so many cases the row of a seed is written anew, so that a run that is cut off can say how far it came.</summary>
    private const int RowEach = 500;

    /// <summary>Reads a number of cases, until so many seconds of the processor are used.</summary>
    /// <param name="seed">The sound file.</param>
    /// <param name="from">Number of the first case.</param>
    /// <param name="cases">How many.</param>
    /// <param name="seconds">At most.</param>
    /// <param name="now">Told after some cases, and at the end, how they ended.</param>
    public static Reader Read(Seed seed, int from, int cases, double seconds, Action<Reader, double>? now = null)
    {
        Reader reader = new();
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        double Worked() => (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
        for (int i = from; i < from + cases && Worked() < seconds; i++)
        {
            reader.Try($"{seed} case {i}", seed.Name, seed.Role, Damage.Of(seed, i), whole: i % WholeEach == 0);
            if ((i + 1) % RowEach == 0)
            {
                now?.Invoke(reader, Worked());
            }
        }

        now?.Invoke(reader, Worked());
        return reader;
    }

    /// <summary>Arguments: a folder for the rows and faults, cases of each format, number of the first, the seconds of the processor that a seed may take, and the formats (none: all).</summary>
    public static int Main(string[] arguments)
    {
        (string into, int cases, int from, double seconds) = (arguments[0], Number(arguments[1]), Number(arguments[2]), Number(arguments[3]));
        bool isSound = true;
        foreach (Seed seed in Seed.All.Where(s => arguments.Length == 4 || arguments.AsSpan(4).Contains(s.Format)))
        {
            int each = (cases + Seed.All.Count(s => s.Format == seed.Format) - 1) / Seed.All.Count(s => s.Format == seed.Format);
            using Reader reader = Read(seed, from, each, seconds, (r, worked) =>
            {
                string row = string.Create(CultureInfo.InvariantCulture, $"| {seed.Format} as {seed.Role} | {r.Cases} | {r.Read} | {r.Refused} | {r.Faults.Count} | {worked:F0} |\n");
                File.WriteAllText(Path.Combine(into, $"{seed.Format}-{seed.Role}.md"), row);
                File.WriteAllLines(Path.Combine(into, $"{seed.Format}-{seed.Role}.faults"), r.Faults);
            });
            isSound &= reader.Faults.Count == 0;
        }

        return isSound ? 0 : 1;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
