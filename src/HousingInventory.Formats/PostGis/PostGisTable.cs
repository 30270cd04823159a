using Npgsql;

namespace HousingInventory.Formats;

/// <summary>
/// Reads tables and views of a PostGIS database, or of PostgreSQL without it, in one transaction that cannot write and that sees one state of the database.
/// Rows come by primary key, else in the order of storage. Dates are yyyy-MM-dd, times of day with zone in UTC.
/// </summary>
public static class PostGisTable
{
    /// <summary>The layer of a table, as a list of one.</summary>
    /// <exception cref="DataFormatException">As <see cref="Open"/>.</exception>
    public static IReadOnlyList<LayerInfo> Layers(string connectionString, string schemaTable, ReadOptions options)
    {
        using IFeatureCursor cursor = Open(connectionString, schemaTable, options);
        return [cursor.Layer];
    }

    /// <summary>Opens a table before its first row; rows are fetched as they are read.</summary>
    /// <param name="connectionString">In the manner of Npgsql ("Host=...;Database=...") or as URI ("postgresql://user@host/database").</param>
    /// <param name="schemaTable">"SCHEMA.TABLE", or "TABLE" where the search path finds it; names with points stand in double quotes.</param>
    /// <param name="options">
    /// Of these, <see cref="ReadOptions.Crs"/> counts; and of several geometries of one table <see cref="ReadOptions.Layer"/> names the column, or
    /// <see cref="ReadOptions.Wish"/> the kind.
    /// </param>
    /// <exception cref="DataFormatException">
    /// No connection, no such table, or no permission, in a sentence without password. The loss of the connection is met while reading.
    /// </exception>
    public static IFeatureCursor Open(string connectionString, string schemaTable, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        NpgsqlConnectionStringBuilder settings = PgConnection.Parse(connectionString);
        (NpgsqlDataSource source, NpgsqlConnection connection) = PgConnection.Open(settings);
        try
        {
            using (NpgsqlCommand begin = new("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", connection))
            {
                begin.ExecuteNonQuery();
            }

            return new PostGisCursor(source, connection, settings, new PgCatalog(connection).Find(schemaTable, options));
        }
        catch (Exception e)
        {
            connection.Dispose();
            source.Dispose();
            if (PgConnection.IsFailure(e))
            {
                throw PgConnection.Explain(e, settings);
            }

            throw;
        }
    }
}
