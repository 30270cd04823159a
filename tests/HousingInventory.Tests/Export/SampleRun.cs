using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Tests.Export;

/// <summary>The small sample municipality, analysed once for all tests of the pages.</summary>
public sealed class SampleRun
{
    public SampleRun()
    {
        LoadedConfig loaded = ConfigReader.Load(Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json"));
        Config = loaded.Config;
        Results = Pipeline.Analyse(loaded, Run);
    }

    public InventoryConfig Config { get; }

    public Run Run { get; } = new();

    public Results Results { get; }

    /// <summary>The same results under another configuration of what is shown.</summary>
    internal ResultTable Table(Func<InventoryConfig, InventoryConfig> change)
    {
        InventoryConfig config = change(Config);
        Criterion[] criteria = [.. Results.Scores.Criteria.Select(c => c.Criterion)];
        return new ResultTable(Results with
        {
            Frame = config.RunFrame(Results.Frame.AsOf, criteria, new Run()),
            Rules = config.ReportRules(),
            Listed = Shortlisting.Of(Results.Ranking, Results.Flags, Results.Scores, config.Shortlist, new Run()),
        });
    }
}
