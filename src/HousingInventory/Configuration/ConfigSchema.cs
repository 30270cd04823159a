using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using HousingInventory.Model;

namespace HousingInventory.Configuration;

/// <summary>The JSON Schema of <c>inventory.json</c>, made from the configuration's types and their descriptions.</summary>
public static class ConfigSchema
{
    /// <summary>The schema as indented text with a final line end; the same in every run.</summary>
    public static string Text()
    {
        JsonSchemaExporterOptions options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        JsonNode schema = MemberJson.Options.GetJsonSchemaAsNode(typeof(InventoryConfig), options);
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["title"] = "HousingInventory configuration";
        return schema.ToJsonString(MemberJson.Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject members)
        {
            return schema;
        }

        if (context.PropertyInfo?.AttributeProvider is MemberInfo property)
        {
            if (property.GetCustomAttribute<DescriptionAttribute>() is { } description)
            {
                members["description"] = description.Description;
            }

            if (property.GetCustomAttribute<System.Text.Json.Serialization.JsonConverterAttribute>()?.ConverterType == typeof(OneOrManyConverter))
            {
                members.Remove("type");
                members.Remove("items");
                members["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "string" },
                    new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } });
            }

            if (property.GetCustomAttribute<System.Text.Json.Serialization.JsonConverterAttribute>()?.ConverterType == typeof(Score.DestinationConverter))
            {
                // A point is an array, so the object that the serializer sees must not be asked for.
                members.Remove("type");
                members.Remove("properties");
                members.Remove("additionalProperties");
                members["anyOf"] = DestinationForms();
            }
        }

        if (context.PropertyInfo?.AttributeProvider is MemberInfo written && Forms(written.GetCustomAttribute<System.Text.Json.Serialization.JsonConverterAttribute>()?.ConverterType) is { } forms)
        {
            foreach (string made in (string[])["type", "properties", "items", "additionalProperties", "required"])
            {
                members.Remove(made);
            }

            members["anyOf"] = forms;
        }

        return members;
    }

    /// <summary>What may be written where a reader of our own takes several forms; null for any other.</summary>
    private static JsonArray? Forms(Type? converter) =>
        converter == typeof(Import.Previous.PreviousConverter)
            ? new JsonArray(
                new JsonObject { ["type"] = "string" },
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["results"] = new JsonObject { ["type"] = "string" }, ["config"] = new JsonObject { ["type"] = new JsonArray("string", "null") } },
                    ["required"] = new JsonArray("results"),
                    ["additionalProperties"] = false,
                })
        : converter == typeof(Plan.Agreements.ShareConverter)
            ? new JsonArray(new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = 1 }, new JsonObject { ["type"] = "string" })
        : converter == typeof(Plan.Agreements.OpeningConverter)
            ? new JsonArray(
                new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["carryFrom"] = new JsonObject { ["type"] = "string" } },
                    ["required"] = new JsonArray("carryFrom"),
                    ["additionalProperties"] = false,
                })
        : converter == typeof(Plan.Follow.SupportStepsConverter)
            ? new JsonArray(
                new JsonObject { ["const"] = "standard" },
                new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { ["step"] = new JsonObject { ["type"] = "string" }, ["days"] = new JsonObject { ["type"] = "integer" } },
                        ["required"] = new JsonArray("step", "days"),
                        ["additionalProperties"] = false,
                    },
                })
        : converter == typeof(Analyses.WhatIf.Changes.TripChoiceConverter)
            ? new JsonArray(
                new JsonObject { ["enum"] = new JsonArray("all", "first", "last") },
                new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["between"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } } },
                    ["required"] = new JsonArray("between"),
                    ["additionalProperties"] = false,
                })
        : converter == typeof(Analyses.WhatIf.RawObjectConverter)
            ? new JsonArray(new JsonObject { ["type"] = "object" })
        : null;

    private static JsonArray DestinationForms() => new(
        new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 },
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["category"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "string" },
                        new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
                },
                ["nearest"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            },
            ["required"] = new JsonArray("category"),
            ["additionalProperties"] = false,
        });
}
