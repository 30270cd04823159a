using System.IO.Compression;
using HousingInventory.Formats.Archives;

namespace HousingInventory.Formats;

/// <summary>
/// Buildings with their links from Lantmäteriet's XML products: Byggnad Direkt, Fastighetsinformation Nedladdning (part address and building) and Lägenhet
/// Nedladdning, as XML or as the zip in which byggnad_1.xml and its followers are delivered. Names are compared without namespace, case or diacritics.
/// </summary>
/// <remarks>A building that is delivered in several places comes several times; records of one <see cref="BuildingXmlRecord.Id"/> belong together.</remarks>
public sealed class BuildingXmlReader : IDisposable
{
    private static readonly string[] s_words = ["ByggnadMember", "ByggnadResponse", "<Byggnad", ":Byggnad"];

    private readonly IDisposable? _container;
    private readonly Queue<ZipArchiveEntry> _rest;
    private RecordXmlReader _xml;
    private BuildingXmlWalker _walker;
    private bool _recognised;

    /// <summary>Reads one XML document and takes the stream over.</summary>
    public BuildingXmlReader(Stream stream)
        : this(stream, null, new Queue<ZipArchiveEntry>())
    {
    }

    private BuildingXmlReader(Stream stream, IDisposable? container, Queue<ZipArchiveEntry> rest)
    {
        _xml = new RecordXmlReader(stream);
        _walker = new BuildingXmlWalker(_xml);
        _container = container;
        _rest = rest;
    }

    /// <summary>The current building.</summary>
    public BuildingXmlRecord Current { get; private set; } = new();

    /// <summary>1-based number of the current building, over all documents of an archive.</summary>
    public long Row { get; private set; }

    /// <summary>Why the current building cannot be used, as an English clause without any of its values; null when it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>The system of the current building's geometry; null when none has been named yet in its document or the table does not have it.</summary>
    public Crs? Crs => _walker.Crs;

    /// <summary>What the file writes for its system, for messages.</summary>
    public string? CrsText => _walker.CrsText;

    /// <summary>True when a file that starts with these bytes looks like XML of buildings. The first 16 KiB are enough.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head)
    {
        string text = FileHead.Text(head);
        return text is ['<', ..] && FileHead.HasAny(text, s_words);
    }

    /// <summary>Opens an XML file, or a zip: of its XML files those whose names start with "byggnad", else all, in ordinal order of name.</summary>
    /// <exception cref="DataFormatException">The zip is damaged or holds no XML.</exception>
    public static BuildingXmlReader Open(string path)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        try
        {
            bool isZip = FileHead.IsZip(FileHead.Read(file));
            file.Position = 0;
            return isZip ? OpenArchive(file) : new BuildingXmlReader(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Steps to the next building; false at the end.</summary>
    /// <exception cref="DataFormatException">The XML is cut off or malformed, or nothing in it is a building.</exception>
    public bool Read()
    {
        do
        {
            while (_xml.Read())
            {
                if (!_xml.IsElement)
                {
                    continue;
                }

                if (_xml.Name == "byggnad")
                {
                    _recognised = true;
                    Row++;
                    Current = _walker.Read();
                    Fault = Current.Id is null ? "has no objektidentitet" : null;
                    return true;
                }

                _recognised |= _xml.Depth == 0 && _xml.Name.Contains("byggnad", StringComparison.Ordinal);
            }
        }
        while (NextDocument());

        return _recognised ? false : throw new DataFormatException(
            "The XML holds no Byggnad element; name a delivery of Byggnad Direkt, Fastighetsinformation (address and building) or Lägenhet from Lantmäteriet.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.Dispose();
        _container?.Dispose();
    }

    private static BuildingXmlReader OpenArchive(Stream file)
    {
        try
        {
            ZipArchive archive = ZipReading.Open(file);
            List<ZipArchiveEntry> documents = [.. archive.Entries
                .Where(static entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .OrderBy(static entry => entry.FullName, StringComparer.Ordinal)];
            if (documents.Exists(IsBuildings))
            {
                documents.RemoveAll(static entry => !IsBuildings(entry));
            }

            Queue<ZipArchiveEntry> rest = new(documents);
            return rest.TryDequeue(out ZipArchiveEntry? first)
                ? new BuildingXmlReader(ZipReading.Open(first), archive, rest)
                : throw new DataFormatException("The archive holds no XML; name the delivery with byggnad_1.xml.");
        }
        catch (Exception e) when (FileHead.IsArchiveFault(e))
        {
            throw FileHead.DamagedArchive();
        }
    }

    private static bool IsBuildings(ZipArchiveEntry entry) => entry.Name.StartsWith("byggnad", StringComparison.OrdinalIgnoreCase);

    private bool NextDocument()
    {
        if (!_rest.TryDequeue(out ZipArchiveEntry? next))
        {
            return false;
        }

        _xml.Dispose();
        try
        {
            _xml = new RecordXmlReader(ZipReading.Open(next));
        }
        catch (Exception e) when (FileHead.IsArchiveFault(e))
        {
            throw FileHead.DamagedArchive();
        }

        _walker = new BuildingXmlWalker(_xml);
        return true;
    }
}
