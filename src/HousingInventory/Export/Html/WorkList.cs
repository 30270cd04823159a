using System.Globalization;
using HousingInventory.Configuration;

namespace HousingInventory.Export.Html;

/// <summary>
/// worklist.html: map, table and a card per shortlisted home, for those who work with them. It holds addresses and points, and says so at the top.
/// </summary>
internal sealed class WorkList(ResultTable table)
{
    private readonly HtmlWords _words = new(table.Results.Config.Language);
    private readonly Shortlist _list = new(table);

    private InventoryConfig Config => table.Results.Config;

    public byte[] ToBytes()
    {
        string title = Config.Title ?? Say("Bostadshus utan folkbokförda", "Dwellings without registered residents");
        HtmlWriter html = HtmlPage.Begin(_words, $"{title} – {Say("arbetslista", "work list")}", WorkListLook.Style);
        html.Open("header").Element("h1", $"{title} – {Say("arbetslista", "work list")}");
        html.Open("p").Element("span", Say("Arbetsmaterial – innehåller adresser, får inte spridas", "Working material – holds addresses, not to be spread"), ("class", "work")).Close();
        html.Element("p", Purpose(), ("class", "soft"));
        html.Close().Raw("\n").Open("main", ("id", "main"));
        Tools(html);
        html.Open("div", ("class", "both"));
        Map(html);
        Rows(html);
        html.Close();
        Cards(html);
        html.Close().Element(
            "footer", Say("Att ingen är folkbokförd betyder inte att huset står oanvänt. Gjord med HousingInventory ",
            "Nobody registered does not mean that the house is unused. Made with HousingInventory ") + ToolVersion.Text + ".", ("class", "screen"));
        html.Open("script").Raw(WorkListLook.Script.ReplaceLineEndings("\n")).Close();
        return HtmlPage.End(html);
    }

    private string Say(string sv, string en) => _words.Say(sv, en);

    private string Purpose()
    {
        string day = Say("Läget den ", "As of ") + HtmlWords.Day(table.Results.AsOf) + ".";
        string purpose = Config.Purpose is { } text ? $" {Say("Ändamål", "Purpose")}: {text}." : "";
        string responsible = Config.Responsible is { } who ? $" {Say("Ansvarig", "Responsible")}: {who}." : "";
        return day + purpose + responsible + (Config.DeleteAfter is { } end ? $" {Say("Gallras efter", "Delete after")} {HtmlWords.Day(end)}." : "");
    }

    private void Tools(HtmlWriter html)
    {
        html.Open(
            "form", ("id", "tools"), ("class", "tools js"), ("role", "search"), ("hidden", ""), ("onsubmit", "return false"),
            ("aria-label", Say("Sök och välj bland husen", "Search and choose among the homes")), ("data-homes", Say("hus i listan", "homes listed")),
            ("data-cards", Say("husblad", "home sheets")), ("data-shown", Say("Visas på kartan:", "On the map:")),
            ("data-ask", Say("Skriva ut # sidor, en per hus?", "Print # pages, one a home?")));
        html.Open("div").Element("label", Say("Sök i listan", "Search the list"), ("for", "q")).Open("input", ("id", "q"), ("type", "search"), ("autocomplete", "off")).Close();
        Choice(html, "loc", Say("Ort eller by", "Locality or village"), table.Candidates.Select(r => table.Results.Flags.Locality[r.Index]).Distinct().Order(StringComparer.Ordinal).Select(l => (l, l)));
        Choice(html, "st", Say("Uppföljning", "Follow-up"), Used(ResultWords.States, r => r.FollowUp?.State));
        Choice(html, "hint", Say("Tecken på fritidshus", "Holiday-home sign"), Used(ResultWords.HolidayHints, r => table.Results.Flags.HolidayHomeHint[r.Index]));
        html.Open("div").Element("label", Say("Lägst poäng", "Least score"), ("for", "min")).Open("input", ("id", "min"), ("type", "number"), ("min", "0"), ("max", "100"), ("step", "5")).Close();
        html.Element("button", Say("Visa alla", "Show all"), ("type", "button"), ("id", "clear"));
        html.Element("button", Say("Skriv ut husblad", "Print home sheets"), ("type", "button"), ("id", "print"));
        html.Element("p", "", ("id", "said"), ("role", "status"), ("style", "flex-basis:100%;margin:0")).Close();
    }

    private IEnumerable<(string Key, string Label)> Used(IReadOnlyList<ResultValue> values, Func<ResultRow, string?> get)
    {
        HashSet<string?> used = [.. table.Candidates.Select(get)];
        return values.Where(v => used.Contains(v.Key)).Select(v => (v.Key, Say(v.Sv, v.En)));
    }

    private void Choice(HtmlWriter html, string id, string label, IEnumerable<(string Key, string Label)> values)
    {
        html.Open("div").Element("label", label, ("for", id)).Open("select", ("id", id)).Element("option", Say("Alla", "All"), ("value", ""));
        foreach ((string key, string text) in values)
        {
            html.Element("option", text, ("value", key));
        }

        html.Close().Close();
    }

