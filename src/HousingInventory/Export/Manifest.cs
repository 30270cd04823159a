using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HousingInventory.Diagnostics;
using HousingInventory.Export.Html;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Export;

/// <summary>
/// manifest.json: what was read, what was found and what was written, with the configuration in full, so that a run can be understood and made again. It adds
/// up, holds no clock and no path of the machine, and never says more of withheld homes than that there is such a source.
/// </summary>
internal static class Manifest
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Results results, IEnumerable<ManifestOutput> outputs, string path, Run run)
    {
        using FileStream stream = File.Create(path);
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("contract", 1);
            json.WriteString("version", ToolVersion.Text);
            json.WriteString("title", results.Frame.Title);
            json.WriteString("asOf", Day(results.Frame.AsOf));
            json.WriteString("purpose", results.Frame.Purpose);
            json.WriteString("responsible", results.Frame.Responsible);
            json.WriteString("deleteAfter", results.Frame.DeleteAfter is { } day ? Day(day) : null);
            Inputs(json, results.Books);
            Counts(json, "links", results.Linkage.Levels);
            Counts(json, "unlinked", results.Linkage.UnlinkedTold);
            Counts(json, "statuses", Statuses(results));
            json.WriteStartObject("expectedInhabited");
            json.WriteNumber("atMost", results.Flags.Expected.AtMost);
            json.WriteNumber("listed", results.Flags.Expected.Listed);
            json.WriteEndObject();
            Funnel(json, results.Flags.Funnel);
            ServiceDays(json, results);
            Criteria(json, results);
            Analyses(json, results.Analyses);
            Robustness(json, results.Robust);
            Previous(json, results.Changes);
            Counts(json, "notices", run.Notices.Counts);
            Outputs(json, outputs);
            json.WritePropertyName("config");
            using (JsonDocument config = JsonDocument.Parse(results.Frame.Configuration))
            {
                config.RootElement.WriteTo(json);
            }

            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    /// <summary>Counts of grouped buildings by status, every status named.</summary>
    public static IEnumerable<KeyValuePair<string, long>> Statuses(Results results) =>
        Enum.GetValues<Status>().Select(s => new KeyValuePair<string, long>(Term.Of(s).Key, results.Flags.Status.Count(x => x == s)));

    internal static void Inputs(Utf8JsonWriter json, Books books)
    {
        json.WriteStartArray("inputs");
        foreach (InputFile file in books.Files)
        {
            json.WriteStartObject();
            json.WriteString("type", file.Type);
            json.WriteString("id", file.Id);
            json.WriteString("path", file.Path);
            if (file.Type != "withheld")
            {
                json.WriteString("sha256", file.Sha256);
                json.WriteString("layout", file.Layout);
                json.WriteString("crs", file.Crs);
                json.WriteString("extracted", file.Extracted is { } day ? Day(day) : null);
                json.WriteStartObject("rows");
                json.WriteNumber("read", file.Read);
                json.WriteNumber("used", file.Used);
                Counts(json, "leftOut", file.LeftOutTold);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (books.NotOpened.Count > 0)
        {
            json.WriteStartArray("notOpened");
            foreach (string type in books.NotOpened)
            {
                json.WriteStringValue(type);
            }

            json.WriteEndArray();
        }
    }

    private static void Funnel(Utf8JsonWriter json, IReadOnlyList<FunnelStep> funnel)
    {
        json.WriteStartArray("funnel");
        foreach (FunnelStep step in funnel)
        {
            json.WriteStartObject();
            json.WriteString("test", step.Test.Key);
            json.WriteNumber("left", step.Left);
            json.WriteNumber("removed", step.Removed);
            json.WriteNumber("removedByThisAlone", step.RemovedByThisAlone);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void ServiceDays(Utf8JsonWriter json, Results results)
    {
        json.WriteStartObject("serviceDays");
        foreach (ChosenDay day in results.Surroundings.Transit?.Days ?? [])
        {
            json.WriteStartObject(day.Type.Key);
            json.WriteString("date", day.Date is { } date ? Day(date) : null);
            json.WriteNumber("trips", day.Trips);
            json.WriteString("chosen", day.How.Key);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Robustness(Utf8JsonWriter json, RobustRank? robust)
    {
        if (robust is null)
        {
            return;
        }

        (int firm, int likely, int loose, int waiting) = ReportRobustness.Counts(robust);
        json.WriteStartObject("robustness");
        json.WriteNumber("draws", robust.Draws);
        json.WriteNumber("seed", robust.Seed);
        json.WriteNumber("total", robust.Concentrations.Sum());
        json.WriteStartObject("parameters");
        foreach ((Criterion criterion, int parameter) in robust.Criteria.Zip(robust.Concentrations))
        {
            json.WriteNumber(criterion.Name, parameter);
        }

        json.WriteEndObject();
        json.WriteNumber("top", robust.Top);
        json.WriteNumber("inAtLeast95", firm);
        json.WriteNumber("in50To94", likely);
        json.WriteNumber("inUnder50", loose);
        json.WriteNumber("outsideInAtLeast25", waiting);
        json.WriteEndObject();
    }

    private static void Previous(Utf8JsonWriter json, Changes? changes)
    {
        if (changes is null)
        {
            return;
        }

        json.WriteStartObject("previous");
        json.WriteString("asOf", Day(changes.Previous.AsOf));
        json.WriteString("version", changes.Previous.Version);
        json.WriteNumber("contract", changes.Previous.Contract);
        json.WriteStartArray("inputsFound");
        foreach (string id in changes.InputsFound)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteNumber("before", changes.Previous.Homes.Count);
        json.WriteStartArray("changes");
        foreach (ChangeRow row in changes.Rows)
        {
            json.WriteStartObject();
            json.WriteString("cause", row.Cause.Key);
            json.WriteNumber("came", row.Came);
            json.WriteNumber("left", row.Left);
            json.WriteNumber("net", row.Net);
            Counts(json, "also", row.Also.Select(static a => KeyValuePair.Create(a.Key.Key, (long)a.Value)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("now", changes.Now);
        if (changes.WithOldRules is { } old)
        {
            json.WriteNumber("withOldRules", old);
        }

        json.WriteEndObject();
    }

    private static void Criteria(Utf8JsonWriter json, Results results)
    {
        json.WriteStartArray("criteria");
        foreach (CriterionInfluence influence in Overlap.Influences(results.Scores, results.Flags.Candidates.Count))
        {
            json.WriteStartObject();
            json.WriteString("name", influence.Criterion);
            json.WriteNumber("weight", influence.Weight);
            Rounded(json, "influence", influence.Influence);
            json.WriteString("mostLike", influence.MostLike);
            Rounded(json, "rho", influence.Rho);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Analyses(Utf8JsonWriter json, IReadOnlyList<AnalysisResult> analyses)
    {
        if (analyses.Count == 0)
        {
            return;
        }

        json.WriteStartArray("analyses");
        foreach (AnalysisResult analysis in analyses)
        {
            json.WriteStartObject();
            json.WriteString("name", analysis.Name);
            json.WriteString("type", analysis.Type);
            Counts(json, "counts", analysis.Counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Outputs(Utf8JsonWriter json, IEnumerable<ManifestOutput> outputs)
    {
        json.WriteStartArray("outputs");
        foreach (ManifestOutput output in outputs)
        {
            json.WriteStartObject();
            json.WriteString("path", output.Path);
            json.WriteString("sha256", output.Sha256);
            if (output.Rows.TryGetValue("", out long rows))
            {
                json.WriteNumber("rows", rows);
            }
            else
            {
                Counts(json, "rows", output.Rows);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Counts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, long>> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, long count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    private static void Rounded(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, Math.Round((decimal)known, 3, MidpointRounding.AwayFromZero));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
