using HousingInventory.Formats.OsmPbf;

namespace HousingInventory.Sample;

/// <summary>The roads, and the lakes beside them, as an OpenStreetMap extract.</summary>
internal static class RoadFile
{
    /// <summary>Ids that OpenStreetMap does not reach for long, so that nothing is mistaken for a real way.</summary>
    private const long FirstId = 900_000_000_000;

    public static void Write(RoadNetwork roads, IReadOnlyList<Position[]> lakes, Stream stream, Func<Position, (double Longitude, double Latitude)> toWgs84)
    {
        // Stored, not deflated: a sample is the same bytes under every zlib.
        using OsmPbfWriter writer = new(stream, compress: false);
        for (int k = 0; k < roads.Nodes.Count; k++)
        {
            (double longitude, double latitude) = toWgs84(roads.Nodes[k]);
            writer.Node(FirstId + k, longitude, latitude);
        }

        // The last corner of a ring is its first.
        long first = FirstId + roads.Nodes.Count;
        foreach (Position corner in lakes.SelectMany(l => l[..^1]))
        {
            (double longitude, double latitude) = toWgs84(corner);
            writer.Node(first++, longitude, latitude);
        }

        for (int k = 0; k < roads.Ways.Count; k++)
        {
            long[] nodes = [.. roads.Ways[k].Nodes.Select(n => FirstId + n)];
            writer.Way(FirstId + k, nodes, [.. roads.Ways[k].Tags]);
        }

        first = FirstId + roads.Nodes.Count;
        for (int k = 0; k < lakes.Count; k++)
        {
            long[] shore = [.. Enumerable.Range(0, lakes[k].Length - 1).Select(i => first + i)];
            writer.Way(FirstId + roads.Ways.Count + k, [.. shore, first], ("natural", "water"));
            first += shore.Length;
        }
    }
}
