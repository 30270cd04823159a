namespace HousingInventory.Formats.OsmPbf;

/// <summary>What a file held and what could not be used of it. The first three equal those of <c>osmium fileinfo -e</c>.</summary>
public sealed record OsmCounts
{
    public required long Nodes { get; init; }

    public required long Ways { get; init; }

    public required long Relations { get; init; }

    /// <summary>Ways that carry the key <c>highway</c>, selected or not.</summary>
    public required long HighwayWays { get; init; }

    /// <summary>References in ways, selected or not, to nodes that the file lacks; an extract cuts ways at its edge.</summary>
    public required long MissingNodeReferences { get; init; }

    /// <summary>Nodes with a position outside -180..180, -90..90; they are treated as missing.</summary>
    public required long NodesOutsideTheWorld { get; init; }

    /// <summary>Selected lines of which fewer than two consecutive nodes are in the file.</summary>
    public required long LinesWithoutGeometry { get; init; }

    /// <summary>Ways selected as areas: all of them, whether they became one or not.</summary>
    public required long AreaWays { get; init; }

    /// <summary>Relations selected as areas: all of them, whether they became one or not.</summary>
    public required long AreaRelations { get; init; }

    /// <summary>Areas left out because too many of their nodes or member ways are not in the file.</summary>
    public required long IncompleteAreas { get; init; }

    /// <summary>Areas left out because their outline does not close although all of it is in the file, or has fewer than three corners.</summary>
    public required long UnclosedAreas { get; init; }

    /// <summary>Relations selected as areas that are neither <c>type=multipolygon</c> nor <c>type=boundary</c>.</summary>
    public required long RelationsOfOtherType { get; init; }

    /// <summary>Rings left out of relations that became areas without them: unclosed, incomplete, or an inner ring inside no outer one.</summary>
    public required long RingsLeftOut { get; init; }

    /// <summary>Elements selected as places: all of them.</summary>
    public required long SelectedPlaces { get; init; }

    /// <summary>Places of which no node is in the file.</summary>
    public required long PlacesWithoutGeometry { get; init; }
}
