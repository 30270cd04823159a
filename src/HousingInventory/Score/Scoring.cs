using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>The fifth stage: every criterion measures every candidate, and the weighted mean is taken.</summary>
public static class Scoring
{
    /// <summary>Measures and scores homes. No home's points depend on another's.</summary>
    /// <param name="homes">The homes, in the order of the result.</param>
    /// <param name="around">Roads, buses and services.</param>
    /// <param name="criteria">What is measured, in the order of the result.</param>
    /// <param name="rules">What every criterion is measured by.</param>
    /// <param name="run">Where notices and progress go.</param>
    /// <param name="tellAll">Whether everything is told of every home, as explain does; else of the best journeys only.</param>
    public static Scores Score(
        IReadOnlyList<Building> homes, Surroundings around, IReadOnlyList<Criterion> criteria, AccessRules rules, Run run, bool tellAll = false) =>
        Score(homes, around, criteria, rules, run, null, tellAll);

    /// <summary>The same with what was measured before of these homes in these surroundings; null for nothing.</summary>
    internal static Scores Score(
        IReadOnlyList<Building> homes, Surroundings around, IReadOnlyList<Criterion> criteria, AccessRules rules, Run run, Known? known, bool tellAll = false)
    {
        AccessContext access = new(around, rules, criteria, homes) { ToldWhole = tellAll ? Enumerable.Range(0, homes.Count).ToHashSet() : [] };
        List<(Criterion Criterion, CriterionResult Result)> results = [];
        foreach (Criterion criterion in criteria)
        {
            run.Progress("Score", criterion.Name, results.Count / 10.0);
            CriterionResult result = known is null ? criterion.Measure(access, homes, run) : known.Of(criterion, access.ReachM, apart => criterion.Measure(access, homes, apart), run);
            if (result.Lack is { } lack)
            {
                run.Notice(new CriterionWithoutData(criterion.Name, lack.Sv, lack.En));
            }

            results.Add((criterion, result));
        }

        Scores scores = Sum([.. homes.Select(h => h.Index)], results, [.. criteria.Select(c => c.Weight)]);
        Overlap.Report(scores, homes.Count, run);
        return scores;
    }

    /// <summary>
    /// score = Σ weight·points / Σ weight over the criteria that count: weight above 0 and a source that holds something. A home's missing measure is 0 in the
    /// score, and 100 in the highest score where it is unknown and not zero. Decimal, so that the order is exact and the same everywhere.
    /// </summary>
    /// <param name="homes">Building index of each home.</param>
    /// <param name="results">What the criteria measured, by the order of <paramref name="homes"/>.</param>
    /// <param name="weights">The weight of each criterion, in the order of <paramref name="results"/>; those of the criteria themselves, or others to try.</param>
    public static Scores Sum(IReadOnlyList<int> homes, IReadOnlyList<(Criterion Criterion, CriterionResult Result)> results, IReadOnlyList<double> weights)
    {
        decimal[] sum = new decimal[homes.Count];
        decimal[] sumMax = new decimal[homes.Count];
        decimal total = 0;
        for (int c = 0; c < results.Count; c++)
        {
            CriterionResult result = results[c].Result;
            if (weights[c] <= 0 || result.WithoutData)
            {
                continue;
            }

            decimal weight = (decimal)weights[c];
            total += weight;
            for (int i = 0; i < homes.Count; i++)
            {
                bool unknown = result.States[i] is MeasureState.OffNetwork or MeasureState.NoData;
                sum[i] += weight * result.PointsTenths[i];
                sumMax[i] += weight * (unknown ? Points.Full : result.PointsTenths[i]);
            }
        }

        return new Scores
        {
            Homes = homes,
            Criteria = results,
            Weights = weights,
            Sum = sum,
            Score = [.. sum.Select(s => Shown(s, total))],
            ScoreMax = [.. sumMax.Select(s => Shown(s, total))],
        };
    }

    private static decimal Shown(decimal sum, decimal weights) =>
        weights == 0 ? 0 : Math.Round(sum / weights / 10, 1, MidpointRounding.AwayFromZero);
}
