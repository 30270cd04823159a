namespace HousingInventory.Routing.Roads;

/// <summary>
/// Finds the edges where a car trip may start or end: those of the strongly connected parts of the car network that are no fragments. In such a part every place
/// can be driven to from every other; a one-way stub that the edge of the map cut off is not in any.
/// Method: Tarjan, Depth-first search and linear graph algorithms, 1972, with its own stack.
/// </summary>
internal static class CarEnds
{
    private const int Unseen = -1;

    public static bool[] Of(EdgeTable edges, ArcTable car, double fragmentM)
    {
        int[] part = StrongParts(car);
        double[] lengthM = new double[car.NodeCount];
        for (int edge = 0; edge < edges.LengthM.Length; edge++)
        {
            if (IsInside(edges, part, edge))
            {
                lengthM[part[edges.Start[edge]]] += edges.LengthM[edge];
            }
        }

        double enoughM = Math.Min(fragmentM, lengthM.Length > 0 ? lengthM.Max() : 0);
        bool[] ends = new bool[edges.LengthM.Length];
        for (int edge = 0; edge < ends.Length; edge++)
        {
            ends[edge] = IsInside(edges, part, edge)
                && (edges.Flags[edge] & RoadFlags.Motorway) == 0
                && lengthM[part[edges.Start[edge]]] >= enoughM;
        }

        return ends;
    }

    private static bool IsInside(EdgeTable edges, int[] part, int edge) =>
        (edges.Flags[edge] & RoadFlags.Car) != 0
        && (edges.Flags[edge] & RoadFlags.Ferry) == 0
        && part[edges.Start[edge]] == part[edges.End[edge]];

    /// <summary>For each node the number of its strongly connected part.</summary>
    private static int[] StrongParts(ArcTable arcs)
    {
        int[] part = new int[arcs.NodeCount];
        int[] order = new int[arcs.NodeCount];
        int[] low = new int[arcs.NodeCount];
        int[] nextArc = new int[arcs.NodeCount];
        Array.Fill(part, Unseen);
        Array.Fill(order, Unseen);
        Stack<int> open = [];
        Stack<int> path = [];
        int seen = 0;
        int parts = 0;
        for (int root = 0; root < arcs.NodeCount; root++)
        {
            if (order[root] == Unseen)
            {
                Enter(root);
            }

            while (path.TryPeek(out int node))
            {
                if (nextArc[node] < arcs.From(node).Length)
                {
                    int head = arcs.From(node)[nextArc[node]++].Head;
                    if (order[head] == Unseen)
                    {
                        Enter(head);
                    }
                    else if (part[head] == Unseen)
                    {
                        low[node] = Math.Min(low[node], order[head]);
                    }

                    continue;
                }

                path.Pop();
                if (path.TryPeek(out int before))
                {
                    low[before] = Math.Min(low[before], low[node]);
                }

                if (low[node] == order[node])
                {
                    Close(node);
                }
            }
        }

        return part;

        void Enter(int node)
        {
            (order[node], low[node]) = (seen, seen);
            seen++;
            open.Push(node);
            path.Push(node);
        }

        void Close(int node)
        {
            int member;
            do
            {
                member = open.Pop();
                part[member] = parts;
            }
            while (member != node);
            parts++;
        }
    }
}
