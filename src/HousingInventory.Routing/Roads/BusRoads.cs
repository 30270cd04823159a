using HousingInventory.Routing.Spatial;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// The roads as a bus drives them: those for cars but tracks and ferries, one-way streets as they are, each with the speed of a bus. Bans on turns are not looked
/// at: they often except buses, and the drawing says where the bus goes. Built once, then read by any number of threads.
/// </summary>
public sealed class BusRoads
{
    private readonly RoadGraph _graph;
    private readonly double[] _busKmh;
    private readonly bool[] _isDriven;
    private readonly int[] _firstOut;
    private readonly int[] _out;
    private readonly SegmentGrid _grid;
    private readonly int[] _points;

    /// <param name="graph">The roads.</param>
    /// <param name="busKmh">Highest speed of a bus on a kind of road, km/h; the limit of the road holds too.</param>
    public BusRoads(RoadGraph graph, Func<RoadKind, double> busKmh)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(busKmh);
        _graph = graph;
        _busKmh = new double[graph.PointX.Length];
        _isDriven = new bool[graph.EdgeCount];
        Dictionary<RoadKind, double> speeds = [];
        List<(int Point, int Edge)> segments = [];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            RoadFlags flags = graph.EdgeFlags[edge];
            _isDriven[edge] = (flags & RoadFlags.Car) != 0 && (flags & RoadFlags.Ferry) == 0;
            for (int p = graph.EdgeFirstPoint[edge]; p < graph.EdgeFirstPoint[edge + 1] - 1 && _isDriven[edge]; p++)
            {
                RoadKind kind = graph.KindOf(p);
                _isDriven[edge] = kind.Class != RoadClass.Track;
                if (!speeds.TryGetValue(kind, out _busKmh[p]))
                {
                    speeds.Add(kind, _busKmh[p] = busKmh(kind));
                }
            }

