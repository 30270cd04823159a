using HousingInventory.Diagnostics;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>What files of roads and timetables say about access, from the file to the network.</summary>
public sealed class AccessFilesTests
{
    private const string Feed =
        """
        # agency.txt
        agency_id,agency_name,agency_url,agency_timezone
        a,Exempelbuss,https://example.org,ZONE
        # stops.txt
        stop_id,stop_name,stop_lat,stop_lon
        S,Byn,64.9,19.2
        M,Bron,64.85,19.25
        C,Torget,64.8,19.3
        # routes.txt
        route_id,agency_id,route_short_name,route_type
        r,a,31,700
        # trips.txt
        route_id,service_id,trip_id,shape_id
        r,s,t,sh
        r,s,f,
        # stop_times.txt
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        t,00:30:00,00:30:00,S,1
        t,,,M,2
        t,01:10:00,01:10:00,C,10
        f,00:00:00,00:00:00,S,1
        f,00:30:00,00:30:00,C,2
        # calendar_dates.txt
        service_id,date,exception_type
        s,20261110,1
        s,20261111,1
        s,20261208,1
        """;

    [Theory]
    [InlineData("w1:from n2:via w2:to type=restriction restriction=no_left_turn", 1, 0)]
    [InlineData("w1:from n2:via w2:to type=restriction restriction=only_straight_on", 1, 0)]
    [InlineData("w1:from n2:via w2:to type=restriction restriction:motorcar=no_left_turn", 1, 0)]
    [InlineData("w1:from n2:via w1:to type=restriction restriction=no_u_turn", 1, 0)]
    [InlineData("w1:from w3:from n2:via w2:to type=restriction restriction=no_entry", 2, 0)]
    [InlineData("w1:from w3:via w2:to type=restriction restriction=no_left_turn", 0, 1)]
    [InlineData("w1:from n2:via w2:to type=restriction restriction:conditional=no_left_turn@(Mo-Fr~07:00-09:00)", 0, 1)]
    [InlineData("w1:from n2:via w2:to type=restriction restriction=no_left_turn day_on=Monday", 0, 1)]
    [InlineData("w1:from w2:to type=restriction restriction=no_left_turn", 0, 1)]
    [InlineData("w1:from n2:via w2:to type=restriction restriction=no_left_turn except=motorcar;bus", 0, 0)]
    [InlineData("w1:from n2:via w2:to type=restriction restriction:hgv=no_left_turn", 0, 0)]
    [InlineData("w1:outer type=multipolygon restriction=no_left_turn", 0, 0)]
    public void A_turn_ban_holds_for_cars_where_a_node_lies_between_and_others_are_counted(string relation, int bans, int notFollowed)
    {
        OsmData osm = OsmText.Read(
            $"""
            n1 20.95,64.75
            n2 20.96,64.75
            n3 20.97,64.75
            w1 1,2 highway=residential
            w2 2,3 highway=residential
            w3 2,1 highway=residential
            r1 {relation}
            """,
            new OsmSelection { Lines = ["highway"], Relations = ["type=restriction"] });
        RoadWays ways = new();
        Assert.Equal(notFollowed, OsmTurnBans.Read(osm.Relations, ways));
        Assert.Equal(bans, ways.TurnBans.Count);
        Assert.All(ways.TurnBans, b => Assert.Equal(2, b.ViaNode));
    }

