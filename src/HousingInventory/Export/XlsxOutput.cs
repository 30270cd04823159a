using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>shortlist.xlsx: the shortlist as a workbook, with a heading that stays in view, filters, and the state as a drop-down list.</summary>
public sealed record XlsxOutput : Output
{
    private const string Name = "shortlist.xlsx";
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 40;

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        Language language = table.Results.Config.Language;
        Shortlist list = new(table);
        using FileStream stream = File.Create(Path.Combine(folder, Name));
        using XlsxTableWriter book = new(stream, table.Results.Config.Title ?? "HousingInventory", table.Results.AsOf);
        book.BeginSheet(language == Language.Sv ? "Urvalslista" : "Shortlist", [.. list.Columns.Select(c => Column(c, language))]);
        list.Write(book, language);
        return [WrittenFile.Of(Name, list.Rows.Count)];
    }

    private static XlsxColumn Column(ResultColumn column, Language language) => new(
        column.Label(language),
        Math.Clamp(column.Label(language).Length, column.Type == ResultType.Text ? 14 : NarrowestColumn, WidestColumn),
        column.Name == "state" ? [.. ResultWords.States.Select(s => language == Language.Sv ? s.Sv : s.En)] : null);
}
