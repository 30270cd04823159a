using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Formats;

/// <summary>Outlines stored under types of curves, as ArcGIS and PostGIS store them.</summary>
public sealed class CurvesTests
{
    private const int Line = 2, Circular = 8, Compound = 9, CurvePolygon = 10, MultiCurve = 11, MultiSurface = 12;

    private static readonly double[] Square = [0, 0, 10, 0, 10, 10, 0, 10, 0, 0];

    [Fact]
    public void A_curve_polygon_with_straight_rings_is_a_polygon()
    {
        Geometry? read = WkbGeometry.Read(Wkb(CurvePolygon, Parts(Wkb(Line, Places(Square)), Wkb(Line, Places(2, 2, 4, 2, 4, 4, 2, 2)))), out string? fault);
        Assert.Null(fault);
        Assert.Equal((98d, 1), (read!.Area, ((Polygon)read).NumInteriorRings)); // 10 x 10 less half of 2 x 2
    }

    [Fact]
    public void A_ring_of_straight_arcs_and_lines_is_a_polygon()
    {
        // The first two sides as a circular string whose middle places lie on the chords, the others as a line.
        byte[] ring = Wkb(Compound, Parts(Wkb(Circular, Places(0, 0, 5, 0, 10, 0, 10, 5, 10, 10)), Wkb(Line, Places(10, 10, 0, 10, 0, 0))));
        Geometry? read = WkbGeometry.Read(Wkb(MultiSurface, Parts(Wkb(CurvePolygon, Parts(ring)))), out string? fault);
        Assert.Equal((null, 100d, "MultiPolygon"), (fault, read!.Area, read.GeometryType));
    }

    [Fact]
    public void A_multi_curve_of_lines_is_lines()
    {
        Geometry? read = WkbGeometry.Read(Wkb(MultiCurve, Parts(Wkb(Line, Places(0, 0, 3, 4)), Wkb(Compound, Parts(Wkb(Line, Places(0, 0, 0, 2)), Wkb(Line, Places(0, 2, 0, 5)))))), out string? fault);
        Assert.Equal((null, 10d, 2), (fault, read!.Length, read.NumGeometries)); // 5 + 5
    }

    [Fact]
    public void Straight_rings_are_read_with_heights_with_measures_and_beside_ordinary_ones()
    {
        double[] raised = [0, 0, 7, 10, 0, 7, 10, 10, 7, 0, 10, 7, 0, 0, 7];
        byte[] Raised(int line) => Wkb(line, [.. BitConverter.GetBytes(5), .. raised.SelectMany(BitConverter.GetBytes)]);
        byte[] ordinary = Wkb(3, [.. BitConverter.GetBytes(1), .. Places(Square)]);
        foreach ((string how, byte[] stored) in ((string, byte[])[])[
            ("heights", Wkb(1000 + CurvePolygon, Parts(Raised(1000 + Line)))),
            ("measures", Wkb(2000 + CurvePolygon, Parts(Raised(2000 + Line)))),
            ("heights as PostGIS stores them", Wkb(CurvePolygon | unchecked((int)0x80000000), Parts(Raised(Line | unchecked((int)0x80000000))))),
            ("an ordinary polygon in a surface", Wkb(MultiSurface, Parts(ordinary))),
            ("a compound of lines", Wkb(CurvePolygon, Parts(Wkb(Compound, Parts(Wkb(Line, Places(0, 0, 10, 0, 10, 10)), Wkb(Line, Places(10, 10, 0, 10, 0, 0))))))),
        ])
        {
            Geometry? read = WkbGeometry.Read(stored, out string? fault);
            Assert.Equal((how, null, 100d), (how, fault, read?.Area ?? 0));
        }
    }

    [Fact]
    public void A_real_curve_is_refused_by_its_name()
    {
        foreach (byte[] curved in (byte[][])[
            Wkb(Circular, Places(0, 0, 5, 5, 10, 0)),
            Wkb(CurvePolygon, Parts(Wkb(Circular, Places(0, 0, 10, 0, 0, 0)))), // a whole circle
            Wkb(MultiSurface, Parts(Wkb(CurvePolygon, Parts(Wkb(Compound, Parts(Wkb(Circular, Places(0, 0, 5, 1, 10, 0)), Wkb(Line, Places(10, 0, 0, 0)))))))),
        ])
        {
            Assert.Null(WkbGeometry.Read(curved, out string? fault));
            Assert.Contains("curve", fault, StringComparison.Ordinal);
            Assert.Contains("ogr2ogr -nlt CONVERT_TO_LINEAR", fault, StringComparison.Ordinal);
        }
    }

    private static byte[] Wkb(int type, byte[] content) => [1, .. BitConverter.GetBytes(type), .. content];

    private static byte[] Parts(params byte[][] parts) => [.. BitConverter.GetBytes(parts.Length), .. parts.SelectMany(p => p)];

    private static byte[] Places(params double[] xy) => [.. BitConverter.GetBytes(xy.Length / 2), .. xy.SelectMany(BitConverter.GetBytes)];
}
