using System.Numerics;
using System.Runtime.InteropServices;

namespace HousingInventory.Rank;

/// <summary>Some draws at once: the class of every home's rank in each. Its memory is used again for the next.</summary>
internal sealed class DrawBlock
{
    public const int Size = 128;

    /// <summary>No class: the ranks of a bucket lie in several.</summary>
    private const int Several = -1;

    private readonly PointsTable _table;
    private readonly RankClasses _classes;
    private readonly int[][] _groups;
    private readonly int[] _scores;
    private readonly ushort[] _rankClass;
    private readonly int[] _starts;
    private readonly int[] _ofBucket;
    private readonly int[] _next;

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
        _starts = new int[(1 << Buckets(table.Count)) + 1];
        (_ofBucket, _next) = (new int[_starts.Length], new int[_starts.Length]);
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
    /// all its homes, and only the homes of the others are sorted.
    /// </summary>
    private void Classify(int[] homes, int ahead, Span<ushort> rankClass)
    {
        if (homes.Length == 0)
        {
            return;
        }

        (int least, int most) = homes.Length == _scores.Length ? Ends(_scores) : Ends(homes, _scores);
        int shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount((uint)(most - least)) - Buckets(homes.Length));
        int buckets = ((most - least) >> shift) + 1;
        Span<int> starts = _starts.AsSpan(0, buckets + 1);
        starts.Clear();
        foreach (int i in homes)
        {
            starts[((most - _scores[i]) >> shift) + 1]++;
        }

        starts[0] = ahead;
        for (int b = 0; b < buckets; b++)
        {
            starts[b + 1] += starts[b];
        }

        // By bucket the class of its ranks, or that they lie in several; and where its next home to be sorted goes.
        Span<int> ofBucket = _ofBucket.AsSpan(0, buckets);
        Span<int> next = _next.AsSpan(0, buckets);
        for (int b = 0; b < buckets; b++)
        {
            ushort first = starts[b] < starts[b + 1] ? _classes.Of(starts[b] + 1) : default;
            ofBucket[b] = starts[b] == starts[b + 1] || first == _classes.Of(starts[b + 1]) ? first : Several;
            next[b] = starts[b] - ahead;
        }

        foreach (int i in homes)
        {
            int bucket = (most - _scores[i]) >> shift;
            if (ofBucket[bucket] != Several)
            {
                rankClass[i] = (ushort)ofBucket[bucket];
            }
            else
            {
                _sorting[next[bucket]++] = ((long)-_scores[i] << 32) | (uint)i;
            }
        }

        for (int b = 0; b < buckets; b++)
        {
            if (ofBucket[b] != Several)
            {
                continue;
            }

            Span<long> sorted = _sorting.AsSpan((starts[b] - ahead)..(starts[b + 1] - ahead));
            sorted.Sort();
            for (int k = 0; k < sorted.Length; k++)
            {
                rankClass[(int)sorted[k]] = _classes.Of(starts[b] + k + 1);
            }
        }
    }
}
