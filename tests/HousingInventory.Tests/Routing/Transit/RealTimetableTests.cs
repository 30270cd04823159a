using System.Globalization;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>What real feeds taught.</summary>
[Trait("Needs", "RealData")]
public sealed class RealTimetableTests
{
    [Fact]
    public void SJ_has_ordinary_trains_though_every_boarding_is_type_3()
    {
        Timetable sj = RealFeed.Read("gtfs-sweden-sj-2022", "sj-gtfs-regional-2022-12.zip");
        SourceCounts counts = sj.Sources[0].Counts;

        Assert.Equal(48, counts.UnplacedPosts);
        Assert.Equal(new TripTally(2310, 20_370), counts.Read);
        Assert.Equal(counts.Read.Calls, counts.Used.Calls + counts.LeftOut.Values.Sum(l => l.Calls));
        Assert.Equal(16_276, Enumerable.Range(0, sj.Trips.CallCount).Count(c => sj.Trips.BoardingAt(c) == TrafficKind.Ordinary));

        // The latest time is 38:15, so that a day meets the trips of the day before it and the one before that is over.
        DayTrips day = DayTrips.On(sj, new DateOnly(2023, 10, 2));
        Assert.Equal([-86_400, 0, 86_400], Enumerable.Range(0, day.RunCount).Select(r => day.ShiftS[r]).Distinct().Order());
        Assert.NotEmpty(day.Timetable.Transfers.Rules);
    }

    [Theory]
    [InlineData(2149, "2016-12-02", "gtfs-kuopio-2017", "gtfs_kuopio_finland.zip")]
    [InlineData(1142, "2022-02-22", "helsinki-e2e", "hsl-gtfs-2022-02-22.zip")]
    public void Last_calls_that_allow_boarding_are_no_departures(int rows, string date, params string[] path)
    {
        GtfsFeed feed = GtfsReader.Read(RepositoryRoot.RealData(path));
        int[] lastCalls = [.. Enumerable.Range(0, feed.Trips.Count).Select(t => feed.StopTimes.TripStart[t + 1] - 1)];
        Assert.Equal(rows, lastCalls.Count(c => feed.StopTimes.PickupTypes[c] == 0));
        Timetable timetable = RealFeed.Read(path);
        DayTrips day = DayTrips.On(timetable, DateOnly.Parse(date, CultureInfo.InvariantCulture));

        Assert.NotEmpty(day.Departure);
        Assert.All(day.Departure, d => Assert.True(d.Call < timetable.Trips.CallsOf(day.TripOf(d.Run)).End - 1));
    }

    [Fact]
    public void HSL_has_more_trips_than_rows_because_frequencies_repeat_them() =>
        Assert.True(RealFeed.Read("helsinki-e2e", "hsl-gtfs-2022-02-22.zip").Trips.Count > 3_195);

    [Fact]
    public void Cairns_has_74_trips_that_call_twice_at_a_stop_and_each_is_one_departure()
    {
        Timetable cairns = RealFeed.Read("gtfs-cairns", "cairns_gtfs.zip");
        int twice = Enumerable.Range(0, cairns.Trips.Count).Sum(t => PostsOf(cairns, t).GroupBy(p => p).Count(g => g.Count() > 1));
        Assert.Equal(74, twice);
        DayTrips day = DayTrips.On(cairns, new DateOnly(2014, 6, 3));
        DepartureCounter counter = new(day);
        int loops = 0;
        foreach (int run in Enumerable.Range(0, day.RunCount).Where(day.IsOfTheDay))
        {
            int[] calls = [.. PostsOf(cairns, day.TripOf(run))];
            foreach (int post in calls.SkipLast(1).GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key))
            {
                int trips = day.DeparturesAt(post).ToArray().Where(d => day.IsOfTheDay(d.Run)).Select(d => d.Run).Distinct().Count();
                Assert.Equal(trips, counter.Count([post]).Trips);
                Assert.True(day.DeparturesAt(post).Length > trips);
                loops++;
            }
        }

