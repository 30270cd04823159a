using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// What a criterion has to tell of one home beyond its numbers, as values that a sentence, a table or a drawing can be made of. Times are seconds of the service
/// day; past midnight they go on after 86,400, and <see cref="Model.Clock"/> writes them.
/// </summary>
public sealed record Told
{
    /// <summary>walk-to-stop: the stop that was measured to; null otherwise.</summary>
    public ToldStop? Stop { get; init; }

    /// <summary>travel-time, but for windows: a journey that takes the time measured; null otherwise.</summary>
    public ToldJourney? Journey { get; init; }

    /// <summary>useful-day: the errand that works with the least absence beyond its own length, with its journeys; null if none works.</summary>
    public ToldErrand? Best { get; init; }

    /// <summary>useful-day: the errand that fails by least, without journeys; null if none fails.</summary>
    public ToldErrand? Failing { get; init; }

    /// <summary>
    /// useful-day: every errand on each of its days, in the order of the configuration. Only <see cref="Best"/> has its journeys there, and all have that can where
    /// the home was asked for by name.
    /// </summary>
    public IReadOnlyList<ToldErrand> Errands { get; init; } = [];
}

/// <summary>A stop as one home sees it.</summary>
/// <param name="Name">Name of the stop.</param>
/// <param name="WalkM">Metres on foot to its nearest post at which one can board.</param>
/// <param name="Lines">Names of the lines with ordinary departures on the term day, in order.</param>
/// <param name="Departures">Ordinary departures on the term day, both directions.</param>
/// <param name="FirstS">First of them.</param>
/// <param name="LastS">Last of them.</param>
public sealed record ToldStop(string Name, double WalkM, IReadOnlyList<string> Lines, int Departures, int FirstS, int LastS);

/// <summary>One errand on one kind of day.</summary>
public sealed record ToldErrand
{
    /// <summary>The errand's label in the language of the run, else its name.</summary>
    public required string Name { get; init; }

    /// <summary>"08:30–12:00".</summary>
    public required string Hours { get; init; }

    public required ServiceDayType Day { get; init; }

    /// <summary>Name of the place; null for a point, or where none was looked at.</summary>
    public string? Place { get; init; }

    /// <summary>Whether the errand has no place to go to, for any home; then it counts for none.</summary>
    public bool IsWithoutPlace { get; init; }

    public bool Works => Reason == ErrandReason.None && !IsWithoutPlace;

    /// <summary>Why it does not work.</summary>
    public ErrandReason Reason { get; init; }

    /// <summary>Seconds by which it fails; null where the reason has none.</summary>
    public int? MissS { get; init; }

    /// <summary>Fixed times: the start and the end; null for a visit.</summary>
    public (int StartS, int EndS)? Fixed { get; init; }

    /// <summary>
    /// The way there: of an errand that works, the latest in time; of one that fails, the nearest to being in time; of one that works with booked trips only, with
    /// those. Null where there is none, or was not asked for.
    /// </summary>
    public ToldJourney? There { get; init; }

    /// <summary>The way home, likewise.</summary>
    public ToldJourney? Back { get; init; }
}

/// <summary>A journey from door to door.</summary>
/// <param name="IsHomeward">Whether it leads home.</param>
/// <param name="LeaveS">Leaving the first door.</param>
/// <param name="FirstWalkS">Walk to the first post, or all the way where there is no ride.</param>
/// <param name="Rides">In order of travel; none: one walks all the way.</param>
/// <param name="LastWalkS">Walk from the last post; 0 without a ride.</param>
/// <param name="ArriveS">At the last door.</param>
public sealed record ToldJourney(bool IsHomeward, int LeaveS, int FirstWalkS, IReadOnlyList<ToldRide> Rides, int LastWalkS, int ArriveS);

/// <summary>One ride. Staying seated while the bus becomes another trip is one ride.</summary>
/// <param name="Line">Name of the line that one boards.</param>
/// <param name="From">Name of the post where one boards.</param>
/// <param name="DepartS">Departure.</param>
/// <param name="To">Name of the post where one alights.</param>
/// <param name="ArriveS">Arrival.</param>
/// <param name="Booking">How it is ordered; null for ordinary trips.</param>
public sealed record ToldRide(string Line, string From, int DepartS, string To, int ArriveS, ToldBooking? Booking);

/// <summary>How a booked trip is ordered.</summary>
/// <param name="LatestS">Latest moment to order, seconds from midnight of the service day, negative on the days before; null: only the line's rule says it.</param>
/// <param name="Rule">The rule in the operator's words; empty if none.</param>
/// <param name="Phone">Telephone number; empty if none.</param>
public sealed record ToldBooking(int? LatestS, string Rule, string Phone);
