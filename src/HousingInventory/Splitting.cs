using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory;

/// <summary>
/// The main job for each municipality of a configuration by itself, as many at a time as there are processors: a region or the nation in the memory of its largest ones. Each gives what a run of it
/// alone gives, to the byte; all of them become visible together, or none.
/// </summary>
public static class Splitting
{
    /// <summary>Runs every municipality and writes the results into a folder, each into one of its own there.</summary>
    /// <exception cref="InputException">One cannot be done as asked; then nothing was written. Of several the first in the configuration is told.</exception>
    public static IReadOnlyList<MunicipalityPart> Run(LoadedConfig loaded, string folder, Run run)
    {
        Pipeline.MayWrite(loaded, folder);
        return Exporting.Into(folder, into => Write(loaded, into, run));
    }

    private static MunicipalityPart[] Write(LoadedConfig loaded, ResultsFolder folder, Run run)
    {
        IReadOnlyList<string> codes = loaded.Config.Municipality;
        MunicipalityPart[] parts = new MunicipalityPart[codes.Count];
        Run[] runs = [.. codes.Select(_ => new Run(cancellation: run.Cancellation) { IsOneOfMany = true })];
        Exception?[] failures = new Exception?[codes.Count];
        int done = 0;
        ParallelOptions cores = new() { CancellationToken = run.Cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };

        // Handed out one at a time: whoever took several would still have some while the others have nothing to do.
        Parallel.ForEach(Partitioner.Create(codes, EnumerablePartitionerOptions.NoBuffering), cores, (code, loop, i) =>
        {
            try
            {
                parts[i] = One(loaded.Of(code), code, folder.Pending, runs[i]);
                run.Progress("Municipality", code, (double)Interlocked.Increment(ref done) / codes.Count);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Those before it are still run, so that the first that fails is the one that is told.
                failures[i] = e is InputException told ? new InputException($"{code}: {told.Said}", told) : e;
                loop.Break();
            }
        });
        if (failures.FirstOrDefault(static f => f is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        foreach (Run part in runs)
        {
            run.Notices.AddAll(part.Notices);
            run.ForOfficer.AddAll(part.ForOfficer);
            run.Clock.Add(part.Clock);
        }

        Finish(loaded.Config, parts, folder, run);
        return parts;
    }

    private static MunicipalityPart One(LoadedConfig own, string code, string pending, Run run)
    {
        Results results = Pipeline.Analyse(own, run);
        string name = $"{InnerFolders.Municipalities}/{code}";
        string folder = Path.Combine(pending, name);
        Directory.CreateDirectory(folder);
        List<WrittenFile> written = Exporting.Fill(new ResultTable(results), folder, own.Config.Outputs ?? Exporting.Standard, run);
        written.Add(WrittenFile.Of(ResultsFolder.Manifest, 1));
        return MunicipalityPart.Of(code, results, run.Notices, [.. written.Select(f => Exporting.Described(f, folder)).Select(f => f with { Path = $"{name}/{f.Path}" })]);
    }

    private static void Finish(InventoryConfig config, MunicipalityPart[] parts, ResultsFolder folder, Run run)
    {
        WrittenFile table = MunicipalitiesTable.Write(parts, config.Language, folder.Pending);
        string whole = JsonSerializer.Serialize(config, MemberJson.Options);
        SplitManifest.Write(parts, [Exporting.Described(table, folder.Pending)], whole, config.Title, folder.Pending);
        TimingsFile.Write(Path.Combine(folder.Pending, ResultsFolder.Timings), run.Clock);
        folder.Prepare();
        run.Cancellation.ThrowIfCancellationRequested();
        Unfinished.Finish(folder.Commit);
    }
}
