namespace HousingInventory.Routing.Transit;

/// <summary>
/// Timetables of one or several sources as one, read-only. Everything is an index into arrays: posts, stops (posts merged), lines, services, trips, calls. The
/// calls of trip t are <c>TripFirstCall[t]</c> up to, not including, <c>TripFirstCall[t + 1]</c>, and each has both times. Ids of different sources never mix.
/// Made by <see cref="TimetableBuilder"/>; safe to read from many threads.
/// </summary>
public sealed class Timetable
{
    internal Timetable()
    {
    }

    /// <summary>The sources, in the order given.</summary>
    public IReadOnlyList<TimetableFeed> Sources { get; internal init; } = [];

    /// <summary>How trips are ordered; calls point here.</summary>
    public IReadOnlyList<BookingRule> BookingRules { get; internal init; } = [];

    /// <summary>Boarding points. Walking, boarding and changing happen at posts.</summary>
    public PostTable Posts { get; internal init; } = new();

    /// <summary>Posts merged, for counting and naming.</summary>
    public StopTable Stops { get; internal init; } = new();

    /// <summary>Lines.</summary>
    public LineTable Lines { get; internal init; } = new();

    /// <summary>Trips and their calls.</summary>
    public TripTable Trips { get; internal init; } = new();

    internal ServiceDates[] Services { get; init; } = [];

    internal TransferTable Transfers { get; init; } = new();

    internal Timetable WithStopsAndTransfers(StopTable stops, TransferTable transfers) => new()
    {
        Sources = Sources,
        BookingRules = BookingRules,
        Posts = Posts,
        Stops = stops,
        Lines = Lines,
        Trips = Trips,
        Services = Services,
        Transfers = transfers,
    };

    /// <summary>Whether a trip starts on a service day.</summary>
    public bool Runs(int trip, DateOnly date) => Services[Trips.Service[trip]].Runs(date.DayNumber);

    /// <summary>
    /// For every date with service, how many trips have at least one ordinary boarding (last calls are none) at a post within the box, borders included.
    /// Unplaced posts lie in no box.
    /// </summary>
    public TripsPerDay OrdinaryTripsPerDay(double minX, double minY, double maxX, double maxY)
    {
        int[] perService = new int[Services.Length];
        for (int trip = 0; trip < Trips.Count; trip++)
        {
            for (int call = Trips.FirstCall[trip]; call < Trips.FirstCall[trip + 1] - 1; call++)
            {
                int post = Trips.CallPost[call];
                if (Trips.CallBoard[call] == TrafficKind.Ordinary && Posts.Placed[post]
                    && Posts.X[post] >= minX && Posts.X[post] <= maxX && Posts.Y[post] >= minY && Posts.Y[post] <= maxY)
                {
                    perService[Trips.Service[trip]]++;
                    break;
                }
            }
        }

        return TripsPerDay.Sum(Services, perService);
    }
}

/// <summary>One source of a merged timetable.</summary>
/// <param name="Id">The name by which the run knows it.</param>
/// <param name="First">First valid date: feed_info's, else the first with service; null if there is neither.</param>
/// <param name="Last">Last valid date, likewise.</param>
/// <param name="LastService">Last valid date on which a trip of it starts; null if none.</param>
/// <param name="Counts">What became of its rows.</param>
public sealed record TimetableFeed(string Id, DateOnly? First, DateOnly? Last, DateOnly? LastService, SourceCounts Counts);
