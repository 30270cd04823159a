using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>What can be said of a folder of results from its files alone.</summary>
public static class ResultFolder
{
    /// <summary>SHA-256 of every file but timings.json, the only one that may differ between equal runs.</summary>
    public static SortedDictionary<string, string> Hashes(string folder)
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, file);
            if (name != "timings.json")
            {
                hashes.Add(name, Hash(file));
            }
        }

        return hashes;
    }

    /// <summary>Holds that every file that the manifest names is there with the bytes that it states.</summary>
    public static void IsWhole(string folder)
    {
        JsonArray outputs = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")))!["outputs"]!.AsArray();
        Assert.NotEmpty(outputs);
        foreach (JsonNode? output in outputs)
        {
            string name = output!["path"]!.GetValue<string>();
            Assert.Equal((name, output["sha256"]!.GetValue<string>()), (name, Hash(Path.Combine(folder, name))));
        }
    }

    /// <summary>
    /// Names of the files of a folder in whose bytes a text stands, in any letter case and in UTF-8, UTF-16 or Latin-1; zip archives, workbooks among them, are
    /// unpacked.
    /// </summary>
    public static IReadOnlyList<string> FilesWith(string folder, IEnumerable<string> texts)
    {
        List<(string Text, byte[][] Bytes)> needles = [.. texts.Select(t => (t, Spellings(t)))];
        List<string> found = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            byte[] content = Lower(Bytes(file));
            found.AddRange(needles.Where(n => n.Bytes.Any(b => content.AsSpan().IndexOf(b) >= 0)).Select(n => $"{Path.GetRelativePath(folder, file)}: {n.Text}"));
        }

        return found;
    }

    private static byte[][] Spellings(string text)
    {
        string lower = text.ToLowerInvariant();
        return [.. ((Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.Latin1]).Select(e => Lower(e.GetBytes(lower)))];
    }

    // Letters of ASCII only: others differ by encoding, and the rest of a name gives it away.
    private static byte[] Lower(byte[] bytes) => Array.ConvertAll(bytes, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b + 32) : b);

    private static byte[] Bytes(string file)
    {
        byte[] content = File.ReadAllBytes(file);
        if (!content.AsSpan().StartsWith("PK"u8))
        {
            return content;
        }

        using MemoryStream all = new();
        using System.IO.Compression.ZipArchive archive = new(new MemoryStream(content));
        foreach (System.IO.Compression.ZipArchiveEntry entry in archive.Entries)
        {
            using Stream stream = entry.Open();
            stream.CopyTo(all);
        }

        return all.ToArray();
    }

    private static string Hash(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
