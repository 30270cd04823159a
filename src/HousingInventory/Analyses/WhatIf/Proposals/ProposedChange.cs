using HousingInventory.Analyses.WhatIf.Changes;

namespace HousingInventory.Analyses.WhatIf.Proposals;

/// <summary>A change that might be worth making, before it is worked out.</summary>
/// <param name="Kind">What it is called by: shift, stop, ordinary, arrive, leave, detour or extend, and the line.</param>
/// <param name="Key">Tells it from others of its kind; decides ties.</param>
/// <param name="Change">What would change.</param>
/// <param name="Homes">Homes that it would help, as far as geometry or a near miss tells; ascending.</param>
/// <param name="Km">Kilometres a day, roughly; 0 for what drives no more.</param>
internal sealed record ProposedChange(string Kind, string Key, Change Change, IReadOnlyList<int> Homes, double Km)
{
    /// <summary>Minutes that departures move: of two that drive as much the one that moves less is the smaller change.</summary>
    public int MovedMin { get; init; }

    /// <summary>What people see.</summary>
    public required (string Sv, string En) Label { get; init; }

    /// <summary>
    /// Those that no other beats: one goes whose homes another helps too, for no more kilometres and no longer move. Of equals the first by key stays. Order:
    /// kilometres a home, then homes, then the shorter move, then key.
    /// </summary>
    public static List<ProposedChange> WithoutDominated(IEnumerable<ProposedChange> proposals)
    {
        // Whatever beats a proposal has at least as many homes, the first of its homes among them, and stands before it in this order.
        Dictionary<int, List<(ProposedChange Kept, HashSet<int> Homes)>> byHome = [];
        List<ProposedChange> kept = [];
        IEnumerable<ProposedChange> largestFirst = proposals.Where(p => p.Homes.Count > 0)
            .OrderByDescending(p => p.Homes.Count).ThenBy(p => p.Km).ThenBy(p => p.MovedMin)
            .ThenBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Key, StringComparer.Ordinal);
        foreach (ProposedChange proposal in largestFirst)
        {
            if (byHome.TryGetValue(proposal.Homes[0], out List<(ProposedChange Kept, HashSet<int> Homes)>? others)
                && others.Exists(o => o.Kept.Km <= proposal.Km && o.Kept.MovedMin <= proposal.MovedMin && proposal.Homes.All(o.Homes.Contains)))
            {
                continue;
            }

            kept.Add(proposal);
            (ProposedChange, HashSet<int>) entry = (proposal, [.. proposal.Homes]);
            foreach (int home in proposal.Homes)
            {
                (byHome.TryGetValue(home, out List<(ProposedChange, HashSet<int>)>? of) ? of : byHome[home] = []).Add(entry);
            }
        }

        return [.. kept.OrderBy(p => p.Km / p.Homes.Count).ThenByDescending(p => p.Homes.Count).ThenBy(p => p.MovedMin)
            .ThenBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }

    /// <summary>It as a scenario of a name.</summary>
    public Scenario As(string name) =>
        new() { Name = name, Label = new Dictionary<string, string> { ["sv"] = Label.Sv, ["en"] = Label.En }, Changes = [Change] };
}
