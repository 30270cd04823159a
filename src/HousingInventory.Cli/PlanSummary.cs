using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Plan;
using HousingInventory.Plan.Agreements;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Cli;

/// <summary>What a plan found, in a few lines. No number of a household stands in them.</summary>
internal static class PlanSummary
{
    public static string Of(PlanResults results, Run run, string folder)
    {
        bool sv = results.Config.Language == Language.Sv;
        StringBuilder text = new();
        void Line(FormattableString swedish, FormattableString english) => text.Append((sv ? swedish : english).ToString(CultureInfo.InvariantCulture)).Append('\n');
        PlacementPlan plan = results.Placement;
        int need = plan.Proposals.Count(p => p.State != ProposalState.Keeps);
        int without = plan.Proposals.Count(p => p.State == ProposalState.NotHoused);
        string title = results.Config.Title is { } said ? said + ", " : "";
        Line($"{title}{results.AsOf:yyyy-MM-dd}", $"{title}{results.AsOf:yyyy-MM-dd}");
        Line($"Behov:        {need} hushåll, {plan.Proposals.Count - need} behåller sin bostad", $"Need:         {need} households, {plan.Proposals.Count - need} keep their home");
        Line($"Förslag:      {need - without} hushåll, {plan.Optimum.Persons} personer; {without} utan bostad", $"Proposals:    {need - without} households, {plan.Optimum.Persons} persons; {without} not housed");
        Line($"Inte i tid:   {results.UnmetInThreeMonths} hushåll inom tre månader", $"Not in time:  {results.UnmetInThreeMonths} households within three months");
        foreach (AgreementStatement statement in results.Agreements)
        {
            Line(
                $"{statement.Agreement.Id}: {statement.Account.Due} förfallna, {statement.Account.Delivered} levererade, saldo {statement.Account.Balance}",
                $"{statement.Agreement.Id}: {statement.Account.Due} due, {statement.Account.Delivered} delivered, balance {statement.Account.Balance}");
        }

        Achievement best = plan.Optimum, greedy = plan.Greedy;
        Line(
            $"Mot en i taget: {best.Households - greedy.Households:+0;-0;0} hushåll, {best.Persons - greedy.Persons:+0;-0;0} personer, {best.Points - greedy.Points:+0;-0;0} poäng",
            $"Against one by one: {best.Households - greedy.Households:+0;-0;0} households, {best.Persons - greedy.Persons:+0;-0;0} persons, {best.Points - greedy.Points:+0;-0;0} points");
        long notices = run.Notices.Counts.Values.Sum();
        Line($"Anmärkningar: {notices} (se notices.csv)", $"Notices:      {notices} (see notices.csv)");
        Line($"Resultat:     {folder}", $"Results:      {folder}");
        return text.ToString();
    }
}