    private void Map(HtmlWriter html)
    {
        html.Open("section", ("aria-label", Say("Karta", "Map"))).Open("div", ("class", "map"));
        WorkListMap.Write(html, _words, table);
        html.Open("div", ("class", "zoom js"), ("hidden", ""));
        html.Element("button", "+", ("type", "button"), ("id", "in"), ("aria-label", Say("Zooma in", "Zoom in")));
        html.Element("button", "−", ("type", "button"), ("id", "out"), ("aria-label", Say("Zooma ut", "Zoom out")));
        html.Element("button", "⤢", ("type", "button"), ("id", "whole"), ("aria-label", Say("Visa hela kartan", "Show the whole map")));
        html.Close().Close().Open("ul", ("class", "legend"));
        string[] colours = ["#fde725", "#5ec962", "#21918c", "#3b528b", "#440154"];
        string[] classes = ["80–100", "60–80", "40–60", "20–40", "0–20"];
        for (int i = 0; i < colours.Length; i++)
        {
            Key(html, colours[i], round: true, classes[i] + (i == 0 ? Say(" poäng", " points") : ""));
        }

        Key(html, "#26323e", round: false, Say("hållplats som räknas", "stop that counts"));
        Key(html, "#9aa7b4", round: false, Say("annan hållplats", "other stop"));
        Key(html, "#7b2d8b", round: false, Say("service", "service"));
        html.Close().Close();
    }

    private static void Key(HtmlWriter html, string colour, bool round, string text)
    {
        html.Open("li").Open("svg", ("width", "15"), ("height", "15"), ("aria-hidden", "true"));
        if (round)
        {
            html.Shape("circle", ("cx", "7.5"), ("cy", "7.5"), ("r", "6"), ("fill", colour), ("stroke", "#444"));
        }
        else
        {
            html.Shape("rect", ("x", "3"), ("y", "3"), ("width", "9"), ("height", "9"), ("fill", colour));
        }

        html.Close().Text(text).Close();
    }

    private void Rows(HtmlWriter html)
    {
        List<ResultColumn> columns = [.. Names().Select(n => _list.Columns.FirstOrDefault(c => c.Name == n)).OfType<ResultColumn>()];
        html.Open("section", ("aria-label", Say("Lista", "List"))).Open("div", ("class", "list"), ("tabindex", "0"), ("role", "group"), ("aria-label", Say("Kandidater i tabell", "Candidates in a table")));
        html.Open("table").Element("caption", Say("Kandidater i ordning. Tryck på en rubrik för att sortera.", "Candidates in order. Press a heading to sort.")).Open("thead").Open("tr");
        foreach (ResultColumn column in columns)
        {
            html.Open("th", ("scope", "col"), ("data-sort", column.Type is ResultType.Integer or ResultType.Real ? "n" : "t"), ("aria-sort", column.Name == "rank" ? "ascending" : null));
            html.Element("button", column.Label(_words.Language), ("type", "button")).Close();
        }

        html.Open("th", ("scope", "col")).Element("span", Say("Karta", "Map"), ("style", "padding:.4rem .6rem;display:block")).Close().Close().Close().Open("tbody", ("id", "rows"));
        foreach (ResultRow row in table.Candidates)
        {
            Row(html, columns, row);
        }

        html.Close().Close().Close().Close();
    }

    private IEnumerable<string> Names() =>
        ["rank", "ref", "score", "locality", "address", "property", .. table.Results.Scores.Criteria.Where(c => c.Criterion.Weight > 0).Select(c => c.Criterion.Name), "holiday_home_hint", "state"];

    private void Row(HtmlWriter html, List<ResultColumn> columns, ResultRow row)
    {
        string place = row.Position.ToString(CultureInfo.InvariantCulture);
        html.Open(
            "tr", ("data-i", place), ("data-score", table.Results.Scores.Score[row.Home].ToString(CultureInfo.InvariantCulture)),
            ("data-loc", table.Results.Flags.Locality[row.Index]), ("data-st", row.FollowUp?.State), ("data-hint", table.Results.Flags.HolidayHomeHint[row.Index]));
        foreach (ResultColumn column in columns)
        {
            object? value = column.Get(row);
            string text = _words.Value(column, value);
            if (column.Name == "ref" && row.Position < _list.Rows.Count)
            {
                html.Open("td").Element("a", text, ("href", "#" + HomeCard.Id(row))).Close();
                continue;
            }

            string? sortable = value is decimal or long ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
            html.Element("td", text, ("class", sortable is null ? null : "n"), ("data-v", sortable == text ? null : sortable));
        }

        string name = Say("Visa ", "Show ") + Model.Ref.Of(row.Building.Id) + Say(" på kartan", " on the map");
        html.Open("td").Element("button", Say("Visa", "Show"), ("type", "button"), ("data-go", place), ("aria-label", name)).Close().Close();
    }

    private void Cards(HtmlWriter html)
    {
        html.Open("section", ("aria-labelledby", "cards")).Element("h2", Say("Husblad", "Home sheets"), ("id", "cards"));
        HomeCard card = new(_words, _list, table.Results);
        foreach (ResultRow row in _list.Rows)
        {
            card.Write(html, row);
        }

        html.Close();
    }
}
