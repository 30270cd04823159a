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
    public static bool IsSound(Geometry outline)
    {
        Geometry only = outline is MultiPolygon { NumGeometries: 1 } multi ? multi.GetGeometryN(0) : outline;
        if (only is not Polygon { NumInteriorRings: 0 } polygon || polygon.NumPoints > SmallRing)
        {
            return outline.IsValid;
        }

        CoordinateSequence ring = polygon.ExteriorRing.CoordinateSequence;
        int segments = ring.Count - 1;
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
                    return outline.IsValid;
                }
            }
        }

        return polygon.Area > 0;
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
    public static Coordinate House(Geometry outline)
    {
        if (outline.IsEmpty)
        {
            return new Coordinate(double.NaN, double.NaN);
        }

        Coordinate centroid = Centroid.GetCentroid(outline);
        if (Holds(outline, centroid))
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

    // One ring, as nearly every house has, is asked without the boxes that the library would make and keep for each of its parts.
    private static bool Holds(Geometry outline, Coordinate place) => outline switch
    {
        MultiPolygon { NumGeometries: 1 } one => Holds(one.GetGeometryN(0), place),
        Polygon { NumInteriorRings: 0 } ring => RayCrossingCounter.LocatePointInRing(place, ring.ExteriorRing.CoordinateSequence) != Location.Exterior,
        _ => SimplePointInAreaLocator.IsContained(place, outline),
    };

    /// <summary>Whether one of two neighbouring segments has no length, or the second runs back along the first.</summary>
    private static bool TurnsBack(CoordinateSequence ring, int i, int j)
    {
        double ux = ring.GetX(i + 1) - ring.GetX(i), uy = ring.GetY(i + 1) - ring.GetY(i);
        double vx = ring.GetX(j + 1) - ring.GetX(j), vy = ring.GetY(j + 1) - ring.GetY(j);
        return (ux * vy) - (uy * vx) == 0 && (ux * vx) + (uy * vy) <= 0;
    }

    /// <summary>Whether two segments that share no end may touch; errs on the side of yes.</summary>
    private static bool Touch(CoordinateSequence ring, int i, int j)
    {
        double ax = ring.GetX(i), ay = ring.GetY(i), bx = ring.GetX(i + 1), by = ring.GetY(i + 1);
        double cx = ring.GetX(j), cy = ring.GetY(j), dx = ring.GetX(j + 1), dy = ring.GetY(j + 1);
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
