using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;
using HousingInventory.Plan;
using HousingInventory.Plan.Placement;
using static HousingInventory.Tests.Plan.Placement.Village;

namespace HousingInventory.Tests.Plan.Placement;

/// <summary>Criteria 18 and 21 to 26, and the points of a pair.</summary>
public sealed class ProposingTests
{
    [Fact]
    public void Criterion_26_Optimum_and_greedy_of_the_micro_example()
    {
        // A 900 and 890, B 880 and 100 for X and Y. Points come from needs here, since access is the same for everybody.
        Village village = Pairs(("A", "X", 900), ("A", "Y", 890), ("B", "X", 880), ("B", "Y", 100));
        PlacementPlan plan = village.Propose();
        Assert.Equal("A:Y B:X", string.Join(' ', plan.Proposals.Select(p => $"{p.Household.Case}:{p.Site!.Id}")));
        Assert.Equal((1_770, 1_000), (plan.Optimum.Points, plan.Greedy.Points));
        Assert.Equal(new ChangePrice(0, 0, 770), plan.Of("A")!.Alternatives.Single(a => a.Site.Id == "X").Price);
    }

    [Fact]
    public void Criterion_26_With_a_cap_of_one_the_third_home_comes_in()
    {
        Village village = Pairs(("A", "X", 900), ("A", "Y", 890), ("A", "Z", 300), ("B", "X", 880), ("B", "Y", 100), ("B", "Z", 200));
        village.Sites[2] = village.Sites[2] with { Village = "Annan" };
        village.Config = village.Config with { Caps = new Dictionary<string, int?> { ["Byn"] = 1 } };
        Assert.Equal(1_180, village.Propose().Optimum.Points);
    }

