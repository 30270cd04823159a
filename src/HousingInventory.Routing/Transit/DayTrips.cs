namespace HousingInventory.Routing.Transit;

/// <summary>
/// The trips that a passenger meets on one day, as runs: a run is a trip and the seconds added to its times. Those of the service day itself come as they are
/// (shift 0); those of earlier days that are still under way after midnight come 24 h earlier for each day, those of the next day that start before 30:00
/// come 24 h later. So a bus that leaves at 24:40 on Thursday can be boarded at 00:40 on Friday. Day counts use shift 0 only, clock windows and journeys
/// use all runs. Read-only, safe for many threads.
/// </summary>
public sealed class DayTrips
{
    /// <summary>Seconds of a day by the clock; service days are not stretched by clock changes, such dates are never chosen.</summary>
    public const int DayS = 86_400;

    /// <summary>Trips of the next day count if they start before this.</summary>
    public const int NextDayUntilS = 30 * 3600;

    private readonly List<int> _trip = [];
    private readonly List<int> _shiftS = [];

    private DayTrips(Timetable timetable, DateOnly date)
    {
        Timetable = timetable;
        Date = date;
        List<(int From, int To)> joins = [];
        AddRuns(0, joins);
        for (int days = 1; days <= timetable.Trips.LatestS / DayS; days++)
        {
            AddRuns(-days, joins);
        }

        AddRuns(1, joins);
        Trip = [.. _trip];
        ShiftS = [.. _shiftS];
        Joins = [.. joins];
        Chain = MakeChains();
        (FirstDeparture, Departure) = MakeDepartures();
    }

    /// <summary>The timetable behind.</summary>
    public Timetable Timetable { get; }

    /// <summary>The service day.</summary>
    public DateOnly Date { get; }

    /// <summary>How many runs.</summary>
    public int RunCount => Trip.Length;

    /// <summary>Trip of each run.</summary>
    internal int[] Trip { get; }

    /// <summary>Seconds added to the times of each run's trip: a multiple of a day.</summary>
    internal int[] ShiftS { get; }

    /// <summary>Runs into which passengers may stay seated.</summary>
    internal (int From, int To)[] Joins { get; }

    /// <summary>Smallest run of the joined runs that each run belongs to. Joined runs are one trip to a passenger and are counted once.</summary>
    internal int[] Chain { get; }

    /// <summary>Departures of a post are <c>Departure[FirstDeparture[post] .. FirstDeparture[post + 1]]</c>.</summary>
    internal int[] FirstDeparture { get; }

    /// <summary>Every call at which one may board, booked ones too, by post, then time, run, call. Last calls are none.</summary>
    internal (int Run, int Call)[] Departure { get; }

    /// <summary>The runs of a service day.</summary>
    public static DayTrips On(Timetable timetable, DateOnly date) => new(timetable, date);

    /// <summary>Whether any boarding or alighting of the day must be ordered. If not, a search with booked trips finds what one without them does.</summary>
    public bool HasBooked
    {
        get
        {
            TripTable trips = Timetable.Trips;
            return Array.Exists(Trip, t => trips.CallBoard.AsSpan(trips.FirstCall[t]..trips.FirstCall[t + 1]).Contains(TrafficKind.Booked)
                || trips.CallAlight.AsSpan(trips.FirstCall[t]..trips.FirstCall[t + 1]).Contains(TrafficKind.Booked));
        }
    }

    /// <summary>Trip of a run.</summary>
    public int TripOf(int run) => Trip[run];

    /// <summary>Departure of a call in a run, seconds of this service day.</summary>
    public int DepartureS(int run, int call) => Timetable.Trips.CallDepartureS[call] + ShiftS[run];

    /// <summary>Arrival of a call in a run, seconds of this service day.</summary>
    public int ArrivalS(int run, int call) => Timetable.Trips.CallArrivalS[call] + ShiftS[run];

    /// <summary>Whether a run is of this service day and not of the one before or after.</summary>
    public bool IsOfTheDay(int run) => ShiftS[run] == 0;

    internal ReadOnlySpan<(int Run, int Call)> DeparturesAt(int post) => Departure.AsSpan(FirstDeparture[post]..FirstDeparture[post + 1]);

    private void AddRuns(int days, List<(int From, int To)> joins)
    {
        TripTable trips = Timetable.Trips;
        DateOnly date = Date.AddDays(days);
        int shift = days * DayS;
        Dictionary<int, int> runOf = [];
        for (int trip = 0; trip < trips.Count; trip++)
        {
            int first = trips.FirstCall[trip];
            int end = trips.FirstCall[trip + 1];
            bool inReach = days switch { 0 => true, < 0 => trips.CallArrivalS[end - 1] + shift > 0, _ => trips.CallDepartureS[first] + shift < NextDayUntilS };
            if (inReach && Timetable.Runs(trip, date))
            {
                runOf.Add(trip, _trip.Count);
                _trip.Add(trip);
                _shiftS.Add(shift);
            }
        }

        foreach ((int from, int to) in Timetable.Transfers.Joins)
        {
            if (runOf.TryGetValue(from, out int a) && runOf.TryGetValue(to, out int b))
            {
                joins.Add((a, b));
            }
        }
    }

    private int[] MakeChains()
    {
        int[] chain = [.. Enumerable.Range(0, Trip.Length)];
        bool changed = Joins.Length > 0;
        while (changed)
        {
            changed = false;
            foreach ((int from, int to) in Joins)
            {
                int least = Math.Min(chain[from], chain[to]);
                changed |= chain[from] != least || chain[to] != least;
                chain[from] = chain[to] = least;
            }
        }

        return chain;
    }

    private (int[] First, (int Run, int Call)[] Departures) MakeDepartures()
    {
        TripTable trips = Timetable.Trips;
        List<(int Run, int Call)> all = [];
        int[] first = new int[Timetable.Posts.Count + 1];
        for (int run = 0; run < Trip.Length; run++)
        {
            for (int call = trips.FirstCall[Trip[run]]; call < trips.FirstCall[Trip[run] + 1] - 1; call++)
            {
                if (trips.CallBoard[call] != TrafficKind.LeftOut)
                {
                    all.Add((run, call));
                    first[trips.CallPost[call] + 1]++;
                }
            }
        }

        for (int post = 0; post < Timetable.Posts.Count; post++)
        {
            first[post + 1] += first[post];
        }

        // Time in the upper half, number of the departure in the lower: sorting the keys sorts by time, then run, then call.
        int[] next = first[..^1];
        long[] keys = new long[all.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            (int run, int call) = all[i];
            keys[next[trips.CallPost[call]]++] = ((long)DepartureS(run, call) << 32) | (uint)i;
        }

        for (int post = 0; post < Timetable.Posts.Count; post++)
        {
            Array.Sort(keys, first[post], first[post + 1] - first[post]);
        }

        return (first, [.. keys.Select(key => all[(int)(uint)key])]);
    }
}
