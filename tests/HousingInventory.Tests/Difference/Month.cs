using System.Globalization;
using System.Text;
using System.Text.Json;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Difference;

/// <summary>
/// What a small municipality delivers in one month: houses on a line, an address and a property each, who is registered where, one bus line from each stop, the
/// filter, and the follow-up. It writes itself into a folder, and that folder is run.
/// </summary>
internal sealed record Month
{
    private const double East = 700_000;
    private const double North = 7_200_000;
    private const string Far = "zz";

    private static readonly CrsTransform ToDegrees = CrsTransform.Between(CrsTable.FindByText("EPSG:3006")!, CrsTable.Wgs84);

    public string AsOf { get; init; } = "2026-05-10";

    public string Extracted { get; init; } = "2026-05-02";

    /// <summary>Id, metres east, width in metres (each is 10 m deep), purpose.</summary>
    public IReadOnlyList<(string Id, double X, double Width, string Purpose)> Houses { get; init; } = [];

    /// <summary>Houses in which somebody is registered.</summary>
    public IReadOnlyList<string> Lives { get; init; } = [];

    /// <summary>Keys of withheld homes; null for no such list.</summary>
    public IReadOnlyList<string>? Withheld { get; init; }

    /// <summary>Stops by metres east, with their departures a day.</summary>
    public IReadOnlyList<(double X, int Trips)> Stops { get; init; } = [(0, 4)];

    /// <summary>Members of the filter.</summary>
    public string Candidates { get; init; } = """ "footprintM2": { "min": 50, "max": 250 }, "stopWithinM": 1000, "settlements": null """;

    public IReadOnlyList<(string Id, string State)> FollowUp { get; init; } = [];

    /// <summary>Further members of the configuration, each followed by a comma.</summary>
    public string More { get; init; } = "";

    /// <summary>Put before the names of the files.</summary>
    public string Names { get; init; } = "";

    /// <summary>Houses whose rows of addresses bear each other's number; null for none.</summary>
    public (string One, string Other)? Swapped { get; init; }

    /// <summary>Whether the rows of every file stand the other way round.</summary>
    public bool Backwards { get; init; }

    public static (string Id, double X, double Width, string Purpose) House(string id, double x, double width = 12, string purpose = "Småhus friliggande") => (id, x, width, purpose);

    /// <summary>Houses h00, h01 ... every 100 m.</summary>
    public static IReadOnlyList<(string Id, double X, double Width, string Purpose)> Row(int count) =>
        [.. Enumerable.Range(0, count).Select(i => House(string.Create(CultureInfo.InvariantCulture, $"h{i:D2}"), i * 100))];

    /// <summary>Writes the sources and the configuration.</summary>
    /// <param name="folder">Made where it is not there.</param>
    /// <param name="previous">Results folder to be held against; null for none.</param>
    public LoadedConfig Write(string folder, string? previous = null)
    {
        Directory.CreateDirectory(folder);
        List<string> sources = [];
        Add("buildings", "houses.geojson", Workshop.Collection([.. Turned(All).Select(h => Workshop.Feature(
            $"\"objektidentitet\": \"{h.Id}\", \"objekttypnr\": 2061, \"andamal1\": \"{(h.Purpose.StartsWith("Småhus", StringComparison.Ordinal) ? "Bostad" : h.Purpose)};{h.Purpose}\"", Workshop.Ring(h.X, 0, h.Width, 10)))]));
        Add("addresses", "addresses.csv", "address_id;adress;e;n\n" + string.Concat(Turned(All).Select(h => Line($"a-{h.Id};{Street(Swapped is { } s && h.Id == s.One ? s.Other : Swapped is { } t && h.Id == t.Other ? t.One : h.Id)};{East + h.X + 6};{North + 5}"))), """, "crs": "EPSG:3006" """);
        Add("properties", "properties.geojson", Workshop.Collection([.. Turned(All).Select(h => Workshop.Feature(
            $"\"objektidentitet\": \"area-{h.Id}\", \"registerenhetsreferens\": \"p-{h.Id}\", \"objekttyp\": \"fastighetsområde\", \"kommunkod\": \"2482\", \"trakt\": \"EXEMPELBY\", \"block\": \"1\", \"enhet\": {Number(h.Id)}", Workshop.Ring(h.X - 20, -20, 60, 60)))]));
        Add("residents", "residents.csv", Workshop.ResidentHeader + "\n" + string.Concat(Turned([.. Lives.Append(Far)]).Select(id => Line($"{Street(id)};93100;EXEMPELBY;{(id == Far ? 200 : 2)}"))), $", \"extracted\": \"{Extracted}\"");
        if (Withheld is { } keys)
        {
            Add("withheld", "withheld.csv", "key\n" + string.Concat(keys.Select(k => k + "\n")));
        }

        Add("roads", "roads.geojson", Workshop.Collection(string.Create(CultureInfo.InvariantCulture, $$"""
            { "type": "Feature", "properties": { "highway": "residential" }, "geometry": { "type": "LineString", "coordinates": [[{{East - 9100}},{{North - 10}}],[{{East + 50_100}},{{North - 10}}]] } }
            """)));
        Directory.CreateDirectory(Path.Combine(folder, Names + "gtfs"));
        foreach ((string name, string content) in GtfsText.Files(Feed()))
        {
            File.WriteAllText(Path.Combine(folder, Names + "gtfs", name), content);
        }

        sources.Add($$"""{ "type": "timetable", "path": "{{Names}}gtfs" }""");
        if (FollowUp.Count > 0)
        {
            Add("followup", "followup.csv", "building_id;state\n" + string.Concat(FollowUp.Select(f => $"{f.Id};{f.State}\n")));
        }

        string file = Path.Combine(folder, "inventory.json");
        File.WriteAllText(file, $$"""
            { {{More}} "asOf": "{{AsOf}}", "purpose": "Prov", "responsible": "Ingen", "deleteAfter": "2027-05-31", "municipality": "2482", "linkage": { "warnUnder": 0, "refuseUnder": 0 },
              {{(previous is null ? "" : $"\"previous\": {JsonSerializer.Serialize(previous)},")}}
              "candidates": { {{Candidates}} }, "criteria": [ { "type": "departures", "name": "departures", "weight": 1, "withinM": 2000, "fullAt": 16 } ], "robustness": null,
              "outputs": [ { "type": "geojson" }, { "type": "csv" }, { "type": "report" } ], "sources": [ {{string.Join(", ", Backwards ? sources.AsEnumerable().Reverse() : sources)}} ] }
            """);
        return ConfigReader.Load(file);

        void Add(string type, string name, string text, string more = "")
        {
            File.WriteAllText(Path.Combine(folder, Names + name), text);
            sources.Add($$"""{ "type": "{{type}}", "path": "{{Names}}{{name}}"{{more}} }""");
        }
    }

