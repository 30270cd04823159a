using System.IO.Compression;
using HousingInventory.Formats.Archives;

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

    private const string NotRecognised =
        "The file is neither Navet XML, a term-coded Navet file nor SPAR XML; name the file as delivered, or give a table and its columns.";

    /// <summary>XML of Excel and of LibreOffice, and the link that stands for a sheet on the web.</summary>
    private static readonly string[] s_sheetWords = ["urn:schemas-microsoft-com:office", "urn:oasis:names:tc:opendocument", "docs.google.com"];

    private static readonly string[] s_sparWords = ["statenspersonadressregister", "AviseringPost", "PersonsokningSvarspost"];

    private static readonly string[] s_navetWords = ["Navetavisering", "PersonpostXMLResponse", "Folkbokforingspost"];

    private static readonly string[] s_termWords = ["#INFO_START", "#DATA_START", "#POST_START", "#MEDIELEV_START"];

    /// <summary>The layout of a file that starts with these bytes (16 KiB are enough), in any encoding; null when it is none of them.</summary>
    public static string? Recognise(ReadOnlySpan<byte> head)
    {
        string text = FileHead.Text(head);
        return text switch
        {
            ['<', ..] when FileHead.HasAny(text, s_sparWords) => SparXml,
            ['<', ..] when FileHead.HasAny(text, s_navetWords) => NavetXml,
            ['#', ..] when FileHead.HasAny(text, s_termWords) => NavetTerms,
            _ => null,
        };
    }

    /// <summary>Opens a file, or the one such file in a zip archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layout">One of the layouts of this class when the user says it, which is then not recognised; null to recognise it.</param>
    /// <exception cref="DataFormatException">None of the layouts, or another than was said; an archive with none or several; or JSON of single persons.</exception>
    public static IPopulationCursor Open(string path, string? layout = null)
    {
        FileStream file = ReadableFile.Open(path);
        try
        {
            byte[] head = FileHead.Read(file);
            file.Position = 0;
            return FileHead.IsZip(head) ? OpenArchive(file, layout) : Create(Layout(head, layout), file, container: null);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static IPopulationCursor OpenArchive(Stream file, string? said)
    {
        try
        {
            ZipArchive archive = ZipReading.Open(file);
            ZipArchiveEntry? found = null;
            string? layout = null;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                using Stream probe = ZipReading.Open(entry);
                if (Recognise(FileHead.Read(probe)) is not string recognised || entry.Name.Equals("INFO.NAV", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (found is not null)
                {
                    throw new DataFormatException("The archive holds several population files; pack each in a zip of its own and name each as a source of its own.");
                }

                (found, layout) = (entry, recognised);
            }

            return found is null
                ? throw new DataFormatException("The archive holds no Navet or SPAR file; name the file as delivered.")
                : Create(Agreed(layout!, said), ZipReading.Open(found), archive);
        }
        catch (Exception e) when (FileHead.IsArchiveFault(e))
        {
            throw FileHead.DamagedArchive();
        }
    }

    private static string Layout(ReadOnlySpan<byte> head, string? said)
    {
        if (Recognise(head) is string layout)
        {
            return Agreed(layout, said);
        }

        // A beginning that tells nothing is judged by the reader that was asked for: XML by those of XML, other text by that of terms.
        if (said is not null && (FileHead.Text(head) is ['<', ..]) == (said != NavetTerms))
        {
            return said;
        }

        string text = FileHead.Text(head);
        bool isSheet = text.StartsWith("{\\rtf", StringComparison.Ordinal) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase) || FileHead.HasAny(text, s_sheetWords);
        throw new DataFormatException(isSheet ? "The file is a table in the form of another program (a web page, XML or a link of a spreadsheet, whatever its name ends in); open it there and save it as .xlsx or CSV."
            : text is ['{' or '[', ..] ? "The file is JSON, a web service's answer about single persons; order a file delivery of the whole municipality from Skatteverket instead."
            : NotRecognised);
    }

    private static string Agreed(string layout, string? said) => said is null || said == layout
        ? layout
        : throw new DataFormatException($"The file is of the layout '{layout}', not '{said}'; leave \"layout\" out, or name the right file.");

    private static IPopulationCursor Create(string layout, Stream stream, IDisposable? container) => layout switch
    {
        NavetXml => new NavetXmlReader(stream, container),
        NavetTerms => new NavetTermCodedReader(stream, container),
        _ => new SparReader(stream, container),
    };
}
