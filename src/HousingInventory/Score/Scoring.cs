using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>The fourth stage: every criterion measures every candidate, and the weighted mean is taken.</summary>
public static class Scoring
{
    /// <summary>Measures and scores the candidates, and <paramref name="also"/> those that explain asks for, of which everything is told. No home's points depend on another's.</summary>
    public static Scores Score(Inputs inputs, Flags flags, IReadOnlyList<int> also, LoadedConfig loaded, Run run)
    {
        int[] homes = [.. flags.Candidates, .. also.Except(flags.Candidates).Order()];
        Building[] buildings = [.. homes.Select(i => inputs.Buildings[i])];
        HashSet<int> asked = [.. also];
        AccessContext access = new(inputs, loaded.Config, buildings) { ToldWhole = new HashSet<int>(Enumerable.Range(0, homes.Length).Where(i => asked.Contains(homes[i]))) };
        List<(Criterion Criterion, CriterionResult Result)> results = [];
        foreach (Criterion criterion in StandardCriteria.For(loaded, inputs, run))
        {
            run.Progress("Score", criterion.Name, results.Count / 10.0);
            CriterionResult result = criterion.Measure(access, buildings, run);
            if (result.Lack is { } lack)
            {
                run.Notice(new CriterionWithoutData(criterion.Name, lack.Sv, lack.En));
            }

            results.Add((criterion, result));
        }

        Scores scores = Sum(homes, results);
        Overlap.Report(scores, flags.Candidates.Count, run);
        return scores;
    }

    /// <summary>
    /// score = Σ weight·points / Σ weight over the criteria that count: weight above 0 and a source that holds something. A home's missing measure is 0 in the
    /// score, and 100 in the highest score where it is unknown and not zero. Decimal, so that the order is exact and the same everywhere.
    /// </summary>
    private static Scores Sum(int[] homes, List<(Criterion Criterion, CriterionResult Result)> results)
    {
        decimal[] sum = new decimal[homes.Length];
        decimal[] sumMax = new decimal[homes.Length];
        decimal weights = 0;
        foreach ((Criterion criterion, CriterionResult result) in results)
        {
            if (criterion.Weight <= 0 || result.WithoutData)
            {
                continue;
            }

            decimal weight = (decimal)criterion.Weight;
            weights += weight;
            for (int i = 0; i < homes.Length; i++)
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
            Sum = sum,
            Score = [.. sum.Select(s => Shown(s, weights))],
            ScoreMax = [.. sumMax.Select(s => Shown(s, weights))],
        };
    }

    private static decimal Shown(decimal sum, decimal weights) =>
        weights == 0 ? 0 : Math.Round(sum / weights / 10, 1, MidpointRounding.AwayFromZero);
}
