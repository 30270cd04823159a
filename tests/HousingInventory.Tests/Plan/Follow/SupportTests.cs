using HousingInventory.Model.Supply;
using HousingInventory.Plan;
using HousingInventory.Plan.Follow;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Tests.Plan.Follow;

/// <summary>Criterion 36: support follows the day of moving in; deletion is from the day itself.</summary>
public sealed class SupportTests
{
    private static readonly DateOnly MoveIn = new(2026, 3, 10);

    private static readonly Household Twelve = new() { Case = "12", Size = 4, LatestOn = new(2026, 3, 14), MovedInOn = MoveIn };

    [Fact]
    public void Criterion_36_Steps_are_due_by_the_day_of_moving_in()
    {
        SupportPlan plan = Plan(new(2026, 3, 10), []);
        Assert.Equal(
            "furnish 2026-03-03 Overdue|inspect_in 2026-03-07 Overdue|keys 2026-03-10 Due|safe_home 2026-03-13 Due|area 2026-03-17 Due|visit_1 2026-03-24 Later|visit_2 2026-05-09 Later|visit_3 2026-09-06 Later",
            Told(plan));
        Assert.Equal(5, plan.Now.Count());
    }

    [Fact]
    public void Criterion_36_A_changed_day_moves_what_is_not_done()
    {
        SupportEntry[] done = [new() { Case = "12", Step = "furnish", DoneOn = new(2026, 3, 2), Outcome = SupportOutcome.Ok }];
        SupportPlan plan = SupportPlan.Of([(Twelve, null, MoveIn.AddDays(7))], done, new PlanConfig(), new(2026, 3, 10));
        Assert.Contains("furnish 2026-03-10 Done", Told(plan), StringComparison.Ordinal);
        Assert.Contains("inspect_in 2026-03-14 Due", Told(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void Criterion_36_A_problem_makes_an_extra_visit_and_nobody_home_another_try()
    {
        SupportEntry problem = new() { Case = "12", Step = "visit_1", DoneOn = new(2026, 3, 24), Outcome = SupportOutcome.Problem };
        Assert.Contains("extra 2026-04-07 Later", Told(Plan(new(2026, 3, 30), [problem])), StringComparison.Ordinal);
        SupportEntry again = new() { Case = "12", Step = "extra", DoneOn = new(2026, 4, 7), Outcome = SupportOutcome.Problem };
        Assert.Contains("extra 2026-04-21", Told(Plan(new(2026, 4, 8), [problem, again])), StringComparison.Ordinal);
        Assert.DoesNotContain("extra", Told(Plan(new(2026, 4, 30), [problem, again with { Outcome = SupportOutcome.Ok }])), StringComparison.Ordinal);
        SupportEntry nobody = new() { Case = "12", Step = "visit_1", DoneOn = new(2026, 3, 24), Outcome = SupportOutcome.NotHome };
        Assert.Contains("visit_1 2026-03-31 Due", Told(Plan(new(2026, 3, 25), [nobody])), StringComparison.Ordinal);
        Assert.Contains("visit_1 2026-03-24 NotNeeded", Told(Plan(new(2026, 3, 25), [nobody with { Outcome = SupportOutcome.NotNeeded }])), StringComparison.Ordinal);
    }

    [Fact]
    public void Criterion_36_Ends_are_told_ninety_days_before_and_a_year_asks_for_a_decision()
    {
        Site site = new() { Home = new PlanHome { Id = "H", FreeUntil = new(2027, 3, 10) }, Status = HomeStatus.Occupied };
        SupportPlan plan = SupportPlan.Of([(Twelve with { RightUntil = new(2027, 3, 1), MovedOutOn = new(2026, 12, 24) }, site, MoveIn)], [], new PlanConfig(), new(2026, 12, 1));
        Assert.Contains("contract_end 2026-12-01 Due", Told(plan), StringComparison.Ordinal);
        Assert.Contains("inspect_out 2026-12-24 Later", Told(plan), StringComparison.Ordinal);
        Assert.Empty(Plan(new(2027, 3, 9), []).ReadyForClosure);
        Assert.Single(Plan(new(2027, 3, 10), []).ReadyForClosure);
        SupportEntry[] all = [.. SupportStep.Standard.Select(s => new SupportEntry { Case = "12", Step = s.Step, DoneOn = new(2026, 9, 6), Outcome = SupportOutcome.Ok })];
        Assert.Single(Plan(new(2026, 9, 7), all).ReadyForClosure);
        Assert.Empty(Plan(new(2026, 9, 7), [.. all[..^1], all[^1] with { Outcome = SupportOutcome.Problem }]).ReadyForClosure);
    }

    [Fact]
    public void What_is_not_done_of_the_checklist_is_left()
    {
        SupportEntry started = new() { Case = Twelve.Case, Step = "safe_home", Items = ["stove", "fuses"] };
        SupportTask task = Plan(MoveIn.AddDays(3), [started]).Tasks.Single(t => t.Step == "safe_home");
        Assert.Equal((StepState.Due, "washing smoke_alarm fire_exit waste insurance"), (task.State, string.Join(' ', task.Left)));
        Assert.Empty(Plan(MoveIn.AddDays(3), [started]).Tasks.Single(t => t.Step == "keys").Left);
    }

    [Fact]
    public void Criterion_36_Deletion_is_from_the_day_itself()
    {
        SupportConfig config = new();
        Household closed = Twelve with { ClosedOn = new(2026, 6, 1) };
        Assert.Equal(new DateOnly(2026, 8, 30), Deletion.DayOf(closed, config));
        Assert.False(Deletion.IsPast(closed, config, new(2026, 8, 29)));
        Assert.True(Deletion.IsPast(closed, config, new(2026, 8, 30)));
        Assert.Equal(new DateOnly(2026, 7, 1), Deletion.DayOf(closed with { DeleteOn = new(2026, 7, 1) }, config));

        // The newest day that the row speaks of is its latest day, 14 March 2026.
        Assert.Equal(new DateOnly(2028, 3, 13), Deletion.DayOf(Twelve, config));
    }

    private static SupportPlan Plan(DateOnly asOf, SupportEntry[] entries) => SupportPlan.Of([(Twelve, null, MoveIn)], entries, new PlanConfig(), asOf);

    private static string Told(SupportPlan plan) => string.Join('|', plan.Tasks.Select(t => $"{t.Step} {t.DueOn:yyyy-MM-dd} {t.State}"));
}
