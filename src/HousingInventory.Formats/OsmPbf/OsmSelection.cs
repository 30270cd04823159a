namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// What to keep of an OSM file. Each entry is a tag key ("highway") or a key with its value ("route=ferry"), compared exactly; an element is kept when it
/// carries any of them. An element may be a line, an area and a place at once. Everything else is counted and dropped while reading.
/// </summary>
public sealed record OsmSelection
{
    /// <summary>Ways kept as lines.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Closed ways, and multipolygon and boundary relations, kept as polygons.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Nodes, and ways and multipolygon relations, kept as points.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Relations kept as they are, with all their members.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];
}
