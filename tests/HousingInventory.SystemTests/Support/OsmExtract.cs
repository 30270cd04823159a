using System.Globalization;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>The elements of an OpenStreetMap extract as osmium tells them, in its text format OPL.</summary>
public sealed partial class OsmExtract
{
    private OsmExtract(IReadOnlyList<OsmElement> elements)
    {
        Elements = elements;
    }

    public IReadOnlyList<OsmElement> Elements { get; }

    /// <summary>How many elements of a type (n, w, r) carry a key.</summary>
    public long Count(char type, string key) => Elements.LongCount(e => e.Type == type && e.Tags.ContainsKey(key));

    /// <summary>How many elements of any type carry a key.</summary>
    public long Count(string key) => Elements.LongCount(e => e.Tags.ContainsKey(key));

    public static OsmExtract Read(string path) =>
        new([.. Tool.Output("osmium", "cat", "-f", "opl", path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Element)]);

    private static OsmElement Element(string line)
    {
        string tags = line.Split(' ').FirstOrDefault(f => f.StartsWith('T'))?[1..] ?? "";
        string members = line.Split(' ').FirstOrDefault(f => f.StartsWith('N'))?[1..] ?? "";
        return new OsmElement(
            line[0],
            tags.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('=')).ToDictionary(t => Decode(t[0]), t => Decode(t[1]), StringComparer.Ordinal),
            members.Split(',', StringSplitOptions.RemoveEmptyEntries),
            line[..line.IndexOf(' ', StringComparison.Ordinal)]);
    }

    /// <summary>OPL writes what would be in its way as %hex%.</summary>
    private static string Decode(string text) =>
        Escape().Replace(text, m => char.ConvertFromUtf32(int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    [GeneratedRegex("%([0-9a-f]+)%")]
    private static partial Regex Escape();
}
