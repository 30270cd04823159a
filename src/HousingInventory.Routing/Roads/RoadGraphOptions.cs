namespace HousingInventory.Routing.Roads;

/// <summary>How ways become a graph.</summary>
public sealed record RoadGraphOptions
{
    /// <summary>The defaults.</summary>
    public static RoadGraphOptions Default { get; } = new();

    /// <summary>Ends of lines without node ids meet what lies within this many metres, inclusive.</summary>
    public double SnapM { get; init; } = 0.5;

    /// <summary>A part of the network cut off from the rest is left out if it has less than this many metres in all; the largest part always stays.</summary>
    public double FragmentM { get; init; } = 1000;
}
