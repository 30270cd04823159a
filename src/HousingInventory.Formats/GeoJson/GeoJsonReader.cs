using System.Text.Json;

namespace HousingInventory.Formats;

/// <summary>
/// Reads GeoJSON (RFC 7946, and the older form with a "crs" member): a collection of features, bare features or geometries, and these one after another
/// ("newline-delimited"). Each file is one layer. A file is read twice: once for its columns, once for its features, each time in chunks.
/// </summary>
public static class GeoJsonReader
{
    /// <summary>The layer: every property that any feature has is a column, and the features' "id", when they have one, is the last.</summary>
    /// <exception cref="DataFormatException">The file is missing, cut short, no UTF-8, no JSON or no GeoJSON.</exception>
    public static IReadOnlyList<LayerInfo> Layers(string path) => [Scan(path).Layer];

    /// <summary>A pass over the features. <see cref="ReadOptions.Layer"/> does not matter, there is one layer only.</summary>
    /// <exception cref="DataFormatException">As <see cref="Layers"/>; also while reading, where a feature is not JSON.</exception>
    public static IFeatureCursor Open(string path, ReadOptions options)
    {
        (LayerInfo layer, GeoJsonColumns columns) = Scan(path);
        return new GeoJsonCursor(new GeoJsonSplitter(ReadableFile.Open(path)), columns, options.Crs is null ? layer : layer with { Crs = options.Crs });
    }

    private static (LayerInfo Layer, GeoJsonColumns Columns) Scan(string path)
    {
        using GeoJsonSplitter splitter = new(ReadableFile.Open(path));
        GeoJsonColumns columns = new();
        long rows = 0;
        while (splitter.Read())
        {
            columns.Scan(splitter.Current);
            rows++;
        }

        (Crs? crs, string? text) = ReadCrs(splitter.CrsJson);
        text = CrsTable.SaysNothing(text) ? null : text;
        return (new LayerInfo
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Columns = columns.ToColumns(),
            GeometryColumn = "",
            Crs = crs,
            CrsText = text,
            RowCount = rows,
        }, columns);
    }

    /// <summary>
    /// The older form's member: { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::3006" } }. Without it coordinates are WGS 84 longitude and
    /// latitude; null as its value says that the system is unknown.
    /// </summary>
    private static (Crs? Crs, string? Text) ReadCrs(string? json)
    {
        if (json is null)
        {
            return (CrsTable.Wgs84, null);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("properties", out JsonElement properties)
                || properties.ValueKind != JsonValueKind.Object)
            {
                return (null, json);
            }

            if (properties.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String)
            {
                return (CrsTable.FindByText(name.GetString()), name.GetString());
            }

            bool hasCode = properties.TryGetProperty("code", out JsonElement code);
            return (hasCode ? CrsTable.FindByText(code.ToString()) : null, hasCode ? $"EPSG:{code}" : json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DataFormatException("The \"crs\" member of the file is not JSON; export it again.", e);
        }
    }
}
