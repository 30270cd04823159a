using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// Finds the way from one point to another, with its line: for explaining a distance, and for bus lines that come without a shape. Holds scratch memory, so each
/// thread needs its own. "A" way: of several equally good ones always the same, but no rule says which.
/// </summary>
public sealed class PathSearch
{
    private readonly EdgeCosts _costs;
    private readonly TravelNet _net;
    private readonly Label[] _labels;
    private readonly List<int> _touched = [];
    private readonly SearchHeap _heap = new();

    private PathSearch(EdgeCosts costs)
    {
        (_costs, _net) = (costs, costs.Graph.Net(costs.Mode));
        _labels = new Label[_net.StateCount];
        Array.Fill(_labels, Label.Unseen);
    }

    private RoadGraph Graph => _costs.Graph;

    /// <summary>Shortest ways on foot.</summary>
    public static PathSearch OnFoot(RoadGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new PathSearch(EdgeCosts.OnFoot(graph));
    }

    /// <summary>Quickest ways by car; straight bits are walked at <paramref name="metresPerMinute"/>.</summary>
    public static PathSearch ByCar(RoadGraph graph, double metresPerMinute = 80)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new PathSearch(EdgeCosts.ByCar(graph, metresPerMinute));
    }

    /// <summary>The way from one point to another; null if either is off the network or no way leads there. The search ends as soon as the way is certain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RoadPath? Find(Connections from, Connections to)
    {
        Arrival best = AlongOneEdge(from, to);
        List<Arrival> arrivals = Arrivals(to);
        for (int i = 0; i < from.Each.Length; i++)
        {
            Connection at = from.Each[i];
            double straight = _costs.Straight(at);
            Improve(_net.Out((at.Edge * 2) + 1), straight + _costs.ToStart(at), Label.Leaving(i, (at.Edge * 2) + 1));
            Improve(_net.Out(at.Edge * 2), straight + _costs.ToEnd(at), Label.Leaving(i, at.Edge * 2));
        }

        while (_heap.Count > 0)
        {
            SearchHeap.Entry top = _heap.Pop();
            if (top.Cost >= best.Cost)
            {
                break;
            }

            if (top.Cost > _labels[top.Node].Cost)
            {
                continue;
            }

            foreach (Arrival arrival in arrivals)
            {
                if (arrival.State == top.Node && top.Cost + arrival.Cost < best.Cost)
                {
                    best = arrival with { Cost = top.Cost + arrival.Cost };
                }
            }

            foreach (Arc arc in _net.Arcs.From(top.Node))
            {
                Improve(arc.Head, top.Cost + arc.Cost, new Label(0, arc.Along, top.Node));
            }
        }

        RoadPath? path = double.IsPositiveInfinity(best.Cost) ? null : Trace(from, to, best);
        Clean();
        return path;
    }

    /// <summary>Two places on one edge need no crossing.</summary>
    private Arrival AlongOneEdge(Connections from, Connections to)
    {
        Arrival best = new(Arrival.NoState, double.PositiveInfinity, 0, 0, 0);
        for (int i = 0; i < from.Each.Length; i++)
        {
            for (int j = 0; j < to.Each.Length; j++)
            {
                (Connection a, Connection b) = (from.Each[i], to.Each[j]);
                double cost = a.Edge == b.Edge ? _costs.Straight(a) + _costs.Between(a, b) + _costs.Straight(b) : double.PositiveInfinity;
                best = cost < best.Cost ? new Arrival(Arrival.NoState, cost, i, j, 0) : best;
            }
        }

        return best;
    }

    private List<Arrival> Arrivals(Connections to)
    {
        List<Arrival> arrivals = [];
        for (int j = 0; j < to.Each.Length; j++)
        {
            Connection at = to.Each[j];
            foreach (int state in _net.In(at.Edge * 2))
            {
                arrivals.Add(new Arrival(state, _costs.FromStart(at) + _costs.Straight(at), 0, j, at.Edge * 2));
            }

            foreach (int state in _net.In((at.Edge * 2) + 1))
            {
                arrivals.Add(new Arrival(state, _costs.FromEnd(at) + _costs.Straight(at), 0, j, (at.Edge * 2) + 1));
            }
        }

        return arrivals;
    }

    private void Improve(int state, double cost, Label label)
    {
        if (cost < _labels[state].Cost)
        {
            if (double.IsPositiveInfinity(_labels[state].Cost))
            {
                _touched.Add(state);
            }

            _labels[state] = label with { Cost = cost };
            _heap.Push(cost, 0, state);
        }
    }

    private void Clean()
    {
        foreach (int state in _touched)
        {
            _labels[state] = Label.Unseen;
        }

        _touched.Clear();
        _heap.Clear();
    }

    private RoadPath Trace(Connections from, Connections to, Arrival arrival)
    {
        RoadLine line = new(Graph);
        Connection end = to.Each[arrival.To];
        Connection start;
        if (arrival.State == Arrival.NoState)
        {
            start = from.Each[arrival.From];
            line.Add(start.Edge, start.AlongM, end.AlongM);
        }
        else
        {
            start = TraceTo(arrival.State, from, line);
            line.Add(end.Edge, (arrival.Along & 1) == 0 ? 0 : Graph.EdgeLengthM[end.Edge], end.AlongM);
        }

        double distance = line.Length + Exact.Steps(start.StraightM) + Exact.Steps(end.StraightM);
        return line.ToPath(Exact.Units(arrival.Cost), Exact.Units(distance));
    }

    /// <summary>Draws the way to a state and returns where it began.</summary>
    private Connection TraceTo(int state, Connections from, RoadLine line)
    {
        List<int> steps = [];
        for (; !_labels[state].IsLeaving; state = _labels[state].Before)
        {
            if (_labels[state].Along != Arc.Nothing)
            {
                steps.Add(_labels[state].Along);
            }
        }

        Connection start = from.Each[_labels[state].Connection];
        line.Add(start.Edge, start.AlongM, (_labels[state].Along & 1) == 0 ? Graph.EdgeLengthM[start.Edge] : 0);
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            double lengthM = Graph.EdgeLengthM[steps[i] >> 1];
            bool forward = (steps[i] & 1) == 0;
            line.Add(steps[i] >> 1, forward ? 0 : lengthM, forward ? lengthM : 0);
        }

        return start;
    }

    /// <summary>A way to get to the place: from a state (<see cref="NoState"/>: along one edge) over a traversal to one of its connections.</summary>
    private readonly record struct Arrival(int State, double Cost, int From, int To, int Along)
    {
        public const int NoState = -1;
    }

    /// <summary>How a state was reached: over a traversal from the state before, or from a connection of the point, whose number is then stored as ~Before.</summary>
    private readonly record struct Label(double Cost, int Along, int Before)
    {
        public static Label Unseen { get; } = new(double.PositiveInfinity, Arc.Nothing, 0);

        public bool IsLeaving => Before < 0;

        public int Connection => ~Before;

        public static Label Leaving(int connection, int along) => new(0, along, ~connection);
    }
}
