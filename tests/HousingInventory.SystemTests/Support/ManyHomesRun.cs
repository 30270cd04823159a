using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>A municipality with some 2,500 candidates, of which 200 are shortlisted: no test leaves a home out.</summary>
public sealed class ManyHomesRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ManyHomesRun()
    {
        HousingInventoryCommand.Run("sample", _folder.File("town"), "--homes", "15000", "--seed", "1").Succeeded();
        string config = _folder.File("town/inventory.json");
        JsonObject settings = JsonNode.Parse(File.ReadAllText(config))!.AsObject();
        settings["candidates"] = new JsonObject { ["footprintM2"] = null, ["stopWithinM"] = null, ["settlements"] = new JsonArray() };
        File.WriteAllText(config, settings.ToJsonString());
        HousingInventoryCommand.Run("run", config, "--out", _folder.File("out"), "--quiet").Succeeded();
        Candidates = JsonNode.Parse(File.ReadAllText(_folder.File("out/candidates.geojson")))!["features"]!.AsArray().Count;
    }

    /// <summary>The configuration.</summary>
    public string Config => _folder.File("town/inventory.json");

    /// <summary>How many candidates there are.</summary>
    public int Candidates { get; }

    /// <summary>Path of a result.</summary>
    public string this[string file] => _folder.File("out/" + file);

    public void Dispose() => _folder.Dispose();
}
