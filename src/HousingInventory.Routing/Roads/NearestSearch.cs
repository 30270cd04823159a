using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// For every place on the roads, the nearest of many targets: one search from all targets at once reaches every state, and a point looks the two ends of its edge
/// up. Cost grows with the roads, not with points times targets. Once made it is only read, by any number of threads.
/// <para>
/// Method: label correcting with all targets as sources, roughly nearest first (<see cref="SearchBuckets"/>); a label is (cost, target id), compared in that
/// order, so ties go to the smaller id wherever they arise. A cost is a sum of exact numbers and equals the true minimum to the last bit; labels do not depend on
/// the order in which nodes are met.
/// </para>
/// </summary>
public sealed class NearestSearch
{
    private readonly EdgeCosts _costs;
    private readonly TravelNet _net;
    private readonly bool _towardsTargets;
    private readonly Label[] _labels;
    private readonly double[]? _metres;
    private readonly TargetsByEdge _targets;

    private NearestSearch(EdgeCosts costs, bool towardsTargets, ReadOnlySpan<RoadTarget> targets)
    {
        (_costs, _towardsTargets) = (costs, towardsTargets);
        _targets = new TargetsByEdge(targets);

        // Looking for the way to the targets, the search runs from the targets against the traffic.
        _net = towardsTargets ? costs.Graph.ReversedNet(costs.Mode) : costs.Graph.Net(costs.Mode);
        _labels = Unreached(_net.StateCount);
        if (costs.Mode == RoadMode.Car)
        {
            _metres = new double[_net.StateCount];
        }

        SearchBuckets queue = new(_net.Arcs);
        Seed(queue);
        Settle(queue, _net.Arcs);
    }

    private RoadGraph Graph => _costs.Graph;

    /// <summary>Walking: cost is metres, and the way there is the way back.</summary>
    public static NearestSearch OnFoot(RoadGraph graph, ReadOnlySpan<RoadTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new NearestSearch(EdgeCosts.OnFoot(graph), true, targets);
    }

