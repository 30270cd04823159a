using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>A stop moves, all its posts by the same way; times stay. It moves on every day.</summary>
public sealed record MoveStop : Change
{
    private const double FarM = 300;

    [Description("Name or id of the stop.")]
    public string Stop { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where to: [longitude, latitude].")]
    public IReadOnlyList<double>? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where to, as a drawn point.")]
    public Draw? Draw { get; init; }

    internal override Sentence? Fault() => base.Fault() ?? (Stop.Length == 0 ? Sentence.Of(".stop is missing")
        : (To is null) == (Draw is null) ? Sentence.Of(" needs either \"to\", or \"draw\"")
        : To is { } to && (to.Count != 2 || Math.Abs(to[0]) > 180 || Math.Abs(to[1]) > 90) ? Sentence.Of(".to must be [longitude, latitude] in degrees")
        : Draw?.Fault() is { } fault ? Sentence.Of($".draw{fault}") : null);

    internal override void Apply(ScenarioState state)
    {
        List<int> posts = [.. state.FindStop(Stop, ".stop").Where(state.Edit.IsPlaced)];
        int[] stops = [.. posts.Select(state.Edit.StopOf).Distinct()];
        if (posts.Count == 0 || stops.Length > 1)
        {
            throw new ChangeException(posts.Count == 0
                ? Sentence.Of($".stop '{Stop}' has no place on the map")
                : Sentence.Of($".stop '{Stop}' is the name of {stops.Length} stops: give the id of one, such as {string.Join(", ", posts.Take(4).Select(state.Edit.IdOf))}"));
        }

        posts = [.. Enumerable.Range(0, state.Edit.PostCount).Where(p => stops[0] >= 0 ? state.Edit.StopOf(p) == stops[0] && state.Edit.IsPlaced(p) : posts.Contains(p))];
        Coordinate to = To is { } said ? state.Tools.Drawings.FromDegrees(said) : state.Tools.Drawings.Point(Draw!);
        (double dx, double dy) = (to.X - posts.Average(p => state.Edit.PlaceOf(p).X), to.Y - posts.Average(p => state.Edit.PlaceOf(p).Y));
        double metres = Math.Sqrt((dx * dx) + (dy * dy));
        if (metres < 1)
        {
            throw new ChangeException($" would change nothing: {Stop} is there already");
        }

        if (metres > FarM)
        {
            state.Notice(new StopFarMoved(Stop, (long)Math.Round(metres)));
        }

        // What the lines drive stays as it was: their times do.
        for (int trip = 0; trip < state.Edit.TripCount; trip++)
        {
            Routing.Transit.TripCall[] calls = state.Edit.CallsOf(trip);
            for (int i = 1; i < calls.Length; i++)
            {
                if (posts.Contains(calls[i].Post) || posts.Contains(calls[i - 1].Post))
                {
                    state.Hops.Of(calls[i - 1].Post, calls[i].Post);
                }
            }
        }

        foreach (int post in posts)
        {
            (double x, double y) = state.Edit.PlaceOf(post);
            state.Edit.MovePost(post, x + dx, y + dy);
        }
    }
}
