using HousingInventory.Analyses.WhatIf;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Analyses.WhatIf;

/// <summary>A line is extended to a village: every figure by arithmetic that a reader can redo.</summary>
public sealed class ExtensionTests
{
    [Fact]
    public void An_extension_to_a_village_gives_its_kilometres_hours_buses_and_cost()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "to_v", "changes": [ {{VillageLine.Extension}} ] }""");
        ScenarioResult scenario = Evaluated(workshop).Scenarios[0];
        CostsConfig costs = workshop.Load().Config.Costs!;

        // 4 trips of 4 km, 140 days; 7 minutes each; ready at V 07:30 and needed there 07:23.
        Assert.Equal(2240, scenario.Operation.Km, 6);
        Assert.Equal(4 * 7 * 140 / 60.0, scenario.Operation.Hours, 5);
        Assert.Equal(0, scenario.Operation.EmptyKm);
        Assert.Equal(1, scenario.Operation.Vehicles);
        Assert.Equal("Leave B 07:37 or later instead of 07:30 and 16:37 or later instead of 16:30 and one bus is enough", scenario.Operation.VehicleNote);
        Assert.Equal(322_800, scenario.Operation.CostYear(costs));
        Assert.Equal(6, scenario.Count(Effect.Becomes));
        Assert.Equal(0, scenario.Count(Effect.FallsOut));
        Assert.Equal(53_800, scenario.CostPerHome(costs));
    }

    [Fact]
    public void A_later_return_saves_the_second_bus()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "to_v", "changes": [ {{VillageLine.Extension}} ] }""", times: [["07:00", "16:00"], ["07:45", "16:45"]]);
        ScenarioResult scenario = Evaluated(workshop).Scenarios[0];
        CostsConfig costs = workshop.Load().Config.Costs!;
        Assert.Equal(0, scenario.Operation.Vehicles);
        Assert.Null(scenario.Operation.VehicleNote);
        Assert.Equal(72_800, scenario.Operation.CostYear(costs));
        Assert.Equal(12_133.33, scenario.CostPerHome(costs)!.Value, 2);
    }

    [Fact]
    public void Printed_times_round_up_and_returns_meet_the_old_departure()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "to_v", "changes": [ {{VillageLine.Extension}} ] }""");
        ScenarioState state = Evaluated(workshop).Scenarios[0].State!;
        string[] trips = [.. Enumerable.Range(0, state.Edit.TripCount).Where(t => state.Edit.Runs(t, ServiceDayType.Term) && state.Edit.CallsOf(t).Length == 6)
            .OrderBy(state.Start).Take(2).Select(t => string.Join(' ', state.Edit.CallsOf(t).Select(c => Clock.Text(c.DepartureS))))];
        Assert.Equal(["07:00 07:20 07:22 07:23 07:25 07:27", "07:23 07:25 07:26 07:28 07:30 07:50"], trips);
    }

    [Fact]
    public void A_house_a_tenth_of_a_metre_beyond_the_limit_gains_nothing()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "to_v", "changes": [ {{VillageLine.Extension}} ] }""", homes: [.. VillageLine.Homes, 1000.1]);
        ScenarioResult scenario = Evaluated(workshop).Scenarios[0];
        Assert.Equal(6, scenario.Count(Effect.Becomes));
    }

    [Fact]
    public void The_verb_writes_a_folder_of_its_own_and_leaves_that_of_run_alone()
    {
        using Workshop workshop = VillageLine.Workshop($$"""{ "name": "to_v", "changes": [ {{VillageLine.Extension}} ] }""");
        Run run = new();
        string text = TryingScenarios.Run(workshop.Load(), [], 400_000, workshop.File("what-if"), run);
        Assert.Matches(@"to_v +6 +0 +\d/\d +0 +2,240 +65 +\+1 +322,800 +53,800", text);
        Assert.Contains("optimal", text, StringComparison.Ordinal);
        string[] table = File.ReadAllLines(workshop.File("what-if/scenarios.csv"));
        Assert.StartsWith("scenario,label,candidates,becomes,falls_out", table[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.StartsWith("base,As now,1,", table[1], StringComparison.Ordinal);
        Assert.StartsWith("to_v,to_v,7,6,0,", table[2], StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"what-if\"", File.ReadAllText(workshop.File("what-if/manifest.json")), StringComparison.Ordinal);
        Assert.Throws<InputException>(() => Pipeline.Run(workshop.Load(), workshop.File("what-if"), new Run()));
    }

    internal static WhatIfResults Evaluated(Workshop workshop, Run? run = null)
    {
        LoadedConfig loaded = workshop.Load();
        run ??= new Run();
        (Evaluating evaluating, Results baseline) = TryingScenarios.Prepared(loaded, run);
        return evaluating.All([.. loaded.Config.Scenarios!.Select(s => TryingScenarios.Setting(loaded, s, baseline))], loaded.Config.Costs, loaded.Config.WhatIf!.Budget);
    }
}
