using HousingInventory.Routing.Transit;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Routing.Transit;

public sealed class DeparturesTests
{
    private const string Posts = "post A 0,0 name=Byn\npost B 40,0 name=Byn\npost C 900,0\npost D 9000,0\nline 1 3\nline 2 3\n";

    [Fact]
    public void Trap_12_a_post_with_last_calls_only_is_no_stop()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, D 07:10");
        Departures departures = new(town.Day);

        Assert.Equal((1, 0), (departures.TripsAt(town.Text.Stop("A")), departures.TripsAt(town.Text.Stop("D"))));
        Assert.Null(departures.SpanAt(town.Text.Stop("D")));
        Assert.False(departures.IsBoardable(town.Text.Post("D")));
        Assert.True(departures.IsServed(town.Text.Post("D")));
    }

    [Fact]
    public void Trap_13_a_middle_call_without_boarding_is_no_departure()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, C 07:05 no-board, D 07:10");

        Assert.Equal(0, new Departures(town.Day).TripsAt(town.Text.Stop("C")));
    }

    [Fact]
    public void Trap_14_one_trip_past_three_stops_is_one_departure()
    {
        TextTown town = new(Posts + "trip a 1 * : A 07:00, B 07:01, C 07:05, D 07:10");

        Assert.Equal(1, new DepartureCounter(town.Day).Count(town.Text.Posts("A B C")).Trips);
    }

    [Fact]
    public void Trap_15_two_posts_with_one_trip_each_way_are_two_departures_and_one_way_1()
    {
        TextTown town = new(Posts + "trip a 1 * dir=0 : A 07:00, D 07:10\ntrip b 1 * dir=1 : D 08:00, B 08:10, A 08:11");

        // B is boardable towards A, a minute away; without it the return trip ends at A.
        Assert.Equal(new NearbyDepartures(2, 1), new DepartureCounter(town.Day).Count(town.Text.Posts("A B")));
        Assert.Equal(new NearbyDepartures(1, 0), new DepartureCounter(town.Day).Count(town.Text.Posts("A")));
        Assert.Equal(new NearbyDepartures(0, 0), new DepartureCounter(town.Day).Count([]));
    }

    [Fact]
    public void Without_direction_ids_the_order_of_first_and_last_stop_tells()
    {
        // Line 1: two A -> D and one D -> A through C; line 2 has a direction of its own. The weaker directions are 1 and 0.
        TextTown town = new(Posts + """
            trip a 1 * : A 07:00, C 07:05, D 07:10
            trip b 1 * : A 08:00, C 08:05, D 08:10
            trip c 1 * : D 09:00, C 09:05, A 09:10
            trip e 2 * dir=1 : C 10:00, D 10:10
            """);

        Assert.Equal(new NearbyDepartures(4, 1), new DepartureCounter(town.Day).Count(town.Text.Posts("C")));
    }

    [Fact]
    public void A_counter_forgets_what_it_counted_before()
    {
        TextTown town = new(Posts + "trip a 1 * dir=0 : A 07:00, D 07:10\ntrip b 1 * dir=1 : D 08:00, C 08:10, B 08:20");
        DepartureCounter counter = new(town.Day);

        Assert.Equal(counter.Count(town.Text.Posts("A C")), counter.Count(town.Text.Posts("A C")));
        Assert.Equal(new NearbyDepartures(2, 1), counter.Count(town.Text.Posts("A C")));
    }

    [Fact]
    public void Trap_44_two_posts_with_one_departure_each_way_are_a_stop_that_counts()
    {
        TextTown town = new(Posts + "trip a 1 * dir=0 : A 07:00, D 07:10\ntrip b 1 * dir=1 : D 08:00, B 08:10, C 08:11");
        Departures departures = new(town.Day);

        Assert.True(departures.Counts(town.Text.Stop("A"), 2));
        Assert.False(departures.Counts(town.Text.Stop("A"), 3));
        Assert.Equal((TimetableText.Time("07:00"), TimetableText.Time("08:10")), departures.SpanAt(town.Text.Stop("B")));
    }

    [Fact]
    public void Lines_are_listed_once_numbers_by_value()
    {
        TextTown town = new(Posts + """
            line 10 3
            line X1 3
            line r9 3 name=9
            line s9 3 name=9
            trip a 10 * : A 07:00, D 07:10
            trip b r9 * : A 08:00, D 08:10
            trip c X1 * : A 08:00, D 08:10
            trip d s9 * : B 09:00, D 09:10
            """);

        Assert.Equal(["9", "10", "X1"], new Departures(town.Day).LinesAt(town.Text.Stop("A")));
    }

    [Fact]
    public void A_booked_week_counts_days_and_not_what_can_be_had_without_booking()
    {
        // t runs five days and is booked at A; at C it is ordinary, so for a home near both it is ordinary. w runs once.
        TextTown town = new(Posts + """
            service w5 2026-11-09..2026-11-13
            service w1 2026-11-15
            service old 2026-11-08
            trip t 1 w5 : A 07:00 book-board, C 07:10, D 07:20
            trip w 1 w1 : A 07:00 book-board, D 07:20
            trip o 1 old : A 07:00 book-board, D 07:20
            """);
        BookedWeek week = new(town.Text.Timetable, new DateOnly(2026, 11, 10));

        Assert.Equal((6, 1, 0), (week.Count(town.Text.Posts("A")), week.Count(town.Text.Posts("A C")), week.Count(town.Text.Posts("D"))));
    }

    [Fact]
    public void Trap_18_the_day_count_has_the_trips_of_the_service_day_only()
    {
        TextTown friday = new(Posts + """
            service thu 2026-11-12
            service fri 2026-11-13
            trip a 1 thu : A 24:40, D 24:50
            trip b 1 fri : A 24:40, D 24:50
            """, new DateOnly(2026, 11, 13));

        Assert.Equal(1, new DepartureCounter(friday.Day).Count(friday.Text.Posts("A")).Trips);
    }
}
