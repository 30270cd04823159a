using System.ComponentModel;

namespace HousingInventory.Rank;

/// <summary>The list for planners.</summary>
public sealed record ShortlistConfig
{
    [Description("How many homes the shortlist holds.")]
    public int Top { get; init; } = 200;

    [Description("How many of one locality the shortlist holds at most; the homes next in order take the places. null: any number.")]
    public int? PerLocality { get; init; }

    [Description("Names of localities whose homes stay off the shortlist; they remain candidates.")]
    public IReadOnlyList<string> LeaveOutLocalities { get; init; } = [];

    [Description("Link to a web map, with {lat}, {lon}, {north} and {east} to fill in.")]
    public string? MapLink { get; init; }
}
