namespace HousingInventory.Link;

/// <summary>
/// Deals a few addresses to a few houses, each house one address where there are enough houses, at the least sum of costs. An address gets several houses when
/// another deal costs nearly the same: then nothing tells which is meant.
/// </summary>
/// <param name="cost">Cost in metres of dealing an address (row) to a house (column).</param>
internal sealed class LeftoverDeal(double[,] cost)
{
    /// <summary>Deals within so many metres of the best one are as good.</summary>
    public const double ClearGap = 10;

    private const int MostTried = 20_000;

    private readonly int _addresses = cost.GetLength(0);
    private readonly int _houses = cost.GetLength(1);
    private readonly List<(double Cost, int[] To)> _deals = [];
    private int _tried;

    /// <summary>The houses of each address.</summary>
    public IEnumerable<(int Address, int[] Houses)> Solve()
    {
        if (_addresses > _houses)
        {
            // More addresses than houses: every one goes to its nearest.
            for (int i = 0; i < _addresses; i++)
            {
                double best = Enumerable.Range(0, _houses).Min(j => cost[i, j]);
                yield return (i, [.. Enumerable.Range(0, _houses).Where(j => cost[i, j] < best + ClearGap)]);
            }

            yield break;
        }

        Try(new int[_addresses], 0, new bool[_houses], 0);
        if (_tried >= MostTried || _deals.Count == 0)
        {
            for (int i = 0; i < _addresses; i++)
            {
                yield return (i, [.. Enumerable.Range(0, _houses)]);
            }

            yield break;
        }

        double least = _deals.Min(d => d.Cost);
        for (int i = 0; i < _addresses; i++)
        {
            yield return (i, [.. _deals.Where(d => d.Cost < least + ClearGap).Select(d => d.To[i]).Distinct().Order()]);
        }
    }

    private void Try(int[] to, int next, bool[] used, double sum)
    {
        if (_tried++ >= MostTried)
        {
            return;
        }

        if (next == _addresses)
        {
            _deals.Add((sum, [.. to]));
            return;
        }

        for (int j = 0; j < _houses; j++)
        {
            if (!used[j])
            {
                used[j] = true;
                to[next] = j;
                Try(to, next + 1, used, sum + cost[next, j]);
                used[j] = false;
            }
        }
    }
}
