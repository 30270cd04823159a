using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Diagnostics;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>One thing that might be otherwise: other traffic, other limits or other weights. Who is registered where is never part of it.</summary>
public sealed record Scenario
{
    [Description("Short name: lower-case letters, digits and _, starting with a letter, at most 40.")]
    public string Name { get; init; } = "";

    [Description("What people see, by language: { \"sv\": ..., \"en\": ... }.")]
    public IReadOnlyDictionary<string, string>? Label { get; init; }

    [Description("Scenarios whose changes come first, in this order.")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Description("Changes of the timetable, applied in this order.")]
    public IReadOnlyList<Change> Changes { get; init; } = [];

    [JsonConverter(typeof(RawObjectConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Members of the configuration that are otherwise: candidates, criteria, walking, transit or shortlist.")]
    public JsonObject? Override { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Other weights, by the name of a criterion.")]
    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    /// <summary>What people see.</summary>
    public string LabelIn(Language language) => Label?.GetValueOrDefault(language == Language.Sv ? "sv" : "en") ?? Name;
}

/// <summary>Takes an object as it is written; the configuration that it is laid over says what may stand in it.</summary>
public sealed class RawObjectConverter : JsonConverter<JsonObject>
{
    public override JsonObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("expected an object");

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
