using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>Result layers in the words of a database.</summary>
internal static class PostGisTables
{
    /// <summary>The column that numbers the rows of a layer without a key of its own, as in a GeoPackage.</summary>
    private const string Number = "fid";

    /// <summary>The table of a layer.</summary>
    public static PgTable Of(ResultLayer layer, string schema, RunFrame frame) => new()
    {
        Schema = schema,
        Name = layer.Name,
        Columns = [.. IsNumbered(layer) ? [new PgColumn(Number, PgType.BigInt)] : (PgColumn[])[], .. layer.Columns.Select(c => new PgColumn(c.Name, TypeOf(c.Type), Comment(c, frame.Language)))],
        GeometryColumn = layer.GeometryType is null ? null : "geom",
        GeometryType = layer.GeometryType ?? "GEOMETRY",
        Srid = layer.GeometryType is null ? 0 : frame.Crs.Epsg,
        PrimaryKey = IsNumbered(layer) ? [Number] : layer.Key,
        Comment = layer.Description(frame.Language),
    };

    /// <summary>Its rows.</summary>
    public static IEnumerable<(Geometry? Geometry, object?[] Values)> Rows(ResultLayer layer) =>
        IsNumbered(layer) ? layer.Rows.Select((r, i) => (r.Geometry, (object?[])[i + 1L, .. r.Values])) : layer.Rows;

    private static bool IsNumbered(ResultLayer layer) => layer.Key.Count == 0;

    private static string Comment(LayerColumn column, Language language) =>
        column.Description(language) is { Length: > 0 } said ? $"{column.Label(language)}. {said}" : column.Label(language);

    private static PgType TypeOf(ResultType type) => type switch
    {
        ResultType.Integer => PgType.BigInt,
        ResultType.Real => PgType.Double,
        ResultType.Date => PgType.Date,
        ResultType.Boolean => PgType.Boolean,
        _ => PgType.Text,
    };
}
