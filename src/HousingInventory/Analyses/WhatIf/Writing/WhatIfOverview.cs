using HousingInventory.Export.Html;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>The first screen: a row a scenario with what it gives, takes and costs, and what each krona gives. Numbers tie the two together.</summary>
internal sealed class WhatIfOverview(WhatIfResults results, WhatIfTables tables, HtmlWords words)
{
    private const double Left = 70, Right = 640, Top = 20, Bottom = 250;

    /// <summary>The table; what decides stands first.</summary>
    public void Table(HtmlWriter html)
    {
        bool hasCosts = results.Costs is not null;
        (string Head, Func<ScenarioResult, string> Cell, bool IsShown)[] columns =
        [
            (Say("Blir kandidat", "Become candidates"), s => words.Count(s.Count(Effect.Becomes)), true),
            (Say("Faller bort", "Fall out"), s => words.Count(s.Count(Effect.FallsOut)), true),
            (Say("Poäng upp/ned", "Scores up/down"), s => $"{words.Count(s.Count(Effect.Rises))}/{words.Count(s.Count(Effect.Falls))}", true),
            (Say("Fungerande vardag", "Usable day"), s => Signed(s.Usable - results.UsableBefore), true),
            (Say("Bussar till", "More buses"), s => Signed(s.Operation.Vehicles), true),
            (Say("Kostnad per år", "Cost a year"), s => Number(s.Operation.CostYear(results.Costs)), hasCosts),
            (Say("Kostnad per hus", "Cost a home"), s => Number(s.CostPerHome(results.Costs)), hasCosts),
            (Say("Kostnad per väntad uthyrning", "Cost per expected let"), s => Number(tables.CostPerExpected(s)), hasCosts && results.Scenarios.Any(s => tables.CostPerExpected(s) is not null)),
            (Say("Km per år", "Km a year"), s => Number(s.Operation.Km), true),
            (Say("Tomma km", "Empty km"), s => Number(s.Operation.EmptyKm), true),
            (Say("Timmar per år", "Hours a year"), s => Number(s.Operation.Hours), true),
        ];
        columns = [.. columns.Where(c => c.IsShown)];
        html.WideTable(["#" + Say("Nr", "No"), Say("Scenario", "Scenario"), .. columns.Select(c => "#" + c.Head)], style: "overview", rows: () =>
        {
            foreach (ScenarioRow row in tables.Rows.Where(r => r.Result is not null))
            {
                html.Element("tr", () => html.Number(row.Set is null ? NumberOf(row.Result!) : "").Element("td", () => Name(html, row)).Numbers(columns.Select(c => c.Cell(row.Result!))));
            }
        });
        Costs(html);
    }

    /// <summary>Homes gained against cost a year: a dot a scenario, the best sets as steps. Nothing without costs or without changes of the timetable.</summary>
    public void Plot(HtmlWriter html)
    {
        if (results.Costs is not { } costs)
        {
            return;
        }

        (string Number, double Cost, double Homes)[] dots =
            [.. results.Scenarios.Where(s => s.Setting.Changes.Count > 0).Select(s => (NumberOf(s), s.Operation.CostYear(costs)!.Value, (double)s.Net))];
        if (dots.Length == 0)
        {
            return;
        }

        (double Cost, double Homes)[] steps = [.. results.Budgets.Where(b => b.FoundValue is not null).Select(b => (b.Budget, (double)b.FoundValue!))];
        string name = Say("Hus som blir kandidater mot kostnad per år.", "Homes that become candidates against cost a year.");
        html.Element("h2", Say("Vad kronorna ger", "What the money gives"));
        html.Element("svg", [("class", "chart"), ("viewBox", "0 0 760 300"), ("role", "img"), ("aria-label", name)], () => Draw(html, costs.Currency, dots, steps));
        html.Element("p", Say("Siffrorna är scenariernas nummer i tabellen.", "The figures are the numbers of the scenarios in the table."), ("class", "soft"));
    }

