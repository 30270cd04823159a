using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Trips that pass a place call there.</summary>
public sealed record AddStop : LineChange
{
    /// <summary>A trip passes a place this near to its way, metres.</summary>
    private const double PassesM = 100;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where: [longitude, latitude].")]
    public IReadOnlyList<double>? Place { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where, as a drawn point.")]
    public Draw? Draw { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Name of the stop.")]
    public string? Name { get; init; }

    [Description("Where times stay as they are: centre (the line's stop nearest the centre), start, end, or a stop's name.")]
    public string Keep { get; init; } = "centre";

    internal override bool NeedsRoads => true;

    internal override Sentence? Fault() => base.Fault() ?? ((Place is null) == (Draw is null) ? Sentence.Of(" needs either \"place\", or \"draw\"")
        : Place is { } place && (place.Count != 2 || Math.Abs(place[0]) > 180 || Math.Abs(place[1]) > 90) ? Sentence.Of(".place must be [longitude, latitude] in degrees")
        : Draw?.Fault() is { } fault ? Sentence.Of($".draw{fault}") : null);

    internal override void Apply(ScenarioState state)
    {
        int group = state.FindLine(Line, Source);
        Coordinate place = Place is { } said ? state.Tools.Drawings.FromDegrees(said) : state.Tools.Drawings.Point(Draw!);
        double nearestM = double.PositiveInfinity;
        List<(int Trip, int After, double AlongM, double WholeM)> passing = [];
        Dictionary<(int, int), (double AlongM, double DistanceM, double LengthM)> seen = [];
        foreach (int trip in state.Named.Of(this, group))
        {
            TripCall[] calls = state.Edit.CallsOf(trip);
            (int at, double alongM, double distanceM, double wholeM) = (-1, 0, double.PositiveInfinity, 0);
            for (int i = 1; i < calls.Length; i++)
            {
                (double AlongM, double DistanceM, double LengthM) hop = Pass(state, calls[i - 1].Post, calls[i].Post, place, seen);
                if (hop.DistanceM < distanceM)
                {
                    (at, alongM, distanceM, wholeM) = (i - 1, hop.AlongM, hop.DistanceM, hop.LengthM);
                }
            }

            nearestM = Math.Min(nearestM, distanceM);
            if (distanceM <= PassesM)
            {
                passing.Add((trip, at, alongM, wholeM));
            }
        }

        if (passing.Count == 0)
        {
            throw new ChangeException($" would change nothing: line {Line} passes no nearer than {nearestM:F0} m; a stop needs {PassesM:F0} m or less");
        }

        state.Named.MustBeAll(this, passing.Select(p => p.Trip), Sentence.Of("does not pass there"));
        int post = state.PostAt((place.X, place.Y), Name ?? "", Line, group);
        passing.RemoveAll(p => state.Edit.CallsOf(p.Trip).Any(c => c.Post == post));
        if (passing.Count == 0)
        {
            throw new ChangeException($" would change nothing: line {Line} stops there already, at {state.Edit.NameOf(post)}");
        }

        state.Named.MustBeAll(this, passing.Select(p => p.Trip), Sentence.Of("stops there already"));
        int delayS = NewCourse.Printed((state.Tools.Config.StopLossS + state.Tools.Config.DwellS) * 1000L);
        foreach ((int trip, int after, double alongM, double wholeM) in passing)
        {
            state.Replace(trip, DayTypes, WithStop(state, state.Edit.CallsOf(trip), after, post, wholeM > 0 ? alongM / wholeM : 0.5, delayS));
        }

        state.ShowCourse(LineKind.Retimed, group);
    }

    private TripCall[] WithStop(ScenarioState state, TripCall[] calls, int after, int post, double share, int delayS)
    {
        TripCall before = calls[after];
        TripCall next = calls[after + 1];
        (double metres, long ms) = state.Hops.Of(before.Post, next.Post);
        state.Hops.Set(before.Post, post, metres * share, (long)(ms * share));
        state.Hops.Set(post, next.Post, metres - (metres * share), ms - (long)(ms * share));
        int keep = state.KeepOf(Keep, calls);
        int gapS = next.ArrivalS - before.DepartureS;
        int timeS = before.DepartureS + Math.Min(gapS + delayS, ((int)Math.Ceiling(gapS * share / 60) * 60) + (delayS / 2 / 60 * 60));
        TripCall stop = new(post, timeS, timeS, before.Board == TrafficKind.LeftOut ? TrafficKind.Ordinary : before.Board, next.Alight == TrafficKind.LeftOut ? TrafficKind.Ordinary : next.Alight);
        return keep <= after
            ? [.. calls[..(after + 1)], stop, .. calls[(after + 1)..].Select(c => c.Later(delayS))]
            : [.. calls[..(after + 1)].Select(c => c.Later(-delayS)), stop.Later(-delayS), .. calls[(after + 1)..]];
    }

    private static (double AlongM, double DistanceM, double LengthM) Pass(
        ScenarioState state, int from, int to, Coordinate place, Dictionary<(int, int), (double AlongM, double DistanceM, double LengthM)> seen)
    {
        if (!seen.TryGetValue((from, to), out (double AlongM, double DistanceM, double LengthM) hop))
        {
            hop = state.Edit.IsPlaced(from) && state.Edit.IsPlaced(to) && state.Hops.Path(state.Edit.PlaceOf(from), state.Edit.PlaceOf(to)) is { } path
                ? (path.Nearest(place.X, place.Y).AlongM, path.Nearest(place.X, place.Y).DistanceM, path.LengthM)
                : (0, double.PositiveInfinity, 0);
            seen.Add((from, to), hop);
        }

        return hop;
    }
}
