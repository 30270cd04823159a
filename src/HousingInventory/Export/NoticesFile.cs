using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Export;

/// <summary>notices.csv: what was wrong, where, and the remedy.</summary>
public static class NoticesFile
{
    private const string Name = "notices.csv";

    internal static WrittenFile Write(Language language, string folder, Run run)
    {
        using FileStream stream = File.Create(Path.Combine(folder, Name));
        using CsvTableWriter csv = new(
            stream, language == Language.Sv ? CsvDialect.Swedish : CsvDialect.English,
            language == Language.Sv
                ? ["Kod", "Allvar", "Antal av koden", "Källa", "Rad", "Objekt", "Vad", "Gör så här"]
                : ["Code", "Severity", "Count of the code", "Source", "Row", "Feature", "What", "What to do"]);
        long rows = 0;
        foreach (Notice notice in run.Notices.Samples)
        {
            csv.Text(notice.Code);
            csv.Text(Word(notice.Severity, language));
            csv.Integer(run.Notices.Counts[notice.Code]);
            csv.Text(notice.Source);
            csv.Integer(notice.Row);
            csv.Text(notice.Feature);
            csv.Text(notice.Text(language));
            csv.Text(notice.Remedy(language));
            csv.EndRow();
            rows++;
        }

        return WrittenFile.Of(Name, rows);
    }

    /// <summary>The severity as people read it.</summary>
    public static string Word(Severity severity, Language language) => (severity, language) switch
    {
        (Severity.Error, Language.Sv) => "fel",
        (Severity.Warning, Language.Sv) => "varning",
        (Severity.Info, Language.Sv) => "upplysning",
        (Severity.Error, _) => "error",
        (Severity.Warning, _) => "warning",
        _ => "info",
    };
}
