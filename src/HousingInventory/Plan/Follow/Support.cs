using HousingInventory.Model.Supply;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan.Follow;

/// <summary>How a step of the support stands.</summary>
public enum StepState
{
    Done,
    Due,
    Overdue,
    Later,
    NotNeeded,
}

/// <summary>A step of a household, with the day on which it is due.</summary>
public sealed record SupportTask(Household Household, Site? Site, string Step, DateOnly DueOn, StepState State, SupportOutcome? Outcome)
{
    public string Village => Site?.Village ?? "";

    /// <summary>Codes of the checklist that are not done; none for a step without one.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];
}

/// <summary>The support of those who have moved in, or are about to.</summary>
/// <param name="Tasks">Every step of everybody, by village, day, number and step.</param>
/// <param name="ReadyForClosure">Households whose support can be ended: decide.</param>
public sealed record SupportPlan(IReadOnlyList<SupportTask> Tasks, IReadOnlyList<Household> ReadyForClosure)
{
    private const int DaysAhead = 7;
    private const int DaysAfterProblem = 14;
    private const int DaysAfterNotHome = 7;
    private const int DaysBeforeEnd = 90;
    private const int LongestDays = 365;

    /// <summary>What is due now: the route of the week.</summary>
    public IEnumerable<SupportTask> Now => Tasks.Where(t => t.State is StepState.Due or StepState.Overdue);

    /// <summary>Works out every step. Days follow the day of moving in; a changed day moves what is not done.</summary>
    /// <param name="households">Those with a home and a day of moving in that is known or proposed.</param>
    /// <param name="entries">What has been done.</param>
    public static SupportPlan Of(
        IEnumerable<(Household Household, Site? Site, DateOnly MoveIn)> households, IReadOnlyList<SupportEntry> entries, PlanConfig config, DateOnly asOf)
    {
        ILookup<string, SupportEntry> byCase = entries.ToLookup(e => e.Case, StringComparer.Ordinal);
        List<SupportTask> tasks = [];
        List<Household> ready = [];
        foreach ((Household household, Site? site, DateOnly moveIn) in households)
        {
            List<SupportTask> mine = [.. Steps(household, site, moveIn, [.. byCase[household.Case]], config, asOf)];
            bool allDone = mine.Count > 0 && !IsProblemOpen(byCase[household.Case]) && mine.Where(t => t.Step is not ("contract_end" or "inspect_out"))
                .All(t => t.State is StepState.Done or StepState.NotNeeded);
            bool isLong = moveIn.AddDays(LongestDays) <= asOf;
            if (allDone || isLong)
            {
                ready.Add(household);
                mine.Add(new SupportTask(household, site, "closure", allDone && !isLong ? asOf : moveIn.AddDays(LongestDays), StepState.Due, null));
            }

            tasks.AddRange(mine);
        }

        return new SupportPlan(
            [.. tasks.OrderBy(t => t.Village, StringComparer.Ordinal).ThenBy(t => t.DueOn).ThenBy(t => t.Household.Case, StringComparer.Ordinal)
                .ThenBy(t => t.Step, StringComparer.Ordinal)],
            ready);
    }

    /// <summary>Whether a problem was met that nothing since has found to be gone.</summary>
    private static bool IsProblemOpen(IEnumerable<SupportEntry> entries)
    {
        DateOnly? problem = entries.Where(e => e.Outcome == SupportOutcome.Problem).Max(e => e.DoneOn),
        well = entries.Where(e => e.Outcome == SupportOutcome.Ok).Max(e => e.DoneOn);
        return problem is not null && !(well > problem);
    }

    private static IEnumerable<SupportTask> Steps(Household household, Site? site, DateOnly moveIn, SupportEntry[] entries, PlanConfig config, DateOnly asOf)
    {
        foreach (SupportStep step in config.Support.Steps)
        {
            yield return Task(step.Step, moveIn.AddDays(step.Days));
        }

        // A problem at the last visit asks for one more.
        List<SupportEntry> visits = [.. entries.Where(e => (e.Step.StartsWith("visit", StringComparison.Ordinal) || e.Step == "extra")
            && e is { DoneOn: not null, Outcome: not SupportOutcome.NotHome })];
        DateOnly? lastVisit = visits.Max(e => e.DoneOn);
        if (visits.Exists(e => e.DoneOn == lastVisit && e.Outcome == SupportOutcome.Problem))
        {
            DateOnly due = lastVisit!.Value.AddDays(DaysAfterProblem);
            yield return new SupportTask(household, site, "extra", due, StateOf(due, asOf), null);
        }

        if (((DateOnly?[])[site?.Home.FreeUntil, household.RightUntil]).Min() is { } end)
        {
            yield return Task("contract_end", end.AddDays(-DaysBeforeEnd));
        }

        if (household.MovedOutOn is { } movedOut)
        {
            yield return Task("inspect_out", movedOut);
        }

        SupportTask Task(string step, DateOnly standard)
        {
            SupportEntry? entry = entries.Where(e => e.Step == step).MaxBy(e => e.DoneOn ?? DateOnly.MinValue);
            DateOnly due = entry?.DueOn ?? standard;
            string[] left = step == SupportStep.SafeHome ? [.. SupportStep.SafeHomeItems.Except(entry?.Items ?? [], StringComparer.OrdinalIgnoreCase)] : [];
            if (entry is { Outcome: SupportOutcome.NotNeeded })
            {
                return new SupportTask(household, site, step, due, StepState.NotNeeded, entry.Outcome);
            }

            if (entry is { Outcome: SupportOutcome.NotHome, DoneOn: { } tried })
            {
                due = tried.AddDays(DaysAfterNotHome);
                return new SupportTask(household, site, step, due, StateOf(due, asOf), entry.Outcome) { Left = left };
            }

            return new SupportTask(household, site, step, due, entry?.DoneOn is not null ? StepState.Done : StateOf(due, asOf), entry?.Outcome) { Left = left };
        }
    }

    private static StepState StateOf(DateOnly due, DateOnly asOf) =>
        due < asOf ? StepState.Overdue : due <= asOf.AddDays(DaysAhead) ? StepState.Due : StepState.Later;
}

/// <summary>When a row about a household must be deleted.</summary>
internal static class Deletion
{
    private const int DaysWithoutEnd = 730;

    /// <summary>The day from which the row may no longer be there.</summary>
    public static DateOnly DayOf(Household household, SupportConfig config) =>
        household.DeleteOn ?? household.ClosedOn?.AddDays(config.DeleteAfterDays) ?? household.LastChange.AddDays(DaysWithoutEnd);

    /// <summary>Whether the row is past its day, the day itself included.</summary>
    public static bool IsPast(Household household, SupportConfig config, DateOnly asOf) => DayOf(household, config) <= asOf;
}
