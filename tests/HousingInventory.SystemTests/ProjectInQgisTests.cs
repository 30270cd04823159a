using System.Diagnostics;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The project inside inventory.gpkg, opened, printed, edited and held open by QGIS.</summary>
[Trait("Needs", "Qgis")]
public sealed class ProjectInQgisTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void It_opens_with_every_layer_of_the_file_in_groups_and_none_missing()
    {
        JsonNode project = Open(run["inventory.gpkg"], "inventering");
        Assert.Equal("EXEMPELDATA Skellefteå, november 2026", project["title"]!.GetValue<string>());
        Assert.Equal("EPSG:3006", project["crs"]!.GetValue<string>());
        double[] extent = [.. project["extent"]!.AsArray().Select(n => n!.GetValue<double>())];
        Assert.InRange(extent[0], 700_000, extent[2]);
        Assert.InRange(extent[1], 7_130_000, extent[3]);
        JsonObject layers = project["layers"]!.AsObject();

        // The points stand there twice: as themselves, and as counts.
        Assert.Equal(run.Layers("inventory.gpkg").Keys.Append("candidate_clusters").Select(l => "inventory_" + l).Order(), layers.Select(l => l.Key).Order());
        foreach ((string id, JsonNode? layer) in layers)
        {
            Assert.True(layer!["valid"]!.GetValue<bool>(), id);
            string table = id == "inventory_candidate_clusters" ? "candidate_points" : id["inventory_".Length..];
            Assert.Equal((id, run.Rows("inventory.gpkg", table)), (id, layer["features"]!.GetValue<long>()));
            Assert.Equal(layer["spatial"]!.GetValue<bool>() ? "EPSG:3006" : "", layer["crs"]!.GetValue<string>());
        }

        Assert.Equal(
            ["Anmärkningar och tabeller", "Bakgrund", "Hållplatser och linjer", "Kandidater", "Service", "Uppföljning"],
            project["groups"]!.AsObject().Select(g => g.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["Folkbokföringsstatus", "Lägespoäng", "Uppföljning"], project["themes"]!.AsArray().Select(t => t!.GetValue<string>()));
    }

    [Fact]
    public void A_copy_in_another_folder_opens_too()
    {
        using TemporaryFolder elsewhere = new();
        File.Copy(run["inventory.gpkg"], elsewhere.File("inventory.gpkg"));
        JsonNode project = Open(elsewhere.File("inventory.gpkg"), "inventering");
        Assert.All(project["layers"]!.AsObject(), l => Assert.StartsWith(elsewhere.File("inventory.gpkg"), l.Value!["source"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(project["layers"]!.AsObject(), l => Assert.True(l.Value!["valid"]!.GetValue<bool>(), l.Key));
    }

    [Fact]
    public void Every_theme_can_be_printed_on_A3_with_title_legend_scale_and_marking()
    {
        using TemporaryFolder folder = new();
        JsonNode sheet = Qgis.Run("qgis_project.py", run["inventory.gpkg"], "inventering", folder.Path)["layouts"]!["Karta A3"]!;
        Assert.Equal([420.0, 297.0], sheet["page"]!.AsArray().Select(n => n!.GetValue<double>()));
        Assert.Equal(["title", "subtitle", "marking", "map", "legend", "scale-bar", "north", "sources"], sheet["items"]!.AsArray().Select(n => n!.GetValue<string>()));
        string[] texts = [.. sheet["texts"]!.AsArray().Select(n => n!.GetValue<string>())];
        Assert.Equal("EXEMPELDATA Skellefteå, november 2026", texts[0]);
        Assert.EndsWith("2026-11-10", texts[1], StringComparison.Ordinal);
        Assert.Equal("ARBETSMATERIAL", texts[2]);
        Assert.Contains("Adresser: © Lantmäteriet, CC BY 4.0", texts[3], StringComparison.Ordinal);
        Assert.Contains("Gallras efter: 2027-05-31", texts[3], StringComparison.Ordinal);
        long[] bytes = [.. sheet["sheets"]!.AsObject().Select(s => new FileInfo(s.Value!.GetValue<string>()).Length)];
        Assert.Equal(3, bytes.Length);
        Assert.All(bytes, b => Assert.True(b > 10_000, $"A sheet of {b} bytes has nothing on it."));
    }

    [Fact]
    public void Candidates_are_counts_above_1_to_100_000_points_down_to_1_to_5_000_and_houses_below()
    {
        JsonNode layers = Open(run["inventory.gpkg"], "inventering")["layers"]!;
        JsonNode clusters = layers["inventory_candidate_clusters"]!, points = layers["inventory_candidate_points"]!, houses = layers["inventory_candidates"]!;
        Assert.Equal(("pointCluster", "graduatedSymbol"), (clusters["renderer"]!.GetValue<string>(), clusters["embedded"]!.GetValue<string>()));
        Assert.Equal("""{"250000":true,"25000":false,"9000":false,"2000":false}""", clusters["visibleAt"]!.ToJsonString());
        Assert.Equal("""{"250000":false,"25000":true,"9000":true,"2000":false}""", points["visibleAt"]!.ToJsonString());
        Assert.Equal("""{"250000":false,"25000":false,"9000":false,"2000":true}""", houses["visibleAt"]!.ToJsonString());

        // Only the first have their place beside them.
        Assert.Equal("CASE WHEN \"rank\" <= 25 THEN \"rank\" END", points["label"]!.GetValue<string>());
    }

    [Fact]
    public void The_atlas_has_a_sheet_for_each_locality_that_has_candidates()
    {
        using TemporaryFolder folder = new();
        JsonNode atlas = Qgis.Run("qgis_project.py", run["inventory.gpkg"], "inventering", folder.Path)["layouts"]!["Atlas, ett blad per ort"]!["atlas"]!;
        string[] localities = [.. Database.Rows(run["inventory.gpkg"], "SELECT DISTINCT locality FROM candidates ORDER BY locality").Select(r => r[0])];
        Assert.Equal(localities.Order(StringComparer.Ordinal), atlas["pages"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(atlas["pages"]!.AsArray(), p =>
        {
            Assert.StartsWith(p!["name"]!.GetValue<string>() + " – ", p["subtitle"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.True(p["covers"]!.GetValue<bool>(), p["name"]!.GetValue<string>());
        });
    }

    [Fact]
    public void A_click_opens_the_home_in_a_map_service_and_no_two_columns_have_one_heading()
    {
        using SampleCopy town = WithGeoPackage(out _);
        JsonNode layers = Open(Path.Combine(town.Out, "inventory.gpkg"), "inventering")["layers"]!;
        foreach (string layer in (string[])["inventory_candidate_points", "inventory_candidates"])
        {
            Assert.Matches(@"^https://minkarta\.lantmateriet\.se/\?e=\d{6}&n=\d{7}&", layers[layer]!["opens"]!.GetValue<string>());
        }

        foreach ((string id, JsonNode? layer) in layers.AsObject())
        {
            string[] headings = [.. layer!["aliases"]!.AsObject().Select(a => a.Value!.GetValue<string>()).Where(a => a.Length > 0)];
            Assert.Equal((id, ""), (id, string.Join(" | ", headings.GroupBy(h => h, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key))));
        }
    }

    [Fact]
    public void The_follow_up_is_joined_and_says_how_each_column_is_written()
    {
        using SampleCopy town = WithGeoPackage(out _);
        JsonNode project = Open(Path.Combine(town.Out, "inventory.gpkg"), "inventering");
        JsonNode followUp = project["layers"]!["inventory_followup"]!, candidates = project["layers"]!["inventory_candidate_points"]!;
        Assert.Equal((true, false), (followUp["valid"]!.GetValue<bool>(), followUp["readOnly"]!.GetValue<bool>()));
        Assert.Equal(
            """{"ref":"TextEdit","state":"ValueMap","contacted_on":"DateTime","inspected_on":"DateTime","condition":"ValueMap","note":"TextEdit","attachment":"ExternalResource"}""", followUp["widgets"]!.ToJsonString());
        Assert.Equal(8, followUp["valueMaps"]!["state"]!.AsArray().Count);
        Assert.Equal(["1", "2", "3", "4", "5"], followUp["valueMaps"]!["condition"]!.AsArray().Select(v => v!.AsObject().Single().Value!.GetValue<string>()));
        Assert.Contains("200", followUp["limits"]!["note"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode join = Assert.Single(candidates["joins"]!.AsArray())!;
        Assert.Equal("""{"layer":"inventory_followup","resolved":true,"editable":true,"upsert":true}""", join.ToJsonString());
        Assert.Equal("Uppföljning", candidates["aliases"]!["followup_state"]!.GetValue<string>());
        Assert.Equal(["Huset", "Läget", "Uppföljning"], candidates["tabs"]!.AsArray().Select(t => t!.GetValue<string>()));

        // Only what is the planner's own can be changed.
        Assert.All(candidates["editable"]!.AsArray(), e => Assert.StartsWith("followup_", e!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(project["relations"]!.AsObject(), r => Assert.True(r.Value!.GetValue<bool>(), r.Key));
        Assert.Equal(
            ["inventory_candidate_points", "inventory_candidates", "inventory_followup"],
            project["layers"]!.AsObject().Where(l => !l.Value!["readOnly"]!.GetValue<bool>()).Select(l => l.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_written_there_is_in_the_next_run()
    {
        using SampleCopy town = WithGeoPackage(out string[] refs);
        string edits = new JsonArray(
            new JsonObject { ["ref"] = refs[0], ["state"] = "contacted", ["contacted_on"] = "2026-11-12", ["note"] = "Brev å ä ö" },
            new JsonObject { ["ref"] = refs[1], ["state"] = "declined" }).ToJsonString();
        JsonNode edited = Qgis.Run("qgis_edit.py", Path.Combine(town.Out, "inventory.gpkg"), "inventering", edits);
        Assert.True(edited["done"]!.GetValue<bool>(), edited.ToJsonString());
        Assert.Equal(2, edited["rows"]!.GetValue<int>());
        town.Run().Succeeded();
        FollowUpRoundTripTests.HoldsTheFollowUp(town, refs);
    }

    [Fact]
    public void Held_open_nothing_is_replaced_and_once_closed_the_next_run_replaces_it()
    {
        using SampleCopy town = SampleCopy.WithResults("skelleftea-mini");
        SortedDictionary<string, string> before = ResultFolder.Hashes(town.Out);
        using TemporaryFolder home = new();
        string sign = home.File("close");
        using (Process desk = Qgis.Start(home, "qgis_hold.py", Path.Combine(town.Out, "inventory.gpkg"), "inventering", sign))
        {
            for (int i = 0; i < 1200 && !File.Exists(sign + ".open") && !desk.HasExited; i++)
            {
                Thread.Sleep(100);
            }

            Assert.True(File.Exists(sign + ".open"), "QGIS did not open the project.");
            town.Edit(c => c["title"] = "En ny körning");
            ToolResult refused = town.Run();
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains("inventory.gpkg", refused.Errors, StringComparison.Ordinal);
            foreach ((string file, string hash) in before)
            {
                if (file != "inventory.gpkg")
                {
                    Assert.Equal((file, hash), (file, ResultFolder.Hashes(town.Out)[file]));
                }
            }

            ResultFolder.IsWhole(town.Out + ".new");
            File.WriteAllText(sign, "");
            Assert.True(desk.WaitForExit(TimeSpan.FromSeconds(60)));
        }

        town.Run().Succeeded();
        ResultFolder.IsWhole(town.Out);
    }

    [Fact]
    public void In_English_it_is_English()
    {
        using SampleCopy town = new("skelleftea-mini");
        town.Edit(c => c["language"] = "en");
        town.Run().Succeeded();
        JsonNode project = Open(Path.Combine(town.Out, "inventory.gpkg"), "inventory");
        Assert.Equal(
            ["Background", "Candidates", "Follow-up", "Notices and tables", "Services", "Stops and lines"], project["groups"]!.AsObject().Select(g => g.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Major roads", project["layers"]!["inventory_roads"]!["title"]!.GetValue<string>());
        Assert.Equal(["Atlas, a sheet a locality", "Map A3"], project["layouts"]!.AsObject().Select(l => l.Key).Order(StringComparer.Ordinal));
    }

    /// <summary>The sample with an empty follow-up in a GeoPackage, and one run on it.</summary>
    private static SampleCopy WithGeoPackage(out string[] refs)
    {
        SampleCopy town = FollowUpRoundTripTests.With("gpkg");
        town.Run().Succeeded();
        refs = FollowUpRoundTripTests.Refs(town);
        return town;
    }

    private static JsonNode Open(string package, string name)
    {
        using TemporaryFolder folder = new();
        JsonNode project = Qgis.Run("qgis_project.py", package, name, folder.Path);
        Assert.True(project["opened"]!.GetValue<bool>(), project["error"]!.GetValue<string>());
        return project;
    }
}
