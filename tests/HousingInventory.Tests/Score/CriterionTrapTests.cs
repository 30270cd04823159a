using System.Globalization;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>
/// The traps of the definition as a user meets them: written in a configuration, measured on roads and a timetable. The numbers are those of its list; those about
/// points, score and order stand in <see cref="ScoreExamplesTests"/>. 80 m a minute, so 256 m are 192 s.
/// </summary>
public sealed class CriterionTrapTests
{
    private const string Stop = """{ "type": "walk-to-stop", "name": "stop" }""";
    private const string Departures = """{ "type": "departures", "name": "departures" }""";

    /// <summary>Two buses a day each way between S at 0 and C at 15 000 m.</summary>
    private const string Buses =
        """
        post S 0,0
        post C 15000,0
        line 1 700
        trip a 1 * : S 07:00, C 07:30
        trip b 1 * : S 09:00, C 09:30
        trip c 1 * : C 15:00, S 15:30
        trip d 1 * : C 17:00, S 17:30
        """;

    private static AccessTown Town(string timetable = Buses) => AccessTown.OnOneRoad(20_000).Timetable(timetable);

    private static object? Extra(CriterionResult result, string suffix, int home = 0) => result.Extra.Single(e => e.Suffix == suffix).Values[home];

    private static string To(string service, string more) => $$"""{ "type": "travel-time", "name": "x", "to": { "category": "{{service}}" }, {{more}} }""";

    [Fact]
    public void Trap_1_the_way_to_the_road_is_walked()
    {
        AccessTown town = Town().Service("skolan", "school", 15_000).Home("h", 0, 256);

        Assert.Equal(256.0, town.Measure(Stop).Values[0]);
        ToldJourney journey = town.Measure(To("school", "\"arriveBy\": \"08:00\"")).Told[0]!.Journey!;
        Assert.Equal((192, (7 * 3600) - 60 - 192), (journey.FirstWalkS, journey.LeaveS));
    }

    [Fact]
    public void Trap_2_a_stop_on_the_same_edge_is_reached_along_it()
    {
        // 10 m to the road, 200 m along it, 5 m to the post; the ends of the 3 km edge are farther.
        AccessTown town = new AccessTown().Road((0, 0), (3000, 0)).Road((0, 0), (0, 50)).Home("h", 1400, 10).Timetable(
            "post S 1600,-5\npost C 2900,0\nline 1 700\ntrip a 1 * : S 07:00, C 07:30\ntrip b 1 * : S 09:00, C 09:30");

        Assert.Equal(215.0, town.Measure(Stop).Values[0]);
    }

    [Fact]
    public void Trap_3_a_fragment_is_passed_over_and_the_only_street_stays()
    {
        // The fragment is 5 m away, the road 40 m; 40 + 515 m to S.
        Assert.Equal(555.0, new AccessTown { FragmentM = 1000 }.Road((0, 0), (20_000, 0)).Road((500, 35), (530, 35)).Home("h", 515, 40).Timetable(Buses).Measure(Stop).Values[0]);
        AccessTown street = new AccessTown { FragmentM = 1000 }.Road((0, 0), (300, 0)).Home("h", 200).Timetable(
            "post S 0,0\npost C 300,0\nline 1 700\ntrip a 1 * : S 07:00, C 07:30\ntrip b 1 * : S 09:00, C 09:30");
        Assert.Equal(200.0, street.Measure(Stop).Values[0]);
    }

    [Fact]
    public void Trap_4_nobody_walks_on_a_motorway()
    {
        // The motorway is 20 m away, the street 80 m: 80 + 1000 m.
        Assert.Equal(1080.0, Town().Motorway((0, 100), (20_000, 100)).Home("h", 1000, 80).Measure(Stop).Values[0]);
    }

