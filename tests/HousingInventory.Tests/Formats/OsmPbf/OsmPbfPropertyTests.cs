using FsCheck;
using FsCheck.Fluent;
using HousingInventory.Formats.OsmPbf;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Formats;

/// <summary>What must hold for every map, not only for the drawn ones.</summary>
public sealed class OsmPbfPropertyTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(2026, 11);

    [Fact]
    public void What_is_written_is_read_back() => Check.One(s_config, Prop.ForAll<int, PositiveInt>((seed, size) =>
    {
        // Ids anywhere, far apart, positions anywhere in the world, tags with any text.
        Random random = new(seed);
        long[] ids = [.. Enumerable.Range(0, size.Get).Select(_ => random.NextInt64(1, 1L << 40)).Distinct().Order()];
        int[] longitudes = Array.ConvertAll(ids, _ => random.Next(-1_800_000_000, 1_800_000_001));
        int[] latitudes = Array.ConvertAll(ids, _ => random.Next(-900_000_000, 900_000_001));
        string[] values = Array.ConvertAll(ids, _ => new string((char)random.Next(1, 0xD7FF), random.Next(1, 300)));
        long[] way = [.. Enumerable.Range(0, random.Next(2, 300)).Select(_ => ids[random.Next(ids.Length)])];

        using MemoryStream file = new();
        using (OsmPbfWriter writer = new(file))
        {
            for (int i = 0; i < ids.Length; i++)
            {
                writer.Node(ids[i], longitudes[i] / 1e7, latitudes[i] / 1e7, ("key", values[i]));
            }

            writer.Way(1, way, ("way", values[0]));
        }

        file.Position = 0;
        OsmData osm = OsmPbfReader.Read(file, new OsmSelection { Lines = ["way"], Places = ["key"] });
        Assert.Equal(ids, osm.Nodes.Ids);
        Assert.Equal(longitudes, osm.Nodes.LongitudesE7);
        Assert.Equal(latitudes, osm.Nodes.LatitudesE7);
        Assert.Equal(values, Enumerable.Range(0, ids.Length).Select(i => osm.Places.Tags.Text(i, "key")));
        Assert.Equal(way, osm.Lines.Nodes.Select(n => osm.Nodes.Ids[n]));
        Assert.Equal(values[0], osm.Lines.Tags.Text(0, "way"));
    }));

    [Fact]
    public void However_an_outline_is_cut_turned_and_shuffled_it_comes_back() => Check.One(s_config, Prop.ForAll<int>(seed =>
    {
        // A row of squares 10 wide, every other one with a square hole 2 wide: the area is 100 a square less 4 a hole.
        Random random = new(seed);
        int squares = random.Next(1, 5);
        List<(double X, double Y)> nodes = [];
        List<(long[] Nodes, string Role)> pieces = [];
        for (int i = 0; i < squares; i++)
        {
            Cut(Square(nodes, i * 20, 0, 10), "outer", pieces, random);
            if (i % 2 == 0)
            {
                Cut(Square(nodes, (i * 20) + 4, 4, 2), "inner", pieces, random);
            }
        }

        (long[] Nodes, string Role)[] shuffled = [.. pieces.OrderBy(_ => random.Next())];
        using MemoryStream file = new();
        using (OsmPbfWriter writer = new(file))
        {
            for (int i = 0; i < nodes.Count; i++)
            {
                writer.Node(i + 1, nodes[i].X, nodes[i].Y);
            }

            for (int i = 0; i < shuffled.Length; i++)
            {
                writer.Way(i + 1, random.Next(2) == 0 ? shuffled[i].Nodes : [.. shuffled[i].Nodes.Reverse()]);
            }

            OsmMember[] members = [.. shuffled.Select((p, i) => new OsmMember(OsmElementType.Way, i + 1, p.Role))];
            writer.Relation(1, members, ("type", "multipolygon"), ("building", "yes"));
        }

        file.Position = 0;
        OsmData osm = OsmPbfReader.Read(file, new OsmSelection { Areas = ["building"] });
        Geometry area = osm.Areas.Geometry(0, new GeometryFactory());
        Assert.True(area.IsValid);
        Assert.Equal(squares, area.NumGeometries);
        Assert.Equal((100 * squares) - (4 * ((squares + 1) / 2)), area.Area, 6);
        Assert.Equal(0, osm.Counts.RingsLeftOut);
    }));

    /// <summary>Adds the corners and returns the ring, as node ids.</summary>
    private static long[] Square(List<(double X, double Y)> nodes, double x, double y, double side)
    {
        long first = nodes.Count + 1;
        nodes.AddRange([(x, y), (x + side, y), (x + side, y + side), (x, y + side)]);
        return [first, first + 1, first + 2, first + 3, first];
    }

    /// <summary>Cuts a ring at some of its corners into ways.</summary>
    private static void Cut(long[] ring, string role, List<(long[] Nodes, string Role)> pieces, Random random)
    {
        int from = 0;
        for (int i = 1; i < ring.Length; i++)
        {
            if (i == ring.Length - 1 || random.Next(2) == 0)
            {
                pieces.Add((ring[from..(i + 1)], role));
                from = i;
            }
        }
    }
}
