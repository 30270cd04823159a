using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>Decodes the content of a .shp record. In every type X and Y come first and Z and M behind, so that these need no decoding; only lines keep their Z.</summary>
internal static class ShapeGeometry
{
    public const int MultiPatch = 31;

    private const int LineZ = 13;

    /// <summary>Below this, the format's "no data".</summary>
    private const double NoData = -1e38;

    /// <summary>Type, bounding box, number of parts, number of points.</summary>
    private const int PartsAt = 44;

    private const string DoesNotFit = "has a geometry whose parts do not fit its length";
    private static readonly GeometryFactory Factory = FeatureGeometry.Factory;

    /// <summary>The type in OGC spelling that a file of this type of shape holds; null for one without geometry.</summary>
    public static string? OgcType(int type) => Family(type) switch
    {
        1 => "POINT",
        3 => "MULTILINESTRING",
        5 => "MULTIPOLYGON",
        8 => "MULTIPOINT",
        _ => null,
    };

    /// <summary>The geometry of these bytes; null with a fault when they cannot be decoded, null without one for none.</summary>
    public static Geometry? Read(ReadOnlySpan<byte> content, out string? fault)
    {
        int type = BinaryPrimitives.ReadInt32LittleEndian(content);
        fault = null;
        return type switch
        {
            0 => null,
            MultiPatch => Fail("has a surface in three dimensions; export it as polygons", out fault),
            _ => Family(type) switch
            {
                1 => ReadPoint(content, out fault),
                3 => ReadLines(content, out fault),
                5 => ReadPolygons(content, out fault),
                8 => ReadPoints(content, out fault),
                _ => Fail("has a geometry of an unknown type", out fault),
            },
        };
    }

    /// <summary>1 point, 3 line, 5 polygon, 8 points: the plain types; 11 to 18 have Z, 21 to 28 have M.</summary>
    private static int Family(int type) => type is >= 0 and < 30 ? type % 10 : -1;

    private static Geometry? ReadPoint(ReadOnlySpan<byte> content, out string? fault)
    {
        fault = null;
        if (content.Length < 20)
        {
            return Fail(DoesNotFit, out fault);
        }

        double x = BinaryPrimitives.ReadDoubleLittleEndian(content[4..]), y = BinaryPrimitives.ReadDoubleLittleEndian(content[12..]);
        bool noX = double.IsNaN(x) || x < NoData, noY = double.IsNaN(y) || y < NoData;
        return noX && noY ? null
            : double.IsFinite(x) && double.IsFinite(y) && !noX && !noY ? Factory.CreatePoint(new Coordinate(x, y))
            : Fail("has a coordinate that is not a number", out fault);
    }

    private static Geometry? ReadPoints(ReadOnlySpan<byte> content, out string? fault)
    {
        fault = null;
        long count = content.Length < 40 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
        if (count < 0 || count * 16 > content.Length - 40)
        {
            return Fail(DoesNotFit, out fault);
        }

        Coordinate[]? places = Places(content.Slice(40, (int)count * 16), default, out fault);
        return places is null or [] ? null : Factory.CreateMultiPointFromCoords(places);
    }

    private static Geometry? ReadLines(ReadOnlySpan<byte> content, out string? fault)
    {
        bool hasHeights = BinaryPrimitives.ReadInt32LittleEndian(content) == LineZ;
        if (ReadParts(content, hasHeights, out fault) is not { } parts)
        {
            return null;
        }

        LineString[] lines = [.. parts.Where(static p => p.Length > 1).Select(Factory.CreateLineString)];
        if (lines.Length == 0)
        {
            return parts.Count == 0 ? null : Fail("has a line of one point", out fault);
        }

        return lines.Length == 1 ? lines[0] : Factory.CreateMultiLineString(lines);
    }

    private static Geometry? ReadPolygons(ReadOnlySpan<byte> content, out string? fault)
    {
        if (ReadParts(content, hasHeights: false, out fault) is not { } parts)
        {
            return null;
        }

        LinearRing[] rings = [.. parts.Select(FeatureGeometry.CloseRing).OfType<Coordinate[]>().Select(Factory.CreateLinearRing)];
        if (rings.Length == 0)
        {
            return parts.Count == 0 ? null : Fail("has a ring of fewer than three places", out fault);
        }

        List<Polygon> polygons = RingNesting.Polygons(rings);
        return polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
    }

    /// <summary>The points of each part, empty parts left out; null with a fault when counts and length disagree.</summary>
    private static List<Coordinate[]>? ReadParts(ReadOnlySpan<byte> content, bool hasHeights, out string? fault)
    {
        fault = DoesNotFit;
        if (content.Length < PartsAt)
        {
            return null;
        }

        long partCount = BinaryPrimitives.ReadInt32LittleEndian(content[36..]), pointCount = BinaryPrimitives.ReadInt32LittleEndian(content[40..]);
        if (partCount < 0 || pointCount < 0 || (4 * partCount) + (16 * pointCount) > content.Length - PartsAt)
        {
            return null;
        }

        ReadOnlySpan<byte> starts = content.Slice(PartsAt, 4 * (int)partCount);
        ReadOnlySpan<byte> points = content.Slice(PartsAt + (4 * (int)partCount), 16 * (int)pointCount);
        ReadOnlySpan<byte> heights = content[(PartsAt + starts.Length + points.Length)..];
        heights = hasHeights && heights.Length >= 16 + (points.Length / 2) ? heights[16..] : default;
        List<Coordinate[]> parts = [];

        // Some writers leave out the only part.
        int start = partCount == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(starts);
        for (int i = 0; i < Math.Max(partCount, 1); i++)
        {
            int end = i + 1 < partCount ? BinaryPrimitives.ReadInt32LittleEndian(starts[(4 * (i + 1))..]) : (int)pointCount;
            if (start < 0 || end < start || end > pointCount)
            {
                return null;
            }

            ReadOnlySpan<byte> own = heights.IsEmpty ? default : heights[(8 * start)..(8 * end)];
            if (Places(points[(16 * start)..(16 * end)], own, out fault) is not { } places)
            {
                return null;
            }

            if (places.Length > 0)
            {
                parts.Add(places);
            }

            fault = DoesNotFit;
            start = end;
        }

        fault = null;
        return parts;
    }

    private static Coordinate[]? Places(ReadOnlySpan<byte> points, ReadOnlySpan<byte> heights, out string? fault)
    {
        fault = null;
        Coordinate[] places = new Coordinate[points.Length / 16];
        for (int i = 0; i < places.Length; i++)
        {
            double x = BinaryPrimitives.ReadDoubleLittleEndian(points[(16 * i)..]), y = BinaryPrimitives.ReadDoubleLittleEndian(points[((16 * i) + 8)..]);
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                fault = "has a coordinate that is not a number";
                return null;
            }

            double heightM = heights.IsEmpty ? double.NaN : BinaryPrimitives.ReadDoubleLittleEndian(heights[(8 * i)..]);
            places[i] = FeatureGeometry.Vertex(x, y, heightM);
        }

        return places;
    }

    private static Geometry? Fail(string clause, out string? fault)
    {
        fault = clause;
        return null;
    }
}
