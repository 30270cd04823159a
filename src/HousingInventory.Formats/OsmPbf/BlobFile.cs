using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// The outer layer of an OSM PBF file: independent blobs, each raw or compressed. Blobs are located when the file is opened and may then be read from any
/// thread. Lengths are limited as the format prescribes, so no length in a damaged file can ask for more than 32 MiB.
/// </summary>
internal sealed class BlobFile : IDisposable
{
    private const int MaxBlobHeaderLength = 64 * 1024;

    /// <summary>A node takes three bytes of a block at least, and some thirty once it is read.</summary>
    private const long AlwaysInflated = 16L << 20;
    private const int MaxBlobLength = 32 * 1024 * 1024;

    private readonly SafeFileHandle? _file;
    private readonly byte[]? _bytes;
    private readonly long _length;
    private readonly List<(long Offset, int Length)> _blobs = [];
    private long _inflatable;

    private BlobFile(SafeFileHandle? file, byte[]? bytes, long length)
    {
        _file = file;
        _bytes = bytes;
        _length = length;
        _inflatable = ReadLimits.Current.UnpackedBytes(length, AlwaysInflated);
    }

    /// <summary>Number of data blobs; the header is not one of them.</summary>
    public int Count => _blobs.Count;

    /// <summary>Where the header blob lies.</summary>
    private (long Offset, int Length) Header { get; set; }

    public static BlobFile Open(string path)
    {
        ReadableFile.Require(path);
        SafeFileHandle file = OpenHandle(path);
        return Open(new BlobFile(file, null, RandomAccess.GetLength(file)));
    }

    public static BlobFile Open(byte[] bytes) => Open(new BlobFile(null, bytes, bytes.Length));

    public void Dispose() => _file?.Dispose();

    /// <summary>The content of the header blob.</summary>
    public ReadOnlySpan<byte> InflateHeader(BlobBuffer buffer) => Inflate(Header, buffer);

    /// <summary>The content of a data blob, valid until the buffer is used again.</summary>
    public ReadOnlySpan<byte> Inflate(int blob, BlobBuffer buffer) => Inflate(_blobs[blob], buffer);

    private static SafeFileHandle OpenHandle(string path)
    {
        try
        {
            return File.OpenHandle(path, options: FileOptions.RandomAccess);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new DataFormatException("The file cannot be opened; check that it may be read and is not locked by another program.", e);
        }
    }

