using System.Globalization;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

public sealed class ServiceDaysTests
{
    private static readonly ServiceDayOptions Defaults = new();

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(1954, "1954-04-18")]
    public void Easter_is_where_almanacs_have_it(int year, string date) => Assert.Equal(D(date), SwedishCalendar.EasterSunday(year));

    [Fact]
    public void Red_days_of_2026_are_those_of_the_almanac()
    {
        // Easter is 5 April, so Good Friday 3 April, Easter Monday 6 April, Ascension 14 May (39 days after). Midsummer 19-20 June, All Saints 31 October.
        string[] red =
        [
            "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-06", "2026-06-19", "2026-06-20", "2026-10-31",
            "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31",
        ];

        Assert.Equal(red.Select(D), Enumerable.Range(0, 365).Select(i => D("2026-01-01").AddDays(i)).Where(SwedishCalendar.IsRedDay));
    }

    [Theory]
    [InlineData("2025-06-05", true)] // the eve of 6 June
    [InlineData("2026-05-13", true)] // the eve of Ascension
    [InlineData("2026-05-15", true)] // the Friday after it
    [InlineData("2026-05-18", false)]
    [InlineData("2026-01-05", true)] // the Monday between a weekend and Twelfth Day
    [InlineData("2026-01-07", false)]
    [InlineData("2026-03-29", true)] // clocks change
    [InlineData("2026-10-25", true)]
    [InlineData("2026-10-18", false)]
    [InlineData("2026-11-01", false)]
    public void Eves_bridge_days_and_clock_changes_are_unusual(string date, bool unusual) => Assert.Equal(unusual, SwedishCalendar.IsUnusual(D(date)));

    [Fact]
    public void Trap_23_a_feed_that_ended_is_a_problem_that_names_the_date()
    {
        ServiceDayChoice choice = Choose("2025-11-10", "2025-05-29", "2025-08-17", _ => 10);

        TimetableEnded ended = Assert.IsType<TimetableEnded>(choice.Problem);
        Assert.Equal(D("2025-08-17"), ended.Last);
        Assert.StartsWith("timetable ended 2025-08-17", ended.Message, StringComparison.Ordinal);
        Assert.Empty(choice.Days);
    }

    [Fact]
    public void A_feed_whose_service_stops_before_its_window_does_has_ended_too()
    {
        TimetableFeed source = new("timetable", D("2026-01-01"), D("2026-12-31"), D("2026-06-30"), new SourceCounts());

        TimetableEnded ended = Assert.IsType<TimetableEnded>(ServiceDays.Choose([source], Counts("2026-01-01", 181, _ => 5), D("2026-07-01"), Defaults).Problem);
        Assert.Equal(D("2026-06-30"), ended.Last);
    }

    [Fact]
    public void A_feed_may_start_31_days_late_but_not_32()
    {
        ServiceDayChoice late = Choose("2026-08-01", "2026-09-01", "2026-12-12", _ => 10);
        ServiceDayChoice tooLate = Choose("2026-07-31", "2026-09-01", "2026-12-12", _ => 10);

        Assert.Null(late.Problem);
        Assert.Contains(new TimetableStartsLater(D("2026-08-01"), D("2026-09-01")), late.Notices);
        Assert.Equal(D("2026-09-01"), late[ServiceDayType.Term].Date);
        Assert.Equal(D("2026-09-01"), Assert.IsType<TimetableStartsTooLate>(tooLate.Problem).First);
    }

    [Fact]
    public void Several_timetables_must_share_the_dates()
    {
        TimetableFeed a = Source("2026-01-01", "2026-12-31");
        TimetableFeed b = Source("2026-11-16", "2027-02-28");
        ServiceDayChoice both = ServiceDays.Choose([a, b], Counts("2026-01-01", 424, _ => 9), D("2026-11-10"), Defaults);
        ServiceDayChoice apart = ServiceDays.Choose([a with { Last = D("2026-11-12") }, b], Counts("2026-01-01", 424, _ => 9), D("2026-11-10"), Defaults);

        Assert.Equal(new DateSpan(D("2026-11-16"), D("2026-12-31")), both.Window);
        Assert.IsType<TimetablesApart>(apart.Problem);
    }

    [Fact]
    public void Trap_24_Saturdays_without_trips_are_no_service_and_a_feed_without_Saturdays_is_no_data()
    {
        ServiceDayChoice none = Choose("2026-11-02", "2026-11-02", "2026-12-11", d => d.DayOfWeek == DayOfWeek.Saturday ? 0 : 10);
        ServiceDayChoice noDates = Choose("2026-11-02", "2026-11-02", "2026-11-06", _ => 10);

        Assert.Equal(ServiceDayState.NoService, none[ServiceDayType.Saturday].State);
        Assert.NotNull(none[ServiceDayType.Saturday].Date);
        Assert.Equal(new ServiceDay(ServiceDayType.Saturday, ServiceDayState.NoData, null, 0, ServiceDayHow.NotFound), noDates[ServiceDayType.Saturday]);
        Assert.Equal(ServiceDayState.NoData, noDates[ServiceDayType.Holiday].State);
    }

    [Fact]
    public void Trap_25_the_term_day_comes_from_the_few_term_weeks()
    {
        // Weeks 24 and 25 (8 to 21 June 2026) have no sure label and 300 trips, like the sure week 23; weeks 26-33 have 200.
        ServiceDayChoice choice = Choose("2026-06-01", "2026-06-01", "2026-08-23", d => d < D("2026-06-22") ? 300 : 200);

        Assert.Equal(300, choice[ServiceDayType.Term].Trips);
        Assert.Equal(D("2026-06-01"), choice[ServiceDayType.Term].Date);
        Assert.Equal(ServiceDayHow.SureWeek, choice[ServiceDayType.Term].How);
        Assert.Equal(200, choice[ServiceDayType.Holiday].Trips);
        Assert.Equal(D("2026-06-22"), choice[ServiceDayType.Holiday].Date);
        Assert.Empty(choice.Notices);
    }

    [Fact]
    public void Trap_26_an_eve_with_extra_trips_is_not_chosen()
    {
        // 13 May 2026 is the eve of Ascension. Were it a candidate, 400 trips on it would move the median of the seven days.
        ServiceDayChoice choice = Choose("2026-05-11", "2026-05-01", "2026-06-30", d => d == D("2026-05-13") ? 400 : 100);

        Assert.NotEqual(D("2026-05-13"), choice[ServiceDayType.Term].Date);
        Assert.Equal(100, choice[ServiceDayType.Term].Trips);
    }

    [Fact]
    public void The_earliest_date_with_the_lower_median_is_chosen()
    {
        // Monday to Thursday of one week, 2-5 November 2026, the only dates left: 40, 10, 20, 30; the lower median of four is 20, Wednesday.
        int[] week = [40, 10, 20, 30];
        ServiceDayChoice choice = Choose("2026-11-02", "2026-11-02", "2026-11-08", d => d <= D("2026-11-05") ? week[d.Day - 2] : 1);

        Assert.Equal(D("2026-11-04"), choice[ServiceDayType.Term].Date);
    }

    [Fact]
    public void School_dates_decide_between_their_first_and_last_date()
    {
        // Week 46 is term in the table; the user says it is a holiday. After the last date of the lists, week 47 is term again.
        ServiceDayOptions options = new()
        {
            SchoolTerms = [new DateSpan(D("2026-10-19"), D("2026-11-20"))],
            SchoolHolidays = [new DateSpan(D("2026-11-09"), D("2026-11-13"))],
        };
        ServiceDayChoice choice = Choose("2026-11-09", "2026-11-02", "2026-12-31", d => d < D("2026-11-16") ? 70 : 100, options);

        Assert.Equal((D("2026-11-09"), ServiceDayHow.SchoolDates), (choice[ServiceDayType.Holiday].Date, choice[ServiceDayType.Holiday].How));
        Assert.Equal(D("2026-11-16"), choice[ServiceDayType.Term].Date);
        Assert.Equal(D("2026-11-20"), choice[ServiceDayType.Friday].Date);
    }

    [Fact]
    public void Weekdays_inside_the_span_but_in_no_term_are_holidays()
    {
        ServiceDayOptions options = new() { SchoolTerms = [new DateSpan(D("2026-08-18"), D("2026-10-23")), new DateSpan(D("2026-11-02"), D("2026-12-18"))] };
        ServiceDayChoice choice = Choose("2026-10-26", "2026-08-01", "2026-12-31", d => d < D("2026-11-02") ? 70 : 100, options);

        Assert.Equal(D("2026-10-26"), choice[ServiceDayType.Holiday].Date);
    }

    [Fact]
    public void A_fixed_date_wins_and_must_lie_in_the_timetable()
    {
        ServiceDayOptions fixedTerm = new() { Fixed = new Dictionary<ServiceDayType, DateOnly> { [ServiceDayType.Term] = D("2026-11-17") } };
        ServiceDayOptions outside = new() { Fixed = new Dictionary<ServiceDayType, DateOnly> { [ServiceDayType.Sunday] = D("2027-11-17") } };

        Assert.Equal(new ServiceDay(ServiceDayType.Term, ServiceDayState.Chosen, D("2026-11-17"), 10, ServiceDayHow.Given),
            Choose("2026-11-02", "2026-11-02", "2026-12-11", _ => 10, fixedTerm)[ServiceDayType.Term]);
        Assert.Contains("2027-11-17", Assert.IsType<FixedDayOutside>(Choose("2026-11-02", "2026-11-02", "2026-12-11", _ => 10, outside).Problem).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_sure_week_every_weekday_is_term_and_uncertain()
    {
        // Weeks 33 and 34 are in neither list.
        ServiceDayChoice choice = Choose("2026-08-10", "2026-08-10", "2026-08-23", _ => 10);

        Assert.Equal((D("2026-08-10"), ServiceDayHow.Assumed), (choice[ServiceDayType.Term].Date, choice[ServiceDayType.Term].How));
        Assert.Contains(new ServiceDayUncertain(), choice.Notices);
        Assert.Equal(ServiceDayState.NoData, choice[ServiceDayType.Holiday].State);
    }

    [Fact]
    public void With_one_median_only_days_within_5_percent_get_its_label()
    {
        // Week 35 (24-30 August 2026) is sure term with 100 trips; week 34 has 95 and 94 by turns: 95 is within 5 %, 94 is not.
        ServiceDayChoice choice = Choose("2026-08-17", "2026-08-17", "2026-09-06", d => d >= D("2026-08-24") ? 100 : d.Day % 2 == 0 ? 95 : 94);

        // Term: 18 and 20 August (95), 24-27 August (100): lower median of six is the third, 100.
        Assert.Equal((D("2026-08-24"), 100), (choice[ServiceDayType.Term].Date, choice[ServiceDayType.Term].Trips));
        Assert.Equal(ServiceDayState.NoData, choice[ServiceDayType.Holiday].State);
    }

    [Fact]
    public void The_last_week_of_a_window_is_used_only_if_nothing_else_is_left()
    {
        ServiceDayChoice two = Choose("2026-11-02", "2026-11-02", "2026-11-15", d => d < D("2026-11-09") ? 10 : 20);
        ServiceDayChoice one = Choose("2026-11-09", "2026-11-02", "2026-11-15", d => d < D("2026-11-09") ? 10 : 20);

        Assert.Equal(10, two[ServiceDayType.Term].Trips);
        Assert.Equal(20, one[ServiceDayType.Term].Trips);
    }

    [Fact]
    public void A_type_without_a_date_near_is_searched_in_the_whole_window()
    {
        // From 2 November eight weeks reach 27 December; the summer before has the holidays.
        ServiceDayChoice choice = Choose("2026-11-02", "2026-06-01", "2026-12-12", d => d.Month is 7 ? 50 : 100);
        ServiceDay holiday = choice[ServiceDayType.Holiday];

        Assert.True(holiday.OutsideCandidates);
        Assert.Equal(50, holiday.Trips);
    }

    [Fact]
    public void A_low_term_day_is_a_notice_that_names_the_busiest_day()
    {
        // 84 < 85 % of 100. The busiest midweek day is Tuesday 1 September.
        ServiceDayChoice choice = Choose("2026-11-02", "2026-09-01", "2026-12-12", d => d.Month == 9 ? 100 : 84);
        ServiceDayChoice fine = Choose("2026-11-02", "2026-09-01", "2026-12-12", d => d.Month == 9 ? 100 : 85);

        Assert.Equal([new TermDayLow(D("2026-11-02"), 84, D("2026-09-01"), 100)], choice.Notices);
        Assert.Empty(fine.Notices);
    }

    [Fact]
    public void The_Sunday_that_ends_the_autumn_break_does_not_make_its_Wednesday_a_school_day()
    {
        // 1 November 2026 ends week 44. Days from it on: weeks 45-50 are term with 100 trips.
        ServiceDayChoice choice = Choose("2026-11-01", "2026-10-01", "2027-01-31", d => SwedishCalendar.IsoWeek(d) == 44 ? 60 : 100);

        Assert.Equal((D("2026-11-02"), 100), (choice[ServiceDayType.Term].Date, choice[ServiceDayType.Term].Trips));
    }

    private static ServiceDayChoice Choose(string asOf, string first, string last, Func<DateOnly, int> trips, ServiceDayOptions? options = null)
        => ServiceDays.Choose([Source(first, last)], Counts(first, D(last).DayNumber - D(first).DayNumber + 1, trips), D(asOf), options ?? Defaults);

    private static TimetableFeed Source(string first, string last) => new("timetable", D(first), D(last), D(last), new SourceCounts());

    private static TripsPerDay Counts(string first, int days, Func<DateOnly, int> trips)
        => new(D(first), [.. Enumerable.Range(0, days).Select(i => trips(D(first).AddDays(i)))]);

    private static DateOnly D(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
