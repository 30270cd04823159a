using HousingInventory.Formats.OsmPbf;

namespace HousingInventory.Sample;

/// <summary>The roads, and the lakes beside them, as an OpenStreetMap extract.</summary>
internal static class RoadFile
{
    /// <summary>Ids that OpenStreetMap does not reach for long, so that nothing is mistaken for a real way.</summary>
    private const long LowestId = 900_000_000_000;

    /// <param name="roads">The roads.</param>
    /// <param name="lakes">Closed rings.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="toWgs84">From SWEREF 99 TM.</param>
    /// <param name="firstKey">See <see cref="SamplePlace.FirstKey"/>: a node of two files is one node.</param>
    /// <param name="everyM">At most so far apart are the points of a road, as in a map drawn by hand; null for those that it was built with.</param>
    public static void Write(
        RoadNetwork roads, IReadOnlyList<Position[]> lakes, Stream stream, Func<Position, (double Longitude, double Latitude)> toWgs84, long firstKey, double? everyM)
    {
        long firstId = LowestId + firstKey;
        // Stored, not deflated: a sample is the same bytes under every zlib.
        using OsmPbfWriter writer = new(stream, compress: false);
        long next = firstId;
        foreach (Position node in roads.Nodes)
        {
            Node(node);
        }

        List<long[]> lines = [.. roads.Ways.Select(w => everyM is { } gap ? Drawn(w, gap) : [.. w.Nodes.Select(n => firstId + n)])];

        // The last corner of a ring is its first.
        long shores = next;
        foreach (Position corner in lakes.SelectMany(l => l[..^1]))
        {
            Node(corner);
        }

        for (int k = 0; k < roads.Ways.Count; k++)
        {
            writer.Way(firstId + k, lines[k], [.. roads.Ways[k].Tags]);
        }

        for (int k = 0; k < lakes.Count; k++)
        {
            long first = shores;
            long[] shore = [.. Enumerable.Range(0, lakes[k].Length - 1).Select(i => first + i)];
            writer.Way(firstId + roads.Ways.Count + k, [.. shore, first], ("natural", "water"));
            shores += shore.Length;
        }

        void Node(Position position)
        {
            (double longitude, double latitude) = toWgs84(position);
            writer.Node(next++, longitude, latitude);
        }

        long[] Drawn(RoadWay way, double gap)
        {
            List<long> line = [firstId + way.Nodes[0]];
            for (int k = 1; k < way.Nodes.Length; k++)
            {
                (Position from, Position to) = (roads.Nodes[way.Nodes[k - 1]], roads.Nodes[way.Nodes[k]]);
                int pieces = (int)Math.Ceiling(from.DistanceM(to) / gap);
                for (int piece = 1; piece < pieces; piece++)
                {
                    line.Add(next);
                    Node(from.Towards(to, (double)piece / pieces));
                }

                line.Add(firstId + way.Nodes[k]);
            }

            return [.. line];
        }
    }
}
