using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Assignment;
using HousingInventory.Plan.Balance;

namespace HousingInventory.Plan.Placement;

/// <summary>Who takes part in the proposals, and by which rules.</summary>
internal sealed record PlacementQuestion
{
    public required PlanConfig Config { get; init; }

    public required DateOnly AsOf { get; init; }

    public required Beds Beds { get; init; }

    /// <summary>Households that need a home, those that keep one not among them, in any order.</summary>
    public required IReadOnlyList<Household> Households { get; init; }

    /// <summary>Households that keep the home they have.</summary>
    public IReadOnlyList<(Household Household, Site Site)> Keeping { get; init; } = [];

    /// <summary>Homes that can be proposed, those that were only offered to somebody among them, in any order.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>Who of the plan lives where.</summary>
    public IReadOnlyList<(Household Household, Site Site)> Living { get; init; } = [];

    public required DecisionBook Decisions { get; init; }

    /// <summary>Names of the criteria that are measured; those of children's schools and preschools.</summary>
    public ISet<string> Measured { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public string? School { get; init; }

    public string? Preschool { get; init; }

    /// <summary>The cap of a village; null for none.</summary>
    public int? CapOf(string village) => Config.Caps.TryGetValue(village, out int? own) ? own : Config.Caps.GetValueOrDefault("default");
}

/// <summary>Which household gets which home: exactly the best plan, and of equally good ones the first.</summary>
internal sealed class Proposing
{
    private const int MostAlternatives = 3;

    private readonly PlacementQuestion _question;
    private readonly HardRules _rules;
    private readonly NeedCriteria _criteria;
    private readonly PairScale _scale;
    private readonly VillageLife _life;
    private readonly List<(Household Household, Site Site)> _locked = [];
    private readonly List<Household> _households;
    private readonly List<Site> _sites;

    private Proposing(PlacementQuestion question)
    {
        _question = question;
        _rules = new HardRules(question.Config, question.Beds, question.Decisions, question.AsOf);
        Dictionary<string, Site> sites = question.Sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (Household household in InOrder(question.Households))
        {
            if (question.Decisions.Locks.TryGetValue(household.Case, out Decision? decision) && sites.TryGetValue(decision.Home!, out Site? site))
            {
                _locked.Add((household, site));
            }
        }

        HashSet<string> settled = [.. _locked.Select(l => l.Household.Case)];
        HashSet<string> taken = [.. _locked.Concat(question.Keeping).Concat(question.Living).Select(l => l.Site.Id)];
        _households = [.. InOrder(question.Households).Where(h => !settled.Contains(h.Case))];
        _sites = [.. question.Sites.Where(s => !taken.Contains(s.Id) && IsOpen(s)).OrderBy(s => s.Id, StringComparer.Ordinal)];
        _criteria = new NeedCriteria(question.Config, question.Measured, question.School, question.Preschool);
        _life = LifeWithout(null);
        _scale = ScaleOf(_life);
    }

    /// <summary>Who lives where and is settled to, but for one lock.</summary>
    private VillageLife LifeWithout(int? locked) => new(
        _question.Living.Select(l => l.Site).Concat(_question.Keeping.Select(k => k.Site)).Concat(_locked.Where((_, i) => i != locked).Select(l => l.Site)),
        _question.CapOf);

    private PairScale ScaleOf(VillageLife life) => new(_question.Config, _rules, _criteria, life);

    /// <summary>The order of all lists: by latest day, then number.</summary>
    public static IEnumerable<Household> InOrder(IEnumerable<Household> households) =>
        households.OrderBy(h => h.LatestOn).ThenBy(h => h.Case, StringComparer.Ordinal);

