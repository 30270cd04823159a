using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// All targets within a walking distance of a point: the stop posts that a home can walk to. Made once for a set of targets, then asked again and again; it holds
/// scratch memory, so each thread needs its own.
/// <para>
/// Layout: what state n is near to are entries <c>_firstOfState[n]</c> to <c>_firstOfState[n + 1]</c> of <c>_near</c>: a target and what it costs to get there.
/// <c>_state</c> and <c>_target</c> hold the costs of the search that is running, in steps of <see cref="Exact"/>, infinity when none is.
/// A search touches only the states within its limit and cleans up only these.
/// </para>
/// </summary>
public sealed class ReachSearch
{
    private readonly EdgeCosts _costs;
    private readonly TravelNet _net;
    private readonly TargetsByEdge _targets;
    private readonly int[] _firstOfState;
    private readonly NearTarget[] _near;
    private readonly double[] _state;
    private readonly double[] _target;
    private readonly List<int> _touchedStates = [];
    private readonly List<int> _touchedTargets = [];
    private readonly SearchBuckets _queue;

    /// <summary>Targets off the network are never reached. Of several with one id the nearest counts.</summary>
    public ReachSearch(RoadGraph graph, ReadOnlySpan<RoadTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_costs, _net) = (EdgeCosts.OnFoot(graph), graph.Net(RoadMode.Foot));
        _targets = new TargetsByEdge(targets);
        _queue = new SearchBuckets(_net.Arcs);
        _state = new double[_net.StateCount];
        _target = new double[_targets.All.Length];
        Array.Fill(_state, double.PositiveInfinity);
        Array.Fill(_target, double.PositiveInfinity);
        _firstOfState = new int[_net.StateCount + 1];
        foreach (PlacedTarget target in _targets.All)
        {
            foreach (int state in BothSides(target.Connection))
            {
                _firstOfState[state + 1]++;
            }
        }

        for (int state = 0; state < _net.StateCount; state++)
        {
            _firstOfState[state + 1] += _firstOfState[state];
        }

        _near = new NearTarget[_firstOfState[^1]];
        int[] next = _firstOfState[..^1];
        for (int i = 0; i < _targets.All.Length; i++)
        {
            Connection at = _targets.All[i].Connection;
            double straight = _costs.Straight(at);
            foreach (int state in _net.In(at.Edge * 2))
            {
                _near[next[state]++] = new NearTarget(i, _costs.FromStart(at) + straight);
            }

            foreach (int state in _net.In((at.Edge * 2) + 1))
            {
                _near[next[state]++] = new NearTarget(i, _costs.FromEnd(at) + straight);
            }
        }
    }

    /// <summary>
    /// Puts all targets within <paramref name="maxM"/> metres, inclusive, straight bits of both included, into <paramref name="into"/>, by id; each id once. The
    /// list is emptied first and stays so if the point is off the network.
    /// </summary>
    public void Within(Connections from, double maxM, List<ReachedTarget> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        double limit = Exact.Steps(maxM);
        foreach (Connection connection in from.Each)
        {
            double straight = _costs.Straight(connection);
            ReadOnlySpan<PlacedTarget> onEdge = _targets.On(connection.Edge);
            for (int i = 0; i < onEdge.Length; i++)
            {
                double cost = straight + _costs.Between(connection, onEdge[i].Connection) + _costs.Straight(onEdge[i].Connection);
                Reach(_targets.FirstOn(connection.Edge) + i, cost, limit);
            }

            Improve(_net.Out((connection.Edge * 2) + 1), straight + _costs.ToStart(connection), limit);
            Improve(_net.Out(connection.Edge * 2), straight + _costs.ToEnd(connection), limit);
        }

        Settle(_net.Arcs, limit);
        Collect(into);
    }

    private IEnumerable<int> BothSides(Connection at) => [.. _net.In(at.Edge * 2), .. _net.In((at.Edge * 2) + 1)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(ArcTable arcs, double limit)
    {
        while (_queue.Count > 0)
        {
            SearchBuckets.Entry top = _queue.Pop();
            if (top.Cost > _state[top.Node])
            {
                continue;
            }

            for (int i = _firstOfState[top.Node]; i < _firstOfState[top.Node + 1]; i++)
            {
                Reach(_near[i].Target, top.Cost + _near[i].Cost, limit);
            }

            foreach (Arc arc in arcs.From(top.Node))
            {
                Improve(arc.Head, top.Cost + arc.Cost, limit);
            }
        }
    }

    private void Improve(int state, double cost, double limit)
    {
        if (cost < _state[state] && cost <= limit)
        {
            if (double.IsPositiveInfinity(_state[state]))
            {
                _touchedStates.Add(state);
            }

            _state[state] = cost;
            _queue.Push(cost, 0, state);
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

        foreach (int state in _touchedStates)
        {
            _state[state] = double.PositiveInfinity;
        }

        _touchedTargets.Clear();
        _touchedStates.Clear();
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
