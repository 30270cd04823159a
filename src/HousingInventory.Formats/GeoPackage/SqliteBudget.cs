using SQLitePCL;

namespace HousingInventory.Formats;

/// <summary>
/// What one file may make SQLite do. A table is read in a few steps a row, and no row takes less than some bytes of the file; a view may ask for anything, so
/// steps, rows, time and memory are limited by the size of the file.
/// </summary>
internal sealed class SqliteBudget
{
    private const int StepsACall = 50;
    private const long AlwaysAllowedSteps = 20_000_000;
    private const long StepsAByte = 20;

    /// <summary>Shorter than any row of a table with its place in the page.</summary>
    private const long BytesARow = 4;
    private const long AlwaysAllowedRows = 1_000;
    private const long AlwaysAllowedMilliseconds = 3_000;
    private const long BytesAMillisecond = 10_000;
    private const long Memory = 512L << 20;

    private readonly delegate_progress _progress;
    private readonly long _rows;
    private readonly long _milliseconds;
    private long _callsLeft;
    private long _stepBegan = Environment.TickCount64;

    public SqliteBudget(sqlite3 handle, long bytes)
    {
        _rows = AlwaysAllowedRows + (bytes / BytesARow);
        _milliseconds = AlwaysAllowedMilliseconds + (bytes / BytesAMillisecond);
        _callsLeft = (AlwaysAllowedSteps + (StepsAByte * bytes)) / StepsACall;
        _progress = _ => --_callsLeft < 0 || Environment.TickCount64 - _stepBegan > _milliseconds ? 1 : 0;
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_LENGTH, (int)Math.Min(int.MaxValue, (long)ReadLimits.Current.ValueMB << 20));
        raw.sqlite3_progress_handler(handle, StepsACall, _progress, null!);
        raw.sqlite3_hard_heap_limit64(Memory);
    }

    /// <summary>The time that one row may take begins.</summary>
    public void BeginStep() => _stepBegan = Environment.TickCount64;

    public void CheckRow(long row)
    {
        if (row > _rows)
        {
            throw new DataFormatException("A layer of the file gives more rows than the file has room for: a view in it repeats, or never ends; export the layer that is meant as a table.");
        }
    }
}
