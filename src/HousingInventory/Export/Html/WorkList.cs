using System.Globalization;
using HousingInventory.Model;

namespace HousingInventory.Export.Html;

/// <summary>
/// worklist.html: map, table and a card per shortlisted home, for those who work with them. It holds addresses and points, and says so at the top.
/// </summary>
internal sealed class WorkList(ResultTable table)
{
    private readonly HtmlWords _words = new(table.Results.Frame.Language);
    private readonly Shortlist _list = new(table);

    private RunFrame Frame => table.Results.Frame;

    public byte[] ToBytes()
    {
        string title = Frame.Title ?? Say("Bostadshus utan folkbokförda", "Dwellings without registered residents");
        HtmlWriter html = HtmlPage.Begin(_words, $"{title} – {Say("arbetslista", "work list")}", "worklist.css");
        html.Open("header").Open("p").Element("span", Say("Arbetsmaterial – innehåller adresser, får inte spridas", "Working material – holds addresses, not to be spread"), ("class", "work")).Close();
        html.Element("h1", $"{title} – {Say("arbetslista", "work list")}");
        html.Element("p", Purpose(), ("class", "soft"));
        html.Close().Raw("\n").Open("main", ("id", "main"));
        Tools(html);
        html.Open("div", ("class", "both"));
        Map(html);
        Rows(html);
        html.Close();
        Cards(html);
        html.Element("div", "", ("id", "places"), ("class", "places"));
        html.Close().Element(
            "footer", Say("Att ingen är folkbokförd betyder inte att huset står oanvänt. Gjord med HousingInventory ",
            "Nobody registered does not mean that the house is unused. Made with HousingInventory ") + ToolVersion.Text + ".", ("class", "screen"));
        html.Open("script").Raw(HtmlPage.Part("worklist.js")).Close();
        return HtmlPage.End(html);
    }

    private string Say(string sv, string en) => _words.Say(sv, en);

    private string Purpose()
    {
        string day = Say("Läget den ", "As of ") + HtmlWords.Day(table.Results.Frame.AsOf) + ".";
        string purpose = Frame.Purpose is { } text ? $" {Say("Ändamål", "Purpose")}: {text}." : "";
        string responsible = Frame.Responsible is { } who ? $" {Say("Ansvarig", "Responsible")}: {who}." : "";
        return day + purpose + responsible + (Frame.DeleteAfter is { } end ? $" {Say("Gallras efter", "Delete after")} {HtmlWords.Day(end)}." : "");
    }

    private void Tools(HtmlWriter html)
    {
        html.Open(
            "form", ("id", "tools"), ("class", "tools script"), ("role", "search"), ("hidden", ""), ("onsubmit", "return false"),
            ("aria-label", Say("Sök och välj bland husen", "Search and choose among the homes")), ("data-homes", Say("hus i listan", "homes listed")),
            ("data-cards", Say("husblad", "home sheets")), ("data-shown", Say("Visas på kartan:", "On the map:")),
            ("data-ask", Say("Skriva ut # husblad, ett per sida?", "Print # home sheets, one a page?")),
            ("data-ask-places", Say("Skriva ut # sidor, en per ort?", "Print # pages, one a locality?")),
            ("data-some", Say("De första # av # husblad. Alla skrivs ut med knappen på sidan.", "The first # of # home sheets. The button on the page prints them all.")));
        html.Open("div").Element("label", Say("Sök i listan", "Search the list"), ("for", "q")).Open("input", ("id", "q"), ("type", "search"), ("autocomplete", "off")).Close();
        Choice(html, "loc", Say("Ort eller by", "Locality or village"), table.Candidates.Select(r => table.Results.Flags.Locality[r.Index]).Distinct().Order(StringComparer.Ordinal).Select(l => (l, l)));
        Choice(html, "st", Say("Uppföljning", "Follow-up"), Used(Term.All<FollowUpState>(), r => r.FollowUp is { } said ? Term.Of(said.State).Key : null));
        Choice(html, "hint", Say("Tecken på fritidshus", "Holiday-home sign"), Used(Term.All<HolidayHint>(), r => Term.Of(table.Results.Flags.HolidayHomeHint[r.Index]).Key));
        html.Open("div").Element("label", Say("Lägst poäng", "Least score"), ("for", "min")).Open("input", ("id", "min"), ("type", "number"), ("min", "0"), ("max", "100"), ("step", "5")).Close();
        html.Element("button", Say("Visa alla", "Show all"), ("type", "button"), ("id", "clear"));
        html.Open("div", ("class", "second")).Element("p", "", ("id", "said"), ("role", "status"));
        Tick(html, "tick", ("id", "seen"), Say("Bara det som syns på kartan", "Only what the map shows"));
        html.Open("div", ("class", "end")).Open("div").Element("label", Say("På papper", "On paper"), ("for", "sheet")).Open("select", ("id", "sheet"));
        html.Element("option", Say("en sida per hus", "one page a home"), ("value", "cards")).Element("option", Say("en sida per ort", "one page a locality"), ("value", "places")).Close().Close();
        html.Element("button", Say("Skriv ut", "Print"), ("type", "button"), ("id", "print"), ("class", "main")).Close().Close().Close();
    }

