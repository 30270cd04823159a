namespace HousingInventory.Routing.Roads;

/// <summary>
/// The ways of going along edges by one mode. Traversal 2 * e goes along edge e towards its end, 2 * e + 1 towards its start; t ^ 1 is the way back.
/// </summary>
internal sealed class Traversals
{
    private readonly int[] _start;
    private readonly int[] _end;

    private Traversals(int[] start, int[] end, double[] cost, bool[] isLocal)
    {
        (_start, _end, Cost, IsLocal) = (start, end, cost, isLocal);
    }

    public int Count => Cost.Length;

    /// <summary>Steps of <see cref="Exact"/>; infinity where nobody may go.</summary>
    public double[] Cost { get; }

    /// <summary>Whether only those may go who live or have an errand there.</summary>
    public bool[] IsLocal { get; }

    public static Traversals OnFoot(EdgeTable edges)
    {
        double[] cost = new double[edges.LengthM.Length * 2];
        bool[] isLocal = new bool[cost.Length];
        for (int t = 0; t < cost.Length; t++)
        {
            RoadFlags flags = edges.Flags[t >> 1];
            cost[t] = (flags & RoadFlags.Foot) != 0 ? Exact.Steps(edges.LengthM[t >> 1]) : double.PositiveInfinity;
            isLocal[t] = (flags & RoadFlags.FootLocal) != 0;
        }

        return new Traversals(edges.Start, edges.End, cost, isLocal);
    }

    public static Traversals ByCar(EdgeTable edges)
    {
        bool[] isLand = edges.LandNodes();
        double[] cost = new double[edges.LengthM.Length * 2];
        bool[] isLocal = new bool[cost.Length];
        for (int edge = 0; edge < edges.LengthM.Length; edge++)
        {
            // Half of a ferry's wait is paid on each shore, so a crossing costs it once, however many edges it has.
            double shores = (isLand[edges.Start[edge]] ? 0.5 : 0) + (isLand[edges.End[edge]] ? 0.5 : 0);
            double wait = Exact.Steps(shores * edges.WaitSeconds[edge]);
            RoadFlags flags = edges.Flags[edge];
            cost[edge * 2] = (flags & RoadFlags.CarForward) != 0 ? Exact.Steps(edges.LengthM[edge] * edges.CarForwardPerM[edge]) + wait : double.PositiveInfinity;
            cost[(edge * 2) + 1] =
                (flags & RoadFlags.CarBackward) != 0 ? Exact.Steps(edges.LengthM[edge] * edges.CarBackwardPerM[edge]) + wait : double.PositiveInfinity;
            (isLocal[edge * 2], isLocal[(edge * 2) + 1]) = ((flags & RoadFlags.CarForwardLocal) != 0, (flags & RoadFlags.CarBackwardLocal) != 0);
        }

        return new Traversals(edges.Start, edges.End, cost, isLocal);
    }

    public bool MayGo(int traversal) => !double.IsPositiveInfinity(Cost[traversal]);

    /// <summary>Node where a traversal begins.</summary>
    public int Tail(int traversal) => (traversal & 1) == 0 ? _start[traversal >> 1] : _end[traversal >> 1];

    /// <summary>Node where it ends.</summary>
    public int Head(int traversal) => (traversal & 1) == 0 ? _end[traversal >> 1] : _start[traversal >> 1];

    /// <summary>The same with time running backwards: what cost a traversal costs its way back.</summary>
    public Traversals Reversed()
    {
        double[] cost = new double[Count];
        bool[] isLocal = new bool[Count];
        for (int t = 0; t < Count; t++)
        {
            (cost[t], isLocal[t]) = (Cost[t ^ 1], IsLocal[t ^ 1]);
        }

        return new Traversals(_start, _end, cost, isLocal);
    }

    /// <summary>Arcs from node to node, with the local ones or without.</summary>
    public ArcTable Arcs(int nodeCount, bool withLocal = true)
    {
        List<int> tails = [];
        List<Arc> arcs = [];
        for (int t = 0; t < Count; t++)
        {
            // Going round a loop leads nowhere.
            if (MayGo(t) && Tail(t) != Head(t) && (withLocal || !IsLocal[t]))
            {
                tails.Add(Tail(t));
                arcs.Add(new Arc(Head(t), t, Cost[t]));
            }
        }

        return new ArcTable(nodeCount, tails.ToArray(), arcs.ToArray());
    }
}
