using System.Security.Cryptography;
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

    /// <summary>What the manifest of a plan says its job was; that of a run says none.</summary>
    internal const string PlanJob = "plan";

    /// <summary>Likewise of a folder of scenarios.</summary>
    internal const string WhatIfJob = "what-if";

    /// <summary>Likewise of a folder of proposals.</summary>
    internal const string ProposeJob = "propose";

    private const string PendingName = ".pending-run";
    private const string PreviousName = ".previous-run";
    private const string LockName = ".housing-inventory.lock";

    /// <summary>Stands in the pending folder while the results become visible in a database: whether they did is to be asked there.</summary>
    private const string PublishingName = ".publishing";

    private readonly FileStream _lock;
    private readonly ResultsMove _move;
    private bool _isPrepared;
    private bool _holdsPending;

    private ResultsFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
        _move = new ResultsMove(Path, Pending, Previous);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Where the new results are written.</summary>
    public string Pending => System.IO.Path.Combine(Path, PendingName);

    private string Previous => System.IO.Path.Combine(Path, PreviousName);

    /// <summary>Opens a folder for writing, made if need be, mends what an earlier run left half-done, and makes an empty pending folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="hasPublished">Asked of a run that was cut off while it published to a database: whether the results with this sha256 of their manifest are there.</param>
    /// <exception cref="InputException">It cannot be written to, or another run writes to it.</exception>
    public static ResultsFolder Open(string path, Func<string, bool>? hasPublished = null)
    {
        ResultsFolder folder = Hold(path);
        try
        {
            folder.Mend(hasPublished);
            Unfinished.Add(folder.Pending);
            Directory.CreateDirectory(folder.Pending);
            folder._holdsPending = true;
            return folder;
        }
        catch (Exception e)
        {
            folder.Release();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"{folder.Path} holds results whose replacement was cut off, and it cannot be completed: see that its disk has room and that nothing of the same names stands in the way.", e);
            }

            throw;
        }
    }

    private static void MustBeNoFile(string path)
    {
        if (File.Exists(path))
        {
            throw new InputException($"{path} is a file; name a folder for the results with --out.");
        }
    }

    private static ResultsFolder Hold(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        MustBeNoFile(path);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be made; name another folder with --out, or ask for the right to write there.", e);
        }

        foreach (string name in (string[])[PendingName, PreviousName, LockName])
        {
            if (new FileInfo(System.IO.Path.Combine(path, name)).LinkTarget is not null)
            {
                throw new InputException($"{System.IO.Path.Combine(path, name)} is a link to elsewhere, and the tool needs that name for itself; remove the link, or name another folder with --out.");
            }
        }

        string file = System.IO.Path.Combine(path, LockName);
        try
        {
            FileStream? held = null;
            Unfinished.Finish(() =>
            {
                held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                Unfinished.Add(file);
            });
            return new ResultsFolder(path, held!);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputException($"{path} cannot be written to; name another folder with --out, or ask for the right to write there.", e);
        }
        catch (IOException e)
        {
            throw new InputException($"{path} is being written to by another run, or cannot be written to; wait for it, or name another folder with --out.", e);
        }
    }

    /// <summary>Whether two paths are one folder.</summary>
    public static bool IsSame(string folder, string other) => RealPath.AreSame(RealPath.Of(folder), RealPath.Of(other));

    /// <summary>
    /// Refuses a folder for results that is a source or lies in one, and one that holds files of results' names that the tool has not written. Links are followed
    /// before paths are compared.
    /// </summary>
    /// <exception cref="InputException">It is.</exception>
    public static void MustNotHold(string folder, IEnumerable<(string Written, string Full)> sources)
    {
        string full = RealPath.Of(folder);
        foreach ((string written, string source) in sources)
        {
            string path = RealPath.Of(source);
            if (RealPath.IsWithin(full, path))
            {
                throw new InputException($"{folder} is a source, or lies in one ({written}); name another folder for the results with --out.");
            }

            if (RealPath.IsWithin(path, full) && ResultNames.Has(System.IO.Path.GetRelativePath(full, path).Replace('\\', '/')))
            {
                throw new InputException($"{written} is a source and would be replaced by a result of the same name; name another folder for the results with --out.");
            }
        }

        MustBeNoFile(full);
        if (!Directory.Exists(full) || Directory.Exists(System.IO.Path.Combine(full, PendingName)) || Directory.Exists(System.IO.Path.Combine(full, PreviousName)))
        {
            return;
        }

        OwnFiles own = new(System.IO.Path.Combine(full, Manifest));
        if (ResultNames.In(full).Order(StringComparer.Ordinal).FirstOrDefault(n => ResultNames.Has(n) && !own.Lists(n)) is { } foreign)
        {
            throw new InputException($"{System.IO.Path.Combine(folder, foreign)} has the name of a result and is not one of this tool's: move it away, or name another folder with --out. Nothing was written.");
        }
    }

    /// <summary>Refuses a folder that holds the results of another job: what is kept apart when it is read must not lie together when it is written.</summary>
    /// <param name="job"><see cref="PlanJob"/>, or null for a run.</param>
    /// <exception cref="InputException">It does.</exception>
    public static void MustBeOf(string folder, string? job)
    {
        string manifest = System.IO.Path.Combine(folder, Manifest);
        if (!File.Exists(manifest))
        {
            return;
        }

        string? said;
        try
        {
            using JsonDocument document = ManifestFile.Open(manifest);
            said = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("job", out JsonElement member) ? member.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // A broken manifest vouches for nothing; what may be replaced is decided by the move itself.
            return;
        }

        if (said != job)
        {
            throw new InputException($"{folder} holds the results of {said ?? "run"}; name a folder of its own for {job ?? "run"} with --out.");
        }
    }

    /// <summary>Completes or undoes what a run left half-done, for verbs that only read a folder.</summary>
    /// <exception cref="InputException">A move was cut off, and the folder cannot be written to.</exception>
    public static void MendIfNeeded(string path)
    {
        bool isHalfMoved = Directory.Exists(System.IO.Path.Combine(path, PreviousName));
        if (!isHalfMoved && !Directory.Exists(System.IO.Path.Combine(path, PendingName)) && !File.Exists(System.IO.Path.Combine(path, LockName)))
        {
            return;
        }

        try
        {
            ResultsFolder folder = Hold(path);
            try
            {
                folder.Mend(null);
            }
            finally
            {
                folder.Release();
            }
        }
        catch (Exception e) when (!isHalfMoved && e is InputException or IOException or UnauthorizedAccessException)
        {
            // Another run is writing there, or this user may not: what is there is whole.
        }
    }

    /// <summary>
    /// Sees that the pending files can move in, before anything becomes visible, here or in a database. If one that would be replaced is not the tool's or is open
    /// elsewhere, the new results are put whole into <c>DIR.new</c>.
    /// </summary>
    /// <exception cref="InputException">A file is open or somebody's, or something stands in the way; the line says which. Nothing was replaced.</exception>
    public void Prepare()
    {
        // A disk takes several at once, and those of a nation are thousands.
        string[] written = [.. ResultNames.In(Pending)];
        SideBySide.Each(written.Length, i => Flush(System.IO.Path.Combine(Pending, written[i])));
        InnerFolders.Flush(Pending);
        DurableFolder.Flush(Pending);
        DurableFolder.Flush(Path);

        // Seen before anything moves, since a move cannot be taken back half-way.
        if (_move.Fresh().FirstOrDefault(n => Directory.Exists(System.IO.Path.Combine(Path, n))) is { } folder)
        {
            throw new InputException($"{System.IO.Path.Combine(Path, folder)} is a folder and stands in the way of a result of that name; move it away, or name another folder with --out.");
        }

        if (InnerFolders.In(Pending).FirstOrDefault(n => File.Exists(System.IO.Path.Combine(Path, n))) is { } inTheWay)
        {
            throw new InputException($"{System.IO.Path.Combine(Path, inTheWay)} is a file and stands in the way of the folder of that name; move it away, or name another folder with --out.");
        }

        // What another program holds open cannot even be read to tell whose it is. A log whose GeoPackage somebody deleted would be played into the new one.
        IEnumerable<string> orphaned = _move.Fresh().Where(n => n.EndsWith(".gpkg", StringComparison.Ordinal) && GeoPackageLock.KeepsLog(System.IO.Path.Combine(Path, n)));
        if (_move.Replaced().Union(orphaned).FirstOrDefault(n => BusyFile.Why(Path, n) is not null) is { } busy)
        {
            Sentence why = BusyFile.Why(Path, busy) ?? "was open in another program: run again";
            string aside = AsideFolder.Take(Path, Pending, _move.Fresh(), busy);
            throw new InputException($"{System.IO.Path.Combine(Path, busy)} {why}. Nothing was replaced; the new results lie whole in {aside}.");
        }

        if (_move.Foreign() is { } foreign)
        {
            string aside = AsideFolder.Take(Path, Pending, _move.Fresh(), foreign);
            throw new InputException(
                $"{System.IO.Path.Combine(Path, foreign)} was changed since the tool wrote it, or is not the tool's: move it away and run again. Nothing was replaced; the new results lie whole in {aside}.");
        }

        _isPrepared = true;
    }

    /// <summary>Notes, before a database is told to show the results, that it will be, so that a run that is cut off there can be finished by the next.</summary>
    /// <returns>The sha256 of the manifest, under which the database is to know this run.</returns>
    public string Announce()
    {
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(Pending, Manifest))));
        string mark = System.IO.Path.Combine(Pending, PublishingName);
        File.WriteAllText(mark, sha256);
        Flush(mark);
        DurableFolder.Flush(Pending);
        Unfinished.Remove(Pending);
        return sha256;
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
        Unfinished.Remove(Pending);
        Directory.CreateDirectory(Previous);
        DurableFolder.Flush(Path);
        _move.MoveIn();
    }

    /// <summary>Nothing was published, and nothing is to be asked: the pending results may go.</summary>
    public void Withdraw() => File.Delete(System.IO.Path.Combine(Pending, PublishingName));

    public void Dispose()
    {
        // A move that failed half-way is completed by the next run, for which it needs what is still pending.
        try
        {
            if (_holdsPending && Directory.Exists(Pending) && !Directory.Exists(Previous) && !File.Exists(System.IO.Path.Combine(Pending, PublishingName)))
            {
                Directory.Delete(Pending, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // On Windows a virus scanner may still look at a new file; the next run clears the folder away, and what this run had to say is worth more.
        }

        Unfinished.Remove(Pending);
        Release();
    }

    private void Release()
    {
        _lock.Dispose();
        Unfinished.Remove(System.IO.Path.Combine(Path, LockName));
    }

    private void Mend(Func<string, bool>? hasPublished)
    {
        bool hasNew = File.Exists(System.IO.Path.Combine(Pending, Manifest));
        if (Directory.Exists(Previous))
        {
            if (_move.InTheWay() is { } theirs)
            {
                throw new InputException($"{theirs} is not the tool's, and would be lost when the replacement of results that was cut off is completed: move it away and run again.");
            }

            if (hasNew)
            {
                _move.MoveIn();
            }
            else if (File.Exists(System.IO.Path.Combine(Path, Manifest)))
            {
                _move.Clear();
            }
            else
            {
                _move.MoveBack();
            }
        }
        else if (Directory.Exists(Pending))
        {
            if (hasNew && File.Exists(System.IO.Path.Combine(Pending, PublishingName)))
            {
                Settle(hasPublished);
            }
            else
            {
                Directory.Delete(Pending, recursive: true);
            }
        }
    }

    /// <summary>A run was cut off while a database was told to show its results: they belong here if they are there. Who cannot ask leaves them.</summary>
    private void Settle(Func<string, bool>? hasPublished)
    {
        if (hasPublished is null)
        {
            return;
        }

        if (hasPublished(File.ReadAllText(System.IO.Path.Combine(Pending, PublishingName)).Trim()))
        {
            Directory.CreateDirectory(Previous);
            DurableFolder.Flush(Path);
            _move.MoveIn();
        }
        else
        {
            Directory.Delete(Pending, recursive: true);
        }
    }

    private static void Flush(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Flush(flushToDisk: true);
    }
}
