using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Import;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory;

/// <summary>The main job, top to bottom: six stages, each a static function of what the ones before it returned.</summary>
public static class Pipeline
{
    /// <summary>The whole job: analyses and writes the results into a folder.</summary>
    /// <exception cref="InputException">It cannot be done as asked; then nothing was written.</exception>
    public static Results Run(LoadedConfig loaded, string folder, Run run)
    {
        ResultsFolder.MustNotHold(folder, loaded);
        Results results = Analyse(loaded, run);
        run.Clock.Time("Export", () => Exporting.Export(results, folder, run));
        return results;
    }

    /// <summary>Reads, links, flags, scores and ranks, and writes nothing.</summary>
    /// <param name="loaded">The configuration and the folder its paths are relative to.</param>
    /// <param name="run">Where notices and progress go.</param>
    /// <param name="alsoScore">Says which buildings are scored besides the candidates, for explain; null for none.</param>
    /// <exception cref="InputException">It cannot be done as asked.</exception>
    public static Results Analyse(LoadedConfig loaded, Run run, Func<Inputs, Linkage, Flags, IReadOnlyList<int>>? alsoScore = null)
    {
        InventoryConfig config = loaded.Config;
        Inputs inputs = run.Clock.Time("Import", () => Importing.Import(loaded, run));
        Linkage linkage = run.Clock.Time("Link", () => Linking.Link(inputs, config, run));
        inputs.Registrations = null;
        Flags flags = run.Clock.Time("Flag", () => Flagging.Flag(inputs, linkage, config, run));
        Scores scores = run.Clock.Time("Score", () => Scoring.Score(inputs, flags, alsoScore?.Invoke(inputs, linkage, flags) ?? [], loaded, run));
        RankOrder ranking = run.Clock.Time("Rank", () => Ranking.Rank(inputs, flags, scores));
        return new Results
        {
            Config = config,
            AsOf = inputs.AsOf,
            Inputs = inputs,
            Linkage = linkage,
            Flags = flags,
            Scores = scores,
            Ranking = ranking,
        };
    }
}
