using System.Globalization;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>From points to score, highest score, order and vetoes: the worked examples and traps of the definition.</summary>
public sealed class ScoreExamplesTests
{
    /// <summary>A criterion whose results stand in the test: points, or a state; one a home.</summary>
    private sealed record Given(string Title, double Share, params object[] Homes) : Criterion
    {
        public bool Empty { get; init; }

        internal override IReadOnlyList<string> Needs => [];

        internal override MeasureInfo Info => new("", 0, Title, Title, "", "");

        internal override CriterionResult Measure(AccessContext access, IReadOnlyList<Building> homes, Run run)
        {
            if (Empty)
            {
                return MeasureColumn.WithoutData(homes.Count, Lack.Errands);
            }

            MeasureColumn column = new(homes.Count);
            for (int i = 0; i < homes.Count; i++)
            {
                object said = Homes[(int)homes[i].Row - 1];
                if (said is MeasureState state)
                {
                    column.Missing(i, state);
                }
                else
                {
                    double points = Convert.ToDouble(said, CultureInfo.InvariantCulture);
                    column.Measured(i, points, Points.Rising(points, 100, 0));
                }
            }

            return column.Result();
        }
    }

    private static Given Points100(string name, double weight, params object[] homes) => new(name, weight, homes) { Name = name, Weight = weight };

    private static (Scores Scores, RankOrder Ranking, Run Run) Ask(int homes, params Criterion[] criteria)
    {
        AccessTown town = new();
        for (int home = 0; home < homes; home++)
        {
            town.Home(string.Create(CultureInfo.InvariantCulture, $"h{home:000}"), home * 10);
        }

        Support.Given given = town.Given();
        Flags flags = new()
        {
            Status = [],
            Reason = [],
            Confidence = [],
            ConfidenceReasons = [],
            HolidayHomeHint = [],
            LeftOut = [],
            Locality = [],
            LocalityOf = [],
            Funnel = [],
            Candidates = [.. Enumerable.Range(0, homes)],
        };
        Run run = new();
        Registers registers = given.Registers();
        Scores scores = Scoring.Score(registers.Buildings, given.Surroundings(), criteria, new InventoryConfig().AccessRules(), run);
        return (scores, Ranking.Rank(registers, scores), run);
    }

    [Fact]
    public void The_score_counts_what_is_missing_as_0_and_the_highest_score_as_100_where_it_is_unknown()
    {
        // (3 x 80 + 1 x 100 + 2 x 50 + 0 + 0) / 10 = 44.0; with 100 for what has no data 64.0.
        Scores scores = Ask(
            1, Points100("a", 3, 80), Points100("b", 1, 100), Points100("c", 2, 50), Points100("d", 2, MeasureState.Unreachable), Points100("e", 2, MeasureState.NoData)).Scores;

        Assert.Equal((44.0m, 64.0m), (scores.Score[0], scores.ScoreMax[0]));
    }

    [Fact]
    public void Measuring_what_was_missing_never_lowers_the_score_nor_raises_the_highest()
    {
        // Trap 34, for every state, points and weight of a small grid.
        foreach (MeasureState state in (MeasureState[])[MeasureState.OffNetwork, MeasureState.NoData])
        {
            foreach (int points in (int[])[0, 30, 100])
            {
                foreach (double weight in (double[])[0.5, 2, 10])
                {
                    Scores without = Ask(1, Points100("a", 3, 80), Points100("b", weight, state)).Scores;
                    Scores with = Ask(1, Points100("a", 3, 80), Points100("b", weight, points)).Scores;
                    Assert.True(with.Score[0] >= without.Score[0]);
                    Assert.True(with.ScoreMax[0] <= without.ScoreMax[0]);
                }
            }
        }
    }

    [Fact]
    public void A_home_more_or_less_changes_no_other_score()
    {
        // Trap 35.
        object[] points = [10, 90, MeasureState.Unreachable, 55];
        Scores all = Ask(4, Points100("a", 1, points), Points100("b", 2, [.. points.Reverse()])).Scores;
        Scores fewer = Ask(3, Points100("a", 1, points), Points100("b", 2, [.. points.Reverse()])).Scores;

        Assert.Equal(all.Score[..3], fewer.Score);
        Assert.Equal(all.ScoreMax[..3], fewer.ScoreMax);
    }

    [Fact]
    public void A_criterion_whose_source_holds_nothing_leaves_the_sum_for_all_with_a_notice()
    {
        // Trap 36: ranks and scores as if it were not configured.
        Criterion empty = Points100("b", 5) with { Name = "b" };
        (Scores scores, RankOrder ranking, Run run) = Ask(2, Points100("a", 1, 20, 70), ((Given)empty) with { Empty = true });

        Assert.Equal([20.0m, 70.0m], scores.Score);
        Assert.Equal([20.0m, 70.0m], scores.ScoreMax);
        Assert.Equal([1, 0], ranking.Order);
        Assert.Contains(run.Notices.Samples, n => n is CriterionWithoutData { Criterion: "b" });
    }

    [Fact]
    public void Weight_0_is_measured_and_changes_nothing()
    {
        // Trap 37.
        (Scores scores, RankOrder ranking, _) = Ask(2, Points100("a", 1, 20, 70), Points100("b", 0, 100, 0));

        Assert.Equal([20.0m, 70.0m], scores.Score);
        Assert.Equal([100.0, 0.0], scores.Criteria[1].Result.Values);
        Assert.Equal([1, 0], ranking.Order);
    }

