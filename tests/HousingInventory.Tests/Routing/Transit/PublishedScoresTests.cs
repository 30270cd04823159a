using System.Globalization;
using System.Text;
using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>Trap 42: the worked examples of the published scores.</summary>
public sealed class PublishedScoresTests
{
    [Theory]
    [InlineData(TransitMode.Bus, 160, 4, 2.6087)] // 30 / (2.00 + 7.50 + 2.0)
    [InlineData(TransitMode.Bus, 160, 2, 1.5789)] // 30 / (2 + 15 + 2)
    [InlineData(TransitMode.Bus, 400, 2, 1.3636)] // 30 / (5 + 15 + 2)
    [InlineData(TransitMode.Bus, 648, 6, 0)] // beyond 640 m
    [InlineData(TransitMode.Bus, 640, 1, 0.75)] // 30 / (8 + 30 + 2)
    [InlineData(TransitMode.Rail, 800, 2, 1.1650)] // 30 / (10 + 15 + 0.75)
    [InlineData(TransitMode.Rail, 960, 1, 0.7018)] // 30 / (12 + 30 + 0.75)
    [InlineData(TransitMode.Rail, 960.1, 1, 0)]
    [InlineData(TransitMode.Bus, 0, 0, 0)]
    public void A_line_is_worth_its_doorstep_frequency(TransitMode mode, double walkM, int departures, double edf)
        => Assert.Equal(edf, Ptal.EquivalentDoorstepFrequency(new PtalService(1, mode, walkM, departures)), 0.00005);

    [Fact]
    public void Ptal_takes_the_best_line_whole_and_the_others_half_mode_by_mode()
    {
        // Bus 2.6087 + 0.5 x (1.5789 + 0.75) = 3.7732, train 1.1650: 4.9382. Line 102 counts at its nearer stop only.
        PtalService[] services =
        [
            new(101, TransitMode.Bus, 160, 4), new(102, TransitMode.Bus, 160, 2), new(102, TransitMode.Bus, 400, 2),
            new(103, TransitMode.Bus, 648, 6), new(104, TransitMode.Bus, 640, 1), new(900, TransitMode.Rail, 800, 2),
        ];

        Assert.Equal(4.94m, Ptal.Index(services));
        Assert.Equal("1b 4.94", Ptal.Describe(Ptal.Index(services)));
        Assert.Equal(4.94m, Ptal.Index(services.Reverse()));
    }

    [Fact]
    public void The_largest_value_counts_whole_not_the_most_frequent_line()
    {
        // f 6 at 640 m: 30 / (8 + 5 + 2) = 2.0000. f 4 at 80 m: 30 / (1 + 7.5 + 2) = 2.8571. 2.8571 + 1.0000 = 3.8571.
        Assert.Equal(3.86m, Ptal.Index([new(1, TransitMode.Bus, 640, 6), new(2, TransitMode.Bus, 80, 4)]));
    }

    [Fact]
    public void A_line_counts_at_the_stop_where_it_is_reached_fastest_in_its_busier_direction()
    {
        // Line 1 in the window: two trips one way and one the other from the posts of one stop; the nearer post is 160 m away: 30 / (2 + 15 + 2).
        TextTown town = new("""
            post A 0,0 name=X
            post B 40,0 name=X
            post Z 9000,0
            line 1 3
            trip a 1 * dir=0 : A 08:20, Z 09:00
            trip b 1 * dir=0 : A 08:50, Z 09:30
            trip c 1 * dir=1 : B 08:40, Z 09:30
            """);
        WindowTraffic[] traffic = WindowTraffic.Departures(town.Day, Ptal.WindowFromS, Ptal.WindowUntilS);
        IReadOnlyList<PtalService> services = Ptal.ServicesNear(town.Text.Timetable, traffic, town.Text.Posts("A B"), [200, 160]);

        Assert.Equal([new PtalService(0, TransitMode.Bus, 200, 2), new PtalService(0, TransitMode.Bus, 160, 2)], services);
        Assert.Equal(1.58m, Ptal.Index(services));
    }

