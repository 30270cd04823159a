using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Routing.Transit;

public sealed class TravelTimeTests
{
    private const string OneBus = "post A 0,0\npost B 9000,0\nline 1 3\ntrip a 1 * : A 06:30, B 06:50\ntrip b 1 * : B 16:30, A 16:50\n";

    [Fact]
    public void Arriving_early_is_part_of_the_time()
    {
        // Latest leave 06:30 - 60 s - 240 s = 06:25:00; until 08:15 that is 110 min, though the door is reached at 06:52.
        TextTown town = new(OneBus);
        WaysThere there = town.There("B 120");

        Assert.Equal(110 * 60, TravelTime.ArriveBy(there, town.Home("A 240"), TimetableText.Time("08:15"), 110 * 60));
        Assert.Null(TravelTime.ArriveBy(there, town.Home("A 240"), TimetableText.Time("08:15"), (110 * 60) - 1));
        Assert.Null(TravelTime.ArriveBy(there, town.Home("A 240"), TimetableText.Time("06:51:59"), 180 * 60));
    }

    [Fact]
    public void Waiting_for_the_bus_home_is_part_of_the_time()
    {
        // Out at 16:00; home 16:50 + 240 s = 16:54:00.
        TextTown town = new(OneBus);

        Assert.Equal(54 * 60, TravelTime.DepartAfter(town.Back("B 120"), town.Home("A 240"), TimetableText.Time("16:00"), 54 * 60));
        Assert.Null(TravelTime.DepartAfter(town.Back("B 120"), town.Home("A 240"), TimetableText.Time("16:00"), (54 * 60) - 1));
        Assert.Null(TravelTime.DepartAfter(town.Back("B 120"), town.Home("A 240"), TimetableText.Time("17:00"), 54 * 60));
    }

    [Fact]
    public void Trap_27_a_percentile_is_a_number_only_if_so_many_minutes_reach()
    {
        // Leave by 06:30 - 60 s - 300 s = 06:24:00: minutes 0 to 24 are 25 of 60.
        TextTown town = new(OneBus);
        WindowTimes window = TravelTime.Window(town.There("B 0"), town.Home("A 300"), TimetableText.Time("06:00"), TimetableText.Time("07:00"), 180 * 60);

        Assert.Equal(25, window.ReachedS.Count);
        Assert.Equal(0.417, window.Share, 0.0005);

        // p25 is value number 15: 26 min at 06:24, one more for each minute before, so 26 + 14.
        Assert.Equal(40 * 60, window.PercentileS(25));
        Assert.Equal(26 * 60, window.PercentileS(1));
        Assert.Null(window.PercentileS(50));
        Assert.Null(window.PercentileS(100));
    }

    [Fact]
    public void A_window_of_an_hour_has_sixty_minutes_and_an_empty_one_none()
    {
        TextTown town = new(OneBus);

        Assert.Equal(60, TravelTime.Window(town.There("B 0"), town.Home("A 300"), 21_600, 25_200, 10_800).Minutes);
        Assert.Equal((0, 0.0), (TravelTime.Window(town.There("B 0"), town.Home("A 300"), 21_600, 21_600, 10_800).Minutes, new WindowTimes([], 0).Share));
        Assert.Null(new WindowTimes([], 0).PercentileS(50));
    }

    [Fact]
    public void Trap_28_a_home_500_m_away_walks_whenever_it_must_be_there()
    {
        // 500 m are 375 s, 6.25 min, shown 6.3; the hourly bus changes nothing.
        TextTown town = new(OneBus);
        HomeAccess home = town.Home("A 10", walkAllSeconds: 375);

        foreach (string by in new[] { "06:52", "08:15", "12:00" })
        {
            Assert.Equal(375, TravelTime.ArriveBy(town.There("B 0"), home, TimetableText.Time(by), 180 * 60));
        }

        Assert.Equal(6.3m, decimal.Round(375m / 60, 1, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Without_service_at_one_end_a_missing_journey_is_no_service_and_else_unreachable()
    {
        TextTown town = new(OneBus + "post X 0,500\npost Y 0,900\nline T 715\ntrip t T * : X 10:00, Y 10:10");
        Departures departures = new(town.Day);

        Assert.True(departures.NothingRuns(town.Text.Posts("X"), town.Text.Posts("B")));
        Assert.True(departures.NothingRuns(town.Text.Posts("A"), town.Text.Posts("Y")));
        Assert.False(departures.NothingRuns(town.Text.Posts("X A"), town.Text.Posts("B")));
        Assert.False(departures.NothingRuns([], town.Text.Posts("B")));
        Assert.False(departures.NothingRuns(town.Text.Posts("X"), []));
    }
}
