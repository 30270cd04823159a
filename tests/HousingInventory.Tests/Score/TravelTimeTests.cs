using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>Travel time as a criterion: from roads, a timetable and homes to minutes, points, states and words. 80 m a minute, so 400 m are 300 s.</summary>
public sealed class TravelTimeTests
{
    /// <summary>Micro-example B of the useful day: line 7 F 07:00 to K 07:20, line 1 K 07:45 to C 08:25, school 240 m (180 s) beyond C.</summary>
    private static AccessTown TwoLines() => AccessTown.OnOneRoad(30_000).Service("skolan", "sfi", 25_240).Timetable(
        """
        post F 5000,0
        post K 15000,0
        post C 25000,0
        line 7 700
        line 1 700
        trip a 7 * : F 07:00, K 07:20
        trip b 1 * : K 07:21, C 08:01
        trip c 1 * : K 07:45, C 08:25
        trip d 1 * : C 15:20, K 16:00
        trip e 7 * : K 16:05, F 16:25
        """);

    private static TravelTimeCriterion By(string time) => new() { Name = "centre", To = new Destination { Category = ["sfi"] }, ArriveBy = time };

    [Fact]
    public void Arrive_by_counts_from_leaving_home_with_the_early_arrival()
    {
        // 800 m are 600 s and the slack is 60 s: leave 06:49:00 for 07:00; ready at K 07:22, so 07:45; there 08:28. 08:30 - 06:49 = 101.0 min.
        // Points: 100 (120 - 101) / (120 - 30) = 21.1.
        CriterionResult result = TwoLines().Home("h", 4200).Measure(By("08:30"));

        Assert.Equal(101.0, result.Values[0]);
        Assert.Equal(211, result.PointsTenths[0]);
        Assert.Equal("Hemifrån 06:49, gå 10 min, vänta 1 min, linje 7 från F 07:00 till K 07:20, vänta 25 min, linje 1 från K 07:45 till C 08:25, gå 3 min, framme 08:28", result.Extra[0].Values[0]);
    }

    [Fact]
    public void Arrive_by_is_at_most_the_limit_inclusive()
    {
        Assert.Equal(101.0, TwoLines().Home("h", 4200).Measure(By("08:30") with { MaxMin = 101 }).Values[0]);
        Assert.Equal(MeasureState.Unreachable, TwoLines().Home("h", 4200).Measure(By("08:30") with { MaxMin = 100.9 }).States[0]);
    }

    [Fact]
    public void A_stop_at_2000_m_is_within_the_walk_and_one_at_2000_1_m_is_not()
    {
        // 2 000 m are 1 500 s: leave 06:34, 116 min before 08:30.
        CriterionResult result = TwoLines().Home("near", 3000).Home("far", 2999.9).Measure(By("08:30"));

        Assert.Equal(116.0, result.Values[0]);
        Assert.Equal(MeasureState.Unreachable, result.States[1]);
        Assert.Equal(0, result.PointsTenths[1]);
    }

    [Fact]
    public void Depart_after_counts_until_being_home()
    {
        // 15:00 + 180 s + 60 s slack is before 15:20; K 16:00, ready 16:02, bus 16:05; F 16:25 and 600 s home: 16:35. 95 min.
        CriterionResult result = TwoLines().Home("h", 4200).Measure(By("08:30") with { ArriveBy = null, DepartAfter = "15:00" });

        Assert.Equal(95.0, result.Values[0]);
        Assert.Equal("Därifrån 15:16, gå 3 min, vänta 1 min, linje 1 från C 15:20 till K 16:00, vänta 5 min, linje 7 från K 16:05 till F 16:25, gå 10 min, hemma 16:35", result.Extra[0].Values[0]);
    }

    [Fact]
    public void A_window_takes_the_percentile_and_says_the_share_that_gets_there()
    {
        // Leaving 06:30 ... 07:29: who leaves by 06:49 is there at 08:28, so the 20 minutes 06:30 ... 06:49 take 118 ... 99 min, the other 40 never arrive.
        TravelTimeCriterion window = By("08:30") with { ArriveBy = null, Window = ["06:30", "07:30"], Percentile = 25 };
        AccessTown town = TwoLines().Home("h", 4200);

        // Number ceil(0.25 x 60) = 15 of 99, 100, ... is 113.
        CriterionResult result = town.Measure(window);
        Assert.Equal(113.0, result.Values[0]);
        Assert.Equal(100.0 * 20 / 60, (double)result.Extra[0].Values[0]!, 9);
        Assert.Equal(MeasureState.Unreachable, town.Measure(window with { Percentile = 50 }).States[0]);
    }

    [Fact]
    public void A_home_near_the_place_walks_whatever_the_bus_does()
    {
        // Trap 28: 500 m are 375 s, 6.25 min, shown as 6.3, for any time.
        AccessTown town = TwoLines().Home("h", 24_740);

        Assert.Equal([6.25, 6.25], ((string[])["08:30", "03:00"]).Select(t => town.Measure(By(t)).Values[0]));
        Assert.Equal("Hemifrån 02:53, gå 6,3 min, framme 03:00", town.Measure(By("03:00")).Extra[0].Values[0]);
    }

