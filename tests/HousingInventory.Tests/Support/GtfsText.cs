using System.IO.Compression;
using System.Text;
using HousingInventory.Formats.Gtfs;

namespace HousingInventory.Tests.Support;

/// <summary>
/// A feed in one string: a line <c># stops.txt</c> begins a file, the lines up to the next such line are its content. Indentation and blank lines are dropped.
/// Spaces round commas are kept, as the reader must cope with them.
/// </summary>
public static class GtfsText
{
    /// <summary>Reads the feed as a zip in memory.</summary>
    public static GtfsFeed Read(string text, GtfsReadOptions? options = null) => GtfsReader.Read(new MemoryStream(Zip(text)), options);

    /// <summary>The zip of a feed.</summary>
    /// <param name="text">The feed.</param>
    /// <param name="folder">Put before each file name: "feed/" nests the files.</param>
    public static byte[] Zip(string text, string folder = "")
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in Files(text))
            {
                using Stream entry = zip.CreateEntry(folder + name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The files of a feed with their content.</summary>
    public static IReadOnlyList<(string Name, string Content)> Files(string text)
    {
        List<(string Name, StringBuilder Content)> files = [];
        foreach (string line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                files.Add((line[2..], new StringBuilder()));
            }
            else
            {
                files[^1].Content.Append(line).Append('\n');
            }
        }

        return [.. files.Select(f => (f.Name, f.Content.ToString()))];
    }
}
