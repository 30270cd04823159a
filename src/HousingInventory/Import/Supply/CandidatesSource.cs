using HousingInventory.Model.Supply;

namespace HousingInventory.Import;

/// <summary>The candidates of a finished run, as it wrote them. Read by a plan alone.</summary>
public sealed record CandidatesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("candidates", Carrier.Table),
        ],
        [
            new("ref", "ref"),
            new("property", "property"),
            new("locality", "locality"),
            new("score", "score"),
            new("usable_day", "weekday"),
            new("failing", "weekday_failing"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override SourceReader ReadBy => SourceReader.Plan;

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.Name == "candidates");
        file.Info.Layout = "candidates";
        ColumnMap columns = file.Columns(cursor.Layer);
        int[] found = [.. Known.Columns.Select(k => columns.Find(k.Target))];
        if (found[0] < 0 || found[2] < 0)
        {
            throw file.Refuse("lacks the columns 'ref' and 'locality': name candidates.geojson or inventory.gpkg of a finished run.");
        }

        TableScan.Rows(file, cursor, () =>
        {
            if (cursor.TextAt(found[0]) is not { } reference)
            {
                return ("no-ref", new ValueMissing("ref"));
            }

            into.Supply.Candidates.Add(new RunCandidate(
                reference, cursor.TextAt(found[1]), cursor.TextAt(found[2]) ?? "", cursor.NumberAt(found[3]) ?? 0, cursor.NumberAt(found[4]), cursor.TextAt(found[5])));
            return null;
        });
    }
}
