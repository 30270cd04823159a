using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>
/// Reads the feature layers and attribute tables of a GeoPackage (OGC 12-128), also of those that do not keep to the letter of the standard. Nothing is
/// written beside the file; a file that another program is writing to is read as of its last whole transaction.
/// </summary>
public static class GeoPackageReader
{
    /// <summary>The layers and tables that gpkg_contents lists and that can be read, in its order; raster tiles and the table of QGIS' styles are left out.</summary>
    /// <exception cref="DataFormatException">The file is missing, damaged or no GeoPackage.</exception>
    public static IReadOnlyList<LayerInfo> Layers(string path)
    {
        using SqliteDatabase database = SqliteDatabase.OpenForReading(path);
        return ReadLayers(database);
    }

    /// <summary>
    /// A pass over one layer or table, in the order in which the file stores it. <see cref="ReadOptions.Layer"/> is compared without case and may be left out
    /// when the file holds one layer only.
    /// </summary>
    /// <exception cref="DataFormatException">As <see cref="Layers"/>, or no such layer, or several and none named.</exception>
    public static IFeatureCursor Open(string path, ReadOptions options)
    {
        SqliteDatabase database = SqliteDatabase.OpenForReading(path);
        try
        {
            LayerInfo layer = LayerChoice.Choose(ReadLayers(database), options.Layer);
            return new GeoPackageCursor(database, options.Crs is null ? layer : layer with { Crs = options.Crs });
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static List<LayerInfo> ReadLayers(SqliteDatabase database)
    {
        if (!database.HasTable("gpkg_contents"))
        {
            throw new DataFormatException("The file is a SQLite database but no GeoPackage, as the table gpkg_contents is missing; export it as GeoPackage, for example with QGIS.");
        }

        Dictionary<string, (string Column, string? Type, long? SrsId)> geometry = ReadGeometryColumns(database);
        Dictionary<long, (Crs? Crs, string? Text)> systems = ReadSystems(database);
        Dictionary<string, long> counts = ReadCounts(database);
        List<LayerInfo> layers = [];
        using SqliteStatement contents = database.Prepare("SELECT * FROM gpkg_contents");
        ColumnFinder column = new(contents);
        while (contents.Step())
        {
            string name = column.Text("table_name") ?? "";
            bool isTable = column.Text("data_type") is "features" or "attributes" or "aspatial" && !name.Equals("layer_styles", StringComparison.OrdinalIgnoreCase);
            if (!isTable || !database.HasTable(name) || !database.CanRead(name))
            {
                continue;
            }

            bool hasGeometry = geometry.TryGetValue(name, out (string Column, string? Type, long? SrsId) shape);
            long? srs = hasGeometry ? shape.SrsId ?? column.Integer("srs_id") : null;
            (Crs? crs, string? text) = srs is not { } id ? default
                : systems.TryGetValue(id, out (Crs? Crs, string? Text) known) ? known
                : id is -1 or 0 or 99999 ? default
                : (null, string.Create(CultureInfo.InvariantCulture, $"srs_id {id} without a row in gpkg_spatial_ref_sys"));
            layers.Add(new LayerInfo
            {
                Name = name,
                Columns = ReadColumns(database, name, hasGeometry ? shape.Column : null),
                GeometryColumn = hasGeometry ? shape.Column : null,
                GeometryType = hasGeometry ? shape.Type?.ToUpperInvariant() : null,
                Crs = crs,
                CrsText = text,
                RowCount = counts.TryGetValue(name, out long count) ? count : null,
                LastChange = Day(column.Text("last_change")),
            });
        }

        return layers;
    }

    private static Dictionary<string, (string Column, string? Type, long? SrsId)> ReadGeometryColumns(SqliteDatabase database)
    {
        Dictionary<string, (string, string?, long?)> found = new(StringComparer.OrdinalIgnoreCase);
        if (database.HasTable("gpkg_geometry_columns"))
        {
            using SqliteStatement rows = database.Prepare("SELECT * FROM gpkg_geometry_columns");
            ColumnFinder column = new(rows);
            while (rows.Step())
            {
                if (column.Text("table_name") is { } table && column.Text("column_name") is { } name)
                {
                    found.TryAdd(table, (name, column.Text("geometry_type_name"), column.Integer("srs_id")));
                }
            }
        }

        return found;
    }

    // The standard's -1 and 0, and GDAL's 99999, are "undefined": no statement.
    private static bool IsUndefined(long id, string organization, long code, string? name) =>
        id is -1 or 0 or 99999 || (code is -1 or 0 or 99999 && (organization.Equals("NONE", StringComparison.OrdinalIgnoreCase) || CrsTable.SaysNothing(name ?? "")));

    private static Dictionary<long, (Crs? Crs, string? Text)> ReadSystems(SqliteDatabase database)
    {
        Dictionary<long, (Crs?, string?)> found = [];
        if (database.HasTable("gpkg_spatial_ref_sys"))
        {
            using SqliteStatement rows = database.Prepare("SELECT * FROM gpkg_spatial_ref_sys");
            ColumnFinder column = new(rows);
            while (rows.Step())
            {
                if (column.Integer("srs_id") is { } id)
                {
                    string organization = column.Text("organization") ?? "";
                    long code = column.Integer("organization_coordsys_id") ?? -1;
                    bool isEpsg = organization.Equals("EPSG", StringComparison.OrdinalIgnoreCase);
                    Crs? crs = isEpsg ? CrsTable.Find((int)Math.Clamp(code, -1, int.MaxValue))
                        : CrsTable.FindByText(column.Text("definition_12_063")) ?? CrsTable.FindByText(column.Text("definition"));
                    string? text = IsUndefined(id, organization, code, column.Text("srs_name")) ? null : string.Create(CultureInfo.InvariantCulture, $"{organization}:{code} ({column.Text("srs_name")})");
                    found.TryAdd(id, (text is null ? null : crs, text));
                }
            }
        }

        return found;
    }

    /// <summary>Row counts that GDAL and QGIS keep up to date by triggers.</summary>
    private static Dictionary<string, long> ReadCounts(SqliteDatabase database)
    {
        Dictionary<string, long> found = new(StringComparer.OrdinalIgnoreCase);
        if (database.HasTable("gpkg_ogr_contents"))
        {
            using SqliteStatement rows = database.Prepare("SELECT * FROM gpkg_ogr_contents");
            ColumnFinder column = new(rows);
            while (rows.Step())
            {
                if (column.Text("table_name") is { } table && column.Integer("feature_count") is >= 0 and long count)
                {
                    found.TryAdd(table, count);
                }
            }
        }

        return found;
    }

    private static List<ColumnInfo> ReadColumns(SqliteDatabase database, string table, string? geometryColumn)
    {
        using SqliteStatement rows = database.Prepare($"SELECT * FROM {SqliteDatabase.Quote(table)}");
        ReadLimits.Current.CheckColumns(rows.ColumnCount);
        List<ColumnInfo> columns = new(rows.ColumnCount);
        for (int i = 0; i < rows.ColumnCount; i++)
        {
            if (!rows.ColumnName(i).Equals(geometryColumn, StringComparison.OrdinalIgnoreCase))
            {
                columns.Add(new ColumnInfo(rows.ColumnName(i), Kind(rows.DeclaredType(i))));
            }
        }

        return columns;
    }

    /// <summary>The types of GeoPackage 1.3 table 1, and those that SQLite tools write instead.</summary>
    private static ColumnKind Kind(string declared)
    {
        int bracket = declared.IndexOf('(', StringComparison.Ordinal);
        return (bracket < 0 ? declared : declared[..bracket]).Trim() switch
        {
            "BOOLEAN" or "BOOL" => ColumnKind.Boolean,
            "TINYINT" or "SMALLINT" or "MEDIUMINT" or "INT" or "INTEGER" or "BIGINT" => ColumnKind.Integer,
            "FLOAT" or "DOUBLE" or "REAL" or "NUMERIC" or "DECIMAL" or "DOUBLE PRECISION" => ColumnKind.Real,
            "" or "TEXT" or "VARCHAR" or "CHAR" or "NVARCHAR" or "CLOB" => ColumnKind.Text,
            "DATE" => ColumnKind.Date,
            "DATETIME" or "TIMESTAMP" => ColumnKind.DateTime,
            _ => ColumnKind.Other,
        };
    }

    private static DateOnly? Day(string? text) =>
        text?.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>Values by column name: the tables of old or careless files lack some columns.</summary>
    private sealed class ColumnFinder
    {
        private readonly SqliteStatement rows;
        private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

        public ColumnFinder(SqliteStatement rows)
        {
            this.rows = rows;
            for (int i = 0; i < rows.ColumnCount; i++)
            {
                places.TryAdd(rows.ColumnName(i), i);
            }
        }

        public string? Text(string name) => places.TryGetValue(name, out int place) ? rows.Text(place) : null;

        public long? Integer(string name) => places.TryGetValue(name, out int place) && rows.Type(place) == SqliteType.Integer ? rows.Integer(place) : null;
    }
}
