using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>
/// Proves a search right without a second search: no arc improves a label, every label is a target's own offset or comes over an arc that attains it, and no arc
/// leads from a reached node to one that is not. Labels are (cost, id), in that order. Works for any graph size.
/// </summary>
internal static class Certificate
{
    public static void Check(
        RoadGraph graph, NearestSearch search, ReadOnlySpan<RoadTarget> targets, RoadMode mode = RoadMode.Foot, bool towardsTargets = true, double straightPerM = 1)
    {
        TravelNet net = towardsTargets ? graph.ReversedNet(mode) : graph.Net(mode);
        bool[] attained = new bool[net.StateCount];
        foreach (RoadTarget target in targets)
        {
            foreach (Connection at in target.Connections.Each)
            {
                Offset(graph, net, search, target.Id, at, mode, towardsTargets, straightPerM, attained);
            }
        }

        for (int state = 0; state < net.StateCount; state++)
        {
            (double cost, int id) = Label(search, state);
            foreach (Arc arc in net.Arcs.From(state))
            {
                (double headCost, int headId) = Label(search, arc.Head);
                Assert.True((headCost, headId).CompareTo((cost + arc.Cost, id)) <= 0, "An arc improves a label.");
                attained[arc.Head] |= (headCost, headId) == (cost + arc.Cost, id);
                Assert.False(!double.IsPositiveInfinity(cost) && double.IsPositiveInfinity(headCost), "An arc leads out of what was reached.");
            }
        }

        for (int state = 0; state < net.StateCount; state++)
        {
            Assert.True(attained[state] || double.IsPositiveInfinity(Label(search, state).Cost), "A label comes from nowhere.");
        }
    }

    private static void Offset(
        RoadGraph graph, TravelNet net, NearestSearch search, int id, Connection at, RoadMode mode, bool towardsTargets, double straightPerM, bool[] attained)
    {
        double straight = Exact.Steps(at.StraightM * straightPerM);
        double restM = Exact.Units(Exact.Steps(graph.EdgeLengthM[at.Edge]) - Exact.Steps(at.AlongM));
        (double atStartPerM, double atEndPerM) = towardsTargets
            ? (graph.ForwardPerM(at.Edge, mode), graph.BackwardPerM(at.Edge, mode))
            : (graph.BackwardPerM(at.Edge, mode), graph.ForwardPerM(at.Edge, mode));
        Check(net.Out((at.Edge * 2) + 1), at.AlongM == 0 ? straight : straight + Exact.Steps(at.AlongM * atStartPerM));
        Check(net.Out(at.Edge * 2), restM == 0 ? straight : straight + Exact.Steps(restM * atEndPerM));

        void Check(int state, double cost)
        {
            (double, int) label = Label(search, state);
            (double, int) offered = (cost, double.IsPositiveInfinity(cost) ? int.MaxValue : id);
            Assert.True(label.CompareTo(offered) <= 0, "A target is nearer than the label says.");
            attained[state] |= label == offered;
        }
    }

    private static (double Cost, int Id) Label(NearestSearch search, int state)
    {
        NearestTarget nearest = search.AtState(state);
        return nearest.IsReachable ? (Exact.Steps(nearest.Cost), nearest.Id) : (double.PositiveInfinity, int.MaxValue);
    }
}
