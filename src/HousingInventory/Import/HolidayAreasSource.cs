using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Areas of holiday homes (SCB Fritidshusområden). A weak sign: SCB counts houses in which nobody is registered, so the areas repeat our own finding.
/// </summary>
public sealed record HolidayAreasSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("scb-fritidshusomraden", Carrier.Table, "fritidshus"),
            new("holiday-areas", Carrier.Table),
        ],
        [
            new("code", "fritidshus", "fritidshusomrade", "kod", "id"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.GeometryColumn is not null);
        ColumnMap columns = file.Columns(cursor.Layer);
        int code = columns.Find("code");
        file.Info.Layout = columns.Layout;
        PlaceReader places = file.Places(cursor);
        TableScan.Rows(file, cursor, () =>
        {
            if (places.Read() is not { } area)
            {
                return places.Left;
            }

            if (area is not IPolygonal)
            {
                return ("not-an-area", new NotAnArea());
            }

            into.HolidayAreas.Add(new HolidayArea(cursor.TextAt(code) ?? "", area));
            return null;
        });
        places.Finish();
    }
}
