using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>The geometry of a Shapefile by number of record. Places of records come from the .shx, or from walking through the .shp when that is missing or wrong.</summary>
internal sealed class ShapeFile : IDisposable
{
    /// <summary>The first number of every .shp and .shx, most significant byte first.</summary>
    public const int FileCode = 9994;

    private const int HeaderLength = 100;
    private const int RecordHeaderLength = 8;
    private const string CutOff = "The .shp file is cut off; fetch it again.";
    private readonly FileStream _file;
    private readonly long[] _offsets;
    private byte[] _buffer = new byte[4096];

    public ShapeFile(ShapefileParts parts)
    {
        _file = ReadableFile.Open(parts.Shp!);
        try
        {
            Span<byte> header = stackalloc byte[HeaderLength];
            if (_file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || BinaryPrimitives.ReadInt32BigEndian(header) != FileCode)
            {
                throw new DataFormatException("The file is no Shapefile, as its first bytes show; check that the right file is named and the download is whole.");
            }

            Type = BinaryPrimitives.ReadInt32LittleEndian(header[32..]);
            if (Type == ShapeGeometry.MultiPatch)
            {
                throw new DataFormatException("The Shapefile holds surfaces in three dimensions (MultiPatch); export it as polygons.");
            }

            long statedLength = 2L * BinaryPrimitives.ReadInt32BigEndian(header[24..]);
            _offsets = ReadIndex(parts.Shx, _file.Length) ?? Walk(statedLength > HeaderLength && statedLength < _file.Length ? statedLength : _file.Length);
            if (statedLength > _file.Length && !HoldsLast())
            {
                throw new DataFormatException(CutOff);
            }
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The type of shape that the header states.</summary>
    public int Type { get; }

    public int Count => _offsets.Length;

    /// <summary>The geometry of a record, null with a fault (an English clause) when it cannot be decoded, null without one when there is none.</summary>
    public Geometry? Read(int record, out string? fault)
    {
        fault = null;
        if (_offsets[record] == 0)
        {
            return null;
        }

        if (Content(_offsets[record]) is not { } content)
        {
            fault = "has a geometry that runs past the end of the .shp file";
            return null;
        }

        return ShapeGeometry.Read(content.Span, out fault);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>
    /// Offsets of the records from the .shx, 0 for a record without geometry; null when there is no .shx or it does not fit the .shp. GDAL appends a shape
    /// that has grown at the end of the .shp and leaves its old place unused, so that order and number of records are known to the .shx alone.
    /// </summary>
    private static long[]? ReadIndex(string? path, long shpLength)
    {
        if (path is null)
        {
            return null;
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length < HeaderLength || file.Length > int.MaxValue)
        {
            return null;
        }

        byte[] bytes = new byte[file.Length];
        file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        long[] offsets = new long[(bytes.Length - HeaderLength) / 8];
        for (int i = 0; i < offsets.Length; i++)
        {
            Span<byte> entry = bytes.AsSpan(HeaderLength + (8 * i), 8);
            offsets[i] = 2L * BinaryPrimitives.ReadUInt32BigEndian(entry);
            bool isEmpty = offsets[i] == 0 || BinaryPrimitives.ReadInt32BigEndian(entry[4..]) == 0;
            offsets[i] = isEmpty ? 0 : offsets[i];
            if (!isEmpty && (offsets[i] < HeaderLength || offsets[i] + RecordHeaderLength > shpLength))
            {
                return null;
            }
        }

        bool fits = BinaryPrimitives.ReadInt32BigEndian(bytes) == FileCode && (offsets.Length > 0 || shpLength == HeaderLength);
        return fits ? offsets : null;
    }

    /// <summary>Offsets of the records from the lengths that the records state, up to the first that cannot be.</summary>
    private long[] Walk(long end)
    {
        List<long> offsets = [];
        long offset = HeaderLength;
        Span<byte> header = stackalloc byte[RecordHeaderLength];
        while (offset + RecordHeaderLength <= end)
        {
            _file.Position = offset;
            if (_file.ReadAtLeast(header, RecordHeaderLength, throwOnEndOfStream: false) < RecordHeaderLength)
            {
                break;
            }

            int length = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
            if (length < 2)
            {
                break;
            }

            offsets.Add(offset);
            offset += RecordHeaderLength + (2L * length);
        }

        return [.. offsets];
    }

    /// <summary>Whether the record that lies last in the file is whole: a header may state a wrong length.</summary>
    private bool HoldsLast() => _offsets.Length > 0 && _offsets.Max() is > 0 and long last && Content(last) is not null;

    /// <summary>The bytes of a record; null when they run past the end.</summary>
    private ReadOnlyMemory<byte>? Content(long offset)
    {
        Span<byte> header = stackalloc byte[RecordHeaderLength];
        if (_file.Position != offset)
        {
            _file.Position = offset;
        }

        if (_file.ReadAtLeast(header, RecordHeaderLength, throwOnEndOfStream: false) < RecordHeaderLength)
        {
            return null;
        }

        long length = 2L * BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        if (length < 4 || length > _file.Length - offset - RecordHeaderLength || length > Array.MaxLength)
        {
            return null;
        }

        if (_buffer.Length < length)
        {
            _buffer = new byte[Math.Max(length, Math.Min(2L * _buffer.Length, Array.MaxLength))];
        }

        int read = _file.ReadAtLeast(_buffer.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false);
        return read < length ? null : _buffer.AsMemory(0, (int)length);
    }
}