    [Fact]
    public void Trap_5_across_the_water_is_unreachable_with_0_points()
    {
        CriterionResult result = new AccessTown { FragmentM = 1000 }.Road((0, 0), (20_000, 0)).Road((0, 5000), (3000, 5000)).Home("h", 100, 5000).Timetable(Buses).Measure(Stop);

        Assert.Equal((MeasureState.Unreachable, 0, double.NaN), (result.States[0], result.PointsTenths[0], result.Values[0]));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void Trap_6_off_the_network_begins_beyond_500_m(double y, bool off)
    {
        // The side road keeps the house inside the extent of the road data.
        AccessTown town = Town().Road((0, 0), (0, 900)).Service("butik", "grocery", 0).Home("h", 10_000, y);
        foreach (string criterion in (string[])[Stop, Departures, """{ "type": "service", "name": "shop", "category": "grocery" }""", To("grocery", "\"maxMin\": 1440"), """{ "type": "ptal", "name": "p" }"""])
        {
            Assert.Equal(off, town.Measure(criterion).States[0] == MeasureState.OffNetwork);
        }
    }

    [Fact]
    public void Trap_7_a_far_stop_has_a_distance_and_no_points()
    {
        CriterionResult result = Town().Home("h", 5000).Measure("""{ "type": "walk-to-stop", "name": "stop", "fullUntilM": 400, "zeroFromM": 2000 }""");

        Assert.Equal((5000.0, 0, MeasureState.Measured), (result.Values[0], result.PointsTenths[0], result.States[0]));
    }

    [Fact]
    public void Trap_8_departures_within_a_distance_are_not_cut_at_the_longest_walk_of_a_journey() =>
        Assert.Equal(2.0, Town().Home("h", 2500).Measure("""{ "type": "departures", "name": "d", "withinM": 3000 }""").Values[0]);

    [Theory]
    [InlineData(400.0, 1000)]
    [InlineData(401.6, 999)] // 100 (2000 - 401.6) / 1600 = 99.9
    [InlineData(2000.0, 0)]
    public void Trap_8_distances_at_the_limit_are_inside(double x, int points)
    {
        CriterionResult result = Town().Home("h", x).Measure("""{ "type": "walk-to-stop", "name": "stop", "fullUntilM": 400, "zeroFromM": 2000 }""");

        Assert.Equal(points, result.PointsTenths[0]);
        Assert.Equal(x <= 400 ? 1000 : 0, Town().Home("h", x).Measure("""{ "type": "walk-to-stop", "name": "stop", "shape": "step", "untilM": 400 }""").PointsTenths[0]);
        Assert.Equal(x <= 400 ? 2.0 : 0.0, Town().Home("h", x).Measure("""{ "type": "departures", "name": "d", "withinM": 400 }""").Values[0]);
    }

    [Fact]
    public void Trap_8_times_at_the_limit_are_inside()
    {
        // The bus leaves 07:00, slack 60 s, no walk: 06:59, which is 120 min before 08:59.
        AccessTown town = Town().Service("skolan", "school", 15_000).Home("h", 0);
        Assert.Equal((120.0, 0), (town.Measure(To("school", "\"arriveBy\": \"08:59\", \"maxMin\": 120")).Values[0], town.Measure(To("school", "\"arriveBy\": \"08:59\"")).PointsTenths[0]));
        Assert.Equal(MeasureState.Unreachable, town.Measure(To("school", "\"arriveBy\": \"09:00\", \"maxMin\": 120")).States[0]);
    }

    [Theory]
    [InlineData("717", 0, 1)]
    [InlineData("1501", 0, 1)]
    [InlineData("715", 0, 1)]
    [InlineData("712", 0, 0)]
    [InlineData("707", 0, 0)]
    [InlineData("700", 1, 0)]
    public void Trap_9_booked_and_left_out_lines_are_no_departures(string type, int departures, int booked)
    {
        CriterionResult result = Town($"post S 0,0\npost C 15000,0\nline 1 {type}\ntrip a 1 * : S 07:00, C 07:30").Home("h", 0).Measure(Departures);

        Assert.Equal((MeasureState.Measured, departures, booked), (result.States[0], (int)result.Values[0], (int)Extra(result, "_booked")!));
    }

    [Theory]
    [InlineData("S 07:00 ask, C 07:30 ask", 1, 0)] // trap 10: pickup_type 3
    [InlineData("S 07:00 book-board, C 07:30", 0, 1)] // trap 11: pickup_type 2
    [InlineData("S 07:00 rule=R, C 07:30", 0, 1)] // trap 11: a booking rule with pickup_type 0
    [InlineData("S 07:00 no-board, C 07:30", 0, 0)] // trap 13
    [InlineData("C 06:30, S 07:00", 0, 0)] // trap 12: the last call
    public void Traps_10_to_13_the_row_says_what_can_be_boarded(string calls, int departures, int booked)
    {
        CriterionResult result = Town($"rule R ring\npost S 0,0\npost C 15000,0\nline 1 700\ntrip a 1 * : {calls}").Home("h", 0).Measure(Departures);

        Assert.Equal((departures, booked), ((int)result.Values[0], (int)Extra(result, "_booked")!));
    }

    [Fact]
    public void Trap_12_a_post_where_buses_only_end_is_no_stop()
    {
        // E, 100 m away, is the end of two trips; S is 1 000 m away.
        AccessTown town = Town(Buses + "\npost E 1100,0\ntrip e 1 * : C 10:00, E 10:30\ntrip f 1 * : C 11:00, E 11:30").Home("h", 1000);

        Assert.Equal(1000.0, town.Measure(Stop).Values[0]);
    }

    [Fact]
    public void Trap_13_riding_through_works_where_nobody_may_alight()
    {
        AccessTown town = Town("post S 0,0\npost M 8000,0\npost C 15000,0\nline 1 700\ntrip a 1 * : S 07:00, M 07:15 no-alight, C 07:30").Service("mitt", "middle", 8000).Service("skolan", "school", 15_000).Home("h", 0);

        Assert.Equal(MeasureState.Unreachable, town.Measure(To("middle", "\"arriveBy\": \"08:00\"")).States[0]);
        Assert.Equal(61.0, town.Measure(To("school", "\"arriveBy\": \"08:00\"")).Values[0]);
    }

    [Fact]
    public void Traps_14_and_15_trips_are_counted_and_not_stop_times()
    {
        AccessTown one = Town("post A 0,0\npost B 300,0\npost D 600,0\npost C 15000,0\nline 1 700\ntrip a 1 * : A 07:00, B 07:01, D 07:02, C 07:30").Home("h", 300);
        Assert.Equal(1.0, one.Measure(Departures).Values[0]);

        // Two posts with the same name, a trip each way: 2, and one in the weaker direction; trap 44: such a stop counts.
        AccessTown two = Town("post A 0,0 name=Byn\npost B 30,0 name=Byn\npost C 15000,0\npost D 15030,0\nline 1 700\ntrip a 1 * dir=0 : A 07:00, C 07:30\ntrip b 1 * dir=1 : B 15:00, D 15:30").Home("h", 0);
        CriterionResult result = two.Measure(Departures);
        Assert.Equal((2.0, 1), (result.Values[0], (int)Extra(result, "_one_way")!));
        Assert.Equal("Byn (1; 07:00–15:00)", Extra(two.Measure(Stop), "_best"));
    }

    [Fact]
    public void Trap_16_a_headway_becomes_trips_and_its_pattern_none()
    {
        // 06:00, 06:20, 06:40; the pattern's own 05:00 is none.
        CriterionResult result = Town("post S 0,0\npost C 15000,0\nline 1 700\ntrip a 1 * : S 05:00, C 05:30\nevery a 06:00-07:00 1200").Home("h", 0).Measure(Departures);

        Assert.Equal(3.0, result.Values[0]);
    }

    [Theory]
    [InlineData(12, 0.0)] // with two of the four at the edges 14 departures
    [InlineData(11, double.NaN)]
    public void Trap_17_two_of_four_departures_around_the_window_count(int between, double metres)
    {
        string[] times = ["05:59:59", "06:00:00", "19:59:59", "20:00:00", .. Enumerable.Range(7, between).Select(h => string.Create(CultureInfo.InvariantCulture, $"{h:00}:30:00"))];
        AccessTown town = Town("post S 0,0\npost C 15000,0\nline 1 700\n" + string.Join('\n', times.Select((t, i) => $"trip t{i} 1 * : S {t}, C 21:00"))).Home("h", 0);

        Assert.Equal(metres, town.Measure("""{ "type": "scb-nearness", "name": "scb", "hourly": "average" }""").Values[0]);
    }

    [Fact]
    public void Traps_18_and_19_a_late_bus_is_boarded_the_day_after_and_counted_the_day_before()
    {
        // 24:40 on Thursday is 00:40 on Friday: left the door 00:30, home 01:10 and no walk: 40 min. The trip of 48 h left on Wednesday and is met on Friday.
        const string text = "post S 0,0\npost C 15000,0\npost D 8000,0\nline 1 700\nservice thu 2026-11-12\nservice wed 2026-11-11\ntrip a 1 thu : C 24:40, S 25:10\ntrip b 1 wed : C 12:00, D 61:00, S 62:00\ntrip x 1 friday : D 10:00, C 10:10";
        AccessTown town = Town(text).Service("skolan", "school", 15_000).Service("mitt", "middle", 8000).Home("h", 0).Home("c", 15_000);

        Assert.Equal(40.0, town.Measure(To("school", "\"departAfter\": \"00:30\", \"day\": \"friday\"")).Values[0]);
        Assert.Equal([0.0, 0.0], town.Measure("""{ "type": "departures", "name": "d", "day": "friday" }""").Values);

        // 61:00 of Wednesday is 13:00 of Friday; it is at S at 14:00.
        Assert.Equal(90.0, town.Measure(To("middle", "\"departAfter\": \"12:30\", \"day\": \"friday\"")).Values[0]);
    }

    [Fact]
    public void Trap_20_a_post_without_a_position_is_near_nobody_and_ridden_through()
    {
        AccessTown town = Town("post S 0,0\npost N -\npost C 15000,0\nline 1 700\ntrip a 1 * : S 07:00, N 07:10, C 07:30\ntrip b 1 * : N 08:00, C 08:30\ntrip c 1 * : S 09:00, C 09:30").Service("skolan", "school", 15_000).Home("h", 0);

        Assert.Equal(2.0, town.Measure(Departures).Values[0]);
        Assert.Equal(61.0, town.Measure(To("school", "\"arriveBy\": \"08:00\"")).Values[0]);
    }

    [Fact]
    public void Trap_21_feeds_with_the_same_ids_do_not_mix()
    {
        // Post S of the first feed is near the home, post S of the second is not.
        const string text = "source one\npost S 0,0\npost C 15000,0\nline 1 700\ntrip a 1 * : S 07:00, C 07:30\nsource two\npost S 9000,0\npost C 19000,0\nline 1 700\ntrip a 1 * : S 07:00, C 07:40\ntrip b 1 * : S 08:00, C 08:40";

        Assert.Equal([1.0, 2.0], AccessTown.OnOneRoad(20_000).Timetable(text).Home("h", 0).Home("far", 9000).Measure(Departures).Values);
    }

    [Fact]
    public void Trap_22_a_trip_that_two_feeds_carry_is_one_departure()
    {
        const string text = "source regional\npost S 0,0\npost C 15000,0\nline 1 700 name=31\ntrip a 1 * : S 07:00, C 07:30\nsource national\npost 77 20,0 name=S\npost 78 15010,0 name=C\nline 9 700 name=31\ntrip z 9 * : 77 07:00, 78 07:30\ntrip y 9 * : 77 08:00, 78 08:30";

        Assert.Equal(2.0, AccessTown.OnOneRoad(20_000).Timetable(text).Home("h", 0).Measure(Departures).Values[0]);
    }

    [Theory]
    [InlineData("""{ "type": "departures", "name": "d", "day": "saturday" }""")]
    [InlineData("""{ "type": "travel-time", "name": "t", "to": { "category": "school" }, "day": "saturday" }""")]
    [InlineData("""{ "type": "useful-day", "name": "u", "errands": [ { "name": "e", "start": "10:00", "end": "12:00", "days": ["saturday"], "to": { "category": "school" } } ] }""")]
    public void Trap_24_a_Saturday_without_trips_is_0_and_a_feed_without_Saturdays_leaves_the_sum(string criterion)
    {
        AccessTown town = Town().Service("skolan", "school", 15_000).Home("h", 0);
        town.WithoutTrips.Add(ServiceDayType.Saturday);
        CriterionResult none = town.Measure(criterion);
        Assert.Equal((criterion.Contains("useful", StringComparison.Ordinal) ? MeasureState.Measured : MeasureState.NoService, 0, false), (none.States[0], none.PointsTenths[0], none.WithoutData));

        town.WithoutTrips.Clear();
        town.NotInTimetable.Add(ServiceDayType.Saturday);
        CriterionResult missing = town.Measure(criterion);
        Assert.Equal((MeasureState.NoData, true), (missing.States[0], missing.WithoutData));
    }

    [Fact]
    public void Trap_27_reachable_in_25_of_60_minutes_has_a_quarter_and_no_half()
    {
        // The bus leaves 07:25 with 60 s of slack, so who leaves home 07:00 ... 07:24 gets there at 07:55.
        AccessTown town = Town("post S 0,0\npost C 15000,0\nline 1 700\ntrip a 1 * : S 07:25, C 07:55").Service("skolan", "school", 15_000).Home("h", 0);
        CriterionResult quarter = town.Measure(To("school", "\"window\": [\"07:00\", \"08:00\"], \"percentile\": 25"));

        // Number 15 of 31, 32, ... 55 min.
        Assert.Equal(45.0, quarter.Values[0]);
        Assert.Equal(0.417, Math.Round((double)Extra(quarter, "_share")! / 100, 3));
        Assert.Equal(MeasureState.Unreachable, town.Measure(To("school", "\"window\": [\"07:00\", \"08:00\"]")).States[0]);
    }

    [Theory]
    [InlineData("07:22", "07:45", 66.0)] // 120 s: caught; there 08:05
    [InlineData("07:21:59", "07:45", double.NaN)] // 119 s: missed
    [InlineData("07:20", "07:45", 66.0, "transfer K K type=4 from=a to=b")] // trap 32: one stays seated
    public void Traps_31_and_32_a_change_takes_120_seconds_unless_one_stays_seated(string depart, string arrive, double minutes, string more = "")
    {
        AccessTown town = Town($"post S 0,0\npost K 8000,0\npost C 15000,0\nline 1 700\nline 2 700\ntrip a 1 * : S 07:00, K 07:20\ntrip b 2 * : K {depart}, C {arrive}\n{more}").Service("skolan", "school", 15_000).Home("h", 0);

        Assert.Equal(minutes, town.Measure(To("school", "\"arriveBy\": \"08:05\"")).Values[0]);
    }

    [Fact]
    public void Trap_33_a_blank_time_in_the_middle_is_reckoned()
    {
        // 07:00, blank, blank, 07:30: M at 07:10, one home half way; the whole ride is as long.
        AccessTown town = Town("post S 0,0\npost M 5000,0\npost N 10000,0\npost C 15000,0\nline 1 700\ntrip a 1 * : S 07:00, M -, N -, C 07:30").Service("skolan", "school", 15_000).Home("h", 0).Home("m", 5000);

        Assert.Equal([61.0, 51.0], town.Measure(To("school", "\"arriveBy\": \"08:00\"")).Values);
    }

    [Fact]
    public void Published_example_ptal_has_an_index_of_4_94()
    {
        // Bus 101 160 m away, 4 in the hour; 102 at 160 m and at 400 m, 2; 103 at 648 m, 6; 104 at 640 m, 1; a train at 800 m, 2. All run one way.
        // 2.6087 + (1.5789 + 0.7500) / 2 + 1.1650 = 4.9382.
        List<string> rows = ["post A 160,0", "post B -400,0", "post D -648,0", "post E 640,0", "post T -800,0", "post Z 15000,0", "line 101 700", "line 102 700", "line 103 700", "line 104 700", "line rail 100"];
        foreach ((string line, string calls, int trips) in ((string, string, int)[])[("101", "A", 4), ("102", "A B", 2), ("103", "D", 6), ("104", "E", 1), ("rail", "T", 2)])
        {
            rows.AddRange(Enumerable.Range(0, trips).Select(i => string.Create(
                CultureInfo.InvariantCulture, $"trip {line}x{i} {line} * dir=0 : {string.Join(", ", calls.Split(' ').Select((p, k) => $"{p} 08:{15 + (i * 9) + k:00}"))}, Z 10:00")));
        }

        AccessTown town = new AccessTown().Road((-1000, 0), (20_000, 0)).Timetable(string.Join('\n', rows)).Home("h", 0);
        CriterionResult result = town.Measure("""{ "type": "ptal", "name": "p", "weight": 0 }""");
        Assert.Equal((4.94, "1b"), (result.Values[0], (string)Extra(result, "_class")!));
    }

    [Theory]
    [InlineData(28, "are", "300 301", "D -")]
    [InlineData(28, "goat", "300", "F")]
    [InlineData(28, "oerok", "300 500 750", "E F G")]
    [InlineData(20, "are", "300", "-")]
    [InlineData(20, "goat", "300", "F")]
    [InlineData(20, "oerok", "300 500 750", "F G G")]
    [InlineData(14, "are", "300", "-")]
    [InlineData(14, "goat", "300", "-")]
    [InlineData(14, "oerok", "300 500 750", "F G G")]
    [InlineData(8, "are", "300", "-")]
    [InlineData(8, "goat", "300", "-")]
    [InlineData(8, "oerok", "300 500 750", "G G -")]
    [InlineData(7, "are", "300", "-")]
    [InlineData(7, "goat", "300", "-")]
    [InlineData(7, "oerok", "300 500 750", "- - -")]
    public void Published_example_a_bus_stop_with_so_many_calls_has_these_classes(int calls, string tables, string metres, string classes)
    {
        // Two posts of one stop at 15 000 m, the calls dealt to both directions; every trip goes on, so that no call is a last one, and none begins there.
        string trips = string.Join('\n', Enumerable.Range(0, calls).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"trip t{i} 1 * dir={i % 2} : {(i % 2 == 0 ? "A" : "Z")} {6 + (i / 2):00}:01, {(i % 2 == 0 ? "P" : "Q")} {6 + (i / 2):00}:10, {(i % 2 == 0 ? "Z" : "A")} {6 + (i / 2):00}:50")));
        AccessTown town = AccessTown.OnOneRoad(40_000).Timetable("post A 0,0\npost P 15000,0 name=Byn\npost Q 15000,0 name=Byn\npost Z 30000,0\nline 1 700\n" + trips);
        foreach (string m in metres.Split(' '))
        {
            town.Home("h" + m, 15_000 + double.Parse(m, CultureInfo.InvariantCulture));
        }

