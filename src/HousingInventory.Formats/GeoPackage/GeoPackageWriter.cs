using System.Globalization;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>
/// Writes a GeoPackage 1.3 from nothing: layers with spatial index, tables, column descriptions and value lists (schema extension), metadata, and the
/// styles and projects that QGIS keeps in the file. The same calls give the same bytes. Call <see cref="Complete"/> at the end; a file that was not completed
/// is not to be used.
/// </summary>
public sealed class GeoPackageWriter : IDisposable
{
    private readonly SqliteDatabase database;
    private readonly string lastChange;
    private readonly string path;
    private readonly HashSet<string> optionalTables = [];
    private readonly HashSet<int> systems = [4326];
    private readonly Dictionary<string, string?> geometryColumns = new(StringComparer.OrdinalIgnoreCase);

    private GeoPackageWriter(SqliteDatabase database, string path, DateTime lastChange)
    {
        this.database = database;
        this.path = path;
        this.lastChange = GpkgSql.Timestamp(lastChange);
    }

    /// <summary>Begins a file; one that exists is replaced.</summary>
    /// <param name="path">Where.</param>
    /// <param name="lastChange">The time of the content in UTC, to the millisecond: stands for the clock, so that equal content gives equal bytes.</param>
    public static GeoPackageWriter Create(string path, DateTime lastChange)
    {
        SqliteDatabase database = SqliteDatabase.Create(path);
        try
        {
            // Without a journal, and flushed once at the end: an interrupted file is thrown away, not repaired.
            database.Execute("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
                + " PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA secure_delete = ON;");
            database.Execute($"PRAGMA application_id = {0x47504B47}; PRAGMA user_version = 10300; BEGIN;");
            database.Execute(GpkgSql.CoreTables);
            GeoPackageWriter writer = new(database, path, lastChange);
            writer.AddSystem(-1, "Undefined Cartesian SRS", "NONE", -1, "undefined");
            writer.AddSystem(0, "Undefined geographic SRS", "NONE", 0, "undefined");
            writer.AddSystem(4326, CrsTable.Wgs84.Name, "EPSG", 4326, CrsTable.Wkt(CrsTable.Wgs84));
            return writer;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes a layer with its spatial index. Rows get the keys 1, 2, 3 ... in their order. A row's array is read before the next row is asked for, so that
    /// one array can serve all; an empty geometry is stored as none; values are null, bool, integers, floating point, decimal, string, DateOnly, DateTime (UTC) or byte[].
    /// </summary>
    /// <returns>The number of rows.</returns>
    public long AddLayer(GpkgLayerDefinition layer, IEnumerable<(Geometry? Geometry, object?[] Values)> rows)
    {
        if (systems.Add(layer.Crs.Epsg))
        {
            AddSystem(layer.Crs.Epsg, layer.Crs.Name, "EPSG", layer.Crs.Epsg, CrsTable.Wkt(layer.Crs));
        }

        database.Execute(GpkgSql.CreateTable(layer, layer.GeometryColumn, layer.GeometryType));
        RTreeBuilder index = new();
        long count = InsertRows(layer, rows, layer, index);
        Envelope extent = index.Extent;
        AddContents(layer, "features", layer.Crs.Epsg, extent.IsNull ? null : extent);
        Insert("gpkg_geometry_columns", layer.Name, layer.GeometryColumn, layer.GeometryType.ToUpperInvariant(), layer.Crs.Epsg, 0, 0);
        AddIndex(layer, index);
        Describe(layer);
        geometryColumns[layer.Name] = layer.GeometryColumn;
        return count;
    }

    /// <summary>Writes a table without geometry; rows as in <see cref="AddLayer"/>.</summary>
    /// <returns>The number of rows.</returns>
    public long AddTable(GpkgTableDefinition table, IEnumerable<object?[]> rows)
    {
        database.Execute(GpkgSql.CreateTable(table, null, null));
        long count = InsertRows(table, rows.Select(static r => ((Geometry?)null, r)), null, null);
        AddContents(table, "attributes", null, null);
        Describe(table);
        geometryColumns[table.Name] = null;
        return count;
    }

    /// <summary>Adds a style for a layer that has been written. QGIS loads the default style with the layer.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="name">What people choose by, at most 30 characters.</param>
    /// <param name="qml">The style in QGIS' own form.</param>
    /// <param name="sld">The same as OGC Styled Layer Descriptor, or "".</param>
    /// <param name="isDefault">Loaded with the layer; one a layer.</param>
    /// <param name="description">A sentence.</param>
    public void AddStyle(string table, string name, string qml, string sld = "", bool isDefault = true, string description = "")
    {
        if (optionalTables.Add("layer_styles"))
        {
            database.Execute(GpkgSql.StyleTable);
            Insert("gpkg_contents", "layer_styles", "attributes", "layer_styles", "", lastChange, null, null, null, null, null);
        }

        Insert("layer_styles", null, "", "", table, geometryColumns.GetValueOrDefault(table), name, qml, sld, isDefault, description, "", null, lastChange);
    }

    /// <summary>Adds metadata on the whole file, or on one table when it is named.</summary>
    /// <param name="standardUri">Which standard the text follows, for example "http://www.isotc211.org/2005/gmd" or "https://www.dublincore.org".</param>
    /// <param name="mimeType">For example "text/xml" or "application/json".</param>
    /// <param name="text">The metadata.</param>
    /// <param name="table">The table it is about, or null.</param>
    public void AddMetadata(string standardUri, string mimeType, string text, string? table = null)
    {
        if (optionalTables.Add("gpkg_metadata"))
        {
            database.Execute(GpkgSql.MetadataTables);
            AddExtension("gpkg_metadata", null, "gpkg_metadata", "http://www.geopackage.org/spec120/#extension_metadata", "read-write");
            AddExtension("gpkg_metadata_reference", null, "gpkg_metadata", "http://www.geopackage.org/spec120/#extension_metadata", "read-write");
        }

        Insert("gpkg_metadata", null, "dataset", standardUri, mimeType, text);
        using SqliteStatement key = database.Prepare("SELECT max(id) FROM gpkg_metadata");
        key.Step();
        Insert("gpkg_metadata_reference", table is null ? "geopackage" : "table", table, null, null, lastChange, key.Integer(0), null);
    }

    /// <summary>Adds a project that QGIS opens from the file ("Project, Open from, GeoPackage").</summary>
    /// <param name="name">What people choose by.</param>
    /// <param name="qgz">The bytes of a .qgz file: a zip with the .qgs in it. QGIS refuses a bare .qgs here.</param>
    public void AddQgisProject(string name, ReadOnlySpan<byte> qgz)
    {
        if (optionalTables.Add("qgis_projects"))
        {
            database.Execute(GpkgSql.ProjectTable);
        }

        string metadata = $"{{\"last_modified_time\":\"{lastChange}\",\"last_modified_user\":\"\"}}";
        Insert("qgis_projects", name, metadata, Convert.ToHexStringLower(qgz));
    }

    /// <summary>Ends the file and brings it to the disk. Nothing can be added after.</summary>
    public void Complete()
    {
        database.Execute("COMMIT");
        database.Dispose();
        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        database.Dispose();
    }

    private long InsertRows(GpkgTableDefinition table, IEnumerable<(Geometry? Geometry, object?[] Values)> rows, GpkgLayerDefinition? layer, RTreeBuilder? index)
    {
        using SqliteStatement insert = database.Prepare(GpkgSql.InsertRow(table, layer?.GeometryColumn));
        long key = 0;
        foreach ((Geometry? geometry, object?[] values) in rows)
        {
            if (values.Length != table.Columns.Count)
            {
                throw new ArgumentException($"A row of {table.Name} has {values.Length} values for {table.Columns.Count} columns.", nameof(rows));
            }

            insert.Bind(1, ++key);
            int parameter = 2;
            if (layer is not null)
            {
                BindGeometry(insert, parameter++, geometry, layer);
                if (geometry is { IsEmpty: false })
                {
                    index!.Add(key, geometry.EnvelopeInternal);
                }
            }

            foreach (object? value in values)
            {
                Bind(insert, parameter++, value);
            }

            insert.Run();
        }

        return key;
    }

    private static void BindGeometry(SqliteStatement insert, int parameter, Geometry? geometry, GpkgLayerDefinition layer)
    {
        if (geometry is not { IsEmpty: false })
        {
            insert.BindNull(parameter);
            return;
        }

        Geometry shape = !layer.GeometryType.StartsWith("MULTI", StringComparison.OrdinalIgnoreCase) ? geometry : geometry switch
        {
            Polygon polygon => geometry.Factory.CreateMultiPolygon([polygon]),
            LineString line => geometry.Factory.CreateMultiLineString([line]),
            Point point => geometry.Factory.CreateMultiPoint([point]),
            _ => geometry,
        };
        insert.Bind(parameter, GeoPackageBinary.Write(shape, layer.Crs.Epsg));
    }

    private static void Bind(SqliteStatement statement, int parameter, object? value)
    {
        switch (value)
        {
            case null:
                statement.BindNull(parameter);
                break;
            case string text:
                statement.Bind(parameter, text);
                break;
            case bool truth:
                statement.Bind(parameter, truth ? 1L : 0L);
                break;
            case double or float or decimal:
                statement.Bind(parameter, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                statement.Bind(parameter, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                statement.Bind(parameter, GpkgSql.Timestamp(time));
                break;
            case byte[] bytes:
                statement.Bind(parameter, bytes);
                break;
            default:
                statement.Bind(parameter, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private void AddIndex(GpkgLayerDefinition layer, RTreeBuilder index)
    {
        string name = $"rtree_{layer.Name}_{layer.GeometryColumn}";
        database.Execute($"CREATE VIRTUAL TABLE {SqliteDatabase.Quote(name)} USING rtree(id, minx, maxx, miny, maxy)");
        index.Write(database, name);
        database.Execute(GpkgSql.IndexTriggers(layer.Name, layer.GeometryColumn));
        AddExtension(layer.Name, layer.GeometryColumn, "gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree", "write-only");
    }

    private void Describe(GpkgTableDefinition table)
    {
        foreach (GpkgColumn column in table.Columns.Where(static c => c.Title is not null || c.Description is not null || c.Values is not null))
        {
            if (optionalTables.Add("gpkg_data_columns"))
            {
                database.Execute(GpkgSql.SchemaTables);
                AddExtension("gpkg_data_columns", null, "gpkg_schema", "http://www.geopackage.org/spec121/#extension_schema", "read-write");
                AddExtension("gpkg_data_column_constraints", null, "gpkg_schema", "http://www.geopackage.org/spec121/#extension_schema", "read-write");
            }

            string? constraint = column.Values is null ? null : $"{table.Name}_{column.Name}";
            Insert("gpkg_data_columns", table.Name, column.Name, column.Title, column.Title, column.Description, null, constraint);
            foreach (GpkgValue value in column.Values ?? [])
            {
                Insert("gpkg_data_column_constraints", constraint, "enum", value.Value, null, null, null, null, value.Description);
            }
        }
    }

    private void AddContents(GpkgTableDefinition table, string type, int? srs, Envelope? extent)
    {
        Insert("gpkg_contents", table.Name, type, table.Identifier, table.Description, lastChange, extent?.MinX, extent?.MinY, extent?.MaxX, extent?.MaxY, srs);
    }

    private void AddSystem(int id, string name, string organization, int code, string definition)
    {
        Insert("gpkg_spatial_ref_sys", name, id, organization, code, definition, null);
    }

    private void AddExtension(string table, string? column, string extension, string definition, string scope)
    {
        if (optionalTables.Add("gpkg_extensions"))
        {
            database.Execute(GpkgSql.ExtensionTable);
        }

        Insert("gpkg_extensions", table, column, extension, definition, scope);
    }

    private void Insert(string table, params object?[] values)
    {
        using SqliteStatement insert = database.Prepare($"INSERT INTO {table} VALUES ({string.Join(',', values.Select(static _ => "?"))})");
        for (int i = 0; i < values.Length; i++)
        {
            Bind(insert, i + 1, values[i]);
        }

        insert.Run();
    }
}