    /// <summary>
    /// Driving: cost is seconds, not rounded; straight bits are walked at <paramref name="metresPerMinute"/>. By default from the point to the target,
    /// else from the target to the point: one-way streets make these differ.
    /// </summary>
    public static NearestSearch ByCar(RoadGraph graph, ReadOnlySpan<RoadTarget> targets, double metresPerMinute = 80, bool towardsTargets = true)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new NearestSearch(EdgeCosts.ByCar(graph, metresPerMinute), towardsTargets, targets);
    }

    /// <summary>
    /// The nearest target of a point, straight bits of both included; <see cref="NearestTarget.Unreachable"/> if the point is off the network or no path leads to
    /// any target.
    /// </summary>
    public NearestTarget At(Connections point)
    {
        NearestTarget best = NearestTarget.Unreachable;
        foreach (Connection connection in point.Each)
        {
            NearestTarget nearest = From(connection);
            Keep(ref best, nearest with { Cost = nearest.Cost + _costs.Straight(connection), DistanceM = nearest.DistanceM + Exact.Steps(connection.StraightM) });
        }

        return best.IsReachable ? best.InUnits() : best;
    }

    /// <summary>The label of a state: the nearest target from there.</summary>
    internal NearestTarget AtState(int state) => LabelOf(state).InUnits();

    private NearestTarget From(Connection point)
    {
        double toStart = _towardsTargets ? _costs.ToStart(point) : _costs.FromStart(point);
        double toEnd = _towardsTargets ? _costs.ToEnd(point) : _costs.FromEnd(point);
        NearestTarget best = NearestTarget.Unreachable;
        double along = Exact.Steps(point.AlongM);
        Offer(ref best, _net.In(point.Edge * 2), toStart, along);
        Offer(ref best, _net.In((point.Edge * 2) + 1), toEnd, Exact.Steps(Graph.EdgeLengthM[point.Edge]) - along);
        foreach (PlacedTarget target in _targets.On(point.Edge))
        {
            // Two places on one edge need no crossing.
            Connection there = target.Connection;
            double between = _towardsTargets ? _costs.Between(point, there) : _costs.Between(there, point);
            double metres = Exact.Steps(there.StraightM) + Math.Abs(Exact.Steps(there.AlongM) - along);
            Keep(ref best, new NearestTarget(target.Id, _costs.Straight(there) + between, metres));
        }

        return best;
    }

    private static void Keep(ref NearestTarget best, NearestTarget other)
    {
        if (!double.IsPositiveInfinity(other.Cost) && (!best.IsReachable || other.IsBefore(best)))
        {
            best = other;
        }
    }

    private NearestTarget LabelOf(int state)
    {
        Label label = _labels[state];
        return double.IsPositiveInfinity(label.Cost)
            ? NearestTarget.Unreachable
            : new NearestTarget(label.Target, label.Cost, _metres is null ? label.Cost : _metres[state]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Label[] Unreached(int count)
    {
        Label[] labels = new Label[count];
        for (int node = 0; node < labels.Length; node++)
        {
            labels[node] = new Label(double.PositiveInfinity, int.MaxValue);
        }

        return labels;
    }

    private void Offer(ref NearestTarget best, ReadOnlySpan<int> states, double cost, double metres)
    {
        foreach (int state in states)
        {
            NearestTarget there = LabelOf(state);
            Keep(ref best, there with { Cost = there.Cost + cost, DistanceM = there.DistanceM + metres });
        }
    }

    private void Seed(SearchBuckets queue)
    {
        foreach (PlacedTarget target in _targets.All)
        {
            Connection at = target.Connection;
            double straight = _costs.Straight(at);
            double fromStart = _towardsTargets ? _costs.FromStart(at) : _costs.ToStart(at);
            double fromEnd = _towardsTargets ? _costs.FromEnd(at) : _costs.ToEnd(at);
            double straightM = Exact.Steps(at.StraightM);
            double alongM = Exact.Steps(at.AlongM);
            double restM = Exact.Steps(Graph.EdgeLengthM[at.Edge]) - alongM;
            Seed(queue, _net.Out((at.Edge * 2) + 1), new NearestTarget(target.Id, straight + fromStart, straightM + alongM));
            Seed(queue, _net.Out(at.Edge * 2), new NearestTarget(target.Id, straight + fromEnd, straightM + restM));
        }
    }

    private void Seed(SearchBuckets queue, int state, NearestTarget target)
    {
        if (!double.IsPositiveInfinity(target.Cost) && target.IsBefore(LabelOf(state) with { Id = _labels[state].Target }))
        {
            _labels[state] = new Label(target.Cost, target.Id);
            if (_metres is not null)
            {
                _metres[state] = target.DistanceM;
            }

            queue.Push(target.Cost, target.Id, state);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(SearchBuckets queue, ArcTable arcs)
    {
        Label[] labels = _labels;
        while (queue.Count > 0)
        {
            SearchBuckets.Entry top = queue.Pop();
            Label label = labels[top.Node];
            if (label.Cost != top.Cost || label.Target != top.Target)
            {
                continue;
            }

            foreach (ref readonly Arc arc in arcs.From(top.Node))
            {
                double cost = top.Cost + arc.Cost;
                ref Label head = ref labels[arc.Head];
                if (cost < head.Cost || (cost == head.Cost && IsBetterTie(top, arc)))
                {
                    head = new Label(cost, top.Target);
                    if (_metres is not null)
                    {
                        _metres[arc.Head] = _metres[top.Node] + LengthOf(arc);
                    }

                    queue.Push(cost, top.Target, arc.Head);
                }
            }
        }
    }

    /// <summary>At equal cost, whether coming over this arc means a smaller id or, for the same id, fewer metres.</summary>
    private bool IsBetterTie(SearchBuckets.Entry from, Arc arc)
    {
        int target = _labels[arc.Head].Target;
        return from.Target < target
            || (_metres is not null && from.Target == target && _metres[from.Node] + LengthOf(arc) < _metres[arc.Head]);
    }

    private double LengthOf(Arc arc) => arc.Along == Arc.Nothing ? 0 : Exact.Steps(Graph.EdgeLengthM[arc.Along >> 1]);

    private readonly record struct Label(double Cost, int Target);
}
