using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HousingInventory.Import.Previous;

/// <summary>The run that this one is held against: a results folder, or an object that names the folder and its configuration.</summary>
public sealed record PreviousConfig
{
    [Description("The results folder, relative to this configuration.")]
    public string Results { get; init; } = "";

    [Description("The configuration that it was made with: paths of its inputs are looked for beside it.")]
    public string? Config { get; init; }
}

/// <summary>Reads a folder, or { "results": folder, "config": path }.</summary>
public sealed class PreviousConverter : JsonConverter<PreviousConfig>
{
    public override PreviousConfig Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new PreviousConfig { Results = reader.GetString()! };
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("expected a results folder, or { \"results\": ..., \"config\": ... }");
        }

        PreviousConfig previous = new();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? member = reader.GetString();
            reader.Read();
            previous = (member, reader.TokenType) switch
            {
                ("results", JsonTokenType.String) => previous with { Results = reader.GetString()! },
                ("config", JsonTokenType.String or JsonTokenType.Null) => previous with { Config = reader.GetString() },
                _ => throw new JsonException("previous has the members results and config, which are texts"),
            };
        }

        return previous;
    }

    public override void Write(Utf8JsonWriter writer, PreviousConfig value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("results", value.Results);
        writer.WriteString("config", value.Config);
        writer.WriteEndObject();
    }
}
