using System.Globalization;
using HousingInventory.Formats.OsmPbf;

namespace HousingInventory.Tests.Support;

/// <summary>
/// A map in text, one element a line, nodes before ways before relations:
/// <code>
/// n1 20.95,64.75 amenity=cafe name=Fika
/// w1 1,2,3 highway=residential
/// r1 w1:outer w2:inner type=multipolygon building=yes
/// </code>
/// In a value "~" stands for a blank.
/// </summary>
public static class OsmText
{
    /// <summary>Reads the map as a PBF file in memory.</summary>
    public static OsmData Read(string text, OsmSelection selection) => OsmPbfReader.Read(new MemoryStream(Pbf(text)), selection);

    /// <summary>The map as a PBF file.</summary>
    public static byte[] Pbf(string text)
    {
        using MemoryStream bytes = new();
        using (OsmPbfWriter writer = new(bytes))
        {
            foreach (string line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
            {
                Write(writer, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return bytes.ToArray();
    }

    private static void Write(OsmPbfWriter writer, string[] words)
    {
        long id = Id(words[0]);
        (string, string)[] tags = [.. words.Skip(1).Where(w => w.Contains('=')).Select(w => w.Split('=', 2)).Select(p => (p[0], p[1].Replace('~', ' ')))];
        string[] rest = [.. words.Skip(1).Where(w => !w.Contains('='))];
        switch (words[0][0])
        {
            case 'n':
                double[] place = Array.ConvertAll(rest[0].Split(','), p => double.Parse(p, CultureInfo.InvariantCulture));
                writer.Node(id, place[0], place[1], tags);
                break;
            case 'w':
                writer.Way(id, rest.Length == 0 ? [] : Array.ConvertAll(rest[0].Split(','), n => long.Parse(n, CultureInfo.InvariantCulture)), tags);
                break;
            default:
                writer.Relation(id, Array.ConvertAll(rest, Member), tags);
                break;
        }
    }

    private static OsmMember Member(string word)
    {
        string[] parts = word.Split(':');
        OsmElementType type = parts[0][0] switch { 'n' => OsmElementType.Node, 'w' => OsmElementType.Way, _ => OsmElementType.Relation };
        return new OsmMember(type, Id(parts[0]), parts.Length > 1 ? parts[1] : "");
    }

    private static long Id(string word) => long.Parse(word.AsSpan(1), CultureInfo.InvariantCulture);
}
