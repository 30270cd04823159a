using System.Buffers.Binary;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>
/// Writes a zip whose bytes depend on the names and contents alone: entries are stored, not deflated, because deflate libraries differ between machines, and
/// carry the date 1980-01-01 and no attributes of a platform. Up to 65,534 entries and 4 GiB.
/// </summary>
public sealed class StoredZipWriter(Stream stream) : IDisposable
{
    private const uint LocalHeader = 0x04034B50;
    private const uint CentralHeader = 0x02014B50;
    private const uint EndOfDirectory = 0x06054B50;
    private const ushort Version = 20;
    private const ushort Utf8Names = 1 << 11;

    /// <summary>Year 1980 (as 0), month 1, day 1: the first day that a zip can say.</summary>
    private const ushort FirstDay = (0 << 9) | (1 << 5) | 1;

    private static readonly uint[] CrcTable = MakeCrcTable();
    private readonly List<(byte[] Name, uint Crc, uint Length, uint Offset)> _entries = [];
    private long _position;

    /// <summary>Appends an entry. Names use "/".</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        byte[] nameBytes = Encoding.UTF8.GetBytes(name);
        if (_position + content.Length + nameBytes.Length > uint.MaxValue - (1 << 24) || _entries.Count == ushort.MaxValue - 1)
        {
            throw new InvalidOperationException("A zip without the extensions for large files holds no more.");
        }

        (byte[] Name, uint Crc, uint Length, uint Offset) entry = (nameBytes, Crc32(content), (uint)content.Length, (uint)_position);
        _entries.Add(entry);
        Span<byte> header = stackalloc byte[30];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalHeader);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
        WriteCommon(header[6..], entry);
        Write(header);
        Write(nameBytes);
        Write(content);
    }

    /// <summary>Appends an entry of text in UTF-8 without byte order mark.</summary>
    public void Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes the directory. The stream stays open.</summary>
    public void Dispose()
    {
        long start = _position;
        Span<byte> header = stackalloc byte[46];
        foreach ((byte[] Name, uint Crc, uint Length, uint Offset) entry in _entries)
        {
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, CentralHeader);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
            BinaryPrimitives.WriteUInt16LittleEndian(header[6..], Version);
            WriteCommon(header[8..], entry);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], entry.Offset);
            Write(header);
            Write(entry.Name);
        }

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndOfDirectory);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)(_position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)start);
        Write(end);
    }

    /// <summary>The CRC-32 of ISO 3309, as zip, gzip and PNG use it.</summary>
    internal static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }

    /// <summary>The fields that both headers have, from the flags to the length of the name; method (stored), time and extra field are 0.</summary>
    private static void WriteCommon(Span<byte> header, (byte[] Name, uint Crc, uint Length, uint Offset) entry)
    {
        header[..22].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(header, Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], entry.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], entry.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], (ushort)entry.Name.Length);
        header[22..24].Clear();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        _position += bytes.Length;
    }
}
