using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Trips along a drawn line.</summary>
public sealed record NewLine : Change
{
    /// <summary>A change adds no more trips a day.</summary>
    internal const int MostTrips = 200;

    private const int Bus = 3;

    [Description("What the line is called.")]
    public string Line { get; init; } = "";

    [Description("Where it runs.")]
    public Draw Draw { get; init; } = new();

    [Description("When it runs: { \"out\": [\"06:40\"], \"back\": [\"15:20\"] }, { \"every\": 60, \"from\": \"06:00\", \"until\": \"18:00\" }, { \"arriveBy\": [\"08:10\"], \"at\": \"centre\" } or { \"meet\": { \"line\": \"31\", \"stop\": \"Bureå centrum\", \"waitMin\": 5 } }.")]
    public LineDepartures Departures { get; init; } = new();

    [Description("Whether it runs back as well.")]
    public bool BothWays { get; init; } = true;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Metres between stops. Default: that of whatIf.")]
    public double? StopEveryM { get; init; }

    [Description("Whether existing posts are used.")]
    public bool ReuseStops { get; init; } = true;

    internal override bool NeedsRoads => Draw.Follow == Follow.Roads;

    internal override Sentence? Fault() => base.Fault() ?? (Line.Length == 0 ? Sentence.Of(".line is missing")
        : Draw.Fault() is { } draw ? Sentence.Of($".draw{draw}")
        : Departures.Fault() is { } departures ? Sentence.Of($".departures{departures}")
        : StopEveryM is not (null or (>= 50 and <= 100_000)) ? Sentence.Of(".stopEveryM must be 50 to 100000") : null);

    internal override void Apply(ScenarioState state)
    {
        NewCourse course = NewCourse.Of(state, Draw, Line, -1, null, StopEveryM ?? state.Tools.Config.StopEveryM, ReuseStops);
        course.SetHops(null);
        int[] there = [0, .. course.LineMs(1).Select(NewCourse.Printed)];
        int[] back = [0, .. course.BackStopMs(1, withEnd: false).Select(NewCourse.Printed)];
        int[] outPosts = [.. course.OutStops.Select(s => s.Post)];
        int[] backPosts = [.. course.BackStops.Select(s => s.Post)];
        int layoverS = Fleet.LayoverMin(there[^1] / 60, state.Tools.Config.LayoverMin, state.Tools.Config.LayoverShare) * 60;
        (IReadOnlyList<int> outS, IReadOnlyList<int> backS) = Starts(state, there, back, outPosts, backPosts, layoverS);
        backS = BothWays ? backS : [];
        if (outS.Count + backS.Count > MostTrips)
        {
            throw new ChangeException($".departures make {outS.Count + backS.Count} trips a day; at most {MostTrips}");
        }

        int line = LineOf(state);
        int added = outS.Count(s => state.AddTrip(line, 0, DayTypes, Calls(outPosts, there, s))) + backS.Count(s => state.AddTrip(line, 1, DayTypes, Calls(backPosts, back, s)));
        if (added == 0)
        {
            throw new ChangeException(outS.Count + backS.Count == 0 ? Sentence.Of(".departures make no trip") : AddDepartures.HasThem(Line, DayText));
        }
    }

    private static TripCall[] Calls(int[] posts, int[] offsetsS, int startS) => [.. posts.Select((p, i) => new TripCall(p, startS + offsetsS[i], startS + offsetsS[i]))];

    /// <summary>The line of that name that the scenario made before, or a new one.</summary>
    private int LineOf(ScenarioState state)
    {
        for (int line = 0; line < state.Edit.LineCount; line++)
        {
            if (state.Edit.Line(line) is var row && row.Id == "whatif:" + Line)
            {
                return line;
            }
        }

        return state.Edit.AddLine(new LineRow("whatif:" + Line, "", Line, Bus), 0);
    }

