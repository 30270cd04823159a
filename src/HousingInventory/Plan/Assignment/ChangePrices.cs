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
    private readonly int[] _arcsOfHome;
    private readonly int[] _householdOfArc;
    private readonly long[] _distance;
    private readonly List<int> _touched = [];
    private readonly PriorityQueue<int, long> _queue = new();

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

        _arcsOfHome = new int[_problem.ArcHome.Length];
        _householdOfArc = new int[_problem.ArcHome.Length];
        int[] next = _firstOfHome[..^1];
        for (int h = 0; h < _problem.Households; h++)
        {
            for (int arc = _problem.FirstArc[h]; arc < _problem.FirstArc[h + 1]; arc++)
            {
                _householdOfArc[arc] = h;
                _arcsOfHome[next[_problem.ArcHome[arc]]++] = arc;
            }
        }
    }

    /// <summary>The cheapest other homes of a household with their prices, cheapest first, equal ones by home. A home that no chain of moves can free is left out.</summary>
    /// <param name="most">How many; the search stops when they are certain.</param>
    public IReadOnlyList<(int Home, long Price)> Of(int household, int most = int.MaxValue)
    {
        int present = _flow.HomeOf[household];
        List<(long Price, int Home)> found = [];
        Reach(_flow.Whereabouts(household), 0);
        while (_queue.TryDequeue(out int node, out long distance))
        {
            if (found.Count >= most && distance > found[most - 1].Price)
            {
                break;
            }

            if (distance != _distance[node])
            {
                continue;
            }

            if (_flow.IsHome(node) && _flow.HomeAt(node) is int home && home != present && _problem.ArcOf(household, home) is >= 0 and int arc)
            {
                (long Price, int Home) entry = (distance + _flow.ReducedCost(household, arc), home);
                int at = found.BinarySearch(entry);
                found.Insert(at < 0 ? ~at : at, entry);
            }

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
            for (int i = _firstOfHome[home]; i < _firstOfHome[home + 1]; i++)
            {
                int household = _householdOfArc[_arcsOfHome[i]];
                if (household != moved && _flow.HomeOf[household] != home)
                {
                    Reach(household, distance + _flow.ReducedCost(household, _arcsOfHome[i]));
                }
            }

            int village = _flow.VillageNode(_problem.VillageOf[home]);
            if (_flow.HouseholdOf[home] >= 0)
            {
                Reach(village, distance + _flow.Potential[village] - _flow.Potential[node]);
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
        for (int village = 0; village < _problem.Villages; village++)
        {
            if (_flow.HasRoom(village))
            {
                int node = _flow.VillageNode(village);
                Reach(node, distance + _flow.Potential[node] - _flow.Potential[_flow.Sink]);
            }
        }

        for (int household = 0; household < _problem.Households; household++)
        {
            if (household != moved && _flow.HomeOf[household] >= 0)
            {
                Reach(household, distance + _flow.ReducedLoss(household));
            }
        }
    }

    private void Reach(int node, long distance)
    {
        if (distance < _distance[node])
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
