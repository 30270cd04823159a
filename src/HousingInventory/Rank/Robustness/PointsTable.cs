namespace HousingInventory.Rank;

/// <summary>The candidates' points and the weights: all that an order is made of. Candidates stand in the order that decides ties, so that the smaller index wins one.</summary>
public sealed class PointsTable
{
    /// <summary>By criterion, by candidate: points in tenths, 0 to 1000, and 0 where not measured.</summary>
    public required IReadOnlyList<int[]> Tenths { get; init; }

    /// <summary>By criterion, 0 or more. A criterion without data stands in no table.</summary>
    public required IReadOnlyList<decimal> Weights { get; init; }

    /// <summary>By candidate: whether it fails a requirement (<c>must</c>). Those rank after all others, whatever the weights.</summary>
    public required bool[] Fails { get; init; }

    /// <summary>Candidates, 0 or more.</summary>
    public int Count => Fails.Length;

    /// <summary>The candidates in rank order under other weights: requirement, exact score, index.</summary>
    /// <param name="weights">By criterion, 0 or more.</param>
    public int[] OrderAt(IReadOnlyList<decimal> weights)
    {
        decimal[] sums = SumsAt(weights);
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(order, (a, b) =>
        {
            int byMust = Fails[a].CompareTo(Fails[b]);
            int byScore = byMust != 0 ? byMust : sums[b].CompareTo(sums[a]);
            return byScore != 0 ? byScore : a.CompareTo(b);
        });
        return order;
    }

    /// <summary>How many of those who lead when one criterion's weight is replaced are others than the stated ones.</summary>
    /// <param name="criterion">Position in <see cref="Weights"/>.</param>
    /// <param name="weight">The weight instead of the stated one, 0 or more.</param>
    /// <param name="stated">The first of the order at <see cref="Weights"/>.</param>
    public int ReplacedAt(int criterion, decimal weight, IReadOnlySet<int> stated)
    {
        decimal[] weights = [.. Weights];
        weights[criterion] = weight;
        return OrderAt(weights).Take(stated.Count).Count(i => !stated.Contains(i));
    }

    private decimal[] SumsAt(IReadOnlyList<decimal> weights)
    {
        decimal[] sums = new decimal[Count];
        for (int k = 0; k < Tenths.Count; k++)
        {
            for (int i = 0; i < sums.Length && weights[k] != 0; i++)
            {
                sums[i] += weights[k] * Tenths[k][i];
            }
        }

        return sums;
    }
}
