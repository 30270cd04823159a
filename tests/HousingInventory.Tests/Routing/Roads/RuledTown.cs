using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>
/// A small random town of private ways, gates of one's own and banned turns, and the cost of a trip in it by the rules as they are written: an enumeration of
/// every trip segment by segment, which knows no edges, no levels and no parts. Each street segment is a way of its own, no two lie on each other.
/// </summary>
internal sealed class RuledTown
{
    private const int Side = 4;

    private readonly List<Segment> _segments = [];
    private readonly Dictionary<int, RoadFlags> _blocks = [];
    private readonly List<TurnBan> _bans = [];
    private readonly Dictionary<RoadMode, bool[]?> _enclosed = [];
    private readonly double[] _x;
    private readonly double[] _y;

    public RuledTown(int seed)
    {
        Random random = new(seed);
        _x = Places(random);
        _y = Places(random);
        for (int node = 0; node < Side * Side; node++)
        {
            AddSegment(random, node, node + 1, node % Side < Side - 1);
            AddSegment(random, node, node + Side, node < Side * (Side - 1));
        }

        RoadFlags[] barriers = [RoadFlags.FootLocal | RoadFlags.CarLocal, RoadFlags.CarLocal, RoadFlags.Car, RoadFlags.Foot | RoadFlags.CarLocal];
        for (int i = random.Next(3); i > 0; i--)
        {
            int node = random.Next(Side * Side);
            _blocks[node] = _blocks.GetValueOrDefault(node) | barriers[random.Next(barriers.Length)];
            Ways.Block(node, _blocks[node]);
        }

        for (int i = random.Next(5); i > 0; i--)
        {
            int via = random.Next(Side * Side);
            int[] there = [.. Enumerable.Range(0, _segments.Count).Where(s => _segments[s].A == via || _segments[s].B == via)];
            if (there.Length > 1)
            {
                _bans.Add(new TurnBan(there[random.Next(there.Length)], via, there[random.Next(there.Length)], (TurnBanKind)random.Next(3)));
                Ways.Ban(_bans[^1]);
            }
        }
    }

    public RoadWays Ways { get; } = new();

    public int SegmentCount => _segments.Count;

    /// <summary>The middle of a segment.</summary>
    public (double X, double Y) Middle(int segment)
    {
        Segment s = _segments[segment];
        return ((X(s.A) + X(s.B)) / 2, (Y(s.A) + Y(s.B)) / 2);
    }

    /// <summary>Metres of the shortest trip from the middle of a segment to that of another; infinity if the rules allow none, null if the rules leave a choice open.</summary>
    public double? Trip(int from, int to, RoadMode mode)
    {
        if (from == to)
        {
            return 0;
        }

        if (!_enclosed.TryGetValue(mode, out bool[]? isLocal))
        {
            _enclosed.Add(mode, isLocal = Enclosed(mode));
        }

        return isLocal is null ? null : Shortest(from, to, mode, isLocal);
    }

    private static double[] Places(Random random)
    {
        double[] places = new double[Side];
        for (int i = 1; i < Side; i++)
        {
            places[i] = places[i - 1] + random.Next(50, 150);
        }

        return places;
    }

    private double X(int node) => _x[node % Side];

    private double Y(int node) => _y[node / Side];

    private void AddSegment(Random random, int a, int b, bool isThere)
    {
        if (!isThere || random.Next(8) == 0)
        {
            return;
        }

        RoadFlags[] kinds =
        [
            RoadFlags.Foot | RoadFlags.Car, RoadFlags.Foot | RoadFlags.Car, RoadFlags.Foot | RoadFlags.Car, RoadFlags.Foot | RoadFlags.CarForward,
            RoadFlags.Foot | RoadFlags.Car | RoadFlags.FootLocal | RoadFlags.CarLocal, RoadFlags.Foot | RoadFlags.Car | RoadFlags.CarLocal,
            RoadFlags.Foot | RoadFlags.Car | RoadFlags.CarBackwardLocal,
        ];
        RoadFlags flags = kinds[random.Next(kinds.Length)];
        Ways.Add(_segments.Count, new RoadTraits(flags, 36, 36), [X(a), X(b)], [Y(a), Y(b)], [a, b]);
        _segments.Add(new Segment(a, b, flags, Math.Abs(X(a) - X(b)) + Math.Abs(Y(a) - Y(b))));
    }

