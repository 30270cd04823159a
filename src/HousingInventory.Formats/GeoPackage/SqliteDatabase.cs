using System.Text;
using SQLitePCL;

namespace HousingInventory.Formats;

/// <summary>
/// A SQLite file, over the C interface: values are read in place, without a string or array for each. What SQLite refuses becomes a
/// <see cref="DataFormatException"/>.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const string Log = "-wal";
    private const string Journal = "-journal";

    /// <summary>The last bytes of a rollback journal that belongs to a change of several databases; before them stands the name of a file that SQLite would delete.</summary>
    private static readonly byte[] SuperJournal = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];

    private static readonly string[] JournalEndings = [Log, Journal];

    private readonly sqlite3 handle;
    private readonly PrivateFolder? privateFolder;
    private SqliteBudget? budget;

    static SqliteDatabase()
    {
        Batteries_V2.Init();
    }

    private SqliteDatabase(sqlite3 handle, PrivateFolder? privateFolder)
    {
        this.handle = handle;
        this.privateFolder = privateFolder;
    }

    /// <summary>
    /// Opens a file for reading so that nothing is written beside it. Where a journal of another program stands beside it, what that program wrote last is in
    /// there: then both are copied to a private folder and read from there. No journal is replayed that names other files.
    /// </summary>
    /// <exception cref="DataFormatException">The file is missing, unreadable or no SQLite file, or its journal leads to other files.</exception>
    public static SqliteDatabase OpenForReading(string path)
    {
        ReadableFile.Require(path);

        // Behind a link lies the file, and beside the file its journal.
        string full = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        string[] journals = [.. JournalEndings.Where(ending => new FileInfo(full + ending) is { Exists: true, Length: > 0 })];
        if (journals.Length == 0)
        {
            return OpenPrepared(Uri(full) + "?immutable=1", raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI, null, new FileInfo(full).Length);
        }

        PrivateFolder folder = PrivateFolder.Make();
        try
        {
            string copy = Path.Combine(folder.Path, "copy.sqlite");
            long bytes = 0;
            foreach (string ending in (string[])["", .. journals])
            {
                File.Copy(full + ending, copy + ending);
                File.SetAttributes(copy + ending, FileAttributes.Normal);
                bytes += new FileInfo(copy + ending).Length;
            }

            RefuseSuperJournal(copy + Journal);
            return OpenPrepared(copy, raw.SQLITE_OPEN_READWRITE, folder, bytes);
        }
        catch (Exception e)
        {
            folder.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new DataFormatException(
                    "The file cannot be copied together with the journal that stands beside it; close the program that has it open, and see that the folder for temporary files has room.", e);
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
        privateFolder?.Dispose();
    }

    /// <summary>Refuses to go on when a table gives more rows than a file of this length can hold: a view in it repeats, or never ends.</summary>
    internal void CheckRow(long row) => budget?.CheckRow(row);

    /// <summary>Begins to count the time until the next row.</summary>
    internal void BeginStep() => budget?.BeginStep();

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
            raw.SQLITE_INTERRUPT => new DataFormatException("The file asks for more work than its size allows, as a view that never ends does; export the layer that is meant as a table."),
            raw.SQLITE_NOMEM => new DataFormatException("The file asks for more memory than its size allows, as a view that sorts or joins all does; export the layer that is meant as a table."),
            raw.SQLITE_TOOBIG => new DataFormatException("The file holds or makes a value larger than limits.valueMB allows; export the layer without it."),
            raw.SQLITE_FULL => new IOException("The disk is full."),
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY => new DataFormatException("The file cannot be opened; check that it may be read."),
            _ => new DataFormatException($"The file cannot be read as a database: {raw.sqlite3_errmsg(handle).utf8_to_string()}."),
        };
    }

    private static SqliteDatabase OpenPrepared(string name, int flags, PrivateFolder? privateFolder, long bytes)
    {
        SqliteDatabase database = Open(name, flags, privateFolder);
        try
        {
            database.budget = new SqliteBudget(database.handle, bytes);

            // Code in the schema of a foreign file must not run functions with effects.
            database.Execute("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
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

    private static SqliteDatabase Open(string name, int flags, PrivateFolder? privateFolder)
    {
        // Each connection is one thread's at a time, and needs no lock of its own.
        int code = raw.sqlite3_open_v2(name, out sqlite3 handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
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

    private static void RefuseSuperJournal(string journal)
    {
        if (!File.Exists(journal))
        {
            return;
        }

        using FileStream stream = File.OpenRead(journal);
        byte[] end = new byte[SuperJournal.Length];
        stream.Position = Math.Max(0, stream.Length - end.Length);
        if (stream.ReadAtLeast(end, end.Length, throwOnEndOfStream: false) == end.Length && end.SequenceEqual(SuperJournal))
        {
            throw new DataFormatException("The journal beside the file names another file, which would be deleted if it were replayed; open the file in the program that wrote it, close it there, and try again.");
        }
    }

    private static string Uri(string fullPath)
    {
        // Only on Windows does a backslash part folders; elsewhere it is a character like any other.
        string slashes = Path.DirectorySeparatorChar == '\\' ? fullPath.Replace('\\', '/') : fullPath;
        string escaped = slashes.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3f", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal)
            .Replace("\\", "%5c", StringComparison.Ordinal);
        return (slashes.StartsWith('/') ? "file://" : "file:///") + escaped;
    }
}
