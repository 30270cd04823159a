namespace HousingInventory.Routing.Transit;

/// <summary>
/// The type of every date: red days are Sundays; weekdays are term, Friday in term, or holiday as the choice of service days labels them, and holiday where nothing
/// tells. A date that was chosen for a type is of that type.
/// </summary>
public sealed class DayTypes
{
    private readonly ServiceDayChoice _choice;
    private readonly ServiceDates[] _dates = [.. Enum.GetValues<ServiceDayType>().Select(_ => new ServiceDates())];

    /// <summary>Labels every date on which some trip of a timetable may run.</summary>
    /// <param name="timetable">The timetable.</param>
    /// <param name="trips">Ordinary trips near the homes, by date.</param>
    /// <param name="choice">The chosen days.</param>
    /// <param name="options">School dates and sure weeks.</param>
    public DayTypes(Timetable timetable, TripsPerDay trips, ServiceDayChoice choice, ServiceDayOptions options)
    {
        ArgumentNullException.ThrowIfNull(timetable);
        ArgumentNullException.ThrowIfNull(choice);
        _choice = choice;
        int first = timetable.Services.Min(s => s.First) ?? ServiceDates.FirstHeld;
        int last = timetable.Services.Max(s => s.Last) ?? (first - 1);
        List<DateOnly> dates = [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(DateOnly.FromDayNumber)];
        DayLabels labels = new(dates, trips, options);
        foreach (DateOnly date in dates)
        {
            _dates[(int)Of(date, labels)].Add(date.DayNumber);
        }
    }

    /// <summary>The date that stands for a type; null without one.</summary>
    public DateOnly? Chosen(ServiceDayType type) => _choice.Days.Count == 0 ? null : _choice[type].Date;

    /// <summary>The types that a date was chosen for.</summary>
    public IEnumerable<ServiceDayType> Known => _choice.Days.Where(d => d.Date is not null).Select(d => d.Type);

    /// <summary>The dates of some types.</summary>
    internal ServiceDates Of(IEnumerable<ServiceDayType> types)
    {
        ServiceDates all = new();
        foreach (ServiceDayType type in types)
        {
            all = all.With(_dates[(int)type]);
        }

        return all;
    }

    private ServiceDayType Of(DateOnly date, DayLabels labels)
    {
        foreach (ServiceDay day in _choice.Days)
        {
            if (day.Date == date)
            {
                return day.Type;
            }
        }

        return SwedishCalendar.IsRedDay(date) || date.DayOfWeek == DayOfWeek.Sunday ? ServiceDayType.Sunday
            : date.DayOfWeek == DayOfWeek.Saturday ? ServiceDayType.Saturday
            : !labels.IsLabelled(date, term: true) ? ServiceDayType.Holiday
            : date.DayOfWeek == DayOfWeek.Friday ? ServiceDayType.Friday
            : ServiceDayType.Term;
    }
}
