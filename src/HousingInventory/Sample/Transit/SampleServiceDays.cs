namespace HousingInventory.Sample;

/// <summary>
/// On which days each service runs. School terms and holidays are those that the sample's configuration names: the autumn break is the last week of October,
/// Christmas holidays from 19 December to 10 January.
/// </summary>
internal static class SampleServiceDays
{
    public const int TermWeekday = 1;
    public const int HolidayWeekday = 2;
    public const int Saturday = 3;
    public const int Sunday = 4;
    public const int FridayNight = 5;
    public const int Booked = 6;
    public const int SchoolBus = 7;

    // Red days and eves in the feed's window that run as Sundays: All Saints is a Saturday.
    private static readonly DateOnly[] RedDays =
    [
        new(2026, 10, 31), new(2026, 12, 24), new(2026, 12, 25), new(2026, 12, 26), new(2026, 12, 31), new(2027, 1, 1), new(2027, 1, 6),
    ];

    public static void Fill(SortedDictionary<int, List<DateOnly>> services)
    {
        for (int service = TermWeekday; service <= SchoolBus; service++)
        {
            services[service] = [];
        }

        for (DateOnly day = SampleTimetable.FirstDay; day <= SampleTimetable.LastDay; day = day.AddDays(1))
        {
            if (day.DayOfWeek == DayOfWeek.Sunday || RedDays.Contains(day))
            {
                services[Sunday].Add(day);
            }
            else if (day.DayOfWeek == DayOfWeek.Saturday)
            {
                services[Saturday].Add(day);
            }
            else
            {
                Weekday(services, day);
            }
        }
    }

    private static void Weekday(SortedDictionary<int, List<DateOnly>> services, DateOnly day)
    {
        bool holiday = (day >= new DateOnly(2026, 10, 26) && day <= new DateOnly(2026, 10, 30)) || (day >= new DateOnly(2026, 12, 19) && day <= new DateOnly(2027, 1, 10));
        services[holiday ? HolidayWeekday : TermWeekday].Add(day);
        if (!holiday)
        {
            services[SchoolBus].Add(day);
        }

        if (day.DayOfWeek == DayOfWeek.Friday)
        {
            services[FridayNight].Add(day);
        }

        if (day.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Thursday)
        {
            services[Booked].Add(day);
        }
    }
}
