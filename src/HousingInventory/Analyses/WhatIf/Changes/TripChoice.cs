using System.Text.Json;
using System.Text.Json.Serialization;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Analyses.WhatIf.Changes;

/// <summary>Which trips of a line.</summary>
public sealed record TripChoice
{
    /// <summary>Every trip.</summary>
    public static TripChoice All { get; } = new();

    /// <summary>"first", "last" or null.</summary>
    public string? Edge { get; init; }

    /// <summary>Departures at the first stop, seconds; empty when not listed.</summary>
    public IReadOnlyList<int> Times { get; init; } = [];

    /// <summary>First and last departure, inclusive, seconds; null when not said.</summary>
    public (int From, int Until)? Between { get; init; }

    /// <summary>What cannot be read in it.</summary>
    [JsonIgnore]
    internal Sentence? Fault { get; init; }

    /// <summary>A list of times as people write them, parted by spaces or commas.</summary>
    internal static TripChoice Of(IEnumerable<string> texts)
    {
        string[] words = [.. texts.SelectMany(t => t.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))];
        string? unread = words.FirstOrDefault(w => Clock.Seconds(w) is null);
        return words is ["all"] ? All
            : words is ["first"] or ["last"] ? new TripChoice { Edge = words[0] }
            : unread is not null || words.Length == 0 ? new TripChoice { Fault = Sentence.Of($"holds '{unread}', which is no time; write \"06:40\"") }
            : new TripChoice { Times = [.. words.Select(w => Clock.Seconds(w)!.Value).Distinct().Order()] };
    }
}

/// <summary>Reads "all", "first", "last", ["06:40", ...] or { "between": ["06:00", "09:00"] }, and writes the same.</summary>
public sealed class TripChoiceConverter : JsonConverter<TripChoice>
{
    public override TripChoice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.String => TripChoice.Of([root.GetString()!]),
            JsonValueKind.Array when root.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String) => TripChoice.Of(root.EnumerateArray().Select(t => t.GetString()!)),
            JsonValueKind.Object when root.TryGetProperty("between", out JsonElement between) && between.ValueKind == JsonValueKind.Array && between.GetArrayLength() == 2
                && Clock.Seconds(between[0].ToString()) is { } from && Clock.Seconds(between[1].ToString()) is { } until => new TripChoice { Between = (from, until) },
            _ => new TripChoice { Fault = Sentence.Of("must be \"all\", \"first\", \"last\", a list of times, or { \"between\": [\"06:00\", \"09:00\"] }") },
        };
    }

    public override void Write(Utf8JsonWriter writer, TripChoice value, JsonSerializerOptions options)
    {
        if (value.Between is { } between)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("between");
            writer.WriteStringValue(Clock.Text(between.From));
            writer.WriteStringValue(Clock.Text(between.Until));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else if (value.Times.Count > 0)
        {
            writer.WriteStartArray();
            foreach (int time in value.Times)
            {
                writer.WriteStringValue(Clock.Text(time));
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStringValue(value.Edge ?? "all");
        }
    }
}
