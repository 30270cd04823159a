using System.Text.Json;
using System.Text.Json.Nodes;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>manifest.json of what-if: what was read, the days that were compared, what each scenario gives in counts, and what was written.</summary>
internal static class WhatIfManifest
{
    public static void Write(WhatIfResults results, string job, IEnumerable<ManifestOutput> outputs, string path, Run run)
    {
        RunFrame frame = results.Baseline.Frame;
        using FileStream stream = File.Create(path);
        using (Utf8JsonWriter json = new(stream, Manifest.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("contract", 1);
            json.WriteString("job", job);
            json.WriteString("kind", job);
            json.WriteString("version", ToolVersion.Text);
            json.WriteString("title", frame.Title);
            json.WriteString("asOf", Day(frame.AsOf));
            json.WriteString("purpose", frame.Purpose);
            json.WriteString("responsible", frame.Responsible);
            json.WriteString("deleteAfter", frame.DeleteAfter is { } day ? Day(day) : null);
            Manifest.Inputs(json, results.Baseline.Books);
            Manifest.ServiceDays(json, results.Baseline);
            json.WriteStartObject("daysPerYear");
            foreach (ServiceDayType type in Enum.GetValues<ServiceDayType>())
            {
                json.WriteNumber(type.ToString().ToLowerInvariant(), results.Days[type]);
            }

            json.WriteEndObject();
            Manifest.Counts(json, "base", [KeyValuePair.Create("candidates", (long)results.Base.Scores.Homes.Count), KeyValuePair.Create("usable", (long)results.UsableBefore)]);
            json.WriteStartObject("scenarios");
            foreach (ScenarioResult scenario in results.Scenarios)
            {
                Manifest.Counts(json, scenario.Name,
                [
                    KeyValuePair.Create("candidates", (long)scenario.Standing.Scores.Homes.Count),
                    .. Term.All<Effect>().Zip(Enum.GetValues<Effect>(), (term, effect) => KeyValuePair.Create(term.Key, (long)scenario.Count(effect))),
                    KeyValuePair.Create("usable", (long)scenario.Usable),
                ]);
            }

            json.WriteEndObject();
            Manifest.Counts(json, "notices", run.Notices.Counts);
            Manifest.Outputs(json, outputs);
            JsonObject config = JsonNode.Parse(frame.Configuration)!.AsObject();
            config["whatIf"] = JsonSerializer.SerializeToNode(results.Config, MemberJson.Options);
            json.WritePropertyName("config");
            config.WriteTo(json);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
