using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>
/// Distances between points the slow way, straight from the ways: every vertex and every connected point is a node, edges are split where points connect, and
/// Floyd and Warshall's three loops do the rest. Shares nothing with the search but the connections, which <see cref="EdgeIndexTests"/> checks by themselves.
/// The ways must be added in the order of their ids.
/// </summary>
internal sealed class RoadOracle
{
    private readonly RoadGraph _graph;
    private readonly RoadWays _ways;
    private readonly RoadMode _mode;
    private readonly double _straightPerM;
    private readonly Dictionary<(long Node, int End), int> _nodes = [];
    private readonly Connection[] _points;
    private readonly int[][] _ofPoint;
    private readonly List<(int From, int To, double Cost, double StepM)> _arcs = [];
    private readonly double[,] _cost;
    private readonly double[,] _metres;

    public RoadOracle(RoadGraph graph, RoadWays ways, RoadMode mode, IReadOnlyList<Connections> points, double straightPerM = 1)
    {
        (_graph, _ways, _mode, _straightPerM) = (graph, ways, mode, straightPerM);
        List<Connection> all = [];
        _ofPoint = [.. points.Select(p => Enumerable.Range(all.Count, Added(all, p)).ToArray())];
        _points = [.. all];
        for (int way = 0; way < ways.Count; way++)
        {
            for (int p = ways.FirstPoint[way]; p < ways.FirstPoint[way + 1] - 1; p++)
            {
                AddSegment(way, p);
            }
        }

        int count = _points.Length + _nodes.Count;
        (_cost, _metres) = (new double[count, count], new double[count, count]);
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < count; b++)
            {
                _cost[a, b] = a == b ? 0 : double.PositiveInfinity;
            }
        }

        foreach ((int from, int to, double cost, double stepM) in _arcs)
        {
            Improve(from, to, cost, stepM);
        }

        for (int via = 0; via < count; via++)
        {
            for (int a = 0; a < count; a++)
            {
                for (int b = 0; b < count; b++)
                {
                    Improve(a, b, _cost[a, via] + _cost[via, b], _metres[a, via] + _metres[via, b]);
                }
            }
        }
    }

    /// <summary>Cost from one point to another, straight bits included; infinity where there is no way.</summary>
    public double Between(int from, int to) => Best(from, to).Cost;

    /// <summary>Metres of that way; of equally quick ones the shortest.</summary>
    public double MetresBetween(int from, int to) => Best(from, to).Metres;

    /// <summary>Every connection of one with every connection of the other.</summary>
    private (double Cost, double Metres) Best(int from, int to)
    {
        (double Cost, double Metres) best = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (int a in _ofPoint[from])
        {
            foreach (int b in _ofPoint[to])
            {
                double straightM = _points[a].StraightM + _points[b].StraightM;
                (double cost, double metres) = (_cost[a, b] + (straightM * _straightPerM), _metres[a, b] + straightM);
                best = cost < best.Cost - 1e-9 || (cost < best.Cost + 1e-9 && metres < best.Metres) ? (cost, metres) : best;
            }
        }

        return best;
    }

    private static int Added(List<Connection> all, Connections point)
    {
        all.AddRange(point.Each);
        return point.Each.Length;
    }

    private void Improve(int from, int to, double cost, double metres)
    {
        if (cost < _cost[from, to] - 1e-9 || (cost < _cost[from, to] + 1e-9 && metres < _metres[from, to]))
        {
            (_cost[from, to], _metres[from, to]) = (cost, metres);
        }
    }

    private void AddSegment(int way, int p)
    {
        RoadTraits traits = _ways.Traits[way];
        (double forwardPerM, double backwardPerM) = _mode == RoadMode.Foot
            ? (Allowed(RoadFlags.Foot, 1), Allowed(RoadFlags.Foot, 1))
            : (Allowed(RoadFlags.CarForward, 3.6 / traits.ForwardKmh), Allowed(RoadFlags.CarBackward, 3.6 / traits.BackwardKmh));
        double lengthM = Math.Sqrt(Math.Pow(_ways.X[p + 1] - _ways.X[p], 2) + Math.Pow(_ways.Y[p + 1] - _ways.Y[p], 2));
        List<(double M, int Node)> stops = [(0, NodeOf(p, p * 2)), (lengthM, NodeOf(p + 1, (p * 2) + 1))];
        for (int i = 0; i < _points.Length; i++)
        {
            if (OffsetOn(i, p) is { } offsetM)
            {
                stops.Add((offsetM, i));
            }
        }

        stops.Sort();
        for (int i = 1; i < stops.Count; i++)
        {
            double stepM = stops[i].M - stops[i - 1].M;
            Link(stops[i - 1].Node, stops[i].Node, stepM, forwardPerM);
            Link(stops[i].Node, stops[i - 1].Node, stepM, backwardPerM);
        }

        double Allowed(RoadFlags flag, double perM) => (traits.Flags & flag) != 0 ? perM : double.PositiveInfinity;
    }

    /// <summary>Who stands at a crossing is on all its roads.</summary>
    private void Link(int from, int to, double stepM, double perM)
    {
        if (stepM < 1e-7 && Math.Min(from, to) < _points.Length)
        {
            _arcs.Add((from, to, 0, 0));
        }
        else if (!double.IsPositiveInfinity(perM))
        {
            _arcs.Add((from, to, stepM * perM, stepM));
        }
    }

    private double? OffsetOn(int point, int segment)
    {
        Connection at = _points[point];

        int p = _graph.EdgeFirstPoint[at.Edge];
        int last = _graph.EdgeFirstPoint[at.Edge + 1] - 1;
        while (p < last - 1 && _graph.PointM[p + 1] < at.AlongM)
        {
            p++;
        }

        if (_graph.RankOf(p) != segment)
        {
            return null;
        }

        bool turned = _graph.PointX[p] != _ways.X[segment] || _graph.PointY[p] != _ways.Y[segment];
        return turned ? _graph.PointM[p + 1] - at.AlongM : at.AlongM - _graph.PointM[p];
    }

    /// <summary>Where somebody is stopped, every end of a way is a node of its own, and those who may pass are linked.</summary>
    private int NodeOf(int p, int end)
    {
        long node = _ways.NodeIds[p];
        bool isBlocked = _ways.Blocks.TryGetValue(node, out RoadFlags blocked);
        RoadFlags me = _mode == RoadMode.Foot ? RoadFlags.Foot : RoadFlags.Car;
        return !isBlocked || (blocked & me) == 0 ? Number((node, -1)) : Number((node, end));
    }

    private int Number((long, int) key)
    {
        if (!_nodes.TryGetValue(key, out int number))
        {
            number = _points.Length + _nodes.Count;
            _nodes.Add(key, number);
        }

        return number;
    }
}
