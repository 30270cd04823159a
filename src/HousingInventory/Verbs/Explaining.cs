using System.Globalization;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary>
/// Why one building is, or is not, on the list. The first paragraph can be read out to an owner. Of a registered building it is only said that somebody is
/// registered there, and a withheld one is told in the very same words.
/// </summary>
public static class Explaining
{
    private const int MostHits = 10;

    /// <summary>Explains whatever the words name: a building id, a ref, an address or a property.</summary>
    /// <exception cref="InputException">Nothing is found.</exception>
    public static string Explain(LoadedConfig loaded, string what, Run run)
    {
        List<int> hits = [];
        Results results = Pipeline.Analyse(loaded, run, (inputs, linkage, flags) =>
        {
            hits = PlaceSearch.Find(inputs, linkage, what);
            return [.. hits.Where(h => flags.Status[h] is Status.NobodyRegistered or Status.Secondary or Status.Undetermined)];
        });
        bool sv = loaded.Config.Language == Language.Sv;
        if (hits.Count == 0)
        {
            throw new InputException($"nothing in the registers is called '{what}'; give a building id, a ref, an address or a property designation.");
        }

        ResultTable table = new(results);
        StringBuilder text = new();
        if (hits.Count > 1)
        {
            text.Append(sv ? Text($"{hits.Count} byggnader passar in på '{what}'.") : Text($"{hits.Count} buildings fit '{what}'.")).Append("\n\n");
        }

        foreach (int hit in hits.Take(MostHits))
        {
            One(text, table, hit, sv);
        }

        if (hits.Count > MostHits)
        {
            text.Append(sv ? Text($"... och {hits.Count - MostHits} till; sök mer exakt.\n") : Text($"... and {hits.Count - MostHits} more; search more exactly.\n"));
        }

        return text.ToString();
    }

    private static void One(StringBuilder text, ResultTable table, int building, bool sv)
    {
        Results results = table.Results;
        Status status = results.Flags.Status[building];
        switch (status)
        {
            case Status.Registered:
                text.Append(sv ? "Någon är folkbokförd i byggnaden.\n\n" : "Somebody is registered in the building.\n\n");
                return;
            case Status.NotHousing:
                Heading(text, table, building);
                text.Append(sv
                    ? Text($"Byggnaden räknas inte som bostad: byggnadsregistret anger ändamålet {results.Inputs.Buildings[building].Purpose}.\n\n")
                    : Text($"The building does not count as a dwelling: the building register gives its purpose as {results.Inputs.Buildings[building].Purpose}.\n\n"));
                return;
            default:
                break;
        }

        Heading(text, table, building);
        text.Append(Opening(results, building, sv)).Append('\n');
        List(text, results, building, sv);
        int home = results.Scores.Homes.IndexOfValue(building);
        if (home >= 0)
        {
            Criteria(text, results, home, sv);
        }

        text.Append('\n');
    }

