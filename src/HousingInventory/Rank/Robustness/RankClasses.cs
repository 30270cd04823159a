namespace HousingInventory.Rank;

/// <summary>
/// Ranks in classes: one each up to a bound, then classes that widen by a thirty-second of the rank. Counting a rank into a class needs no sorting of the homes
/// that lie in one class.
/// </summary>
internal sealed class RankClasses
{
    private readonly int[] _firsts;
    private readonly ushort[] _classOf;

    /// <param name="count">Ranks, 1 to this.</param>
    /// <param name="top">Up to this rank, and at least up to 256, each has a class of its own.</param>
    public RankClasses(int count, int top)
    {
        int exact = Math.Max(256, top);
        List<int> firsts = [];
        for (int first = 1; first <= count; first += first <= exact ? 1 : Math.Max(1, first / 32))
        {
            firsts.Add(first);
        }

        firsts.Add(count + 1);
        _firsts = [.. firsts];
        _classOf = new ushort[count + 2];
        for (int c = 0; c < Count; c++)
        {
            Array.Fill(_classOf, (ushort)c, _firsts[c], _firsts[c + 1] - _firsts[c]);
        }
    }

    /// <summary>Classes.</summary>
    public int Count => _firsts.Length - 1;

    /// <summary>The class of each rank, from 0, by rank.</summary>
    public ReadOnlySpan<ushort> OfRanks => _classOf;

    /// <summary>The best rank of a class.</summary>
    public int First(int rankClass) => _firsts[rankClass];

    /// <summary>The worst rank of a class.</summary>
    public int Last(int rankClass) => _firsts[rankClass + 1] - 1;
}
