namespace HousingInventory.Routing.Transit;

/// <summary>Something for which one leaves home, on some days of the week: between fixed times, or a visit of some length within opening hours.</summary>
/// <param name="Name">Short name, shown in results.</param>
/// <param name="FromS">Fixed: the start, by which one must be there. Visit: opening. Seconds of the service day.</param>
/// <param name="UntilS">Fixed: the end, from which one may leave. Visit: closing, by which the stay must be over.</param>
public sealed record Errand(string Name, int FromS, int UntilS)
{
    /// <summary>Length of a visit, seconds; null for fixed times.</summary>
    public int? StayS { get; init; }

    /// <summary>Types of day, each evaluated for itself.</summary>
    public IReadOnlyList<ServiceDayType> Days { get; init; } = [ServiceDayType.Term];

    /// <summary>Weight, split evenly over the days; 0 or more.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>Fixed times: longest time from leaving home to the start, seconds, inclusive.</summary>
    public int MaxAheadS { get; init; } = 120 * 60;

    /// <summary>Fixed times: longest time from the end to being home, seconds, inclusive.</summary>
    public int MaxAfterS { get; init; } = 120 * 60;

    /// <summary>Visit: longest time away from home beyond the stay, seconds, inclusive.</summary>
    public int MaxTravelS { get; init; } = 240 * 60;

    /// <summary>The errand's own length, seconds.</summary>
    public int LengthS => StayS ?? (UntilS - FromS);
}

/// <summary>Why an errand does not work. The list is closed.</summary>
public enum ErrandReason : byte
{
    /// <summary>It works.</summary>
    None,

    /// <summary>No stop within walking distance of the home.</summary>
    NoStopInWalk,

    /// <summary>Nothing ordinary runs that day at the home's or the place's stops, or between them.</summary>
    NoServiceThatDay,

    /// <summary>The timetables hold no such day; the errand leaves the sums.</summary>
    NotInTimetable,

    /// <summary>The first arrival of the day is after the start.</summary>
    ArrivesLate,

    /// <summary>To be there in time one must leave too early.</summary>
    TooLongThere,

    /// <summary>The last possible return leaves before the end.</summary>
    LastHomeTooEarly,

    /// <summary>After the end one is home too late.</summary>
    TooLongBack,

    /// <summary>A visit cannot begin early enough to be over by closing.</summary>
    StayDoesNotFit,

    /// <summary>It works with booked trips only.</summary>
    OnlyBooked,

    /// <summary>The house is too far from every road.</summary>
    OffNetwork,
}

/// <summary>
/// The outcome of one errand on one day. Times are seconds of the service day: those shown when it works; when it does not, those of the nearest there is each
/// way, to ask for its journey by, and 0 where there is nothing.
/// </summary>
public readonly record struct ErrandOutcome
{
    /// <summary>Whether there is a way there and a way back within the limits.</summary>
    public bool Works => Reason == ErrandReason.None;

    /// <summary>Why it does not work.</summary>
    public ErrandReason Reason { get; init; }

    /// <summary>Seconds by which it fails; null where a reason has none.</summary>
    public int? MissS { get; init; }

    /// <summary>Index of the place, among the places given for the errand.</summary>
    public int Place { get; init; }

    /// <summary>Leaving home.</summary>
    public int LeaveS { get; init; }

    /// <summary>By when one asks to be at the door: the start, or the arrival that a visit begins with.</summary>
    public int DoorByS { get; init; }

    /// <summary>From when one leaves the door.</summary>
    public int LeaveDoorFromS { get; init; }

    /// <summary>Being home again.</summary>
    public int HomeS { get; init; }

    /// <summary>Seconds away from home.</summary>
    public int AbsenceS => HomeS - LeaveS;

    internal static ErrandOutcome Fails(ErrandReason reason, int? missS = null) => new() { Reason = reason, MissS = missS };
}