    /// <summary>Proposes. Notices tell of villages that are over what was to be checked.</summary>
    public static PlacementPlan Propose(PlacementQuestion question, Run run)
    {
        Proposing proposing = new(question);
        AssignmentProblem problem = proposing.Problem();
        AssignmentPlan solved = AssignmentPlan.Solve(problem, run.Cancellation);
        List<(Household Household, bool IsDue, int Points)> best = proposing.LockedPairs();
        List<Proposal> proposals = [.. question.Keeping.Select(k => proposing.Keeps(k.Household, k.Site))];
        proposals.AddRange(proposing.Locked(solved, run));

        for (int h = 0; h < proposing._households.Count; h++)
        {
            Proposal proposal = proposing.Proposed(h, solved);
            proposals.Add(proposal);
            if (proposal.Points is { } points)
            {
                best.Add((proposal.Household, proposal.IsDue, points.Points));
            }
        }

        return new PlacementPlan
        {
            AsOf = question.AsOf,
            Proposals = [.. VillageChecks.Mark(
                question, [.. proposals.OrderBy(p => p.Household.LatestOn).ThenBy(p => p.Household.Case, StringComparer.Ordinal)], run)],
            Optimum = Achievement.Of(best),
            Greedy = Achievement.Of([.. proposing.LockedPairs(), .. GreedyPlan.Of(problem, proposing._households, proposing._rules)]),
            Sites = [.. question.Sites.OrderBy(s => s.Id, StringComparer.Ordinal)],
            Solved = solved,
            Proposing = proposing,
        };
    }

    // A home that is offered takes part through its lock alone.
    internal static bool IsOpen(Site site) => site.Status is HomeStatus.Ready or HomeStatus.Preparing
        && site is { Beds: not null, Place: not null, Home.FreeFrom: not null };

    /// <summary>What is lost when a household is not housed.</summary>
    internal static long LossOf(Household household, HardRules rules) => (rules.IsDue(household) ? ChangePrice.Due : 0) + (ChangePrice.Person * household.Size);

    private AssignmentProblem Problem()
    {
        List<string> villages = [.. _sites.Select(s => s.Village).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> number = villages.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i, StringComparer.Ordinal);
        int?[] together = [.. _sites.Select(_scale.TogetherAt)];
        (int[] Homes, int[] Gains)[] pairs = new (int[], int[])[_households.Count];
        Parallel.For(0, _households.Count, h =>
        {
            Household household = _households[h];
            HouseholdRules rules = _rules.For(household);
            string[] asked = _criteria.Of(household);
            int[] homes = new int[_sites.Count];
            int[] gains = new int[_sites.Count];
            int count = 0;
            for (int n = 0; n < homes.Length; n++)
            {
                if (rules.FirstFailure(_sites[n]) is null)
                {
                    (homes[count], gains[count]) = (n, _scale.PointsOf(household, _sites[n], asked, together[n]));
                    count++;
                }
            }

            pairs[h] = (homes[..count], gains[..count]);
        });
        int[] first = new int[pairs.Length + 1];
        for (int h = 0; h < pairs.Length; h++)
        {
            first[h + 1] = first[h] + pairs[h].Homes.Length;
        }

        int[] arcHome = new int[first[^1]];
        int[] arcGain = new int[first[^1]];
        for (int h = 0; h < pairs.Length; h++)
        {
            pairs[h].Homes.CopyTo(arcHome, first[h]);
            pairs[h].Gains.CopyTo(arcGain, first[h]);
        }

        return new AssignmentProblem(
            [.. _households.Select(h => LossOf(h, _rules))],
            [.. _sites.Select(s => number[s.Village])],
            [.. villages.Select(v => _life.RoomIn(v) ?? AssignmentProblem.NoCap)],
            first, arcHome, arcGain);
    }

    private List<(Household Household, bool IsDue, int Points)> LockedPairs() =>
        [.. _locked.Select(l => (l.Household, _rules.IsDue(l.Household), _scale.Of(l.Household, l.Site).Points))];

    private Proposal Keeps(Household household, Site site) => new()
    {
        Household = household,
        State = ProposalState.Keeps,
        IsDue = _rules.IsDue(household),
        Site = site,
    };

    private IEnumerable<Proposal> Locked(AssignmentPlan solved, Run run)
    {
        VillageLife[] lives = [.. _locked.Select((_, i) => LifeWithout(i))];
        LockPrices? prices = _locked.Count == 0 ? null : new(solved, _households, _sites, _locked, _rules, _life, lives, _scale, [.. lives.Select(ScaleOf)]);
        for (int i = 0; i < _locked.Count; i++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            (Household household, Site site) = _locked[i];
            PairPoints points = _scale.Of(household, site);
            List<CheckMark> checks = Checks(site, points);
            if (_rules.FirstFailure(household, site) is { } broken)
            {
                checks.Insert(0, new CheckMark(Check.BreaksRule, Terms.Key(broken)));
            }

            if (_question.CapOf(site.Village) is { } cap && _life.In(site.Village) > cap)
            {
                checks.Add(new CheckMark(Check.VillageOverCap));
            }

            yield return new Proposal
            {
                Household = household,
                State = ProposalState.Locked,
                IsDue = _rules.IsDue(household),
                Site = site,
                MoveIn = _rules.MoveIn(household, site),
                Points = points,
                Checks = checks,
                LockPrice = prices!.Of(i),
            };
        }
    }

