using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Tests.Formats;

namespace HousingInventory.Tests.Support;

/// <summary>
/// A folder with sources written in the test. Unless said otherwise: two houses of 12 by 10 m at (700000, 7200000) and 100 m east of it, "h1" and "h2", with the
/// addresses Exempelgatan 1 and 2 on the properties EXEMPELBY 1:1 and 1:2, and one resident at Exempelgatan 1.
/// </summary>
internal sealed class Workshop : IDisposable
{
    public const string ResidentHeader = "adress;postnr;postort;antal";

    private readonly TemporaryFolder _temporary = new();
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public string Folder => _temporary.Path;

    /// <summary>Members of the configuration beside the sources, each followed by a comma.</summary>
    public string Members { get; set; } = """ "asOf": "2026-11-10", "purpose": "Prov", "responsible": "Ingen", "deleteAfter": "2027-05-31", "candidates": { "settlements": null }, "criteria": null, """;

    public string File(string name) => _temporary.File(name);

    public void Dispose() => _temporary.Dispose();

    /// <summary>Adds a source of this text; <paramref name="more"/> are further members, each after a comma.</summary>
    public Workshop With(string type, string file, string text, string more = "") => With(type, file, Encoding.UTF8.GetBytes(text), more);

    public Workshop With(string type, string file, byte[] bytes, string more = "")
    {
        System.IO.File.WriteAllBytes(File(file), bytes);
        return Named(type, file, more);
    }

    /// <summary>Adds a source that is there already.</summary>
    public Workshop Named(string type, string file, string more = "")
    {
        _types.Add(type);
        _sources.Add($$"""{ "type": "{{type}}", "path": "{{file}}"{{more}} }""");
        return this;
    }

    public LoadedConfig Load()
    {
        if (!_types.Contains("buildings"))
        {
            With("buildings", "houses.geojson", Collection(House("h1", 0), House("h2", 100)));
        }

        if (!_types.Contains("residents"))
        {
            With("residents", "residents.csv", ResidentHeader + "\nExempelgatan 1;93100;EXEMPELBY;1\n");
        }

        if (_types.Add("addresses"))
        {
            With("addresses", "addresses.csv", "address_id;adress;e;n\na1;Exempelgatan 1;700006;7200005\na2;Exempelgatan 2;700106;7200005\n", """, "crs": "EPSG:3006" """);
        }

        if (_types.Add("properties"))
        {
            With("properties", "properties.geojson", Collection(Plot("p1", "EXEMPELBY", "1:1", 0), Plot("p2", "EXEMPELBY", "1:2", 100)));
        }

        string path = File("inventory.json");
        System.IO.File.WriteAllText(path, $"{{ {Members} \"sources\": [ {string.Join(", ", _sources)} ] }}");
        return ConfigReader.Load(path);
    }

    internal Imported Import(Run? run = null) => Imported.Of(Load(), run ?? new Run());

    public string Refused() => Assert.Throws<InputException>(() => Import()).Message;

    /// <summary>Runs into a folder and gives the manifest.</summary>
    public JsonNode RunInto(string folder)
    {
        Pipeline.Run(Load(), File(folder), new Run());
        return JsonNode.Parse(System.IO.File.ReadAllText(System.IO.Path.Combine(File(folder), "manifest.json")))!;
    }

    public static string Collection(params string[] features) => Collection("EPSG:3006", features);

    public static string Collection(string crs, string[] features) => $$"""
        { "type": "FeatureCollection", "crs": { "type": "name", "properties": { "name": "{{crs}}" } }, "features": [ {{string.Join(",\n", features)}} ] }
        """;

    /// <summary>A house some metres east of the corner.</summary>
    public static string House(string? id, double x, string purpose = "Bostad;Småhus friliggande", string more = "", double width = 12) =>
        Feature($"\"objektidentitet\": {(id is null ? "null" : $"\"{id}\"")}, \"objekttypnr\": 2061, \"andamal1\": \"{purpose}\"{more}", Ring(x, 0, width, 10));

    public static string Plot(string key, string tract, string label, double x)
    {
        string[] parts = label.Split(':');
        return Feature($"\"objektidentitet\": \"area-{key}\", \"registerenhetsreferens\": \"{key}\", \"objekttyp\": \"fastighetsområde\", \"kommunkod\": \"2482\", \"trakt\": \"{tract}\", \"block\": \"{parts[0]}\", \"enhet\": {parts[1]}", Ring(x - 20, -20, 60, 60));
    }

    public static string Feature(string properties, string coordinates) =>
        $$"""{ "type": "Feature", "properties": { {{properties}} }, "geometry": { "type": "Polygon", "coordinates": {{coordinates}} } }""";

    /// <summary>A rectangle by its lower left corner, metres from (700000, 7200000).</summary>
    public static string Ring(double x, double y, double width, double depth)
    {
        (double w, double s, double e, double n) = (700_000 + x, 7_200_000 + y, 700_000 + x + width, 7_200_000 + y + depth);
        return string.Create(CultureInfo.InvariantCulture, $"[[[{w},{s}],[{e},{s}],[{e},{n}],[{w},{n}],[{w},{s}]]]");
    }
}
