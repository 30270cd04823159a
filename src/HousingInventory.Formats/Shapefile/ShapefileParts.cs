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
        SourceFile.Require(path);
        string name = Path.GetFileNameWithoutExtension(path);
        string[] siblings = Siblings(path, name);
        bool tableOnly = Path.GetExtension(path).Equals(".dbf", StringComparison.OrdinalIgnoreCase);
        string? Side(string ending) => Array.Find(siblings, s => Path.GetExtension(s).Equals(ending, StringComparison.OrdinalIgnoreCase));
        return tableOnly
            ? new ShapefileParts(name, null, null, path, null, Side(".cpg"))
            : new ShapefileParts(name, path, Side(".shx"), Side(".dbf"), Side(".prj"), Side(".cpg"));
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