    private Proposal Proposed(int h, AssignmentPlan solved)
    {
        Household household = _households[h];
        if (solved.HomeOf[h] < 0)
        {
            return NotHoused(h, solved);
        }

        Site site = _sites[solved.HomeOf[h]];
        PairPoints points = _scale.Of(household, site);
        DateOnly moveIn = _rules.MoveIn(household, site);
        bool isSoon = moveIn <= _question.AsOf.AddDays(7 * _question.Config.Weeks);
        return new Proposal
        {
            Household = household,
            State = ProposalState.Proposed,
            IsDue = _rules.IsDue(household),
            Site = site,
            MoveIn = moveIn,
            Points = points,
            Checks = Checks(site, points),
            Alternatives = isSoon ? [.. solved.Prices.Of(h, MostAlternatives).Select(p => new Alternative(_sites[p.Home], ChangePrice.Of(p.Price)))] : [],
        };
    }

    private Proposal NotHoused(int h, AssignmentPlan solved)
    {
        Household household = _households[h];
        (IReadOnlyList<(Rule, int)> fails, (Site, Rule)? nearest) = Fails(household);
        AssignmentProblem problem = solved.Problem;
        HashSet<int> passing = [.. problem.ArcHome[problem.FirstArc[h]..problem.FirstArc[h + 1]]];
        return new Proposal
        {
            Household = household,
            State = ProposalState.NotHoused,
            IsDue = _rules.IsDue(household),
            Fails = fails,
            Nearest = nearest,
            Passing = passing.Count,
            Instead = [.. Enumerable.Range(0, _households.Count).Where(other => passing.Contains(solved.HomeOf[other])).Select(other => _households[other])],
        };
    }

    /// <summary>How many open homes fail by which rule first, and the one that comes furthest.</summary>
    public (IReadOnlyList<(Rule Rule, int Homes)> Fails, (Site Site, Rule Rule)? Nearest) Fails(Household household)
    {
        SortedDictionary<Rule, int> fails = [];
        (Site Site, Rule Rule)? nearest = null;
        HouseholdRules rules = _rules.For(household);
        foreach (Site site in _sites)
        {
            if (rules.FirstFailure(site) is { } rule)
            {
                fails[rule] = fails.GetValueOrDefault(rule) + 1;
                nearest = nearest is null || rule > nearest.Value.Rule ? (site, rule) : nearest;
            }
        }

        return ([.. fails.Select(f => (f.Key, f.Value))], nearest);
    }

    /// <summary>The first rule that keeps a household from a home.</summary>
    public Rule? FailureOf(Household household, Site site) => _rules.FirstFailure(household, site);

    /// <summary>The cheapest other homes of a household.</summary>
    public IReadOnlyList<Alternative> Others(string household, AssignmentPlan solved, int most) =>
        _households.FindIndex(h => h.Case == household) is >= 0 and int h
        ? [.. solved.Prices.Of(h, most).Select(p => new Alternative(_sites[p.Home], ChangePrice.Of(p.Price)))] : [];

    private static List<CheckMark> Checks(Site site, PairPoints points)
    {
        List<CheckMark> checks = [];
        if (site.Home.Rent is null)
        {
            checks.Add(new CheckMark(Check.RentUnknown));
        }

        if (Beds.IsEstimated(site.Home))
        {
            checks.Add(new CheckMark(Check.BedsEstimated));
        }

        if (site.AccessTenths is null)
        {
            checks.Add(new CheckMark(Check.AccessUnknown));
        }

        checks.AddRange(points.Missing.Select(m => new CheckMark(Check.MeasureMissing, m)));
        return checks;
    }
}
