namespace HousingInventory.Routing.Roads;

/// <summary>
/// The ways cut at every crossing, end and barrier. A piece has points <c>First</c> to <c>Last</c> of its way and leads from node <c>A</c> to node <c>B</c>.
/// </summary>
internal sealed class WayPieces
{
    private readonly NodedWays _ways;
    private readonly List<Piece> _pieces = [];
    private readonly List<byte> _degree;

    private WayPieces(NodedWays ways)
    {
        _ways = ways;
        byte[] degree = new byte[ways.NodeCount];
        for (int way = 0; way < ways.WayIds.Length; way++)
        {
            for (int p = ways.FirstPoint[way] + 1; p < ways.FirstPoint[way + 1]; p++)
            {
                (int a, int b) = (ways.Node[p - 1], ways.Node[p]);
                if (a != b)
                {
                    // Three says "crossing"; more need not be counted.
                    degree[a] = (byte)Math.Min(degree[a] + 1, 3);
                    degree[b] = (byte)Math.Min(degree[b] + 1, 3);
                }
            }
        }

        foreach (int node in ways.Blocks.Keys)
        {
            degree[node] = 3;
        }

        foreach (NodedWays.Turn turn in ways.TurnBans)
        {
            degree[turn.Via] = 3;
        }

        _degree = [.. degree];
    }

    /// <summary>All pieces, by way, then along the way; after them the links past barriers.</summary>
    public List<Piece> All => _pieces;

    /// <summary>Number of nodes, the copies that barriers make included.</summary>
    public int NodeCount => _degree.Count;

    public static WayPieces Cut(NodedWays ways)
    {
        WayPieces pieces = new(ways);
        for (int way = 0; way < ways.WayIds.Length; way++)
        {
            pieces.CutWay(way);
        }

        pieces.SplitBarriers();
        return pieces;
    }

    /// <summary>Exactly two pieces meet at this node and the rules do not change there for any other reason than their own.</summary>
    public bool IsPassedThrough(int node) => _degree[node] == 2;

    private void CutWay(int way)
    {
        int start = _ways.FirstPoint[way];
        int last = _ways.FirstPoint[way + 1] - 1;
        for (int p = start + 1; p <= last; p++)
        {
            if (p < last && _degree[_ways.Node[p]] == 2)
            {
                continue;
            }

            (int a, int b) = (_ways.Node[start], _ways.Node[p]);
            if (a != b || !AllOneNode(start, p))
            {
                _pieces.Add(new Piece(way, start, p, a, b, _ways.Traits[way]));
            }

            start = p;
        }
    }

    private bool AllOneNode(int first, int last) => !_ways.Node.AsSpan(first, last - first + 1).ContainsAnyExcept(_ways.Node[first]);

    /// <summary>
    /// At a barrier the pieces part: the first keeps the node, each other gets a copy of it. Whoever may pass does so on a link without length between the node
    /// and the copy. So no search needs to know of barriers.
    /// </summary>
    private void SplitBarriers()
    {
        if (_ways.Blocks.Count == 0)
        {
            return;
        }

        HashSet<int> met = [];
        int count = _pieces.Count;
        for (int i = 0; i < count; i++)
        {
            Piece piece = _pieces[i];
            int a = BesideBarrier(piece.A, piece.First, piece.Way, met);
            int b = BesideBarrier(piece.B, piece.Last, piece.Way, met);
            _pieces[i] = piece with { A = a, B = b };
        }
    }

    private int BesideBarrier(int node, int point, int way, HashSet<int> met)
    {
        if (!_ways.Blocks.TryGetValue(node, out RoadFlags blocked) || met.Add(node))
        {
            return node;
        }

        int copy = _degree.Count;
        _degree.Add(3);
        RoadFlags passing = (RoadFlags.Foot | RoadFlags.Car) & ~blocked;
        if (passing != RoadFlags.None)
        {
            // Any speed will do: the link has no length. Whoever is stopped needs no word on being local.
            passing |= (passing & RoadFlags.Foot) != 0 ? blocked & RoadFlags.FootLocal : RoadFlags.None;
            passing |= (passing & RoadFlags.Car) != 0 ? blocked & RoadFlags.CarLocal : RoadFlags.None;
            _pieces.Add(new Piece(way, point, point, node, copy, new RoadTraits(passing, 1, 1)));
        }

        return copy;
    }

    internal readonly record struct Piece(int Way, int First, int Last, int A, int B, RoadTraits Traits)
    {
        /// <summary>The traits as one meets them from A to B, or from B to A.</summary>
        public RoadTraits Oriented(bool reversed) => reversed
            ? Traits with { Flags = Turned(Traits.Flags), ForwardKmh = Traits.BackwardKmh, BackwardKmh = Traits.ForwardKmh }
            : Traits;

        private static RoadFlags Turned(RoadFlags flags)
        {
            RoadFlags turned = flags & ~(RoadFlags.Car | RoadFlags.CarLocal);
            turned |= (flags & RoadFlags.CarForward) != 0 ? RoadFlags.CarBackward : RoadFlags.None;
            turned |= (flags & RoadFlags.CarBackward) != 0 ? RoadFlags.CarForward : RoadFlags.None;
            turned |= (flags & RoadFlags.CarForwardLocal) != 0 ? RoadFlags.CarBackwardLocal : RoadFlags.None;
            return turned | ((flags & RoadFlags.CarBackwardLocal) != 0 ? RoadFlags.CarForwardLocal : RoadFlags.None);
        }
    }
}
