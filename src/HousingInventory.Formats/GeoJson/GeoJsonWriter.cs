using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>
/// Writes a FeatureCollection to a stream, feature by feature, one a line: rings by the right-hand rule (RFC 7946, 3.1.6), coordinates rounded and in their
/// shortest form, letters such as å unescaped. The same calls give the same bytes. Call <see cref="Complete"/> at the end.
/// </summary>
public sealed class GeoJsonWriter : IDisposable
{
    private const int FlushSize = 1 << 16;

    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> buffer = new(2 * FlushSize);
    private readonly Utf8JsonWriter json;
    private readonly JsonEncodedText[] columns;
    private readonly GeoJsonOptions options;
    private readonly int decimals;
    private readonly Envelope bounds = new();

    /// <summary>Begins the collection. The stream is written to from where it stands and stays open.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="columns">Names of the properties, in the order of the values that follow.</param>
    /// <param name="options">Null for RFC 7946.</param>
    public GeoJsonWriter(Stream stream, IReadOnlyList<string> columns, GeoJsonOptions? options = null)
    {
        this.stream = stream;
        this.options = options ?? new GeoJsonOptions();
        decimals = this.options.Decimals ?? (this.options.Crs.IsGeographic ? 7 : 3);
        JavaScriptEncoder encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        this.columns = [.. columns.Select(c => JsonEncodedText.Encode(c, encoder))];
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder, SkipValidation = true });
        Begin();
    }

    /// <summary>Number of features so far.</summary>
    public long Count { get; private set; }

    /// <summary>Writes a feature.</summary>
    /// <param name="id">The feature's "id"; null for none.</param>
    /// <param name="geometry">In the system of the options, x = east or longitude; null or empty gives null.</param>
    /// <param name="values">As many as columns: null, bool, numbers (not-a-number gives null), string, DateOnly, DateTime (UTC).</param>
    public void Write(string? id, Geometry? geometry, ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, columns.Length);
        buffer.Write(Count++ == 0 ? "\n"u8 : ",\n"u8);
        json.Reset();
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        if (id is not null)
        {
            json.WriteString("id"u8, id);
        }

        json.WriteStartObject("properties"u8);
        for (int i = 0; i < columns.Length; i++)
        {
            json.WritePropertyName(columns[i]);
            WriteValue(values[i]);
        }

        json.WriteEndObject();
        json.WritePropertyName("geometry"u8);
        WriteGeometry(geometry is { IsEmpty: false } ? geometry : null);
        json.WriteEndObject();
        json.Flush();
        if (options.HasBounds && geometry is { IsEmpty: false })
        {
            bounds.ExpandToInclude(geometry.EnvelopeInternal);
        }

        if (buffer.WrittenCount >= FlushSize)
        {
            Send();
        }
    }

    /// <summary>Ends the collection and hands the last bytes to the stream.</summary>
    public void Complete()
    {
        buffer.Write("\n]"u8);
        if (options.HasBounds && !bounds.IsNull)
        {
            buffer.Write(",\n\"bbox\":"u8);
            json.Reset();
            json.WriteStartArray();
            foreach (double side in (ReadOnlySpan<double>)[bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY])
            {
                json.WriteNumberValue(Rounded(side));
            }

            json.WriteEndArray();
            json.Flush();
        }

        buffer.Write("\n}\n"u8);
        Send();
        stream.Flush();
    }

    public void Dispose()
    {
        json.Dispose();
    }

    private void Begin()
    {
        buffer.Write("{\n\"type\":\"FeatureCollection\",\n"u8);
        if (options.Name is not null)
        {
            buffer.Write("\"name\":"u8);
            json.WriteStringValue(options.Name);
            json.Flush();
            buffer.Write(",\n"u8);
        }

        if (options.Crs.Epsg != CrsTable.Wgs84.Epsg)
        {
            buffer.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"urn:ogc:def:crs:EPSG::{options.Crs.Epsg}\"}}}},\n")));
        }

        buffer.Write("\"features\":["u8);
    }

    private void Send()
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
            case double and (double.NaN or double.PositiveInfinity or double.NegativeInfinity):
            case float and (float.NaN or float.PositiveInfinity or float.NegativeInfinity):
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                json.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private void WriteGeometry(Geometry? geometry)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, geometry is LinearRing ? "LineString" : geometry.GeometryType);
        json.WriteStartArray(geometry.GetType() == typeof(GeometryCollection) ? "geometries"u8 : "coordinates"u8);
        switch (geometry)
        {
            case Point point:
                json.WriteNumberValue(Rounded(point.X));
                json.WriteNumberValue(Rounded(point.Y));
                break;
            case LineString line:
                WritePlaces(line.CoordinateSequence, isReversed: false);
                break;
            case Polygon polygon:
                WriteRings(polygon);
                break;
            case GeometryCollection many:
                WriteMembers(many);
                break;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteMembers(GeometryCollection many)
    {
        foreach (Geometry member in many.Geometries.Where(static m => !m.IsEmpty))
        {
            switch (many)
            {
                case MultiPoint:
                    WritePlace(((Point)member).X, ((Point)member).Y);
                    break;
                case MultiLineString:
                    json.WriteStartArray();
                    WritePlaces(((LineString)member).CoordinateSequence, isReversed: false);
                    json.WriteEndArray();
                    break;
                case MultiPolygon:
                    json.WriteStartArray();
                    WriteRings((Polygon)member);
                    json.WriteEndArray();
                    break;
                default:
                    WriteGeometry(member);
                    break;
            }
        }
    }

    /// <summary>The outer ring counter-clockwise, the holes clockwise.</summary>
    private void WriteRings(Polygon polygon)
    {
        for (int i = 0; i <= polygon.NumInteriorRings; i++)
        {
            CoordinateSequence ring = (i == 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(i - 1)).CoordinateSequence;
            json.WriteStartArray();
            WritePlaces(ring, isReversed: Orientation.IsCCW(ring) != (i == 0));
            json.WriteEndArray();
        }
    }

    private void WritePlaces(CoordinateSequence places, bool isReversed)
    {
        for (int i = 0; i < places.Count; i++)
        {
            int at = isReversed ? places.Count - 1 - i : i;
            WritePlace(places.GetX(at), places.GetY(at));
        }
    }

    private void WritePlace(double x, double y)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Rounded(x));
        json.WriteNumberValue(Rounded(y));
        json.WriteEndArray();
    }

    /// <summary>Adding zero turns the -0 that rounding leaves into 0.</summary>
    private double Rounded(double coordinate) => Math.Round(coordinate, decimals) + 0.0;
}
