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
    public void Between_equal_scores_the_measures_decide_in_the_order_of_the_weights_and_only_then_the_id()
    {
        // All have 50 points. By shop (weight 3), then bus (weight 2): d has 100 m to the shop; c, b and a have 200, and in that order 10, 80 and 90 m to the bus.
        (Scores, RankOrder, HousingInventory.Diagnostics.Run) ranked = Sheet.Rank(
            "a b c d", Sheet.Of("bus", 2, "50=90 50=80 50=10 50=99"), Sheet.Of("shop", 3, "50=200 50=200 50=200 50=100"), Sheet.Of("shown", 0, "50=1 50=2 50=3 50=4"));
        Assert.Equal("d c b a", Order("a b c d", ranked));
        Assert.Equal([4, 4, 4, 4], ranked.Item2.Ties);
        Assert.Equal((1, 4), ranked.Item2.SharedRanks(2));
    }

    [Fact]
    public void A_measure_comes_before_none() =>
        Assert.Equal("b a", Order("a b", Sheet.Rank("a b", Sheet.Of("shop", 1, "unreachable 0=5000"))));

    [Fact]
    public void Measures_are_compared_as_they_are_shown()
    {
        // 200.04 and 199.96 m are both shown as 200.0: the id decides.
        Assert.Equal("a b", Order("a b", Sheet.Rank("a b", Sheet.Of("shop", 1, "50=200.04 50=199.96"))));
        Assert.Equal("b a", Order("a b", Sheet.Rank("a b", Sheet.Of("shop", 1, "50=200.06 50=199.96"))));
    }

    [Fact]
    public void More_is_better_where_points_rise()
    {
        Assert.Equal(-12, new DeparturesCriterion().Burden(12));
        Assert.Equal(-80, new UsefulDayCriterion().Burden(80));
        Assert.Equal(400, new WalkToStopCriterion().Burden(400));
        Assert.Equal(double.PositiveInfinity, new QualityClassCriterion().Burden(0));
    }

    [Fact]
    public void Homes_of_one_score_share_a_place_only_with_those_that_answer_the_requirements_alike()
    {
        // a and b have 50 in all; b fails the bus and ranks last.
        (_, RankOrder order, _) = Sheet.Rank("a b c", Sheet.Of("bus", 1, "60 40 90", must: 50), Sheet.Of("shop", 1, "40 60 10"));
        Assert.Equal([2, 2, 1], order.Ties);
        Assert.Equal([(1, 2), (1, 2), null], Enumerable.Range(0, 3).Select(order.SharedRanks));
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
