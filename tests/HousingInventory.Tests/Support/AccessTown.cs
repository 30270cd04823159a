using System.Globalization;
using System.Text.RegularExpressions;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Score;

/// <summary>
/// A town for the criteria: roads, homes, services and a timetable text, all in metres from a corner at (700000, 7200000), so that a point has a longitude and a
/// latitude. The dates of the service days are those of <see cref="Days"/>.
/// </summary>
internal sealed partial class AccessTown
{
    private const double East = 700_000;
    private const double North = 7_200_000;

    private readonly RoadWays _roads = new();
    private readonly List<Building> _homes = [];
    private readonly List<ServicePlace> _services = [];
    private readonly List<OnDemandZone> _zones = [];
    private readonly List<LineCourse> _courses = [];
    private string? _timetable;

    /// <summary>A Tuesday in term, a Tuesday in the holidays, and the end of the week of the first.</summary>
    public static readonly IReadOnlyDictionary<ServiceDayType, DateOnly> Days = new Dictionary<ServiceDayType, DateOnly>
    {
        [ServiceDayType.Term] = TimetableText.Day,
        [ServiceDayType.Holiday] = new(2026, 10, 27),
        [ServiceDayType.Friday] = new(2026, 11, 13),
        [ServiceDayType.Saturday] = new(2026, 11, 14),
        [ServiceDayType.Sunday] = new(2026, 11, 15),
    };

    public InventoryConfig Config { get; set; } = new();

    /// <summary>Types of day that the timetable does not hold.</summary>
    public HashSet<ServiceDayType> NotInTimetable { get; } = [];

    /// <summary>Types of day on which nothing ordinary runs.</summary>
    public HashSet<ServiceDayType> WithoutTrips { get; } = [];

    /// <summary>What was told in the last measurement.</summary>
    public Run Run { get; private set; } = new();

    /// <summary>A road along the line y = 0, on which everybody may walk and drive.</summary>
    public static AccessTown OnOneRoad(double lengthM) => new AccessTown().Road((0, 0), (lengthM, 0));

    /// <summary>Loose pieces of road shorter than this are left out; 0 keeps all.</summary>
    public double FragmentM { get; init; }

    /// <summary>The ids of the homes, in their order.</summary>
    public IEnumerable<string> Homes => _homes.Select(h => h.Id);

    /// <summary>The course of a line with one trip.</summary>
    public AccessTown Course(string line, params (double X, double Y)[] points)
    {
        _courses.Add(new LineCourse(line, "", 1, new MultiLineString([new LineString([.. points.Select(p => new Coordinate(East + p.X, North + p.Y))])])));
        return this;
    }

    public AccessTown Road(params (double X, double Y)[] points) => Way(RoadFlags.Foot | RoadFlags.Car, points);

    public AccessTown MajorRoad(params (double X, double Y)[] points) => Way(RoadFlags.Foot | RoadFlags.Car | RoadFlags.Major, points);

    public AccessTown Motorway(params (double X, double Y)[] points) => Way(RoadFlags.Car | RoadFlags.Motorway, points);

    public AccessTown Home(string id, double x, double y = 0)
    {
        Coordinate at = new(East + x, North + y);
        _homes.Add(new Building { Id = id, Outline = GeometryFactory.Default.CreatePoint(at), House = at, FootprintM2 = 100, IsDwelling = true, Purpose = "", Kind = BuildingKind.Dwelling, Source = "buildings", Row = _homes.Count + 1 });
        return this;
    }

    public AccessTown Service(string id, string category, double x, double y = 0)
    {
        _services.Add(new ServicePlace(id, category, id, East + x, North + y));
        return this;
    }

    public AccessTown Zone(double x, double y, double size, int tripsPerWeek)
    {
        _zones.Add(new OnDemandZone("zon", new GeometryFactory().ToGeometry(new Envelope(East + x, East + x + size, North + y, North + y + size)), tripsPerWeek));
        return this;
    }

    /// <summary>A timetable as <see cref="TimetableText"/> reads it, with the services "term", "holiday", "friday" and "saturday" on the days of the town.</summary>
    public AccessTown Timetable(string text)
    {
        _timetable = string.Join('\n', Days.Select(d => string.Create(CultureInfo.InvariantCulture, $"service {Word(d.Key)} {d.Value:yyyy-MM-dd}"))) + '\n'
            + PostPlace().Replace(text, m => string.Create(
                CultureInfo.InvariantCulture,
                $"post {m.Groups[1].Value} {East + double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)},{North + double.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture)}"));
        return this;
    }

