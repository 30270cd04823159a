using System.Globalization;
using System.Text.Json.Nodes;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Routing.Transit;
using HousingInventory.Verbs;

namespace HousingInventory.SystemTests;

/// <summary>What-if held against a run on a timetable that a script of another make has changed: the same candidates, scores and ranks.</summary>
[Trait("Needs", "Python")]
public sealed class WhatIfOracleTests
{
    private const string Scenarios = """
        [
          { "name": "shift", "changes": [ { "type": "shift-departures", "line": "24", "direction": "1", "minutes": -15, "days": ["daily"] } ] },
          { "name": "fewer", "changes": [ { "type": "withdraw", "line": "23", "trips": ["07:20"], "days": ["daily"] } ] },
          { "name": "more", "changes": [ { "type": "add-departures", "line": "25", "direction": "1", "times": ["05:55", "18:20"], "days": ["daily"] } ] },
          { "name": "no_stop", "changes": [ { "type": "remove-stop", "line": "24", "stop": "Exempelsmedjenäs", "days": ["daily"] } ] },
          { "name": "longer", "changes": [ { "type": "extend-line", "line": "23", "at": "Kusmark Exempelstationen", "days": ["daily"], "stopEveryM": 1500,
            "draw": { "follow": "drawn", "line": [[20.7996847, 64.8787899], [20.9681299, 64.8582743]] } } ] },
          { "name": "together", "of": ["shift", "fewer", "more", "no_stop", "longer"] }
        ]
        """;

    [Fact]
    public void A_run_on_a_timetable_that_another_script_has_changed_gives_the_same_candidates_scores_and_ranks()
    {
        using SampleCopy town = new("skelleftea-mini");
        town.Edit(config =>
        {
            config["candidates"] = JsonNode.Parse("""{ "footprintM2": null, "settlements": null, "stopWithinM": 2000 }""");
            config["whatIf"] = JsonNode.Parse("""{ "calibrate": false }""");
            config["robustness"] = null;
            config["criteria"] = JsonNode.Parse("""
                [ { "type": "walk-to-stop", "name": "stop", "weight": 2 }, { "type": "departures", "name": "departures", "weight": 1 },
                  { "type": "travel-time", "name": "centre", "weight": 2, "arriveBy": "08:15" }, { "type": "useful-day", "name": "weekday", "weight": 4 } ]
                """);
        });
        JsonArray scenarios = JsonNode.Parse(Scenarios)!.AsArray();
        string plain = File.ReadAllText(town.Config);
        town.Edit(config => config["scenarios"] = scenarios.DeepClone());
        LoadedConfig loaded = ConfigReader.Load(town.Config);
        (Evaluating evaluating, Results baseline) = TryingScenarios.Prepared(loaded, new Run());
        ScenarioResult[] tried = evaluating.Each([.. loaded.Config.Scenarios!.Select(s => TryingScenarios.Setting(loaded, s, baseline))]);
        Assert.Equal(["shift", "fewer", "more", "no_stop", "longer", "together"], tried.Where(t => t.Effects.Any(e => e.Effect != Effect.Same)).Select(t => t.Name));
        Assert.Contains(tried, t => t.Count(Effect.Becomes) > 0);
        Assert.Contains(tried, t => t.Count(Effect.FallsOut) + t.Count(Effect.Falls) > 0);

        // The days that stand for others stay those of the base, however many trips there are on them.
        JsonObject days = new(baseline.Surroundings.Transit!.Choice.Days.Where(d => d.Date is not null).Select(d => KeyValuePair.Create(
            d.Type.ToString().ToLowerInvariant(), (JsonNode?)JsonValue.Create(d.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));
        JsonObject given = Extension(tried.Single(t => t.Name == "longer"), baseline.Frame.Crs);
        foreach (ScenarioResult scenario in tried)
        {
            JsonNode[] changes = [.. scenarios.Where(s => s!["name"]!.GetValue<string>() == scenario.Name || scenario.Name == "together")
                .SelectMany(s => s!["changes"]?.AsArray() ?? []).Select(c => c!.DeepClone())];
            File.WriteAllText(town["changes.json"], new JsonObject { ["changes"] = new JsonArray(changes), ["extension"] = given.DeepClone() }.ToJsonString());
            Tool.Run(Tool.Python, [Tool.Program("patch_gtfs.py"), town["gtfs.zip"], town[$"{scenario.Name}.zip"], town["changes.json"]]).Succeeded();
            File.WriteAllText(town.Config, plain);
            town.Use("timetable", $"{scenario.Name}.zip");
            town.Edit(config => config["serviceDays"] = days.DeepClone());
            Results run = Pipeline.Analyse(ConfigReader.Load(town.Config), new Run());
            Assert.Equal(
                (scenario.Name, Listed(run.Scores.Homes, run.Scores.Score, run.Ranking.Order)),
                (scenario.Name, Listed(scenario.Standing.Scores.Homes, scenario.Standing.Scores.Score, scenario.Standing.Order.Order)));
        }

        // The whole command as well, on the timetable of all of it: what it writes is what what-if foretold.
        town.Run("--fail-on", "never").Succeeded();
        Standing last = tried[^1].Standing;
        Assert.Equal(
            last.Order.Order.Select(p => $"{baseline.Registers.Buildings[last.Scores.Homes[p]].Id} {last.Scores.Score[p].ToString("F1", CultureInfo.InvariantCulture)}"),
            Database.Rows(Path.Combine(town.Out, "inventory.gpkg"), "select building_id, printf('%.1f', score) from candidates order by rank").Select(r => $"{r[0]} {r[1]}"));
    }

    /// <summary>A line a home in the order of ranks.</summary>
    private static string Listed(IReadOnlyList<int> homes, decimal[] scores, IReadOnlyList<int> order) =>
        string.Join('\n', order.Select(p => string.Create(CultureInfo.InvariantCulture, $"{homes[p]} {scores[p]}")));

    /// <summary>Stops and times of the extension, from the first trip each way.</summary>
    private static JsonObject Extension(ScenarioResult scenario, Crs crs)
    {
        TimetableEdit edit = scenario.State!.Edit;
        CrsTransform degrees = CrsTransform.Between(crs, CrsTable.Wgs84);
        int[] changed = [.. Enumerable.Range(0, edit.TripCount).Where(edit.HasOwnCalls)];
        TripCall[] there = edit.CallsOf(changed.First(t => edit.CallsOf(t)[^1].Post >= edit.OldPostCount));
        TripCall[] back = edit.CallsOf(changed.First(t => edit.CallsOf(t)[0].Post >= edit.OldPostCount));
        TripCall[] added = [.. there.Where(c => c.Post >= edit.OldPostCount)];
        TripCall from = there[^(added.Length + 1)], to = back[added.Length];
        return new JsonObject
        {
            ["stops"] = new JsonArray([.. added.Select((c, i) =>
            {
                (double lon, double lat) = degrees.Apply(edit.PlaceOf(c.Post).X, edit.PlaceOf(c.Post).Y);
                return new JsonObject
                {
                    ["id"] = $"patched-{i}",
                    ["name"] = $"Exempelnybygget {i}",
                    ["lat"] = lat.ToString("F9", CultureInfo.InvariantCulture),
                    ["lon"] = lon.ToString("F9", CultureInfo.InvariantCulture),
                };
            })]),
            ["out"] = new JsonArray([.. added.Select(c => (JsonNode?)(c.ArrivalS - from.ArrivalS))]),
            ["back"] = new JsonArray([.. back[..added.Length].Select(c => (JsonNode?)(to.DepartureS - c.DepartureS))]),
        };
    }
}
