using HousingInventory.Model.Supply;
using HousingInventory.Plan.Assignment;

namespace HousingInventory.Plan.Placement;

/// <summary>
/// What each lock costs: what the plan would be worth if household and home were free again, less what it is worth. The plan is not solved again: the lock's
/// home opens, its village gets a place back, its household comes in, and those whose points the lock had changed go out and in again; each is one shortest
/// path.
/// </summary>
internal sealed class LockPrices
{
    private readonly IReadOnlyList<(Household Household, Site Site)> _locked;
    private readonly IReadOnlyList<Household> _households;
    private readonly List<Site> _sites;
    private readonly PairScale[] _scales;
    private readonly VillageLife[] _lives;
    private readonly VillageLife _life;
    private readonly long[] _lockedPoints;
    private readonly ResidualFlow _flow;
    private readonly PathSolver _solver;
    private readonly bool[] _isIn;
    private readonly (int[] HomeOf, int[] HouseholdOf, int[] CountOf, long[] Potential) _before;
    private readonly long _worth;
    private readonly int _free;

    /// <param name="solved">The plan of those who are not locked, over <paramref name="households"/> and <paramref name="sites"/>.</param>
    /// <param name="life">Who lives where and is settled to, every lock among them.</param>
    /// <param name="lives">The same without the lock, by lock.</param>
    /// <param name="scales">The points without the lock, by lock.</param>
    public LockPrices(
        AssignmentPlan solved, IReadOnlyList<Household> households, IReadOnlyList<Site> sites, IReadOnlyList<(Household Household, Site Site)> locked,
        HardRules rules,
        VillageLife life, VillageLife[] lives, PairScale scale, PairScale[] scales)
    {
        (_locked, _households, _life, _lives, _scales, _free) = (locked, households, life, lives, scales, sites.Count);
        _sites = [.. sites, .. locked.Select(l => l.Site)];
        _lockedPoints = [.. locked.Select(l => (long)scale.PointsOf(l.Household, l.Site))];
        _worth = solved.Worth;
        List<string> villages = [.. _sites.Select(s => s.Village).Distinct().Order(StringComparer.Ordinal)];
        AssignmentProblem problem = Widened(solved.Problem, rules, villages);
        _flow = Widened(solved.Flow, problem);
        _isIn = new bool[problem.Households];
        _isIn.AsSpan(0, households.Count).Fill(true);
        _solver = new PathSolver(_flow, _isIn);
        for (int home = _free; home < problem.Homes; home++)
        {
            _solver.Shut(home);
        }

        _before = ([.. _flow.HomeOf], [.. _flow.HouseholdOf], [.. _flow.CountOf], [.. _flow.Potential]);
    }

    /// <summary>What a lock costs; negative when only the lock lets the pair be.</summary>
    public ChangePrice Of(int locked)
    {
        AssignmentProblem problem = _flow.Problem;
        List<(int Household, int Arc, int Gain)> changed = Changed(locked);
        int[] gains = [.. changed.Select(c => problem.ArcGain[c.Arc])];
        Change(changed);
        int village = problem.VillageOf[_free + locked];
        int cap = problem.Caps[village];
        if (_lives[locked].RoomIn(_sites[_free + locked].Village) > cap)
        {
            _solver.Raise(village);
        }

        if (Proposing.IsOpen(_locked[locked].Site))
        {
            _solver.Open(_free + locked);
        }

        _solver.Insert(_households.Count + locked);
        long then = WorthOfThoseIn() + OtherLocks(locked);
        long price = then - _worth - _lockedPoints.Sum();

        // As it was.
        _before.HomeOf.CopyTo(_flow.HomeOf, 0);
        _before.HouseholdOf.CopyTo(_flow.HouseholdOf, 0);
        _before.CountOf.CopyTo(_flow.CountOf, 0);
        _before.Potential.CopyTo(_flow.Potential, 0);
        _isIn[_households.Count + locked] = false;
        _solver.Shut(_free + locked);
        problem.Caps[village] = cap;
        for (int i = 0; i < gains.Length; i++)
        {
            problem.ArcGain[changed[i].Arc] = gains[i];
        }

        return ChangePrice.Of(price);
    }

    /// <summary>Pairs of those who are not locked whose points are others without the lock: it may have been the only neighbour, or one too many.</summary>
    private List<(int Household, int Arc, int Gain)> Changed(int locked)
    {
        AssignmentProblem problem = _flow.Problem;
        PairScale scale = _scales[locked];
        (int Home, int? Together)[] homes =
        [
            .. Enumerable.Range(0, _free).Where(n => _lives[locked].Together(_sites[n]) != _life.Together(_sites[n]))
                .Select(n => (n, scale.TogetherAt(_sites[n]))),
        ];
        List<(int, int, int)> changed = [];
        for (int h = 0; h < _households.Count; h++)
        {
            string[] asked = scale.AskedBy(_households[h]);
            foreach ((int home, int? together) in homes)
            {
                if (problem.ArcOf(h, home) is >= 0 and int arc && scale.PointsOf(_households[h], _sites[home], asked, together) is int gain
                    && gain != problem.ArcGain[arc])
                {
                    changed.Add((h, arc, gain));
                }
            }
        }

        return changed;
    }

