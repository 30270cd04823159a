using System.Text;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Formats;

/// <summary>What is wrong with a feed is counted row by row or said in a sentence.</summary>
public sealed class GtfsFaultTests
{
    [Theory]
    [InlineData("T1,00:00:00,9999:00:00,1")]
    [InlineData("T1,00:00:00,9999:00:00,30\nT1,00:00:01,9999:00:00,30\nT1,00:00:02,9999:00:00,30\nT1,00:00:03,9999:00:00,30")]
    public void A_row_of_frequencies_may_not_ask_for_departures_without_end(string rows)
    {
        DataFormatException e = Assert.Throws<DataFormatException>(
            () => GtfsText.Read(GtfsReaderTests.With("", "") + "\n# frequencies.txt\ntrip_id,start_time,end_time,headway_secs\n" + rows));
        Assert.Contains("headway_secs", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_of_two_hundred_years_are_refused_when_they_are_many_and_read_when_they_are_few()
    {
        string Calendar(int services) => "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
            + string.Concat(Enumerable.Range(0, services).Select(i => FormattableString.Invariant($"s{i},1,1,1,1,1,1,1,19500101,21501231\n")));
        Assert.Equal(new DateOnly(2150, 12, 31), GtfsText.Read(GtfsReaderTests.With("calendar.txt", Calendar(10))).Services.Last);
        DataFormatException e = Assert.Throws<DataFormatException>(() => GtfsText.Read(GtfsReaderTests.With("calendar.txt", Calendar(30_000))));
        Assert.Contains("end_date", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_calls_are_left_out_one_by_one_and_counted_by_cause()
    {
        GtfsFeed feed = GtfsText.Read(GtfsReaderTests.With(
            "stop_times.txt",
            """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,location_id,pickup_booking_rule_id
            T1,,,B,1,,,
            T1,06:00:00,06:00:00,B,2,,,
            T1,06:10:00,06:10:00,missing,3,,,
            T1,06:20:00,06:15:00,K,4,9,,
            T1,06:19:00,06:19:00,B,5,,,
            T1,06:40:00,06:40:00,K1,5,,,
            T1,NA,NA,B,6,,,none
            T1,07:00:00,07:00:00,K1,x,,,
            T1,07:00:00,07:00:00,K1,7,,,
            T1,,,B,8,,,
            nobody,06:00:00,06:00:00,B,1,,,
            T2,,,,1,,zone7,
            """));

        GtfsTableReport report = feed.FindTable("stop_times.txt")!;
        Assert.Equal((12, 4), (report.RowsRead, report.RowsUsed));
        Assert.Equal(
            [
                "1,10: it has no time and is the first or last call of its trip",
                "11: trip_id is not in trips.txt, or its row was left out",
                "12: it is a zone or a group of stops with a time window (GTFS-Flex), which is not supported",
                "3: stop_id is not in stops.txt, or its row was left out",
                "5: the time is before that of the call before it",
                "6: stop_sequence stands there twice in the trip; the first row counts",
                "8: stop_sequence is missing or no number",
            ],
            report.Faults.Where(f => f.LeavesRowOut).Select(f => $"{string.Join(',', f.SampleRows)}: {f.What}").Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "4: departure_time is before arrival_time; the arrival is taken for both",
                "4: pickup_type or drop_off_type is not 0 to 3",
                "7,7: a time is unreadable",
                "7: a booking rule is not in booking_rules.txt",
            ],
            report.Faults.Where(f => !f.LeavesRowOut).Select(f => $"{string.Join(',', f.SampleRows)}: {f.What}").Order(StringComparer.Ordinal));

        Assert.Equal([2, 4, 6, 7], feed.StopTimes.Sequences);
        Assert.Equal([21600, 22800, -1, 25200], feed.StopTimes.Departures);
        Assert.Equal(1, feed.FlexRows);
        Assert.Equal([2L], feed.FindTable("trips.txt")!.Faults.Single().SampleRows);
    }

    [Fact]
    public void Samples_stop_at_a_hundred_and_counts_do_not()
    {
        string rows = string.Join('\n', Enumerable.Range(1, 250).Select(i => $"T1,06:00:00,06:00:00,gone,{i}"));
        GtfsFeed feed = GtfsText.Read(GtfsReaderTests.With("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n" + rows));

        GtfsFaultCount fault = feed.FindTable("stop_times.txt")!.Faults.Single();
        Assert.Equal(250, fault.Count);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), fault.SampleRows);
        Assert.Equal(100, feed.Faults.Count(f => f.File == "stop_times.txt"));
    }

    [Fact]
    public void Broken_references_leave_rows_out_all_the_way_down()
    {
        GtfsFeed feed = GtfsText.Read(GtfsReaderTests.With(
            "trips.txt",
            """
            route_id,service_id,trip_id,direction_id
            gone,wd,T1,0
            L31,gone,T3,0
            L31,wd,T2,7
            L31,wd,T2,1
            L31,wd,,1
            """));

        Assert.Equal(["T2"], feed.Trips.Ids);
        Assert.Equal(-1, feed.Trips.Directions[0]);
        Assert.Equal(2, feed.StopTimes.Count);
        Assert.Equal((5, 1), (feed.FindTable("trips.txt")!.RowsRead, feed.FindTable("trips.txt")!.RowsUsed));
        Assert.Equal((5, 2), (feed.FindTable("stop_times.txt")!.RowsRead, feed.FindTable("stop_times.txt")!.RowsUsed));
    }

    [Theory]
    [InlineData("stops.txt", "stop_name\nByn\n", "stops.txt has no column stop_id; ask the publisher for a correct GTFS feed.")]
    [InlineData("stop_times.txt", "trip_id;stop_id;stop_sequence\nT1;B;1\n", "stop_times.txt has no column trip_id; ask the publisher for a correct GTFS feed.")]
    [InlineData("trips.txt", "", "trips.txt has no column trip_id; ask the publisher for a correct GTFS feed.")]
    public void A_missing_column_is_named(string file, string content, string message) =>
        Assert.Equal(message, Assert.Throws<DataFormatException>(() => GtfsText.Read(GtfsReaderTests.With(file, content))).Message);

    [Fact]
    public void An_unclosed_quote_costs_one_row_where_no_text_has_line_breaks_and_is_told_elsewhere()
    {
        GtfsFeed feed = GtfsText.Read(GtfsReaderTests.With(
            "stop_times.txt",
            """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence,stop_headsign
            T1,06:00:00,06:00:00,B,1,"Byn
            T1,06:30:00,06:30:00,K1,2,
            """));
        Assert.Equal(2, feed.StopTimes.Count);

        GtfsFeed swallowed = GtfsText.Read(GtfsReaderTests.With("stops.txt", "stop_id,stop_name\nB,Byn\nK1,\"Kyrkan\nU,Utland\n"));
        Assert.Equal(["B", "K1"], swallowed.Stops.Ids);
        Assert.Contains("a quotation mark is never closed, so that the rest of the file is lost", swallowed.FindTable("stops.txt")!.Faults.Select(f => f.What));
    }

    [Fact]
    public void The_same_feed_gives_the_same_report_every_time()
    {
        string faulty = GtfsReaderTests.With("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nT1,x,y,B,1\nT1,06:00:00,06:00:00,gone,2\nT9,,,B,1\n");
        string first = Report(GtfsText.Read(faulty));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(first, Report(GtfsText.Read(faulty))));
    }

