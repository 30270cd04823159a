using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// Finds the way from one point to another, with its line: for explaining a distance, and for bus lines that come without a shape. Holds scratch memory, so each
/// thread needs its own. "A" way: of several equally good ones always the same, but no rule says which.
/// </summary>
public sealed class PathSearch
{
    private const int FromStart = -1;
    private const int FromEnd = -2;

    private readonly EdgeCosts _costs;
    private readonly ArcTable _arcs;
    private readonly Label[] _labels;
    private readonly List<int> _touched = [];
    private readonly SearchHeap _heap = new();

    private PathSearch(EdgeCosts costs)
    {
        (_costs, _arcs, _labels) = (costs, costs.Graph.Arcs(costs.Mode), new Label[costs.Graph.NodeCount]);
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
    public RoadPath? Find(Connection from, Connection to)
    {
        if (!from.IsConnected || !to.IsConnected)
        {
            return null;
        }

        double best = from.Edge == to.Edge ? _costs.Between(from, to) : double.PositiveInfinity;
        Arrival arrival = Arrival.AlongTheEdge;
        Improve(Graph.EdgeStart[from.Edge], _costs.ToStart(from), FromStart, -1);
        Improve(Graph.EdgeEnd[from.Edge], _costs.ToEnd(from), FromEnd, -1);
        while (_heap.Count > 0)
        {
            SearchHeap.Entry top = _heap.Pop();
            if (top.Cost >= best)
            {
                break;
            }

            if (top.Cost > _labels[top.Node].Cost)
            {
                continue;
            }

            Arrive(top, to, ref best, ref arrival);
            foreach (Arc arc in _arcs.From(top.Node))
            {
                Improve(arc.Head, top.Cost + arc.Cost, arc.Edge, top.Node);
            }
        }

        RoadPath? path = double.IsPositiveInfinity(best) ? null : Trace(from, to, best, arrival);
        Clean();
        return path;
    }

    private void Arrive(SearchHeap.Entry top, Connection to, ref double best, ref Arrival arrival)
    {
        if (top.Node == Graph.EdgeStart[to.Edge] && top.Cost + _costs.FromStart(to) < best)
        {
            (best, arrival) = (top.Cost + _costs.FromStart(to), Arrival.ByStart);
        }

        if (top.Node == Graph.EdgeEnd[to.Edge] && top.Cost + _costs.FromEnd(to) < best)
        {
            (best, arrival) = (top.Cost + _costs.FromEnd(to), Arrival.ByEnd);
        }
    }

    private void Improve(int node, double cost, int edge, int before)
    {
        if (cost < _labels[node].Cost)
        {
            if (double.IsPositiveInfinity(_labels[node].Cost))
            {
                _touched.Add(node);
            }

            _labels[node] = new Label(cost, edge, before);
            _heap.Push(cost, 0, node);
        }
    }

    private void Clean()
    {
        foreach (int node in _touched)
        {
            _labels[node] = Label.Unseen;
        }

        _touched.Clear();
        _heap.Clear();
    }

    private RoadPath Trace(Connection from, Connection to, double best, Arrival arrival)
    {
        RoadLine line = new(Graph);
        if (arrival == Arrival.AlongTheEdge)
        {
            line.Add(from.Edge, from.AlongM, to.AlongM);
        }
        else
        {
            bool byStart = arrival == Arrival.ByStart;
            TraceTo(byStart ? Graph.EdgeStart[to.Edge] : Graph.EdgeEnd[to.Edge], from, line);
            line.Add(to.Edge, byStart ? 0 : Graph.EdgeLengthM[to.Edge], to.AlongM);
        }

        double cost = best + _costs.Straight(from) + _costs.Straight(to);
        double distance = line.Length + Exact.Steps(from.StraightM) + Exact.Steps(to.StraightM);
        return line.ToPath(Exact.Units(cost), Exact.Units(distance));
    }

    private void TraceTo(int node, Connection from, RoadLine line)
    {
        List<(int Edge, int From)> steps = [];
        for (; _labels[node].Edge >= 0; node = _labels[node].Before)
        {
            steps.Add((_labels[node].Edge, _labels[node].Before));
        }

        line.Add(from.Edge, from.AlongM, _labels[node].Edge == FromStart ? 0 : Graph.EdgeLengthM[from.Edge]);
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            (int edge, int start) = steps[i];
            double lengthM = Graph.EdgeLengthM[edge];
            bool forward = Graph.EdgeStart[edge] == start;
            line.Add(edge, forward ? 0 : lengthM, forward ? lengthM : 0);
        }
    }

    private enum Arrival
    {
        AlongTheEdge,
        ByStart,
        ByEnd,
    }

    private readonly record struct Label(double Cost, int Edge, int Before)
    {
        public static Label Unseen { get; } = new(double.PositiveInfinity, -1, -1);
    }
}
