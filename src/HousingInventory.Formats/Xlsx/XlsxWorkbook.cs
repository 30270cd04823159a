using System.Globalization;
using System.IO.Compression;
using HousingInventory.Formats.Archives;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>A worksheet of a workbook.</summary>
/// <param name="Part">Path of its XML inside the package.</param>
internal sealed record XlsxSheet(string Name, bool Hidden, string Part);

/// <summary>
/// The package around the sheets (ECMA-376): the zip, the relations between its parts, shared strings and number formats. Element names are compared without
/// namespace, so that the strict variant of the standard reads as well. What may be inflated is bounded, against zip bombs.
/// </summary>
internal sealed class XlsxWorkbook : IDisposable
{
    /// <summary>Real sheets shrink to between a fifth and a thirtieth.</summary>
    private const long MaxInflation = 100;

    private const long AlwaysAllowedBytes = 1L << 26;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly List<XlsxSheet> _sheets = [];
    private readonly long _allowedBytes;

    /// <summary>Takes over the stream, which must be able to seek; it is closed if this throws.</summary>
    public XlsxWorkbook(Stream stream)
    {
        ZipArchive? zip = null;
        try
        {
            RefuseOldFormat(stream);
            zip = XlsxDamage.Guard(() => ZipReading.Open(stream), "The file is not an Excel workbook; save it as .xlsx or CSV.");
            _zip = zip;
            _allowedBytes = Math.Max(AlwaysAllowedBytes, MaxInflation * stream.Length);
            XlsxDamage.Guard(ReadPackage);
        }
        catch
        {
            zip?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    public IReadOnlyList<XlsxSheet> Sheets => _sheets;

    /// <summary>True when day 0 is 1904-01-01, as in old workbooks from the Macintosh.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>The texts that cells refer to by index.</summary>
    public IReadOnlyList<string> SharedStrings { get; private set; } = [];

    /// <summary>For each cell style, whether its numbers are days.</summary>
    public IReadOnlyList<bool> DateStyles { get; private set; } = [];

    /// <summary>The day on which the workbook was last saved, as it says itself.</summary>
    public DateOnly? LastChange { get; private set; }

    /// <summary>A reader over the XML of a part; null when the package lacks it.</summary>
    public XmlReader? OpenPart(string part)
    {
        if (!_entries.TryGetValue(part, out ZipArchiveEntry? entry))
        {
            return null;
        }

        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return XmlReader.Create(new BoundedStream(ZipReading.Open(entry), _allowedBytes), settings);
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>.xls and workbooks with a password are compound files, not zips.</summary>
    private static void RefuseOldFormat(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        stream.Position = 0;
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (start[..length].SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw new DataFormatException("The workbook is protected by a password or in the old .xls format; save it as .xlsx without a password, or as CSV.");
        }
    }

    private void ReadPackage()
    {
        foreach (ZipArchiveEntry entry in _zip.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        if (_entries.ContainsKey("xl/workbook.bin"))
        {
            throw new DataFormatException("The workbook is in the binary form (.xlsb); save it as .xlsx or CSV.");
        }

        string workbook = Relations("").Values.FirstOrDefault(r => r.Type == "officeDocument").Part ?? "xl/workbook.xml";
        Dictionary<string, (string Type, string Part)> relations = Relations(workbook);
        ReadSheets(workbook, relations);
        foreach ((string type, string part) in relations.Values)
        {
            _parts.TryAdd(type, part);
        }

        SharedStrings = _parts.TryGetValue("sharedStrings", out string? strings) ? XlsxStrings.Read(OpenPart(strings)) : [];
        DateStyles = _parts.TryGetValue("styles", out string? styles) ? XlsxStyles.Read(OpenPart(styles)) : [];
        LastChange = ReadLastChange();
    }

    /// <summary>The relations of a part, by id: the last word of the type and the path of the target. External targets are left out.</summary>
    private Dictionary<string, (string Type, string Part)> Relations(string part)
    {
        Dictionary<string, (string Type, string Part)> relations = new(StringComparer.Ordinal);
        int slash = part.LastIndexOf('/');
        string folder = part[..(slash + 1)];
        using XmlReader? xml = OpenPart($"{folder}_rels/{part[(slash + 1)..]}.rels");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External")
            {
                continue;
            }

            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                relations.TryAdd(id, (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        string path = Uri.UnescapeDataString(target.Replace('\\', '/'));
        List<string> steps = [];
        foreach (string step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not "." and not "..")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private void ReadSheets(string workbook, Dictionary<string, (string Type, string Part)> relations)
    {
        using XmlReader xml = OpenPart(workbook) ?? throw new DataFormatException("The file is a zip but not an Excel workbook; save it as .xlsx or CSV.");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                Is1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && RelationId(xml) is { } id && relations.TryGetValue(id, out (string Type, string Part) target) && target.Type == "worksheet")
            {
                bool hidden = xml.GetAttribute("state") is "hidden" or "veryHidden";
                _sheets.Add(new XlsxSheet(xml.GetAttribute("name") ?? "", hidden, target.Part));
            }
        }
    }

    /// <summary>The attribute r:id, whatever its prefix; the plain sheetId is another thing.</summary>
    private static string? RelationId(XmlReader xml)
    {
        string? id = null;
        for (bool more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.Prefix.Length > 0)
            {
                id = xml.Value;
            }
        }

        xml.MoveToElement();
        return id;
    }

    private DateOnly? ReadLastChange()
    {
        using XmlReader? xml = OpenPart("docProps/core.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "modified" && xml.Read() && xml.Value is { Length: >= 10 } text)
            {
                return DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
            }
        }

        return null;
    }
}
