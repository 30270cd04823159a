using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>The blob of a geometry column: a header of "GP", version, flags, srs_id and envelope, then well-known binary (GeoPackage 1.3, clause 2.1.3).</summary>
internal static class GeoPackageBinary
{
    private const int ExtendedFlag = 0x20;

    /// <summary>The geometry in a blob; null with a fault, an English clause, when it cannot be decoded; null without one when it is empty.</summary>
    public static Geometry? Read(ReadOnlySpan<byte> blob, out string? fault)
    {
        fault = null;
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P')
        {
            fault = blob.Length > 40 && blob[0] == 0 && blob[^1] == 0xFE
                ? "has a geometry in the form of SpatiaLite instead of GeoPackage"
                : "has a geometry that does not begin as GeoPackage prescribes";
            return null;
        }

        byte flags = blob[3];
        int envelope = ((flags >> 1) & 7) switch
        {
            0 => 0,
            1 => 32,
            2 or 3 => 48,
            4 => 64,
            _ => -1,
        };
        if ((flags & ExtendedFlag) != 0 || envelope < 0 || blob.Length < 8 + envelope)
        {
            fault = (flags & ExtendedFlag) != 0 ? "has a geometry in a vendor's own form" : "has a geometry that is cut short";
            return null;
        }

        return WkbGeometry.Read(blob[(8 + envelope)..], out fault);
    }

    /// <summary>
    /// The blob of a geometry that is not empty, in two dimensions, little endian, with the envelope that a reader wants for its index; none for a point, which
    /// is its own envelope.
    /// </summary>
    public static byte[] Write(Geometry geometry, int srsId)
    {
        bool hasEnvelope = geometry is not Point;
        byte[] blob = new byte[8 + (hasEnvelope ? 32 : 0) + WkbLength(geometry)];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = (byte)(hasEnvelope ? 3 : 1);
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srsId);
        int at = 8;
        if (hasEnvelope)
        {
            Envelope box = geometry.EnvelopeInternal;
            WriteDouble(blob, ref at, box.MinX);
            WriteDouble(blob, ref at, box.MaxX);
            WriteDouble(blob, ref at, box.MinY);
            WriteDouble(blob, ref at, box.MaxY);
        }

        WriteWkb(blob, ref at, geometry);
        return blob;
    }

    private static int WkbLength(Geometry geometry) => geometry switch
    {
        Point => 21,
        LineString line => 9 + (16 * line.NumPoints),
        Polygon polygon => 9 + (polygon.IsEmpty ? 0 : RingLength(polygon)),
        GeometryCollection many => 9 + many.Geometries.Sum(WkbLength),
        _ => throw new NotSupportedException($"No well-known binary for {geometry.GeometryType}."),
    };

    private static int RingLength(Polygon polygon)
    {
        int length = 4 + (16 * polygon.ExteriorRing.NumPoints);
        for (int i = 0; i < polygon.NumInteriorRings; i++)
        {
            length += 4 + (16 * polygon.GetInteriorRingN(i).NumPoints);
        }

        return length;
    }

    private static void WriteWkb(byte[] blob, ref int at, Geometry geometry)
    {
        blob[at++] = 1;
        WriteInt32(blob, ref at, geometry switch
        {
            Point => 1,
            LineString => 2,
            Polygon => 3,
            MultiPoint => 4,
            MultiLineString => 5,
            MultiPolygon => 6,
            _ => 7,
        });
        switch (geometry)
        {
            case Point point:
                WriteDouble(blob, ref at, point.IsEmpty ? double.NaN : point.X);
                WriteDouble(blob, ref at, point.IsEmpty ? double.NaN : point.Y);
                break;
            case LineString line:
                WritePlaces(blob, ref at, line.CoordinateSequence);
                break;
            case Polygon polygon:
                WritePolygon(blob, ref at, polygon);
                break;
            case GeometryCollection many:
                WriteInt32(blob, ref at, many.NumGeometries);
                foreach (Geometry member in many.Geometries)
                {
                    WriteWkb(blob, ref at, member);
                }

                break;
        }
    }

    private static void WritePolygon(byte[] blob, ref int at, Polygon polygon)
    {
        WriteInt32(blob, ref at, polygon.IsEmpty ? 0 : 1 + polygon.NumInteriorRings);
        if (!polygon.IsEmpty)
        {
            WritePlaces(blob, ref at, polygon.ExteriorRing.CoordinateSequence);
            for (int i = 0; i < polygon.NumInteriorRings; i++)
            {
                WritePlaces(blob, ref at, polygon.GetInteriorRingN(i).CoordinateSequence);
            }
        }
    }

    private static void WritePlaces(byte[] blob, ref int at, CoordinateSequence places)
    {
        WriteInt32(blob, ref at, places.Count);
        for (int i = 0; i < places.Count; i++)
        {
            WriteDouble(blob, ref at, places.GetX(i));
            WriteDouble(blob, ref at, places.GetY(i));
        }
    }

    private static void WriteInt32(byte[] blob, ref int at, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(at), value);
        at += 4;
    }

    private static void WriteDouble(byte[] blob, ref int at, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(at), value);
        at += 8;
    }
}
