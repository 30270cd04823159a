using HousingInventory.Diagnostics;

namespace HousingInventory.Export;

/// <summary>How results change places in their folder: the replaced ones out, the new ones in, each manifest last, and back again where the new ones were lost.</summary>
/// <param name="path">The folder of results.</param>
/// <param name="pending">Where the new ones lie.</param>
/// <param name="previous">Where the replaced ones lie while they move; that it is there says that a move has begun.</param>
internal sealed class ResultsMove(string path, string pending, string previous)
{
    /// <summary>What somebody has put, since a move was cut off, among the replaced files or where a new one is to go. Results alone are moved and deleted.</summary>
    public string? InTheWay()
    {
        OwnFiles own = new(Path.Combine(path, ResultsFolder.Manifest), Path.Combine(previous, ResultsFolder.Manifest));
        return Directory.EnumerateFiles(previous).Where(f => !ResultNames.Has(Path.GetFileName(f)))
            .Concat((Directory.Exists(pending) ? Fresh() : []).Where(n => n != ResultsFolder.Manifest && Path.Exists(Path.Combine(path, n)) && !own.Has(path, n))
                .Select(n => Path.Combine(path, n)))
            .Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>The new results are lost and the old ones were on their way out: these come back, their manifest last.</summary>
    public void MoveBack()
    {
        List<string> old = [.. InOrder(previous)];
        if (old.FirstOrDefault(n => Path.Exists(Path.Combine(path, n))) is { } taken)
        {
            throw new InputException($"{Path.Combine(path, taken)} stands in the way of the earlier results, which a run that was cut off left in {previous}: move it away and run again.");
        }

        old.ForEach(name => InnerFolders.Move(previous, path, name));
        InnerFolders.Flush(path);
        DurableFolder.Flush(path);
        Clear();
    }

    /// <summary>The replaced files go, the old manifest first, and the new ones come, their manifest last; each step is flushed before the next. Begun anew it goes on where it was.</summary>
    public void MoveIn()
    {
        foreach (string name in Replaced().OrderByDescending(Rank).ToList())
        {
            InnerFolders.Move(path, previous, name);
            if (name == ResultsFolder.Manifest)
            {
                DurableFolder.Flush(path);
            }
        }

        InnerFolders.Flush(previous);
        InnerFolders.Flush(path);
        DurableFolder.Flush(previous);
        DurableFolder.Flush(path);
        foreach (string name in Fresh())
        {
            if (name == ResultsFolder.Manifest)
            {
                InnerFolders.Flush(path);
                DurableFolder.Flush(path);
            }

            InnerFolders.Move(pending, path, name);
        }

        DurableFolder.Flush(path);
        Clear();
    }

    /// <summary>The end of a move: both folders go.</summary>
    public void Clear()
    {
        if (Directory.Exists(pending))
        {
            Directory.Delete(pending, recursive: true);
        }

        Directory.Delete(previous, recursive: true);
        InnerFolders.RemoveIfEmpty(path);
        DurableFolder.Flush(path);
    }

    /// <summary>The first new name under which a file lies in the folder that the tool has not written, or that somebody has changed since.</summary>
    public string? Foreign()
    {
        OwnFiles own = new(Path.Combine(path, ResultsFolder.Manifest));
        return Fresh().Find(n => Path.Exists(Path.Combine(path, n)) && !own.Has(path, n, Path.Combine(pending, n)));
    }

    /// <summary>
    /// Files of the folder that the new results replace: those of the same name, and those that the old manifest says the tool wrote and that nobody has changed
    /// since. While a cut-off move is completed the old manifest lies among the previous files.
    /// </summary>
    public IEnumerable<string> Replaced()
    {
        OwnFiles own = new(Path.Combine(path, ResultsFolder.Manifest), Path.Combine(previous, ResultsFolder.Manifest));
        HashSet<string> names = [ResultsFolder.Manifest, .. Fresh()];
        names.UnionWith([.. own.Names.Where(n => !names.Contains(n) && own.Has(path, n))]);

        // A file that has already moved in is gone from the pending folder, and must not be taken for an old one of that name.
        bool moving = Directory.Exists(previous);
        HashSet<string> movedIn = moving ? [.. new OwnFiles(Path.Combine(pending, ResultsFolder.Manifest)).Names, ResultsFolder.Timings] : [];
        movedIn.ExceptWith(Fresh());
        return names
            .Where(n => File.Exists(Path.Combine(path, n)) && !movedIn.Contains(n) && !(moving && File.Exists(Path.Combine(previous, n))))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Names of the pending files in the order in which they move in: the manifest last.</summary>
    public List<string> Fresh() => [.. InOrder(pending)];

    private static IEnumerable<string> InOrder(string folder) => ResultNames.In(folder).Where(ResultNames.Has)
        .OrderBy(Rank).ThenBy(n => n, StringComparer.Ordinal);

    /// <summary>In what order files come: the manifest of all last, those of municipalities before it. They go the other way round.</summary>
    private static int Rank(string name) => name == ResultsFolder.Manifest ? 2 : name.EndsWith("/" + ResultsFolder.Manifest, StringComparison.Ordinal) ? 1 : 0;
}