    private static void Tick(HtmlWriter html, string css, (string Name, string Value) input, string label, string? id = null, bool ticked = false)
    {
        id ??= input.Value;
        html.Open("span", ("class", css)).Open("input", ("type", "checkbox"), ("id", id), input.Name == "id" ? ("autocomplete", "off") : input, ("checked", ticked ? "" : null));
        html.Element("label", label, ("for", id)).Close();
    }

    private IEnumerable<(string Key, string Label)> Used(IReadOnlyList<Term> values, Func<ResultRow, string?> get)
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
        html.Open("div", ("class", "zoom script"), ("hidden", ""));
        html.Element("button", "+", ("type", "button"), ("id", "in"), ("aria-label", Say("Zooma in", "Zoom in")));
        html.Element("button", "−", ("type", "button"), ("id", "out"), ("aria-label", Say("Zooma ut", "Zoom out")));
        html.Element("button", "⤢", ("type", "button"), ("id", "whole"), ("aria-label", Say("Visa hela kartan", "Show the whole map"))).Close();
        html.Open("p", ("class", "scale script"), ("hidden", "")).Element("span", "", ("id", "metres")).Element("i", "", ("id", "bar")).Close();
        html.Open("div", ("id", "pick"), ("class", "pick"), ("hidden", "")).Open("p").Element("b", "", ("id", "what")).Element("span", "", ("id", "which")).Close();
        html.Element("button", Say("Öppna husbladet", "Open the home sheet"), ("type", "button"), ("id", "open"));
        html.Element("button", Say("Stäng", "Close"), ("type", "button"), ("id", "shut")).Close().Close();
        html.Open("fieldset", ("class", "layers script"), ("hidden", "")).Element("legend", Say("Visa", "Show"));
        Tick(html, "", ("value", "ground"), table.Results.Surroundings.Water.Count > 0 ? Say("vägar och vatten", "roads and water") : Say("vägar", "roads"), "l1", ticked: true);
        Tick(html, "", ("value", "town"), Say("orter", "localities"), "l2", ticked: true);
        Tick(html, "", ("value", "line"), Say("busslinjer", "bus lines"), "l3", ticked: true);
        Tick(html, "", ("value", "stop"), Say("hållplatser", "stops"), "l4", ticked: true);
        Tick(html, "", ("value", "serv"), Say("service", "services"), "l5", ticked: true);
        html.Close().Open("ul", ("class", "key"));
        for (int i = 0; i < MapLook.Scores.Count; i++)
        {
            html.Open("li").Element("span", "", ("class", string.Create(CultureInfo.InvariantCulture, $"dot s{i}"))).Text(MapLook.Scores[i].Label(_words.Language) + (i == 0 ? Say(" poäng", " points") : "")).Close();
        }

