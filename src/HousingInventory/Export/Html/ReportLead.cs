using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>
/// What a report says first: three sentences with figures. How many homes there are, how many of them lie well and how many outside the largest place, and which
/// test keeps most of them off the list. Counts under <see cref="LocalityCount.Fewest"/> are told as such.
/// </summary>
internal static class ReportLead
{
    /// <summary>The score from which a home is called well placed: the best class of every map.</summary>
    public static decimal Good => MapLook.Scores[0].From;

    /// <summary>The sentences, two where nothing was removed by a test.</summary>
    public static IReadOnlyList<string> Sentences(Results results, HtmlWords words)
    {
        int candidates = results.Flags.Candidates.Count;
        string nobody = Few(words, results.Flags.Status.Count(s => s == Status.NobodyRegistered));
        string place = Municipality(results) is { } name ? words.Say($"I {name} finns ", $"In {name} there are ") : words.Say("Det finns ", "There are ");
        List<string> said =
        [
            words.Say(
                $"{place}{nobody} bostadshus där ingen är folkbokförd, och {Few(words, candidates)} av dem klarar alla urval.",
                $"{place}{nobody} dwellings where nobody is registered, and {Few(words, candidates)} of them pass every test."),
        ];
        if (candidates > 0)
        {
            said.Add(WellPlaced(results, words));
        }

        if (MostLimiting(results) is { } step)
        {
            said.Add(words.Say(
                $"Det steg som begränsar mest tog bort {Few(words, step.Removed)} hus: {FunnelWords.Removed(step.Test, words.Language)}.",
                $"The step that limits most removed {Few(words, step.Removed)}: {FunnelWords.Removed(step.Test, words.Language)}."));
        }

        return said;
    }

    /// <summary>The name of the municipality that the run is of; null for none or several.</summary>
    public static string? Municipality(Results results) => results.Frame.Municipality is [var code] ? Municipalities.NameOf(code) : null;

    /// <summary>A count as a report may tell it.</summary>
    public static string Few(HtmlWords words, long count) => count is > 0 and < LocalityCount.Fewest ? words.Say("färre än 5", "fewer than 5") : words.Count(count);

    private static string WellPlaced(Results results, HtmlWords words)
    {
        int good = results.Scores.Score.Count(s => s >= Good);
        (string largest, int there) = results.Flags.Candidates.CountBy(b => results.Flags.Locality[b], StringComparer.Ordinal)
            .Select(g => (g.Key, g.Value)).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        int outside = results.Flags.Candidates.Count - there;
        string first = words.Say(
            $"{Few(words, good)} av dem ligger bra till för buss och service (minst {words.Number(Good, 0)} poäng av 100)",
            $"{Few(words, good)} of these lie well for buses and services (at least {words.Number(Good, 0)} points of 100)");

        // Both the largest place's count and the rest have to be large, or one tells the other.
        return there < LocalityCount.Fewest || outside is > 0 and < LocalityCount.Fewest
            ? first + "."
            : first + words.Say($", och {words.Count(outside)} ligger utanför {largest}, den ort som har flest.", $", and {words.Count(outside)} lie outside {largest}, the place that has most.");
    }

    /// <summary>The test of place or house that removed most, of those after the question whether anybody is registered.</summary>
    private static FunnelStep? MostLimiting(Results results) => results.Flags.Funnel
        .SkipWhile(s => s.Test != Term.Of(FunnelTest.NobodyRegistered)).Skip(1).Where(s => s.Removed > 0).MaxBy(s => s.Removed);
}
