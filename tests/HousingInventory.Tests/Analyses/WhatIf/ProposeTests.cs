using System.Globalization;
using System.Text.Json.Nodes;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Analyses.WhatIf.Proposals;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Analyses.WhatIf;

/// <summary>What propose finds on the village line, where everything can be counted by hand; and what it leaves out, against every pair.</summary>
public sealed class ProposeTests
{
    /// <summary>A working day at the centre. The bus from B is there at 07:50; the last one back leaves at 16:00, a minute before one is at the stop.</summary>
    private const string Work = """
        "criteria": [ { "type": "useful-day", "name": "day", "weight": 1, "errands": [ { "name": "work", "start": "08:00", "end": "16:00" } ] } ],
        """;

    private const string OwnCriteria =
        """
        "criteria": [ { "type": "departures", "name": "departures", "weight": 1, "fullAt": 10 }, { "type": "walk-to-stop", "name": "stop", "weight": 1 } ],
        """;

    [Fact]
    public void Beyond_the_terminal_the_line_is_extended_to_the_village()
    {
        using Workshop workshop = VillageLine.Workshop("");
        ScenarioResult only = Assert.Single(Proposed(workshop));
        ExtendLine change = Assert.IsType<ExtendLine>(only.Setting.Changes[0].Change);
        Assert.Equal("extend_7_01", only.Name);
        Assert.Equal("Linje 7 vidare från B till Exempelby, 4,0 km", only.Setting.Scenario.Label!["sv"]);
        Assert.Equal(("7", "B", "07:00 07:30 16:00 16:30"), (change.Line, change.At!, string.Join(' ', change.Trips.Times.Select(t => Model.Clock.Text(t)))));

        // Every 800 m a stop: 48 s to drive, 20 to slow down and 20 to stand: the fifth is reached after 5 * 68 + 4 * 20 = 420 s, 7 minutes.
        Assert.Equal(5, change.Draw.Stops!.Count);
        Assert.Equal((2240, 1, 6), ((int)only.Operation.Km, only.Operation.Vehicles, only.Count(Effect.Becomes)));
        Assert.Equal(4 * 7 * 140 / 60.0, only.Operation.Hours, 5);
        Assert.Equal(53_800, only.CostPerHome(workshop.Load().Config.Costs)!.Value, 1);
    }

    [Fact]
    public void Where_the_bus_passes_a_stop_comes_before_new_kilometres()
    {
        // The house lies 400 m off the middle of the line: a stop just there costs each of the four trips a minute.
        using Workshop workshop = VillageLine.Workshop("", others: [(5_000, 400)]);
        ScenarioResult[] found = [.. Proposed(workshop)];
        Assert.Equal(["stop_7_01", "extend_7_01"], found.Select(f => f.Name));
        AddStop change = Assert.IsType<AddStop>(found[0].Setting.Changes[0].Change);
        double[] said = [.. VillageLine.Degrees(5_000, 0).Split(", ").Select(d => Math.Round(double.Parse(d, CultureInfo.InvariantCulture), 5))];
        Assert.Equal(said, change.Place!.Select(d => Math.Round(d, 5)));
        Assert.Equal((0.0, 0, 1), (found[0].Operation.Km, found[0].Operation.Vehicles, ChangeSeeking.Gain(found[0])));
        Assert.Equal(600 * 4 * 140 / 60.0, found[0].Operation.CostYear(workshop.Load().Config.Costs)!.Value, 2);
    }

