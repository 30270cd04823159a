using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>
/// Networks, timetables and services as the criteria need them: made on first use and shared. The homes are those that were asked for; nothing here makes one
/// home depend on another.
/// </summary>
internal sealed class AccessContext
{
    private readonly Dictionary<RoadMode, EdgeIndex> _indexes = [];
    private readonly Dictionary<RoadMode, Connections[]> _homes = [];
    private readonly Dictionary<DateOnly, DayTrips> _days = [];
    private readonly Dictionary<DateOnly, Departures> _departures = [];
    private Connections[]? _posts;
    private AccessLists? _stopsOfHomes;
    private Travel? _travel;
    private (double MinX, double MinY, double MaxX, double MaxY)? _roadsExtent;

    public AccessContext(Surroundings around, AccessRules rules, IReadOnlyList<Criterion> criteria, IReadOnlyList<Building> homes)
    {
        Around = around;
        Rules = rules;
        Homes = homes;
        ReachM = criteria.OfType<DeparturesCriterion>().Select(d => d.WithinM).Append(rules.Transit.MaxWalkM).Max();
    }

    public Surroundings Around { get; }

    public AccessRules Rules { get; }

    public IReadOnlyList<Building> Homes { get; }

    /// <summary>How far stops are looked for: the farthest that any criterion asks, metres.</summary>
    public double ReachM { get; }

    /// <summary>Homes of which everything is told, by their order: those that explain was asked about.</summary>
    public IReadOnlySet<int> ToldWhole { get; init; } = new HashSet<int>();

    /// <summary>The road network. Criteria that need it are refused or off without roads.</summary>
    public RoadGraph Network => Around.Roads!;

    public Transit Transit => Around.Transit!;

    /// <summary>Journeys of the homes by public transport.</summary>
    public Travel Travel => _travel ??= new Travel(this);

    /// <summary>Connects a place to the nearest edge on which one may walk or drive, in each part of the network within reach.</summary>
    public Connections Connect(double x, double y, RoadMode mode)
    {
        if (!_indexes.TryGetValue(mode, out EdgeIndex? index))
        {
            _indexes.Add(mode, index = new EdgeIndex(Network, mode));
        }

        return index.Connect(x, y, Rules.Walking.MaxToRoadM);
    }

    /// <summary>Every home's connection, by the homes' order.</summary>
    public Connections[] ConnectedHomes(RoadMode mode)
    {
        if (!_homes.TryGetValue(mode, out Connections[]? homes))
        {
            Connect(0, 0, mode);
            homes = new Connections[Homes.Count];
            Connections[] into = homes;
            Parallel.For(0, Homes.Count, i => into[i] = Connect(Homes[i].House.X, Homes[i].House.Y, mode));
            _homes.Add(mode, homes);
        }

        return homes;
    }

    /// <summary>Every post's connection on foot; unplaced posts have none.</summary>
    public Connections[] ConnectedPosts()
    {
        if (_posts is null)
        {
            PostTable posts = Transit.Timetable.Posts;
            _posts = new Connections[posts.Count];
            for (int post = 0; post < _posts.Length; post++)
            {
                (double x, double y) = posts.PositionOf(post);
                _posts[post] = posts.IsPlaced(post) ? Connect(x, y, RoadMode.Foot) : Connections.None;
            }
        }

        return _posts;
    }

    /// <summary>The posts within walking distance of each home, with metres; the limit is the largest that any criterion asks for.</summary>
    public AccessLists StopsOfHomes() => _stopsOfHomes ??= AccessLists.Build(Network, ConnectedHomes(RoadMode.Foot), ConnectedPosts(), ReachM);

    /// <summary>The trips of a day.</summary>
    public DayTrips Day(DateOnly date)
    {
        if (!_days.TryGetValue(date, out DayTrips? day))
        {
            _days.Add(date, day = DayTrips.On(Transit.Timetable, date));
        }

        return day;
    }

    /// <summary>What leaves from each stop on a day.</summary>
    public Departures DeparturesOn(DateOnly date)
    {
        if (!_departures.TryGetValue(date, out Departures? departures))
        {
            _departures.Add(date, departures = new Departures(Day(date)));
        }

        return departures;
    }

    /// <summary>
    /// Services of some categories, ordered by id, so that equally near places are told apart by it and not by the order of the file. Empty if there are none.
    /// </summary>
    public ServicePlace[] ServicesOf(IReadOnlyList<string> categories)
    {
        HashSet<string> wanted = new(categories.Select(c => c.ToLowerInvariant()), StringComparer.Ordinal);
        return [.. Around.Services.Where(s => wanted.Contains(s.Category)).OrderBy(s => s.Id, StringComparer.Ordinal).ThenBy(s => s.X).ThenBy(s => s.Y)];
    }

    /// <summary>Why categories have no service.</summary>
    public Lack LackOf(IReadOnlyList<string> categories)
    {
        string[] known = [.. Around.Services.Select(s => s.Category).Distinct()];
        return Lack.Category(categories, known.Length == 0 ? null : Nearest.Of(categories[0], known));
    }

    /// <summary>Why a destination has no place that one can go to; null is the configuration's centre.</summary>
    public Lack LackOf(Destination? to) =>
        to is { Category.Count: > 0 } && ServicesOf(to.Category).Length == 0 ? LackOf(to.Category) : Lack.OffRoads(Rules.Walking.MaxToRoadM);

    /// <summary>The places that a destination stands for, none perhaps; null is the configuration's centre.</summary>
    public IReadOnlyList<Place> PlacesOf(Destination? to)
    {
        if (to is { Category.Count: > 0 })
        {
            return [.. ServicesOf(to.Category).Select(s => new Place(s.Name, s.X, s.Y))];
        }

        if ((to?.Point ?? Rules.Centre) is not { } point)
        {
            return [];
        }

        (double x, double y) = CrsTransform.Between(CrsTable.Wgs84, Rules.WorkingCrs).Apply(point[0], point[1]);
        return double.IsFinite(x) && double.IsFinite(y) ? [new Place(null, x, y)] : [];
    }

    /// <summary>Why a home is not on the network: too far from every road, or outside the road data altogether.</summary>
    public MeasureState StateOffNetwork(int home)
    {
        (double minX, double minY, double maxX, double maxY) = _roadsExtent ??= Extent();
        double x = Homes[home].House.X;
        double y = Homes[home].House.Y;
        double margin = Rules.Walking.MaxToRoadM;
        bool covered = x >= minX - margin && x <= maxX + margin && y >= minY - margin && y <= maxY + margin;
        return covered ? MeasureState.OffNetwork : MeasureState.NoData;
    }

    private (double MinX, double MinY, double MaxX, double MaxY) Extent()
    {
        (double minX, double minY, double maxX, double maxY) =
            (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        for (int i = 0; i < Network.PointX.Length; i++)
        {
            (minX, maxX) = (Math.Min(minX, Network.PointX[i]), Math.Max(maxX, Network.PointX[i]));
            (minY, maxY) = (Math.Min(minY, Network.PointY[i]), Math.Max(maxY, Network.PointY[i]));
        }

        return (minX, minY, maxX, maxY);
    }
}
