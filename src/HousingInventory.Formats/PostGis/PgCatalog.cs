using System.Globalization;
using Npgsql;

namespace HousingInventory.Formats;

/// <summary>What the database says about a table that is to be read.</summary>
/// <param name="Columns">Those of <see cref="LayerInfo"/>, each with the SQL that gives its value as text, bigint, double precision or boolean.</param>
/// <param name="GeometrySql">The SQL that gives the geometry as EWKB; null without geometry.</param>
/// <param name="Srid">The SRID that every geometry must have; 0 when none is stated.</param>
internal sealed record PgCatalogTable(LayerInfo Layer, IReadOnlyList<string> Columns, string? GeometrySql, int Srid, string From, string OrderBy);

/// <summary>Asks the system catalogue. Every name in the SQL is qualified: what users set as search path does not matter.</summary>
internal sealed class PgCatalog(NpgsqlConnection connection)
{
    private const string FindTable = """
        SELECT c.oid::bigint, n.nspname, c.relname, c.relkind::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (CASE WHEN @schema::text IS NULL THEN pg_catalog.pg_table_is_visible(c.oid) ELSE lower(n.nspname) = lower(@schema) END)
        AND lower(c.relname) = lower(@name) ORDER BY (c.relname = @name) DESC, (n.nspname = @schema) DESC, n.nspname COLLATE "C", c.relname COLLATE "C"
        """;

    /// <summary>The type of a domain is that under it.</summary>
    private const string FindColumns = """
        SELECT a.attname, COALESCE(b.typname, t.typname), CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid LEFT JOIN pg_catalog.pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype
        WHERE a.attrelid = @oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
        """;

    private const string FindKey = """
        SELECT a.attname FROM pg_catalog.pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum WHERE i.indrelid = @oid AND i.indisprimary ORDER BY k.place
        """;

    private const string FindExtension =
        "SELECT n.nspname FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'";

    /// <summary>The table of this name, letter for letter if there is one, else without regard to case.</summary>
    /// <exception cref="DataFormatException">The name is not understood, or there is no such table.</exception>
    public PgCatalogTable Find(string schemaTable, ReadOptions options)
    {
        Crs? stated = options.Crs;
        (string? schema, string name) = PgName.Split(schemaTable) ?? throw new DataFormatException($"The table '{schemaTable}' is not understood; write it as SCHEMA.TABLE.");
        List<object?[]> found = Query(FindTable, ("schema", schema), ("name", name));
        if (found.Count == 0)
        {
            throw new DataFormatException($"The database has no table or view '{schemaTable}', or this user may not use its schema; check both names.");
        }

        long oid = (long)found[0][0]!;
        string table = (string)found[0][2]!, kind = (string)found[0][3]!;
        string from = PgName.Quote((string)found[0][1]!, table);
        RefuseWithoutRights(oid, (string)found[0][1]!, table);
        string? postgis = Query(FindExtension).FirstOrDefault()?[0] as string;
        List<(string Name, string Type, int Modifier)> columns = [.. Query(FindColumns, ("oid", oid)).Select(r => ((string)r[0]!, (string)r[1]!, (int)r[2]!))];
        int geometry = postgis is null ? -1 : GeometryAmong(columns, postgis, options);
        (LayerInfo layer, string? geometrySql, int srid) = geometry < 0
            ? (new LayerInfo { Name = table, Columns = [] }, null, 0)
            : Geometry(from, columns[geometry], PgName.Quote(postgis!), stated);
        if (geometry >= 0)
        {
            columns.RemoveAt(geometry);
        }

        layer = layer with { Name = table, Columns = [.. columns.Select(static c => new ColumnInfo(c.Name, Kind(c.Type)))] };
        List<string> values = [.. columns.Select(static c => Value(c.Name, c.Type))];
        return new PgCatalogTable(layer, values, geometrySql, srid, from, OrderBy(oid, kind, values, geometrySql));
    }

