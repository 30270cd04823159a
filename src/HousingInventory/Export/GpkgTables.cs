using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>Result layers in the words of a GeoPackage.</summary>
internal static class GpkgTables
{
    /// <summary>The definition of a layer or table. A layer's title names the run too: it stands among those of others in a list of layers.</summary>
    public static GpkgTableDefinition Of(ResultLayer layer, RunFrame frame)
    {
        string title = layer.Title.In(frame.Language);
        GpkgColumn[] columns = [.. layer.Columns.Select(c => Column(c, frame.Language, layer.GeometryType is not null))];
        return layer.GeometryType is not { } type
            ? new GpkgTableDefinition { Name = layer.Name, Identifier = title, Description = layer.Description(frame.Language), Columns = columns }
            : new GpkgLayerDefinition
            {
                Name = layer.Name,
                Identifier = frame.Title is { } run ? $"{title} – {run}" : title,
                Description = layer.Description(frame.Language),
                Crs = frame.Crs,
                GeometryType = type,
                Columns = columns,
            };
    }

    /// <summary>The definition of a column.</summary>
    /// <param name="onMap">Some programs show of a map's layer only the description: there the heading stands for one that is empty.</param>
    public static GpkgColumn Column(LayerColumn column, Language language, bool onMap = false) => new(
        column.Name, SqlType(column), column.Label(language), column.Description(language) is { Length: > 0 } said ? said : onMap ? column.Label(language) : null,
        column.Values.Count == 0 ? null : [.. column.Values.Select(v => new GpkgValue(v.Key, v.In(language)))]);

    private static string SqlType(LayerColumn column) => column.Type switch
    {
        ResultType.Integer => "INTEGER",
        ResultType.Real => "DOUBLE",
        ResultType.Date => "DATE",
        ResultType.Boolean => "BOOLEAN",
        _ when column.MaxLength > 0 => FormattableString.Invariant($"TEXT({column.MaxLength})"),
        _ => "TEXT",
    };
}
