namespace HousingInventory.Formats.OsmPbf;

/// <summary>A closed ring of node positions; its last is its first.</summary>
internal readonly record struct OsmRing(int[] Nodes, bool IsOuter);

/// <summary>Joins the member ways of a multipolygon relation end to end into rings, and puts each inner ring behind the outer one that it lies in.</summary>
internal static class RingAssembler
{
    private const int MinRingLength = 4;

    /// <summary>The rings of a relation: each outer one followed by its inner ones, in the order of the members; empty when no outer ring closes.</summary>
    /// <param name="ways">Member ways in order, each complete, with two or more nodes.</param>
    /// <param name="places">Positions of the nodes.</param>
    /// <param name="leftOut">Rings that do not close, and inner rings inside no outer one.</param>
    public static List<OsmRing> Assemble(IReadOnlyList<OsmRing> ways, NodePlaces places, out int leftOut)
    {
        leftOut = 0;
        List<int[]> outer = Join([.. ways.Where(w => w.IsOuter).Select(w => w.Nodes)], ref leftOut);
        List<int[]> inner = Join([.. ways.Where(w => !w.IsOuter).Select(w => w.Nodes)], ref leftOut);
        List<int[]>[] innerOf = new List<int[]>[outer.Count];
        foreach (int[] ring in inner)
        {
            int around = SmallestAround(outer, ring, places);
            if (around < 0)
            {
                leftOut++;
            }
            else
            {
                (innerOf[around] ??= []).Add(ring);
            }
        }

        List<OsmRing> rings = [];
        for (int i = 0; i < outer.Count; i++)
        {
            rings.Add(new OsmRing(outer[i], true));
            rings.AddRange((innerOf[i] ?? []).Select(r => new OsmRing(r, false)));
        }

        return rings;
    }

    private static List<int[]> Join(List<int[]> ways, ref int leftOut)
    {
        List<int[]> rings = [];
        Dictionary<int, Stack<int>> waysAt = [];
        bool[] used = new bool[ways.Count];

        // Pushed from the last to the first, so that of several ways at a node the first member is taken first.
        for (int i = ways.Count - 1; i >= 0; i--)
        {
            int[] way = ways[i];
            if (way[0] == way[^1])
            {
                continue;
            }

            At(waysAt, way[0]).Push(i);
            At(waysAt, way[^1]).Push(i);
        }

        for (int i = 0; i < ways.Count; i++)
        {
            if (used[i])
            {
                continue;
            }

            used[i] = true;
            if (ways[i][0] == ways[i][^1])
            {
                AddRing(rings, ways[i], ref leftOut);
            }
            else
            {
                Walk(ways, i, waysAt, used, rings, ref leftOut);
            }
        }

        return rings;
    }

    /// <summary>Walks from way to way. Whenever the walk comes to an end that it passed before, what lies between is a ring.</summary>
    private static void Walk(List<int[]> ways, int first, Dictionary<int, Stack<int>> waysAt, bool[] used, List<int[]> rings, ref int leftOut)
    {
        List<int> path = [.. ways[first]];
        Dictionary<int, int> endsPassed = new() { [path[0]] = 0, [path[^1]] = path.Count - 1 };
        while (path.Count > 0)
        {
            int next = TakeUnused(waysAt[path[^1]], used);
            if (next < 0)
            {
                // Not closed. What was walked since the last ring is lost.
                leftOut++;
                return;
            }

            int[] way = ways[next];
            bool forward = way[0] == path[^1];
            for (int i = 1; i < way.Length; i++)
            {
                path.Add(forward ? way[i] : way[way.Length - 1 - i]);
            }

            if (!endsPassed.TryGetValue(path[^1], out int from))
            {
                endsPassed.Add(path[^1], path.Count - 1);
                continue;
            }

            AddRing(rings, [.. path[from..]], ref leftOut);
            for (int i = from + 1; i < path.Count - 1; i++)
            {
                if (endsPassed.TryGetValue(path[i], out int passed) && passed == i)
                {
                    endsPassed.Remove(path[i]);
                }
            }

            path.RemoveRange(from + 1, path.Count - from - 1);
            if (from == 0)
            {
                return;
            }
        }
    }

    private static void AddRing(List<int[]> rings, int[] ring, ref int leftOut)
    {
        if (ring.Length >= MinRingLength)
        {
            rings.Add(ring);
        }
        else
        {
            leftOut++;
        }
    }

    private static int TakeUnused(Stack<int> ways, bool[] used)
    {
        while (ways.TryPop(out int way))
        {
            if (!used[way])
            {
                used[way] = true;
                return way;
            }
        }

        return -1;
    }

    private static Stack<int> At(Dictionary<int, Stack<int>> waysAt, int node)
    {
        if (!waysAt.TryGetValue(node, out Stack<int>? ways))
        {
            waysAt.Add(node, ways = new Stack<int>());
        }

        return ways;
    }

    private static int SmallestAround(List<int[]> outer, int[] inner, NodePlaces places)
    {
        int smallest = -1;
        double smallestArea = double.PositiveInfinity;
        for (int i = 0; i < outer.Count; i++)
        {
            double area = places.AreaOf(outer[i]);
            if (area < smallestArea && IsInside(inner, outer[i], places))
            {
                smallest = i;
                smallestArea = area;
            }
        }

        return smallest;
    }

    /// <summary>By the first corner that is not on the outer ring; a ring with all corners on it counts as inside.</summary>
    private static bool IsInside(int[] inner, int[] outer, NodePlaces places)
    {
        foreach (int corner in inner)
        {
            int side = places.SideOf(corner, outer);
            if (side != 0)
            {
                return side > 0;
            }
        }

        return true;
    }
}
