namespace HousingInventory.Routing.Roads;

/// <summary>
/// Finds the edges where a trip may start or end, and the part of the network that each belongs to: on foot the connected parts that are no fragments, by car the
/// strongly connected ones, so that a one-way stub that the edge of the map cut off is in none.
/// </summary>
internal static class EdgeParts
{
    /// <summary>No trip starts or ends on this edge.</summary>
    public const int None = -1;

    /// <summary>For each edge its part, or <see cref="None"/>: nobody may walk there, or it is a tunnel.</summary>
    public static int[] OnFoot(EdgeTable edges, Traversals onFoot)
    {
        int[] partOfNode = StrongParts.Of(onFoot.Arcs(edges.NodeX.Length));
        int[] part = new int[edges.LengthM.Length];
        for (int edge = 0; edge < part.Length; edge++)
        {
            part[edge] = edges.LengthM[edge] > 0 && (edges.Flags[edge] & (RoadFlags.Foot | RoadFlags.Tunnel)) == RoadFlags.Foot ? partOfNode[edges.Start[edge]] : None;
        }

        return part;
    }

    /// <summary>For each edge its part, or <see cref="None"/>: no car comes both there and away, or it is a ferry, a motorway, a tunnel, or in a fragment.</summary>
    public static int[] ByCar(EdgeTable edges, Traversals byCar, double fragmentM)
    {
        int[] partOfNode = StrongParts.Of(byCar.Arcs(edges.NodeX.Length));
        double[] lengthM = new double[edges.NodeX.Length];
        for (int edge = 0; edge < edges.LengthM.Length; edge++)
        {
            if (IsInside(edges, partOfNode, edge))
            {
                lengthM[partOfNode[edges.Start[edge]]] += edges.LengthM[edge];
            }
        }

        double enoughM = Math.Min(fragmentM, lengthM.Length > 0 ? lengthM.Max() : 0);
        int[] part = new int[edges.LengthM.Length];
        for (int edge = 0; edge < part.Length; edge++)
        {
            bool isEnd = edges.LengthM[edge] > 0
                && IsInside(edges, partOfNode, edge)
                && (edges.Flags[edge] & (RoadFlags.Motorway | RoadFlags.Tunnel)) == 0
                && lengthM[partOfNode[edges.Start[edge]]] >= enoughM;
            part[edge] = isEnd ? partOfNode[edges.Start[edge]] : None;
        }

        return part;
    }

    private static bool IsInside(EdgeTable edges, int[] partOfNode, int edge) =>
        (edges.Flags[edge] & RoadFlags.Car) != 0
        && (edges.Flags[edge] & RoadFlags.Ferry) == 0
        && partOfNode[edges.Start[edge]] == partOfNode[edges.End[edge]];
}
