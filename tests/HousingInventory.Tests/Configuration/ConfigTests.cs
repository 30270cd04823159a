using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Model;

namespace HousingInventory.Tests.Configuration;

public sealed class ConfigTests
{
    private const string Needed = """{ "type": "buildings", "path": "b.gpkg" }, { "type": "residents", "path": "r.csv" }""";
    private const string Full = Needed + """, { "type": "roads", "path": "r.pbf" }, { "type": "timetable", "path": "g.zip" }, { "type": "services", "path": "s.csv" }""";

    [Theory]
    [InlineData("\"walkin\": {}", "walkin", "'walking'")]
    [InlineData("\"walking\": { \"metresPerMinut\": 80 }", "walking.metresPerMinut", "'metresPerMinute'")]
    [InlineData("\"candidates\": { \"settlements\": [ { \"maxGap\": 200 } ] }", "candidates.settlements[0].maxGap", "'maxGapM'")]
    [InlineData("\"criteria\": [ { \"type\": \"bus-line\", \"name\": \"b\", \"fullUntil\": 3 } ]", "criteria[0].fullUntil", "'fullUntilM'")]
    [InlineData("\"criteria\": [ { \"name\": \"b\", \"type\": \"bus-lime\" } ]", "criteria[0]", "'bus-line'")]
    [InlineData("\"Title\": \"x\"", "Title", "'title'")]
    public void An_unknown_member_is_refused_with_its_path_and_the_nearest_name(string member, string path, string nearest)
    {
        string line = Refused($$"""{ {{member}}, "sources": [ {{Full}} ] }""");
        Assert.StartsWith($"inventory.json: {path}", line, StringComparison.Ordinal);
        Assert.Contains(nearest, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\": 3", "title")]
    [InlineData("\"walking\": 3", "walking")]
    [InlineData("\"walking\": { \"fragmentM\": \"1\" }", "walking.fragmentM")]
    [InlineData("\"walking\": { \"fragmentM\": 1e999 }", "walking.fragmentM")]
    [InlineData("\"shortlist\": { \"top\": 1.5 }", "shortlist.top")]
    [InlineData("\"sources\": {}", "sources")]
    [InlineData("\"asOf\": \"2026-13-01\"", "asOf")]
    [InlineData("\"asOf\": 20261101", "asOf")]
    [InlineData("\"language\": \"fi\"", "language")]
    [InlineData("\"candidates\": { \"holidayHomes\": \"Mark\" }", "candidates.holidayHomes")]
    [InlineData("\"days\": { \"schoolTerms\": [ \"2026-08-18\" ] }", "days.schoolTerms[0]")]
    [InlineData("\"transit\": { \"railReplacement\": 1 }", "transit.railReplacement")]
    public void A_value_of_the_wrong_kind_is_refused_with_its_path(string member, string path)
    {
        string sources = member.Contains("sources", StringComparison.Ordinal) ? "" : $", \"sources\": [ {Needed} ]";
        Assert.StartsWith($"inventory.json: {path} must be", Refused($"{{ {member}{sources} }}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("walking")]
    [InlineData("sources")]
    [InlineData("crs")]
    [InlineData("municipality")]
    [InlineData("candidates")]
    [InlineData("language")]
    [InlineData("serviceDays")]
    [InlineData("shortlist")]
    public void Null_is_refused_where_nothing_can_be_off(string member)
    {
        string sources = member == "sources" ? "" : $", \"sources\": [ {Needed} ]";
        Assert.StartsWith($"inventory.json: {member} must be", Refused($"{{ \"{member}\": null{sources} }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_in_a_list_is_refused_and_null_switches_a_filter_off()
    {
        Assert.StartsWith("inventory.json: sources[2] must be", Refused($$"""{ "sources": [ {{Needed}}, null ] }"""), StringComparison.Ordinal);
        CandidatesConfig off = Read($$"""{ "candidates": { "footprintM2": null, "stopWithinM": null, "settlements": null }, "sources": [ {{Needed}} ] }""").Candidates;
        Assert.Equal((null, null, null), (off.FootprintM2, off.StopWithinM, off.Settlements));
    }

    [Fact]
    public void Bom_comments_trailing_commas_and_a_type_that_stands_last_are_read()
    {
        InventoryConfig config = Read("\uFEFF" + """
            { // a comment
              "sources": [ { "path": "b.gpkg", "type": "buildings", }, { "path": "r.csv", /* and another */ "type": "residents" }, ],
            }
            """);
        Assert.Equal(["b.gpkg", "r.csv"], config.Sources.Select(s => s.Path));
    }

    [Fact]
    public void A_member_that_stands_twice_and_text_that_is_no_json_are_told_in_one_line()
    {
        Assert.Contains("twice", Refused($$"""{ "walking": { "fragmentM": 1, "fragmentM": 2 }, "sources": [ {{Needed}} ] }"""), StringComparison.Ordinal);
        Assert.Contains("line 2", Refused("{\n \"title\": \"x\" \"y\" }"), StringComparison.Ordinal);
        Assert.Contains("JSON object", Refused("[]"), StringComparison.Ordinal);
        Assert.Contains("not valid JSON", Refused(""), StringComparison.Ordinal);
        Assert.Contains("not valid JSON", Refused(new string('[', 2000)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_truncation_and_no_flipped_byte_gives_anything_but_a_configuration_or_one_line()
    {
        string text = Example();
        Random random = new(5);
        for (int i = 0; i < 600; i++)
        {
            char[] changed = text.ToCharArray();
            changed[random.Next(changed.Length)] = (char)random.Next(32, 127);
            string tried = i % 2 == 0 ? new string(changed) : text[..random.Next(text.Length)];
            try
            {
                Assert.NotNull(ConfigReader.Parse(tried, "inventory.json").Config.Sources);
            }
            catch (InputException e)
            {
                Assert.StartsWith("inventory.json", e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    [Theory]
    [InlineData("stop", null)]
    [InlineData("a23456789012345678901234567890123456789012345678901234", null)] // 54 characters
    [InlineData("a234567890123456789012345678901234567890123456789012345", "at most 54")]
    [InlineData("", "at most 54")]
    [InlineData("Stop", "at most 54")]
    [InlineData("1stop", "at most 54")]
    [InlineData("score", "already a column")]
    [InlineData("left_out", "already a column")]
    [InlineData("rank_p5", "already a column")]
    [InlineData("map_link", "already a column")]
    [InlineData("stop_points", "must not end in")]
    [InlineData("stop_share", "must not end in")]
    public void The_name_of_a_criterion_must_be_a_free_column_name(string name, string? fault)
    {
        string text = $$"""{ "criteria": [ { "type": "bus-line", "name": "{{name}}" } ], "sources": [ {{Full}} ] }""";
        if (fault is null)
        {
            Assert.Equal(name, Read(text).Criteria![0].Name);
        }
        else
        {
            Assert.Contains(fault, Refused(text), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{ "type": "bus-line", "name": "b", "weight": -1 }""", "criteria[0].weight")]
    [InlineData("""{ "type": "bus-line", "name": "b", "weight": 0 }""", "criteria needs")]
    [InlineData("""{ "type": "bus-line", "name": "b" }, { "type": "walk-to-stop", "name": "b" }""", "criteria[1].name")]
    [InlineData("""{ "type": "bus-line", "name": "b", "fullUntilM": 500, "zeroFromM": 500 }""", "criteria[0].fullUntilM")]
    [InlineData("""{ "type": "bus-line", "name": "b", "shape": "logistic", "median": 3 }""", "criteria[0].shape")]
    [InlineData("""{ "type": "departures", "name": "b", "fullAt": 0 }""", "criteria[0].zeroAt")]
    [InlineData("""{ "type": "bus-line", "name": "b", "must": { "atLeastPoints": 101 } }""", "criteria[0].must")]
    public void Limits_that_cannot_be_are_refused_with_their_path(string criteria, string path) =>
        Assert.Contains("inventory.json: " + path, Refused($$"""{ "criteria": [ {{criteria}} ], "sources": [ {{Full}} ] }"""), StringComparison.Ordinal);

    [Fact]
    public void A_written_criterion_or_filter_without_its_source_is_refused_and_a_default_one_is_not()
    {
        Assert.Contains("timetable", Refused($$"""{ "criteria": [ { "type": "bus-line", "name": "b" } ], "sources": [ {{Needed}} ] }"""), StringComparison.Ordinal);
        Assert.Contains("timetable", Refused($$"""{ "candidates": { "stopWithinM": 1000 }, "sources": [ {{Needed}} ] }"""), StringComparison.Ordinal);
        Assert.Equal(1000, Read($$"""{ "sources": [ {{Needed}} ] }""").Candidates.StopWithinM);
    }

    [Theory]
    [InlineData("\"2482\"", "2482")]
    [InlineData("2482", "2482")]
    [InlineData("980", "0980")]
    [InlineData("[\"2482\", 980]", "2482 0980")]
    public void A_municipality_is_a_code_or_several(string written, string codes) =>
        Assert.Equal(codes.Split(' '), Read($$"""{ "municipality": {{written}}, "sources": [ {{Needed}} ] }""").Municipality);

    [Theory]
    [InlineData("\"248\"")]
    [InlineData("\"24 82\"")]
    [InlineData("true")]
    [InlineData("24.5")]
    [InlineData("{}")]
    [InlineData("[[\"2482\"]]")]
    [InlineData("[null]")]
    public void What_is_no_municipality_code_is_refused(string written) =>
        Assert.Contains("municipality", Refused($$"""{ "municipality": {{written}}, "sources": [ {{Needed}} ] }"""), StringComparison.Ordinal);

    [Fact]
    public void Sources_are_named_by_type_and_number_and_no_two_share_an_id()
    {
        LoadedConfig loaded = ConfigReader.Parse($$"""{ "sources": [ {{Needed}}, { "type": "residents", "path": "q.csv" }, { "type": "residents", "id": "kir", "path": "k.csv" } ] }""", "inventory.json");
        Assert.Equal(["buildings", "residents", "residents-2", "kir"], loaded.SourceIds);
        Assert.Contains("residents", Refused($$"""{ "sources": [ {{Needed}}, { "type": "services", "id": "residents", "path": "q.csv" } ] }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_nobody_knows_is_refused_with_the_nearest_one()
    {
        Assert.Contains("did you mean 'departures'", Refused($$"""{ "criteria": [ { "type": "departure", "name": "p" } ], "sources": [ {{Full}} ] }"""), StringComparison.Ordinal);
        Assert.Contains("did you mean 'geojson'", Refused($$"""{ "outputs": [ { "type": "geojsn" } ], "sources": [ {{Full}} ] }"""), StringComparison.Ordinal);
        Assert.Contains("needs a \"type\"", Refused($$"""{ "outputs": [ {} ], "sources": [ {{Full}} ] }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_contracts_example_reads_as_it_stands_but_for_what_is_not_built()
    {
        InventoryConfig config = Read(Example());
        Assert.Equal(new DateOnly(2026, 11, 10), config.AsOf);
        Assert.Equal([(200, Between.Dwellings, 20), (1000, Between.Residents, 50)], config.Candidates.Settlements!.Select(s => (s.MaxGapM, s.Between, s.MinResidents)));
        Assert.Equal(["stop", "departures", "grocery", "school", "bus_line"], config.Criteria!.Select(c => c.Name));
        Assert.Equal(7707, Assert.Single(config.References).Value);
        Assert.Equal("tatort", config.Sources[8].Columns["name"]);
    }

    [Fact]
    public void The_defaults_are_those_that_the_contract_writes_out()
    {
        InventoryConfig none = Read($$"""{ "sources": [ {{Needed}} ] }""");
        Assert.Equal(("EPSG:3006", Language.Sv, 200), (none.Crs, none.Language, none.Shortlist.Top));
        Assert.Equal(new WalkingConfig { MetresPerMinute = 80, MaxToRoadM = 500, FragmentM = 1000 }, none.Walking);
        Assert.Equal((2000, 1000, 500, 60, 120, false), (none.Transit.MaxWalkM, none.Transit.MaxWalkAtPlaceM, none.Transit.MaxTransferWalkM, none.Transit.BoardSlackS, none.Transit.MinTransferS, none.Transit.RailReplacement));
        Assert.Equal(new RangeConfig { Min = 50, Max = 250 }, none.Candidates.FootprintM2);
        Assert.Equal((1000, 2, HolidayHomes.Mark), (none.Candidates.StopWithinM, none.Candidates.StopMinDepartures, none.Candidates.HolidayHomes));
        Assert.Equal((0.8, 0.5), (none.Linkage.WarnUnder, none.Linkage.RefuseUnder));
        Assert.Empty(none.Municipality);
    }

    private static string Example() => """
        {
          "$schema": "inventory.schema.json",
          "title": "Skellefteå, november 2026",
          "asOf": "2026-11-10",                 // the day the answer is for
          "purpose": "Planering av bostadsförsörjning", "responsible": "Socialkontoret", "deleteAfter": "2027-05-31",
          "municipality": "2482", "crs": "EPSG:3006", "language": "sv", "centre": [20.9528, 64.7507],
          "sources": [
            { "type": "buildings",  "path": "byggnad_kn2482.gpkg" },
            { "type": "addresses",  "path": "belagenhetsadresser_kn2482.gpkg" },
            { "type": "properties", "path": "fastighet_kn2482.gpkg" },
            { "type": "dwellings",  "path": "lagenheter.csv" },
            { "type": "residents",  "path": "residents.csv", "extracted": "2026-11-02" },
            { "type": "roads",      "path": "roads.osm.pbf" },
            { "type": "timetable",  "path": "gtfs.zip" },
            { "type": "services",   "path": "services.geojson", "columns": { "category": "category", "name": "name" } },
            { "type": "localities", "path": "tatorter.gpkg", "columns": { "name": "tatort" } },
            { "type": "followup",   "path": "followup.csv" },
            { "type": "withheld",   "path": "withheld.csv" }
          ],
          "days": { "schoolTerms": [ ["2026-08-18", "2026-12-18"] ], "schoolHolidays": [ ["2026-10-26", "2026-10-30"] ] },
          "serviceDays": {}, "walking": { "metresPerMinute": 80, "maxToRoadM": 500, "fragmentM": 1000 },
          "transit": { "maxWalkM": 2000, "maxWalkAtPlaceM": 1000, "maxTransferWalkM": 500, "boardSlackS": 60, "minTransferS": 120, "railReplacement": false, "routeTypes": {} },
          "candidates": {
            "footprintM2": { "min": 50, "max": 250 }, "stopWithinM": 1000, "stopMinDepartures": 2,
            "settlements": [ { "maxGapM": 200, "between": "dwellings", "minResidents": 20 }, { "maxGapM": 1000, "between": "residents", "minResidents": 50 } ],
            "holidayHomes": "mark"
          },
          "criteria": [
            { "type": "walk-to-stop", "name": "stop",       "weight": 2, "fullUntilM": 400, "zeroFromM": 2000 },
            { "type": "departures",   "name": "departures", "weight": 1, "withinM": 1000, "fullAt": 16 },
            { "type": "service",      "name": "grocery",    "weight": 2, "category": "grocery", "mode": "walk", "fullUntilM": 1000, "zeroFromM": 8000 },
            { "type": "service",      "name": "school",     "weight": 1, "category": "school", "mode": "car", "fullUntilM": 2000, "zeroFromM": 20000 },
            { "type": "bus-line",     "name": "bus_line",   "weight": 0, "fullUntilM": 300, "zeroFromM": 3000, "label": { "sv": "Busslinje", "en": "Bus line" } }
          ],
          "shortlist": { "top": 200 },
          "references": [ { "label": "Fritidshus enligt SCB 2022", "value": 7707 } ],
          "outputs": [ { "type": "geojson" }, { "type": "geopackage" }, { "type": "csv" }, { "type": "xlsx" } ]
        }
        """;

    /// <summary>Every default is written there: a member of a kind that the check does not know would be refused.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(""", "plan": {}, "robustness": { "seed": 9000000000 }, "days": {}, "limits": {}, "expected": { "persons": 3 }""")]
    public void What_results_tell_of_the_configuration_is_a_configuration(string members)
    {
        InventoryConfig config = Read($$"""{ "centre": [20.95, 64.75], "sources": [ {{Full}} ]{{members}} }""");
        string told = config.RunFrame(new DateOnly(2026, 11, 10), HousingInventory.Score.StandardCriteria.All, new Run()).Configuration;
        InventoryConfig again = Read(told);
        Assert.Equal(told, again.RunFrame(new DateOnly(2026, 11, 10), again.Criteria!, new Run()).Configuration);
    }

    private static InventoryConfig Read(string text) => ConfigReader.Parse(text, "inventory.json").Config;

    private static string Refused(string text) => Assert.Throws<InputException>(() => ConfigReader.Parse(text, "inventory.json")).Message;
}