    [Fact]
    public void The_place_may_be_a_point_and_by_default_is_the_centre()
    {
        AccessTown town = TwoLines().Home("h", 4200);
        town.Config = new InventoryConfig { Centre = AccessTown.Degrees(25_239), Language = Language.En };
        CriterionResult result = town.Measure(By("08:30") with { To = null });

        Assert.Equal(101.0, result.Values[0]);
        Assert.Equal("Leave home 06:49, walk 10 min, wait 1 min, line 7 from F 07:00 to K 07:20, wait 25 min, line 1 from K 07:45 to C 08:25, walk 3 min, there 08:28", result.Extra[0].Values[0]);
        Assert.Equal(101.0, town.Measure(By("08:30") with { To = new Destination { Point = AccessTown.Degrees(25_239) } }).Values[0]);
    }

    [Fact]
    public void Of_a_category_the_quickest_place_counts_and_not_the_nearest()
    {
        // The second shop lies 900 m behind the home and is reached on foot in 675 s; the first is 24 km away.
        CriterionResult result = TwoLines().Service("nära", "sfi", 3300).Home("h", 4200).Measure(By("08:30"));

        Assert.Equal(11.25, result.Values[0]);
    }

    [Fact]
    public void The_five_states_are_told_apart()
    {
        // A home 501 m from the road; one without a stop; one at a stop where nothing runs that day; and a place outside the roads.
        AccessTown town = TwoLines().Road((0, 0), (0, 1000)).Home("off", 4200, 501).Home("nowhere", 10_000).Home("h", 4200).Home("outside", 4200, 40_000);

        CriterionResult result = town.Measure(By("08:30"));
        Assert.Equal([MeasureState.OffNetwork, MeasureState.Unreachable, MeasureState.Measured, MeasureState.NoData], result.States);
        CriterionResult saturday = town.Measure(By("08:30") with { Day = ServiceDayType.Saturday });
        Assert.Equal(MeasureState.NoService, saturday.States[2]);
        town.NotInTimetable.Add(ServiceDayType.Saturday);
        Assert.True(town.Measure(By("08:30") with { Day = ServiceDayType.Saturday }).WithoutData);
        Assert.True(town.Measure(By("08:30") with { To = new Destination { Category = ["sf"] } }) is { WithoutData: true, Lack.En: "there is no service of the category sf (is sfi meant?)" });
    }

    [Fact]
    public void Removing_a_home_changes_nothing_for_the_others()
    {
        AccessTown town = TwoLines().Home("a", 4200).Home("b", 3000).Home("c", 24_740);
        CriterionResult all = town.Measure(By("08:30"));
        CriterionResult fewer = town.Without("a").Measure(By("08:30"));

        Assert.Equal(all.Values[1..], fewer.Values);
        Assert.Equal(all.PointsTenths[1..], fewer.PointsTenths);
    }

    [Theory]
    [InlineData("""{ "type": "travel-time", "name": "c" }""", "criteria[0] (type travel-time) needs a \"to\", or a \"centre\" of the configuration")]
    [InlineData("""{ "type": "travel-time", "name": "c", "to": [20.9, 64.7], "arriveBy": "8.15" }""", "criteria[0].arriveBy must be a time written \"HH:mm\"")]
    [InlineData("""{ "type": "travel-time", "name": "c", "to": [20.9, 64.7], "arriveBy": "08:15", "departAfter": "15:00" }""", "criteria[0] has more than one of arriveBy, departAfter and window")]
    [InlineData("""{ "type": "travel-time", "name": "c", "to": [20.9, 64.7], "fullUntilMin": 60, "zeroFromMin": 60 }""", "criteria[0].fullUntilMin must be at least 0 and below zeroFromMin")]
    [InlineData("""{ "type": "travel-time", "name": "c", "to": [200, 64.7] }""", "criteria[0].to must be [longitude, latitude] in degrees")]
    [InlineData("""{ "type": "travel-time", "name": "c", "to": { "category": "sfi", "near": 1 } }""", "criteria[0].to has a value of the wrong kind")]
    [InlineData("""{ "type": "travel-time", "name": "c", "to": { "category": "sfi" } }""", "needs a source of type \"services\"")]
    public void What_cannot_be_is_refused_with_its_path(string criterion, string sentence)
    {
        string text = $$"""
            { "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }, { "type": "roads", "path": "v" }, { "type": "timetable", "path": "t" } ],
              "criteria": [ {{criterion}} ] }
            """;

        Assert.Contains(sentence, Assert.Throws<InputException>(() => ConfigReader.Parse(text, "inventory.json")).Message, StringComparison.Ordinal);
    }
}
