namespace HousingInventory.Routing.Transit;

/// <summary>
/// Chooses the dates that stand for a school day, a holiday, a Friday, a Saturday and a Sunday. Swedish feeds list dates only and nothing in them says
/// "school day", and a feed of the summer consists of holidays for the most part: a median over all of it would be one.
/// </summary>
public static class ServiceDays
{
    /// <summary>Chooses a date for each type.</summary>
    /// <param name="sources">The timetables; every one of them must cover the chosen dates.</param>
    /// <param name="trips">Ordinary trips near the homes, by date.</param>
    /// <param name="asOf">The date the answer is for.</param>
    /// <param name="options">School dates, fixed dates, tables.</param>
    public static ServiceDayChoice Choose(IReadOnlyList<TimetableFeed> sources, TripsPerDay trips, DateOnly asOf, ServiceDayOptions options)
    {
        List<ServiceDayNotice> notices = [];
        if (FindWindow(sources, asOf, options, notices, out DateSpan window) is { } problem)
        {
            return new ServiceDayChoice { Problem = problem };
        }

        foreach (ServiceDayType type in Enum.GetValues<ServiceDayType>())
        {
            if (options.Fixed.TryGetValue(type, out DateOnly date) && !window.Contains(date))
            {
                return new ServiceDayChoice { Problem = new FixedDayOutside(type, date, window), Window = window };
            }
        }

        DayLabels near = new(Candidates(window, asOf, options), trips, options);
        DayLabels all = new(Usual(window), trips, options);
        ServiceDay[] days = [.. Enum.GetValues<ServiceDayType>().Select(type => ChooseOne(type, near, all, trips, options))];
        if (days.Any(d => d.How == ServiceDayHow.Assumed))
        {
            notices.Add(new ServiceDayUncertain());
        }

        if (FindLow(days[(int)ServiceDayType.Term], window, trips, options) is { } low)
        {
            notices.Add(low);
        }

        return new ServiceDayChoice { Window = window, Days = days, Notices = notices };
    }

    private static ServiceDayProblem? FindWindow(
        IReadOnlyList<TimetableFeed> sources, DateOnly asOf, ServiceDayOptions options, List<ServiceDayNotice> notices, out DateSpan window)
    {
        window = new DateSpan(DateOnly.MinValue, DateOnly.MaxValue);
        foreach (TimetableFeed source in sources)
        {
            if (source.First is not { } first || source.Last is not { } last || source.LastService is not { } lastService)
            {
                return new TimetableWithoutDates(source.Id);
            }

            if (last < asOf || lastService < asOf)
            {
                return new TimetableEnded(source.Id, last < lastService ? last : lastService, asOf);
            }

            if (first.DayNumber > asOf.DayNumber + options.LatestStartDays)
            {
                return new TimetableStartsTooLate(source.Id, first, asOf);
            }

            window = new DateSpan(first > window.First ? first : window.First, last < window.Last ? last : window.Last);
        }

        if (window.First > window.Last)
        {
            return new TimetablesApart(window.First, window.Last);
        }

        if (window.First > asOf)
        {
            notices.Add(new TimetableStartsLater(asOf, window.First));
        }

        return null;
    }

    /// <summary>The usual dates of eight weeks; those at the end of the window only if there are no others.</summary>
    private static List<DateOnly> Candidates(DateSpan window, DateOnly asOf, ServiceDayOptions options)
    {
        int first = Math.Max(asOf.DayNumber, window.First.DayNumber);
        int last = Math.Min(first + options.CandidateDays - 1, window.Last.DayNumber);
        int complete = Math.Min(last, window.Last.DayNumber - options.IncompleteTailDays);
        List<DateOnly> dates = complete < first ? [] : Usual(new DateSpan(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(complete)));
        return dates.Count > 0 ? dates : Usual(new DateSpan(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last)));
    }

    private static List<DateOnly> Usual(DateSpan span)
        => [.. Enumerable.Range(span.First.DayNumber, span.Last.DayNumber - span.First.DayNumber + 1)
            .Select(DateOnly.FromDayNumber).Where(d => !SwedishCalendar.IsUnusual(d))];

    private static ServiceDay ChooseOne(ServiceDayType type, DayLabels near, DayLabels all, TripsPerDay trips, ServiceDayOptions options)
    {
        if (options.Fixed.TryGetValue(type, out DateOnly given))
        {
            return Found(type, given, trips[given], ServiceDayHow.Given);
        }

        ServiceDay? found = near.Choose(type) is { } date ? Found(type, date, trips[date], near.HowOf(type, date)) : null;
        found ??= all.Choose(type) is { } other ? Found(type, other, trips[other], all.HowOf(type, other)) with { OutsideCandidates = true } : null;
        return found ?? new ServiceDay(type, ServiceDayState.NoData, null, 0, ServiceDayHow.NotFound);
    }

    private static ServiceDay Found(ServiceDayType type, DateOnly date, int trips, ServiceDayHow how)
        => new(type, trips == 0 ? ServiceDayState.NoService : ServiceDayState.Chosen, date, trips, how);

    private static TermDayLow? FindLow(ServiceDay term, DateSpan window, TripsPerDay trips, ServiceDayOptions options)
    {
        if (term.Date is not { } date)
        {
            return null;
        }

        DateOnly busiest = date;
        for (int day = window.First.DayNumber; day <= window.Last.DayNumber; day++)
        {
            DateOnly other = DateOnly.FromDayNumber(day);
            bool midweek = other.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday;
            busiest = midweek && !SwedishCalendar.IsUnusual(other) && trips[other] > trips[busiest] ? other : busiest;
        }

        return term.Trips < options.LowShare * trips[busiest] ? new TermDayLow(date, term.Trips, busiest, trips[busiest]) : null;
    }
}
