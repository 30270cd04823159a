using System.Globalization;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Export.Html;

/// <summary>
/// worklist.html: map, table and a sheet for every candidate, for those who work with them. It holds addresses and points, and says so at the top. Table and
/// sheets are built in the page from <see cref="WorkListData"/>; nothing is fetched or sent.
/// </summary>
internal sealed class WorkList(ResultTable table)
{
    /// <summary>In the order in which each needs the ones before.</summary>
    private static readonly string[] Scripts = ["worklist-data.js", "worklist-rank.js", "worklist-table.js", "worklist-map.js", "worklist-card.js", "worklist-paper.js", "worklist-page.js"];

    private readonly HtmlWords _words = new(table.Results.Frame.Language);
    private readonly Shortlist _list = new(table);

    private RunFrame Frame => table.Results.Frame;

    private string Marking => Say("Arbetsmaterial – innehåller adresser, får inte spridas", "Working material – holds addresses, not to be spread");

    public byte[] ToBytes()
    {
        string title = Frame.Title ?? Say("Bostadshus utan folkbokförda", "Dwellings without registered residents");
        string heading = $"{title} – {Say("arbetslista", "work list")}";
        return HtmlPage.Of(_words, heading, ["worklist.css"], paper: HtmlPage.Paper(_words, Marking, title, Frame), body: html =>
        {
            MapFrame frame = WorkListMap.Frame(table);
            html.Element("header", () =>
            {
                html.Element("p", () => html.Element("span", Marking, ("class", "work")));
                html.Element("h1", heading).Element("p", Purpose(), ("class", "soft"));
            });
            html.Raw("\n").Element("main", [("id", "main")], () => Main(html, frame));
            html.Element(
                "footer", Say("Att ingen är folkbokförd betyder inte att huset står oanvänt. Gjord med HousingInventory ",
                "Nobody registered does not mean that the house is unused. Made with HousingInventory ") + ToolVersion.Text + ".", ("class", "screen"));
            html.Data("data", new WorkListData(_words, table, _list).ToBytes(frame, WorkListWords.Of(_words)));
            html.Element("script", () => html.Raw("'use strict';\n(() => {\n").Raw(string.Concat(Scripts.Select(HtmlPage.Part))).Raw("})();\n"));
        });
    }

    private void Main(HtmlWriter html, MapFrame frame)
    {
        html.Element("noscript", Say("Sidan behöver skript för att visa listan. Öppna den i Edge, Chrome, Firefox eller Safari.", "The page needs scripts to show the list. Open it in Edge, Chrome, Firefox or Safari."));
        string tools = Say("Sök och välj bland husen", "Search and choose among the homes");
        html.Element("form", [("id", "tools"), ("class", "tools script"), ("role", "search"), ("hidden", ""), ("onsubmit", "return false"), ("aria-label", tools)], () => Tools(html));
        html.Element("details", [("id", "weights"), ("class", "weights script"), ("hidden", "")], () => Weights(html));
        html.Element("div", [("class", "both")], () =>
        {
            html.Element("section", [("aria-label", Say("Karta", "Map"))], () => Map(html, frame));
            html.Element("section", [("aria-label", Say("Lista", "List"))], () => Rows(html));
        });
        html.Element("section", "", ("id", "card"), ("class", "cards screen"), ("aria-label", Say("Husblad", "Home sheet")), ("hidden", ""));
        html.Element("p", "", ("id", "limit"), ("class", "limit")).Element("div", "", ("id", "paper"), ("class", "paper"));
    }

    private string Say(string sv, string en) => _words.Say(sv, en);

    private string Purpose()
    {
        string day = Say("Läget den ", "As of ") + HtmlWords.Day(Frame.AsOf) + ".";
        string purpose = Frame.Purpose is { } text ? $" {Say("Ändamål", "Purpose")}: {text}." : "";
        string responsible = Frame.Responsible is { } who ? $" {Say("Ansvarig", "Responsible")}: {who}." : "";
        return day + purpose + responsible + (Frame.DeleteAfter is { } end ? $" {Say("Gallras efter", "Delete after")} {HtmlWords.Day(end)}." : "");
    }

