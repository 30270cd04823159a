using System.Globalization;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;

namespace HousingInventory.Tests.Formats;

/// <summary>Real feeds, with the row counts that Python's csv module found in them.</summary>
[Trait("Needs", "RealData")]
public sealed class GtfsRealDataTests
{
    [Theory]
    [InlineData("helsinki-e2e/hsl-gtfs-2022-02-22.zip", "agency 1, calendar 1, feed_info 1, frequencies 3226, routes 200, shapes 122672, stop_times 62485, stops 1388, transfers 4, trips 3195")]
    [InlineData("gtfs-sweden-sj-2022/sj-gtfs-regional-2022-12.zip", "agency 9, calendar 898, calendar_dates 47527, routes 797, shapes 11212, stop_times 20370, stops 872, transfers 1065, trips 2310")]
    [InlineData("gtfs-kuopio-2017/gtfs_kuopio_finland.zip", "agency 5, calendar 15, calendar_dates 57, routes 46, stop_times 79123, stops 1355, trips 2149")]
    [InlineData("gtfs-faroe-2026/faroe-ssl.zip", "agency 1, calendar 32, calendar_dates 7872, feed_info 1, routes 31, stop_times 3180, stops 75, trips 986")]
    [InlineData("gtfs-cairns/cairns_gtfs.zip", "agency 1, calendar 4, calendar_dates 9, routes 22, shapes 22784, stop_times 37790, stops 416, trips 1339")]
    [InlineData("gtfs-itinero/gtfs1.zip", "agency 1, calendar 648, calendar_dates 6488, routes 487, stop_times 181753, stops 2628, transfers 610, trips 11508")]
    [InlineData("gtfs-flex/bbnavi-rufbus-flex.zip", "agency 1, booking_rules 3, calendar 2, calendar_dates 18, feed_info 1, routes 5, stop_times 8, stops 378, trips 8")]
    [InlineData("gtfs-flex/flex-example-on-demand.zip", "agency 1, booking_rules 1, calendar 1, feed_info 1, routes 1, stop_times 2, stops 0, trips 1")]
    [InlineData("gtfs-flex/aspen-flex-on-demand.gtfs.zip", "agency 1, booking_rules 1, calendar 2, calendar_dates 0, feed_info 1, routes 1, shapes 0, stop_times 2, stops 209, trips 2")]
    [InlineData("gtfs-bad/transitfeed/good_feed.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 10, transfers 2, trips 11")]
    [InlineData("gtfs-bad/transitfeed/bad_date_format.zip", "agency 1, calendar 2, calendar_dates 1, routes 5, stop_times 28, stops 10, transfers 2, trips 11")]
    [InlineData("gtfs-bad/transitfeed/contains_null.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/transitfeed/duplicate_stop.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 10, trips 11")]
    [InlineData("gtfs-bad/transitfeed/empty_file.zip", "agency 0, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/transitfeed/filter_unusual_trips.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, shapes 0, stop_times 78, stops 9, trips 21")]
    [InlineData("gtfs-bad/transitfeed/invalid_route_agency.zip", "agency 1, calendar 2, calendar_dates 1, routes 5, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/transitfeed/missing_departure_time.zip", "agency 1, calendar 1, routes 1, stop_times 4, stops 5, trips 1")]
    [InlineData("gtfs-bad/transitfeed/negative_stop_sequence.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/transitfeed/repeated_route_name.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 6, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/transitfeed/undefined_stop.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 29, stops 9, trips 11")]
    [InlineData("gtfs-bad/transitfeed/unrecognized_columns.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 9, transfers 1, trips 11")]
    [InlineData("gtfs-bad/transitfeed/utf16.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/transitfeed/bad_eol.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/tidytransit/sample-feed-bom.zip", "agency 1, calendar 2, calendar_dates 1, frequencies 11, routes 5, shapes 0, stop_times 28, stops 9, trips 11")]
    [InlineData("gtfs-bad/tidytransit/routing-NA-times.zip", "agency 1, calendar 4, calendar_dates 5, routes 4, stop_times 23, stops 14, transfers 7, trips 6")]
    public void Every_row_is_read_and_accounted_for(string file, string rows)
    {
        GtfsFeed feed = Read(file);

        Assert.Equal(rows, string.Join(", ", feed.Tables.OrderBy(t => t.File, StringComparer.Ordinal).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.File[..^4]} {t.RowsRead}"))));
        foreach (GtfsTableReport table in feed.Tables)
        {
            Assert.Equal(table.RowsRead, table.RowsUsed + table.Faults.Where(f => f.LeavesRowOut).Sum(f => f.Count));
        }

        Assert.Equal(feed.StopTimes.Count, feed.FindTable("stop_times.txt")!.RowsUsed);
        Assert.Equal(feed.Trips.Count, feed.FindTable("trips.txt")!.RowsUsed);
    }

    [Fact]
    public void Every_trip_of_Kuopio_ends_in_a_last_call_whose_pickup_is_blank()
    {
        GtfsFeed feed = Read("gtfs-kuopio-2017/gtfs_kuopio_finland.zip");

        // 2149 trips, so 2149 last calls. The feed has no pickup_type: a reader that takes every call for a departure counts 2149 too many.
        Assert.Equal(2149, feed.Trips.Count);
        Assert.All(Enumerable.Range(0, feed.Trips.Count), t => Assert.Equal(0, feed.StopTimes.PickupTypes[feed.StopTimes.TripStart[t + 1] - 1]));
        Assert.Equal((35 * 3600) + (7 * 60), feed.StopTimes.Departures.Max());
    }

    [Fact]
    public void Sj_keeps_pickup_type_3_late_times_places_without_position_and_days_from_calendar_dates()
    {
        GtfsFeed feed = Read("gtfs-sweden-sj-2022/sj-gtfs-regional-2022-12.zip");

        Assert.Equal(16276, feed.StopTimes.PickupTypes.Count(p => p == 3));
        Assert.Equal((38 * 3600) + (15 * 60), feed.StopTimes.Departures.Max());
        Assert.Equal(48, Enumerable.Range(0, feed.Stops.Count).Count(s => !feed.Stops.HasPosition(s)));
        Assert.Equal(701, feed.Routes.Types.Count(t => t == 100));
        Assert.Equal(96, feed.Routes.Types.Count(t => t == 700));

        // All weekday flags are 0, so the days are the rows of calendar_dates.txt, 47 527 of them.
        Assert.Equal(47527, Enumerable.Range(0, feed.Services.Count).Sum(s => feed.Services.Dates(s).Count()));
        Assert.Equal(1065, feed.Transfers.Count);
        Assert.Equal(178, feed.Transfers.Count(t => t.FromTrip >= 0 && t.ToTrip >= 0));
    }

    [Fact]
    public void X_trafik_without_stop_times_is_refused_by_name_and_can_be_counted_by_day()
    {
        string path = RepositoryRoot.RealData("gtfs-sweden-xtrafik-2025-partial", "xtrafik-2025-06-01-no-stop-times.zip");
        DataFormatException refused = Assert.Throws<DataFormatException>(() => GtfsReader.Read(path));
        Assert.Equal("The GTFS feed lacks the required file stop_times.txt; ask the publisher for the complete feed.", refused.Message);

        GtfsFeed feed = GtfsReader.Read(path, new GtfsReadOptions(StopTimes: false));
        Assert.Equal(3593, feed.Trips.Services.Count(s => feed.Services.RunsOn(s, new DateOnly(2025, 6, 4))));
        Assert.Equal(2296, feed.Trips.Services.Count(s => feed.Services.RunsOn(s, new DateOnly(2025, 7, 7))));
        Assert.Equal(1189, feed.Trips.Services.Count(s => feed.Services.RunsOn(s, new DateOnly(2025, 6, 15))));
        Assert.Equal(36, feed.BookingRules.Count);
        Assert.Contains("förbeställas", feed.BookingRules[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, feed.StopTimes.Count);
        Assert.Equal("2025-06-01", feed.FeedInfo!.Version);
    }

    [Fact]
    public void Helsinki_has_one_day_and_its_departures_within_the_box()
    {
        GtfsFeed feed = Read("helsinki-e2e/hsl-gtfs-2022-02-22.zip");

        Assert.Equal((new DateOnly(2022, 2, 22), new DateOnly(2022, 2, 22)), (feed.Services.First, feed.Services.Last));
        bool[] inBox = [.. Enumerable.Range(0, feed.Stops.Count).Select(s =>
            feed.Stops.Longitudes[s] is >= 24.9352 and <= 24.9534 && feed.Stops.Latitudes[s] is >= 60.1642 and <= 60.1791)];
        Assert.Equal(89, inBox.Count(b => b));
        Assert.Equal(83, feed.StopTimes.Stops.Where(s => inBox[s]).Distinct().Count());
        Assert.Equal(4409, feed.StopTimes.Stops.Count(s => inBox[s]));
        int[] trips = [.. Enumerable.Range(0, feed.Trips.Count).Where(t => feed.StopTimes.Stops[feed.StopTimes.TripStart[t]..feed.StopTimes.TripStart[t + 1]].Any(s => inBox[s]))];
        Assert.Equal(1785, trips.Length);
        Assert.Equal(119, trips.Select(t => feed.Trips.Routes[t]).Distinct().Count());
        Assert.All(feed.Frequencies, f => Assert.True(f.IsExact));
    }

    [Theory]
    [InlineData("gtfs-bad/transitfeed/missing_calendar.zip", "The GTFS feed lacks both calendar.txt and calendar_dates.txt")]
    [InlineData("gtfs-bad/transitfeed/missing_routes.zip", "The GTFS feed lacks the required file routes.txt")]
    [InlineData("gtfs-bad/transitfeed/missing_stop_times.zip", "The GTFS feed lacks the required file stop_times.txt")]
    [InlineData("gtfs-bad/transitfeed/missing_trips.zip", "The GTFS feed lacks the required file trips.txt")]
    [InlineData("gtfs-bad/tidytransit/sample-feed-invalid.zip", "The GTFS feed lacks the required file stop_times.txt")]
    [InlineData("gis-formats/gpkg/gdal-poly.gpkg.zip", "It is no GTFS feed")]
    [InlineData("osm/lund-station.osm.pbf", "The file is no zip archive")]
    public void Unusable_feeds_are_refused_in_a_sentence(string file, string message)
    {
        DataFormatException refused = Assert.Throws<DataFormatException>(() => Read(file));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private static GtfsFeed Read(string file) => GtfsReader.Read(RepositoryRoot.RealData(file.Split('/')));
}
