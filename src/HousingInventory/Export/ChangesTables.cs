using System.Globalization;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Export;

/// <summary>
/// changes.csv: from the earlier list to this one, cause by cause, adding up. gone.csv: the homes that left, where the cause may be told; no address, and nobody
/// who is registered.
/// </summary>
internal static class ChangesTables
{
    public const string ChangesName = "changes.csv";
    public const string GoneName = "gone.csv";

    public static readonly Term Before = new("before", "Före", "Before");
    public static readonly Term Now = new("now", "Nu", "Now");

    public static IReadOnlyList<Term> ChangesColumns { get; } =
        [new("cause", "Orsak", "Cause"), new("came", "Kom till", "Came"), new("left", "Föll bort", "Left"), new("net", "Netto", "Net"), new("also", "Också", "Also")];

    public static IReadOnlyList<Term> GoneColumns { get; } =
    [
        new("ref", "Referens", "Ref"), new("previous_rank", "Plats förra gången", "Previous rank"), new("previous_score", "Lägespoäng förra gången", "Previous score"),
        new("locality", "Ort eller by", "Locality"), new("cause", "Orsak", "Cause"), new("test", "Prov", "Test"), new("value", "Värde", "Value"), new("limit", "Gräns", "Limit"),
    ];

    public static IEnumerable<WrittenFile> Write(Changes changes, Language language, string folder, CsvDialect dialect)
    {
        yield return WriteChanges(changes, language, folder, dialect);
        yield return WriteGone(changes, language, folder, dialect);
    }

    private static WrittenFile WriteChanges(Changes changes, Language language, string folder, CsvDialect dialect)
    {
        using FileStream stream = File.Create(Path.Combine(folder, ChangesName));
        using CsvTableWriter csv = new(stream, dialect, [.. ChangesColumns.Select(c => c.In(language))]);
        Row(Before, null, null, changes.Previous.Homes.Count, "");
        foreach (ChangeRow row in changes.Rows)
        {
            Row(row.Cause, row.Came, row.Left, row.Net, string.Join(", ", row.Also.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Key.In(language)} {a.Value}"))));
        }

        Row(Now, null, null, changes.Now, "");
        return WrittenFile.Of(ChangesName, changes.Rows.Count + 2);

        void Row(Term cause, long? came, long? left, long net, string also)
        {
            csv.Text(cause.In(language));
            csv.Integer(came);
            csv.Integer(left);
            csv.Integer(net);
            csv.Text(also);
            csv.EndRow();
        }
    }

    private static WrittenFile WriteGone(Changes changes, Language language, string folder, CsvDialect dialect)
    {
        using FileStream stream = File.Create(Path.Combine(folder, GoneName));
        using CsvTableWriter csv = new(stream, dialect, [.. GoneColumns.Select(c => c.In(language))]);
        foreach (GoneHome gone in changes.Gone)
        {
            csv.Text(gone.Home.Ref);
            csv.Integer(gone.Home.Rank);
            csv.Number((double)gone.Home.Score, 1);
            csv.Text(gone.Home.Locality);
            csv.Text(gone.Cause.In(language));
            csv.Text(gone.Test?.In(language));
            csv.Number(gone.Value, 1);
            csv.Number(gone.Limit, gone.Limit is { } limit && limit != Math.Floor(limit) ? 1 : 0);
            csv.EndRow();
        }

        return WrittenFile.Of(GoneName, changes.Gone.Count);
    }
}
