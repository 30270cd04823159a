using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>Law 4: what is withheld is treated as registered, and stands nowhere. In tiny-town, whose page tells every house.</summary>
public sealed class WithheldTests
{
    /// <summary>Storgatan 3: nobody is registered, so without the list it is a candidate.</summary>
    private static readonly string[] Storgatan3 = ["b0000000-0000-4000-8000-000000000003", "NH8YFJ", "Exempelstorgatan 3", "EXEMPELBY 1:2"];

    [Theory]
    [InlineData("b0000000-0000-4000-8000-000000000003")]
    [InlineData("Exempelstorgatan 3")]
    [InlineData("exempelstorgatan  3")]
    [InlineData("EXEMPELBY 1:2")]
    public void A_candidate_that_any_kind_of_key_withholds_stands_nowhere(string key)
    {
        using SampleCopy town = SampleCopy.WithResults();
        Assert.NotEmpty(ResultFolder.FilesWith(town.Out, Storgatan3[..2]));
        long candidates = Candidates(town);
        long registered = Registered(town);

        File.AppendAllText(town["withheld.csv"], key + "\n");
        ToolResult run = town.Run().Succeeded();
        Assert.Empty(ResultFolder.FilesWith(town.Out, Storgatan3));
        Assert.DoesNotContain(Storgatan3, s => run.Output.Contains(s, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(candidates - 1, Candidates(town));
        Assert.Equal(registered + 1, Registered(town));
    }

    [Fact]
    public void Its_neighbours_on_the_property_are_what_they_are_beside_an_inhabited_home()
    {
        using SampleCopy town = SampleCopy.WithResults();
        // Two houses without address share a property, and one person is registered there: both are undetermined.
        string[] both = [.. Undetermined(town).Where(b => b.Property == "EXEMPELBY 1:8").Select(b => b.Id)];
        Assert.Equal(2, both.Length);
        File.AppendAllText(town["withheld.csv"], both[0] + "\n");
        town.Run().Succeeded();
        Assert.Empty(ResultFolder.FilesWith(town.Out, both[..1]));

        // The person who is registered on the property may live in the other house: were it missing, its absence would tell of the first.
        Assert.Equal([both[1]], Undetermined(town).Where(b => b.Property == "EXEMPELBY 1:8").Select(b => b.Id));
    }

    [Fact]
    public void Explain_says_of_it_what_it_says_of_a_registered_house()
    {
        using SampleCopy town = new();
        File.AppendAllText(town["withheld.csv"], Storgatan3[0] + "\n");
        string registered = HousingInventoryCommand.Run("explain", town.Config, "Exempelstorgatan 1").Succeeded().Output;
        string withheld = HousingInventoryCommand.Run("explain", town.Config, "Exempelstorgatan 3").Succeeded().Output;
        Assert.NotEqual("", registered.Trim());
        Assert.Equal(registered, withheld);
    }

    [Fact]
    public void The_list_is_named_without_rows_or_hash()
    {
        using SampleCopy town = SampleCopy.WithResults();
        JsonNode withheld = town.Manifest()["inputs"]!.AsArray().Single(i => i!["type"]!.GetValue<string>() == "withheld")!;
        Assert.Null(withheld["rows"]);
        Assert.Null(withheld["sha256"]);
    }

    [Fact]
    public void Check_finds_a_withheld_key_in_a_folder_of_results()
    {
        using SampleCopy town = SampleCopy.WithResults();
        HousingInventoryCommand.Run("check", town.Config, "--results", town.Out, "--quiet").Succeeded();
        File.AppendAllText(town["withheld.csv"], Storgatan3[0] + "\n");
        ToolResult found = HousingInventoryCommand.Run("check", town.Config, "--results", town.Out, "--quiet");
        Assert.NotEqual(0, found.ExitCode);
        Assert.NotEqual(3, found.ExitCode);
        Assert.Contains("candidates.geojson", found.Output + found.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Storgatan3[0], found.Output + found.Errors, StringComparison.Ordinal);
    }

    private static long Candidates(SampleCopy town) =>
        town.Manifest()["outputs"]!.AsArray().Single(o => o!["path"]!.GetValue<string>() == "candidates.geojson")!["rows"]!.GetValue<long>();

    private static long Registered(SampleCopy town) => town.Manifest()["statuses"]!["registered"]!.GetValue<long>();

    private static List<(string Id, string Property)> Undetermined(SampleCopy town) =>
        [.. Database.Rows(Path.Combine(town.Out, "inventory.gpkg"), "select building_id, property from buildings where status = 'undetermined'").Select(r => (r[0], r[1]))];
}
