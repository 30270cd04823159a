using HousingInventory.Configuration;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Follow;
using HousingInventory.Plan.Landlords;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan;

/// <summary>All that a plan found, for its writers.</summary>
public sealed record PlanResults
{
    public required InventoryConfig Config { get; init; }

    public PlanConfig Plan => Config.Plan ?? new PlanConfig();

    public required DateOnly AsOf { get; init; }

    /// <summary>What was read from where, and what was not opened.</summary>
    public required Books Books { get; init; }

    /// <summary>Every home, by id.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    public required PlacementPlan Placement { get; init; }

    /// <summary>Households of the plan that live somewhere, by number.</summary>
    public required IReadOnlyList<(Household Household, Site Site)> Living { get; init; }

    public required BalanceSheet Balance { get; init; }

    public required IReadOnlyList<AgreementStatement> Agreements { get; init; }

    public required Yield Yield { get; init; }

    public required IReadOnlyList<ScreenedPremises> Premises { get; init; }

    public required IReadOnlyList<LandlordLine> Landlords { get; init; }

    public required IReadOnlyList<VillageTalk> BusTalk { get; init; }

    public required IReadOnlyList<Introduction> Introductions { get; init; }

    public required SupportPlan Support { get; init; }

    public required IReadOnlyList<RowToDelete> ToDelete { get; init; }

    /// <summary>What has changed since the plan before; null without one.</summary>
    public PlanChanges? Changes { get; init; }

    /// <summary>Names of the criteria that homes were measured by.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    /// <summary>Whether a proposal's day of moving in lies within the weeks of the plan.</summary>
    public bool IsSoon(Proposal proposal) => proposal.MoveIn <= AsOf.AddDays(7 * Plan.Weeks);

    /// <summary>Households with two weeks or less left and no lock, and those past their day.</summary>
    public IEnumerable<Proposal> ToDecideNow => Placement.Proposals.Where(p =>
        p.State is ProposalState.Proposed or ProposalState.NotHoused && p.Household.LatestOn <= AsOf.AddDays(14));

    /// <summary>Known households that the balance cannot house within the first three months.</summary>
    public int UnmetInThreeMonths => Balance.Months.Take(3).Sum(m => m.Unmet);
}
