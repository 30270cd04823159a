using System.Text;
using SQLitePCL;

namespace HousingInventory.Formats;

/// <summary>
/// A SQLite file, over the C interface: values are read in place, without a string or array for each. What SQLite refuses becomes a
/// <see cref="DataFormatException"/>.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private static readonly string[] JournalEndings = ["-wal", "-journal"];

    private readonly sqlite3 handle;
    private readonly string? privateFolder;

    static SqliteDatabase()
    {
        Batteries_V2.Init();
    }

    private SqliteDatabase(sqlite3 handle, string? privateFolder)
    {
        this.handle = handle;
        this.privateFolder = privateFolder;
    }

    /// <summary>
    /// Opens a file for reading so that nothing is written beside it. Where a journal of another program stands beside it, what that program wrote last is in
    /// there: then both are copied to a private folder and read from there.
    /// </summary>
    /// <exception cref="DataFormatException">The file is missing, unreadable or no SQLite file.</exception>
    public static SqliteDatabase OpenForReading(string path)
    {
        SourceFile.Require(path);
        string full = Path.GetFullPath(path);
        string[] journals = [.. JournalEndings.Where(ending => new FileInfo(full + ending) is { Exists: true, Length: > 0 })];
        if (journals.Length == 0)
        {
            return OpenPrepared(Uri(full) + "?immutable=1", raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI, null);
        }

        string folder = Directory.CreateTempSubdirectory("housing-inventory-").FullName;
        try
        {
            string copy = Path.Combine(folder, "copy.sqlite");
            File.Copy(full, copy);
            File.SetAttributes(copy, FileAttributes.Normal);
            foreach (string ending in journals)
            {
                File.Copy(full + ending, copy + ending);
                File.SetAttributes(copy + ending, FileAttributes.Normal);
            }

            return OpenPrepared(copy, raw.SQLITE_OPEN_READWRITE, folder);
        }
        catch (Exception e)
        {
            Directory.Delete(folder, recursive: true);
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new DataFormatException("The file cannot be copied together with the journal that stands beside it; close the program that has it open.", e);
            }

            throw;
        }
    }

    /// <summary>Makes a new, empty file; one that exists is replaced.</summary>
    public static SqliteDatabase Create(string path)
    {
        File.Delete(path);
        return Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, null);
    }

    /// <summary>Runs statements that give no rows.</summary>
    public void Execute(string sql)
    {
        Check(raw.sqlite3_exec(handle, sql));
    }

    /// <summary>A statement ready to run. The caller disposes it.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(handle, Encoding.UTF8.GetBytes(sql), out sqlite3_stmt statement));
        return new SqliteStatement(this, statement);
    }

    /// <summary>False for a view over a table that is gone, or a table of a module that is not here: one such does not spoil the file.</summary>
    public bool CanRead(string table)
    {
        int code = raw.sqlite3_prepare_v2(handle, Encoding.UTF8.GetBytes($"SELECT * FROM {Quote(table)}"), out sqlite3_stmt statement);
        statement?.Dispose();
        return (code & 0xFF) != raw.SQLITE_ERROR;
    }

    /// <summary>True when a table or view of this name exists, compared as SQLite does.</summary>
    public bool HasTable(string name)
    {
        using SqliteStatement found = Prepare("SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?1 COLLATE NOCASE");
        found.Bind(1, name);
        return found.Step();
    }

    /// <summary>The name in double quotes, safe inside SQL.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void Dispose()
    {
        handle.Dispose();
        if (privateFolder is not null && Directory.Exists(privateFolder))
        {
            Directory.Delete(privateFolder, recursive: true);
        }
    }

    /// <summary>Turns an error code into an exception. The words of SQLite are kept to its own: they may name tables and columns, never values.</summary>
    internal void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return;
        }

        throw (code & 0xFF) switch
        {
            raw.SQLITE_NOTADB => new DataFormatException("The file is not a GeoPackage: its first bytes are not those of SQLite; check that the download is whole."),
            raw.SQLITE_CORRUPT or raw.SQLITE_IOERR => new DataFormatException("The file is damaged or cut short; fetch it again."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new DataFormatException("The file is locked by another program; close it there."),
            raw.SQLITE_FULL => new IOException("The disk is full."),
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY => new DataFormatException("The file cannot be opened; check that it may be read."),
            _ => new DataFormatException($"The file cannot be read as a database: {raw.sqlite3_errmsg(handle).utf8_to_string()}."),
        };
    }

    private static SqliteDatabase OpenPrepared(string name, int flags, string? privateFolder)
    {
        SqliteDatabase database = Open(name, flags, privateFolder);
        try
        {
            // Code in the schema of a foreign file must not run functions with effects.
            database.Execute("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON;");
            using SqliteStatement first = database.Prepare("SELECT count(*) FROM sqlite_master");
            first.Step();
            return database;
        }
        catch
        {
            database.handle.Dispose();
            throw;
        }
    }

    private static SqliteDatabase Open(string name, int flags, string? privateFolder)
    {
        int code = raw.sqlite3_open_v2(name, out sqlite3 handle, flags, null);
        SqliteDatabase database = new(handle, privateFolder);
        try
        {
            database.Check(code);
            return database;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static string Uri(string fullPath)
    {
        string slashes = fullPath.Replace('\\', '/');
        string escaped = slashes.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3f", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal);
        return (slashes.StartsWith('/') ? "file://" : "file:///") + escaped;
    }
}