            for (int p = graph.EdgeFirstPoint[edge]; p < graph.EdgeFirstPoint[edge + 1] - 1 && _isDriven[edge]; p++)
            {
                segments.Add((p, edge));
            }
        }

        // By way id, then segment, which settles ties.
        segments.Sort((a, b) => graph.RankOf(a.Point).CompareTo(graph.RankOf(b.Point)));
        _points = [.. segments.Select(s => s.Point)];
        _grid = new SegmentGrid(
            [.. segments.Select(s => new Segment(graph.PointX[s.Point], graph.PointY[s.Point], graph.PointX[s.Point + 1], graph.PointY[s.Point + 1]))], [.. segments.Select(s => s.Edge)]);
        (_firstOut, _out) = Outgoing();
    }

    /// <summary>Where a crossing lies, metres.</summary>
    public (double X, double Y) PlaceOf(int node) => (_graph.NodeX[node], _graph.NodeY[node]);

    /// <summary>The nearest place of a road within a distance; null without.</summary>
    internal RoadPlace? Nearest(double x, double y, double withinM) => Near(x, y, withinM, 1) is [RoadPlace one] ? one : null;

    /// <summary>The nearest places on different edges, in the order of way ids: of each edge its nearest.</summary>
    internal List<RoadPlace> Near(double x, double y, double withinM, int most)
    {
        List<int> hits = [];
        _grid.Within(x, y, withinM, hits);
        Dictionary<int, RoadPlace> byEdge = [];
        foreach (int hit in hits)
        {
            int p = _points[hit];
            double distance = Micrometres.FromSquare(_grid.SegmentAt(hit).SquareTo(x, y, out double t));
            int edge = _grid.LineOf(hit);
            if (!byEdge.TryGetValue(edge, out RoadPlace known) || distance < known.DistanceM)
            {
                double alongM = Exact.Units(Exact.Steps(_graph.PointM[p] + (t * (_graph.PointM[p + 1] - _graph.PointM[p]))));
                byEdge[edge] = new RoadPlace(edge, alongM, distance, hit);
            }
        }

        return [.. byEdge.Values.OrderBy(r => r.DistanceM).ThenBy(r => r.Rank).Take(most).OrderBy(r => r.Rank)];
    }

    internal double LengthM(int edge) => _graph.EdgeLengthM[edge];

    internal int Start(int traversal) => (traversal & 1) == 0 ? _graph.EdgeStart[traversal >> 1] : _graph.EdgeEnd[traversal >> 1];

    internal int End(int traversal) => (traversal & 1) == 0 ? _graph.EdgeEnd[traversal >> 1] : _graph.EdgeStart[traversal >> 1];

    internal bool MayGo(int traversal) => _isDriven[traversal >> 1]
        && (_graph.EdgeFlags[traversal >> 1] & ((traversal & 1) == 0 ? RoadFlags.CarForward : RoadFlags.CarBackward)) != 0;

    /// <summary>Traversals that leave a node, ascending.</summary>
    internal ReadOnlySpan<int> Out(int node) => _out.AsSpan(_firstOut[node].._firstOut[node + 1]);

    /// <summary>The steps of a stretch of an edge, in its direction of travel.</summary>
    internal void AddSteps(List<BusPath.Step> into, int edge, double fromM, double toM)
    {
        int first = _graph.EdgeFirstPoint[edge];
        int last = _graph.EdgeFirstPoint[edge + 1] - 1;
        List<BusPath.Step> steps = [];
        (double low, double high) = (Math.Min(fromM, toM), Math.Max(fromM, toM));
        for (int p = first; p < last; p++)
        {
            (double a, double b) = (_graph.PointM[p], _graph.PointM[p + 1]);
            if (b > a && Math.Min(b, high) > Math.Max(a, low))
            {
                BusPath.Step whole = new(
                    edge, _graph.PointX[p], _graph.PointY[p], _graph.PointX[p + 1], _graph.PointY[p + 1], Exact.Units(Exact.Steps(b) - Exact.Steps(a)),
                    Kmh(edge, p, forward: true), Kmh(edge, p, forward: false));
                steps.Add(low <= a && high >= b ? whole : whole.Cut(Math.Max(a, low) - a, Math.Min(b, high) - a));
            }
        }

        if (fromM > toM)
        {
            steps.Reverse();
            steps = steps.ConvertAll(s => s.Reversed());
        }

        into.AddRange(steps);
    }

    /// <summary>Milliseconds over a whole edge, for searching.</summary>
    internal long Milliseconds(int traversal)
    {
        List<BusPath.Step> steps = [];
        double lengthM = LengthM(traversal >> 1);
        AddSteps(steps, traversal >> 1, (traversal & 1) == 0 ? 0 : lengthM, (traversal & 1) == 0 ? lengthM : 0);
        return steps.Count == 0 ? 0 : new BusPath(steps, 0).MillisecondsBetween(0, lengthM);
    }

    private double Kmh(int edge, int point, bool forward)
    {
        if (!MayGo((edge * 2) + (forward ? 0 : 1)))
        {
            return 0;
        }

        double perM = forward ? _graph.ForwardPerM(edge, RoadMode.Car) : _graph.BackwardPerM(edge, RoadMode.Car);
        return Math.Min(Math.Round(3.6 / perM, 6), _busKmh[point]);
    }

    private (int[] First, int[] Out) Outgoing()
    {
        int[] first = new int[_graph.NodeCount + 1];
        for (int t = 0; t < _graph.EdgeCount * 2; t++)
        {
            first[Start(t) + 1] += MayGo(t) ? 1 : 0;
        }

        for (int node = 0; node < _graph.NodeCount; node++)
        {
            first[node + 1] += first[node];
        }

        int[] next = first[..^1];
        int[] all = new int[first[^1]];
        for (int t = 0; t < _graph.EdgeCount * 2; t++)
        {
            if (MayGo(t))
            {
                all[next[Start(t)]++] = t;
            }
        }

        return (first, all);
    }
}

/// <summary>A place on a road.</summary>
/// <param name="Edge">Its edge.</param>
/// <param name="AlongM">Metres from the start of the edge.</param>
/// <param name="DistanceM">Metres from the point that was asked for.</param>
/// <param name="Rank">Place of its segment in the order by way id, then segment.</param>
internal readonly record struct RoadPlace(int Edge, double AlongM, double DistanceM, int Rank);