    [Fact]
    public void One_bus_at_300_m_is_level_1a_and_outside_the_window_level_0()
    {
        // 30 / (3.75 + 30 + 2) = 0.8392
        Assert.Equal("1a 0.84", Ptal.Describe(Ptal.Index([new(1, TransitMode.Bus, 300, 1)])));
        TextTown town = new("post A 0,0\npost B 9000,0\nline 1 3\ntrip a 1 * : A 08:14, B 09:00\ntrip b 1 * : A 09:15, B 09:30");

        Assert.Empty(WindowTraffic.Departures(town.Day, Ptal.WindowFromS, Ptal.WindowUntilS)[town.Text.Stop("A")].Lines);
        Assert.Equal("0 0.00", Ptal.Describe(Ptal.Index([new(1, TransitMode.Bus, 300, 0)])));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.01", "1a")]
    [InlineData("2.50", "1a")]
    [InlineData("2.51", "1b")]
    [InlineData("5.01", "2")]
    [InlineData("15.00", "3")]
    [InlineData("20", "4")]
    [InlineData("25", "5")]
    [InlineData("40.00", "6a")]
    [InlineData("40.01", "6b")]
    public void Ptal_levels_end_where_the_table_says(string index, string level) => Assert.Equal(level, Ptal.Level(decimal.Parse(index, CultureInfo.InvariantCulture)));

    [Fact]
    public void Trap_17_of_departures_around_a_window_the_first_second_counts_and_the_last_does_not()
    {
        TextTown town = new("post A 0,0\npost B 9000,0\nline 1 3\n"
            + string.Join('\n', new[] { "05:59:59", "06:00:00", "19:59:59", "20:00:00" }.Select((t, i) => $"trip t{i} 1 * : A {t}, B 21:00")));

        Assert.Equal(2, WindowTraffic.Departures(town.Day, ScbNearness.WindowFromS, ScbNearness.WindowUntilS)[town.Text.Stop("A")].Trips);
    }

    [Fact]
    public void A_window_after_midnight_has_the_buses_of_the_evening_before()
    {
        TextTown friday = new("post A 0,0\npost B 9000,0\nline 1 3\nservice thu 2026-11-12\ntrip a 1 thu : A 24:40, B 24:50", new DateOnly(2026, 11, 13));

        Assert.Equal(1, WindowTraffic.Departures(friday.Day, 0, 3600)[friday.Text.Stop("A")].Trips);
    }

    [Fact]
    public void Scb_reads_every_hour_or_fourteen_in_all()
    {
        // Eastbound xx:10 in 06-19 but 13, westbound xx:40 in 06-19: 13 + 14 = 27 and every hour. Eastbound alone: 13 of 14 hours, and 13 < 14.
        string east = string.Join('\n', Enumerable.Range(6, 14).Where(h => h != 13).Select(h => $"trip e{h} 1 * dir=0 : E {h:00}:10, Z {h:00}:30"));
        string west = string.Join('\n', Enumerable.Range(6, 14).Select(h => $"trip w{h} 1 * dir=1 : W {h:00}:40, Z {h:00}:55"));
        const string posts = "post E 0,0 name=X\npost W 30,0 name=X\npost Z 9000,0\nline 1 3\n";
        WindowTraffic both = Traffic(posts + east + "\n" + west, "E");
        WindowTraffic alone = Traffic(posts + east, "E");

        Assert.Equal((27, 14, 2, true), (both.Trips, both.Hours.Count, both.ServedPosts, both.BothDirections));
        Assert.True(ScbNearness.IsServed(both, HourlyReading.Every) && ScbNearness.IsServed(both, HourlyReading.Average));
        Assert.False(ScbNearness.IsServed(alone, HourlyReading.Every) || ScbNearness.IsServed(alone, HourlyReading.Average));
    }

    [Fact]
    public void A_village_with_seven_each_way_is_served_on_average_only()
    {
        // 06-09 and 14-18 only.
        int[] hours = [6, 7, 8, 14, 15, 16, 17];
        string trips = string.Join('\n', hours.Select(h => $"trip a{h} 1 * dir=0 : E {h:00}:10, Z {h:00}:30\ntrip b{h} 1 * dir=1 : E {h:00}:40, Z {h:00}:55"));
        WindowTraffic village = Traffic("post E 0,0\npost Z 9000,0\nline 1 3\n" + trips, "E");

        Assert.Equal((false, true), (ScbNearness.IsServed(village, HourlyReading.Every), ScbNearness.IsServed(village, HourlyReading.Average)));
    }

    [Fact]
    public void Scb_distance_is_to_the_midpoint_of_the_posts()
    {
        TimetableText t = TimetableText.Read("post E 0,0 name=X\npost W 30,0 name=X\npost far 5000,0\npost U -");
        bool[] served = [true, true, true];

        Assert.Equal(500.0, ScbNearness.DistanceM(515, 0, t.Timetable.Stops, served));
        Assert.Equal("within-500", ScbNearness.Class(ScbNearness.DistanceM(515, 0, t.Timetable.Stops, served)));
        Assert.Equal("within-1000", ScbNearness.Class(ScbNearness.DistanceM(515.1, 0, t.Timetable.Stops, served)));
        Assert.Null(ScbNearness.DistanceM(515, 0, t.Timetable.Stops, new bool[3]));
        Assert.Equal(["within-400", "within-1000", "within-2000", "outside", "outside"], new double?[] { 400, 500.1, 2000, 2000.1, null }.Select(ScbNearness.Class));
    }

    [Theory]
    [InlineData(28, 60.0, 5, "D", 7, "F", 6, "EFG")]
    [InlineData(20, 84.0, 0, "-", 7, "F", 7, "FGG")]
    [InlineData(14, 120.0, 0, "-", 0, "-", 7, "FGG")]
    [InlineData(8, 210.0, 0, "-", 0, "-", 8, "GG-")]
    [InlineData(7, 240.0, 0, "-", 0, "-", 0, "---")]
    public void A_bus_stop_with_so_many_calls_is_of_these_classes(int calls, double interval, int are, string areAt300, int goat, string goatAt300,
        int oerok, string oerokAt300To750)
    {
        // Alternating directions at two posts of one stop, one call a quarter from 06:05.
        StringBuilder text = new("post E 0,0 name=X\npost W 30,0 name=X\npost Z 9000,0\nline 1 3\n");
        for (int i = 0; i < calls; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"trip t{i} 1 * dir={i % 2} : {(i % 2 == 0 ? 'E' : 'W')} {6 + (i / 4):00}:{(i % 4 * 15) + 5:00}, Z 23:00\n");
        }

        WindowTraffic departures = Traffic(text.ToString(), "E");
        TextTown town = new(text.ToString());
        WindowTraffic arrivals = WindowTraffic.Arrivals(town.Day, QualityScheme.WindowFromS, QualityScheme.WindowUntilS)[town.Text.Stop("E")];

        Assert.Equal(interval, QualityClasses.Interval(calls, halved: true));
        Assert.Equal((are, goat, oerok), (QualityClasses.AreCategory(departures), QualityClasses.GoatCategory(arrivals), QualityClasses.OerokCategory(departures)));
        Assert.Equal(areAt300, QualityScheme.Are.Class(are, 300).ToString());
        Assert.Equal(goatAt300, QualityScheme.Goat.Class(goat, 300).ToString());
        Assert.Equal(oerokAt300To750, string.Concat(new[] { 300, 500, 750 }.Select(m => QualityScheme.Oerok.Class(oerok, m))));
    }

