using HousingInventory.Score;

namespace HousingInventory.Rank;

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
