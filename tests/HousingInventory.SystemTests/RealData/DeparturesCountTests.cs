using System.Globalization;
using System.Text.Json.Nodes;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Model;
using HousingInventory.Prepare;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.SystemTests.RealData;

/// <summary>
/// Departures of every stop of every complete feed, on its first, last and busiest day and some between, against a plain count by a script in another language:
/// distinct ordinary trips that can be boarded, last calls, booked and left-out traffic excluded, frequencies expanded.
/// </summary>
[Trait("Needs", "RealData")]
[Trait("Needs", "Python")]
public sealed class DeparturesCountTests
{
    [Theory]
    [InlineData("EPSG:3006", 9, "gtfs-sweden-sj-2022", "sj-gtfs-regional-2022-12.zip")]
    [InlineData("EPSG:3067", 9, "gtfs-kuopio-2017", "gtfs_kuopio_finland.zip")]
    [InlineData("EPSG:3067", 1, "helsinki-e2e", "hsl-gtfs-2022-02-22.zip")]
    [InlineData("EPSG:25832", 8, "gtfs-itinero", "gtfs1.zip")]
    [InlineData("EPSG:25832", 9, "gtfs-faroe-2026", "faroe-ssl.zip")]
    [InlineData("EPSG:3857", 9, "gtfs-cairns", "cairns_gtfs.zip")]
    [InlineData("EPSG:3857", 9, "gtfs-bad", "transitfeed", "good_feed.zip")]
    [InlineData("EPSG:3857", 9, "gtfs-bad", "tidytransit", "sample-feed-bom.zip")]
    public void Every_stop_has_as_many_departures_as_a_plain_count_finds(string crs, int days, params string[] feed) =>
        Assert.True(Compare(crs, days, feed) >= 8 * days, "The feed has stops with departures.");

    [Theory]
    [InlineData("EPSG:25832", 0, "gtfs-flex", "bbnavi-rufbus-flex.zip")]
    [InlineData("EPSG:3857", 8, "gtfs-flex", "aspen-flex-on-demand.gtfs.zip")]
    [InlineData("EPSG:3857", 8, "gtfs-flex", "flex-example-on-demand.zip")]
    public void Feeds_of_booked_traffic_alone_have_no_departures(string crs, int days, params string[] feed) => Assert.Equal(0, Compare(crs, days, feed));

    /// <summary>Compares stop by stop; gives the number of stops with departures, all days together.</summary>
    private static int Compare(string crs, int days, string[] feed)
    {
        string path = RepositoryRoot.RealData(feed);
        using TemporaryFolder folder = new();
        Timetable timetable = Read(SwedishClock.Copy(path, folder.Path), crs);
        JsonObject plain = JsonNode.Parse(Tool.Output(Tool.Python, Tool.Program("boarding_posts.py"), path))!.AsObject();
        Assert.Equal(days, plain.Count);
        int compared = 0;
        List<string> wrong = [];
        foreach ((string day, JsonNode? posts) in plain)
        {
            SortedDictionary<string, string> expected = Plain(timetable, posts!.AsObject());
            SortedDictionary<string, string> found = Ours(timetable, DateOnly.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture));
            compared += found.Count;
            wrong.AddRange(expected.Keys.Union(found.Keys, StringComparer.Ordinal)
                .Select(s => (Stop: s, Plain: expected.GetValueOrDefault(s, "nothing"), Ours: found.GetValueOrDefault(s, "nothing")))
                .Where(s => s.Plain != s.Ours)
                .Select(s => $"{day} {s.Stop}: a plain count finds {s.Plain}, the product {s.Ours}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        return compared;
    }

    /// <summary>By the ids of a stop's posts: how many depart, first and last in seconds.</summary>
    private static SortedDictionary<string, string> Ours(Timetable timetable, DateOnly date)
    {
        Departures departures = new(DayTrips.On(timetable, date));
        SortedDictionary<string, string> stops = new(StringComparer.Ordinal);
        for (int stop = 0; stop < timetable.Stops.Count; stop++)
        {
            if (departures.SpanAt(stop) is { } span)
            {
                stops.Add(Key(timetable.Stops.PostsOf(stop).ToArray().Select(timetable.Posts.IdOf)), Text(departures.TripsAt(stop), span.FirstS, span.LastS));
            }
        }

        return stops;
    }

    private static SortedDictionary<string, string> Plain(Timetable timetable, JsonObject posts)
    {
        // The product has no posts at which nothing ever calls.
        HashSet<string> called = [.. Enumerable.Range(0, timetable.Posts.Count).Select(timetable.Posts.IdOf)];
        SortedDictionary<string, string> stops = new(StringComparer.Ordinal);
        foreach (IGrouping<string, KeyValuePair<string, JsonNode?>> stop in posts.GroupBy(p => p.Value!["stop"]!.GetValue<string>()))
        {
            JsonNode first = stop.First().Value!;
            stops.Add(
                Key(stop.Select(p => p.Key).Where(called.Contains)),
                Text(first["stopDepartures"]!.GetValue<int>(), first["first"]!.GetValue<int>(), first["last"]!.GetValue<int>()));
        }

        return stops;
    }

    private static string Key(IEnumerable<string> posts) => string.Join('+', posts.Order(StringComparer.Ordinal));

    private static string Text(int trips, int firstS, int lastS) => string.Create(CultureInfo.InvariantCulture, $"{trips} from {firstS} to {lastS}");

    /// <summary>The feed as a run makes it, with homes wherever it has stops.</summary>
    private static Timetable Read(string path, string crs)
    {
        GtfsFeed feed = GtfsReader.Read(path);
        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, CrsTable.FindByText(crs)!);
        Envelope homes = new();
        foreach (int stop in Enumerable.Range(0, feed.Stops.Count).Where(feed.Stops.HasPosition))
        {
            (double x, double y) = transform.Apply(feed.Stops.Longitudes[stop], feed.Stops.Latitudes[stop]);
            homes.ExpandToInclude(x, y);
        }

        return TimetableMaker.Make([("timetable", feed)], new TransitConfig(), CrsTable.FindByText(crs)!, homes);
    }
}
