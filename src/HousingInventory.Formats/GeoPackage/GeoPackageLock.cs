using SQLitePCL;

namespace HousingInventory.Formats;

/// <summary>Asks whether another program is in the middle of using a GeoPackage.</summary>
public static class GeoPackageLock
{
    /// <summary>
    /// Whether another program holds a lock on the file, or keeps a log beside it. A file that is no database is held by nobody, and an empty log, as a crash or a
    /// network drive leaves it, holds nothing.
    /// </summary>
    public static bool IsHeld(string path)
    {
        if (KeepsLog(path))
        {
            return true;
        }

        Batteries_V2.Init();
        int code = raw.sqlite3_open_v2(path, out sqlite3 handle, raw.SQLITE_OPEN_READWRITE, null);
        using (handle)
        {
            code = code == raw.SQLITE_OK ? raw.sqlite3_exec(handle, "BEGIN EXCLUSIVE; ROLLBACK") : code;
        }

        return (code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
    }

    /// <summary>
    /// Whether a log lies beside the file that holds something, or that a program keeps: QGIS makes an empty one with an index (<c>-shm</c>) as long as it has the
    /// file open. An empty log without an index is what a network drive left.
    /// </summary>
    public static bool KeepsLog(string path) =>
        HoldsSomething(path + "-wal") || HoldsSomething(path + "-journal") || (File.Exists(path + "-wal") && File.Exists(path + "-shm"));

    private static bool HoldsSomething(string log) => new FileInfo(log) is { Exists: true, Length: > 0 };
}
