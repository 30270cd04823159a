using System.Text.Json.Nodes;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Analyses.WhatIf.Writing;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary><c>what-if</c>, top to bottom: the base is run once, every scenario is held against it, and the files are written.</summary>
public static class TryingScenarios
{
    /// <summary>The whole job: works out scenarios and writes them into a folder of their own.</summary>
    /// <param name="loaded">The configuration.</param>
    /// <param name="names">Which scenarios; empty for all.</param>
    /// <param name="budget">A budget for the best set; null for those of the configuration.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="run">Where notices go.</param>
    /// <returns>What was found, in some lines for the terminal.</returns>
    /// <exception cref="InputException">It cannot be done as asked; then nothing was written.</exception>
    public static string Run(LoadedConfig loaded, IReadOnlyList<string> names, double? budget, string folder, Run run)
    {
        ResultsFolder.MustNotHold(folder, loaded.SourcePaths);
        ResultsFolder.MustBeOf(folder, ResultsFolder.WhatIfJob);
        MustBeBudget(budget);
        IReadOnlyList<Scenario> chosen = Chosen(loaded, names);
        (Evaluating evaluating, Results baseline) = Prepared(loaded, run);
        WhatIfConfig config = loaded.Config.WhatIf ?? new WhatIfConfig();
        ScenarioSetting[] settings = [.. chosen.Select(s => Setting(loaded, s, baseline))];
        WhatIfResults results = run.Clock.Time("WhatIf", () => evaluating.All(settings, loaded.Config.Costs, budget is { } one ? [one] : config.Budget));
        run.Clock.Time("Export", () => WhatIfExporting.Export(results, folder, run));
        return WhatIfSummary.Of(results, folder);
    }

    /// <summary>Refuses a budget that is none.</summary>
    internal static void MustBeBudget(double? budget)
    {
        if (budget is not (null or (>= 0 and < 1e15)))
        {
            throw new InputException($"--budget is {budget}; it must be an amount a year, not negative.");
        }
    }

    /// <summary>The base, run once, and what scenarios are worked out with.</summary>
    internal static (Evaluating Evaluating, Results Baseline) Prepared(LoadedConfig loaded, Run run)
    {
        Results baseline = Pipeline.Analyse(loaded with { Config = loaded.Config with { Analyses = null, Robustness = null } }, run);
        ScenarioSetting plain = Setting(loaded, new Scenario { Name = "base" }, baseline);
        Plan.YieldConfig yield = loaded.Config.Plan?.Yield ?? new Plan.YieldConfig();
        return (new Evaluating(baseline, plain, loaded.Config.WhatIf ?? new WhatIfConfig(), loaded.Config.Days, yield, loaded.ResolveOwn, run), baseline);
    }

    /// <summary>The scenarios of these names, in the order of the configuration.</summary>
    internal static IReadOnlyList<Scenario> Chosen(LoadedConfig loaded, IReadOnlyList<string> names)
    {
        IReadOnlyList<Scenario> all = loaded.Config.Scenarios ?? [];
        if (all.Count == 0)
        {
            throw new InputException($"{loaded.Path}: scenarios are missing; write some, or draw them in a file of 'housing-inventory init DIR --scenarios'.");
        }

        return names.FirstOrDefault(n => all.All(s => s.Name != n)) is { } unknown
            ? throw new InputException($"{loaded.Path} has no scenario '{unknown}'; did you mean '{Nearest.Of(unknown, all.Select(s => s.Name))}'?")
            : [.. all.Where(s => names.Count == 0 || names.Contains(s.Name))];
    }

    /// <summary>A scenario with the rules that hold in it.</summary>
    internal static ScenarioSetting Setting(LoadedConfig loaded, Scenario scenario, Results baseline)
    {
        InventoryConfig config = scenario.Override is { } members ? ConfigReader.Overlaid(loaded, members).Config : loaded.Config;
        IReadOnlyList<Criterion> criteria = StandardCriteria.For(config.Criteria, baseline.Books, config.Centre is not null, new Run());
        if (scenario.Weights is { } weights)
        {
            criteria = [.. criteria.Select(c => c with { Weight = weights.GetValueOrDefault(c.Name, c.Weight) })];
        }

        InventoryConfig plain = loaded.Config;
        bool hasOtherTests = scenario.Override?["candidates"] is JsonObject candidates && candidates.Any(c => c.Key is not ("stopWithinM" or "stopMinDepartures"));
        AccessRules rules = config.Walking == plain.Walking && config.Transit == plain.Transit && config.Candidates.StopMinDepartures == plain.Candidates.StopMinDepartures
            ? plain.AccessRules() : config.AccessRules();
        return new ScenarioSetting(scenario, [.. Changes(loaded, scenario)], config.Candidates, criteria, rules, config.Shortlist.Top, hasOtherTests);
    }

    /// <summary>The changes of those it is of, then its own, each with its path.</summary>
    private static IEnumerable<(string Path, Change Change)> Changes(LoadedConfig loaded, Scenario scenario)
    {
        IReadOnlyList<Scenario> all = loaded.Config.Scenarios ?? [];
        foreach (string of in scenario.Of)
        {
            foreach ((string, Change) change in Changes(loaded, all.First(s => s.Name == of)))
            {
                yield return change;
            }
        }

        int at = all.ToList().FindIndex(s => s.Name == scenario.Name);
        for (int i = 0; i < scenario.Changes.Count; i++)
        {
            yield return (FormattableString.Invariant($"{loaded.Path}: scenarios[{at}].changes[{i}]"), scenario.Changes[i]);
        }
    }
}
