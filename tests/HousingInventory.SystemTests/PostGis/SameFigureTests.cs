using System.Text.Json;
using System.Text.Json.Nodes;
using HousingInventory.Formats;

namespace HousingInventory.SystemTests.PostGis;

/// <summary>Candidates are counted once: whoever asks another result gets the same figure.</summary>
[Collection(PostGisTests.Name)]
[Trait("Needs", "PostGis")]
public sealed class SameFigureTests(PostGisCluster cluster)
{
    private const string Variable = "HOUSING_INVENTORY_TEST_PG";

    [Theory]
    [InlineData("skelleftea-mini", 200)]
    [InlineData("skelleftea-mini", 5)]
    [InlineData("tiny-town", 200)]
    public void Candidates_are_as_many_in_every_result_and_the_lists_hold_the_top_of_them(string name, int top)
    {
        string connection = cluster.CreateDatabase();
        using SampleCopy sample = new(name);
        sample.Edit(config =>
        {
            config["shortlist"] = new JsonObject { ["top"] = top };
            config["outputs"] = JsonNode.Parse(
                $$"""[{ "type": "geojson" }, { "type": "geopackage" }, { "type": "csv" }, { "type": "xlsx" }, { "type": "report" }, { "type": "postgis", "connection": "env:{{Variable}}" }]""");
        });
        string printed = HousingInventoryCommand.RunWith(
            new Dictionary<string, string?> { [Variable] = connection }, "run", sample.Config, "--out", sample.Out, "--quiet").Succeeded().Output;
        string File(string result) => Path.Combine(sample.Out, result);

        using JsonDocument map = JsonDocument.Parse(System.IO.File.ReadAllBytes(File("candidates.geojson")));
        long candidates = map.RootElement.GetProperty("features").GetArrayLength();
        Assert.True(candidates > 0);

        // The two layers and their long table, in both databases.
        foreach (string table in (string[])["candidates", "candidate_points"])
        {
            Assert.Equal((table, candidates), (table, long.Parse(Database.Rows(File("inventory.gpkg"), $"SELECT count(*) FROM {table}")[0][0], null)));
        }

        using (PostGisDatabase database = PostGisDatabase.Open(connection))
        {
            foreach (string table in (string[])["candidates", "candidate_points", "candidates_current", "candidate_history"])
            {
                Assert.Equal((table, candidates), (table, database.Query($"SELECT count(*) FROM inventory.{table}")));
            }

            Assert.Equal(candidates, database.Query("SELECT count(DISTINCT building_id) FROM inventory.criterion_values"));
            Assert.Equal(candidates, database.Query("SELECT (rows->>'candidates')::bigint FROM inventory.runs"));
        }

        // The manifest: the end of the funnel, and what it says of its files.
        JsonNode manifest = sample.Manifest();
        Assert.Equal(candidates, manifest["funnel"]!.AsArray()[^1]!["left"]!.GetValue<long>());
        Dictionary<string, JsonNode> rows = manifest["outputs"]!.AsArray().ToDictionary(o => o!["path"]!.GetValue<string>(), o => o!["rows"]!);
        Assert.Equal(candidates, rows["candidates.geojson"].GetValue<long>());
        Assert.Equal(candidates, rows["inventory.gpkg"]["candidates"]!.GetValue<long>());
        Assert.Equal(candidates, rows["postgis:inventory"]["candidates"]!.GetValue<long>());

        // The lists hold the best, as many as fit, in the order of the map layer.
        long listed = Math.Min(candidates, top);
        string[] refs = [.. map.RootElement.GetProperty("features").EnumerateArray().Take((int)listed).Select(f => f.GetProperty("properties").GetProperty("ref").GetString()!)];
        Assert.Equal(refs, Refs(CsvTable.Open(File("shortlist.csv"), ReadOptions.Recognise)));
        Assert.Equal(refs, Refs(XlsxTable.Open(File("shortlist.xlsx"), ReadOptions.Recognise)));
        Assert.Equal((listed, listed), (rows["shortlist.csv"].GetValue<long>(), rows["shortlist.xlsx"].GetValue<long>()));

        // What people read.
        Assert.Contains($"<li><b>{candidates}</b><span>kandidater efter alla urval</span></li>", System.IO.File.ReadAllText(File("report.html")), StringComparison.Ordinal);
        Assert.Contains($"Lista:     {candidates} kandidater, {listed} i urvalslistan\n", printed, StringComparison.Ordinal);
        string work = System.IO.File.ReadAllText(File("worklist.html"));
        Assert.All(refs, r => Assert.Contains(r, work, StringComparison.Ordinal));
    }

    private static List<string> Refs(IFeatureCursor cursor)
    {
        using (cursor)
        {
            int column = cursor.Layer.Columns.ToList().FindIndex(c => c.Name == "Referens");
            List<string> refs = [];
            while (cursor.Read())
            {
                refs.Add(cursor.Text(column)!);
            }

            return refs;
        }
    }
}
