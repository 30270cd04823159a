namespace HousingInventory.Routing.Roads;

/// <summary>
/// Takes the right to be walked on from the small parts of the foot network that meet nothing else: a house must not connect to 30 metres of mapped yard when the
/// road is next to it.
/// </summary>
internal static class Fragments
{
    public static List<RoadFragment> LeaveOut(EdgeTable edges, double fragmentM)
    {
        UnionFind parts = new(edges.NodeX.Length);
        for (int edge = 0; edge < edges.LengthM.Length; edge++)
        {
            if (IsFoot(edges, edge))
            {
                parts.Join(edges.Start[edge], edges.End[edge]);
            }
        }

        double[] lengthM = new double[edges.NodeX.Length];
        int[] edgeCount = new int[edges.NodeX.Length];
        int[] firstEdge = new int[edges.NodeX.Length];
        for (int edge = edges.LengthM.Length - 1; edge >= 0; edge--)
        {
            if (IsFoot(edges, edge))
            {
                int part = parts.Find(edges.Start[edge]);
                lengthM[part] += edges.LengthM[edge];
                edgeCount[part]++;
                firstEdge[part] = edge;
            }
        }

        return Remove(edges, parts, Largest(lengthM, edgeCount, firstEdge), fragmentM, lengthM, edgeCount);
    }

    private static bool IsFoot(EdgeTable edges, int edge) => (edges.Flags[edge] & RoadFlags.Foot) != 0;

    /// <summary>The longest part; of equally long ones the one with the lowest edge.</summary>
    private static int Largest(double[] lengthM, int[] edgeCount, int[] firstEdge)
    {
        int largest = -1;
        for (int part = 0; part < lengthM.Length; part++)
        {
            if (edgeCount[part] > 0
                && (largest < 0 || lengthM[part] > lengthM[largest] || (lengthM[part] == lengthM[largest] && firstEdge[part] < firstEdge[largest])))
            {
                largest = part;
            }
        }

        return largest;
    }

    private static List<RoadFragment> Remove(EdgeTable edges, UnionFind parts, int largest, double fragmentM, double[] lengthM, int[] edgeCount)
    {
        List<RoadFragment> fragments = [];
        HashSet<int> reported = [];
        for (int edge = 0; edge < edges.LengthM.Length; edge++)
        {
            int part = parts.Find(edges.Start[edge]);
            if (!IsFoot(edges, edge) || part == largest || lengthM[part] >= fragmentM)
            {
                continue;
            }

            edges.Flags[edge] &= ~RoadFlags.Foot;
            if (reported.Add(part))
            {
                int start = edges.FirstPoint[edge];
                fragments.Add(new RoadFragment(lengthM[part], edgeCount[part], edges.WayIdOf(start), edges.PointX[start], edges.PointY[start]));
            }
        }

        return fragments;
    }
}
