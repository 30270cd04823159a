using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The standard criteria separate homes: over whole municipalities no score is common, and the best are not all of one town.</summary>
public sealed class StandardOrderTests
{
    [Theory]
    [InlineData(30_000, 1)]
    [InlineData(12_000, 7)]
    [InlineData(15_000, 5)]
    [InlineData(20_000, 3)]
    public void No_score_is_shared_by_more_than_one_in_twenty_and_the_best_tenth_is_of_at_least_eight_localities(int homes, int seed)
    {
        using TemporaryFolder folder = new();
        HousingInventoryCommand.Run("sample", folder.Path, "--homes", $"{homes}", "--seed", $"{seed}").Succeeded();
        string config = Path.Combine(folder.Path, "inventory.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace("\"sources\"", "\"robustness\": null, \"outputs\": [ { \"type\": \"geojson\" } ], \"sources\"", StringComparison.Ordinal));
        HousingInventoryCommand.Run("run", config, "--quiet").Succeeded();
        JsonNode[] ranked = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "out", "candidates.geojson")))!["features"]!.AsArray().Select(f => f!["properties"]!)];

        Assert.InRange(ranked.Length, 300, 2_000);
        Assert.InRange(ranked.CountBy(h => h["score"]!.GetValue<decimal>()).Max(g => g.Value), 1, ranked.Length / 20);
        Assert.InRange(ranked.Max(h => h["rank_ties"]!.GetValue<int>()), 1, 5);
        Assert.InRange(ranked.Take(ranked.Length / 10).Select(h => h["locality"]!.GetValue<string>()).Distinct().Count(), 8, 1_000);
    }
}
