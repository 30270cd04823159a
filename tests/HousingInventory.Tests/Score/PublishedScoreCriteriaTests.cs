using System.Globalization;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>The published scores as criteria: the worked examples of their rules, from roads, stops and a timetable.</summary>
public sealed class PublishedScoreCriteriaTests
{
    /// <summary>A stop with two posts and one bus each way in each of the given hours, at ten past and at forty past.</summary>
    private static AccessTown Stop(IEnumerable<int> there, IEnumerable<int> back)
    {
        string trips = string.Join('\n', there.Select(h => string.Create(CultureInfo.InvariantCulture, $"trip t{h} 1 * dir=0 : E {h:00}:10, Z {h:00}:30"))
            .Concat(back.Select(h => string.Create(CultureInfo.InvariantCulture, $"trip b{h} 1 * dir=1 : W {h:00}:40, Y {h:00}:59"))));
        return AccessTown.OnOneRoad(20_000).Timetable("post E 0,0 name=Byn\npost W 30,0 name=Byn\npost Z 15000,0\npost Y 15500,0\nline 1 700\n" + trips);
    }

    [Fact]
    public void Scb_is_inside_500_m_of_the_midpoint_of_a_stop_with_a_departure_every_hour()
    {
        // Posts at 0 and 30, midpoint 15; 13 + 14 departures, every hour served.
        CriterionResult result = Stop(Enumerable.Range(6, 14).Where(h => h != 13), Enumerable.Range(6, 14)).Home("in", 515).Home("out", 515.1).Measure(new ScbNearnessCriterion { Name = "scb" });

        Assert.Equal(500.0, result.Values[0]);
        Assert.Equal(["within-500", "within-1000"], result.Extra[0].Values);
    }

    [Fact]
    public void Every_class_of_scb_has_words_in_both_languages()
    {
        double[] away = [400, 500, 1000, 2000, 2001];
        AccessTown town = Stop(Enumerable.Range(6, 14), Enumerable.Range(6, 14));
        ExtraColumn classes = away.Aggregate(town, (t, m) => t.Home($"h{m}", 15 + m)).Measure(new ScbNearnessCriterion { Name = "scb" }).Extra[0];

        Assert.Equal(classes.Words.Select(w => w.Key), classes.Values);
        Assert.All(classes.Words, w => Assert.NotEqual(w.Sv, w.En));
    }

    [Fact]
    public void Scb_reads_one_an_hour_as_every_hour_or_on_average()
    {
        // 7 + 7 departures, all in 06-08 and 14-17.
        AccessTown village = Stop([6, 7, 8, 14, 15, 16, 17], [6, 7, 8, 14, 15, 16, 17]).Home("h", 15);

        // Buses run, so it is no want of service: no stop that is served so often can be reached.
        Assert.Equal(MeasureState.Unreachable, village.Measure(new ScbNearnessCriterion { Name = "scb" }).States[0]);
        Assert.Equal("outside", village.Measure(new ScbNearnessCriterion { Name = "scb" }).Extra[0].Values[0]);
        Assert.Equal(0.0, village.Measure(new ScbNearnessCriterion { Name = "scb", Hourly = HourlyReading.Average }).Values[0]);
    }

    [Theory]
    [InlineData(QualityTables.Are, 14, "D", "-")]
    [InlineData(QualityTables.Goat, 14, "F", "-")]
    [InlineData(QualityTables.Oerok, 14, "E", "F")]
    [InlineData(QualityTables.Are, 10, "-", "-")]
    [InlineData(QualityTables.Goat, 10, "F", "-")]
    [InlineData(QualityTables.Oerok, 4, "G", "G")]
    public void Quality_classes_are_those_of_the_tables(QualityTables tables, int each, string at300, string at500)
    {
        // each departures a day in each direction: 14 are an interval of 60 min, 10 of 84, 4 of 210. A single post, so that straight and walked distance agree.
        string trips = string.Join('\n', Enumerable.Range(6, each).Select(h => string.Create(
            CultureInfo.InvariantCulture, $"trip t{h} 1 * dir=0 : A {h:00}:01, P {h:00}:10, Z {h:00}:30\ntrip b{h} 1 * dir=1 : Z {h:00}:35, Q {h:00}:55, A {h:00}:59")));
        AccessTown town = AccessTown.OnOneRoad(40_000)
            .Timetable("post A 0,0\npost P 15000,0 name=Byn station=S\npost Q 15000,0 name=Byn station=S\npost Z 30000,0\nline 1 700\n" + trips).Home("near", 15_300).Home("far", 15_500);

        Assert.Equal([at300, at500], town.Measure(new QualityClassCriterion { Name = "oev", Tables = tables }).Extra[0].Values);
    }

    [Fact]
    public void Ptal_of_a_village_with_one_bus_in_the_window_is_1a_and_0_a_minute_outside_it()
    {
        // 300 m are 3.75 min, the wait 30 + 2: TAT 35.75, EDF 30 / 35.75 = 0.84.
        static AccessTown Village(string at) => AccessTown.OnOneRoad(20_000).Home("h", 300).Timetable($"post S 0,0\npost C 15000,0\nline 1 700\ntrip a 1 * dir=0 : S {at}, C 09:40");
        CriterionResult inside = Village("08:15").Measure(new PtalCriterion { Name = "ptal" });

        Assert.Equal((0.84, "1a"), (inside.Values[0], (string)inside.Extra[0].Values[0]!));
        Assert.Equal("0", Village("08:14").Measure(new PtalCriterion { Name = "ptal" }).Extra[0].Values[0]);
        Assert.Equal("0", Village("09:15").Measure(new PtalCriterion { Name = "ptal" }).Extra[0].Values[0]);
    }

    [Fact]
    public void The_configuration_names_them_in_the_words_of_the_contract()
    {
        const string Text = """
            { "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }, { "type": "roads", "path": "v" }, { "type": "timetable", "path": "t" } ],
              "criteria": [ { "type": "walk-to-stop", "name": "stop" }, { "type": "scb-nearness", "name": "scb", "weight": 0, "hourly": "average" }, { "type": "ptal", "name": "ptal", "weight": 0 },
                            { "type": "oev-gueteklassen", "name": "oev", "weight": 0, "tables": "oerok" }, { "type": "major-road", "name": "road", "weight": 0 } ] }
            """;

        IReadOnlyList<Criterion> criteria = ConfigReader.Parse(Text, "inventory.json").Config.Criteria!;
        Assert.Equal(HourlyReading.Average, ((ScbNearnessCriterion)criteria[1]).Hourly);
        Assert.Equal(QualityTables.Oerok, ((QualityClassCriterion)criteria[3]).Tables);
        Assert.Throws<InputException>(() => ConfigReader.Parse(Text.Replace("oerok", "odd", StringComparison.Ordinal), "inventory.json"));
    }
}
