using HousingInventory.Diagnostics;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>A layer or table of the results, described once: writers map its types and nothing else.</summary>
internal sealed record ResultLayer
{
    /// <summary>The name in files and databases, and what people read.</summary>
    public required Term Title { get; init; }

    public string Name => Title.Key;

    /// <summary>What the legend of the map calls it, where that is shorter or tells two layers apart.</summary>
    public Term Legend { get => field ?? Title; init; }

    public required string DescriptionSv { get; init; }

    public required string DescriptionEn { get; init; }

    /// <summary>In OGC spelling: POINT, MULTIPOLYGON ...; null for a table.</summary>
    public string? GeometryType { get; init; }

    /// <summary>The columns that tell a row from all others; empty where only its place in the list does.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Whether it is a result. What is not, a background or a copy of what was read, stands in inventory.gpkg alone.</summary>
    public bool IsResult { get; init; } = true;

    public required IReadOnlyList<LayerColumn> Columns { get; init; }

    /// <summary>
    /// A value a column: string, long, double or decimal, DateOnly, bool or null, as the column's type says. One array may serve all rows: read it before the next.
    /// </summary>
    public required IEnumerable<(Geometry? Geometry, object?[] Values)> Rows { get; init; }

    public string Description(Language language) => language == Language.Sv ? DescriptionSv : DescriptionEn;
}