    private static BlobFile Open(BlobFile file)
    {
        try
        {
            file.Recognise();
            file.Locate();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Refuses what is plainly another format, and says how to convert it.</summary>
    private void Recognise()
    {
        Span<byte> start = stackalloc byte[(int)Math.Min(64, _length)];
        ReadAt(0, start);
        ReadOnlySpan<byte> text = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        const string Convert = "convert it with 'osmium cat FILE -o FILE.osm.pbf'.";
        string? fault = start switch
        {
            [] => "The file is empty; fetch it again.",
            [0x1F, 0x8B, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] => "The file is compressed, as OSM XML often is; " + Convert,
            [0xFF, 0xE0, ..] => "The file is in the o5m format; " + Convert,
            [(byte)'P', (byte)'K', 3, 4, ..] => "The file is a zip archive; unpack the .osm.pbf that is inside.",
            _ when text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] => "The file is OSM XML (or another XML or HTML file); " + Convert,
            _ => null,
        };
        if (fault is not null)
        {
            throw new DataFormatException(fault);
        }
    }

    private void Locate()
    {
        byte[] header = new byte[MaxBlobHeaderLength];
        Span<byte> lengthBytes = stackalloc byte[4];
        bool first = true;
        for (long at = 0; at < _length;)
        {
            RequireRoom(at, 4);
            ReadAt(at, lengthBytes);
            uint headerLength = BinaryPrimitives.ReadUInt32BigEndian(lengthBytes);
            if (headerLength is 0 or > MaxBlobHeaderLength)
            {
                throw first ? NotPbf() : ProtoReader.Damaged();
            }

            RequireRoom(at + 4, headerLength);
            Span<byte> headerBytes = header.AsSpan(0, (int)headerLength);
            ReadAt(at + 4, headerBytes);
            (bool isHeader, bool isData, int length) = ReadBlobHeader(headerBytes, first);
            at += 4 + headerLength;
            RequireRoom(at, length);
            if (first != isHeader)
            {
                throw first ? NotPbf() : ProtoReader.Damaged();
            }

            if (first)
            {
                Header = (at, length);
            }
            else if (isData)
            {
                // Blobs of other types are for other programs, and the format says to skip them.
                _blobs.Add((at, length));
            }

            first = false;
            at += length;
        }
    }

    private static (bool IsHeader, bool IsData, int Length) ReadBlobHeader(ReadOnlySpan<byte> bytes, bool first)
    {
        bool isHeader = false;
        bool isData = false;
        long length = -1;
        try
        {
            ProtoReader header = new(bytes);
            while (header.NextField(out int field))
            {
                switch (field)
                {
                    case 1:
                        ReadOnlySpan<byte> type = header.FieldBytes();
                        isHeader = type.SequenceEqual("OSMHeader"u8);
                        isData = type.SequenceEqual("OSMData"u8);
                        break;
                    case 3:
                        length = (long)header.FieldVarint();
                        break;
                    default:
                        header.SkipField();
                        break;
                }
            }
        }
        catch (DataFormatException) when (first)
        {
            throw NotPbf();
        }

        return length is >= 0 and <= MaxBlobLength ? (isHeader, isData, (int)length) : throw (first ? NotPbf() : ProtoReader.Damaged());
    }

    private ReadOnlySpan<byte> Inflate((long Offset, int Length) place, BlobBuffer buffer)
    {
        ArraySegment<byte> stored = Stored(place, buffer);
        ProtoReader blob = new(stored);
        ReadOnlySpan<byte> raw = default;
        ReadOnlySpan<byte> zlib = default;
        string? method = null;
        bool isRaw = false;
        long rawSize = -1;
        while (blob.NextField(out int field))
        {
            switch (field)
            {
                case 1:
                    raw = blob.FieldBytes();
                    isRaw = true;
                    break;
                case 2:
                    rawSize = (long)blob.FieldVarint();
                    break;
                case 3:
                    zlib = blob.FieldBytes();
                    break;
                case 4 or 5 or 6 or 7:
                    method = field switch { 4 => "lzma", 5 => "bzip2", 6 => "lz4", _ => "zstd" };
                    blob.SkipField();
                    break;
                default:
                    blob.SkipField();
                    break;
            }
        }

        if (isRaw)
        {
            return raw.Length <= MaxBlobLength ? raw : throw ProtoReader.Damaged();
        }

        if (method is not null)
        {
            throw new DataFormatException(
                $"The file is compressed with {method}, which is not supported; convert it with 'osmium cat FILE -o FILE.osm.pbf -f pbf,pbf_compression=zlib'.");
        }

        if (zlib.IsEmpty || rawSize is < 0 or > MaxBlobLength)
        {
            throw ProtoReader.Damaged();
        }

        // Every blob is read once, so that this is the sum over the file.
        if (Interlocked.Add(ref _inflatable, -rawSize) < 0)
        {
            throw new DataFormatException(
                $"The file of {_length >> 10} kB would unpack to more than limits.unpackedTimes and limits.unpackedMB allow: it is damaged or made to do harm.");
        }

        ((ReadOnlySpan<byte>)stored).Overlaps(zlib, out int offset);
        return InflateZlib(stored.Array!, stored.Offset + offset, zlib.Length, buffer.Inflated((int)rawSize));
    }

    private static ReadOnlySpan<byte> InflateZlib(byte[] bytes, int offset, int length, Span<byte> target)
    {
        try
        {
            using ZLibStream zlib = new(new MemoryStream(bytes, offset, length), CompressionMode.Decompress);
            Span<byte> beyond = stackalloc byte[1];
            if (zlib.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) != target.Length || zlib.Read(beyond) != 0)
            {
                throw ProtoReader.Damaged();
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new DataFormatException(ProtoReader.Damaged().Said, e);
        }

        return target;
    }

    private ArraySegment<byte> Stored((long Offset, int Length) place, BlobBuffer buffer)
    {
        if (_bytes is not null)
        {
            return new ArraySegment<byte>(_bytes, (int)place.Offset, place.Length);
        }

        ArraySegment<byte> stored = buffer.Stored(place.Length);
        ReadAt(place.Offset, stored);
        return stored;
    }

    private void RequireRoom(long at, long length)
    {
        if (length > _length - at)
        {
            throw new DataFormatException(
                $"The file ends in the middle of a block, at {_length} bytes: it was not fetched or copied as a whole; fetch it again.");
        }
    }

    private void ReadAt(long offset, Span<byte> target)
    {
        if (_bytes is not null)
        {
            _bytes.AsSpan((int)offset, target.Length).CopyTo(target);
            return;
        }

        while (!target.IsEmpty)
        {
            int read = RandomAccess.Read(_file!, target, offset);
            if (read == 0)
            {
                throw new DataFormatException("The file became shorter while it was read; let the program that writes it finish first.");
            }

            target = target[read..];
            offset += read;
        }
    }

    private static DataFormatException NotPbf() => new("The file is not an OSM PBF file (it does not begin with an OSMHeader block).");
}
