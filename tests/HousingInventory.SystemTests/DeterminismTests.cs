namespace HousingInventory.SystemTests;

/// <summary>Law 1: same inputs and configuration, same bytes.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("skelleftea-mini")]
    [InlineData("tiny-town")]
    public void Folder_cores_culture_time_zone_and_globalization_mode_do_not_show(string sample)
    {
        SortedDictionary<string, string> first = Results(sample, new() { ["DOTNET_PROCESSOR_COUNT"] = "2" });
        Assert.Contains("candidates.geojson", first.Keys);
        Assert.Contains("manifest.json", first.Keys);
        Dictionary<string, string?> turkish = new() { ["DOTNET_PROCESSOR_COUNT"] = "1", ["LC_ALL"] = "tr_TR.UTF-8", ["LANG"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" };
        Assert.Equal(first, Results(sample, turkish));
        Dictionary<string, string?> invariant = new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["DOTNET_TieredCompilation"] = "0", ["TZ"] = "America/Los_Angeles" };
        Assert.Equal(first, Results(sample, invariant));
    }

    [Fact]
    public void A_second_run_into_the_same_folder_gives_the_same_bytes()
    {
        using SampleCopy town = new();
        string first = town.Run().Succeeded().Output;
        SortedDictionary<string, string> before = ResultFolder.Hashes(town.Out);
        Assert.Equal(first, town.Run().Succeeded().Output);
        Assert.Equal(before, ResultFolder.Hashes(town.Out));
    }

    [Fact]
    public void Nothing_is_written_beside_the_sources()
    {
        using SampleCopy town = new("skelleftea-mini");
        SortedDictionary<string, string> before = ResultFolder.Hashes(town.Folder);
        town.Run().Succeeded();
        Assert.Equal(before, ResultFolder.Hashes(town.Folder));
    }

    private static SortedDictionary<string, string> Results(string sample, Dictionary<string, string?> environment)
    {
        using SampleCopy copy = new(sample);
        HousingInventoryCommand.RunWith(environment, "run", copy.Config, "--out", copy.Out).Succeeded();
        ResultFolder.IsWhole(copy.Out);
        return ResultFolder.Hashes(copy.Out);
    }
}
