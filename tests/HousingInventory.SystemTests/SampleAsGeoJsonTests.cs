using System.Globalization;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>candidates.geojson by the letter of RFC 7946.</summary>
public sealed class SampleAsGeoJsonTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    [Trait("Needs", "Node")]
    public void A_strict_checker_has_nothing_to_say()
    {
        string modules = Path.Combine(NpmPackages.Folder, "node_modules");
        Assert.Equal("", Tool.Output("node", Tool.Program("check-geojson.cjs"), modules, run["candidates.geojson"]));
    }

    [Fact]
    public void Outer_rings_run_anticlockwise_holes_clockwise_and_all_close()
    {
        foreach (JsonArray polygon in Polygons())
        {
            Assert.NotEmpty(polygon);
            for (int ring = 0; ring < polygon.Count; ring++)
            {
                JsonArray points = polygon[ring]!.AsArray();
                Assert.True(points.Count >= 4);
                Assert.Equal(points[0]!.ToJsonString(), points[^1]!.ToJsonString());
                double twice = 0;
                for (int i = 0; i + 1 < points.Count; i++)
                {
                    // From the first point: differences keep digits that the products of whole longitudes would lose.
                    twice += (At(points, i, 0) * At(points, i + 1, 1)) - (At(points, i + 1, 0) * At(points, i, 1));
                }

                Assert.True(ring == 0 ? twice > 0 : twice < 0, $"Ring {ring} runs the wrong way round.");
            }
        }
    }

    [Fact]
    public void Positions_are_longitude_and_latitude_with_seven_decimals_at_most()
    {
        foreach (JsonNode position in Polygons().SelectMany(p => p).SelectMany(r => r!.AsArray()).Select(p => p!))
        {
            Assert.Equal(2, position.AsArray().Count);
            // Skellefteå, not the other way round.
            Assert.InRange(position[0]!.GetValue<double>(), 18, 22);
            Assert.InRange(position[1]!.GetValue<double>(), 64, 66);
            foreach (JsonNode? number in position.AsArray())
            {
                string text = number!.ToJsonString();
                Assert.True(text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 <= 7, text);
            }
        }
    }

    [Fact]
    public void Features_stand_in_rank_order_with_the_building_as_id_and_no_crs_is_named()
    {
        JsonObject collection = Collection();
        Assert.False(collection.ContainsKey("crs"));
        int rank = 0;
        foreach (JsonNode feature in collection["features"]!.AsArray().Select(f => f!))
        {
            rank++;
            Assert.Equal(rank.ToString(CultureInfo.InvariantCulture), feature["properties"]!["rank"]!.ToJsonString());
            Assert.Equal(feature["properties"]!["building_id"]!.GetValue<string>(), feature["id"]!.GetValue<string>());
        }

        Assert.True(rank > 0);
    }

    private static double At(JsonArray points, int i, int axis) => points[i]![axis]!.GetValue<double>() - points[0]![axis]!.GetValue<double>();

    private JsonObject Collection() => JsonNode.Parse(File.ReadAllText(run["candidates.geojson"]))!.AsObject();

    private IEnumerable<JsonArray> Polygons() => Collection()["features"]!.AsArray().Select(f => f!["geometry"]!).SelectMany(g =>
        g["type"]!.GetValue<string>() == "Polygon" ? [g["coordinates"]!.AsArray()] : g["coordinates"]!.AsArray().Select(p => p!.AsArray()));
}
