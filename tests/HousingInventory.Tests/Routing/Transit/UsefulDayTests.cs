using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>Hand-computed days: slack 60 s, 80 m a minute, so 600 m are 450 s, 400 m 300 s, 200 m 150 s, 240 m 180 s.</summary>
public sealed class UsefulDayTests
{
    private static readonly DateOnly Term = new(2026, 11, 10);
    private static readonly DateOnly Holiday = new(2026, 10, 27);
    private static readonly DateOnly Friday = new(2026, 11, 13);
    private static readonly DateOnly Saturday = new(2026, 11, 14);

    private const string Village = """
        post S 0,0
        post C 20000,0
        line 31 700
        line 31T 715
        service week 2026-10-26..2026-11-13 mon tue wed thu fri
        service school 2026-11-02..2026-11-13 mon tue wed thu fri
        service friday 2026-10-26..2026-11-13 fri
        trip in1 31 week : S 06:35, C 07:10
        trip in2 31 school : S 07:25, C 08:05
        trip in3 31 week : S 17:05, C 17:40
        trip out1 31 week : C 15:20, S 16:00
        trip out2 31 week : C 17:10, S 17:50
        trip out3 31 friday : C 24:10, S 24:45
        trip late 31T friday : C 22:15, S 22:50
        """;

    [Fact]
    public void Example_A_one_village()
    {
        PlaceFromHome office = Place(Village, "C 300", Term, Holiday, Friday, Saturday);
        PlaceFromHome square = Place(Village, "C 150", Term, Holiday, Friday, Saturday);
        Errand[] errands =
        [
            new("sfi", T("08:30"), T("15:00")) { Days = [ServiceDayType.Term], Weight = 2 },
            new("work", T("07:00"), T("16:00")) { Days = [ServiceDayType.Term, ServiceDayType.Holiday], Weight = 2 },
            new("evening", T("18:00"), T("22:00")) { Days = [ServiceDayType.Friday] },
            new("saturday", T("10:00"), T("15:00")) { StayS = 90 * 60, Days = [ServiceDayType.Saturday] },
        ];
        UsefulDayResult result = UsefulDay.Evaluate(errands, Home("S 450"), [[office], [office], [square], [square]]);

        // sfi: bus 07:25 - 60 s - 450 s = 07:16:30, 73.5 min ahead; home 16:00 + 450 s = 16:07:30, 67.5 min after.
        ErrandOutcome sfi = result.Results[0].Ordinary;
        Assert.Equal(("07:16:30", "16:07:30", true), (Clock(sfi.LeaveS), Clock(sfi.HomeS), sfi.Works));

        // work: the first door is 07:10 + 300 s = 07:15:00, 15 min late, on both days.
        Assert.Equal((ErrandReason.ArrivesLate, 15 * 60), (result.Results[1].Ordinary.Reason, result.Results[1].Ordinary.MissS));
        Assert.Equal((ErrandReason.ArrivesLate, 15 * 60), (result.Results[2].Ordinary.Reason, result.Results[2].Ordinary.MissS));
        Assert.Equal(ErrandReason.OnlyBooked, result.Results[3].Ordinary.Reason);
        Assert.Equal(ErrandReason.NoServiceThatDay, result.Results[4].Ordinary.Reason);

        // Booked evening: leave 17:05 - 60 - 450 = 16:56:30 (63.5 ahead), home 22:50 + 450 = 22:57:30 (57.5 after).
        ErrandOutcome evening = result.Results[3].Booked;
        Assert.Equal(("16:56:30", "22:57:30", true), (Clock(evening.LeaveS), Clock(evening.HomeS), evening.Works));

        // Weights 2, 1 + 1, 1, 1: 2/6 and 3/6.
        Assert.Equal((2m / 6, 0.5m, 0m), (result.Share, result.ShareBooked, result.ShareHoliday));
        Assert.Equal(33.3m, decimal.Round(result.Points(0)!.Value, 1, MidpointRounding.AwayFromZero));
        Assert.Equal(41.7m, decimal.Round(result.Points(0.5m)!.Value, 1, MidpointRounding.AwayFromZero));
        Assert.Equal(50m, result.Points(1));
        Assert.Equal((0, 1), (result.Best, result.Failing));
    }

