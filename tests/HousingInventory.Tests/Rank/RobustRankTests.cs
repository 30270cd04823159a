using HousingInventory.Rank;

namespace HousingInventory.Tests.Rank;

/// <summary>Ranks under drawn weights, held against exact probabilities, against a plain sort, and against what must hold on any data.</summary>
public sealed class RobustRankTests
{
    [Fact]
    public void Parameters_share_forty_by_weight_with_the_largest_remainders()
    {
        // 40 x 4/12 = 13.33, 40 x 2/12 = 6.67, 40 x 1/12 = 3.33.
        Assert.Equal([13, 7, 7, 3, 7, 3], WeightDraws.Concentrations([4, 2, 2, 1, 2, 1], 40));
        Assert.Equal([1, 0, 1], WeightDraws.Concentrations([0.5m, 0, 9], null));
        Assert.Equal([0, 0], WeightDraws.Concentrations([0, 0], 40));
        // 12 x 1/1001 = 0.01 gives 0; a positive weight gets 1, taken from the largest.
        Assert.Equal([11, 1], WeightDraws.Concentrations([1000, 1], 12));
    }

    // Two homes, (100, 0) and (0, 100), weights 3 : 2. The first leads where its weight is over half: the a-th of A - 1 uniform numbers is at least 1/2,
    // that is P(Bin(A - 1, 1/2) <= a - 1).
    [Theory]
    [InlineData(120, 0.9863)]
    [InlineData(40, 0.9002)]
    [InlineData(12, 0.7256)]
    public void The_share_of_leading_draws_is_the_binomial_probability(int total, double expected)
    {
        PointsTable table = Table([3, 2], [1000, 0], [0, 1000]);
        const int Draws = 10_000;
        RankRange[] ranges = RankRange.Of(table, new WeightDraws(WeightDraws.Concentrations(table.Weights, total), 1), Draws, 1, 2);
        Assert.InRange(ranges[0].TopDraws / (double)Draws, expected - 0.009, expected + 0.009);
        Assert.Equal(Draws, ranges[0].TopDraws + ranges[1].TopDraws);
    }

