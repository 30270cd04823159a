namespace HousingInventory.Formats;

/// <summary>What a column holds, as far as its file says.</summary>
public enum ColumnKind
{
    Text,
    Integer,
    Real,
    Boolean,
    Date,
    DateTime,
    Other,
}

/// <summary>A column of a layer or table, without the geometry.</summary>
/// <param name="Name">As written in the file.</param>
/// <param name="Kind">The declared kind; <see cref="ColumnKind.Text"/> where the format declares none (CSV).</param>
public sealed record ColumnInfo(string Name, ColumnKind Kind);

/// <summary>One layer of a vector file, or one table.</summary>
public sealed record LayerInfo
{
    /// <summary>The layer's name; for formats without layers, the file name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The columns in file order, the geometry left out. <see cref="IFeatureCursor"/> addresses them by this index.</summary>
    public required IReadOnlyList<ColumnInfo> Columns { get; init; }

    /// <summary>Name of the geometry column, "" where the format has no name for it, null for a table without geometry.</summary>
    public string? GeometryColumn { get; init; }

    /// <summary>The declared geometry type in OGC spelling (MULTIPOLYGON, GEOMETRY ...), null when unknown.</summary>
    public string? GeometryType { get; init; }

    /// <summary>The CRS that the file states, when the table of <see cref="Crs"/> knows it; else null.</summary>
    public Crs? Crs { get; init; }

    /// <summary>What the file says about its CRS, for messages; null when it says nothing.</summary>
    public string? CrsText { get; init; }

    /// <summary>Number of records when the file states it without being read through; else null.</summary>
    public long? RowCount { get; init; }

    /// <summary>The day on which the content was last changed, when the file states one.</summary>
    public DateOnly? LastChange { get; init; }

    /// <summary>For text formats: the encoding that is used (for example "UTF-8 with BOM", "Windows-1252"); else null.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// Whether the names of the columns are the first row of a sheet or text, where a table without headings has values; false where the format itself keeps names.
    /// </summary>
    public bool HeadsAreRow { get; init; }

    /// <summary>For delimited text: the separator; else null.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Index of the column with this name, compared without case; -1 when there is none.</summary>
    public int FindColumn(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
