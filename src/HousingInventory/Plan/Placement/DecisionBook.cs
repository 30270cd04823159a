using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;

namespace HousingInventory.Plan.Placement;

/// <summary>What staff have decided, as the plan asks for it.</summary>
internal sealed class DecisionBook
{
    private readonly List<Decision> _forbids = [];
    private readonly List<Decision> _holds = [];

    /// <summary>Pairs that are settled, by household number: the home, and the row.</summary>
    public IReadOnlyDictionary<string, Decision> Locks { get; }

    /// <summary>Reads the decisions that hold on the day.</summary>
    /// <param name="decisions">All rows, in their order.</param>
    /// <param name="cases">Numbers of the households that the plan is about.</param>
    /// <param name="homes">Ids of the homes that the plan knows.</param>
    /// <param name="villages">Names of the villages where they lie.</param>
    /// <param name="settled">The home of each household that lives in one: a lock to it is fulfilled, and needs no word.</param>
    /// <exception cref="InputException">Two locks are about one household, or about one home.</exception>
    public DecisionBook(IEnumerable<Decision> decisions, ISet<string> cases, ISet<string> homes, ISet<string> villages, IReadOnlyDictionary<string, string> settled, DateOnly asOf, Run run)
    {
        // Of several about the same pair the last counts.
        List<Decision> valid = [];
        foreach (IGrouping<(string?, string?, string?), Decision> pair in decisions.Where(d => !(d.Until < asOf)).GroupBy(d => (d.Case, d.Home, d.Village)))
        {
            Decision last = pair.Last();
            if (last is { Kind: DecisionKind.Lock or DecisionKind.Offered, Case: { } number, Home: { } given } && settled.TryGetValue(number, out string? home) && home == given)
            {
                continue;
            }

            bool isKnown = (last.Case is null || cases.Contains(last.Case)) && (last.Home is null || homes.Contains(last.Home)) && (last.Village is null || villages.Contains(last.Village));
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
        Collide(locks.GroupBy(d => d.Case), "household");
        Collide(locks.GroupBy(d => d.Home), "home");
        Locks = locks.ToDictionary(d => d.Case!, StringComparer.Ordinal);
        _forbids = [.. valid.Where(d => d.Kind == DecisionKind.Forbid)];
        _holds = [.. valid.Where(d => d.Kind == DecisionKind.Hold)];
    }

    /// <summary>Whether a decision forbids the pair, the household's going to the village, or the home for all.</summary>
    public bool IsForbidden(Household household, Site site)
    {
        foreach (Decision forbid in _forbids)
        {
            if ((forbid.Case is null || forbid.Case == household.Case) && (forbid.Home is null || forbid.Home == site.Id) && (forbid.Village is null || forbid.Village == site.Village))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the home is kept for later, or for another household.</summary>
    public bool IsHeld(Household household, Site site)
    {
        foreach (Decision hold in _holds)
        {
            if (hold.Home == site.Id && hold.Case != household.Case)
            {
                return true;
            }
        }

        return false;
    }

    private static void Collide(IEnumerable<IGrouping<string?, Decision>> groups, string what)
    {
        if (groups.FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            string rows = string.Join(" and ", twice.Select(d => d.Row.ToString(CultureInfo.InvariantCulture)));
            throw new InputException($"{twice.First().Source}: rows {rows} lock the same {what}; keep one of them.");
        }
    }
}
