using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The results of the sample, opened in QGIS without a screen.</summary>
[Trait("Needs", "Qgis")]
public sealed class SampleInQgisTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void Every_layer_is_valid_indexed_and_of_sound_geometry()
    {
        IReadOnlyDictionary<string, long> layers = run.Layers("inventory.gpkg");
        JsonArray seen = Look([.. layers.Keys.Select(l => $"{run["inventory.gpkg"]}|layername={l}")]);
        foreach (((string name, long rows), JsonNode? layer) in layers.Zip(seen))
        {
            Assert.True(layer!["valid"]!.GetValue<bool>(), name);
            Assert.Equal((name, rows), (name, layer["features"]!.GetValue<long>()));
            if (layer["spatial"]!.GetValue<bool>())
            {
                Assert.Equal((name, "EPSG:3006"), (name, layer["crs"]!.GetValue<string>()));
                Assert.True(layer["hasSpatialIndex"]!.GetValue<bool>(), name + " has no spatial index");
                Assert.Equal((name, 0), (name, layer["brokenGeometries"]!.GetValue<int>()));
            }
        }

        Assert.Contains(seen, l => !l!["spatial"]!.GetValue<bool>());
    }

    [Fact]
    public void The_geojson_opens_too()
    {
        JsonNode layer = Look(run["candidates.geojson"])[0]!;
        Assert.True(layer["valid"]!.GetValue<bool>());
        Assert.Equal("EPSG:4326", layer["crs"]!.GetValue<string>());
        Assert.Equal(run.Rows("candidates.geojson"), layer["features"]!.GetValue<long>());
        Assert.Equal(0, layer["brokenGeometries"]!.GetValue<int>());
        Assert.Contains("score", layer["fields"]!.AsArray().Select(f => f!.GetValue<string>()));
    }

    private static JsonArray Look(params string[] sources) => Qgis.Run("check_qgis.py", sources).AsArray();
}
