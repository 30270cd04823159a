namespace HousingInventory.Routing.Roads;

/// <summary>
/// Ways of a bus from one place to another, or from some places to all that lie near: the shortest by metres within a limit, or the quickest. Ties go to the smaller crossing, then the smaller edge. Holds
/// scratch memory, so each thread needs its own.
/// </summary>
public sealed class BusSearch(BusRoads roads, bool isQuickest = false)
{
    private readonly Dictionary<int, (double Cost, double Metres, int By, int Source)> _labels = [];
    private readonly PriorityQueue<int, (double Cost, int Node)> _queue = new();
    private readonly Dictionary<int, double> _costs = [];
    private RoadPlace[] _sources = [default];

    /// <summary>The quickest way by bus between two points; null where either is off the roads or none leads there.</summary>
    public BusPath? Find((double X, double Y) from, (double X, double Y) to, double withinM, double limitM = double.PositiveInfinity)
    {
        if (roads.Nearest(from.X, from.Y, withinM) is not { } a || roads.Nearest(to.X, to.Y, withinM) is not { } b)
        {
            return null;
        }

        From(a, limitM);
        return To(b, out double metres) && metres <= limitM ? Path(b) : null;
    }

    /// <summary>Searches from the nearest roads of some points to everything within a limit; each crossing belongs to the point from which it costs least.</summary>
    public void Spread(IReadOnlyList<(double X, double Y)> from, double withinM, double limitM)
    {
        RoadPlace?[] places = [.. from.Select(f => roads.Nearest(f.X, f.Y, withinM))];
        Search([.. places.Select(p => p ?? new RoadPlace(-1, 0, 0, 0))], limitM);
    }

    /// <summary>Crossings that the last search reached, ascending, with metres and the number of the point that they belong to.</summary>
    public IEnumerable<(int Node, double Metres, int Source)> ReachedFrom => _labels.OrderBy(l => l.Key).Select(l => (l.Key, l.Value.Metres, l.Value.Source));

    /// <summary>The way to a crossing that the last search reached.</summary>
    public BusPath PathTo(int node)
    {
        List<BusPath.Step> steps = [];
        Trace(node, steps);
        return new BusPath(steps, 0);
    }

    /// <summary>Searches from a place.</summary>
    internal void From(RoadPlace from, double limitM) => Search([from], limitM);

    private void Search(RoadPlace[] sources, double limitM)
    {
        _sources = sources;
        _labels.Clear();
        _queue.Clear();
        for (int source = 0; source < sources.Length; source++)
        {
            if (sources[source] is { Edge: >= 0 } from)
            {
                Leave(from.Edge * 2, roads.LengthM(from.Edge) - from.AlongM, source, limitM);
                Leave((from.Edge * 2) + 1, from.AlongM, source, limitM);
            }
        }

        while (_queue.TryDequeue(out int node, out (double Cost, int Node) at))
        {
            (double cost, double metres, _, int source) = _labels[node];
            if (at.Cost > cost)
            {
                continue;
            }

            foreach (int traversal in roads.Out(node))
            {
                double lengthM = roads.LengthM(traversal >> 1);
                Improve(roads.End(traversal), Add(cost, CostOf(traversal, lengthM)), Add(metres, lengthM), traversal, source, limitM);
            }
        }
    }

    /// <summary>Whether the last search gets to a place, and the metres of the way that it found.</summary>
    internal bool To(RoadPlace to, out double metres) => Best(to, out metres) is not NoWay;

    /// <summary>The way to a place.</summary>
    internal BusPath Path(RoadPlace to)
    {
        List<BusPath.Step> steps = [];
        AddPath(to, steps);
        return new BusPath(steps, 0);
    }

    /// <summary>Adds the steps of the way to a place.</summary>
    internal void AddPath(RoadPlace to, List<BusPath.Step> steps)
    {
        int way = Best(to, out _);
        if (way == AlongOneEdge)
        {
            roads.AddSteps(steps, to.Edge, _sources[0].AlongM, to.AlongM);
        }
        else if (way != NoWay)
        {
            Trace(roads.Start(way), steps);
            roads.AddSteps(steps, to.Edge, (way & 1) == 0 ? 0 : roads.LengthM(to.Edge), to.AlongM);
        }
    }

    private const int NoWay = -1;
    private const int AlongOneEdge = -2;

    /// <summary>The traversal by which a place is entered.</summary>
    private int Best(RoadPlace to, out double metres)
    {
        int best = NoWay;
        double least = double.PositiveInfinity;
        metres = double.PositiveInfinity;
        RoadPlace from = _sources[0];
        if (to.Edge == from.Edge && roads.MayGo((to.Edge * 2) + (to.AlongM >= from.AlongM ? 0 : 1)))
        {
            metres = Math.Abs(to.AlongM - from.AlongM);
            (best, least) = (AlongOneEdge, CostOf((to.Edge * 2) + (to.AlongM >= from.AlongM ? 0 : 1), metres));
        }

        for (int side = 0; side < 2; side++)
        {
            int traversal = (to.Edge * 2) + side;
            double lengthM = side == 0 ? to.AlongM : roads.LengthM(to.Edge) - to.AlongM;
            if (roads.MayGo(traversal) && _labels.TryGetValue(roads.Start(traversal), out (double Cost, double Metres, int By, int Source) label)
                && Add(label.Cost, CostOf(traversal, lengthM)) < least)
            {
                (best, least, metres) = (traversal, Add(label.Cost, CostOf(traversal, lengthM)), Add(label.Metres, lengthM));
            }
        }

        return best;
    }

    private void Leave(int traversal, double lengthM, int source, double limitM)
    {
        if (roads.MayGo(traversal))
        {
            Improve(roads.End(traversal), CostOf(traversal, lengthM), lengthM, ~traversal, source, limitM);
        }
    }

    private void Improve(int node, double cost, double metres, int by, int source, double limitM)
    {
        if (metres <= limitM && (!_labels.TryGetValue(node, out (double Cost, double Metres, int By, int Source) known) || cost < known.Cost))
        {
            _labels[node] = (cost, metres, by, source);
            _queue.Enqueue(node, (cost, node));
        }
    }

    private void Trace(int node, List<BusPath.Step> steps)
    {
        List<int> back = [];
        int by = _labels[node].By;
        for (; by >= 0; by = _labels[roads.Start(by)].By)
        {
            back.Add(by);
        }

        RoadPlace from = _sources[_labels[node].Source];
        roads.AddSteps(steps, from.Edge, from.AlongM, (~by & 1) == 0 ? roads.LengthM(from.Edge) : 0);
        for (int i = back.Count - 1; i >= 0; i--)
        {
            double lengthM = roads.LengthM(back[i] >> 1);
            roads.AddSteps(steps, back[i] >> 1, (back[i] & 1) == 0 ? 0 : lengthM, (back[i] & 1) == 0 ? lengthM : 0);
        }
    }

    /// <summary>Metres, or milliseconds of the whole edge by share.</summary>
    private double CostOf(int traversal, double lengthM)
    {
        if (!isQuickest)
        {
            return lengthM;
        }

        if (!_costs.TryGetValue(traversal, out double whole))
        {
            _costs.Add(traversal, whole = roads.Milliseconds(traversal));
        }

        double edgeM = roads.LengthM(traversal >> 1);
        return edgeM > 0 ? Math.Round(whole * lengthM / edgeM) : 0;
    }

    private static double Add(double a, double b) => Exact.Units(Exact.Steps(a) + Exact.Steps(b));
}
