using HousingInventory.Flag;
using HousingInventory.Rank;

namespace HousingInventory.Export;

/// <summary>What the configuration says of the lists and of what the report tells beside them.</summary>
/// <param name="Candidates">The filter that was applied.</param>
/// <param name="Shortlist">The list for planners.</param>
/// <param name="References">Published figures to stand beside ours.</param>
public sealed record ReportRules(CandidatesConfig Candidates, ShortlistConfig Shortlist, IReadOnlyList<ReferenceConfig> References)
{
    /// <summary>Days without a change after which a contact's silence counts as no.</summary>
    public int SilentAfterDays { get; init; } = 180;
}
