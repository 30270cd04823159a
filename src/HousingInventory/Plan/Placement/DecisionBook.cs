using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Placement;

/// <summary>What staff have decided, as the plan asks for it.</summary>
internal sealed class DecisionBook
{
    private readonly Dictionary<string, Decision[]> _forbidsOfHome;
    private readonly Dictionary<string, Decision[]> _forbidsOfVillage;
    private readonly Dictionary<string, Decision[]> _holdsOfHome;

    /// <summary>Pairs that are settled, by household number: the home, and the row.</summary>
    public IReadOnlyDictionary<string, Decision> Locks { get; }

    /// <summary>Reads the decisions that hold on the day.</summary>
    /// <param name="decisions">All rows, in their order.</param>
    /// <param name="cases">Numbers of the households that the plan is about.</param>
    /// <param name="homes">Ids of the homes that the plan knows.</param>
    /// <param name="villages">Names of the villages where they lie.</param>
    /// <param name="settled">The home of each household that lives in one: a lock to it is fulfilled, and needs no word.</param>
    /// <exception cref="InputException">Two locks are about one household, or about one home.</exception>
    public DecisionBook(
        IEnumerable<Decision> decisions, ISet<string> cases, ISet<string> homes, ISet<string> villages, IReadOnlyDictionary<string, string> settled,
        DateOnly asOf, Run run)
    {
        // Of several about the same pair the last counts.
        List<Decision> valid = [];
        foreach (IGrouping<(string?, string?, string?), Decision> pair in decisions.Where(d => !(d.Until < asOf)).GroupBy(d => (d.Case, d.Home, d.Village)))
        {
            Decision last = pair.Last();
            if (last is { Kind: DecisionKind.Lock or DecisionKind.Offered, Case: { } number, Home: { } given } && settled.TryGetValue(number, out string? home)
                && home == given)
            {
                continue;
            }

            bool isKnown = (last.Case is null || cases.Contains(last.Case)) && (last.Home is null || homes.Contains(last.Home))
                && (last.Village is null || villages.Contains(last.Village));
            bool isWhole = last.Kind is DecisionKind.Lock or DecisionKind.Offered ? last is { Case: not null, Home: not null }
                : last.Kind == DecisionKind.Hold ? last.Home is not null : last.Home is not null || last.Village is not null;
            if (isKnown && isWhole)
            {
                valid.Add(last);
            }
            else
            {
                run.Notice(new DecisionWithoutObject { Source = last.Source, Row = last.Row });
            }
        }

        List<Decision> locks = [.. valid.Where(d => d.Kind is DecisionKind.Lock or DecisionKind.Offered).OrderBy(d => d.Row)];
        if (Twice(locks.GroupBy(d => d.Case)) is var (one, other))
        {
            throw new InputException($"{one.Source}: rows {one.Row} and {other.Row} lock the same household; keep one of them.");
        }

        if (Twice(locks.GroupBy(d => d.Home)) is var (first, second))
        {
            throw new InputException($"{first.Source}: rows {first.Row} and {second.Row} lock the same home; keep one of them.");
        }

        Locks = locks.ToDictionary(d => d.Case!, StringComparer.Ordinal);
        _forbidsOfHome = By(valid.Where(d => d is { Kind: DecisionKind.Forbid, Home: not null }), d => d.Home!);
        _forbidsOfVillage = By(valid.Where(d => d is { Kind: DecisionKind.Forbid, Home: null }), d => d.Village!);
        _holdsOfHome = By(valid.Where(d => d.Kind == DecisionKind.Hold), d => d.Home!);
    }

    /// <summary>Whether a decision forbids the pair, the household's going to the village, or the home for all.</summary>
    public bool IsForbidden(Household household, Site site)
    {
        foreach (Decision forbid in Of(_forbidsOfHome, site.Id))
        {
            if ((forbid.Case is null || forbid.Case == household.Case) && (forbid.Village is null || forbid.Village == site.Village))
            {
                return true;
            }
        }

        foreach (Decision forbid in Of(_forbidsOfVillage, site.Village))
        {
            if (forbid.Case is null || forbid.Case == household.Case)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the home is kept for later, or for another household.</summary>
    public bool IsHeld(Household household, Site site)
    {
        foreach (Decision hold in Of(_holdsOfHome, site.Id))
        {
            if (hold.Case != household.Case)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, Decision[]> By(IEnumerable<Decision> decisions, Func<Decision, string> key) =>
        decisions.GroupBy(key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    // Asked for every pair: most plans have no such decision at all.
    private static ReadOnlySpan<Decision> Of(Dictionary<string, Decision[]> decisions, string key) =>
        decisions.Count > 0 && decisions.TryGetValue(key, out Decision[]? own) ? own : [];

    private static (Decision First, Decision Second)? Twice(IEnumerable<IGrouping<string?, Decision>> groups) =>
        groups.FirstOrDefault(g => g.Count() > 1) is { } twice ? (twice.First(), twice.ElementAt(1)) : null;
}
