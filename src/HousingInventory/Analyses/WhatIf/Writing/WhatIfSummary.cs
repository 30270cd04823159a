using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>What was found, as a table for the terminal.</summary>
internal static class WhatIfSummary
{
    public static string Of(WhatIfResults results, string folder)
    {
        bool sv = results.Baseline.Frame.Language == Language.Sv;
        Export.Html.HtmlWords words = new(results.Baseline.Frame.Language);
        List<string[]> rows =
        [
            sv ? ["Scenario", "blir", "bort", "upp/ned", "vardag", "km/år", "tim/år", "bussar", "kr/år", "kr/hus"]
                : ["Scenario", "new", "lost", "up/down", "usable", "km/year", "h/year", "buses", "cost/year", "cost/home"],
        ];
        foreach (ScenarioResult s in results.Scenarios)
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

        foreach (BudgetResult budget in results.Budgets)
        {
            text.Append(sv ? $"Bästa inom {Number(budget.Budget)} kr: " : $"Best within {Number(budget.Budget)} {results.Costs!.Currency}: ").Append(Best(budget, sv)).Append('\n');
        }

        foreach (ScenarioResult s in results.Scenarios.Where(s => s.Operation.VehicleNote is not null))
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
            return $"{members}   {Number(budget.FoundValue)} {(results.Config.Objective == Objective.Points ? (swedish ? "tiondels poäng" : "tenths of points") : what)}, {Number(budget.Set.Cost)} kr   {proof}";
        }
    }

    private static string Gap(BudgetResult budget) => Math.Ceiling(100.0 * (budget.Set.Bound - budget.Set.Value) / Math.Max(1, budget.Set.Bound)).ToString(CultureInfo.InvariantCulture);

    private static string Signed(int number) => number > 0 ? string.Create(CultureInfo.InvariantCulture, $"+{number}") : number.ToString(CultureInfo.InvariantCulture);
}
