using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>
/// The three worked examples of the useful day as a user meets them: configured, measured and told. 80 m a minute and 60 s of slack, so 600 m are 450 s, 400 m
/// 300 s, 240 m 180 s, 200 m 150 s.
/// </summary>
public sealed class MicroExampleTests
{
    private static Destination To(string category) => new() { Category = [category] };

    private static readonly ErrandConfig Sfi = new() { Name = "sfi", Start = "08:30", End = "15:00", Weight = 2, To = To("school") };

    private static readonly ErrandConfig Work =
        new() { Name = "work", Start = "07:00", End = "16:00", Days = [ServiceDayType.Term, ServiceDayType.Holiday], Weight = 2, To = To("school") };

    private static readonly ErrandConfig Evening = new() { Name = "evening", Start = "18:00", End = "22:00", Days = [ServiceDayType.Friday], To = To("square") };

    private static readonly ErrandConfig Saturday =
        new() { Name = "saturday", From = "10:00", Until = "15:00", StayMin = 90, Days = [ServiceDayType.Saturday], To = To("square") };

    /// <summary>Example A: home to stop S 600 m, stop C to school and work 400 m, to the square 200 m. 31T runs on Fridays, if ordered by this rule.</summary>
    private static AccessTown Village(string rule = "min=120 phone=0910-1")
    {
        AccessTown town = AccessTown.OnOneRoad(20_000).Service("skolan", "school", 15_400).Service("torget", "square", 14_800).Home("h", 4400).Timetable(
            $"""
            rule R {rule}
            post S 5000,0 name=Byn
            post C 15000,0 name=Torget
            line 31 700
            line 31T 700
            service weekdays 2026-11-10 2026-11-13 2026-10-27
            service school 2026-11-10 2026-11-13
            trip a 31 weekdays : S 06:35, C 07:10
            trip b 31 school : S 07:25, C 08:05
            trip c 31 weekdays : S 17:05, C 17:40
            trip d 31 weekdays : C 15:20, S 16:00
            trip e 31 weekdays : C 17:10, S 17:50
            trip f 31 friday : C 24:10, S 24:45
            trip g 31T friday : C 22:15 rule=R, S 22:50
            """);
        town.WithoutTrips.Add(ServiceDayType.Saturday);
        return town;
    }

    /// <summary>Example B: line 7 F 07:00 to K 07:20; line 1 K 07:21 to C 08:01 and 07:45 to 08:25; the school is 240 m from C.</summary>
    private static AccessTown Change(string more = "") => AccessTown.OnOneRoad(30_000).Service("skolan", "school", 25_240).Timetable(
        """
        post F 5000,0
        post K 15000,0
        post C 25000,0
        line 7 700
        line 1 700
        trip a 7 * : F 07:00, K 07:20
        trip b 1 * : K 07:21, C 08:01
        trip c 1 * : K 07:45, C 08:25
        trip d 1 * : C 15:10, K 15:40
        trip e 7 * : K 15:50, F 16:10
        """ + "\n" + more);

    /// <summary>Example C: home and square lie at their stops, so a bus leaves 60 s after the door.</summary>
    private static AccessTown Visits(params string[] there) => AccessTown.OnOneRoad(30_000).Service("torget", "square", 25_000).Home("h", 5000).Timetable(
        "post S 5000,0 name=Byn\npost C 25000,0 name=Torget\nline 31 700\n" + string.Join('\n', there.Select(t => $"trip {t[..2]} 31 * : S {t.Replace(" ", ", C ", StringComparison.Ordinal)}")) +
        """

        trip b1 31 * : C 12:01, S 12:45
        trip b2 31 * : C 13:16, S 14:00
        trip b3 31 * : C 16:01, S 16:45
        """);

