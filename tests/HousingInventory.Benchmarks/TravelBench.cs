using System.Globalization;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Model;
using HousingInventory.Prepare;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;
using HousingInventory.Tests;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Benchmarks;

/// <summary>
/// The useful day with its standard errands, and the travel time from door to door, of 2,500 homes on the largest real timetable: the Belgian railways, 181,753
/// stop_times, ridden from villages that are made up around 600 of its stops. Measured is all that scoring does: connecting homes and stops to the roads, walks,
/// the day's connections, every search there and back, every home's errands, and the words beside them.
/// </summary>
internal static class TravelBench
{
    private const int Homes = 2500;
    private const int Villages = 600;

    public static void Run()
    {
        InventoryConfig config = new() { Crs = "EPSG:25832", Centre = [4.356804, 50.84565] };
        Given given = new() { AsOf = new DateOnly(2019, 12, 3) };
        GtfsFeed feed = GtfsReader.Read(RepositoryRoot.RealData("gtfs-itinero", "gtfs1.zip"));
        Place(given, feed, CrsTransform.Between(CrsTable.Wgs84, CrsTable.FindByText(config.Crs)!), config.Centre);
        Envelope area = new(given.Buildings.Select(b => b.House).ToArray()[0]);
        given.Buildings.ForEach(b => area.ExpandToInclude(b.House));
        given.Transit = new Transit
        {
            Timetable = TimetableMaker.Make([("timetable", feed)], config.Transit, CrsTable.FindByText(config.Crs)!, area),
            Choice = new ServiceDayChoice { Days = [.. Days().Select(d => new ServiceDay(d.Type, ServiceDayState.Chosen, d.Date, 1, ServiceDayHow.Given))] },
            Stops = [],
            LineCourses = [],
        };
        Array.ForEach(["roads", "services", "timetable"], type => given.Files.Add(new InputFile { Type = type, Id = type, Path = type }));
        CriterionResult[] results = Measure.Time("useful day and travel time of 2 500 homes, Belgian railways", () => Score(given, config), out double median);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"    {given.Roads!.NodeCount} crossings, {given.Transit.Timetable.Posts.Count} posts; {results[0].PointsTenths.Count(p => p > 0)} homes with a useful day above 0, {results[1].PointsTenths.Count(p => p > 0)} with a travel time"));
        AccessBench.Goal("useful day and travel time, 2 500 homes", median / 1000, " s", 2, isLeast: false);
    }

    private static CriterionResult[] Score(Given given, InventoryConfig config)
    {
        AccessContext access = new(given.Surroundings(), config.AccessRules(), StandardCriteria.All, given.Buildings);
        Run run = new();
        return
        [
            new UsefulDayCriterion { Name = "weekday" }.Measure(access, given.Buildings, run),
            new TravelTimeCriterion { Name = "centre" }.Measure(access, given.Buildings, run),
        ];
    }

    /// <summary>A term day, and days of the same weeks that stand for the other types: the timetable holds three weeks.</summary>
    private static (ServiceDayType Type, DateOnly Date)[] Days() =>
    [
        (ServiceDayType.Term, new DateOnly(2019, 12, 3)),
        (ServiceDayType.Holiday, new DateOnly(2019, 11, 27)),
        (ServiceDayType.Friday, new DateOnly(2019, 12, 6)),
        (ServiceDayType.Saturday, new DateOnly(2019, 12, 7)),
        (ServiceDayType.Sunday, new DateOnly(2019, 12, 8)),
    ];

    /// <summary>Villages round stops of the feed: a cross-country street raster each, homes at random beside it, a shop in every tenth and a health centre in every thirtieth.</summary>
    private static void Place(Given given, GtfsFeed feed, CrsTransform transform, IReadOnlyList<double> centre)
    {
        Random random = new(20261122);
        RoadWays ways = new();
        int[] stops = [.. feed.StopTimes.Stops.Distinct().Where(feed.Stops.HasPosition).Order()];
        (double X, double Y)[] places = [.. stops.Select(s => transform.Apply(feed.Stops.Longitudes[s], feed.Stops.Latitudes[s])).Select(p => (Math.Round(p.X), Math.Round(p.Y))).Distinct()];
        random.Shuffle(places);
        places = places[..Math.Min(Villages - 1, places.Length)];
        places = [transform.Apply(centre[0], centre[1]), .. places];
        for (int village = 0; village < places.Length; village++)
        {
            (double x, double y) = places[village];
            AddStreets(ways, x, y);
            AddService(village % 10 == 0, "grocery");
            AddService(village % 30 == 0, "health_centre");

            void AddService(bool has, string category)
            {
                if (has)
                {
                    given.Services.Add(new ServicePlace(string.Create(CultureInfo.InvariantCulture, $"{category} {village:D4}"), category, category, x + 120, y + 40));
                }
            }
        }

        for (int i = 0; i < Homes; i++)
        {
            (double x, double y) = places[random.Next(places.Length)];
            Coordinate at = new(x + (random.NextDouble() * 2400) - 1200, y + (random.NextDouble() * 2400) - 1200);
            given.Buildings.Add(new Building
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"B{i:D5}"),
                Outline = new GeometryFactory().CreatePoint(at),
                House = at,
                FootprintM2 = 100,
                IsDwelling = true,
                Purpose = "",
                Kind = BuildingKind.Dwelling,
                Source = "buildings",
                Row = i + 1,
            });
        }

        given.Roads = RoadGraph.Build(ways);
    }

    /// <summary>Thirteen streets each way, 200 m apart.</summary>
    private static void AddStreets(RoadWays ways, double x, double y)
    {
        RoadTraits street = new(RoadFlags.Foot | RoadFlags.Car, 50, 50);
        for (int i = -6; i <= 6; i++)
        {
            double[] along = [.. Enumerable.Range(-6, 13).Select(n => n * 200.0)];
            double[] across = [.. Enumerable.Repeat(i * 200.0, 13)];
            ways.Add(ways.Count, street, [.. along.Select(a => x + a)], [.. across.Select(a => y + a)]);
            ways.Add(ways.Count, street, [.. across.Select(a => x + a)], [.. along.Select(a => y + a)]);
        }
    }
}
