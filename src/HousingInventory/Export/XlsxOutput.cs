using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>shortlist.xlsx: the shortlist as a workbook, with a heading that stays in view, filters, and the state as a drop-down list.</summary>
public sealed record XlsxOutput : Output
{
    private const string Name = "shortlist.xlsx";
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 45;

    /// <summary>The arrow of the filter, and the heading's bold letters.</summary>
    private const int RoomForFilter = 4;

    internal override IReadOnlyList<string> FileNames => [Name];

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        Language language = table.Results.Frame.Language;
        Shortlist list = new(table);
        using FileStream stream = File.Create(Path.Combine(folder, Name));
        using XlsxTableWriter book = new(stream, table.Results.Frame.Title ?? "HousingInventory", table.Results.Frame.AsOf);
        book.BeginSheet(language == Language.Sv ? "Urvalslista" : "Shortlist", [.. list.Columns.Select(c => Column(c, list.Rows, language))]);
        list.Write(book, language);
        return [WrittenFile.Of(Name, list.Rows.Count)];
    }

    /// <summary>As wide as the heading and the longest text below it, within bounds.</summary>
    private static XlsxColumn Column(ResultColumn column, IReadOnlyList<ResultRow> rows, Language language)
    {
        int text = column.Type == ResultType.Text ? rows.Select(r => column.Get(r) is string said ? ResultWords.Label(column.Values, said, language).Length + 1 : 0).DefaultIfEmpty().Max() : 0;
        return new XlsxColumn(
            column.Label(language),
            Math.Clamp(Math.Max(column.Label(language).Length + RoomForFilter, text), NarrowestColumn, WidestColumn),
            column.Name == "state" ? [.. column.Values.Select(s => s.In(language))] : null,
            IsLink: column.Name == "map_link");
    }
}
