using HousingInventory.Routing.Spatial;

namespace HousingInventory.Routing.Roads;

/// <summary>The arrays of a <see cref="RoadGraph"/> that describe nodes and edges, and how they are made.</summary>
internal sealed class EdgeTable
{
    private readonly long[] _wayIds;
    private readonly int[] _wayFirstPoint;
    private readonly RoadKind[] _wayKinds;

    private EdgeTable(NodedWays ways, int edgeCount, int pointCount)
    {
        (_wayIds, _wayFirstPoint, _wayKinds) = (ways.WayIds, ways.FirstPoint, ways.Kinds);
        (Start, End, FirstPoint) = (new int[edgeCount], new int[edgeCount], new int[edgeCount + 1]);
        (LengthM, CarForwardPerM, CarBackwardPerM) = (new double[edgeCount], new double[edgeCount], new double[edgeCount]);
        (Flags, WaitSeconds) = (new RoadFlags[edgeCount], new double[edgeCount]);
        (PointX, PointY, PointM, Rank) = (new double[pointCount], new double[pointCount], new double[pointCount], new int[pointCount]);
    }

    public double[] NodeX { get; private set; } = [];

    public double[] NodeY { get; private set; } = [];

    public int[] Start { get; }

    public int[] End { get; }

    public double[] LengthM { get; }

    public RoadFlags[] Flags { get; }

    /// <summary>Seconds a metre; infinity where a car may not go.</summary>
    public double[] CarForwardPerM { get; }

    public double[] CarBackwardPerM { get; }

    /// <summary>Wait for a ferry.</summary>
    public double[] WaitSeconds { get; }

    public int[] FirstPoint { get; }

    public double[] PointX { get; }

    public double[] PointY { get; }

    public double[] PointM { get; }

    /// <summary>For each point but the last of an edge, the rank of the segment that begins there.</summary>
    public int[] Rank { get; }

    /// <param name="ways">The ways.</param>
    /// <param name="pieces">The same, cut.</param>
    /// <param name="nodeNumbers">For each node of the ways the number it got here; -1 for one that is within an edge.</param>
    public static EdgeTable From(NodedWays ways, WayPieces pieces, out int[] nodeNumbers)
    {
        (int edgeCount, int pointCount) = Size(pieces);
        EdgeTable table = new(ways, edgeCount, pointCount);
        PieceChains chains = new(pieces);
        List<int> entries = [];
        int at = 0;
        for (int edge = 0; chains.TryNext(entries); edge++)
        {
            at = table.AddEdge(edge, at, ways, pieces, entries);
        }

        nodeNumbers = table.NumberNodes(pieces.NodeCount);
        return table;
    }

    public long WayIdOf(int point) => _wayIds[WayOf(point)];

    public RoadKind KindOf(int point) => _wayKinds[WayOf(point)];

    private int WayOf(int point)
    {
        int way = Array.BinarySearch(_wayFirstPoint, Rank[point]);
        return way >= 0 ? way : ~way - 1;
    }

    /// <summary>For each node whether anything but ferries meets there.</summary>
    public bool[] LandNodes()
    {
        bool[] isLand = new bool[NodeX.Length];
        for (int edge = 0; edge < LengthM.Length; edge++)
        {
            if ((Flags[edge] & RoadFlags.Ferry) == 0)
            {
                isLand[Start[edge]] = true;
                isLand[End[edge]] = true;
            }
        }

        return isLand;
    }

    /// <summary>Runs through the chains once to learn how many edges and points there will be.</summary>
    private static (int Edges, int Points) Size(WayPieces pieces)
    {
        PieceChains chains = new(pieces);
        List<int> entries = [];
        int edges = 0;
        int points = 0;
        for (; chains.TryNext(entries); edges++)
        {
            // A link past a barrier has one point and becomes a line of two.
            points++;
            foreach (int entry in entries)
            {
                WayPieces.Piece piece = pieces.All[entry >> 1];
                points += Math.Max(1, piece.Last - piece.First);
            }
        }

        return (edges, points);
    }

    private int AddEdge(int edge, int at, NodedWays ways, WayPieces pieces, List<int> entries)
    {
        WayPieces.Piece first = pieces.All[entries[0] >> 1];
        WayPieces.Piece last = pieces.All[entries[^1] >> 1];
        Start[edge] = (entries[0] & 1) == 0 ? first.A : first.B;
        End[edge] = (entries[^1] & 1) == 0 ? last.B : last.A;
        RoadTraits traits = first.Oriented((entries[0] & 1) == 1);
        Flags[edge] = traits.Flags;
        CarForwardPerM[edge] = PerM(traits.Flags, RoadFlags.CarForward, traits.ForwardKmh);
        CarBackwardPerM[edge] = PerM(traits.Flags, RoadFlags.CarBackward, traits.BackwardKmh);
        WaitSeconds[edge] = traits.WaitSeconds;
        FirstPoint[edge] = at;
        int from = (entries[0] & 1) == 0 ? first.First : first.Last;
        (PointX[at], PointY[at]) = (ways.X[from], ways.Y[from]);
        double lengthM = 0;
        foreach (int entry in entries)
        {
            WayPieces.Piece piece = pieces.All[entry >> 1];
            int step = (entry & 1) == 0 ? 1 : -1;
            int count = Math.Max(1, piece.Last - piece.First);
            for (int i = 0; i < count; i++)
            {
                int p = Math.Clamp(step > 0 ? piece.First + i : piece.Last - i, piece.First, piece.Last);
                int q = Math.Clamp(p + step, piece.First, piece.Last);
                lengthM += new Segment(ways.X[p], ways.Y[p], ways.X[q], ways.Y[q]).LengthM;
                Rank[at] = Math.Min(p, q);
                at++;
                (PointX[at], PointY[at], PointM[at]) = (ways.X[q], ways.Y[q], Exact.Units(Exact.Steps(lengthM)));
            }
        }

        LengthM[edge] = PointM[at];
        FirstPoint[edge + 1] = at + 1;
        return at + 1;
    }

    private static double PerM(RoadFlags flags, RoadFlags direction, double kmh) => (flags & direction) != 0 ? 3.6 / kmh : double.PositiveInfinity;

    /// <summary>Renumbers the nodes that edges use along a Hilbert curve; nodes at one place keep the order in which the edges name them.</summary>
    private int[] NumberNodes(int nodeCount)
    {
        int[] numbers = new int[nodeCount];
        Array.Fill(numbers, -1);
        List<double> x = [];
        List<double> y = [];
        for (int edge = 0; edge < LengthM.Length; edge++)
        {
            Name(Start[edge], FirstPoint[edge]);
            Name(End[edge], FirstPoint[edge + 1] - 1);
        }

        int[] rank = HilbertCurve.Ranks([.. x], [.. y]);
        (NodeX, NodeY) = (new double[x.Count], new double[x.Count]);
        for (int i = 0; i < rank.Length; i++)
        {
            (NodeX[rank[i]], NodeY[rank[i]]) = (x[i], y[i]);
        }

        for (int edge = 0; edge < LengthM.Length; edge++)
        {
            (Start[edge], End[edge]) = (rank[numbers[Start[edge]]], rank[numbers[End[edge]]]);
        }

        return Array.ConvertAll(numbers, n => n < 0 ? n : rank[n]);

        void Name(int node, int point)
        {
            if (numbers[node] < 0)
            {
                numbers[node] = x.Count;
                x.Add(PointX[point]);
                y.Add(PointY[point]);
            }
        }
    }
}
