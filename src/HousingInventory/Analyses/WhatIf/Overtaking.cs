using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>Whether changed trips would overtake the next of their line.</summary>
internal static class Overtaking
{
    /// <summary>Tells of each changed trip that leaves a stop before another of its line with the same last stop, and gets there behind it.</summary>
    public static void Tell(ScenarioState state)
    {
        TimetableEdit edit = state.Edit;
        foreach (int group in state.Touched)
        {
            foreach (ServiceDayType type in edit.Days.Known)
            {
                (TripCall[] Calls, int Trip)[] trips = [.. state.Running(group, [type]).Where(t => edit.Runs(t, type)).Select(t => (edit.CallsOf(t), t))];
                for (int i = 0; i < trips.Length; i++)
                {
                    for (int j = 0; j < trips.Length; j++)
                    {
                        if (i != j && (edit.HasOwnCalls(trips[i].Trip) || edit.HasOwnCalls(trips[j].Trip)) && Overtakes(trips[i].Calls, trips[j].Calls))
                        {
                            state.Notice(new TripOvertakes(state.LineName(group), Clock.Text(trips[j].Calls[0].DepartureS)!));
                        }
                    }
                }
            }
        }
    }

    /// <summary>Whether <paramref name="a"/> leaves the first stop of <paramref name="b"/> before it and gets to its last stop after it.</summary>
    private static bool Overtakes(TripCall[] a, TripCall[] b)
    {
        int from = Array.FindIndex(a, c => c.Post == b[0].Post);
        int to = from < 0 ? -1 : Array.FindIndex(a, from + 1, c => c.Post == b[^1].Post);
        return to > from && a[from].DepartureS < b[0].DepartureS && a[to].ArrivalS > b[^1].ArrivalS;
    }
}
