using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HousingInventory.SystemTests;

/// <summary>SQLite files, GeoPackages among them, looked into or held open by another program than the command.</summary>
public static class Database
{
    /// <summary>A connection that the pool does not keep: when it is disposed of, the file is closed.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>What a query gives, as text.</summary>
    public static IReadOnlyList<string[]> Rows(string path, string sql) => Query(
        path, sql, static row => Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) ?? "").ToArray());

    /// <summary>The first column of what a query gives, as bytes.</summary>
    public static IReadOnlyList<byte[]> Blobs(string path, string sql) => Query(path, sql, static row => (byte[])row.GetValue(0));

    /// <summary>Runs statements.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<T> Query<T>(string path, string sql, Func<SqliteDataReader, T> read)
    {
        using SqliteConnection connection = Open(path, SqliteOpenMode.ReadOnly);
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