    /// <summary>Longitude and latitude of a place of the town.</summary>
    public static double[] Degrees(double x, double y = 0)
    {
        (double longitude, double latitude) = CrsTransform.Between(CrsTable.FindByText("EPSG:3006")!, CrsTable.Wgs84).Apply(East + x, North + y);
        return [longitude, latitude];
    }

    /// <summary>A copy without one home.</summary>
    public AccessTown Without(string home)
    {
        AccessTown copy = (AccessTown)MemberwiseClone();
        return copy.WithHomes([.. _homes.Where(h => h.Id != home)]);
    }

    public CriterionResult Measure(Criterion criterion) => Measure(criterion, []);

    /// <summary>Measures what a user would write in the configuration.</summary>
    public CriterionResult Measure(string criterion)
    {
        string text = $$"""
            { "centre": [20.95, 64.75], "sources": [ { "type": "buildings", "path": "b" }, { "type": "residents", "path": "r" }, { "type": "roads", "path": "v" },
                { "type": "timetable", "path": "t" }, { "type": "services", "path": "s" } ],
              "criteria": [ {{criterion}}, { "type": "bus-line", "name": "other" } ] }
            """;
        return Measure(ConfigReader.Parse(text, "inventory.json").Config.Criteria![0]);
    }

    /// <summary>As explain measures: of these homes everything is told.</summary>
    public CriterionResult Measure(Criterion criterion, int[] toldWhole)
    {
        Run = new Run();
        return criterion.Measure(new AccessContext(Given().Surroundings(), Config.AccessRules(), [criterion], _homes) { ToldWhole = toldWhole.ToHashSet() }, _homes, Run);
    }

    /// <summary>Everything the stages before scoring leave behind, with all homes as candidates.</summary>
    public Given Given()
    {
        Given given = new() { Buildings = [.. _homes], AsOf = TimetableText.Day };
        given.Services.AddRange(_services);
        given.OnDemandZones.AddRange(_zones);
        if (_roads.Count > 0)
        {
            given.MajorRoads = _roads.MajorRoads();
            given.Roads = RoadGraph.Build(_roads, new RoadGraphOptions { FragmentM = FragmentM });
            AddFile(given, "roads");
        }

        if (_services.Count > 0)
        {
            AddFile(given, "services");
        }

        if (_timetable is not null)
        {
            AddFile(given, "timetable");
            given.Transit = new Transit
            {
                Timetable = TimetableText.Read(_timetable).Timetable,
                Choice = new ServiceDayChoice { Days = [.. Days.Select(d => ServiceDayOf(d.Key, d.Value))] },
                Stops = [],
                LineCourses = _courses,
            };
        }

        return given;
    }

    private static void AddFile(Given given, string type) => given.Files.Add(new InputFile { Type = type, Id = type, Path = type });

    private AccessTown WithHomes(List<Building> homes)
    {
        AccessTown copy = new() { Config = Config, _timetable = _timetable };
        for (int way = 0; way < _roads.Count; way++)
        {
            Range points = _roads.FirstPoint[way].._roads.FirstPoint[way + 1];
            copy._roads.Add(_roads.Ids[way], _roads.Traits[way], _roads.X[points], _roads.Y[points]);
        }

        copy._homes.AddRange(homes);
        copy._services.AddRange(_services);
        copy._zones.AddRange(_zones);
        copy._courses.AddRange(_courses);
        copy.NotInTimetable.UnionWith(NotInTimetable);
        copy.WithoutTrips.UnionWith(WithoutTrips);
        return copy;
    }

    private AccessTown Way(RoadFlags flags, (double X, double Y)[] points)
    {
        _roads.Add(_roads.Count + 1, new RoadTraits(flags, 50, 50), [.. points.Select(p => East + p.X)], [.. points.Select(p => North + p.Y)]);
        return this;
    }

    private ServiceDay ServiceDayOf(ServiceDayType type, DateOnly date) =>
        NotInTimetable.Contains(type) ? new ServiceDay(type, ServiceDayState.NoData, null, 0, ServiceDayHow.NotFound)
        : WithoutTrips.Contains(type) ? new ServiceDay(type, ServiceDayState.NoService, date, 0, ServiceDayHow.Given)
        : new ServiceDay(type, ServiceDayState.Chosen, date, 1, ServiceDayHow.Given);

    private static string Word(ServiceDayType type) => type.ToString().ToLowerInvariant();

    [GeneratedRegex(@"post (\S+) (-?[\d.]+),(-?[\d.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex PostPlace();
}
