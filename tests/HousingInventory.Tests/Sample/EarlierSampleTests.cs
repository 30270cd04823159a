using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Sample;
using HousingInventory.Tests.Formats;

namespace HousingInventory.Tests.Sample;

[Trait("Takes", "long")]
public sealed class EarlierSampleTests
{
    [Fact]
    public void The_sample_with_the_month_before_tells_who_moved_in_what_was_built_and_what_the_rules_did_and_closes()
    {
        using TemporaryFolder temporary = new();
        string folder = temporary.File("exempel");
        EarlierSample.Write(folder, new SampleOptions { Homes = 600, Seed = 3, ResidentsFormat = ResidentsFormat.Csv });
        Results results = Pipeline.Analyse(ConfigReader.Load(Path.Combine(folder, "inventory.json")), new Run());
        Assert.Equal(results.Changes!.Now, results.Changes.Previous.Homes.Count + results.Changes.Rows.Sum(r => r.Net));
        Assert.Contains(results.Changes.Rows, r => r.Cause.Key == "rules" && r.Came > 0);
        Assert.Contains(results.Changes.Rows, r => r.Cause.Key.Contains("registrations", StringComparison.Ordinal) && r.Left > 0);
        Assert.Equal(results.Changes.Rows.Count(r => r.Cause.Key == "rules"), results.Changes.WithOldRules is null ? 0 : 1);
    }
}
