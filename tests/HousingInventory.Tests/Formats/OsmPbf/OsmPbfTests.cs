using HousingInventory.Formats.OsmPbf;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Formats;

public sealed class OsmPbfTests
{
    private static readonly OsmSelection Everything = new()
    {
        Lines = ["highway", "route=ferry"],
        Areas = ["building"],
        Places = ["amenity", "addr:housenumber", "highway=bus_stop"],
    };

    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void Selected_ways_become_lines_and_the_rest_is_only_counted()
    {
        OsmData osm = OsmText.Read(
            """
            n1 20.1,64.1
            n2 20.2,64.2
            n3 20.3,64.3
            n4 20.4,64.4
            w1 1,2 highway=residential name=Storgatan
            w2 2,3 railway=rail
            w3 3,1 route=ferry
            w4 1,3 route=bus
            """,
            Everything);

        Assert.Equal((4, 4, 0), (osm.Counts.Nodes, osm.Counts.Ways, osm.Counts.Relations));
        Assert.Equal(1, osm.Counts.HighwayWays);
        Assert.Equal([1, 3], osm.Lines.Ids);

        // Node 4 is in no kept way, so it is gone; the others keep the order of the file.
        Assert.Equal([1, 2, 3], osm.Nodes.Ids);
        Assert.Equal([0, 1, 2, 0], osm.Lines.Nodes);
        Assert.Equal([0, 2, 4], osm.Lines.NodeStart);
        Assert.Equal((20.3, 64.3), (osm.Nodes.Longitude(2), osm.Nodes.Latitude(2)));
        Assert.Equal("Storgatan", osm.Lines.Tags.Text(0, "name"));
        Assert.Null(osm.Lines.Tags.Text(1, "name"));
        Assert.Null(osm.Lines.Tags.Text(0, "no such key"));
        Assert.Equal(osm.Strings.Find("residential"), osm.Lines.Tags.Value(0, osm.Strings.Find("highway")));
        Assert.Equal(-1, osm.Strings.Find("railway"));
        Assert.Equal(new Envelope(20.1, 20.4, 64.1, 64.4), osm.Extent);
    }

    [Fact]
    public void A_line_never_jumps_over_nodes_that_the_file_lacks()
    {
        // 8 and 9 are missing: the way is 1-2, then 3 alone, then 4-5-6.
        OsmData osm = OsmText.Read(
            """
            n1 20,64
            n2 20,65
            n3 20,66
            n4 20,67
            n5 20,68
            n6 20,69
            w1 1,2,8,3,9,4,5,6 highway=track
            w2 8,9 highway=track
            w3 highway=track
            """,
            Everything);

        Assert.Equal([1, 1], osm.Lines.Ids);
        Assert.Equal([0, 2, 5], osm.Lines.NodeStart);
        Assert.Equal([1, 2, 4, 5, 6], osm.Lines.Nodes.Select(n => osm.Nodes.Ids[n]));
        Assert.Equal(4, osm.Counts.MissingNodeReferences);
        Assert.Equal(2, osm.Counts.LinesWithoutGeometry);
        Assert.Equal(["track", "track"], Enumerable.Range(0, 2).Select(i => osm.Lines.Tags.Text(i, "highway")));
    }

    [Fact]
    public void A_closed_way_is_a_polygon_and_faulty_outlines_are_counted()
    {
        // w1 is a square; w2 does not close; w3 has two corners; w4 lost a corner at the edge of the file; w5 lost too many.
        OsmData osm = OsmText.Read(
            """
            n1 20,64
            n2 21,64
            n3 21,65
            n4 20,65
            w1 1,2,3,4,1 building=yes
            w2 1,2,3,4 building=yes
            w3 1,2,1 building=yes
            w4 9,1,2,3,9 building=yes
            w5 1,8,9,2,1 building=yes
            """,
            Everything);

        Assert.Equal([1, 4], osm.Areas.Ids);
        Assert.Equal([false, true], osm.Areas.IsCut);
        Assert.Equal("POLYGON ((20 64, 21 64, 21 65, 20 65, 20 64))", osm.Areas.Geometry(0, Factory).AsText());
        Assert.Equal("POLYGON ((20 64, 21 64, 21 65, 20 64))", osm.Areas.Geometry(1, Factory).AsText());
        Assert.Equal((5, 2, 1), (osm.Counts.AreaWays, osm.Counts.UnclosedAreas, osm.Counts.IncompleteAreas));
    }

