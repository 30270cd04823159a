using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>What is asked of building outlines, with short cuts for the small simple polygons that nearly all of them are.</summary>
internal static class Outlines
{
    private const int SmallRing = 48;
    private const int MostCrossings = 100;
    private const long MostCompared = 100_000_000;

    /// <summary>
    /// Whether the outline is valid. One small ring is checked pair by pair, which for a house is many times faster than building a topology; the rest goes
    /// the long way.
    /// </summary>
    public static bool IsSound(KeptArea outline)
    {
        if (outline.Ring is not { } ring || ring.Length > 2 * SmallRing)
        {
            Geometry whole = outline.Geometry;
            return !whole.IsEmpty && whole.IsValid;
        }

        int segments = (ring.Length / 2) - 1;
        if (segments < 3)
        {
            return false;
        }

        for (int i = 0; i < segments; i++)
        {
            for (int j = i + 1; j < segments; j++)
            {
                bool adjacent = j == i + 1 || (i == 0 && j == segments - 1);
                if (adjacent ? TurnsBack(ring, i, j) : Touch(ring, i, j))
                {
                    // Touching may be allowed; the slow way knows.
                    return outline.Geometry.IsValid;
                }
            }
        }

        return AreaM2(outline) > 0;
    }

    /// <summary>Square metres inside: of one ring to the last digit what the library says, without the objects that it takes.</summary>
    public static double AreaM2(KeptArea outline)
    {
        if (outline.Ring is not { } ring)
        {
            return outline.Geometry.Area;
        }

        double sum = 0;
        for (int i = 2; i + 2 < ring.Length; i += 2)
        {
            sum += (ring[i] - ring[0]) * (ring[i - 1] - ring[i + 3]);
        }

        return Math.Abs(sum / 2);
    }

    /// <summary>
    /// Whether an outline has more corners than allowed, or crosses itself so often that mending it would take as long as the whole run: no house does either.
    /// </summary>
    public static bool IsTooComplex(Geometry outline, int mostCorners) => outline.NumPoints > mostCorners || (outline.NumPoints > SmallRing && IsTangled(outline));

    private static bool IsTangled(Geometry outline)
    {
        List<(double MinX, double MaxX, Coordinate A, Coordinate B)> segments = new(outline.NumPoints);
        outline.Apply(new GeometryComponentFilter(part =>
        {
            Coordinate[] ring = part is LineString line ? line.Coordinates : [];
            for (int i = 0; i + 1 < ring.Length; i++)
            {
                segments.Add((Math.Min(ring[i].X, ring[i + 1].X), Math.Max(ring[i].X, ring[i + 1].X), ring[i], ring[i + 1]));
            }
        }));

        // Segments by their west ends: only those that begin before one has ended may cross it.
        segments.Sort(static (a, b) => a.MinX.CompareTo(b.MinX));
        long compared = 0;
        int crossings = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            for (int j = i + 1; j < segments.Count && segments[j].MinX <= segments[i].MaxX; j++)
            {
                crossings += Cross(segments[i].A, segments[i].B, segments[j].A, segments[j].B) ? 1 : 0;
                if (crossings > MostCrossings || ++compared > MostCompared)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether each segment has the other's ends on both sides; touching does not count.</summary>
    private static bool Cross(Coordinate a, Coordinate b, Coordinate c, Coordinate d) =>
        Cross(a.X, a.Y, b.X, b.Y, c.X, c.Y) * Cross(a.X, a.Y, b.X, b.Y, d.X, d.Y) < 0 && Cross(c.X, c.Y, d.X, d.Y, a.X, a.Y) * Cross(c.X, c.Y, d.X, d.Y, b.X, b.Y) < 0;

    /// <summary>Only the polygons of a geometry, as a Polygon or MultiPolygon; empty when it has none.</summary>
    public static Geometry Polygonal(Geometry geometry)
    {
        if (geometry is IPolygonal)
        {
            return geometry;
        }

        List<Polygon> polygons = [];
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                polygons.Add(polygon);
            }
        }

        return polygons.Count == 1 ? polygons[0] : geometry.Factory.CreateMultiPolygon([.. polygons]);
    }

