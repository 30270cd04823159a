using System.Numerics;
using System.Runtime.InteropServices;

namespace HousingInventory.Rank;

/// <summary>Some draws at once: the class of every home's rank in each. Its memory is used again for the next.</summary>
internal sealed class DrawBlock
{
    public const int Size = 128;

    private readonly PointsTable _table;
    private readonly RankClasses _classes;
    private readonly int[][] _groups;
    private readonly int[] _scores;
    private readonly ushort[] _rankClass;
    private readonly ushort[] _ofBucket;
    private readonly int[] _next;
    private readonly (int First, int End)[] _several;

    /// <summary>Score turned round in the upper half, home in the lower: whole numbers sort many times faster than pairs, in the same order.</summary>
    private readonly long[] _sorting;
    private int _draws;

    public DrawBlock(PointsTable table, RankClasses classes)
    {
        _table = table;
        _classes = classes;
        // Homes that fail a requirement rank among themselves, after all others.
        _groups = [Homes(false), Homes(true)];
        _scores = new int[table.Count];
        _rankClass = new ushort[table.Count * Size];
        int buckets = 1 << Buckets(table.Count);
        (_ofBucket, _next, _several) = (new ushort[buckets], new int[buckets], new (int, int)[buckets]);
        _sorting = new long[table.Count];

        int[] Homes(bool fails) => [.. Enumerable.Range(0, table.Count).Where(i => table.Fails[i] == fails)];
    }

    /// <summary>Ranks all homes in draws <paramref name="first"/> to <paramref name="first"/> + <paramref name="draws"/>.</summary>
    public void Fill(WeightDraws weightings, int first, int draws)
    {
        _draws = draws;
        Span<int> weights = stackalloc int[_table.Tenths.Count];
        for (int d = 0; d < draws; d++)
        {
            weightings.Draw(first + d, weights);
            Score(weights);
            Span<ushort> rankClass = _rankClass.AsSpan(d * _table.Count, _table.Count);
            Classify(_groups[0], 0, rankClass);
            if (_groups[1].Length > 0)
            {
                Classify(_groups[1], _groups[0].Length, rankClass);
            }
        }
    }

    /// <summary>Adds the classes of homes <paramref name="from"/> to <paramref name="to"/> to their counts.</summary>
    public void AddTo(int[] counts, int from, int to)
    {
        int classes = _classes.Count;
        for (int d = 0; d < _draws; d++)
        {
            ReadOnlySpan<ushort> rankClass = _rankClass.AsSpan((d * _table.Count) + from, to - from);
            for (int i = 0; i < rankClass.Length; i++)
            {
                counts[((from + i) * classes) + rankClass[i]]++;
            }
        }
    }

    private static int Buckets(int count) => Math.Min(14, BitOperations.Log2((uint)Math.Max(1, count)));

    private void Score(ReadOnlySpan<int> weights)
    {
        Array.Clear(_scores);
        Span<Vector<int>> sums = MemoryMarshal.Cast<int, Vector<int>>(_scores.AsSpan());
        for (int k = 0; k < weights.Length; k++)
        {
            int weight = weights[k];
            if (weight == 0)
            {
                continue;
            }

            int[] tenths = _table.Tenths[k];
            ReadOnlySpan<Vector<int>> columns = MemoryMarshal.Cast<int, Vector<int>>(tenths.AsSpan());
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += columns[i] * weight;
            }

            for (int i = sums.Length * Vector<int>.Count; i < _scores.Length; i++)
            {
                _scores[i] += tenths[i] * weight;
            }
        }
    }

    private static (int Least, int Most) Ends(int[] homes, int[] scores)
    {
        int least = int.MaxValue, most = int.MinValue;
        foreach (int i in homes)
        {
            least = Math.Min(least, scores[i]);
            most = Math.Max(most, scores[i]);
        }

        return (least, most);
    }

    // The same of all homes, which mostly are one group.
    private static (int Least, int Most) Ends(int[] scores)
    {
        ReadOnlySpan<Vector<int>> columns = MemoryMarshal.Cast<int, Vector<int>>(scores.AsSpan());
        (Vector<int> lowest, Vector<int> highest) = (new(int.MaxValue), new(int.MinValue));
        foreach (Vector<int> column in columns)
        {
            (lowest, highest) = (Vector.Min(lowest, column), Vector.Max(highest, column));
        }

        (int least, int most) = (int.MaxValue, int.MinValue);
        for (int i = 0; i < Vector<int>.Count; i++)
        {
            (least, most) = (Math.Min(least, lowest[i]), Math.Max(most, highest[i]));
        }

        foreach (int score in scores.AsSpan(columns.Length * Vector<int>.Count))
        {
            (least, most) = (Math.Min(least, score), Math.Max(most, score));
        }

        return (least, most);
    }

    /// <summary>
    /// The class of each home's rank within a group. Homes are counted into buckets of equal width, best first; a bucket whose ranks lie in one class gives it to
    /// all its homes, and only the others are sorted.
    /// </summary>
    private void Classify(int[] homes, int ahead, Span<ushort> rankClass)
    {
        if (homes.Length == 0)
        {
            return;
        }

        // What the loops read stands in locals: the compiler cannot know that no array they write holds it.
        ReadOnlySpan<int> scores = _scores;
        ReadOnlySpan<ushort> classOf = _classes.OfRanks;
        (int least, int most) = homes.Length == scores.Length ? Ends(_scores) : Ends(homes, _scores);
        int shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount((uint)(most - least)) - Buckets(homes.Length));
        int buckets = ((most - least) >> shift) + 1;
        Span<int> next = _next.AsSpan(0, buckets);
        next.Clear();
        foreach (int i in homes)
        {
            next[(most - scores[i]) >> shift]++;
        }

        // By bucket the class of its first rank, which is that of all its homes unless they lie in several; and where its next home goes.
        Span<ushort> ofBucket = _ofBucket.AsSpan(0, buckets);
        Span<(int, int)> several = _several;
        int toSort = 0;
        int start = ahead;
        for (int b = 0; b < ofBucket.Length; b++)
        {
            int end = start + next[b];
            ofBucket[b] = classOf[start + 1];
            several[toSort] = (start, end);
            toSort += classOf[start + 1] < classOf[end] ? 1 : 0;
            next[b] = start;
            start = end;
        }

        // Nothing is asked of a home here: a question that goes now so, now so, costs more than placing it.
        Span<long> sorting = _sorting;
        foreach (int i in homes)
        {
            int score = scores[i];
            int bucket = (most - score) >> shift;
            rankClass[i] = ofBucket[bucket];
            sorting[next[bucket]++] = ((long)-score << 32) | (uint)i;
        }

        foreach ((int from, int end) in several[..toSort])
        {
            Span<long> sorted = sorting[from..end];
            sorted.Sort();
            for (int k = 0; k < sorted.Length; k++)
            {
                rankClass[(int)sorted[k]] = classOf[from + k + 1];
            }
        }
    }
}
