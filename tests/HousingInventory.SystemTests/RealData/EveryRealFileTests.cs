using System.IO.Compression;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests.RealData;

/// <summary>
/// <c>inspect</c> over every file that others made: it is told what it is, or refused with a sentence. Also over every file inside the zips of readers' tests, and
/// the ones of cities that can be sources are read as such.
/// </summary>
[Trait("Needs", "RealData")]
public sealed class EveryRealFileTests
{
    /// <summary>A file and its layout (- where none is recognised, which a file of another country is), or ! and words of its refusal.</summary>
    private const string Expected = """
        bad-inputs/csv-gdal.zip | !The zip holds 9 files
        bad-inputs/csv-mapnik.zip | !The zip holds 41 files
        bad-inputs/csv-test-data.zip | !The zip holds 13 files
        bad-inputs/geojson-bad.zip | !The zip holds 20 files
        bad-inputs/goat-invalid_wrong_file_extension.gpkg | -
        bad-inputs/gpkg/pdok-test_allcorrect.gpkg | -
        bad-inputs/gpkg/pdok-test_broken_geopackage.gpkg | !SQLite database but no GeoPackage
        bad-inputs/gpkg/pdok-test_correct_attribute.gpkg | -
        bad-inputs/gpkg/pdok-test_db_views.gpkg | -
        bad-inputs/gpkg/pdok-test_featureid.gpkg | -
        bad-inputs/gpkg/pdok-test_foreign_key_violation.gpkg | -
        bad-inputs/gpkg/pdok-test_geom_columnname.gpkg | -
        bad-inputs/gpkg/pdok-test_geometry_null.gpkg | -
        bad-inputs/gpkg/pdok-test_geometry_spatialite.gpkg | -
        bad-inputs/gpkg/pdok-test_geometry_valid.gpkg | -
        bad-inputs/gpkg/pdok-test_layerfeature.gpkg | -
        bad-inputs/gpkg/pdok-test_layername.gpkg | -
        bad-inputs/gpkg/pdok-test_rtree_present_alltables.gpkg | -
        bad-inputs/gpkg/pdok-test_rtree_valid.gpkg | -
        bad-inputs/json-test-suite.zip | !The zip holds 72 files
        bad-inputs/osm/billionlaugh.osm | !OpenStreetMap data as XML
        bad-inputs/osm/brenner-invalid-relation-reference.osm.pbf | openstreetmap-roads
        bad-inputs/osm/empty.osm | !OpenStreetMap data as XML
        buildings/lantmateriet-byggnad-sample.geojson | topographic map product
        buildings/lantmateriet-vaglinje-sample.geojson | lantmateriet-topografi-vaglinje
        buildings/malmo-mollan-adresser.geojson | address-table
        buildings/malmo-mollan-byggnader.geojson | building-layer
        buildings/naerum-dk-adresser.geojson | address-table
        buildings/naerum-dk-bygninger.geojson | building-layer
        control-points/gigs-transverse-mercator.zip | !The zip holds 4 files
        control-points/proj-reference-points.csv | -
        control-points/swedish_crs_coordinates.csv | -
        gis-formats/geojson-gdal.zip | !The zip holds 12 files
        gis-formats/gpkg/gdal-2d_envelope.gpkg | -
        gis-formats/gpkg/gdal-domains.gpkg | -
        gis-formats/gpkg/gdal-no_envelope.gpkg | -
        gis-formats/gpkg/gdal-poly.gpkg.zip | -
        gis-formats/gpkg/gdal-poly_golden.gpkg | -
        gis-formats/gpkg/gdal-poly_non_conformant.gpkg | -
        gis-formats/gpkg/ngageoint-rte.gpkg | -
        gis-formats/gpkg/pyogrio-curve.gpkg | -
        gis-formats/gpkg/pyogrio-line_zm.gpkg | -
        gis-formats/gpkg/pyogrio-test_gpkg_nulls.gpkg | -
        gis-formats/gpkg/sf-buildings.gpkg | building-layer
        gis-formats/gpkg/sf-nospatial.gpkg | -
        gis-formats/prj-variants.zip | !The zip holds 12 files
        gis-formats/shp/finland-lakes.zip | -
        gis-formats/shp/finland-m_L4132R_p.zip | -
        gis-formats/shp/finland-r_L4132R_t.zip | -
        gis-formats/shp/gdal-autotest-shp.zip | !The zip holds 27 files
        gis-formats/shp/nts-arcmap-shp.zip | !The zip holds 8 files
        gis-formats/shp/nts-testshapefiles.zip | !The zip holds 24 files
        gis-formats/shp/pyshp-latin1-and-corrupt.zip | !The zip holds 2 files
        gis-formats/shp/sweden-ak_riks-sweref99tm.zip | -
        gtfs-bad/tidytransit/routing-NA-times.zip | gtfs
        gtfs-bad/tidytransit/sample-feed-bom.zip | gtfs
        gtfs-bad/tidytransit/sample-feed-invalid.zip | !lacks the required file stop_times.txt
        gtfs-bad/transitfeed/bad_date_format.zip | gtfs
        gtfs-bad/transitfeed/bad_eol.zip | gtfs
        gtfs-bad/transitfeed/contains_null.zip | gtfs
        gtfs-bad/transitfeed/duplicate_stop.zip | gtfs
        gtfs-bad/transitfeed/empty_file.zip | gtfs
        gtfs-bad/transitfeed/filter_unusual_trips.zip | gtfs
        gtfs-bad/transitfeed/good_feed.zip | gtfs
        gtfs-bad/transitfeed/invalid_route_agency.zip | gtfs
        gtfs-bad/transitfeed/missing_calendar.zip | !lacks both calendar.txt and calendar_dates.txt
        gtfs-bad/transitfeed/missing_departure_time.zip | gtfs
        gtfs-bad/transitfeed/missing_routes.zip | !lacks the required file routes.txt
        gtfs-bad/transitfeed/missing_stop_times.zip | !lacks the required file stop_times.txt
        gtfs-bad/transitfeed/missing_trips.zip | !lacks the required file trips.txt
        gtfs-bad/transitfeed/negative_stop_sequence.zip | gtfs
        gtfs-bad/transitfeed/repeated_route_name.zip | gtfs
        gtfs-bad/transitfeed/undefined_stop.zip | gtfs
        gtfs-bad/transitfeed/unrecognized_columns.zip | gtfs
        gtfs-bad/transitfeed/utf16.zip | gtfs
        gtfs-cairns/cairns_gtfs.zip | gtfs
        gtfs-faroe-2026/faroe-ssl.zip | gtfs
        gtfs-flex/aspen-flex-on-demand.gtfs.zip | gtfs
        gtfs-flex/bbnavi-rufbus-flex.zip | gtfs
        gtfs-flex/flex-example-on-demand.zip | gtfs
        gtfs-itinero/gtfs1.zip | gtfs
        gtfs-kuopio-2017/gtfs_kuopio_finland.zip | gtfs
        gtfs-sweden-sj-2022/sj-gtfs-regional-2022-12.zip | gtfs
        gtfs-sweden-xtrafik-2025-partial/xtrafik-2025-06-01-no-stop-times.zip | !lacks the required file stop_times.txt
        helsinki-e2e/addresses.txt | -
        helsinki-e2e/helsinki-centre.osm.pbf | openstreetmap-roads
        helsinki-e2e/helsinki-city-districts-2021.gpkg | -
        helsinki-e2e/hsl-gtfs-2022-02-22.zip | gtfs
        helsinki-e2e/kamppi-streets.gpkg | road-lines-osm
        helsinki-e2e/population-points-2020.gpkg | -
        osm/encodings/GranFileBlock1-deflate.osm.pbf | openstreetmap-roads
        osm/encodings/SimpleFileBlock1-none.osm.pbf | openstreetmap-roads
        osm/encodings/gdal-test.osm | !OpenStreetMap data as XML
        osm/encodings/gdal-test_uncompressed_dense_false.pbf | openstreetmap-roads
        osm/encodings/gdal-two_points.pbf | openstreetmap-roads
        osm/encodings/sample.pbf | openstreetmap-roads
        osm/kotka-suburb.osm.pbf | openstreetmap-roads
        osm/krautsand-rural.osm.gz | !compressed with gzip
        osm/liechtenstein-2015.osm.pbf | openstreetmap-roads
        osm/lund-station.osm.pbf | openstreetmap-roads
        osm/oslo-skoyen.osm.pbf | openstreetmap-roads
        osm/overpass-answer.osm | !OpenStreetMap data as XML
        services/malmo-serving-places.geojson | service-points
        sweden-facts/counties.csv | -
        sweden-facts/kommuner-befolkning-2018.csv | -
        sweden-facts/municipalities.csv | -
        sweden-facts/ortsnamn.csv | -
        sweden-facts/postal_to_municipality.csv | -
        sweden-facts/svenska-stader.csv | -
        sweden-facts/swedish_municipalities.geojson | -
        sweden-facts/swedish_regions.geojson | -
        sweden-facts/vagar.csv | -
        test-persons/navet-person.json | !JSON but no GeoJSON
        test-persons/navet-personpost-sample.xml | navet-xml
        test-persons/skatteverket-testpersonnummer-2021-03-29.csv | -
        test-persons/skatteverket-testsamordningsnummer.json | !JSON but no GeoJSON
        """;

