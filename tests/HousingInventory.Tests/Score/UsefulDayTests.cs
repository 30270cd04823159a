using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>The useful day as a criterion, on the micro-examples of its definition: 80 m a minute, 60 s of slack.</summary>
public sealed class UsefulDayTests
{
    private static readonly ErrandConfig Sfi = new() { Name = "sfi", Start = "08:30", End = "15:00", Weight = 2, To = To("school") };

    private static readonly ErrandConfig[] Week =
    [
        Sfi,
        new() { Name = "work", Start = "07:00", End = "16:00", Days = [ServiceDayType.Term, ServiceDayType.Holiday], Weight = 2, To = To("school") },
        new() { Name = "evening", Start = "18:00", End = "22:00", Days = [ServiceDayType.Friday], To = To("square") },
        new() { Name = "saturday", From = "10:00", Until = "15:00", StayMin = 90, Days = [ServiceDayType.Saturday], To = To("square") },
    ];

    private static Destination To(string category, int nearest = 1) => new() { Category = [category], Nearest = nearest };

    /// <summary>Example A: home to stop S 600 m, stop C to school and work 400 m, to the square 200 m. 31T on Fridays must be booked.</summary>
    private static AccessTown Village()
    {
        AccessTown town = AccessTown.OnOneRoad(20_000).Service("skolan", "school", 15_400).Service("torget", "square", 14_800).Home("h", 4400).Timetable(
            """
            post S 5000,0 name=Byn
            post C 15000,0 name=Torget
            line 31 700
            line 31T 715
            service weekdays 2026-11-10 2026-11-13 2026-10-27
            service school 2026-11-10 2026-11-13
            trip a 31 weekdays : S 06:35, C 07:10
            trip b 31 school : S 07:25, C 08:05
            trip c 31 weekdays : S 17:05, C 17:40
            trip d 31 weekdays : C 15:20, S 16:00
            trip e 31 weekdays : C 17:10, S 17:50
            trip f 31 friday : C 24:10, S 24:45
            trip g 31T friday : C 22:15, S 22:50
            """);
        town.WithoutTrips.Add(ServiceDayType.Saturday);
        return town;
    }

    private static object? Extra(CriterionResult result, string suffix, int home = 0) => result.Extra.Single(e => e.Suffix == suffix).Values[home];

    [Fact]
    public void Example_A_works_for_a_third_and_says_what_and_why()
    {
        // sfi 2 of 6 works; booked makes the evening work: 3 of 6; work fails on both days because the first bus is there at 07:15.
        CriterionResult result = Village().Measure(new UsefulDayCriterion { Name = "weekday", Errands = Week });

        Assert.Equal(100.0 / 3, result.Values[0], 9);
        Assert.Equal(333, result.PointsTenths[0]);
        Assert.Equal(50.0, (double)Extra(result, "_booked")!, 9);
        Assert.Equal(0.0, (double)Extra(result, "_holiday")!, 9);
        Assert.Equal(
            "sfi 08:30–15:00, skolvardag (skolan): Hemifrån 07:16, gå 7,5 min, vänta 1 min, linje 31 från Byn 07:25 till Torget 08:05, gå 5 min, framme 08:10 (20 min före). "
                + "Därifrån 15:14, gå 5 min, vänta 1 min, linje 31 från Torget 15:20 till Byn 16:00, gå 7,5 min, hemma 16:07",
            Extra(result, "_best"));
        Assert.Equal("work 07:00–16:00, skolvardag (skolan): första turen är framme 07:15, 15 min för sent", Extra(result, "_failing"));
    }

