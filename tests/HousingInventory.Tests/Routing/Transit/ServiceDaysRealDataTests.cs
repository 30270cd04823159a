using System.Globalization;
using System.IO.Compression;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>X-trafik's feed of summer 2025 lacks stop_times, so every trip of a date counts.</summary>
[Trait("Needs", "RealData")]
public sealed class ServiceDaysRealDataTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void X_trafik_in_June_2025_has_these_days(bool withSchoolDates)
    {
        DateSpan spring = new(new DateOnly(2025, 1, 8), new DateOnly(2025, 6, 13));
        ServiceDayOptions options = withSchoolDates ? new ServiceDayOptions { SchoolTerms = [spring] } : new ServiceDayOptions();
        ServiceDayChoice choice = Choose(new DateOnly(2025, 6, 1), options);

        Assert.Null(choice.Problem);
        Assert.Equal(
            [("2025-06-04", 3593), ("2025-07-07", 2296), ("2025-06-13", 3689), ("2025-06-14", 1671), ("2025-06-15", 1189)],
            choice.Days.Select(d => (d.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), d.Trips)));
        Assert.Empty(choice.Notices);
    }

    [Fact]
    public void X_trafik_has_36_percent_fewer_trips_in_the_holidays_which_are_most_of_the_feed()
    {
        SortedDictionary<DateOnly, int> perDay = TripsPerDate();
        Assert.Equal((new DateOnly(2025, 5, 29), new DateOnly(2025, 8, 17)), (perDay.Keys.First(), perDay.Keys.Last()));
        // A median over the feed, or an ordinary Wednesday, is a holiday.
        int[] weekdays = [.. perDay.Where(d => d.Key.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday).Select(d => d.Value).Order()];
        Assert.InRange(weekdays[weekdays.Length / 2], 2200, 2400);
        Assert.Equal(36, Math.Round(100 * (1 - (2296 / 3593.0))));
        // The eve of 6 June has extra trips and is not chosen, though it is a Thursday of term.
        Assert.Equal(3701, perDay[new DateOnly(2025, 6, 5)]);
    }

    [Fact]
    public void A_holiday_taken_for_a_school_day_is_noticed()
    {
        ServiceDayOptions options = new() { Fixed = new Dictionary<ServiceDayType, DateOnly> { [ServiceDayType.Term] = new(2025, 7, 7) } };

        Assert.Equal([new TermDayLow(new DateOnly(2025, 7, 7), 2296, new DateOnly(2025, 6, 10), 3595)], Choose(new DateOnly(2025, 6, 1), options).Notices);
    }

    [Fact]
    public void The_feed_has_ended_in_November()
    {
        Assert.StartsWith("timetable ended 2025-08-17", Choose(new DateOnly(2025, 11, 10), new ServiceDayOptions()).Problem!.Message, StringComparison.Ordinal);
    }

    private static ServiceDayChoice Choose(DateOnly asOf, ServiceDayOptions options)
    {
        SortedDictionary<DateOnly, int> perDay = TripsPerDate();
        DateOnly first = perDay.Keys.First();
        DateOnly last = perDay.Keys.Last();
        int[] counts = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(i => perDay.GetValueOrDefault(first.AddDays(i)))];
        return ServiceDays.Choose([new TimetableFeed("timetable", first, last, last, new SourceCounts())], new TripsPerDay(first, counts), asOf, options);
    }

    private static SortedDictionary<DateOnly, int> TripsPerDate()
    {
        using ZipArchive zip = ZipFile.OpenRead(RepositoryRoot.RealData("gtfs-sweden-xtrafik-2025-partial", "xtrafik-2025-06-01-no-stop-times.zip"));
        Dictionary<string, int> tripsOf = Rows(zip, "trips.txt", "service_id").GroupBy(r => r[0]).ToDictionary(g => g.Key, g => g.Count());
        SortedDictionary<DateOnly, int> perDay = [];
        foreach (string[] row in Rows(zip, "calendar_dates.txt", "service_id", "date", "exception_type").Where(r => r[2] == "1"))
        {
            DateOnly date = DateOnly.ParseExact(row[1], "yyyyMMdd", CultureInfo.InvariantCulture);
            perDay[date] = perDay.GetValueOrDefault(date) + tripsOf.GetValueOrDefault(row[0]);
        }

        return perDay;
    }

    private static IEnumerable<string[]> Rows(ZipArchive zip, string file, params string[] columns)
    {
        using StreamReader reader = new(zip.GetEntry(file)!.Open());
        string[] head = reader.ReadLine()!.Split(',');
        int[] at = [.. columns.Select(c => Array.IndexOf(head, c))];
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            yield return [.. at.Select(i => fields[i])];
        }
    }
}
