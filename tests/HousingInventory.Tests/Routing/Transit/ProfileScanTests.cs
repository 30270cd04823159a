using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>Journeys by arithmetic. Slack is 60 s before every boarding, a change at one post 120 s in all.</summary>
public sealed class ProfileScanTests
{
    private const string Posts = "post A 0,0\npost B 1000,0\npost C 2000,0\npost D 3000,0\nline 1 3\nline 2 3\n";

    [Fact]
    public void A_ride_takes_the_walk_the_slack_the_bus_and_the_walk()
    {
        // Bus 07:25 - 60 s - 450 s = 07:16:30. Arrival 08:05 + 300 s = 08:10:00.
        TextTown town = new(Posts + "trip a 1 * : A 07:25, B 08:05");

        Assert.Equal("07:16:30", town.Leave("A 450", "B 300", "08:10:00"));
        Assert.Equal("never", town.Leave("A 450", "B 300", "08:09:59"));
        Assert.Equal(TimetableText.Time("08:10:00"), town.There("B 300").Door(town.Home("A 450"), TimetableText.Time("07:16:30")));
        Assert.Equal(WaysThere.Never, town.There("B 300").Door(town.Home("A 450"), TimetableText.Time("07:16:31")));
    }

    [Fact]
    public void On_the_way_back_the_slack_is_at_the_place()
    {
        // Leave the door, 300 s to B, 60 s slack, bus 15:20: 15:14:00 at the latest. Home 16:00 + 450 s = 16:07:30.
        TextTown town = new(Posts + "trip a 1 * : B 15:20, A 16:00");

        Assert.Equal("16:07:30", town.Return("A 450", "B 300", "15:14:00"));
        Assert.Equal("never", town.Return("A 450", "B 300", "15:14:01"));
        Assert.Equal(TimetableText.Time("15:14:00"), town.Back("B 300").LatestLeaveDoor(town.Home("A 450"), TimetableText.Time("16:07:30")));
        Assert.Equal(TimetableText.Time("15:14:00"), town.Back("B 300").LastLeaveDoor(town.Home("A 450")));
    }

    [Fact]
    public void Trap_12_the_last_call_is_no_departure_and_the_first_no_arrival()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, B 07:10");

