namespace HousingInventory.Link;

/// <summary>
/// Deals a few addresses to a few houses at the least sum of costs, a house without an address getting one only, as long as there are enough houses. An address
/// gets several houses when another deal costs nearly the same: then nothing tells which is meant.
/// </summary>
/// <param name="cost">Cost in metres of dealing an address (row) to a house (column).</param>
/// <param name="mayHaveMore">Houses that may get any number of addresses.</param>
internal sealed class LeftoverDeal(double[,] cost, bool[] mayHaveMore)
{
    /// <summary>Deals within so many metres of the best one are as good.</summary>
    public const double ClearGap = 10;

    private const int MostTried = 50_000;

    private readonly int _addresses = cost.GetLength(0);
    private readonly int _houses = cost.GetLength(1);
    private readonly List<(double Cost, int[] To)> _deals = [];
    private int[][] _nearestFirst = [];
    private double _least = double.PositiveInfinity;
    private int _tried;

    /// <summary>The houses of each address.</summary>
    public IEnumerable<(int Address, int[] Houses)> Solve()
    {
        _nearestFirst = [.. Enumerable.Range(0, _addresses).Select(i => Enumerable.Range(0, _houses).OrderBy(j => cost[i, j]).ThenBy(j => j).ToArray())];
        if (_addresses <= _houses)
        {
            Try(new int[_addresses], 0, new bool[_houses], 0);
        }

        // Too many to try, or more addresses than houses: every one goes to its nearest.
        bool exact = _deals.Count > 0 && _tried < MostTried;
        for (int i = 0; i < _addresses; i++)
        {
            yield return (i, exact ? Dealt(i) : Nearest(i));
        }
    }

    private int[] Dealt(int address) => [.. _deals.Where(d => d.Cost < _least + ClearGap).Select(d => d.To[address]).Distinct().Order()];

    private int[] Nearest(int address) =>
        [.. _nearestFirst[address].Where(j => cost[address, j] < cost[address, _nearestFirst[address][0]] + ClearGap).Order()];

    private void Try(int[] to, int next, bool[] used, double sum)
    {
        if (next == _addresses)
        {
            _least = Math.Min(_least, sum);
            _deals.Add((sum, [.. to]));
            return;
        }

        foreach (int j in _nearestFirst[next])
        {
            double with = sum + cost[next, j];
            if (with >= _least + ClearGap || _tried++ >= MostTried)
            {
                return;
            }

            if (!used[j])
            {
                used[j] = !mayHaveMore[j];
                to[next] = j;
                Try(to, next + 1, used, with);
                used[j] = false;
            }
        }
    }
}
