using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// For every place on the foot network, the k nearest of many targets, for k different ids. Once made it is only read, by any number of threads.
/// <para>
/// Layout: the labels of state n are <c>_labels[n * k]</c> onwards, <c>_counts[n]</c> of them, nearest first. Method: as <see cref="NearestSearch"/>, but a state is
/// settled up to k times, each time for another id; further targets cannot be among the k nearest of anything behind it.
/// </para>
/// </summary>
public sealed class KNearestSearch
{
    private readonly EdgeCosts _costs;
    private readonly TravelNet _net;
    private readonly int _k;
    private readonly int[] _counts;
    private readonly NearestTarget[] _labels;
    private readonly TargetsByEdge _targets;

    private KNearestSearch(RoadGraph graph, ReadOnlySpan<RoadTarget> targets, int k)
    {
        (_costs, _net, _k) = (EdgeCosts.OnFoot(graph), graph.Net(RoadMode.Foot), k);
        _targets = new TargetsByEdge(targets);
        _counts = new int[_net.StateCount];
        _labels = new NearestTarget[(long)_net.StateCount * k];
        Search();
    }

    /// <summary>Walking: cost is metres. <paramref name="k"/> is 1 or more.</summary>
    public static KNearestSearch OnFoot(RoadGraph graph, ReadOnlySpan<RoadTarget> targets, int k)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        return new KNearestSearch(graph, targets, k);
    }

    /// <summary>
    /// The k nearest targets of a point, nearest first, equally near ones by id, straight bits of both included; fewer if fewer can be reached, none if the point
    /// is off the network.
    /// </summary>
    public NearestTarget[] At(Connections point)
    {
        List<NearestTarget> nearest = new(_k + 1);
        foreach (Connection connection in point.Each)
        {
            double straight = _costs.Straight(connection);
            OfferAll(nearest, _net.In(connection.Edge * 2), straight + _costs.ToStart(connection));
            OfferAll(nearest, _net.In((connection.Edge * 2) + 1), straight + _costs.ToEnd(connection));
            foreach (PlacedTarget target in _targets.On(connection.Edge))
            {
                Offer(nearest, target.Id, straight + _costs.Straight(target.Connection) + _costs.Between(connection, target.Connection));
            }
        }

        return [.. nearest.Select(n => n.InUnits())];
    }

    /// <summary>The k-th nearest target; <see cref="NearestTarget.Unreachable"/> if fewer than k can be reached.</summary>
    public NearestTarget KthAt(Connections point)
    {
        NearestTarget[] nearest = At(point);
        return nearest.Length == _k ? nearest[^1] : NearestTarget.Unreachable;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Search()
    {
        SearchHeap heap = new();
        foreach (PlacedTarget target in _targets.All)
        {
            Connection at = target.Connection;
            Push(heap, _costs.Straight(at) + _costs.FromStart(at), target.Id, _net.Out((at.Edge * 2) + 1));
            Push(heap, _costs.Straight(at) + _costs.FromEnd(at), target.Id, _net.Out(at.Edge * 2));
        }

        ArcTable arcs = _net.Arcs;
        while (heap.Count > 0)
        {
            SearchHeap.Entry top = heap.Pop();
            if (!IsOpenTo(top.Node, top.Target))
            {
                continue;
            }

            _labels[((long)top.Node * _k) + _counts[top.Node]++] = new NearestTarget(top.Target, top.Cost, top.Cost);
            foreach (Arc arc in arcs.From(top.Node))
            {
                Push(heap, top.Cost + arc.Cost, top.Target, arc.Head);
            }
        }
    }

    private void Push(SearchHeap heap, double cost, int target, int node)
    {
        if (!double.IsPositiveInfinity(cost) && IsOpenTo(node, target))
        {
            heap.Push(cost, target, node);
        }
    }

    private bool IsOpenTo(int node, int target)
    {
        foreach (NearestTarget label in LabelsOf(node))
        {
            if (label.Id == target)
            {
                return false;
            }
        }

        return _counts[node] < _k;
    }

    private ReadOnlySpan<NearestTarget> LabelsOf(int node) => new(_labels, node * _k, _counts[node]);

    private void OfferAll(List<NearestTarget> nearest, ReadOnlySpan<int> states, double cost)
    {
        foreach (int state in states)
        {
            foreach (NearestTarget label in LabelsOf(state))
            {
                Offer(nearest, label.Id, label.Cost + cost);
            }
        }
    }

    /// <summary>Keeps the list sorted, at most k long, and each id in it once.</summary>
    private void Offer(List<NearestTarget> nearest, int id, double cost)
    {
        NearestTarget offered = new(id, cost, cost);
        int known = nearest.FindIndex(n => n.Id == id);
        if (double.IsPositiveInfinity(cost) || (known >= 0 && !offered.IsBefore(nearest[known])))
        {
            return;
        }

        if (known >= 0)
        {
            nearest.RemoveAt(known);
        }

        int at = nearest.FindIndex(offered.IsBefore);
        nearest.Insert(at >= 0 ? at : nearest.Count, offered);
        if (nearest.Count > _k)
        {
            nearest.RemoveAt(_k);
        }
    }
}
