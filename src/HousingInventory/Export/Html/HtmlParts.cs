namespace HousingInventory.Export.Html;

/// <summary>What several pages have in them, each written in one place: sections, tables and their rows, lists, pictures.</summary>
internal static class HtmlParts
{
    /// <summary>A section under a heading of the second level, which names it and can be linked to.</summary>
    public static HtmlWriter Section(this HtmlWriter html, string id, string heading, Action body) => html.Element("section", [("aria-labelledby", id)], () =>
    {
        html.Element("h2", heading, ("id", id));
        body();
    });

    /// <summary>A table that scrolls by itself where the screen is narrower than it.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="headings">As in <see cref="Table"/>.</param>
    /// <param name="rows">Writes the rows.</param>
    /// <param name="caption">What stands over it, if anything.</param>
    /// <param name="style">Its class in the style sheet, if it has one.</param>
    public static HtmlWriter WideTable(this HtmlWriter html, IReadOnlyList<string> headings, Action rows, string? caption = null, string? style = null) =>
        html.Element("div", [("class", "wide"), ("tabindex", "0")], () => html.Table(headings, rows, caption, style));

    /// <summary>A table. A heading that begins with # is over numbers; without headings there is no heading row.</summary>
    public static HtmlWriter Table(this HtmlWriter html, IReadOnlyList<string> headings, Action rows, string? caption = null, string? style = null) => html.Element("table", [("class", style)], () =>
    {
        if (caption is not null)
        {
            html.Element("caption", caption);
        }

        if (headings.Count > 0)
        {
            html.Element("thead", () => html.Element("tr", () => Head(html, headings)));
        }

        html.Element("tbody", rows);
    });

    /// <summary>A row of a table: what it is about, then its cells.</summary>
    public static HtmlWriter Row(this HtmlWriter html, string label, Action cells) => html.Element("tr", () =>
    {
        html.Element("th", label, ("scope", "row"));
        cells();
    });

    /// <summary>A row of a label and numbers.</summary>
    public static HtmlWriter Row(this HtmlWriter html, string label, params IReadOnlyList<string> numbers) => html.Row(label, () => html.Numbers(numbers));

    /// <summary>A cell of text.</summary>
    public static HtmlWriter Cell(this HtmlWriter html, string? text) => html.Element("td", text);

    /// <summary>A cell for each text.</summary>
    public static HtmlWriter Cells(this HtmlWriter html, IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            html.Cell(text);
        }

        return html;
    }

    /// <summary>A cell for each number.</summary>
    public static HtmlWriter Numbers(this HtmlWriter html, IEnumerable<string> numbers)
    {
        foreach (string number in numbers)
        {
            html.Number(number);
        }

        return html;
    }

    /// <summary>A cell of a number.</summary>
    public static HtmlWriter Number(this HtmlWriter html, string number) => html.Element("td", number, ("class", "n"));

    /// <summary>A list with a point for each text.</summary>
    public static HtmlWriter List(this HtmlWriter html, IEnumerable<string> texts, string? style = null) => html.Element("ul", [("class", style)], () =>
    {
        foreach (string text in texts)
        {
            html.Element("li", text);
        }
    });

    /// <summary>A key figure and what it counts, in a list of such.</summary>
    public static HtmlWriter Figure(this HtmlWriter html, string figure, string what) => html.Element("li", () => html.Element("b", figure).Element("span", what));

    /// <summary>A drawing with a name for those who do not see it; lengths in units of the drawing.</summary>
    public static HtmlWriter Picture(this HtmlWriter html, double width, double height, string style, string name, Action body) => html.Element(
        "svg", [("viewBox", $"0 0 {HtmlWords.Svg(width)} {HtmlWords.Svg(height)}"), ("class", style), ("role", "img"), ("aria-label", name)], body);

    private static void Head(HtmlWriter html, IReadOnlyList<string> headings)
    {
        foreach (string heading in headings)
        {
            bool isNumber = heading.StartsWith('#');
            html.Element("th", isNumber ? heading[1..] : heading, ("scope", "col"), ("class", isNumber ? "n" : null));
        }
    }
}
