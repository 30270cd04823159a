namespace HousingInventory.Routing.Transit;

/// <summary>One line at one stop within a window of the clock: ordinary trips by direction, each once however often it calls there.</summary>
/// <param name="Line">Line index, the first of its group.</param>
/// <param name="RouteType">GTFS route type of that line.</param>
/// <param name="There">Trips in direction 0.</param>
/// <param name="Back">Trips in direction 1.</param>
public readonly record struct LineTraffic(int Line, int RouteType, int There, int Back)
{
    /// <summary>Trips in both directions.</summary>
    public int Both => There + Back;

    /// <summary>Trips in the busier direction.</summary>
    public int Busier => Math.Max(There, Back);

    /// <summary>The means of transport.</summary>
    public TransitMode Mode => RouteTypes.ModeOf(RouteType);
}

/// <summary>
/// What calls at each merged stop within a window of the clock, as the published scores count it. All runs of the day are seen, so that a bus of the
/// evening before is in the window in which it really comes. Ordinary trips only.
/// </summary>
public sealed class WindowTraffic
{
    private WindowTraffic(IReadOnlyList<LineTraffic> lines, int servedPosts, IReadOnlyList<int> hours)
    {
        Lines = lines;
        ServedPosts = servedPosts;
        Hours = hours;
    }

    /// <summary>Lines with at least one trip, by line index.</summary>
    public IReadOnlyList<LineTraffic> Lines { get; }

    /// <summary>Posts of the stop at which anything counted calls.</summary>
    public int ServedPosts { get; }

    /// <summary>Clock hours with a counted call, ascending; hour 0 is the first of the day, 24 its midnight.</summary>
    public IReadOnlyList<int> Hours { get; }

    /// <summary>Trips of all lines.</summary>
    public int Trips => Lines.Sum(l => l.Both);

    /// <summary>Whether any line serves both directions here.</summary>
    public bool BothDirections => Lines.Any(l => l.There > 0 && l.Back > 0);

    /// <summary>Departures with from &lt;= time &lt; until at every stop; last calls are none.</summary>
    public static WindowTraffic[] Departures(DayTrips day, int fromS, int untilS) => Measure(day, fromS, untilS, arrivals: false);

    /// <summary>Arrivals with from &lt;= time &lt;= to at every stop, last calls included: GOAT's way of counting.</summary>
    public static WindowTraffic[] Arrivals(DayTrips day, int fromS, int toS) => Measure(day, fromS, toS + 1, arrivals: true);

    private static WindowTraffic[] Measure(DayTrips day, int fromS, int untilS, bool arrivals)
    {
        Timetable timetable = day.Timetable;
        sbyte[] direction = timetable.Trips.SidesByLine(timetable);
        Tally[] tallies = new Tally[timetable.Stops.Count];

        // Joined runs follow each other, so that one mark per stop is enough to count them once.
        foreach (int run in Enumerable.Range(0, day.RunCount).OrderBy(r => day.Chain[r]))
        {
            (int first, int end) = timetable.Trips.CallsOf(day.Trip[run]);
            for (int call = first; call < (arrivals ? end : end - 1); call++)
            {
                int timeS = arrivals ? day.ArrivalS(run, call) : day.DepartureS(run, call);
                TrafficKind kind = arrivals && call > first ? timetable.Trips.CallAlight[call] : timetable.Trips.CallBoard[call];
                if (timeS >= fromS && timeS < untilS && kind == TrafficKind.Ordinary)
                {
                    int post = timetable.Trips.CallPost[call];
                    ref Tally tally = ref tallies[timetable.Posts.Stop[post]];
                    tally ??= new Tally();
                    tally.Add(day.Chain[run], timetable.Lines.Group[timetable.Trips.Line[day.Trip[run]]], direction[day.Trip[run]], post, timeS / 3600);
                }
            }
        }

        return [.. tallies.Select(t => t?.Finish(timetable) ?? new WindowTraffic([], 0, []))];
    }

    private sealed class Tally
    {
        private readonly SortedDictionary<int, (int There, int Back)> _lines = [];
        private readonly HashSet<int> _posts = [];
        private readonly SortedSet<int> _hours = [];
        private int _lastChain = -1;

        public void Add(int chain, int line, int direction, int post, int hour)
        {
            _posts.Add(post);
            _hours.Add(hour);
            if (chain != _lastChain)
            {
                _lastChain = chain;
                (int there, int back) = _lines.GetValueOrDefault(line);
                _lines[line] = direction == 0 ? (there + 1, back) : (there, back + 1);
            }
        }

        public WindowTraffic Finish(Timetable timetable)
        {
            IEnumerable<LineTraffic> lines = _lines.Select(l => new LineTraffic(l.Key, timetable.Lines.Row[l.Key].RouteType, l.Value.There, l.Value.Back));
            return new WindowTraffic([.. lines], _posts.Count, [.. _hours]);
        }
    }
}
