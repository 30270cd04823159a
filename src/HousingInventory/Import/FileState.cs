using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HousingInventory.Import;

/// <summary>
/// What a source was at one moment: taken before and after it is read, it tells whether what was read is what the manifest vouches for. Equal when nothing that
/// belongs to the source has changed.
/// </summary>
/// <param name="Sha256">
/// Of a file's bytes; of an unpacked timetable, of the lines that sha256sum prints of its texts in the order of their names.
/// </param>
/// <param name="Stamps">Lengths and times of the file and of those that are read with it: the parts of a Shapefile, the journals of a GeoPackage.</param>
internal sealed record FileState(string Sha256, string Stamps)
{
    private static readonly string[] PartEndings = [".shx", ".dbf", ".prj", ".cpg"];
    private static readonly string[] Journals = ["-wal", "-journal"];

    public static FileState Of(string path)
    {
        if (!Directory.Exists(path))
        {
            IEnumerable<string> parts = Path.GetExtension(path).Equals(".shp", StringComparison.OrdinalIgnoreCase) ? PartEndings.Select(e => Path.ChangeExtension(path, e)) : [];
            return new FileState(Hash(path), string.Concat(((string[])[path, .. parts, .. Journals.Select(e => path + e)]).Select(Stamp)));
        }

        (string Name, string File)[] texts = [.. Directory.EnumerateFiles(path, "*.txt", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(f => (Name: Path.GetRelativePath(path, f).Replace('\\', '/'), File: f))
            .OrderBy(f => f.Name, StringComparer.Ordinal)];
        return new FileState(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts.Select(t => $"{Hash(t.File)}  {t.Name}\n"))))),
            string.Concat(texts.Select(t => Stamp(t.File))));
    }

    private static string Stamp(string path) => new FileInfo(path) is { Exists: true } file
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks};") : ";";

    private static string Hash(string path)
    {
        // A pipe or device among the texts of a timetable has no length, and might never end; its reader refuses it.
        if (new FileInfo(path).Length == 0)
        {
            return Convert.ToHexStringLower(SHA256.HashData([]));
        }

        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