    [Fact]
    public void The_words_are_in_the_language_of_the_run()
    {
        AccessTown town = Village();
        town.Config = new InventoryConfig { Language = Language.En };
        CriterionResult result = town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = Week });

        Assert.StartsWith("sfi 08:30–15:00, school day (skolan): Leave home 07:16, walk 7.5 min, wait 1 min, line 31 from Byn 07:25 to Torget 08:05, walk 5 min, there 08:10 (20 min early). Leave 15:14,", (string)Extra(result, "_best")!, StringComparison.Ordinal);
        Assert.Equal("work 07:00–16:00, school day (skolan): the first trip is there 07:15, 15 min late", Extra(result, "_failing"));
    }

    [Fact]
    public void Booked_trips_enter_the_points_by_the_credit_only()
    {
        // 100 (1/3 + 0.5 (1/2 - 1/3)) = 41.7; the value stays.
        CriterionResult result = Village().Measure(new UsefulDayCriterion { Name = "weekday", Errands = Week, OnDemandCredit = 0.5 });

        Assert.Equal(417, result.PointsTenths[0]);
        Assert.Equal(100.0 / 3, result.Values[0], 9);
    }

    [Fact]
    public void A_day_that_the_timetable_does_not_hold_leaves_both_sums()
    {
        // Without Saturday in the feed: 2 of 5.
        AccessTown town = Village();
        town.NotInTimetable.Add(ServiceDayType.Saturday);

        Assert.Equal(40.0, town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = Week }).Values[0], 9);
    }

    [Fact]
    public void An_errand_without_any_place_leaves_the_sums_with_a_notice()
    {
        // The saturday's place is missing: 2 of 5.
        AccessTown town = Village();
        CriterionResult result = town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [.. Week[..3], Week[3] with { To = To("sqare") }] });

        Assert.Equal(40.0, result.Values[0], 9);
        ErrandWithoutPlace notice = Assert.IsType<ErrandWithoutPlace>(Assert.Single(town.Run.Notices.Samples));
        Assert.Equal(
            "Resärendet 'saturday' i kriteriet 'weekday' har ingen plats att gå till och räknas inte: det finns ingen service av kategorin sqare (menas square?).",
            notice.Text(Language.Sv));
        Assert.True(town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [Sfi with { To = To("nothing") }] }).WithoutData);
    }

    [Fact]
    public void Without_a_centre_the_errands_that_go_there_leave_the_sums_with_one_notice()
    {
        // Work and evening go to the centre, which is not said; sfi, 2 of what is left, works; the Saturday does not: 2 of 3.
        AccessTown town = Village();
        UsefulDayCriterion day = new() { Name = "weekday", Errands = [Sfi, Week[1] with { To = null }, Week[2] with { To = null }, Week[3]] };
        CriterionResult result = town.Measure(day);

        Assert.Equal(200.0 / 3, result.Values[0], 9);
        Assert.Equal(new ErrandsWithoutCentre("weekday", "work, evening"), Assert.Single(town.Run.Notices.Samples));
        Assert.False(day.NeedsCentre(hasServices: true));
        Assert.True(day.NeedsCentre(hasServices: false));
        Assert.False(new UsefulDayCriterion { Name = "weekday" }.NeedsCentre(hasServices: true));
        Assert.Equal(["roads", "timetable", "services"], new UsefulDayCriterion { Name = "weekday", Errands = [Sfi] }.Needs);
    }

    [Fact]
    public void A_place_that_no_road_leads_to_is_told_as_such()
    {
        AccessTown town = Village();
        town.Config = new InventoryConfig { Centre = AccessTown.Degrees(0, 60_000) };
        town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [Sfi, Week[1] with { To = null }] });

        Assert.Equal(
            "The errand 'work' of the criterion 'weekday' has no place to go to and does not count: the place lies more than 500 m from every road; see that the longitude stands first.",
            Assert.Single(town.Run.Notices.Samples).Text(Language.En));
    }

    [Fact]
    public void There_and_back_go_to_the_same_place()
    {
        // Trap 29: shop A can only be reached, from shop B one only gets home.
        AccessTown town = AccessTown.OnOneRoad(60_000).Service("A", "grocery", 20_000).Service("B", "grocery", 40_000).Home("h", 400).Timetable(
            """
            post S 0,0
            post A 20000,0
            post B 40000,0
            line 1 700
            line 2 700
            trip out 1 * : S 10:00, A 10:30
            trip in 2 * : B 12:00, S 12:40
            """);
        ErrandConfig shop = new() { Name = "shop", From = "09:00", Until = "19:00", StayMin = 40, To = To("grocery", 2) };
        Assert.Equal(0.0, town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [shop] }).Values[0]);

        // With a way back from A it works: 10:00 - 60 s - 300 s = 09:54 from home; the bus home 11:30 is there 12:00 and 300 s later the door.
        town = town.Timetable(
            """
            post S 0,0
            post A 20000,0
            line 1 700
            trip out 1 * : S 10:00, A 10:30
            trip in 1 * : A 11:30, S 12:00
            """);
        CriterionResult result = town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [shop] });
        Assert.Equal(100.0, result.Values[0]);
        Assert.Equal(
            "shop 09:00–19:00, skolvardag (A): Hemifrån 09:54, gå 5 min, vänta 1 min, linje 1 från S 10:00 till A 10:30, framme 10:30. Därifrån 11:29, vänta 1 min, linje 1 från A 11:30 till S 12:00, gå 5 min, hemma 12:05", Extra(result, "_best"));
    }

    [Fact]
    public void A_slower_bus_that_another_dominates_changes_nothing()
    {
        // Trap 30: 06:30 to 07:50 is dominated by 06:35 to 07:15; with it or without it the errand is judged by the whole absence.
        const string Fast = "trip fast 1 * : S 06:35, C 07:15\ntrip home 1 * : C 15:20, S 16:00\n";
        string head = "post S 5000,0\npost C 15000,0\nline 1 700\n";
        ErrandConfig[] errands = [Sfi with { Start = "08:30", MaxAheadMin = 130 }];
        AccessTown town = AccessTown.OnOneRoad(20_000).Service("skolan", "school", 15_000).Home("h", 5000);
        CriterionResult alone = town.Timetable(head + Fast).Measure(new UsefulDayCriterion { Name = "weekday", Errands = errands });
        CriterionResult both = town.Timetable(head + "trip slow 1 * : S 06:30, C 07:50\n" + Fast).Measure(new UsefulDayCriterion { Name = "weekday", Errands = errands });

        Assert.Equal([100.0, 100.0], [alone.Values[0], both.Values[0]]);
        Assert.Equal(Extra(alone, "_best"), Extra(both, "_best"));
    }

    [Fact]
    public void A_village_with_booked_trips_only_has_a_useful_day_of_0_and_more_with_booking()
    {
        // Trap 43.
        AccessTown town = AccessTown.OnOneRoad(20_000).Service("skolan", "school", 15_000).Home("h", 5000).Home("far", 6000).Timetable(
            """
            post S 5000,0
            post O 7000,0
            post C 15000,0
            line 1 715
            line 2 700
            trip a 1 * dir=0 : S 08:00, C 08:20
            trip b 1 * dir=1 : C 15:10, S 15:30
            trip c 2 * dir=0 : O 09:00, C 09:20
            trip d 2 * dir=1 : C 14:00, O 14:20
            trip e 2 * dir=1 : O 14:20, C 14:40
            """);
        CriterionResult day = town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [Sfi] });
        Assert.Equal((0.0, 0, 100.0), (day.Values[0], day.PointsTenths[0], (double)Extra(day, "_booked")!));
        Assert.Equal("sfi 08:30–15:00, skolvardag (skolan): går bara med turer som måste beställas", Extra(day, "_failing"));

        // The departures are a measured 0, with two booked trips a week beside; the nearest ordinary stop is 2 000 m on.
        CriterionResult departures = town.Measure(new DeparturesCriterion { Name = "departures" });
        Assert.Equal((MeasureState.Measured, 0.0), (departures.States[0], departures.Values[0]));
        Assert.Equal(1, Extra(departures, "_booked"));
        Assert.Equal(2000.0, town.Measure(new WalkToStopCriterion { Name = "stop" }).Values[0]);
    }

    [Fact]
    public void A_home_without_a_stop_is_measured_0_and_one_off_the_roads_is_not_measured()
    {
        AccessTown town = Village().Home("nowhere", 10_000).Home("off", 10_000, 501).Road((0, 0), (0, 1000));
        CriterionResult result = town.Measure(new UsefulDayCriterion { Name = "weekday", Errands = [Sfi] });

        Assert.Equal([MeasureState.Measured, MeasureState.Measured, MeasureState.OffNetwork], result.States);
        Assert.Equal(0.0, result.Values[1]);
        Assert.Equal("sfi 08:30–15:00, skolvardag: ingen hållplats inom gångavstånd", Extra(result, "_failing", 1));
        Assert.Null(Extra(result, "_best", 2));
    }

    [Fact]
    public void Removing_a_home_changes_nothing_for_the_others()
    {
        AccessTown town = Village().Home("a", 3100).Home("b", 14_000).Service("skola2", "school", 9000);
        UsefulDayCriterion day = new() { Name = "weekday", Errands = Week };
        CriterionResult all = town.Measure(day);
        CriterionResult fewer = town.Without("h").Measure(day);

        Assert.Equal(all.Values[1..], fewer.Values);
        Assert.Equal(all.PointsTenths[1..], fewer.PointsTenths);
        Assert.Equal(all.Extra.Select(e => e.Values.Skip(1)), fewer.Extra.Select(e => (IEnumerable<object?>)e.Values));
    }

    [Fact]
    public void The_standard_errands_are_sound_and_weigh_13()
    {
        // 2 + 2 + 2 + 1 + 2 + 1 + 1 + 1 + 1.
        Assert.Equal(13, StandardErrands.All.Sum(e => e.Weight));
        Assert.Null(new UsefulDayCriterion { Name = "weekday" }.Fault());
    }

    [Theory]
    [InlineData("""{ "name": "a", "start": "08:00" }""", ".errands[0].end must be a time written \"HH:mm\"")]
    [InlineData("""{ "name": "a", "start": "08:00", "end": "07:00" }""", ".errands[0].end must be after start")]
    [InlineData("""{ "name": "a", "from": "08:00", "until": "09:00", "stayMin": 61 }""", ".errands[0].stayMin must be above 0 and fit between from and until")]
    [InlineData("""{ "name": "a", "start": "08:00", "end": "09:00", "stayMin": 30 }""", ".errands[0] needs either start and end, or from, until and stayMin")]
    [InlineData("""{ "name": "a", "start": "08:00", "end": "09:00", "days": ["term", "term"] }""", ".errands[0].days must name each day once, and at least one")]
    [InlineData("""{ "name": "a", "start": "08:00", "end": "09:00", "to": { "category": "x", "nearest": 0 } }""", ".errands[0].to.nearest must be 1 to 50")]
    [InlineData("""{ "name": "a", "start": "08:00", "end": "09:00" }""", "(type useful-day) needs a \"to\", or a \"centre\" of the configuration")]
    [InlineData("""{ "name": "a", "star": "08:00" }""", "errands[0].star is not known here; did you mean 'start'?")]
    public void What_cannot_be_is_refused_with_its_path(string errand, string sentence)
    {
        string text = $$"""
            { "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }, { "type": "roads", "path": "v" }, { "type": "timetable", "path": "t" } ],
              "criteria": [ { "type": "useful-day", "name": "weekday", "errands": [ {{errand}} ] } ] }
            """;

        Assert.Contains(sentence, Assert.Throws<InputException>(() => ConfigReader.Parse(text, "inventory.json")).Message, StringComparison.Ordinal);
    }
}
