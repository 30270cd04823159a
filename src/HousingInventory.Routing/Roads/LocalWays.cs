namespace HousingInventory.Routing.Roads;

/// <summary>
/// Makes local what only local ways lead to. Behind the gate of a village lie ordinary streets; whoever lives there uses the gate and the streets as one, and
/// nobody else passes through either. In each part of the network the longest piece that is joined without local ways is the public one.
/// </summary>
internal static class LocalWays
{
    public static void Enclose(Traversals ways, ReadOnlySpan<double> edgeLengthM, int nodeCount)
    {
        if (!HasLocal(ways))
        {
            return;
        }

        int[] whole = StrongParts.Of(ways.Arcs(nodeCount));
        int[] open = StrongParts.Of(ways.Arcs(nodeCount, withLocal: false));
        double[] lengthM = new double[nodeCount];
        for (int t = 0; t < ways.Count; t += 2)
        {
            bool isOpen = IsOpen(ways, t) || IsOpen(ways, t + 1);
            if (isOpen && open[ways.Tail(t)] == open[ways.Head(t)])
            {
                lengthM[open[ways.Tail(t)]] += edgeLengthM[t >> 1];
            }
        }

        // The longest piece of each whole part; of equally long ones the one met first.
        int[] main = new int[nodeCount];
        Array.Fill(main, -1);
        for (int node = 0; node < nodeCount; node++)
        {
            int best = main[whole[node]];
            main[whole[node]] = best < 0 || lengthM[open[node]] > lengthM[best] ? open[node] : best;
        }

        for (int t = 0; t < ways.Count; t++)
        {
            (int tail, int head) = (ways.Tail(t), ways.Head(t));
            if (ways.MayGo(t) && whole[tail] == whole[head] && (open[tail] != main[whole[tail]] || open[head] != main[whole[tail]]))
            {
                ways.IsLocal[t] = true;
            }
        }

        // A place at the very end of a one-way street is left at its crossing, as local as the street.
        for (int t = 0; t < ways.Count; t++)
        {
            ways.IsLocal[t] = ways.IsLocal[ways.MayGo(t) ? t : t ^ 1];
        }
    }

    private static bool HasLocal(Traversals ways)
    {
        for (int t = 0; t < ways.Count; t++)
        {
            if (ways.IsLocal[t] && ways.MayGo(t))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpen(Traversals ways, int traversal) => ways.MayGo(traversal) && !ways.IsLocal[traversal];
}
