using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Rank;

/// <summary>The sixth stage: the order of the candidates.</summary>
public static class Ranking
{
    /// <summary>
    /// Orders by: every must passed, exact score, then <see cref="TieBreak"/>. Ranks run 1..n without gaps; equal scores are counted, so that nobody reads more
    /// into their order than there is.
    /// </summary>
    public static RankOrder Rank(Registers registers, Scores scores)
    {
        int count = scores.Homes.Count;
        string?[] fails = [.. Enumerable.Range(0, count).Select(home => Failed(scores, home))];
        Comparison<int> tieBreak = TieBreak(registers, scores);
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(order, (a, b) =>
        {
            int byMust = (fails[a] is not null).CompareTo(fails[b] is not null);
            int byScore = byMust != 0 ? byMust : scores.Sum[b].CompareTo(scores.Sum[a]);
            return byScore != 0 ? byScore : tieBreak(a, b);
        });
        int[] ties = new int[count];
        int[] firstShared = new int[count];
        for (int first = 0, next; first < count; first = next)
        {
            for (next = first + 1; next < count && Equal(order[first], order[next]); next++)
            {
                // The places from first to next are shared.
            }

            Array.Fill(ties, next - first, first, next - first);
            Array.Fill(firstShared, first + 1, first, next - first);
        }

        return new RankOrder
        {
            Order = order,
            Ties = ties,
            FirstShared = firstShared,
            Fails = [.. order.Select(i => fails[i])],
        };

        bool Equal(int a, int b) => scores.Sum[a] == scores.Sum[b] && fails[a] is null == fails[b] is null;
    }

    /// <summary>
    /// Which of two homes with one score comes first: the better measure, as shown, of the heaviest criterion in which they differ (of equal weights the first of the
    /// configuration), a measure before none; then the building id, by code point. Criteria without weight take no part.
    /// </summary>
    /// <returns>A comparison of positions in <see cref="Scores.Homes"/>.</returns>
    public static Comparison<int> TieBreak(Registers registers, Scores scores)
    {
        double[][] burdens =
        [
            .. Enumerable.Range(0, scores.Criteria.Count)
                .Where(c => scores.Weights[c] > 0 && !scores.Criteria[c].Result.WithoutData)
                .OrderByDescending(c => scores.Weights[c])
                .Select(c => Burdens(scores.Criteria[c].Criterion, scores.Criteria[c].Result)),
        ];
        return (a, b) =>
        {
            foreach (double[] burden in burdens)
            {
                if (burden[a] != burden[b])
                {
                    return burden[a].CompareTo(burden[b]);
                }
            }

            return string.CompareOrdinal(registers.Buildings[scores.Homes[a]].Id, registers.Buildings[scores.Homes[b]].Id);
        };
    }

    /// <summary>What decides between equal scores, less being better: the measure rounded as it is shown, so that a reader can redo the order from the rows.</summary>
    internal static double[] Burdens(Criterion criterion, CriterionResult result) =>
    [
        .. result.Values.Select((value, home) => result.States[home] == MeasureState.Measured
            ? criterion.Burden(Math.Round(value, criterion.Info.Decimals, MidpointRounding.AwayFromZero))
            : double.PositiveInfinity),
    ];

    private static string? Failed(Scores scores, int home)
    {
        string[] failed =
        [
            .. scores.Criteria
                .Where(c => c.Criterion.Must is { } must && !c.Result.WithoutData && Points.Shown(c.Result.PointsTenths[home]) < (decimal)(must.AtLeastPoints ?? 0))
                .Select(c => c.Criterion.Name),
        ];
        return failed.Length == 0 ? null : string.Join(' ', failed);
    }
}
