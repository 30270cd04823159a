using System.Globalization;

namespace HousingInventory.Routing.Transit;

/// <summary>What leaves from each merged stop on a service day: ordinary trips only, each once however often it calls there, last calls not counted.</summary>
public sealed class Departures
{
    private readonly DayTrips _day;
    private readonly int[] _trips;
    private readonly int[] _firstS;
    private readonly int[] _lastS;
    private readonly bool[] _boardable;
    private readonly bool[] _served;

    /// <summary>Counts the departures of a day.</summary>
    public Departures(DayTrips day)
    {
        _day = day;
        StopTable stops = day.Timetable.Stops;
        _trips = new int[stops.Count];
        _firstS = new int[stops.Count];
        _lastS = new int[stops.Count];
        _boardable = new bool[day.Timetable.Posts.Count];
        _served = FindServed(day);
        DepartureCounter counter = new(day);
        for (int stop = 0; stop < stops.Count; stop++)
        {
            _trips[stop] = counter.Count(stops.PostsOf(stop)).Trips;
            _firstS[stop] = int.MaxValue;
            foreach (int post in stops.PostsOf(stop))
            {
                foreach ((int run, int call) in day.DeparturesAt(post))
                {
                    if (IsOrdinaryOfTheDay(day, run, call))
                    {
                        _boardable[post] = true;
                        _firstS[stop] = Math.Min(_firstS[stop], day.DepartureS(run, call));
                        _lastS[stop] = Math.Max(_lastS[stop], day.DepartureS(run, call));
                    }
                }
            }
        }
    }

    /// <summary>Distinct ordinary trips at a stop.</summary>
    public int TripsAt(int stop) => _trips[stop];

    /// <summary>Whether a stop has at least so many departures. Both directions count together: one bus each way from two posts is 2.</summary>
    public bool Counts(int stop, int minDepartures) => _trips[stop] >= minDepartures;

    /// <summary>Whether an ordinary trip can be boarded at a post on the day.</summary>
    public bool IsBoardable(int post) => _boardable[post];

    /// <summary>Whether an ordinary trip of the day stops at a post, be it only to let people off.</summary>
    public bool IsServed(int post) => _served[post];

    /// <summary>
    /// Whether a missing journey is for want of service: there are posts at both ends, and at one end nothing ordinary runs that day. Without a post at an
    /// end it is a matter of distance, and this is false.
    /// </summary>
    public bool NothingRuns(ReadOnlySpan<int> homePosts, ReadOnlySpan<int> placePosts)
        => homePosts.Length > 0 && placePosts.Length > 0 && !(AnyServed(homePosts) && AnyServed(placePosts));

    /// <summary>First and last departure at a stop, seconds of the service day; null without any.</summary>
    public (int FirstS, int LastS)? SpanAt(int stop) => _trips[stop] == 0 ? null : (_firstS[stop], _lastS[stop]);

    /// <summary>Names of the lines that leave from a stop: distinct, numbers first by value, then the rest by ordinal comparison.</summary>
    public IReadOnlyList<string> LinesAt(int stop)
    {
        SortedSet<(int Number, string Name)> lines = new(LineOrder);
        foreach (int post in _day.Timetable.Stops.PostsOf(stop))
        {
            foreach ((int run, int call) in _day.DeparturesAt(post))
            {
                if (IsOrdinaryOfTheDay(_day, run, call))
                {
                    string name = _day.Timetable.Lines[_day.Timetable.Trips.Line[_day.Trip[run]]].Name;
                    lines.Add((int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue, name));
                }
            }
        }

        return [.. lines.Select(l => l.Name)];
    }

    /// <summary>The line with most ordinary trips at a stop: its name and its place in the table of lines. Of equally many the first by name, then by place; null without any.</summary>
    public (string Name, int Line)? BusiestLineAt(int stop)
    {
        Dictionary<int, HashSet<int>> runsOf = [];
        foreach (int post in _day.Timetable.Stops.PostsOf(stop))
        {
            foreach ((int run, int call) in _day.DeparturesAt(post))
            {
                if (IsOrdinaryOfTheDay(_day, run, call))
                {
                    int line = _day.Timetable.Lines.GroupOf(_day.Timetable.Trips.Line[_day.Trip[run]]);
                    if (!runsOf.TryGetValue(line, out HashSet<int>? runs))
                    {
                        runsOf.Add(line, runs = []);
                    }

                    runs.Add(run);
                }
            }
        }

        return runsOf.Count == 0 ? null : runsOf.Select(l => (l.Value.Count, _day.Timetable.Lines[l.Key].Name, Line: l.Key))
            .OrderByDescending(l => l.Count).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Line).Select(l => (l.Name, l.Line)).First();
    }

    private bool AnyServed(ReadOnlySpan<int> posts)
    {
        foreach (int post in posts)
        {
            if (_served[post])
            {
                return true;
            }
        }

        return false;
    }

    private static bool[] FindServed(DayTrips day)
    {
        TripTable trips = day.Timetable.Trips;
        bool[] served = new bool[day.Timetable.Posts.Count];
        for (int run = 0; run < day.RunCount; run++)
        {
            (int first, int end) = trips.CallsOf(day.Trip[run]);
            for (int call = first; call < end; call++)
            {
                bool boards = call < end - 1 && trips.CallBoard[call] == TrafficKind.Ordinary;
                bool alights = call > first && trips.CallAlight[call] == TrafficKind.Ordinary;
                served[trips.CallPost[call]] |= day.IsOfTheDay(run) && (boards || alights);
            }
        }

        return served;
    }

    internal static bool IsOrdinaryOfTheDay(DayTrips day, int run, int call)
        => day.ShiftS[run] == 0 && day.Timetable.Trips.CallBoard[call] == TrafficKind.Ordinary;

    private static readonly Comparer<(int Number, string Name)> LineOrder
        = Comparer<(int Number, string Name)>.Create((a, b) => a.Number != b.Number ? a.Number.CompareTo(b.Number) : string.CompareOrdinal(a.Name, b.Name));
}
