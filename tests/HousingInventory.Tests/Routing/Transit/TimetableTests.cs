using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Routing.Transit;

public sealed class TimetableTests
{
    [Theory]
    [InlineData(3, TrafficKind.Ordinary)]
    [InlineData(100, TrafficKind.Ordinary)]
    [InlineData(104, TrafficKind.LeftOut)]
    [InlineData(700, TrafficKind.Ordinary)]
    [InlineData(707, TrafficKind.LeftOut)]
    [InlineData(711, TrafficKind.Ordinary)]
    [InlineData(712, TrafficKind.LeftOut)]
    [InlineData(714, TrafficKind.LeftOut)]
    [InlineData(715, TrafficKind.Booked)]
    [InlineData(716, TrafficKind.Ordinary)]
    [InlineData(717, TrafficKind.Booked)]
    [InlineData(1501, TrafficKind.Booked)]
    [InlineData(1700, TrafficKind.LeftOut)]
    [InlineData(8, TrafficKind.LeftOut)]
    [InlineData(-5, TrafficKind.LeftOut)]
    public void Trap_9_route_types_say_what_is_ordinary(int routeType, TrafficKind kind) => Assert.Equal(kind, new RouteTypes().KindOf(routeType));

    [Fact]
    public void Rail_replacement_counts_when_asked_for_and_an_override_wins()
    {
        RouteTypes types = new(new Dictionary<int, TrafficKind> { [712] = TrafficKind.Ordinary, [3] = TrafficKind.LeftOut }, railReplacement: true);

        Assert.Equal(TrafficKind.Ordinary, types.KindOf(714));
        Assert.Equal(TrafficKind.Ordinary, types.KindOf(712));
        Assert.Equal(TrafficKind.LeftOut, types.KindOf(3));
    }

    [Fact]
    public void Trips_of_other_traffic_are_left_out_and_counted_with_their_calls()
    {
        TimetableText t = TimetableText.Read("""
            post A 0,0
            post B 900,0
            line school 712
            line special 707
            line bus 700
            trip s1 school * : A 07:00, B 07:10
            trip s2 school * : A 08:00, B 08:10
            trip x special * : A 08:00, B 08:10
            trip b bus * : A 08:00, B 08:10
            """);
        SourceCounts counts = t.Timetable.Sources[0].Counts;

        Assert.Equal(1, t.Timetable.Trips.Count);
        Assert.Equal(new TripTally(4, 8), counts.Read);
        Assert.Equal(new TripTally(1, 2), counts.Used);
        Assert.Equal(new TripTally(3, 6), counts.LeftOut[TripLeftOut.RouteType]);
        Assert.Equal(new Dictionary<int, int> { [707] = 1, [712] = 2 }, counts.LeftOutRouteTypes);
    }

    [Fact]
    public void Trap_10_boarding_by_arrangement_with_the_driver_is_ordinary()
    {
        TimetableText t = TimetableText.Read("""
            post A 0,0
            post B 900,0
            line 1 100
            trip a 1 * : A 07:00 ask, B 07:10 ask
            """);

        Assert.Equal(TrafficKind.Ordinary, t.Timetable.Trips.BoardingAt(0));
        Assert.Equal(TrafficKind.Ordinary, t.Timetable.Trips.AlightingAt(1));
    }

    [Fact]
    public void Trap_11_type_2_and_booking_rules_are_booked_wherever_they_stand()
    {
        TimetableText t = TimetableText.Read("""
            rule R1 call two hours before
            post A 0,0
            post B 900,0
            post C 1800,0 rule=R1
            line 1 700
            trip a 1 * : A 07:00 book-board, B 07:10 rule=R1, C 07:20
            """);
        TripTable trips = t.Timetable.Trips;

        Assert.Equal([TrafficKind.Booked, TrafficKind.Booked, TrafficKind.Booked], [trips.BoardingAt(0), trips.BoardingAt(1), trips.BoardingAt(2)]);
        Assert.Equal([TrafficKind.Ordinary, TrafficKind.Booked, TrafficKind.Booked], [trips.AlightingAt(0), trips.AlightingAt(1), trips.AlightingAt(2)]);
        Assert.Equal("call two hours before", t.Timetable.BookingRules[trips.BookingRuleAt(1)].Message);
    }

