using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;

namespace HousingInventory.Tests.Difference;

/// <summary>The earlier run as a member of the configuration: what is refused, what goes on with a notice, and what is missing.</summary>
public sealed class PreviousTests
{
    private static readonly Month May = new() { Houses = Month.Row(12), Lives = ["h00", "h03"], Candidates = """ "footprintM2": { "min": 50, "max": 250 }, "stopWithinM": 2000, "settlements": null """ };
    private static readonly Month November = May with { AsOf = "2026-11-10", Extracted = "2026-11-02" };

    [Fact]
    public void A_folder_without_results_is_refused()
    {
        using TwoMonths two = new();
        Directory.CreateDirectory(Path.Combine(two.Before, "out"));
        Assert.Contains("holds no results", Refused(two, November), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(two.Before, "out", "manifest.json"), "{ \"name\": \"an app\" }");
        Assert.Contains("holds no results", Refused(two, November), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_a_newer_version_are_refused()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        Edit(two, manifest => manifest["contract"] = 2);
        Assert.Contains("was written by a newer version", Refused(two, November), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_run_or_one_of_another_municipality_is_refused()
    {
        using TwoMonths two = new();
        November.RunIn(two.Before);
        Assert.Contains("is of 2026-11-10, after this run's 2026-05-10", Refused(two, May), StringComparison.Ordinal);
        Edit(two, manifest => manifest["config"]!["municipality"] = new JsonArray("1234"));
        Assert.Contains("of the municipality 1234", Refused(two, November), StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_the_results_cannot_be_held_against_itself()
    {
        using TwoMonths two = new();
        November.RunIn(two.After);
        string line = Assert.Throws<InputException>(() => Pipeline.Run(November.Write(two.After, "out"), Path.Combine(two.After, "out"), new Run())).Message;
        Assert.Contains("name another --out, for example", line, StringComparison.Ordinal);
        Assert.Contains("out-2026-11.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_was_edited_by_hand_is_refused()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        string list = Path.Combine(two.Before, "out", "candidates.geojson");
        File.WriteAllText(list, File.ReadAllText(list).Replace("\"h01\"", "\"h99\"", StringComparison.Ordinal));
        Assert.Contains("candidates.geojson is no longer what the run wrote", Refused(two, November), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(37, 0)]
    [InlineData(36, 1)]
    public void A_source_that_lost_more_than_a_twentieth_of_its_rows_is_told_of(int houses, int told)
    {
        // With the house far away 40 rows, of which 38 are left: 5 % are gone, which is not over it. Buildings, addresses and properties have a row a house.
        using TwoMonths two = new();
        Month before = May with { Houses = Month.Row(39) };
        before.RunIn(two.Before);
        two.Again(November with { Houses = Month.Row(houses) });
        Assert.Equal(told * 3, two.Run.Notices.Counts.GetValueOrDefault("source_shrank"));
    }

    [Fact]
    public void Buildings_that_were_numbered_anew_switch_the_comparison_off_and_the_run_goes_on()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        Results results = two.Again(November with { Houses = [.. Month.Row(12).Select((h, i) => h with { Id = $"h{50 + i}" })], Lives = ["h50"] });
        Assert.Null(results.Changes);
        Assert.Equal(1, two.Run.Notices.Counts["previous_other_ids"]);
        Assert.False(File.Exists(Path.Combine(two.After, "out", "changes.csv")));
        Assert.DoesNotContain("previous_rank", two.Text("candidates.geojson"), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_that_should_have_been_deleted_are_told_of()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        Edit(two, manifest => manifest["deleteAfter"] = "2026-11-09");
        two.Again(November);
        Assert.Equal(1, two.Run.Notices.Counts["previous_to_be_deleted"]);
    }

    [Fact]
    public void An_old_register_that_is_gone_is_one_with_the_registrations_and_nobody_is_named()
    {
        // h01 leaves the register and somebody moves into h02; the old register is gone.
        using TwoMonths two = new();
        May.RunIn(two.Before);
        File.Delete(Path.Combine(two.Before, "houses.geojson"));
        Results results = two.Again(November with { Houses = [.. Month.Row(12).Where(h => h.Id != "h01")], Lives = ["h00", "h03", "h02"], Candidates = """ "footprintM2": { "min": 50, "max": 250 }, "stopWithinM": 800, "settlements": null """ });
        Assert.Equal(1, two.Run.Notices.Counts["previous_input_missing"]);
        Assert.Equal(["registrations-or-registers", "rules"], results.Changes!.Rows.Select(r => r.Cause.Key));
        Assert.Equal((0, 2), (results.Changes.Rows[0].Came, results.Changes.Rows[0].Left));
        Assert.All(results.Changes.Gone, g => Assert.Equal("rules", g.Cause.Key));
        Assert.DoesNotContain("buildings", results.Changes.InputsFound);
    }

    [Fact]
    public void Where_nothing_is_left_of_the_old_inputs_there_are_counts_only()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        foreach (string file in Directory.EnumerateFiles(two.Before, "*", SearchOption.TopDirectoryOnly))
        {
            File.Delete(file);
        }

        Directory.Delete(Path.Combine(two.Before, "gtfs"), recursive: true);
        Results results = two.Again(November with { Houses = Month.Row(8), Stops = [(100, 5)] });
        Assert.Equal(["everything"], results.Changes!.Rows.Select(r => r.Cause.Key));
        Assert.Empty(results.Changes.Gone);
        Assert.Empty(results.Changes.Came);
    }

    [Fact]
    public void The_object_names_the_configuration_beside_which_the_old_inputs_lie()
    {
        // The results were moved away from their sources.
        using TwoMonths two = new();
        May.RunIn(two.Before);
        Directory.Move(Path.Combine(two.Before, "out"), two.Folder("archive"));
        Month later = November with { Houses = Month.Row(10) };
        later.Write(two.After);
        string path = Path.Combine(two.After, "inventory.json");
        string text = File.ReadAllText(path);
        string With(string previous) => text.Replace("\"candidates\":", $"\"previous\": {previous}, \"candidates\":", StringComparison.Ordinal);
        File.WriteAllText(path, With("""{ "results": "../archive", "config": "../may/inventory.json" }"""));
        Results found = Pipeline.Analyse(ConfigReader.Load(path), new Run());
        Assert.Equal(["building-gone"], found.Changes!.Rows.Select(r => r.Cause.Key));
        Assert.Equal(2, found.Changes.Gone.Count);

        Run run = new();
        File.WriteAllText(path, With("\"../archive\""));
        _ = Pipeline.Analyse(ConfigReader.Load(path), run);
        Assert.Equal(1, run.Notices.Counts["previous_input_missing"]);

        File.WriteAllText(path, With("""{ "results": "../archive", "config": "../june.json" }"""));
        Assert.Contains("previous.config does not exist", Assert.Throws<InputException>(() => ConfigReader.Load(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, With("""{ "result": "../archive" }"""));
        Assert.Contains("previous", Assert.Throws<InputException>(() => ConfigReader.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_says_what_the_run_was_held_against_and_holds_no_path_of_the_machine()
    {
        using TwoMonths two = new();
        May.RunIn(two.Before);
        LoadedConfig loaded = November.Write(two.After).HeldAgainst(Path.Combine(two.Before, "out"));
        Pipeline.Run(loaded, Path.Combine(two.After, "out"), new Run());
        JsonNode manifest = JsonNode.Parse(two.Text("manifest.json"))!;
        Assert.Equal("2026-05-10", (string)manifest["previous"]!["asOf"]!);
        Assert.Equal(["buildings", "addresses", "properties", "timetable"], manifest["previous"]!["inputsFound"]!.AsArray().Select(i => (string)i!));
        Assert.Equal("out", (string)manifest["config"]!["previous"]!["results"]!);
        Assert.Contains(manifest["outputs"]!.AsArray(), o => (string)o!["path"]! == "gone.csv");
        Assert.DoesNotContain(two.Before, two.Text("manifest.json"), StringComparison.Ordinal);
    }

    private static string Refused(TwoMonths two, Month later) => Assert.Throws<InputException>(() => two.Again(later)).Message;

    private static void Edit(TwoMonths two, Action<JsonNode> change)
    {
        string path = Path.Combine(two.Before, "out", "manifest.json");
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(path))!;
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
