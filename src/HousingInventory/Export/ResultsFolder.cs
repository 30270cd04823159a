using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>
/// The folder of results, in which they appear whole or not at all. They are written to <c>.pending-*</c> and flushed; then the old manifest goes, the files
/// that are replaced move to <c>.previous-*</c>, the new ones move in, and the new manifest comes last. A folder without manifest has no results. Whoever
/// opens a folder in which this was cut off completes it, once the move had begun, or clears away what was only being written.
/// </summary>
public sealed class ResultsFolder : IDisposable
{
    /// <summary>The file that makes a folder a folder of results.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>Seconds and memory; the only file that may differ between equal runs.</summary>
    public const string Timings = "timings.json";

    private static readonly HashSet<string> ResultNames = new(StringComparer.OrdinalIgnoreCase)
    {
        Manifest, Timings, "notices.csv", "candidates.geojson", "inventory.gpkg", "shortlist.csv", "shortlist.xlsx", "properties.csv", "flats.csv",
        "register-questions.csv", "report.html", "worklist.html",
    };

    private static readonly string[] Logs = ["-wal", "-journal"];

    private const string PendingName = ".pending-run";
    private const string PreviousName = ".previous-run";
    private const string LockName = ".housing-inventory.lock";

    private readonly FileStream _lock;
    private bool _isPrepared;

    private ResultsFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Where the new results are written.</summary>
    public string Pending => System.IO.Path.Combine(Path, PendingName);

    private string Previous => System.IO.Path.Combine(Path, PreviousName);

