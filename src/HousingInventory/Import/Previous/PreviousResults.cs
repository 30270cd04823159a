using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import.Previous;

/// <summary>Reads a results folder again: its manifest and its candidates, and no other file.</summary>
public static class PreviousResults
{
    /// <summary>The form of results that this version writes and reads.</summary>
    private const int Contract = 1;

    private const long LongestManifest = 64 << 20;
    private const string Manifest = "manifest.json";
    private const string PointsEnding = "_points";

    /// <summary>The files that hold all candidates, the shorter to read first.</summary>
    private static readonly string[] Lists = ["candidates.geojson", "inventory.gpkg"];

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="named">The folder as the user named it, for messages.</param>
    /// <exception cref="InputException">It holds no results, those of a newer version, or a list that was changed since.</exception>
    public static PreviousRun Read(string folder, string named)
    {
        string path = Path.Combine(folder, Manifest);
        if (new FileInfo(path) is not { Exists: true, Length: > 0 and < LongestManifest })
        {
            throw NoResults(named);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            int contract = root.GetProperty("contract").GetInt32();
            if (contract > Contract)
            {
                throw new InputException($"{named} was written by a newer version of housing-inventory: run that version, or leave \"previous\" out.");
            }

            // What other verbs write says whose it is.
            if (root.TryGetProperty("job", out _) || root.TryGetProperty("kind", out _) || !root.TryGetProperty("funnel", out _))
            {
                throw NoResults(named);
            }

            (string list, string sha256) = List(root, folder, named);
            return new PreviousRun
            {
                Folder = folder,
                AsOf = Day(root.GetProperty("asOf")) ?? throw NoResults(named),
                Version = root.GetProperty("version").GetString()!,
                Contract = contract,
                DeleteAfter = Day(root.GetProperty("deleteAfter")),
                Inputs = [.. root.GetProperty("inputs").EnumerateArray().Select(Input)],
                Configuration = root.GetProperty("config").GetRawText(),
                Homes = Homes(list, sha256, named),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or DataFormatException)
        {
            throw NoResults(named, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{named} cannot be read: {e.Message}", e);
        }
    }

    private static InputException NoResults(string named, Exception? cause = null)
    {
        Sentence line = Sentence.Of($"{named} holds no results of 'run': name a folder with a manifest.json that this tool has written (of a split run municipalities/CODE), or leave \"previous\" out.");
        return cause is null ? new InputException(line) : new InputException(line, cause);
    }

    private static (string File, string Sha256) List(JsonElement root, string folder, string named)
    {
        foreach (string name in Lists)
        {
            foreach (JsonElement output in root.GetProperty("outputs").EnumerateArray())
            {
                if (output.GetProperty("path").GetString() == name && output.GetProperty("sha256").GetString() is { } sha256)
                {
                    return (Path.Combine(folder, name), sha256);
                }
            }
        }

        throw new InputException($"{named} holds no list of candidates: a run that is to be held against later needs the output geojson or geopackage.");
    }

    private static List<PreviousHome> Homes(string path, string sha256, string named)
    {
        if (!File.Exists(path) || Hash(path) != sha256)
        {
            throw new InputException(
                $"{named}: {Path.GetFileName(path)} is no longer what the run wrote (its sha256 is not that of the manifest): name a folder that nobody has edited, or leave \"previous\" out.");
        }

        using IFeatureCursor cursor = DataFile.Open(path, ReadOptions.Recognise, static layers => layers.Any(l => l.Name == "candidates") ? "candidates" : null);
        int[] fixedColumns = [.. ((string[])["building_id", "ref", "rank", "score", "locality"]).Select(cursor.Layer.FindColumn)];
        (string Criterion, int Column)[] points =
        [
            .. cursor.Layer.Columns.Select(static (c, i) => (c.Name, i)).Where(static c => c.Name.EndsWith(PointsEnding, StringComparison.Ordinal))
                .Select(static c => (c.Name[..^PointsEnding.Length], c.i)),
        ];
        List<PreviousHome> homes = [];
        while (cursor.Read())
        {
            string?[] said = [.. fixedColumns.Select(c => c < 0 ? null : cursor.Text(c))];
            homes.Add(new PreviousHome(
                said[0] ?? throw NoResults(named), said[1] ?? throw NoResults(named), int.Parse(said[2] ?? "", CultureInfo.InvariantCulture),
                decimal.Parse(said[3] ?? "", CultureInfo.InvariantCulture), said[4] ?? "",
                points.ToDictionary(static p => p.Criterion, p => cursor.Number(p.Column) is { } value ? (decimal?)value : null, StringComparer.Ordinal)));
        }

        homes.Sort(static (a, b) => a.Rank.CompareTo(b.Rank));
        return homes;
    }

    private static string Hash(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 17, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static PreviousInput Input(JsonElement input)
    {
        JsonElement rows = input.TryGetProperty("rows", out JsonElement told) ? told : default;
        return new PreviousInput(
            input.GetProperty("type").GetString()!, input.GetProperty("id").GetString()!, input.GetProperty("path").GetString()!,
            input.TryGetProperty("sha256", out JsonElement sha256) ? sha256.GetString() : null,
            input.TryGetProperty("extracted", out JsonElement day) ? Day(day) : null,
            rows.ValueKind == JsonValueKind.Object ? rows.GetProperty("read").GetInt64() : 0, rows.ValueKind == JsonValueKind.Object ? rows.GetProperty("used").GetInt64() : 0);
    }

    private static DateOnly? Day(JsonElement text) =>
        text.GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
