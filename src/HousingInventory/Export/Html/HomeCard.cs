using HousingInventory.Model;
using HousingInventory.Rank;
using System.Globalization;
using HousingInventory.Score;

namespace HousingInventory.Export.Html;

/// <summary>One shortlisted home on a page of its own: why it is listed, how it lies, how sure that is, and what has been done.</summary>
internal sealed class HomeCard(HtmlWords words, Shortlist list, Results results)
{
    private static readonly string[] About =
        ["address", "address_source", "property", "locality", "purpose", "footprint_m2", "candidates_on_property", "others_registered", "holiday_home_hint", "position", "map_link"];

    private static readonly string[] FollowUp = ["state", "contacted_on", "inspected_on", "condition", "note"];

    private readonly Dictionary<string, ResultColumn> _columns = list.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly IReadOnlyList<(Criterion Criterion, CriterionResult Result, List<ResultColumn> Columns)> _criteria =
        [.. CriterionColumns.All(results.Scores).Select((columns, i) => (results.Scores.Criteria[i].Criterion, results.Scores.Criteria[i].Result, columns.ToList()))];

    private readonly HomeTelling _telling = new(words);

    /// <summary>The id of a home's card within the page.</summary>
    public static string Id(ResultRow row) => string.Create(CultureInfo.InvariantCulture, $"h{row.Position + 1}");

    public void Write(HtmlWriter html, ResultRow row)
    {
        Head(html, row);
        html.Open("div", ("class", "body"), ("id", Id(row) + "b")).Open("div", ("class", "top")).Open("div");
        html.Open("p").Element("strong", Text("status", row)).Text(Text("reason", row) is { Length: > 0 } why ? $": {why}." : ".");
        html.Text(" " + words.Say("Underlagets styrka: ", "Strength of evidence: ") + Text("confidence", row).ToLowerInvariant() + Doubts(row) + ".");
        html.Text(results.Scores.ScoreMax[row.Home] > results.Scores.Score[row.Home]
            ? words.Say($" Lägespoängen hade blivit högst {Text("score_max", row)} om allt hade kunnat mätas.", $" The score had been at most {Text("score_max", row)} had all been measured.") : "").Close();
        if (results.Robust is { } robust)
        {
            Firmness(html, robust, row);
        }

        Details(html, row, About);
        html.Element("button", words.Say("Visa på kartan", "Show on the map"), ("type", "button"), ("class", "script"), ("data-go", Place(row)), ("hidden", "")).Close();
        html.Element("div", "", ("class", "here")).Close();
        _telling.Write(html, [.. _criteria.Where(c => TellingOf(c.Result, row) is not null).Select(c => (c.Columns[0].Label(words.Language), TellingOf(c.Result, row)!))]);
        Measures(html, row);
        html.Element("h4", _columns["state"].Label(words.Language));
        if (row.FollowUp is null)
        {
            html.Element("p", words.Say("Inget antecknat än.", "Nothing noted yet."));
        }
        else
        {
            Details(html, row, FollowUp, "wider");
        }

        html.Element("div", words.Say("Anteckningar", "Notes"), ("class", "pen")).Close().Close();
    }

    // The bar runs from the first place to the last; its filled part from the best to the worst rank of nineteen draws in twenty.
    private void Firmness(HtmlWriter html, RobustRank robust, ResultRow row)
    {
        RankRange range = robust.Ranges[row.Position];
        double all = robust.Ranges.Count;
        string place = string.Create(CultureInfo.InvariantCulture, $"margin-left:{100 * (range.P5 - 1) / all:0.#}%;width:{Math.Max(1, 100 * (range.P95 - range.P5 + 1) / all):0.#}%");
        html.Open("p").Open("span", ("class", "bar"), ("aria-hidden", "true")).Element("span", "", ("style", place)).Close();
        html.Text(ReportRobustness.Sentence(words, robust, row.Position)).Close();
    }

