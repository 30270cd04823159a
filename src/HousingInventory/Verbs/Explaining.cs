using System.Globalization;
using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Export.Html;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary>
/// Why one building is, or is not, on the list. The first paragraph can be read out to an owner. Of a registered building it is only said that somebody is
/// registered there, and a withheld one is told in the very same words.
/// </summary>
public static class Explaining
{
    /// <summary>So many buildings are told in full, one after the other; more are listed, a line each.</summary>
    private const int MostInFull = 5;

    private const int MostListed = 100;

    /// <summary>Explains whatever the words name: a building id, a ref, an address or a property.</summary>
    /// <exception cref="InputException">Nothing is found.</exception>
    public static string Explain(LoadedConfig loaded, string what, Run run)
    {
        Results results = Pipeline.Analyse(loaded, run);
        List<int> hits = PlaceSearch.Find(results.Registers, results.Linkage, what);
        if (hits.Count == 0)
        {
            throw new InputException($"nothing in the registers is called '{what}'; give a building id, a ref, an address or a property designation.");
        }

        int[] told = [.. hits.Where(h => MayTell(results, h))];
        bool sv = loaded.Config.Language == Language.Sv;
        ResultTable table = new(results);
        StringBuilder text = new();
        if (told.Length > 1)
        {
            List(text, table, told, what, sv);
        }

        if (told.Length is > 0 and <= MostInFull)
        {
            // Everything is told of these, candidates or not; what is to be told of the run stands in its own notices.
            Building[] homes = [.. told.Select(b => results.Registers.Buildings[b])];
            Criterion[] criteria = [.. results.Scores.Criteria.Select(c => c.Criterion)];
            Scores scores = Scoring.Score(homes, results.Surroundings, criteria, loaded.Config.AccessRules(), new Run(cancellation: run.Cancellation), tellAll: true);
            for (int home = 0; home < told.Length; home++)
            {
                One(text, table, scores, home, sv);
            }
        }

        return text.Append(Others(results, hits, told.Length, sv)).ToString();
    }

    /// <summary>Two candidates side by side; where one of them is none, what each of them is.</summary>
    /// <exception cref="InputException">One is not found, or several are meant.</exception>
    public static string Compare(LoadedConfig loaded, string what, string versus, Run run)
    {
        Results results = Pipeline.Analyse(loaded, run);
        bool sv = loaded.Config.Language == Language.Sv;
        ResultTable table = new(results);
        StringBuilder text = new();
        List<int> positions = [];
        foreach (string name in (string[])[what, versus])
        {
            List<int> hits = PlaceSearch.Find(results.Registers, results.Linkage, name);
            int[] told = [.. hits.Where(h => MayTell(results, h))];
            if (hits.Count == 0 || told.Length > 1)
            {
                throw new InputException(hits.Count == 0
                    ? Sentence.Of($"nothing in the registers is called '{name}'; give a building id, a ref, an address or a property designation.")
                    : Sentence.Of($"'{name}' may be {told.Length} buildings; give the ref of one."));
            }

            positions.AddRange(told.Select(h => Position(results, h)).Where(static p => p >= 0));
            text.Append(told.Length == 0 ? Others(results, hits, 0, sv) : Name(table, told[0]) + "\n  " + Short(results, told[0], sv) + "\n\n");
        }

        return positions is [int a, int b] && a != b
            ? text.Append(Versus.Of(results, a, b)).ToString()
            : text.Append(sv ? "Bara två olika kandidater kan ställas mot varandra.\n" : "Only two different candidates can be held against each other.\n").ToString();
    }

    /// <summary>A line for each building that may be told of.</summary>
    private static void List(StringBuilder text, ResultTable table, int[] told, string what, bool sv)
    {
        text.Append(sv
            ? Text($"{told.Length} byggnader som passar in på '{what}' och där ingen säkert är folkbokförd:\n")
            : Text($"{told.Length} buildings that fit '{what}' and where nobody is known to be registered:\n"));
        foreach (int hit in told.Take(MostListed))
        {
            text.Append("  ").Append(Name(table, hit)).Append(": ").Append(Short(table.Results, hit, sv)).Append('\n');
        }

        if (told.Length > MostListed)
        {
            text.Append(sv ? Text($"  ... och {told.Length - MostListed} till; sök mer exakt.\n") : Text($"  ... and {told.Length - MostListed} more; search more exactly.\n"));
        }

        if (told.Length > MostInFull)
        {
            text.Append(sv ? "Sök på en referens för att få veta mer om ett hus.\n" : "Search for a reference to be told more of a house.\n");
        }

        text.Append('\n');
    }

