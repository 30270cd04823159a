using System.Text;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>What cannot be done as asked: exit code 2, and one line that says what is wrong and what to do. Nothing is written.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Types =
        ["buildings", "addresses", "properties", "dwellings", "residents", "roads", "timetable", "services", "localities", "holiday-areas", "followup", "withheld"];

    public static TheoryData<string> EveryType => [.. Types];

    [Fact]
    public void No_configuration_at_that_path()
    {
        string line = HousingInventoryCommand.Run("run", Path.Combine(Path.GetTempPath(), "finns-inte", "inventory.json"), "--quiet").Refused();
        Assert.Contains("finns-inte", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_command_is_named()
    {
        Assert.Equal("'shema' är varken ett kommando eller ett argument här. Se 'housing-inventory --help'.", HousingInventoryCommand.Run("shema").Refused());
        Assert.Equal("Kommandot saknas. Se 'housing-inventory --help'.", HousingInventoryCommand.Run().Refused());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"sources\": 5 }")]
    [InlineData("{ \"sources\": [ { \"type\": \"bildings\", \"path\": \"x\" } ] }")]
    [InlineData("{ \"sources\": [] }")]
    [InlineData("inte json")]
    [InlineData("{ \"title\": \"a\", \"title\": \"b\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("{ \"title\": \"\\udc00\" }")]
    [InlineData("{ \"sources\": [ { \"type\": \"buildings\", \"path\": \"a\\u0000b\" }, { \"type\": \"residents\", \"path\": \"x\" } ] }")]
    public void A_configuration_that_is_none(string text)
    {
        using SampleCopy town = new();
        File.WriteAllText(town.Config, text);
        string line = town.Run().Refused();
        Assert.Contains("inventory.json", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(town.Out));
    }

    [Theory]
    [MemberData(nameof(EveryType))]
    public void A_source_that_is_not_there(string type)
    {
        using SampleCopy town = new();
        town.Use(type, "finns-inte.gpkg");
        Assert.Contains("finns-inte.gpkg", Refused(town), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryType))]
    public void A_source_without_a_byte(string type)
    {
        using SampleCopy town = new();
        File.WriteAllBytes(town["tom.gpkg"], []);
        town.Use(type, "tom.gpkg");
        Assert.Contains("tom.gpkg", Refused(town), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryType))]
    public void A_source_that_is_a_folder(string type)
    {
        using SampleCopy town = new();
        Directory.CreateDirectory(town["mapp"]);
        town.Use(type, "mapp");
        Assert.Contains("mapp", Refused(town), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryType))]
    public void A_picture_under_the_right_name(string type)
    {
        using SampleCopy town = new();
        string path = PathOf(town, type);
        // The first bytes of a PNG, and noise.
        byte[] noise = new byte[5000];
        new Random(7).NextBytes(noise);
        File.WriteAllBytes(town[path], [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. noise]);
        Assert.Contains(path, Refused(town), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("buildings", "navet.xml")]
    [InlineData("buildings", "gtfs.zip")]
    [InlineData("buildings", "lagenheter.csv")]
    [InlineData("addresses", "navet.xml")]
    [InlineData("addresses", "gtfs.zip")]
    [InlineData("properties", "navet.xml")]
    [InlineData("properties", "roads.osm.pbf")]
    [InlineData("dwellings", "roads.osm.pbf")]
    [InlineData("residents", "byggnad_kn2482.gpkg")]
    [InlineData("residents", "gtfs.zip")]
    [InlineData("residents", "roads.osm.pbf")]
    [InlineData("residents", "services.geojson")]
    [InlineData("roads", "navet.xml")]
    [InlineData("roads", "gtfs.zip")]
    [InlineData("roads", "followup.csv")]
    [InlineData("timetable", "roads.osm.pbf")]
    [InlineData("timetable", "byggnad_kn2482.gpkg")]
    [InlineData("timetable", "navet.xml")]
    [InlineData("services", "gtfs.zip")]
    [InlineData("services", "followup.csv")]
    [InlineData("services", "fastighet_kn2482.gpkg")]
    [InlineData("localities", "navet.xml")]
    [InlineData("localities", "services.geojson")]
    [InlineData("holiday-areas", "services.geojson")]
    [InlineData("roads", "services.geojson")]
    [InlineData("roads", "fastighet_kn2482.gpkg")]
    public void The_file_of_another_source(string type, string file)
    {
        using SampleCopy town = new();
        town.Use(type, file);
        Assert.Contains(file, Refused(town), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("buildings", "byggnad_kn2482.gpkg")]
    [InlineData("addresses", "belagenhetsadresser_kn2482.gpkg")]
    [InlineData("residents", "navet.xml")]
    [InlineData("roads", "roads.osm.pbf")]
    [InlineData("timetable", "gtfs.zip")]
    [InlineData("services", "services.geojson")]
    public void A_file_cut_off_at_any_place(string type, string file)
    {
        using SampleCopy town = new();
        byte[] whole = File.ReadAllBytes(town[file]);
        Assert.Equal(file, PathOf(town, type));
        foreach (double share in (double[])[0.01, 0.3, 0.6, 0.9])
        {
            File.WriteAllBytes(town[file], whole[..(int)(whole.Length * share)]);
            Assert.Contains(file, Refused(town), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_table_cut_off_in_a_row_is_told_row_by_row()
    {
        // Nobody can tell a shorter table from one that ends there, but its last row is broken.
        using SampleCopy town = new();
        string text = File.ReadAllText(town["lagenheter.csv"], Encoding.Latin1);
        File.WriteAllText(town["lagenheter.csv"], text[..(text.Length / 2)], Encoding.Latin1);

        // Half of the dwellings are gone and so are their registrations: results are written, and the exit code says that they must be looked at.
        Assert.Equal(1, town.Run().ExitCode);
        JsonNode rows = town.Manifest()["inputs"]!.AsArray().Single(i => i!["type"]!.GetValue<string>() == "dwellings")!["rows"]!;
        Assert.Equal(
            rows["read"]!.GetValue<long>(), rows["used"]!.GetValue<long>() + rows["leftOut"]!.AsObject().Sum(r => r.Value!.GetValue<long>()));
    }

    [Fact]
    public void An_unknown_coordinate_system_of_the_configuration()
    {
        using SampleCopy town = new();
        town.Edit(config => config["crs"] = "EPSG:99999");
        Assert.Contains("EPSG:99999", Refused(town), StringComparison.Ordinal);
        town.Edit(config => config["crs"] = "EPSG:4326");
        Assert.Contains("meter", Refused(town), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_coordinate_system_of_a_source()
    {
        using SampleCopy town = new();
        File.WriteAllText(town["hus.geojson"], Houses("urn:ogc:def:crs:EPSG::27700", Enumerable.Repeat((783_000.0, 7_194_000.0), 30)));
        town.Use("buildings", "hus.geojson");
        Assert.Contains("hus.geojson", Refused(town), StringComparison.Ordinal);
        // The Dutch system needs a datum shift that no table of ours has.
        File.WriteAllText(town["hus.geojson"], Houses("urn:ogc:def:crs:EPSG::28992", Enumerable.Repeat((155_000.0, 463_000.0), 30)));
        Assert.Contains("EPSG", Refused(town), StringComparison.Ordinal);
    }

    [Fact]
    public void Buildings_in_two_zones()
    {
        // Half of the houses in SWEREF 99 TM, half in SWEREF 99 20 15, of the same place.
        using SampleCopy town = new();
        IEnumerable<(double, double)> tm = Enumerable.Range(0, 40).Select(i => (783_000.0 + (i * 30), 7_194_000.0));
        IEnumerable<(double, double)> zone = Enumerable.Range(0, 40).Select(i => (183_600.0 + (i * 30), 7_183_000.0));
        File.WriteAllText(town["hus.geojson"], Houses("urn:ogc:def:crs:EPSG::3006", tm.Concat(zone)));
        town.Use("buildings", "hus.geojson");
        Assert.Contains("hus.geojson", Refused(town), StringComparison.Ordinal);
    }

    [Fact]
    public void No_dwelling_among_the_buildings()
    {
        using SampleCopy town = new();
        File.WriteAllText(town["hus.geojson"], Houses("urn:ogc:def:crs:EPSG::3006", Enumerable.Repeat((783_000.0, 7_194_000.0), 30), "Industri"));
        town.Use("buildings", "hus.geojson");
        Assert.Contains("är en bostad", Refused(town), StringComparison.Ordinal);
    }

    [Fact]
    public void Residents_of_another_municipality_only()
    {
        using SampleCopy town = new();
        town.Edit(config => config["municipality"] = "0180");
        string line = Refused(town);
        Assert.Contains("0180", line, StringComparison.Ordinal);
        Assert.Contains("navet.xml", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tile", "title")]
    [InlineData("Sources", "sources")]
    [InlineData("candidate", "candidates")]
    [InlineData("munipicality", "municipality")]
    public void An_unknown_member_is_refused_with_the_nearest_name(string member, string nearest)
    {
        using SampleCopy town = new();
        town.Edit(config => config[member] = 5);
        string line = Refused(town);
        Assert.Contains(member, line, StringComparison.Ordinal);
        Assert.Contains($"'{nearest}'", line.Replace('"', '\''), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_member_deep_inside_is_refused_with_its_path()
    {
        using SampleCopy town = new();
        town.Edit(config => config["candidates"]!.AsObject()["footprintM2"] = new JsonObject { ["minimum"] = 50 });
        string line = Refused(town);
        Assert.Contains("candidates.footprintM2", line, StringComparison.Ordinal);
        Assert.Contains("min", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timetable_that_has_expired()
    {
        using SampleCopy town = new();
        town.Edit(config => config["asOf"] = "2027-03-01");
        string line = Refused(town);
        Assert.Contains("gtfs.zip", line, StringComparison.Ordinal);
        Assert.Contains("2027-01-15", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_that_the_user_wrote_without_its_source()
    {
        using SampleCopy town = new();
        town.Edit(config => config["criteria"] = JsonNode.Parse("""[ { "type": "walk-to-stop", "name": "stop", "weight": 1, "fullUntilM": 400, "zeroFromM": 2000 } ]"""));
        town.Without("timetable");
        Assert.Contains("timetable", Refused(town), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_that_cannot_be_written()
    {
        using SampleCopy town = new();
        File.WriteAllText(town["en fil"], "");
        foreach (string folder in (string[])[town["en fil"], Path.Combine(town["en fil"], "out"), "/proc/housing-inventory"])
        {
            string line = HousingInventoryCommand.Run("run", town.Config, "--quiet", "--out", folder).Refused();
            Assert.Contains("--out", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_without_the_right_to_write()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using SampleCopy town = new();
        Directory.CreateDirectory(town.Out);
        File.SetUnixFileMode(town.Out, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            ToolResult result = town.Run();
            // Root may write anywhere; then the run succeeds.
            if (Environment.UserName != "root")
            {
                Assert.Contains("--out", result.Refused(), StringComparison.Ordinal);
            }
            else
            {
                result.Succeeded();
            }
        }
        finally
        {
            File.SetUnixFileMode(town.Out, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Results_inside_a_source()
    {
        using SampleCopy town = new();
        string feed = town["tidtabell"];
        System.IO.Compression.ZipFile.ExtractToDirectory(town["gtfs.zip"], feed);
        town.Use("timetable", "tidtabell");
        foreach (string folder in (string[])[feed, Path.Combine(feed, "out"), Path.Combine(feed, "..", "tidtabell"), town["navet.xml"]])
        {
            string line = HousingInventoryCommand.Run("run", town.Config, "--quiet", "--out", folder).Refused();
            Assert.Contains("--out", line, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(Path.Combine(feed, "out")));
    }

    [Fact]
    public void A_verb_or_an_option_that_does_not_exist()
    {
        HousingInventoryCommand.Run("rum").Refused();
        HousingInventoryCommand.Run("run").Refused();
        HousingInventoryCommand.Run("run", "x.json", "--outt", "y").Refused();
        HousingInventoryCommand.Run("run", "x.json", "--fail-on", "sometimes").Refused();
    }

    [Fact]
    public void An_output_that_is_not_built_says_so()
    {
        using SampleCopy town = new();
        town.Edit(config => config["outputs"] = JsonNode.Parse("""[ { "type": "hologram" } ]"""));
        Assert.Contains("hologram", Refused(town), StringComparison.Ordinal);
    }

    private static string Refused(SampleCopy town)
    {
        string line = town.Run().Refused();
        Assert.False(File.Exists(Path.Combine(town.Out, "manifest.json")));
        return line;
    }

    private static string PathOf(SampleCopy town, string type) =>
        SampleCopy.Source(JsonNode.Parse(File.ReadAllText(town.Config))!.AsObject(), type)["path"]!.GetValue<string>();

    /// <summary>Square houses of 100 m² as Lantmäteriet delivers buildings, in GeoJSON with a crs member.</summary>
    private static string Houses(string crs, IEnumerable<(double X, double Y)> corners, string purpose = "Bostad;Småhus friliggande")
    {
        StringBuilder json = new();
        json.Append(FormattableString.Invariant($$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"{{{crs}}}"}},"features":["""));
        int id = 0;
        foreach ((double x, double y) in corners)
        {
            id++;
            json.Append(id > 1 ? "," : "").Append(FormattableString.Invariant(
                $$$"""{"type":"Feature","properties":{"objektidentitet":"{{{new Guid(id, 0, 0, new byte[8])}}}","andamal1":"{{{purpose}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{x}}},{{{y}}}],[{{{x + 10}}},{{{y}}}],[{{{x + 10}}},{{{y + 10}}}],[{{{x}}},{{{y + 10}}}],[{{{x}}},{{{y}}}]]]}}"""));
        }

        return json.Append("]}").ToString();
    }
}
