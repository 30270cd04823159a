using System.ComponentModel;
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
            new("key", "building_id", "byggnad_objektidentitet", "byggnad", "ref", "adress_uuid", "address_id", "adress", "address", "fastighetsbeteckning", "fastighet", "property", "uuid"),
            new("value", "value", "class", "klass", "kwh", "m3", "forbrukning", "hamtning", "typkod", "ar", "datum", "verdict", "bedomning", "svar", "hus_antal"),
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

        TableScan.Rows(file, cursor, () =>
        {
            if (cursor.TextAt(key) is not { } place)
            {
                return ("no-key", new BrokenRecord("has no key"));
            }

            into.Evidence.Add(new Evidence(place, Kind, EvidenceClass.Of(Kind, cursor.AsWritten(value), cursor.Number(value)), file.Info.Id, cursor.Row, file.Info.Extracted));
            return null;
        });
    }
}
