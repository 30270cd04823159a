using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>Zones of booked traffic, as polygons with the trips a week that can be ordered there.</summary>
public sealed record OnDemandZonesSource : Source
{
    private const double MostPerWeek = 10_000;

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

    internal override void Read(SourceFile file, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.GeometryColumn is not null);
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

            if (TripsPerWeek(cursor.NumberAt(trips), cursor.TextAt(days), cursor.TextAt(times)) is not { } perWeek)
            {
                return ("no-trips", new ZoneWithoutTrips());
            }

            into.OnDemandZones.Add(new OnDemandZone(cursor.TextAt(name) ?? file.Info.Id, area, perWeek));
            return null;
        });
        places.Finish();
    }

    /// <summary>
    /// The number of trips if it is told, else one for each time on each day; without times one a day. Null when neither is told, or cannot be.
    /// </summary>
    private static int? TripsPerWeek(double? said, string? days, string? times) =>
        said is { } number ? (number is >= 0 and <= MostPerWeek ? (int)number : null)
        : days is null && times is null ? null
        : (days is null ? 7 : WeekOfTrips.Days(days)) * (times is null ? 1 : WeekOfTrips.Times(times));
}
