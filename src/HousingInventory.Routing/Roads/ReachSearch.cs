using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// All targets within a walking distance of a point: the stop posts that a home can walk to. Made once for a set of targets, then asked again and again; it holds
/// scratch memory, so each thread needs its own.
/// <para>
/// Layout: what node n is near to are entries <c>_firstOfNode[n]</c> to <c>_firstOfNode[n + 1]</c> of <c>_near</c>: a target and what it costs to get there from the node.
/// <c>_node</c> and <c>_target</c> hold the costs of the search that is running, in steps of <see cref="Exact"/>, infinity when none is.
/// A search touches only the nodes within its limit and cleans up only these.
/// </para>
/// </summary>
public sealed class ReachSearch
{
    private readonly EdgeCosts _costs;
    private readonly TargetsByEdge _targets;
    private readonly int[] _firstOfNode;
    private readonly NearTarget[] _near;
    private readonly double[] _node;
    private readonly double[] _target;
    private readonly List<int> _touchedNodes = [];
    private readonly List<int> _touchedTargets = [];
    private readonly SearchBuckets _queue;

    /// <summary>Targets off the network are never reached. Of several with one id the nearest counts.</summary>
    public ReachSearch(RoadGraph graph, ReadOnlySpan<RoadTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _costs = EdgeCosts.OnFoot(graph);
        _targets = new TargetsByEdge(targets);
        _queue = new SearchBuckets(graph.Arcs(RoadMode.Foot));
        _node = new double[graph.NodeCount];
        _target = new double[_targets.All.Length];
        Array.Fill(_node, double.PositiveInfinity);
        Array.Fill(_target, double.PositiveInfinity);
        _firstOfNode = new int[graph.NodeCount + 1];
        foreach (RoadTarget target in _targets.All)
        {
            _firstOfNode[graph.EdgeStart[target.Connection.Edge] + 1]++;
            _firstOfNode[graph.EdgeEnd[target.Connection.Edge] + 1]++;
        }

        for (int node = 0; node < graph.NodeCount; node++)
        {
            _firstOfNode[node + 1] += _firstOfNode[node];
        }

        _near = new NearTarget[_firstOfNode[^1]];
        int[] next = _firstOfNode[..^1];
        for (int i = 0; i < _targets.All.Length; i++)
        {
            Connection at = _targets.All[i].Connection;
            double straight = _costs.Straight(at);
            _near[next[graph.EdgeStart[at.Edge]]++] = new NearTarget(i, _costs.FromStart(at) + straight);
            _near[next[graph.EdgeEnd[at.Edge]]++] = new NearTarget(i, _costs.FromEnd(at) + straight);
        }
    }

    /// <summary>
    /// Puts all targets within <paramref name="maxM"/> metres, inclusive, straight bits of both included, into <paramref name="into"/>, by id; each id once. The
    /// list is emptied first and stays so if the point is off the network.
    /// </summary>
    public void Within(Connection from, double maxM, List<ReachedTarget> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        if (!from.IsConnected)
        {
            return;
        }

        RoadGraph graph = _costs.Graph;
        double limit = Exact.Steps(maxM);
        double straight = _costs.Straight(from);
        ReadOnlySpan<RoadTarget> onEdge = _targets.On(from.Edge);
        for (int i = 0; i < onEdge.Length; i++)
        {
            double cost = straight + _costs.Between(from, onEdge[i].Connection) + _costs.Straight(onEdge[i].Connection);
            Reach(_targets.FirstOn(from.Edge) + i, cost, limit);
        }

        Improve(graph.EdgeStart[from.Edge], straight + _costs.ToStart(from), limit);
        Improve(graph.EdgeEnd[from.Edge], straight + _costs.ToEnd(from), limit);
        Settle(graph.Arcs(RoadMode.Foot), limit);
        Collect(into);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(ArcTable arcs, double limit)
    {
        while (_queue.Count > 0)
        {
            SearchBuckets.Entry top = _queue.Pop();
            if (top.Cost > _node[top.Node])
            {
                continue;
            }

            for (int i = _firstOfNode[top.Node]; i < _firstOfNode[top.Node + 1]; i++)
            {
                Reach(_near[i].Target, top.Cost + _near[i].Cost, limit);
            }

            foreach (Arc arc in arcs.From(top.Node))
            {
                Improve(arc.Head, top.Cost + arc.Cost, limit);
            }
        }
    }

    private void Improve(int node, double cost, double limit)
    {
        if (cost < _node[node] && cost <= limit)
        {
            if (double.IsPositiveInfinity(_node[node]))
            {
                _touchedNodes.Add(node);
            }

            _node[node] = cost;
            _queue.Push(cost, 0, node);
        }
    }

    private void Reach(int target, double cost, double limit)
    {
        if (cost < _target[target] && cost <= limit)
        {
            if (double.IsPositiveInfinity(_target[target]))
            {
                _touchedTargets.Add(target);
            }

            _target[target] = cost;
        }
    }

    /// <summary>Hands over what was reached and leaves the scratch memory clean.</summary>
    private void Collect(List<ReachedTarget> into)
    {
        foreach (int target in _touchedTargets)
        {
            into.Add(new ReachedTarget(_targets.All[target].Id, Exact.Units(_target[target])));
            _target[target] = double.PositiveInfinity;
        }

        foreach (int node in _touchedNodes)
        {
            _node[node] = double.PositiveInfinity;
        }

        _touchedTargets.Clear();
        _touchedNodes.Clear();
        into.Sort((a, b) => (a.Id, a.DistanceM).CompareTo((b.Id, b.DistanceM)));
        int kept = 0;
        for (int i = 0; i < into.Count; i++)
        {
            if (kept == 0 || into[i].Id != into[kept - 1].Id)
            {
                into[kept++] = into[i];
            }
        }

        into.RemoveRange(kept, into.Count - kept);
    }

    private readonly record struct NearTarget(int Target, double Cost);
}
