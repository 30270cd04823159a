using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace HousingInventory.Formats;

/// <summary>Connections to PostgreSQL, and what their failures mean to people. No message holds a password or a value of a row.</summary>
internal static class PgConnection
{
    private const string NotUnderstood = "The connection is not understood; write it as Host=...;Port=5432;Database=...;Username=...;Password=... or postgresql://user@host/database.";

    /// <summary>
    /// Opens a connection of its own, outside any pool, that knows geometries and waits for long statements.
    /// </summary>
    /// <exception cref="DataFormatException">There is no connection.</exception>
    public static (NpgsqlDataSource Source, NpgsqlConnection Connection) Open(NpgsqlConnectionStringBuilder settings)
    {
        NpgsqlDataSource? source = null;
        try
        {
            NpgsqlDataSourceBuilder builder = new(settings.ConnectionString);
            builder.UseNetTopologySuite(FeatureGeometry.Factory.CoordinateSequenceFactory, FeatureGeometry.Factory.PrecisionModel);
            source = builder.Build();
            return (source, source.OpenConnection());
        }
        catch (Exception e) when (IsFailure(e))
        {
            source?.Dispose();
            throw e is PostgresException ? Explain(e, settings) : new DataFormatException(
                $"There is no connection to the database server {settings.Host}:{settings.Port}; check that it runs, its name and port, and that it may be reached from here.");
        }
    }

    /// <summary>True for what Npgsql throws when server or network fail, and not for defects here.</summary>
    public static bool IsFailure(Exception e) =>
        e is NpgsqlException or SocketException or IOException or TimeoutException or AuthenticationException or InvalidCastException;

    /// <summary>A sentence for a failure. What the server says in its own words may quote values and is left out.</summary>
    public static DataFormatException Explain(Exception e, NpgsqlConnectionStringBuilder settings)
    {
        return new DataFormatException(e is not PostgresException server ? "The connection to the database was lost; run the command again." : server.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                Sentence.Of($"The database server refused the user '{settings.Username}'; check the user and its password."),
            PostgresErrorCodes.InvalidCatalogName => Sentence.Of($"The database server has no database '{settings.Database}'; check its name."),
            PostgresErrorCodes.InsufficientPrivilege => Sentence.Of($"The user '{settings.Username}' lacks a permission in the database{Object(server)}; ask its owner to grant it (USAGE on a schema, SELECT on a table)."),
            PostgresErrorCodes.TooManyConnections => "The database server has too many connections; try again later.",
            PostgresErrorCodes.DiskFull => "The database server's disk is full; make room and run the command again.",
            PostgresErrorCodes.ReadOnlySqlTransaction => "The database server only answers questions (read-only); name one that may be written to.",
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected => "A table is locked by someone else; close what uses it and run the command again.",
            PostgresErrorCodes.DependentObjectsStillExist => "Something in the database, a view for example, builds on a table that is to be replaced; drop it, run again, and make it anew.",
            PostgresErrorCodes.QueryCanceled => "The database server cancelled the statement; check its time limits and run the command again.",
            _ => Sentence.Of($"The database server refused a statement (code {server.SqlState}); its log says why."),
        });
    }

    /// <summary>Schema or table that a refusal names; its words hold no value of a row.</summary>
    private static string Object(PostgresException server)
    {
        int at = server.MessageText.IndexOf(" for ", StringComparison.Ordinal);
        return at < 0 ? "" : $" on {server.MessageText[(at + 5)..]}";
    }

    /// <summary>The settings in a connection string in the manner of Npgsql, or in a URI.</summary>
    /// <exception cref="DataFormatException">It is not understood.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            NpgsqlConnectionStringBuilder settings = IsUri(connectionString) ? FromUri(new Uri(connectionString)) : new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(settings.Host))
            {
                throw new DataFormatException(NotUnderstood);
            }

            settings.Pooling = false;
            settings.CommandTimeout = 0;
            settings.IncludeErrorDetail = false;
            settings.ApplicationName ??= "housing-inventory";
            return settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException or OverflowException)
        {
            // Without the exception: its message quotes parts of the connection string.
            throw new DataFormatException(NotUnderstood);
        }
    }

    private static bool IsUri(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        NpgsqlConnectionStringBuilder settings = new() { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (uri.Port > 0)
        {
            settings.Port = uri.Port;
        }

        string[] user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
        {
            settings.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            string key = Uri.UnescapeDataString(parts[0]);
            settings[key.Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? "SSL Mode" : key.Replace('_', ' ')] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]).Replace("-", "", StringComparison.Ordinal) : "";
        }

        return settings;
    }
}
