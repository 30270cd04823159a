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
        ArcTable arcs = towardsTargets ? graph.ReversedArcs(mode) : graph.Arcs(mode);
        bool[] attained = new bool[graph.NodeCount];
        foreach (RoadTarget target in targets)
        {
            if (target.Connection.IsConnected)
            {
                Offset(graph, search, target, mode, towardsTargets, straightPerM, attained);
            }
        }

        for (int node = 0; node < graph.NodeCount; node++)
        {
            (double cost, int id) = Label(search, node);
            foreach (Arc arc in arcs.From(node))
            {
                (double headCost, int headId) = Label(search, arc.Head);
                Assert.True((headCost, headId).CompareTo((cost + arc.Cost, id)) <= 0, "An arc improves a label.");
                attained[arc.Head] |= (headCost, headId) == (cost + arc.Cost, id);
                Assert.False(!double.IsPositiveInfinity(cost) && double.IsPositiveInfinity(headCost), "An arc leads out of what was reached.");
            }
        }

        for (int node = 0; node < graph.NodeCount; node++)
        {
            Assert.True(attained[node] || double.IsPositiveInfinity(Label(search, node).Cost), "A label comes from nowhere.");
        }
    }

    private static void Offset(
        RoadGraph graph, NearestSearch search, RoadTarget target, RoadMode mode, bool towardsTargets, double straightPerM, bool[] attained)
    {
        Connection at = target.Connection;
        double straight = Exact.Steps(at.StraightM * straightPerM);
        double restM = Exact.Units(Exact.Steps(graph.EdgeLengthM[at.Edge]) - Exact.Steps(at.AlongM));
        (double atStartPerM, double atEndPerM) = towardsTargets
            ? (graph.ForwardPerM(at.Edge, mode), graph.BackwardPerM(at.Edge, mode))
            : (graph.BackwardPerM(at.Edge, mode), graph.ForwardPerM(at.Edge, mode));
        Check(graph.EdgeStart[at.Edge], at.AlongM == 0 ? straight : straight + Exact.Steps(at.AlongM * atStartPerM));
        Check(graph.EdgeEnd[at.Edge], restM == 0 ? straight : straight + Exact.Steps(restM * atEndPerM));

        void Check(int node, double cost)
        {
            (double, int) label = Label(search, node);
            (double, int) offered = (cost, double.IsPositiveInfinity(cost) ? int.MaxValue : target.Id);
            Assert.True(label.CompareTo(offered) <= 0, "A target is nearer than the label says.");
            attained[node] |= label == offered;
        }
    }

    private static (double Cost, int Id) Label(NearestSearch search, int node)
    {
        NearestTarget nearest = search.AtNode(node);
        return nearest.IsReachable ? (Exact.Steps(nearest.Cost), nearest.Id) : (double.PositiveInfinity, int.MaxValue);
    }
}
