using System.Buffers.Binary;
using System.Text;

namespace HousingInventory.Tests.Formats;

/// <summary>Shapefiles written by hand, by the letter of the format unless told otherwise.</summary>
internal sealed class ShapefileBytes(int type)
{
    private readonly List<byte[]> _records = [];

    /// <summary>A record of the file's own type, or of another.</summary>
    public ShapefileBytes Add(params byte[] content)
    {
        _records.Add(content);
        return this;
    }

    public ShapefileBytes AddNull() => Add(0, 0, 0, 0);

    public ShapefileBytes AddPoint(double x, double y, params double[] zm) => Add([.. Int(type), .. Double(x), .. Double(y), .. zm.SelectMany(Double)]);

    public ShapefileBytes AddMultiPoint(params double[] xy) => Add([.. Int(type), .. Box(), .. Int(xy.Length / 2), .. xy.SelectMany(Double)]);

    /// <summary>Lines or rings; <paramref name="tail"/> stands for Z and M behind the points.</summary>
    public ShapefileBytes AddParts(double[][] parts, int tail = 0)
    {
        List<int> starts = [0];
        foreach (double[] part in parts)
        {
            starts.Add(starts[^1] + (part.Length / 2));
        }

        return Add([.. Int(type), .. Box(), .. Int(parts.Length), .. Int(starts[^1]), .. starts.SkipLast(1).SelectMany(Int), .. parts.SelectMany(p => p).SelectMany(Double), .. new byte[tail]]);
    }

    public byte[] Shp()
    {
        byte[] body = [.. _records.SelectMany((r, i) => (byte[])[.. BigInt(i + 1), .. BigInt(r.Length / 2), .. r])];
        return [.. Header(100 + body.Length), .. body];
    }

    public byte[] Shx()
    {
        int offset = 100;
        List<byte> body = [];
        foreach (byte[] record in _records)
        {
            body.AddRange([.. BigInt(offset / 2), .. BigInt(record.Length / 2)]);
            offset += 8 + record.Length;
        }

        return [.. Header(100 + body.Count), .. body];
    }

    /// <summary>
    /// A table of fields such as "NAME C 10" or "AREA N 8 2" and records, whose first sign is a blank or an asterisk and whose values stand one after the other.
    /// </summary>
    public static byte[] Dbf(string fields, string[] records, Encoding? encoding = null, byte language = 0, int? count = null, (byte Year, byte Month, byte Day)? changed = null)
    {
        Encoding text = encoding ?? Encoding.Latin1;
        string[][] list = [.. fields.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => f.Split(' '))];
        int length = 1 + list.Sum(f => int.Parse(f[2], System.Globalization.CultureInfo.InvariantCulture));
        byte[] header = new byte[32 + (32 * list.Length) + 1];
        header[0] = 3;
        (header[1], header[2], header[3]) = changed ?? (126, 11, 2);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), count ?? records.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(8), (short)header.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(10), (short)length);
        header[29] = language;
        for (int i = 0; i < list.Length; i++)
        {
            Span<byte> field = header.AsSpan(32 + (32 * i), 32);
            text.GetBytes(list[i][0], field);
            field[11] = (byte)list[i][1][0];
            field[16] = byte.Parse(list[i][2], System.Globalization.CultureInfo.InvariantCulture);
            field[17] = list[i].Length > 3 ? byte.Parse(list[i][3], System.Globalization.CultureInfo.InvariantCulture) : (byte)0;
        }

        header[^1] = 0x0D;
        return [.. header, .. records.SelectMany(r => Fit(text.GetBytes(r), length)), 0x1A];
    }

    public static byte[] Int(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] Double(double value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Fit(byte[] record, int length) => [.. record.Take(length), .. Enumerable.Repeat((byte)' ', Math.Max(0, length - record.Length))];

    private static byte[] BigInt(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Box() => new byte[32];

    private byte[] Header(int length) => [.. BigInt(9994), .. new byte[20], .. BigInt(length / 2), .. Int(1000), .. Int(type), .. new byte[64]];
}