    [Fact]
    public void A_draw_adds_up_to_the_whole_and_a_criterion_without_weight_has_none()
    {
        WeightDraws draws = new(WeightDraws.Concentrations([1, 0, 3], 40), 7);
        Span<int> weights = stackalloc int[3];
        for (int d = 0; d < 1000; d++)
        {
            draws.Draw(d, weights);
            Assert.Equal(WeightDraws.Whole, weights[0] + weights[1] + weights[2]);
            Assert.Equal(0, weights[1]);
            Assert.True(weights[0] >= 0 && weights[2] >= 0);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Counted_ranks_equal_a_plain_sort(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 50; round++)
        {
            PointsTable table = Draw(random, random.Next(1, round == 0 ? 1500 : 120), random.Next(1, 6), steps: random.Next(1, 12));
            const int Draws = 60;
            WeightDraws draws = new(WeightDraws.Concentrations(table.Weights, 12), (ulong)round);
            int top = random.Next(1, table.Count + 10);
            List<int>[] ranks = [.. Enumerable.Range(0, table.Count).Select(_ => new List<int>())];
            int[] weights = new int[table.Tenths.Count];
            for (int d = 0; d < Draws; d++)
            {
                draws.Draw(d, weights);
                foreach ((int position, int home) in table.OrderAt([.. weights.Select(w => (decimal)w)]).Index())
                {
                    ranks[home].Add(position + 1);
                }
            }

            RankRange[] ranges = RankRange.Of(table, draws, Draws, top, 1 + (round % 3));
            for (int i = 0; i < table.Count; i++)
            {
                ranks[i].Sort();
                // The 3rd of 60 is the 5 % quantile by nearest rank, the 57th the 95 %; beyond rank 256 a class is at most a thirty-second of the rank wide.
                Assert.InRange(ranges[i].P5, ranks[i][2] <= 256 ? ranks[i][2] : ranks[i][2] - (ranks[i][2] / 32), ranks[i][2]);
                Assert.InRange(ranges[i].P95, ranks[i][56], ranks[i][56] <= 256 ? ranks[i][56] : ranks[i][56] + (ranks[i][56] / 32));
                Assert.Equal(ranks[i].Count(r => r <= top), ranges[i].TopDraws);
            }

            Assert.Equal((long)Math.Min(top, table.Count) * Draws, ranges.Sum(r => (long)r.TopDraws));
        }
    }

    [Fact]
    public void Threads_seven_times_the_weights_and_a_criterion_without_weight_change_nothing()
    {
        Random random = new(5);
        PointsTable table = Draw(random, 700, 4, steps: 40);
        RankRange[] expected = Ranges(table, 1);
        Assert.Equal(expected, Ranges(table, 2));
        Assert.Equal(expected, Ranges(table, 8));
        Assert.Equal(expected, Ranges(new() { Tenths = table.Tenths, Fails = table.Fails, Weights = [.. table.Weights.Select(w => w * 7)] }, 2));
        Assert.Equal(expected, Ranges(new() { Tenths = [.. table.Tenths, table.Tenths[0]], Fails = table.Fails, Weights = [.. table.Weights, 0] }, 2));

        static RankRange[] Ranges(PointsTable table, int threads) =>
            RankRange.Of(table, new WeightDraws(WeightDraws.Concentrations(table.Weights, 40), 1), 1000, 200, threads);
    }

    [Fact]
    public void A_home_at_the_bottom_of_everything_changes_nobody_and_a_better_home_is_never_behind()
    {
        Random random = new(6);
        // Up to 256 homes each rank is a class of its own; beyond, the last class ends with the last home.
        PointsTable table = Draw(random, 200, 4, steps: 30);
        WeightDraws draws = new(WeightDraws.Concentrations(table.Weights, 40), 1);
        RankRange[] ranges = RankRange.Of(table, draws, 500, 50, 2);
        PointsTable longer = new()
        {
            Tenths = [.. table.Tenths.Select(t => (int[])[.. t, 0])],
            Weights = table.Weights,
            Fails = [.. table.Fails, true],
        };
        Assert.Equal(ranges, RankRange.Of(longer, draws, 500, 50, 2)[..^1]);
        for (int i = 0; i < table.Count; i++)
        {
            int better = Enumerable.Range(0, i).Count(j => (!table.Fails[j] || table.Fails[i]) && table.Tenths.All(t => t[j] >= t[i]));
            Assert.True(better < 50 || ranges[i].TopDraws == 0);
            for (int j = i + 1; j < table.Count; j++)
            {
                if ((!table.Fails[i] || table.Fails[j]) && table.Tenths.All(t => t[i] >= t[j]))
                {
                    Assert.True(ranges[i].P5 <= ranges[j].P5 && ranges[i].P95 <= ranges[j].P95 && ranges[i].TopDraws >= ranges[j].TopDraws);
                }
            }
        }
    }

    [Fact]
    public void A_narrower_spread_narrows_the_intervals()
    {
        PointsTable table = Draw(new Random(8), 400, 5, steps: 200);
        double[] widths = [.. ((int?[])[120, 40, 12, null]).Select(total =>
            RankRange.Of(table, new WeightDraws(WeightDraws.Concentrations(table.Weights, total), 1), 2000, 50, 2).Average(r => r.P95 - r.P5))];
        Assert.Equal(widths.Order(), widths);
    }

    [Fact]
    public void A_share_is_a_hundred_only_for_all_draws_and_nothing_only_for_none()
    {
        Assert.Equal(99, new RankRange(1, 1, 9_999).TopShare(10_000));
        Assert.Equal(100, new RankRange(1, 1, 10_000).TopShare(10_000));
        Assert.Equal(1, new RankRange(1, 1, 1).TopShare(10_000));
        Assert.Equal(0, new RankRange(1, 1, 0).TopShare(10_000));
        Assert.Equal(51, new RankRange(1, 1, 5_050).TopShare(10_000));
    }

    [Fact]
    public void The_second_weight_above_two_lets_the_other_home_pass()
    {
        // A (80, 20), B (60, 50), weights 3 and 1: 260 against 230. Each more of the second weight gives B 30 more than A: equal at 2, where A's id decides.
        PointsTable table = Table([3, 1], [800, 600], [200, 500]);
        WeightChange change = new SingleWeight(table, 1).Of(0)!.Value;
        Assert.Equal(1, change.Criterion);
        Assert.Equal(0, change.Change.CompareTo(new Fraction(1, 1)));
        Assert.Equal(2.1m, change.Shown);
        // B comes in at the same border: the mirrored question.
        Assert.Equal(2.1m, new SingleWeight(table, 1).Of(1)!.Value.Shown);
    }

    [Fact]
    public void A_home_that_is_best_in_everything_falls_for_no_weight()
    {
        Assert.Null(new SingleWeight(Table([3, 1], [800, 600], [500, 200]), 1).Of(0));
        // With as many homes as places there is nobody to fall behind.
        Assert.Null(new SingleWeight(Table([3, 1], [800, 600], [200, 500]), 2).Of(1));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void The_change_is_the_least_that_trying_every_border_finds(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 60; round++)
        {
            PointsTable table = Draw(random, random.Next(2, 25), random.Next(1, 5), steps: random.Next(2, 9));
            int top = random.Next(1, table.Count);
            SingleWeight single = new(table, top);
            int[] order = table.OrderAt(table.Weights);
            for (int home = 0; home < table.Count; home++)
            {
                bool isIn = Array.IndexOf(order, home) < top;
                decimal? least = Tried(table, top, home, isIn);
                WeightChange? change = single.Of(home);
                Assert.Equal(least is null, change is null);
                if (change is { } found)
                {
                    Assert.Equal((double)least!.Value, Math.Abs(found.Change.Value), 1e-9);
                    Assert.NotEqual(isIn, IsIn(table, top, home, found.Criterion, found.Shown));
                }
            }
        }
    }

    // Every place where another home's line meets this one's, and a little beyond it, in both directions of every weight.
    private static decimal? Tried(PointsTable table, int top, int home, bool isIn)
    {
        const decimal Little = 1e-12m;
        decimal? least = null;
        decimal sum = table.Weights.Sum();
        for (int k = 0; k < table.Weights.Count; k++)
        {
            for (int j = 0; j < table.Count; j++)
            {
                int slope = table.Tenths[k][j] - table.Tenths[k][home];
                if (slope == 0)
                {
                    continue;
                }

                decimal at = Enumerable.Range(0, table.Weights.Count).Sum(c => table.Weights[c] * (table.Tenths[c][home] - table.Tenths[c][j])) / slope;
                foreach (decimal change in (decimal[])[at, at + Little, at - Little])
                {
                    if (change >= -table.Weights[k] && Math.Abs(change) <= sum && IsIn(table, top, home, k, table.Weights[k] + change) != isIn
                        && (least is null || Math.Abs(change) < least))
                    {
                        least = Math.Abs(change);
                    }
                }
            }
        }

        return least;
    }

    private static bool IsIn(PointsTable table, int top, int home, int criterion, decimal weight)
    {
        decimal[] weights = [.. table.Weights];
        weights[criterion] = weight;
        return Array.IndexOf(table.OrderAt(weights), home) < top;
    }

    private static PointsTable Draw(Random random, int count, int criteria, int steps) => new()
    {
        Tenths = [.. Enumerable.Range(0, criteria).Select(_ => (int[])[.. Enumerable.Range(0, count).Select(_ => random.Next(0, steps + 1) * 1000 / steps)])],
        Weights = [.. Enumerable.Range(0, criteria).Select(k => k == 0 ? 1 : random.Next(0, 9) / 2m)],
        Fails = [.. Enumerable.Range(0, count).Select(_ => random.Next(6) == 0)],
    };

    private static PointsTable Table(decimal[] weights, params int[][] tenths) => new() { Weights = weights, Tenths = tenths, Fails = new bool[tenths[0].Length] };
}