    private static string Short(Results results, int building, bool sv)
    {
        Language language = results.Frame.Language;
        string status = Term.Of(results.Flags.Status[building]).In(language);
        int position = Position(results, building);
        return position >= 0
            ? status + (sv ? Text($", plats {position + 1}") : Text($", rank {position + 1}")) + (sv ? ", lägespoäng " : ", access score ") + Number(results.Scores.Score[results.Ranking.Order[position]], 1, sv)
            : results.Flags.LeftOut[building] is { } test && results.Flags.Status[building] == Status.NobodyRegistered
                ? $"{status}, {(sv ? "inte kandidat" : "no candidate")} ({FunnelWords.Removed(test, language)})"
                : status;
    }

    // Of a home that cannot be told from its inhabited neighbours no more is said than of an inhabited one, where it stands in no layer either.
    private static bool MayTell(Results results, int building) => results.Flags.Status[building] == Status.NobodyRegistered
        || (results.Flags.Status[building] is Status.Secondary or Status.Undetermined && results.Linkage.MayTell(building));

    /// <summary>
    /// What is said of registered buildings, and of those that are no dwellings: that there are such, and neither which nor how many. A withheld building is one of
    /// them in every word.
    /// </summary>
    internal static string Others(Results results, List<int> hits, int told, bool sv)
    {
        bool registered = hits.Any(h => results.Flags.Status[h] == Status.Registered || (results.Flags.Status[h] != Status.NotHousing && !MayTell(results, h)));
        if (registered)
        {
            return hits.Count == 1 ? (sv ? "Någon är folkbokförd i byggnaden.\n\n" : "Somebody is registered in the building.\n\n")
                : told == 0 ? (sv ? "Någon är folkbokförd där.\n\n" : "Somebody is registered there.\n\n")
                : sv ? "Någon är folkbokförd i annan byggnad som passar in.\n\n" : "Somebody is registered in another building that fits.\n\n";
        }

        string purpose = results.Registers.Buildings[hits[0]].Purpose;
        return told > 0 ? ""
            : hits.Count > 1 ? (sv ? "Ingen byggnad som passar in räknas som bostad.\n\n" : "No building that fits counts as a dwelling.\n\n")
            : sv ? $"Byggnaden räknas inte som bostad: byggnadsregistret anger ändamålet {purpose}.\n\n"
            : $"The building does not count as a dwelling: the building register gives its purpose as {purpose}.\n\n";
    }

    private static void One(StringBuilder text, ResultTable table, Scores scores, int home, bool sv)
    {
        Results results = table.Results;
        int building = scores.Homes[home];
        text.Append(Name(table, building)).Append('\n');
        text.Append(Opening(results, building, sv)).Append("\n\n");
        Grounds(text, results, building, sv);
        text.Append(SinceLastTime.Of(results, building, sv));
        Firmness(text, results, building, sv);
        Criteria(text, scores, home, results.Frame.Language);
        text.Append('\n');
    }

    /// <summary>How firm its place is, and what single weight would take it off the list, or bring it in.</summary>
    private static void Firmness(StringBuilder text, Results results, int building, bool sv)
    {
        int position = Position(results, building);
        if (results.Robust is not { } robust || position < 0)
        {
            return;
        }

        text.Append(ReportRobustness.Sentence(new HtmlWords(results.Frame.Language), robust, position));
        if (position >= robust.Top && position < 2 * robust.Top)
        {
            text.Append(robust.BringsIn(results.Registers, results.Scores, results.Ranking, position) is not { } change
                ? (sv ? " Ingen enskild vikt tar det till listan." : " No single weight brings it onto the list.")
                : sv ? Text($" Kommer med bland de {robust.Top} om {RobustColumns.Weighs(robust, change, Language.Sv)}.")
                : Text($" Comes among the {robust.Top} if {RobustColumns.Weighs(robust, change, Language.En)}."));
        }

        text.Append('\n');
    }

