namespace HousingInventory.Plan.Assignment;

/// <summary>
/// Of all optimal plans, the one whose first household has the earliest home it can have, then the second, and so on; unplaced comes last. Between two optimal
/// plans only steps of reduced cost 0 differ, so one backward search over these for each household tells every home that it may have.
/// </summary>
internal sealed class CanonicalOrder
{
    private const int Unseen = -1;

    private readonly ResidualFlow _flow;
    private readonly AssignmentProblem _problem;
    private readonly int[] _firstTight;
    private readonly int[] _tightHome;
    private readonly int[] _firstTightOfHome;
    private readonly int[] _tightHousehold;
    private readonly bool[] _isFrozen;
    private readonly int[] _next;
    private readonly Queue<int> _queue = new();

    private CanonicalOrder(ResidualFlow flow)
    {
        _flow = flow;
        _problem = flow.Problem;
        _isFrozen = new bool[_problem.Households];
        _next = new int[flow.Sink + 1];
        List<int> tight = [];
        _firstTight = new int[_problem.Households + 1];
        _firstTightOfHome = new int[_problem.Homes + 1];
        for (int h = 0; h < _problem.Households; h++)
        {
            for (int arc = _problem.FirstArc[h]; arc < _problem.FirstArc[h + 1]; arc++)
            {
                if (flow.ReducedCost(h, arc) == 0)
                {
                    tight.Add(_problem.ArcHome[arc]);
                    _firstTightOfHome[_problem.ArcHome[arc] + 1]++;
                }
            }

            _firstTight[h + 1] = tight.Count;
        }

        _tightHome = [.. tight];
        for (int home = 0; home < _problem.Homes; home++)
        {
            _firstTightOfHome[home + 1] += _firstTightOfHome[home];
        }

        _tightHousehold = new int[tight.Count];
        int[] next = _firstTightOfHome[..^1];
        for (int h = 0; h < _problem.Households; h++)
        {
            for (int i = _firstTight[h]; i < _firstTight[h + 1]; i++)
            {
                _tightHousehold[next[_tightHome[i]]++] = h;
            }
        }
    }

    /// <summary>Turns an optimal flow, with potentials valid for every pair, into the canonical one.</summary>
    public static void Apply(ResidualFlow flow, CancellationToken cancellation)
    {
        CanonicalOrder order = new(flow);
        for (int h = 0; h < flow.Problem.Households; h++)
        {
            cancellation.ThrowIfCancellationRequested();
            order.Settle(h);
        }
    }

    private void Settle(int household)
    {
        _isFrozen[household] = true;
        int present = _flow.Whereabouts(household);
        int earliest = _firstTight[household] == _firstTight[household + 1] ? int.MaxValue : _tightHome[_firstTight[household]];
        if (earliest == int.MaxValue || (_flow.IsHome(present) && earliest >= _flow.HomeAt(present)))
        {
            return;
        }

        SearchBack(present);
        for (int i = _firstTight[household]; i < _firstTight[household + 1]; i++)
        {
            int node = _flow.HomeNode(_tightHome[i]);
            if (node == present)
            {
                return;
            }

            if (_next[node] != Unseen)
            {
                _flow.Push(household, node);
                for (int at = node; at != present; at = _next[at])
                {
                    _flow.Push(at, _next[at]);
                }

                return;
            }
        }
    }

    /// <summary>From every node that can reach the target over open steps of reduced cost 0, the next node on its way.</summary>
    private void SearchBack(int target)
    {
        Array.Fill(_next, Unseen);
        _next[target] = target;
        _queue.Enqueue(target);
        while (_queue.TryDequeue(out int node))
        {
            if (_flow.IsHousehold(node))
            {
                Come(_flow.Whereabouts(node), node);
            }
            else if (_flow.IsHome(node))
            {
                IntoHome(node);
            }
            else if (node != _flow.Sink)
            {
                IntoVillage(node);
            }
            else
            {
                IntoSink();
            }
        }
    }

    private void IntoHome(int node)
    {
        int home = _flow.HomeAt(node);
        for (int i = _firstTightOfHome[home]; i < _firstTightOfHome[home + 1]; i++)
        {
            int household = _tightHousehold[i];
            if (!_isFrozen[household] && _flow.HomeOf[household] != home)
            {
                Come(household, node);
            }
        }

        int village = _flow.VillageNode(_problem.VillageOf[home]);
        if (_flow.HouseholdOf[home] >= 0 && _flow.Potential[village] == _flow.Potential[node])
        {
            Come(village, node);
        }
    }

    private void IntoVillage(int node)
    {
        int village = _flow.VillageAt(node);
        for (int i = _flow.FirstOfVillage[village]; i < _flow.FirstOfVillage[village + 1]; i++)
        {
            int home = _flow.HomesOfVillage[i];
            if (_flow.HouseholdOf[home] < 0 && _flow.Potential[_flow.HomeNode(home)] == _flow.Potential[node])
            {
                Come(_flow.HomeNode(home), node);
            }
        }

        if (_flow.CountOf[village] > 0 && _flow.Potential[node] == _flow.Potential[_flow.Sink])
        {
            Come(_flow.Sink, node);
        }
    }

    private void IntoSink()
    {
        for (int village = 0; village < _problem.Villages; village++)
        {
            if (_flow.HasRoom(village) && _flow.Potential[_flow.VillageNode(village)] == _flow.Potential[_flow.Sink])
            {
                Come(_flow.VillageNode(village), _flow.Sink);
            }
        }

        for (int household = 0; household < _problem.Households; household++)
        {
            if (!_isFrozen[household] && _flow.HomeOf[household] >= 0 && _flow.ReducedLoss(household) == 0)
            {
                Come(household, _flow.Sink);
            }
        }
    }

    private void Come(int node, int next)
    {
        if (_next[node] == Unseen)
        {
            _next[node] = next;
            _queue.Enqueue(node);
        }
    }
}
