using System.Diagnostics;
using System.Globalization;

namespace HousingInventory.Benchmarks;

/// <summary>What a process took, as the system counts it; Linux.</summary>
/// <param name="Seconds">By the clock on the wall.</param>
/// <param name="CpuSeconds">Of all processors, its own children's included; 0 where the system does not tell.</param>
/// <param name="PeakMiB">Most memory of it and its children at one time, looked at every fiftieth of a second.</param>
internal sealed record Child(double Seconds, double CpuSeconds, double PeakMiB)
{
    private const double TicksPerSecond = 100;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="server">A process that works for it without being its child, such as a database server; 0 for none.</param>
    /// <exception cref="InvalidOperationException">It ended with anything but 0.</exception>
    public static Child Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, int server = 0)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        double before = CpuOfChildren("self") + (server > 0 ? Cpu(server) + CpuOfChildren(Name(server)) : 0);
        double sitting = server > 0 ? MemoryMiB(server) : 0;
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        double peak = 0;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, MemoryMiB(process.Id) + (server > 0 ? MemoryMiB(server) - sitting : 0));
        }

        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result} {output.Result}");
        }

        double after = CpuOfChildren("self") + (server > 0 ? Cpu(server) + CpuOfChildren(Name(server)) : 0);
        return new Child(seconds, after - before, peak);
    }

    /// <summary>How busy the machine is: processes that want to run, over the last minute, and processors.</summary>
    public static string Load() => File.Exists("/proc/loadavg")
        ? string.Create(CultureInfo.InvariantCulture, $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} processors")
        : string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, load not known");

    private static string Name(int process) => process.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of children that have ended: fields 16 and 17 of its line, hundredths of a second.</summary>
    private static double CpuOfChildren(string process) => Ticks(process, 13);

    private static double Cpu(int process) => Ticks(Name(process), 11);

    private static double Ticks(string process, int field)
    {
        string file = $"/proc/{process}/stat";
        if (!File.Exists(file))
        {
            return 0;
        }

        // The second field, in parentheses, may have blanks.
        string[] fields = File.ReadAllText(file).Split(')')[^1].Trim().Split(' ');
        return (long.Parse(fields[field], CultureInfo.InvariantCulture) + long.Parse(fields[field + 1], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Memory of a process and all below it that is its own, and what of shared memory the largest of them holds.</summary>
    private static double MemoryMiB(int root)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return 0;
        }

        double own = 0, shared = 0;
        foreach (int process in Family(root))
        {
            try
            {
                double mine = 0, ours = 0;
                foreach (string line in File.ReadLines($"/proc/{Name(process)}/status"))
                {
                    mine += line.StartsWith("RssAnon:", StringComparison.Ordinal) ? Kilobytes(line) : 0;
                    ours += line.StartsWith("RssFile:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal) ? Kilobytes(line) : 0;
                }

                (own, shared) = (own + mine, Math.Max(shared, ours));
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return (own + shared) / 1024;
    }

    private static double Kilobytes(string line) => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static List<int> Family(int root)
    {
        List<int> family = [root];
        for (int i = 0; i < family.Count; i++)
        {
            string file = $"/proc/{Name(family[i])}/task/{Name(family[i])}/children";
            try
            {
                family.AddRange(File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static c => int.Parse(c, CultureInfo.InvariantCulture)));
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return family;
    }
}
