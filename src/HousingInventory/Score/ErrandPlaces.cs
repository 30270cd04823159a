using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// The places of a list of errands, and all ways to and from each on each day. A place is searched once, whichever errands and homes go there. An errand to a
/// category goes, from each home, to the nearest services of it along roads; those beyond any road are filled up with the nearest by straight distance, since a
/// ferry may lead there and the errand must not disappear for such a home.
/// </summary>
internal sealed class ErrandPlaces
{
    private readonly AccessContext _access;
    private readonly List<Place> _places = [];
    private readonly Dictionary<Place, int> _indexOf = [];
    private readonly HashSet<(int Place, ServiceDayType Day)> _used = [];

    /// <summary>By errand, then by home: places, nearest first. A list with one entry stands for all homes.</summary>
    private readonly int[][][] _choices;

    private PlaceDoors? _doors;
    private Dictionary<ServiceDayType, PlaceDay>[] _days = [];

    public ErrandPlaces(AccessContext access, IReadOnlyList<ErrandConfig> errands)
    {
        _access = access;
        Dictionary<(string Categories, int Nearest), int[][]> known = [];
        _choices = new int[errands.Count][][];
        for (int i = 0; i < errands.Count; i++)
        {
            if (errands[i].To is { Category.Count: > 0 } to)
            {
                (string Categories, int Nearest) key = (string.Join('\n', to.Category), to.Nearest);
                if (!known.TryGetValue(key, out int[][]? nearest))
                {
                    known.Add(key, nearest = NearestOf(to));
                }

                _choices[i] = nearest;
            }
            else
            {
                _choices[i] = [[.. access.PlacesOf(errands[i].To).Where(p => access.Connect(p.X, p.Y, RoadMode.Foot).IsConnected).Select(IndexOf)]];
            }

            foreach (int place in _choices[i].SelectMany(c => c).Distinct())
            {
                _used.UnionWith(errands[i].Days.Select(day => (place, day)));
            }
        }
    }

    /// <summary>Errands that have no place at all, for any home.</summary>
    public IEnumerable<int> WithoutPlace => Enumerable.Range(0, _choices.Length).Where(i => _choices[i].All(c => c.Length == 0));

    /// <summary>The place of an errand as <see cref="ErrandOutcome.Place"/> numbers it for a home.</summary>
    public int PlaceOf(int errand, int home, int choice) => Choice(errand, home)[choice];

    /// <summary>Name of a place, null for a point of the configuration.</summary>
    public string? NameOf(int place) => _places[place].Name;

    /// <summary>A home with one of the places in view.</summary>
    public HomeAccess Home(int home, int place) => _access.Travel.Home(home, _doors!.WalkAllSeconds(home, place));

    /// <summary>For each errand its places as a home sees them.</summary>
    public IReadOnlyList<IReadOnlyList<PlaceFromHome>> SeenFrom(int home)
    {
        PlaceFromHome[][] seen = new PlaceFromHome[_choices.Length][];
        for (int errand = 0; errand < seen.Length; errand++)
        {
            seen[errand] = [.. Choice(errand, home).Select(p => new PlaceFromHome(_days[p], _doors!.WalkAllSeconds(home, p)))];
        }

        return seen;
    }

    /// <summary>Searches every place on every day that an errand has there; false if the timetables hold none of these days, or no errand has a place.</summary>
    public bool SearchAll()
    {
        _doors = new PlaceDoors(_access, _places);
        _days = [.. _places.Select(_ => new Dictionary<ServiceDayType, PlaceDay>())];
        bool any = false;
        foreach (IGrouping<ServiceDayType, int> day in _used.OrderBy(u => u.Day).ThenBy(u => u.Place).GroupBy(u => u.Day, u => u.Place))
        {
            if (_access.Transit.Choice[day.Key].Date is { } date)
            {
                any = true;
                int[] places = [.. day];
                (WaysThere There, WaysBack Back)[] ordinary = Search(date, places, withBooked: false, traced: false);
                (WaysThere There, WaysBack Back)[]? booked = HasBooked(date) ? Search(date, places, withBooked: true, traced: false) : null;
                for (int i = 0; i < places.Length; i++)
                {
                    _days[places[i]].Add(day.Key, new PlaceDay(ordinary[i].There, ordinary[i].Back, _doors.StopsOf(places[i]).Posts.Length > 0)
                    {
                        ThereBooked = booked?[i].There,
                        BackBooked = booked?[i].Back,
                    });
                }
            }
        }

        return any;
    }

    /// <summary>All ways to and from some places on a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="places">Places.</param>
    /// <param name="withBooked">Whether trips that must be ordered count.</param>
    /// <param name="traced">Whether journeys will be asked for.</param>
    public (WaysThere There, WaysBack Back)[] Search(DateOnly date, int[] places, bool withBooked, bool traced)
    {
        DayNetwork network = _access.Travel.On(date, withBooked);
        (WaysThere There, WaysBack Back)[] ways = new (WaysThere There, WaysBack Back)[places.Length];
        Parallel.For(0, places.Length, () => new ProfileScan(network), (i, _, scan) =>
        {
            (int[] posts, int[] walkSeconds) = _doors!.StopsOf(places[i]);
            PlaceAccess place = new(posts, walkSeconds);
            ways[i] = (scan.WaysThere(place, traced), scan.WaysBack(place, traced));
            return scan;
        }, static _ => { });
        return ways;
    }

    private int[] Choice(int errand, int home) => _choices[errand].Length == 1 ? _choices[errand][0] : _choices[errand][home];

    private int IndexOf(Place place)
    {
        if (!_indexOf.TryGetValue(place, out int index))
        {
            _indexOf.Add(place, index = _places.Count);
            _places.Add(place);
        }

        return index;
    }

    private int[][] NearestOf(Destination to)
    {
        Place[] places = [.. _access.PlacesOf(to)];
        Connections[] connections = [.. places.Select(p => _access.Connect(p.X, p.Y, RoadMode.Foot))];
        RoadTarget[] targets = [.. Enumerable.Range(0, places.Length).Where(i => connections[i].IsConnected).Select(i => new RoadTarget(i, connections[i]))];
        if (targets.Length == 0)
        {
            return [[]];
        }

        int wanted = Math.Min(to.Nearest, targets.Length);
        KNearestSearch search = KNearestSearch.OnFoot(_access.Network, targets, wanted);
        Connections[] homes = _access.ConnectedHomes(RoadMode.Foot);
        int[][] nearest = new int[homes.Length][];
        for (int home = 0; home < homes.Length; home++)
        {
            List<int> found = [.. search.At(homes[home]).Select(n => n.Id)];
            if (found.Count < wanted)
            {
                (double x, double y) = (_access.Homes[home].House.X, _access.Homes[home].House.Y);
                found.AddRange(targets.Select(t => t.Id).Except(found)
                    .OrderBy(p => ((places[p].X - x) * (places[p].X - x)) + ((places[p].Y - y) * (places[p].Y - y))).ThenBy(p => p).Take(wanted - found.Count).ToArray());
            }

            nearest[home] = [.. found.Select(p => IndexOf(places[p]))];
        }

        return nearest;
    }

    private bool HasBooked(DateOnly date)
    {
        DayTrips day = _access.Day(date);
        TripTable trips = _access.Transit.Timetable.Trips;
        for (int run = 0; run < day.RunCount; run++)
        {
            (int first, int end) = trips.CallsOf(day.TripOf(run));
            for (int call = first; call < end; call++)
            {
                if (trips.BoardingAt(call) == TrafficKind.Booked || trips.AlightingAt(call) == TrafficKind.Booked)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
