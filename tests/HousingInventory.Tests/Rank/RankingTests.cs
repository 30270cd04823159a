using HousingInventory.Rank;
using HousingInventory.Score;
using HousingInventory.Tests.Score;

namespace HousingInventory.Tests.Rank;

public sealed class RankingTests
{
    private static string Order(string ids, (Scores Scores, RankOrder Order, HousingInventory.Diagnostics.Run Run) ranked) =>
        string.Join(' ', ranked.Order.Order.Select(i => ids.Split(' ').Order(StringComparer.Ordinal).ElementAt(i)));

    [Fact]
    public void Best_first_and_equal_scores_in_ordinal_order_of_ids()
    {
        (Scores, RankOrder, HousingInventory.Diagnostics.Run) ranked = Sheet.Rank("å a Z z", Sheet.Of("x", 1, "50 50 50 90"));
        Assert.Equal("z Z a å", Order("å a Z z", ranked));
        Assert.Equal([1, 3, 3, 3], ranked.Item2.Ties);
    }

    [Fact]
    public void The_exact_sum_decides_and_not_the_shown_decimal()
    {
        // (1·50.1 + 999·50)/1000 = 50.0001 is shown as 50.0, and stands first all the same; it is no tie.
        (Scores scores, RankOrder order, _) = Sheet.Rank("a b", Sheet.Of("x", 1, "50 50.1"), Sheet.Of("y", 999, "50 50"));
        Assert.Equal([50.0m, 50.0m], scores.Score);
        Assert.Equal([1, 0], order.Order);
        Assert.Equal([1, 1], order.Ties);
    }

    [Fact]
    public void Weights_that_doubles_cannot_add_exactly_still_tie()
    {
        // 0.1·30 + 0.2·0 = 0.1·0 + 0.2·15 does: both are 3.
        (_, RankOrder order, _) = Sheet.Rank("a b", Sheet.Of("x", 0.1, "30 0"), Sheet.Of("y", 0.2, "0 15"));
        Assert.Equal([2, 2], order.Ties);
    }

    [Fact]
    public void Who_fails_a_must_ranks_after_all_others_keeps_the_score_and_says_which()
    {
        const string ids = "a b c d";
        (Scores, RankOrder, HousingInventory.Diagnostics.Run) ranked = Sheet.Rank(ids, Sheet.Of("bus", 1, "49.9 50 100 no-data", must: 50), Sheet.Of("shop", 1, "100 10 0 100", must: 5));
        // b alone passes both, with (50 + 10)/2 = 30; then a with 74.95, and c and d with 50 each, in the order of their ids.
        Assert.Equal("b a c d", Order(ids, ranked));
        Assert.Equal([null, "bus", "shop", "bus"], ranked.Item2.Fails);
        Assert.Equal([30.0m, 75.0m, 50.0m, 50.0m], ranked.Item2.Order.Select(i => ranked.Item1.Score[i]));
    }

    [Fact]
    public void A_must_on_a_criterion_without_data_fails_nobody()
    {
        (_, RankOrder order, _) = Sheet.Rank("a b", Sheet.Of("bus", 1, "0 0", must: 50, empty: true), Sheet.Of("shop", 1, "1 2"));
        Assert.All(order.Fails, Assert.Null);
    }
}
