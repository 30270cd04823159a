using System.Text.RegularExpressions;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>What scenarios must hold beside their shape, told before anything is read.</summary>
internal static partial class ScenarioRules
{
    private static readonly string[] Overridable = ["candidates", "criteria", "walking", "transit", "shortlist"];

    /// <summary>What is wrong, as a path and a sentence; null when nothing is.</summary>
    public static Sentence? Fault(IReadOnlyList<Scenario> scenarios, IReadOnlyList<Criterion> criteria, bool hasTimetable, bool hasRoads)
    {
        for (int i = 0; i < scenarios.Count; i++)
        {
            Scenario scenario = scenarios[i];
            string at = FormattableString.Invariant($"scenarios[{i}]");
            if (!NamePattern().IsMatch(scenario.Name) || scenario.Name == "base")
            {
                return Sentence.Of($"{at}.name is '{scenario.Name}'; it must be lower-case letters, digits and _, starting with a letter, at most 40, and not 'base'");
            }

            if (scenarios.Take(i).Any(s => s.Name == scenario.Name))
            {
                return Sentence.Of($"{at}.name is '{scenario.Name}' a second time; give each scenario its own");
            }

            if (scenario.Of.FirstOrDefault(o => scenarios.All(s => s.Name != o)) is { } unknown)
            {
                return Sentence.Of($"{at}.of names '{unknown}', which is no scenario; did you mean '{Nearest.Of(unknown, scenarios.Select(s => s.Name))}'?");
            }

            if (GoesRound(scenario, scenarios, []))
            {
                return Sentence.Of($"{at}.of goes round: '{scenario.Name}' would be part of itself");
            }

            if (scenario.Of.FirstOrDefault(o => scenarios.First(s => s.Name == o) is { Override: not null } or { Weights: not null }) is { } ruled)
            {
                return Sentence.Of(
                    $"{at}.of names '{ruled}', which has limits or weights of its own, and of takes changes alone: write them in '{scenario.Name}' too");
            }

            if ((OverrideFault(scenario) ?? (scenario.Override?.ContainsKey("criteria") == true ? null : WeightFault(scenario, criteria))) is { } other)
            {
                return Sentence.Of($"{at}{other}");
            }

            for (int c = 0; c < scenario.Changes.Count; c++)
            {
                Changes.Change change = scenario.Changes[c];
                string place = FormattableString.Invariant($"{at}.changes[{c}]");
                if (!hasTimetable)
                {
                    return Sentence.Of($"{place} cannot be: scenarios change the timetable, and none is configured");
                }

                if (change.NeedsRoads && !hasRoads)
                {
                    return Sentence.Of($"{place} follows a drawing: what-if needs a roads source");
                }

                if (change.Fault() is { } fault)
                {
                    return Sentence.Of($"{place}{fault}");
                }
            }
        }

        return null;
    }

    private static bool GoesRound(Scenario at, IReadOnlyList<Scenario> all, HashSet<string> above) =>
        !above.Add(at.Name) || at.Of.Any(o => GoesRound(all.First(s => s.Name == o), all, [.. above]));

    private static Sentence? OverrideFault(Scenario scenario)
    {
        foreach (string member in scenario.Override?.Select(m => m.Key) ?? [])
        {
            if (member is "linkage" or "municipality" or "asOf" or "sources")
            {
                return Sentence.Of($".override names {member}: a scenario must not change who is registered where; make it a run of its own");
            }

            if (!Overridable.Contains(member))
            {
                return Sentence.Of($".override.{member} cannot be overridden; it may hold {string.Join(", ", Overridable)}");
            }
        }

        if (scenario.Override?["shortlist"] is System.Text.Json.Nodes.JsonObject list && list.Select(m => m.Key).FirstOrDefault(m => m != "top") is { } unused)
        {
            return Sentence.Of($".override.shortlist.{unused} changes nothing that what-if tells: only top does; make it a run of its own");
        }

        return scenario.Override?["transit"] is System.Text.Json.Nodes.JsonObject transit && (transit.ContainsKey("routeTypes") || transit.ContainsKey("railReplacement"))
            ? Sentence.Of(".override.transit must not say which route types count, since the timetable is read once; make it a run of its own")
            : scenario.Override?["walking"] is System.Text.Json.Nodes.JsonObject walking && walking.ContainsKey("fragmentM")
                ? Sentence.Of(".override.walking.fragmentM changes the roads, which are read once; make it a run of its own")
                : null;
    }

    /// <summary>What is wrong with its weights, for the criteria that hold in it.</summary>
    public static Sentence? WeightFault(Scenario scenario, IReadOnlyList<Criterion> criteria) => scenario.Weights is not { } weights ? null
        : weights.Keys.FirstOrDefault(k => criteria.All(c => c.Name != k)) is { } unknown
            ? Sentence.Of($".weights.{unknown} is no criterion; did you mean '{Nearest.Of(unknown, criteria.Select(c => c.Name))}'?")
        : weights.Any(w => w.Value is not (>= 0 and < 1e9)) ? Sentence.Of(".weights must not be negative, and below 1000000000")
        : criteria.Sum(c => weights.GetValueOrDefault(c.Name, c.Weight)) <= 0 ? Sentence.Of(".weights need at least one weight above 0")
        : null;

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
