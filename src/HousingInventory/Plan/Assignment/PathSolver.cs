namespace HousingInventory.Plan.Assignment;

/// <summary>
/// Successive shortest augmenting paths: households come in one by one, each by the cheapest chain of moves that makes room for it, found by Dijkstra over
/// reduced costs. The flow is optimal for those who have come in, and the potentials prove it (Ahuja, Magnanti and Orlin 1993, section 9.7). One more path of
/// the same kind takes a household out again, opens a home, or gives a village one place more: so an optimal flow is changed without being solved again.
/// </summary>
internal sealed class PathSolver
{
    private const long Far = long.MaxValue;

    private readonly ResidualFlow _flow;
    private readonly AssignmentProblem _problem;
    private readonly long[] _potential;
    private readonly bool[] _isIn;
    private readonly bool[] _isShut;
    private readonly long[] _distance;
    private readonly int[] _parent;
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<int> _touched = [];
    private int _target;
    private long _limit;

    /// <param name="flow">An optimal flow of those who are in, with valid potentials.</param>
    /// <param name="isIn">Who has come in; kept up.</param>
    public PathSolver(ResidualFlow flow, bool[] isIn)
    {
        (_flow, _problem, _potential, _isIn) = (flow, flow.Problem, flow.Potential, isIn);
        _isShut = new bool[_problem.Homes];
        _distance = new long[flow.Sink + 1];
        _parent = new int[flow.Sink + 1];
        Array.Fill(_distance, Far);
    }

    /// <summary>An optimal flow with potentials that are valid for the pairs of this problem.</summary>
    public static ResidualFlow Solve(AssignmentProblem problem, CancellationToken cancellation)
    {
        ResidualFlow flow = new(problem);
        PathSolver solver = new(flow, new bool[problem.Households]);

        // Those with the fewest homes first: later ones then rarely push them about.
        foreach (int household in Enumerable.Range(0, problem.Households).OrderBy(h => problem.FirstArc[h + 1] - problem.FirstArc[h]))
        {
            cancellation.ThrowIfCancellationRequested();
            solver.Insert(household);
        }

        return flow;
    }

    /// <summary>A household comes in: it ends in a home, or unplaced.</summary>
    public void Insert(int household)
    {
        _isIn[household] = true;
        _potential[household] = _potential[_flow.Sink] - _problem.Loss[household];
        for (int arc = _problem.FirstArc[household]; arc < _problem.FirstArc[household + 1]; arc++)
        {
            _potential[household] = Math.Max(_potential[household], _potential[_flow.HomeNode(_problem.ArcHome[arc])] + _problem.ArcGain[arc]);
        }

        Search(household, _flow.Sink, Far);
    }

    /// <summary>A household goes out, and others may take what it leaves.</summary>
    public void Remove(int household)
    {
        if (_flow.HomeOf[household] >= 0)
        {
            Search(_flow.Sink, household, Far);
            _flow.HomeOf[household] = -1;
        }

        _isIn[household] = false;
    }

    /// <summary>The pair that a household has gains more or less than it did; no other pair of it does better than it had.</summary>
    public void Regain(int household, int arc, int gain)
    {
        int less = _problem.ArcGain[arc] - gain;
        _problem.ArcGain[arc] = gain;
        if (less <= 0)
        {
            _potential[household] -= less;
            return;
        }

        // Its unit is taken off the pair and sent to the home again by the cheapest way, which is the pair itself when nothing else costs less.
        int home = _flow.HomeOf[household];
        _flow.HomeOf[household] = -1;
        Search(household, _flow.HomeNode(home), Far);
    }

    /// <summary>A village takes one household more.</summary>
    public void Raise(int village)
    {
        int node = _flow.VillageNode(village);
        bool wasFull = !_flow.HasRoom(village);
        if (wasFull && _flow.CountOf[village] == 0)
        {
            MakeCheap(village);
        }

        _problem.Caps[village]++;
        if (wasFull && _potential[node] < _potential[_flow.Sink])
        {
            // The new step to the sink gains: round about, as long as the way back costs less than that.
            _problem.Caps[village]--;
            bool isUsed = Search(_flow.Sink, node, _potential[_flow.Sink] - _potential[node]);
            _problem.Caps[village]++;
            if (isUsed)
            {
                _flow.Push(node, _flow.Sink);
            }
        }
    }

    /// <summary>A free home is shut to everybody: no step into it is cheap enough to be taken.</summary>
    public void Shut(int home)
    {
        _isShut[home] = true;
        _potential[_flow.HomeNode(home)] = ResidualFlow.Forbidding;
    }

