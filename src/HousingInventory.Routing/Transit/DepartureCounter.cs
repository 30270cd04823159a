namespace HousingInventory.Routing.Transit;

/// <summary>Departures near a home.</summary>
/// <param name="Trips">Distinct ordinary trips, both directions together.</param>
/// <param name="OneWay">The weaker direction, line by line, added up: what remains if one must come back as well.</param>
public readonly record struct NearbyDepartures(int Trips, int OneWay);

/// <summary>
/// Counts the distinct ordinary trips of a service day that can be boarded at any of some posts: a bus that passes three stops near a home is one
/// departure. Keeps its scratch memory between calls, so each thread needs its own.
/// </summary>
public sealed class DepartureCounter
{
    private readonly DayTrips _day;
    private readonly sbyte[] _direction;
    private readonly int[] _seen;
    private readonly int[] _there;
    private readonly int[] _back;
    private readonly List<int> _lines = [];
    private int _stamp;

    /// <summary>A counter for one day.</summary>
    public DepartureCounter(DayTrips day)
    {
        _day = day;
        _direction = day.Timetable.Trips.SidesByLine(day.Timetable);
        _seen = new int[day.RunCount];
        _there = new int[day.Timetable.Lines.Count];
        _back = new int[day.Timetable.Lines.Count];
    }

    /// <summary>Counts for some posts; none gives 0.</summary>
    public NearbyDepartures Count(ReadOnlySpan<int> posts)
    {
        _stamp++;
        int trips = 0;
        foreach (int post in posts)
        {
            foreach ((int run, int call) in _day.DeparturesAt(post))
            {
                int chain = _day.Chain[run];
                if (Departures.IsOrdinaryOfTheDay(_day, run, call) && _seen[chain] != _stamp)
                {
                    _seen[chain] = _stamp;
                    trips++;
                    CountSide(_day.Trip[run]);
                }
            }
        }

        return new NearbyDepartures(trips, TakeOneWay());
    }

    private void CountSide(int trip)
    {
        int line = _day.Timetable.Lines.Group[_day.Timetable.Trips.Line[trip]];
        if (_there[line] == 0 && _back[line] == 0)
        {
            _lines.Add(line);
        }

        (_direction[trip] == 0 ? _there : _back)[line]++;
    }

    private int TakeOneWay()
    {
        int oneWay = 0;
        foreach (int line in _lines)
        {
            oneWay += Math.Min(_there[line], _back[line]);
            _there[line] = _back[line] = 0;
        }

        _lines.Clear();
        return oneWay;
    }
}
