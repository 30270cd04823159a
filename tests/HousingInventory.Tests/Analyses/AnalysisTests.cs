using System.Text.Json.Nodes;
using HousingInventory.Analyses;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Score;
using HousingInventory.Tests.Export;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Analyses;

/// <summary>Second analyses stand beside the baseline: a variant that changes nothing is the baseline, and the baseline is as it was whatever is asked.</summary>
public sealed class AnalysisTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void A_variant_that_changes_nothing_is_the_baseline_byte_for_byte()
    {
        using Workshop workshop = new();
        Results baseline = sample.Results;
        AccessRules rules = sample.Config.AccessRules();
        Replay replay = new(baseline, rules, default);
        Scores scores = replay.Score(baseline.Surroundings.With(around => around with { Roads = around.Roads }), replay.Criteria);
        Results variant = baseline with { Scores = scores, Ranking = replay.Rank(scores) };
        Exporting.Export(baseline, Exporting.Standard, workshop.File("baseline"), sample.Run);
        Exporting.Export(variant, Exporting.Standard, workshop.File("variant"), sample.Run);

        string[] files = [.. Directory.EnumerateFiles(workshop.File("baseline")).Select(f => Path.GetFileName(f)!).Where(f => f != "timings.json")];
        Assert.Contains("inventory.gpkg", files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(workshop.File("baseline"), f)), File.ReadAllBytes(Path.Combine(workshop.File("variant"), f))));
    }

    [Fact]
    public void Weights_that_are_the_same_give_the_same_ranks()
    {
        Replay replay = new(sample.Results, sample.Config.AccessRules(), default);
        Scores scores = replay.Sum(c => c.Weight);
        Assert.Equal(sample.Results.Scores.Sum, scores.Sum);
        Assert.Equal(sample.Results.Scores.ScoreMax, scores.ScoreMax);
        Assert.Equal(sample.Results.Ranking.Order, replay.Rank(scores).Order);
        Results results = Analyse(new OtherWeights { Name = "same" });
        ResultTable table = new(results);
        Assert.All(table.Candidates, row => Assert.Equal(row.Position + 1L, results.Analyses[0].Columns[0].Get(row)));
    }

    [Fact]
    public void Other_weights_are_added_up_again_from_what_was_measured()
    {
        // Baseline a: 1·80 + 1·10 = 90, b: 1·20 + 1·60 = 80. With 3 for the second a: 80 + 30 = 110, b: 20 + 180 = 200.
        Run run = new();
        Results baseline = Sheets("a b", run, Tests.Score.Sheet.Of("one", 1, "80 20"), Tests.Score.Sheet.Of("two", 1, "10 60"));
        Assert.Equal([0, 1], baseline.Ranking.Order);
        Results results = Analysing.Run(
            baseline, [new OtherWeights { Name = "other", Weights = new Dictionary<string, double> { ["two"] = 3 } }], new InventoryConfig().AccessRules(), run);
        Assert.Equal([2L, 1L], new ResultTable(results).Candidates.Select(r => results.Analyses[0].Columns[0].Get(r)));
        Assert.Equal([0, 1], results.Ranking.Order);
    }

    [Fact]
    public void An_analysis_that_changes_the_baseline_is_found_out()
    {
        Run run = new();
        Results baseline = Sheets("a b", run, Tests.Score.Sheet.Of("one", 1, "80 20"));
        InvalidOperationException found = Assert.Throws<InvalidOperationException>(
            () => Analysing.Run(baseline, [new Meddler { Name = "meddler" }], new InventoryConfig().AccessRules(), run));
        Assert.Contains("meddler", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_analysis_says_stands_in_columns_report_and_manifest()
    {
        using Workshop workshop = new();
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json"));
        loaded = loaded with { Config = loaded.Config with { Analyses = [new OtherWeights { Name = "shops", Weights = new Dictionary<string, double> { ["grocery"] = 9 } }] } };
        Pipeline.Run(loaded, workshop.File("out"), new Run());
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(workshop.File("out"), "manifest.json")))!;
        Assert.Equal(9, (double?)manifest["config"]!["analyses"]![0]!["weights"]!["grocery"]);
        Assert.Equal("other-weights", (string?)manifest["analyses"]![0]!["type"]);
        Assert.Contains("shops_rank", File.ReadAllText(Path.Combine(workshop.File("out"), "candidates.geojson")), StringComparison.Ordinal);
        Assert.Contains("id=\"shops\"", File.ReadAllText(Path.Combine(workshop.File("out"), "report.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "other-weights", "name": "x", "weights": { "stopp": 3 } }""", "analyses[0].weights.stopp is no criterion; did you mean 'stop'?")]
    [InlineData("""{ "type": "other-weights", "name": "x", "weights": { "stop": -1 } }""", "analyses[0].weights must not be negative")]
    [InlineData("""{ "type": "other-weights", "name": "X" }""", "analyses[0].name must be lower-case")]
    [InlineData("""{ "type": "other-weights", "name": "stop" }""", "analyses[0].name is 'stop', which")]
    [InlineData("""{ "type": "other-weight", "name": "x" }""", "there is no analysis type 'other-weight'; did you mean 'other-weights'?")]
    public void A_wrong_analysis_is_refused_with_its_place(string analysis, string message)
    {
        string text = $$"""
            { "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }, { "type": "addresses", "path": "a" } ], "analyses": [ {{analysis}} ] }
            """;
        InputException refused = Assert.Throws<InputException>(() => ConfigReader.Parse(text, "inventory.json"));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private Results Analyse(params Analysis[] analyses) => Analysing.Run(sample.Results, analyses, sample.Config.AccessRules(), new Run());

    private static Results Sheets(string ids, Run run, params Tests.Score.Sheet[] criteria) => Tests.Score.Sheet.Results(ids, Language.Sv, run, criteria);

    /// <summary>Sets a sum of the baseline to nothing.</summary>
    private sealed record Meddler : Analysis
    {
        internal override IReadOnlyList<string> Needs => [];

        internal override AnalysisResult Run(Results baseline, Replay replay)
        {
            baseline.Scores.Sum[0] = 0;
            return new AnalysisResult(Name, "meddler");
        }
    }
}
