using System.ComponentModel;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>A stop is not called at; running times stay.</summary>
public sealed record RemoveStop : Change
{
    [Description("Name or id of the stop.")]
    public string Stop { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Only for this line.")]
    public string? Line { get; init; }

    internal override Sentence? Fault() => base.Fault() ?? (Stop.Length == 0 ? Sentence.Of(".stop is missing") : null);

    internal override void Apply(ScenarioState state)
    {
        HashSet<int> posts = [.. state.FindStop(Stop, ".stop")];
        int? group = Line is null ? null : state.FindLine(Line, null);
        bool any = false;
        for (int trip = 0, count = state.Edit.TripCount; trip < count; trip++)
        {
            TripCall[] calls = state.Edit.CallsOf(trip);
            if ((group is { } only && state.Edit.GroupOf(state.Edit.LineOf(trip)) != only) || !calls.Any(c => posts.Contains(c.Post)) || !state.Edit.RunsOnAny(trip, DayTypes))
            {
                continue;
            }

            any = true;
            TripCall[] left = [.. calls.Where(c => !posts.Contains(c.Post))];
            state.Touched.Add(state.Edit.GroupOf(state.Edit.LineOf(trip)));
            if (left.Length < 2)
            {
                state.Edit.Withdraw(trip, DayTypes);
                continue;
            }

            state.BridgeHops(calls, left);
            state.Replace(trip, DayTypes, left);
        }

        if (!any)
        {
            throw new ChangeException(Line is null
                ? Sentence.Of($" would change nothing: no line stops at {Stop} on {DayText}") : Sentence.Of($" would change nothing: line {Line} does not stop at {Stop} on {DayText}"));
        }
    }
}