    private void Tools(HtmlWriter html)
    {
        html.Element("div", () => html.Element("label", Say("Sök i listan", "Search the list"), ("for", "q")).Void("input", ("id", "q"), ("type", "search"), ("autocomplete", "off")));
        Choice(html, "loc", Say("Ort eller by", "Locality or village"), table.Candidates.Select(r => table.Results.Flags.Locality[r.Index]).Distinct().Order(StringComparer.Ordinal).Select(l => (l, l)));
        Number(html, "min", Say("Poäng från", "Score from"), "100");
        Number(html, "max", Say("Poäng till", "Score to"), "100");
        Choice(html, "st", Say("Uppföljning", "Follow-up"), Used("state"));
        Choice(html, "hint", Say("Tecken på fritidshus", "Holiday-home sign"), Used("holiday_home_hint"));
        Choice(html, "conf", Say("Underlagets styrka", "Strength of evidence"), Used("confidence"));
        Distance(html);
        html.Element("button", Say("Visa alla", "Show all"), ("type", "button"), ("id", "clear"));
        html.Element("div", [("class", "second")], () =>
        {
            html.Element("p", "", ("id", "said"), ("role", "status"));
            Tick(html, "tick", ("id", "seen"), Say("Bara det som syns på kartan", "Only what the map shows"));
            html.Element("div", [("class", "end")], () =>
            {
                html.Element("div", () => Select(html, "sheet", Say("På papper", "On paper"), [("cards", Say("en sida per hus", "one page a home")), ("places", Say("en sida per ort", "one page a locality"))]));
                html.Element("button", Say("Skriv ut", "Print"), ("type", "button"), ("id", "print"), ("class", "main"));
            });
        });
    }

    /// <summary>At most so far to one of the things that are better near.</summary>
    private void Distance(HtmlWriter html)
    {
        (string Name, string Label)[] near = [.. CriterionColumns.All(table.Results.Scores).Zip(table.Results.Scores.Criteria)
            .Where(c => c.Second.Criterion.Info.Unit is "m" or "min" && !c.Second.Result.WithoutData).OrderByDescending(c => c.Second.Criterion is WalkToStopCriterion)
            .Select(c => (c.Second.Criterion.Name, c.First[0].Label(_words.Language)))];
        html.Element("div", [("class", near.Length == 0 ? "none" : "far")], () => Select(html, "by", Say("Avstånd", "Distance"), near));
        Number(html, "most", Say("högst", "at most"), null, near.Length == 0);
    }

    private static void Number(HtmlWriter html, string id, string label, string? max, bool hidden = false) => html.Element("div", [("class", hidden ? "none" : null)], () => html
        .Element("label", label, ("for", id))
        .Void("input", ("id", id), ("type", "number"), ("min", "0"), ("max", max), ("step", "any"), ("inputmode", "decimal")));

    private static void Tick(HtmlWriter html, string css, (string Name, string Value) input, string label, string? id = null, bool ticked = false)
    {
        id ??= input.Value;
        html.Element("span", [("class", css)], () => html
            .Void("input", ("type", "checkbox"), ("id", id), input.Name == "id" ? ("autocomplete", "off") : input, ("checked", ticked ? "" : null))
            .Element("label", label, ("for", id)));
    }

    /// <summary>The values of a closed list that a candidate has, in the words that the page holds.</summary>
    private IEnumerable<(string Key, string Label)> Used(string name)
    {
        ResultColumn column = _list.Columns.First(c => c.Name == name);
        HashSet<object?> used = [.. table.Candidates.Select(column.Get)];
        return column.Values.Where(v => used.Contains(v.Key)).Select(v => Say(v.Sv, v.En)).Select(l => (l, l));
    }

    private void Choice(HtmlWriter html, string id, string label, IEnumerable<(string Key, string Label)> values) =>
        html.Element("div", () => Select(html, id, label, [("", Say("Alla", "All")), .. values]));

    private static void Select(HtmlWriter html, string id, string label, IEnumerable<(string Key, string Label)> values) => html.Element("label", label, ("for", id)).Element("select", [("id", id)], () =>
    {
        foreach ((string key, string text) in values)
        {
            html.Element("option", text, ("value", key));
        }
    });

