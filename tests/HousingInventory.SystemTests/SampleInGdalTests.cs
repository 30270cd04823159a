using System.Globalization;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The results of the sample, seen by GDAL.</summary>
[Trait("Needs", "Gdal")]
public sealed class SampleInGdalTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void The_geopackage_passes_the_validator_without_a_word()
    {
        ToolResult result = Tool.Run(Tool.Python, ["-m", "osgeo_utils.samples.validate_gpkg", run["inventory.gpkg"]]).Succeeded();
        Assert.Equal("", result.Output + result.Errors);
    }

    [Fact]
    public void Every_layer_has_the_rows_that_the_manifest_states()
    {
        IReadOnlyDictionary<string, long> layers = run.Layers("inventory.gpkg");
        Assert.Superset(
            new HashSet<string> { "candidates", "candidate_points", "buildings", "stops", "bus_lines", "services", "localities", "notices", "criterion_values" },
            layers.Keys.ToHashSet());
        foreach ((string layer, long rows) in layers)
        {
            Assert.Equal((layer, rows), (layer, CountIn("inventory.gpkg", layer)));
        }
    }

    [Fact]
    public void The_geojson_has_the_features_that_the_manifest_states_and_no_complaint()
    {
        long rows = run.Rows("candidates.geojson");
        Assert.True(rows > 0);
        Assert.Equal(rows, CountIn("candidates.geojson", "candidates"));
        Assert.Equal(rows, run.Rows("inventory.gpkg", "candidates"));
    }

    [Fact]
    public void The_layers_are_in_the_working_coordinate_system_and_inside_the_municipality()
    {
        string summary = Tool.Output("ogrinfo", "-so", run["inventory.gpkg"], "candidates");
        Assert.Contains("ID[\"EPSG\",3006]", summary, StringComparison.Ordinal);
        // "Extent: (778000.1, 7180000.2) - (800000.3, 7200000.4)", Skellefteå being about 100 km across.
        double[] extent = [.. summary.Split('\n').Single(l => l.StartsWith("Extent:", StringComparison.Ordinal))
            .Split(['(', ')', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => char.IsDigit(w[0])).Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
        Assert.InRange(extent[0], 700_000, 850_000);
        Assert.InRange(extent[1], 7_130_000, 7_260_000);
        Assert.InRange(extent[2], extent[0], 850_000);
        Assert.InRange(extent[3], extent[1], 7_260_000);
    }

    [Fact]
    public void Both_layer_formats_hold_the_same_candidates_in_the_same_places()
    {
        using TemporaryFolder folder = new();
        string again = folder.File("again.geojson");
        Tool.Output("ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", "-sql", "SELECT * FROM candidates ORDER BY rank", again, run["inventory.gpkg"]);
        JsonArray ours = JsonNode.Parse(File.ReadAllText(run["candidates.geojson"]))!["features"]!.AsArray();
        JsonArray theirs = JsonNode.Parse(File.ReadAllText(again))!["features"]!.AsArray();
        Assert.Equal(ours.Count, theirs.Count);
        foreach ((JsonNode? our, JsonNode? their) in ours.Zip(theirs))
        {
            Assert.Equal(our!["id"]!.GetValue<string>(), their!["properties"]!["building_id"]!.GetValue<string>());
            (double x, double y) = FirstPoint(our);
            // Ours are rounded to 1e-7 degrees, and PROJ differs from the project's transformation by millimetres: 3e-7 degrees are 3 cm at most.
            double nearest = Points(their).Min(p => Math.Max(Math.Abs(p.X - x), Math.Abs(p.Y - y)));
            Assert.InRange(nearest, 0, 3e-7);
        }
    }

    [Fact]
    public void Columns_have_their_headings_and_closed_lists_their_words()
    {
        string summary = Tool.Output("ogrinfo", "-so", run["inventory.gpkg"], "candidates");
        foreach (string column in (string[])["status", "reason", "address_source", "holiday_home_hint", "confidence", "state"])
        {
            Assert.Contains($"{column}: String (0.0), domain name=candidates_{column}", summary.Replace(", alternative name", ";", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        string domain = Tool.Output("ogrinfo", "-fielddomain", "candidates_state", run["inventory.gpkg"]);
        Assert.Contains("Type: coded", domain, StringComparison.Ordinal);
        Assert.Contains("do-not-contact: Kontakta inte", domain, StringComparison.Ordinal);
        Assert.Equal("Lägespoäng (0–100)", Database.Rows(run["inventory.gpkg"], "SELECT title FROM gpkg_data_columns WHERE table_name = 'candidates' AND column_name = 'score'").Single()[0]);
        Assert.Empty(Database.Rows(run["inventory.gpkg"], "SELECT * FROM gpkg_data_columns WHERE title IS NULL OR title = ''"));
    }

    [Fact]
    public void The_metadata_say_title_purpose_responsible_last_day_and_terms()
    {
        string metadata = Tool.Output("ogrinfo", "-so", run["inventory.gpkg"]);
        foreach (string text in (string[])
            ["<title>EXEMPELDATA Skellefteå, november 2026</title>", "<purpose>Prov av verktyget med EXEMPELDATA</purpose>", "<responsible>", "<deleteAfter>2027-05-31</deleteAfter>", "CC BY 4.0"])
        {
            Assert.Contains(text, metadata, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void On_request_the_candidates_are_also_in_the_working_CRS()
    {
        using SampleCopy town = new("skelleftea-mini");
        town.Edit(c => c["outputs"] = new JsonArray(new JsonObject { ["type"] = "geojson", ["crs"] = "EPSG:3006" }, new JsonObject { ["type"] = "geopackage" }));
        town.Run().Succeeded();
        string file = Path.Combine(town.Out, "candidates-epsg3006.geojson");
        string summary = Tool.Output("ogrinfo", "-so", file, "candidates-epsg3006");
        Assert.Contains("ID[\"EPSG\",3006]", summary, StringComparison.Ordinal);
        JsonArray theirs = JsonNode.Parse(File.ReadAllText(file))!["features"]!.AsArray();
        Assert.Equal(run.Rows("candidates.geojson"), theirs.Count);

        // The same corners as the layer has, to the millimetre.
        string again = Path.Combine(town.Out, "again.geojson");
        Tool.Output("ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=NO", "-sql", "SELECT * FROM candidates ORDER BY rank", again, Path.Combine(town.Out, "inventory.gpkg"));
        JsonArray layer = JsonNode.Parse(File.ReadAllText(again))!["features"]!.AsArray();
        foreach ((JsonNode? our, JsonNode? their) in theirs.Zip(layer))
        {
            (double x, double y) = FirstPoint(our!);
            Assert.InRange(Points(their!).Min(p => Math.Max(Math.Abs(p.X - x), Math.Abs(p.Y - y))), 0, 0.001);
        }
    }

    private static (double X, double Y) FirstPoint(JsonNode feature) => Points(feature).First();

    private static IEnumerable<(double X, double Y)> Points(JsonNode feature) => Flat(feature["geometry"]!["coordinates"]!);

    private static IEnumerable<(double X, double Y)> Flat(JsonNode node) => node.AsArray()[0] is JsonValue
        ? [(node[0]!.GetValue<double>(), node[1]!.GetValue<double>())]
        : node.AsArray().SelectMany(n => Flat(n!));

    private long CountIn(string file, string layer)
    {
        string summary = Tool.Output("ogrinfo", "-so", run[file], layer);
        string count = summary.Split('\n').Single(l => l.StartsWith("Feature Count:", StringComparison.Ordinal));
        return long.Parse(count.AsSpan("Feature Count:".Length), CultureInfo.InvariantCulture);
    }
}
