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
/// <b>Nets</b> (<see cref="TravelNet"/>) hold the edges as one mode may travel them: on foot both ways in metres, by car each way in seconds, and the latter
/// turned round. Private ways, one's own gates and banned turns are part of them. A search reads nothing else.
/// </para>
/// <para>
/// Units: metres, seconds, km/h; coordinates in metres. Searches add whole steps of 10 nanometres, so sums are exact. Loops, parallel edges,
/// edges without length, one-way dead ends and islands are all supported. The graph is the same whatever the order of the ways.
/// </para>
/// </summary>
public sealed class RoadGraph
{
    private readonly EdgeTable _edges;
    private readonly TravelNet _foot;
    private readonly TravelNet _car;
    private readonly TravelNet _carReversed;
    private readonly int[] _footPart;
    private readonly int[] _carPart;

    private RoadGraph(EdgeTable edges, Traversals foot, Traversals car, TurnRules? turns, double fragmentM, RoadGraphReport report)
    {
        (_edges, Report) = (edges, report);
        _foot = TravelNet.From(foot, NodeCount);
        _car = TravelNet.From(car, NodeCount, turns);
        _carReversed = TravelNet.From(car.Reversed(), NodeCount, turns, isReversed: true);
        _footPart = EdgeParts.OnFoot(edges, foot);
        _carPart = EdgeParts.ByCar(edges, car, fragmentM);
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
        EdgeTable edges = EdgeTable.From(noded, pieces, out int[] nodeNumbers);
        List<RoadFragment> fragments = Fragments.LeaveOut(edges, options.FragmentM);
        (Traversals foot, Traversals car) = (Traversals.OnFoot(edges), Traversals.ByCar(edges));
        LocalWays.Enclose(foot, edges.LengthM, edges.NodeX.Length);
        LocalWays.Enclose(car, edges.LengthM, edges.NodeX.Length);
        TurnRules? turns = TurnRules.From(edges, car, noded.TurnBans, nodeNumbers);
        RoadGraphReport report = new(
            noded.WayIds.Length, order.Length - noded.WayIds.Length, twice, noded.SnappedEnds, noded.TJunctions, fragments);
        return new RoadGraph(edges, foot, car, turns, options.FragmentM, report);
    }

    /// <summary>What a search of a mode runs over, from where one travels to where one gets.</summary>
    internal TravelNet Net(RoadMode mode) => mode == RoadMode.Foot ? _foot : _car;

    /// <summary>The same from where one gets to where one comes from. On foot, where every way has its way back, that is the same net.</summary>
    internal TravelNet ReversedNet(RoadMode mode) => mode == RoadMode.Foot ? _foot : _carReversed;

    /// <summary>
    /// Whether a point may connect to an edge: on foot if it is walkable, no tunnel, and in no left-out fragment. By car if it may be driven on, is no ferry, no
    /// motorway and no tunnel, and lies in a part of the network that one can drive both into and out of and that is no fragment: a one-way stub at the edge of
    /// the map is none.
    /// </summary>
    public bool CanConnect(int edge, RoadMode mode) => PartOf(edge, mode) != EdgeParts.None;

    /// <summary>The part of the network that an edge belongs to: from every place of it one gets to every other; <see cref="EdgeParts.None"/> if nothing connects to it.</summary>
    internal int PartOf(int edge, RoadMode mode) => mode == RoadMode.Foot ? _footPart[edge] : _carPart[edge];

    /// <summary>Id of the way that a line's segment came from; the segment is named by its first point.</summary>
    public long WayIdOf(int point) => _edges.WayIdOf(point);

    /// <summary>What the way of a line's segment is for a bus; the segment is named by its first point.</summary>
    public RoadKind KindOf(int point) => _edges.KindOf(point);

    /// <summary>Place of a segment, named by its first point, in the order by way id, then segment within the way.</summary>
    internal int RankOf(int point) => _edges.Rank[point];

    /// <summary>Cost of a metre along an edge from its start towards its end; infinity where that is not allowed.</summary>
    internal double ForwardPerM(int edge, RoadMode mode) => mode == RoadMode.Foot ? FootPerM(edge) : _edges.CarForwardPerM[edge];

    /// <summary>Cost of a metre along an edge from its end towards its start; infinity where that is not allowed.</summary>
    internal double BackwardPerM(int edge, RoadMode mode) => mode == RoadMode.Foot ? FootPerM(edge) : _edges.CarBackwardPerM[edge];

    private double FootPerM(int edge) => (_edges.Flags[edge] & RoadFlags.Foot) != 0 ? 1 : double.PositiveInfinity;
}