    private static bool MayGo(Segment s, bool forward, RoadMode mode) =>
        (s.Flags & (mode == RoadMode.Foot ? RoadFlags.Foot : forward ? RoadFlags.CarForward : RoadFlags.CarBackward)) != 0;

    private static bool IsLocal(Segment s, bool forward, RoadMode mode) =>
        (s.Flags & (mode == RoadMode.Foot ? RoadFlags.FootLocal : forward ? RoadFlags.CarForwardLocal : RoadFlags.CarBackwardLocal)) != 0;

    /// <summary>Whether one gets past a node from one segment to another: null not at all, true only if one lives behind it.</summary>
    private bool? Past(int node, int segment, int other, RoadMode mode)
    {
        RoadFlags blocked = segment == other ? RoadFlags.None : _blocks.GetValueOrDefault(node);
        return (blocked & (mode == RoadMode.Foot ? RoadFlags.Foot : RoadFlags.Car)) != 0 ? null
            : (blocked & (mode == RoadMode.Foot ? RoadFlags.FootLocal : RoadFlags.CarLocal)) != 0;
    }

    /// <summary>
    /// The local moves once what only local ways lead to is local too. A move is a segment gone along in one direction; one reaches another, with local moves and
    /// gates or without, and what reaches each other both ways hangs together. Null if two pieces of the same whole are equally long: either may be the public one.
    /// </summary>
    private bool[]? Enclosed(RoadMode mode)
    {
        int count = _segments.Count * 2;
        bool[] isLocal = [.. Enumerable.Range(0, count).Select(m => IsLocal(_segments[m / 2], m % 2 == 0, mode))];
        if (!isLocal.Where((l, m) => l && MayGo(_segments[m / 2], m % 2 == 0, mode)).Any() && !_blocks.Values.Any(b => (b & (mode == RoadMode.Foot ? RoadFlags.FootLocal : RoadFlags.CarLocal)) != 0))
        {
            return isLocal;
        }

        bool[,] whole = Reach(mode, isLocal, withLocal: true);
        bool[,] open = Reach(mode, isLocal, withLocal: false);
        double[] pieceM = [.. Enumerable.Range(0, count).Select(PieceM)];
        double PieceM(int port) => Enumerable.Range(0, _segments.Count).Where(s =>
        {
            (int a, int b) = (PortOf(_segments[s].A, s), PortOf(_segments[s].B, s));
            bool hasOpen = new[] { 0, 1 }.Any(d => MayGo(_segments[s], d == 0, mode) && !isLocal[(s * 2) + d]);
            return hasOpen && Both(open, port, a) && Both(open, port, b);
        }).Sum(s => _segments[s].LengthM);
        bool[] enclosed = [.. isLocal];
        for (int m = 0; m < count; m++)
        {
            int s = m / 2;
            (int a, int b) = (PortOf(_segments[s].A, s), PortOf(_segments[s].B, s));
            if (!Both(whole, a, b) || !MayGo(_segments[s], m % 2 == 0, mode))
            {
                continue;
            }

            int[] together = [.. Enumerable.Range(0, count).Where(p => IsPort(p) && Both(whole, a, p))];
            double longestM = together.Max(p => pieceM[p]);
            int[] main = [.. together.Where(p => pieceM[p] == longestM)];
            if (main.Any(p => !Both(open, main[0], p)))
            {
                return null;
            }

            enclosed[m] |= !main.Contains(a) || !main.Contains(b);
        }

        return enclosed;
    }

    private static bool Both(bool[,] reach, int a, int b) => reach[a, b] && reach[b, a];

    /// <summary>A port is where a segment ends: at a barrier each segment has its own, else all share that of the first.</summary>
    private bool IsPort(int port) => PortOf(port % 2 == 0 ? _segments[port / 2].A : _segments[port / 2].B, port / 2) == port;

    private int PortOf(int node, int segment)
    {
        int end(int s) => (s * 2) + (_segments[s].A == node ? 0 : 1);
        return _blocks.ContainsKey(node) ? end(segment) : end(_segments.FindIndex(s => s.A == node || s.B == node));
    }

