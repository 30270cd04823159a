namespace HousingInventory.Rank;

/// <summary>Where a candidate's rank lies when the weights are drawn anew many times.</summary>
/// <param name="P5">Rank that is bettered in at most one draw of twenty; outward by at most 3 % beyond the first 256 ranks.</param>
/// <param name="P95">Rank that is missed in at most one draw of twenty.</param>
/// <param name="TopDraws">Draws in which it is among the first.</param>
public readonly record struct RankRange(int P5, int P95, int TopDraws)
{
    /// <summary>Whole per cent of the draws in which the candidate is among the first: 100 only for all, 0 only for none.</summary>
    public int TopShare(int draws) => TopDraws == draws ? 100 : TopDraws == 0 ? 0
        : (int)Math.Clamp(((200L * TopDraws) + draws) / (2L * draws), 1, 99);

    /// <summary>Ranges of all candidates, in the table's order.</summary>
    /// <param name="table">Points; the weights are those of <paramref name="weightings"/>.</param>
    /// <param name="weightings">Where the draws come from.</param>
    /// <param name="draws">1 or more.</param>
    /// <param name="top">Length of the list.</param>
    /// <param name="threads">Threads at most; they never show in the result.</param>
    public static RankRange[] Of(PointsTable table, WeightDraws weightings, int draws, int top, int threads)
    {
        int count = table.Count;
        RankClasses classes = new(count, Math.Min(top, count));
        int[] counts = new int[count * classes.Count];
        DrawBlock[] blocks = [.. Enumerable.Range(0, Math.Clamp(threads, 1, 64)).Select(_ => new DrawBlock(table, classes))];
        ParallelOptions cores = new() { MaxDegreeOfParallelism = blocks.Length };
        for (int done = 0; done < draws;)
        {
            int start = done;
            int round = Math.Min(draws - start, blocks.Length * DrawBlock.Size);
            Parallel.For(0, blocks.Length, cores, b =>
            {
                int first = start + (b * DrawBlock.Size);
                blocks[b].Fill(weightings, first, Math.Clamp(start + round - first, 0, DrawBlock.Size));
            });
            int tiles = (count + Tile - 1) / Tile;
            Parallel.For(0, tiles, cores, tile =>
            {
                foreach (DrawBlock block in blocks)
                {
                    block.AddTo(counts, tile * Tile, Math.Min(count, (tile + 1) * Tile));
                }
            });
            done += round;
        }

        RankRange[] ranges = new RankRange[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<int> own = counts.AsSpan(i * classes.Count, classes.Count);
            int topDraws = 0;
            for (int c = 0; c < own.Length && classes.Last(c) <= top; c++)
            {
                topDraws += own[c];
            }

            ranges[i] = new(classes.First(Quantile(own, draws, 5)), classes.Last(Quantile(own, draws, 95)), topDraws);
        }

        return ranges;
    }

    // Homes whose counts are added up together, so that they stay in the first cache.
    private const int Tile = 16;

    /// <summary>The class of the nearest-rank quantile.</summary>
    private static int Quantile(ReadOnlySpan<int> counts, int draws, int percent)
    {
        long needed = (((long)draws * percent) + 99) / 100;
        int c = 0;
        for (long seen = counts[0]; seen < needed; seen += counts[c])
        {
            c++;
        }

        return c;
    }
}
