using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>shortlist.csv, the top of the list for planners; properties.csv, one designation a row for the owner query; limits.csv, what other limits of the filter would give; changes.csv and gone.csv where there is an earlier run; flats.csv where a dwelling register was given.</summary>
public sealed record CsvOutput : Output
{
    internal override IReadOnlyList<string> FileNames => ["shortlist.csv", "properties.csv", LimitsTable.FileName, ChangesTables.ChangesName, ChangesTables.GoneName, FlatRows.Name + ".csv"];

    internal override IReadOnlyList<WrittenFile> Write(ResultTable table, string folder, Run run)
    {
        Language language = table.Results.Frame.Language;
        CsvDialect dialect = language == Language.Sv ? CsvDialect.Swedish : CsvDialect.English;
        Shortlist list = new(table);
        using (FileStream stream = File.Create(Path.Combine(folder, "shortlist.csv")))
        using (CsvTableWriter csv = new(stream, dialect, [.. list.Columns.Select(c => c.Label(language))]))
        {
            list.Write(csv, language);
        }

        long properties = 0;
        using (FileStream stream = File.Create(Path.Combine(folder, "properties.csv")))
        using (CsvTableWriter csv = new(stream, dialect, [language == Language.Sv ? "Fastighetsbeteckning" : "Property designation"]))
        {
            foreach (string designation in list.Rows.Select(r => table.PropertyText(r.Index)).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                csv.Text(designation);
                csv.EndRow();
                properties++;
            }
        }

        List<WrittenFile> written = [WrittenFile.Of("shortlist.csv", list.Rows.Count), WrittenFile.Of("properties.csv", properties)];
        if (table.Results.Limits.Count > 0)
        {
            written.Add(LimitsTable.Write(table.Results, folder, dialect));
        }

        if (table.Results.Changes is { } changes)
        {
            written.AddRange(ChangesTables.Write(changes, language, folder, dialect));
        }

        written.AddRange(FlatRows.Of(table).Select(layer => Flats(layer, folder, dialect, language)));
        return written;
    }

    private static WrittenFile Flats(ResultLayer layer, string folder, CsvDialect dialect, Language language)
    {
        string name = layer.Name + ".csv";
        using FileStream stream = File.Create(Path.Combine(folder, name));
        using CsvTableWriter csv = new(stream, dialect, [.. layer.Columns.Select(c => c.Label(language))]);
        long rows = 0;
        foreach ((_, object?[] values) in layer.Rows)
        {
            foreach (object? value in values)
            {
                if (value is long number)
                {
                    csv.Integer(number);
                }
                else
                {
                    csv.Text((string?)value);
                }
            }

            csv.EndRow();
            rows++;
        }

        return WrittenFile.Of(name, rows);
    }
}