    [Fact]
    public void Example_A_ordinary_evening_is_home_too_late_and_sfi_on_a_holiday_too_long_there()
    {
        // Ordinary 24:10: home 24:45 + 450 s = 24:52:30, 172.5 min after 22:00, 52.5 over. On a holiday bus 06:35: leave 06:26:30, 123.5 min ahead, 3.5 over.
        ErrandOutcome evening = Evaluate(Village, Friday, "S 450", "C 150", new Errand("evening", T("18:00"), T("22:00")));
        ErrandOutcome sfi = Evaluate(Village, Holiday, "S 450", "C 300", new Errand("sfi", T("08:30"), T("15:00")));

        Assert.Equal((ErrandReason.TooLongBack, (52 * 60) + 30), (evening.Reason, evening.MissS));
        Assert.Equal((ErrandReason.TooLongThere, (3 * 60) + 30), (sfi.Reason, sfi.MissS));
    }

    [Theory]
    [InlineData(600, "06:49:00")] // 800 m: 06:59 less 600 s
    [InlineData(1500, "06:34:00")] // 2 000 m
    public void Example_B_a_change_waits_for_the_second_bus(int walkS, string leave)
    {
        // F 07:00 -> K 07:20; ready 07:22, so 07:45 -> C 08:25; door 08:28:00.
        ErrandOutcome sfi = Evaluate(Change, Term, $"F {walkS}", "C 180", new Errand("sfi", T("08:30"), T("15:00")));

        Assert.True(sfi.Works);
        Assert.Equal(leave, Clock(sfi.LeaveS));
        Assert.Equal("08:28:00", Clock(new TextTown(Change).There("C 180").JourneyBy(Home($"F {walkS}"), T("08:30"))!.ArriveS));
    }

    [Fact]
    public void Example_B_a_home_one_decimetre_too_far_has_no_stop()
    {
        UsefulDayResult result = UsefulDay.Evaluate([new Errand("sfi", T("08:30"), T("15:00"))], Home(""), [[Place(Change, "C 180", Term)]]);

        Assert.Equal(ErrandReason.NoStopInWalk, result.Results[0].Ordinary.Reason);
    }

    [Fact]
    public void Example_B_a_kept_connection_arrives_earlier_and_leaves_as_before()
    {
        TextTown town = new(Change + "\ntransfer K K type=1");
        Journey journey = town.There("C 180").JourneyBy(town.Home("F 600"), T("08:30"))!;

        Assert.Equal(("06:49:00", "08:04:00"), (Clock(journey.LeaveS), Clock(journey.ArriveS)));
    }

    [Fact]
    public void Example_C_a_visit_is_the_pair_with_the_least_absence()
    {
        // 09:05-12:45 is 220 min, 10:35-14:00 is 205; the third cannot be over by 15:00.
        ErrandOutcome visit = Evaluate(Visits, Term, "S 0", "C 0", Visit);

        Assert.Equal(("10:35:00", "11:20:00", "12:50:00", "14:00:00"), (Clock(visit.LeaveS), Clock(visit.DoorByS), Clock(visit.LeaveDoorFromS), Clock(visit.HomeS)));
        Assert.Equal(205 * 60, visit.AbsenceS);
    }

    [Fact]
    public void Example_C_with_the_third_way_only_the_stay_does_not_fit()
    {
        // 13:40 + 90 min = 15:10, ten minutes too late.
        string third = string.Join('\n', Visits.Split('\n').Where(l => !l.Contains("there1", StringComparison.Ordinal) && !l.Contains("there2", StringComparison.Ordinal)));
        ErrandOutcome visit = Evaluate(third, Term, "S 0", "C 0", Visit);

        Assert.Equal((ErrandReason.StayDoesNotFit, 10 * 60), (visit.Reason, visit.MissS));
    }

