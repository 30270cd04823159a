using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

public sealed class ScoringTests
{
    // Weights 3, 1, 2, 2, 2; points 80, 100, 50, unreachable, no-data: (240 + 100 + 100 + 0 + 0) / 10.
    private static Scores Example(string last) => Sheet.Rank(
        "h", Sheet.Of("a", 3, "80"), Sheet.Of("b", 1, "100"), Sheet.Of("c", 2, "50"), Sheet.Of("d", 2, "unreachable"), Sheet.Of("e", 2, last)).Scores;

    [Fact]
    public void The_methods_example_gives_44_and_at_most_64()
    {
        Assert.Equal(44.0m, Example("no-data").Score[0]);
        Assert.Equal(64.0m, Example("no-data").ScoreMax[0]);
    }

    [Fact]
    public void Measuring_what_was_unknown_never_lowers_the_score_nor_raises_its_bound()
    {
        // A renormalised mean would fall from 440/8 = 55 to 500/10 = 50.
        Assert.Equal(50.0m, Example("30").Score[0]);
        Assert.Equal(50.0m, Example("30").ScoreMax[0]);
        foreach (int points in Enumerable.Range(0, 101))
        {
            Assert.InRange(Example(points.ToString(System.Globalization.CultureInfo.InvariantCulture)).Score[0], 44.0m, 64.0m);
        }
    }

    [Theory]
    [InlineData("unreachable", 50, 50)]
    [InlineData("no-service", 50, 50)]
    [InlineData("off-network", 50, 100)]
    [InlineData("no-data", 50, 100)]
    [InlineData("0", 50, 50)]
    public void Each_state_counts_as_it_should(string state, int score, int most)
    {
        Scores scores = Sheet.Rank("h", Sheet.Of("a", 1, "100"), Sheet.Of("b", 1, state)).Scores;
        Assert.Equal((score, most), (scores.Score[0], scores.ScoreMax[0]));
    }

    [Fact]
    public void A_criterion_whose_source_is_empty_leaves_the_sum_for_all_and_is_told()
    {
        (Scores scores, _, HousingInventory.Diagnostics.Run run) = Sheet.Rank("h", Sheet.Of("a", 1, "60"), Sheet.Of("b", 3, "0", empty: true));
        Assert.Equal((60.0m, 60.0m), (scores.Score[0], scores.ScoreMax[0]));
        Assert.Equal(1, run.Notices.Counts["criterion_without_data"]);
    }

    [Fact]
    public void Weight_zero_is_measured_and_not_scored()
    {
        Scores scores = Sheet.Rank("h", Sheet.Of("a", 2, "60"), Sheet.Of("b", 0, "100")).Scores;
        Assert.Equal(60.0m, scores.Score[0]);
        Assert.Equal(1000, scores.Criteria[1].Result.PointsTenths[0]);
    }

    [Fact]
    public void The_influences_sum_to_one_and_weight_zero_has_none()
    {
        Scores scores = Sheet.Rank("a b c d", Sheet.Of("x", 2, "10 40 90 30"), Sheet.Of("y", 1, "100 0 50 no-data"), Sheet.Of("z", 0, "1 2 3 4")).Scores;
        IReadOnlyList<CriterionInfluence> influences = Overlap.Influences(scores, 4);
        Assert.Equal(1, influences.Sum(i => i.Influence!.Value), 9);
        Assert.Equal(0, influences[2].Influence);
        Assert.All(Overlap.Influences(Sheet.Rank("a b", Sheet.Of("x", 1, "5 5")).Scores, 2), i => Assert.Null(i.Influence));
    }

    [Fact]
    public void Two_criteria_in_the_same_order_overlap_and_one_that_is_constant_has_no_effect()
    {
        (_, _, HousingInventory.Diagnostics.Run run) = Sheet.Rank("a b c", Sheet.Of("x", 1, "10 20 30"), Sheet.Of("y", 1, "1 2 90"), Sheet.Of("z", 1, "7 7 7"));
        Assert.Equal(1, run.Notices.Counts["criteria_overlap"]);
        Assert.Equal(1, run.Notices.Counts["criterion_without_effect"]);
    }
}
