namespace HousingInventory.Diagnostics;

/// <summary>
/// What a stage is handed beside its data: where notices go, how progress is told, and whether the user has interrupted. Nothing in it influences a result.
/// </summary>
/// <param name="progress">Told what is being done; called from any thread.</param>
/// <param name="cancellation">Cancelled when the user interrupts.</param>
public sealed class Run(Action<ProgressStep>? progress = null, CancellationToken cancellation = default)
{
    /// <summary>The notices so far. Only the thread that runs the stage adds to it.</summary>
    public NoticeLog Notices { get; } = new();

    /// <summary>What only the register officer may be told. It is printed by whoever runs the command and stands in no file.</summary>
    public NoticeLog ForOfficer { get; } = new();

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Seconds and peak memory by stage, for timings.json.</summary>
    public StageClock Clock { get; } = new();

    /// <summary>Whether other municipalities are run beside this one: what a stage leaves is then collected when one of them needs the room.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Adds one notice.</summary>
    public void Notice(Notice notice) => Notices.Add(notice);

    /// <summary>Tells what is being done.</summary>
    /// <param name="stage">Import, Link ...</param>
    /// <param name="what">The file or criterion at hand.</param>
    /// <param name="share">0 to 1 when known.</param>
    public void Progress(string stage, string what, double? share = null)
    {
        Cancellation.ThrowIfCancellationRequested();
        progress?.Invoke(new ProgressStep(stage, what, share));
    }
}

/// <summary>One tick of progress.</summary>
public readonly record struct ProgressStep(string Stage, string What, double? Share);
