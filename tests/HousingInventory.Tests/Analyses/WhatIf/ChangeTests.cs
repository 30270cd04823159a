using HousingInventory.Analyses.WhatIf;
using HousingInventory.Analyses.WhatIf.Writing;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Plan.Balance;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Analyses.WhatIf;

/// <summary>Changes of every kind on the village line: what must hold whatever is changed, and what each impossible change is told.</summary>
public sealed class ChangeTests
{
    private const string Shift = """{ "type": "shift-departures", "line": "7", "minutes": 10, "days": ["term"] }""";
    private const string Back = """{ "type": "shift-departures", "line": "7", "minutes": -10, "days": ["term"] }""";
    private const string Evening = """{ "type": "add-departures", "line": "7", "direction": "1", "times": ["20:00"], "days": ["term"] }""";

    [Theory]
    [InlineData($"{Shift}, {Back}")]
    [InlineData($$"""{{Evening}}, { "type": "withdraw", "line": "7", "trips": ["20:00"], "days": ["term"] }""")]
    public void A_change_and_its_inverse_are_no_change(string changes)
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ {{changes}} ] }""");
        ScenarioResult scenario = ExtensionTests.Evaluated(workshop).Scenarios[0];
        Assert.All(scenario.Effects, e => Assert.Equal(Effect.Same, e.Effect));
        Assert.Contains("scenario_without_effect", scenario.Notices.Counts.Keys);
        Assert.Equal((0.0, 0.0, 0), (scenario.Operation.Km, scenario.Operation.Hours, scenario.Operation.Vehicles));
    }

    [Fact]
    public void A_lone_evening_trip_drives_back_empty()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ {{Evening}} ] }""");
        Operation operation = ExtensionTests.Evaluated(workshop).Scenarios[0].Operation;
        Assert.Equal(10 * 140, operation.Km, 3);
        Assert.Equal(10 * 140, operation.EmptyKm, 3);
    }

    [Fact]
    public void A_departure_that_is_there_already_is_dropped_with_a_notice()
    {
        using Workshop workshop = VillageLine.Workshop("""{ "name": "s", "changes": [ { "type": "add-departures", "line": "7", "direction": "0", "times": ["07:00", "09:00"], "days": ["term"] } ] }""");
        ScenarioResult scenario = ExtensionTests.Evaluated(workshop).Scenarios[0];
        Assert.Equal(1, scenario.Notices.Counts["departure_exists"]);
        Assert.Equal(10 * 140, scenario.Operation.Km, 3);
    }

    [Fact]
    public void Scenarios_of_others_are_their_changes_one_after_the_other()
    {
        using Workshop workshop = VillageLine.Workshop(
            $$"""{ "name": "a", "changes": [ {{VillageLine.Extension}} ] }, { "name": "b", "changes": [ {{Evening}} ] }, { "name": "both", "of": ["a", "b"] }, { "name": "written", "changes": [ {{VillageLine.Extension}}, {{Evening}} ] }""");
        ScenarioResult[] results = [.. ExtensionTests.Evaluated(workshop).Scenarios];
        Assert.Equal(results[3].Operation, results[2].Operation);
        Assert.Equal(results[3].Effects, results[2].Effects);
    }

    [Fact]
    public void A_detour_drives_out_and_back_and_what_is_kept_decides_which_calls_move()
    {
        // The drawing leaves K northwards and returns: 2 km out and 2 back, with two stops.
        const string Detour = """{ "type": "detour", "line": "9", "after": "K", "draw": { "line": [[LINE]] , "follow": "drawn" }, "days": ["saturday"], "stopEveryM": 1000, "keep": "start" }""";
        string line = $"[{VillageLine.Degrees(0, 0)}],[{VillageLine.Degrees(0, 2000)}]";
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ {{Detour.Replace("[LINE]", line, StringComparison.Ordinal)}} ] }""", more: "");
        ScenarioState state = ExtensionTests.Evaluated(workshop).Scenarios[0].State!;
        int trip = Enumerable.Range(0, state.Edit.TripCount).Single(t => state.Edit.HasOwnCalls(t));

        // 30 km/h: 1 km in 120 s, and 20 s to slow down: 140 s, printed 3 min; 20 s standing and as much again: 300 s, 5 min; then 20 s standing and 240 s back: 560 s are 10 min.
        Assert.Equal(["12:00", "12:03", "12:05", "12:30"], state.Edit.CallsOf(trip).Select(c => Model.Clock.Text(c.DepartureS)!));
    }

    [Fact]
    public void A_new_line_has_the_same_homes_and_kilometres_drawn_either_way()
    {
        string[] drawn = [VillageLine.Line("V", (0, 0), (14_000, 0)), VillageLine.Line("W", (14_000, 0), (0, 0))];
        const string There = """{ "type": "new-line", "line": "77", "draw": { "path": "drawn.geojson", "name": "NAME" }, "departures": { "out": ["06:00", "12:00"], "back": ["07:00", "13:00"] }, "days": ["term"] }""";
        using Workshop workshop = VillageLine.Workshop(
            $$"""{ "name": "there", "changes": [ {{There.Replace("NAME", "V", StringComparison.Ordinal)}} ] }, { "name": "back", "changes": [ {{There.Replace("NAME", "W", StringComparison.Ordinal)}} ] }""");
        File.WriteAllText(workshop.File("drawn.geojson"), Workshop.Collection(drawn));
        ScenarioResult[] results = [.. ExtensionTests.Evaluated(workshop).Scenarios];
        Assert.Equal(4 * 14 * 140, results[0].Operation.Km, 3);
        Assert.Equal(results[0].Operation.Km, results[1].Operation.Km, 6);
        Assert.Equal(results[0].Effects.Select(e => (e.Building, e.Effect)), results[1].Effects.Select(e => (e.Building, e.Effect)));
        Assert.Equal(6, results[0].Count(Effect.Becomes));
    }

    [Fact]
    public void A_stop_where_the_bus_passes_costs_a_minute_and_no_kilometre()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ { "type": "add-stop", "line": "7", "place": [{{VillageLine.Degrees(5000, 0)}}], "name": "Mitten", "days": ["term"] } ] }""");
        ScenarioResult scenario = ExtensionTests.Evaluated(workshop).Scenarios[0];
        Assert.Equal(0, scenario.Operation.Km, 6);
        Assert.Equal(4 * 140 / 60.0, scenario.Operation.Hours, 5);
        Assert.Equal(1, scenario.Operation.NewStops);
    }

    [Fact]
    public void Weights_and_limits_of_a_scenario_are_those_of_a_run_with_them()
    {
        using Workshop workshop = VillageLine.Workshop(
            """{ "name": "weights", "weights": { "departures": 5 } }, { "name": "limit", "override": { "candidates": { "stopWithinM": 5000 } } }""");
        ScenarioResult[] results = [.. ExtensionTests.Evaluated(workshop).Scenarios];
        LoadedScores expected = LoadedScores.Of(workshop, c => c with { Criteria = [.. c.Criteria!.Select(k => k.Name == "departures" ? k with { Weight = 5 } : k)] });
        Assert.Equal(expected.Scores, results[0].Standing.Scores.Score);
        expected = LoadedScores.Of(workshop, c => c with { Candidates = c.Candidates with { StopWithinM = 5000 } });
        Assert.Equal(expected.Homes, results[1].Standing.Scores.Homes);
        Assert.Equal(6, results[1].Count(Effect.Becomes));
    }

    [Fact]
    public void A_feed_that_somebody_wrote_with_the_extension_gives_the_same_candidates_scores_and_ranks()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "to_v", "changes": [ {{VillageLine.Extension}} ] }""");
        ScenarioResult scenario = ExtensionTests.Evaluated(workshop).Scenarios[0];
        string feed = VillageLine.Feed(VillageLine.Times);
        string stops = string.Concat(Enumerable.Range(1, 4).Select(i => $"N{i},New {i},{string.Join(',', VillageLine.Degrees(10_000 + (1000 * i), 0).Split(", ").Reverse())}\n"));
        feed = feed.Replace("# routes.txt", stops + "# routes.txt", StringComparison.Ordinal);
        foreach ((string trip, string[] calls) in ((string, string[])[])
        [
            ("K07:00", ["N1 07:22", "N2 07:23", "N3 07:25", "N4 07:27"]), ("K16:00", ["N1 16:22", "N2 16:23", "N3 16:25", "N4 16:27"]),
        ])
        {
            feed += "\n" + string.Join('\n', calls.Select((c, i) => $"{trip},{c[3..]}:00,{c[3..]}:00,{c[..2]},{i + 3}"));
        }

        foreach ((string trip, string[] calls) in ((string, string[])[])
        [
            ("B07:30", ["N4 07:23", "N3 07:25", "N2 07:26", "N1 07:28"]), ("B16:30", ["N4 16:23", "N3 16:25", "N2 16:26", "N1 16:28"]),
        ])
        {
            feed = feed.Replace($"{trip},{trip[1..]}:00,{trip[1..]}:00,B,1", $"{trip},{trip[1..]}:00,{trip[1..]}:00,B,11", StringComparison.Ordinal)
                .Replace($",K,2", ",K,12", StringComparison.Ordinal) + "\n" + string.Join('\n', calls.Select((c, i) => $"{trip},{c[3..]}:00,{c[3..]}:00,{c[..2]},{i + 3}"));
        }

        File.WriteAllBytes(workshop.File("bus.zip"), GtfsText.Zip(feed));
        LoadedScores expected = LoadedScores.Of(workshop, c => c);
        Assert.Equal(expected.Homes, scenario.Standing.Scores.Homes);
        Assert.Equal(expected.Scores, scenario.Standing.Scores.Score);
        Assert.Equal(expected.Order, scenario.Standing.Order.Order);
    }

    [Fact]
    public void Drawings_in_any_order_make_the_same_scenarios()
    {
        string[] rows =
        [
            Row("one", "extend-line", "7", "B", "V"), Row("two", "shift-departures", "7", null, null, """, "minutes": 5 """), Row("one", "withdraw", "9", null, null, """, "days": "saturday" """),
        ];
        string first = Members(rows), second = Members([.. rows.Reverse()]);
        Assert.Equal(first, second);
        Assert.Contains("extend-line", first, StringComparison.Ordinal);

        static string Members(string[] rows)
        {
            using Workshop workshop = VillageLine.Workshop("");
            workshop.Members = workshop.Members.Replace("\"scenarios\": [  ],", "\"scenarios\": \"drawn.geojson\",", StringComparison.Ordinal);
            File.WriteAllText(workshop.File("drawn.geojson"), Workshop.Collection(rows));
            return System.Text.Json.JsonSerializer.Serialize(workshop.Load().Config.Scenarios, Model.MemberJson.Options);
        }
    }

    [Theory]
    [InlineData("""{ "type": "withdraw", "line": "7X", "days": ["term"] }""", "scenarios[0].changes[0].line '7X' is not in the timetable; near: 7")]
    [InlineData("""{ "type": "withdraw", "line": "7", "trips": ["06:45"], "direction": "0", "days": ["term"] }""", "line 7 has no trip 06:45 on term days in direction 0; it has 07:00, 16:00")]
    [InlineData("""{ "type": "withdraw", "line": "9", "days": ["term"] }""", "would change nothing: line 9 does not run on term days")]
    [InlineData("""{ "type": "make-ordinary", "line": "7", "days": ["term"] }""", "would change nothing: line 7 need not be booked")]
    [InlineData("""{ "type": "extend-line", "line": "7", "draw": { "path": "drawn.geojson", "name": "U" } }""", "no line is called so; there are V")]
    [InlineData("""{ "type": "extend-line", "line": "7", "draw": { "path": "none.geojson" } }""", "none.geojson, which is not there")]
    [InlineData("""{ "type": "extend-line", "line": "7", "at": "C", "draw": { "path": "drawn.geojson" } }""", ".at 'C' is no terminal of line 7; it has K, B")]
    [InlineData("""{ "type": "shift-departures", "line": "7", "minutes": 0 }""", ".minutes must be -60 to 60 and not 0")]
    [InlineData("""{ "type": "shift-departures", "line": "7", "minutes": 61 }""", ".minutes must be -60 to 60 and not 0")]
    [InlineData("""{ "type": "new-line", "line": "1", "draw": { "path": "drawn.geojson" }, "departures": { "every": 4, "from": "06:00", "until": "07:00" } }""", ".every must be at least 5 minutes")]
    [InlineData("""{ "type": "new-line", "line": "1", "draw": { "path": "drawn.geojson" }, "departures": { "every": 5, "from": "00:00", "until": "23:00" } }""", "trips a day; at most 200")]
    [InlineData("""{ "type": "extend-line", "line": "7", "at": "B", "draw": { "path": "drawn.geojson" }, "trips": ["07:00", "20:00"] }""", "has no trip 20:00")]
    [InlineData("""{ "type": "make-ordinary", "line": "8", "trips": ["12:00", "13:00"], "days": ["term"] }""", "has no trip 13:00")]
    [InlineData("""{ "type": "remove-stop", "stop": "Q" }""", ".stop 'Q' is not in the timetable; near:")]
    [InlineData("""{ "type": "remove-stop", "stop": "B", "line": "9", "days": ["term"] }""", "would change nothing: line 9 does not stop at B on term days")]
    public void What_cannot_be_done_is_told_with_its_path(string change, string said)
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ {{change}} ] }""");
        string message = Assert.Throws<InputException>(() => ExtensionTests.Evaluated(workshop)).Message;
        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.Contains("scenarios[0].changes[0]", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "a" }, { "name": "a" }""", "a second time")]
    [InlineData("""{ "name": "base" }""", "not 'base'")]
    [InlineData("""{ "name": "a", "of": ["bb"] }, { "name": "b" }""", "which is no scenario; did you mean 'b'?")]
    [InlineData("""{ "name": "a", "of": ["b"] }, { "name": "b", "of": ["a"] }""", "goes round")]
    [InlineData("""{ "name": "a", "override": { "linkage": {} } }""", "a scenario must not change who is registered where; make it a run of its own")]
    [InlineData("""{ "name": "a", "override": { "days": {} } }""", "cannot be overridden")]
    [InlineData("""{ "name": "a", "weights": { "busses": 1 } }""", "is no criterion")]
    [InlineData("""{ "name": "a", "override": { "criteria": [ { "type": "departures", "name": "buses", "weight": 1 } ] }, "weights": { "stop": 1 } }""", "scenarios[0].weights.stop is no criterion; did you mean 'buses'?")]
    [InlineData("""{ "name": "a", "override": { "candidates": { "stopWithinM": -1 } } }""", "scenarios[0].override: candidates.stopWithinM")]
    [InlineData("""{ "name": "a", "override": { "shortlist": { "perLocality": 3 } } }""", "override.shortlist.perLocality changes nothing that what-if tells")]
    [InlineData("""{ "name": "a", "weights": { "stop": 2 } }, { "name": "b", "of": ["a"] }""", "scenarios[1].of names 'a', which has limits or weights of its own")]
    [InlineData("""{ "name": "a", "override": { "candidates": { "stopWithinM": 5 } } }, { "name": "b", "of": ["a"] }""", "and of takes changes alone: write them in 'b' too")]
    public void A_list_of_scenarios_that_cannot_be_is_refused(string scenarios, string said)
    {
        using Workshop workshop = VillageLine.Workshop(scenarios);
        Assert.Contains(said, Assert.Throws<InputException>(workshop.Load).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extend-line", """ "at": "B", "draw": { "path": "drawn.geojson", "name": "V" } """, "names 09:00, which neither begins nor ends at B")]
    [InlineData("detour", """ "after": "K", "draw": { "path": "drawn.geojson", "name": "W" } """, "names 07:30, which does not go on from K")]
    [InlineData("add-stop", """ "place": [PLACE] """, "names 09:00, which does not pass there")]
    [InlineData("make-ordinary", "", "names 07:00, which need not be booked")]
    public void A_trip_that_is_named_and_cannot_be_changed_is_told_and_not_passed_over(string type, string members, string said)
    {
        // Line 7 has a trip at 09:00 that goes the other way from K, and one that is to be ordered.
        string named = type switch { "make-ordinary" => "\"07:00\", \"10:00\"", "detour" => "\"07:00\", \"07:30\"", _ => "\"07:00\", \"09:00\"" };
        string change = $"{{ \"type\": \"{type}\", \"line\": \"7\", \"trips\": [{named}], {members.Replace("PLACE", VillageLine.Degrees(5_000, 0), StringComparison.Ordinal)}";
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ {{change.TrimEnd(',', ' ')}} } ] }""");
        File.WriteAllText(workshop.File("drawn.geojson"), Workshop.Collection(VillageLine.Line("V", (10_000, 0), (14_000, 0)), VillageLine.Line("W", (0, 0), (4_000, 0))));
        string feed = VillageLine.Feed(VillageLine.Times).Replace("8,wd,b1,0", "8,wd,b1,0\n7,wd,c1,0\n7,wd,c2,0", StringComparison.Ordinal)
            .Replace("# routes.txt", $"C,C,{string.Join(',', VillageLine.Degrees(-3_000, 0).Split(", ").Reverse())}\n# routes.txt", StringComparison.Ordinal)
            .Replace("trip_id,arrival_time,departure_time,stop_id,stop_sequence", "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type", StringComparison.Ordinal)
            + "\nc1,09:00:00,09:00:00,K,1,0,0\nc1,09:10:00,09:10:00,C,2,0,0\nc2,10:00:00,10:00:00,K,1,2,0\nc2,10:10:00,10:10:00,C,2,0,2\n";
        File.WriteAllBytes(workshop.File("bus.zip"), GtfsText.Zip(feed));
        Assert.Contains(said, Assert.Throws<InputException>(() => ExtensionTests.Evaluated(workshop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_whose_changes_cannot_be_made_together_is_told_and_half_of_it_is_not_its_result()
    {
        // To V and to the north: each gains homes that the other does not, and after either no trip ends at B any more.
        string north = VillageLine.Extension.Replace(
            """{ "path": "drawn.geojson", "name": "V" }""",
            $$"""{ "line": [[{{VillageLine.Degrees(10_000, 0)}}], [{{VillageLine.Degrees(10_000, 4_000)}}]], "follow": "drawn" }""",
            StringComparison.Ordinal);
        using Workshop workshop = VillageLine.Workshop(
            $$"""{ "name": "east", "changes": [ {{VillageLine.Extension}} ] }, { "name": "north", "changes": [ {{north}} ] }""", others: [(10_000, 3_500)]);
        workshop.Members = workshop.Members.Replace("\"calibrate\": false,", "\"calibrate\": false, \"budget\": [10000000],", StringComparison.Ordinal);
        Run run = new();
        BudgetResult set = Assert.Single(ExtensionTests.Evaluated(workshop, run).Budgets);
        Assert.Equal(["east", "north"], set.Set.Members);
        Assert.Equal((7L, null, null), (set.Set.Value, set.Found, set.FoundValue));
        Assert.Equal(1, run.Notices.Counts["set_conflicts"]);
        string text = TryingScenarios.Run(workshop.Load(), [], null, workshop.File("what-if"), new Run());
        Assert.Contains("east, north   7 homes one by one, ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_let_home_costs_goes_by_the_yield_that_the_plan_states()
    {
        // 53 800 a home; by the plan's own word half of the contacts give one.
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "x", "changes": [ {{VillageLine.Extension}} ] }""");
        workshop.Members += """ "plan": { "yield": { "priors": { "contacted": [5, 5] } } }, """;
        TryingScenarios.Run(workshop.Load(), [], null, workshop.File("what-if"), new Run());
        string[] rows = File.ReadAllLines(workshop.File("what-if/scenarios.csv"));
        int fromEnd = rows[0].Split(',').Length - Array.IndexOf(rows[0].Split(','), "cost_per_expected");

        // Only the vehicle note and the source hold commas, each within quotation marks; the latter has one behind the cost.
        string[] cells = rows[2].Replace("\"Avtal, 2026 (SEK)\"", "", StringComparison.Ordinal).Split(',');

        // Of six contacts of which half succeed by Beta(5, 5), one or fewer .17 and five or fewer .96: 322 800 over five, and over one.
        Assert.Equal(["107600", "64560", "322800"], cells[^fromEnd..^(fromEnd - 3)]);
    }

    [Theory]
    [InlineData(236, 1, 28, 0, 19)]
    [InlineData(136, 6, 123, 2, 11)]
    public void How_many_are_let_in_four_cases_of_five_is_what_the_plan_says_of_as_many_letters(int homes, double a, double b, int low, int high) =>
        Assert.Equal((low, high), WhatIfTables.Lets(homes, new StageRate(ContactState.Contacted, 0, 0, 0, a, b)));

    [Fact]
    public void Cost_per_let_home_has_no_upper_bound_where_perhaps_none_is_let()
    {
        Assert.Equal((200.0, 1100.0), WhatIfTables.CostPerLet(2200, (2, 11)));
        Assert.Equal((100.0, null), WhatIfTables.CostPerLet(1900, (0, 19)));
        Assert.Equal((null, null), WhatIfTables.CostPerLet(1900, (0, 0)));
        Assert.Null(WhatIfTables.Lets(0, new StageRate(ContactState.Contacted, 0, 0, 0, 1, 28)));
    }

    [Theory]
    [InlineData("en", "EUR", "EUR/year", "Best within 400,000 EUR: ")]
    [InlineData("sv", "EUR", "EUR/år", "Bästa inom 400\u00A0000 EUR: ")]
    [InlineData("sv", "SEK", "kr/år", "Bästa inom 400\u00A0000 kr: ")]
    [InlineData("en", "SEK", "SEK/year", "Best within 400,000 SEK: ")]
    public void Money_in_the_terminal_is_in_the_currency_of_the_costs(string language, string currency, string head, string best)
    {
        using Workshop workshop = VillageLine.Workshop(
            $$"""{ "name": "x", "changes": [ {{VillageLine.Extension}} ] }""",
            VillageLine.Costs.Replace("\"perKm\"", $"\"currency\": \"{currency}\", \"perKm\"", StringComparison.Ordinal));
        workshop.Members = workshop.Members.Replace("\"language\": \"en\"", $"\"language\": \"{language}\"", StringComparison.Ordinal);
        string text = TryingScenarios.Run(workshop.Load(), [], 400_000, workshop.File("what-if"), new Run());
        Assert.Contains(head, text, StringComparison.Ordinal);
        Assert.Contains(best, text, StringComparison.Ordinal);
        Assert.Contains(currency == "SEK" && language == "sv" ? " kr   optimalt" : $" {currency}   ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "costs": { "perKm": 1, "year": 2026 }, """, "costs.source is missing")]
    [InlineData(""" "costs": { "perKm": 1, "source": "x" }, """, "costs.year is missing")]
    [InlineData(""" "costs": { "perKm": -1, "source": "x", "year": 2026 }, """, "costs.perKm must not be negative")]
    public void Costs_without_a_source_or_a_year_are_refused(string costs, string said)
    {
        using Workshop workshop = VillageLine.Workshop("""{ "name": "a" }""", costs);
        Assert.Contains(said, Assert.Throws<InputException>(workshop.Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_far_from_its_line_and_a_drawing_far_from_roads_are_told_in_metres()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ {{VillageLine.Extension}} ] }""");
        File.WriteAllText(workshop.File("drawn.geojson"), Workshop.Collection(VillageLine.Line("V", (10_000, 0), (14_000, 0)), VillageLine.Stop("Kvarnen", "V", 12_000, 180)));
        Assert.Contains("the stop 'Kvarnen' lies 180 m from the line", Assert.Throws<InputException>(() => ExtensionTests.Evaluated(workshop)).Message, StringComparison.Ordinal);
        File.WriteAllText(workshop.File("drawn.geojson"), Workshop.Collection(VillageLine.Line("V", (10_000, 0), (10_000, 4_000))));
        Assert.Contains("lie off the roads: draw along roads or give \"follow\": \"drawn\"", Assert.Throws<InputException>(() => ExtensionTests.Evaluated(workshop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_laid_over_its_base()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "s", "changes": [ {{VillageLine.Extension}} ] }""");
        workshop.Load();
        Directory.CreateDirectory(workshop.File("plans"));
        File.Copy(workshop.File("drawn.geojson"), workshop.File("plans/drawn.geojson"));
        File.WriteAllText(workshop.File("plans/bus.json"), $$"""{ "base": "../inventory.json", "title": "Nybyn", "scenarios": [ { "name": "x", "changes": [ {{VillageLine.Extension}} ] } ] }""");
        TryingScenarios.Run(ConfigReader.Load(workshop.File("plans/bus.json")), [], null, workshop.File("plans/what-if"), new Run());
        Assert.Contains("\nx,x,7,6,", File.ReadAllText(workshop.File("plans/what-if/scenarios.csv")).Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        File.WriteAllText(workshop.File("two.json"), """{ "base": "plans/bus.json" }""");
        Assert.Contains("has a base itself", Assert.Throws<InputException>(() => ConfigReader.Load(workshop.File("two.json"))).Message, StringComparison.Ordinal);
        File.WriteAllText(workshop.File("none.json"), """{ "base": "inventry.json" }""");
        Assert.Contains("did you mean 'inventory.json'?", Assert.Throws<InputException>(() => ConfigReader.Load(workshop.File("none.json"))).Message, StringComparison.Ordinal);
        File.WriteAllText(workshop.File("more.json"), """{ "base": "inventory.json", "sources": [] }""");
        Assert.Contains("sources may not stand beside base", Assert.Throws<InputException>(() => ConfigReader.Load(workshop.File("more.json"))).Message, StringComparison.Ordinal);
    }

    private static string Row(string scenario, string type, string line, string? at, string? name, string more = "")
    {
        string geometry = name is null ? "null" : VillageLine.Line(name, (10_000, 0), (14_000, 0)).Split("\"geometry\": ")[1][..^2];
        return $$"""{ "type": "Feature", "properties": { "scenario": "{{scenario}}", "type": "{{type}}", "line": "{{line}}"{{(at is null ? "" : $", \"at\": \"{at}\"")}}{{(name is null ? "" : $", \"name\": \"{name}\"")}}{{more}} }, "geometry": {{geometry}} }""";
    }

    private sealed record LoadedScores(IReadOnlyList<int> Homes, decimal[] Scores, IReadOnlyList<int> Order)
    {
        public static LoadedScores Of(Workshop workshop, Func<InventoryConfig, InventoryConfig> change)
        {
            LoadedConfig loaded = workshop.Load();
            Results results = Pipeline.Analyse(loaded with { Config = change(loaded.Config) }, new Run());
            return new LoadedScores(results.Scores.Homes, results.Scores.Score, results.Ranking.Order);
        }
    }
}
