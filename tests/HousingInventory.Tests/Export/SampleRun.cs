using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;

namespace HousingInventory.Tests.Export;

/// <summary>The small sample municipality, analysed once for all tests of the pages.</summary>
public sealed class SampleRun
{
    public SampleRun()
    {
        Results = Pipeline.Analyse(ConfigReader.Load(Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json")), Run);
    }

    public Run Run { get; } = new();

    public Results Results { get; }

    /// <summary>The same results under another configuration of what is shown.</summary>
    internal ResultTable Table(Func<InventoryConfig, InventoryConfig> change) => new(new Results
    {
        Config = change(Results.Config),
        AsOf = Results.AsOf,
        Inputs = Results.Inputs,
        Linkage = Results.Linkage,
        Flags = Results.Flags,
        Scores = Results.Scores,
        Ranking = Results.Ranking,
    });
}
