using System.Globalization;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;

namespace HousingInventory.Plan.Writing;

/// <summary>manifest.json of a plan: what was read, what was not opened, what was found in counts, and what was written. No household stands in it.</summary>
internal static class PlanManifest
{
    public static void Write(PlanResults results, IEnumerable<ManifestOutput> outputs, string path, Run run)
    {
        using FileStream stream = File.Create(path);
        using (Utf8JsonWriter json = new(stream, Manifest.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("contract", 1);
            json.WriteString("job", ResultsFolder.PlanJob);
            json.WriteString("version", ToolVersion.Text);
            json.WriteString("title", results.Config.Title);
            json.WriteString("asOf", Day(results.AsOf));
            json.WriteString("purpose", results.Config.Purpose);
            json.WriteString("responsible", results.Config.Responsible);
            json.WriteString("deleteAfter", results.Config.DeleteAfter is { } day ? Day(day) : null);
            Manifest.Inputs(json, results.Books);
            Found(json, results);
            Manifest.Counts(json, "notices", run.Notices.Counts);
            Manifest.Outputs(json, outputs);
            json.WritePropertyName("config");
            JsonSerializer.Serialize(json, results.Config with { Plan = results.Plan }, MemberJson.Options);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void Found(Utf8JsonWriter json, PlanResults results)
    {
        json.WriteStartObject("plan");
        json.WriteNumber("households", results.Placement.Proposals.Count);
        foreach ((string name, Placement.Achievement achieved) in (ReadOnlySpan<(string, Placement.Achievement)>)[("optimum", results.Placement.Optimum),
            ("greedy", results.Placement.Greedy)])
        {
            json.WriteStartObject(name);
            json.WriteNumber("households", achieved.Households);
            json.WriteNumber("dueHouseholds", achieved.DueHouseholds);
            json.WriteNumber("persons", achieved.Persons);
            json.WriteNumber("points", achieved.Points);
            json.WriteEndObject();
        }

        json.WriteNumber("unmetInThreeMonths", results.UnmetInThreeMonths);
        json.WriteNumber("shortOfSize", results.Balance.ShortOfSize);
        json.WriteStartObject("agreements");
        foreach (Agreements.AgreementStatement statement in results.Agreements)
        {
            json.WriteStartObject(statement.Agreement.Id);
            json.WriteNumber("vacancies", statement.Account.Vacancies);
            json.WriteNumber("due", statement.Account.Due);
            json.WriteNumber("delivered", statement.Account.Delivered);
            json.WriteNumber("balance", statement.Account.Balance);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("homes");
        foreach (Placement.Site site in results.Sites)
        {
            json.WriteStringValue(site.Id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
