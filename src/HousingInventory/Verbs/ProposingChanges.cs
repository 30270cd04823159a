using System.Text.Json.Nodes;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Analyses.WhatIf.Proposals;
using HousingInventory.Analyses.WhatIf.Writing;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;

namespace HousingInventory.Verbs;

/// <summary><c>propose</c>, top to bottom: the base is run once, changes are sought and worked out, and the best of them are written as scenarios.</summary>
public static class ProposingChanges
{
    private const int MostInTerminal = 20;

    /// <summary>The whole job.</summary>
    /// <param name="loaded">The configuration.</param>
    /// <param name="budget">A budget for the best set; null for those of the configuration.</param>
    /// <param name="top">So many proposals at most; null for all.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="run">Where notices go.</param>
    /// <returns>What was found, in some lines for the terminal.</returns>
    /// <exception cref="InputException">It cannot be done as asked; then nothing was written.</exception>
    public static string Run(LoadedConfig loaded, double? budget, int? top, string folder, Run run)
    {
        ResultsFolder.MustNotHold(folder, loaded.SourcePaths);
        ResultsFolder.MustBeOf(folder, ResultsFolder.ProposeJob);
        TryingScenarios.MustBeBudget(budget);
        if (top < 1)
        {
            throw new InputException($"--top is {top}; it must be at least 1.");
        }

        if (loaded.Config.Sources.All(s => Doors.TypeOf(s) != "timetable"))
        {
            throw new InputException($"{loaded.Path}: proposals change the timetable, and none is configured; add a source of type timetable.");
        }

        (Evaluating evaluating, Results baseline) = TryingScenarios.Prepared(loaded, run);
        ScenarioSetting plain = TryingScenarios.Setting(loaded, new Scenario { Name = "base" }, baseline);
        IReadOnlyList<double> budgets = budget is { } one ? [one] : (loaded.Config.WhatIf ?? new WhatIfConfig()).Budget;
        WhatIfResults results = run.Clock.Time("Propose", () => evaluating.LeavingTheBase(() => evaluating.Together(
            [.. new ChangeSeeking(baseline, evaluating, plain, run).All(loaded.Config.Costs).Take(top ?? int.MaxValue)], loaded.Config.Costs, budgets)));
        run.Clock.Time("Export", () => ProposalsExporting.Export(results, Over(loaded, folder), folder, run));
        return WhatIfSummary.Of(results, folder, MostInTerminal) + (results.Scenarios.Count > 0 ? ""
            : baseline.Frame.Language == Language.Sv ? "Inget förslag ger något hus mer.\n" : "No proposal gives a home more.\n");
    }

    /// <summary>What the proposals are laid over: the configuration, or where that lies over a base itself, its base and all that it says beside.</summary>
    private static JsonObject Over(LoadedConfig loaded, string folder)
    {
        bool isLaidOver = loaded.Config.Base is not null;
        string file = isLaidOver ? Path.Combine(loaded.OwnFolder, loaded.Config.Base!.Replace('\\', '/')) : loaded.Path;
        JsonObject over = new() { ["base"] = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(file)).Replace('\\', '/') };
        foreach ((string name, JsonNode? value) in isLaidOver ? loaded.Root! : new JsonObject())
        {
            if (name is not ("base" or "sources" or "scenarios"))
            {
                over[name] = value?.DeepClone();
            }
        }

        return over;
    }
}