        Assert.Equal("never", town.Leave("B 0", "A 0", "12:00"));
        Assert.Equal("never", town.Leave("B 0", "B 0", "12:00"));
    }

    [Fact]
    public void Trap_13_no_boarding_and_no_alighting_hold_there_and_riding_through_works()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, B 07:10 no-board no-alight, C 07:20");

        Assert.Equal("never", town.Leave("B 0", "C 0", "12:00"));
        Assert.Equal("never", town.Leave("A 0", "B 0", "12:00"));
        Assert.Equal("06:59:00", town.Leave("A 0", "C 0", "12:00"));
    }

    [Fact]
    public void Booked_boarding_and_alighting_need_the_booked_search()
    {
        TextTown town = new(Posts + "line T 715\ntrip a 1 * : A 07:00 book-board, B 07:10, C 07:20 book-alight\ntrip b T * : C 08:00, D 08:10");

        Assert.Equal("never", town.Leave("A 0", "B 0", "12:00"));
        Assert.Equal("never", town.Leave("B 0", "C 0", "12:00"));
        Assert.Equal(TimetableText.Time("06:59"), town.There("D 0", withBooked: true).LatestLeave(town.Home("A 0"), TimetableText.Time("12:00")));
    }

    [Fact]
    public void Trap_18_a_bus_at_24_40_on_Thursday_can_be_boarded_on_Friday_at_00_40()
    {
        const string text = Posts + "service thu 2026-11-12\ntrip a 1 thu : A 24:40, B 24:50";
        TextTown friday = new(text, new DateOnly(2026, 11, 13));
        TextTown thursday = new(text, new DateOnly(2026, 11, 12));

        Assert.Equal("00:39:00", friday.Leave("A 0", "B 0", "12:00"));
        Assert.Equal("24:39:00", thursday.Leave("A 0", "B 0", "26:00"));
        Assert.Equal(0, new Departures(friday.Day).TripsAt(friday.Text.Stop("A")));
        Assert.Equal(1, new Departures(thursday.Day).TripsAt(thursday.Text.Stop("A")));
    }

    [Fact]
    public void The_next_day_counts_until_30_00()
    {
        // Friday's 00:30, 05:59 and 06:00 are Thursday's 24:30, 29:59 and 30:00; the last is too late.
        TextTown thursday = new(Posts
            + "service fri 2026-11-13\ntrip a 1 fri : A 00:30, B 00:40\ntrip b 1 fri : A 05:59, B 06:10\ntrip c 1 fri : A 06:00, B 06:05",
                new DateOnly(2026, 11, 12));

        Assert.Equal("24:40:00", thursday.Return("B 0", "A 0", "24:00"));
        Assert.Equal("30:10:00", thursday.Return("B 0", "A 0", "29:58"));
        Assert.Equal("never", thursday.Return("B 0", "A 0", "29:59"));
    }

    [Fact]
    public void Trap_19_a_trip_of_48_hours_is_met_on_its_second_and_third_day()
    {
        const string text = Posts + "service s 2026-11-10\ntrip a 1 s : A 10:00, B 34:00, C 58:00";
        TextTown second = new(text, new DateOnly(2026, 11, 11));
        TextTown third = new(text, new DateOnly(2026, 11, 12));

        // 34:00 - 24 h = 10:00 on the second day; 58:00 - 48 h = 10:00 on the third.
        Assert.Equal("09:59:00", second.Leave("B 0", "C 0", "48:00"));
        Assert.Equal(TimetableText.Time("10:00"), third.There("C 0").FirstDoor(third.Home("B 0")));
    }

    [Fact]
    public void Trap_20_a_trip_rides_through_a_post_without_a_position()
    {
        TextTown town = new("post A 0,0\npost U -\npost C 2000,0\nline 1 3\ntrip a 1 * : A 07:00, U 07:10, C 07:20");

        Assert.Equal("06:59:00", town.Leave("A 0", "C 0", "12:00"));
    }

    [Fact]
    public void Trap_30_a_slow_early_bus_is_dominated_and_changes_nothing()
    {
        // 06:30 -> 07:50 and 06:35 -> 07:15: the second leaves later and is there earlier.
        TextTown town = new(Posts + "trip slow 1 * : A 06:30, B 07:50\ntrip fast 2 * : A 06:35, B 07:15");
        (int first, int end) = town.There("B 0").Pairs.PairsOf(town.Text.Post("A"));

        Assert.Equal(1, end - first);
        Assert.Equal("06:34:00", town.Leave("A 0", "B 0", "08:30"));
    }

    [Theory]
    [InlineData("07:11:59", "never")]
    [InlineData("07:12:00", "06:59:00")]
    public void Trap_31_a_change_at_one_post_needs_120_seconds(string departs, string leave)
        => Assert.Equal(leave, new TextTown(Posts + $"trip a 1 * : A 07:00, B 07:10\ntrip b 2 * : B {departs}, C 07:30").Leave("A 0", "C 0", "12:00"));

    [Theory]
    [InlineData("transfer B B type=1", "07:10", "06:59:00")]
    [InlineData("transfer B B type=2 min=300", "07:14:59", "never")]
    [InlineData("transfer B B type=2 min=300", "07:15", "06:59:00")]
    [InlineData("transfer B B type=3", "07:50", "never")]
    [InlineData("transfer B B type=0", "07:11:59", "never")]
    [InlineData("transfer B B type=2", "07:12", "06:59:00")]
    [InlineData("transfer B B type=1 from=a to=b", "07:10", "06:59:00")]
    [InlineData("transfer B B type=1 from=a to=a", "07:10", "never")]
    public void Transfer_types_replace_the_time_of_a_change(string transfer, string departs, string leave)
        => Assert.Equal(leave, new TextTown(Posts + $"trip a 1 * : A 07:00, B 07:10\ntrip b 2 * : B {departs}, C 07:59\n" + transfer).Leave("A 0", "C 0", "12:00"));

    [Theory]
    [InlineData("", "07:14:59", "never")] // 240 s walk + 60 s slack after 07:10
    [InlineData("", "07:15:00", "06:59:00")]
    [InlineData("transfer B C type=1", "07:10:00", "06:59:00")]
    [InlineData("transfer B C type=2 min=600", "07:19:59", "never")]
    [InlineData("transfer B C type=2 min=600", "07:20:00", "06:59:00")]
    [InlineData("transfer B C type=3", "07:50:00", "never")]
    [InlineData("transfer C B type=3", "07:15:00", "06:59:00")]
    [InlineData("transfer B C type=1 from=a to=b", "07:10:00", "06:59:00")]
    public void A_change_with_a_walk_needs_the_walk_and_the_slack_unless_the_operator_says_otherwise(string transfer, string departs, string leave)
        => Assert.Equal(leave, new TextTown(Posts + $"trip a 1 * : A 07:00, B 07:10\ntrip b 2 * : C {departs}, D 07:59\n" + transfer, walks: "B C 240")
            .Leave("A 0", "D 0", "12:00"));

    [Fact]
    public void A_rule_for_a_station_holds_for_its_posts_and_a_rule_for_posts_beats_it()
    {
        const string text = """
            post A 0,0
            post B1 1000,0 station=B
            post B2 1000,50 station=B
            post C 2000,0
            line 1 3
            trip a 1 * : A 07:00, B1 07:10
            trip b 1 * : B2 07:14, C 07:30
            transfer B1 B2 type=3
            transfer B B type=2 min=180
            """;

        Assert.Equal("never", new TextTown(text).Leave("A 0", "C 0", "12:00"));
        Assert.Equal("06:59:00", new TextTown(text.Replace("transfer B1 B2 type=3\n", "", StringComparison.Ordinal)).Leave("A 0", "C 0", "12:00"));
    }

    [Fact]
    public void Walks_between_rides_are_not_chained()
        => Assert.Equal("never", new TextTown(Posts + "trip a 1 * : A 07:00, B 07:10\ntrip b 2 * : D 08:00, A 08:10", walks: "B C 60, C D 60").Leave("A 0", "A 0", "07:59"));

    [Theory]
    [InlineData("", "never")]
    [InlineData("transfer B B type=4 from=a to=b", "06:59:00")]
    [InlineData("transfer B B type=5 from=a to=b", "never")]
    public void Trap_32_an_in_seat_transfer_rides_on_in_the_same_minute_without_slack(string transfer, string leave)
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, B 07:10\ntrip b 2 * : B 07:10, C 07:30\n" + transfer);

        Assert.Equal(leave, town.Leave("A 0", "C 0", "12:00"));
        Assert.Equal(leave == "never" ? 2 : 1, new DepartureCounter(town.Day).Count(town.Text.Posts("A B")).Trips);
    }

    [Fact]
    public void A_journey_says_line_stop_times_and_changes()
    {
        TextTown town = new(Posts
            + "trip a 1 * : A 07:00, B 07:10\ntrip b 2 * : B 07:10, C 07:30\ntrip c 1 * : D 07:40, A 07:50\ntransfer B B type=4 from=a to=b", walks: "C D 120");
        Journey journey = town.There("A 60").JourneyBy(town.Home("A 300"), TimetableText.Time("09:00"))!;

        Assert.Equal(["a", "b", "c"], journey.Rides.Select(r => town.Text.Timetable.Trips.IdOf(r.Trip)));
        Assert.Equal([false, true, false], journey.Rides.Select(r => r.Seated));
        Assert.Equal(1, journey.Changes);
        Assert.Equal(("06:54:00", "07:51:00"), (TimetableText.Clock(journey.LeaveS), TimetableText.Clock(journey.ArriveS)));
        Assert.Equal((town.Text.Post("D"), TimetableText.Time("07:40")), (journey.Rides[2].BoardPost, journey.Rides[2].BoardS));
    }

    [Theory]
    [InlineData("trip x 1 * : A 07:00, B 07:00\ntrip y 2 * : B 07:00, C 07:10")]
    [InlineData("trip y 2 * : B 07:00, C 07:10\ntrip x 1 * : A 07:00, B 07:00")]
    public void A_hop_without_time_leads_to_a_kept_departure_of_the_same_minute_in_any_order(string trips)
    {
        TextTown town = new(Posts + trips + "\ntransfer B B type=1");

        Assert.Equal("06:59:00", town.Leave("A 0", "C 0", "12:00"));
        Assert.Equal("07:10:00", town.Return("C 0", "A 0", "06:59"));
    }

    [Fact]
    public void A_loop_can_be_boarded_at_both_of_its_calls()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, B 07:10, A 07:20, C 07:30");

        Assert.Equal("07:19:00", town.Leave("A 0", "C 0", "12:00"));
        Assert.Equal("06:59:00", town.Leave("A 0", "B 0", "12:00"));
        Assert.Equal(1, new Departures(town.Day).TripsAt(town.Text.Stop("A")));
    }

    [Fact]
    public void Walking_all_the_way_is_a_way_when_it_is_near_enough()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, B 07:10");
        WaysThere there = town.There("B 0");

        Assert.Equal(TimetableText.Time("07:55"), there.LatestLeave(town.Home("A 0", walkAllSeconds: 300), TimetableText.Time("08:00")));
        Assert.Equal(TimetableText.Time("08:05"), there.Door(town.Home("A 0", walkAllSeconds: 300), TimetableText.Time("08:00")));
        Assert.Empty(there.JourneyBy(town.Home("A 0", walkAllSeconds: 300), TimetableText.Time("08:00"))!.Rides);
        Assert.Equal(TimetableText.Time("08:05"), town.Back("B 0").EarliestHome(town.Home("A 0", walkAllSeconds: 300), TimetableText.Time("08:00")));
    }

    [Fact]
    public void A_home_without_posts_goes_nowhere()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, B 07:10");

        Assert.Equal("never", town.Leave("", "B 0", "12:00"));
        Assert.Equal("never", town.Leave("A 0", "", "12:00"));
        Assert.Null(town.There("B 0").JourneyBy(town.Home(""), 50_000));
    }
}
