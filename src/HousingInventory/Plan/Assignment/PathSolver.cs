namespace HousingInventory.Plan.Assignment;

/// <summary>
/// Successive shortest augmenting paths: households come in one by one, each by the cheapest chain of moves that makes room for it, found by Dijkstra over
/// reduced costs. The flow is optimal for those who have come in, and the potentials prove it (Ahuja, Magnanti and Orlin 1993, section 9.7).
/// </summary>
internal sealed class PathSolver
{
    private const long Far = long.MaxValue;

    private readonly ResidualFlow _flow;
    private readonly AssignmentProblem _problem;
    private readonly long[] _potential;
    private readonly long[] _distance;
    private readonly int[] _parent;
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<int> _touched = [];
    private long _toSink;
    private int _lastBeforeSink;

    private PathSolver(AssignmentProblem problem)
    {
        _problem = problem;
        _flow = new ResidualFlow(problem);
        _potential = _flow.Potential;
        _distance = new long[_flow.Sink];
        _parent = new int[_flow.Sink];
        Array.Fill(_distance, Far);
    }

    /// <summary>An optimal flow with potentials that are valid for the pairs of this problem.</summary>
    public static ResidualFlow Solve(AssignmentProblem problem, CancellationToken cancellation)
    {
        PathSolver solver = new(problem);

        // Those with the fewest homes first: later ones then rarely push them about.
        int[] order = [.. Enumerable.Range(0, problem.Households).OrderBy(h => problem.FirstArc[h + 1] - problem.FirstArc[h])];
        foreach (int household in order)
        {
            cancellation.ThrowIfCancellationRequested();
            solver.Insert(household);
        }

        return solver._flow;
    }

    private void Insert(int household)
    {
        _potential[household] = _potential[_flow.Sink] - _problem.Loss[household];
        for (int arc = _problem.FirstArc[household]; arc < _problem.FirstArc[household + 1]; arc++)
        {
            _potential[household] = Math.Max(_potential[household], _potential[_flow.HomeNode(_problem.ArcHome[arc])] + _problem.ArcGain[arc]);
        }

        (_toSink, _lastBeforeSink) = (Far, -1);
        Reach(household, 0, -1);
        while (_queue.TryDequeue(out int node, out long distance) && distance < _toSink)
        {
            if (distance == _distance[node])
            {
                Leave(node, distance);
            }
        }

        foreach (int node in _touched)
        {
            if (_distance[node] < _toSink)
            {
                _potential[node] += _distance[node] - _toSink;
            }
        }

        Augment();
        _touched.ForEach(node => _distance[node] = Far);
        _touched.Clear();
        _queue.Clear();
    }

    private void Leave(int node, long distance)
    {
        if (_flow.IsHousehold(node))
        {
            LeaveHousehold(node, distance);
        }
        else if (_flow.IsHome(node))
        {
            int home = _flow.HomeAt(node);
            if (_flow.HouseholdOf[home] is >= 0 and int household)
            {
                // The pair is in use, so its reduced cost is 0 both ways.
                Reach(household, distance, node);
            }
            else
            {
                int village = _flow.VillageNode(_problem.VillageOf[home]);
                Reach(village, distance + _potential[node] - _potential[village], node);
            }
        }
        else
        {
            int village = _flow.VillageAt(node);
            if (_flow.HasRoom(village))
            {
                ReachSink(node, distance + _potential[node] - _potential[_flow.Sink]);
            }

            for (int i = _flow.FirstOfVillage[village]; i < _flow.FirstOfVillage[village + 1]; i++)
            {
                int home = _flow.HomesOfVillage[i];
                if (_flow.HouseholdOf[home] >= 0)
                {
                    Reach(_flow.HomeNode(home), distance + _potential[node] - _potential[_flow.HomeNode(home)], node);
                }
            }
        }
    }

    private void LeaveHousehold(int household, long distance)
    {
        ReachSink(household, distance + _flow.ReducedLoss(household));
        int present = _flow.HomeOf[household];
        for (int arc = _problem.FirstArc[household]; arc < _problem.FirstArc[household + 1]; arc++)
        {
            int home = _problem.ArcHome[arc];
            if (home != present)
            {
                Reach(_flow.HomeNode(home), distance + _flow.ReducedCost(household, arc), household);
            }
        }
    }

    private void Reach(int node, long distance, int from)
    {
        if (distance >= _distance[node] || distance >= _toSink)
        {
            return;
        }

        if (_distance[node] == Far)
        {
            _touched.Add(node);
        }

        (_distance[node], _parent[node]) = (distance, from);
        _queue.Enqueue(node, distance);
    }

    private void ReachSink(int from, long distance)
    {
        if (distance < _toSink)
        {
            (_toSink, _lastBeforeSink) = (distance, from);
        }
    }

    private void Augment()
    {
        Stack<int> path = new();
        path.Push(_flow.Sink);
        for (int node = _lastBeforeSink; node >= 0; node = _parent[node])
        {
            path.Push(node);
        }

        int from = path.Pop();
        while (path.TryPop(out int to))
        {
            _flow.Push(from, to);
            from = to;
        }
    }
}
