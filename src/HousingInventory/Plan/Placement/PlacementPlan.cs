namespace HousingInventory.Plan.Placement;

/// <summary>Who is proposed where, and how that compares.</summary>
public sealed record PlacementPlan
{
    /// <summary>The day of the plan.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Every household that needs a home or keeps one, by latest day and number.</summary>
    public required IReadOnlyList<Proposal> Proposals { get; init; }

    /// <summary>What the optimum achieves, locks included.</summary>
    public required Achievement Optimum { get; init; }

    /// <summary>What a careful person achieves who takes one household after the other, locks included.</summary>
    public required Achievement Greedy { get; init; }

    /// <summary>Homes that take part, by id.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>Homes that take part and that nobody is proposed for or locked to, by id.</summary>
    public IEnumerable<Site> WithoutHousehold =>
        Sites.ExceptBy(Proposals.Where(p => p.State != ProposalState.Keeps).Select(p => p.Site?.Id), static s => s.Id);

    /// <summary>The solver's plan with its certificate.</summary>
    internal Assignment.AssignmentPlan? Solved { get; init; }

    internal Proposing? Proposing { get; init; }

    /// <summary>The cheapest other homes of a household with their prices; none for one that is locked or keeps its home.</summary>
    public IReadOnlyList<Alternative> Others(string household, int most) => Proposing!.Others(household, Solved!, most);

    /// <summary>How many homes fail for a household, by the first rule.</summary>
    public IReadOnlyList<(Rule Rule, int Homes)> FailsOf(Model.Supply.Household household) => Proposing!.Fails(household).Fails;

    /// <summary>The first rule that keeps a household from a home; null when it can have it.</summary>
    public Rule? FailureOf(Model.Supply.Household household, Site site) => Proposing!.FailureOf(household, site);

    /// <summary>What the plan says of a household; null when it is not in it.</summary>
    public Proposal? Of(string household) => Proposals.FirstOrDefault(p => p.Household.Case == household);
}