    [Fact]
    public void Trap_16_frequencies_become_trips_and_the_pattern_is_none()
    {
        // 06:00 to 07:00 every 1200 s: 06:00, 06:20, 06:40. The pattern's own 05:13 is not a departure.
        TimetableText t = TimetableText.Read("""
            post A 0,0
            post B 900,0
            line 1 3
            trip a 1 * : A 05:13, B 05:23
            every a 06:00-07:00 1200
            """);
        TripTable trips = t.Timetable.Trips;

        Assert.Equal(["06:00:00", "06:20:00", "06:40:00"], Enumerable.Range(0, trips.Count).Select(i => TimetableText.Clock(trips.DepartureS(trips.CallsOf(i).First))));
        Assert.Equal(["06:10:00", "06:30:00", "06:50:00"], Enumerable.Range(0, trips.Count).Select(i => TimetableText.Clock(trips.ArrivalS(trips.CallsOf(i).First + 1))));
        Assert.All(Enumerable.Range(0, trips.Count), i => Assert.True(trips.IsApproximate(i)));
        Assert.Equal(3, t.Timetable.Sources[0].Counts.ApproximateTrips);
    }

    [Theory]
    [InlineData("every a 06:00-07:00 0")]
    [InlineData("every a 06:00-06:00 600")]
    [InlineData("every a 06:00-07:00 1")]
    public void Frequencies_without_sense_leave_the_pattern_out(string row)
    {
        TimetableText t = TimetableText.Read("post A 0,0\npost B 900,0\nline 1 3\ntrip a 1 * : A 05:13, B 05:23\n" + row);

        Assert.Equal(0, t.Timetable.Trips.Count);
        Assert.Equal(1, t.Timetable.Sources[0].Counts.UnusableFrequencies);
        Assert.Equal(new TripTally(1, 2), t.Timetable.Sources[0].Counts.LeftOut[TripLeftOut.NoFrequency]);
    }