    /// <summary>A slider for each criterion, and the lines that make the next run weigh alike.</summary>
    private void Weights(HtmlWriter html)
    {
        html.Element("summary", Say("Pröva andra vikter", "Try other weights")).Element("div", [("class", "sliders")], () => Sliders(html));
        html.Element("p", "", ("id", "moved"), ("role", "status"));
        html.Element("p", () => html
            .Element("button", Say("Körningens vikter", "The run's weights"), ("type", "button"), ("id", "reset"))
            .Element("button", Say("Kopiera till inventory.json", "Copy for inventory.json"), ("type", "button"), ("id", "copy-lines")));
        html.Element("p", Say(
            "Klistra in raderna nedan i inventory.json och kör igen: i stället för criteria om den finns där, annars på raden före sources. Då får alla resultat den här ordningen. Filtren ändras inte av vikterna.",
            "Paste the lines below into inventory.json and run again: in place of criteria if it is there, else on the line before sources. Then all results have this order. Weights do not change the filters."), ("class", "soft"));
        html.Element("pre", "", ("id", "lines"), ("tabindex", "0"), ("aria-label", Say("Rader till inventory.json", "Lines for inventory.json")));
    }

    private void Sliders(HtmlWriter html)
    {
        IReadOnlyList<IReadOnlyList<ResultColumn>> columns = CriterionColumns.All(table.Results.Scores);
        for (int k = 0; k < columns.Count; k++)
        {
            (Criterion criterion, CriterionResult result) = table.Results.Scores.Criteria[k];
            string id = string.Create(CultureInfo.InvariantCulture, $"w{k}");
            string label = HomeWords.WithoutUnit(columns[k][0].Label(_words.Language));
            string weight = WorkListData.Weight(criterion);
            html.Element("div", () => html.Element("label", label, ("for", id))
                .Void("input", ("id", id), ("type", "range"), ("min", "0"), ("max", WeightsUpTo()), ("step", "0.1"), ("value", weight), ("autocomplete", "off"), ("disabled", result.WithoutData ? "" : null))
                .Element("output", weight, ("for", id)));
        }
    }

    private string WeightsUpTo() => Math.Max(10, Math.Ceiling(table.Results.Scores.Criteria.Select(c => c.Criterion.Weight).DefaultIfEmpty().Max())).ToString(CultureInfo.InvariantCulture);

    private void Map(HtmlWriter html, MapFrame frame)
    {
        html.Element("div", [("class", "map")], () =>
        {
            WorkListMap.Write(html, _words, table, frame);
            Furniture(html);
        });
        html.Element("p", Say("Ctrl och hjulet zoomar; på telefon flyttar två fingrar.", "Ctrl and the wheel zoom; on a telephone two fingers move."), ("class", "hint script"), ("hidden", ""));
        html.Element("fieldset", [("class", "layers script"), ("hidden", "")], () => Layers(html));
        html.Element("ul", [("class", "key"), ("id", "key")], () => Legend(html));
        string[] terms = [.. table.Results.Books.Files.Where(f => f.Type is "buildings" or "roads" or "timetable" or "services" or "localities").Select(f => Qgis.DataTerms.Of(f, _words.Language)).OfType<string>().Distinct()];
        html.Element("p", terms.Length > 0 ? Say("Kartans underlag: ", "Data of the map: ") + string.Join("; ", terms) + "." : "", ("class", "terms"));
    }

    /// <summary>What lies over the map: buttons, scale, north, and the home that was pressed.</summary>
    private void Furniture(HtmlWriter html)
    {
        html.Element("div", [("class", "zoom script"), ("hidden", "")], () => html
            .Element("button", "+", ("type", "button"), ("id", "in"), ("aria-label", Say("Zooma in", "Zoom in")))
            .Element("button", "−", ("type", "button"), ("id", "out"), ("aria-label", Say("Zooma ut", "Zoom out")))
            .Element("button", "⤢", ("type", "button"), ("id", "whole"), ("aria-label", Say("Visa hela kartan", "Show the whole map"))));
        html.Element("p", [("class", "scale script"), ("hidden", "")], () => html.Element("span", "", ("id", "metres")).Element("i", "", ("id", "bar")));
        html.Element("p", [("class", "northward"), ("aria-hidden", "true")], () => html.Text("▲").Element("span", "N"));
        html.Element("div", [("id", "pick"), ("class", "pick"), ("hidden", "")], () => html
            .Element("p", () => html.Element("b", "", ("id", "what")).Element("span", "", ("id", "which")))
            .Element("button", Say("Öppna husbladet", "Open the home sheet"), ("type", "button"), ("id", "open"))
            .Element("button", Say("Stäng", "Close"), ("type", "button"), ("id", "shut")));
    }

