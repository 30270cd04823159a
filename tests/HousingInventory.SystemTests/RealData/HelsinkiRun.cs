using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests.RealData;

/// <summary>
/// The whole chain on real data that nobody here wrote: buildings, addresses, roads and services of an OpenStreetMap extract of central Helsinki, and the
/// timetable of the same place. Nobody's registration is real: two of three addresses get one person without a name.
/// </summary>
public sealed class HelsinkiRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HelsinkiRun()
    {
        Extract = RepositoryRoot.RealData("helsinki-e2e", "helsinki-centre.osm.pbf");
        Timetable = SwedishClock.Copy(RepositoryRoot.RealData("helsinki-e2e", "hsl-gtfs-2022-02-22.zip"), _folder.Path);
        Osm = OsmExtract.Read(Extract);
        Registered = WriteResidents(_folder.File("residents.csv"));
        File.WriteAllText(_folder.File("inventory.json"), Config().ToJsonString());
        // Two of three addresses have one person, which leaves more out of reach than an extract of a municipality would.
        HousingInventoryCommand.Run("run", _folder.File("inventory.json"), "--out", Out, "--fail-on", "never").Succeeded();
        Manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Out, "manifest.json")))!;
    }

    public string Extract { get; }

    public string Timetable { get; }

    /// <summary>The extract as osmium reads it.</summary>
    public OsmExtract Osm { get; }

    /// <summary>Rows of the residents' file.</summary>
    public int Registered { get; }

    public JsonNode Manifest { get; }

    public string Out => _folder.File("out");

    public string GeoPackage => Path.Combine(Out, "inventory.gpkg");

    /// <summary>The books of one source.</summary>
    public JsonNode Rows(string type) => Manifest["inputs"]!.AsArray().Single(i => i!["type"]!.GetValue<string>() == type)!["rows"]!;

    public void Dispose() => _folder.Dispose();

    private JsonObject Config() => new()
    {
        ["title"] = "Helsinki",
        ["asOf"] = "2022-02-22",
        ["crs"] = "EPSG:3067",
        ["language"] = "en",
        ["centre"] = new JsonArray(24.9414, 60.1710),
        ["sources"] = new JsonArray(
            Source("buildings", Extract), Source("addresses", Extract), Source("roads", Extract), Source("services", Extract),
            Source("timetable", Timetable), Source("residents", "residents.csv")),
        ["serviceDays"] = new JsonObject { ["term"] = "2022-02-22" },
        // In a city of blocks BISA's filter for villages would leave nothing.
        ["candidates"] = new JsonObject { ["footprintM2"] = null, ["settlements"] = null },
        ["criteria"] = JsonNode.Parse("""
            [
              { "type": "walk-to-stop", "name": "stop", "weight": 2, "fullUntilM": 50, "zeroFromM": 500 },
              { "type": "service", "name": "grocery", "weight": 2, "category": "grocery", "mode": "walk", "fullUntilM": 50, "zeroFromM": 500 },
              { "type": "service", "name": "school", "weight": 1, "category": "school", "mode": "walk", "fullUntilM": 50, "zeroFromM": 2000 },
              { "type": "departures", "name": "departures", "weight": 1, "withinM": 300, "fullAt": 3000 },
              { "type": "service", "name": "grocery_car", "weight": 0, "category": "grocery", "mode": "car" },
              { "type": "service", "name": "school_car", "weight": 0, "category": "school", "mode": "car" },
              { "type": "travel-time", "name": "ride", "weight": 0, "to": { "category": "school" }, "arriveBy": "08:15" },
              { "type": "useful-day", "name": "lesson", "weight": 0, "errands": [ { "name": "a", "days": ["term"], "to": { "category": "school", "nearest": 2 },
                "start": "08:30", "end": "15:00", "maxAheadMin": 14, "maxAfterMin": 14 } ] },
              { "type": "useful-day", "name": "visit", "weight": 0, "errands": [ { "name": "a", "days": ["term"], "to": { "category": "school", "nearest": 2 },
                "from": "10:00", "until": "12:00", "stayMin": 90, "maxTravelMin": 20 } ] }
            ]
            """),
        // Short walks, for in a town of this size one would never ride.
        ["transit"] = new JsonObject { ["maxWalkM"] = 400, ["maxWalkAtPlaceM"] = 300 },
        ["outputs"] = JsonNode.Parse("""[ { "type": "geojson" }, { "type": "geopackage" }, { "type": "csv" } ]"""),
    };

    private static JsonObject Source(string type, string path) => new() { ["type"] = type, ["path"] = path, ["extracted"] = "2022-02-22" };

    private int WriteResidents(string path)
    {
        SortedDictionary<(string, string), string> addresses = new(Comparer<(string, string)>.Create((a, b) =>
            string.CompareOrdinal(a.Item1, b.Item1) is int order && order != 0 ? order : string.CompareOrdinal(a.Item2, b.Item2)));
        foreach (IReadOnlyDictionary<string, string> tags in Osm.Elements.Select(e => e.Tags))
        {
            if (tags.TryGetValue("addr:street", out string? street) && tags.TryGetValue("addr:housenumber", out string? number))
            {
                addresses.TryAdd((street, number), tags.GetValueOrDefault("addr:postcode", ""));
            }
        }

        StringBuilder csv = new("Adress;Postnr;Postort\n");
        int rows = 0;
        int i = 0;
        foreach (((string street, string number), string code) in addresses)
        {
            if (++i % 3 != 0)
            {
                csv.Append(street).Append(' ').Append(number).Append(';').Append(code).Append(";Helsinki\n");
                rows++;
            }
        }

        File.WriteAllText(path, csv.ToString());
        return rows;
    }

    /// <summary>Runs a script beside the tests that reads JSON and writes JSON.</summary>
    public JsonNode Ask(string script, JsonNode question, params string[] arguments)
    {
        string input = _folder.File("question.json");
        File.WriteAllText(input, question.ToJsonString(new JsonSerializerOptions()));
        return JsonNode.Parse(Tool.Output(Tool.Python, [Tool.Program(script), .. arguments, input]))!;
    }
}