    /// <summary>
    /// Changes the points of pairs. A household for which another pair would now be better than what it has goes out before and comes in after; one whose own
    /// pair is worth less looks for the cheapest way out of it.
    /// </summary>
    private void Change(List<(int Household, int Arc, int Gain)> changed)
    {
        AssignmentProblem problem = _flow.Problem;
        List<IGrouping<int, (int Household, int Arc, int Gain)>> moving = [];
        foreach (IGrouping<int, (int Household, int Arc, int Gain)> own in changed.GroupBy(c => c.Household))
        {
            int used = _flow.HomeOf[own.Key] < 0 ? -1 : problem.ArcOf(own.Key, _flow.HomeOf[own.Key]);
            if (own.Any(c => c.Arc != used && _flow.ReducedCost(own.Key, c.Arc) + problem.ArcGain[c.Arc] - c.Gain < 0))
            {
                moving.Add(own);
                continue;
            }

            Set(own.Where(c => c.Arc != used));
            foreach ((int _, int arc, int gain) in own.Where(c => c.Arc == used))
            {
                _solver.Regain(own.Key, arc, gain);
            }
        }

        foreach (IGrouping<int, (int Household, int Arc, int Gain)> own in moving)
        {
            _solver.Remove(own.Key);
            Set(own);
        }

        moving.ForEach(own => _solver.Insert(own.Key));

        void Set(IEnumerable<(int Household, int Arc, int Gain)> pairs)
        {
            foreach ((int _, int arc, int gain) in pairs)
            {
                problem.ArcGain[arc] = gain;
            }
        }
    }

    private long WorthOfThoseIn()
    {
        AssignmentProblem problem = _flow.Problem;
        long worth = 0;
        for (int h = 0; h < problem.Households; h++)
        {
            worth += !_isIn[h] ? 0 : _flow.HomeOf[h] < 0 ? -problem.Loss[h] : problem.ArcGain[problem.ArcOf(h, _flow.HomeOf[h])];
        }

        return worth;
    }

    private long OtherLocks(int locked)
    {
        long points = 0;
        for (int i = 0; i < _locked.Count; i++)
        {
            points += i == locked ? 0 : _scales[locked].PointsOf(_locked[i].Household, _locked[i].Site);
        }

        return points;
    }

    /// <summary>
    /// The same pairs, then those of the locked: of the others with a lock's home, and of a locked household with everything, in points without its lock.
    /// </summary>
    private AssignmentProblem Widened(AssignmentProblem few, HardRules rules, List<string> villages)
    {
        List<int> homes = new(few.ArcHome.Length + (_locked.Count * (few.Households + few.Homes)));
        List<int> gains = new(homes.Capacity);
        List<int> first = [0];
        for (int h = 0; h < few.Households; h++)
        {
            homes.AddRange(few.ArcHome.AsSpan(few.FirstArc[h]..few.FirstArc[h + 1]));
            gains.AddRange(few.ArcGain.AsSpan(few.FirstArc[h]..few.FirstArc[h + 1]));
            HouseholdRules own = rules.For(_households[h]);
            for (int i = 0; i < _locked.Count; i++)
            {
                Add(own, _households[h], _free + i, i);
            }

            first.Add(homes.Count);
        }

        for (int i = 0; i < _locked.Count; i++)
        {
            HouseholdRules own = rules.For(_locked[i].Household);
            for (int home = 0; home < _free; home++)
            {
                Add(own, _locked[i].Household, home, i);
            }

            Add(own, _locked[i].Household, _free + i, i);
            first.Add(homes.Count);
        }

        Dictionary<string, int> number = villages.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i, StringComparer.Ordinal);
        return new AssignmentProblem(
            [.. few.Loss, .. _locked.Select(l => Proposing.LossOf(l.Household, rules))], [.. _sites.Select(s => number[s.Village])],
            [.. villages.Select(v => _life.RoomIn(v) ?? AssignmentProblem.NoCap)],
            [.. first], [.. homes], [.. gains]);

        void Add(HouseholdRules own, Household household, int home, int locked)
        {
            if (Proposing.IsOpen(_sites[home]) && own.FirstFailure(_sites[home]) is null)
            {
                homes.Add(home);
                gains.Add(_scales[locked].PointsOf(household, _sites[home]));
            }
        }
    }

    /// <summary>The same flow and potentials among more nodes.</summary>
    private static ResidualFlow Widened(ResidualFlow few, AssignmentProblem problem)
    {
        ResidualFlow flow = new(problem);
        AssignmentProblem small = few.Problem;
        Array.Fill(flow.Potential, few.Potential[few.Sink]);
        few.HomeOf.CopyTo(flow.HomeOf, 0);
        few.HouseholdOf.CopyTo(flow.HouseholdOf, 0);
        few.Potential.AsSpan(0, small.Households).CopyTo(flow.Potential);
        few.Potential.AsSpan(small.Households, small.Homes).CopyTo(flow.Potential.AsSpan(problem.Households));
        for (int home = 0; home < small.Homes; home++)
        {
            int village = problem.VillageOf[home];
            flow.CountOf[village] = few.CountOf[small.VillageOf[home]];
            flow.Potential[flow.VillageNode(village)] = few.Potential[few.VillageNode(small.VillageOf[home])];
        }

        return flow;
    }
}