    [Fact]
    public void Class_limits_are_inclusive()
    {
        Assert.Equal('D', QualityScheme.Are.Class(5, 300));
        Assert.Equal('-', QualityScheme.Are.Class(5, 300.1));
        Assert.Equal('-', QualityScheme.Are.Class(QualityScheme.None, 0));
        Assert.Equal('C', QualityScheme.Are.Class(1, 1000));
        Assert.Equal('B', QualityScheme.Are.BestClass([5, 2, 1], [300, 301, 1000]));
        Assert.Equal('-', QualityScheme.Are.BestClass([5, 0], [301, 1]));
    }

    [Theory]
    [InlineData(4.99, 1)]
    [InlineData(5, 2)]
    [InlineData(19.9, 3)]
    [InlineData(20, 4)]
    [InlineData(60, 5)]
    [InlineData(60.01, 0)]
    public void Swiss_bands_end_before_their_number_but_for_the_hour(double intervalMin, int category) => Assert.Equal(category, QualityScheme.Are.Category(1, intervalMin));

    [Fact]
    public void A_cable_way_is_of_category_V_at_any_interval() => Assert.Equal(5, QualityScheme.Are.Category(3, 840));

    [Fact]
    public void Goat_halves_unless_exactly_one_post_is_served()
    {
        // Ten arrivals in the 120 minutes 07-09. Two posts: 5 -> 24 min -> category 5 -> D. One post: 10 -> 12 min -> category 4 -> C.
        string Trips(string second) => "post Z 9000,0\npost E 0,0 name=X\npost W 30,0 name=X\nline 1 3\n"
            + string.Join('\n', Enumerable.Range(0, 10).Select(i => $"trip t{i} 1 * : Z 06:00, {(i % 2 == 0 ? "E" : second)} 07:{i * 6:00}"));
        int two = GoatOf(Trips("W"));
        int one = GoatOf(Trips("E"));

        Assert.Equal((5, 'D'), (two, QualityScheme.Goat.Class(two, 300)));
        Assert.Equal((4, 'C'), (one, QualityScheme.Goat.Class(one, 300)));
    }

    [Fact]
    public void Two_rail_lines_make_a_node()
    {
        // 28 trains in 840 min, one way, are one in 30 min: node III, line IV.
        string Trains(int lines) => "post S 0,0\npost Z 9000,0\nline 1 100\nline 2 100\n"
            + string.Join('\n', Enumerable.Range(0, 28).Select(i => $"trip t{i} {1 + (i % lines)} * dir=0 : S {6 + (i / 2):00}:{i % 2 * 30:00}, Z 23:00"));

        Assert.Equal(3, QualityClasses.AreCategory(Traffic(Trains(2), "S")));
        Assert.Equal(4, QualityClasses.AreCategory(Traffic(Trains(1), "S")));
    }

    private static int GoatOf(string text)
    {
        TextTown town = new(text);
        return QualityClasses.GoatCategory(WindowTraffic.Arrivals(town.Day, 7 * 3600, 9 * 3600)[town.Text.Stop("E")], windowMin: 120);
    }

    private static WindowTraffic Traffic(string text, string post)
    {
        TextTown town = new(text);
        return WindowTraffic.Departures(town.Day, QualityScheme.WindowFromS, QualityScheme.WindowUntilS)[town.Text.Stop(post)];
    }
}
