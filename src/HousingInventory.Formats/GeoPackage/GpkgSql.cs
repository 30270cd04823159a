using System.Globalization;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>The SQL of a GeoPackage: tables as in OGC 12-128r17 (version 1.3) annex C, and those of QGIS.</summary>
internal static class GpkgSql
{
    public const string CoreTables = """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL PRIMARY KEY,
          organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL,
          definition TEXT NOT NULL,
          description TEXT
        );
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY,
          data_type TEXT NOT NULL,
          identifier TEXT UNIQUE,
          description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE,
          min_y DOUBLE,
          max_x DOUBLE,
          max_y DOUBLE,
          srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
        );
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL,
          column_name TEXT NOT NULL,
          geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL,
          m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
        );
        """;

    public const string ExtensionTable = """
        CREATE TABLE gpkg_extensions (
          table_name TEXT,
          column_name TEXT,
          extension_name TEXT NOT NULL,
          definition TEXT NOT NULL,
          scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
        );
        """;

    public const string SchemaTables = """
        CREATE TABLE gpkg_data_columns (
          table_name TEXT NOT NULL,
          column_name TEXT NOT NULL,
          name TEXT,
          title TEXT,
          description TEXT,
          mime_type TEXT,
          constraint_name TEXT,
          CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
          CONSTRAINT gdc_tn UNIQUE (table_name, name)
        );
        CREATE TABLE gpkg_data_column_constraints (
          constraint_name TEXT NOT NULL,
          constraint_type TEXT NOT NULL,
          value TEXT,
          min NUMERIC,
          min_is_inclusive BOOLEAN,
          max NUMERIC,
          max_is_inclusive BOOLEAN,
          description TEXT,
          CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
        );
        """;

    public const string MetadataTables = """
        CREATE TABLE gpkg_metadata (
          id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
          md_scope TEXT NOT NULL DEFAULT 'dataset',
          md_standard_uri TEXT NOT NULL,
          mime_type TEXT NOT NULL DEFAULT 'text/xml',
          metadata TEXT NOT NULL DEFAULT ''
        );
        CREATE TABLE gpkg_metadata_reference (
          reference_scope TEXT NOT NULL,
          table_name TEXT,
          column_name TEXT,
          row_id_value INTEGER,
          timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          md_file_id INTEGER NOT NULL,
          md_parent_id INTEGER,
          CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
          CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
        );
        """;

    /// <summary>As QGIS makes it; the default of update_time is ISO 8601, the form that GDAL reads without a warning.</summary>
    public const string StyleTable = """
        CREATE TABLE layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          f_table_catalog TEXT(256),
          f_table_schema TEXT(256),
          f_table_name TEXT(256),
          f_geometry_column TEXT(256),
          styleName TEXT(30),
          styleQML TEXT,
          styleSLD TEXT,
          useAsDefault BOOLEAN,
          description TEXT,
          owner TEXT(30),
          ui TEXT(30),
          update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
        );
        """;

    public const string ProjectTable = "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB);";

    /// <summary>UTC to the millisecond, as GeoPackage wants a DATETIME.</summary>
    public static string Timestamp(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string CreateTable(GpkgTableDefinition table, string? geometryColumn, string? geometryType)
    {
        StringBuilder sql = new($"CREATE TABLE {SqliteDatabase.Quote(table.Name)} (\n  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
        if (geometryColumn is not null)
        {
            // Declared as the geometry's own type, not BLOB (requirement 25).
            sql.Append(CultureInfo.InvariantCulture, $",\n  {SqliteDatabase.Quote(geometryColumn)} {geometryType!.ToUpperInvariant()}");
        }

        foreach (GpkgColumn column in table.Columns)
        {
            sql.Append(CultureInfo.InvariantCulture, $",\n  {SqliteDatabase.Quote(column.Name)} {column.SqlType}");
        }

        return sql.Append("\n)").ToString();
    }

    public static string InsertRow(GpkgTableDefinition table, string? geometryColumn)
    {
        int count = 1 + (geometryColumn is null ? 0 : 1) + table.Columns.Count;
        return $"INSERT INTO {SqliteDatabase.Quote(table.Name)} VALUES ({string.Join(',', Enumerable.Repeat("?", count))})";
    }

    /// <summary>The six triggers of requirement 75. They need functions that GIS software brings, so they are made after the rows.</summary>
    public static string IndexTriggers(string table, string column)
    {
        string index = SqliteDatabase.Quote($"rtree_{table}_{column}"), t = SqliteDatabase.Quote(table), c = SqliteDatabase.Quote(column);
        string put = $"INSERT OR REPLACE INTO {index} VALUES (NEW.fid, ST_MinX(NEW.{c}), ST_MaxX(NEW.{c}), ST_MinY(NEW.{c}), ST_MaxY(NEW.{c}));";
        string filled = $"(NEW.{c} NOT NULL AND NOT ST_IsEmpty(NEW.{c}))", bare = $"(NEW.{c} ISNULL OR ST_IsEmpty(NEW.{c}))";
        string Trigger(string name, string moment, string condition, string action) =>
            $"CREATE TRIGGER {SqliteDatabase.Quote($"rtree_{table}_{column}_{name}")} AFTER {moment} ON {t} WHEN {condition} BEGIN {action} END;\n";
        return Trigger("insert", "INSERT", filled, put)
            + Trigger("update1", $"UPDATE OF {c}", $"OLD.fid = NEW.fid AND {filled}", put)
            + Trigger("update2", $"UPDATE OF {c}", $"OLD.fid = NEW.fid AND {bare}", $"DELETE FROM {index} WHERE id = OLD.fid;")
            + Trigger("update3", "UPDATE", $"OLD.fid != NEW.fid AND {filled}", $"DELETE FROM {index} WHERE id = OLD.fid; {put}")
            + Trigger("update4", "UPDATE", $"OLD.fid != NEW.fid AND {bare}", $"DELETE FROM {index} WHERE id IN (OLD.fid, NEW.fid);")
            + Trigger("delete", "DELETE", $"OLD.{c} NOT NULL", $"DELETE FROM {index} WHERE id = OLD.fid;");
    }
}
