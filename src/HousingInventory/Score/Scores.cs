namespace HousingInventory.Score;

/// <summary>The criteria's results for the scored homes.</summary>
public sealed class Scores
{
    /// <summary>Building index of each scored home: the candidates in index order; for explain, those that it was asked about.</summary>
    public required IReadOnlyList<int> Homes { get; init; }

    /// <summary>The criteria in the order of the configuration, with their results.</summary>
    public required IReadOnlyList<(Criterion Criterion, CriterionResult Result)> Criteria { get; init; }

    /// <summary>The weight that each criterion was added up with, in their order; its own, or another that is tried.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Exact sums of weight times tenths of points, by home.</summary>
    public required decimal[] Sum { get; init; }

    /// <summary>Score 0 to 100, by home, one decimal.</summary>
    public required decimal[] Score { get; init; }

    /// <summary>Score if everything unmeasured had given full points, by home.</summary>
    public required decimal[] ScoreMax { get; init; }
}
