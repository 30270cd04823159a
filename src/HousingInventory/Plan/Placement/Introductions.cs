using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Placement;

/// <summary>A household in a village, with those it can be introduced to: newcomers who live in the same village or along the same line.</summary>
/// <param name="Village">The village.</param>
/// <param name="Corridor">The line at the home's nearest stop that counts; null without one.</param>
/// <param name="Household">The household.</param>
/// <param name="MoveIn">The day on which it moved in, or would.</param>
/// <param name="IsProposed">Whether it does not live there yet.</param>
/// <param name="IsAlone">Whether no other of the plan lives in the village or is proposed there.</param>
/// <param name="SameVillage">Numbers of the others in the village.</param>
/// <param name="SameLine">Numbers of those in other villages along the line.</param>
public sealed record Introduction(
    string Village, string? Corridor, Household Household, DateOnly? MoveIn, bool IsProposed, bool IsAlone,
    IReadOnlyList<string> SameVillage, IReadOnlyList<string> SameLine)
{
    /// <summary>By village, then line, then the day of moving in.</summary>
    public static IReadOnlyList<Introduction> All(IEnumerable<(Household Household, Site Site)> living, IEnumerable<Proposal> proposals)
    {
        List<(Household Household, Site Site, DateOnly? MoveIn, bool IsProposed)> there =
        [
            .. living.Select(l => (l.Household, l.Site, l.Household.MovedInOn, false)),
            .. proposals.Where(p => p.Site is not null).Select(p => (p.Household, p.Site!, p.MoveIn ?? p.Household.MovedInOn, p.State != ProposalState.Keeps)),
        ];
        there.RemoveAll(t => t.Site.Village.Length == 0);
        return
        [
            .. there.OrderBy(t => t.Site.Village, StringComparer.Ordinal).ThenBy(t => t.Site.Corridor, StringComparer.Ordinal).ThenBy(t => t.MoveIn)
                .ThenBy(t => t.Household.Case, StringComparer.Ordinal)
                .Select(t =>
                {
                    string[] village = Numbers(there.Where(o => o.Site.Village == t.Site.Village && o.Household.Case != t.Household.Case));
                    string[] line = Numbers(there.Where(
                        o => o.Site.Village != t.Site.Village && t.Site.Corridor is not null && o.Site.Corridor == t.Site.Corridor));
                    return new Introduction(t.Site.Village, t.Site.Corridor, t.Household, t.MoveIn, t.IsProposed, village.Length == 0, village, line);
                }),
        ];
    }

    private static string[] Numbers(IEnumerable<(Household Household, Site Site, DateOnly? MoveIn, bool IsProposed)> households) =>
        [.. households.Select(h => h.Household.Case).Order(StringComparer.Ordinal)];
}
