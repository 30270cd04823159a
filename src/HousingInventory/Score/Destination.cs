using System.Text.Json;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Score;

/// <summary>Where one wants to go: a point, or the nearest services of a category.</summary>
public sealed record Destination
{
    /// <summary>Longitude and latitude; null for a category.</summary>
    public IReadOnlyList<double>? Point { get; init; }

    /// <summary>One category or several; empty for a point.</summary>
    public IReadOnlyList<string> Category { get; init; } = [];

    /// <summary>How many of the nearest are looked at, 1 or more.</summary>
    public int Nearest { get; init; } = 1;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal Sentence? Fault() => Point is { } point
        ? point.Count == 2 && Math.Abs(point[0]) <= 180 && Math.Abs(point[1]) <= 90 ? null : " must be [longitude, latitude] in degrees, or { \"category\": ... }"
        : Category.Count == 0 || Category.Any(string.IsNullOrWhiteSpace) ? " needs a \"category\""
        : Nearest is < 1 or > 50 ? ".nearest must be 1 to 50"
        : null;
}

/// <summary>Reads <c>[lon, lat]</c> or <c>{ "category": "grocery", "nearest": 3 }</c>, and writes the same.</summary>
public sealed class DestinationConverter : JsonConverter<Destination>
{
    private readonly OneOrManyConverter _categories = new();

    public override Destination Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            List<double> point = [];
            while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            {
                point.Add(reader.GetDouble());
            }

            return reader.TokenType == JsonTokenType.EndArray ? new Destination { Point = point } : throw new JsonException("expected [longitude, latitude]");
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("expected [longitude, latitude] or { \"category\": ... }");
        }

        Destination to = new();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? member = reader.GetString();
            reader.Read();
            to = member switch
            {
                "category" => to with { Category = _categories.Read(ref reader, typeof(IReadOnlyList<string>), options) },
                "nearest" when reader.TokenType == JsonTokenType.Number => to with { Nearest = reader.GetInt32() },
                _ => throw new JsonException("a destination has the members category and nearest"),
            };
        }

        return to;
    }

    public override void Write(Utf8JsonWriter writer, Destination value, JsonSerializerOptions options)
    {
        if (value.Point is { } point)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(point[0]);
            writer.WriteNumberValue(point[1]);
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("category");
        _categories.Write(writer, value.Category, options);
        writer.WriteNumber("nearest", value.Nearest);
        writer.WriteEndObject();
    }
}
