using HousingInventory.Diagnostics;
using HousingInventory.Export;
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
    public void Influence_and_correlation_are_those_of_paper_and_pencil()
    {
        // x = 0, 50, 100 with weight 3 and y = 100, 0, 50 with weight 1: S = 100, 150, 350, mean 200, deviations -100, -50, 150; 3 var S = 35000.
        // 3 cov(x, S) = 50·100 + 0 + 50·150 = 12500, times weight 3 by 35000: 1.0714. 3 cov(y, S) = -5000 + 2500 + 0 = -2500: -0.0714.
        // Ranks 1 2 3 and 3 1 2: rho = (-1·1 + 0·(-1) + 1·0) / 2 = -0.5.
        Scores scores = Sheet.Rank("a b c", Sheet.Of("x", 3, "0 50 100"), Sheet.Of("y", 1, "100 0 50"), Sheet.Of("z", 0, "1 2 2.5")).Scores;
        IReadOnlyList<CriterionInfluence> influences = Overlap.Influences(scores, 3);

        Assert.Equal(37_500.0 / 35_000, influences[0].Influence!.Value, 9);
        Assert.Equal(-2_500.0 / 35_000, influences[1].Influence!.Value, 9);
        Assert.Equal(0.0, influences[2].Influence);
        Assert.Equal(["z", "x", "x"], influences.Select(i => i.MostLike));
        Assert.Equal([1.0, -0.5, 1.0], influences.Select(i => Math.Round(i.Rho!.Value, 9)));
    }

    [Theory]
    [InlineData(Language.Sv, "  x (Mått): vikt 4,5, inverkan 107 %, liknar mest y (-0,50)", "  y (Mått): vikt 1,5, inverkan -7 %, liknar mest x (-0,50)", "  empty (Mått): vikt 2, inverkan 0 %, liknar mest –")]
    [InlineData(Language.En, "  x (Measure): weight 4.5, influence 107%, most like y (-0.50)", "  y (Measure): weight 1.5, influence -7%, most like x (-0.50)", "  empty (Measure): weight 2, influence 0%, most like –")]
    public void Check_prints_weight_influence_and_the_strongest_correlation(Language language, params string[] lines)
    {
        // As above, both weights half as large again, which changes no influence.
        HousingInventory.Diagnostics.Run run = new();
        Results results = Sheet.Results("a b c", language, run, Sheet.Of("x", 4.5, "0 50 100"), Sheet.Of("y", 1.5, "100 0 50"), Sheet.Of("empty", 2, "0 0 0", empty: true));
        string[] printed = HousingInventory.Verbs.Checking.Report(results, run).Split('\n');

        Assert.All(lines, line => Assert.Contains(line, printed));
    }

    [Fact]
    public void Two_criteria_in_the_same_order_overlap_and_one_that_is_constant_has_no_effect()
    {
        (_, _, HousingInventory.Diagnostics.Run run) = Sheet.Rank("a b c", Sheet.Of("x", 1, "10 20 30"), Sheet.Of("y", 1, "1 2 90"), Sheet.Of("z", 1, "7 7 7"));
        Assert.Equal(1, run.Notices.Counts["criteria_overlap"]);
        Assert.Equal(1, run.Notices.Counts["criterion_without_effect"]);
    }

    [Theory]
    [InlineData("20 10 40 30 60 50 80 70 100 90", true)] // five neighbours change places: 1 - 6·10 / 990 = 0.939
    [InlineData("40 20 30 10 50 60 70 80 90 100", false)] // the first and the fourth do: 1 - 6·18 / 990 = 0.891
    public void Criteria_overlap_from_a_rank_correlation_of_nine_tenths_on(string points, bool overlap)
    {
        (_, _, HousingInventory.Diagnostics.Run run) = Sheet.Rank("a b c d e f g h i j", Sheet.Of("x", 1, "10 20 30 40 50 60 70 80 90 100"), Sheet.Of("y", 1, points));
        Assert.Equal(overlap, run.Notices.Counts.ContainsKey("criteria_overlap"));
    }
}
