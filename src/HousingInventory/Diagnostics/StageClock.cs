using System.Diagnostics;

namespace HousingInventory.Diagnostics;

/// <summary>Wall and processor seconds and peak memory by stage. It feeds timings.json only: no result depends on it.</summary>
public sealed class StageClock
{
    /// <summary>Key under which an exception's data name the stage that it came out of.</summary>
    public const string StageOf = "stage";

    private readonly List<StageTime> _times = [];

    /// <summary>The stages so far, in the order in which they ended.</summary>
    public IReadOnlyList<StageTime> Times => _times;

    /// <summary>Runs a stage and notes its time.</summary>
    public T Time<T>(string stage, Func<T> work)
    {
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        T result;
        try
        {
            result = work();
        }
        catch (Exception e)
        {
            e.Data[StageOf] ??= stage;
            throw;
        }

        using Process self = Process.GetCurrentProcess();
        _times.Add(new StageTime(stage, Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds, self.PeakWorkingSet64));
        return result;
    }

    /// <summary>Adds the times of a part of the job to those of its stages here. Parts run side by side, so that the sums may pass the time that went by.</summary>
    public void Add(StageClock part)
    {
        foreach (StageTime time in part._times)
        {
            int at = _times.FindIndex(t => t.Stage == time.Stage);
            if (at < 0)
            {
                _times.Add(time with { CpuSeconds = null });
            }
            else
            {
                _times[at] = _times[at] with { Seconds = _times[at].Seconds + time.Seconds, PeakBytes = Math.Max(_times[at].PeakBytes, time.PeakBytes) };
            }
        }
    }
}

/// <summary>What one stage took.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Seconds">By the clock on the wall.</param>
/// <param name="CpuSeconds">Of all processors; null where stages of several municipalities ran side by side, and nobody can tell whose they were.</param>
/// <param name="PeakBytes">Peak memory of the process when it ended.</param>
public sealed record StageTime(string Stage, double Seconds, double? CpuSeconds, long PeakBytes);
