using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Copies of the trips nearest in time, with the same stops and running times.</summary>
public sealed record AddDepartures : LineChange
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Departures at the first stop, HH:mm.")]
    public IReadOnlyList<string>? Times { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Instead: arrivals at 'at', HH:mm.")]
    public IReadOnlyList<string>? ArriveBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Instead: departures from 'at', HH:mm.")]
    public IReadOnlyList<string>? LeaveAfter { get; init; }

    [Description("With arriveBy or leaveAfter: a stop of the line, or centre.")]
    public string At { get; init; } = "centre";

    private IReadOnlyList<string> Said => Times ?? ArriveBy ?? LeaveAfter ?? [];

    internal override Sentence? Fault() => base.Fault() ?? (((Times is null ? 0 : 1) + (ArriveBy is null ? 0 : 1) + (LeaveAfter is null ? 0 : 1)) != 1 || Said.Count == 0
            ? Sentence.Of(" needs one of \"times\", \"arriveBy\" and \"leaveAfter\"")
        : Said.FirstOrDefault(t => Clock.Seconds(t) is null) is { } unread ? Sentence.Of($" has '{unread}', which is no time; write \"06:40\"")
        : Said.Count > NewLine.MostTrips ? Sentence.Of($" would add {Said.Count} trips a day; at most {NewLine.MostTrips}") : null);

    internal override void Apply(ScenarioState state)
    {
        int group = state.FindLine(Line, Source);

        // Without a direction, arriving is towards the centre and leaving is from it.
        LineChange directed = this with { Direction = Direction ?? (At != "centre" || Times is not null ? null : ArriveBy is not null ? "to-centre" : "from-centre"), Trips = TripChoice.All };
        List<int> trips = state.Named.Of(directed, group);
        Func<int, bool> isAt = Times is not null ? _ => true : state.StopOfLine(At, trips, ".at");
        int added = 0;
        foreach (int timeS in Said.Select(t => Clock.Seconds(t)!.Value).Distinct().Order())
        {
            (int Trip, int Call)[] models = [.. trips.Select(t => (t, Times is not null ? 0 : CallAt(state.Edit.CallsOf(t), isAt))).Where(m => m.Item2 >= 0)];
            if (models.Length == 0)
            {
                throw new ChangeException(ArriveBy is not null
                    ? Sentence.Of($".at '{At}': no such trip of line {Line} arrives there") : Sentence.Of($".at '{At}': no such trip of line {Line} leaves from there"));
            }

            // One copy a time, of the trip nearest in time, whichever way it goes; of equally near ones the earlier.
            (int trip, int call) = models.OrderBy(m => Math.Abs(TimeOf(state, m) - timeS)).ThenBy(m => TimeOf(state, m)).ThenBy(m => m.Trip).First();
            int laterS = timeS - TimeOf(state, (trip, call));
            added += state.AddTrip(state.Edit.LineOf(trip), state.Edit.DirectionOf(trip), DayTypes, [.. state.Edit.CallsOf(trip).Select(c => c.Later(laterS))]) ? 1 : 0;
        }

        if (added == 0)
        {
            throw new ChangeException(HasThem(Line, DayText));
        }

        state.ShowCourse(LineKind.Retimed, group);
    }

    private int CallAt(TripCall[] calls, Func<int, bool> isAt)
    {
        int at = Array.FindIndex(calls, c => isAt(c.Post));
        return (ArriveBy is not null && at == 0) || (LeaveAfter is not null && at == calls.Length - 1) ? -1 : at;
    }

    private int TimeOf(ScenarioState state, (int Trip, int Call) model)
    {
        TripCall call = state.Edit.CallsOf(model.Trip)[model.Call];
        return ArriveBy is not null ? call.ArrivalS : call.DepartureS;
    }

    /// <summary>What is said where a line has all that would be added.</summary>
    internal static Sentence HasThem(string line, Sentence days) => Sentence.Of($" would change nothing: line {line} has these departures already on {days}");
}
