using HousingInventory.Formats;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Booked trips run unbooked at their printed times.</summary>
public sealed record MakeOrdinary : LineChange
{
    internal override void Apply(ScenarioState state)
    {
        int group = state.FindLine(Line, Source);
        List<int> booked = [.. state.Named.Of(this, group).Where(t => state.Edit.CallsOf(t).Any(c => c.Board == TrafficKind.Booked || c.Alight == TrafficKind.Booked))];
        if (booked.Count == 0)
        {
            throw new ChangeException($" would change nothing: line {Line} need not be booked on {DayText}");
        }

        state.Named.MustBeAll(this, booked, Sentence.Of("need not be booked"));
        foreach (int trip in booked)
        {
            state.Replace(trip, DayTypes, [.. state.Edit.CallsOf(trip).Select(c => c.Unbooked())]);
        }

        state.ShowCourse(LineKind.Retimed, group);
    }
}
