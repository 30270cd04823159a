using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Facts;
using HousingInventory.Plan.Follow;
using HousingInventory.Plan.Landlords;
using HousingInventory.Plan.Placement;
using HousingInventory.Plan.Writing;
using HousingInventory.Prepare;
using NetTopologySuite.Geometries;

namespace HousingInventory.Plan;

/// <summary>
/// The second pipeline, top to bottom: read, measure the homes, keep the accounts, draw up the balance, propose, write. It opens neither the population
/// register nor withheld keys, and a run opens none of its tables.
/// </summary>
public static class Planning
{
    /// <summary>The whole job: plans and writes the results into a folder.</summary>
    /// <exception cref="InputException">It cannot be done as asked; then nothing was written.</exception>
    public static PlanResults Run(LoadedConfig loaded, string folder, Run run)
    {
        ResultsFolder.MustNotHold(folder, loaded.SourcePaths);
        ResultsFolder.MustBeOf(folder, ResultsFolder.PlanJob);
        PlanResults results = Analyse(loaded, run);
        PlanExporting.Export(results, folder, run);
        return results;
    }

    /// <summary>Reads and plans, and writes nothing.</summary>
    /// <exception cref="InputException">It cannot be done as asked.</exception>
    public static PlanResults Analyse(LoadedConfig loaded, Run run)
    {
        PlanConfig config = loaded.Config.Plan ?? new PlanConfig();
        ReadLimits.Use(loaded.Config.Limits);
        using Delivery delivery = run.Clock.Time("Import", () => Importing.Import(loaded.SourcesFor(SourceReader.Plan), loaded.SourceFrame(), run));
        Question question = run.Clock.Time("Prepare", () => Prepare(delivery, loaded.Config, run));
        PlanRows rows = PlanRows.Of(delivery, question.AsOf, config, loaded, run);
        if (rows.Homes.Count == 0)
        {
            run.Notice(new NoHomesAtAll());
        }

        Household[] living = [.. rows.Households.Where(h => LivesSomewhere(h, question.AsOf))];
        HashSet<string> inhabited =
        [
            .. living.Select(h => h.Home ?? h.CurrentHome).OfType<string>(),
            .. rows.Households.Where(h => h.MustMove is false && Needs.IsSeeking(h)).Select(h => h.CurrentHome).OfType<string>(),
        ];
        MeasuredPlaces places = run.Clock.Time("Measure", () => Measuring.Measure(question, rows, inhabited, config, loaded.Config, run));
        return Plan(loaded, config, question, delivery.Supply, rows, living, places, run);
    }

    /// <summary>Registers and surroundings as a run has them. Without buildings the addresses say where the homes are.</summary>
    private static Question Prepare(Delivery delivery, InventoryConfig config, Run run)
    {
        Registers registers = Registering.Join(delivery, run, needsHousing: false);
        DateOnly asOf = Dating.AsOf(config.AsOf, delivery.Books, run);
        Envelope extent = registers.Extent;
        if (extent.IsNull)
        {
            foreach (Address address in registers.Addresses.Where(a => double.IsFinite(a.X) && double.IsFinite(a.Y)))
            {
                extent.ExpandToInclude(address.X, address.Y);
            }
        }

        Surroundings around = Surrounding.Build(delivery, extent, config.SurroundingRules(asOf), run);
        return new Question(asOf, registers, around, delivery.Papers, delivery.Books with { NotOpened = config.NotOpenedBy(SourceReader.Plan) });
    }

