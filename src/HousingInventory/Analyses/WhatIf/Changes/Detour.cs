using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Trips leave their way after a stop, call at new stops on the way out, return on the same road and go on.</summary>
public sealed record Detour : LineChange
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("The stop after which they leave. Default: the one nearest the drawing.")]
    public string? After { get; init; }

    [Description("The way out, from the line to its last stop.")]
    public Draw Draw { get; init; } = new();

    [Description("Where times stay as they are: centre (the line's stop nearest the centre), start, end, or a stop's name.")]
    public string Keep { get; init; } = "centre";

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
        int after = AfterPost(state, trips);
        (int Trip, int At)[] passing =
        [
            .. trips.Select(t => (t, Array.FindIndex(state.Edit.CallsOf(t), c => state.Edit.IsOneStop(c.Post, after)))).Where(p => p.Item2 >= 0 && p.Item2 < state.Edit.CallsOf(p.t).Length - 1),
        ];
        if (passing.Length == 0)
        {
            throw new ChangeException($" would change nothing: no such trip of line {Line} goes on from {state.Edit.NameOf(after)} on {DayText}");
        }

        state.Named.MustBeAll(this, passing.Select(p => p.Trip), Sentence.Of($"does not go on from {state.Edit.NameOf(after)}"));
        double factor = Calibration.Of(state, Line, trips);
        NewCourse course = NewCourse.Of(state, Draw, Line, group, after, StopEveryM ?? state.Tools.Config.StopEveryM, ReuseStops);
        course.SetHops(after);
        long[] outMs = course.OutMs(factor);
        long wholeMs = outMs[^1] + (state.Tools.Config.DwellS * 1000L) + course.BackMs(factor);
        int wholeS = NewCourse.Printed(wholeMs);
        foreach ((int trip, int at) in passing)
        {
            TripCall[] calls = state.Edit.CallsOf(trip);
            state.SetHopsFrom(calls[at].Post, after, course.OutStops[0].Post);
            (double nextM, long nextMs) = state.Hops.Of(calls[at].Post, calls[at + 1].Post);
            state.Hops.Set(course.OutStops[^1].Post, calls[at + 1].Post, course.BackM + nextM, course.BackMs(1) + nextMs);
            TrafficKind kind = calls[at].Board == TrafficKind.LeftOut ? TrafficKind.Ordinary : calls[at].Board;
            int earlierS = state.KeepOf(Keep, calls) <= at ? 0 : -wholeS;
            TripCall[] made =
            [
                .. calls[..(at + 1)],
                .. course.OutStops.Select((s, i) => new TripCall(s.Post, calls[at].DepartureS + NewCourse.Printed(outMs[i]), calls[at].DepartureS + NewCourse.Printed(outMs[i]), kind, kind)),
                .. calls[(at + 1)..].Select(c => c.Later(wholeS)),
            ];
            state.Replace(trip, DayTypes, [.. made.Select(c => c.Later(earlierS))]);
        }

        state.ShowCourse(LineKind.Retimed, group);
    }

    private int AfterPost(ScenarioState state, List<int> trips)
    {
        int[] posts = [.. trips.SelectMany(state.Edit.CallsOf).Select(c => c.Post).Distinct().Where(state.Edit.IsPlaced).Order()];
        if (After is { } said)
        {
            Func<int, bool> named = state.StopOfLine(said, trips, ".after");
            posts = [.. posts.Where(named)];
        }

        return state.NearestTo(Draw, Line, posts);
    }
}
