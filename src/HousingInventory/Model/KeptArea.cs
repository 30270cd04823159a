using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Model;

/// <summary>
/// An area as a run keeps it. One ring, which nearly every house and property is, is one array of numbers, and becomes a geometry again when it is asked for:
/// a geometry is a dozen objects, and a register has a hundred thousand of them. Anything else stays as it is.
/// </summary>
internal readonly struct KeptArea
{
    // The numbers of the ring, or the geometry; null for none.
    private readonly object? _kept;
    private readonly bool _isMulti;

    private KeptArea(object kept, bool isMulti)
    {
        (_kept, _isMulti) = (kept, isMulti);
    }

    /// <summary>The area, whose ring is not copied where it is numbers already.</summary>
    public static KeptArea Of(Geometry area)
    {
        bool isMulti = area is MultiPolygon { NumGeometries: 1 };
        return (isMulti ? area.GetGeometryN(0) : area) is Polygon { NumInteriorRings: 0, IsEmpty: false } polygon
            ? new KeptArea(FlatCorners.NumbersOf(polygon.ExteriorRing.CoordinateSequence), isMulti)
            : new KeptArea(area, isMulti);
    }

    /// <summary>The corners of the one ring, x and y by turns and the first again at the end; null where it is anything else.</summary>
    public double[]? Ring => _kept as double[];

    /// <summary>How many corners it has in all.</summary>
    public int Corners => Ring is { } ring ? ring.Length / 2 : Geometry.NumPoints;

    /// <summary>The area as a geometry, made anew where it was one ring: ask once where it is used more than once.</summary>
    public Geometry Geometry
    {
        get
        {
            if (_kept is not double[] numbers)
            {
                return _kept as Geometry ?? Polygon.Empty;
            }

            GeometryFactory factory = FeatureGeometry.Factory;
            Polygon polygon = factory.CreatePolygon(factory.CreateLinearRing(new FlatCorners(numbers)));
            return _isMulti ? factory.CreateMultiPolygon([polygon]) : polygon;
        }
    }
}
