namespace HousingInventory.Routing.Transit;

/// <summary>Booked departures in the ISO week of a date. They are shown beside the ordinary ones and never mixed with them.</summary>
public sealed class BookedWeek
{
    private readonly Timetable _timetable;
    private readonly Dictionary<int, (HashSet<int> Booked, HashSet<int> Ordinary)> _tripsAt = [];
    private readonly int[] _daysOf;

    /// <summary>Gathers the booked trips of the week that holds a date.</summary>
    public BookedWeek(Timetable timetable, DateOnly date)
    {
        _timetable = timetable;
        DateOnly monday = SwedishCalendar.MondayOf(date);
        TripTable trips = timetable.Trips;
        _daysOf = [.. Enumerable.Range(0, trips.Count).Select(trip => Enumerable.Range(0, 7).Count(day => timetable.Runs(trip, monday.AddDays(day))))];
        for (int trip = 0; trip < trips.Count; trip++)
        {
            if (_daysOf[trip] > 0 && HasBookedBoarding(trip))
            {
                Gather(trip);
            }
        }
    }

    /// <summary>Trips times days of the week that can be boarded at any of the posts, but by booking only. A trip counts once a day.</summary>
    public int Count(ReadOnlySpan<int> posts)
    {
        HashSet<int> booked = [];
        HashSet<int> ordinary = [];
        foreach (int post in posts)
        {
            if (_tripsAt.TryGetValue(post, out (HashSet<int> Booked, HashSet<int> Ordinary) here))
            {
                booked.UnionWith(here.Booked);
                ordinary.UnionWith(here.Ordinary);
            }
        }

        booked.ExceptWith(ordinary);
        return booked.Sum(trip => _daysOf[trip]);
    }

    private bool HasBookedBoarding(int trip)
        => _timetable.Trips.CallBoard.AsSpan(_timetable.Trips.FirstCall[trip]..(_timetable.Trips.FirstCall[trip + 1] - 1)).Contains(TrafficKind.Booked);

    private void Gather(int trip)
    {
        TripTable trips = _timetable.Trips;
        for (int call = trips.FirstCall[trip]; call < trips.FirstCall[trip + 1] - 1; call++)
        {
            if (trips.CallBoard[call] == TrafficKind.LeftOut)
            {
                continue;
            }

            if (!_tripsAt.TryGetValue(trips.CallPost[call], out (HashSet<int> Booked, HashSet<int> Ordinary) here))
            {
                _tripsAt.Add(trips.CallPost[call], here = ([], []));
            }

            (trips.CallBoard[call] == TrafficKind.Booked ? here.Booked : here.Ordinary).Add(trip);
        }
    }
}
