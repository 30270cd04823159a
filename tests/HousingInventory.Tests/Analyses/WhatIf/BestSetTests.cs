using HousingInventory.Analyses.WhatIf;

namespace HousingInventory.Tests.Analyses.WhatIf;

/// <summary>The best set within a budget: against every set there is, and by what must hold of any.</summary>
public sealed class BestSetTests
{
    [Fact]
    public void Homes_that_two_scenarios_gain_are_counted_once()
    {
        // a and b share two homes: together 4. With 20 to spend a and b (20) give 4, a and c (20) give 5.
        Choice[] choices = [new("a", 10, [(1, 1), (2, 1), (3, 1)]), new("b", 10, [(2, 1), (3, 1), (4, 1)]), new("c", 10, [(7, 1), (8, 1)])];
        BestSet set = BestSet.Of(choices, 20);
        Assert.Equal(["a", "c"], set.Members);
        Assert.Equal((5L, 5L, true), (set.Value, set.Bound, set.IsOptimal));
    }

    [Fact]
    public void What_costs_nothing_and_takes_nothing_is_always_in()
    {
        BestSet set = BestSet.Of([new("free", 0, [(1, 1)]), new("dear", 100, [(2, 1)]), new("saves", -5, [])], 50);
        Assert.Equal(["free", "saves"], set.Members);
    }

    [Fact]
    public void What_costs_nothing_and_takes_something_from_somebody_is_chosen_like_the_rest()
    {
        Assert.Equal(["x"], BestSet.Of([new("free", 0, [], Loses: true), new("x", 10, [(1, 1)])], 20).Members);
        Assert.Equal(["free"], BestSet.Of([new("free", 0, [(1, 1)], Loses: true)], 20).Members);
    }

    [Fact]
    public void The_value_is_that_of_the_best_of_all_sets_and_no_set_exceeds_a_cut_search_s_bound()
    {
        Random random = new(11);
        for (int round = 0; round < 200; round++)
        {
            Choice[] choices = [.. Enumerable.Range(0, random.Next(1, 11)).Select(i => new Choice($"s{i:00}", random.Next(1, 20), [.. Enumerable.Range(0, 20).Where(_ => random.Next(4) == 0).Select(h => (h, (long)random.Next(1, 4)))]))];
            double budget = random.Next(1, 60);
            BestSet set = BestSet.Of(choices, budget);
            Assert.True(set.IsOptimal);
            Assert.Equal(Best(choices, budget), set.Value);
            Assert.True(set.Cost <= budget);
            BestSet cut = BestSet.Of(choices, budget, mostNodes: 0);
            Assert.InRange(set.Value, cut.Value, cut.Bound);
            Assert.True(cut.Value >= 0.405 * set.Value);

            // More money, or one scenario more, never gives less.
            Assert.True(BestSet.Of(choices, budget + 5).Value >= set.Value);
            Assert.True(BestSet.Of([.. choices, new Choice("more", 3, [(1, 2)])], budget).Value >= set.Value);
            Assert.Equal(set.Members.Order(StringComparer.Ordinal), BestSet.Of([.. choices.Reverse()], budget).Members.Order(StringComparer.Ordinal));
        }
    }

    private static long Best(Choice[] choices, double budget) => Enumerable.Range(0, 1 << choices.Length)
        .Select(set => choices.Where((_, i) => (set & (1 << i)) != 0).ToArray()).Where(c => c.Sum(s => s.Cost) <= budget)
        .Max(c => c.SelectMany(s => s.Gains).GroupBy(g => g.Home).Sum(g => g.Max(h => h.Gain)));
}
