using System.IO.Compression;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>Recognises and opens population extracts in the layouts of the registers themselves. Tables (CSV, XLSX) are not its business.</summary>
public static class PopulationFile
{
    /// <summary>Layout of <see cref="NavetXmlReader"/>.</summary>
    public const string NavetXml = "navet-xml";

    /// <summary>Layout of <see cref="NavetTermCodedReader"/>.</summary>
    public const string NavetTerms = "navet-terms";

    /// <summary>Layout of <see cref="SparReader"/>.</summary>
    public const string SparXml = "spar-xml";

    /// <summary>How much of a file <see cref="Recognise"/> wants to see: web service answers open with thousands of bytes of namespaces.</summary>
    public const int HeadBytes = 16 * 1024;

    private const string NotRecognised =
        "The file is neither Navet XML, a term-coded Navet file nor SPAR XML; name the file as delivered, or give a table and its columns.";

    private static readonly string[] s_sparWords = ["statenspersonadressregister", "AviseringPost", "PersonsokningSvarspost"];

    private static readonly string[] s_navetWords = ["Navetavisering", "PersonpostXMLResponse", "Folkbokforingspost"];

    private static readonly string[] s_termWords = ["#INFO_START", "#DATA_START", "#POST_START", "#MEDIELEV_START"];

    /// <summary>The layout of a file that starts with these bytes, in any encoding; null when it is none of them.</summary>
    public static string? Recognise(ReadOnlySpan<byte> head)
    {
        // Dropping the zero bytes makes UTF-16 readable for this purpose.
        string text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('ï', '»', '¿', 'ÿ', 'þ', ' ', '\t', '\r', '\n');
        return text switch
        {
            ['<', ..] when HasAny(text, s_sparWords) => SparXml,
            ['<', ..] when HasAny(text, s_navetWords) => NavetXml,
            ['#', ..] when HasAny(text, s_termWords) => NavetTerms,
            _ => null,
        };
    }

    /// <summary>Opens a file, or the one such file in a zip archive.</summary>
    /// <exception cref="DataFormatException">None of the layouts, an archive with none or several, or JSON of single persons.</exception>
    public static IPopulationCursor Open(string path)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        try
        {
            byte[] head = Head(file);
            file.Position = 0;
            return head.AsSpan().StartsWith("PK\x03\x04"u8) ? OpenArchive(file) : Create(Layout(head), file, container: null);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static IPopulationCursor OpenArchive(Stream file)
    {
        try
        {
            ZipArchive archive = new(file, ZipArchiveMode.Read);
            ZipArchiveEntry? found = null;
            string? layout = null;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                using Stream probe = entry.Open();
                if (Recognise(Head(probe)) is not string recognised || entry.Name.Equals("INFO.NAV", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (found is not null)
                {
                    throw new DataFormatException("The archive holds several population files; unpack it and name each as a source of its own.");
                }

                (found, layout) = (entry, recognised);
            }

            return found is null
                ? throw new DataFormatException("The archive holds no Navet or SPAR file; name the file as delivered.")
                : Create(layout!, found.Open(), archive);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException)
        {
            throw new DataFormatException("The zip archive is damaged, encrypted or packed in an unusual way; unpack it and name the file in it.");
        }
    }

    private static string Layout(ReadOnlySpan<byte> head)
    {
        if (Recognise(head) is string layout)
        {
            return layout;
        }

        ReadOnlySpan<byte> text = head.TrimStart("\uFEFF \t\r\n"u8);
        throw new DataFormatException(text.StartsWith("{"u8) || text.StartsWith("["u8)
            ? "The file is JSON, a web service's answer about single persons; order a file delivery of the whole municipality from Skatteverket instead."
            : NotRecognised);
    }

    private static IPopulationCursor Create(string layout, Stream stream, IDisposable? container) => layout switch
    {
        NavetXml => new NavetXmlReader(stream, container),
        NavetTerms => new NavetTermCodedReader(stream, container),
        _ => new SparReader(stream, container),
    };

    private static byte[] Head(Stream stream)
    {
        byte[] head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    private static bool HasAny(string text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
