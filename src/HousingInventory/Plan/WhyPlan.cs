using System.Globalization;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Plan.Placement;
using HousingInventory.Plan.Writing;

namespace HousingInventory.Plan;

/// <summary>What <c>plan --why</c> prints: why a household is proposed a home, or a home to nobody, and what a change costs.</summary>
public static class WhyPlan
{
    private const int MostLines = 12;

    /// <summary>The answer, as lines.</summary>
    /// <param name="what">A household number, or the id, reference or address of a home.</param>
    /// <param name="home">A home that a household is asked about.</param>
    /// <exception cref="InputException">There is no such household or home.</exception>
    public static string Answer(PlanResults results, string what, string? home)
    {
        PlanWords words = PlanWords.For(results);
        StringBuilder text = new();
        void Line(string line) => text.Append(line).Append('\n');
        if (results.Placement.Of(what) is { } proposal)
        {
            if (home is not null)
            {
                Line(Pair(results, words, proposal, Find(results, home)));
                return text.ToString();
            }

            Household(results, words, proposal, Line);
            return text.ToString();
        }

        if (results.Living.FirstOrDefault(l => l.Household.Case == what) is { Site: { } lives })
        {
            Line(words.Say($"Hushållet bor i {PlanWords.Where(lives)} ({lives.Id}).", $"The household lives in {PlanWords.Where(lives)} ({lives.Id})."));
            return text.ToString();
        }

        if (home is not null)
        {
            throw new InputException("--why names no household of the plan; write its number as in 'households'.");
        }

        Home(results, words, Find(results, what), Line);
        return text.ToString();
    }

    private static void Household(PlanResults results, PlanWords words, Proposal proposal, Action<string> line)
    {
        line(words.Why(proposal));
        if (proposal.Points is { } points)
        {
            (string Name, int? Part)[] parts =
            [
                (words.Say("plats", "space"), points.Space), (words.Say("behov", "needs"), points.Needs), (words.Say("läge", "access"), points.Access),
                (words.Say("sällskap", "together"), points.Together), (words.Say("varaktighet", "permanence"), points.Permanence),
            ];
            string told = string.Join(", ", parts.Where(p => p.Part is not null).Select(p => $"{p.Name} {words.Html.Number(p.Part!.Value / 100m, 0)}"));
            line(words.Say($"Poäng: {points.Points} ({told}).", $"Points: {points.Points} ({told})."));
        }

        IReadOnlyList<Alternative> others = results.Placement.Others(proposal.Household.Case, MostLines);
        if (others.Count > 0)
        {
            line(words.Say("Andra bostäder, och vad bytet kostar hela planen:", "Other homes, and what the change costs the whole plan:"));
            foreach (Alternative other in others)
            {
                line($"  {other.Site.Id}, {PlanWords.Where(other.Site)}: {words.Price(other.Price)}");
            }
        }

        IReadOnlyList<(Rule Rule, int Homes)> fails = results.Placement.FailsOf(proposal.Household);
        if (fails.Count > 0)
        {
            line(words.Say("Bostäder som inte går: ", "Homes that do not work: ")
                + string.Join(", ", fails.Select(f => string.Create(CultureInfo.InvariantCulture, $"{words.Label(f.Rule)} {f.Homes}"))) + ".");
        }
    }

    private static string Pair(PlanResults results, PlanWords words, Proposal proposal, Site site)
    {
        string who = words.Say($"Hushåll {proposal.Household.Case} i {PlanWords.Where(site)}",
            $"Household {proposal.Household.Case} in {PlanWords.Where(site)}");
        if (proposal.Site?.Id == site.Id)
        {
            return words.Why(proposal);
        }

        if (site.Status is not (Model.Supply.HomeStatus.Ready or Model.Supply.HomeStatus.Preparing))
        {
            return words.Say($"{who}: bostaden är {words.Label(site.Status)}.", $"{who}: the home is {words.Label(site.Status)}.");
        }

        if (site.Place is null || site.Beds is null)
        {
            return words.Say($"{who}: bostadens plats eller storlek är okänd.", $"{who}: the place or size of the home is not known.");
        }

        if (results.Placement.Proposals.FirstOrDefault(p => p.State == ProposalState.Locked && p.Site?.Id == site.Id) is { } locked)
        {
            return words.Say($"{who}: bostaden är låst till hushåll {locked.Household.Case}. {words.Why(locked)}",
                $"{who}: the home is locked to household {locked.Household.Case}. {words.Why(locked)}");
        }

        if (results.Placement.FailureOf(proposal.Household, site) is { } rule)
        {
            return words.Say($"{who}: går inte, {words.Label(rule)}.", $"{who}: does not work, {words.Label(rule)}.");
        }

        return results.Placement.Others(proposal.Household.Case, int.MaxValue).FirstOrDefault(o => o.Site.Id == site.Id) is { } other
            ? words.Say($"{who}: går; bytet kostar {words.Price(other.Price)} i hela planen.",
                $"{who}: works; the change costs {words.Price(other.Price)} in the whole plan.")
            : words.Say($"{who}: går inte utan att ändra det som är låst eller ett tak som är nått.",
                $"{who}: not possible without changing what is locked, or a cap that is reached.");
    }

    private static void Home(PlanResults results, PlanWords words, Site site, Action<string> line)
    {
        line($"{site.Id}: {PlanWords.Where(site)}, {words.Label(site.Status)}{(site.Beds is { } beds ? ", " + words.Beds(beds) : "")}.");
        foreach (Proposal proposal in results.Placement.Proposals.Where(p => p.Site?.Id == site.Id))
        {
            line(words.Why(proposal));
        }

        foreach (Proposal proposal in results.Placement.Proposals.Where(p => p.Site?.Id != site.Id
            && p.State is ProposalState.Proposed or ProposalState.NotHoused).Take(MostLines))
        {
            line("  " + Pair(results, words, proposal, site));
        }
    }

    private static Site Find(PlanResults results, string what) =>
        results.Sites.FirstOrDefault(s => s.Id.Equals(what, StringComparison.OrdinalIgnoreCase))
        ?? results.Sites.FirstOrDefault(s => string.Equals(s.Ref, what, StringComparison.OrdinalIgnoreCase))
        ?? results.Sites.FirstOrDefault(s => string.Equals(s.Address, what, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException("--why names neither a household nor a home of the plan; write a number or an id as in 'households' and 'homes'.");
}
