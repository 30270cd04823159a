namespace HousingInventory.Routing.Roads;

/// <summary>
/// The ways in their final order, each point with the number of its node: two points have the same node where the ways meet. Same layout as
/// <see cref="RoadWays"/>. A point's place in the arrays is also the rank of the segment that begins there: by way id, then segment.
/// </summary>
internal sealed class NodedWays
{
    private NodedWays(List<long> wayIds, List<RoadTraits> traits, List<RoadKind> kinds, List<int> firstPoint, double[] x, double[] y, float[] heights)
    {
        (WayIds, Traits, Kinds, FirstPoint, X, Y, Heights, Node) = ([.. wayIds], [.. traits], [.. kinds], [.. firstPoint], x, y, heights, new int[x.Length]);
    }

    public long[] WayIds { get; }

    public RoadTraits[] Traits { get; }

    /// <summary>What each way is for a bus; apart from its traits, so that ways of two classes are joined to one edge as before.</summary>
    public RoadKind[] Kinds { get; }

    public int[] FirstPoint { get; private set; }

    public double[] X { get; private set; }

    public double[] Y { get; private set; }

    /// <summary>Metres; NaN where unknown. Only for points of the ways as they came: those put in later have none.</summary>
    public float[] Heights { get; }

    public int[] Node { get; private set; }

    public int NodeCount { get; private set; }

    /// <summary>Who cannot pass a node, for the few nodes where somebody cannot.</summary>
    public Dictionary<int, RoadFlags> Blocks { get; } = [];

    /// <summary>Turns that cars may not make.</summary>
    public List<Turn> TurnBans { get; } = [];

    public int SnappedEnds { get; private set; }

    public int TJunctions { get; private set; }

    public static NodedWays From(RoadWays ways, ReadOnlySpan<int> order, double snapM)
    {
        List<long> wayIds = [];
        List<RoadTraits> traits = [];
        List<RoadKind> kinds = [];
        List<int> firstPoint = [0];
        double[] x = new double[ways.X.Length];
        double[] y = new double[ways.X.Length];
        float[] heights = new float[ways.X.Length];
        long[] nodeIds = new long[ways.X.Length];
        int points = 0;
        foreach (int way in order)
        {
            if (!ways.Traits[way].IsRoad)
            {
                continue;
            }

            Range range = ways.FirstPoint[way]..ways.FirstPoint[way + 1];
            int count = ways.FirstPoint[way + 1] - ways.FirstPoint[way];
            ways.X[range].CopyTo(x.AsSpan(points));
            ways.Y[range].CopyTo(y.AsSpan(points));
            ways.Heights[range].CopyTo(heights.AsSpan(points));
            ways.NodeIds[range].CopyTo(nodeIds.AsSpan(points));
            wayIds.Add(ways.Ids[way]);
            traits.Add(Timed(ways.Traits[way], x.AsSpan(points, count), y.AsSpan(points, count)));
            kinds.Add(ways.Traits[way].Kind);
            points += count;
            firstPoint.Add(points);
        }

        NodedWays noded = new(wayIds, traits, kinds, firstPoint, x[..points], y[..points], heights[..points]);
        noded.Number(nodeIds, ways);
        noded.MeetLines(nodeIds, snapM);
        return noded;
    }

    /// <summary>A known duration replaces the speeds. Being a major road, and its class, do not matter from here on, and must not keep ways from being joined to one edge.</summary>
    private static RoadTraits Timed(RoadTraits traits, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        traits = traits with { Flags = traits.Flags & ~RoadFlags.Major, Kind = default };
        double lengthM = 0;
        for (int i = 1; traits.DurationSeconds > 0 && i < x.Length; i++)
        {
            lengthM += new Spatial.Segment(x[i - 1], y[i - 1], x[i], y[i]).LengthM;
        }

        if (lengthM > 0)
        {
            double kmh = lengthM / traits.DurationSeconds * 3.6;
            traits = traits with { ForwardKmh = kmh, BackwardKmh = kmh };
        }

        return traits with { DurationSeconds = 0 };
    }

    /// <summary>A node for every OSM node id, and for every place of the ways without: two points at exactly the same place are one node.</summary>
    private void Number(long[] nodeIds, RoadWays ways)
    {
        Dictionary<long, int> byId = new(Node.Length / 2);
        PlaceNodes byPlace = new();
        for (int p = 0; p < Node.Length; p++)
        {
            if (nodeIds[p] == RoadWays.NoNode)
            {
                Node[p] = byPlace.FindOrAdd(X[p], Y[p], Heights[p], NodeCount);
            }
            else if (!byId.TryGetValue(nodeIds[p], out Node[p]))
            {
                byId.Add(nodeIds[p], Node[p] = NodeCount);
            }

            NodeCount = Math.Max(NodeCount, Node[p] + 1);
        }

        foreach ((long id, RoadFlags modes) in ways.Blocks)
        {
            if (byId.TryGetValue(id, out int node))
            {
                Blocks[node] = modes;
            }
        }

        foreach (TurnBan ban in ways.TurnBans)
        {
            // Where somebody is stopped, the ways do not meet at the node itself.
            if (byId.TryGetValue(ban.ViaNode, out int node) && !Blocks.ContainsKey(node))
            {
                TurnBans.Add(new Turn(ban.FromWay, node, ban.ToWay, ban.Kind));
            }
        }
    }

    private void MeetLines(long[] nodeIds, double snapM)
    {
        LineTopology lines = new(this, nodeIds, snapM);
        if (lines.IsEmpty)
        {
            return;
        }

        lines.JoinEnds();
        (SnappedEnds, TJunctions) = (lines.SnappedEnds, lines.Splits.Count);
        for (int p = 0; p < Node.Length; p++)
        {
            Node[p] = lines.Nodes.Find(Node[p]);
        }

        Insert(lines.Splits, lines.Nodes);
    }

    /// <summary>Puts a new point into each line that an end of another line meets between two of its points.</summary>
    private void Insert(List<LineTopology.Split> splits, UnionFind nodes)
    {
        if (splits.Count == 0)
        {
            return;
        }

        splits.Sort((a, b) => (a.Point, a.Fraction, a.Node).CompareTo((b.Point, b.Fraction, b.Node)));
        int total = X.Length + splits.Count;
        (double[] x, double[] y, int[] node, int[] firstPoint) = (new double[total], new double[total], new int[total], new int[FirstPoint.Length]);
        int to = 0;
        int next = 0;
        for (int way = 0; way < WayIds.Length; way++)
        {
            for (int p = FirstPoint[way]; p < FirstPoint[way + 1]; p++)
            {
                (x[to], y[to], node[to]) = (X[p], Y[p], Node[p]);
                to++;
                for (; next < splits.Count && splits[next].Point == p; next++)
                {
                    double t = splits[next].Fraction;
                    (x[to], y[to]) = (X[p] + (t * (X[p + 1] - X[p])), Y[p] + (t * (Y[p + 1] - Y[p])));
                    node[to++] = nodes.Find(splits[next].Node);
                }
            }

            firstPoint[way + 1] = to;
        }

        (X, Y, Node, FirstPoint) = (x, y, node, firstPoint);
    }

    /// <summary>A <see cref="TurnBan"/> at a node that is there.</summary>
    internal readonly record struct Turn(long FromWay, int Via, long ToWay, TurnBanKind Kind);
}
