using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Areas of holiday homes (SCB Fritidshusområden). A weak sign: SCB counts houses in which nobody is registered, so the areas repeat our own finding.
/// </summary>
public sealed record HolidayAreasSource : Source
{
    internal override void Read(SourceFile file, Inputs into)
    {
        using IFeatureCursor cursor = file.Open(static l => l.GeometryColumn is not null);
        int code = file.Columns(cursor.Layer).Find("code", "fritidshus", "fritidshusomrade", "kod", "id");
        file.Info.Layout = "scb-fritidshusomraden";
        PlaceReader places = file.Places(cursor);
        TableScan.Rows(file, cursor, () =>
        {
            if (places.Read() is not { } area || area is not IPolygonal)
            {
                return ("no-place", new NoPlace());
            }

            into.HolidayAreas.Add(new HolidayArea(cursor.TextAt(code) ?? "", area));
            return null;
        });
        places.Finish();
    }
}
