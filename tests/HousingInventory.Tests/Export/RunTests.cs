using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Score;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Export;

/// <summary>Whole runs on two houses, and what the files say.</summary>
public sealed class RunTests
{
    private static readonly string[] ContractColumns =
    [
        "building_id", "ref", "rank", "score", "score_max", "rank_ties", "fails", "status", "reason", "address", "address_source", "property", "candidates_on_property",
        "others_registered", "purpose", "footprint_m2", "locality", "holiday_home_hint", "confidence", "state", "contacted_on", "inspected_on", "condition", "note",
    ];

    [Fact]
    public void The_columns_are_those_of_the_contract_in_its_order()
    {
        Assert.Equal(ContractColumns, ResultLayers.Fixed.Select(c => c.Name));
        Assert.Equal(
            [.. ContractColumns.Where(c => c is not ("rank" or "score" or "score_max" or "rank_ties" or "fails")).TakeWhile(c => c != "state"), "left_out"],
            ResultLayers.Buildings([]).Select(c => c.Name));
        Assert.All(ContractColumns, c => Assert.Contains(c, ResultLayers.FixedNames));
    }

    [Fact]
    public void Every_layer_that_is_a_result_is_among_the_names_that_a_database_replaces_and_no_other()
    {
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json"));
        Run run = new();
        ResultTable table = new(Pipeline.Analyse(loaded, run));
        IReadOnlyList<ResultLayer> layers = ResultLayers.All(table, run);
        Assert.Equal(ResultLayers.Names.Order(StringComparer.Ordinal), layers.Where(l => l.IsResult).Select(l => l.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["followup", "locality_pages", "named_roads", "roads", "water"], layers.Where(l => !l.IsResult).Select(l => l.Name).Order(StringComparer.Ordinal));
        Assert.All(layers, l => Assert.All(l.Key, k => Assert.Contains(l.Columns, c => c.Name == k)));
        Assert.All(layers, l => Assert.All(l.Rows.Take(5), r => Assert.Equal(l.Columns.Count, r.Values.Length)));
    }

    [Fact]
    public void Equal_runs_in_other_folders_give_equal_bytes_but_for_the_timings()
    {
        using Workshop one = new();
        using Workshop two = new();
        one.RunInto("out");
        two.RunInto("elsewhere");
        string[] names = [.. Directory.EnumerateFiles(one.File("out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(names, Directory.EnumerateFiles(two.File("elsewhere")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(names.Where(n => n != "timings.json"), n => Assert.Equal(File.ReadAllBytes(Path.Combine(one.File("out"), n)), File.ReadAllBytes(Path.Combine(two.File("elsewhere"), n))));
    }

    [Fact]
    public void The_manifest_adds_up_and_its_sums_are_those_of_the_files()
    {
        using Workshop workshop = new Workshop().With("residents", "r.csv", "adress;sekretess;antal\nExempelgatan 1;;1\n;;1\nExempelgatan 1;;2\n").With("withheld", "w.csv", "key\nnothing-7\n");
        JsonNode manifest = workshop.RunInto("out");
        Assert.Equal(1, (int)manifest["contract"]!);
        foreach (JsonNode? input in manifest["inputs"]!.AsArray())
        {
            if ((string)input!["type"]! == "withheld")
            {
                Assert.Equal(["type", "id", "path"], input.AsObject().Select(m => m.Key));
                continue;
            }

            JsonNode rows = input["rows"]!;
            Assert.Equal((long)rows["read"]!, (long)rows["used"]! + rows["leftOut"]!.AsObject().Sum(l => (long)l.Value!));
            string sum = (string)input["type"]! == "residents" ? Sum(workshop.File("r.csv"), workshop.File("w.csv")) : Sum(workshop.File((string)input["path"]!));
            Assert.Equal(sum, (string)input["sha256"]!);
        }

        foreach (JsonNode? output in manifest["outputs"]!.AsArray())
        {
            Assert.Equal(Sum(Path.Combine(workshop.File("out"), (string)output!["path"]!)), (string)output["sha256"]!);
        }

        Assert.Equal(["nobody-registered", "not-housing", "registered", "secondary", "undetermined"], manifest["statuses"]!.AsObject().Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal(2, manifest["statuses"]!.AsObject().Sum(s => (long)s.Value!));
        long left = (long)manifest["funnel"]![0]!["left"]! + (long)manifest["funnel"]![0]!["removed"]!;
        foreach (JsonNode? step in manifest["funnel"]!.AsArray())
        {
            Assert.Equal(left, (long)step!["left"]! + (long)step["removed"]!);
            left = (long)step["left"]!;
        }
    }

    [Fact]
    public void Reasons_of_few_residents_are_told_as_one_sum()
    {
        string rows = string.Concat(Enumerable.Repeat("Exempelgatan 1;;1\n", 30)) + "Exempelgatan 1;AV;1\nExempelgatan 1;AV;1\n;;1\n;;1\n;;1\n";
        using Workshop workshop = new Workshop().With("residents", "r.csv", "adress;avregistreringsorsak;antal\n" + rows).With("withheld", "w.csv", "key\n");
        JsonNode few = workshop.RunInto("out")["inputs"]!.AsArray().Single(i => (string)i!["type"]! == "residents")!["rows"]!;
        Assert.Equal("""{"read":35,"used":30,"leftOut":{"few":5}}""", few.ToJsonString());

        using Workshop many = new Workshop().With("residents", "r.csv", "adress;avregistreringsorsak;antal\n" + rows + ";;1\n;;1\n").With("withheld", "w.csv", "key\n");
        JsonNode told = many.RunInto("out")["inputs"]!.AsArray().Single(i => (string)i!["type"]! == "residents")!["rows"]!;
        Assert.Equal("""{"read":37,"used":30,"leftOut":{"few":2,"not-placeable":5}}""", told.ToJsonString());
    }

    [Fact]
    public void Reasons_that_keep_few_residents_from_a_house_are_told_as_one_sum_too()
    {
        string rows = string.Concat(Enumerable.Repeat("Exempelgatan 1;;1\n", 30)) + string.Concat(Enumerable.Repeat(";EXEMPELBY 9:9;1\n", 3));
        using Workshop few = new Workshop().With("residents", "r.csv", "adress;fastighetsbeteckning;antal\n" + rows);
        Assert.Equal("""{"few":3}""", few.RunInto("out")["unlinked"]!.ToJsonString());
        string report = File.ReadAllText(Path.Combine(few.File("out"), "report.html"));
        Assert.Contains("Skäl som gäller färre än fem", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Fastigheten finns inte i registret", report, StringComparison.Ordinal);

        using Workshop many = new Workshop().With("residents", "r.csv", "adress;fastighetsbeteckning;antal\n" + rows + ";EXEMPELBY 9:9;2\n");
        Assert.Equal("""{"property-unknown":5}""", many.RunInto("out")["unlinked"]!.ToJsonString());
    }

    [Fact]
    public void A_reduced_file_without_a_list_of_withheld_homes_is_an_error_and_with_one_is_none()
    {
        const string reduced = "address,postal_code,count\nExempelgatan 1,,2\n";
        using Workshop without = new Workshop().With("residents", "r.csv", reduced);
        Assert.Equal(1, (long)without.RunInto("out")["notices"]!["withheld_list_missing"]!);
        Assert.Contains("undantagna hus", File.ReadAllText(Path.Combine(without.File("out"), "report.html")), StringComparison.Ordinal);
        using Workshop with = new Workshop().With("residents", "r.csv", reduced).With("withheld", "w.csv", "key\n");
        Assert.Null(with.RunInto("out")["notices"]!["withheld_list_missing"]);
    }

    [Fact]
    public void Every_default_stands_in_the_manifest()
    {
        using Workshop workshop = new() { Members = """ "asOf": "2026-11-10", """ };
        JsonNode config = workshop.RunInto("out")["config"]!;
        Assert.Equal(80, (double)config["walking"]!["metresPerMinute"]!);
        Assert.Equal(250, (double)config["candidates"]!["footprintM2"]!["max"]!);
        Assert.Equal("residents", (string)config["candidates"]!["settlements"]![1]!["between"]!);
        Assert.Equal("mark", (string)config["candidates"]!["holidayHomes"]!);
        Assert.Equal(120, (int)config["transit"]!["minTransferS"]!);
        Assert.Equal(0.8, (double)config["linkage"]!["warnUnder"]!);
        Assert.Equal(200, (int)config["shortlist"]!["top"]!);
        Assert.Equal(Exporting.Standard.Select(HousingInventory.Model.Doors.TypeOf), config["outputs"]!.AsArray().Select(o => (string)o!["type"]!));
        Assert.NotNull(config["criteria"]);
    }

    [Fact]
    public void The_swedish_list_is_semicolons_and_decimal_commas_and_the_english_one_commas_and_points()
    {
        using Workshop swedish = new();
        swedish.RunInto("out");
        byte[] bytes = File.ReadAllBytes(Path.Combine(swedish.File("out"), "shortlist.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        string[] lines = Encoding.UTF8.GetString(bytes)[1..].Split("\r\n");
        Assert.StartsWith("Plats;Referens;Ort eller by;Adress;Fastighetsbeteckning;", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(";Byggnads-id", lines[0], StringComparison.Ordinal);
        Assert.Contains(";120,0;", lines[1], StringComparison.Ordinal);
        Assert.Contains(";Exempelgatan 2;EXEMPELBY 1:2;", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(";7200005;700106;h2", lines[1], StringComparison.Ordinal);

        using Workshop english = new();
        english.Members += "\"language\": \"en\",";
        english.RunInto("out");
        string text = File.ReadAllText(Path.Combine(english.File("out"), "shortlist.csv"));
        Assert.Contains("Rank,Reference,Locality or village,Address,Property designation,", text, StringComparison.Ordinal);
        Assert.Contains(",120.0,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_a_formula_stays_text_in_the_list()
    {
        using Workshop workshop = new Workshop().With(
            "addresses", "a.csv", "address_id;adress;e;n\na1;Exempelgatan 1;700006;7200005\na2;=HYPERLINK(1);700106;7200005\n", """, "crs": "EPSG:3006" """);
        workshop.RunInto("out");
        Assert.DoesNotContain(";=", File.ReadAllText(Path.Combine(workshop.File("out"), "shortlist.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_stand_in_rank_order_with_the_building_id_as_feature_id()
    {
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(Workshop.House("h1", 0), Workshop.House("z", 300), Workshop.House("m", 500), Workshop.House("a", 400)))
            .With("addresses", "a.csv", "address_id;adress;e;n\na1;Exempelgatan 1;700006;7200005\na2;Exempelgatan 2;700306;7200005\na3;Exempelgatan 3;700506;7200005\na4;Exempelgatan 4;700406;7200005\n", """, "crs": "EPSG:3006" """);
        workshop.Members = workshop.Members.Replace("\"criteria\": null", "\"linkage\": { \"warnUnder\": 0 , \"refuseUnder\": 0 }", StringComparison.Ordinal);
        workshop.RunInto("out");
        JsonArray features = JsonNode.Parse(File.ReadAllText(Path.Combine(workshop.File("out"), "candidates.geojson")))!["features"]!.AsArray();
        Assert.Equal(["a", "m", "z"], features.Select(f => (string)f!["id"]!));
        Assert.Equal([1, 2, 3], features.Select(f => (int)f!["properties"]!["rank"]!));
        string[] columns = [.. ContractColumns.TakeWhile(c => c != "status"), "rank_p5", "rank_p95", "top_share", "drops_if", .. ContractColumns.SkipWhile(c => c != "status")];
        Assert.All(features, f => Assert.Equal(columns, f!["properties"]!.AsObject().Select(p => p.Key).Take(columns.Length)));
    }

    [Fact]
    public void No_column_name_is_longer_than_a_database_takes()
    {
        // 54 for the longest name of a criterion, 63 for a name in PostgreSQL.
        Type[] suffixed = [typeof(WalkToStopCriterion), typeof(BusLineCriterion), typeof(DeparturesCriterion), typeof(ServiceCriterion)];
        Assert.All(suffixed, t => Assert.True(t.IsSubclassOf(typeof(Criterion))));
        string[] endings = ["_points", "_missing", "_one_way", "_booked", "_holiday", "_best", "_failing", "_class", "_share"];
        Assert.All(endings, e => Assert.True(54 + e.Length <= 63, e));
        Assert.All(ResultLayers.FixedNames, n => Assert.True(Encoding.UTF8.GetByteCount(n) <= 63, n));
    }

    [Fact]
    public void A_notice_on_residents_has_no_row_no_place_and_no_text()
    {
        HousingInventory.Diagnostics.Run run = new();
        using Workshop workshop = new Workshop().With("residents", "r.csv", "personnummer;namn;adress\n196408233234;Exempelsson;Exempelgatan 1\n\"broken;x\n640883-3231;Provsson;Finnsintevägen 9\n1;2;3;4;5;6;7\n");
        HousingInventory.Configuration.LoadedConfig loaded = workshop.Load();
        try
        {
            Pipeline.Run(loaded, workshop.File("out"), run);
        }
        catch (HousingInventory.Diagnostics.InputException e)
        {
            Assert.DoesNotContain("sson", e.Message, StringComparison.Ordinal);
        }

        Assert.All(run.Notices.Samples.Where(n => n.Source == "residents"), n => Assert.Equal((null, null, null), (n.Row, n.Feature, n.Place)));
        Assert.All(run.Notices.Samples, n => Assert.DoesNotContain("sson", n.Text(HousingInventory.Diagnostics.Language.En) + n.Feature, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("out/../b")]
    [InlineData("houses.geojson")]
    public void Results_are_not_written_into_a_source(string folder)
    {
        using Workshop workshop = new();
        if (folder == "houses.geojson")
        {
            Assert.Contains("is a source", Assert.Throws<HousingInventory.Diagnostics.InputException>(() => workshop.RunInto(folder)).Message, StringComparison.Ordinal);
        }
        else
        {
            workshop.RunInto(folder);
            Assert.True(File.Exists(Path.Combine(workshop.File("b"), "manifest.json")));
        }
    }

    private static string Sum(params string[] paths) => Convert.ToHexStringLower(SHA256.HashData([.. paths.SelectMany(File.ReadAllBytes)]));
}
