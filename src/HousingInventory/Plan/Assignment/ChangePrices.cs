namespace HousingInventory.Plan.Assignment;

/// <summary>
/// What a change costs the whole plan. To put household h into home n costs the reduced cost of the pair and the shortest chain of moves from n back to where h
/// is: exactly the worth that is lost against solving again with the pair forced. One backward search for a household gives all its homes.
/// </summary>
public sealed class ChangePrices
{
    private const long Far = long.MaxValue;

    private readonly ResidualFlow _flow;
    private readonly AssignmentProblem _problem;
    private readonly int[] _firstOfHome;
    private readonly int[] _takerOf;
    private readonly long[] _costOf;
    private readonly long[] _leaving;
    private readonly long[] _distance;
    private readonly List<int> _touched = [];
    private readonly PriorityQueue<int, long> _queue = new();
    private long _bound;

    internal ChangePrices(ResidualFlow flow)
    {
        _flow = flow;
        _problem = flow.Problem;
        _distance = new long[flow.Sink + 1];
        Array.Fill(_distance, Far);
        _firstOfHome = new int[_problem.Homes + 1];
        foreach (int home in _problem.ArcHome)
        {
            _firstOfHome[home + 1]++;
        }

        for (int home = 0; home < _problem.Homes; home++)
        {
            _firstOfHome[home + 1] += _firstOfHome[home];
        }

        // Who can take a home, cheapest first: a search that knows how far it has to look need not look at the rest.
        _takerOf = new int[_problem.ArcHome.Length];
        _costOf = new long[_problem.ArcHome.Length];
        int[] next = _firstOfHome[..^1];
        for (int h = 0; h < _problem.Households; h++)
        {
            for (int arc = _problem.FirstArc[h]; arc < _problem.FirstArc[h + 1]; arc++)
            {
                int at = next[_problem.ArcHome[arc]]++;
                (_takerOf[at], _costOf[at]) = (h, flow.ReducedCost(h, arc));
            }
        }

        Parallel.For(0, _problem.Homes, home => Array.Sort(_costOf, _takerOf, _firstOfHome[home], _firstOfHome[home + 1] - _firstOfHome[home]));

        // A home that anybody may take, free and in a village with room, is one step from the sink. There are thousands: the cheapest for each is enough.
        _leaving = new long[_problem.Households];
        for (int h = 0; h < _problem.Households; h++)
        {
            _leaving[h] = flow.ReducedLoss(h);
            for (int arc = _problem.FirstArc[h]; arc < _problem.FirstArc[h + 1]; arc++)
            {
                _leaving[h] = IsOpen(_problem.ArcHome[arc]) ? Math.Min(_leaving[h], ToSink(h, arc)) : _leaving[h];
            }
        }
    }

    /// <summary>
    /// The cheapest other homes of a household with their prices, cheapest first, equal ones by home. A home that no chain of moves can free is left out.
    /// </summary>
    /// <param name="most">How many; the search stops when they are certain.</param>
    public IReadOnlyList<(int Home, long Price)> Of(int household, int most = int.MaxValue)
    {
        int present = _flow.HomeOf[household];
        List<(long Price, int Home)> found = [];
        _bound = Far;
        Reach(_flow.Whereabouts(household), 0);
        while (_queue.TryDequeue(out int node, out long distance))
        {
            if (distance > _bound)
            {
                break;
            }

            if (distance != _distance[node])
            {
                continue;
            }

            if (node == _flow.Sink)
            {
                for (int open = _problem.FirstArc[household]; open < _problem.FirstArc[household + 1]; open++)
                {
                    if (IsOpen(_problem.ArcHome[open]))
                    {
                        Add(found, distance + ToSink(household, open), _problem.ArcHome[open], most);
                    }
                }
            }
            else if (_flow.IsHome(node) && _flow.HomeAt(node) is int home && home != present && _problem.ArcOf(household, home) is >= 0 and int arc)
            {
                Add(found, distance + _flow.ReducedCost(household, arc), home, most);
            }

            _bound = found.Count >= most ? found[most - 1].Price : Far;

            // No chain leads through the household that is being moved.
            if (node != household)
            {
                Into(node, distance, household);
            }
        }

        _touched.ForEach(node => _distance[node] = Far);
        _touched.Clear();
        _queue.Clear();
        return [.. found.Take(most).Select(static f => (f.Home, f.Price))];
    }

    /// <summary>Whether anybody may take a home without anybody else having to move.</summary>
    private bool IsOpen(int home) => _flow.HouseholdOf[home] < 0 && _flow.HasRoom(_problem.VillageOf[home]);

    /// <summary>What it costs to go into an open home, and on through its village to the sink.</summary>
    private long ToSink(int household, int arc) =>
        _flow.ReducedCost(household, arc) + _flow.Potential[_flow.HomeNode(_problem.ArcHome[arc])] - _flow.Potential[_flow.Sink];

    private static void Add(List<(long Price, int Home)> found, long price, int home, int most)
    {
        if (found.Count == most && found[^1].CompareTo((price, home)) < 0)
        {
            return;
        }

        int at = found.BinarySearch((price, home));
        found.Insert(at < 0 ? ~at : at, (price, home));
        if (found.Count > most)
        {
            found.RemoveAt(most);
        }
    }

    private void Into(int node, long distance, int moved)
    {
        if (_flow.IsHousehold(node))
        {
            // What a household has, or that it has none, is in use: its reduced cost is 0 both ways.
            Reach(_flow.Whereabouts(node), distance);
        }
        else if (_flow.IsHome(node))
        {
            int home = _flow.HomeAt(node);
            for (int i = _firstOfHome[home]; i < _firstOfHome[home + 1] && distance + _costOf[i] <= _bound; i++)
            {
                int household = _takerOf[i];
                if (household != moved && _flow.HomeOf[household] != home)
                {
                    Reach(household, distance + _costOf[i]);
                }
            }

            if (_flow.HouseholdOf[home] >= 0)
            {
                // A village with room is nothing apart from the sink: steps between them cost nothing either way.
                int village = _problem.VillageOf[home];
                int from = _flow.HasRoom(village) ? _flow.Sink : _flow.VillageNode(village);
                Reach(from, distance + _flow.Potential[from] - _flow.Potential[node]);
            }
        }
        else if (node != _flow.Sink)
        {
            IntoVillage(node, distance);
        }
        else
        {
            IntoSink(distance, moved);
        }
    }

    /// <summary>Into a village that is full.</summary>
    private void IntoVillage(int node, long distance)
    {
        int village = _flow.VillageAt(node);
        for (int i = _flow.FirstOfVillage[village]; i < _flow.FirstOfVillage[village + 1]; i++)
        {
            int home = _flow.HomesOfVillage[i];
            if (_flow.HouseholdOf[home] < 0)
            {
                Reach(_flow.HomeNode(home), distance + _flow.Potential[_flow.HomeNode(home)] - _flow.Potential[node]);
            }
        }

        if (_flow.CountOf[village] > 0)
        {
            Reach(_flow.Sink, distance + _flow.Potential[_flow.Sink] - _flow.Potential[node]);
        }
    }

    private void IntoSink(long distance, int moved)
    {
        for (int household = 0; household < _problem.Households; household++)
        {
            if (household != moved && _flow.HomeOf[household] >= 0)
            {
                Reach(household, distance + _leaving[household]);
            }
        }
    }

    private void Reach(int node, long distance)
    {
        if (distance < _distance[node] && distance <= _bound)
        {
            if (_distance[node] == Far)
            {
                _touched.Add(node);
            }

            _distance[node] = distance;
            _queue.Enqueue(node, distance);
        }
    }
}
