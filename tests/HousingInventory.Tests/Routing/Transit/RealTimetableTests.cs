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
        Assert.NotEmpty(day.Links);
    }

    [Fact]
    public void Kuopio_and_HSL_have_last_calls_that_are_no_departures()
    {
        Timetable hsl = RealFeed.Read("helsinki-e2e", "hsl-gtfs-2022-02-22.zip");
        DayTrips day = DayTrips.On(hsl, new DateOnly(2022, 2, 22));

        Assert.All(day.Departure, d => Assert.True(d.Call < hsl.Trips.CallsOf(day.TripOf(d.Run)).End - 1));
        Assert.True(hsl.Trips.Count > 3_195, "frequencies repeat trips");
    }

    [Fact]
    public void On_a_railway_feed_the_latest_leave_is_the_last_moment_that_arrives_and_its_journey_can_be_ridden()
    {
        // The Belgian railways, about 70 000 connections a day.
        Timetable timetable = RealFeed.Read("gtfs-itinero", "gtfs1.zip");
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
                rides += Ride(network.Day, there.JourneyBy(home, doorS)!);
            }

            if (back.EarliestHome(home, doorS) is { } homeS)
            {
                Assert.True(back.LatestLeaveDoor(home, homeS) >= doorS && (back.LatestLeaveDoor(home, homeS - 1) ?? int.MinValue) < doorS);
                rides += Ride(network.Day, back.JourneyFrom(home, doorS)!);
            }
        }

        Assert.True(rides > 200, $"only {rides} rides");
    }

    /// <summary>Rides a journey through the rows: ordinary boarding, ordinary alighting, times as printed, no time lost backwards.</summary>
    private static int Ride(DayTrips day, Journey journey)
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
            nowS = ride.AlightS;
        }

        Assert.True(nowS <= journey.ArriveS);
        return journey.Rides.Count;
    }
}