    private (IReadOnlyList<int> Out, IReadOnlyList<int> Back) Starts(ScenarioState state, int[] there, int[] back, int[] outPosts, int[] backPosts, int layoverS)
    {
        if (Departures.Every is { } every)
        {
            (int from, int until) = (Clock.Seconds(Departures.From!)!.Value, Clock.Seconds(Departures.Until!)!.Value);
            int turned = from + there[^1] + layoverS;
            return (Every(from, until, every), Every(turned, Math.Max(until, turned + 1), every));
        }

        if (Departures.ArriveBy is { } arrivals)
        {
            // The way that gets to the stop later in its course is the one that arrives there.
            int outAt = At(state, outPosts), backAt = At(state, backPosts);
            if (outAt < 0)
            {
                throw new ChangeException($".departures.at '{Departures.At}' is no stop of the new line; it has {string.Join(", ", outPosts.Select(state.Edit.NameOf))}");
            }

            int[] byS = [.. arrivals.Select(a => Clock.Seconds(a)!.Value)];
            return outAt >= backAt ? ([.. byS.Select(a => a - there[outAt])], []) : ([], [.. byS.Select(a => a - back[backAt])]);
        }

        if (Departures.Meet is { } meet)
        {
            int group = state.FindLine(meet.Line, null);
            List<int> trips = [.. state.Running(group, DayTypes).Where(t => DayTypes.Any(d => state.Edit.Runs(t, d)))];
            Func<int, bool> isThere = state.StopOfLine(meet.Stop, trips, ".departures.meet.stop");
            TripCall[][] calls = [.. trips.Select(state.Edit.CallsOf)];
            int[] arrive = [.. calls.SelectMany(c => c.Skip(1).Where(x => isThere(x.Post)).Take(1)).Select(c => c.ArrivalS + (meet.WaitMin * 60)).Distinct().Order()];
            int[] leave = [.. calls.SelectMany(c => c.SkipLast(1).Where(x => isThere(x.Post)).Take(1)).Select(c => c.DepartureS - (meet.WaitMin * 60) - back[^1]).Where(s => s >= 0).Distinct().Order()];
            return (arrive, leave);
        }

        return ([.. Departures.Out.Select(t => Clock.Seconds(t)!.Value)], [.. Departures.Back.Select(t => Clock.Seconds(t)!.Value)]);
    }

    private int At(ScenarioState state, int[] posts)
    {
        if (Departures.At != "centre")
        {
            return Array.FindIndex(posts, p => state.Edit.NameOf(p) == Departures.At || state.Edit.IdOf(p) == Departures.At);
        }

        NetTopologySuite.Geometries.Coordinate centre = state.Tools.Centre ?? throw new ChangeException(".departures.at is the centre, and the configuration has none");
        return Enumerable.Range(0, posts.Length).MinBy(i => state.DistanceM(posts[i], centre));
    }

    private static int[] Every(int fromS, int untilS, int minutes) =>
        [.. Enumerable.Range(0, Math.Max(0, (untilS - fromS + (minutes * 60) - 1) / (minutes * 60))).Select(i => fromS + (i * minutes * 60))];
}

/// <summary>When a new line runs: one of four forms.</summary>
public sealed record LineDepartures
{
    private const int LeastEvery = 5;

    [Description("Departures from the drawing's start, HH:mm.")]
    public IReadOnlyList<string> Out { get; init; } = [];

    [Description("Departures from the drawing's end, HH:mm.")]
    public IReadOnlyList<string> Back { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Instead: minutes between departures.")]
    public int? Every { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("With every: the first, HH:mm.")]
    public string? From { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("With every: none leaves at this time or later, HH:mm.")]
    public string? Until { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Instead: arrivals at 'at', HH:mm.")]
    public IReadOnlyList<string>? ArriveBy { get; init; }

    [Description("With arriveBy: a stop of the new line, or centre for its stop nearest the centre.")]
    public string At { get; init; } = "centre";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Instead: meets another line at a stop.")]
    public MeetConfig? Meet { get; init; }

    internal Sentence? Fault()
    {
        string[] times = [.. Out, .. Back, .. ArriveBy ?? [], .. From is { } f ? [f] : Array.Empty<string>(), .. Until is { } u ? [u] : Array.Empty<string>()];
        int forms = (Out.Count + Back.Count > 0 ? 1 : 0) + (Every is null ? 0 : 1) + (ArriveBy is null ? 0 : 1) + (Meet is null ? 0 : 1);
        return forms != 1 ? Sentence.Of(" need one of \"out\" and \"back\", \"every\", \"arriveBy\" or \"meet\"")
            : times.FirstOrDefault(t => Clock.Seconds(t) is null) is { } unread ? Sentence.Of($" have '{unread}', which is no time; write \"06:40\"")
            : Every < LeastEvery ? Sentence.Of($".every must be at least {LeastEvery} minutes")
            : Every is not null && (From is null || Until is null) ? Sentence.Of(".every needs \"from\" and \"until\"")
            : Out.Count + Back.Count > NewLine.MostTrips ? Sentence.Of($" make {Out.Count + Back.Count} trips a day; at most {NewLine.MostTrips}")
            : Meet is { WaitMin: < 0 or > 120 } ? Sentence.Of(".meet.waitMin must be 0 to 120")
            : null;
    }
}

/// <summary>Another line that a new line meets.</summary>
public sealed record MeetConfig
{
    [Description("The line that is met.")]
    public string Line { get; init; } = "";

    [Description("Where.")]
    public string Stop { get; init; } = "";

    [Description("Minutes for the change.")]
    public int WaitMin { get; init; } = 5;
}
