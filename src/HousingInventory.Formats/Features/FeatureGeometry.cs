using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace HousingInventory.Formats;

/// <summary>The one way in which geometry is made here.</summary>
public static class FeatureGeometry
{
    /// <summary>
    /// Every geometry that a reader gives comes from this factory. It computes overlays with the robust engine (OverlayNG); the default factory of
    /// NetTopologySuite has the old one, and which of two geometries' factories decides is not obvious. Safe for any number of threads.
    /// </summary>
    public static GeometryFactory Factory { get; } =
        new NtsGeometryServices(CoordinateArraySequenceFactory.Instance, PrecisionModel.Floating.Value, 0, GeometryOverlay.NG, new CoordinateEqualityComparer()).CreateGeometryFactory();

    /// <summary>A vertex; with its height where that is known.</summary>
    internal static Coordinate Vertex(double x, double y, double heightM) => double.IsFinite(heightM) ? new CoordinateZ(x, y, heightM) : new Coordinate(x, y);

    /// <summary>
    /// The places of a ring with the first repeated at the end where that is missing, as GIS software does on reading; null when there are fewer than three
    /// corners, which is no ring.
    /// </summary>
    internal static Coordinate[]? CloseRing(Coordinate[] places)
    {
        bool isClosed = places.Length > 1 && places[0].Equals2D(places[^1]);
        return places.Length < (isClosed ? 4 : 3) ? null : isClosed ? places : [.. places, places[0].Copy()];
    }

    /// <summary>The same of a ring that is numbers, x and y by turns.</summary>
    internal static double[]? CloseRing(double[] corners)
    {
        bool isClosed = corners.Length > 2 && corners[0] == corners[^2] && corners[1] == corners[^1];
        return corners.Length < (isClosed ? 8 : 6) ? null : isClosed ? corners : [.. corners, corners[0], corners[1]];
    }
}
