namespace HousingInventory.Formats.OsmPbf;

/// <summary>Where the nodes of a <see cref="NodeIndex"/> lie, by position, with the little plane geometry that assembling areas needs.</summary>
internal sealed class NodePlaces(NodeIndex nodes)
{
    /// <summary>Longitude and latitude in 1e-7 degrees.</summary>
    public (int LongitudeE7, int LatitudeE7) this[int position]
    {
        get
        {
            int block = Array.BinarySearch(nodes.BlockStart, position);
            block = block < 0 ? ~block - 1 : block;
            NodeArrays arrays = nodes.Blocks[block];
            int at = position - nodes.BlockStart[block];
            return (arrays.LongitudesE7[at], arrays.LatitudesE7[at]);
        }
    }

    /// <summary>The area within a ring in square units of 1e-7 degrees, without sign: for comparing rings in one place.</summary>
    public double AreaOf(int[] ring)
    {
        Centroid sum = default;
        Add(ref sum, ring, isOuter: true);
        return sum.Area;
    }

    /// <summary>1 when the node lies inside the ring, 0 when on it, -1 when outside.</summary>
    public int SideOf(int node, int[] ring)
    {
        (long x, long y) = this[node];
        bool inside = false;
        (long x1, long y1) = this[ring[0]];
        for (int i = 1; i < ring.Length; i++)
        {
            (long x2, long y2) = this[ring[i]];
            if (ring[i] == node || (x == x2 && y == y2))
            {
                return 0;
            }

            Int128 cross = ((Int128)(x2 - x1) * (y - y1)) - ((Int128)(x - x1) * (y2 - y1));
            if (cross == 0 && x >= Math.Min(x1, x2) && x <= Math.Max(x1, x2) && y >= Math.Min(y1, y2) && y <= Math.Max(y1, y2))
            {
                return 0;
            }

            if ((y1 > y) != (y2 > y))
            {
                // The edge crosses the node's latitude; east of the node exactly when the node lies to its left going north.
                inside ^= (cross > 0) == (y2 > y1);
            }

            (x1, y1) = (x2, y2);
        }

        return inside ? 1 : -1;
    }

    /// <summary>Adds a ring to a centroid: outer rings count, inner ones are taken away.</summary>
    public void Add(ref Centroid sum, ReadOnlySpan<int> ring, bool isOuter)
    {
        if (ring.IsEmpty)
        {
            return;
        }

        (int originX, int originY) = this[ring[0]];
        double doubled = 0;
        double momentX = 0;
        double momentY = 0;
        double x1 = 0;
        double y1 = 0;
        foreach (int node in ring[1..])
        {
            (int x, int y) = this[node];
            double x2 = (double)x - originX;
            double y2 = (double)y - originY;
            double cross = (x1 * y2) - (x2 * y1);
            doubled += cross;
            momentX += cross * (x1 + x2);
            momentY += cross * (y1 + y2);
            (x1, y1) = (x2, y2);
        }

        double sign = (doubled < 0 ? -1 : 1) * (isOuter ? 1 : -1);
        sum.Area += sign * doubled / 2;
        sum.MomentX += sign * ((momentX / 6) + (originX * doubled / 2));
        sum.MomentY += sign * ((momentY / 6) + (originY * doubled / 2));
    }

    /// <summary>Adds the vertices of a line, -1 skipped, to a mean.</summary>
    public void Add(ref VertexMean mean, ReadOnlySpan<int> line)
    {
        foreach (int node in line)
        {
            if (node >= 0)
            {
                (int x, int y) = this[node];
                mean.Add(x, y);
            }
        }
    }
}

/// <summary>The centroid of rings, weighted by their areas, in 1e-7 degrees.</summary>
internal struct Centroid
{
    public double Area;
    public double MomentX;
    public double MomentY;
}

/// <summary>The mean of vertices, and the box round them, in 1e-7 degrees.</summary>
internal struct VertexMean
{
    private long _count;
    private long _sumX;
    private long _sumY;
    private int _minX;
    private int _maxX;
    private int _minY;
    private int _maxY;

    public void Add(int x, int y)
    {
        _minX = _count == 0 ? x : Math.Min(_minX, x);
        _maxX = _count == 0 ? x : Math.Max(_maxX, x);
        _minY = _count == 0 ? y : Math.Min(_minY, y);
        _maxY = _count == 0 ? y : Math.Max(_maxY, y);
        _count++;
        _sumX += x;
        _sumY += y;
    }

    /// <summary>
    /// Longitude and latitude in degrees of the middle: the centroid of the rings; the mean of the vertices when these have no area, or cross themselves so that
    /// their centroid lies outside of them. Null without vertices.
    /// </summary>
    public readonly (double Longitude, double Latitude)? Middle(Centroid rings)
    {
        if (_count == 0)
        {
            return null;
        }

        double x = rings.MomentX / rings.Area;
        double y = rings.MomentY / rings.Area;
        bool isWithin = rings.Area > 0 && x >= _minX && x <= _maxX && y >= _minY && y <= _maxY;
        return isWithin ? (x / 1e7, y / 1e7) : ((double)_sumX / _count / 1e7, (double)_sumY / _count / 1e7);
    }
}
