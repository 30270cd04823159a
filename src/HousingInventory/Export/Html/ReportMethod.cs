using System.Text.Json;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export.Html;

/// <summary>The report's account of how it was reckoned: the criteria with weights and real influence, then the method in plain words.</summary>
internal static class ReportMethod
{
    public static void Write(HtmlWriter html, HtmlWords words, Results results)
    {
        foreach (string paragraph in Paragraphs(words, results.Rules.Candidates))
        {
            html.Element("p", paragraph);
        }

        html.Element("h3", words.Say("Kriterier och vikter", "Criteria and weights"));
        html.Element("p", words.Say(
            "Vikten är det som bestämts. Inverkan är det vikten faktiskt betyder för ordningen bland kandidaterna: ett kriterium som ger nästan alla samma poäng skiljer inga hus åt. Inverkan summerar till 100 %.",
            "The weight is what was decided. Influence is what it really does to the order of the candidates: a criterion that gives nearly all the same points tells no houses apart. Influences sum to 100%."));
        html.WideTable(
            [
                words.Say("Kriterium", "Criterion"), words.Say("Gränser", "Limits"), "#" + words.Say("Vikt", "Weight"), "#" + words.Say("Andel av vikten", "Share of weight"),
                "#" + words.Say("Inverkan", "Influence"), words.Say("Liknar mest (samband −1 till 1)", "Most like (correlation −1 to 1)"),
            ],
            () => Criteria(html, words, results));
    }

    private static void Criteria(HtmlWriter html, HtmlWords words, Results results)
    {
        Dictionary<string, string> labels = CriterionColumns.All(results.Scores).ToDictionary(c => c[0].Name, c => c[0].Label(words.Language), StringComparer.Ordinal);
        double weights = results.Scores.Criteria.Sum(c => c.Criterion.Weight);
        foreach ((int i, CriterionInfluence influence) in Overlap.Influences(results.Scores, results.Flags.Candidates.Count).Index())
        {
            html.Row(labels[influence.Criterion], () =>
            {
                html.Cell(Limits(results.Scores.Criteria[i].Criterion, words));
                html.Number(words.Number((decimal)influence.Weight, influence.Weight == Math.Floor(influence.Weight) ? 0 : 2));
                html.Number(words.Percent(weights > 0 ? influence.Weight / weights : double.NaN));
                html.Number(influence.Influence is { } share ? words.Percent(share) : "–");
                html.Cell(influence is { MostLike: { } like, Rho: { } rho } ? $"{labels[like]} ({words.Number((decimal)rho, 2)})" : "–");
            });
        }
    }

    private static IEnumerable<string> Paragraphs(HtmlWords words, CandidatesConfig filter)
    {
        yield return words.Say(
            "Folkbokföringen kopplas till byggnaderna genom lägenhet, adress eller fastighet, säkrast först. Ett bostadshus som ingen folkbokföring leder till räknas som \"ingen folkbokförd\", om inte något gör svaret ovisst; då heter det \"kan inte avgöras\" och huset blir ingen kandidat.",
            "Registrations are linked to buildings through dwelling, address or property, the surest first. A dwelling building that no registration leads to counts as \"nobody registered\", unless something makes the answer uncertain; then it is \"undetermined\" and no candidate.");
        yield return Tests(words, filter);
        yield return words.Say(
            "Varje kandidat får 0–100 poäng per kriterium. Lägespoängen är medelvärdet med vikterna. Det som inte kunde mätas ger 0 poäng, och hur högt poängen kunde ha blivit redovisas bredvid. Poängen säger något om läget, aldrig om husets skick eller om det används.",
            "Each candidate gets 0–100 points per criterion. The access score is their weighted mean. What could not be measured gives 0 points, and how high the score could have been is told beside it. The score is about the place, never about the state of the house or whether it is used.");
        yield return words.Say(
            "Avstånd mäts längs väg, om inte annat sägs. Bara ordinarie turer räknas; turer som måste beställas redovisas för sig och ger inga poäng.",
            "Distances follow roads unless said otherwise. Only ordinary trips count; trips that must be booked are told apart and give no points.");
    }

    private static string Tests(HtmlWords words, CandidatesConfig tests)
    {
        List<string> parts = [];
        if (tests.FootprintM2 is { } footprint)
        {
            parts.Add(words.Say(
                $"byggnadsytan är {Bound(words, footprint.Min)}–{Bound(words, footprint.Max)} m²", $"the footprint is {Bound(words, footprint.Min)}–{Bound(words, footprint.Max)} m²"));
        }

        foreach (SettlementConfig settlement in tests.Settlements ?? [])
        {
            bool dwellings = settlement.Between == Between.Dwellings;
            string gap = Bound(words, settlement.MaxGapM);
            string people = words.Count(settlement.MinResidents);
            parts.Add(words.Say(
                $"huset hör till bebyggelse där det är högst {gap} m mellan {(dwellings ? "bostadshusen" : "husen med folkbokförda")} och minst {people} bor",
                $"the house belongs to a settlement with at most {gap} m between {(dwellings ? "dwellings" : "houses with residents")} and at least {people} residents"));
        }

        if (tests.StopWithinM is { } stop)
        {
            string departures = words.Count(tests.StopMinDepartures);
            parts.Add(words.Say(
                $"det är högst {Bound(words, stop)} m fågelvägen till en hållplats med minst {departures} ordinarie avgångar en skolvardag",
                $"a stop with at least {departures} ordinary departures on a school weekday lies within {Bound(words, stop)} m, straight"));
        }

        return parts.Count == 0
            ? words.Say("Inga urval är påslagna: alla hus utan folkbokförd är kandidater.", "No tests are on: all houses with nobody registered are candidates.")
            : words.Say("Ett hus utan folkbokförd blir kandidat när ", "A house with nobody registered becomes a candidate when ") + string.Join("; ", parts) + ".";
    }

    private static string Bound(HtmlWords words, double? value) => value is { } number && Math.Abs(number) < 1e15 ? words.Number((decimal)number, 0) : "";

    /// <summary>The limits of a criterion, read from its members, so that a new criterion tells its own.</summary>
    private static string Limits(Criterion criterion, HtmlWords words)
    {
        using JsonDocument members = JsonSerializer.SerializeToDocument(criterion, MemberJson.Options);
        List<string> parts = criterion is UsefulDayCriterion day ? [string.Join(", ", day.Errands.Select(e => e.Label?.GetValueOrDefault(words.Code) ?? e.Name))] : [];
        foreach (Term limit in PageTerms.Limits)
        {
            if (members.RootElement.TryGetProperty(limit.Key, out JsonElement member) && Shown(member, words) is { } value)
            {
                parts.Add(words.Say(limit.Sv, limit.En).Replace("{0}", value, StringComparison.Ordinal));
            }
        }

        return string.Join(", ", parts);
    }

    private static string? Shown(JsonElement member, HtmlWords words) => member.ValueKind switch
    {
        JsonValueKind.Number when member.TryGetDecimal(out decimal number) => words.Number(number, number == decimal.Floor(number) ? 0 : 1),
        JsonValueKind.String => member.GetString() switch
        {
            "walk" => words.Say("till fots", "foot"),
            "car" => words.Say("bil", "car"),
            string text => text,
            _ => null,
        },
        _ => null,
    };
}
