namespace HousingInventory.Routing.Transit;

/// <summary>Why trips of a source are not used.</summary>
public enum TripLeftOut : byte
{
    /// <summary>The route type is not everyday traffic.</summary>
    RouteType,

    /// <summary>Fewer than two calls: nobody can ride.</summary>
    TooFewCalls,

    /// <summary>The first or last call has no time.</summary>
    NoTimes,

    /// <summary>Times run backwards, are negative, or lie beyond 100 days.</summary>
    ImpossibleTimes,

    /// <summary>A pattern for frequencies whose rows give no departure.</summary>
    NoFrequency,

    /// <summary>An earlier source has the same trip on every date.</summary>
    Overlap,
}

/// <summary>How many trips and stop times share a fate.</summary>
/// <param name="Trips">Trips as read, before frequencies multiply them.</param>
/// <param name="Calls">Their rows in stop_times.</param>
public readonly record struct TripTally(int Trips, int Calls)
{
    /// <summary>One more trip.</summary>
    public TripTally Plus(int calls) => new(Trips + 1, Calls + calls);
}

/// <summary>What became of one source. Read = used + left out, in trips and in calls.</summary>
public sealed class SourceCounts
{
    private readonly SortedDictionary<TripLeftOut, TripTally> _leftOut = [];
    private readonly SortedDictionary<int, int> _leftOutRouteTypes = [];

    /// <summary>All trips given.</summary>
    public TripTally Read { get; private set; }

    /// <summary>Trips that are in the timetable.</summary>
    public TripTally Used { get; private set; }

    /// <summary>Trips that are not, by reason.</summary>
    public IReadOnlyDictionary<TripLeftOut, TripTally> LeftOut => _leftOut;

    /// <summary>Trips left out for their route type, by that type.</summary>
    public IReadOnlyDictionary<int, int> LeftOutRouteTypes => _leftOutRouteTypes;

    /// <summary>Trips that an earlier source has on the same dates, all or some of them (timetables_overlap).</summary>
    public int Overlapping { get; internal set; }

    /// <summary>Posts without a position on this map.</summary>
    public int UnplacedPosts { get; internal set; }

    /// <summary>Rows of frequencies that give no departure, or more than one in 30 seconds.</summary>
    public int UnusableFrequencies { get; internal set; }

    /// <summary>Trips made from a headway that is only a promise.</summary>
    public int ApproximateTrips { get; internal set; }

    /// <summary>
    /// Rows of transfers that would matter and are not applied: for routes without stops, or of type 4 for trips that cannot follow each other. Rows about stops,
    /// routes or trips that are not in the timetable matter to nobody.
    /// </summary>
    public int TransfersNotApplied { get; internal set; }

    /// <summary>Dates of service before 1990 or after 2149, ignored.</summary>
    public int ImpossibleDates { get; internal set; }

    internal void CountRead(int calls) => Read = Read.Plus(calls);

    internal void CountUsed(int calls) => Used = Used.Plus(calls);

    internal void CountLeftOut(TripLeftOut reason, int calls, int routeType)
    {
        _leftOut[reason] = _leftOut.GetValueOrDefault(reason).Plus(calls);
        if (reason == TripLeftOut.RouteType)
        {
            _leftOutRouteTypes[routeType] = _leftOutRouteTypes.GetValueOrDefault(routeType) + 1;
        }
    }
}
