namespace HousingInventory.Routing.Transit;

/// <summary>Whether a type of day can be measured.</summary>
public enum ServiceDayState : byte
{
    /// <summary>A date was found and trips run on it.</summary>
    Chosen,

    /// <summary>A date was found, and nothing ordinary runs near the homes on it.</summary>
    NoService,

    /// <summary>The timetables hold no such date.</summary>
    NoData,
}

/// <summary>How a date came to be chosen.</summary>
public enum ServiceDayHow : byte
{
    /// <summary>There is no date.</summary>
    NotFound,

    /// <summary>The user fixed it.</summary>
    Given,

    /// <summary>The dates of school terms and holidays that the user gave label it, or its week.</summary>
    SchoolDates,

    /// <summary>Its week is term, or holiday, everywhere.</summary>
    SureWeek,

    /// <summary>Its number of trips is nearer to that of sure term days, or of sure holidays.</summary>
    TripCount,

    /// <summary>Nothing was sure, so every weekday was taken for term.</summary>
    Assumed,

    /// <summary>Saturday, Sunday or Friday of any week: no week of the kind holds a term weekday.</summary>
    AnyWeek,
}

/// <summary>The date that stands for a type of day.</summary>
/// <param name="Type">The type.</param>
/// <param name="State">Whether it can be measured.</param>
/// <param name="Date">The date; null for no data.</param>
/// <param name="Trips">Ordinary trips near the homes that day.</param>
/// <param name="How">How it was chosen.</param>
/// <param name="OutsideCandidates">True if no date within eight weeks was of the type and the whole timetable was searched.</param>
public sealed record ServiceDay(ServiceDayType Type, ServiceDayState State, DateOnly? Date, int Trips, ServiceDayHow How, bool OutsideCandidates = false);

/// <summary>Something that the reader of results should know about the chosen days.</summary>
public abstract record ServiceDayNotice;

/// <summary>The timetable starts after the asked date; the search went on from its start.</summary>
public sealed record TimetableStartsLater(DateOnly AsOf, DateOnly First) : ServiceDayNotice;

/// <summary>No week in reach is surely term or holiday, so every weekday was taken for term.</summary>
public sealed record ServiceDayUncertain : ServiceDayNotice;

/// <summary>The term day has suspiciously few trips: it may be a holiday.</summary>
public sealed record TermDayLow(DateOnly Date, int Trips, DateOnly Busiest, int BusiestTrips) : ServiceDayNotice;

/// <summary>Why no days can be chosen. The message is one sentence for the user.</summary>
public abstract record ServiceDayProblem(string Message)
{
    private protected static string Text(FormattableString sentence) => FormattableString.Invariant(sentence);
}

/// <summary>A timetable has no service on or after the asked date.</summary>
public sealed record TimetableEnded(string Source, DateOnly Last, DateOnly AsOf)
    : ServiceDayProblem(Text(
        $"timetable ended {Last:yyyy-MM-dd}, before {AsOf:yyyy-MM-dd}: give a newer file for {Source}, or an earlier asOf"));

/// <summary>A timetable starts too long after the asked date.</summary>
public sealed record TimetableStartsTooLate(string Source, DateOnly First, DateOnly AsOf)
    : ServiceDayProblem(Text(
        $"timetable starts {First:yyyy-MM-dd}, long after {AsOf:yyyy-MM-dd}: give an older file for {Source}, or a later asOf"));

/// <summary>A timetable has no date with service at all.</summary>
public sealed record TimetableWithoutDates(string Source)
    : ServiceDayProblem($"timetable has no date with service: check calendar.txt and calendar_dates.txt of {Source}");

/// <summary>The timetables have no date in common.</summary>
public sealed record TimetablesApart(DateOnly LatestFirst, DateOnly EarliestLast)
    : ServiceDayProblem(Text(
        $"timetables share no date: one starts {LatestFirst:yyyy-MM-dd}, another ended {EarliestLast:yyyy-MM-dd}"));

/// <summary>A date that the user fixed lies outside the timetables.</summary>
public sealed record FixedDayOutside(ServiceDayType Type, DateOnly Date, DateSpan Window)
    : ServiceDayProblem(Text(
        $"serviceDays asks for {Date:yyyy-MM-dd}, but the timetable runs {Window.First:yyyy-MM-dd} to {Window.Last:yyyy-MM-dd}"));

/// <summary>The answer: a problem, or a day of each type.</summary>
public sealed record ServiceDayChoice
{
    /// <summary>Why there is no answer; null if there is one.</summary>
    public ServiceDayProblem? Problem { get; init; }

    /// <summary>Dates that all timetables cover.</summary>
    public DateSpan Window { get; init; }

    /// <summary>One per type, in the order of <see cref="ServiceDayType"/>; empty if there is a problem.</summary>
    public IReadOnlyList<ServiceDay> Days { get; init; } = [];

    /// <summary>What to tell.</summary>
    public IReadOnlyList<ServiceDayNotice> Notices { get; init; } = [];

    /// <summary>The day of a type.</summary>
    public ServiceDay this[ServiceDayType type] => Days[(int)type];
}
