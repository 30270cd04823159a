using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>Everything that Export writes: values only. No registration, no resident row and no withheld key is reachable from it.</summary>
public sealed record Results
{
    public required RunFrame Frame { get; init; }

    public required ReportRules Rules { get; init; }

    public required Registers Registers { get; init; }

    public required Surroundings Surroundings { get; init; }

    public required Papers Papers { get; init; }

    public required Books Books { get; init; }

    public required Linkage Linkage { get; init; }

    public required Flags Flags { get; init; }

    /// <summary>How many candidates other limits of the filter would give, limit by limit, ascending.</summary>
    public IReadOnlyList<LimitCount> Limits { get; init; } = [];

    public required Scores Scores { get; init; }

    public required RankOrder Ranking { get; init; }

    /// <summary>The homes of the shortlist: positions in the order, best first.</summary>
    public required IReadOnlyList<int> Listed { get; init; }

    /// <summary>What second analyses add, in the order of the configuration; empty for most runs.</summary>
    public IReadOnlyList<AnalysisResult> Analyses { get; init; } = [];

    /// <summary>What has changed since an earlier run; null where there is none to be held against.</summary>
    public Changes? Changes { get; init; }

    /// <summary>How firm the order is; null where that is off.</summary>
    public RobustRank? Robust { get; init; }
}
