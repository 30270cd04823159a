using System.IO.Compression;
using HousingInventory.Formats.Archives;

namespace HousingInventory.Formats.Gtfs;

/// <summary>
/// Where the text files of a feed lie: a zip or a folder, in both directly or in one folder inside. Each file that is opened gets a handle of its own, so that
/// several can be read at once.
/// </summary>
internal sealed class GtfsSource
{
    private readonly Func<ZipArchive>? _openZip;
    private readonly Dictionary<string, string> _files;

    private GtfsSource(Func<ZipArchive>? openZip, Dictionary<string, string> files)
    {
        _openZip = openZip;
        _files = files;
    }

    public static GtfsSource Open(string path)
    {
        if (Directory.Exists(path))
        {
            // A limit and a known end: the folder may be any.
            int most = ReadLimits.Current.Files;
            string[] files = [.. Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Take(most + 1)];
            return files.Length <= most
                ? new GtfsSource(null, Choose(files.Select(f => (Name: Path.GetRelativePath(path, f).Replace('\\', '/'), Place: f))))
                : throw new DataFormatException($"The folder holds more than the {most} files that limits.files allows; put the timetable into a folder of its own.");
        }

        return OpenZip(() => ReadableFile.Open(path));
    }

    public static GtfsSource Open(byte[] zip) => OpenZip(() => new MemoryStream(zip, writable: false));

    public bool Has(string file) => _files.ContainsKey(file);

    /// <summary>Opens a file; null when the feed lacks it.</summary>
    public Stream? Find(string file)
    {
        if (!_files.TryGetValue(file, out string? place))
        {
            return null;
        }

        if (_openZip is null)
        {
            return ReadableFile.Open(place);
        }

        ZipArchive zip = _openZip();
        try
        {
            return new EntryStream(zip, ZipReading.Open(zip.Entries.First(e => e.FullName == place)));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    private static GtfsSource OpenZip(Func<Stream> open)
    {
        ZipArchive OpenArchive()
        {
            Stream stream = open();
            Span<byte> start = stackalloc byte[4];
            if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.StartsWith("PK"u8))
            {
                stream.Dispose();
                throw new DataFormatException("The file is no zip archive, or a damaged one; fetch it again.");
            }

            stream.Position = 0;
            return ZipReading.Open(stream);
        }

        using ZipArchive zip = OpenArchive();
        return new GtfsSource(OpenArchive, Choose(zip.Entries.Select(e => (Name: e.FullName.Replace('\\', '/'), Place: e.FullName))));
    }

    /// <summary>The files of the folder that holds the feed: the first in ordinal order, the root before all, that has a routes.txt or trips.txt.</summary>
    private static Dictionary<string, string> Choose(IEnumerable<(string Name, string Place)> files)
    {
        Dictionary<string, string> chosen = new(StringComparer.OrdinalIgnoreCase);
        string? folder = null;
        List<(string Folder, string File, string Place)> all = [];
        foreach ((string name, string place) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            int slash = name.LastIndexOf('/');
            all.Add((name[..(slash + 1)], name[(slash + 1)..], place));
        }

        foreach ((string inFolder, string file, _) in all)
        {
            bool isFeed = file.Equals("routes.txt", StringComparison.OrdinalIgnoreCase) || file.Equals("trips.txt", StringComparison.OrdinalIgnoreCase)
                || file.Equals("stops.txt", StringComparison.OrdinalIgnoreCase);
            if (isFeed && (folder is null || string.CompareOrdinal(inFolder, folder) < 0))
            {
                folder = inFolder;
            }
        }

        foreach ((string inFolder, string file, string place) in all)
        {
            if (inFolder == folder)
            {
                chosen.TryAdd(file, place);
            }
        }

        return chosen;
    }

    /// <summary>A file in a zip that closes the zip with itself.</summary>
    private sealed class EntryStream(ZipArchive zip, Stream entry) : ReadStream
    {
        public override int Read(Span<byte> buffer) => entry.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                entry.Dispose();
                zip.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
