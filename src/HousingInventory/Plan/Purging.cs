using System.Globalization;
using System.Text.Json;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Import;
using HousingInventory.Plan.Facts;

namespace HousingInventory.Plan;

/// <summary>What <c>purge</c> does: results whose time is out, and rows past their day of deletion.</summary>
public static class Purging
{
    /// <summary>
    /// Lists the folders whose manifest says that they were to be deleted before the day; with <paramref name="delete"/> removes the files that the manifests
    /// name.
    /// </summary>
    /// <exception cref="InputException">A folder holds no results, or cannot be changed.</exception>
    public static IReadOnlyList<string> Folders(IReadOnlyList<string> folders, DateOnly asOf, bool delete, string? output)
    {
        if (output is not null)
        {
            throw new InputException("--out belongs to a configuration: name inventory.json, or leave --out away.");
        }

        List<string> lines = [];
        foreach (string folder in folders)
        {
            (DateOnly? day, List<string> names) = Read(folder);
            if (day is not { } until)
            {
                lines.Add($"{folder}: no deleteAfter in its manifest; stays");
            }
            else if (until >= asOf)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{folder}: to be deleted after {until:yyyy-MM-dd}; stays"));
            }
            else if (!delete)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{folder}: was to be deleted after {until:yyyy-MM-dd}; {names.Count} files. Delete them with --delete"));
            }
            else
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{folder}: {Delete(folder, names)} files deleted"));
            }
        }

        return lines;
    }

    /// <summary>
    /// Writes copies of the plan's tables of households, decisions and support without the rows past their day; the other rows keep their bytes.
    /// </summary>
    /// <exception cref="InputException">It is not a configuration of a plan, a table is not delimited text, or the folder is where the sources are.</exception>
    public static IReadOnlyList<string> Tables(string config, DateOnly asOf, string? output, bool delete, Run run)
    {
        if (delete)
        {
            throw new InputException("--delete belongs to folders of results; the tables of a plan are copied without the rows that are past their day, "
                + "and the sources stay.");
        }

        if (output is null)
        {
            throw new InputException("--out is missing: name a folder for the cleaned copies.");
        }

        LoadedConfig read = ConfigReader.Load(config);
        LoadedConfig loaded = read with { Config = read.Config with { AsOf = asOf, Sources = [.. read.Config.Sources.Where(IsAboutHouseholds)] } };
        if (loaded.Config.Sources.Count == 0)
        {
            throw new InputException($"{config} names no source of type households, decisions or support.");
        }

        using Delivery delivery = Importing.Import(loaded.SourcesFor(SourceReader.Plan), loaded.SourceFrame(), run);
        PlanConfig plan = loaded.Config.Plan ?? new PlanConfig();
        ILookup<string, long> gone = Deletions.Of(PlanRows.Of(delivery, asOf, plan, loaded, run), plan.Support)
            .ToLookup(r => r.Source, r => r.Row, StringComparer.Ordinal);
        List<string> lines = [];
        List<(string Path, byte[] Bytes)> copies = [];
        for (int i = 0; i < loaded.Config.Sources.Count; i++)
        {
            Source source = loaded.Config.Sources[i];
            string path = loaded.Resolve(source.Path!);
            string target = Path.GetFullPath(Path.Combine(output, Path.GetFileName(path)));
            if (target == path)
            {
                throw new InputException($"{output} is where {source.Path} lies: name another folder with --out; the sources stay as they are.");
            }

            HashSet<long> rows = [.. gone[loaded.SourceIds[i]]];
            copies.Add((target, RowCut.Without(path, source.Path!, rows, delivery.Books.Files.First(f => f.Id == loaded.SourceIds[i]).Read)));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{target}: {rows.Count} rows left out"));
        }

        try
        {
            Directory.CreateDirectory(output);
            foreach ((string path, byte[] bytes) in copies)
            {
                File.WriteAllBytes(path, bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{output} cannot be written to; name another folder with --out.", e);
        }

        return lines;
    }

    private static bool IsAboutHouseholds(Source source) => source is HouseholdsSource or DecisionsSource or SupportSource;

    private static (DateOnly? DeleteAfter, List<string> Names) Read(string folder)
    {
        string manifest = Path.Combine(folder, ResultsFolder.Manifest);
        try
        {
            using JsonDocument document = ManifestFile.Open(manifest);
            string? day = document.RootElement.TryGetProperty("deleteAfter", out JsonElement said) ? said.GetString() : null;

            // Somebody may have edited the manifest: only names of results count, and only what is a file and no link to one.
            OwnFiles own = new(manifest);
            List<string> names = [.. own.Names.Where(
                n => n != ResultsFolder.Manifest && new FileInfo(Path.Combine(folder, n)) is { Exists: true, LinkTarget: null }).Order(StringComparer.Ordinal)];
            return names.Count == 0 && !own.Names.Any()
                ? throw new KeyNotFoundException()
                : (day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), [.. names, ResultsFolder.Manifest]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            throw new InputException($"{folder} holds no results: it has no manifest.json that can be read.", e);
        }
    }

    /// <summary>The manifest goes last: a folder without it has no results, and one that was cut off can be purged again.</summary>
    private static int Delete(string folder, List<string> names)
    {
        int deleted = 0;
        try
        {
            foreach (string path in names.Select(n => Path.Combine(folder, n)).Where(File.Exists))
            {
                File.Delete(path);
                deleted++;
            }

            InnerFolders.RemoveIfEmpty(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: a file is open in another program or may not be deleted; close it and run again. "
                + $"{deleted.ToString(CultureInfo.InvariantCulture)} files are deleted.", e);
        }

        return deleted;
    }
}
