using System.Globalization;

namespace HousingInventory.Sample;

/// <summary>The timetable as the files of a GTFS Regional feed, by the conventions of Samtrafiken: dates only, extended route types, 16-digit ids.</summary>
internal sealed class GtfsFiles(SampleTimetable timetable, Func<Position, (double Longitude, double Latitude)> toWgs84)
{
    private const string Agency = "241010000000009901";
    private const string BookingRule = "9901";

    /// <summary>File names and texts, in the order in which they stand in the zip.</summary>
    public IEnumerable<(string Name, string Text)> All()
    {
        DelimitedText agency = Table("agency_id", "agency_name", "agency_url", "agency_timezone", "agency_lang");
        agency.Add(Agency).Add("EXEMPELDATA Exempelbussarna").Add("https://example.com/").Add("Europe/Stockholm").Add("sv").EndRow();
        DelimitedText feed = Table("feed_id", "feed_publisher_name", "feed_publisher_url", "feed_lang", "feed_start_date", "feed_end_date", "feed_version");
        feed.Add("SE-EXEMPEL").Add("EXEMPELDATA").Add("https://example.com/").Add("sv").Add(Day(SampleTimetable.FirstDay)).Add(Day(SampleTimetable.LastDay)).Add("2026-11-02").EndRow();
        DelimitedText booking = Table("booking_rule_id", "booking_type", "prior_notice_duration_min", "message", "phone_number");
        booking.Add(BookingRule).Add(1).Add(120).Add("Beställ senast två timmar före avresa. EXEMPELDATA").Add("+46000000000").EndRow();
        yield return ("agency.txt", agency.ToString());
        yield return ("booking_rules.txt", booking.ToString());
        yield return ("calendar.txt", Calendar());
        yield return ("calendar_dates.txt", CalendarDates());
        yield return ("feed_info.txt", feed.ToString());
        yield return ("routes.txt", Routes());
        yield return ("shapes.txt", Shapes());
        yield return ("stop_times.txt", StopTimes());
        yield return ("stops.txt", Stops());
        yield return ("transfers.txt", Transfers());
        yield return ("trips.txt", Trips());
    }

    private static DelimitedText Table(params ReadOnlySpan<string> header) => new(',', "\r\n", header);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // Every weekday 0: what runs when stands in calendar_dates only.
    private string Calendar()
    {
        DelimitedText text = Table("service_id", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "start_date", "end_date");
        foreach (int service in timetable.Services.Keys)
        {
            text.Add(service);
            for (int day = 0; day < 7; day++)
            {
                text.Add(0);
            }

            text.Add(Day(SampleTimetable.FirstDay)).Add(Day(SampleTimetable.LastDay)).EndRow();
        }

        return text.ToString();
    }

    private string CalendarDates()
    {
        DelimitedText text = Table("service_id", "date", "exception_type");
        foreach ((int service, List<DateOnly> days) in timetable.Services)
        {
            foreach (DateOnly day in days)
            {
                text.Add(service).Add(Day(day)).Add(1).EndRow();
            }
        }

        return text.ToString();
    }

    private string Routes()
    {
        DelimitedText text = Table("route_id", "agency_id", "route_short_name", "route_long_name", "route_type", "route_desc");
        foreach (BusRoute route in timetable.Routes)
        {
            text.Add(route.Id).Add(Agency).Add(route.ShortName).Add(route.LongName).Add(route.Type).Add("").EndRow();
        }

        return text.ToString();
    }

    private string Shapes()
    {
        DelimitedText text = Table("shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence", "shape_dist_traveled");
        for (int k = 0; k < timetable.Shapes.Count; k++)
        {
            IReadOnlyList<Position> line = timetable.Shapes[k];
            double travelledM = 0;
            for (int i = 0; i < line.Count; i++)
            {
                travelledM += i > 0 ? line[i - 1].DistanceM(line[i]) : 0;
                (double longitude, double latitude) = toWgs84(line[i]);
                text.Add(ShapeId(k + 1)).Add(latitude, "0.000000").Add(longitude, "0.000000").Add(i + 1).Add(travelledM, "0.00").EndRow();
            }
        }

        return text.ToString();
    }

