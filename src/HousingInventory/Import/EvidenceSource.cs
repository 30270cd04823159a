using System.ComponentModel;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Other evidence about use: waste, water, electricity, last sale, construction year, or a review on the spot. Off unless its legal ground is stated; read as
/// classes, and no raw value is kept.
/// </summary>
public sealed record EvidenceSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("pts-bredband", Carrier.Table, "uuid", "hus_antal"),
            new("evidence-table", Carrier.Table),
        ],
        [
            new("key", "building_id", "byggnad_objektidentitet", "byggnad", "ref", "adress_uuid", "address_id", "adress", "gatuadress", "address", "fastighetsbeteckning", "fastighet", "property", "uuid"),
            new("value", "value", "class", "klass", "kwh", "m3", "forbrukning", "hamtning", "typkod", "verdict", "bedomning", "svar", "answer", "ar", "datum", "hus_antal"),
            new("answered_on", "answered_on", "datum", "date"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Run;

    private static readonly string[] Kinds = ["waste", "water", "electricity", "sale", "built", "review", "owner", "tax-code", "households"];

    [Description("What it is: waste, water, electricity, sale, built, review, owner, tax-code or households.")]
    public string? Kind { get; init; }

    [Description("The day or year that it is of.")]
    public DateOnly? Dated { get; init; }

    [Description("The legal ground on which it may be used. Without it the source is not used.")]
    public string? Basis { get; init; }

    internal override void Read(SourceFile file, Batch into)
    {
        if (Kind is null || !Kinds.Contains(Kind))
        {
            throw file.Refuse($"needs a \"kind\": one of {string.Join(", ", Kinds)}.");
        }

        file.Info.Layout = "evidence-table";
        file.Info.Extracted ??= Dated;
        if (string.IsNullOrWhiteSpace(Basis))
        {
            file.Notice(new EvidenceWithoutBasis());
            return;
        }

        using SaidCursor cursor = file.Open(static _ => true);
        ColumnMap columns = file.Columns(cursor.Layer);
        file.Info.Layout = columns.Layout;
        int key = columns.Find("key");
        int value = columns.Find("value");
        if (key < 0 || value < 0)
        {
            throw file.Refuse("needs a column with a key and one with a value; name them with \"columns\": { \"key\": \"...\", \"value\": \"...\" }.");
        }

        int day = Kind == "review" ? columns.Find("answered_on") : -1;
        TableScan.Rows(file, cursor, () =>
        {
            if (cursor.TextAt(key) is not { } place)
            {
                return ("no-key", new BrokenRecord("has no key"));
            }

            // What comes back from a village names every home, and many lines are still empty.
            string? said = cursor.AsWritten(value);
            if (Kind == "review" && string.IsNullOrWhiteSpace(said))
            {
                return null;
            }

            string told = EvidenceClass.Of(Kind, said, cursor.Number(value));
            if (Kind == "review" && !EvidenceClass.IsAnswer(said, told))
            {
                file.Notice(new UnknownAnswer { Row = cursor.Row });
            }

            into.Evidence.Add(new Evidence(place, Kind, told, file.Info.Id, cursor.Row, Day(day == value ? null : cursor.TextAt(day), file) ?? file.Info.Extracted));
            return null;
        });
    }

    private static DateOnly? Day(string? text, SourceFile file) =>
        text is not null && DayText.Sortable(text, file.AsOfGuess.Year) is > 0 and int day && day % 100 > 0 ? new DateOnly(day / 10_000, day / 100 % 100, day % 100) : null;
}
