namespace HousingInventory.Formats;

/// <summary>A value that a column may take, and what it means.</summary>
public sealed record GpkgValue(string Value, string? Description = null);

/// <summary>A column of a table to be written.</summary>
/// <param name="Name">Unique in the table without regard to case, and neither "fid" nor the geometry column.</param>
/// <param name="SqlType">A type of GeoPackage table 1: TEXT, INTEGER, MEDIUMINT, DOUBLE, BOOLEAN, DATE, DATETIME, BLOB ...</param>
/// <param name="Title">What people read as heading; unique in the table. GIS software shows it as alias.</param>
/// <param name="Description">Meaning and unit in a sentence.</param>
/// <param name="Values">All values that occur, when they form a closed list.</param>
public sealed record GpkgColumn(string Name, string SqlType, string? Title = null, string? Description = null, IReadOnlyList<GpkgValue>? Values = null)
{
    /// <summary>Whether it holds the way to a file, which a form chooses and shows.</summary>
    public bool IsFile { get; init; }
}

/// <summary>A table without geometry to be written.</summary>
public record GpkgTableDefinition
{
    /// <summary>The table's name in SQL; by custom lower case letters, digits and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>What people read; unique in the file.</summary>
    public required string Identifier { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The columns in order, without the key (fid) and the geometry.</summary>
    public required IReadOnlyList<GpkgColumn> Columns { get; init; }
}

/// <summary>A layer to be written: a table with geometry.</summary>
public sealed record GpkgLayerDefinition : GpkgTableDefinition
{
    public required Crs Crs { get; init; }

    /// <summary>In OGC spelling: POINT, LINESTRING, POLYGON, MULTIPOLYGON ..., or GEOMETRY. Single parts are wrapped when it says MULTI.</summary>
    public required string GeometryType { get; init; }

    public string GeometryColumn { get; init; } = "geom";
}
