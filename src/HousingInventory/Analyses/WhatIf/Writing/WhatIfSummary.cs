using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>What was found, as a table for the terminal.</summary>
internal static class WhatIfSummary
{
    /// <param name="most">So many scenarios at most; how many more there are is told.</param>
    public static string Of(WhatIfResults results, string folder, int most = int.MaxValue)
    {
        bool sv = results.Baseline.Frame.Language == Language.Sv;
        Export.Html.HtmlWords words = new(results.Baseline.Frame.Language);

        // In Swedish everybody writes kr; in English a krona without its country says little.
        string stated = results.Costs?.Currency ?? "SEK", currency = stated == "SEK" && sv ? "kr" : stated;
        List<string[]> rows =
        [
            sv ? ["Scenario", "blir", "bort", "upp/ned", "vardag", "km/år", "tim/år", "bussar", currency + "/år", currency + "/hus"]
                : ["Scenario", "new", "lost", "up/down", "usable", "km/year", "h/year", "buses", currency + "/year", currency + "/home"],
        ];
        foreach (ScenarioResult s in results.Scenarios.Take(most))
        {
            int usable = s.Usable - results.UsableBefore;
            rows.Add(
            [
                s.Name, Whole(s.Count(Effect.Becomes)), Whole(s.Count(Effect.FallsOut)), $"{s.Count(Effect.Rises)}/{s.Count(Effect.Falls)}", Signed(usable),
                Number(s.Operation.Km + s.Operation.EmptyKm), Number(s.Operation.Hours + s.Operation.EmptyHours), Signed(s.Operation.Vehicles),
                Money(s.Operation.CostYear(results.Costs)), Money(s.CostPerHome(results.Costs)),
            ]);
        }

        int[] width = [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length))];
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            text.AppendJoin("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(width[c]) : cell.PadLeft(width[c]))).Append('\n');
        }

        if (results.Scenarios.Count > most)
        {
            text.Append(sv ? $"... och {Whole(results.Scenarios.Count - most)} till" : $"... and {Whole(results.Scenarios.Count - most)} more").Append('\n');
        }

        foreach (BudgetResult budget in results.Budgets)
        {
            text.Append(sv ? $"Bästa inom {Number(budget.Budget)} {currency}: " : $"Best within {Number(budget.Budget)} {currency}: ").Append(Best(budget, sv)).Append('\n');
        }

        foreach (ScenarioResult s in results.Scenarios.Take(most).Where(s => s.Operation.VehicleNote is not null))
        {
            text.Append(s.Name).Append(": ").Append(s.Operation.VehicleNote).Append('\n');
        }

        return text.Append(sv ? "Resultat: " : "Results: ").Append(folder).Append('\n').ToString();

        string Whole(int number) => words.Count(number);

        string Number(double number) => words.Number((decimal)number, 0);

        string Money(double? number) => number is { } said ? Number(said) : "-";

        string Best(BudgetResult budget, bool swedish)
        {
            string members = budget.Set.Members.Count == 0 ? (swedish ? "inget" : "nothing") : string.Join(", ", budget.Set.Members);
            string proof = budget.Set.IsOptimal ? (swedish ? "optimalt" : "optimal")
                : swedish ? $"högst {Number(budget.Set.Bound)}, gap {Gap(budget)} %" : $"at most {Number(budget.Set.Bound)}, gap {Gap(budget)} %";
            string what = swedish ? "hus" : "homes";
            string gained = Number(budget.FoundValue ?? budget.Set.Value);
            string unit = results.Config.Objective == Objective.Points ? (swedish ? "tiondels poäng" : "tenths of points") : what;
            string apart = budget.FoundValue is null ? (swedish ? " var för sig" : " one by one") : "";
            return $"{members}   {gained} {unit}{apart}, {Number(budget.Set.Cost)} {currency}   {proof}";
        }
    }

    private static string Gap(BudgetResult budget) => Math.Ceiling(100.0 * (budget.Set.Bound - budget.Set.Value) / Math.Max(1, budget.Set.Bound)).ToString(CultureInfo.InvariantCulture);

    private static string Signed(int number) => number > 0 ? string.Create(CultureInfo.InvariantCulture, $"+{number}") : number.ToString(CultureInfo.InvariantCulture);
}
