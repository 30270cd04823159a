using System.Diagnostics;
using System.Globalization;

namespace HousingInventory.Benchmarks;

/// <summary>Times a piece of work several times in one process and prints the median and the best; the first run warms up and does not count.</summary>
internal static class Measure
{
    private const int Repeats = 5;

    /// <param name="what">Printed before the times.</param>
    /// <param name="work">Run again and again; its last result is returned.</param>
    /// <param name="repeats">How often it is timed.</param>
    /// <param name="megabytes">What it reads, to print a speed; 0 for none.</param>
    public static T Time<T>(string what, Func<T> work, int repeats = Repeats, double megabytes = 0) => Time(what, work, out _, repeats, megabytes);

    /// <summary>The same, and the median in milliseconds.</summary>
    public static T Time<T>(string what, Func<T> work, out double median, int repeats = Repeats, double megabytes = 0)
    {
        T result = work();
        double[] milliseconds = new double[repeats];
        for (int i = 0; i < repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            result = work();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        median = milliseconds[repeats / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-64} median {median,9:F1} ms   best {milliseconds[0],9:F1} ms")
            + (megabytes > 0 ? string.Create(CultureInfo.InvariantCulture, $"   {megabytes * 1000 / median,6:F0} MB/s") : ""));
        return result;
    }
}
