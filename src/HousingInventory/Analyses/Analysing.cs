using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Analyses;

/// <summary>Asks every analysis of the configuration, each of the same baseline.</summary>
public static class Analysing
{
    /// <summary>The results with what the analyses add.</summary>
    /// <exception cref="InvalidOperationException">An analysis changed what the next one would be held against.</exception>
    public static Results Run(Results baseline, IReadOnlyList<Analysis> analyses, AccessRules rules, Run run)
    {
        if (analyses.Count == 0)
        {
            return baseline;
        }

        Replay replay = new(baseline, rules, run.Cancellation);
        string before = Sum(baseline);
        List<AnalysisResult> results = [];
        foreach (Analysis analysis in analyses)
        {
            run.Progress("Analyse", analysis.Name, (double)results.Count / analyses.Count);
            results.Add(analysis.Run(baseline, replay));
            if (Sum(baseline) != before)
            {
                throw new InvalidOperationException($"the analysis '{analysis.Name}' changed the results that it was to be held against");
            }
        }

        return baseline with { Analyses = results };
    }

    internal static string Sum(Results baseline) => Checksum.Of((baseline.Surroundings, baseline.Flags, baseline.Scores, baseline.Ranking));
}
