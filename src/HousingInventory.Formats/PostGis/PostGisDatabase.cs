using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace HousingInventory.Formats;

/// <summary>
/// A connection that writes to a PostGIS database: statements, and rows by binary COPY, some thirty times as quick as INSERT. Everything between
/// <see cref="Begin"/> and <see cref="Commit"/> becomes visible at once or, when this is disposed before, not at all.
/// </summary>
public sealed class PostGisDatabase : IDisposable
{
    private const string AddExtensionToPath = """
        SELECT pg_catalog.set_config('search_path', pg_catalog.current_setting('search_path') || ', ' || pg_catalog.quote_ident(n.nspname), false)
        FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'
        """;

    /// <summary>Day 0 of PostgreSQL.</summary>
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlConnectionStringBuilder _settings;
    private NpgsqlTransaction? _transaction;

    private PostGisDatabase(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlConnectionStringBuilder settings)
    {
        _source = source;
        _connection = connection;
        _settings = settings;
    }

    /// <summary>Opens a connection.</summary>
    /// <param name="connectionString">In the manner of Npgsql ("Host=...;Database=...") or as URI ("postgresql://user@host/database").</param>
    /// <exception cref="DataFormatException">There is no connection, said in a sentence without password, or no PostGIS in the database.</exception>
    public static PostGisDatabase Open(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings = PgConnection.Parse(connectionString);
        (NpgsqlDataSource source, NpgsqlConnection connection) = PgConnection.Open(settings);
        PostGisDatabase database = new(source, connection, settings);
        try
        {
            // The types of PostGIS are found wherever the extension was put.
            if (database.Query(AddExtensionToPath) is null)
            {
                throw new DataFormatException($"The database '{settings.Database}' lacks PostGIS; let its owner run CREATE EXTENSION postgis in it.");
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Begins a transaction, which must not be under way.</summary>
    public void Begin() => Guard(() => _transaction = _connection.BeginTransaction());

    /// <summary>Ends the transaction: what was written is there for all.</summary>
    public void Commit() => Guard(() =>
    {
        NpgsqlTransaction transaction = _transaction ?? throw new InvalidOperationException("Begin a transaction first.");
        _transaction = null;
        transaction.Commit();
        transaction.Dispose();
        return 0;
    });

    /// <summary>Runs one or more statements.</summary>
    /// <exception cref="DataFormatException">The server refused them or is gone.</exception>
    public void Execute(string sql) => Guard(() =>
    {
        using NpgsqlCommand command = new(sql, _connection, _transaction);
        return command.ExecuteNonQuery();
    });

    /// <summary>The first value of the first row of a query, null when there is none or it is NULL. Parameters are $1, $2 ...</summary>
    /// <exception cref="DataFormatException">As <see cref="Execute"/>.</exception>
    public object? Query(string sql, params object[] parameters) => Guard(() =>
    {
        using NpgsqlCommand command = new(sql, _connection, _transaction);
        foreach (object parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        object? value = command.ExecuteScalar();
        return value is DBNull ? null : value;
    });

    /// <summary>
    /// Writes rows into a table that exists. A row's array is read before the next row is asked for, so that one array can serve all. Values are null, string,
    /// bool, DateOnly, and numbers of any type that fit the column; geometries get the SRID of the table, an empty one is stored as none, single parts are
    /// wrapped where the table wants MULTI.
    /// </summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="DataFormatException">As <see cref="Execute"/>. No row is written then.</exception>
    public long Copy(PgTable table, IEnumerable<(Geometry? Geometry, object?[] Values)> rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        IEnumerable<string> names = table.Columns.Select(static c => PgName.Quote(c.Name));
        string columns = string.Join(", ", table.GeometryColumn is null ? names : names.Append(PgName.Quote(table.GeometryColumn)));
        return Guard(() =>
        {
            using NpgsqlBinaryImporter importer = _connection.BeginBinaryImport($"COPY {table.QuotedName} ({columns}) FROM STDIN (FORMAT BINARY)");
            foreach ((Geometry? geometry, object?[] values) in rows)
            {
                importer.StartRow();
                for (int i = 0; i < table.Columns.Count; i++)
                {
                    Write(importer, table.Columns[i].Type, values[i]);
                }

                if (table.GeometryColumn is not null)
                {
                    Write(importer, geometry, table);
                }
            }

            return (long)importer.Complete();
        });
    }

    /// <summary>Rolls back what was not committed, and closes the connection.</summary>
    public void Dispose()
    {
        // Closing the connection ends a transaction that is under way without a trace.
        _connection.Dispose();
        _source.Dispose();
    }

    private static void Write(NpgsqlBinaryImporter importer, PgType type, object? value)
    {
        switch (type)
        {
            case var _ when value is null:
                importer.WriteNull();
                break;
            case PgType.Integer:
                importer.Write(Convert.ToInt32(value, CultureInfo.InvariantCulture), NpgsqlDbType.Integer);
                break;
            case PgType.BigInt:
                importer.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint);
                break;
            case PgType.Double:
                importer.Write(Convert.ToDouble(value, CultureInfo.InvariantCulture), NpgsqlDbType.Double);
                break;
            case PgType.Boolean:
                importer.Write((bool)value, NpgsqlDbType.Boolean);
                break;
            case PgType.Date:
                // As the count of days that the server keeps: Npgsql makes infinity of the first and the last DateOnly, and the last is a usual "until further notice".
                importer.Write(((DateOnly)value).DayNumber - FirstDay.DayNumber, NpgsqlDbType.Date);
                break;
            default:
                importer.Write(Storable((string)value), NpgsqlDbType.Text);
                break;
        }
    }

    private static void Write(NpgsqlBinaryImporter importer, Geometry? geometry, PgTable table)
    {
        if (geometry is null || geometry.IsEmpty)
        {
            importer.WriteNull();
            return;
        }

        // A copy: the SRID is part of the object, and the caller's is not ours to change.
        Geometry stored = Wrapped(geometry, table.GeometryType).Copy();
        stored.SRID = table.Srid;
        importer.Write(stored, NpgsqlDbType.Geometry);
    }

    private static Geometry Wrapped(Geometry geometry, string type) => (geometry, type.ToUpperInvariant()) switch
    {
        (Point point, "MULTIPOINT") => geometry.Factory.CreateMultiPoint([point]),
        (LineString line, "MULTILINESTRING") => geometry.Factory.CreateMultiLineString([line]),
        (Polygon polygon, "MULTIPOLYGON") => geometry.Factory.CreateMultiPolygon([polygon]),
        _ => geometry,
    };

    /// <summary>Text without what PostgreSQL cannot store: zero characters, and halves of characters.</summary>
    private static string Storable(string text)
    {
        string whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace("\0", "", StringComparison.Ordinal);
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (PgConnection.IsFailure(e) && e is not InvalidCastException)
        {
            throw PgConnection.Explain(e, _settings);
        }
    }
}
