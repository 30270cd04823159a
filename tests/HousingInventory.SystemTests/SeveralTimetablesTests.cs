using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>Timetables as users have them, by the command: unpacked, twice the same traffic, with headways, over, and with zones of booked traffic.</summary>
public sealed class SeveralTimetablesTests : IDisposable
{
    private readonly SampleCopy _town = new();

    [Fact]
    public void An_unpacked_timetable_gives_what_its_zip_gives()
    {
        SortedDictionary<string, string> zipped = Departures();
        Directory.CreateDirectory(_town["gtfs"]);
        ZipFile.ExtractToDirectory(_town["gtfs.zip"], _town["gtfs"]);
        _town.Use("timetable", "gtfs");
        Assert.Equal(zipped, Departures());
        JsonNode input = _town.Manifest()["inputs"]!.AsArray().Single(i => i!["type"]!.GetValue<string>() == "timetable")!;
        Assert.Matches("^[0-9a-f]{64}$", input["sha256"]!.GetValue<string>());
    }

    [Fact]
    public void The_same_traffic_in_a_regional_and_a_national_timetable_counts_once()
    {
        SortedDictionary<string, string> alone = Departures();
        // Other ids throughout, and every stop about 110 m further north.
        Rewrite("gtfs.zip", "national.zip", (file, text) => file switch
        {
            "stops.txt" => Regex.Replace(
                text, @"64\.\d+", m => (decimal.Parse(m.Value, CultureInfo.InvariantCulture) + 0.001m).ToString(CultureInfo.InvariantCulture), RegexOptions.None, TimeSpan.FromSeconds(1)).Replace("90", "80", StringComparison.Ordinal),
            "stop_times.txt" or "trips.txt" or "routes.txt" => text.Replace("90", "80", StringComparison.Ordinal),
            _ => text,
        });
        _town.Edit(config => config["sources"]!.AsArray().Add((JsonNode)new JsonObject { ["type"] = "timetable", ["path"] = "national.zip", ["id"] = "national" }));
        Assert.Equal(alone, Departures());
        Assert.Contains("timetables_overlap", Notices(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_timetable_that_has_ended_ends_the_run_and_names_the_dates()
    {
        _town.Edit(config => config["asOf"] = "2027-02-01");
        ToolResult result = _town.Run();
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gtfs.zip: tidtabellen slutade 2027-01-15, före 2027-02-01", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", false)]
    public void A_headway_repeats_a_trip_in_place_of_its_own_times(string exactTimes, bool isApproximate)
    {
        // 06:00 to 08:00 every 1200 s is six trips on every day of the first trip's service; the trip itself is only their pattern.
        Feed("""
            t1,A,S,06:30:00,06:30:00,M,1
            t1,A,S,06:50:00,06:50:00,C,2
            """, $"trip_id,start_time,end_time,headway_secs,exact_times\nt1,06:00:00,08:00:00,1200,{exactTimes}\n");
        Assert.All(Departures().Values, d => Assert.Equal("6, of which booked in a week 0", d));
        Assert.Equal(isApproximate, Notices().Contains("approximate_trips", StringComparison.Ordinal));
    }

    [Fact]
    public void Route_types_count_as_the_configuration_says()
    {
        // Two ordinary trips, two of rail replacement, one school bus, one on demand.
        Feed(string.Join('\n', "AARRBD".Select((route, i) => $"t{i},{route},S,0{i + 5}:30:00,0{i + 5}:30:00,M,1\nt{i},{route},S,0{i + 5}:50:00,0{i + 5}:50:00,C,2")));
        Assert.All(Departures().Values, d => Assert.Equal("2, of which booked in a week 7", d));
        _town.Edit(config => config["transit"] = new JsonObject { ["railReplacement"] = true });
        Assert.All(Departures().Values, d => Assert.Equal("4, of which booked in a week 7", d));
        _town.Edit(config => config["transit"] = new JsonObject { ["routeTypes"] = new JsonObject { ["712"] = "ordinary", ["715"] = "left-out" } });
        Assert.All(Departures().Values, d => Assert.Equal("3, of which booked in a week 0", d));
    }

    [Fact]
    public void Zones_of_booked_traffic_add_to_what_can_be_booked_in_a_week()
    {
        SortedDictionary<string, string> without = Departures();
        File.WriteAllText(_town["zones.geojson"], """
            { "type": "FeatureCollection", "features": [
              { "type": "Feature", "properties": { "dagar": "mån–fre", "tider": "08:10, 13:10" }, "geometry": { "type": "Polygon", "coordinates": [[[20.9,64.7],[21,64.7],[21,64.8],[20.9,64.8],[20.9,64.7]]] } },
              { "type": "Feature", "properties": { "turer_per_vecka": 40 }, "geometry": { "type": "Polygon", "coordinates": [[[17,62],[18,62],[18,63],[17,63],[17,62]]] } } ] }
            """);
        _town.Edit(config => config["sources"]!.AsArray().Add((JsonNode)new JsonObject { ["type"] = "on-demand-zones", ["path"] = "zones.geojson" }));
        Assert.Equal(without.Select(d => d.Value.Replace("week 0", "week 10", StringComparison.Ordinal)), Departures().Values);
    }

    public void Dispose() => _town.Dispose();

    /// <summary>Runs, and gives what leaves near each candidate.</summary>
    private SortedDictionary<string, string> Departures()
    {
        Assert.InRange(_town.Run().ExitCode, 0, 1);
        SortedDictionary<string, string> departures = new(StringComparer.Ordinal);
        foreach (JsonNode? home in JsonNode.Parse(File.ReadAllText(Path.Combine(_town.Out, "candidates.geojson")))!["features"]!.AsArray())
        {
            JsonNode values = home!["properties"]!;
            departures.Add(values["building_id"]!.GetValue<string>(), $"{values["departures"]}, of which booked in a week {values["departures_booked"]}");
        }

        Assert.NotEmpty(departures);
        return departures;
    }

    private string Notices() => File.ReadAllText(Path.Combine(_town.Out, "notices.csv"));

    /// <summary>A timetable of four lines (bus, rail replacement, school, on demand) between two stops that lie where the sample has them, on all days.</summary>
    /// <param name="calls">trip, line, service, arrival, departure, stop, sequence.</param>
    /// <param name="frequencies">The text of frequencies.txt.</param>
    private void Feed(string calls, string? frequencies = null)
    {
        string[][] rows = [.. calls.Split('\n').Select(r => r.Split(','))];
        using (ZipArchive zip = ZipFile.Open(_town["own.zip"], ZipArchiveMode.Create))
        {
            Write(zip, "agency.txt", "agency_id,agency_name,agency_url,agency_timezone\n1,Bussarna,https://example.com/,Europe/Stockholm\n");
            Write(zip, "stops.txt", "stop_id,stop_name,stop_lat,stop_lon\nM,Mitten,64.7505903,20.9590369\nC,Centrum,64.7541861,20.8691679\n");
            Write(zip, "routes.txt", "route_id,agency_id,route_short_name,route_type\nA,1,1,700\nR,1,2,714\nB,1,3,712\nD,1,4,715\n");
            Write(zip, "trips.txt", "trip_id,route_id,service_id\n" + string.Concat(rows.Select(r => $"{r[0]},{r[1]},{r[2]}\n").Distinct()));
            Write(zip, "stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n" + string.Concat(rows.Select(r => $"{r[0]},{r[3]},{r[4]},{r[5]},{r[6]}\n")));
            Write(zip, "calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nS,1,1,1,1,1,1,1,20261001,20270131\n");
            if (frequencies is not null)
            {
                Write(zip, "frequencies.txt", frequencies);
            }
        }

        _town.Use("timetable", "own.zip");
    }

    private void Rewrite(string from, string to, Func<string, string, string> change)
    {
        using ZipArchive source = ZipFile.OpenRead(_town[from]);
        using ZipArchive target = ZipFile.Open(_town[to], ZipArchiveMode.Create);
        foreach (ZipArchiveEntry entry in source.Entries)
        {
            using StreamReader reader = new(entry.Open());
            Write(target, entry.FullName, change(entry.FullName, reader.ReadToEnd()));
        }
    }

    private static void Write(ZipArchive zip, string file, string text)
    {
        using StreamWriter writer = new(zip.CreateEntry(file).Open());
        writer.Write(text);
    }
}
