using HousingInventory.Export.Html;
using HousingInventory.Export;
using HousingInventory.Formats;

namespace HousingInventory.Plan.Writing;

/// <summary>Writes the rows of a table into a page.</summary>
internal sealed class HtmlTable(HtmlWriter html, HtmlWords words) : ITableWriter
{
    private readonly List<(string Text, string? Style)> _row = [];

    /// <summary>Writes a whole table; a sentence in its place when it has no rows.</summary>
    public static void Write(HtmlWriter html, HtmlWords words, FileTable table, string empty)
    {
        if (table.Count == 0)
        {
            html.Element("p", empty, ("class", "soft"));
            return;
        }

        html.WideTable([.. table.Headings(words.Language).Select(h => h.Heading)], () =>
        {
            using HtmlTable rows = new(html, words);
            table.WriteRows(rows);
        });
    }

    public void Text(string? value) => Cell(value ?? "", null);

    public void Number(double? value, int decimals) => Cell(value is { } number && double.IsFinite(number) ? words.Number((decimal)number, decimals) : "", "n");

    public void Integer(long? value) => Cell(value is { } number ? words.Count(number) : "", "n");

    public void Date(DateOnly? value) => Cell(value is null ? "" : HtmlWords.Day(value), "d");

    public void Boolean(bool? value) => Cell(value is { } yes ? words.Yes(yes) : "", null);

    public void EndRow()
    {
        html.Element("tr", () => _row.ForEach(c => html.Element("td", c.Text, ("class", c.Style))));
        _row.Clear();
    }

    public void Dispose()
    {
    }

    private void Cell(string text, string? style) => _row.Add((text, style));
}
