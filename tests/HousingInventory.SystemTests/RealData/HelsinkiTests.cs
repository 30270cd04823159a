using System.Globalization;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests.RealData;

/// <summary>The whole chain on central Helsinki, held to counts and distances found by other means.</summary>
[Trait("Needs", "RealData")]
[Trait("Needs", "Gdal")]
public sealed class HelsinkiTests(HelsinkiRun run) : IClassFixture<HelsinkiRun>
{
    [Fact]
    public void Every_row_of_every_source_is_accounted_for()
    {
        foreach (JsonNode? input in run.Manifest["inputs"]!.AsArray())
        {
            JsonNode rows = input!["rows"]!;
            long leftOut = rows["leftOut"]!.AsObject().Sum(r => r.Value!.GetValue<long>());
            Assert.Equal(
                (input["type"]!.GetValue<string>(), rows["read"]!.GetValue<long>()), (input["type"]!.GetValue<string>(), rows["used"]!.GetValue<long>() + leftOut));
        }
    }

    [Fact]
    public void Rows_are_what_the_data_is_known_to_hold()
    {
        // 433 ways, 67 relations and 36 nodes (34 of them entrances) carry "building"; the nodes are no buildings.
        Assert.Equal((433L, 67L, 36L), (run.Osm.Count('w', "building"), run.Osm.Count('r', "building"), run.Osm.Count('n', "building")));
        Assert.Equal(433 + 67, Read("buildings"));
        Assert.Equal(4148, run.Osm.Count("highway"));
        Assert.Equal(run.Osm.Count('w', "highway"), Read("roads"));
        Assert.Equal(1470, Read("addresses"));
        Assert.Equal(62_485, Read("timetable"));
        Assert.Equal(62_485, Used("timetable"));
        Assert.Equal(run.Registered, Read("residents"));
        Assert.Equal(run.Registered, Used("residents"));
    }

    [Fact]
    public void Buildings_that_lost_nodes_at_the_edge_are_left_out_and_all_others_used()
    {
        HashSet<string> nodes = [.. run.Osm.Elements.Where(e => e.Type == 'n').Select(e => e.Id)];
        long whole = run.Osm.Elements.Count(e => e.Type == 'w' && e.Tags.ContainsKey("building") && e.Nodes.All(nodes.Contains) && e.Nodes[0] == e.Nodes[^1]);
        // 403 of the 433 ways still make an outline without the nodes that the extract lacks; 385 lack none. Of the 67 relations six at most are cut.
        Assert.Equal(385, whole);
        Assert.InRange(Used("buildings"), whole + 67 - 6, 403 + 67);
    }

    [Fact]
    public void Candidates_are_written_and_counted_alike_everywhere()
    {
        JsonArray features = JsonNode.Parse(File.ReadAllText(Path.Combine(run.Out, "candidates.geojson")))!["features"]!.AsArray();
        Assert.True(features.Count > 20, $"{features.Count} candidates");
        string count = features.Count.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(count, Database.Rows(run.GeoPackage, "select count(*) from candidates")[0][0]);
        Assert.Equal(features.Count, run.Manifest["funnel"]!.AsArray()[^1]!["left"]!.GetValue<int>());
        Assert.Contains("ID[\"EPSG\",3067]", Tool.Output("ogrinfo", "-so", run.GeoPackage, "candidates"), StringComparison.Ordinal);
        Assert.Equal("", Tool.Output(Tool.Python, "-m", "osgeo_utils.samples.validate_gpkg", run.GeoPackage));
    }

    [Fact]
    public void Most_synthetic_residents_link_and_none_is_lost()
    {
        long linked = run.Manifest["links"]!.AsObject().Sum(l => l.Value!.GetValue<long>());
        long unlinked = run.Manifest["unlinked"]!.AsObject().Sum(l => l.Value!.GetValue<long>());
        Assert.Equal(Used("residents"), linked + unlinked);
        Assert.True(linked >= 0.8 * run.Registered, $"{linked} of {run.Registered}");
        long statuses = run.Manifest["statuses"]!.AsObject().Sum(s => s.Value!.GetValue<long>());
        Assert.Equal(Used("buildings"), statuses);
    }

    [Fact]
    public void Departures_of_every_stop_equal_a_plain_count_of_what_can_be_boarded()
    {
        Dictionary<string, List<long>> plain = [];
        foreach (JsonNode post in Posts().DistinctBy(p => p["stop"]!.GetValue<string>()))
        {
            Add(plain, post["name"]!.GetValue<string>(), post["stopDepartures"]!.GetValue<long>());
        }

        Dictionary<string, List<long>> ours = [];
        foreach (string[] row in Database.Rows(run.GeoPackage, "select name, departures from stops where departures > 0"))
        {
            Add(ours, row[0], long.Parse(row[1], CultureInfo.InvariantCulture));
        }

        Assert.Equal(603, ours.Values.Sum(v => v.Count));
        Assert.Equal(603, plain.Values.Sum(v => v.Count));
        // A stop of several posts takes the name of one of them, which may be another here than there.
        Assert.Equal(plain.Values.SelectMany(v => v).Order(), ours.Values.SelectMany(v => v).Order());
        int same = ours.Count(s => plain.TryGetValue(s.Key, out List<long>? counts) && counts.Order().SequenceEqual(s.Value.Order()));
        Assert.True(same >= ours.Count - 5, $"{same} of {ours.Count}");
    }

