using System.Diagnostics;

namespace HousingInventory.Diagnostics;

/// <summary>Wall seconds and peak memory by stage. It feeds timings.json only: no result depends on it.</summary>
public sealed class StageClock
{
    private readonly List<StageTime> _times = [];

    /// <summary>The stages so far, in the order in which they ended.</summary>
    public IReadOnlyList<StageTime> Times => _times;

    /// <summary>Runs a stage and notes its time.</summary>
    public T Time<T>(string stage, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        using Process self = Process.GetCurrentProcess();
        _times.Add(new StageTime(stage, Stopwatch.GetElapsedTime(start).TotalSeconds, self.PeakWorkingSet64));
        return result;
    }
}

/// <summary>One stage's wall seconds, and the peak memory of the process when it ended.</summary>
public sealed record StageTime(string Stage, double Seconds, long PeakBytes);
