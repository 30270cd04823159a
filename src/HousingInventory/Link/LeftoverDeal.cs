namespace HousingInventory.Link;

/// <summary>
/// Deals addresses to houses at the least sum of costs; a second address for a house costs more. An address gets several houses when another deal costs nearly
/// the same: then nothing tells which is meant. Few addresses are dealt in every way; many by taking the cheapest first and swapping while that helps.
/// </summary>
/// <param name="cost">Cost in metres of dealing an address (row) to a house (column); infinite where it cannot be.</param>
/// <param name="again">What every further address of a house costs besides, by house.</param>
internal sealed class LeftoverDeal(double[,] cost, double[] again)
{
    /// <summary>Deals within so many metres of the best one are as good.</summary>
    public const double ClearGap = 10;

    private const int MostTried = 50_000;
    private const int FewAddresses = 9;

    private readonly int _addresses = cost.GetLength(0);
    private readonly int _houses = cost.GetLength(1);
    private readonly List<(double Cost, int[] To)> _deals = [];
    private int[][] _nearestFirst = [];
    private double _least = double.PositiveInfinity;
    private int _tried;

    /// <summary>The houses of each address, at least one, ascending.</summary>
    public IEnumerable<(int Address, int[] Houses)> Solve()
    {
        _nearestFirst =
        [
            .. Enumerable.Range(0, _addresses).Select(i =>
                Enumerable.Range(0, _houses).Where(j => cost[i, j] < double.PositiveInfinity).OrderBy(j => cost[i, j]).ThenBy(j => j).ToArray()),
        ];
        if (_addresses <= FewAddresses)
        {
            Try(new int[_addresses], 0, new int[_houses], 0);
        }

        if (_addresses > FewAddresses || _tried >= MostTried)
        {
            return Swapping();
        }

        List<int[]> best = [.. _deals.Where(d => d.Cost < _least + ClearGap).Select(d => d.To)];
        return Enumerable.Range(0, _addresses).Select(i => (i, best.Select(to => to[i]).Distinct().Order().ToArray()));
    }

    private void Try(int[] to, int next, int[] used, double sum)
    {
        if (next == _addresses)
        {
            _least = Math.Min(_least, sum);
            _deals.Add((sum, [.. to]));
            return;
        }

        foreach (int j in _nearestFirst[next])
        {
            double with = sum + cost[next, j] + (used[j] > 0 ? again[j] : 0);
            if (sum + cost[next, j] >= _least + ClearGap || _tried++ >= MostTried)
            {
                return;
            }

            if (with < _least + ClearGap)
            {
                used[j]++;
                to[next] = j;
                Try(to, next + 1, used, with);
                used[j]--;
            }
        }
    }

    private IEnumerable<(int Address, int[] Houses)> Swapping()
    {
        int[] to = CheapestFirst(out List<int>[] holders);
        for (int round = 0; round < 100 && Improve(to, holders); round++)
        {
            // Goes on until nothing helps any more.
        }

        for (int i = 0; i < _addresses; i++)
        {
            SortedSet<int> houses = [to[i]];
            foreach (int j in _nearestFirst[i])
            {
                if (j != to[i] && Gain(to, holders, i, j, out _) > -ClearGap)
                {
                    houses.Add(j);
                }
            }

            yield return (i, [.. houses]);
        }
    }

    private int[] CheapestFirst(out List<int>[] holders)
    {
        int[] to = new int[_addresses];
        holders = [.. Enumerable.Range(0, _houses).Select(_ => new List<int>())];
        Array.Fill(to, -1);
        foreach ((int i, int j) in Enumerable.Range(0, _addresses).SelectMany(i => _nearestFirst[i].Select(j => (i, j))).OrderBy(e => cost[e.i, e.j]).ThenBy(e => e))
        {
            if (to[i] < 0 && holders[j].Count == 0)
            {
                to[i] = j;
                holders[j].Add(i);
            }
        }

        for (int i = 0; i < _addresses; i++)
        {
            if (to[i] < 0)
            {
                to[i] = _nearestFirst[i].MinBy(j => cost[i, j] + again[j]);
                holders[to[i]].Add(i);
            }
        }

        return to;
    }

    private bool Improve(int[] to, List<int>[] holders)
    {
        bool improved = false;
        for (int i = 0; i < _addresses; i++)
        {
            foreach (int j in _nearestFirst[i])
            {
                if (j == to[i] || Gain(to, holders, i, j, out int other) <= 1e-9)
                {
                    continue;
                }

                int mine = to[i];
                Move(i, j);
                if (other >= 0)
                {
                    Move(other, mine);
                }

                improved = true;
            }
        }

        return improved;

        void Move(int i, int j)
        {
            holders[to[i]].Remove(i);
            holders[j].Add(i);
            to[i] = j;
        }
    }

    // The most that is won by giving the address another house: beside whoever has it, or in exchange.
    private double Gain(int[] to, List<int>[] holders, int i, int j, out int other)
    {
        int mine = to[i];
        double best = cost[i, mine] + (holders[mine].Count > 1 ? again[mine] : 0) - cost[i, j] - (holders[j].Count > 0 ? again[j] : 0);
        other = -1;
        foreach (int holder in holders[j])
        {
            double exchange = cost[i, mine] + cost[holder, j] - cost[i, j] - cost[holder, mine];
            if (exchange > best || (exchange == best && other > holder))
            {
                (best, other) = (exchange, holder);
            }
        }

        return best;
    }
}