    [Fact]
    public void A_visit_fails_by_its_travel_or_for_want_of_a_return()
    {
        // The least absence, 205 min, is 115 beyond the stay; one second less than that is allowed. Without a bus after 12:00 the first stay, over at 11:30, can return
        // and the second cannot: absence 220.
        ErrandOutcome tooLong = Evaluate(Visits, Term, "S 0", "C 0", Visit with { MaxTravelS = (115 * 60) - 1 });
        string early = string.Join('\n', Visits.Split('\n').Where(l => !l.Contains("back2", StringComparison.Ordinal) && !l.Contains("back3", StringComparison.Ordinal)));
        string none = string.Join('\n', early.Split('\n').Where(l => !l.Contains("there1", StringComparison.Ordinal)));

        Assert.Equal((ErrandReason.TooLongBack, 1), (tooLong.Reason, tooLong.MissS));
        Assert.Equal(220 * 60, Evaluate(early, Term, "S 0", "C 0", Visit).AbsenceS);

        // The second begins 11:20 and is over at 12:50; the last return leaves the door 12:00, 50 min before.
        Assert.Equal((ErrandReason.LastHomeTooEarly, 50 * 60), (Evaluate(none, Term, "S 0", "C 0", Visit).Reason, Evaluate(none, Term, "S 0", "C 0", Visit).MissS));
    }

    [Fact]
    public void Limits_are_inclusive_to_the_second()
    {
        // Example A's sfi takes 73.5 min ahead and 67.5 after.
        Errand sfi = new("sfi", T("08:30"), T("15:00")) { MaxAheadS = (73 * 60) + 30, MaxAfterS = (67 * 60) + 30 };

        Assert.True(Evaluate(Village, Term, "S 450", "C 300", sfi).Works);
        Assert.Equal((ErrandReason.TooLongThere, 1), Miss(Evaluate(Village, Term, "S 450", "C 300", sfi with { MaxAheadS = (73 * 60) + 29 })));
        Assert.Equal((ErrandReason.TooLongBack, 1), Miss(Evaluate(Village, Term, "S 450", "C 300", sfi with { MaxAfterS = (67 * 60) + 29 })));
    }

    [Fact]
    public void The_last_bus_home_may_be_too_early_and_the_larger_miss_is_told()
    {
        // End 18:00: the last bus leaves C 17:10, so the door 17:04:00 at the latest (300 s walk, 60 s slack): 56 min. Start 07:00 misses by 15 only.
        ErrandOutcome outcome = Evaluate(Village, Term, "S 450", "C 300", new Errand("late", T("07:00"), T("18:00")));

        Assert.Equal((ErrandReason.LastHomeTooEarly, 56 * 60), Miss(outcome));
    }

    [Fact]
    public void Trap_29_a_shop_reached_there_and_another_reached_back_make_no_errand()
    {
        const string text = "post S 0,0\npost A 5000,0\npost B 9000,0\nline 1 3\ntrip out 1 * : S 10:00, A 10:20\ntrip back 1 * : B 12:00, S 12:20\n";
        Errand shop = new("shop", T("09:00"), T("18:00")) { StayS = 1800 };
        UsefulDayResult neither = UsefulDay.Evaluate([shop], Home("S 60"), [[Place(text, "A 0", Term), Place(text, "B 0", Term)]]);
        UsefulDayResult one = UsefulDay.Evaluate([shop], Home("S 60"), [[Place(text, "A 0", Term), Place(text + "trip more 1 * : S 11:00, B 11:20", "B 0", Term)]]);

        Assert.Equal(0m, neither.Share);
        Assert.Equal((1m, 1), (one.Share, one.Results[0].Ordinary.Place));
    }