    [Theory]
    [InlineData("""{ "type": "walk-to-stop", "name": "a", "weight": 0 }""", "criteria needs at least one weight above 0")]
    [InlineData("""{ "type": "walk-to-stop", "name": "a", "weight": -1 }""", "criteria[0].weight must not be negative")]
    [InlineData("""{ "type": "walk-to-stop", "name": "a", "fullUntilM": 2000, "zeroFromM": 2000 }""", "criteria[0].fullUntilM must be at least 0 and below zeroFromM")]
    public void Weights_and_limits_that_cannot_be_are_refused_with_their_path(string criterion, string sentence)
    {
        // Trap 38.
        string text = $$"""
            { "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }, { "type": "roads", "path": "v" }, { "type": "timetable", "path": "t" } ],
              "criteria": [ {{criterion}} ] }
            """;

        Assert.Contains(sentence, Assert.Throws<InputException>(() => ConfigReader.Parse(text, "inventory.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_hundred_homes_without_points_stand_in_the_order_of_their_ids_and_say_that_they_tie()
    {
        // Trap 39.
        RankOrder ranking = Ask(300, Points100("a", 1, [.. Enumerable.Repeat<object>(0, 300)])).Ranking;

        Assert.Equal(Enumerable.Range(0, 300), ranking.Order);
        Assert.All(ranking.Ties, t => Assert.Equal(300, t));
    }

    [Fact]
    public void A_home_that_fails_a_must_ranks_after_one_that_passes_with_less_and_keeps_its_score()
    {
        // Trap 40: 0.9 x 100 + 0.1 x 0 = 90 fails b; 0.9 x 0 + 0.1 x 100 = 10 passes.
        Criterion must = Points100("b", 1, 0, 100) with { Must = new MustConfig { AtLeastPoints = 50 } };
        (Scores scores, RankOrder ranking, _) = Ask(2, Points100("a", 9, 100, 0), must);

        Assert.Equal([90.0m, 10.0m], scores.Score);
        Assert.Equal([1, 0], ranking.Order);
        Assert.Equal([null, "b"], ranking.Fails);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void Points_are_the_same_in_every_culture(string culture)
    {
        // Trap 41, with the values of the definition: F 400, Z 2000; m 30, s 12.
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal([1000, 750, 500, 0], ((double[])[400, 800, 1200, 2000]).Select(x => Points.Linear(x, 400, 2000)));
            Assert.Equal([1000, 844, 500, 0], ((double[])[400, 800, 1200, 2000]).Select(x => Points.Smooth(x, 400, 2000)));
            Assert.Equal([1000, 916, 505, 11], ((double[])[0, 15, 30, 60]).Select(x => Points.Logistic(x, 30, 12)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_standard_criteria_and_their_weights()
    {
        Assert.Equal(
            [("weekday", 4.0), ("centre", 1.0), ("stop", 4.0), ("departures", 1.0), ("grocery", 3.0), ("school", 1.0), ("bus_line", 0.0), ("scb", 0.0)],
            StandardCriteria.All.Select(c => (c.Name, c.Weight)));
        Assert.All(StandardCriteria.All, c => Assert.Null(c.Fault()));
    }

    [Fact]
    public void A_standard_criterion_is_off_with_a_notice_where_its_source_or_the_centre_is_missing()
    {
        AccessTown town = AccessTown.OnOneRoad(1000).Home("h", 0).Timetable("post S 0,0\npost C 900,0\nline 1 700\ntrip a 1 * : S 08:00, C 08:10");
        Run run = new();

        Assert.Equal(["stop", "departures", "bus_line", "scb"], StandardCriteria.For(null, town.Given().Question().Books, false, run).Select(c => c.Name));
        Assert.Equal(
            [new CriterionWithoutCentre("weekday"), new CriterionWithoutCentre("centre"), new CriterionOff("grocery", "services"), new CriterionOff("school", "services")],
            run.Notices.Samples.OrderBy(n => n is CriterionOff));
    }

    [Fact]
    public void The_criteria_of_the_contract_are_read()
    {
        const string Text = """
            {
              "centre": [20.9528, 64.7507],
              "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }, { "type": "roads", "path": "v" }, { "type": "timetable", "path": "t" }, { "type": "services", "path": "s" } ],
              "criteria": [
                { "type": "useful-day",   "name": "weekday",    "weight": 4 },
                { "type": "travel-time",  "name": "centre",     "weight": 2, "arriveBy": "08:15", "fullUntilMin": 30, "zeroFromMin": 120 },
                { "type": "walk-to-stop", "name": "stop",       "weight": 2, "fullUntilM": 400, "zeroFromM": 2000 },
                { "type": "departures",   "name": "departures", "weight": 1, "withinM": 1000, "fullAt": 16 },
                { "type": "service",      "name": "grocery",    "weight": 2, "category": "grocery", "mode": "walk", "fullUntilM": 1000, "zeroFromM": 8000 },
                { "type": "service",      "name": "school",     "weight": 1, "category": "school", "mode": "car", "fullUntilM": 2000, "zeroFromM": 20000 },
                { "type": "bus-line",     "name": "bus_line",   "weight": 0, "fullUntilM": 300, "zeroFromM": 3000, "label": { "sv": "Busslinje", "en": "Bus line" } }
              ]
            }
            """;
        IReadOnlyList<Criterion> criteria = ConfigReader.Parse(Text, "inventory.json").Config.Criteria!;

        Assert.Equal(
            [("weekday", 4.0), ("centre", 2.0), ("stop", 2.0), ("departures", 1.0), ("grocery", 2.0), ("school", 1.0), ("bus_line", 0.0)], criteria.Select(c => (c.Name, c.Weight)));
        Assert.Equal(StandardCriteria.All.Take(7).Select(c => c.Name), criteria.Select(c => c.Name));
    }
}
