using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Rank;

/// <summary>The fifth stage: the order of the candidates.</summary>
public static class Ranking
{
    /// <summary>
    /// Orders by: every must passed, exact score, building id in ordinal order. Ranks run 1..n without gaps; ties are counted, so that nobody reads an order
    /// into ids.
    /// </summary>
    public static RankOrder Rank(Registers registers, Scores scores)
    {
        int count = scores.Homes.Count;
        string?[] fails = new string?[count];
        for (int i = 0; i < count; i++)
        {
            List<string> failed = [];
            foreach ((Criterion criterion, CriterionResult result) in scores.Criteria)
            {
                if (criterion.Must is { } must && !result.WithoutData && Points.Shown(result.PointsTenths[i]) < (decimal)(must.AtLeastPoints ?? 0))
                {
                    failed.Add(criterion.Name);
                }
            }

            fails[i] = failed.Count == 0 ? null : string.Join(' ', failed);
        }

        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(order, (a, b) =>
        {
            int byMust = (fails[a] is null ? 0 : 1).CompareTo(fails[b] is null ? 0 : 1);
            int byScore = byMust != 0 ? byMust : scores.Sum[b].CompareTo(scores.Sum[a]);
            return byScore != 0 ? byScore : string.CompareOrdinal(registers.Buildings[scores.Homes[a]].Id, registers.Buildings[scores.Homes[b]].Id);
        });
        Dictionary<decimal, int> ties = [];
        foreach (int i in order)
        {
            ties[scores.Sum[i]] = ties.GetValueOrDefault(scores.Sum[i]) + 1;
        }

        return new RankOrder
        {
            Order = order,
            Ties = [.. order.Select(i => ties[scores.Sum[i]])],
            Fails = [.. order.Select(i => fails[i])],
        };
    }
}