    private static PlanResults Plan(
        LoadedConfig loaded, PlanConfig config, Question question, SupplyTables tables, PlanRows rows, Household[] living, MeasuredPlaces places, Run run)
    {
        DateOnly asOf = question.AsOf;
        Beds beds = new(config.Norm, config.BedsByRooms);
        PreviousPlan? previous = PreviousPlan.Read(config, loaded, run);
        Dictionary<string, Site> sites = places.Sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        List<(Household Household, Site Site)> at =
            [.. living.Where(h => sites.ContainsKey(h.Home ?? h.CurrentHome ?? "")).Select(h => (h, sites[h.Home ?? h.CurrentHome!]))];
        Needs needs = Needs.Of(rows.Households.Except(living), sites, beds, config, run);
        HashSet<string> lockable = [.. places.Sites.Where(s => s.Status is HomeStatus.Ready or HomeStatus.Preparing or HomeStatus.Offered).Select(s => s.Id)];
        DecisionBook decisions = new(
            rows.Decisions, needs.Seeking.Select(h => h.Case).ToHashSet(), lockable, places.Sites.Select(s => s.Village).ToHashSet(),
            at.ToDictionary(l => l.Household.Case, l => l.Site.Id, StringComparer.Ordinal), asOf, run);
        TellCaps(config, places.Sites, run);

        PlacementPlan placement = run.Clock.Time("Propose", () => Proposing.Propose(
            new PlacementQuestion
            {
                Config = config,
                AsOf = asOf,
                Beds = beds,
                Households = needs.Seeking,
                Keeping = needs.Keeping,
                Sites = [.. places.Sites.Where(s => s.Status is HomeStatus.Ready or HomeStatus.Preparing or HomeStatus.Offered)],
                Living = at,
                Decisions = decisions,
                Measured = places.Measured,
                School = places.OfCategory("school"),
                Preschool = places.OfCategory("preschool"),
            },
            run));
        IReadOnlyList<AgreementStatement> agreements = run.Clock.Time("Account", () => AgreementStatement.All(config.Agreements, rows.Vacancies, asOf, run));
        Yield yield = Yield.Of(question.Papers.FollowUps, config.Yield, asOf);
        IReadOnlyList<ScreenedPremises> premises = Screening.All(rows.Premises, places.PremisesPlaces, config, asOf, previous?.AsOf);
        BalanceSheet balance = run.Clock.Time("Balance", () => Balancing.Draw(new BalanceQuestion
        {
            Config = config,
            AsOf = asOf,
            Households = needs.Seeking,
            Sites = places.Sites,
            Living = at,
            Expected = ExpectedNeed.Of(config.Need, rows.EverAssigned, asOf, run),
            Agreements = agreements,
            Vacancies = rows.Vacancies,
            Yield = yield,
            Premises = premises,
            Rules = new HardRules(config, beds, decisions, asOf),
            Beds = beds,
            Locked = [.. placement.Proposals.Where(p => p.State == ProposalState.Locked).Select(p => (p.Household, p.Site!))],
        }));
        if (balance.SizesAreAssumed)
        {
            run.Notice(new SizesAreAssumed());
        }

        Dictionary<string, string> settled = at.Select(l => (l.Household.Case, l.Site.Id))
            .Concat(placement.Proposals.Where(p => p.State == ProposalState.Locked).Select(p => (p.Household.Case, p.Site!.Id)))
            .ToDictionary(s => s.Case, s => s.Id, StringComparer.Ordinal);
        return new PlanResults
        {
            Config = loaded.Config,
            AsOf = asOf,
            Books = question.Books,
            Sites = places.Sites,
            Placement = placement,
            Living = at,
            Balance = balance,
            Agreements = agreements,
            Yield = yield,
            Premises = premises,
            Landlords = LandlordLine.All(rows.Landlords, rows.Owners, tables.Candidates, rows.Homes, asOf),
            BusTalk = BusTalk.Of(placement, premises, tables.Candidates, places),
            Introductions = Introduction.All(at, placement.Proposals),
            Support = SupportPlan.Of(Supported(at, placement), rows.Support, config, asOf),
            ToDelete = Deletions.Of(rows, config.Support),
            Changes = previous?.To(placement, places.Sites, settled),
            Criteria = [.. places.Criteria.Select(c => c.Name)],
        };
    }

    private static bool LivesSomewhere(Household household, DateOnly asOf) => !(household.MovedOutOn <= asOf)
        && (household.Status == HouseholdStatus.Placed || (household.MovedInOn <= asOf && household.Home is not null));

    /// <summary>Those who live in a home since a known day, and those who are locked to one and about to move in.</summary>
    private static IEnumerable<(Household Household, Site? Site, DateOnly MoveIn)> Supported(
        List<(Household Household, Site Site)> living, PlacementPlan placement) =>
    [
        .. living.Where(l => l.Household.MovedInOn is not null).Select(l => (l.Household, (Site?)l.Site, l.Household.MovedInOn!.Value)),
        .. placement.Proposals.Where(p => p.State == ProposalState.Locked).Select(p => (p.Household, p.Site, p.MoveIn!.Value)),
    ];

    private static void TellCaps(PlanConfig config, IReadOnlyList<Site> sites, Run run)
    {
        HashSet<string> villages = [.. sites.Select(s => s.Village)];
        foreach (string village in config.Caps.Keys.Where(v => v != "default" && !villages.Contains(v)).Order(StringComparer.Ordinal))
        {
            run.Notice(new CapWithoutHomes(village));
        }
    }
}
