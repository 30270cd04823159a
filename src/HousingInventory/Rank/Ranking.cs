using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Rank;

/// <summary>The fifth stage: the order of the candidates.</summary>
public static class Ranking
{
    public static RankOrder Rank(Inputs inputs, Flags flags, Scores scores, InventoryConfig config, Run run) => throw new NotSupportedException();
}