    private static Told Tell(AccessTown town, params ErrandConfig[] errands) => town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = errands }, [0]).Told[0]!;

    private static string[] Lines(AccessTown town, params ErrandConfig[] errands)
    {
        ErrandWords words = new(town.Config.Language);
        return [.. Tell(town, errands).Errands.Select(words.Whole)];
    }

    [Fact]
    public void Example_A_tells_every_errand_with_its_journeys_or_the_minutes_that_it_misses_by()
    {
        Assert.Equal(
            [
                // Bus 07:25 - 60 s - 450 s = 07:16:30; 08:05 + 300 s = 08:10. Back: the door 15:20 - 60 s - 300 s = 15:14; 16:00 + 450 s = 16:07:30.
                "Fungerar: sfi 08:30–15:00, skolvardag (skolan): Hemifrån 07:16, gå 7,5 min, vänta 1 min, linje 31 från Byn 07:25 till Torget 08:05, gå 5 min, framme 08:10 (20 min före). "
                    + "Därifrån 15:14, gå 5 min, vänta 1 min, linje 31 från Torget 15:20 till Byn 16:00, gå 7,5 min, hemma 16:07.",

                // The first door is 07:10 + 300 s = 07:15; home 17:50 + 450 s = 17:57:30, 117.5 min after 16:00, within 120.
                "Fungerar inte: work 07:00–16:00, skolvardag (skolan): första turen är framme 07:15, 15 min för sent. "
                    + "Närmast till hands: Hemifrån 06:26, gå 7,5 min, vänta 1 min, linje 31 från Byn 06:35 till Torget 07:10, gå 5 min, framme 07:15. "
                    + "Därifrån 17:04, gå 5 min, vänta 1 min, linje 31 från Torget 17:10 till Byn 17:50, gå 7,5 min, hemma 17:57.",
                "Fungerar inte: work 07:00–16:00, vardag under skollov (skolan): första turen är framme 07:15, 15 min för sent. "
                    + "Närmast till hands: Hemifrån 06:26, gå 7,5 min, vänta 1 min, linje 31 från Byn 06:35 till Torget 07:10, gå 5 min, framme 07:15. "
                    + "Därifrån 17:04, gå 5 min, vänta 1 min, linje 31 från Torget 17:10 till Byn 17:50, gå 7,5 min, hemma 17:57.",

                // Friday: 17:05 - 510 s = 16:56:30; 17:40 + 150 s = 17:42:30; booked 22:15, two hours before is 20:15; 22:50 + 450 s = 22:57:30.
                "Fungerar inte: evening 18:00–22:00, fredag (torget): går bara med turer som måste beställas. "
                    + "Med dem: Hemifrån 16:56, gå 7,5 min, vänta 1 min, linje 31 från Byn 17:05 till Torget 17:40, gå 2,5 min, framme 17:42 (17 min före). "
                    + "Därifrån 22:11, gå 2,5 min, vänta 1 min, linje 31T från Torget 22:15 till Byn 22:50, gå 7,5 min, hemma 22:57. Beställning: linje 31T beställs senast 20:15, tel. 0910-1.",
                "Fungerar inte: saturday 10:00–15:00, lördag (torget): ingen ordinarie trafik den dagen.",
            ],
            Lines(Village(), Sfi, Work, Evening, Saturday));
    }

    [Fact]
    public void Example_A_is_told_in_English_too()
    {
        AccessTown town = Village("day=1 at=16:00");
        town.Config = new InventoryConfig { Language = Language.En };
        string[] lines = Lines(town, Work with { Days = [ServiceDayType.Term] }, Evening);

        Assert.Equal(
            "Does not work: work 07:00–16:00, school day (skolan): the first trip is there 07:15, 15 min late. "
                + "The nearest there is: Leave home 06:26, walk 7.5 min, wait 1 min, line 31 from Byn 06:35 to Torget 07:10, walk 5 min, there 07:15. "
                + "Leave 17:04, walk 5 min, wait 1 min, line 31 from Torget 17:10 to Byn 17:50, walk 7.5 min, home 17:57.",
            lines[0]);
        Assert.EndsWith("Ordering: line 31T is ordered by 16:00 the day before.", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min=120", "linje 31T beställs senast 20:15.")] // 22:15 less two hours
    [InlineData("min=1440", "linje 31T beställs senast 22:15 dagen före.")]
    [InlineData("day=1 at=16:00 phone=0910-1", "linje 31T beställs senast 16:00 dagen före, tel. 0910-1.")]
    [InlineData("day=3 at=12:00", "linje 31T beställs senast 12:00 3 dagar före.")]
    [InlineData("day=0 at=12:00", "linje 31T beställs senast 12:00.")]
    [InlineData("Ring i god tid", "linje 31T måste beställas; se linjens villkor (”Ring i god tid”).")]
    [InlineData("", "linje 31T måste beställas; se linjens villkor.")]
    public void The_latest_booking_time_is_told_or_the_rule_is_named(string rule, string sentence) =>
        Assert.EndsWith("Beställning: " + sentence, Lines(Village(rule), Evening)[0], StringComparison.Ordinal);

    [Fact]
    public void Example_A_on_a_holiday_weekday_takes_too_long_there()
    {
        // Bus 06:35 from 06:26:30 is 123.5 min ahead of 08:30; 3.5 more than the 120 allowed.
        ToldErrand sfi = Tell(Village(), Sfi with { Days = [ServiceDayType.Holiday] }).Errands[0];

        Assert.Equal((ErrandReason.TooLongThere, 210), (sfi.Reason, sfi.MissS));
        Assert.Equal("resan dit tar 3,5 min för lång tid", new ErrandWords(Language.Sv).Why(sfi));
        Assert.Equal("the way there takes 3.5 min too long", new ErrandWords(Language.En).Why(sfi));
    }

    [Theory]
    [InlineData(800, true, "06:49")] // 07:00 - 60 s - 600 s
    [InlineData(2000, true, "06:34")] // 07:00 - 60 s - 1 500 s; 116.0 min ahead
    [InlineData(2000.1, false, null)]
    public void Example_B_changes_to_the_second_bus_and_ends_at_2000_m(double walkM, bool works, string? leave)
    {
        AccessTown town = Change().Home("h", 5000 - walkM);
        ToldErrand sfi = Tell(town, Sfi).Errands[0];

        Assert.Equal(works, sfi.Works);
        Assert.Equal(works ? ErrandReason.None : ErrandReason.NoStopInWalk, sfi.Reason);
        Assert.Equal(leave, sfi.There is { } there ? HousingInventory.Model.Clock.Text(there.LeaveS) : null);
        Assert.Equal(works ? [("7", "F", 25_200, "K", 26_400), ("1", "K", 27_900, "C", 30_300)] : [], (sfi.There?.Rides ?? []).Select(r => (r.Line, r.From, r.DepartS, r.To, r.ArriveS)));
        Assert.Equal(works ? 30_480 : null, sfi.There?.ArriveS); // 08:28:00
    }

    [Fact]
    public void Example_B_with_a_change_kept_by_the_operator_arrives_earlier_and_leaves_as_before()
    {
        // transfers.txt type 1 at K: 07:21 is caught; 08:01 + 180 s = 08:04:00.
        ToldJourney there = Tell(Change("transfer K K type=1").Home("h", 4200), Sfi).Best!.There!;

        Assert.Equal((24_540, 29_040), (there.LeaveS, there.ArriveS)); // 06:49:00, 08:04:00
    }

    [Fact]
    public void Example_C_shows_the_visit_with_the_least_absence()
    {
        // Door 09:05 to 12:45 is 220 min, 10:35 to 14:00 is 205; the third visit would end 15:10. The stay is 11:20 to 12:50.
        AccessTown town = Visits("09:06 09:50", "10:36 11:20", "12:56 13:40");
        ErrandConfig visit = Saturday with { Days = [ServiceDayType.Term] };

        Assert.Equal(
            ["Fungerar: saturday 10:00–15:00, skolvardag (torget): Hemifrån 10:35, vänta 1 min, linje 31 från Byn 10:36 till Torget 11:20, framme 11:20. Därifrån 13:15, vänta 1 min, linje 31 från Torget 13:16 till Byn 14:00, hemma 14:00."],
            Lines(town, visit));
        Assert.Equal(100.0, town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [visit] }).Values[0]);
    }

    [Fact]
    public void Example_C_with_the_third_bus_only_lacks_ten_minutes()
    {
        // 13:40 + 90 min = 15:10.
        AccessTown town = Visits("12:56 13:40");
        ErrandConfig visit = Saturday with { Days = [ServiceDayType.Term] };
        CriterionResult result = town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [visit] });

        Assert.Equal((0.0, 0), (result.Values[0], result.PointsTenths[0]));
        Assert.Equal("saturday 10:00–15:00, skolvardag (torget): besöket hinns inte med, 10 min fattas", result.Extra.Single(e => e.Suffix == "_failing").Values[0]);
    }

    [Fact]
    public void A_visit_that_takes_too_long_tells_the_journeys_that_come_nearest()
    {
        // The least absence is 205 min, 115 beyond the stay; 100 are allowed.
        AccessTown town = Visits("09:06 09:50", "10:36 11:20");
        ToldErrand visit = Tell(town, Saturday with { Days = [ServiceDayType.Term], MaxTravelMin = 100 }).Errands[0];

        Assert.Equal((ErrandReason.TooLongBack, 15 * 60), (visit.Reason, visit.MissS));
        Assert.Equal((38_100, 50_400), (visit.There!.LeaveS, visit.Back!.ArriveS)); // 10:35:00, 14:00:00
    }

    [Fact]
    public void An_errand_that_cannot_count_is_told_as_such()
    {
        AccessTown town = Village();
        town.NotInTimetable.Add(ServiceDayType.Sunday);

        Assert.Equal(
            [
                "Fungerar inte: church 10:00–11:00, söndag: tidtabellen har ingen sådan dag, så det räknas inte.",
                "Fungerar inte: swim 17:00–18:00, skolvardag: det finns ingen plats att gå till, så det räknas inte.",
            ],
            Lines(
                town, new ErrandConfig { Name = "church", Start = "10:00", End = "11:00", Days = [ServiceDayType.Sunday], To = To("square") },
                new ErrandConfig { Name = "swim", Start = "17:00", End = "18:00", To = To("pool") }, Sfi)[..2]);
    }

    [Fact]
    public void Every_errand_is_told_of_every_home_and_all_journeys_only_of_those_that_are_asked_for()
    {
        CriterionResult result = Village().Home("other", 4300).Measure(new UsefulDayCriterion { Name = "weekday", Errands = [Sfi, Work] }, [1]);

        Assert.Equal(3, result.Told[0]!.Errands.Count);
        Assert.Equal(3, result.Told[1]!.Errands.Count);
        Assert.Equal(1, result.Told[0]!.Errands.Count(e => e.There is not null));
        Assert.Equal(3, result.Told[1]!.Errands.Count(e => e.There is not null));
        Assert.NotNull(result.Told[0]!.Best!.There);
    }

    [Fact]
    public void The_nearest_stop_is_told_with_its_lines_and_first_and_last_departure()
    {
        // S has 06:35, 07:25 and 17:05 on the school day.
        CriterionResult result = Village().Measure(new WalkToStopCriterion { Name = "stop" });
        ToldStop stop = result.Told[0]!.Stop!;

        Assert.Equal(("Byn", 600.0, 3), (stop.Name, stop.WalkM, stop.Departures));
        Assert.Equal(["31"], stop.Lines);
        Assert.Equal("Byn (31; 06:35–17:05)", result.Extra[0].Values[0]);
    }
}
