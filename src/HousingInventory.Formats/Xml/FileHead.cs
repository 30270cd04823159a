using System.Text;

namespace HousingInventory.Formats;

/// <summary>What the first bytes of a file tell before anything is parsed.</summary>
internal static class FileHead
{
    /// <summary>Enough for every format here: answers of web services open with thousands of bytes of namespaces.</summary>
    public const int Bytes = 16 * 1024;

    /// <summary>The first bytes of a stream, fewer when it is shorter.</summary>
    public static byte[] Read(Stream stream)
    {
        byte[] head = new byte[Bytes];
        return head[..stream.ReadAtLeast(head, Bytes, throwOnEndOfStream: false)];
    }

    /// <summary>
    /// The bytes as text for looking up ASCII words, whatever the encoding: byte order mark and leading blanks are gone, and so are zero bytes, which makes
    /// UTF-16 readable.
    /// </summary>
    public static string Text(ReadOnlySpan<byte> head)
        => Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('ï', '»', '¿', 'ÿ', 'þ', ' ', '\t', '\r', '\n');

    /// <summary>True when one of the words stands in the text, in any case.</summary>
    public static bool HasAny(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for a zip archive.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    /// <summary>True for what <see cref="System.IO.Compression.ZipArchive"/> throws at an archive that it cannot read.</summary>
    public static bool IsArchiveFault(Exception e) => e is InvalidDataException or NotSupportedException or ArgumentException;

    /// <summary>The refusal of such an archive.</summary>
    public static DataFormatException DamagedArchive()
        => new("The zip archive is damaged, encrypted or packed in an unusual way; fetch it again, or unpack it and name the file in it.");
}
