using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HousingInventory.Analyses.WhatIf.Proposals;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Model;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>What propose writes: proposals.json, itself a configuration for what-if, with a table and a GeoPackage.</summary>
internal static class ProposalsExporting
{
    /// <summary>Writes everything into the folder.</summary>
    /// <param name="results">The proposals, best first.</param>
    /// <param name="over">What proposals.json holds beside its scenarios: its base above all.</param>
    /// <param name="folderPath">Where to.</param>
    /// <param name="run">Notices.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="InputException">The folder cannot be written to, or a file in it is open elsewhere.</exception>
    public static IReadOnlyList<WrittenFile> Export(WhatIfResults results, JsonObject over, string folderPath, Run run) =>
        Exporting.Into(folderPath, folder => Write(results, over, folder, run));

    private static List<WrittenFile> Write(WhatIfResults results, JsonObject over, ResultsFolder folder, Run run)
    {
        Language language = results.Baseline.Frame.Language;
        List<WrittenFile> written =
        [
            Table(results).WriteCsv(folder.Pending, language), WhatIfGeoPackage.Write(results, folder.Pending, "proposals.gpkg", onlyOthers: true),
        ];
        JsonObject root = (JsonObject)over.DeepClone();
        root["scenarios"] = new JsonArray([.. results.Scenarios.Select(s => ScenarioNode(s.Setting.Scenario))]);
        File.WriteAllText(Path.Combine(folder.Pending, "proposals.json"), root.ToJsonString(MemberJson.Options) + "\n");
        written.Add(WrittenFile.Of("proposals.json", results.Scenarios.Count));
        written.Add(NoticesFile.Write(language, folder.Pending, run));
        IEnumerable<ManifestOutput> outputs = written.Select(f => Exporting.Described(f, folder.Pending));
        WhatIfManifest.Write(results, ResultsFolder.ProposeJob, outputs, Path.Combine(folder.Pending, ResultsFolder.Manifest), run);
        TimingsFile.Write(Path.Combine(folder.Pending, ResultsFolder.Timings), run.Clock);
        folder.Commit();
        return written;
    }

    /// <summary>The columns of scenarios.csv, with the kind of change, the homes that it is ordered by, and what it takes from whom.</summary>
    private static FileTable<ScenarioRow> Table(WhatIfResults results)
    {
        WhatIfTables tables = new(results);
        return new FileTable<ScenarioRow>("proposals", "Förslag", "Proposals", tables.Rows,
        [
            .. tables.Scenarios.Columns,
            Column("kind", (w, r) => w.Text(r.Set is null ? Kind(r.Result) : null)),
            Column("gained", (w, r) => w.Integer(r.Set is null && r.Result is { } result ? ChangeSeeking.Gain(result) : null)),
            Column("takes_from", (w, r) => w.Text(r.Result is null ? null : TakesFrom(results, r.Result))),
        ]);

        static FileColumn<ScenarioRow> Column(string key, Action<Formats.ITableWriter, ScenarioRow> write) => new(key, key, key, write);
    }

    private static string? Kind(ScenarioResult? result) =>
        result is null ? null : JsonSerializer.SerializeToNode(result.Setting.Changes[0].Change, MemberJson.Options)!["type"]!.GetValue<string>();

    /// <summary>Members that say nothing are left out, so that people can read the rest.</summary>
    private static JsonObject ScenarioNode(Scenario scenario)
    {
        JsonObject node = JsonSerializer.SerializeToNode(scenario, MemberJson.Options)!.AsObject();
        node.Remove("of");
        foreach (JsonObject change in node["changes"]!.AsArray().OfType<JsonObject>())
        {
            if (change["draw"] is JsonObject draw)
            {
                draw.Remove("path");
            }
        }

        return node;
    }

    /// <summary>Whose score falls or who falls out, by locality; localities with few are not named.</summary>
    private static string? TakesFrom(WhatIfResults results, ScenarioResult scenario)
    {
        HtmlWords words = new(results.Baseline.Frame.Language);
        Func<int, (string Locality, int Number)> place = LocalityCount.PlaceOf(results.Baseline);
        (string, int, decimal)[] losing =
        [
            .. scenario.Effects.Where(e => e.Effect is Effect.Falls or Effect.FallsOut)
                .Select(e => (place(e.Building).Locality, place(e.Building).Number, results.Base.Scores.Score[e.Before])),
        ];
        return losing.Length == 0 ? null
            : string.Join(", ", LocalityCount.Of(losing).Select(l => $"{l.Name ?? words.Say("övriga", "others")} {Number(l.Candidates)}"));

        string Number(int homes) => homes < LocalityCount.Fewest ? words.Say("under 5", "under 5") : homes.ToString(CultureInfo.InvariantCulture);
    }
}
