using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>The fourth stage: every criterion measures every candidate.</summary>
public static class Scoring
{
    public static Scores Score(Inputs inputs, Flags flags, IReadOnlyList<int> also, InventoryConfig config, Run run) => throw new NotSupportedException();
}
