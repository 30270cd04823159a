using System.Security.Cryptography;
using System.Text.Json;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>
/// Tells the tool's own results from the files of others: ours is what a manifest of ours lists with the same sha256. A broken or foreign manifest vouches for
/// nothing.
/// </summary>
internal sealed class OwnFiles
{
    /// <summary>In the first page of a SQLite file: whether it has a log, how often it was changed, and by which version. Opening it in QGIS alters them, and nothing else.</summary>
    private static readonly Range[] Counters = [18..20, 24..28, 92..100];

    private readonly Dictionary<string, string?> _sha256 = new(StringComparer.Ordinal);

    /// <param name="manifests">Where manifests of this folder may lie; those that do not exist do not count.</param>
    public OwnFiles(params ReadOnlySpan<string> manifests)
    {
        foreach (string manifest in manifests)
        {
            Read(manifest);
        }
    }

    /// <summary>The names that were listed, none of which leads out of a folder or is anything but a result's.</summary>
    public IEnumerable<string> Names => _sha256.Keys;

    /// <summary>Whether a file of a result's name is listed, whatever it holds now.</summary>
    public bool Lists(string name) => _sha256.ContainsKey(name);

    /// <summary>Whether it still is what the tool wrote.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="name">Its name.</param>
    /// <param name="newer">A GeoPackage of the same name that was written just now, whose counters are those that the old one had when it was as fresh; may be missing.</param>
    public bool Has(string folder, string name, string? newer = null)
    {
        string path = Path.Combine(folder, name);
        if (!_sha256.TryGetValue(name, out string? said) || new FileInfo(path).LinkTarget is not null)
        {
            return false;
        }

        return name switch
        {
            ResultsFolder.Manifest => IsOurs(path, out _),
            ResultsFolder.Timings => IsTimings(path),
            _ => said is not null && (Hash(path, null) == said
                || (newer is not null && name.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) && File.Exists(newer) && Hash(path, newer) == said)
                || (name.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) && HasOurLayers(path))),
        };
    }

    private void Read(string manifest)
    {
        if (!IsOurs(manifest, out Dictionary<string, string?> listed))
        {
            return;
        }

        _sha256[ResultsFolder.Manifest] = _sha256[ResultsFolder.Timings] = null;
        foreach ((string name, string? sha256) in listed)
        {
            _sha256[name] = sha256;
        }
    }

    private static bool IsOurs(string manifest, out Dictionary<string, string?> listed)
    {
        listed = new(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = ManifestFile.Open(manifest);
            if (document.RootElement.GetProperty("contract").ValueKind != JsonValueKind.Number)
            {
                return false;
            }

            foreach (JsonElement output in document.RootElement.GetProperty("outputs").EnumerateArray())
            {
                // Somebody may have edited it: only bare names, and only those of results.
                if (output.GetProperty("path").GetString() is { } name && ResultNames.Has(name))
                {
                    listed[name] = output.GetProperty("sha256").GetString();
                }
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            listed.Clear();
            return false;
        }
    }

    /// <summary>It differs from run to run, so that no manifest has its hash.</summary>
    private static bool IsTimings(string path)
    {
        try
        {
            using JsonDocument document = ManifestFile.Open(path);
            return document.RootElement.EnumerateArray().All(e => e.TryGetProperty("stage", out _));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // QGIS writes into every GeoPackage that it opens as a project (its log mode, extents, styles); the layers tell whose it is.
    private static bool HasOurLayers(string path)
    {
        try
        {
            string[] names = [.. DataFile.Layers(path).Select(static l => l.Name)];
            return names.Contains("candidates") && names.Contains("candidate_points") && names.Contains("notices");
        }
        catch (Exception e) when (e is DataFormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Hash(string path, string? counters)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            if (counters is null)
            {
                return Convert.ToHexStringLower(SHA256.HashData(stream));
            }

            using FileStream fresh = File.OpenRead(counters);
            byte[] header = new byte[100], asWritten = new byte[100];
            stream.ReadExactly(header);
            fresh.ReadExactly(asWritten);
            foreach (Range range in Counters)
            {
                asWritten.AsSpan(range).CopyTo(header.AsSpan(range));
            }

            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(header);
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                hash.AppendData(buffer, 0, read);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
