using System.Globalization;
using System.Text;
using CsvHelper;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>
/// A pass over delimited text; the only place where CsvHelper reads tables. CsvHelper splits records; here are the header, the counting of fields, and the
/// way back when a quotation mark that nobody closed has swallowed the lines behind it: the line is a fault, and reading goes on with the next.
/// </summary>
internal sealed class CsvCursor : IFeatureCursor
{
    private const int SampleSize = 1 << 16;

    /// <summary>Longer than any outline in WKT; a record that goes on is an unclosed quotation mark.</summary>
    private const int MaxRecordBytes = 1 << 24;

    /// <summary>More lines than any note; a field that goes on is an unclosed quotation mark.</summary>
    private const int MaxLinesInRecord = 1000;

    private readonly Utf8Source _source;
    private readonly CsvReaderOptions _options;
    private readonly ReadLimits _limits = ReadLimits.Current;
    private readonly int _headerFields;
    private readonly int _columns;
    private CsvReader? _reader;
    private char[] _chars = new char[256];
    private readonly RepeatedTexts _texts = new();

    /// <summary>Where the current reader began, where the next record is looked for.</summary>
    private long _start;
    private long _next;
    private int _restarts;
    private int _newlineLength = 1;
    private bool _isFirst = true;
    private CsvMalformedReason? _malformed;
    private bool _hasValues;
    private readonly bool _lacksLineEnd;

    /// <summary>A quotation mark was opened and no sound record has come since.</summary>
    private bool _isOpen;

    public CsvCursor(Stream file, string name, ReadOptions options)
    {
        TextEncoding encoding = TextEncodings.Recognise(file, options.Encoding);
        _lacksLineEnd = !EndsLine(file, encoding);
        _source = new Utf8Source(file, encoding);
        char separator = FindSeparator(options);
        _options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = MaxRecordBytes,
            OnMalformedRecord = record => _malformed = record.Reason,
        };
        if (!ReadRecord())
        {
            throw new DataFormatException("The file is empty; it must begin with a row of column names.");
        }

        if (Fault is not null)
        {
            throw new DataFormatException("The row of column names has a quotation mark that is not closed; export the file again.");
        }

