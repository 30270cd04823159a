namespace HousingInventory.Formats.OsmPbf;

/// <summary>What is kept of one block: all node positions, the references of all ways as they were coded, and the selected elements with their tags.</summary>
internal sealed class OsmBlock
{
    /// <summary>Of all nodes in the block, also those that were dropped for their position.</summary>
    public int NodeCount { get; init; }

    public int NodesOutsideTheWorld { get; init; }

    public int RelationCount { get; init; }

    public int HighwayWays { get; init; }

    /// <summary>Ascending, without repeats: of equal ids the first in the block counts.</summary>
    public required long[] NodeIds { get; init; }

    public required int[] LongitudesE7 { get; init; }

    public required int[] LatitudesE7 { get; init; }

    /// <summary>Of all ways in the block.</summary>
    public required long[] WayIds { get; init; }

    /// <summary>What each way was selected as; <see cref="OsmRoles.None"/> for most.</summary>
    public required OsmRoles[] WayRoles { get; init; }

    /// <summary>Way w has the bytes <c>ReferenceStart[w]</c> to <c>ReferenceStart[w + 1] - 1</c> of <see cref="References"/>.</summary>
    public required int[] ReferenceStart { get; init; }

    /// <summary>Node ids, zigzag-coded differences, as in the file: two or three bytes each instead of eight.</summary>
    public required byte[] References { get; init; }

    /// <summary>The selected elements in file order.</summary>
    public required KeptElement[] Kept { get; init; }

    /// <summary>Keys and values of kept tags, alternating, as indices into <see cref="Strings"/>.</summary>
    public required int[] Tags { get; init; }

    /// <summary>The strings that kept tags use, as UTF-8.</summary>
    public required byte[][] Strings { get; init; }

    /// <summary>The ways among the members of kept relations.</summary>
    public required MemberWay[] Members { get; init; }

    /// <summary>All members of the relations that are kept as relations.</summary>
    public required RelationMember[] RelationMembers { get; init; }
}

/// <summary>What an element was selected as.</summary>
[Flags]
internal enum OsmRoles : byte
{
    None = 0,
    Line = 1,
    Area = 2,
    Place = 4,
    Relation = 8,
}

/// <summary>A selected element.</summary>
/// <param name="Type">Node, way or relation.</param>
/// <param name="Roles">What it was selected as.</param>
/// <param name="IsMultipolygon">For relations: whether its members bound an area.</param>
/// <param name="Id">The OSM id.</param>
/// <param name="Way">For ways: its index in the block.</param>
/// <param name="TagStart">Index of its first key in <see cref="OsmBlock.Tags"/>.</param>
/// <param name="TagEnd">Index after its last value.</param>
/// <param name="MemberStart">For relations: index of its first member in <see cref="OsmBlock.Members"/>.</param>
/// <param name="MemberEnd">Index after its last member.</param>
/// <param name="RelationStart">For relations kept as such: index of its first member in <see cref="OsmBlock.RelationMembers"/>.</param>
/// <param name="RelationEnd">Index after its last member there.</param>
internal readonly record struct KeptElement(
    OsmElementType Type, OsmRoles Roles, bool IsMultipolygon, long Id, int Way, int TagStart, int TagEnd, int MemberStart, int MemberEnd,
    int RelationStart = 0, int RelationEnd = 0);

/// <summary>A way that is a member of a relation.</summary>
internal readonly record struct MemberWay(long Way, bool IsInner);

/// <summary>A member of a relation; its role is an index into <see cref="OsmBlock.Strings"/>.</summary>
internal readonly record struct RelationMember(OsmElementType Type, long Id, int Role);
