using System.Security.Cryptography;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>The last stage: results become files, all of them or none.</summary>
public static class Exporting
{
    /// <summary>What is written when the configuration says nothing.</summary>
    public static IReadOnlyList<Output> Standard { get; } = [new GeoJsonOutput(), new GeoPackageOutput(), new CsvOutput(), new XlsxOutput(), new ReportOutput()];

    /// <summary>Writes everything into the folder.</summary>
    /// <param name="results">What is written.</param>
    /// <param name="outputs">The kinds of result to write.</param>
    /// <param name="folderPath">The folder.</param>
    /// <param name="run">Progress, notices and times.</param>
    /// <returns>What was written, manifest, notices and timings included.</returns>
    /// <exception cref="InputException">The folder cannot be written to, or a file in it is open elsewhere.</exception>
    public static IReadOnlyList<WrittenFile> Export(Results results, IReadOnlyList<Output> outputs, string folderPath, Run run) =>
        Into(folderPath, folder => Write(results, outputs, folder, run), sha256 => outputs.Any(o => o.HasPublished(sha256)));

    /// <summary>Opens a folder, has results written into it, and says in one line where that cannot be.</summary>
    /// <param name="folderPath">The folder.</param>
    /// <param name="write">Writes and commits.</param>
    /// <param name="hasPublished">See <see cref="ResultsFolder.Open"/>.</param>
    /// <exception cref="InputException">The folder cannot be written to, or a file in it is open elsewhere.</exception>
    internal static T Into<T>(string folderPath, Func<ResultsFolder, T> write, Func<string, bool>? hasPublished = null)
    {
        try
        {
            using ResultsFolder folder = ResultsFolder.Open(folderPath, hasPublished);
            return write(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folderPath} cannot be written to: see that its disk has room and that you may write there, then run again.", e);
        }
    }

    private static List<WrittenFile> Write(Results results, IReadOnlyList<Output> outputs, ResultsFolder folder, Run run)
    {
        ResultTable table = new(results);
        try
        {
            return Export(table, folder, outputs, run);
        }
        finally
        {
            foreach (Output output in outputs)
            {
                output.Release();
            }
        }
    }

    private static List<WrittenFile> Export(ResultTable table, ResultsFolder folder, IReadOnlyList<Output> outputs, Run run)
    {
        List<WrittenFile> written = Fill(table, folder.Pending, outputs, run);
        TimingsFile.Write(Path.Combine(folder.Pending, ResultsFolder.Timings), run.Clock);

        // A file that is open elsewhere stops the database too: it must not be one run ahead of the files.
        folder.Prepare();
        run.Cancellation.ThrowIfCancellationRequested();
        Unfinished.Finish(() =>
        {
            Publish([.. outputs.Where(o => o.IsElsewhere)], folder);
            folder.Commit();
        });
        return written;
    }

    /// <summary>Writes all that a run gives into a folder that nobody sees yet, its manifest last, and not the times.</summary>
    internal static List<WrittenFile> Fill(ResultTable table, string folder, IReadOnlyList<Output> outputs, Run run)
    {
        // Timed here, so that the file with the times, which is written among the last, holds it.
        List<WrittenFile> written = run.Clock.Time("Export", () => WriteAll(table, folder, outputs, run));
        written.Add(NoticesFile.Write(table.Results.Frame.Language, folder, run));
        if (written.Find(f => File.Exists(Path.Combine(folder, f.Name)) && !ResultNames.Has(f.Name)) is { } unknown)
        {
            throw new InvalidOperationException($"{unknown.Name} is not among the names of results: say it in FileNames of its output.");
        }

        Manifest.Write(table.Results, written.Select(f => Described(f, folder)), Path.Combine(folder, ResultsFolder.Manifest), run);
        return written;
    }

    private static List<WrittenFile> WriteAll(ResultTable table, string folder, IReadOnlyList<Output> outputs, Run run)
    {
        // Each writes files of its own, of values that none of them changes.
        int begun = 0;
        return [.. SideBySide.All([.. outputs.Select(output => (Func<IReadOnlyList<WrittenFile>>)(() =>
        {
            run.Progress("Export", Doors.TypeOf(output), (double)(Interlocked.Increment(ref begun) - 1) / outputs.Count);
            return output.Write(table, folder, run);
        }))]).SelectMany(static files => files)];
    }

    /// <summary>
    /// Lets databases show the results. Whatever cuts this off, the files follow the database: when it fails, or at the next run, the database is asked whether
    /// it has them.
    /// </summary>
    private static void Publish(IReadOnlyList<Output> elsewhere, ResultsFolder folder)
    {
        if (elsewhere.Count == 0)
        {
            return;
        }

        string sha256 = folder.Announce();
        try
        {
            foreach (Output output in elsewhere)
            {
                output.Publish(sha256);
            }
        }
        catch (InputException)
        {
            if (elsewhere.Any(o => o.HasPublished(sha256)))
            {
                folder.Commit();
            }
            else
            {
                folder.Withdraw();
            }

            throw;
        }
    }

    internal static ManifestOutput Described(WrittenFile file, string folder)
    {
        string path = Path.Combine(folder, file.Name);
        if (!File.Exists(path))
        {
            return new ManifestOutput(file.Name, null, file.Rows);
        }

        using FileStream stream = File.OpenRead(path);
        return new ManifestOutput(file.Name, Convert.ToHexStringLower(SHA256.HashData(stream)), file.Rows);
    }
}