        List<ColumnInfo> columns = ReadHeader();
        _headerFields = _reader!.FieldCount;
        _columns = columns.Count;
        Row = 0;
        _hasValues = false;
        Layer = new LayerInfo
        {
            Name = name,
            HeadsAreRow = true,
            Columns = columns,
            Encoding = encoding.Label,
            Delimiter = separator == SeparatorSniffer.None ? null : separator,
        };
    }

    public LayerInfo Layer { get; }

    public long Row { get; private set; }

    public long SheetRow { get; private set; }

    public string? Fault { get; private set; }

    public Geometry? Geometry => null;

    public bool MayBeCut { get; private set; }

    public bool Read()
    {
        if (!ReadRecord())
        {
            MayBeCut = _lacksLineEnd || _isOpen;
            return false;
        }

        if (Fault is null)
        {
            CheckFields();
        }

        _isOpen &= Fault is not null;
        return true;
    }

    public string? Text(int column)
    {
        ReadOnlySpan<char> span = Span(column);
        return span.IsEmpty ? null : _texts.Of(column, span);
    }

    public ReadOnlySpan<char> Span(int column) => _hasValues && (uint)column < (uint)_columns ? Decode(column) : [];

    public double? Number(int column) => NumberText.Parse(Span(column));

    public void Dispose()
    {
        _reader?.Dispose();
        _source.Dispose();
    }

    /// <summary>Whether the last character ends a line; a file without any has nothing to end.</summary>
    private static bool EndsLine(Stream file, TextEncoding encoding)
    {
        const int Longest = 16;
        Span<byte> end = stackalloc byte[(int)Math.Min(Longest, file.Length)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);

        // Old programs close a text with Ctrl-Z, and pad it with zeros.
        ReadOnlySpan<char> text = encoding.Encoding.GetString(end).AsSpan().TrimEnd("\0\u001A");
        return text is [] or [.., '\n' or '\r' or '\u0085' or '\u2028' or '\u2029'];
    }

    private ReadOnlySpan<char> Decode(int column)
    {
        ReadOnlySpan<byte> bytes = _reader!.GetSpan(column);
        if (bytes.Length > _limits.TextCharacters)
        {
            _limits.CheckText(bytes.Length);
        }

        if (_chars.Length < bytes.Length)
        {
            _chars = new char[Math.Max(bytes.Length, 2 * _chars.Length)];
        }

        int length = Encoding.UTF8.GetChars(bytes, _chars);
        return _chars.AsSpan(0, length).Trim();
    }

    private char FindSeparator(ReadOptions options)
    {
        char? stated = options.Delimiter;
        byte[] sample = new byte[SampleSize];
        int length = _source.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        (char announced, int announcement) = SeparatorSniffer.Announced(sample.AsSpan(0, length));
        _next = announcement;
        _newlineLength = sample.AsSpan(0, length).IndexOf("\r\n"u8) >= 0 ? 2 : 1;
        if (options.MayHaveTitle && SeparatorSniffer.BelowTitle(sample.AsSpan(announcement, length - announcement), stated ?? (announcement > 0 ? announced : null)) is { Start: > 0 } below)
        {
            ReadOnlySpan<byte> title = sample.AsSpan(announcement, below.Start);
            SheetRow = Math.Max(title.Count((byte)'\n'), title.Count((byte)'\r'));
            _next = announcement + below.Start;
            return below.Separator;
        }

        if (stated is null)
        {
            return announcement > 0 ? announced : SeparatorSniffer.Find(sample.AsSpan(0, length));
        }

        return SeparatorSniffer.IsPossible(stated.Value)
            ? stated.Value
            : throw new DataFormatException("The delimiter must be a tab or an ASCII sign such as ; or , and not a quotation mark, a letter or a digit.");
    }

    private List<ColumnInfo> ReadHeader()
    {
        List<ColumnInfo> columns = [];
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        int named = _reader!.FieldCount;
        while (named > 0 && Decode(named - 1).IsEmpty)
        {
            named--;
        }

        ReadLimits.Current.CheckColumns(named);
        for (int i = 0; i < named; i++)
        {
            // A line break within a heading is a blank to whoever reads it.
            string name = Decode(i).ToString().ReplaceLineEndings(" ").Trim('\uFEFF');
            columns.Add(new ColumnInfo(TableHeader.Unique(name, i, taken), ColumnKind.Text));
        }

        return columns;
    }

    /// <summary>Steps to the next record that holds a value or is damaged.</summary>
    private bool ReadRecord()
    {
        while (true)
        {
            Fault = null;
            _hasValues = false;
            _malformed = null;
            try
            {
                if (!Reader().Read())
                {
                    return false;
                }
            }
            catch (CsvFormatException)
            {
                // Longer than the limit: a quotation mark that is not closed, or no text at all.
                return SkipLine(_next);
            }

            long start = _start + _reader!.ByteOffset;
            ReadOnlySpan<byte> raw = _reader.RawRecord;
            _isOpen |= _malformed == CsvMalformedReason.UnterminatedQuote;
            if (IsRunaway(raw))
            {
                return SkipLine(start);
            }

            // Between two records stands one line break; more of them are lines that a spreadsheet shows and that hold no record.
            Row++;
            SheetRow += Math.Max(1, ((start - _next) / _newlineLength) + (_isFirst ? 1 : 0));
            _isFirst = false;

            _next = start + raw.Length;
            _hasValues = true;
            if (_malformed is not null && HasDamagedQuotes())
            {
                Fault = "has a quotation mark that is not closed or not doubled";
            }

            if (Fault is not null || HasAnyValue())
            {
                return true;
            }
        }
    }

    private CsvReader Reader()
    {
        if (_reader is null)
        {
            _start = _next;
            _source.MoveTo(_start);

            // In a file that is damaged again and again, reading far ahead is wasted.
            _reader = CsvReader.Create(_source, _restarts > 16 ? _options with { BufferSize = 4096 } : _options, leaveOpen: true);
        }

        return _reader;
    }

    /// <summary>A record over several lines that its own quotes or the number of its fields give away as not meant so.</summary>
    private bool IsRunaway(ReadOnlySpan<byte> raw)
    {
        if (!raw.ContainsAny((byte)'\r', (byte)'\n'))
        {
            return false;
        }

        return _malformed is not null || (_columns > 0 && _reader!.FieldCount != _headerFields) || raw.Count((byte)'\n') + raw.Count((byte)'\r') > MaxLinesInRecord;
    }

    /// <summary>Makes the physical line at a position a record of its own, faulty, and lets reading go on behind it. False at the end of the file.</summary>
    private bool SkipLine(long start)
    {
        _reader?.Dispose();
        _reader = null;
        _restarts++;
        _source.MoveTo(start);
        byte[] buffer = new byte[4096];
        bool blank = true;
        long position = start;
        while (true)
        {
            int length = _source.Read(buffer);
            if (length == 0)
            {
                break;
            }

            int i = 0;
            while (i < length && (blank || buffer[i] is not (byte)'\r' and not (byte)'\n'))
            {
                // Line breaks that end the record before are passed over first.
                blank = blank && buffer[i] is (byte)'\r' or (byte)'\n';
                i++;
            }

            position += i;
            if (i < length)
            {
                break;
            }
        }

        _next = position;
        if (blank)
        {
            return false;
        }

        Row++;
        SheetRow++;
        Fault = "has a quotation mark that is not closed on its line";
        return true;
    }

    /// <summary>A quote inside a field that is not quoted is plain text (Villa "Ro"); one in a quoted field makes its end uncertain.</summary>
    private bool HasDamagedQuotes()
    {
        if (_malformed != CsvMalformedReason.StrayQuote)
        {
            return true;
        }

        for (int i = 0; i < _reader!.FieldCount; i++)
        {
            if (_reader.GetRawSpan(i).TrimStart(" \t"u8) is [(byte)'"', ..])
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAnyValue()
    {
        for (int i = 0; i < _reader!.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i) && !Decode(i).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As many fields as the header, or more or fewer by blank ones behind the last named column.</summary>
    private void CheckFields()
    {
        int fields = _reader!.FieldCount;
        if (fields == _headerFields)
        {
            return;
        }

        bool enough = fields >= _columns;
        for (int i = _columns; enough && i < fields; i++)
        {
            enough = Decode(i).IsEmpty;
        }

        if (!enough)
        {
            Fault = string.Create(CultureInfo.InvariantCulture, $"has {fields} fields where the header has {_columns}");
        }
    }
}
