using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>
/// Place by place: how many candidates of how many dwellings, and how their scores lie (a dot for the median, a line over the middle half). Small villages stand
/// together by their district, and what keeps the others off the list is told.
/// </summary>
internal sealed class ReportPlaces(Results results, HtmlWords words)
{
    private const int MostNamed = 30;

    /// <summary>The places, largest first; small villages by district, the rest together and last.</summary>
    public IReadOnlyList<LocalityCount> Counts { get; } = LocalityCount.Of(results, Districts(results), words);

    private readonly Func<int, (string Locality, int Number)> _place = LocalityCount.PlaceOf(results);

    public void Write(HtmlWriter html)
    {
        if (Counts.Count == 0)
        {
            html.Element("p", words.Say("Det finns inga kandidater.", "There are no candidates."));
            return;
        }

        Dictionary<(string, int), int> dwellings = Dwellings();
        html.Element("p", words.Say(
            "Punkten är medianen av lägespoängen, strecket den mittersta hälften av husen. Byar med färre än fem kandidater står tillsammans efter sin kommundel, eller orten de ligger närmast.",
            "The dot is the median of the access scores, the line the middle half of the homes. Villages with fewer than five candidates stand together by their district, or the town they lie nearest to."));
        html.WideTable(
            [
                words.Say("Ort eller by", "Place"), "#" + words.Say("Kandidater", "Candidates"), "#" + words.Say("Av ortens bostadshus", "Of its dwellings"),
                words.Say("Lägespoäng 0–100", "Access score 0–100"), "#" + words.Say("Median", "Median"),
            ],
            style: "places",
            rows: () =>
            {
                foreach (LocalityCount place in Counts)
                {
                    html.Row(place.Name ?? words.Say("Övriga orter", "Other places"), () => Cells(html, place, place.Members.Sum(m => dwellings.GetValueOrDefault(m))));
                }
            });
        Without(html);
    }

    private void Cells(HtmlWriter html, LocalityCount place, int dwellings)
    {
        html.Number(ReportLead.Few(words, place.Candidates)).Number(words.Say($"av {words.Count(dwellings)}", $"of {words.Count(dwellings)}"));
        html.Element("td", [("class", "dots")], () =>
        {
            if (place is { MedianScore: { } median, LowerQuarter: { } low, UpperQuarter: { } high })
            {
                html.Element("span", [("class", "track"), ("aria-hidden", "true")], () => Scores(html, median, low, high));
            }
        });
        html.Number(place.MedianScore is { } shown ? words.Number(shown, 1) : "–");
    }

    private static void Scores(HtmlWriter html, decimal median, decimal low, decimal high)
    {
        html.Element("span", "", ("class", "spread"), ("style", $"left:{HtmlWords.Svg((double)low)}%;width:{HtmlWords.Svg((double)(high - low))}%"));
        html.Element("span", "", ("class", "dot"), ("style", $"left:{HtmlWords.Svg((double)median)}%;background:{MapLook.Scores[MapLook.ClassOf(median)].Colour}"));
    }

    /// <summary>Places with at least five dwellings where nobody is registered, and no candidate: which test removed most of them.</summary>
    private void Without(HtmlWriter html)
    {
        HashSet<string> have = [.. results.Flags.Candidates.Select(b => results.Flags.Locality[b])];
        List<(string Place, int Homes, Term Test)> without = [];
        int others = 0;
        foreach (IGrouping<string, int> place in Enumerable.Range(0, results.Flags.Status.Length)
            .Where(b => results.Flags.Status[b] == Status.NobodyRegistered && !have.Contains(results.Flags.Locality[b]))
            .GroupBy(b => results.Flags.Locality[b], StringComparer.Ordinal))
        {
            if (place.Count() < LocalityCount.Fewest)
            {
                others++;
                continue;
            }

            Term test = place.Select(b => results.Flags.LeftOut[b]).OfType<Term>().CountBy(static t => t).OrderByDescending(static t => t.Value).ThenBy(static t => t.Key.Key, StringComparer.Ordinal).First().Key;
            without.Add((place.Key, place.Count(), test));
        }

        if (without.Count + others == 0)
        {
            return;
        }

        html.Element("h3", words.Say("Orter och byar utan kandidater", "Places without candidates"));
        html.Element("p", words.Say(
            $"De har bostadshus utan folkbokförda, men inget som klarar alla urval. Steget är det som tog bort flest.{Others(others)}",
            $"They have dwellings with nobody registered, and none that passes every test. The step is the one that removed most.{Others(others)}"));
        foreach (IGrouping<Term, (string Place, int Homes, Term Test)> step in without.GroupBy(w => w.Test).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Key, StringComparer.Ordinal))
        {
            html.Element("p", () =>
            {
                html.Element("strong", Capital(FunnelWords.Removed(step.Key, words.Language)) + ": ");
                html.Text(string.Join(", ", step.OrderByDescending(w => w.Homes).ThenBy(w => w.Place, StringComparer.Ordinal).Take(MostNamed).Select(w => $"{w.Place} ({words.Count(w.Homes)})")));
                html.Text(step.Count() > MostNamed ? words.Say($" och {words.Count(step.Count() - MostNamed)} till.", $" and {words.Count(step.Count() - MostNamed)} more.") : ".");
            });
        }
    }

    private string Others(int places) => places == 0 ? "" : words.Say(
        $" {words.Count(places)} byar till har färre än fem sådana hus och nämns inte.", $" {words.Count(places)} more villages have fewer than five such dwellings and are not named.");

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private Dictionary<(string, int), int> Dwellings() => Enumerable.Range(0, results.Flags.Status.Length)
        .Where(b => results.Flags.Status[b] != Status.NotHousing).CountBy(_place).ToDictionary();

    /// <summary>The district of each place: that of most addresses there, else the named locality nearest to its dwellings; nothing for a locality itself.</summary>
    private static Dictionary<string, string> Districts(Results results)
    {
        HashSet<string> localities = [.. results.Surroundings.Localities.Select(l => l.Name)];
        Dictionary<string, string> districts = new(StringComparer.Ordinal);
        foreach (IGrouping<string, int> place in results.Flags.Candidates.GroupBy(b => results.Flags.Locality[b], StringComparer.Ordinal).Where(p => !localities.Contains(p.Key)))
        {
            string? district = place.SelectMany(b => results.Linkage.AddressesOf[b]).Select(a => results.Registers.Addresses[a].District)
                .Where(static d => !string.IsNullOrWhiteSpace(d)).CountBy(static d => d!).OrderByDescending(static d => d.Value).ThenBy(static d => d.Key, StringComparer.Ordinal).FirstOrDefault().Key;
            district ??= results.Surroundings.Localities.Where(static l => !l.Area.IsEmpty)
                .OrderBy(l => l.Area.EnvelopeInternal.Distance(results.Registers.Buildings[place.First()].Outline.EnvelopeInternal)).ThenBy(l => l.Name, StringComparer.Ordinal).FirstOrDefault()?.Name;
            if (district is not null)
            {
                districts[place.Key] = district;
            }
        }

        return districts;
    }
}
