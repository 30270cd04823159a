using System.Globalization;

namespace HousingInventory.Routing.Transit;

/// <summary>The days on which Swedish traffic is not that of an ordinary weekday, computed for any year.</summary>
public static class SwedishCalendar
{
    /// <summary>
    /// Whether a date is a public holiday, or an eve that is kept as one: 1 and 6 January, Good Friday, Easter Monday, 1 May, Ascension Day, 6 June,
    /// Midsummer Eve and Day, All Saints' Day, 24, 25, 26 and 31 December. Ordinary Sundays are not.
    /// </summary>
    public static bool IsRedDay(DateOnly date)
    {
        if ((date.Month, date.Day) is (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 24) or (12, 25) or (12, 26) or (12, 31))
        {
            return true;
        }

        int afterEaster = date.DayNumber - EasterSunday(date.Year).DayNumber;
        return afterEaster is -2 or 1 or 39 || IsMidsummer(date) || IsAllSaints(date);
    }

    /// <summary>
    /// Whether traffic may differ from other days of its kind: a red day, the day before one, the Friday after one (or the Monday before one) that people
    /// take off, or the Sunday when the clocks change.
    /// </summary>
    public static bool IsUnusual(DateOnly date)
        => IsRedDay(date)
            || (date < DateOnly.MaxValue && IsRedDay(date.AddDays(1)))
            || (date.DayOfWeek == DayOfWeek.Friday && IsRedDay(date.AddDays(-1)))
            || IsClockChange(date);

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly EasterSunday(int year)
    {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int monthAndDay = h + l - (7 * m) + 114;
        return new DateOnly(year, monthAndDay / 31, (monthAndDay % 31) + 1);
    }

    /// <summary>The ISO week of a date, 1 to 53.</summary>
    public static int IsoWeek(DateOnly date) => ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>The Monday of a date's ISO week.</summary>
    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    // Midsummer Day is the Saturday of 20-26 June, its eve the Friday before.
    private static bool IsMidsummer(DateOnly date)
        => date.Month == 6
            && ((date.DayOfWeek == DayOfWeek.Saturday && date.Day is >= 20 and <= 26) || (date.DayOfWeek == DayOfWeek.Friday && date.Day is >= 19 and <= 25));

    // The Saturday of 31 October to 6 November.
    private static bool IsAllSaints(DateOnly date)
        => date.DayOfWeek == DayOfWeek.Saturday && (date is { Month: 10, Day: 31 } || (date.Month == 11 && date.Day <= 6));

    // The last Sundays of March and October, as everywhere in the Union.
    private static bool IsClockChange(DateOnly date)
        => date.DayOfWeek == DayOfWeek.Sunday && (date.Month is 3 or 10) && date.Day > 24;
}
