namespace HousingInventory.Routing.Transit;

/// <summary>Some dates, their weekdays labelled term or holiday, and the choice among them.</summary>
internal sealed class DayLabels
{
    private readonly TripsPerDay _trips;
    private readonly List<DateOnly> _dates;
    private readonly Dictionary<DateOnly, (bool Term, ServiceDayHow How)> _labels = [];
    private readonly HashSet<DateOnly> _termWeeks;

    /// <summary>Labels dates.</summary>
    /// <param name="dates">Dates in ascending order.</param>
    /// <param name="trips">Trips by date.</param>
    /// <param name="options">School dates and sure weeks.</param>
    public DayLabels(List<DateOnly> dates, TripsPerDay trips, ServiceDayOptions options)
    {
        _dates = dates;
        _trips = trips;
        List<DateOnly> open = [];
        foreach (DateOnly date in dates.Where(d => IsMondayToThursday(d) || d.DayOfWeek == DayOfWeek.Friday))
        {
            if (SureLabel(date, options) is { } label)
            {
                _labels.Add(date, label);
            }
            else
            {
                open.Add(date);
            }
        }

        LabelByTrips(open, MedianOf(term: true), MedianOf(term: false), options.OneMedianShare);
        _termWeeks = [.. _labels.Where(l => l.Value.Term).Select(l => SwedishCalendar.MondayOf(l.Key))];
    }

    /// <summary>The earliest date of the type whose number of trips is the lower median of them all; null if there is none.</summary>
    public DateOnly? Choose(ServiceDayType type)
    {
        List<DateOnly> dates = DatesOf(type);
        if (dates.Count == 0)
        {
            return null;
        }

        int median = LowerMedian(dates);
        return dates.First(d => _trips[d] == median);
    }

    /// <summary>How a chosen date came to be of its type.</summary>
    public ServiceDayHow HowOf(ServiceDayType type, DateOnly date)
    {
        if (type is ServiceDayType.Term or ServiceDayType.Holiday)
        {
            return _labels[date].How;
        }

        DateOnly monday = SwedishCalendar.MondayOf(date);
        return _termWeeks.Contains(monday)
            ? _labels.Where(l => l.Value.Term && SwedishCalendar.MondayOf(l.Key) == monday).OrderBy(l => l.Key).First().Value.How
            : ServiceDayHow.AnyWeek;
    }

    private static bool IsMondayToThursday(DateOnly date) => date.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday;

    private static (bool Term, ServiceDayHow How)? SureLabel(DateOnly date, ServiceDayOptions options)
    {
        if (options.SchoolSpan is { } span && span.Contains(date))
        {
            bool term = options.SchoolTerms.Any(s => s.Contains(date)) && !options.SchoolHolidays.Any(s => s.Contains(date));
            return (term, ServiceDayHow.SchoolDates);
        }

        int week = SwedishCalendar.IsoWeek(date);
        if (options.SureTermWeeks.Contains(week))
        {
            return (true, ServiceDayHow.SureWeek);
        }

        return options.SureHolidayWeeks.Contains(week) ? (false, ServiceDayHow.SureWeek) : null;
    }

    private void LabelByTrips(List<DateOnly> open, int? term, int? holiday, double share)
    {
        foreach (DateOnly date in open)
        {
            int trips = _trips[date];
            if (term is { } t && holiday is { } h)
            {
                _labels.Add(date, (Math.Abs(trips - t) <= Math.Abs(trips - h), ServiceDayHow.TripCount));
            }
            else if ((term ?? holiday) is { } one)
            {
                if (Math.Abs(trips - one) <= share * one)
                {
                    _labels.Add(date, (term is not null, ServiceDayHow.TripCount));
                }
            }
            else
            {
                _labels.Add(date, (true, ServiceDayHow.Assumed));
            }
        }
    }

    private int? MedianOf(bool term)
    {
        List<DateOnly> dates = [.. _labels.Where(l => l.Value.Term == term && IsMondayToThursday(l.Key)).Select(l => l.Key)];
        return dates.Count == 0 ? null : LowerMedian(dates);
    }

    private List<DateOnly> DatesOf(ServiceDayType type)
    {
        switch (type)
        {
            case ServiceDayType.Term or ServiceDayType.Holiday:
                return [.. _dates.Where(d => IsMondayToThursday(d) && IsLabelled(d, term: type == ServiceDayType.Term))];
            default:
                DayOfWeek weekday = type switch
                {
                    ServiceDayType.Friday => DayOfWeek.Friday,
                    ServiceDayType.Saturday => DayOfWeek.Saturday,
                    _ => DayOfWeek.Sunday,
                };
                List<DateOnly> any = [.. _dates.Where(d => d.DayOfWeek == weekday)];
                List<DateOnly> inTerm = [.. any.Where(d => _termWeeks.Contains(SwedishCalendar.MondayOf(d)) && !IsLabelled(d, term: false))];
                return inTerm.Count > 0 ? inTerm : any;
        }
    }

    /// <summary>Whether a weekday is labelled term, or holiday.</summary>
    public bool IsLabelled(DateOnly date, bool term) => _labels.TryGetValue(date, out (bool Term, ServiceDayHow How) label) && label.Term == term;

    private int LowerMedian(List<DateOnly> dates)
    {
        int[] trips = [.. dates.Select(d => _trips[d]).Order()];
        return trips[(trips.Length - 1) / 2];
    }
}