    private void Draw(HtmlWriter html, string? currency, (string Number, double Cost, double Homes)[] dots, (double Cost, double Homes)[] steps)
    {
        double[] allCosts = [0, .. dots.Select(d => d.Cost), .. steps.Select(s => s.Cost)];
        double[] allHomes = [0, .. dots.Select(d => d.Homes), .. steps.Select(s => s.Homes)];
        (double leastCost, double mostCost, double leastHomes, double mostHomes) = (allCosts.Min(), Math.Max(1, allCosts.Max()), allHomes.Min(), Math.Max(1, allHomes.Max()));
        double X(double cost) => Left + ((cost - leastCost) / (mostCost - leastCost) * (Right - Left));
        double Y(double homes) => Bottom - ((homes - leastHomes) / (mostHomes - leastHomes) * (Bottom - Top));
        html.Shape("path", ("d", $"M{HtmlWords.Svg(Left)} {HtmlWords.Svg(Top)}V{HtmlWords.Svg(Y(0))}H{HtmlWords.Svg(Right)}"), ("fill", "none"), ("stroke", "#75818d"));
        Text(html, words.Count((long)mostHomes), 60, Top + 5, "end");
        Text(html, "0", 60, Y(0), "end");
        Text(html, Say("hus", "homes"), 60, 140, "end");
        Text(html, $"{words.Count((long)mostCost)} {currency} {Say("per år", "a year")}", Right, 285, "end");
        if (steps.Length > 0)
        {
            html.Shape("path", ("class", "step"), ("d", $"M{HtmlWords.Svg(X(steps[0].Cost))} {HtmlWords.Svg(Y(steps[0].Homes))}"
                + string.Concat(steps.Skip(1).Select(s => $"H{HtmlWords.Svg(X(s.Cost))}V{HtmlWords.Svg(Y(s.Homes))}")) + $"H{HtmlWords.Svg(Right)}"));
        }

        Dots(html, dots.Select(d => (d.Number, X(d.Cost), Y(d.Homes))));
    }

    /// <summary>Dots in one place share one text.</summary>
    private static void Dots(HtmlWriter html, IEnumerable<(string Number, double X, double Y)> dots)
    {
        foreach (IGrouping<(double, double), (string Number, double X, double Y)> place in dots.GroupBy(d => (Math.Round(d.X / 14), Math.Round(d.Y / 14))))
        {
            foreach ((_, double x, double y) in place)
            {
                html.Shape("circle", ("class", "home-becomes"), ("cx", HtmlWords.Svg(x)), ("cy", HtmlWords.Svg(y)), ("r", "6"));
            }

            Text(html, string.Join(", ", place.Select(p => p.Number)), place.Max(p => p.X) + 10, place.First().Y - 6, "start");
        }
    }

    private static void Text(HtmlWriter html, string text, double x, double y, string anchor) =>
        html.Element("text", text, ("x", HtmlWords.Svg(x)), ("y", HtmlWords.Svg(y)), ("text-anchor", anchor));

    private void Name(HtmlWriter html, ScenarioRow row)
    {
        if (row.Set is null)
        {
            html.Element("a", row.Label, ("href", "#" + row.Result!.Name));
        }
        else
        {
            string proof = row.Set.Set.IsOptimal ? Say("bevisat bäst", "proven best") : Say($"högst {words.Count(row.Set.Set.Bound)}", $"at most {words.Count(row.Set.Set.Bound)}");
            html.Text(Say($"Bästa inom {words.Count((long)row.Set.Budget)}: ", $"Best within {words.Count((long)row.Set.Budget)}: ") + string.Join(", ", row.Set.Set.Members) + $" ({proof})");
        }
    }

    private void Costs(HtmlWriter html) => html.Element(
        "p",
        results.Costs is { } costs
            ? Say($"Kostnader: {costs.Source}, prisnivå {costs.Year}, {costs.Currency}. ", $"Costs: {costs.Source}, price level {costs.Year}, {costs.Currency}. ") + Say(
                $"{Number(costs.PerKm)} per km, {Number(costs.PerHour)} per timme, {Number(costs.PerVehicleYear)} per buss och år.",
                $"{Number(costs.PerKm)} a km, {Number(costs.PerHour)} an hour, {Number(costs.PerVehicleYear)} a bus and year.")
            : Say("Inga kostnader är angivna, så inga kronor visas. Fråga trafikhuvudmannen.", "No costs are given, so no money is shown. Ask the transport authority."),
        ("class", "soft"));

    /// <summary>The number of a scenario in the table, from 1; empty for a set.</summary>
    private string NumberOf(ScenarioResult scenario)
    {
        int at = results.Scenarios.ToList().IndexOf(scenario);
        return at < 0 ? "" : words.Count(at + 1);
    }

    private string Number(double? number) => number is { } said ? words.Number((decimal)said, 0) : "–";

    private string Signed(int number) => number > 0 ? "+" + words.Count(number) : words.Count(number);

    private string Say(string sv, string en) => words.Say(sv, en);
}
