using System.Buffers.Binary;

namespace HousingInventory.Formats;

/// <summary>The files that make up a Shapefile; null where there is none.</summary>
/// <param name="Name">The common name without ending.</param>
internal sealed record ShapefileParts(string Name, string? Shp, string? Shx, string? Dbf, string? Prj, string? Cpg)
{
    /// <summary>The longest side file of text that is believed.</summary>
    private const int MaxTextLength = 1 << 16;

    /// <summary>
    /// Finds the files beside one that was named. On file systems that tell the case of letters apart, names from others do not agree in it:
    /// the exact spelling goes first, then the first one in ordinal order.
    /// </summary>
    public static ShapefileParts Find(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        bool hasShapes = HasEnding(path, ".shp") || HasShapes(path);
        string[] siblings = Siblings(path, name);
        string? Side(string ending) => Array.Find(siblings, s => HasEnding(s, ending));
        if (!hasShapes)
        {
            return new ShapefileParts(name, null, null, path, null, Side(".cpg"));
        }

        string shp = !HasEnding(path, ".shx") ? path : Side(".shp") ?? throw new DataFormatException("The file is the index of a Shapefile without the .shp beside it; fetch them all.");
        return new ShapefileParts(name, shp, Side(".shx"), Side(".dbf"), Side(".prj"), Side(".cpg"));
    }

    /// <summary>The text of a side file; null when it is missing or cannot be read.</summary>
    public static string? TextOf(string? path)
    {
        try
        {
            if (path is null || new FileInfo(path).Length > MaxTextLength)
            {
                return null;
            }

            string text = File.ReadAllText(path).Trim().Trim('\0').Trim();
            return text.Length == 0 ? null : text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool HasEnding(string path, string ending) => Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the file begins as .shp and .shx do; a table may have any ending.</summary>
    private static bool HasShapes(string path)
    {
        using FileStream file = ReadableFile.Open(path);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && BinaryPrimitives.ReadInt32BigEndian(start) == ShapeFile.FileCode;
    }

    private static string[] Siblings(string path, string name)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string[] found = [.. Directory.EnumerateFiles(folder).Where(f => Path.GetFileNameWithoutExtension(f).Equals(name, StringComparison.OrdinalIgnoreCase))];
        Array.Sort(found, (a, b) =>
        {
            int exactFirst = Path.GetFileNameWithoutExtension(b).Equals(name, StringComparison.Ordinal)
                .CompareTo(Path.GetFileNameWithoutExtension(a).Equals(name, StringComparison.Ordinal));
            return exactFirst != 0 ? exactFirst : string.CompareOrdinal(a, b);
        });
        return found;
    }
}
