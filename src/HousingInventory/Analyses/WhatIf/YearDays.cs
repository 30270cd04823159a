using HousingInventory.Diagnostics;
using HousingInventory.Prepare;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>How many days of each type the year after the day of the answer has.</summary>
internal static class YearDays
{
    private const int Year = 365;

    /// <summary>The least that the Swedish school ordinance (2011:185) allows.</summary>
    private const int SchoolDays = 178;

    /// <summary>
    /// By the configuration; else counted from the school dates, where they cover the year; else 178 school days of which a fifth are Fridays, the other weekdays that
    /// are not red holidays, Saturdays, and Sundays with the red days.
    /// </summary>
    public static IReadOnlyDictionary<ServiceDayType, int> Of(IReadOnlyDictionary<ServiceDayType, int> said, DaysConfig days, DateOnly asOf, NoticeLog notices)
    {
        DateOnly[] year = [.. Enumerable.Range(1, Year).Select(asOf.AddDays)];
        DateOnly[] weekdays = [.. year.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !SwedishCalendar.IsRedDay(d))];
        int saturdays = year.Count(d => d.DayOfWeek == DayOfWeek.Saturday && !SwedishCalendar.IsRedDay(d));
        DateOnly[] dated = [.. days.SchoolTerms.Concat(days.SchoolHolidays).SelectMany(s => s)];
        bool isCovered = dated.Length > 0 && dated.Min() <= year[0] && dated.Max() >= year[^1];
        DateOnly[] school = [.. weekdays.Where(d => days.SchoolTerms.Any(s => s[0] <= d && d <= s[1]) && !days.SchoolHolidays.Any(s => s[0] <= d && d <= s[1]))];
        int schoolDays = isCovered ? school.Length : Math.Min(SchoolDays, weekdays.Length);
        int fridays = isCovered ? school.Count(d => d.DayOfWeek == DayOfWeek.Friday) : (int)Math.Round(schoolDays / 5.0, MidpointRounding.AwayFromZero);
        Dictionary<ServiceDayType, int> counted = new()
        {
            [ServiceDayType.Term] = schoolDays - fridays,
            [ServiceDayType.Holiday] = weekdays.Length - schoolDays,
            [ServiceDayType.Friday] = fridays,
            [ServiceDayType.Saturday] = saturdays,
            [ServiceDayType.Sunday] = Year - weekdays.Length - saturdays,
        };
        foreach ((ServiceDayType type, int count) in said)
        {
            counted[type] = count;
        }

        if (!isCovered && said.Count < counted.Count)
        {
            notices.Add(new DaysAssumed(string.Join(", ", counted.OrderBy(c => c.Key).Select(c => FormattableString.Invariant($"{c.Key.ToString().ToLowerInvariant()} {c.Value}")))));
        }

        return counted;
    }
}