    private string StopTimes()
    {
        DelimitedText text = Table(
            "trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence", "stop_headsign", "pickup_type", "drop_off_type", "shape_dist_traveled", "timepoint", "pickup_booking_rule_id", "drop_off_booking_rule_id");
        for (int k = 0; k < timetable.Trips.Count; k++)
        {
            BusTrip trip = timetable.Trips[k];
            for (int i = 0; i < trip.Calls.Count; i++)
            {
                BusCall call = trip.Calls[i];
                string rule = call.Booked ? BookingRule : "";
                text.Add(TripId(k)).Add(Time(call.ArrivalS)).Add(Time(call.DepartureS)).Add(call.Post.Id).Add(i + 1).Add("");
                text.Add(call.PickUp).Add(call.DropOff).Add("").Add(call.TimePoint ? 1 : 0).Add(rule).Add(rule).EndRow();
            }
        }

        return text.ToString();
    }

    private string Stops()
    {
        DelimitedText text = Table("stop_id", "stop_name", "stop_lat", "stop_lon", "location_type", "parent_station", "platform_code");
        foreach (StopArea stop in timetable.Stops)
        {
            Stop(text, stop.Id, stop.Name, stop.Middle, 1, "", "");
            foreach (StopPost post in stop.Posts.OrderBy(p => p.Point))
            {
                Stop(text, post.Id, stop.Name, post.Position, 0, stop.Id, post.Platform);
            }
        }

        return text.ToString();
    }

    private void Stop(DelimitedText text, string id, string name, Position position, int type, string parent, string platform)
    {
        (double longitude, double latitude) = toWgs84(position);
        text.Add(id).Add(name).Add(latitude, "0.0000000").Add(longitude, "0.0000000").Add(type).Add(parent).Add(platform).EndRow();
    }

    // Between the platforms of the first stop, as the feeds write minimum times.
    private string Transfers()
    {
        DelimitedText text = Table("from_stop_id", "to_stop_id", "transfer_type", "min_transfer_time", "from_trip_id", "to_trip_id");
        foreach (StopArea station in timetable.Stops.Where(s => s.Posts.Count > 2))
        {
            foreach (StopPost from in station.Posts.OrderBy(p => p.Point))
            {
                foreach (StopPost to in station.Posts.Where(p => p != from).OrderBy(p => p.Point))
                {
                    text.Add(from.Id).Add(to.Id).Add(2).Add(120).Add("").Add("").EndRow();
                }
            }
        }

        return text.ToString();
    }

    private string Trips()
    {
        DelimitedText text = Table(
            "route_id", "service_id", "trip_id", "trip_headsign", "direction_id", "shape_id", "trip_short_name", "samtrafiken_internal_trip_number");
        for (int k = 0; k < timetable.Trips.Count; k++)
        {
            BusTrip trip = timetable.Trips[k];
            text.Add(trip.Route.Id).Add(trip.Service).Add(TripId(k)).Add(trip.Headsign).Add(trip.Direction);
            text.Add(trip.Shape > 0 ? ShapeId(trip.Shape) : "").Add("").Add(k + 1).EndRow();
        }

        return text.ToString();
    }

    private static string TripId(int index) => string.Create(CultureInfo.InvariantCulture, $"241010000{index + 1:D9}");

    private static string ShapeId(int number) => string.Create(CultureInfo.InvariantCulture, $"2410102{number:D4}");

    // Past midnight the hours go on: 24:10:00. Blank where the times are left out.
    private static string Time(int seconds) =>
        seconds < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:D2}:{seconds / 60 % 60:D2}:{seconds % 60:D2}");
}
