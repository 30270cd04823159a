using System.Text;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary>A home before and after a scenario, journeys included. Of a registered building the same is said as by explain without a scenario, and no more.</summary>
public static class ExplainingScenario
{
    private const int MostInFull = 5;

    /// <summary>Explains whatever the words name, in one scenario.</summary>
    /// <exception cref="InputException">Nothing is found, or there is no such scenario.</exception>
    public static string Explain(LoadedConfig loaded, string what, string scenario, Run run)
    {
        IReadOnlyList<Scenario> chosen = TryingScenarios.Chosen(loaded, [scenario]);
        (Evaluating evaluating, Results baseline) = TryingScenarios.Prepared(loaded, run);
        ScenarioResult result = evaluating.Each([.. chosen.Select(s => TryingScenarios.Setting(loaded, s, baseline))])[0];
        run.Notices.AddAll(result.Notices);
        List<int> hits = PlaceSearch.Find(baseline.Registers, baseline.Linkage, what);
        if (hits.Count == 0)
        {
            throw new InputException($"nothing in the registers is called '{what}'; give a building id, a ref, an address or a property designation.");
        }

        Language language = loaded.Config.Language;
        bool sv = language == Language.Sv;
        int[] told = [.. hits.Where(h => baseline.Flags.Status[h] == Status.NobodyRegistered)];
        StringBuilder text = new();
        ResultTable table = new(baseline);
        Building[] homes = [.. told.Take(MostInFull).Select(b => baseline.Registers.Buildings[b])];
        Scores before = Measured(baseline.Surroundings, [.. baseline.Scores.Criteria.Select(c => c.Criterion)], loaded.Config.AccessRules());
        Scores after = Measured(result.Around, result.Setting.Criteria, result.Setting.Rules);
        for (int home = 0; home < homes.Length; home++)
        {
            text.Append(Explaining.Name(table, homes[home].Index)).Append('\n');
            text.Append(sv ? "Scenario: " : "Scenario: ").Append(chosen[0].LabelIn(language)).Append('\n');
            text.Append(Sentence(evaluating.Base, result, homes[home].Index, sv)).Append("\n\n");
            text.Append(sv ? "Nu\n" : "Now\n");
            Explaining.Criteria(text, before, home, language);
            text.Append(sv ? "\nI scenariot\n" : "\nIn the scenario\n");
            Explaining.Criteria(text, after, home, language);
            text.Append('\n');
        }

        if (told.Length > MostInFull)
        {
            text.Append(sv ? FormattableString.Invariant($"... och {told.Length - MostInFull} till; sök på en referens.\n\n") : FormattableString.Invariant($"... and {told.Length - MostInFull} more; search for a reference.\n\n"));
        }

        return text.Append(Explaining.Others(baseline, hits, told.Length, sv)).ToString();

        Scores Measured(Surroundings around, IReadOnlyList<Criterion> criteria, AccessRules rules) =>
            Scoring.Score(homes, around, criteria, rules, new Run(cancellation: run.Cancellation), tellAll: true);
    }

    private static string Sentence(Standing before, ScenarioResult after, int building, bool sv)
    {
        string was = State(before, building, sv), becomes = State(after.Standing, building, sv);
        Effect effect = after.Effects.FirstOrDefault(e => e.Building == building)?.Effect ?? Effect.Same;
        return sv ? $"Nu: {was}. I scenariot: {becomes} ({Term.Of(effect).Sv})." : $"Now: {was}. In the scenario: {becomes} ({Term.Of(effect).En}).";
    }

    private static string State(Standing standing, int building, bool sv)
    {
        int position = standing.PositionOf(building);
        if (position < 0)
        {
            return sv ? "inte kandidat" : "no candidate";
        }

        string score = standing.Scores.Score[position].ToString("F1", System.Globalization.CultureInfo.InvariantCulture);
        return sv ? FormattableString.Invariant($"plats {standing.RankAt(position)}, lägespoäng {score.Replace('.', ',')}") : FormattableString.Invariant($"rank {standing.RankAt(position)}, access score {score}");
    }
}
