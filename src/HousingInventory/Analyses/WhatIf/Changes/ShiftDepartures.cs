using System.ComponentModel;
using HousingInventory.Formats;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>All calls of some trips move.</summary>
public sealed record ShiftDepartures : LineChange
{
    [Description("Minutes later; negative for earlier. -60 to 60, not 0.")]
    public int Minutes { get; init; }

    internal override Sentence? Fault() => base.Fault() ?? (Minutes is 0 or < -60 or > 60 ? Sentence.Of(".minutes must be -60 to 60 and not 0") : null);

    internal override void Apply(ScenarioState state)
    {
        int group = state.FindLine(Line, Source);
        foreach (int trip in state.Named.Of(this, group))
        {
            state.Replace(trip, DayTypes, [.. state.Edit.CallsOf(trip).Select(c => c.Later(Minutes * 60))]);
        }

        state.ShowCourse(LineKind.Retimed, group);
    }
}