    [Fact]
    public void Trap_33_blank_times_lie_evenly_between_their_neighbours()
    {
        // 10:00 to 10:10 over three hops: 200 s each.
        TimetableText t = TimetableText.Read("""
            post A 0,0
            post B 900,0
            post C 1800,0
            post D 2700,0
            line 1 3
            trip a 1 * : A 10:00, B -, C -, D 10:10
            """);
        TripTable trips = t.Timetable.Trips;

        Assert.Equal(["10:00:00", "10:03:20", "10:06:40", "10:10:00"], Enumerable.Range(0, 4).Select(c => TimetableText.Clock(trips.ArrivalS(c))));
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(trips.IsInterpolated));
    }

    [Fact]
    public void Trap_33_the_position_in_the_trip_spaces_the_blanks_whatever_the_stop_sequence_numbers()
    {
        // The second of three calls: half of 1000 s. The reader has put the calls in order.
        TimetableBuilder builder = new();
        int source = builder.AddSource("t");
        int[] posts = [.. Enumerable.Range(0, 3).Select(i => builder.AddPost(source, new PostRow(RandomTown.PostId(i), "", i, 0)))];
        CallRow[] calls =
        [
            new(posts[0], 0, 0),
            new(posts[1], CallRow.NoTime, CallRow.NoTime),
            new(posts[2], 1000, 1000),
        ];
        builder.AddTrip(new TripRow("a", builder.AddLine(source, new LineRow("1", "", "1", 3)), builder.AddService(source)), calls);

        Assert.Equal(500, builder.Build().Trips.ArrivalS(1));
    }

    [Theory]
    [InlineData("trip a 1 * : A 10:00", TripLeftOut.TooFewCalls)]
    [InlineData("trip a 1 * : A -, B 10:10", TripLeftOut.NoTimes)]
    [InlineData("trip a 1 * : A 10:00, B -", TripLeftOut.NoTimes)]
    [InlineData("trip a 1 * : A 10:00, B 09:59", TripLeftOut.ImpossibleTimes)]
    [InlineData("trip a 1 * : A 10:00, B 10:05/10:04, A 10:10", TripLeftOut.ImpossibleTimes)]
    [InlineData("trip a 1 * : A 10:00, B 2401:00", TripLeftOut.ImpossibleTimes)]
    public void A_trip_that_cannot_be_is_left_out_and_counted(string row, TripLeftOut reason)
    {
        TimetableText t = TimetableText.Read("post A 0,0\npost B 900,0\nline 1 3\n" + row);
        SourceCounts counts = t.Timetable.Sources[0].Counts;

        Assert.Equal(0, t.Timetable.Trips.Count);
        Assert.Equal(counts.Read, counts.LeftOut[reason]);
        Assert.Single(counts.LeftOut);
    }

    [Fact]
    public void Posts_merge_by_station_and_else_by_name_and_chains_of_150_m()
    {
        // Byn: 0 - 150 - 300 is a chain of 150 m links; 450.1 is 150.1 m from its nearest. Case and blanks do not matter.
        TimetableText t = TimetableText.Read("""
            post p1 0,0 name=Byn
            post p2 300,0 name=BYN
            post p3 150,0 name=byn
            post p4 450.1,0 name=Byn
            post p5 0,0 name=Annat
            post k1 9000,0 name=X station=K
            post k2 9900,0 name=Y station=K
            post u1 - name=Byn
            """);

        Assert.Equal(t.Stop("p1"), t.Stop("p2"));
        Assert.Equal(t.Stop("p1"), t.Stop("p3"));
        Assert.Equal(t.Stop("k1"), t.Stop("k2"));
        Assert.Equal(5, t.Timetable.Stops.Count);
        Assert.Equal((150, 0), t.Timetable.Stops.MidpointOf(t.Stop("p1")));
        Assert.Equal((9450, 0), t.Timetable.Stops.MidpointOf(t.Stop("k1")));
        Assert.Equal(t.Posts("p1 p2 p3"), t.Timetable.Stops.PostsOf(t.Stop("p1")).ToArray());
        Assert.False(t.Timetable.Stops.IsPlaced(t.Stop("u1")));
    }

    [Fact]
    public void Trap_20_posts_at_zero_are_not_placed_and_counted()
    {
        TimetableText t = TimetableText.Read("post A -\npost B 900,0\nline 1 3\ntrip a 1 * : A 10:00, B 10:10");

        Assert.False(t.Timetable.Posts.IsPlaced(t.Post("A")));
        Assert.Equal(1, t.Timetable.Sources[0].Counts.UnplacedPosts);
    }

    [Fact]
    public void Trap_21_two_feeds_with_the_same_ids_do_not_mix()
    {
        TimetableText t = TimetableText.Read("""
            source one
            post A 0,0 name=Alfa station=S
            post B 9000,0
            line 1 3
            trip a 1 * : A 10:00, B 10:10
            source two
            post A 50000,0 name=Beta station=S
            post B 59000,0
            line 1 3
            trip a 1 * : A 11:00, B 11:10
            """);

        Assert.Equal(4, t.Timetable.Posts.Count);
        Assert.Equal(4, t.Timetable.Stops.Count);
        Assert.Equal(2, t.Timetable.Trips.Count);
        Assert.Equal("Alfa", t.Timetable.Posts.NameOf(t.Timetable.Trips.PostOf(0)));
        Assert.Equal("Beta", t.Timetable.Posts.NameOf(t.Timetable.Trips.PostOf(2)));
        Assert.Equal([0, 0, 1, 1], Enumerable.Range(0, 4).Select(t.Timetable.Posts.SourceOf));
    }

    [Fact]
    public void Trap_22_the_same_trip_in_two_feeds_is_one_trip()
    {
        // The copy runs on the 10th and 11th, the first feed's trip on the 10th only: the 11th stays. Stops 150 m apart are the same, 150.1 m are not.
        TimetableText t = TimetableText.Read("""
            source regional
            post A 0,0
            post B 9000,0
            line r1 3 name=31
            service s 2026-11-10
            trip a r1 s : A 10:00, B 10:10
            trip b r1 s : A 12:00, B 12:10
            trip c r1 s : A 14:00, B 14:10
            source national
            post A2 150,0
            post B2 9000,100
            post C2 150.1,0
            line n7 700 name=31
            service s 2026-11-10 2026-11-11
            service t 2026-11-10
            trip x n7 s : A2 10:00, B2 10:10
            trip y n7 t : A2 12:00, B2 12:10
            trip z n7 t : C2 14:00, B2 14:10
            """);
        Timetable timetable = t.Timetable;

        Assert.Equal(["a", "b", "c", "x", "z"], Enumerable.Range(0, timetable.Trips.Count).Select(timetable.Trips.IdOf));
        Assert.False(timetable.Runs(t.Trip("x"), new DateOnly(2026, 11, 10)));
        Assert.True(timetable.Runs(t.Trip("x"), new DateOnly(2026, 11, 11)));
        Assert.Equal(2, timetable.Sources[1].Counts.Overlapping);
        Assert.Equal(new TripTally(1, 2), timetable.Sources[1].Counts.LeftOut[TripLeftOut.Overlap]);
        Assert.Equal(new TripTally(2, 4), timetable.Sources[1].Counts.Used);
        Assert.Equal(0, timetable.Sources[0].Counts.Overlapping);
    }

    [Fact]
    public void Equal_trips_within_one_feed_stay()
    {
        TimetableText t = TimetableText.Read("post A 0,0\npost B 900,0\nline 1 3\ntrip a 1 * : A 10:00, B 10:10\ntrip b 1 * : A 10:00, B 10:10\nsource other\npost C 0,0");

        Assert.Equal(2, t.Timetable.Trips.Count);
    }

    [Fact]
    public void Ordinary_trips_per_day_need_an_ordinary_boarding_in_the_box()
    {
        // Box x 0..1000. a boards at A (0) inside; b only ends inside; c is booked there; d runs on the 11th.
        TimetableText t = TimetableText.Read("""
            post A 0,0
            post B 1000,0
            post C 1000.1,0
            post U - 
            line 1 3
            service s 2026-11-11
            trip a 1 * : A 10:00, C 10:10
            trip b 1 * : C 10:00, B 10:10
            trip c 1 * : A 10:00 book-board, C 10:10
            trip u 1 * : U 10:00, A 10:10
            trip d 1 s : B 10:00, C 10:10
            """);
        TripsPerDay trips = t.Timetable.OrdinaryTripsPerDay(0, 0, 1000, 0);

        Assert.Equal(1, trips[new DateOnly(2026, 11, 10)]);
        Assert.Equal(1, trips[new DateOnly(2026, 11, 11)]);
        Assert.Equal(0, trips[new DateOnly(2026, 11, 12)]);
        Assert.Equal(0, trips[new DateOnly(1, 1, 1)]);
    }

    [Fact]
    public void A_service_keeps_dates_from_1990_to_2149_and_ignores_others()
    {
        TimetableText t = TimetableText.Read("""
            post A 0,0
            post B 900,0
            line 1 3
            service s 2149-12-31 1990-01-01 1989-12-31 2150-01-01
            service c 0001-01-01..9999-12-31 mon
            trip a 1 s : A 10:00, B 10:10
            trip b 1 c : A 10:00, B 10:10
            """);

        Assert.True(t.Timetable.Runs(0, new DateOnly(1990, 1, 1)));
        Assert.True(t.Timetable.Runs(0, new DateOnly(2149, 12, 31)));
        Assert.False(t.Timetable.Runs(0, new DateOnly(1989, 12, 31)));
        Assert.Equal(2, t.Timetable.Sources[0].Counts.ImpossibleDates);
        Assert.True(t.Timetable.Runs(1, new DateOnly(2026, 11, 9)));
        Assert.False(t.Timetable.Runs(1, new DateOnly(2026, 11, 10)));
    }

    [Fact]
    public void A_booking_rule_says_the_latest_moment_or_leaves_it_to_its_words()
    {
        Assert.Equal(TimetableText.Time("08:00"), new BookingRule("r", 1) { PriorNoticeMin = 120 }.LatestOrderS(TimetableText.Time("10:00")));
        BookingRule dayBefore = new("r", 2) { PriorNoticeLastDay = 1, PriorNoticeLastTimeS = TimetableText.Time("17:00") };
        Assert.Equal(TimetableText.Time("17:00") - 86_400, dayBefore.LatestOrderS(TimetableText.Time("10:00")));
        Assert.Null(new BookingRule("r", 1) { Message = "senast två timmar före avresa" }.LatestOrderS(36_000));
    }

    [Fact]
    public void Any_rows_at_all_make_a_timetable_that_can_be_searched()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Timetable timetable = MakeAnything(new Random(seed));
            DayNetwork network = new(DayTrips.On(timetable, TimetableText.Day), TransferWalks.None(timetable.Posts.Count), new TransitOptions(), withBooked: true);
            WaysThere there = new ProfileScan(network).WaysThere(new PlaceAccess([3], [60]), traced: true);
            Journey? journey = there.JourneyBy(new HomeAccess([0, 1, 2], [0, 60, 120]), 1_000_000);

            Assert.True(journey is null || journey.Rides.Count > 0);
            Assert.All(timetable.Sources, s => Assert.Equal(s.Counts.Read.Calls, s.Counts.Used.Calls + s.Counts.LeftOut.Values.Sum(l => l.Calls)));
        }
    }

    private static Timetable MakeAnything(Random random)
    {
        TimetableBuilder builder = new();
        for (int source = 0; source < 2; source++)
        {
            builder.AddSource("s");
            int[] posts = new int[4];
            for (int i = 0; i < posts.Length; i++)
            {
                PostRow post = new(RandomTown.PostId(i), i % 2 == 0 ? "" : "X", random.Next(3) * 100, double.NaN);
                posts[i] = builder.AddPost(source, post with { Unplaced = random.Next(2) == 0, ParentStation = random.Next(3) == 0 ? "p1" : null });
            }

            int line = builder.AddLine(source, new LineRow("", "", "", random.Next(-1, 20) * 100));
            int service = builder.AddService(source);
            builder.AddDate(service, TimetableText.Day.AddDays(random.Next(-2, 2)));
            for (int i = 0; i < 6; i++)
            {
                int trip = builder.AddTrip(new TripRow(RandomTown.PostId(i), line, service) { Direction = random.Next(-1, 3) }, AnyCalls(random, posts));
                if (random.Next(4) == 0)
                {
                    builder.AddFrequency(new FrequencyRow(trip, AnyTime(random), AnyTime(random), random.Next(-1, 3) * 700, false));
                }

                TransferRow transfer = new(RandomTown.PostId(random.Next(5)), RandomTown.PostId(random.Next(5)), random.Next(-1, 7), AnyTime(random));
                string? from = random.Next(2) == 0 ? null : RandomTown.PostId(random.Next(7));
                builder.AddTransfer(source, transfer with { FromTrip = from, ToTrip = random.Next(2) == 0 ? null : "p1" });
            }
        }

        return builder.Build();
    }

    private static CallRow[] AnyCalls(Random random, int[] posts)
    {
        CallRow[] calls = new CallRow[random.Next(0, 4)];
        for (int i = 0; i < calls.Length; i++)
        {
            CallRow call = i == 0 ? new CallRow(posts[0], 0, 0) : new CallRow(posts[random.Next(4)], AnyTime(random), AnyTime(random));
            calls[i] = call with { Pickup = (byte)random.Next(5) };
        }

        return calls;
    }

    private static int AnyTime(Random random)
    {
        int[] times = [CallRow.NoTime, -7, 0, 3600, 3700, 7200, 90_000, 8_640_000, int.MaxValue, int.MinValue];
        return times[random.Next(times.Length)];
    }
}