        Key(html, "var(--bus)", 4, Say("busslinje", "bus line"));
        Key(html, "var(--stop)", 9, Say("hållplats som räknas", "stop that counts"));
        Key(html, "var(--off)", 9, Say("annan hållplats", "other stop"));
        Key(html, "#8a2d6d", 9, Say("service", "service"));
        html.Close();
        string[] terms = [.. table.Results.Books.Files.Where(f => f.Type is "buildings" or "roads" or "timetable" or "services" or "localities").Select(f => Qgis.DataTerms.Of(f, _words.Language)).OfType<string>().Distinct()];
        html.Element("p", terms.Length > 0 ? Say("Kartans underlag: ", "Data of the map: ") + string.Join("; ", terms) + "." : "", ("class", "terms")).Close();
    }

    private static void Key(HtmlWriter html, string colour, int height, string text)
    {
        html.Open("li").Open("svg", ("width", "15"), ("height", "15"), ("aria-hidden", "true"));
        html.Shape("rect", ("x", height > 4 ? "3" : "0"), ("y", HtmlWords.Svg((15 - height) / 2.0)), ("width", height > 4 ? "9" : "15"), ("height", HtmlWords.Svg(height)), ("style", "fill:" + colour));
        html.Close().Text(text).Close();
    }

    private void Rows(HtmlWriter html)
    {
        List<ResultColumn> columns = [.. Names().Select(n => _list.Columns.FirstOrDefault(c => c.Name == n)).OfType<ResultColumn>()];
        html.Open("section", ("aria-label", Say("Lista", "List"))).Open("div", ("class", "list"), ("tabindex", "0"), ("role", "group"), ("aria-label", Say("Kandidater i tabell", "Candidates in a table")));
        html.Open("table").Element("caption", Say("Kandidater i ordning. Tryck på en rubrik för att sortera.", "Candidates in order. Press a heading to sort.")).Open("thead").Open("tr");
        foreach (ResultColumn column in columns)
        {
            html.Open("th", ("scope", "col"), ("class", Number(column)), ("data-sort", Number(column) ?? "t"), ("aria-sort", column.Name == "rank" ? "ascending" : null));
            html.Element("button", column.Label(_words.Language), ("type", "button")).Close();
        }

        html.Open("th", ("scope", "col")).Element("span", Say("Karta", "Map")).Close().Close().Close().Open("tbody", ("id", "rows"));
        foreach (ResultRow row in table.Candidates)
        {
            Row(html, columns, row);
        }

        html.Close().Close().Close().Close();
    }

    private static string? Number(ResultColumn column) => column.Type is ResultType.Integer or ResultType.Real ? "n" : null;

    private IEnumerable<string> Names() =>
        ["rank", "ref", "score", "locality", "address", "property", .. table.Results.Scores.Criteria.Where(c => c.Criterion.Weight > 0).Select(c => c.Criterion.Name), "holiday_home_hint", "state"];

    private void Row(HtmlWriter html, List<ResultColumn> columns, ResultRow row)
    {
        string place = row.Position.ToString(CultureInfo.InvariantCulture);
        html.Open(
            "tr", ("class", "s" + WorkListMap.Class(table.Results.Scores.Score[row.Home])), ("data-i", place), ("data-score", table.Results.Scores.Score[row.Home].ToString(CultureInfo.InvariantCulture)),
            ("data-loc", table.Results.Flags.Locality[row.Index]), ("data-st", row.FollowUp is { } said ? Term.Of(said.State).Key : null), ("data-hint", Term.Of(table.Results.Flags.HolidayHomeHint[row.Index]).Key));
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
            html.Open("td", ("class", Number(column)), ("data-v", sortable == text ? null : sortable));
            if (column.Name == "score")
            {
                html.Element("span", "", ("class", "dot"));
            }

            html.Text(text).Close();
        }

        string name = Say("Visa ", "Show ") + Model.Ref.Of(row.Building.Id) + Say(" på kartan", " on the map");
        html.Open("td").Element("button", Say("Visa", "Show"), ("type", "button"), ("data-go", place), ("aria-label", name)).Close().Close();
    }

    private void Cards(HtmlWriter html)
    {
        html.Open("section", ("class", "cards"), ("aria-labelledby", "cards")).Element("h2", Say("Husblad", "Home sheets"), ("id", "cards"));
        html.Element("p", "", ("id", "paper"), ("class", "paper"));
        html.Open("p", ("class", "screen script"), ("hidden", "")).Element("button", Say("Öppna eller stäng alla", "Open or close all"), ("type", "button"), ("id", "every")).Close();
        HomeCard card = new(_words, _list, table.Results);
        foreach (ResultRow row in _list.Rows)
        {
            card.Write(html, row);
        }

        html.Close();
    }
}
