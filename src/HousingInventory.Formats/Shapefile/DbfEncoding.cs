using System.Globalization;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>How the text of a dBASE table is encoded.</summary>
internal static class DbfEncoding
{
    /// <summary>"Windows ANSI": what programs write that do not know better.</summary>
    private const byte Ansi = 0x57;

    /// <summary>
    /// The first of these that says something: the user, the .cpg file, the language byte of the header, the content (UTF-8 when it is that and not plain
    /// ASCII, else what its Swedish letters tell), Windows-1252.
    /// </summary>
    public static (Encoding Encoding, string Label) Choose(ShapefileParts parts, string? stated, byte language, Stream dbf, long dataStart)
    {
        if (stated is not null)
        {
            return Labelled(TextEncodings.Find(stated) ?? throw new DataFormatException($"The encoding '{stated}' is not known; write utf-8 or windows-1252."));
        }

        if (ShapefileParts.TextOf(parts.Cpg) is { } cpg && Named(cpg) is { } named)
        {
            return Labelled(named);
        }

        int codePage = language == Ansi ? 0 : CodePageOf(language);
        if (codePage != 0)
        {
            return Labelled(TextEncodings.CodePage(codePage));
        }

        dbf.Position = Math.Min(dataStart, dbf.Length);
        TextEncoding content = TextEncodings.RecogniseRest(dbf);
        return (content.Encoding, content.Label);
    }

    private static (Encoding Encoding, string Label) Labelled(Encoding encoding) =>
        (encoding, encoding.CodePage == Encoding.UTF8.CodePage ? "UTF-8" : encoding.CodePage == 1252 ? "Windows-1252" : encoding.WebName);

    /// <summary>A .cpg holds the name of an encoding, or "LDID/" and a language byte.</summary>
    private static Encoding? Named(string cpg) =>
        cpg.StartsWith("LDID/", StringComparison.OrdinalIgnoreCase) && byte.TryParse(cpg.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out byte language)
            ? CodePageOf(language) is int page and > 0 ? TextEncodings.CodePage(page) : null
            : TextEncodings.Find(cpg);

    /// <summary>The code page of a language driver id; 0 when it is unknown. Source: the table in the dBASE and ArcPad documentation.</summary>
    private static int CodePageOf(byte language) => language switch
    {
        0x01 or 0x09 or 0x0B or 0x0D or 0x0F or 0x11 or 0x15 or 0x18 or 0x19 or 0x1B => 437,
        0x02 or 0x0A or 0x0E or 0x10 or 0x12 or 0x14 or 0x16 or 0x1A or 0x1D or 0x25 or 0x37 => 850,
        0x03 or Ansi or 0x58 or 0x59 => 1252,
        0x04 => 10000,
        0x08 or 0x17 or 0x66 => 865,
        0x13 or 0x7B => 932,
        0x1C or 0x6C => 863,
        0x1F or 0x22 or 0x23 or 0x40 or 0x64 or 0x87 => 852,
        0x24 => 860,
        0x26 or 0x65 => 866,
        0x4D or 0x7A => 936,
        0x4E or 0x79 => 949,
        0x4F or 0x78 => 950,
        0x50 or 0x7C => 874,
        0x67 => 861,
        0x6A or 0x86 => 737,
        0x6B or 0x88 => 857,
        0xC8 => 1250,
        0xC9 => 1251,
        0xCA => 1254,
        0xCB => 1253,
        0xCC => 1257,
        _ => 0,
    };
}
