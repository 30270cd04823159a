using NetTopologySuite.Geometries;

namespace HousingInventory.Link;

/// <summary>
/// How much area two areas share, in square metres, without the outline of what they share: an outline is the sum of the triangles from one point to each of its
/// edges, and to cut by a triangle is to cut by three lines. A house takes microseconds and no memory, where the common outline takes a planar graph.
/// </summary>
/// <remarks>Scratch memory belongs to the object: one thread uses it.</remarks>
internal sealed class SharedArea
{
    private Corners _from = new();
    private Corners _to = new();
    private readonly Corners _near = new();

    /// <summary>The area that both cover. Where one is no valid area, overlapping parts of it count as often as they overlap.</summary>
    public double Of(Geometry area, Geometry outline)
    {
        double sum = 0;
        for (int i = 0; i < outline.NumGeometries; i++)
        {
            if (outline.GetGeometryN(i) is not Polygon { IsEmpty: false } part)
            {
                continue;
            }

            sum += OfRing(area, part.ExteriorRing);
            foreach (LineString hole in part.InteriorRings)
            {
                sum -= OfRing(area, hole);
            }
        }

        return sum;
    }

    private double OfRing(Geometry area, LineString ring)
    {
        double sum = 0;
        for (int i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { IsEmpty: false } part || !part.EnvelopeInternal.Intersects(ring.EnvelopeInternal))
            {
                continue;
            }

            sum += Shared(part.ExteriorRing, ring);
            foreach (LineString hole in part.InteriorRings)
            {
                sum -= Shared(hole, ring);
            }
        }

        return sum;
    }

    private double Shared(LineString large, LineString ring)
    {
        CutNear(large.CoordinateSequence, ring.EnvelopeInternal);
        CoordinateSequence corners = ring.CoordinateSequence;
        double sum = 0;
        for (int i = 1; i < corners.Count && _near.Count > 0; i++)
        {
            sum += OfTriangle(corners.GetX(i - 1) - _near.OriginX, corners.GetY(i - 1) - _near.OriginY, corners.GetX(i) - _near.OriginX, corners.GetY(i) - _near.OriginY);
        }

        return Math.Abs(sum);
    }

    // What of a ring lies in the box of the small one, as numbers from its lower left corner: near zero they keep their digits.
    private void CutNear(CoordinateSequence large, Envelope box)
    {
        _from.Count = 0;
        for (int i = 0; i < large.Count - 1; i++)
        {
            _from.Add(large.GetX(i) - box.MinX, large.GetY(i) - box.MinY);
        }

        Cut(1, 0, 0);
        Cut(0, 1, 0);
        Cut(-1, 0, box.Width);
        Cut(0, -1, box.Height);
        _near.CopyOf(_from);
        (_near.OriginX, _near.OriginY) = (box.MinX, box.MinY);
    }

    // The signed area of what is near and within the triangle from the origin to an edge; the edge's direction gives the sign.
    private double OfTriangle(double ax, double ay, double bx, double by)
    {
        double cross = (ax * by) - (ay * bx);
        if (cross == 0)
        {
            return 0;
        }

        int sign = Math.Sign(cross);
        _from.CopyOf(_near);
        Cut(-ay * sign, ax * sign, 0);
        Cut(by * sign, -bx * sign, 0);
        Cut((ay - by) * sign, (bx - ax) * sign, cross * sign);
        return sign * _from.SignedArea();
    }

    // Keeps the side on which nx·x + ny·y + d is not negative. A ring that leaves and comes back runs along the line, there and back, which is no area.
    private void Cut(double nx, double ny, double d)
    {
        _to.Count = 0;
        for (int i = 0, before = _from.Count - 1; i < _from.Count; before = i++)
        {
            double one = (nx * _from.X[before]) + (ny * _from.Y[before]) + d;
            double two = (nx * _from.X[i]) + (ny * _from.Y[i]) + d;
            if (one >= 0 != two >= 0)
            {
                double share = one / (one - two);
                _to.Add(_from.X[before] + (share * (_from.X[i] - _from.X[before])), _from.Y[before] + (share * (_from.Y[i] - _from.Y[before])));
            }

            if (two >= 0)
            {
                _to.Add(_from.X[i], _from.Y[i]);
            }
        }

        (_from, _to) = (_to, _from);
    }

    private sealed class Corners
    {
        public double[] X { get; private set; } = new double[64];

        public double[] Y { get; private set; } = new double[64];

        public int Count { get; set; }

        public double OriginX { get; set; }

        public double OriginY { get; set; }

        public void Add(double x, double y)
        {
            if (Count == X.Length)
            {
                Grow(2 * Count);
            }

            (X[Count], Y[Count]) = (x, y);
            Count++;
        }

        public void CopyOf(Corners other)
        {
            Count = 0;
            if (other.Count > X.Length)
            {
                Grow(other.X.Length);
            }

            other.X.AsSpan(0, other.Count).CopyTo(X);
            other.Y.AsSpan(0, other.Count).CopyTo(Y);
            Count = other.Count;
        }

        public double SignedArea()
        {
            double twice = 0;
            for (int i = 0, before = Count - 1; i < Count; before = i++)
            {
                twice += (X[before] * Y[i]) - (X[i] * Y[before]);
            }

            return twice / 2;
        }

        private void Grow(int room)
        {
            double[] x = new double[room], y = new double[room];
            X.AsSpan(0, Count).CopyTo(x);
            Y.AsSpan(0, Count).CopyTo(y);
            (X, Y) = (x, y);
        }
    }
}
