using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>Which trips of a line a change names: by their days, their direction, and when they leave.</summary>
internal sealed class NamedTrips(ScenarioState state)
{
    /// <summary>The trips that a change is about: those of the chosen kind that run on any of its days, by departure. There is at least one.</summary>
    /// <exception cref="ChangeException">There is none.</exception>
    public List<int> Of(LineChange change, int group)
    {
        IReadOnlyList<ServiceDayType> days = change.DayTypes;
        Sentence directed = change.Direction switch
        {
            "to-centre" => Sentence.Of(" towards the centre"),
            "from-centre" => Sentence.Of(" from the centre"),
            { } side => Sentence.Of($" in direction {side}"),
            _ => Sentence.Of(""),
        };
        List<int> running = [.. state.Running(group, days).Where(t => change.Source is null || state.SourceId(state.Edit.LineOf(t)) == change.Source)];
        if (running.Count == 0)
        {
            throw new ChangeException($" would change nothing: line {change.Line} does not run on {change.DayText}");
        }

        List<int> directedTrips = [.. running.Where(t => IsDirected(t, change.Direction))];
        if (directedTrips.Count == 0)
        {
            throw new ChangeException($" would change nothing: line {change.Line} has no trip{directed} on {change.DayText}");
        }

        TripChoice choice = change.Trips;
        string had = string.Join(", ", directedTrips.Where(t => days.Any(d => state.Edit.Runs(t, d))).Select(t => Clock.Text(state.Start(t))!).Distinct().Take(20));
        foreach (int time in choice.Times.Where(time => directedTrips.All(t => state.Start(t) != time)))
        {
            throw new ChangeException($".line {change.Line} has no trip {Clock.Text(time)} on {change.DayText}{directed}; it has {had}");
        }

        List<int> chosen = choice switch
        {
            { Times.Count: > 0 } => [.. directedTrips.Where(t => choice.Times.Contains(state.Start(t)))],
            { Between: { } span } => [.. directedTrips.Where(t => state.Start(t) >= span.From && state.Start(t) <= span.Until)],
            { Edge: { } edge } => AtEdge(directedTrips, days, edge == "last"),
            _ => directedTrips,
        };
        return chosen.Count > 0 ? chosen : throw new ChangeException($".trips: line {change.Line} has none then on {change.DayText}{directed}; it has {had}");
    }

    /// <summary>Trips that a change names by their departure are all meant: one to which it cannot be done is not passed over.</summary>
    /// <exception cref="ChangeException">To one of them it cannot be done.</exception>
    /// <param name="change">The change.</param>
    /// <param name="done">The trips to which it is done.</param>
    /// <param name="lacks">What the others do not do: "calls there".</param>
    public void MustBeAll(LineChange change, IEnumerable<int> done, Sentence lacks)
    {
        HashSet<int> times = [.. done.Select(state.Start)];
        if (change.Trips.Times.Where(t => !times.Contains(t)).Select(t => (int?)t).FirstOrDefault() is { } without)
        {
            throw new ChangeException($".trips names {Clock.Text(without)}, which {lacks}; take it out, or name another");
        }
    }

    // Null is any direction.
    private bool IsDirected(int trip, string? direction)
    {
        if (direction is null)
        {
            return true;
        }

        if (direction is "0" or "1")
        {
            return state.Edit.DirectionOf(trip) == direction[0] - '0';
        }

        if (state.Tools.Centre is not { } centre)
        {
            throw new ChangeException(".direction needs a \"centre\" of the configuration");
        }

        TripCall[] calls = state.Edit.CallsOf(trip);
        bool goesTo = state.DistanceM(calls[^1].Post, centre) < state.DistanceM(calls[0].Post, centre);
        return goesTo == (direction == "to-centre");
    }

    private List<int> AtEdge(List<int> trips, IReadOnlyList<ServiceDayType> days, bool last)
    {
        // The first or last of each day and each direction, and whatever runs at that time on other dates of the type.
        HashSet<int> chosen = [];
        foreach (ServiceDayType day in days)
        {
            foreach (IGrouping<(int?, int, int), int> way in trips.Where(t => state.Edit.Runs(t, day)).GroupBy(Way))
            {
                int time = last ? way.Max(state.Start) : way.Min(state.Start);
                chosen.UnionWith(way.Where(t => state.Start(t) == time));
            }
        }

        return [.. trips.Where(chosen.Contains)];
    }

    /// <summary>Direction of a trip: as said, else by its first and last stop.</summary>
    private (int?, int, int) Way(int trip)
    {
        if (state.Edit.DirectionOf(trip) is { } said)
        {
            return (said, 0, 0);
        }

        TripCall[] calls = state.Edit.CallsOf(trip);
        return (null, state.Edit.StopOf(calls[0].Post), state.Edit.StopOf(calls[^1].Post));
    }
}