    private void Layers(HtmlWriter html)
    {
        html.Element("legend", Say("Visa", "Show"));
        Tick(html, "", ("value", "ground"), table.Results.Surroundings.Water.Count > 0 ? Say("vägar och vatten", "roads and water") : Say("vägar", "roads"), "l1", ticked: true);
        Tick(html, "", ("value", "town"), Say("orter", "localities"), "l2", ticked: true);
        Tick(html, "", ("value", "line"), Say("busslinjer", "bus lines"), "l3", ticked: true);
        Tick(html, "", ("value", "stop"), Say("hållplatser", "stops"), "l4", ticked: true);
        Tick(html, "", ("value", "serv"), Say("service", "services"), "l5", ticked: true);
    }

    private void Legend(HtmlWriter html)
    {
        for (int i = 0; i < MapLook.Scores.Count; i++)
        {
            string style = string.Create(CultureInfo.InvariantCulture, $"dot s{i}");
            string score = MapLook.Scores[i].Label(_words.Language) + (i == 0 ? Say(" poäng", " points") : "");
            html.Element("li", () => html.Element("span", "", ("class", style)).Text(score));
        }

        html.Element("li", [("class", "screen")], () => html.Element("span", "12", ("class", "count")).Text(Say("så många hus", "so many homes")));
        html.Element("li", () => html
            .Element("svg", [("width", "18"), ("height", "8"), ("aria-hidden", "true")], () => html.Shape("rect", ("width", "18"), ("y", "3"), ("height", "2.5"), ("style", "fill:" + MapLook.BusLine)))
            .Text(Say("busslinje", "bus line")));
        Key(html, MapLook.StopThatCounts, Say("hållplats som räknas", "stop that counts"));
        Key(html, MapLook.OtherStop, Say("annan hållplats", "other stop"));
        foreach ((string category, PointLook look) in MapLook.Services(table.Results.Surroundings.Services))
        {
            Key(html, look, ServiceWords.Of(category, _words.Language).Replace('_', ' '));
        }
    }

    private static void Key(HtmlWriter html, PointLook look, string text)
    {
        html.Element("li", () => html
            .Element("svg", [("width", "13"), ("height", "13"), ("viewBox", "-.7 -.7 1.4 1.4"), ("aria-hidden", "true")], () =>
                html.Shape("path", ("d", MapLook.Path(look.Shape)), ("style", "fill:" + look.Colour)))
            .Text(text));
    }

    private void Rows(HtmlWriter html)
    {
        string name = Say("Kandidater i tabell", "Candidates in a table");
        html.Element("div", [("class", "list"), ("id", "list"), ("tabindex", "0"), ("role", "group"), ("aria-label", name)], () => html.Element("table", () =>
        {
            html.Element("caption", Say("Kandidater i ordning. Tryck på en rubrik för att sortera.", "Candidates in order. Press a heading to sort."));
            html.Element("thead", () => html.Element("tr", () => Headings(html)));
            html.Element("tbody", "", ("id", "rows"));
        }));
    }

    /// <summary>Headings that sort.</summary>
    private void Headings(HtmlWriter html)
    {
        foreach (ResultColumn column in Names().Select(n => _list.Columns.FirstOrDefault(c => c.Name == n)).OfType<ResultColumn>())
        {
            bool isNumber = column.Type is ResultType.Integer or ResultType.Real;
            html.Element("th", [("scope", "col"), ("class", isNumber ? "n" : null), ("data-col", column.Name), ("aria-sort", column.Name == "rank" ? "ascending" : null)], () =>
                html.Element("button", column.Label(_words.Language), ("type", "button")));
        }

        html.Element("th", [("scope", "col")], () => html.Element("span", Say("Karta", "Map")));
    }

    private IEnumerable<string> Names() =>
        ["rank", "ref", "score", "locality", "address", "property", .. table.Results.Scores.Criteria.Where(c => c.Criterion.Weight > 0).Select(c => c.Criterion.Name), "holiday_home_hint", "state"];
}