    private void Head(HtmlWriter html, ResultRow row)
    {
        html.Open("article", ("id", Id(row)), ("class", "s" + WorkListMap.Class(results.Scores.Score[row.Home])), ("data-i", Place(row)), ("aria-labelledby", Id(row) + "t"));
        html.Open("h3", ("id", Id(row) + "t")).Open("button", ("type", "button"), ("aria-expanded", "false"), ("aria-controls", Id(row) + "b"));
        string address = Text("address", row);
        html.Element("span", Text("rank", row) + ".", ("class", "n")).Element("b", address.Length > 0 ? address : Text("locality", row));
        html.Element("span", Text("ref", row), ("class", "ref")).Element("span", Text("locality", row), ("class", "at")).Element("span", Text("state", row), ("class", "state"));
        html.Open("span", ("class", "score")).Element("span", "", ("class", "dot")).Text(Text("score", row) + words.Say(" poäng", " points")).Close().Close().Close();
    }

    private string Doubts(ResultRow row)
    {
        IReadOnlyList<ConfidenceReason> reasons = results.Flags.ConfidenceReasons[row.Index];
        return reasons.Count == 0 ? "" : " (" + string.Join("; ", reasons.Select(r => Term.Of(r).In(words.Language))) + ")";
    }

    private void Details(HtmlWriter html, ResultRow row, string[] names, string? css = null)
    {
        html.Open("dl", ("class", css));
        foreach (string name in names)
        {
            if (_columns.TryGetValue(name, out ResultColumn? column) && words.Value(column, column.Get(row)) is { Length: > 0 } text)
            {
                html.Open("div").Element("dt", column.Label(words.Language)).Element("dd", text).Close();
            }
        }

        html.Close();
    }

    private void Measures(HtmlWriter html, ResultRow row)
    {
        html.Open("div", ("class", "wide"), ("tabindex", "0")).Open("table");
        CommitteeReport.Head(html, words.Say("Buss och service", "Buses and services"), "#" + words.Say("Uppmätt", "Measured"), words.Say("Poäng", "Points"), words.Say("Mer", "More"));
        foreach ((Criterion criterion, CriterionResult result, List<ResultColumn> columns) in _criteria)
        {
            string weight = criterion.Weight > 0 ? "" : words.Say(" – räknas inte in", " – not scored");
            html.Open("tr").Element("th", columns[0].Label(words.Language) + weight, ("scope", "row"));
            string measured = words.Value(columns[0], columns[0].Get(row));
            html.Element("td", measured.Length > 0 ? measured : words.Value(columns[2], columns[2].Get(row)), ("class", "n")).Open("td", ("class", "pts"));
            if (columns[1].Get(row) is decimal points)
            {
                string width = "width:" + points.ToString(CultureInfo.InvariantCulture) + "%";
                html.Open("span", ("class", "bar"), ("aria-hidden", "true")).Element("span", "", ("style", width)).Close().Text(words.Number(points, 0));
            }
            else
            {
                html.Text("–");
            }

            html.Close().Element("td", string.Join("; ", Further(columns, row, TellingOf(result, row) is not null))).Close();
        }

        html.Close().Close().Close();
    }

    private static Told? TellingOf(CriterionResult result, ResultRow row) => result.Told.Count > row.Home ? result.Told[row.Home] : null;

    /// <summary>The further columns, but for those whose words the card tells at length.</summary>
    private IEnumerable<string> Further(List<ResultColumn> columns, ResultRow row, bool told) =>
        columns.Skip(3).Where(c => !told || !(c.Name.EndsWith("_best", StringComparison.Ordinal) || c.Name.EndsWith("_failing", StringComparison.Ordinal))).Select(c => (Column: c, Text: words.Value(c, c.Get(row)))).Where(c => c.Text.Length > 0)
            .Select(c => $"{c.Column.Label(words.Language)}: {c.Text}");

    private string Text(string name, ResultRow row) => words.Value(_columns[name], _columns[name].Get(row));

    private static string Place(ResultRow row) => row.Position.ToString(CultureInfo.InvariantCulture);
}