    [Fact]
    public void Member_ways_are_joined_into_rings_and_inner_rings_go_to_the_outer_one_around_them()
    {
        // Two outer squares, 0..4 and 10..14 east. The first is split in three ways, one of them backwards; the second has the hole.
        OsmData osm = OsmText.Read(
            """
            n1 0,0
            n2 4,0
            n3 4,4
            n4 0,4
            n11 10,0
            n12 14,0
            n13 14,4
            n14 10,4
            n21 11,1
            n22 12,1
            n23 12,2
            w1 1,2
            w2 4,3,2
            w3 4,1
            w4 11,12,13,14,11
            w5 21,22,23,21
            r1 w5:inner w1:outer w4:outer w2:outer w3: n1:label type=multipolygon building=yes
            """,
            Everything);

        Assert.Equal(
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((10 0, 14 0, 14 4, 10 4, 10 0), (11 1, 12 1, 12 2, 11 1)))",
            osm.Areas.Geometry(0, Factory).AsText());
        Assert.Equal([OsmElementType.Relation], osm.Areas.Types);
        Assert.Equal([true, true, false], osm.Areas.IsOuter);
        Assert.Equal((1, 0), (osm.Counts.AreaRelations, osm.Counts.RingsLeftOut));
    }

    [Fact]
    public void Two_rings_that_touch_at_a_node_come_apart()
    {
        // A figure of eight through node 3, cut into ways at nodes 1, 3 and 5: walked from 1 it passes 3, goes round 5 and comes back to 3.
        OsmData osm = OsmText.Read(
            """
            n1 0,0
            n2 2,0
            n3 2,2
            n4 0,2
            n5 4,2
            n6 4,4
            n7 2,4
            w1 1,2,3
            w2 3,5
            w3 5,6,7,3
            w4 3,4,1
            r1 w1 w2 w3 w4 type=boundary building=yes
            """,
            Everything);

        Geometry both = osm.Areas.Geometry(0, Factory);
        Assert.Equal(2, both.NumGeometries);
        Assert.True(both.IsValid);
        Assert.Equal(4 + 4, both.Area, 9);
    }

    [Fact]
    public void Relations_that_are_no_areas_or_do_not_close_are_counted_by_cause()
    {
        // r1 is no multipolygon; r2 does not close; r3 has a member that is not in the file; r4 has an inner ring outside its outer one.
        OsmData osm = OsmText.Read(
            """
            n1 0,0
            n2 4,0
            n3 4,4
            n4 0,4
            n5 9,9
            n6 9,8
            n7 8,8
            w1 1,2,3,4,1
            w2 1,2,3
            w3 5,6,7,5
            r1 w1:outline type=building building=yes
            r2 w2:outer type=multipolygon building=yes
            r3 w2:outer w99:outer type=multipolygon building=yes
            r4 w1:outer w3:inner type=multipolygon building=yes
            """,
            Everything);

        Assert.Equal([4], osm.Areas.Ids);
        Assert.Equal(4, osm.Counts.AreaRelations);
        Assert.Equal(1, osm.Counts.RelationsOfOtherType);
        Assert.Equal(1, osm.Counts.UnclosedAreas);
        Assert.Equal(1, osm.Counts.IncompleteAreas);
        Assert.Equal(1, osm.Counts.RingsLeftOut);
    }

    [Fact]
    public void Places_are_nodes_lines_and_areas_by_their_middle()
    {
        // The area: a 4 x 2 rectangle with the middle at 2,1. The line: mean of its vertices. The relation: 4 x 4 with middle 2,2, less a 2 x 2 hole with
        // middle 3,3: (16 * 2 - 4 * 3) / 12 = 5/3 each way.
        OsmData osm = OsmText.Read(
            """
            n1 0,0
            n2 4,0
            n3 4,2
            n4 0,2
            n5 4,4
            n6 0,4
            n11 2,2
            n12 4,2
            n13 4,4
            n14 2,4
            n20 7,8 amenity=cafe
            n21 7,9 highway=bus_stop
            n22 7,9 highway=crossing
            w1 1,2,3,4,1 amenity=school
            w2 1,2,99 addr:housenumber=4
            w3 98,99 amenity=bench
            w4 1,2,5,6,1
            w5 11,12,13,14,11
            r1 w4:outer w5:inner type=multipolygon amenity=hospital
            """,
            Everything);

        Assert.Equal([20, 21, 1, 2, 1], osm.Places.Ids);
        Assert.Equal(
            [OsmElementType.Node, OsmElementType.Node, OsmElementType.Way, OsmElementType.Way, OsmElementType.Relation], osm.Places.Types);
        double[] expected = [7, 7, 2, 2, 5.0 / 3];
        Assert.All(expected, (x, i) => Assert.Equal(x, osm.Places.Longitudes[i], 9));
        double[] expectedNorth = [8, 9, 1, 0, 5.0 / 3];
        Assert.All(expectedNorth, (y, i) => Assert.Equal(y, osm.Places.Latitudes[i], 9));
        Assert.Equal([20, 21], osm.Places.Nodes.Take(2).Select(n => osm.Nodes.Ids[n]));
        Assert.Equal([-1, -1, -1], osm.Places.Nodes.Skip(2));
        Assert.Equal("cafe", osm.Places.Tags.Text(0, "amenity"));
        Assert.Equal((6, 1), (osm.Counts.SelectedPlaces, osm.Counts.PlacesWithoutGeometry));
    }

    [Fact]
    public void One_way_may_be_line_area_and_place()
    {
        OsmData osm = OsmText.Read(
            """
            n1 0,0
            n2 4,0
            n3 4,4
            w1 1,2,3,1 highway=pedestrian building=roof amenity=shelter
            """,
            Everything);

        Assert.Equal((1, 1, 1), (osm.Lines.Count, osm.Areas.Count, osm.Places.Count));
    }

    [Fact]
    public void The_order_of_blocks_does_not_matter_and_of_equal_ids_the_first_counts()
    {
        // The file begins with the way; each node is a block of its own, ids falling; then node 2 comes again elsewhere.
        OsmData osm = OsmPbfReader.Read(
            new MemoryStream(PbfBytes.Join(
                OsmText.Pbf("w1 1,2,3 highway=track"),
                OsmText.Pbf("n3 20.3,64.3"),
                OsmText.Pbf("n2 20.2,64.2"),
                OsmText.Pbf("n1 20.1,64.1"),
                OsmText.Pbf("n2 0,0"))),
            Everything);

        Assert.Equal([1, 2, 3], osm.Lines.Nodes.Select(n => osm.Nodes.Ids[n]));
        Assert.Equal([20.1, 20.2, 20.3], osm.Lines.Nodes.Select(osm.Nodes.Longitude));
        Assert.Equal((4, 0), (osm.Counts.Nodes, osm.Counts.MissingNodeReferences));
    }

    [Fact]
    public void Many_disordered_blocks_are_sorted_once()
    {
        // Forty nodes in forty blocks, ids falling, then the first ten again at another place.
        byte[][] blocks =
        [
            .. Enumerable.Range(0, 40).Select(i => OsmText.Pbf($"n{40 - i} {40 - i},0")), .. Enumerable.Range(1, 10).Select(i => OsmText.Pbf($"n{i} 99,9")),
            OsmText.Pbf($"w1 {string.Join(',', Enumerable.Range(1, 40))} highway=track"),
        ];
        OsmData osm = OsmPbfReader.Read(new MemoryStream(PbfBytes.Join(blocks)), Everything);

        Assert.Equal(Enumerable.Range(1, 40).Select(i => (double)i), osm.Lines.Nodes.Select(osm.Nodes.Longitude));
        Assert.Equal(50, osm.Counts.Nodes);
    }

    [Fact]
    public void Granularity_offsets_plain_nodes_and_raw_blobs_are_understood()
    {
        // In units of 1000 nanodegrees with an offset of 20 and 60 degrees: 500 000 units are half a degree.
        ProtoWriter node = new();
        node.Field(1, 2 * 5);
        node.Field(8, 2 * 500_000);
        node.Field(9, 2 * 1_250_000 - 1);
        ProtoWriter lost = new();
        lost.Field(1, 2 * 6);
        lost.Field(8, 2 * 40_000_000);
        lost.Field(9, 0);
        ProtoWriter group = new();
        group.Field(1, node);
        group.Field(1, lost);
        ProtoWriter table = new();
        table.Field(1, ""u8);
        ProtoWriter block = new();
        block.Field(2, group);
        block.Field(1, table);
        block.Field(17, 1000);
        block.Field(19, 60_000_000_000);
        block.Field(20, 20_000_000_000);
        OsmData osm = OsmPbfReader.Read(
            new MemoryStream(PbfBytes.Join(PbfBytes.File(PbfBytes.Raw(block.ToArray())), OsmText.Pbf("w1 5,6,5 highway=track"))), Everything);

        // 60.5 north, 20 - 1.25 = 18.75 east; node 6 would lie at 100 degrees north and is treated as missing.
        Assert.Equal(new Envelope(18.75, 18.75, 60.5, 60.5), osm.Extent);
        Assert.Equal((2, 1, 1), (osm.Counts.Nodes, osm.Counts.NodesOutsideTheWorld, osm.Counts.MissingNodeReferences));
    }

    [Fact]
    public void The_number_of_cores_never_shows()
    {
        Random random = new(7);
        byte[][] blocks = [.. Enumerable.Range(0, 30).Select(b => OsmText.Pbf(RandomMap(random, b * 100)))];
        byte[] file = PbfBytes.Join(blocks);
        string one = Fingerprint(OsmPbfReader.Read(new MemoryStream(file), Everything, threads: 1));
        string many = Fingerprint(OsmPbfReader.Read(new MemoryStream(file), Everything, threads: 8));

        Assert.Equal(one, many);
    }

    [Fact]
    public void An_empty_file_with_a_header_has_nothing()
    {
        OsmData osm = OsmText.Read("", Everything);

        Assert.Equal((0, 0, 0, 0), (osm.Counts.Nodes, osm.Nodes.Count, osm.Lines.Count, osm.Strings.Count));
        Assert.True(osm.Extent.IsNull);
        Assert.Null(osm.Timestamp);
    }

    [Fact]
    public void Writing_the_same_elements_gives_the_same_bytes_and_disorder_is_refused()
    {
        const string Map = "n1 20,64 amenity=cafe\nn2 21,64\nw1 1,2 highway=track";
        Assert.Equal(OsmText.Pbf(Map), OsmText.Pbf(Map));

        using OsmPbfWriter writer = new(new MemoryStream());
        writer.Way(5, [1, 2], ("highway", "track"));
        Assert.Throws<ArgumentException>(() => writer.Way(5, [1, 2]));
        Assert.Throws<ArgumentException>(() => writer.Node(1, 0, 0));
    }

    /// <summary>Nodes from <paramref name="first"/> on, and ways among all of them so far.</summary>
    private static string RandomMap(Random random, int first)
    {
        IEnumerable<string> nodes = Enumerable.Range(first + 1, 100).Select(i => $"n{i} {random.Next(100)},{random.Next(80)} amenity=a{random.Next(9)}");
        IEnumerable<string> ways = Enumerable.Range(first + 1, 50).Select(i =>
            $"w{i} {string.Join(',', Enumerable.Range(0, 5).Select(_ => random.Next(1, 3500)))} highway=h{random.Next(9)} name=n{random.Next(999)}");
        return string.Join('\n', nodes.Concat(ways));
    }

    private static string Fingerprint(OsmData osm) => string.Join(
        ';',
        string.Join(',', Enumerable.Range(0, osm.Strings.Count).Select(i => osm.Strings[i])),
        string.Join(',', osm.Nodes.Ids),
        string.Join(',', osm.Lines.Ids),
        string.Join(',', osm.Lines.Nodes),
        string.Join(',', osm.Lines.Tags.Values),
        string.Join(',', osm.Places.Ids),
        osm.Counts.MissingNodeReferences);
}
