using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO.Converters;

namespace HousingInventory.Formats;

/// <summary>
/// Writes a FeatureCollection to a stream, feature by feature, one a line: rings by the right-hand rule (RFC 7946, 3.1.6), coordinates rounded and in their
/// shortest form, letters such as å unescaped. The same calls give the same bytes. Call <see cref="Complete"/> at the end.
/// </summary>
public sealed class GeoJsonWriter : IDisposable
{
    private const int FlushSize = 1 << 16;

    private static readonly GeometryEditor Editor = new(FeatureGeometry.Factory);
    private static readonly JsonSerializerOptions ShapeOptions = new() { Converters = { new GeoJsonConverterFactory(FeatureGeometry.Factory, false, "id", RingOrientationOption.EnforceRfc9746) } };

    /// <summary>Geometries are written by the package, which turns the rings. Asked for once: the serializer would look it up for each.</summary>
    private static readonly JsonConverter<Geometry> Shapes = (JsonConverter<Geometry>)ShapeOptions.GetConverter(typeof(Geometry));

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
        Shapes.Write(json, geometry is { IsEmpty: false } ? RoundedCopy(geometry) : null!, ShapeOptions);
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

    /// <summary>A copy with rounded coordinates; members without any are left out.</summary>
    private Geometry RoundedCopy(Geometry geometry) => Editor.Edit(geometry, new GeometryEditor.CoordinateSequenceOperation(Round));

    private CoordinateSequence Round(CoordinateSequence places, Geometry of)
    {
        CoordinateSequence rounded = CoordinateArraySequenceFactory.Instance.Create(places.Count, Ordinates.XY);
        for (int i = 0; i < places.Count; i++)
        {
            rounded.SetX(i, Rounded(places.GetX(i)));
            rounded.SetY(i, Rounded(places.GetY(i)));
        }

        return rounded;
    }

    /// <summary>Adding zero turns the -0 that rounding leaves into 0.</summary>
    private double Rounded(double coordinate) => Math.Round(coordinate, decimals) + 0.0;
}
