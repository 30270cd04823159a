using System.Text.Json;

namespace HousingInventory.Export;

/// <summary>Opens a manifest that lies in a folder into which others may write too: it may be a pipe, a link, or as large as they like.</summary>
internal static class ManifestFile
{
    private const long Longest = 64 << 20;

    /// <summary>The manifest.</summary>
    /// <exception cref="IOException">It is missing, or no file that a manifest could be.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Open(string path) => IsLikely(path)
        ? JsonDocument.Parse(File.ReadAllBytes(path))
        : throw new FileNotFoundException("No manifest lies there.", path);

    /// <summary>Whether it is a plain file of a length that a manifest, or times of a run, may have. Pipes and devices have none.</summary>
    public static bool IsLikely(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null, Length: > 0 and < Longest };
}
