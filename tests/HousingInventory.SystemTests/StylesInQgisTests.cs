using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The styles in the sample's inventory.gpkg, as QGIS loads and draws them.</summary>
[Trait("Needs", "Qgis")]
public sealed class StylesInQgisTests(SampleRun run) : IClassFixture<SampleRun>
{
    /// <summary>Every layer, with a scale at which its features are more than specks.</summary>
    private static readonly string[] Views =
        ["candidates:800", "candidate_points:25000", "buildings:2500", "stops:12000", "bus_lines:40000", "services:8000", "localities:30000", "notices:10000"];

    [Fact]
    public void Every_layer_opens_with_its_legend_headings_and_value_lists_and_is_drawn_in_the_legends_colours()
    {
        Dictionary<string, JsonNode> layers = Look();
        foreach ((string name, JsonNode layer) in layers)
        {
            Assert.True(layer["valid"]!.GetValue<bool>(), name);
            Assert.True(layer["styled"]!.GetValue<bool>(), name + " has no default style");

            // The heading of every column but the key is there, and none is the column's own name.
            Assert.All(layer["aliases"]!.AsObject().Where(a => a.Key != "fid"), a => Assert.NotEqual("", a.Value!.GetValue<string>()));

            // Of each class that has features one was drawn, and its colour was seen.
            Assert.All(layer["drawn"]!.AsObject(), d => Assert.True(d.Value!.GetValue<int>() >= 10, $"{name} {d.Key}: {d.Value}"));
        }

        // The sample's candidates have points from 58.1 to 100: three of the five classes. No notice of it has a place.
        Assert.Equal(
            ["candidates 3", "candidate_points 3", "buildings 3", "stops 2", "bus_lines 1", "services 7", "localities 1", "notices 0"],
            layers.Select(l => $"{l.Key} {l.Value["drawn"]!.AsObject().Count}"));
    }

    [Fact]
    public void Classes_aliases_and_scales_are_those_for_planners()
    {
        Dictionary<string, JsonNode> layers = Look();
        Assert.Equal(
            ["graduatedSymbol", "graduatedSymbol", "categorizedSymbol", "categorizedSymbol", "singleSymbol", "categorizedSymbol", "singleSymbol", "categorizedSymbol"],
            layers.Values.Select(l => l["renderer"]!.GetValue<string>()));
        Assert.Equal(["80–100", "60–79,9", "40–59,9", "20–39,9", "0–19,9"], Labels(layers["candidates"]));
        Assert.Equal(["Ingen folkbokförd", "Ytterligare bostadshus", "Kan inte avgöras"], Labels(layers["buildings"]));
        Assert.Equal(["Hållplats som räknas", "För få avgångar", "Bara anropsstyrt"], Labels(layers["stops"]));
        Assert.Contains("Livsmedelsbutik", Labels(layers["services"]));

        // Outlines within 1:10 000, points beyond.
        Assert.Equal("""{"5000":true,"25000":false}""", layers["candidates"]["visibleAt"]!.ToJsonString());
        Assert.Equal("""{"5000":false,"25000":true}""", layers["candidate_points"]["visibleAt"]!.ToJsonString());
        Assert.Equal(5000, layers["candidates"]["labelUpTo"]!.GetValue<double>());
        Assert.Equal("Lägespoäng (0–100)", layers["candidates"]["aliases"]!["score"]!.GetValue<string>());
        JsonNode? words = layers["candidates"]["valueMaps"]!["status"]!.AsArray().Single(v => v!.AsObject().ContainsKey("Ingen folkbokförd"));
        Assert.Equal("nobody-registered", words!["Ingen folkbokförd"]!.GetValue<string>());
    }

    private static IEnumerable<string> Labels(JsonNode layer) => layer["classes"]!.AsArray().Select(c => c!["label"]!.GetValue<string>());

    private Dictionary<string, JsonNode> Look()
    {
        using TemporaryFolder home = new();
        Dictionary<string, string?> environment = new() { ["QT_QPA_PLATFORM"] = "offscreen", ["XDG_RUNTIME_DIR"] = home.Path, ["HOME"] = home.Path };
        ToolResult result = Tool.Run(Tool.Python, [Tool.Program("qgis_styles.py"), run["inventory.gpkg"], home.Path, .. Views], environment).Succeeded();
        return JsonNode.Parse(result.Output)!.AsArray().ToDictionary(l => l!["layer"]!.GetValue<string>(), l => l!, StringComparer.Ordinal);
    }
}
