using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>The first stage: files and tables become a <see cref="Delivery"/> in the working CRS.</summary>
public static class Importing
{
    /// <summary>
    /// Reads every source. They are read side by side, each into its own batch, and added up in the order of the configuration, so that the number of cores
    /// never shows.
    /// </summary>
    /// <param name="sources">The sources with their ids.</param>
    /// <param name="frame">What all of them are read by.</param>
    /// <param name="run">Where notices and progress go.</param>
    /// <exception cref="InputException">A source cannot be used at all; of several the first in the configuration is told.</exception>
    public static Delivery Import(IReadOnlyList<(string Id, Source Source)> sources, SourceFrame frame, Run run)
    {
        using PersonHasher hasher = new();
        Batch all = new();
        Batch[] parts = new Batch[sources.Count];
        int done = 0;
        Exception?[] failures = new Exception?[parts.Length];
        ParallelOptions cores = new() { CancellationToken = run.Cancellation };
        // Handed out one at a time, residents first, which take the longest.
        Parallel.ForEach(Partitioner.Create(Jobs(sources), EnumerablePartitionerOptions.NoBuffering), cores, job =>
        {
            foreach (int i in job)
            {
                try
                {
                    run.Progress("Import", sources[i].Id);
                    parts[i] = ReadOne(sources[i].Source, sources[i].Id, frame, hasher, all.Registrations);
                    long rows = sources[i].Source is WithheldSource ? 0 : parts[i].Files.Sum(static f => f.Read);
                    run.Progress("Import", rows == 0 ? sources[i].Id : string.Create(CultureInfo.InvariantCulture, $"{sources[i].Id} ({rows})"), (double)Interlocked.Increment(ref done) / sources.Count);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    failures[i] = e;
                    return;
                }
            }
        });
        if (failures.FirstOrDefault(f => f is not null) is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        Array.ForEach(parts, all.Add);
        OtherMunicipalities.LeaveOut(all, frame.Municipalities);
        Duplicates.Drop(all);
        HashResidents(sources, frame, all.Files);
        TellMissingList(all);
        run.Notices.AddAll(all.Notices);
        return new Delivery(all);
    }

    /// <summary>Refuses a delivery without a registration: every home would look as if nobody were registered.</summary>
    /// <exception cref="InputException">No row of residents can be used.</exception>
    internal static void RefuseWithoutResidents(Delivery delivery, IReadOnlyList<string> municipalities) => RefuseWithoutResidents(delivery.Books.Files, municipalities);

    /// <summary>What is read one after the other: all residents, which share one store of keys; every other source alone.</summary>
    private static List<int[]> Jobs(IReadOnlyList<(string Id, Source Source)> sources)
    {
        int[] residents = [.. Enumerable.Range(0, sources.Count).Where(i => sources[i].Source is ResidentsSource)];
        return [residents, .. Enumerable.Range(0, sources.Count).Except(residents).Select(i => (int[])[i])];
    }

    private static Batch ReadOne(Source source, string id, SourceFrame frame, PersonHasher hasher, Registrations registrations)
    {
        FileState? before = null;
        (SourceFile file, Batch part) = Read(null);
        if (file.Outvoted is { } decided)
        {
            (file, part) = Read(decided);
        }

        InputFile info = file.Info;
        file.MustBeOfUse();
        if (before is not null && file.Guard(() => FileState.Of(file.FullPath)) != before)
        {
            throw file.Refuse("changed while it was read; let the program that writes it finish, and run again.");
        }

        info.Sha256 = info.Type is "withheld" or "residents" ? null : before?.Sha256;

        return part;

        (SourceFile File, Batch Part) Read(CoordinateReading? decided)
        {
            Batch part = new() { Registrations = registrations };
            InputFile info = new() { Id = id, Type = Doors.TypeOf(source), Path = source.Path! };
            SourceFile file = new(source, info, part, frame, hasher) { Decided = decided };
            if (!file.IsTable)
            {
                file.MustExist();
                before ??= file.Guard(() => FileState.Of(file.FullPath));
            }

            file.Guard(() =>
            {
                source.Read(file, part);
                return part;
            });
            return (file, part);
        }
    }

    // A reduced file holds no protected person, so without a list their homes look empty.
    private static void TellMissingList(Batch all)
    {
        bool hasList = all.Files.Exists(static f => f.Type == "withheld");
        foreach (InputFile file in all.Files.Where(f => !hasList && f.Layout == "residents-counts"))
        {
            all.Notices.Add(new WithheldListMissing { Source = file.Id });
        }
    }

    // A hash of its own would tell of each whether it is the same as last month's, or a file that somebody has.
    private static void HashResidents(IReadOnlyList<(string Id, Source Source)> sources, SourceFrame frame, IReadOnlyList<InputFile> files)
    {
        List<Source> hashed = [.. sources.Select(static s => s.Source).OfType<ResidentsSource>(), .. sources.Select(static s => s.Source).OfType<WithheldSource>()];
        if (hashed.Exists(static s => s.Path!.StartsWith("postgis:", StringComparison.Ordinal)))
        {
            return;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 20];
        foreach (Source source in hashed)
        {
            using FileStream stream = new(frame.Resolve(source.Path!), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        string all = Convert.ToHexStringLower(hash.GetHashAndReset());
        foreach (InputFile file in files.Where(static f => f.Type == "residents"))
        {
            file.Sha256 = all;
        }
    }

    private static void RefuseWithoutResidents(IReadOnlyList<InputFile> all, IReadOnlyList<string> municipalities)
    {
        IEnumerable<InputFile> residents = all.Where(f => f.Type == "residents");
        if (residents.All(f => f.Used == 0))
        {
            string files = string.Join(", ", residents.Select(f => f.Path));
            bool elsewhere = residents.Any(f => f.LeftOut.ContainsKey("other-municipality"));
            throw new InputException(elsewhere
                ? Sentence.Of($"{files}: every row belongs to another municipality than {string.Join(", ", municipalities)}; check \"municipality\" or order the right extract.")
                : Sentence.Of($"{files}: no row can be used; without registrations every home would look as if nobody were registered."));
        }
    }
}