    /// <summary>Writes and runs, into <c>out</c> there.</summary>
    public Results RunIn(string folder, string? previous = null, Run? run = null) => Pipeline.Run(Write(folder, previous), Path.Combine(folder, "out"), run ?? new Run());

    /// <summary>The number of a house at its street.</summary>
    public static string Number(string id) => id == Far ? "9999" : (int.Parse(id.AsSpan()[1..], NumberStyles.None, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    // Enough people elsewhere that the share of linked ones says nothing against the town.
    private IReadOnlyList<(string Id, double X, double Width, string Purpose)> All => [.. Houses, House(Far, 50_000)];

    private static string Street(string id) => id == Far ? "Exempelhögen 1" : "Exempelgatan " + Number(id);

    private IEnumerable<T> Turned<T>(IReadOnlyList<T> rows) => Backwards ? rows.Reverse() : rows;

    private static string Line(FormattableString row) => row.ToString(CultureInfo.InvariantCulture) + "\n";

    private string Feed()
    {
        StringBuilder stops = new("stop_id,stop_name,stop_lat,stop_lon\n"), routes = new("route_id,route_short_name,route_type\n"),
            trips = new("route_id,service_id,trip_id\n"), times = new("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
        stops.Append(Stop("T", -9000));
        for (int i = 0; i < Stops.Count; i++)
        {
            stops.Append(Stop($"s{i}", Stops[i].X));
            routes.Append(CultureInfo.InvariantCulture, $"r{i},{i + 1},3\n");
            for (int t = 0; t < Stops[i].Trips; t++)
            {
                trips.Append(CultureInfo.InvariantCulture, $"r{i},daily,r{i}t{t}\n");
                times.Append(CultureInfo.InvariantCulture, $"r{i}t{t},{6 + t:D2}:00:00,{6 + t:D2}:00:00,s{i},1\nr{i}t{t},{6 + t:D2}:30:00,{6 + t:D2}:30:00,T,2\n");
            }
        }

        return $"# agency.txt\nagency_id,agency_name,agency_url,agency_timezone\na,Exempeltrafik,https://example.org,Europe/Stockholm\n# stops.txt\n{stops}# routes.txt\n{routes}# trips.txt\n{trips}# stop_times.txt\n{times}"
            + "# calendar.txt\nservice_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ndaily,1,1,1,1,1,1,1,20260101,20271231\n";
    }

    private static string Stop(string id, double x)
    {
        (double longitude, double latitude) = ToDegrees.Apply(East + x, North);
        return string.Create(CultureInfo.InvariantCulture, $"{id},Hållplats {id},{latitude:F8},{longitude:F8}\n");
    }
}

/// <summary>Two months in folders of their own, the later held against the earlier.</summary>
internal sealed class TwoMonths : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public string Before => _temporary.File("may");

    public string After => _temporary.File("november");

    /// <summary>Notices of the last run.</summary>
    public Run Run { get; private set; } = new();

    public string Folder(string name) => _temporary.File(name);

    /// <summary>Runs both.</summary>
    public Results Compare(Month before, Month after)
    {
        before.RunIn(Before);
        return Again(after);
    }

    /// <summary>Runs the later one alone, against what the earlier wrote.</summary>
    public Results Again(Month after)
    {
        Run = new Run();
        return after.RunIn(After, Path.Combine(Before, "out"), Run);
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(After, "out", file));

    /// <summary>Rows of a table of the later run, its headings left out.</summary>
    public string[] Rows(string file) => [.. Text(file).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    public void Dispose() => _temporary.Dispose();
}