    /// <summary>A home that was shut can be had.</summary>
    public void Open(int home)
    {
        _isShut[home] = false;
        int node = _flow.HomeNode(home);
        int village = _flow.VillageNode(_problem.VillageOf[home]);
        _potential[node] = Dearest(home, _potential[village]);
        if (_potential[node] < _potential[village])
        {
            Search(village, node, _potential[village] - _potential[node]);
        }
    }

    /// <summary>The highest potential of a home at which no pair of those who are in gains by it; at most a ceiling.</summary>
    private long Dearest(int home, long ceiling)
    {
        for (int household = 0; household < _problem.Households; household++)
        {
            if (_isIn[household] && _problem.ArcOf(household, home) is >= 0 and int arc)
            {
                ceiling = Math.Min(ceiling, _potential[household] - _problem.ArcGain[arc]);
            }
        }

        return ceiling;
    }

    /// <summary>A village that took nobody has a price beyond all others; before it opens it gets one that can be calculated with.</summary>
    private void MakeCheap(int village)
    {
        long price = _potential[_flow.Sink];
        Span<int> homes = _flow.HomesOfVillage.AsSpan(_flow.FirstOfVillage[village]..(_flow.FirstOfVillage[village + 1]));
        foreach (int home in homes)
        {
            price = _isShut[home] ? price : Dearest(home, price);
        }

        _potential[_flow.VillageNode(village)] = price;
        foreach (int home in homes)
        {
            if (!_isShut[home])
            {
                _potential[_flow.HomeNode(home)] = price;
            }
        }
    }

    /// <summary>
    /// Finds the cheapest way from one node to another over the steps that the flow leaves open, makes the potentials tight along it, and sends one unit along
    /// it.
    /// </summary>
    /// <param name="limit">What the way must cost less than; else nothing is sent, and the potentials rise by the limit.</param>
    /// <returns>Whether a unit was sent.</returns>
    private bool Search(int source, int target, long limit)
    {
        (_target, _limit) = (target, limit);
        Reach(source, 0, -1);
        while (_queue.TryDequeue(out int node, out long distance) && distance < _limit)
        {
            if (distance == _distance[node])
            {
                Leave(node, distance);
            }
        }

        bool isFound = _distance[target] != Far;
        foreach (int node in _touched)
        {
            if (_distance[node] < _limit)
            {
                _potential[node] += _distance[node] - _limit;
            }
        }

        if (isFound)
        {
            Augment();
        }

        _touched.ForEach(node => _distance[node] = Far);
        _touched.Clear();
        _queue.Clear();
        return isFound;
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
        else if (node == _flow.Sink)
        {
            LeaveSink(distance);
        }
        else
        {
            LeaveVillage(node, distance);
        }
    }

    private void LeaveHousehold(int household, long distance)
    {
        Reach(_flow.Sink, distance + _flow.ReducedLoss(household), household);
        int present = _flow.HomeOf[household], first = _flow.HomeNode(0);
        long own = distance + _potential[household];
        Range arcs = _problem.FirstArc[household].._problem.FirstArc[household + 1];
        ReadOnlySpan<int> homes = _problem.ArcHome.AsSpan(arcs), gains = _problem.ArcGain.AsSpan(arcs);
        for (int i = 0; i < homes.Length; i++)
        {
            // Most pairs lead nowhere: they are passed over here, where it costs least.
            int node = first + homes[i];
            long next = own - _potential[node] - gains[i];
            if (next < _distance[node] && next < _limit && homes[i] != present)
            {
                Reach(node, next, household);
            }
        }
    }

    private void LeaveVillage(int node, long distance)
    {
        int village = _flow.VillageAt(node);
        if (_flow.HasRoom(village))
        {
            Reach(_flow.Sink, distance + _potential[node] - _potential[_flow.Sink], node);
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

    /// <summary>Back from the sink: who is unplaced gets another chance, and a village gives a place back.</summary>
    private void LeaveSink(long distance)
    {
        for (int household = 0; household < _problem.Households; household++)
        {
            if (_isIn[household] && _flow.HomeOf[household] < 0)
            {
                Reach(household, distance, _flow.Sink);
            }
        }

        for (int village = 0; village < _problem.Villages; village++)
        {
            if (_flow.CountOf[village] > 0)
            {
                int node = _flow.VillageNode(village);
                Reach(node, distance + _potential[_flow.Sink] - _potential[node], _flow.Sink);
            }
        }
    }

    private void Reach(int node, long distance, int from)
    {
        if (distance >= _distance[node] || distance >= _limit)
        {
            return;
        }

        if (_distance[node] == Far)
        {
            _touched.Add(node);
        }

        (_distance[node], _parent[node]) = (distance, from);
        if (node == _target)
        {
            _limit = distance;
        }
        else
        {
            _queue.Enqueue(node, distance);
        }
    }

    private void Augment()
    {
        Stack<int> path = new();
        for (int node = _target; node >= 0; node = _parent[node])
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