        CriterionResult result = town.Measure($$"""{ "type": "oev-gueteklassen", "name": "q", "tables": "{{tables}}", "weight": 0 }""");
        Assert.Equal(classes.Split(' '), result.Extra[0].Values);
    }

    [Theory]
    [InlineData("Q", "D")] // two posts: 840 / (70 / 2) = 24 min, category 5
    [InlineData("P", "C")] // one post: 840 / 70 = 12 min, category 4
    public void Published_example_goat_halves_where_two_posts_are_served(string second, string expected)
    {
        // The definition's example has 10 arrivals in two hours; 70 in the fourteen from 06 to 20 are as many.
        string trips = string.Join('\n', Enumerable.Range(0, 70).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"trip t{i} 1 * : A 00:01, {(i % 2 == 0 ? "P" : second)} {6 + (i / 5):00}:{i % 5 * 11:00}, Z 23:00")));
        AccessTown town = AccessTown.OnOneRoad(40_000).Timetable("post A 0,0\npost P 15000,0 name=Byn\npost Q 15000,0 name=Byn\npost Z 30000,0\nline 1 700\n" + trips).Home("h", 15_300);

        Assert.Equal(expected, town.Measure("""{ "type": "oev-gueteklassen", "name": "q", "tables": "goat" }""").Extra[0].Values[0]);
    }

    [Fact]
    public void Published_example_scb_needs_every_hour_or_fourteen_in_all()
    {
        // Eastbound xx:10 in 06-19 but 13, westbound xx:40 in 06-19. Both: served either way. Eastbound alone: 13 of 14 hours, and 13 < 14.
        string east = string.Join('\n', Enumerable.Range(6, 14).Where(h => h != 13).Select(h => string.Create(CultureInfo.InvariantCulture, $"trip e{h} 1 * dir=0 : E {h:00}:10, Z {h:00}:30")));
        string west = string.Join('\n', Enumerable.Range(6, 14).Select(h => string.Create(CultureInfo.InvariantCulture, $"trip w{h} 1 * dir=1 : W {h:00}:40, Y {h:00}:55")));
        const string posts = "post E 0,0 name=Byn\npost W 30,0 name=Byn\npost Z 15000,0\npost Y 15500,0\nline 1 700\n";
        foreach (string hourly in (string[])["every", "average"])
        {
            string criterion = $$"""{ "type": "scb-nearness", "name": "scb", "hourly": "{{hourly}}" }""";
            Assert.Equal(0.0, Town(posts + east + "\n" + west).Home("h", 15).Measure(criterion).Values[0]);
            Assert.Equal(double.NaN, Town(posts + east).Home("h", 15).Measure(criterion).Values[0]);
        }
    }
}
