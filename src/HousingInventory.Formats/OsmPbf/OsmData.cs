using NetTopologySuite.Geometries;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>The selected part of an OSM file, as arrays. All positions are WGS 84. The same file gives the same arrays on any machine and number of cores.</summary>
public sealed class OsmData
{
    public required OsmCounts Counts { get; init; }

    /// <summary>Keys and values of all tags below.</summary>
    public required OsmStrings Strings { get; init; }

    /// <summary>The nodes that lines and areas use, and the places that are nodes.</summary>
    public required OsmNodes Nodes { get; init; }

    public required OsmLines Lines { get; init; }

    public required OsmAreas Areas { get; init; }

    public required OsmPlaces Places { get; init; }

    public required OsmRelations Relations { get; init; }

    /// <summary>The smallest box round all nodes of the file, in degrees; null-envelope when it has none.</summary>
    public required Envelope Extent { get; init; }

    /// <summary>The moment of the content that the header states, as it does in extracts from a mirror; null when it states none.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}

/// <summary>Positions in 1e-7 degrees, as OSM stores them, in the order of the file (by id in any usual file).</summary>
public sealed class OsmNodes
{
    public required long[] Ids { get; init; }

    public required int[] LongitudesE7 { get; init; }

    public required int[] LatitudesE7 { get; init; }

    public int Count => Ids.Length;

    /// <summary>Degrees east.</summary>
    public double Longitude(int node) => LongitudesE7[node] / 1e7;

    /// <summary>Degrees north.</summary>
    public double Latitude(int node) => LatitudesE7[node] / 1e7;
}

/// <summary>
/// Ways as chains of nodes, in file order. A way of which the file lacks nodes in between comes as several lines with the same id, so that no line jumps a gap;
/// each line has at least two nodes. Two lines meet where they name the same node.
/// </summary>
public sealed class OsmLines
{
    /// <summary>Way ids.</summary>
    public required long[] Ids { get; init; }

    /// <summary>Line i has the nodes <c>NodeStart[i]</c> to <c>NodeStart[i + 1] - 1</c> of <see cref="Nodes"/>; one more than there are lines.</summary>
    public required int[] NodeStart { get; init; }

    /// <summary>Indices into <see cref="OsmData.Nodes"/>.</summary>
    public required int[] Nodes { get; init; }

    public required OsmTags Tags { get; init; }

    public int Count => Ids.Length;
}

/// <summary>Nodes, ways and areas as points, in file order: nodes, then ways, then relations in any usual file.</summary>
public sealed class OsmPlaces
{
    public required OsmElementType[] Types { get; init; }

    public required long[] Ids { get; init; }

    /// <summary>Degrees east: of the node, the centroid of the area, or the mean of a line's vertices.</summary>
    public required double[] Longitudes { get; init; }

    /// <summary>Degrees north.</summary>
    public required double[] Latitudes { get; init; }

    /// <summary>Index into <see cref="OsmData.Nodes"/> for a node, so that a barrier is found on its road; -1 for ways and relations.</summary>
    public required int[] Nodes { get; init; }

    public required OsmTags Tags { get; init; }

    public int Count => Ids.Length;
}

/// <summary>Relations with all their members, in file order, whether the file holds the members or not.</summary>
public sealed class OsmRelations
{
    public required long[] Ids { get; init; }

    /// <summary>Relation i has the members <c>MemberStart[i]</c> to <c>MemberStart[i + 1] - 1</c>; one more than there are relations.</summary>
    public required int[] MemberStart { get; init; }

    public required OsmElementType[] MemberTypes { get; init; }

    /// <summary>OSM ids.</summary>
    public required long[] MemberIds { get; init; }

    /// <summary>"from", "via", "outer" ...; "" for none.</summary>
    public required string[] MemberRoles { get; init; }

    public required OsmTags Tags { get; init; }

    public int Count => Ids.Length;
}