    [Fact]
    public void Trap_30_an_errand_is_judged_by_absence_whatever_slow_buses_there_are()
    {
        const string text = "post S 0,0\npost C 9000,0\nline 1 3\ntrip fast 1 * : S 06:35, C 07:15\ntrip home 1 * : C 15:10, S 15:50\n";
        Errand sfi = new("sfi", T("08:30"), T("15:00"));

        Assert.Equal(Evaluate(text, Term, "S 0", "C 0", sfi), Evaluate(text + "trip slow 1 * : S 06:30, C 07:50", Term, "S 0", "C 0", sfi));
    }

    [Fact]
    public void Trap_43_a_village_with_booked_trips_only()
    {
        const string text = """
            post S 0,0
            post N 3000,0
            post C 20000,0
            line T 1501
            line 31 700
            service week 2026-11-09..2026-11-13
            trip in T week : S 07:30, C 08:00
            trip out T week : C 15:30, S 16:00
            trip far 31 week : N 07:30, C 08:00
            """;
        TextTown town = new(text);
        UsefulDayResult result = UsefulDay.Evaluate([new Errand("sfi", T("08:30"), T("15:00"))], Home("S 60"), [[Place(text, "C 60", Term)]]);

        Assert.Equal(new NearbyDepartures(0, 0), new DepartureCounter(town.Day).Count(town.Text.Posts("S")));
        Assert.False(new Departures(town.Day).Counts(town.Text.Stop("S"), 1));
        Assert.True(new Departures(town.Day).Counts(town.Text.Stop("N"), 1));
        Assert.Equal(5, new BookedWeek(town.Text.Timetable, Term).Count(town.Text.Posts("S")));
        Assert.Equal((0m, 1m, ErrandReason.OnlyBooked), (result.Share, result.ShareBooked, result.Results[0].Ordinary.Reason));
    }

    [Fact]
    public void Days_that_are_not_in_the_timetables_and_errands_without_a_place_leave_the_sums()
    {
        Errand sfi = new("sfi", T("08:30"), T("15:00")) { Days = [ServiceDayType.Term, ServiceDayType.Sunday] };
        UsefulDayResult result = UsefulDay.Evaluate([sfi, new Errand("other", 0, 1)], Home("S 450"), [[Place(Village, "C 300", Term)], []]);
        UsefulDayResult none = UsefulDay.Evaluate([sfi with { Days = [ServiceDayType.Sunday] }], Home("S 450"), [[Place(Village, "C 300", Term)]]);

        Assert.Equal((1m, (decimal?)null, (int?)null), (result.Share, result.ShareHoliday, result.Failing));
        Assert.Equal([ErrandReason.None, ErrandReason.NotInTimetable], result.Results.Select(r => r.Ordinary.Reason));
        Assert.Equal(((decimal?)null, (decimal?)null), (none.Share, none.Points(1)));
    }

    [Fact]
    public void Near_homes_walk_and_need_no_bus()
    {
        PlaceFromHome square = Place(Village, "C 150", Saturday) with { WalkAllSeconds = 375 };
        UsefulDayResult result = UsefulDay.Evaluate([Visit with { Days = [ServiceDayType.Saturday] }], Home(""), [[square]]);
        ErrandOutcome visit = result.Results[0].Ordinary;

        Assert.Equal(("09:53:45", "11:36:15"), (Clock(visit.LeaveS), Clock(visit.HomeS)));
        Assert.Equal(0, result.Best);
    }

    [Fact]
    public void A_house_off_the_network_has_no_share_and_says_why()
    {
        UsefulDayResult result = UsefulDay.OffNetwork([new Errand("sfi", 0, 1) { Days = [ServiceDayType.Term, ServiceDayType.Holiday] }]);

        Assert.Null(result.Share);
        Assert.Equal([ErrandReason.OffNetwork, ErrandReason.OffNetwork], result.Results.Select(r => r.Ordinary.Reason));
    }

