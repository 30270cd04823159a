using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>
/// Well-known binary into geometry, from a span and without exceptions: ISO and extended forms, either byte order, M left out, and Z but for lines. Types of curves are read where all
/// their parts are straight, as ArcGIS and PostGIS store plain outlines; an arc is a fault.
/// </summary>
internal ref struct WkbGeometry
{
    private const uint ExtendedZ = 0x8000_0000;
    private const uint ExtendedM = 0x4000_0000;
    private const uint ExtendedSrid = 0x2000_0000;

    /// <summary>Collections in collections; real data has one level. Keeps hostile bytes off the stack.</summary>
    private const int MaxDepth = 16;

    private const string RealCurve = "has a real curve (an arc), which is not read; export it with straight lines, for example with ogr2ogr -nlt CONVERT_TO_LINEAR";

    private static readonly GeometryFactory Factory = FeatureGeometry.Factory;

    private readonly ReadOnlySpan<byte> bytes;
    private int at;
    private bool isLittleEndian;
    private int ordinates;
    private bool hasHeights;
    private string? fault;

    private WkbGeometry(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
    }

    /// <summary>
    /// The geometry of these bytes. Null with a fault, an English clause, when they cannot be decoded; null without one for an empty geometry. Rings that are
    /// not closed are closed, as GIS software does; bytes after the geometry are ignored.
    /// </summary>
    public static Geometry? Read(ReadOnlySpan<byte> bytes, out string? fault)
    {
        WkbGeometry reader = new(bytes);
        Geometry? geometry = reader.ReadAny(0);
        fault = reader.fault;
        return fault is null && geometry is { IsEmpty: false } ? geometry : null;
    }

    private Geometry? ReadAny(int depth)
    {
        if (depth > MaxDepth)
        {
            return Fail("has a geometry nested too deeply");
        }

        if (!ReadHeader(out uint type))
        {
            return null;
        }

        return type switch
        {
            1 => ReadPoint(),
            2 => ReadCoordinates() is { } line ? line.Length == 1 ? Fail("has a line of one point") : Factory.CreateLineString(line) : null,
            3 => ReadPolygon(),
            4 => ReadMany<Point>(depth) is { } points ? Factory.CreateMultiPoint(points) : null,
            5 => ReadMany<LineString>(depth) is { } lines ? Factory.CreateMultiLineString(lines) : null,
            6 => ReadMany<Polygon>(depth) is { } polygons ? Factory.CreateMultiPolygon(polygons) : null,
            7 => ReadMany<Geometry>(depth) is { } members ? Factory.CreateGeometryCollection(members) : null,
            8 or 9 => ReadCurve(type, depth) is { } curve ? curve.Length == 1 ? Fail("has a line of one point") : Factory.CreateLineString(curve) : null,
            10 => ReadCurvePolygon(depth),
            11 => ReadMany<LineString>(depth) is { } curves ? Factory.CreateMultiLineString(curves) : null,
            12 => ReadMany<Polygon>(depth) is { } surfaces ? Factory.CreateMultiPolygon(surfaces) : null,
            13 or 14 => Fail(RealCurve),
            15 or 16 or 17 => Fail("has a surface in three dimensions; export it as polygons"),
            _ => Fail("has a geometry of an unknown type"),
        };
    }

    private bool ReadHeader(out uint type)
    {
        type = 0;
        if (at + 5 > bytes.Length)
        {
            Fail("has a geometry that is cut short");
            return false;
        }

        isLittleEndian = bytes[at++] == 1;
        uint code = ReadUInt32();
        bool hasZ = (code & ExtendedZ) != 0, hasM = (code & ExtendedM) != 0;
        if ((code & ExtendedSrid) != 0)
        {
            if (at + 4 > bytes.Length)
            {
                Fail("has a geometry that is cut short");
                return false;
            }

            at += 4;
        }

        code &= 0x1FFF_FFFF;
        hasHeights = hasZ || code / 1000 is 1 or 3;
        ordinates = 2 + (hasHeights ? 1 : 0) + (hasM || code / 1000 is 2 or 3 ? 1 : 0);
        type = code / 1000 <= 3 ? code % 1000 : 0;
        return true;
    }

    private Geometry? ReadPoint()
    {
        if (!HasRoom(1, 8 * ordinates))
        {
            return null;
        }

        (double x, double y) = ReadPlace();

        // WKB writes an empty point as not-a-number.
        return double.IsNaN(x) && double.IsNaN(y) ? Factory.CreatePoint()
            : double.IsFinite(x) && double.IsFinite(y) ? Factory.CreatePoint(new Coordinate(x, y)) : Fail("has a coordinate that is not a number");
    }

    private Polygon? ReadPolygon()
    {
        if (!ReadCount(4, out int rings))
        {
            return null;
        }

        if (rings == 0)
        {
            return Factory.CreatePolygon();
        }

        LinearRing? shell = null;
        LinearRing[] holes = rings == 1 ? [] : new LinearRing[rings - 1];
        for (int i = 0; i < rings; i++)
        {
            if (ReadRing() is not { } corners)
            {
                return null;
            }

            LinearRing ring = Factory.CreateLinearRing(new FlatCorners(corners));
            if (i == 0)
            {
                shell = ring;
            }
            else
            {
                holes[i - 1] = ring;
            }
        }

        return shell!.IsEmpty ? Factory.CreatePolygon() : Factory.CreatePolygon(shell, holes);
    }

    /// <summary>A polygon whose rings are lines, circular strings or compound curves.</summary>
    private Polygon? ReadCurvePolygon(int depth)
    {
        if (!ReadCount(9, out int rings))
        {
            return null;
        }

        LinearRing[] read = new LinearRing[rings];
        for (int i = 0; i < rings; i++)
        {
            if (!ReadHeader(out uint type) || ReadCurve(type, depth + 1) is not { } places)
            {
                return null;
            }

            if (FeatureGeometry.CloseRing(places) is not { } ring)
            {
                Fail("has a ring of fewer than three places");
                return null;
            }

            read[i] = Factory.CreateLinearRing(ring);
        }

        return rings == 0 ? Factory.CreatePolygon() : Factory.CreatePolygon(read[0], read[1..]);
    }

    /// <summary>The places of a line (2), a circular string (8) or a compound curve (9), behind its header.</summary>
    private Coordinate[]? ReadCurve(uint type, int depth)
    {
        if (depth > MaxDepth)
        {
            Fail("has a geometry nested too deeply");
            return null;
        }

        switch (type)
        {
            case 2:
                return ReadCoordinates();
            case 8:
                Coordinate[]? places = ReadCoordinates();
                if (places is not null && !IsStraight(places))
                {
                    Fail(RealCurve);
                    return null;
                }

                return places;
            case 9:
                return ReadCompound(depth);
            default:
                Fail(RealCurve);
                return null;
        }
    }

    private Coordinate[]? ReadCompound(int depth)
    {
        if (!ReadCount(9, out int parts))
        {
            return null;
        }

        List<Coordinate> joined = [];
        for (int i = 0; i < parts; i++)
        {
            if (!ReadHeader(out uint type) || ReadCurve(type, depth + 1) is not { } part)
            {
                return null;
            }

            // Each part begins where the one before ends.
            int skip = joined.Count > 0 && part.Length > 0 && joined[^1].Equals2D(part[0]) ? 1 : 0;
            joined.AddRange(part[skip..]);
        }

        return [.. joined];
    }

    /// <summary>Whether each arc, given by three places, is a straight line to within a millimetre. Equal ends with another place between are a whole circle.</summary>
    private static bool IsStraight(Coordinate[] places)
    {
        for (int i = 0; i + 2 < places.Length; i += 2)
        {
            (Coordinate a, Coordinate b, Coordinate c) = (places[i], places[i + 1], places[i + 2]);
            double chord = a.Distance(c);
            double height = chord == 0 ? a.Distance(b) : Math.Abs(((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X))) / chord;
            if (height > 0.001)
            {
                return false;
            }
        }

        return true;
    }

    private T[]? ReadMany<T>(int depth)
        where T : Geometry
    {
        if (!ReadCount(5, out int count))
        {
            return null;
        }

        T[] members = new T[count];
        for (int i = 0; i < count; i++)
        {
            if (ReadAny(depth + 1) is not { } member)
            {
                return null;
            }

            if (member is not T typed)
            {
                Fail("has a geometry with a part of another type");
                return null;
            }

            members[i] = typed;
        }

        return members;
    }

    /// <summary>The places of a line, with finite coordinates.</summary>
    private Coordinate[]? ReadCoordinates()
    {
        if (!ReadCount(8 * ordinates, out int count))
        {
            return null;
        }

        Coordinate[] places = new Coordinate[count];
        for (int i = 0; i < count; i++)
        {
            double heightM = hasHeights ? ReadHeight() : double.NaN;
            (double x, double y) = ReadPlace();
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                Fail("has a coordinate that is not a number");
                return null;
            }

            places[i] = FeatureGeometry.Vertex(x, y, heightM);
        }

        return places;
    }

    /// <summary>The corners of a ring, x and y by turns, with finite coordinates; the first is repeated at the end where that is missing, and fewer than three are a fault.</summary>
    private double[]? ReadRing()
    {
        if (!ReadCount(8 * ordinates, out int count))
        {
            return null;
        }

        double[] corners = new double[2 * count];
        for (int i = 0; i < corners.Length; i += 2)
        {
            (corners[i], corners[i + 1]) = ReadPlace();
            if (!double.IsFinite(corners[i]) || !double.IsFinite(corners[i + 1]))
            {
                Fail("has a coordinate that is not a number");
                return null;
            }
        }

        double[]? ring = count == 0 ? corners : FeatureGeometry.CloseRing(corners);
        if (ring is null)
        {
            Fail("has a ring of fewer than three places");
        }

        return ring;
    }

    /// <summary>A count whose members, of at least this many bytes each, fit into what is left: a wrong count never allocates.</summary>
    private bool ReadCount(int bytesEach, out int count)
    {
        count = 0;
        if (at + 4 > bytes.Length)
        {
            Fail("has a geometry that is cut short");
            return false;
        }

        uint stated = ReadUInt32();
        count = (int)Math.Min(stated, int.MaxValue);
        return HasRoom(stated, bytesEach);
    }

    private bool HasRoom(uint count, int bytesEach)
    {
        if (count * (long)bytesEach <= bytes.Length - at)
        {
            return true;
        }

        Fail("has a geometry that is cut short");
        return false;
    }

    private (double X, double Y) ReadPlace()
    {
        ReadOnlySpan<byte> place = bytes.Slice(at, 16);
        at += 8 * ordinates;
        return isLittleEndian
            ? (BinaryPrimitives.ReadDoubleLittleEndian(place), BinaryPrimitives.ReadDoubleLittleEndian(place[8..]))
            : (BinaryPrimitives.ReadDoubleBigEndian(place), BinaryPrimitives.ReadDoubleBigEndian(place[8..]));
    }

    /// <summary>The third ordinate of the place that comes next.</summary>
    private readonly double ReadHeight() => isLittleEndian
        ? BinaryPrimitives.ReadDoubleLittleEndian(bytes[(at + 16)..]) : BinaryPrimitives.ReadDoubleBigEndian(bytes[(at + 16)..]);

    private uint ReadUInt32()
    {
        ReadOnlySpan<byte> value = bytes.Slice(at, 4);
        at += 4;
        return isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(value) : BinaryPrimitives.ReadUInt32BigEndian(value);
    }

    private Geometry? Fail(string clause)
    {
        fault ??= clause;
        return null;
    }
}
