namespace HousingInventory.Routing.Transit;

/// <summary>What may be changed about how timetables are read together.</summary>
public sealed record TimetableOptions
{
    /// <summary>Which route types count.</summary>
    public RouteTypes RouteTypes { get; init; } = new();

    /// <summary>Posts without a station are one stop if their names are equal and they lie within this of each other, metres, inclusive.</summary>
    public double MergeWithinM { get; init; } = 150;

    /// <summary>How far first and last stop of the same trip in two sources may lie apart, metres, inclusive.</summary>
    public double OverlapWithinM { get; init; } = 150;
}
