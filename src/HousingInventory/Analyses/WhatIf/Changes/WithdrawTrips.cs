namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Some trips do not run on some days.</summary>
public sealed record WithdrawTrips : LineChange
{
    internal override void Apply(ScenarioState state)
    {
        int group = state.FindLine(Line, Source);
        foreach (int trip in state.Named.Of(this, group))
        {
            state.Edit.Withdraw(trip, DayTypes);
        }

        state.Touched.Add(group);
        state.ShowCourse(LineKind.Withdrawn, group);
    }
}