    private bool[,] Reach(RoadMode mode, bool[] isLocal, bool withLocal)
    {
        int count = _segments.Count * 2;
        bool[,] reach = new bool[count, count];
        for (int p = 0; p < count; p++)
        {
            reach[p, p] = true;
        }

        for (int s = 0; s < _segments.Count; s++)
        {
            (int a, int b) = (PortOf(_segments[s].A, s), PortOf(_segments[s].B, s));
            reach[a, b] |= MayGo(_segments[s], true, mode) && (withLocal || !isLocal[s * 2]);
            reach[b, a] |= MayGo(_segments[s], false, mode) && (withLocal || !isLocal[(s * 2) + 1]);
            for (int o = 0; o < _segments.Count; o++)
            {
                foreach (int node in new[] { _segments[s].A, _segments[s].B }.Where(n => n == _segments[o].A || n == _segments[o].B))
                {
                    bool? past = Past(node, s, o, mode);
                    reach[PortOf(node, s), PortOf(node, o)] |= past == false || (past == true && withLocal);
                }
            }
        }

        for (int via = 0; via < count; via++)
        {
            for (int a = 0; a < count; a++)
            {
                for (int b = 0; reach[a, via] && b < count; b++)
                {
                    reach[a, b] |= reach[via, b];
                }
            }
        }

        return reach;
    }

    /// <summary>States are (move just made, phase): before, on, or after the public part of the trip.</summary>
    private double Shortest(int from, int to, RoadMode mode, bool[] isLocal)
    {
        Dictionary<(int Move, int Phase), double> best = [];
        PriorityQueue<(int Move, int Phase), double> queue = new();
        for (int move = from * 2; move <= (from * 2) + 1; move++)
        {
            if (MayGo(_segments[from], move % 2 == 0, mode))
            {
                Offer((move, isLocal[move] ? 0 : 1), _segments[from].LengthM / 2);
            }
        }

        while (queue.TryDequeue(out (int Move, int Phase) at, out double metres))
        {
            if (metres > best[at])
            {
                continue;
            }

            Segment here = _segments[at.Move / 2];
            int node = at.Move % 2 == 0 ? here.B : here.A;
            for (int next = 0; next < _segments.Count * 2; next++)
            {
                Segment there = _segments[next / 2];
                bool leavesHere = (next % 2 == 0 ? there.A : there.B) == node;
                if (leavesHere && MayGo(there, next % 2 == 0, mode) && MayTurn(at.Move, node, next, mode, isLocal)
                    && Past(node, at.Move / 2, next / 2, mode) is { } isGate && Phase(Phase(at.Phase, isGate, isGate), true, isLocal[next]) is { } phase)
                {
                    if (next / 2 == to)
                    {
                        Offer((-1, phase), metres + (there.LengthM / 2));
                    }

                    Offer((next, phase), metres + there.LengthM);
                }
            }
        }

        return new[] { 0, 1, 2 }.Min(phase => best.GetValueOrDefault((-1, phase), double.PositiveInfinity));

        void Offer((int Move, int Phase) state, double metres)
        {
            if (metres < best.GetValueOrDefault(state, double.PositiveInfinity))
            {
                best[state] = metres;
                if (state.Move >= 0)
                {
                    queue.Enqueue(state, metres);
                }
            }
        }
    }

    /// <summary>Local steps keep the first phase and end the public one; a public step begins the second and is not allowed in the last.</summary>
    private static int? Phase(int? phase, bool isStep, bool isLocal) => (phase, isStep, isLocal) switch
    {
        (null, _, _) => null,
        (_, false, _) => phase,
        (0, _, true) => 0,
        (_, _, true) => 2,
        (2, _, false) => null,
        _ => 1,
    };

    private bool MayTurn(int move, int node, int next, RoadMode mode, bool[] isLocal)
    {
        if (mode == RoadMode.Foot)
        {
            return true;
        }

        if (next == (move ^ 1) && Enumerable.Range(0, _segments.Count * 2).Any(o =>
        {
            Segment s = _segments[o / 2];
            return o / 2 != move / 2 && (o % 2 == 0 ? s.A : s.B) == node && MayGo(s, o % 2 == 0, mode)
                && (isLocal[move] || !isLocal[o]) && Past(node, move / 2, o / 2, mode) is { } isGate && (isLocal[move] || !isGate);
        }))
        {
            return false;
        }

        return _blocks.ContainsKey(node) || !_bans.Any(b => b.ViaNode == node && b.FromWay == move / 2 && b.Kind switch
        {
            TurnBanKind.TurningRound => next == (move ^ 1),
            TurnBanKind.Only => next / 2 != b.ToWay && CanLeaveBy((int)b.ToWay, node),
            _ => next / 2 == b.ToWay,
        });
    }

    private bool CanLeaveBy(int segment, int node) => MayGo(_segments[segment], _segments[segment].A == node, RoadMode.Car);

    private sealed record Segment(int A, int B, RoadFlags Flags, double LengthM);
}
