using HousingInventory.Configuration;
using HousingInventory.Score;

namespace HousingInventory.Model;

/// <summary>Everything that Export writes. No registration and no person is reachable from it.</summary>
public sealed class Results
{
    public required InventoryConfig Config { get; init; }

    /// <summary>The day the answer is for.</summary>
    public required DateOnly AsOf { get; init; }

    public required Inputs Inputs { get; init; }

    public required Linkage Linkage { get; init; }

    public required Flags Flags { get; init; }

    public required Scores Scores { get; init; }

    public required RankOrder Ranking { get; init; }
}

/// <summary>The criteria's results for the scored homes.</summary>
public sealed class Scores
{
    /// <summary>Building index of each scored home: the candidates in index order, then those that were asked for besides (explain).</summary>
    public required IReadOnlyList<int> Homes { get; init; }

    /// <summary>The criteria in the order of the configuration, with their results.</summary>
    public required IReadOnlyList<(Criterion Criterion, CriterionResult Result)> Criteria { get; init; }

    /// <summary>Exact sums of weight times tenths of points, by home.</summary>
    public required decimal[] Sum { get; init; }

    /// <summary>Score 0 to 100, by home, one decimal.</summary>
    public required decimal[] Score { get; init; }

    /// <summary>Score if everything unmeasured had given full points, by home.</summary>
    public required decimal[] ScoreMax { get; init; }
}

/// <summary>The order of the candidates.</summary>
public sealed class RankOrder
{
    /// <summary>Positions in <see cref="Scores.Homes"/>, best first.</summary>
    public required IReadOnlyList<int> Order { get; init; }

    /// <summary>1-based rank by position in <see cref="Order"/> is that position plus one; this is how many candidates share the exact score.</summary>
    public required IReadOnlyList<int> Ties { get; init; }

    /// <summary>Names of failed must criteria, by position in <see cref="Order"/>; null when none.</summary>
    public required IReadOnlyList<string?> Fails { get; init; }
}
