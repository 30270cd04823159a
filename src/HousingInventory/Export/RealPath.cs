namespace HousingInventory.Export;

/// <summary>Where a path leads once every link on the way is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The absolute path without links and without a separator at its end; what does not exist stays as written.</summary>
    public static string Of(string path) => Of(path, MostLinks);

    /// <summary>Whether one is the other or lies in it. On Windows and macOS names are compared without case.</summary>
    public static bool IsWithin(string path, string folder) => path.Equals(folder, Comparison)
        || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, Comparison);

    /// <summary>Whether they are the same.</summary>
    public static bool AreSame(string path, string other) => path.Equals(other, Comparison);

    private static StringComparison Comparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static string Of(string path, int linksLeft)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string real = Path.GetPathRoot(full) ?? "";
        foreach (string part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, part);
            real = linksLeft > 0 && new FileInfo(next).LinkTarget is { } target ? Of(Path.Combine(real, target), linksLeft - 1) : next;
        }

        return real;
    }
}
