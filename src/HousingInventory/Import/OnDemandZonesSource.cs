using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>Zones of booked traffic, as polygons with the trips a week that can be ordered there.</summary>
public sealed record OnDemandZonesSource : Source
{
    internal static readonly SourceVocabulary Known = new(
        [
            new("on-demand-zones", Carrier.Table),
        ],
        [
            new("name", "namn", "name", "linje"),
            new("tripsPerWeek", "turer_per_vecka", "trips_per_week", "turer"),
            new("days", "dagar", "days"),
            new("times", "tider", "times"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Inputs into)
    {
        using IFeatureCursor cursor = file.Open(static l => l.GeometryColumn is not null);
        ColumnMap columns = file.Columns(cursor.Layer);
        int name = columns.Find("name");
        int trips = columns.Find("tripsPerWeek");
        int days = columns.Find("days");
        int times = columns.Find("times");
        file.Info.Layout = "on-demand-zones";
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

            // Either a number of trips, or days and times of which each pair is one trip.
            int perWeek = cursor.NumberAt(trips) is { } said ? (int)said : Count(cursor.TextAt(days), 1) * Count(cursor.TextAt(times), 1);
            into.OnDemandZones.Add(new OnDemandZone(cursor.TextAt(name) ?? file.Info.Id, area, perWeek));
            return null;
        });
        places.Finish();
    }

    private static int Count(string? list, int none) =>
        list is null ? none : list.Split([',', ';', ' ', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
}
