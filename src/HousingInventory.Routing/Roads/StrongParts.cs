namespace HousingInventory.Routing.Roads;

/// <summary>
/// Finds the strongly connected parts of a network: in such a part every node can be reached from every other. On foot, where every arc has its way back, they
/// are the connected parts. Method: Tarjan, Depth-first search and linear graph algorithms, 1972, with its own stack.
/// </summary>
internal static class StrongParts
{
    private const int Unseen = -1;

    /// <summary>For each node the number of its part, from 0.</summary>
    public static int[] Of(ArcTable arcs)
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
