using System.IO.Compression;
using System.Text;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Formats;

public sealed class GtfsReaderTests
{
    internal const string Village =
        """
        # agency.txt
        agency_id,agency_name,agency_timezone
        X,Länstrafiken,Europe/Stockholm
        # stops.txt
        stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,platform_code
        K,Kyrkan,64.5,20.5,1,,
        K1,Kyrkan,64.5001,20.5001,0,K,A
        B,"Byn, norra",64.6,20.6,,,
        U,Utland,0,0,,,
        # routes.txt
        route_id,agency_id,route_short_name,route_long_name,route_type
        L31,X,31,Byn - Kyrkan,700
        # trips.txt
        route_id,service_id,trip_id,trip_headsign,direction_id,shape_id,block_id
        L31,wd,T1,Kyrkan,0,S1,b7
        L31,wd,T2,Byn,1,,b7
        # calendar.txt
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        wd,1,1,1,1,1,0,0,20261102,20261113
        # stop_times.txt
        trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,timepoint
        T1,06:30:00,06:30:00,B,1,0,1,1
        T1,06:55:00,06:56:00,K1,2,3,2,0
        T1,07:30:00,07:30:00,U,5,1,,
        T2,25:10:00,25:10:00,K1,1,,,
        T2,49:00:00,49:00:00,B,2,,,
        """;