        Assert.True(loops > 0, "Some loops run on the day.");
    }

    [Theory]
    [InlineData(40_252, "gtfs-kuopio-2017", "gtfs_kuopio_finland.zip")]
    [InlineData(66_623, "gtfs-itinero", "gtfs1.zip")]
    [InlineData(59_290, "helsinki-e2e", "hsl-gtfs-2022-02-22.zip")]
    public void The_busiest_day_has_so_many_connections(int connections, params string[] path)
    {
        // Hops of the rows; frequencies would repeat those of HSL.
        GtfsFeed feed = GtfsReader.Read(RepositoryRoot.RealData(path));
        Dictionary<DateOnly, int> hops = [];
        for (int trip = 0; trip < feed.Trips.Count; trip++)
        {
            foreach (DateOnly date in feed.Services.Dates(feed.Trips.Services[trip]))
            {
                hops[date] = hops.GetValueOrDefault(date) + feed.StopTimes.TripStart[trip + 1] - feed.StopTimes.TripStart[trip] - 1;
            }
        }

        Assert.Equal(connections, hops.Values.Max());
    }

    [Fact]
    public void On_a_railway_feed_the_latest_leave_is_the_last_moment_that_arrives_and_its_journey_can_be_ridden()
    {
        // The Belgian railways, about 70 000 connections a day.
        Timetable timetable = RealFeed.Read("gtfs-itinero", "gtfs1.zip");
        RawCalls raw = new(GtfsReader.Read(RepositoryRoot.RealData("gtfs-itinero", "gtfs1.zip")));
        DayNetwork network = new(DayTrips.On(timetable, new DateOnly(2019, 12, 3)), RealFeed.Walks(timetable, 500), new TransitOptions(), withBooked: false);
        int central = Enumerable.Range(0, timetable.Posts.Count).First(p => timetable.Posts.NameOf(p).Contains("Central", StringComparison.OrdinalIgnoreCase)
            && timetable.Posts.IsPlaced(p));
        (int[] posts, int[] seconds) = RealFeed.Near(timetable, timetable.Posts.PositionOf(central).X, timetable.Posts.PositionOf(central).Y, 1000);
        ProfileScan scan = new(network);
        WaysThere there = scan.WaysThere(new PlaceAccess(posts, seconds), traced: true);
        WaysBack back = scan.WaysBack(new PlaceAccess(posts, seconds), traced: true);
        int rides = 0;
        for (int post = 0; post < timetable.Posts.Count; post += 5)
        {
            HomeAccess home = new(new[] { post }, new[] { 300 });
            int doorS = (8 * 3600) + (post * 60 % 7200);
            if (there.LatestLeave(home, doorS) is { } leaveS)
            {
                Assert.True(there.Door(home, leaveS) <= doorS && there.Door(home, leaveS + 1) > doorS);
                rides += Ride(raw, network.Day, there.JourneyBy(home, doorS)!);
            }

            if (back.EarliestHome(home, doorS) is { } homeS)
            {
                Assert.True(back.LatestLeaveDoor(home, homeS) >= doorS && (back.LatestLeaveDoor(home, homeS - 1) ?? int.MinValue) < doorS);
                rides += Ride(raw, network.Day, back.JourneyFrom(home, doorS)!);
            }
        }

        Assert.True(rides > 200, $"only {rides} rides");
    }

    private static IEnumerable<int> PostsOf(Timetable timetable, int trip)
    {
        (int first, int end) = timetable.Trips.CallsOf(trip);
        return Enumerable.Range(first, end - first).Select(timetable.Trips.PostOf);
    }

    /// <summary>Rides a journey through the rows of stop_times: ordinary boarding, ordinary alighting, times as printed, no time lost backwards.</summary>
    private static int Ride(RawCalls raw, DayTrips day, Journey journey)
    {
        TripTable trips = day.Timetable.Trips;
        int nowS = journey.LeaveS;
        foreach (Ride ride in journey.Rides)
        {
            Assert.True(nowS <= ride.BoardS && ride.BoardS <= ride.AlightS && ride.BoardCall < ride.AlightCall);
            Assert.Equal(ride.Trip, trips.TripOfCall(ride.BoardCall));
            Assert.Equal(ride.Trip, trips.TripOfCall(ride.AlightCall));
            Assert.Equal((ride.BoardS, ride.AlightS), (day.DepartureS(ride.Run, ride.BoardCall), day.ArrivalS(ride.Run, ride.AlightCall)));
            Assert.Equal((TrafficKind.Ordinary, TrafficKind.Ordinary), (trips.BoardingAt(ride.BoardCall), trips.AlightingAt(ride.AlightCall)));
            PostTable posts = day.Timetable.Posts;
            string[] rows = raw.Of(trips.IdOf(ride.Trip), day.ShiftS[ride.Run]);
            int board = Array.IndexOf(rows, RawCalls.Leaves(posts.IdOf(trips.PostOf(ride.BoardCall)), ride.BoardS));
            int alight = Array.IndexOf(rows, RawCalls.Comes(posts.IdOf(trips.PostOf(ride.AlightCall)), ride.AlightS));
            Assert.True(board >= 0 && alight > board, "The ride stands in stop_times.");
            nowS = ride.AlightS;
        }

        Assert.True(nowS <= journey.ArriveS);
        return journey.Rides.Count;
    }

    /// <summary>The rows of stop_times of a trip as the reader gives them, two entries a call: when it comes and when it leaves.</summary>
    private sealed class RawCalls(GtfsFeed feed)
    {
        private readonly Dictionary<string, int> _trips = Enumerable.Range(0, feed.Trips.Count).ToDictionary(t => feed.Trips.Ids[t]);

        public static string Comes(string stop, int timeS) => string.Create(CultureInfo.InvariantCulture, $"{stop} comes {timeS}");

        public static string Leaves(string stop, int timeS) => string.Create(CultureInfo.InvariantCulture, $"{stop} leaves {timeS}");

        public string[] Of(string trip, int shiftS)
        {
            GtfsStopTimes times = feed.StopTimes;
            int first = times.TripStart[_trips[trip]];
            return
            [
                .. Enumerable.Range(first, times.TripStart[_trips[trip] + 1] - first).SelectMany(c => new[]
                {
                    Comes(feed.Stops.Ids[times.Stops[c]], times.Arrivals[c] + shiftS), Leaves(feed.Stops.Ids[times.Stops[c]], times.Departures[c] + shiftS),
                }),
            ];
        }
    }
}
