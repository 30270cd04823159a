using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The styles in the sample's inventory.gpkg, as QGIS loads and draws them.</summary>
[Trait("Needs", "Qgis")]
public sealed class StylesInQgisTests(SampleRun run) : IClassFixture<SampleRun>
{
    /// <summary>Every layer, with a scale at which its features are more than specks.</summary>
    private static readonly string[] Views =
    [
        "candidates:2000", "candidate_points:25000", "buildings:5000", "stops:20000", "bus_lines:40000", "services:20000", "localities:30000", "notices:10000", "roads:20000", "water:20000", "named_roads:10000",
    ];

    [Fact]
    public void Every_layer_opens_styled_and_every_class_of_every_legend_is_drawn_in_its_colour()
    {
        foreach ((string name, JsonNode layer) in Look())
        {
            Assert.True(layer["valid"]!.GetValue<bool>(), name);
            Assert.True(layer["styled"]!.GetValue<bool>(), name + " has no default style");

            // The heading of every column but the key is there, and stays when the style is changed.
            Assert.All(layer["aliases"]!.AsObject().Where(a => a.Key != "fid"), a => Assert.NotEqual("", a.Value!.GetValue<string>()));
            string last = layer["aliases"]!.AsObject().Last().Value!.GetValue<string>();
            Assert.NotEmpty(layer["styles"]!.AsObject());
            foreach ((string style, JsonNode? seen) in layer["styles"]!.AsObject())
            {
                Assert.True(seen!["loaded"]!.GetValue<bool>(), $"{name}, {style}");
                Assert.Equal((style, last), (style, seen["heading"]!.GetValue<string>()));
                Assert.NotEmpty(seen["drawn"]!.AsObject());
                Assert.All(seen["drawn"]!.AsObject(), d => Assert.True(d.Value!.GetValue<int>() >= 10, $"{name}, {style}, {d.Key}: {d.Value}"));
            }
        }
    }

    [Fact]
    public void Classes_aliases_and_scales_are_those_for_planners()
    {
        Dictionary<string, JsonNode> layers = Look();
        Assert.Equal(
            ["graduatedSymbol", "graduatedSymbol", "categorizedSymbol", "categorizedSymbol", "singleSymbol", "categorizedSymbol", "singleSymbol", "categorizedSymbol", "singleSymbol", "singleSymbol", "singleSymbol"],
            layers.Values.Select(l => l["renderer"]!.GetValue<string>()));
        Assert.Equal(["80–100", "60–79,9", "40–59,9", "20–39,9", "0–19,9"], Labels(layers["candidates"]));
        Assert.Equal(["Ingen folkbokförd", "Ytterligare bostadshus", "Kan inte avgöras"], Labels(layers["buildings"]));
        Assert.Equal(["Hållplats som räknas", "För få avgångar", "Bara anropsstyrt"], Labels(layers["stops"]));
        Assert.Contains("Livsmedelsbutik", Labels(layers["services"]));

        // A style for the score, for the follow-up, and for the points of each criterion; for houses one by status and one by what left them out.
        string[] styles = [.. layers["candidate_points"]["styles"]!.AsObject().Select(s => s.Key)];
        Assert.Equal(["Lägespoäng", "Uppföljning"], styles[..2]);
        Assert.Contains("Poäng: Avgångar per skolvardag", styles[2..]);
        Assert.Equal(["Folkbokföringsstatus", "Föll på"], layers["buildings"]["styles"]!.AsObject().Select(s => s.Key));

        // Outlines within 1:5 000, points in the colour of their score beyond.
        Assert.Equal("""{"2000":true,"9000":false}""", layers["candidates"]["visibleAt"]!.ToJsonString());
        Assert.Equal("""{"2000":false,"9000":true}""", layers["candidate_points"]["visibleAt"]!.ToJsonString());
        Assert.Equal(5000, layers["candidates"]["labelUpTo"]!.GetValue<double>());
        Assert.Equal("Lägespoäng (0–100)", layers["candidates"]["aliases"]!["score"]!.GetValue<string>());
        JsonNode? words = layers["candidates"]["valueMaps"]!["status"]!.AsArray().Single(v => v!.AsObject().ContainsKey("Ingen folkbokförd"));
        Assert.Equal("nobody-registered", words!["Ingen folkbokförd"]!.GetValue<string>());
    }

    private static IEnumerable<string> Labels(JsonNode layer) => layer["classes"]!.AsArray().Select(c => c!.GetValue<string>());

    private Dictionary<string, JsonNode> Look()
    {
        // A copy: the program gives every class a feature.
        using TemporaryFolder folder = new();
        File.Copy(run["inventory.gpkg"], folder.File("copy.gpkg"));
        return Qgis.Run("qgis_styles.py", [folder.File("copy.gpkg"), .. Views]).AsArray().ToDictionary(l => l!["layer"]!.GetValue<string>(), l => l!, StringComparer.Ordinal);
    }
}
