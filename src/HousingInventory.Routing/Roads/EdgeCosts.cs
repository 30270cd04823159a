namespace HousingInventory.Routing.Roads;

/// <summary>
/// What it costs to get from a place along an edge to its ends, or from its ends to the place, and along the edge between two places: the start and end of every
/// path, for any mode and direction. Costs are in steps of <see cref="Exact"/>.
/// </summary>
/// <param name="Graph">The graph.</param>
/// <param name="Mode">On foot or by car.</param>
/// <param name="StraightPerM">Cost of a straight metre: 1 on foot, walking seconds by car.</param>
internal readonly record struct EdgeCosts(RoadGraph Graph, RoadMode Mode, double StraightPerM)
{
    public static EdgeCosts OnFoot(RoadGraph graph) => new(graph, RoadMode.Foot, 1);

    public static EdgeCosts ByCar(RoadGraph graph, double metresPerMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(metresPerMinute);
        return new EdgeCosts(graph, RoadMode.Car, 60 / metresPerMinute);
    }

    public double Straight(Connection at) => Exact.Steps(at.StraightM * StraightPerM);

    /// <summary>From the place to the start of its edge.</summary>
    public double ToStart(Connection at) => Cost(at.AlongM, Graph.BackwardPerM(at.Edge, Mode));

    /// <summary>From the place to the end of its edge.</summary>
    public double ToEnd(Connection at) => Cost(Rest(at), Graph.ForwardPerM(at.Edge, Mode));

    /// <summary>From the start of the edge to the place.</summary>
    public double FromStart(Connection at) => Cost(at.AlongM, Graph.ForwardPerM(at.Edge, Mode));

    /// <summary>From the end of the edge to the place.</summary>
    public double FromEnd(Connection at) => Cost(Rest(at), Graph.BackwardPerM(at.Edge, Mode));

    /// <summary>Along the edge from one place on it to another.</summary>
    public double Between(Connection from, Connection to) => from.AlongM <= to.AlongM
        ? Cost(Gap(from, to), Graph.ForwardPerM(from.Edge, Mode))
        : Cost(Gap(to, from), Graph.BackwardPerM(from.Edge, Mode));

    /// <summary>Metres from the place to the end of its edge. A difference of decimal numbers is a bit off and is put right.</summary>
    private double Rest(Connection at) => Exact.Units(Exact.Steps(Graph.EdgeLengthM[at.Edge]) - Exact.Steps(at.AlongM));

    private static double Gap(Connection before, Connection after) => Exact.Units(Exact.Steps(after.AlongM) - Exact.Steps(before.AlongM));

    /// <summary>No metre costs nothing, even the wrong way down a one-way street: who stands at the crossing is on all its roads.</summary>
    private static double Cost(double metres, double perM) => metres <= 0 ? 0 : Exact.Steps(metres * perM);
}
