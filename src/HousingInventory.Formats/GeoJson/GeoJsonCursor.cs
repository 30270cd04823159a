using System.Globalization;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>A pass over the features of a GeoJSON file. Values stay in the bytes of the feature until they are asked for.</summary>
internal sealed class GeoJsonCursor : IFeatureCursor
{
    private readonly GeoJsonSplitter splitter;
    private readonly GeoJsonColumns columns;
    private readonly GeoJsonGeometry shape = new();
    private readonly (JsonTokenType Type, int Start, int Length)[] values;
    private readonly ReadLimits limits = ReadLimits.Current;
    private char[] buffer = new char[256];

    /// <summary>Takes the splitter over and disposes it.</summary>
    public GeoJsonCursor(GeoJsonSplitter splitter, GeoJsonColumns columns, LayerInfo layer)
    {
        this.splitter = splitter;
        this.columns = columns;
        Layer = layer;
        values = new (JsonTokenType, int, int)[layer.Columns.Count];
    }

    public LayerInfo Layer { get; }

    public long Row { get; private set; }

    public ReadGaps Gaps => new(StatedRecords: splitter.StatedFeatures, GoesOn: splitter.GoesOn);

    public string? Fault { get; private set; }

    public Geometry? Geometry { get; private set; }

    public bool Read()
    {
        Array.Clear(values);
        Geometry = null;
        Fault = null;
        if (!splitter.Read())
        {
            return false;
        }

        Row++;
        try
        {
            ReadFeature();
        }
        catch (InvalidOperationException)
        {
            Fault = "holds an escape such as \\ud800 that is no character";
        }
        catch (JsonException e)
        {
            // The words of the exception quote the text: only its kind is told.
            throw e.Message.Contains("depth", StringComparison.Ordinal)
                ? new DataFormatException($"Feature {Row} of the file is nested more than 64 levels deep; export it again.")
                : splitter.Broken($"feature {Row} is not JSON");
        }

        Geometry = Fault is null ? Geometry : null;
        return true;
    }

    public string? Text(int column)
    {
        ReadOnlySpan<char> text = Span(column);
        return text.IsEmpty ? null : text.ToString();
    }

    public ReadOnlySpan<char> Span(int column)
    {
        (JsonTokenType type, int start, int length) = values[column];
        ReadOnlySpan<byte> raw = splitter.Current.Slice(start, length);
        if (length > limits.TextCharacters)
        {
            limits.CheckText(length);
        }

        if (buffer.Length < length)
        {
            buffer = new char[Math.Max(length, 2 * buffer.Length)];
        }

        switch (type)
        {
            case JsonTokenType.None or JsonTokenType.Null:
                return [];
            case JsonTokenType.String:
                return buffer.AsSpan(0, JsonScan.Unescape(raw, buffer)).Trim();
            case JsonTokenType.Number when raw.IndexOfAny(".eE"u8) >= 0 && double.TryParse(raw, CultureInfo.InvariantCulture, out double number):
                number.TryFormat(buffer, out int written, default, CultureInfo.InvariantCulture);
                return buffer.AsSpan(0, written);
            default:
                return buffer.AsSpan(0, Encoding.UTF8.GetChars(raw, buffer));
        }
    }

    public double? Number(int column)
    {
        (JsonTokenType type, int start, int length) = values[column];
        return type switch
        {
            JsonTokenType.Number when double.TryParse(splitter.Current.Slice(start, length), CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) => number,
            JsonTokenType.String => NumberText.Parse(Span(column)),
            JsonTokenType.True => 1,
            JsonTokenType.False => 0,
            _ => null,
        };
    }

    public void Dispose()
    {
        splitter.Dispose();
    }

    private void ReadFeature()
    {
        Utf8JsonReader reader = new(splitter.Current);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Fault = "is not an object";
            reader.Skip();
            return;
        }

        bool isFeature = false, hasMembers = false, hasCoordinates = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                isFeature = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Feature"u8);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("geometry"u8))
            {
                reader.Read();
                hasMembers = true;
                Geometry = shape.Read(ref reader);
                Fault ??= shape.Fault;
            }
            else if (reader.ValueTextEquals("properties"u8))
            {
                reader.Read();
                hasMembers = true;
                ReadProperties(ref reader);
            }
            else
            {
                hasCoordinates |= reader.ValueTextEquals("coordinates"u8) || reader.ValueTextEquals("geometries"u8);
                int id = reader.ValueTextEquals("id"u8) ? columns.IdColumn : -1;
                reader.Read();
                Keep(ref reader, id);
            }
        }

        // Reads on to the end, so that text after the object is seen.
        reader.Read();
        if (isFeature)
        {
            return;
        }

        if (hasCoordinates && !hasMembers)
        {
            ReadBareGeometry();
        }
        else if (!hasMembers)
        {
            Fault = "is not a Feature";
        }
    }

    private void ReadBareGeometry()
    {
        Utf8JsonReader reader = new(splitter.Current);
        reader.Read();
        Geometry = shape.Read(ref reader);
        Fault = shape.Fault;
    }

    private void ReadProperties(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Fault ??= reader.TokenType == JsonTokenType.Null ? null : "has properties that are not an object";
            reader.Skip();
            return;
        }

        int guess = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int column = columns.Find(reader.ValueSpan, guess);
            guess = column + 1;
            reader.Read();
            Keep(ref reader, column);
        }
    }

    /// <summary>Notes where the value that the reader stands on is, and ends on its last token.</summary>
    private void Keep(ref Utf8JsonReader reader, int column)
    {
        JsonTokenType type = reader.TokenType;
        bool isString = type == JsonTokenType.String;
        int start = (int)reader.TokenStartIndex + (isString ? 1 : 0);
        reader.Skip();
        if ((uint)column < (uint)values.Length)
        {
            values[column] = (type, start, (int)reader.BytesConsumed - start - (isString ? 1 : 0));
        }
    }
}