    private static void Heading(StringBuilder text, ResultTable table, int building)
    {
        Building found = table.Results.Inputs.Buildings[building];
        string?[] parts = [table.AddressOf(building).Address, table.PropertyText(building), table.Results.Flags.Locality[building]];
        text.Append(string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)))).Append(Text($" ({Ref.Of(found.Id)}, {found.Id})\n"));
    }

    /// <summary>What an owner may be told.</summary>
    private static string Opening(Results results, int building, bool sv)
    {
        string day = results.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (results.Flags.Status[building], sv) switch
        {
            (Status.NobodyRegistered, true) => $"Ingen folkbokförd har kunnat knytas till huset den {day}. Det säger inget om huset används eller av vem.",
            (Status.NobodyRegistered, false) => $"No registered person could be tied to the house on {day}. That says nothing about whether the house is used, or by whom.",
            (Status.Secondary, true) => $"Huset är ett ytterligare bostadshus på en fastighet där ett annat hus har adress eller någon folkbokförd ({day}). Det tas inte med i listan.",
            (Status.Secondary, false) => $"The house is a further dwelling on a property where another house has an address or somebody registered ({day}). It is not listed.",
            (_, true) => $"Det kan inte avgöras om någon är folkbokförd i huset ({day}). Därför tas det inte med i listan.",
            _ => $"It cannot be told whether somebody is registered in the house ({day}). Therefore it is not listed.",
        };
    }

    private static void List(StringBuilder text, Results results, int building, bool sv)
    {
        Language language = results.Config.Language;
        if (results.Flags.Reason[building] is { } reason)
        {
            text.Append(sv ? "Skäl: " : "Reason: ").Append(ResultWords.Label(ResultWords.Reasons, reason, language)).Append('\n');
        }

        text.Append(sv ? "Underlagets styrka: " : "Strength of evidence: ")
            .Append(ResultWords.Label(ResultWords.Confidences, ResultWords.Of(results.Flags.Confidence[building]), language));
        if (results.Flags.ConfidenceReasons[building].Count > 0)
        {
            text.Append(" (").Append(string.Join(", ", results.Flags.ConfidenceReasons[building].Select(r => ResultWords.Label(ResultWords.ConfidenceReasons, r, language)))).Append(')');
        }

        text.Append('\n');
        if (results.Flags.HolidayHomeHint[building] is { } hint and not "none")
        {
            text.Append(sv ? "Tecken på fritidshus: " : "Holiday-home sign: ").Append(ResultWords.Label(ResultWords.HolidayHints, hint, language)).Append('\n');
        }

        if (results.Flags.LeftOut[building] is { } test)
        {
            string label = ResultWords.Label(ResultWords.Tests, test, language);
            text.Append(sv ? $"Inte kandidat: klarade inte provet '{label}'.\n" : $"No candidate: did not pass the test '{label}'.\n");
        }

        int position = Position(results, building);
        if (position >= 0)
        {
            int home = results.Ranking.Order[position];
            text.Append(sv
                ? Text($"Plats {position + 1} av {results.Ranking.Order.Count}, lägespoäng {Number(results.Scores.Score[home], 1, sv)} (högst {Number(results.Scores.ScoreMax[home], 1, sv)})")
                : Text($"Rank {position + 1} of {results.Ranking.Order.Count}, access score {results.Scores.Score[home]:F1} (at most {results.Scores.ScoreMax[home]:F1})"));
            if (results.Ranking.Ties[position] > 1)
            {
                text.Append(sv ? Text($", lika med {results.Ranking.Ties[position] - 1} andra") : Text($", tied with {results.Ranking.Ties[position] - 1} others"));
            }

            text.Append('\n');
        }
    }

    private static void Criteria(StringBuilder text, Results results, int home, bool sv)
    {
        foreach ((Criterion criterion, CriterionResult result) in results.Scores.Criteria)
        {
            string label = CriterionColumns.Label(criterion, sv ? criterion.Info.Sv : criterion.Info.En, results.Config.Language);
            string value = result.States[home] == MeasureState.Measured
                ? Number(ResultLayers.Rounded(result.Values[home], criterion.Info.Decimals), criterion.Info.Decimals, sv)
                : ResultWords.Label(ResultWords.Missing, ResultWords.Of(result.States[home])!, results.Config.Language);
            string points = result.States[home] is MeasureState.OffNetwork or MeasureState.NoData ? "–" : Number(Points.Shown(result.PointsTenths[home]), 1, sv);
            text.Append(sv ? Text($"  {label}: {value}; {points} poäng, vikt {criterion.Weight}") : Text($"  {label}: {value}; {points} points, weight {criterion.Weight}"));
            if (result.WithoutData)
            {
                text.Append(sv ? " (räknas inte: inget underlag)" : " (does not count: no data)");
            }

            Told? told = result.Told.Count > 0 ? result.Told[home] : null;
            foreach (ExtraColumn extra in result.Extra.Where(e => told is not { Errands.Count: > 0 } || e.Suffix is not ("_best" or "_failing")))
            {
                Further(text, criterion, extra, home, results.Config.Language);
            }

            text.Append('\n');
            ErrandWords words = new(results.Config.Language);
            foreach (ToldErrand errand in told?.Errands ?? [])
            {
                text.Append("    ").Append(words.Whole(errand)).Append('\n');
            }
        }
    }

    private static void Further(StringBuilder text, Criterion criterion, ExtraColumn extra, int home, Language language)
    {
        bool sv = language == Language.Sv;
        string label = (sv ? extra.Info.Sv : extra.Info.En).Replace("{name}", criterion.Noun(language), StringComparison.Ordinal);
        string? said = extra.Values[home] switch
        {
            string words => words,
            double number => $"{label}: {Number(ResultLayers.Rounded(number, extra.Info.Decimals), extra.Info.Decimals, sv)}",
            int whole => Text($"{label}: {whole}"),
            _ => null,
        };
        if (said is not null)
        {
            text.Append("; ").Append(said);
        }
    }

    private static string Number(decimal value, int decimals, bool sv)
    {
        string text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return sv ? text.Replace('.', ',') : text;
    }

    private static int Position(Results results, int building)
    {
        for (int i = 0; i < results.Ranking.Order.Count; i++)
        {
            if (results.Scores.Homes[results.Ranking.Order[i]] == building)
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOfValue(this IReadOnlyList<int> list, int value)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] == value)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
