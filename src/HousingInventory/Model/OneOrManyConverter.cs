using System.Text.Json;
using System.Text.Json.Serialization;

namespace HousingInventory.Model;

/// <summary>Reads a text, or an array of texts, as a list; numbers are taken as text too, since a municipality code is easily written without quotes.</summary>
public sealed class OneOrManyConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [One(ref reader)];
        }

        List<string> many = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            many.Add(One(ref reader));
        }

        return many;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string one in value)
        {
            writer.WriteStringValue(one);
        }

        writer.WriteEndArray();
    }

    private static string One(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => reader.GetInt32().ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new JsonException("expected a text or an array of texts"),
    };
}