    [Fact]
    public void Walks_to_the_nearest_grocery_equal_a_plain_search_of_the_raw_ways()
    {
        JsonArray shops = [.. Points("select geom from services where category = 'grocery'").Select(p => (JsonNode)new JsonArray(p.X, p.Y))];
        Assert.True(shops.Count >= 10);
        EqualsPlainSearch("grocery", shops);
    }

    [Fact]
    public void Walks_to_the_nearest_stop_equal_a_plain_search_of_the_raw_ways()
    {
        JsonArray posts = [];
        foreach (JsonNode post in Posts().Where(p => p["departures"]!.GetValue<long>() > 0 && p["stopDepartures"]!.GetValue<long>() >= 2))
        {
            posts.Add(new JsonArray(post["lon"]!.GetValue<double>(), post["lat"]!.GetValue<double>()));
        }

        EqualsPlainSearch("stop", posts, degrees: true);
    }

    [Theory]
    [InlineData("grocery_car", "grocery")]
    [InlineData("school_car", "school")]
    public void Drives_to_the_nearest_place_equal_a_plain_search_of_the_raw_ways(string criterion, string category) =>
        Assert.True(new PlainSearch(run.GeoPackage, run.Extract, 3067).Drives(criterion, category) > 20);

    [Fact]
    public void Travel_times_and_errands_to_a_category_equal_plain_scans_of_the_raw_timetable()
    {
        JsonObject question = JsonNode.Parse("""
            { "arriveBy": 29700, "maxS": 10800, "maxWalkM": 400, "maxWalkAtPlaceM": 300, "errands": [
              { "nearest": 2, "start": 30600, "end": 54000, "maxAheadS": 840, "maxAfterS": 840 },
              { "nearest": 2, "from": 36000, "until": 43200, "stayS": 5400, "maxTravelS": 1200 } ] }
            """)!.AsObject();
        (int homes, int[] work) = new PlainSearch(run.GeoPackage, run.Extract, 3067).Journeys(run.Timetable, "20220222", "school", "ride", ["lesson", "visit"], question);
        // Of both kinds, else equality would say little.
        Assert.All(work, w => Assert.InRange(w, 1, homes - 1));
    }

    private void EqualsPlainSearch(string criterion, JsonArray targets, bool degrees = false)
    {
        IReadOnlyList<string[]> values = Database.Rows(run.GeoPackage, $"select building_id, {criterion} from candidate_points order by rank");
        JsonArray points = [.. Points("select geom from candidate_points order by rank").Select(p => (JsonNode)new JsonArray(p.X, p.Y))];
        Assert.Equal(values.Count, points.Count);
        JsonObject question = new() { ["points"] = points, ["targets"] = targets, ["targetsInDegrees"] = degrees, ["maxToRoadM"] = 500, ["fragmentM"] = 1000 };
        JsonArray plain = run.Ask("walk_distances.py", question, run.Extract, "3067").AsArray();
        Assert.Equal(values.Count, plain.Count);
        for (int i = 0; i < values.Count; i++)
        {
            // Ours are shown with one decimal, so 0.05 m of the tolerance is rounding.
            double expected = plain[i]!.GetValue<double>();
            double actual = double.Parse(values[i][1], CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(expected - actual) <= 0.1, $"{values[i][0]}: {criterion} is {actual}, a plain search finds {expected}");
        }
    }

    private IEnumerable<JsonNode> Posts() =>
        JsonNode.Parse(Tool.Output(Tool.Python, Tool.Program("boarding_posts.py"), run.Timetable, "20220222"))!["20220222"]!.AsObject().Select(p => p.Value!);

    /// <summary>Points of a layer: the last 16 bytes of a GeoPackage's point are its x and y.</summary>
    private IEnumerable<(double X, double Y)> Points(string sql) => Database.Blobs(run.GeoPackage, sql)
        .Select(b => (BitConverter.ToDouble(b, b.Length - 16), BitConverter.ToDouble(b, b.Length - 8)));

    private long Read(string type) => run.Rows(type)["read"]!.GetValue<long>();

    private long Used(string type) => run.Rows(type)["used"]!.GetValue<long>();

    private static void Add(Dictionary<string, List<long>> lists, string key, long value)
    {
        if (!lists.TryGetValue(key, out List<long>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}
