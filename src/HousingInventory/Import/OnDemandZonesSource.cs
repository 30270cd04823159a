using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>Zones of booked traffic, as polygons with the trips a week that can be ordered there.</summary>
public sealed record OnDemandZonesSource : Source
{
    internal override void Read(SourceFile file, Inputs into)
    {
        using IFeatureCursor cursor = file.Open(static l => l.GeometryColumn is not null);
        ColumnMap columns = file.Columns(cursor.Layer);
        int name = columns.Find("name", "namn", "name", "linje");
        int trips = columns.Find("tripsPerWeek", "turer_per_vecka", "trips_per_week", "turer");
        int days = columns.Find("days", "dagar", "days");
        int times = columns.Find("times", "tider", "times");
        file.Info.Layout = "on-demand-zones";
        PlaceReader places = file.Places(cursor);
        TableScan.Rows(file, cursor, () =>
        {
            if (places.Read() is not { } area || area is not IPolygonal)
            {
                return ("no-place", new NoPlace());
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
