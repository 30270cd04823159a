using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>limits.csv: how many candidates the filter would give with other limits, one limit changed at a time.</summary>
internal static class LimitsTable
{
    public const string FileName = "limits.csv";

    public static IReadOnlyList<Term> Columns { get; } =
        [new("test", "Prov", "Test"), new("limit", "Gräns", "Limit"), new("candidates", "Kandidater", "Candidates"), new("configured", "Vald", "Configured")];

    public static WrittenFile Write(Results results, string folder, CsvDialect dialect)
    {
        using FileStream stream = File.Create(Path.Combine(folder, FileName));
        using CsvTableWriter csv = new(stream, dialect, [.. Columns.Select(c => c.In(results.Frame.Language))]);
        foreach (LimitCount row in results.Limits)
        {
            csv.Text(row.Member);
            csv.Number(row.Limit, row.Limit == Math.Floor(row.Limit) ? 0 : 2);
            csv.Integer(row.Candidates);
            csv.Text(results.Frame.Language == Diagnostics.Language.Sv ? row.IsConfigured ? "ja" : "nej" : row.IsConfigured ? "yes" : "no");
            csv.EndRow();
        }

        return WrittenFile.Of(FileName, results.Limits.Count);
    }
}