    [Fact]
    public void Criteria_18_and_26_Order_of_rows_is_nothing_and_greedy_is_never_better()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Village village = RandomVillage(new Random(seed));
            string first = village.Plan();
            Random shuffle = new(seed);
            Shuffle(village.Households, shuffle);
            Shuffle(village.Sites, shuffle);
            Assert.Equal(first, village.Plan());
        }
    }

    [Fact]
    public void Criterion_21_One_who_is_due_goes_before_a_family_of_eight() =>
        Assert.Equal("1:H 2:-", new Village().With(Of("1", 1, 60), Of("2", 8, 61)).With(Home("H", 8)).Plan());

    [Fact]
    public void Criterion_21_More_persons_go_before_any_points()
    {
        // The eight have no points at all, the seven a thousand: persons decide.
        Village village = new Village().With(Of("1", 7), Of("2", 8)).With(Home("H", 8, accessTenths: 0), Home("I", 7, accessTenths: 1000));
        village.Decide(DecisionKind.Forbid, "1", "I");
        Assert.Equal("1:- 2:H", village.Plan());
    }

    [Fact]
    public void Criterion_21_Levels_of_a_price_come_apart_again()
    {
        Assert.Equal(new ChangePrice(1, 2, -300), ChangePrice.Of(ChangePrice.Due + (2 * ChangePrice.Person) - 300));
        Assert.Equal(new ChangePrice(1, -3, 5), ChangePrice.Of(ChangePrice.Due - (3 * ChangePrice.Person) + 5));
        Assert.Equal(new ChangePrice(0, 0, -120), ChangePrice.Of(-120));
        Assert.Equal(default, ChangePrice.Of(0));
    }

    [Fact]
    public void Criterion_22_Caps_count_those_who_live_there_and_zero_empties_a_village()
    {
        Village village = new Village().With(Of("1"), Of("2")).With(Home("H"), Home("I"), Home("J", village: "Annan", accessTenths: 10));
        Household settled = Of("9") with { Status = HouseholdStatus.Placed };
        village.Living.Add((settled, Home("S")));
        Assert.Equal("1:H 2:I", village.Plan());
        village.Config = village.Config with { Caps = new Dictionary<string, int?> { ["Byn"] = 2 } };
        Assert.Equal("1:H 2:J", village.Plan());
        village.Config = village.Config with { Caps = new Dictionary<string, int?> { ["default"] = 0, ["Annan"] = null } };
        Assert.Equal("1:J 2:-", village.Plan());
    }

    [Fact]
    public void Criterion_23_A_lock_holds_costs_and_says_which_rule_it_breaks()
    {
        Village village = new Village().With(Of("1"), Of("2")).With(Home("H", accessTenths: 900), Home("I", accessTenths: 400));
        village.Sites[1] = village.Sites[1] with { Home = village.Sites[1].Home with { FreeFrom = Today.AddDays(101) } };
        village.Decide(DecisionKind.Lock, "2", "H");

        // With the lock only 2 has a home, and without it only 1 has: the same points, but the first in order comes first.
        PlacementPlan plan = village.Propose();
        Assert.Equal((ProposalState.NotHoused, ProposalState.Locked), (plan.Of("1")!.State, plan.Of("2")!.State));
        Assert.Equal(default(ChangePrice), plan.Of("2")!.LockPrice);
        village.Decisions.Clear();
        village.Decide(DecisionKind.Lock, "2", "I");
        plan = village.Propose();
        Assert.Equal("1:H 2:I", string.Join(' ', plan.Proposals.Select(p => $"{p.Household.Case}:{p.Site!.Id}")));
        Assert.Equal(new CheckMark(Check.BreaksRule, "too-late"), plan.Of("2")!.Checks[0]);
    }

    [Fact]
    public void Criterion_23_A_lock_costs_what_the_plan_loses()
    {
        // Without: A to Y for 890 and B to X for 880. With A in X: 900 + 100.
        Village village = Pairs(("A", "X", 900), ("A", "Y", 890), ("B", "X", 880), ("B", "Y", 100)).Decide(DecisionKind.Lock, "A", "X");
        PlacementPlan plan = village.Propose();
        Assert.Equal(new ChangePrice(0, 0, 770), plan.Of("A")!.LockPrice);
        Assert.Equal(1_000, plan.Optimum.Points);
    }

    [Fact]
    public void Criterion_23_The_price_of_a_lock_is_what_planning_again_without_it_would_gain()
    {
        int locks = 0;
        for (int seed = 0; seed < 1_000; seed++)
        {
            Random random = new(seed);
            Village village = RandomVillage(random);
            village.Config = village.Config with { Weights = new PairWeights { Space = random.Next(2), Needs = 0, Access = 1, Together = random.Next(3), Permanence = 0 } };
            for (int i = 0; i < village.Sites.Count; i++)
            {
                village.Sites[i] = village.Sites[i] with
                {
                    Corridor = random.Next(3) is > 0 and int line ? $"{line}" : null,
                    Status = random.Next(6) == 0 ? HomeStatus.Offered : HomeStatus.Ready,
                };
            }

            for (int i = 0; i < random.Next(2); i++)
            {
                village.Living.Add((Of($"L{i}"), Home($"L{i}", village: $"B{random.Next(3)}") with { Corridor = "1" }));
            }

            for (int i = 0; i < Math.Min(random.Next(1, 4), Math.Min(village.Households.Count, village.Sites.Count)); i++)
            {
                village.Decide(DecisionKind.Lock, village.Households[i].Case, village.Sites[^(i + 1)].Id);
            }

            PlacementPlan plan = village.Propose();
            foreach (Decision decision in village.Decisions.ToArray())
            {
                village.Decisions.Remove(decision);
                ChangePrice price = ChangePrice.Of(Worth(village.Propose().Optimum) - Worth(plan.Optimum));
                village.Decisions.Add(decision);
                Assert.True(price == plan.Of(decision.Case!)!.LockPrice, $"seed {seed}, lock of {decision.Case}: {plan.Of(decision.Case!)!.LockPrice}, planned again {price}");
                locks++;
            }
        }

        Assert.True(locks > 1_300);

        static long Worth(Achievement a) => (a.DueHouseholds * ChangePrice.Due) + (a.Persons * ChangePrice.Person) + a.Points;
    }

    [Fact]
    public void Criterion_23_Locks_that_collide_are_refused_with_their_rows()
    {
        Village village = new Village().With(Of("1"), Of("2")).With(Home("H"), Home("I")).Decide(DecisionKind.Lock, "1", "H").Decide(DecisionKind.Lock, "2", "H");
        Assert.Contains("rows 1 and 2", Assert.Throws<InputException>(village.Propose).Message, StringComparison.Ordinal);
        village.Decisions.Clear();
        village.Decide(DecisionKind.Lock, "1", "H").Decide(DecisionKind.Offered, "1", "I");
        Assert.Contains("rows 1 and 2 lock the same household", Assert.Throws<InputException>(village.Propose).Message, StringComparison.Ordinal);

        // Of two about one pair the later counts; one that is over does not.
        village.Decisions.Clear();
        village.Decide(DecisionKind.Lock, "1", "H").Decide(DecisionKind.Forbid, "1", "H").Decide(DecisionKind.Lock, "2", "H", until: Today.AddDays(-1));
        Assert.Equal("1:I 2:H", village.Plan());

        // A decision about something that is not there is told and left out.
        village.Decisions.Clear();
        village.Decide(DecisionKind.Lock, "1", "Q").Decide(DecisionKind.Forbid, village: "Inte").Decide(DecisionKind.Lock, "1").Decide(DecisionKind.Forbid, "2");
        Assert.Equal("1:H 2:I", village.Plan());
        Assert.Equal(4, village.Run.Notices.Counts["decision_without_object"]);
    }

    [Fact]
    public void Criterion_23_Homes_are_held_and_villages_forbidden()
    {
        Village village = new Village().With(Of("1"), Of("2")).With(Home("H"), Home("I"));
        village.Decide(DecisionKind.Hold, "2", "H").Decide(DecisionKind.Hold, home: "I", until: Today);
        Assert.Equal("1:- 2:H", village.Plan());
        village.Decisions.Clear();
        village.Decide(DecisionKind.Forbid, "1", village: "Byn").Decide(DecisionKind.Forbid, home: "H");
        Assert.Equal("1:- 2:I", village.Plan());
    }

    [Fact]
    public void Criterion_24_The_first_rule_that_fails_is_the_reason_and_the_counts_add_up_to_homes()
    {
        Village village = new Village().With(Of("1", 4, 100) with { Needs = ["step-free", "near"], MaxRent = 6_000 });
        village.Config = village.Config with { Needs = new Dictionary<string, NeedRule> { ["near"] = new() { Criterion = "shop", AtMost = 500 } } };
        village.Decide(DecisionKind.Forbid, home: "a").Decide(DecisionKind.Hold, home: "b");
        Site good = Home("a", 4) with { Measures = new Dictionary<string, SiteMeasure> { ["shop"] = new(500, 1000) } };
        Site Like(string id, Func<PlanHome, PlanHome> change, int beds = 4) => good with { Home = change(good.Home) with { Id = id }, Beds = beds };
        Site stepFree = Like("k", h => h with { StepFree = true, Rent = 6_000, FreeFrom = Today.AddDays(100), FreeUntil = Today.AddDays(100).AddMonths(12) });
        village.With(
            good, Like("b", h => h), Like("c", h => h with { Beds = 3 }, 3), Like("d", h => h with { Beds = 8 }, 8), Like("e", h => h with { FreeFrom = Today.AddDays(101) }),
            Like("f", h => h with { FreeUntil = Today.AddMonths(12).AddDays(-1) }), Like("g", h => h with { StepFree = false }), Like("h", h => h),
            Like("i", h => h with { StepFree = true, Rent = 6_001 }), Like("j", h => h with { StepFree = true }) with { Measures = new Dictionary<string, SiteMeasure> { ["shop"] = new(501, 900) } },
            Like("l", h => h with { StepFree = true }) with { Measures = new Dictionary<string, SiteMeasure>() });
        Proposal none = village.Propose().Of("1")!;
        Assert.Equal(
            [(Rule.Forbidden, 1), (Rule.Held, 1), (Rule.TooSmall, 1), (Rule.TooLarge, 1), (Rule.TooLate, 1), (Rule.TooShort, 1), (Rule.NotStepFree, 1), (Rule.StepFreeUnknown, 1), (Rule.RentOver, 1), (Rule.MustNotMet, 2)],
            none.Fails);
        Assert.Equal(village.Sites.Count, none.Fails.Sum(f => f.Homes) + none.Passing);
        Assert.Equal(("j", Rule.MustNotMet), (none.Nearest!.Value.Site.Id, none.Nearest.Value.Rule));

        // 25: every limit is inclusive; on its latest day, at its highest rent, for exactly a year.
        village.With(stepFree);
        Assert.Equal("1:k", village.Plan());
    }

    [Fact]
    public void Criterion_24_Counts_add_up_to_homes_in_any_village()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Village village = RandomVillage(new Random(seed));
            foreach (Proposal none in village.Propose().Proposals.Where(p => p.State == ProposalState.NotHoused))
            {
                Assert.Equal(village.Sites.Count, none.Fails.Sum(f => f.Homes) + none.Passing);
                Assert.True(none.Instead.Count > 0 || none.Passing == 0 || village.Config.Caps.Count > 0);
            }
        }
    }

    [Fact]
    public void Too_many_spare_beds_are_allowed_when_time_is_short() =>
        Assert.Equal("1:H 2:-", new Village().With(Of("1", 1, 60), Of("2", 1, 61)).With(Home("H", 5), Home("I", 5)).Plan());

    [Fact]
    public void Who_is_past_its_day_is_housed_by_what_is_there_today() =>
        Assert.Equal("1:H", new Village().With(Of("1", 1, -20)).With(Home("H"), Home("G", free: Today.AddDays(1))).Plan());

    [Fact]
    public void Rent_ceilings_go_by_size_and_a_household_may_have_its_own()
    {
        Village village = new Village().With(Of("1", 2), Of("2", 4), Of("3", 4) with { MaxRent = 9_000 })
            .With(Home("H", 4) with { Home = new PlanHome { Id = "H", Beds = 4, FreeFrom = Today, Rent = 7_000 } });
        village.Config = village.Config with { RentMax = new Dictionary<string, int> { ["1"] = 5_000, ["2"] = 6_999 } };
        Assert.Equal("1:- 2:- 3:H", village.Plan());
        village.Config = village.Config with { RentMax = new Dictionary<string, int> { ["1"] = 5_000, ["2"] = 7_000 } };
        Assert.Equal("1:- 2:H 3:-", village.Plan());
    }

    [Fact]
    public void Points_are_the_weighted_mean_of_what_applies()
    {
        Village village = new() { Config = new PlanConfig { Needs = new Dictionary<string, NeedRule> { ["care"] = new() { Criterion = "care" } } } };
        village.Measured.UnionWith(["care", "school"]);
        village.With(Of("1", 3) with { Needs = ["care", "strange"], Composition = new(1, 0, 0, 2, 0) });
        village.With(Home("H", 4, accessTenths: 612) with
        {
            Home = new PlanHome { Id = "H", Beds = 4, FreeFrom = Today, FreeUntil = Today.AddMonths(24) },
            Measures = new Dictionary<string, SiteMeasure> { ["care"] = new(700, 835), ["school"] = new(null, 0) },
        });
        PairPoints points = village.Propose().Of("1")!.Points!;

        // One spare bed: 75. Care 83.5 and school unknown: 41.75. Access 61.2. Nobody in the village: 0. 24 months, half-way from 12 to 36: 50.
        Assert.Equal((7_500, 4_175, 6_120, 0, 5_000), (points.Space, points.Needs, points.Access, points.Together, points.Permanence));

        // 10 · (3·75 + 3·41.75 + 2·61.2 + 0 + 50) / 10 = 522.65
        Assert.Equal(523, points.Points);
        Assert.Equal(["school"], points.Missing);
        Assert.Contains(new CheckMark(Check.MeasureMissing, "school"), village.Propose().Of("1")!.Checks);
        Assert.Contains(new CheckMark(Check.RentUnknown), village.Propose().Of("1")!.Checks);
    }

    [Fact]
    public void Others_in_the_village_or_on_the_line_give_points_while_there_is_room()
    {
        Village village = new() { Config = new PlanConfig { Weights = new PairWeights { Space = 0, Needs = 0, Access = 0, Together = 1, Permanence = 0 } } };
        village.With(Of("1")).With(Home("H", village: "Nybyn") with { Corridor = "12" });
        Assert.Equal(0, village.Propose().Of("1")!.Points!.Points);
        village.Living.Add((Of("8"), Home("S", village: "Annan") with { Corridor = "12" }));
        Assert.Equal(500, village.Propose().Of("1")!.Points!.Points);
        village.Living.Add((Of("9"), Home("T", village: "Nybyn")));
        Assert.Equal(1_000, village.Propose().Of("1")!.Points!.Points);
    }

    [Fact]
    public void A_village_with_more_pupils_than_checked_is_told_and_every_proposal_there_marked()
    {
        Village village = new Village().With(Of("1", 3) with { Composition = new(1, 0, 0, 1, 1) }).With(Home("H", 3));
        village.Living.Add((Of("9", 2) with { Composition = new(1, 0, 0, 1, 0) }, Home("S")));
        village.Config = village.Config with { CheckPupils = new Dictionary<string, int> { ["Byn"] = 2 }, CheckPersons = new Dictionary<string, int> { ["Byn"] = 5 } };
        Assert.Equal([new CheckMark(Check.VillageOverPupils)], village.Propose().Of("1")!.Checks);
        Assert.Equal("village_over_pupils=1", string.Join(' ', village.Run.Notices.Counts.Select(c => $"{c.Key}={c.Value}")));
    }

    [Fact]
    public void Newcomers_are_introduced_by_village_and_line()
    {
        Household one = Of("1"), two = Of("2"), three = Of("3") with { MovedInOn = Today.AddDays(-40) };
        Proposal[] proposals =
        [
            new() { Household = one, State = ProposalState.Proposed, IsDue = false, Site = Home("H") with { Corridor = "12" }, MoveIn = Today },
            new() { Household = two, State = ProposalState.Proposed, IsDue = false, Site = Home("I", village: "Annan") with { Corridor = "12" }, MoveIn = Today },
        ];
        IReadOnlyList<Introduction> all = Introduction.All([(three, Home("S") with { Corridor = "9" })], proposals);
        Assert.Equal(["Annan 2 alone | 1", "Byn 1 3 | 2", "Byn 3 1 |"], all.Select(i => $"{i.Village} {i.Household.Case} {(i.IsAlone ? "alone" : string.Join(',', i.SameVillage))} | {string.Join(',', i.SameLine)}".TrimEnd()));
    }

    /// <summary>Pairs whose points are given: each home measures a criterion for each household.</summary>
    private static Village Pairs(params (string Household, string Home, int Points)[] pairs)
    {
        Village village = new() { Config = new PlanConfig { Weights = new PairWeights { Space = 0, Needs = 1, Access = 0, Together = 0, Permanence = 0 } } };
        Dictionary<string, NeedRule> needs = pairs.Select(p => p.Household).Distinct().ToDictionary(h => h, h => new NeedRule { Criterion = "for_" + h });
        village.Config = village.Config with { Needs = needs };
        village.Measured.UnionWith(needs.Values.Select(n => n.Criterion));
        village.With([.. needs.Keys.Select(h => Of(h) with { Needs = [h] })]);
        village.With([.. pairs.Select(p => p.Home).Distinct().Select(home => Home(home) with
        {
            Measures = pairs.Where(p => p.Home == home).ToDictionary(p => "for_" + p.Household, p => new SiteMeasure(1, p.Points)),
        })]);
        return village;
    }

    private static Village RandomVillage(Random random)
    {
        Village village = new();
        if (random.Next(2) == 0)
        {
            village.Config = village.Config with { Caps = new Dictionary<string, int?> { ["B0"] = random.Next(3), ["default"] = random.Next(2) == 0 ? null : 1 } };
        }

        village.With([.. Enumerable.Range(0, random.Next(1, 8)).Select(i => Of($"{i}", random.Next(1, 5), random.Next(20, 100)))]);
        village.With([.. Enumerable.Range(0, random.Next(1, 9)).Select(i => Home($"h{i}", random.Next(1, 6), 100 * random.Next(3), $"B{random.Next(3)}", Today.AddDays(random.Next(-10, 90))))]);
        return village;
    }

    private static void Shuffle<T>(List<T> items, Random random)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
