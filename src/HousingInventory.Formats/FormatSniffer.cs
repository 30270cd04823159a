using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>Recognises a format by the first bytes of a file.</summary>
internal static class FormatSniffer
{
    private static readonly string[] GeoJsonWords =
        ["\"FeatureCollection\"", "\"Feature\"", "\"features\"", "\"coordinates\"", "\"geometries\""];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" />\t\r\n");

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The format of a file with this head of up to <see cref="FileHead.Bytes"/>. A zip is <see cref="DataFormat.Zip"/>, whatever is in it.</summary>
    public static DataFormat Recognise(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("SQLite format 3\0"u8))
        {
            return DataFormat.GeoPackage;
        }

        if (FileHead.IsZip(head) || head.StartsWith("PK\x05\x06"u8))
        {
            return DataFormat.Zip;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]))
        {
            return DataFormat.Gzip;
        }

        if (head.StartsWith(CompoundFile))
        {
            return DataFormat.Xlsx;
        }

        if (head.Length >= 100 && BinaryPrimitives.ReadInt32BigEndian(head) == 9994)
        {
            return DataFormat.Shapefile;
        }

        if (head.Length > 15 && head[4] == 0x0A && head[6..].StartsWith("OSMHeader"u8))
        {
            return DataFormat.OsmPbf;
        }

        return IsDbf(head) ? DataFormat.Dbf : IsText(head) ? RecogniseText(head) : DataFormat.Other;
    }

    /// <summary>Name without prefix of the root element of XML that begins like this; null when it is no XML or the element does not begin here.</summary>
    public static string? XmlRoot(ReadOnlySpan<byte> head)
    {
        string text = FileHead.Text(head);
        int at = text is ['<', ..] ? 0 : -1;
        while (at >= 0 && at + 1 < text.Length && text[at + 1] is '?' or '!')
        {
            // A comment or instruction may hold ">"; a document type with declarations of its own is never part of a delivery.
            string end = text.AsSpan(at).StartsWith("<!--") ? "-->" : text[at + 1] == '?' ? "?>" : ">";
            int last = text.IndexOf(end, at, StringComparison.Ordinal);
            at = last < 0 ? -1 : text.IndexOf('<', last + end.Length);
        }

        if (at < 0)
        {
            return null;
        }

        int stop = text.AsSpan(at + 1).IndexOfAny(NameEnds);
        string name = stop < 0 ? "" : text.Substring(at + 1, stop);
        return name.Length == 0 ? null : name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private static DataFormat RecogniseText(ReadOnlySpan<byte> head)
    {
        string text = FileHead.Text(head);
        if (PopulationFile.Recognise(head) is not null)
        {
            return DataFormat.Population;
        }

        return text switch
        {
            ['<', ..] when XmlRoot(head) is "osm" or "osmChange" => DataFormat.OsmXml,
            ['<', ..] when BuildingXmlReader.Recognise(head) => DataFormat.BuildingXml,
            ['<', ..] => DataFormat.Xml,
            ['{' or '\u001E', ..] when FileHead.HasAny(text, GeoJsonWords) => DataFormat.GeoJson,
            ['{', ..] or ['[', '{' or '[' or '"' or ']' or ' ' or '\r' or '\n', ..] => DataFormat.Json,
            _ => DataFormat.Csv,
        };
    }

    /// <summary>Version byte, a day of last change, and lengths that make sense.</summary>
    private static bool IsDbf(ReadOnlySpan<byte> head) =>
        head.Length > 64 && head[0] is 0x02 or 0x03 or 0x04 or 0x05 or 0x30 or 0x31 or 0x32 or 0x43 or 0x63 or 0x83 or 0x8B or 0x8E or 0xCB or 0xF5 or 0xFB
        && head[2] <= 12 && head[3] <= 31 && BinaryPrimitives.ReadUInt16LittleEndian(head[8..]) >= 33 && BinaryPrimitives.ReadUInt16LittleEndian(head[10..]) >= 1;

    /// <summary>No control characters other than those of text; UTF-16 is known by its mark or by its zeros.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return true;
        }

        int zeros = head.Count((byte)0), controls = 0;
        foreach (byte b in head)
        {
            controls += b is > 0 and < 32 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A or 0x1E) ? 1 : 0;
        }

        bool isUtf16 = zeros > head.Length / 3 && zeros <= (head.Length + 1) / 2;
        return controls == 0 && (zeros == 0 || isUtf16) && !head.StartsWith("%PDF"u8);
    }
}