    [Fact]
    public void A_visit_has_the_least_absence_over_every_second_at_which_it_might_begin()
    {
        int works = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            RandomTown town = RandomTown.Make(seed);
            ProfileScan scan = new(town.Network(withBooked: true));
            WaysThere there = scan.WaysThere(town.FromPlace);
            WaysBack back = scan.WaysBack(town.FromPlace);
            Errand visit = new("visit", 22_000 + (seed % 3 * 333), 27_000) { StayS = 600, MaxTravelS = 7_000 };
            HomeAccess home = town.FromHome(0);
            int least = int.MaxValue;
            for (int beginS = visit.FromS; beginS + 600 <= visit.UntilS; beginS++)
            {
                if (there.LatestLeave(home, beginS) is { } leaveS && back.EarliestHome(home, beginS + 600) is { } homeS)
                {
                    least = Math.Min(least, homeS - leaveS);
                }
            }

            ErrandOutcome outcome = ErrandRules.Evaluate(visit, home, there, back);
            Assert.True(outcome.Works == (least != int.MaxValue && least <= 7_600), $"seed {seed}");
            Assert.True(!outcome.Works || outcome.AbsenceS == least, $"seed {seed}");
            works += outcome.Works ? 1 : 0;
        }

        Assert.True(works > 20, $"only {works}");
    }

    private const string Change = """
        post F 0,0
        post K 9000,0
        post C 20000,0
        line 7 700
        line 1 700
        trip a 7 * : F 07:00, K 07:20
        trip b 1 * : K 07:21, C 08:01
        trip c 1 * : K 07:45, C 08:25
        trip d 1 * : C 15:10, K 15:40
        trip e 7 * : K 15:50, F 16:10
        """;

    // Home and place lie at their posts, so that a bus leaves 60 s after the door.
    private const string Visits = """
        post S 0,0
        post C 20000,0
        line 31 700
        trip there1 31 * : S 09:06, C 09:50
        trip there2 31 * : S 10:36, C 11:20
        trip there3 31 * : S 12:56, C 13:40
        trip back1 31 * : C 12:01, S 12:45
        trip back2 31 * : C 13:16, S 14:00
        trip back3 31 * : C 16:01, S 16:45
        """;

    private static Errand Visit => new("saturday", T("10:00"), T("15:00")) { StayS = 90 * 60 };

    private static int T(string time) => TimetableText.Time(time);

    private static string Clock(int seconds) => TimetableText.Clock(seconds);

    private static (ErrandReason Reason, int MissS) Miss(ErrandOutcome outcome) => (outcome.Reason, outcome.MissS!.Value);

    // Every text of this file has its home stop first, so that "S" and "F" are post 0.
    private static HomeAccess Home(string door)
        => door.Length == 0 ? new HomeAccess([], []) : new HomeAccess(new[] { 0 }, new[] { int.Parse(door.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) });

    private static ErrandOutcome Evaluate(string text, DateOnly date, string home, string place, Errand errand)
    {
        TextTown town = new(text, date);
        return ErrandRules.Evaluate(errand, Home(home), town.There(place), town.Back(place));
    }

    private static PlaceFromHome Place(string text, string place, params DateOnly[] dates)
    {
        Dictionary<ServiceDayType, PlaceDay> days = [];
        foreach (DateOnly date in dates)
        {
            TextTown town = new(text, date);
            ServiceDayType type = date.DayOfWeek switch
            {
                DayOfWeek.Friday => ServiceDayType.Friday,
                DayOfWeek.Saturday => ServiceDayType.Saturday,
                _ => date == Holiday ? ServiceDayType.Holiday : ServiceDayType.Term,
            };
            days.Add(type, new PlaceDay(town.There(place), town.Back(place), HasPosts: true)
            {
                ThereBooked = town.There(place, withBooked: true),
                BackBooked = town.Back(place, withBooked: true),
            });
        }

        return new PlaceFromHome(days);
    }
}
