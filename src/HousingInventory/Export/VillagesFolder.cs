namespace HousingInventory.Export;

/// <summary>The one folder within the results: it comes and goes with its pages, and is flushed with them.</summary>
internal static class VillagesFolder
{
    /// <summary>Moves a result from one folder to another, into the folder of villages there where its name says so.</summary>
    public static void Move(string from, string to, string name)
    {
        string target = Path.Combine(to, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(Path.Combine(from, name), target, overwrite: true);
    }

    /// <summary>Sees that the names in it are on the disk, where it is.</summary>
    public static void Flush(string folder)
    {
        string villages = Path.Combine(folder, ResultNames.Villages);
        if (Directory.Exists(villages))
        {
            DurableFolder.Flush(villages);
        }
    }

    /// <summary>Takes it away where nothing is left in it.</summary>
    public static void RemoveIfEmpty(string folder)
    {
        string villages = Path.Combine(folder, ResultNames.Villages);
        if (Directory.Exists(villages) && !Directory.EnumerateFileSystemEntries(villages).Any())
        {
            Directory.Delete(villages);
        }
    }
}
