namespace HousingInventory.Export;

/// <summary>
/// The folders within the results: that of the pages of villages, and one for each municipality of a run that is split, which may have villages in turn. They come and go
/// with what lies in them, and are flushed with it.
/// </summary>
internal static class InnerFolders
{
    /// <summary>For the pages of villages.</summary>
    public const string Villages = "villages";

    /// <summary>For the folders of municipalities, each called by its code.</summary>
    public const string Municipalities = "municipalities";

    /// <summary>Those that are there, as names with slashes, a folder before what lies in it. A link to elsewhere is none.</summary>
    public static IEnumerable<string> In(string folder)
    {
        if (IsThere(folder, Villages))
        {
            yield return Villages;
        }

        if (!IsThere(folder, Municipalities))
        {
            yield break;
        }

        yield return Municipalities;
        foreach (string code in Directory.EnumerateDirectories(Path.Combine(folder, Municipalities)).Select(static d => Path.GetFileName(d)).Where(IsCode).Order(StringComparer.Ordinal))
        {
            string name = $"{Municipalities}/{code}";
            if (IsThere(folder, name))
            {
                yield return name;
                if (IsThere(folder, $"{name}/{Villages}"))
                {
                    yield return $"{name}/{Villages}";
                }
            }
        }
    }

    /// <summary>The folder of a municipality as part of a name; null for a name that does not lie in one.</summary>
    public static string? OfMunicipality(string name)
    {
        int start = Municipalities.Length + 1;
        return name.Length > start + 5 && name.StartsWith(Municipalities + "/", StringComparison.OrdinalIgnoreCase) && IsCode(name[start..(start + 4)]) && name[start + 4] == '/'
            ? name[..(start + 5)] : null;
    }

    /// <summary>Moves a result from one folder to another, into the folder within it that its name says.</summary>
    public static void Move(string from, string to, string name)
    {
        string target = Path.Combine(to, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(Path.Combine(from, name), target, overwrite: true);
    }

    /// <summary>Sees that the names in them are on the disk.</summary>
    public static void Flush(string folder)
    {
        foreach (string inner in In(folder).Reverse())
        {
            DurableFolder.Flush(Path.Combine(folder, inner));
        }
    }

    /// <summary>Takes away those in which nothing is left.</summary>
    public static void RemoveIfEmpty(string folder)
    {
        foreach (string inner in In(folder).Reverse().Select(i => Path.Combine(folder, i)).Where(static i => !Directory.EnumerateFileSystemEntries(i).Any()))
        {
            Directory.Delete(inner);
        }
    }

    private static bool IsCode(string name) => name.Length == 4 && name.All(char.IsAsciiDigit);

    private static bool IsThere(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null;
    }
}
