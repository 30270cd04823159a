using System.Buffers.Binary;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>The attributes of a Shapefile: a dBASE table (III to V and FoxPro) by number of record.</summary>
internal sealed class DbfTable : IDisposable
{
    private const int HeaderLength = 32;
    private const int DescriptorLength = 32;

    /// <summary>dBASE itself is no older.</summary>
    private const int FirstYear = 1980;

    private const byte HeaderEnd = 0x0D;
    private const byte DeletedMark = (byte)'*';
    private const string Damaged = "The .dbf file is damaged: its header does not fit its content; fetch it again.";
    private readonly FileStream _file;
    private readonly int _dataStart;
    private readonly byte[] _record;
    private readonly DbfField[] _fields;
    private readonly Encoding _encoding;
    private readonly char[] _chars;

    public DbfTable(ShapefileParts parts, string? statedEncoding)
    {
        _file = new FileStream(parts.Dbf!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        try
        {
            Span<byte> header = stackalloc byte[HeaderLength];
            if (_file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
            {
                throw new DataFormatException("The .dbf file is cut off; fetch it again.");
            }

            if ((header[0] & 7) == 4)
            {
                throw new DataFormatException("The .dbf file is of dBASE 7; export it as dBASE IV or GeoPackage.");
            }

            _dataStart = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
            int recordLength = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
            uint stated = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            long held = recordLength == 0 || _dataStart > _file.Length ? 0 : (_file.Length - _dataStart) / recordLength;
            if (_dataStart < HeaderLength || (recordLength == 0 && stated > 0))
            {
                throw new DataFormatException(Damaged);
            }

            if (stated > held)
            {
                throw new DataFormatException($"The .dbf file is cut off: it states {stated} records and holds {held}; fetch it again.");
            }

            Count = (int)Math.Min(stated, int.MaxValue);
            LastChange = Day(header[1], header[2], header[3]);
            (_encoding, EncodingLabel) = DbfEncoding.Choose(parts, statedEncoding, header[29], _file, _dataStart);
            _record = new byte[recordLength];
            (_fields, Columns) = ReadFields(recordLength);
            int widest = _fields.Length == 0 ? 0 : _fields.Max(static f => f.Length);
            _chars = new char[_encoding.GetMaxCharCount(widest) + 32];
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public int Count { get; }

    public IReadOnlyList<ColumnInfo> Columns { get; }

    public string EncodingLabel { get; }

    public DateOnly? LastChange { get; }

    /// <summary>True when the record that was read last is marked as deleted.</summary>
    public bool IsDeleted => _record.Length > 0 && _record[0] == DeletedMark;

    /// <summary>Reads the record of this index, below <see cref="Count"/>.</summary>
    public void Read(int record)
    {
        long offset = _dataStart + ((long)record * _record.Length);
        if (_file.Position != offset)
        {
            _file.Position = offset;
        }

        int read = _file.ReadAtLeast(_record, _record.Length, throwOnEndOfStream: false);
        _record.AsSpan(read).Fill((byte)' ');
    }

    public ReadOnlySpan<char> Text(int column) => _fields[column].Text(_record, _encoding, _chars);

    public double? Number(int column) => _fields[column].Number(_record, _encoding, _chars);

    public void Dispose() => _file.Dispose();

    private (DbfField[] Fields, ColumnInfo[] Columns) ReadFields(int recordLength)
    {
        byte[] bytes = new byte[Math.Max(0, Math.Min(_dataStart, _file.Length) - HeaderLength)];
        _file.Position = HeaderLength;
        _file.ReadExactly(bytes);
        int count = 0;
        while ((count + 1) * DescriptorLength <= bytes.Length && bytes[count * DescriptorLength] != HeaderEnd)
        {
            count++;
        }

        int[] lengths = Lengths(bytes, count, recordLength);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        List<DbfField> fields = [];
        List<ColumnInfo> columns = [];

        // The first byte of a record tells whether it is deleted.
        int start = 1;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> descriptor = bytes.AsSpan(i * DescriptorLength, DescriptorLength);
            int length = Math.Min(lengths[i], Math.Max(0, recordLength - start));
            DbfField field = new(char.ToUpperInvariant((char)descriptor[11]), length == 0 ? 0 : start, length, descriptor[17]);
            ReadOnlySpan<byte> name = descriptor[..11];
            int end = name.IndexOf((byte)0);
            string text = _encoding.GetString(end < 0 ? name : name[..end]);
            fields.Add(field);
            columns.Add(new ColumnInfo(TableHeader.Unique(text, i, taken), field.Kind));
            start += length;
        }

        return ([.. fields], [.. columns]);
    }

    /// <summary>
    /// Lengths of the fields. For text, the byte that is the number of decimals elsewhere extends the length beyond 255 in tables of Clipper and FoxPro; that
    /// is believed when only so the fields fill the record.
    /// </summary>
    private static int[] Lengths(ReadOnlySpan<byte> descriptors, int count, int recordLength)
    {
        int[] plain = new int[count];
        int[] extended = new int[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> descriptor = descriptors.Slice(i * DescriptorLength, DescriptorLength);
            plain[i] = descriptor[16];
            extended[i] = descriptor[16] + (descriptor[11] is (byte)'C' or (byte)'c' ? 256 * descriptor[17] : 0);
        }

        return plain.Sum() + 1 != recordLength && extended.Sum() + 1 == recordLength ? extended : plain;
    }

    /// <summary>
    /// The year is counted from 1900, but some writers give its last two digits only. 26 July 1995 is what the most common library writes when it is not told
    /// the day, and means nothing.
    /// </summary>
    private static DateOnly? Day(int year, int month, int day)
    {
        int full = year < 40 ? 2000 + year : 1900 + year;
        bool isDay = full >= FirstYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(full, month);
        return isDay && (full, month, day) != (1995, 7, 26) ? new DateOnly(full, month, day) : null;
    }
}