    internal static string Name(ResultTable table, int building)
    {
        Building found = table.Results.Registers.Buildings[building];
        string?[] parts = [table.AddressOf(building).Address, table.PropertyText(building), table.Results.Flags.Locality[building]];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p))) + Text($" ({Ref.Of(found.Id)}, {found.Id})");
    }

    /// <summary>What an owner may be told.</summary>
    private static string Opening(Results results, int building, bool sv)
    {
        string day = results.Frame.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
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

    private static void Grounds(StringBuilder text, Results results, int building, bool sv)
    {
        Language language = results.Frame.Language;
        if (results.Flags.Reason[building] is { } reason)
        {
            text.Append(sv ? "Skäl: " : "Reason: ").Append(Term.Of(reason).In(language)).Append('\n');
        }

        text.Append(sv ? "Underlagets styrka: " : "Strength of evidence: ")
            .Append(Term.Of(results.Flags.Confidence[building]).In(language));
        if (results.Flags.ConfidenceReasons[building].Count > 0)
        {
            text.Append(" (").Append(string.Join(", ", results.Flags.ConfidenceReasons[building].Select(r => Term.Of(r).In(language)))).Append(')');
        }

        text.Append('\n');
        if (results.Flags.HolidayHomeHint[building] is not HolidayHint.None and var hint)
        {
            text.Append(sv ? "Tecken på fritidshus: " : "Holiday-home sign: ").Append(Term.Of(hint).In(language)).Append('\n');
        }

        if (results.Flags.LeftOut[building] is { } test)
        {
            string why = FunnelWords.Removed(test, language);
            text.Append(sv ? $"Inte kandidat: {why}.\n" : $"No candidate: {why}.\n");
        }

        int position = Position(results, building);
        if (position >= 0)
        {
            int home = results.Ranking.Order[position];
            text.Append(sv
                ? Text($"Plats {position + 1} av {results.Ranking.Order.Count}, lägespoäng {Number(results.Scores.Score[home], 1, sv)} (högst {Number(results.Scores.ScoreMax[home], 1, sv)})")
                : Text($"Rank {position + 1} of {results.Ranking.Order.Count}, access score {results.Scores.Score[home]:F1} (at most {results.Scores.ScoreMax[home]:F1})"));
            if (results.Ranking.SharedRanks(position) is { } shared)
            {
                text.Append(sv
                    ? Text($", delad plats {shared.First}–{shared.Last}: samma poäng, uppmätta värden avgör ordningen")
                    : Text($", ranks {shared.First}–{shared.Last} shared: the same score, and measures decide the order"));
            }

            text.Append('\n');
            if (results.Ranking.Fails[position] is { } fails)
            {
                string[] failed = fails.Split(' ');
                IEnumerable<string> labels = CriterionColumns.All(results.Scores).Where(c => failed.Contains(c[0].Name)).Select(c => c[0].Label(language));
                text.Append(sv ? "Når inte kravet, och kommer därför efter alla som gör det: " : "Does not meet what is required, and so ranks after all that do: ").AppendJoin("; ", labels).Append('\n');
            }
        }
    }

    internal static void Criteria(StringBuilder text, Scores scores, int home, Language language)
    {
        bool sv = language == Language.Sv;
        IReadOnlyList<IReadOnlyList<ResultColumn>> columns = CriterionColumns.All(scores);
        for (int i = 0; i < columns.Count; i++)
        {
            (Criterion criterion, CriterionResult result) = scores.Criteria[i];
            string label = columns[i][0].Label(language);
            string value = result.States[home] == MeasureState.Measured
                ? Number(ResultLayers.Rounded(result.Values[home], criterion.Info.Decimals), criterion.Info.Decimals, sv)
                : Term.Of(result.States[home]).In(language);
            string points = result.States[home] is MeasureState.OffNetwork or MeasureState.NoData ? "–" : Number(Points.Shown(result.PointsTenths[home]), 1, sv);
            string weight = criterion.Weight.ToString(CultureInfo.InvariantCulture);
            text.Append(sv ? $"  {label}: {value}; {points} poäng, vikt {weight.Replace('.', ',')}" : $"  {label}: {value}; {points} points, weight {weight}");
            if (result.WithoutData)
            {
                text.Append(sv ? " (räknas inte: inget underlag)" : " (does not count: no data)");
            }

            Told? told = result.Told.Count > 0 ? result.Told[home] : null;
            foreach (ExtraColumn extra in result.Extra.Where(e => told is not { Errands.Count: > 0 } || e.Suffix is not ("_best" or "_failing")))
            {
                Further(text, criterion, extra, home, language);
            }

            text.Append('\n');
            ErrandWords words = new(language);
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
            string key when extra.Words.FirstOrDefault(w => w.Key == key) is { Key: not null } word => sv ? word.Sv : word.En,
            string words => $"{label}: {words}",
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

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
