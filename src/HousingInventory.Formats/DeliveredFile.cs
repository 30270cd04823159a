using System.IO.Compression;
using HousingInventory.Formats.Archives;

namespace HousingInventory.Formats;

/// <summary>
/// A file as it was delivered: itself, or the one file that a zip holds, unpacked into a private folder that goes when this is disposed. Read-me files,
/// metadata and documents in the zip do not count. A Shapefile counts as one with its side files. Delimited text and workbooks are not unpacked to a disk but read from the archive.
/// </summary>
public sealed class DeliveredFile : IDisposable
{
    /// <summary>File systems take 255 bytes, and a character may be three of them.</summary>
    private const int LongestName = 80;
    private const int LongestStem = 40;

    /// <summary>Longer text is unpacked to a disk where that may be; ten million persons take less.</summary>
    private const long MaxInMemory = 1_900_000_000;

    private static readonly string[] ShapefileEndings = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    private readonly PrivateFolder? folder;

    private DeliveredFile(string path, DataFormat format, PrivateFolder? folder, byte[]? contents = null)
    {
        Path = path;
        Format = format;
        Contents = contents;
        this.folder = folder;
    }

    /// <summary>The unpacked bytes where they are on no disk; then <see cref="Path"/> is the name inside the zip and leads nowhere.</summary>
    internal byte[]? Contents { get; }

    /// <summary>Where the file lies: the path that was given, or the unpacked file. Its name is the one inside the zip.</summary>
    public string Path { get; }

    /// <summary>Never <see cref="DataFormat.Zip"/>.</summary>
    public DataFormat Format { get; }

    /// <summary>Finds the file, and unpacks it when it is in a zip. Timetables, workbooks and several XML files of buildings stay in theirs: their readers want the zip.</summary>
    /// <exception cref="DataFormatException">Missing, a folder, empty; a zip that is damaged or holds several recognised files, or none.</exception>
    /// <param name="path">The file.</param>
    /// <param name="nothingOnDisk">Whether a file that could only be read unpacked is refused: rows on persons are written to no disk.</param>
    public static DeliveredFile Open(string path, bool nothingOnDisk = false)
    {
        DataFormat format = Recognise(path, out List<ZippedFile> inside);
        if (inside.Count != 1)
        {
            return format != DataFormat.Zip ? new DeliveredFile(path, format, null) : throw new DataFormatException(inside.Count == 0
                ? "The zip holds no file that is recognised; unpack it and name the file that is meant."
                : Sentence.Of($"The zip holds {inside.Count} files ({string.Join(", ", inside.Take(10).Select(static f => f.Name))}); unpack it and name the one that is meant."));
        }

        if (inside[0].Format is DataFormat.Csv or DataFormat.Xlsx && InMemory(path, inside[0].Name) is { } contents)
        {
            return new DeliveredFile(inside[0].Name, inside[0].Format, null, contents);
        }

        if (nothingOnDisk)
        {
            throw new DataFormatException(
                $"The zip holds {inside[0].Name}, which can only be read unpacked, and rows on persons are not unpacked to a disk; unpack it where the extract is kept, and name the file in it.");
        }

        PrivateFolder folder = PrivateFolder.Make();
        try
        {
            return new DeliveredFile(Unpack(path, inside[0], folder.Path), format, folder);
        }
        catch (Exception e)
        {
            folder.Dispose();
            throw FileHead.IsArchiveFault(e) ? FileHead.DamagedArchive() : e;
        }
    }

    /// <summary>The format of a file, or of the one that a zip holds.</summary>
    internal static DataFormat Recognise(string path) => Recognise(path, out _);

    public void Dispose() => folder?.Dispose();

    /// <summary>The format, and for a zip that is not a format of its own the recognised files in it.</summary>
    private static DataFormat Recognise(string path, out List<ZippedFile> inside)
    {
        inside = [];
        using FileStream stream = ReadableFile.Open(path);
        DataFormat format = FormatSniffer.Recognise(FileHead.Read(stream));
        if (format != DataFormat.Zip)
        {
            return format;
        }

        stream.Position = 0;
        try
        {
            using ZipArchive archive = ZipReading.Open(stream);
            if (ContainerFormat(archive) is { } container)
            {
                return container;
            }

            inside = Find(archive);
            if (inside.Count == 0 && archive.Entries.Any(static e => HasEnding(e, ".ods")))
            {
                throw OpenDocument();
            }

            if (inside.Count > 1 && inside.TrueForAll(static f => f.Format == DataFormat.BuildingXml))
            {
                inside = [];
                return DataFormat.BuildingXml;
            }

            return inside.Count == 1 ? inside[0].Format : DataFormat.Zip;
        }
        catch (Exception e) when (FileHead.IsArchiveFault(e))
        {
            throw FileHead.DamagedArchive();
        }
    }

    private static DataFormatException OpenDocument() => new("The file is an OpenDocument (.ods and the like, of LibreOffice); save it as .xlsx or CSV.");