    [Fact]
    public void A_departure_five_minutes_later_costs_nothing_and_comes_first()
    {
        using Workshop workshop = Working(null, [(10_000, 100)]);
        ScenarioResult[] found = [.. Proposed(workshop)];
        ShiftDepartures change = Assert.IsType<ShiftDepartures>(found[0].Setting.Changes[0].Change);
        Assert.Equal(("7", "0", 5), (change.Line, change.Direction!, change.Minutes));
        Assert.Equal([16 * 3600], change.Trips.Times);
        Assert.Equal([DayWord.Term], change.Days);
        Assert.Equal((0.0, 0.0, 0, 1), (found[0].Operation.Km, found[0].Operation.Hours, found[0].Operation.Vehicles, ChangeSeeking.Gain(found[0])));
        Assert.Equal(1, found[0].Count(Effect.Rises));
        Assert.DoesNotContain(found, f => f.Setting.Changes[0].Change is AddDepartures);
    }

    [Fact]
    public void A_departure_that_would_need_a_bus_more_is_not_moved_but_added_to()
    {
        // Ready at B 16:28 after five minutes more, and needed there at 16:25: a second bus. One is at the stop a step after 16:01: a bus of whole minutes leaves 16:02.
        using Workshop workshop = Working([["07:00", "16:00"], ["07:30", "16:25"]], [(10_000, 100)]);
        ScenarioResult[] found = [.. Proposed(workshop)];
        Assert.DoesNotContain(found, f => f.Setting.Changes[0].Change is ShiftDepartures);
        ScenarioResult added = found.First(f => f.Setting.Changes[0].Change is AddDepartures);
        AddDepartures change = (AddDepartures)added.Setting.Changes[0].Change;
        Assert.Equal(("7", "0", "K", "16:02"), (change.Line, change.Direction!, change.At, change.LeaveAfter![0]));
        Assert.Equal((10 * 140.0, 10 * 140.0), (Math.Round(added.Operation.Km, 3), Math.Round(added.Operation.EmptyKm, 3)));
    }

    [Fact]
    public void A_departure_within_ten_minutes_of_the_next_is_not_moved()
    {
        // The next leaves 13 minutes later on the same line: 8 after the move.
        using Workshop workshop = Working([["07:00", "16:00"], ["07:30", "16:30"]], [(10_000, 100)], feed: f =>
            f.Replace("8,wd,b1,0", "8,wd,b1,0\n7,wd,late,0", StringComparison.Ordinal) + "\nlate,16:13:00,16:13:00,K,1\nlate,16:14:00,16:14:00,C,2\n");
        Assert.DoesNotContain(Proposed(workshop), f => f.Setting.Changes[0].Change is ShiftDepartures);
    }

    [Fact]
    public void A_booked_line_by_the_homes_is_made_ordinary_before_anything_new_is_driven()
    {
        using Workshop workshop = VillageLine.Workshop("");
        ToVillage(workshop);
        ScenarioResult only = Assert.Single(Proposed(workshop));
        Assert.Equal("ordinary_8_01", only.Name);
        Assert.IsType<MakeOrdinary>(only.Setting.Changes[0].Change);
        Assert.Equal((0.0, 6), (only.Operation.Km, only.Count(Effect.Becomes)));
    }

