using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace HousingInventory.Formats;

/// <summary>
/// SQLite's calls for the values of a row, past the package's: a municipality has a million cells, each is asked for three times, and the guard of a handle around
/// each call cost more than the call. They return at once, block on nothing and call nothing back. The library is the one that the package has loaded.
/// </summary>
internal static class SqliteValues
{
    private const string Library = "e_sqlite3";
    private const DllImportSearchPath Near = DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories;

    [DllImport(Library, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(Near)]
    [SuppressGCTransition]
    public static extern int Type(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(Near)]
    [SuppressGCTransition]
    public static extern long Integer(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_double")]
    [DefaultDllImportSearchPaths(Near)]
    [SuppressGCTransition]
    public static extern double Real(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_blob")]
    [DefaultDllImportSearchPaths(Near)]
    [SuppressGCTransition]
    public static extern nint Blob(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_text")]
    [DefaultDllImportSearchPaths(Near)]
    [SuppressGCTransition]
    public static extern nint Text(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [DefaultDllImportSearchPaths(Near)]
    [SuppressGCTransition]
    public static extern int Bytes(nint statement, int column);
}
