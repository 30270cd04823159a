using System.Diagnostics;

namespace HousingInventory.Diagnostics;

/// <summary>Wall seconds and peak memory by stage. It feeds timings.json only: no result depends on it.</summary>
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
        _times.Add(new StageTime(stage, Stopwatch.GetElapsedTime(start).TotalSeconds, self.PeakWorkingSet64));
        return result;
    }
}

/// <summary>One stage's wall seconds, and the peak memory of the process when it ended.</summary>
public sealed record StageTime(string Stage, double Seconds, long PeakBytes);