    /// <summary>The geometry column: the one that is named, else of several the first of the wanted kind, else the one with a usual name, else the first.</summary>
    private int GeometryAmong(List<(string Name, string Type, int Modifier)> columns, string postgis, ReadOptions options)
    {
        List<int> all = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].Type is "geometry" or "geography")];
        if (options.Layer is { } named)
        {
            int at = all.FindIndex(i => columns[i].Name.Equals(named, StringComparison.OrdinalIgnoreCase));
            return at >= 0 ? all[at] : throw new DataFormatException(all.Count == 0
                ? "The table has no geometry; leave \"layer\" out."
                : Sentence.Of($"The table has no geometry column '{named}'; it has {string.Join(", ", all.Select(i => columns[i].Name))}."));
        }

        if (all.Count < 2)
        {
            return all.Count == 0 ? -1 : all[0];
        }

        string kind = options.Wish switch { GeometryWish.Areas => "POLYGON", GeometryWish.Points => "POINT", GeometryWish.Lines => "LINESTRING", _ => "" };
        int wanted = all.FindIndex(i => kind.Length > 0
            && Query($"SELECT {PgName.Quote(postgis)}.postgis_typmod_type(@modifier)", ("modifier", columns[i].Modifier))[0][0] is string type
            && (type.Contains(kind, StringComparison.OrdinalIgnoreCase) || (kind == "POLYGON" && type.Contains("SURFACE", StringComparison.OrdinalIgnoreCase))));
        int usual = all.FindIndex(i => columns[i].Name.ToLowerInvariant() is "geom" or "geometry" or "the_geom" or "wkb_geometry" or "shape" or "geometri");
        return all[wanted >= 0 ? wanted : Math.Max(0, usual)];
    }

    /// <summary>What the server would refuse later in fewer words.</summary>
    private void RefuseWithoutRights(long oid, string schema, string table)
    {
        const string rights = "SELECT pg_catalog.has_schema_privilege(c.relnamespace, 'USAGE'), pg_catalog.has_any_column_privilege(c.oid, 'SELECT'), current_user::text FROM pg_catalog.pg_class c WHERE c.oid = @oid";
        object?[] may = Query(rights, ("oid", oid))[0];
        if (may[0] is false)
        {
            throw new DataFormatException($"The user '{may[2]}' may not use the schema '{schema}'; ask its owner for: GRANT USAGE ON SCHEMA {PgName.Quote(schema)} TO {PgName.Quote((string)may[2]!)}.");
        }

        if (may[1] is false)
        {
            throw new DataFormatException($"The user '{may[2]}' may not read '{schema}.{table}'; ask its owner for: GRANT SELECT ON {PgName.Quote(schema, table)} TO {PgName.Quote((string)may[2]!)}.");
        }
    }

    private static ColumnKind Kind(string type) => type switch
    {
        "int2" or "int4" or "int8" or "oid" => ColumnKind.Integer,
        "float4" or "float8" or "numeric" => ColumnKind.Real,
        "bool" => ColumnKind.Boolean,
        "date" => ColumnKind.Date,
        "timestamp" or "timestamptz" => ColumnKind.DateTime,
        "text" or "varchar" or "bpchar" or "name" or "uuid" or "citext" or "char" => ColumnKind.Text,
        _ => ColumnKind.Other,
    };

    /// <summary>The value in one of four types. A real of 4 bytes goes over its text, or 0.1 would become 0.100000001490116.</summary>
    private static string Value(string name, string type)
    {
        string column = "t." + PgName.Quote(name);
        return type switch
        {
            "int2" or "int4" or "int8" or "oid" => column + "::bigint",
            "float4" => column + "::text::double precision",
            "float8" or "bool" => column,
            "date" => $"CASE WHEN {IsOurEra(column)} THEN pg_catalog.to_char({column}, 'YYYY-MM-DD') END",
            "timestamp" => $"CASE WHEN {IsOurEra(column)} THEN pg_catalog.to_char({column}, 'YYYY-MM-DD\"T\"HH24:MI:SS') END",
            "timestamptz" => $"CASE WHEN {IsOurEra(column)} THEN pg_catalog.to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') END",
            "bytea" or "geometry" or "geography" or "raster" => "NULL::text",
            _ => column + "::text",
        };
    }

    /// <summary>Infinity is no day, and to_char leaves out that a year is one before Christ.</summary>
    private static string IsOurEra(string column) => $"pg_catalog.isfinite({column}) AND {column} >= '0001-01-01'";

    /// <summary>
    /// By primary key; a table without one in the order in which it is stored; a view, which has no order, by all its values. Rows then come in the same order in
    /// every run, as long as nobody rewrites the table.
    /// </summary>
    private string OrderBy(long oid, string kind, List<string> values, string? geometrySql)
    {
        List<object?[]> key = Query(FindKey, ("oid", oid));
        if (key.Count > 0)
        {
            return string.Join(", ", key.Select(static k => "t." + PgName.Quote((string)k[0]!)));
        }

        return kind switch
        {
            "r" or "m" => "t.ctid",
            "p" => "t.tableoid, t.ctid",
            _ => string.Join(", ", values.Select(static v => $"({v})::text COLLATE \"C\"").Concat(geometrySql is null ? [] : [geometrySql])),
        };
    }

    private (LayerInfo Layer, string Sql, int Srid) Geometry(string from, (string Name, string Type, int Modifier) column, string postgis, Crs? stated)
    {
        string value = $"t.{PgName.Quote(column.Name)}::{postgis}.geometry";
        object?[] said = Query($"SELECT {postgis}.postgis_typmod_srid(@modifier), {postgis}.postgis_typmod_type(@modifier)", ("modifier", column.Modifier))[0];
        int srid = said[0] as int? ?? 0;
        if (srid == 0)
        {
            List<object?[]> first = Query($"SELECT {postgis}.ST_SRID({value}) FROM {from} t WHERE t.{PgName.Quote(column.Name)} IS NOT NULL LIMIT 1");
            srid = first.Count > 0 && first[0][0] is int found ? found : 0;
        }

        (Crs? crs, string? text) = System(postgis, srid);
        string type = ((said[1] as string) ?? "GEOMETRY").ToUpperInvariant();
        LayerInfo layer = new()
        {
            Name = "",
            Columns = [],
            GeometryColumn = column.Name,
            GeometryType = type.EndsWith("ZM", StringComparison.Ordinal) ? type[..^2] : type.TrimEnd('Z', 'M'),
            Crs = stated ?? crs,
            CrsText = text,
        };
        return (layer, $"{postgis}.ST_AsEWKB({value})", stated is null ? srid : 0);
    }

    private (Crs? Crs, string? Text) System(string postgis, int srid)
    {
        if (srid == 0)
        {
            return (null, null);
        }

        List<object?[]> rows = Query($"SELECT auth_name::text, auth_srid, srtext::text FROM {postgis}.spatial_ref_sys WHERE srid = @srid", ("srid", srid));
        bool isEpsg = rows.Count == 0 || (rows[0][0] is string authority && authority.Equals("EPSG", StringComparison.OrdinalIgnoreCase));
        int code = rows.Count > 0 && rows[0][1] is int registered ? registered : srid;
        Crs? crs = (isEpsg ? CrsTable.Find(code) : null) ?? (rows.Count > 0 ? CrsTable.FindByText(rows[0][2] as string) : null);
        return (crs, string.Create(CultureInfo.InvariantCulture, $"SRID {srid}"));
    }

    private List<object?[]> Query(string sql, params (string Name, object? Value)[] parameters)
    {
        using NpgsqlCommand command = new(sql, connection);
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value ?? DBNull.Value) { NpgsqlDbType = value is long ? NpgsqlTypes.NpgsqlDbType.Oid : value is int ? NpgsqlTypes.NpgsqlDbType.Integer : NpgsqlTypes.NpgsqlDbType.Text });
            if (value is long oid)
            {
                command.Parameters[^1].Value = (uint)oid;
            }
        }

        List<object?[]> rows = [];
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }
}