    /// <summary>
    /// The house: the centroid where it lies inside, else an interior point of the largest part, the first of equals. An outline without area gives its first
    /// coordinate.
    /// </summary>
    public static Coordinate House(KeptArea outline)
    {
        if (outline.Ring is { } ring && CentroidOf(ring) is { } middle
            && RayCrossingCounter.LocatePointInRing(middle, new FlatCorners(ring)) != Location.Exterior)
        {
            return middle;
        }

        return House(outline.Geometry);
    }

    private static Coordinate House(Geometry outline)
    {
        if (outline.IsEmpty)
        {
            return new Coordinate(double.NaN, double.NaN);
        }

        Coordinate centroid = Centroid.GetCentroid(outline);
        if (SimplePointInAreaLocator.IsContained(centroid, outline))
        {
            return centroid;
        }

        Geometry largest = outline.GetGeometryN(0);
        for (int i = 1; i < outline.NumGeometries; i++)
        {
            if (outline.GetGeometryN(i).Area > largest.Area)
            {
                largest = outline.GetGeometryN(i);
            }
        }

        return largest.InteriorPoint.Coordinate ?? outline.Coordinate;
    }

    // As the library does it, so that no digit differs: thirds of triangles from the first corner, weighted by their areas. Null for a ring without area.
    private static Coordinate? CentroidOf(double[] ring)
    {
        (double x, double y, double twice) = (0, 0, 0);
        for (int i = 0; i + 2 < ring.Length; i += 2)
        {
            double area = ((ring[i] - ring[0]) * (ring[i + 3] - ring[1])) - ((ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]));
            x += area * (ring[0] + ring[i] + ring[i + 2]);
            y += area * (ring[1] + ring[i + 1] + ring[i + 3]);
            twice += area;
        }

        return Math.Abs(twice) > 0 ? new Coordinate(x / 3 / twice, y / 3 / twice) : null;
    }

    /// <summary>Whether one of two neighbouring segments has no length, or the second runs back along the first.</summary>
    private static bool TurnsBack(double[] ring, int i, int j)
    {
        double ux = ring[(2 * i) + 2] - ring[2 * i], uy = ring[(2 * i) + 3] - ring[(2 * i) + 1];
        double vx = ring[(2 * j) + 2] - ring[2 * j], vy = ring[(2 * j) + 3] - ring[(2 * j) + 1];
        return (ux * vy) - (uy * vx) == 0 && (ux * vx) + (uy * vy) <= 0;
    }

    /// <summary>Whether two segments that share no end may touch; errs on the side of yes.</summary>
    private static bool Touch(double[] ring, int i, int j)
    {
        (double ax, double ay, double bx, double by) = (ring[2 * i], ring[(2 * i) + 1], ring[(2 * i) + 2], ring[(2 * i) + 3]);
        (double cx, double cy, double dx, double dy) = (ring[2 * j], ring[(2 * j) + 1], ring[(2 * j) + 2], ring[(2 * j) + 3]);
        if (Math.Max(ax, bx) < Math.Min(cx, dx) || Math.Max(cx, dx) < Math.Min(ax, bx)
            || Math.Max(ay, by) < Math.Min(cy, dy) || Math.Max(cy, dy) < Math.Min(ay, by))
        {
            return false;
        }

        double c = Cross(ax, ay, bx, by, cx, cy), d = Cross(ax, ay, bx, by, dx, dy);
        double a = Cross(cx, cy, dx, dy, ax, ay), b = Cross(cx, cy, dx, dy, bx, by);
        return !((c > 0 && d > 0) || (c < 0 && d < 0) || (a > 0 && b > 0) || (a < 0 && b < 0));
    }

    private static double Cross(double ax, double ay, double bx, double by, double px, double py) => ((bx - ax) * (py - ay)) - ((by - ay) * (px - ax));
}
