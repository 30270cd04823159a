using HousingInventory.Model.Supply;
using HousingInventory.Plan;
using HousingInventory.Plan.Conversions;

namespace HousingInventory.Tests.Plan.Conversions;

/// <summary>Criterion 35: premises by the table.</summary>
public sealed class ScreeningTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly string[] Blocking = ["plan", "daylight", "two_ways_out", "contamination"];

    private static readonly string[] Costly = ["water_drain", "heating"];

    private static Premises School => new()
    {
        Id = "L1",
        AreaM2 = 240,
        VacantFrom = new(2026, 4, 1),
        Months = 4,
        CostSek = 700_000,
        Answers = Screening.Questions.ToDictionary(q => q.Code, _ => true),
    };

    [Fact]
    public void Criterion_35_All_answers_yes_is_suitable()
    {
        // 0.75 · 240 = 180 m²: 7 rooms of 25 m².
        ScreenedPremises all = Screen(School);
        Assert.Equal((PremisesClass.Suitable, 180, 7, 100_000, new DateOnly(2026, 8, 1)), (all.Class, all.NetM2, all.Units, all.CostPerUnit, all.ReadyOn));
        Assert.Equal(3, Screen(School with { MaxUnits = 3 }).Units);
        Assert.Equal(9, Screen(School with { NetM2 = 249 }).Units);
    }

    [Fact]
    public void Criterion_35_Every_answer_that_is_no_or_unknown_gives_the_class_of_the_table()
    {
        foreach ((string code, TestWeight _) in Screening.Questions)
        {
            bool blocks = Blocking.Contains(code), costs = Costly.Contains(code);
            Assert.Equal(blocks ? PremisesClass.Unsuitable : costs ? PremisesClass.Possible : PremisesClass.Suitable, Screen(With(code, false)).Class);
            Assert.Equal(blocks ? PremisesClass.Unknown : costs ? PremisesClass.Possible : PremisesClass.Suitable, Screen(With(code, null)).Class);
            Assert.Equal([code], Screen(With(code, null)).ToAsk.Select(t => t.Code));
        }
    }

    [Fact]
    public void Criterion_35_The_whole_truth_table_of_what_decides_a_class()
    {
        string[] deciding = [.. Blocking, .. Costly];
        bool?[] answers = [true, false, null];
        for (int row = 0; row < 729; row++)
        {
            bool?[] given = [.. Enumerable.Range(0, deciding.Length).Select(i => answers[row / (int)Math.Pow(3, i) % 3])];
            PremisesClass expected = given.Take(4).Contains(false) ? PremisesClass.Unsuitable
                : given.Take(4).Any(a => a is null) ? PremisesClass.Unknown
                : given.Skip(4).All(a => a is true) ? PremisesClass.Suitable : PremisesClass.Possible;

            // What can be mended by works, and steps, are nothing to the class.
            foreach (bool? other in answers)
            {
                Premises premises = School;
                foreach ((string code, TestWeight _) in Screening.Questions)
                {
                    int at = Array.IndexOf(deciding, code);
                    premises = premises with { Answers = Change(premises, code, at < 0 ? other : given[at]) };
                }

                Assert.Equal(expected, Screen(premises).Class);
            }
        }
    }

    [Fact]
    public void Criterion_35_A_no_weighs_more_than_an_unknown_and_unknown_more_than_costs()
    {
        Assert.Equal(PremisesClass.Unsuitable, Screen(With("plan", null) with { Answers = Change(With("plan", null), "daylight", false) }).Class);
        Assert.Equal(PremisesClass.Unknown, Screen(With("plan", null) with { Answers = Change(With("plan", null), "heating", false) }).Class);
    }

    [Fact]
    public void Criterion_35_Area_and_time_block_at_their_limits()
    {
        Assert.Equal(PremisesClass.Suitable, Screen(School with { NetM2 = 25 }).Class);
        Assert.Equal(PremisesClass.Unsuitable, Screen(School with { NetM2 = 24.9 }).Class);
        Assert.Equal(PremisesClass.Unsuitable, Screen(School with { MaxUnits = 0 }).Class);

        // Twelve months ahead, works included; and twelve months to stay after that.
        Assert.Equal(PremisesClass.Suitable, Screen(School with { VacantFrom = new(2026, 11, 1) }).Class);
        Assert.Equal(PremisesClass.Unsuitable, Screen(School with { VacantFrom = new(2026, 11, 2) }).Class);
        Assert.Equal(PremisesClass.Suitable, Screen(School with { VacantUntil = new(2027, 8, 1) }).Class);
        Assert.Equal(PremisesClass.Unsuitable, Screen(School with { VacantUntil = new(2027, 7, 31) }).Class);
        Assert.Equal(PremisesClass.Unknown, Screen(School with { VacantFrom = null }).Class);
        Assert.Equal(PremisesClass.Unknown, Screen(School with { Months = null }).Class);
    }

    [Fact]
    public void Premises_stand_best_first_and_new_ones_are_marked()
    {
        Premises[] rows =
        [
            School with { Id = "d", KnownOn = new(2026, 2, 20) }, School with { Id = "c", CostSek = 70_000, KnownOn = new(2026, 2, 19) }, School with { Id = "b", Months = 1 },
            School with { Id = "a", Answers = Change(School, "heating", false) },
        ];
        PremisesPlace[] places = [.. rows.Select(r => new PremisesPlace("Byn", null, r.Id == "d" ? 900 : 500))];
        IReadOnlyList<ScreenedPremises> all = Screening.All(rows, places, new PlanConfig(), Today, new(2026, 2, 19));
        Assert.Equal(["d", "b", "c", "a"], all.Select(p => p.Row.Id));
        Assert.Equal([true, false, false, false], all.Select(p => p.IsNew));
    }

    private static ScreenedPremises Screen(Premises row) => Screening.Of(row, new PremisesPlace("Byn", null, null), new PlanConfig(), Today, null);

    private static Premises With(string code, bool? answer) => School with { Answers = Change(School, code, answer) };

    private static Dictionary<string, bool> Change(Premises row, string code, bool? answer)
    {
        Dictionary<string, bool> answers = new(row.Answers);
        answers.Remove(code);
        if (answer is { } known)
        {
            answers.Add(code, known);
        }

        return answers;
    }
}
