using System.Globalization;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>Types of columns that are written.</summary>
public enum PgType
{
    Text,
    Integer,
    BigInt,
    Double,
    Boolean,
    Date,
}

/// <summary>A column of a table to be written.</summary>
/// <param name="Name">At most 63 bytes.</param>
/// <param name="Comment">Meaning and unit in a sentence, kept in the database; null for none.</param>
public sealed record PgColumn(string Name, PgType Type, string? Comment = null);

/// <summary>A table to be written.</summary>
public sealed record PgTable
{
    public required string Schema { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<PgColumn> Columns { get; init; }

    /// <summary>Name of the geometry column, which stands last; null for a table without geometry.</summary>
    public string? GeometryColumn { get; init; }

    /// <summary>In OGC spelling: POINT, MULTIPOLYGON ..., or GEOMETRY.</summary>
    public string GeometryType { get; init; } = "GEOMETRY";

    /// <summary>The EPSG code of the geometry.</summary>
    public int Srid { get; init; }

    /// <summary>Names of the columns of the primary key; empty for none.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    public string Comment { get; init; } = "";

    /// <summary>Schema and name in double quotes.</summary>
    public string QuotedName => PgName.Quote(Schema, Name);

    /// <summary>The statements that make the table, empty, with its comments. Key and indexes are quicker made after the rows: <see cref="IndexSql"/>.</summary>
    /// <exception cref="ArgumentException">A name is empty or longer than 63 bytes.</exception>
    public string CreateSql()
    {
        StringBuilder sql = new();
        IEnumerable<string> columns = Columns.Select(static c => $"{PgName.Quote(c.Name)} {SqlType(c.Type)}");
        if (GeometryColumn is not null)
        {
            columns = columns.Append(string.Create(CultureInfo.InvariantCulture, $"{PgName.Quote(GeometryColumn)} geometry({GeometryType}, {Srid})"));
        }

        sql.Append(CultureInfo.InvariantCulture, $"CREATE TABLE {QuotedName} ({string.Join(", ", columns)});\n");
        if (Comment.Length > 0)
        {
            sql.Append(CultureInfo.InvariantCulture, $"COMMENT ON TABLE {QuotedName} IS {PgName.Literal(Comment)};\n");
        }

        foreach (PgColumn column in Columns)
        {
            if (column.Comment is { Length: > 0 } comment)
            {
                sql.Append(CultureInfo.InvariantCulture, $"COMMENT ON COLUMN {QuotedName}.{PgName.Quote(column.Name)} IS {PgName.Literal(comment)};\n");
            }
        }

        return sql.ToString();
    }

    /// <summary>The statements to run when the rows are in: the primary key, a spatial index if there is geometry, and statistics.</summary>
    public string IndexSql() =>
        (PrimaryKey.Count == 0 ? "" : $"ALTER TABLE {QuotedName} ADD PRIMARY KEY ({string.Join(", ", PrimaryKey.Select(PgName.Quote))});\n")
        + (GeometryColumn is null ? "" : $"CREATE INDEX ON {QuotedName} USING gist ({PgName.Quote(GeometryColumn)});\n")
        + $"ANALYZE {QuotedName};\n";

    private static string SqlType(PgType type) => type switch
    {
        PgType.Integer => "integer",
        PgType.BigInt => "bigint",
        PgType.Double => "double precision",
        PgType.Boolean => "boolean",
        PgType.Date => "date",
        _ => "text",
    };
}
