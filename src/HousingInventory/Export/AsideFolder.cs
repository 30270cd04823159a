using HousingInventory.Diagnostics;

namespace HousingInventory.Export;

/// <summary><c>DIR.new</c>: where new results lie whole when they cannot replace the old ones.</summary>
internal static class AsideFolder
{
    /// <summary>
    /// Moves the pending files there, over what an earlier run left; files that the tool did not write stay there too. Somebody may look at those earlier results
    /// just because they could not be moved in, and a GeoPackage must not be changed under an open one.
    /// </summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="pending">Where the new files lie.</param>
    /// <param name="fresh">Their names, the manifest last.</param>
    /// <param name="busy">The file of the results folder that cannot be replaced.</param>
    /// <returns>The folder that they lie in now.</returns>
    /// <exception cref="InputException">Something there is open or somebody else's too.</exception>
    public static string Take(string folder, string pending, IReadOnlyList<string> fresh, string busy)
    {
        string aside = folder.TrimEnd(Path.DirectorySeparatorChar) + ".new";
        Directory.CreateDirectory(aside);
        string manifest = Path.Combine(aside, ResultsFolder.Manifest);
        OwnFiles own = new(manifest);
        List<string> old = [.. own.Names.Where(n => File.Exists(Path.Combine(aside, n)))];
        foreach (string name in old.Union(fresh).Where(n => Path.Exists(Path.Combine(aside, n))))
        {
            if (BusyFile.Why(aside, name) is not null)
            {
                throw new InputException($"{Path.Combine(folder, busy)} and {Path.Combine(aside, name)} are open in another program, or not yours to change: close both and run again. Nothing was replaced.");
            }

            if (!own.Has(aside, name, Path.Combine(pending, name)))
            {
                throw new InputException($"{Path.Combine(folder, busy)} cannot be replaced, and {Path.Combine(aside, name)} was changed since the tool wrote it, or is not the tool's: move both away and run again. Nothing was replaced.");
            }
        }

        File.Delete(manifest);
        old.ForEach(name => File.Delete(Path.Combine(aside, name)));
        foreach (string name in fresh)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(aside, name))!);
            File.Move(Path.Combine(pending, name), Path.Combine(aside, name), overwrite: true);
        }

        DurableFolder.Flush(aside);
        return aside;
    }
}
