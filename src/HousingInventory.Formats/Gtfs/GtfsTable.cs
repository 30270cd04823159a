using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace HousingInventory.Formats.Gtfs;

/// <summary>
/// One text file of a feed, row by row, with its count of rows and faults. Values are trimmed UTF-8 bytes; a column that the file lacks reads as empty.
/// </summary>
internal sealed class GtfsTable : IDisposable
{
    private const int MaxSamples = 100;

    private const string UnclosedQuote = "a quotation mark is never closed, so that the rest of the file is lost";

    private readonly CsvReader? _csv;
    private readonly TailStream? _tail;
    private bool _isAbsent;
    private int _fields;
    private bool _isOpen;
    private readonly List<FaultTally> _faults = [];
    private long _leftOut;
    private bool _endsInQuote;

    private GtfsTable(string file, Stream? stream, bool hasLongTexts)
    {
        File = file;
        if (stream is null)
        {
            return;
        }

        CsvReaderOptions options = new()
        {
            Separator = ',',
            AllowLineBreaksInQuotes = hasLongTexts,
            MaxRecordSize = 1 << 20,
            BufferSize = 1 << 17,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = hasLongTexts ? record => _endsInQuote |= record.Reason == CsvMalformedReason.UnterminatedQuote : null,
        };
        _tail = new TailStream(stream);
        _csv = CsvReader.Create(_tail, options);
    }

    public string File { get; }

    /// <summary>Whether the feed has the file, with what it needs.</summary>
    public bool Exists => _csv is not null && !_isAbsent;

    /// <summary>Whether the feed has the file, but empty, without header, or without the columns that make it of use: it is as if it were not there.</summary>
    public bool IsOfNoUse => _csv is not null && _isAbsent;

    /// <summary>1-based number of the current row; after the last one, the number of rows.</summary>
    public long Row { get; private set; }

    /// <summary>
    /// After the last row: whether that row seems cut off. A quotation mark in it is never closed, or it ends neither its line nor has all its values. Many a sound
    /// feed lacks only the last line end.
    /// </summary>
    public bool MayBeCut { get; private set; }

    /// <summary>Opens a file of the feed; one that it lacks is a table without rows.</summary>
    /// <param name="source">The feed.</param>
    /// <param name="file">Its name.</param>
    /// <param name="hasLongTexts">Whether values may have line breaks. Where they may not, a quote that is never closed costs one row, not the rest of the file.</param>
    public static GtfsTable Open(GtfsSource source, string file, bool hasLongTexts = false) => new(file, source.Find(file), hasLongTexts);

    public void Dispose() => _csv?.Dispose();

    /// <summary>The index of a column; -1 when the file lacks it.</summary>
    public int Column(string name) => _csv is not null && _csv.TryGetFieldIndex(name, out int index) ? index : -1;

    /// <summary>The indices of columns without which an optional file is of no use; without one of them there is no row to read.</summary>
    public int[] NeededColumns(params ReadOnlySpan<string> names)
    {
        int[] columns = new int[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            columns[i] = Column(names[i]);
            _isAbsent |= columns[i] < 0;
        }

        return columns;
    }

    /// <summary>The index of a column without which the file is of no use.</summary>
    /// <exception cref="DataFormatException">The file lacks it.</exception>
    public int RequiredColumn(string name)
    {
        int column = Column(name);
        return column >= 0 || !Exists ? column : throw new DataFormatException($"{File} has no column {name}; ask the publisher for a correct GTFS feed.");
    }

    /// <summary>Steps to the next row; false at the end.</summary>
    public bool Read()
    {
        if (_csv is null || _isAbsent)
        {
            return false;
        }

        if (!_csv.Read())
        {
            MayBeCut = _isOpen || (Row > 0 && _fields < _csv.Headers.Count && _tail!.Last is not ((byte)'\n' or (byte)'\r'));
            return false;
        }

        Row++;
        (_fields, _isOpen) = (_csv.FieldCount, _endsInQuote);
        if (_endsInQuote)
        {
            _endsInQuote = false;
            Fault(UnclosedQuote);
        }

        return true;
    }

    /// <summary>The value of the current row, trimmed; empty when missing.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        if (column < 0)
        {
            return default;
        }

        ReadOnlySpan<byte> value = _csv!.GetSpan(column);
        return value.IsEmpty || (value[0] > (byte)' ' && value[^1] > (byte)' ') ? value : value.Trim(" \t\r\n"u8);
    }

    public bool IsEmpty(int column) => Bytes(column).IsEmpty;

    /// <summary>The value as text; "" when missing. What is not UTF-8 is taken as Latin-1.</summary>
    public string Text(int column)
    {
        ReadOnlySpan<byte> value = Bytes(column);
        return System.Text.Unicode.Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : Encoding.Latin1.GetString(value);
    }

    /// <summary>The value as a whole number of 0 or more; <paramref name="missing"/> when blank, and also, with the fault if one is given, when it is none.</summary>
    public int Number(int column, int missing, string? fault = null)
    {
        ReadOnlySpan<byte> value = Bytes(column);
        if (value.IsEmpty)
        {
            return missing;
        }

        if (Utf8Parser.TryParse(value, out int number, out int used) && used == value.Length && number >= 0)
        {
            return number;
        }

        if (fault is not null)
        {
            Fault(fault);
        }

        return missing;
    }

    /// <summary>A coordinate in degrees; NaN when blank, and also, with the fault if one is given, when it is none within the limit.</summary>
    public double Degrees(int column, double limit, string? fault = null)
    {
        ReadOnlySpan<byte> value = Bytes(column);
        if (value.IsEmpty)
        {
            return double.NaN;
        }

        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= limit)
        {
            return degrees;
        }

        if (fault is not null)
        {
            Fault(fault);
        }

        return double.NaN;
    }

    /// <summary>Counts a fault of the current row, which is used nevertheless.</summary>
    public void Fault(string what) => Count(what, leavesRowOut: false, Row);

    /// <summary>Counts a fault for which the current row is left out.</summary>
    public void LeaveOut(string what) => LeaveOut(what, Row);

    /// <summary>Counts a fault for which a row that was read before is left out.</summary>
    public void LeaveOut(string what, long row)
    {
        _leftOut++;
        Count(what, leavesRowOut: true, row);
    }

    public void Fault(string what, long row) => Count(what, leavesRowOut: false, row);

    public long CountOf(string what) => _faults.Find(f => f.What == what)?.Count ?? 0;

    public GtfsTableReport Report() =>
        new(File, Row, Row - _leftOut, [.. _faults.Select(f => new GtfsFaultCount(f.What, f.LeavesRowOut, f.Count, [.. f.Rows.Order()]))]);

    private void Count(string what, bool leavesRowOut, long row)
    {
        FaultTally? tally = _faults.Find(f => f.LeavesRowOut == leavesRowOut && f.What == what);
        if (tally is null)
        {
            _faults.Add(tally = new FaultTally(what, leavesRowOut));
        }

        tally.Count++;
        if (tally.Rows.Count < MaxSamples)
        {
            tally.Rows.Add(row);
        }
    }

    /// <summary>Remembers the last byte that was read.</summary>
    private sealed class TailStream(Stream inner) : ReadStream
    {
        public byte Last { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            Last = read > 0 ? buffer[read - 1] : Last;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class FaultTally(string what, bool leavesRowOut)
    {
        public string What => what;

        public bool LeavesRowOut => leavesRowOut;

        public long Count { get; set; }

        public List<long> Rows { get; } = [];
    }
}