    /// <summary>The formats that are zips themselves.</summary>
    private static DataFormat? ContainerFormat(ZipArchive archive)
    {
        HashSet<string> names = new(archive.Entries.Select(static e => e.Name), StringComparer.OrdinalIgnoreCase);
        if (names.Contains("mimetype") && (names.Contains("content.xml") || names.Contains("encrypted-package")))
        {
            throw OpenDocument();
        }

        if (archive.Entries.Any(static e => e.FullName.EndsWith(".iwa", StringComparison.OrdinalIgnoreCase)))
        {
            throw new DataFormatException("The file is a document of Apple Numbers; export it as .xlsx or CSV.");
        }

        return names.Contains("[Content_Types].xml") && names.Contains("workbook.xml") ? DataFormat.Xlsx
            : names.Contains("[Content_Types].xml") && names.Contains("workbook.bin") ? DataFormat.Xlsx
            : names.Contains("stops.txt") && (names.Contains("stop_times.txt") || names.Contains("trips.txt") || names.Contains("routes.txt")) ? DataFormat.Gtfs
            : null;
    }

    /// <summary>The files that count: of data formats, if there are any; else texts; else other XML.</summary>
    private static List<ZippedFile> Find(ZipArchive archive)
    {
        List<ZippedFile> found = [];
        HashSet<string> shapes = new(archive.Entries.Where(static e => HasEnding(e, ".shp")).Select(static e => Stem(e.FullName)), StringComparer.OrdinalIgnoreCase);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.Length == 0 || LastName(entry) is "" or ['.', ..] || entry.FullName.Contains("__MACOSX", StringComparison.Ordinal) || IsSideFile(entry, shapes))
            {
                continue;
            }

            using Stream stream = ZipReading.Open(entry);
            DataFormat format = FormatSniffer.Recognise(FileHead.Read(stream));
            if (format == DataFormat.Zip && HasEnding(entry, ".xlsx"))
            {
                format = DataFormat.Xlsx;
            }

            if (format is not (DataFormat.Other or DataFormat.Zip or DataFormat.Gzip))
            {
                found.Add(new ZippedFile(entry.FullName, format));
            }
        }

        int best = found.Count == 0 ? 0 : found.Max(static f => Rank(f));
        return [.. found.Where(f => Rank(f) == best)];
    }

    private static int Rank(ZippedFile file) => file.Format switch
    {
        DataFormat.Xml or DataFormat.Json => 1,
        DataFormat.Csv => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? 3 : 2,
        _ => 4,
    };

    /// <summary>A .dbf, .shx, .prj or .cpg beside a .shp of its name; the information file of a Navet delivery.</summary>
    private static bool IsSideFile(ZipArchiveEntry entry, HashSet<string> shapes)
    {
        string ending = System.IO.Path.GetExtension(entry.Name).ToLowerInvariant();
        return entry.Name.Equals("INFO.NAV", StringComparison.OrdinalIgnoreCase) || (ending != ".shp" && ShapefileEndings.Contains(ending) && shapes.Contains(Stem(entry.FullName)));
    }

    private static bool IsPart(ZipArchiveEntry entry, string name) => Stem(entry.FullName).Equals(Stem(name), StringComparison.OrdinalIgnoreCase);

    private static string Stem(string name) => System.IO.Path.ChangeExtension(name, null);

    private static bool HasEnding(ZipArchiveEntry entry, string ending) => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string Unpack(string path, ZippedFile file, string folder)
    {
        using ZipArchive archive = ZipReading.Open(ReadableFile.Open(path));
        string target = "";
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            bool isFile = entry.FullName == file.Name;
            bool isSide = file.Format == DataFormat.Shapefile && IsPart(entry, file.Name) && Array.Exists(ShapefileEndings, e => HasEnding(entry, e));
            string to = System.IO.Path.Combine(folder, PlainName(entry));
            if ((isFile || isSide) && !File.Exists(to))
            {
                Copy(entry, to);
                target = isFile ? to : target;
            }
        }

        return target;
    }

    private static byte[]? InMemory(string path, string name)
    {
        try
        {
            using ZipArchive archive = new(ReadableFile.Open(path), ZipArchiveMode.Read);
            ZipArchiveEntry entry = archive.Entries.First(e => e.FullName == name);
            if (entry.Length > MaxInMemory)
            {
                return null;
            }

            byte[] contents = new byte[entry.Length];
            using Stream from = entry.Open();
            from.ReadExactly(contents);
            return from.ReadByte() < 0 ? contents : throw FileHead.DamagedArchive();
        }
        catch (Exception e) when (FileHead.IsArchiveFault(e) || e is EndOfStreamException)
        {
            throw FileHead.DamagedArchive();
        }
    }

    /// <summary>The name without any folder, in the manner of whichever system wrote the zip.</summary>
    private static string LastName(ZipArchiveEntry entry) => entry.FullName[(entry.FullName.LastIndexOfAny(['/', '\\', ':']) + 1)..];

    /// <summary>A name that leads nowhere, without characters that this system's names cannot have.</summary>
    private static string PlainName(ZipArchiveEntry entry)
    {
        char[] forbidden = System.IO.Path.GetInvalidFileNameChars();
        string plain = string.Concat(LastName(entry).Select(c => forbidden.Contains(c) || char.IsControl(c) ? '_' : c)).Trim('.', ' ');
        string ending = System.IO.Path.GetExtension(plain);
        return plain.Length == 0 ? "data" : plain.Length <= LongestName ? plain : plain[..LongestStem] + (ending.Length <= LongestStem ? ending : "");
    }

    private static void Copy(ZipArchiveEntry entry, string to)
    {
        using Stream from = ZipReading.Open(entry);
        try
        {
            using FileStream file = new(to, FileMode.CreateNew, FileAccess.Write);
            from.CopyTo(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PrivateFolder.NoRoom(e);
        }
    }

    private sealed record ZippedFile(string Name, DataFormat Format);
}
