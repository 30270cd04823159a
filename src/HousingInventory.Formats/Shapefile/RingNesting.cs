using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace HousingInventory.Formats;

/// <summary>
/// Puts rings together to polygons with holes by how they lie in each other: a ring in none is a shell, one in a shell is its hole, one in a hole is a shell
/// again. The direction of rings, by which the Shapefile tells shells from holes, is wrong in too many files to go by; GDAL does likewise.
/// </summary>
internal static class RingNesting
{
    /// <summary>From so many rings on, an index pays.</summary>
    private const int ManyRings = 100;

    /// <summary>The polygons, in the order in which their shells stand among the rings.</summary>
    public static List<Polygon> Polygons(LinearRing[] rings)
    {
        GeometryFactory factory = FeatureGeometry.Factory;
        if (rings.Length == 1)
        {
            return [factory.CreatePolygon(rings[0])];
        }

        double[] areas = [.. rings.Select(static r => Math.Abs(Area.OfRingSigned(r.CoordinateSequence)))];
        int[] parents = Parents(rings, areas);
        List<LinearRing>?[] holes = new List<LinearRing>?[rings.Length];
        bool[] isHole = new bool[rings.Length];

        // From large to small: whether the parent is a shell is known before its children are asked.
        foreach (int i in BySize(areas))
        {
            if (parents[i] >= 0 && !isHole[parents[i]])
            {
                isHole[i] = true;
                (holes[parents[i]] ??= []).Add(rings[i]);
            }
        }

        List<Polygon> polygons = [];
        for (int i = 0; i < rings.Length; i++)
        {
            if (!isHole[i])
            {
                polygons.Add(factory.CreatePolygon(rings[i], holes[i]?.ToArray() ?? []));
            }
        }

        return polygons;
    }

    /// <summary>Indexes from the largest area to the smallest; of equals, the first.</summary>
    private static int[] BySize(double[] areas)
    {
        int[] order = [.. Enumerable.Range(0, areas.Length)];
        Array.Sort(order, (a, b) => areas[a] != areas[b] ? areas[b].CompareTo(areas[a]) : a.CompareTo(b));
        return order;
    }

    /// <summary>For each ring the smallest larger ring around it, or -1.</summary>
    private static int[] Parents(LinearRing[] rings, double[] areas)
    {
        int[] order = BySize(areas);
        int[] rank = new int[rings.Length];
        for (int i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        STRtree<int>? index = rings.Length > ManyRings ? MakeIndex(rings) : null;
        IndexedPointInAreaLocator?[] locators = new IndexedPointInAreaLocator?[rings.Length];
        int[] parents = new int[rings.Length];
        foreach (int i in order)
        {
            IEnumerable<int> candidates = index?.Query(rings[i].EnvelopeInternal) ?? order;
            parents[i] = -1;
            foreach (int j in candidates.Where(j => rank[j] < rank[i]).OrderByDescending(j => rank[j]))
            {
                if (rings[j].EnvelopeInternal.Contains(rings[i].EnvelopeInternal) && IsIn(rings[i], locators[j] ??= new IndexedPointInAreaLocator(rings[j])))
                {
                    parents[i] = j;
                    break;
                }
            }
        }

        return parents;
    }

    private static STRtree<int> MakeIndex(LinearRing[] rings)
    {
        STRtree<int> index = new();
        for (int i = 0; i < rings.Length; i++)
        {
            index.Insert(rings[i].EnvelopeInternal, i);
        }

        index.Build();
        return index;
    }

    /// <summary>The first corner that does not lie on the other ring decides; rings that touch in all corners are in each other.</summary>
    private static bool IsIn(LinearRing ring, IndexedPointInAreaLocator other)
    {
        foreach (Coordinate place in ring.Coordinates)
        {
            Location location = other.Locate(place);
            if (location != Location.Boundary)
            {
                return location == Location.Interior;
            }
        }

        return true;
    }
}