    [Fact]
    public void Rows_refer_to_each_other_by_index()
    {
        GtfsFeed feed = GtfsText.Read(Village);

        Assert.Equal(["K", "K1", "B", "U"], feed.Stops.Ids);
        Assert.Equal([-1, 0, -1, -1], feed.Stops.Parents);
        Assert.Equal("Byn, norra", feed.Stops.Names[2]);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(feed.Stops.HasPosition));
        Assert.Equal(("X", "Länstrafiken", "Europe/Stockholm"), (feed.Agencies[0].Id, feed.Agencies[0].Name, feed.Agencies[0].TimeZone));
        Assert.Equal((0, "31", 700), (feed.Routes.Agencies[0], feed.Routes.ShortNames[0], feed.Routes.Types[0]));
        Assert.Equal([0, 1], feed.Trips.Directions.Select(d => (int)d));
        Assert.Equal([0, -1], feed.Trips.Shapes);
        Assert.Equal([0, 0], feed.Trips.Blocks);
        Assert.Equal([0, 3, 5], feed.StopTimes.TripStart);
        Assert.Equal([2, 1, 3, 1, 2], feed.StopTimes.Stops);
        Assert.Equal([0, 3, 1, 0, 0], feed.StopTimes.PickupTypes);
        Assert.Equal([1, 2, 0, 0, 0], feed.StopTimes.DropOffTypes);
        Assert.Equal([true, false, true, true, true], feed.StopTimes.IsTimepoint);
        Assert.Equal(-1, feed.StopTimes.PickupBookingRule(0));
        Assert.Empty(feed.Faults);
        Assert.Null(feed.FeedInfo);
        Assert.Null(feed.FindTable("shapes.txt"));
    }

    [Fact]
    public void Times_pass_midnight_for_days()
    {
        GtfsFeed feed = GtfsText.Read(Village);

        // 25:10 = 25 * 3600 + 600 = 90 600; 49:00 = 176 400.
        Assert.Equal([23400, 25000 - 40, 27000, 90600, 176400], feed.StopTimes.Departures);
        Assert.Equal(24900, feed.StopTimes.Arrivals[1]);
    }

    [Theory]
    [InlineData("", -1)]
    [InlineData("6:30:00", 23400)]
    [InlineData("06:30", 23400)]
    [InlineData("38:15:00", 137700)]
    [InlineData("9999:59:59", 35999999)]
    [InlineData("10000:00:00", -2)]
    [InlineData("99999999999:00:00", -2)]
    [InlineData("06:60:00", -2)]
    [InlineData("06:30:60", -2)]
    [InlineData("-06:30:00", -2)]
    [InlineData("06.30.00", -2)]
    [InlineData("06:30:00x", -2)]
    [InlineData("06:3:00", -2)]
    [InlineData(":30:00", -2)]
    [InlineData("NA", -2)]
    public void A_time_is_seconds_blank_or_unreadable(string text, int expected) => Assert.Equal(expected, GtfsTime.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("20261110", "2026-11-10")]
    [InlineData("2026-11-10", "2026-11-10")]
    [InlineData("20240229", "2024-02-29")]
    [InlineData("20260229", null)]
    [InlineData("20261301", null)]
    [InlineData("00010101", null)]
    [InlineData("2026111", null)]
    [InlineData("202611100", null)]
    [InlineData("i morgon", null)]
    public void A_date_is_a_day_of_the_calendar_or_none(string text, string? expected)
    {
        DateOnly? date = GtfsTime.ParseDate(Encoding.UTF8.GetBytes(text));
        Assert.Equal(expected, date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Days_are_weekdays_in_a_span_with_dates_added_and_removed()
    {
        // 2 November 2026 is a Monday. wd runs Monday and Wednesday of two weeks, less one, plus a Sunday; sv has dates only, as Swedish feeds do.
        GtfsFeed feed = GtfsText.Read(With(
            "calendar.txt",
            """
            service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
            wd,1,0,1,0,0,0,0,20261102,20261115
            sv,0,0,0,0,0,0,0,20261102,20261115
            never,0,0,0,0,0,0,0,20261102,20261115
            # calendar_dates.txt
            service_id,date,exception_type
            wd,20261109,2
            wd,20261122,1
            sv,20270110,1
            sv,20261101,1
            sv,20261101,1
            wd,20300101,2
            """));

        Assert.Equal(["wd", "sv", "never"], feed.Services.Ids);
        Assert.Equal([new(2026, 11, 2), new(2026, 11, 4), new(2026, 11, 11), new(2026, 11, 22)], feed.Services.Dates(0));
        Assert.Equal([new(2026, 11, 1), new(2027, 1, 10)], feed.Services.Dates(1));
        Assert.Empty(feed.Services.Dates(2));
        Assert.Equal((new(2026, 11, 1), new(2027, 1, 10)), (feed.Services.First, feed.Services.Last));
        Assert.True(feed.Services.RunsOn(0, new(2026, 11, 4)));
        Assert.False(feed.Services.RunsOn(0, new(2026, 11, 9)));
        Assert.False(feed.Services.RunsOn(0, new(1999, 1, 1)));
        Assert.False(feed.Services.RunsOn(0, new(2999, 1, 1)));
    }

    [Fact]
    public void Blank_times_between_timed_calls_are_interpolated_by_position()
    {
        // From 06:00:00 (departure) to 06:10:00 (arrival) with two calls between: 200 s each, whatever numbers stop_sequence has.
        GtfsFeed feed = GtfsText.Read(With(
            "stop_times.txt",
            """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            T1,05:58:00,06:00:00,B,10
            T1,,,K,13
            T1,,,K1,25
            T1,06:10:00,,B,40
            """));

        Assert.Equal([21480, -1, -1, 22200], feed.StopTimes.Arrivals);
        Assert.Equal([21600, -1, -1, 22200], feed.StopTimes.Departures);
        (int[] arrivals, int[] departures) = feed.StopTimes.Interpolated();
        Assert.Equal([21480, 21800, 22000, 22200], arrivals);
        Assert.Equal([21600, 21800, 22000, 22200], departures);
    }

    [Fact]
    public void Calls_come_in_the_order_of_their_sequence_whatever_the_order_of_the_rows()
    {
        GtfsFeed feed = GtfsText.Read(With(
            "stop_times.txt",
            """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            T2,09:00:00,09:00:00,K1,1
            T1,07:00:00,07:00:00,K1,30
            T1,06:00:00,06:00:00,B,4
            T2,09:30:00,09:30:00,B,2
            T1,06:30:00,06:30:00,K,5
            """));

        Assert.Equal([4, 5, 30, 1, 2], feed.StopTimes.Sequences);
        Assert.Equal([2, 0, 1, 1, 2], feed.StopTimes.Stops);
    }

    [Fact]
    public void Frequencies_transfers_shapes_and_booking_rules_are_read()
    {
        GtfsFeed feed = GtfsText.Read(
            Village
            + """

              # frequencies.txt
              trip_id,start_time,end_time,headway_secs,exact_times
              T1,06:00:00,07:00:00,1200,1
              T1,07:00:00,09:00:00,1800,
              T1,09:00:00,09:00:00,1800,
              T1,09:00:00,10:00:00,0,
              gone,09:00:00,10:00:00,600,
              # transfers.txt
              from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id
              K,B,2,180,,
              K1,K1,4,,T1,T2
              ,,5,,T1,T2
              K,gone,0,,,
              K,,0,,,
              K,B,9,,,
              # shapes.txt
              shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence
              S1,64.3,20.3,30
              S2,64.9,20.9,1
              S1,64.1,20.1,1
              S1,64.2,20.2,2
              S1,95,20.2,3
              # booking_rules.txt
              booking_rule_id,booking_type,prior_notice_duration_min,prior_notice_last_day,prior_notice_last_time,message,phone_number,info_url
              R1,2,,1,16:00:00,"Beställ dagen före,
              senast 16.",0771-000 000,https://example.com
              R2,1,120,,,,,
              # feed_info.txt
              feed_publisher_name,feed_lang,feed_start_date,feed_end_date,feed_version,feed_id
              Utgivaren,sv,20261101,,v7,SE-x
              """);

        Assert.Equal([new(0, 21600, 25200, 1200, true), new(0, 25200, 32400, 1800, false)], feed.Frequencies);
        Assert.Equal([new(0, 2, -1, -1, -1, -1, 2, 180), new(1, 1, -1, -1, 0, 1, 4, -1), new(-1, -1, -1, -1, 0, 1, 5, -1)], feed.Transfers);
        Assert.Equal(["S1", "S2"], feed.Shapes.Ids);
        Assert.Equal([0, 3, 4], feed.Shapes.PointStart);
        Assert.Equal([64.1, 64.2, 64.3, 64.9], feed.Shapes.Latitudes);
        Assert.Equal([20.1, 20.2, 20.3, 20.9], feed.Shapes.Longitudes);
        Assert.Equal(
            new GtfsBookingRule("R1", 2, -1, -1, 1, 57600, "Beställ dagen före,\nsenast 16.", "0771-000 000", "https://example.com"), feed.BookingRules[0]);
        Assert.Equal(120, feed.BookingRules[1].MinNoticeMinutes);
        Assert.Equal(new GtfsFeedInfo("Utgivaren", "SE-x", "v7", new(2026, 11, 1), null), feed.FeedInfo);
        Assert.All(feed.Tables, t => Assert.Equal(t.RowsRead, t.RowsUsed + t.Faults.Where(f => f.LeavesRowOut).Sum(f => f.Count)));
        Assert.Equal(2, feed.FindTable("frequencies.txt")!.RowsUsed);
        Assert.Equal(3, feed.FindTable("transfers.txt")!.RowsUsed);
    }

    [Fact]
    public void Booking_rules_are_accepted_at_calls_and_at_stops()
    {
        GtfsFeed feed = GtfsText.Read(
            """
            # stops.txt
            stop_id,stop_name,stop_lat,stop_lon,pickup_booking_rule_id
            A,A,64,20,R1
            B,B,64,21,
            # routes.txt
            route_id,route_type
            L,1501
            # trips.txt
            route_id,service_id,trip_id
            L,s,T
            # calendar_dates.txt
            service_id,date,exception_type
            s,20261110,1
            # stop_times.txt
            trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_booking_rule_id,drop_off_booking_rule_id
            T,06:00:00,06:00:00,A,1,R1,
            T,06:30:00,06:30:00,B,2,,R1
            # booking_rules.txt
            booking_rule_id,booking_type
            R1,1
            """);

        Assert.Equal([true, false], feed.Stops.HasBookingRule);
        Assert.Equal([0, -1], feed.StopTimes.PickupBookingRules);
        Assert.Equal([-1, 0], feed.StopTimes.DropOffBookingRules);

        // agency.txt is missing: one nameless agency runs everything.
        Assert.Equal([new GtfsAgency("", "", "")], feed.Agencies);
        Assert.Equal(0, feed.Routes.Agencies[0]);
    }

    [Theory]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\n")]
    [InlineData("\uFEFF", "\r")]
    public void Byte_order_marks_and_line_ends_do_not_matter(string mark, string lineEnd)
    {
        GtfsFeed feed = GtfsReader.Read(new MemoryStream(Zip(GtfsText.Files(Village).Select(f => (f.Name, mark + f.Content.Replace("\n", lineEnd))), Encoding.UTF8)));
        Assert.Equal(5, feed.StopTimes.Count);
        Assert.Equal("Länstrafiken", feed.Agencies[0].Name);
    }

    [Fact]
    public void Utf16_with_its_mark_and_names_in_latin_1_are_read()
    {
        Assert.Equal("Länstrafiken", GtfsReader.Read(new MemoryStream(Zip(GtfsText.Files(Village).Select(f => (f.Name, '\uFEFF' + f.Content)), Encoding.Unicode))).Agencies[0].Name);
        Assert.Equal("Länstrafiken", GtfsReader.Read(new MemoryStream(Zip(GtfsText.Files(Village), Encoding.Latin1))).Agencies[0].Name);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_with_blanks_quotes_and_strangers()
    {
        GtfsFeed feed = GtfsText.Read(With(
            "stop_times.txt",
            """
            colour, stop_sequence ,STOP_ID,departure_time,trip_id
            red , 1 ,"B", 06:00:00 , T1
            red,2,K1,06:30:00,"T1"
            """));

        Assert.Equal([21600, 23400], feed.StopTimes.Arrivals);
        Assert.DoesNotContain(feed.Faults, f => f.File == "stop_times.txt");
    }

    [Fact]
    public void Files_may_lie_in_a_folder_inside_the_zip_or_unpacked()
    {
        byte[] nested = GtfsText.Zip(Village, "gtfs 2026/");
        Assert.Equal(5, GtfsReader.Read(new MemoryStream(nested)).StopTimes.Count);

        DirectoryInfo folder = Directory.CreateTempSubdirectory("gtfs-test-");
        try
        {
            ZipFile.ExtractToDirectory(new MemoryStream(nested), folder.FullName);
            Assert.Equal(5, GtfsReader.Read(folder.FullName).StopTimes.Count);
            Assert.Equal(5, GtfsReader.Read(Path.Combine(folder.FullName, "gtfs 2026")).StopTimes.Count);
            File.WriteAllBytes(Path.Combine(folder.FullName, "gtfs.zip"), nested);
            Assert.Equal(5, GtfsReader.Read(Path.Combine(folder.FullName, "gtfs.zip")).StopTimes.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The village with one file replaced; the new content may bring further files along.</summary>
    internal static string With(string file, string content) => string.Join(
        '\n', GtfsText.Files(Village).Select(f => $"# {f.Name}\n{(f.Name == file ? content : f.Content)}"));

    internal static byte[] Zip(IEnumerable<(string Name, string Content)> files, Encoding encoding)
    {
        using MemoryStream bytes = new();
        HousingInventory.Formats.Archives.DeterministicZip.Write(bytes, files.Select(f => (f.Name, encoding.GetBytes(f.Content))));
        return bytes.ToArray();
    }
}
