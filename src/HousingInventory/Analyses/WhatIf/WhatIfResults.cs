using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>A scenario with what it is worked out by: its changes, those of others first, and its rules.</summary>
/// <param name="Scenario">As it was written.</param>
/// <param name="Changes">Every change with its path in the configuration, in order.</param>
/// <param name="Candidates">The filter.</param>
/// <param name="Criteria">What is measured, with its weights.</param>
/// <param name="Rules">What every criterion is measured by.</param>
/// <param name="Top">How long the list for planners is.</param>
/// <param name="HasOtherTests">Whether its filter is not that of the base in more than stops.</param>
internal sealed record ScenarioSetting(
    Scenario Scenario, IReadOnlyList<(string Path, Changes.Change Change)> Changes, CandidatesConfig Candidates, IReadOnlyList<Criterion> Criteria, AccessRules Rules, int Top, bool HasOtherTests);

/// <summary>The list of candidates in one state of the world.</summary>
internal sealed class Standing
{
    private readonly Dictionary<int, int> _positionOf = [];
    private readonly int[] _rank;

    public Standing(Registers registers, Scores scores)
        : this(scores, Ranking.Rank(registers, scores))
    {
    }

    public Standing(Scores scores, RankOrder order)
    {
        (Scores, Order) = (scores, order);
        _rank = new int[scores.Homes.Count];
        for (int i = 0; i < order.Order.Count; i++)
        {
            _rank[order.Order[i]] = i + 1;
        }

        for (int i = 0; i < scores.Homes.Count; i++)
        {
            _positionOf.Add(scores.Homes[i], i);
        }
    }

    public Scores Scores { get; }

    public RankOrder Order { get; }

    /// <summary>Position of a building in the scores; -1 for no candidate.</summary>
    public int PositionOf(int building) => _positionOf.GetValueOrDefault(building, -1);

    /// <summary>Rank at a position.</summary>
    public int RankAt(int position) => _rank[position];

    /// <summary>The middle score; null without candidates.</summary>
    public decimal? Median
    {
        get
        {
            decimal[] sorted = [.. Scores.Score.Order()];
            return sorted.Length == 0 ? null : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Whether the usable day of a position is at least so many percent; false where none is measured.</summary>
    public bool IsUsable(int position, double from)
    {
        foreach ((Criterion criterion, CriterionResult result) in Scores.Criteria)
        {
            if (criterion is UsefulDayCriterion && !result.WithoutData)
            {
                return result.States[position] == MeasureState.Measured && result.Values[position] >= from;
            }
        }

        return false;
    }

    /// <summary>How many are usable.</summary>
    public int Usable(double from) => Enumerable.Range(0, Scores.Homes.Count).Count(i => IsUsable(i, from));
}

/// <summary>What happens to a home.</summary>
internal enum Effect
{
    [Term("becomes", "Blir kandidat", "Becomes a candidate")]
    Becomes,

    [Term("rises", "Poängen stiger", "Score rises")]
    Rises,

    [Term("same", "Som nu", "As now")]
    Same,

    [Term("falls", "Poängen faller", "Score falls")]
    Falls,

    [Term("falls-out", "Faller bort", "Falls out")]
    FallsOut,
}

/// <summary>A home before and after.</summary>
/// <param name="Building">Index of its building.</param>
/// <param name="Effect">What happens.</param>
/// <param name="Before">Position in the base; -1 for no candidate.</param>
/// <param name="After">Position in the scenario; -1 for no candidate.</param>
internal sealed record HomeEffect(int Building, Effect Effect, int Before, int After);

/// <summary>A scenario, worked out.</summary>
internal sealed record ScenarioResult
{
    public required ScenarioSetting Setting { get; init; }

    public string Name => Setting.Scenario.Name;

    public required Standing Standing { get; init; }

    /// <summary>Where the homes lie in it.</summary>
    public required Surroundings Around { get; init; }

    /// <summary>Every home that is a candidate before or after, by building.</summary>
    public required IReadOnlyList<HomeEffect> Effects { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>The timetable of the scenario; null where no change of it was asked for.</summary>
    public ScenarioState? State { get; init; }

    public required NoticeLog Notices { get; init; }

    /// <summary>Homes that become usable: they are after, and were not, or were no candidates.</summary>
    public required IReadOnlyList<int> BecomeUsable { get; init; }

    public required int Usable { get; init; }

    public required int IntoTop { get; init; }

    public int Count(Effect effect) => Effects.Count(e => e.Effect == effect);

    /// <summary>Homes gained less homes lost.</summary>
    public int Net => Count(Effect.Becomes) - Count(Effect.FallsOut);

    /// <summary>Cost a year by a home more; null without costs or without such a home.</summary>
    public double? CostPerHome(CostsConfig? costs) => Operation.CostYear(costs) is { } cost && Net > 0 ? cost / Net : null;
}

/// <summary>A best set, and what it gives when its changes are made together.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Set">What was chosen.</param>
/// <param name="Found">The scenario of all its members; null for an empty set, and where their changes cannot be made together.</param>
/// <param name="FoundValue">What it gives, by the objective; null where they cannot be made together.</param>
internal sealed record BudgetResult(double Budget, BestSet Set, ScenarioResult? Found, long? FoundValue);

/// <summary>Everything that what-if found.</summary>
internal sealed record WhatIfResults
{
    /// <summary>The results that scenarios are held against.</summary>
    public required Results Baseline { get; init; }

    public required Standing Base { get; init; }

    public required IReadOnlyList<ScenarioResult> Scenarios { get; init; }

    public required IReadOnlyList<BudgetResult> Budgets { get; init; }

    public required WhatIfConfig Config { get; init; }

    public CostsConfig? Costs { get; init; }

    /// <summary>How many homes contacts give, for the cost of one that is let.</summary>
    public Plan.YieldConfig Yield { get; init; } = new();

    /// <summary>Days a year, by type.</summary>
    public required IReadOnlyDictionary<ServiceDayType, int> Days { get; init; }

    public int UsableBefore => Base.Usable(Config.UsableFrom);
}
