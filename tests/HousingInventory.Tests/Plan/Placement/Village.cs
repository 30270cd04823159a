using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;
using HousingInventory.Plan;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Tests.Plan.Placement;

/// <summary>A small question of who goes where, on 1 March 2026. Only access counts in the points unless a test says otherwise, so that points are ten times the access.</summary>
internal sealed class Village
{
    public static readonly DateOnly Today = new(2026, 3, 1);

    public PlanConfig Config { get; set; } = new() { Weights = new PairWeights { Space = 0, Needs = 0, Access = 1, Together = 0, Permanence = 0 } };

    public List<Household> Households { get; } = [];

    public List<Site> Sites { get; } = [];

    public List<(Household Household, Site Site)> Living { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public HashSet<string> Measured { get; } = new(StringComparer.Ordinal);

    public Run Run { get; } = new();

    public Village With(params Household[] households)
    {
        Households.AddRange(households);
        return this;
    }

    public Village With(params Site[] sites)
    {
        Sites.AddRange(sites);
        return this;
    }

    public Village Decide(DecisionKind kind, string? household = null, string? home = null, string? village = null, DateOnly? until = null)
    {
        Decisions.Add(new Decision { Kind = kind, Case = household, Home = home, Village = village, Until = until, Row = Decisions.Count + 1, Source = "decisions" });
        return this;
    }

    public static Household Of(string number, int size = 1, int latestInDays = 100) => new() { Case = number, Size = size, LatestOn = Today.AddDays(latestInDays) };

    public static Site Home(string id, int beds = 1, int accessTenths = 500, string village = "Byn", DateOnly? free = null) => new()
    {
        Home = new PlanHome { Id = id, Beds = beds, FreeFrom = free ?? Today, Rent = 5_000 },
        Status = HomeStatus.Ready,
        Beds = beds,
        Place = (0, 0),
        Village = village,
        AccessTenths = accessTenths,
    };

    public PlacementPlan Propose()
    {
        PlacementPlan plan = Proposing.Propose(
            new PlacementQuestion
            {
                Config = Config,
                AsOf = Today,
                Beds = new Beds(Config.Norm, Config.BedsByRooms),
                Households = Households,
                Sites = Sites,
                Living = Living,
                Measured = Measured,
                School = Measured.Contains("school") ? "school" : null,
                Preschool = Measured.Contains("preschool") ? "preschool" : null,
                Decisions = new DecisionBook(
                    Decisions, Households.Select(h => h.Case).ToHashSet(), Sites.Select(s => s.Id).ToHashSet(), Sites.Select(s => s.Village).ToHashSet(),
                    Living.ToDictionary(l => l.Household.Case, l => l.Site.Id), Today, Run),
            },
            Run);
        Assert.Null(plan.Solved!.Fault());
        Assert.True(plan.Optimum.IsAtLeast(plan.Greedy));
        return plan;
    }

    /// <summary>The plan as "number:home", "-" for none.</summary>
    public string Plan() => string.Join(' ', Propose().Proposals.Select(p => $"{p.Household.Case}:{p.Site?.Id ?? "-"}"));
}
