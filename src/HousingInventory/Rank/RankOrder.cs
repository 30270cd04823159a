using HousingInventory.Score;

namespace HousingInventory.Rank;

/// <summary>The order of the candidates.</summary>
public sealed class RankOrder
{
    /// <summary>Positions in <see cref="Scores.Homes"/>, best first. The rank is the position in this list plus one.</summary>
    public required IReadOnlyList<int> Order { get; init; }

    /// <summary>By position in <see cref="Order"/>: how many candidates share the place, of one exact score and one answer to every must; 1 for none but itself.</summary>
    public required IReadOnlyList<int> Ties { get; init; }

    /// <summary>Names of failed must criteria, by position in <see cref="Order"/>; null when none.</summary>
    public required IReadOnlyList<string?> Fails { get; init; }

    /// <summary>By position in <see cref="Order"/>: the first of the ranks that share the score; the last is that and <see cref="Ties"/> less one.</summary>
    public required IReadOnlyList<int> FirstShared { get; init; }

    /// <summary>The ranks that a home shares with those of its score, both inclusive; null where it shares with none.</summary>
    /// <param name="position">Position in <see cref="Order"/>, 0-based.</param>
    public (int First, int Last)? SharedRanks(int position) =>
        Ties[position] > 1 ? (FirstShared[position], FirstShared[position] + Ties[position] - 1) : null;
}