    [Fact]
    public void A_square_that_is_a_relation_joins_the_paths_at_its_edge()
    {
        // Two paths end at opposite corners of a square whose outline is two untagged ways; a hundredth of a degree is 476 m by 1,115 m.
        using Workshop workshop = new Workshop().With("roads", "roads.osm.pbf", OsmText.Pbf("""
            n1 20.95,64.75
            n2 20.96,64.75
            n3 20.96,64.76
            n4 20.95,64.76
            n5 20.94,64.75
            n6 20.97,64.76
            w1 1,2,3
            w2 3,4,1
            w3 5,1 highway=footway
            w4 3,6 highway=footway
            r1 w1:outer w2:outer type=multipolygon highway=pedestrian
            r2 w1:outer w2:outer type=multipolygon natural=water
            """));
        Imported imported = workshop.Import();
        RoadGraph graph = imported.Surroundings.Roads!;
        RoadPath path = PathSearch.OnFoot(graph).Find(At(graph, 0), At(graph, 1))!;
        Assert.InRange(path.DistanceM, 476 + 476 + 1115 + 476 - 10, 476 + 476 + 1115 + 476 + 10);
        Assert.Single(imported.Surroundings.Water);
        InputFile roads = imported.Question.Books.Files.Single(f => f.Type == "roads");

        // Rows are ways with a road's tag: the two paths.
        Assert.Equal((2L, 2L), (roads.Read, roads.Used));

        // The two ends of the paths: the leaves of the graph.
        static Connections At(RoadGraph graph, int which)
        {
            int[] degree = new int[graph.NodeCount];
            for (int e = 0; e < graph.EdgeCount; e++)
            {
                degree[graph.EdgeStart[e]]++;
                degree[graph.EdgeEnd[e]]++;
            }

            int leaf = Enumerable.Range(0, graph.NodeCount).Where(n => degree[n] == 1).ElementAt(which);
            return new EdgeIndex(graph, RoadMode.Foot).Connect(graph.NodeX[leaf], graph.NodeY[leaf], 1);
        }
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(18, 2)]
    public void Heights_of_a_line_layer_tell_a_bridge_from_a_crossing(int bridgeM, int parts)
    {
        string Line(int x1, int y1, int x2, int y2, int z) =>
            $$"""{ "type": "Feature", "properties": {}, "geometry": { "type": "LineString", "coordinates": [[{{700000 + x1}},{{7200000 + y1}},{{z}}],[700000,7200000,{{z}}],[{{700000 + x2}},{{7200000 + y2}},{{z}}]] } }""";
        using Workshop workshop = new Workshop().With("roads", "roads.geojson", Workshop.Collection(Line(-3000, 0, 3000, 0, 10), Line(0, -3000, 0, 3000, bridgeM)));
        RoadGraph graph = workshop.Import().Surroundings.Roads!;
        Assert.Equal(parts, Enumerable.Range(0, graph.EdgeCount).Select(e => graph.PartOf(e, RoadMode.Foot)).Distinct().Count());
    }

    [Fact]
    public void Blank_times_go_by_position_and_a_feed_of_sweden_keeps_its_clock()
    {
        Timetable timetable = Made("Europe/Stockholm", "", out Run run).Timetable;
        // 40 minutes over two hops: 00:50, though stop_sequence says an eighth of the way.
        Assert.Equal([1800, 3000, 4200], Times(timetable, "t"));
        Assert.True(timetable.Runs(TripOf(timetable, "t"), new DateOnly(2026, 11, 10)));
        Assert.DoesNotContain(run.Notices.Samples, n => n is TimetableZoneShifted or TimetableZoneUnknown or TimetableTableOfNoUse);
    }

    [Fact]
    public void A_feed_of_another_zone_runs_by_swedens_clock_and_a_trip_before_midnight_belongs_to_the_day_before()
    {
        Timetable finnish = Made("Europe/Helsinki", "", out Run run).Timetable;
        // 00:30 in Helsinki on the 11th is 23:30 in Sweden on the 10th.
        Assert.Equal([84_600, 85_800, 87_000], Times(finnish, "t"));
        Assert.Equal([false, true, true], new[] { 8, 9, 10 }.Select(d => finnish.Runs(TripOf(finnish, "t"), new DateOnly(2026, 11, d))));
        Assert.Contains(run.Notices.Samples, n => n is TimetableZoneShifted { Zone: "Europe/Helsinki" });
        // London is an hour behind.
        Assert.Equal([5400, 6600, 7800], Times(Made("Europe/London", "", out _).Timetable, "t"));
        // A zone that nobody knows leaves the times as they stand, and says so.
        Assert.Equal([1800, 3000, 4200], Times(Made("Europe/Atlantis", "", out Run unknown).Timetable, "t"));
        Assert.Contains(unknown.Notices.Samples, n => n is TimetableZoneUnknown);
    }

