namespace HousingInventory.Routing.Roads;

/// <summary>
/// The road network for walking and driving, built once and then read by any number of threads.
/// <para>
/// <b>Nodes</b> are crossings, ends, and places where the rules change: 0 to <see cref="NodeCount"/> - 1, numbered along a Hilbert curve, so that neighbours on the
/// map are neighbours in memory. What lies between two nodes is one <b>edge</b>, however many ways and vertices it has: edge e leads from
/// <see cref="EdgeStart"/>[e] to <see cref="EdgeEnd"/>[e], is <see cref="EdgeLengthM"/>[e] metres long, and
/// keeps its line, points <see cref="EdgeFirstPoint"/>[e] to <see cref="EdgeFirstPoint"/>[e + 1] of <see cref="PointX"/> and <see cref="PointY"/>;
/// <see cref="PointM"/> is how far along the edge a point is. Its direction is that of its lowest way.
/// </para>
/// <para>
/// <b>Arcs</b> are edges as one mode may travel them, by the node where they start: on foot both ways in metres, by car each way in seconds, and the latter
/// turned round. A search reads nothing else.
/// </para>
/// <para>
/// Units: metres, seconds, km/h; coordinates in metres. Searches add whole steps of 10 nanometres, so sums are exact. Loops, parallel edges,
/// edges without length, one-way dead ends and islands are all supported. The graph is the same whatever the order of the ways.
/// </para>
/// </summary>
public sealed class RoadGraph
{
    private readonly ArcTable _foot;
    private readonly ArcTable _car;
    private readonly ArcTable _carReversed;
    private readonly EdgeTable _edges;
    private readonly bool[] _carEnds;

    internal RoadGraph(EdgeTable edges, ArcTable foot, ArcTable car, ArcTable carReversed, bool[] carEnds, RoadGraphReport report)
    {
        (_edges, _foot, _car, _carReversed, _carEnds, Report) = (edges, foot, car, carReversed, carEnds, report);
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _edges.NodeX.Length;

    /// <summary>Number of edges, those of left-out fragments included: they have lost their right to be walked on.</summary>
    public int EdgeCount => _edges.LengthM.Length;

    /// <summary>East coordinates of the nodes, metres.</summary>
    public ReadOnlySpan<double> NodeX => _edges.NodeX;

    /// <summary>North coordinates of the nodes, metres.</summary>
    public ReadOnlySpan<double> NodeY => _edges.NodeY;

    /// <summary>Node where each edge starts.</summary>
    public ReadOnlySpan<int> EdgeStart => _edges.Start;

    /// <summary>Node where each edge ends; the same as the start for a loop.</summary>
    public ReadOnlySpan<int> EdgeEnd => _edges.End;

    /// <summary>Length of each edge, metres; may be 0.</summary>
    public ReadOnlySpan<double> EdgeLengthM => _edges.LengthM;

    /// <summary>Who may use each edge, forward being from its start to its end.</summary>
    public ReadOnlySpan<RoadFlags> EdgeFlags => _edges.Flags;

    /// <summary>First point of the line of each edge, and at last the number of points.</summary>
    public ReadOnlySpan<int> EdgeFirstPoint => _edges.FirstPoint;

    /// <summary>East coordinates of the points of all lines, metres.</summary>
    public ReadOnlySpan<double> PointX => _edges.PointX;

    /// <summary>North coordinates of the points of all lines, metres.</summary>
    public ReadOnlySpan<double> PointY => _edges.PointY;

    /// <summary>Metres from the start of its edge to each point.</summary>
    public ReadOnlySpan<double> PointM => _edges.PointM;

    /// <summary>What happened to the ways.</summary>
    public RoadGraphReport Report { get; }

    /// <summary>
    /// Makes the graph. Ways with node ids meet where they name the same node. Ways without meet where an end of one lies within
    /// <see cref="RoadGraphOptions.SnapM"/> of the other, at a vertex or between two, and where two have exactly the same vertex; lines that only cross do not meet.
    /// No ways give an empty graph, to which nothing connects.
    /// </summary>
    public static RoadGraph Build(RoadWays ways, RoadGraphOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ways);
        options ??= RoadGraphOptions.Default;
        int[] order = WayOrder.Of(ways, out int twice);
        NodedWays noded = NodedWays.From(ways, order, options.SnapM);
        WayPieces pieces = WayPieces.Cut(noded);
        EdgeTable edges = EdgeTable.From(noded, pieces);
        List<RoadFragment> fragments = Fragments.LeaveOut(edges, options.FragmentM);
        (ArcTable foot, ArcTable car, ArcTable reversed) = edges.Arcs();
        bool[] carEnds = CarEnds.Of(edges, car, options.FragmentM);
        RoadGraphReport report = new(
            noded.WayIds.Length, order.Length - noded.WayIds.Length, twice, noded.SnappedEnds, noded.TJunctions, fragments);
        return new RoadGraph(edges, foot, car, reversed, carEnds, report);
    }

    /// <summary>The arcs of a mode, from where one travels to where one gets.</summary>
    internal ArcTable Arcs(RoadMode mode) => mode == RoadMode.Foot ? _foot : _car;

    /// <summary>The same arcs from where one gets to where one comes from. On foot that is the same table.</summary>
    internal ArcTable ReversedArcs(RoadMode mode) => mode == RoadMode.Foot ? _foot : _carReversed;

    /// <summary>
    /// Whether a point may connect to an edge: on foot if it is walkable and in no left-out fragment. By car if it may be driven on, is no ferry and no motorway,
    /// and lies in a part of the network that one can drive both into and out of and that is no fragment: a one-way stub at the edge of the map is none.
    /// </summary>
    public bool CanConnect(int edge, RoadMode mode) =>
        _edges.LengthM[edge] > 0 && (mode == RoadMode.Foot ? (_edges.Flags[edge] & RoadFlags.Foot) != 0 : _carEnds[edge]);

    /// <summary>Id of the way that a line's segment came from; the segment is named by its first point.</summary>
    public long WayIdOf(int point) => _edges.WayIdOf(point);

    /// <summary>Place of a segment, named by its first point, in the order by way id, then segment within the way.</summary>
    internal int RankOf(int point) => _edges.Rank[point];

    /// <summary>Cost of a metre along an edge from its start towards its end; infinity where that is not allowed.</summary>
    internal double ForwardPerM(int edge, RoadMode mode) => mode == RoadMode.Foot ? FootPerM(edge) : _edges.CarForwardPerM[edge];

    /// <summary>Cost of a metre along an edge from its end towards its start; infinity where that is not allowed.</summary>
    internal double BackwardPerM(int edge, RoadMode mode) => mode == RoadMode.Foot ? FootPerM(edge) : _edges.CarBackwardPerM[edge];

    private double FootPerM(int edge) => (_edges.Flags[edge] & RoadFlags.Foot) != 0 ? 1 : double.PositiveInfinity;
}
