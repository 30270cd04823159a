using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>A table, described once for every writer: CSV, workbook and page.</summary>
internal abstract class FileTable(string name, string sv, string en)
{
    /// <summary>Name of the file without its ending.</summary>
    public string Name => name;

    public string Title(Language language) => language == Language.Sv ? sv : en;

    public abstract int Count { get; }

    /// <summary>Headings with the width of the column in characters.</summary>
    public abstract IReadOnlyList<(string Heading, double Width)> Headings(Language language);

    /// <summary>Writes the rows below the headings.</summary>
    public abstract void WriteRows(ITableWriter writer);

    /// <summary>Writes the table as a file of its own.</summary>
    public WrittenFile WriteCsv(string folder, Language language)
    {
        using FileStream stream = File.Create(Path.Combine(folder, Name + ".csv"));
        using CsvTableWriter csv = new(stream, language == Language.Sv ? CsvDialect.Swedish : CsvDialect.English, [.. Headings(language).Select(h => h.Heading)]);
        WriteRows(csv);
        return WrittenFile.Of(Name + ".csv", Count);
    }

    /// <summary>Writes the table as a sheet.</summary>
    public void WriteSheet(XlsxTableWriter book, Language language)
    {
        book.BeginSheet(Title(language), [.. Headings(language).Select(h => new XlsxColumn(h.Heading, h.Width))]);
        WriteRows(book);
    }
}

/// <summary>A column: its key, headings, and how a cell is written.</summary>
internal sealed record FileColumn<T>(string Key, string Sv, string En, Action<ITableWriter, T> Write, double Width = 12);

/// <summary>A table of things.</summary>
internal sealed class FileTable<T>(string name, string sv, string en, IReadOnlyList<T> rows, IReadOnlyList<FileColumn<T>> columns) : FileTable(name, sv, en)
{
    public override int Count => rows.Count;

    public IReadOnlyList<FileColumn<T>> Columns => columns;

    public override IReadOnlyList<(string Heading, double Width)> Headings(Language language) =>
        [.. columns.Select(c => (language == Language.Sv ? c.Sv : c.En, c.Width))];

    public override void WriteRows(ITableWriter writer)
    {
        foreach (T row in rows)
        {
            foreach (FileColumn<T> column in columns)
            {
                column.Write(writer, row);
            }

            writer.EndRow();
        }
    }
}
