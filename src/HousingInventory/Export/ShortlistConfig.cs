using System.ComponentModel;

namespace HousingInventory.Export;

/// <summary>The list for planners.</summary>
public sealed record ShortlistConfig
{
    [Description("How many homes the shortlist holds.")]
    public int Top { get; init; } = 200;

    [Description("Link to a web map, with {lat}, {lon}, {north} and {east} to fill in.")]
    public string? MapLink { get; init; }
}