    [Fact]
    public void A_proposal_says_what_it_takes_from_whom()
    {
        // Both errands weigh alike for the two at 450 m, who are home too late after the second in any case; the one at 100 m is home in time only today.
        using Workshop workshop = Working(null, [(10_000, 100), (10_000, 450), (10_060, 450)]);
        workshop.Members = workshop.Members.Replace(
            "\"end\": \"16:00\" }",
            """
            "end": "16:00" }, { "name": "short", "start": "08:00", "end": "15:50", "maxAfterMin": 34, "weight": 2 }
            """,
            StringComparison.Ordinal);
        ScenarioResult shift = Proposed(workshop).Single(f => f.Setting.Changes[0].Change is ShiftDepartures);
        Assert.Equal((2, 1, 1), (shift.Count(Effect.Rises), shift.Count(Effect.Falls), ChangeSeeking.Gain(shift)));
        ProposingChanges.Run(workshop.Load(), null, null, workshop.File("proposals"), new Run());
        string[] rows = File.ReadAllLines(workshop.File("proposals/proposals.csv"));
        Assert.EndsWith(",kind,gained,takes_from", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",shift-departures,1,others under 5", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_if_of_the_proposals_gives_what_propose_found()
    {
        using Workshop workshop = VillageLine.Workshop("", others: [(5_000, 400)]);
        string text = ProposingChanges.Run(workshop.Load(), 400_000, null, workshop.File("proposals"), new Run());
        Assert.Matches(@"stop_7_01 +1 +0 .*\nextend_7_01 +6 +0 ", text);
        Assert.Contains("Best within 400,000 SEK: stop_7_01, extend_7_01", text, StringComparison.Ordinal);
        LoadedConfig proposals = ConfigReader.Load(workshop.File("proposals/proposals.json"));
        Assert.Equal("../inventory.json", proposals.Config.Base);
        TryingScenarios.Run(proposals, [], 400_000, workshop.File("what-if"), new Run());
        string[] tried = File.ReadAllLines(workshop.File("what-if/scenarios.csv")), found = File.ReadAllLines(workshop.File("proposals/proposals.csv"));
        Assert.Equal(tried.Length, found.Length);
        Assert.All(tried.Zip(found), p => Assert.StartsWith(p.First, p.Second, StringComparison.Ordinal));
        Assert.Contains("\"kind\": \"propose\"", File.ReadAllText(workshop.File("proposals/manifest.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Proposals_of_a_file_that_lies_over_a_base_lie_over_the_same_base_with_all_that_it_says()
    {
        using Workshop workshop = VillageLine.Workshop("");
        workshop.Load();
        Directory.CreateDirectory(workshop.File("plans"));
        File.WriteAllText(workshop.File("plans/bus.json"), """{ "base": "../inventory.json", "candidates": { "stopWithinM": 700 } }""");
        ProposingChanges.Run(ConfigReader.Load(workshop.File("plans/bus.json")), null, 1, workshop.File("plans/proposals"), new Run());
        JsonNode written = JsonNode.Parse(File.ReadAllText(workshop.File("plans/proposals/proposals.json")))!;
        Assert.Equal(("../../inventory.json", 700), ((string)written["base"]!, (int)written["candidates"]!["stopWithinM"]!));
        Assert.Null(written["sources"]);

        // Of the six, those at 750 and 1 000 m are too far from any stop now.
        TryingScenarios.Run(ConfigReader.Load(workshop.File("plans/proposals/proposals.json")), [], null, workshop.File("what-if"), new Run());
        Assert.Contains("extend_7_01,", File.ReadAllText(workshop.File("what-if/scenarios.csv")), StringComparison.Ordinal);
        Assert.Matches("extend_7_01,[^\n]*,5,4,0,", File.ReadAllText(workshop.File("what-if/scenarios.csv")));
    }

    [Fact]
    public void What_cannot_be_sought_is_told_and_what_cannot_be_asked_is_refused()
    {
        using Workshop workshop = VillageLine.Workshop("", roads: false);
        workshop.Members = workshop.Members.Replace(OwnCriteria, "\"criteria\": null,", StringComparison.Ordinal);
        Run run = new();
        string text = ProposingChanges.Run(workshop.Load(), null, null, workshop.File("proposals"), run);
        Assert.Contains("No proposal gives a home more.", text, StringComparison.Ordinal);
        Assert.Equal(2, run.Notices.Counts["proposals_left_out"]);
        Assert.Contains("--top is 0", Refused(workshop, null, 0), StringComparison.Ordinal);
        Assert.Contains("--budget is -1", Refused(workshop, -1, null), StringComparison.Ordinal);
        using Workshop without = new();
        Assert.Contains("none is configured", Refused(without, null, null), StringComparison.Ordinal);

        static string Refused(Workshop workshop, double? budget, int? top) =>
            Assert.Throws<InputException>(() => ProposingChanges.Run(workshop.Load(), budget, top, workshop.File("p"), new Run())).Message;
    }

    [Fact]
    public void One_goes_exactly_when_another_helps_all_its_homes_for_no_more()
    {
        Random random = new(5);
        for (int round = 0; round < 300; round++)
        {
            ProposedChange[] all =
            [
                .. Enumerable.Range(0, random.Next(1, 14)).Select(i => new ProposedChange(
                    "k", $"{i:D2}", new MakeOrdinary { Line = "1" }, [.. Enumerable.Range(0, 6).Where(_ => random.Next(2) == 0)], random.Next(3))
                {
                    MovedMin = 5 * random.Next(2),
                    Label = ("", ""),
                }),
            ];
            string[] expected = [.. all.Where(p => p.Homes.Count > 0 && !all.Any(q => q != p && Beats(q, p))).Select(p => p.Key).Order(StringComparer.Ordinal)];
            List<ProposedChange> kept = ProposedChange.WithoutDominated(all);
            Assert.Equal(expected, kept.Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.Equal(kept.Select(p => p.Key), ProposedChange.WithoutDominated(all.Reverse()).Select(p => p.Key));
            Assert.Equal(kept.OrderBy(p => p.Km / p.Homes.Count).Select(p => p.Km / p.Homes.Count), kept.Select(p => p.Km / p.Homes.Count));
        }

        // No more of anything, and less of something or, where all is alike, the earlier key.
        static bool Beats(ProposedChange q, ProposedChange p) => p.Homes.All(q.Homes.Contains) && q.Km <= p.Km && q.MovedMin <= p.MovedMin
            && (q.Homes.Count > p.Homes.Count || q.Km < p.Km || q.MovedMin < p.MovedMin || string.CompareOrdinal(q.Key, p.Key) < 0);
    }

    /// <summary>The village line where a working day is what counts.</summary>
    private static Workshop Working(string[][]? times, (double X, double Y)[] others, Func<string, string>? feed = null)
    {
        Workshop workshop = VillageLine.Workshop("", times: times, others: others);
        workshop.Members = workshop.Members.Replace(OwnCriteria, Work, StringComparison.Ordinal);
        Assert.Contains("useful-day", workshop.Members, StringComparison.Ordinal);
        if (feed is not null)
        {
            string text = VillageLine.Feed(times ?? VillageLine.Times).Replace("# routes.txt", $"C,C,{Place(-3000)}\n# routes.txt", StringComparison.Ordinal);
            File.WriteAllBytes(workshop.File("bus.zip"), GtfsText.Zip(feed(text)));
        }

        return workshop;
    }

    /// <summary>The booked line 8 goes to the village and back, twice.</summary>
    private static void ToVillage(Workshop workshop)
    {
        string feed = VillageLine.Feed(VillageLine.Times).Replace("# routes.txt", $"V,V,{Place(14_000)}\n# routes.txt", StringComparison.Ordinal)
            .Replace("8,wd,b1,0", "8,wd,b1,0\n8,wd,b2,1\n8,wd,b3,1", StringComparison.Ordinal);
        feed += "\nb2,08:00:00,08:00:00,V,1\nb2,08:25:00,08:25:00,K,2\nb3,13:00:00,13:00:00,V,1\nb3,13:25:00,13:25:00,K,2\n";
        File.WriteAllBytes(workshop.File("bus.zip"), GtfsText.Zip(feed));
    }

    private static string Place(double x) => string.Join(',', VillageLine.Degrees(x, 0).Split(", ").Reverse());

    private static IReadOnlyList<ScenarioResult> Proposed(Workshop workshop)
    {
        LoadedConfig loaded = workshop.Load();
        Run run = new();
        (Evaluating evaluating, Results baseline) = TryingScenarios.Prepared(loaded, run);
        return new ChangeSeeking(baseline, evaluating, TryingScenarios.Setting(loaded, new Scenario { Name = "base" }, baseline), run).All(loaded.Config.Costs);
    }
}