    [Theory]
    [InlineData("f,06:00:00,07:00:00,0")]
    [InlineData("f,07:00:00,06:00:00,600")]
    [InlineData("f,,07:00:00,600")]
    [InlineData("f,06:00:00,06:00:00,600")]
    public void A_trip_whose_frequencies_are_all_unusable_never_runs(string row)
    {
        Timetable timetable = Made("Europe/Stockholm", "# frequencies.txt\ntrip_id,start_time,end_time,headway_secs\n" + row, out _).Timetable;
        Assert.Equal(-1, TripOf(timetable, "f"));
        Assert.NotEqual(-1, TripOf(timetable, "t"));
        // Beside one good row it runs at that one's departures, in another zone too.
        Timetable good = Made("Europe/Helsinki", "# frequencies.txt\ntrip_id,start_time,end_time,headway_secs\nf,06:00:00,06:10:00,600\n" + row, out _).Timetable;
        Assert.Equal([18_000, 19_800], Times(good, "f"));
    }

    [Theory]
    [InlineData("shapes.txt")]
    [InlineData("frequencies.txt")]
    [InlineData("calendar.txt")]
    [InlineData("booking_rules.txt")]
    [InlineData("transfers.txt")]
    [InlineData("feed_info.txt")]
    public void An_optional_table_that_is_empty_or_has_no_header_is_as_absent(string file)
    {
        foreach (string content in new[] { "", "x,1,2,3,4,5,6,7,20261110,20261110\n", "nonsense\n" })
        {
            Timetable timetable = Made("Europe/Stockholm", $"# {file}\n{content}", out Run run).Timetable;
            Assert.Equal([1800, 3000, 4200], Times(timetable, "t"));
            Assert.Contains(run.Notices.Samples, n => n is TimetableTableOfNoUse told && told.File == file);
        }
    }

    [Theory]
    [InlineData("0,0")]
    [InlineData("0.0,0.0")]
    [InlineData("0.2,-0.3")]
    public void A_shape_point_in_the_sea_off_africa_is_left_out(string point)
    {
        Transit transit = Made(
            "Europe/Stockholm", $"# shapes.txt\nshape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\nsh,64.9,19.2,1\nsh,{point},2\nsh,64.8,19.3,3\n", out _);
        // 0.1 degrees north and 0.1 east, by the shape of one trip and straight for the other.
        Assert.All(transit.LineCourses.Single().Course.Geometries, g => Assert.InRange(g.Length, 12_000, 13_000));
    }

    private static Transit Made(string zone, string more, out Run run)
    {
        using Workshop workshop = new Workshop
        {
            Members = """ "asOf": "2026-11-10", "crs": "EPSG:3006", "serviceDays": { "term": "2026-11-10" }, "candidates": { "settlements": null }, "criteria": null, """,
        }.With("timetable", "gtfs.zip", GtfsText.Zip(Feed.Replace("ZONE", zone, StringComparison.Ordinal) + "\n" + more));
        run = new Run();
        return workshop.Import(run).Surroundings.Transit!;
    }

    private static int TripOf(Timetable timetable, string id) =>
        Enumerable.Range(0, timetable.Trips.Count).Where(t => timetable.Trips.IdOf(t) == id).DefaultIfEmpty(-1).First();

    private static int[] Times(Timetable timetable, string id)
    {
        (int first, int end) = timetable.Trips.CallsOf(TripOf(timetable, id));
        return [.. Enumerable.Range(first, end - first).Select(timetable.Trips.DepartureS)];
    }
}
