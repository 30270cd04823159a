using System.Text.Json;
using System.Text.Json.Serialization;

namespace HousingInventory.Plan.Follow;

/// <summary>A step of the support after moving in.</summary>
/// <param name="Step">Its code.</param>
/// <param name="Days">Days after moving in; negative before.</param>
public sealed record SupportStep(string Step, int Days)
{
    /// <summary>The steps of the projects that this is built on.</summary>
    public static IReadOnlyList<SupportStep> Standard { get; } =
    [
        new("furnish", -7), new("inspect_in", -3), new("keys", 0), new("safe_home", 3), new("area", 7), new("visit_1", 14), new("visit_2", 60),
        new("visit_3", 180),
    ];

    /// <summary>The step that has a checklist.</summary>
    public const string SafeHome = "safe_home";

    /// <summary>The checklist of <c>safe_home</c>.</summary>
    public static IReadOnlyList<string> SafeHomeItems { get; } = ["stove", "washing", "smoke_alarm", "fuses", "fire_exit", "waste", "insurance"];

    /// <summary>An item of the checklist as people read it.</summary>
    public static (string Sv, string En) LabelOfItem(string item) => item switch
    {
        "stove" => ("spis", "stove"),
        "washing" => ("tvättmaskin", "washing machine"),
        "smoke_alarm" => ("brandvarnare", "smoke alarm"),
        "fuses" => ("säkringar", "fuses"),
        "fire_exit" => ("utrymningsväg", "fire exit"),
        "waste" => ("sopor", "waste"),
        "insurance" => ("hemförsäkring", "insurance"),
        _ => (item, item),
    };

    /// <summary>A step as people read it.</summary>
    public static (string Sv, string En) Label(string step) => step switch
    {
        "furnish" => ("Möblera", "Furnish"),
        "inspect_in" => ("Besiktiga före inflyttning", "Inspect before moving in"),
        "keys" => ("Nycklar och kontrakt", "Keys and contract"),
        "safe_home" => ("Säkert boende", "Safe home"),
        "area" => ("Visa närområdet", "Show the neighbourhood"),
        "visit_1" => ("Uppföljningsbesök 1", "Follow-up visit 1"),
        "visit_2" => ("Uppföljningsbesök 2", "Follow-up visit 2"),
        "visit_3" => ("Uppföljningsbesök 3", "Follow-up visit 3"),
        "extra" => ("Extra besök", "Extra visit"),
        "contract_end" => ("Avtalet går ut", "The contract ends"),
        "inspect_out" => ("Besiktiga vid flytt", "Inspect at moving out"),
        "closure" => ("Formellt avslut", "Formal end"),
        _ => (step, step),
    };
}

/// <summary>Reads "standard" or a list of steps.</summary>
internal sealed class SupportStepsConverter : JsonConverter<IReadOnlyList<SupportStep>>
{
    public override IReadOnlyList<SupportStep> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() == "standard" ? SupportStep.Standard : throw new JsonException();
        }

        List<SupportStep> steps = [];
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using JsonDocument step = JsonDocument.ParseValue(ref reader);
            if (step.RootElement.ValueKind != JsonValueKind.Object || step.RootElement.EnumerateObject().Any(p => p.Name is not ("step" or "days"))
                || !step.RootElement.TryGetProperty("step", out JsonElement code) || code.ValueKind != JsonValueKind.String
                || !step.RootElement.TryGetProperty("days", out JsonElement days) || !days.TryGetInt32(out int number))
            {
                throw new JsonException();
            }

            steps.Add(new SupportStep(code.GetString()!, number));
        }

        return steps;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<SupportStep> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (SupportStep step in value)
        {
            writer.WriteStartObject();
            writer.WriteString("step", step.Step);
            writer.WriteNumber("days", step.Days);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