    /// <summary>Opens a folder for writing, made if need be, mends what an earlier run left half-done, and makes an empty pending folder.</summary>
    /// <exception cref="InputException">It cannot be written to, or another run writes to it.</exception>
    public static ResultsFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (File.Exists(path))
        {
            throw new InputException($"{path} is a file; name a folder for the results with --out.");
        }

        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be made; name another folder with --out, or ask for the right to write there.", e);
        }

        FileStream held;
        try
        {
            held = new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputException($"{path} cannot be written to; name another folder with --out, or ask for the right to write there.", e);
        }
        catch (IOException e)
        {
            throw new InputException($"{path} is being written to by another run, or cannot be written to; wait for it, or name another folder with --out.", e);
        }

        ResultsFolder folder = new(path, held);
        try
        {
            folder.Mend();
            Directory.CreateDirectory(folder.Pending);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            folder._lock.Dispose();
            throw new InputException($"{path} holds results whose replacement was cut off, and it cannot be completed: see that its disk has room and that nothing of the same names stands in the way.", e);
        }
    }

    /// <summary>Refuses a folder for results that is a source, or lies in one.</summary>
    /// <exception cref="InputException">It is.</exception>
    public static void MustNotHold(string folder, IEnumerable<(string Written, string Full)> sources)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        foreach ((string written, string source) in sources)
        {
            string path = System.IO.Path.TrimEndingDirectorySeparator(source);
            if (full == path || full.StartsWith(path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InputException($"{folder} is a source, or lies in one ({written}); name another folder for the results with --out.");
            }

            if (System.IO.Path.GetDirectoryName(path) == full && ResultNames.Contains(System.IO.Path.GetFileName(path)))
            {
                throw new InputException($"{written} is a source and would be replaced by a result of the same name; name another folder for the results with --out.");
            }
        }
    }

    /// <summary>Completes a move that was cut off, for verbs that only read a folder.</summary>
    /// <exception cref="InputException">There is one, and the folder cannot be written to.</exception>
    public static void MendIfNeeded(string path)
    {
        if (Directory.Exists(System.IO.Path.Combine(path, PreviousName)))
        {
            Open(path).Dispose();
        }
    }

    /// <summary>
    /// Sees that the pending files can move in, before anything becomes visible, here or in a database. If one that would be replaced is open elsewhere, the
    /// new results are put whole into <c>DIR.new</c>.
    /// </summary>
    /// <exception cref="InputException">A file is open, or something stands in the way; the line says which. Nothing was replaced.</exception>
    public void Prepare()
    {
        foreach (string file in Directory.EnumerateFiles(Pending))
        {
            Flush(file);
        }

        if (Replaced().FirstOrDefault(n => IsOpenElsewhere(Path, n)) is { } busy)
        {
            string aside = MoveAside(busy);
            throw new InputException(
                $"{System.IO.Path.Combine(Path, busy)} is open in another program: close it there and run again{Out(busy)}. Nothing was replaced; the new results lie whole in {aside}.");
        }

        // Seen before anything moves, since a move cannot be taken back half-way.
        if (Fresh().FirstOrDefault(n => Directory.Exists(System.IO.Path.Combine(Path, n))) is { } folder)
        {
            throw new InputException($"{System.IO.Path.Combine(Path, folder)} is a folder and stands in the way of a result of that name; move it away, or name another folder with --out.");
        }

        _isPrepared = true;
    }

    /// <summary>Moves the pending files in, after <see cref="Prepare"/>.</summary>
    /// <exception cref="InputException">As <see cref="Prepare"/>, if that was not called.</exception>
    public void Commit()
    {
        if (!_isPrepared)
        {
            Prepare();
        }

        // From here on an interrupted run is completed by the next one: the folder of the replaced files is the sign.
        Directory.CreateDirectory(Previous);
        MoveIn();
    }

    public void Dispose()
    {
        // A move that failed half-way is completed by the next run, for which it needs what is still pending.
        try
        {
            if (Directory.Exists(Pending) && !Directory.Exists(Previous))
            {
                Directory.Delete(Pending, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // On Windows a virus scanner may still look at a new file; the next run clears the folder away, and what this run had to say is worth more.
        }

        _lock.Dispose();
    }

    private void Mend()
    {
        if (Directory.Exists(Previous))
        {
            if (Directory.Exists(Pending))
            {
                MoveIn();
            }
            else
            {
                Directory.Delete(Previous, recursive: true);
            }
        }
        else if (Directory.Exists(Pending))
        {
            Directory.Delete(Pending, recursive: true);
        }
    }

    private void MoveIn()
    {
        if (File.Exists(System.IO.Path.Combine(Pending, Manifest)))
        {
            foreach (string name in Replaced().OrderBy(n => n == Manifest ? 0 : 1).ToList())
            {
                File.Move(System.IO.Path.Combine(Path, name), System.IO.Path.Combine(Previous, name), overwrite: true);
            }

            foreach (string name in Fresh())
            {
                File.Move(System.IO.Path.Combine(Pending, name), System.IO.Path.Combine(Path, name), overwrite: true);
            }
        }

        Directory.Delete(Pending, recursive: true);
        Directory.Delete(Previous, recursive: true);
    }

    /// <summary>
    /// Files of the folder that the new results replace: those of the same name, and those that the old manifest says the tool wrote. While a cut-off move is
    /// completed the old manifest lies among the previous files.
    /// </summary>
    private IEnumerable<string> Replaced()
    {
        HashSet<string> names = [Manifest];
        foreach (string file in Directory.EnumerateFiles(Pending))
        {
            names.Add(System.IO.Path.GetFileName(file));
        }

        foreach (string manifest in (string[])[System.IO.Path.Combine(Path, Manifest), System.IO.Path.Combine(Previous, Manifest)])
        {
            names.UnionWith(WrittenBefore(manifest));
        }

        // A file that has already moved in is gone from the pending folder, and must not be taken for an old one of that name.
        bool moving = Directory.Exists(Previous);
        HashSet<string> movedIn = moving ? [.. WrittenBefore(System.IO.Path.Combine(Pending, Manifest)), Timings] : [];
        movedIn.ExceptWith(Fresh());
        return names
            .Where(n => File.Exists(System.IO.Path.Combine(Path, n)) && !movedIn.Contains(n) && !(moving && File.Exists(System.IO.Path.Combine(Previous, n))))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Names of the pending files in the order in which they move in: the manifest last.</summary>
    private List<string> Fresh() =>
        [.. Directory.EnumerateFiles(Pending).Select(f => System.IO.Path.GetFileName(f)).OrderBy(n => n == Manifest ? 1 : 0).ThenBy(n => n, StringComparer.Ordinal)];

    /// <summary>
    /// Moves the pending files to <c>DIR.new</c>, over what an earlier run left there; files that the tool did not write stay there too. Somebody may look at
    /// those earlier results just because they could not be moved in, and a GeoPackage must not be changed under an open one.
    /// </summary>
    private string MoveAside(string busy)
    {
        string aside = Path.TrimEnd(System.IO.Path.DirectorySeparatorChar) + ".new";
        Directory.CreateDirectory(aside);
        string manifest = System.IO.Path.Combine(aside, Manifest);
        List<string> old = WrittenBefore(manifest);
        if (old.Union(Fresh()).FirstOrDefault(n => File.Exists(System.IO.Path.Combine(aside, n)) && IsOpenElsewhere(aside, n)) is { } busyToo)
        {
            throw new InputException(
                $"{System.IO.Path.Combine(Path, busy)} and {System.IO.Path.Combine(aside, busyToo)} are open in another program: close both and run again. Nothing was replaced.");
        }

        File.Delete(manifest);
        old.ForEach(name => File.Delete(System.IO.Path.Combine(aside, name)));
        foreach (string name in Fresh())
        {
            File.Move(System.IO.Path.Combine(Pending, name), System.IO.Path.Combine(aside, name), overwrite: true);
        }

        return aside;
    }

    private static List<string> WrittenBefore(string manifest)
    {
        List<string> names = [];
        try
        {
            if (!File.Exists(manifest))
            {
                return names;
            }

            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(manifest));
            foreach (JsonElement output in document.RootElement.GetProperty("outputs").EnumerateArray())
            {
                // Only a bare name: a manifest that somebody edited must not lead out of the folder.
                if (output.GetProperty("path").GetString() is { } name && System.IO.Path.GetFileName(name) == name)
                {
                    names.Add(name);
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            // A broken manifest vouches for no file: what it named stays, and only files of the same names are replaced.
            names.Clear();
        }

        return names;
    }

    /// <summary>What helps where a program that crashed left its log behind.</summary>
    private string Out(string busy) => Logs.FirstOrDefault(end => File.Exists(System.IO.Path.Combine(Path, busy + end))) is { } log
        ? $"; if no program has it open, open and close it once in QGIS, or delete {busy}{log}"
        : "";

    private static bool IsOpenElsewhere(string folder, string name)
    {
        string path = System.IO.Path.Combine(folder, name);
        if (GeoPackageLock.KeepsLog(path) || File.Exists(System.IO.Path.Combine(folder, $".~lock.{name}#")))
        {
            return true;
        }

        try
        {
            using FileStream exclusive = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }

        return name.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) && GeoPackageLock.IsHeld(path);
    }

    private static void Flush(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Flush(flushToDisk: true);
    }
}
