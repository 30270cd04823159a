using SQLitePCL;

namespace HousingInventory.Formats;

/// <summary>How SQLite stores a value, whatever its column declares.</summary>
internal enum SqliteType
{
    Integer = 1,
    Real = 2,
    Text = 3,
    Blob = 4,
    Null = 5,
}

/// <summary>A prepared statement. Values are those of the current row and are valid until the next step; parameters count from 1, columns from 0.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    // Valid until Dispose, since the statement holds the handle; 0 behind it, for which SQLite gives NULL.
    private nint pointer = handle.DangerousGetHandle();

    public int ColumnCount => raw.sqlite3_column_count(handle);

    public string ColumnName(int column) => raw.sqlite3_column_name(handle, column).utf8_to_string();

    /// <summary>The declared type in upper case, "" for an expression.</summary>
    public string DeclaredType(int column) => raw.sqlite3_column_decltype(handle, column).utf8_to_string()?.ToUpperInvariant() ?? "";

    /// <summary>Runs to the next row; false when there is none.</summary>
    public bool Step()
    {
        database.BeginStep();
        int code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs an INSERT with the bound values and makes the statement ready for the next.</summary>
    public void Run()
    {
        Step();
        raw.sqlite3_reset(handle);
    }

    public SqliteType Type(int column) => (SqliteType)SqliteValues.Type(pointer, column);

    public long Integer(int column) => SqliteValues.Integer(pointer, column);

    public double Real(int column) => SqliteValues.Real(pointer, column);

    /// <summary>The bytes of a blob, in SQLite's memory; empty for NULL.</summary>
    public ReadOnlySpan<byte> Blob(int column)
    {
        nint blob = SqliteValues.Blob(pointer, column);
        return InPlace(blob, SqliteValues.Bytes(pointer, column));
    }

    /// <summary>The value as UTF-8, in SQLite's memory; empty for NULL.</summary>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        // Asked for as text first: in a UTF-16 file only that converts it.
        nint text = SqliteValues.Text(pointer, column);
        return InPlace(text, SqliteValues.Bytes(pointer, column));
    }

    /// <summary>The value as a string, null for NULL.</summary>
    public string? Text(int column) => Type(column) == SqliteType.Null ? null : System.Text.Encoding.UTF8.GetString(Utf8(column));

    public void Bind(int parameter, string? value)
    {
        database.Check(value is null ? raw.sqlite3_bind_null(handle, parameter) : raw.sqlite3_bind_text(handle, parameter, value));
    }

    public void Bind(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, parameter, value));
    }

    public void Bind(int parameter, double value)
    {
        database.Check(raw.sqlite3_bind_double(handle, parameter, value));
    }

    public void Bind(int parameter, ReadOnlySpan<byte> value)
    {
        database.Check(raw.sqlite3_bind_blob(handle, parameter, value));
    }

    public void BindNull(int parameter)
    {
        database.Check(raw.sqlite3_bind_null(handle, parameter));
    }

    public void Dispose()
    {
        pointer = 0;
        handle.Dispose();
    }

    private static unsafe ReadOnlySpan<byte> InPlace(nint first, int length) => first == 0 ? [] : new ReadOnlySpan<byte>((void*)first, length);
}
