using HousingInventory.Diagnostics;

namespace HousingInventory.Score;

/// <summary>What a weight really does: each criterion's influence on the score, and how strongly it repeats another (Spearman's rho).</summary>
/// <param name="Criterion">Name.</param>
/// <param name="Weight">As configured.</param>
/// <param name="Influence">w·cov(points, score) / var(score); the influences of all criteria sum to 1. Null when the score does not vary.</param>
/// <param name="MostLike">The criterion with the strongest correlation, null when there is none.</param>
/// <param name="Rho">That correlation, -1 to 1.</param>
public sealed record CriterionInfluence(string Criterion, double Weight, double? Influence, string? MostLike, double? Rho);

/// <summary>Finds criteria that count the same thing twice, or nothing at all.</summary>
public static class Overlap
{
    private const double StrongRho = 0.9;

    /// <summary>Influence and strongest correlation of every criterion over the first <paramref name="candidates"/> homes.</summary>
    public static IReadOnlyList<CriterionInfluence> Influences(Scores scores, int candidates)
    {
        double[][] points = [.. scores.Criteria.Select(c => c.Result.PointsTenths.Take(candidates).Select(t => (double)t).ToArray())];
        double[] total = [.. scores.Sum.Take(candidates).Select(s => (double)s)];
        double[][] ranks = [.. points.Select(Ranks)];
        double variance = Covariance(total, total);
        List<CriterionInfluence> influences = [];
        for (int i = 0; i < points.Length; i++)
        {
            (string? like, double? rho) = (null, null);
            for (int j = 0; j < points.Length; j++)
            {
                if (j != i && Correlation(ranks[i], ranks[j]) is { } found && (rho is null || Math.Abs(found) > Math.Abs(rho.Value) + 1e-12))
                {
                    (like, rho) = (scores.Criteria[j].Criterion.Name, found);
                }
            }

            Criterion criterion = scores.Criteria[i].Criterion;
            double weight = scores.Criteria[i].Result.WithoutData ? 0 : criterion.Weight;
            double? influence = variance > 0 ? weight * Covariance(points[i], total) / variance : null;
            influences.Add(new CriterionInfluence(criterion.Name, criterion.Weight, influence, like, rho));
        }

        return influences;
    }

    internal static void Report(Scores scores, int candidates, Run run)
    {
        if (candidates < 2)
        {
            return;
        }

        double[][] ranks = [.. scores.Criteria.Select(c => Ranks([.. c.Result.PointsTenths.Take(candidates).Select(t => (double)t)]))];
        for (int i = 0; i < ranks.Length; i++)
        {
            (Criterion one, CriterionResult result) = scores.Criteria[i];
            if (one.Weight <= 0 || result.WithoutData)
            {
                continue;
            }

            if (result.PointsTenths.Take(candidates).Distinct().Count() == 1)
            {
                run.Notice(new CriterionWithoutEffect(one.Name));
            }

            for (int j = i + 1; j < ranks.Length; j++)
            {
                Criterion other = scores.Criteria[j].Criterion;
                if (other.Weight > 0 && Correlation(ranks[i], ranks[j]) is { } rho && Math.Abs(rho) >= StrongRho)
                {
                    run.Notice(new CriteriaOverlap(one.Name, other.Name, Math.Round((decimal)rho, 2, MidpointRounding.AwayFromZero) + 0.00m));
                }
            }
        }
    }

    /// <summary>Ranks with ties sharing their mean.</summary>
    private static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        double[] ranks = new double[values.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            to = from + 1;
            while (to < order.Length && values[order[to]] == values[order[from]])
            {
                to++;
            }

            for (int k = from; k < to; k++)
            {
                ranks[order[k]] = (from + to - 1) / 2.0;
            }
        }

        return ranks;
    }

    private static double? Correlation(double[] a, double[] b)
    {
        double spread = Math.Sqrt(Covariance(a, a) * Covariance(b, b));
        return spread > 0 ? Covariance(a, b) / spread : null;
    }

    private static double Covariance(double[] a, double[] b)
    {
        if (a.Length == 0)
        {
            return 0;
        }

        double meanA = a.Average();
        double meanB = b.Average();
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }

        return sum / a.Length;
    }
}
