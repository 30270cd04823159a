using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Trips go on beyond a terminal, and start there on the way back.</summary>
public sealed record ExtendLine : LineChange
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("The terminal. Default: the one nearest the drawing.")]
    public string? At { get; init; }

    [Description("Where the line goes on.")]
    public Draw Draw { get; init; } = new();

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Metres between new stops. Default: that of whatIf.")]
    public double? StopEveryM { get; init; }

    [Description("Whether existing posts are used.")]
    public bool ReuseStops { get; init; } = true;

    internal override bool NeedsRoads => Draw.Follow == Follow.Roads;

    internal override Sentence? Fault() => base.Fault() ?? (Draw.Fault() is { } fault ? Sentence.Of($".draw{fault}")
        : StopEveryM is not (null or (>= 50 and <= 100_000)) ? Sentence.Of(".stopEveryM must be 50 to 100000") : null);

    internal override void Apply(ScenarioState state)
    {
        int group = state.FindLine(Line, Source);
        List<int> trips = state.Named.Of(this, group);
        Func<int, bool> isTerminal = Terminal(state, trips, out int post);
        int[] there = [.. trips.Where(t => isTerminal(state.Edit.CallsOf(t)[^1].Post))];
        int[] back = [.. trips.Where(t => isTerminal(state.Edit.CallsOf(t)[0].Post) && !there.Contains(t))];
        if (there.Length + back.Length == 0)
        {
            throw new ChangeException($" would change nothing: no such trip of line {Line} begins or ends at {state.Edit.NameOf(post)} on {DayText}");
        }

        state.Named.MustBeAll(this, [.. there, .. back], Sentence.Of($"neither begins nor ends at {state.Edit.NameOf(post)}"));
        double factor = Calibration.Of(state, Line, trips);
        NewCourse course = NewCourse.Of(state, Draw, Line, group, post, StopEveryM ?? state.Tools.Config.StopEveryM, ReuseStops);
        course.SetHops(post);
        long[] outMs = course.OutMs(factor);
        long[] backMs = course.BackStopMs(factor, withEnd: true);
        foreach (int trip in there)
        {
            TripCall[] calls = state.Edit.CallsOf(trip);
            state.SetHopsFrom(calls[^1].Post, post, course.OutStops[0].Post);
            TrafficKind kind = calls[^2].Board;
            TripCall last = calls[^1] with { DepartureS = calls[^1].ArrivalS, Board = kind };
            state.Replace(trip, DayTypes, [.. calls[..^1], last, .. course.OutStops.Select((s, i) => Call(s.Post, last.ArrivalS + NewCourse.Printed(outMs[i]), kind))]);
        }

        foreach (int trip in back)
        {
            TripCall[] calls = state.Edit.CallsOf(trip);
            state.SetHopsTo(course.BackStops[^1].Post, calls[0].Post, post);
            TrafficKind kind = calls[1].Alight;
            int startS = calls[0].DepartureS - NewCourse.Printed(backMs[^1]);
            TripCall first = calls[0] with { ArrivalS = calls[0].DepartureS, Alight = kind };
            state.Replace(trip, DayTypes, [.. course.BackStops.Select((s, i) => Call(s.Post, startS + (i == 0 ? 0 : NewCourse.Printed(backMs[i - 1])), kind)), first, .. calls[1..]]);
        }

        state.ShowCourse(LineKind.Unchanged, group);
    }

    private static TripCall Call(int post, int timeS, TrafficKind kind) => new(post, timeS, timeS, kind, kind);

    /// <summary>Whether a post is of the terminal; and the post from which the course is measured.</summary>
    private Func<int, bool> Terminal(ScenarioState state, List<int> trips, out int post)
    {
        int[] ends = [.. trips.SelectMany(t => (int[])[state.Edit.CallsOf(t)[0].Post, state.Edit.CallsOf(t)[^1].Post]).Distinct().Where(state.Edit.IsPlaced).Order()];
        if (At is { } at)
        {
            int[] named = [.. ends.Where(p => state.Edit.NameOf(p) == at || state.Edit.IdOf(p) == at)];
            if (named.Length == 0)
            {
                throw new ChangeException($".at '{at}' is no terminal of line {Line}; it has {string.Join(", ", ends.Select(state.Edit.NameOf).Distinct())}");
            }

            ends = named;
        }

        int nearest = post = state.NearestTo(Draw, Line, ends);
        return p => state.Edit.IsOneStop(p, nearest);
    }
}
