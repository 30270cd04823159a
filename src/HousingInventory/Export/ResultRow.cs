using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>One building in the results; a candidate has a place in the order, other buildings have none.</summary>
public sealed class ResultRow(ResultTable table, int building, int position)
{
    /// <summary>What the row belongs to.</summary>
    public ResultTable Table { get; } = table;

    public Results Results => Table.Results;

    /// <summary>Index of the building.</summary>
    public int Index { get; } = building;

    public Building Building => Results.Registers.Buildings[Index];

    /// <summary>Position in <see cref="RankOrder.Order"/>, 0-based; -1 for buildings that are no candidates.</summary>
    public int Position { get; } = position;

    /// <summary>Position in <see cref="Scores.Homes"/>; only for candidates.</summary>
    public int Home => Results.Ranking.Order[Position];

    public FollowUp? FollowUp => Table.FollowUpOf(Index);
}