    [Fact]
    public void Damaged_zips_and_texts_give_a_feed_or_a_sentence()
    {
        Random random = new(3);
        byte[] zip = GtfsText.Zip(GtfsReaderTests.Village);
        for (int round = 0; round < 400; round++)
        {
            byte[] damaged = round % 10 == 0 ? zip[..random.Next(zip.Length)] : (byte[])zip.Clone();
            for (int flips = random.Next(1, 5); flips > 0 && damaged.Length > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            AssertFeedOrSentence(damaged);
        }

        for (int round = 0; round < 400; round++)
        {
            char[] text = GtfsReaderTests.Village.ToCharArray();
            for (int changes = random.Next(1, 20); changes > 0; changes--)
            {
                text[random.Next(text.Length)] = ",\"\n0:a9 é\0-"[random.Next(11)];
            }

            AssertFeedOrSentence(GtfsReaderTests.Zip(Files(new string(text)), Encoding.UTF8));
        }
    }

    private static void AssertFeedOrSentence(byte[] zip)
    {
        try
        {
            GtfsFeed feed = GtfsReader.Read(new MemoryStream(zip));
            Assert.Equal(feed.Trips.Count + 1, feed.StopTimes.TripStart.Length);
            Assert.All(feed.StopTimes.Stops, s => Assert.InRange(s, 0, feed.Stops.Count - 1));
            Assert.All(feed.Tables, t => Assert.Equal(t.RowsRead, t.RowsUsed + t.Faults.Where(f => f.LeavesRowOut).Sum(f => f.Count)));
            Assert.DoesNotContain(GtfsStopTimes.NoTime, feed.StopTimes.Interpolated().Arrivals);
        }
        catch (DataFormatException e)
        {
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>As <see cref="GtfsText.Files"/>, for text whose headings may be damaged.</summary>
    private static IEnumerable<(string, string)> Files(string text) => GtfsText.Files("# notes.txt\n" + text).DistinctBy(f => f.Name);

    private static string Report(GtfsFeed feed) => string.Join('\n', feed.Tables.Select(t => $"{t.File} {t.RowsRead} {t.RowsUsed}").Concat(feed.Faults.Select(f => $"{f.File} {f.Row} {f.What}")));
}
