namespace HousingInventory.Rank;

/// <summary>Why a home that stands on two lists has another rank on the later one, in places; negative is up. The three add up to rank now less rank before.</summary>
/// <param name="ByLeft">Because others left.</param>
/// <param name="ByScores">Because those who stayed have other scores.</param>
/// <param name="ByCame">Because others came.</param>
public readonly record struct RankMove(int ByLeft, int ByScores, int ByCame)
{
    public int Places => ByLeft + ByScores + ByCame;
}

/// <summary>Parts the moves of ranks between two lists.</summary>
public static class RankMoves
{
    /// <summary>The moves of those who stayed, by id.</summary>
    /// <param name="before">Ids of the earlier list, best first.</param>
    /// <param name="now">Ids of the later one.</param>
    public static IReadOnlyDictionary<string, RankMove> Of(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        HashSet<string> stayed = new(before, StringComparer.Ordinal);
        stayed.IntersectWith(now);
        Dictionary<string, (int Rank, int Among)> then = Ranks(before, stayed), later = Ranks(now, stayed);
        return stayed.ToDictionary(
            static id => id, id => new RankMove(then[id].Among - then[id].Rank, later[id].Among - then[id].Among, later[id].Rank - later[id].Among), StringComparer.Ordinal);
    }

    private static Dictionary<string, (int Rank, int Among)> Ranks(IReadOnlyList<string> list, HashSet<string> stayed)
    {
        Dictionary<string, (int, int)> ranks = new(StringComparer.Ordinal);
        for (int i = 0; i < list.Count; i++)
        {
            if (stayed.Contains(list[i]))
            {
                ranks[list[i]] = (i + 1, ranks.Count + 1);
            }
        }

        return ranks;
    }
}