    /// <summary>What cannot be read, of the files inside zips.</summary>
    private static readonly string[] Unreadable =
    [
        "all-empty.csv: The file is empty", "bad-json.geojson: The file is not valid GeoJSON", "featurecollection-obj.geojson: ", "featurecollection.geojson: ",
        "geometry_changed_semantics.geojson: ", "issue_2062.csv: A value of 137012 characters", "point.geojson: The file is JSON but no GeoJSON", "stac_item.json: The file is not valid GeoJSON",
    ];

    [Fact]
    public void Every_file_is_told_or_refused_as_it_should_be()
    {
        string root = RepositoryRoot.RealData();
        (string File, string What)[] expected = [.. Expected.Split('\n').Select(l => l.Split(" | ")).Select(p => (p[0], p[1]))];
        string[] files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Where(f => f != "MANIFEST.md").Order(StringComparer.Ordinal)];
        Assert.Equal(files, expected.Select(e => e.File).Order(StringComparer.Ordinal));
        (Dictionary<string, string> told, Dictionary<string, string> refused) = Inspect(root, files);
        List<string> wrong = [];
        foreach ((string file, string what) in expected)
        {
            string got = refused.TryGetValue(file, out string? line) ? "!" + line : told.GetValueOrDefault(file, "(nothing)");
            bool isRight = what == "-" ? got.Contains("layout: not recognised", StringComparison.Ordinal)
                : what[0] == '!' ? got[0] == '!' && got.Contains(what[1..], StringComparison.Ordinal)
                : got.Contains("layout: ", StringComparison.Ordinal) && got.Contains(what, StringComparison.Ordinal);
            if (!isRight)
            {
                wrong.Add($"{file}: expected {what}, got {got}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains("916 rows, MULTIPOINT, EPSG:4326", told["buildings/malmo-mollan-adresser.geojson"], StringComparison.Ordinal);
        Assert.Contains("295 rows, POLYGON, EPSG:3006", told["gis-formats/shp/sweden-ak_riks-sweref99tm.zip"], StringComparison.Ordinal);
        Assert.Contains("181753 rows", told["gtfs-itinero/gtfs1.zip"], StringComparison.Ordinal);
        Assert.Contains("service from 2022-12-11 to 2024-04-08", told["gtfs-sweden-sj-2022/sj-gtfs-regional-2022-12.zip"], StringComparison.Ordinal);
        Assert.Contains("142832 nodes, 15247 ways", told["osm/liechtenstein-2015.osm.pbf"], StringComparison.Ordinal);
        Assert.Contains("a first row that looks like values", told["bad-inputs/goat-invalid_wrong_file_extension.gpkg"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_inside_the_zips_of_other_readers_is_told_or_refused_in_one_line()
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-suites-").FullName;
        try
        {
            foreach (string zip in Directory.EnumerateFiles(RepositoryRoot.RealData("bad-inputs"), "*.zip").Concat(Directory.EnumerateFiles(RepositoryRoot.RealData("gis-formats"), "*.zip", SearchOption.AllDirectories)))
            {
                ZipFile.ExtractToDirectory(zip, Path.Combine(folder, Path.GetFileNameWithoutExtension(zip)));
            }

            string[] sides = [".shx", ".prj", ".cpg", ".sbn", ".sbx"];
            string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => !sides.Contains(Path.GetExtension(f).ToLowerInvariant()) && (Path.GetExtension(f) != ".dbf" || !File.Exists(Path.ChangeExtension(f, ".shp"))))
                .Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
            (Dictionary<string, string> told, Dictionary<string, string> refused) = Inspect(folder, files);
            Assert.Equal(files.Length, told.Count + refused.Count);
            foreach ((string file, string line) in refused.Where(r => !r.Key.StartsWith("json-test-suite", StringComparison.Ordinal)))
            {
                Assert.Contains(Unreadable, u => $"{Path.GetFileName(file)}: {line}".StartsWith(u, StringComparison.Ordinal));
            }

            Assert.True(told.Keys.Count(f => f.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)) >= 45, $"{told.Keys.Count(f => f.EndsWith(".shp", StringComparison.OrdinalIgnoreCase))} shapefiles");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Danish_allotments_run_from_a_configuration_that_init_makes()
    {
        string folder = Directory.CreateTempSubdirectory("housing-inventory-dk-").FullName;
        try
        {
            string residents = Path.Combine(folder, "residents.csv");
            JsonArray addresses = JsonNode.Parse(File.ReadAllText(RepositoryRoot.RealData("buildings", "naerum-dk-adresser.geojson")))!["features"]!.AsArray();
            File.WriteAllText(residents, "adress;postnr;antal\n" + string.Concat(addresses.Select(a => a!["properties"]!).Select(a => $"{a["vejnavn"]} {a["husnr"]};{a["postnr"]};1\n")));
            HousingInventoryCommand.Run(
                "init", folder, "--from", RepositoryRoot.RealData("buildings", "naerum-dk-bygninger.geojson"), RepositoryRoot.RealData("buildings", "naerum-dk-adresser.geojson"), residents).Succeeded();
            ToolResult run = HousingInventoryCommand.Run("run", Path.Combine(folder, "inventory.json"), "--quiet");

            // Nobody's key leads surely to one house there: the run lists none and says so with an error notice.
            Assert.True(run.ExitCode is 0 or 1, run.Errors);
            Assert.Contains("90", run.Output, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "out", "manifest.json")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("buildings", "buildings/malmo-mollan-byggnader.geojson", "none of 411 buildings is a dwelling")]
    [InlineData("buildings", "buildings/lantmateriet-byggnad-sample.geojson", "is a topographic map product")]
    [InlineData("residents", "test-persons/navet-person.json", "a web service's answer about single persons; order a file delivery of the whole municipality from Skatteverket instead")]
    [InlineData("localities", "gis-formats/gpkg/sf-buildings.gpkg", "states a CRS that this tool does not know")]
    [InlineData("localities", "gis-formats/gpkg/pyogrio-curve.gpkg", "none of its 1 rows can be used as localities (other-crs 1)")]
    [InlineData("localities", "bad-inputs/gpkg/pdok-test_broken_geopackage.gpkg", "no GeoPackage")]
    [InlineData("roads", "osm/overpass-answer.osm", "convert it to PBF")]
    [InlineData("roads", "osm/krautsand-rural.osm.gz", "compressed with gzip")]
    [InlineData("timetable", "gtfs-sweden-xtrafik-2025-partial/xtrafik-2025-06-01-no-stop-times.zip", "lacks the required file stop_times.txt")]
    [InlineData("dwellings", "bad-inputs/goat-invalid_wrong_file_extension.gpkg", "no column that ties a dwelling")]
    [InlineData("properties", "gis-formats/shp/nts-arcmap-shp.zip", "The zip holds 8 files")]
    public void As_a_source_it_is_refused_with_its_sentence(string type, string file, string sentence)
    {
        using SampleCopy town = new();
        town.Use(type, RepositoryRoot.RealData(file.Split('/')));
        town.Edit(config => config["sources"]!.AsArray().Single(s => (string?)s!["type"] == type)!.AsObject().Remove("columns"));
        town.Edit(config => config["language"] = "en");
        Assert.Contains(sentence, town.Run().Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("addresses", "buildings/malmo-mollan-adresser.geojson", "916 lästa, 916 använda")]
    [InlineData("services", "services/malmo-serving-places.geojson", "938 lästa, 882 använda; utelämnade: utan slag av service 56")]
    [InlineData("roads", "buildings/lantmateriet-vaglinje-sample.geojson", "22 lästa")]
    public void As_a_source_it_is_read(string type, string file, string books)
    {
        using SampleCopy town = new();
        town.Use(type, RepositoryRoot.RealData(file.Split('/')));
        town.Edit(config => config["sources"]!.AsArray().Single(s => (string?)s!["type"] == type)!.AsObject().Remove("columns"));
        ToolResult check = HousingInventoryCommand.Run("check", town.Config, "--fail-on", "never");
        Assert.Contains(books, check.Succeeded().Output, StringComparison.Ordinal);
    }

    /// <summary>One call of the command for all files: what it printed of each, and the line with which it refused one.</summary>
    private static (Dictionary<string, string> Told, Dictionary<string, string> Refused) Inspect(string root, string[] files)
    {
        string[] paths = [.. files.Select(f => Path.Combine(root, f))];
        ToolResult result = HousingInventoryCommand.Run(["inspect", "--language", "en", .. paths]);
        Assert.True(result.ExitCode is 0 or 2, $"exit {result.ExitCode}: {result.Errors}");
        Dictionary<string, string> byPath = paths.Zip(files).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        Dictionary<string, string> told = [];
        Dictionary<string, string> refused = [];
        string? current = null;
        foreach (string line in result.Output.Split('\n'))
        {
            if (byPath.TryGetValue(line, out string? file))
            {
                current = file;
                told.Add(file, "");
            }
            else if (current is not null)
            {
                told[current] += line + "\n";
            }
        }

        foreach (string line in result.Errors.TrimEnd('\n').Split('\n').Where(l => l.Length > 0))
        {
            string path = byPath.Keys.Where(p => line.StartsWith(p + ": ", StringComparison.Ordinal)).MaxBy(p => p.Length) ?? "";
            Assert.True(path.Length > 0, "A line that names no file: " + line);
            refused.Add(byPath[path], line[(path.Length + 2)..]);
        }

        return (told, refused);
    }
}
