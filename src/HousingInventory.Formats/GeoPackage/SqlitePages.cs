using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>What a page of a SQLite file holds: a row as it is stored, or bytes that belong to no row.</summary>
/// <param name="Page">1-based number of the page.</param>
/// <param name="Values">The texts and numbers of a row, its row id first; empty for bytes of no row.</param>
/// <param name="Blobs">The blobs of a row, or the bytes of no row.</param>
/// <param name="IsRow">Whether it is a row.</param>
public sealed record SqlitePiece(int Page, IReadOnlyList<string> Values, IReadOnlyList<ReadOnlyMemory<byte>> Blobs, bool IsRow);

/// <summary>
/// Reads a SQLite file page by page, without SQLite: what was deleted is still there, in freed pages and in the gaps between cells, and a search for what must not
/// be in a file has to see it. The format is that of https://www.sqlite.org/fileformat2.html.
/// </summary>
public static class SqlitePages
{
    private const int LeafTable = 0x0D;
    private const int LeafIndex = 0x0A;
    private const int InteriorIndex = 0x02;

    /// <summary>Longer rows are cut; a GeoPackage's outlines are far shorter.</summary>
    private const int MostBytes = 1 << 26;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Whether the bytes begin as a SQLite file does.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Magic);

    /// <summary>Whether the file is made of whole pages, so that all of it can be read.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) => Is(file) && file.Length >= 512 && PageSize(file) is >= 512 and int size && file.Length % size == 0;

    /// <summary>Every row, live or freed, and every stretch of bytes that belongs to none.</summary>
    public static IEnumerable<SqlitePiece> Read(ReadOnlyMemory<byte> file)
    {
        int size = PageSize(file.Span);
        int usable = size - file.Span[20];
        Encoding encoding = BinaryPrimitives.ReadInt32BigEndian(file.Span[56..]) switch { 2 => Encoding.Unicode, 3 => Encoding.BigEndianUnicode, _ => Encoding.UTF8 };
        for (int page = 1; page <= file.Length / size; page++)
        {
            int start = page == 1 ? 100 : 0;
            ReadOnlyMemory<byte> bytes = file.Slice((page - 1) * size, size);
            int type = bytes.Span[start];
            int header = type == InteriorIndex ? 12 : 8;
            int cells = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(start + 3)..]);
            if (type is not (LeafTable or LeafIndex or InteriorIndex) || start + header + (cells * 2) > usable)
            {
                yield return new SqlitePiece(page, [], [bytes[start..]], false);
                continue;
            }

            for (int i = 0; i < cells; i++)
            {
                int at = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(start + header + (i * 2))..]);
                if (Cell(file, bytes, at, type, usable, size, encoding, page) is { } row)
                {
                    yield return row;
                }
            }

            foreach (ReadOnlyMemory<byte> gap in Gaps(bytes, start, start + header + (cells * 2), usable))
            {
                yield return new SqlitePiece(page, [], [gap], false);
            }
        }
    }

    private static int PageSize(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt16BigEndian(file[16..]) is 1 ? 65536 : BinaryPrimitives.ReadUInt16BigEndian(file[16..]);

    private static List<ReadOnlyMemory<byte>> Gaps(ReadOnlyMemory<byte> page, int start, int from, int usable)
    {
        List<ReadOnlyMemory<byte>> gaps = [];
        int content = BinaryPrimitives.ReadUInt16BigEndian(page.Span[(start + 5)..]);
        content = content == 0 ? 65536 : content;
        if (content > from && content <= usable)
        {
            gaps.Add(page[from..content]);
        }

        int block = BinaryPrimitives.ReadUInt16BigEndian(page.Span[(start + 1)..]);
        for (int n = 0; block != 0 && block + 4 <= usable && n < usable; n++)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(page.Span[(block + 2)..]);
            if (block + length > usable || length < 4)
            {
                break;
            }

            gaps.Add(page[(block + 4)..(block + length)]);
            block = BinaryPrimitives.ReadUInt16BigEndian(page.Span[block..]);
        }

        return gaps;
    }

    private static SqlitePiece? Cell(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> page, int at, int type, int usable, int size, Encoding encoding, int number)
    {
        ReadOnlySpan<byte> bytes = page.Span[..usable];
        at += type == InteriorIndex ? 4 : 0;
        if (!Varint(bytes, ref at, out long length) || length is < 1 or > MostBytes)
        {
            return null;
        }

        long rowId = 0;
        if (type == LeafTable && !Varint(bytes, ref at, out rowId))
        {
            return null;
        }

        int most = type == LeafTable ? usable - 35 : ((usable - 12) * 64 / 255) - 23;
        int least = ((usable - 12) * 32 / 255) - 23;
        int spill = least + (int)((length - least) % (usable - 4));
        int local = length <= most ? (int)length : spill <= most ? spill : least;
        if (at + local > usable)
        {
            local = usable - at;
            length = local;
        }

        ReadOnlyMemory<byte> payload = page.Slice(at, local);
        if (length > local && at + local + 4 <= usable)
        {
            payload = Overflow(file, payload, BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + local)..]), (int)length, usable, size);
        }

        List<string> values = type == LeafTable ? [rowId.ToString(CultureInfo.InvariantCulture)] : [];
        List<ReadOnlyMemory<byte>> blobs = [];
        Record(payload, encoding, values, blobs);
        return new SqlitePiece(number, values, blobs, true);
    }

    private static ReadOnlyMemory<byte> Overflow(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> local, uint page, int length, int usable, int size)
    {
        byte[] all = new byte[length];
        local.CopyTo(all);
        int filled = local.Length;
        for (int n = 0; page != 0 && filled < length && (long)page * size <= file.Length && n <= length / (usable - 4); n++)
        {
            ReadOnlySpan<byte> bytes = file.Span.Slice((int)((page - 1) * size), usable);
            int take = Math.Min(usable - 4, length - filled);
            bytes.Slice(4, take).CopyTo(all.AsSpan(filled));
            filled += take;
            page = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        return all.AsMemory(0, filled);
    }

    private static void Record(ReadOnlyMemory<byte> payload, Encoding encoding, List<string> values, List<ReadOnlyMemory<byte>> blobs)
    {
        ReadOnlySpan<byte> bytes = payload.Span;
        int at = 0;
        if (!Varint(bytes, ref at, out long header) || header > bytes.Length)
        {
            return;
        }

        int value = (int)header;
        while (at < header && Varint(bytes[..(int)header], ref at, out long type))
        {
            long wanted = type switch { <= 4 => type, 5 => 6, 6 or 7 => 8, 8 or 9 => 0, < 12 => -1, _ => (type - 12) / 2 };
            if (wanted < 0)
            {
                return;
            }

            int length = (int)Math.Min(wanted, bytes.Length - value);
            if (type is 7 && length == 8)
            {
                values.Add(BinaryPrimitives.ReadDoubleBigEndian(bytes[value..]).ToString("0.################", CultureInfo.InvariantCulture));
            }
            else if (type is >= 1 and <= 6 && length == wanted)
            {
                long whole = (sbyte)bytes[value];
                for (int i = 1; i < length; i++)
                {
                    whole = (whole << 8) | bytes[value + i];
                }

                values.Add(whole.ToString(CultureInfo.InvariantCulture));
            }
            else if (type >= 13 && type % 2 == 1)
            {
                values.Add(encoding.GetString(bytes.Slice(value, length)));
            }
            else if (type >= 12 && length > 0)
            {
                blobs.Add(payload.Slice(value, length));
            }

            value += length;
        }
    }

    private static bool Varint(ReadOnlySpan<byte> bytes, ref int at, out long value)
    {
        value = 0;
        for (int i = 0; i < 9; i++)
        {
            if (at < 0 || at >= bytes.Length)
            {
                return false;
            }

            byte b = bytes[at++];
            if (i == 8)
            {
                value = (value << 8) | b;
                return true;
            }

            value = (value << 7) | (uint)(b & 0x7F);
            if (b < 0x80)
            {
                return true;
            }
        }

        return true;
    }
}
