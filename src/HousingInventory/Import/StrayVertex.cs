using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Looks for a corner that cannot be meant: no number, swapped axes, 0,0, or half the Earth away from the others. A house with such a corner is as large as the
/// country, contains every address, and has its centroid at sea.
/// </summary>
internal static class StrayVertex
{
    /// <summary>No register has a single feature that reaches farther than this.</summary>
    private const double FarthestM = 500_000;
    private const double FarthestDegrees = 10;

    /// <summary>Whether one corner does not go with the first, which has been judged as <paramref name="reading"/>.</summary>
    public static bool IsIn(Geometry geometry, Crs? stated, CoordinateReading reading)
    {
        Judge judge = new(geometry.Coordinate, stated, reading);
        return IsIn(geometry, ref judge);
    }

    private static bool IsIn(Geometry geometry, ref Judge judge)
    {
        switch (geometry)
        {
            case Point point:
                return judge.Finds(point.CoordinateSequence);
            case LineString line:
                return judge.Finds(line.CoordinateSequence);
            case Polygon polygon:
                bool found = judge.Finds(polygon.ExteriorRing.CoordinateSequence);
                for (int i = 0; i < polygon.NumInteriorRings && !found; i++)
                {
                    found = judge.Finds(polygon.GetInteriorRingN(i).CoordinateSequence);
                }

                return found;
            default:
                for (int i = 0; i < geometry.NumGeometries; i++)
                {
                    if (IsIn(geometry.GetGeometryN(i), ref judge))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    private struct Judge(Coordinate first, Crs? stated, CoordinateReading reading)
    {
        private readonly double _farthest = Math.Abs(first.X) <= 180 && Math.Abs(first.Y) <= 180 ? FarthestDegrees : FarthestM;

        // Corners within a box whose corners were judged need no judging of their own: what is plausible are boxes too.
        private double _minX = first.X, _minY = first.Y, _maxX = first.X, _maxY = first.Y;

        /// <summary>Whether one of these corners does not go with the first.</summary>
        public bool Finds(CoordinateSequence corners)
        {
            for (int i = 0; i < corners.Count; i++)
            {
                double x = corners.GetX(i), y = corners.GetY(i);
                if (x >= _minX && x <= _maxX && y >= _minY && y <= _maxY)
                {
                    continue;
                }

                if (!Goes(x, y))
                {
                    return true;
                }

                (_minX, _minY, _maxX, _maxY) = (Math.Min(_minX, x), Math.Min(_minY, y), Math.Max(_maxX, x), Math.Max(_maxY, y));
            }

            return false;
        }

        private readonly bool Goes(double x, double y)
        {
            CoordinateReading corner = CoordinateReading.Judge(x, y, stated);
            bool isNear = Math.Abs(x - first.X) <= _farthest && Math.Abs(y - first.Y) <= _farthest;
            return isNear && (PlaceReader.Agree(corner, reading) || PlaceReader.Agree(reading, corner)
                || (corner.Kind is CoordinateKind.Elsewhere or CoordinateKind.AsStated && !corner.IsSwapped && (x != 0 || y != 0)));
        }
    }
}
