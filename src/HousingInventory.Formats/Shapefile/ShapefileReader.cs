namespace HousingInventory.Formats;

/// <summary>
/// Reads ESRI Shapefiles: geometry (.shp with .shx), attributes (.dbf with .cpg) and CRS (.prj) that lie beside each other under one name, in any case of
/// letters. Missing side files are done without. A .dbf may also be opened by itself, as a table. Z and M are left out. Records that are marked as deleted
/// are passed over but count in <see cref="IFeatureCursor.Row"/>.
/// </summary>
/// <remarks>ESRI Shapefile Technical Description, July 1998; dBASE III to V tables.</remarks>
public static class ShapefileReader
{
    /// <summary>The layer of the file, as a list of one.</summary>
    /// <exception cref="DataFormatException">As <see cref="Open"/>.</exception>
    public static IReadOnlyList<LayerInfo> Layers(string path, ReadOptions options)
    {
        using IFeatureCursor cursor = Open(path, options);
        return [cursor.Layer];
    }

    /// <summary>Opens a .shp, or a .dbf without geometry, before its first record.</summary>
    /// <exception cref="DataFormatException">
    /// The file is missing, is no Shapefile, is cut off, or holds surfaces in three dimensions (MultiPatch). Damage to single records is a fault of theirs.
    /// </exception>
    public static IFeatureCursor Open(string path, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ShapefileParts parts = ShapefileParts.Find(path);
        ShapeFile? shapes = null;
        DbfTable? table = null;
        try
        {
            shapes = parts.Shp is null ? null : new ShapeFile(parts);
            table = parts.Dbf is null ? null : new DbfTable(parts, options.Encoding);
            return new ShapefileCursor(parts, shapes, table, options);
        }
        catch (Exception e)
        {
            shapes?.Dispose();
            table?.Dispose();
            throw e is IOException or UnauthorizedAccessException ? new DataFormatException("The file cannot be read to its end; fetch it again.", e) : e;
        }
    }
}
