using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>One run on the small sample, shared by the tests that look at its results with other programs.</summary>
public sealed class SampleRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleRun()
    {
        string config = Path.Combine(RepositoryRoot.Path, "data-samples", "skelleftea-mini", "inventory.json");
        Command = HousingInventoryCommand.Run("run", config, "--out", _folder.Path).Succeeded();
        Manifest = JsonNode.Parse(File.ReadAllBytes(this["manifest.json"]))!;
    }

    /// <summary>What the command printed.</summary>
    public ToolResult Command { get; }

    public JsonNode Manifest { get; }

    /// <summary>Path of a result.</summary>
    public string this[string file] => _folder.File(file);

    /// <summary>Rows that the manifest states for an output, or for a layer of one.</summary>
    public long Rows(string file, string? layer = null)
    {
        JsonNode rows = Manifest["outputs"]!.AsArray().Single(o => o!["path"]!.GetValue<string>() == file)!["rows"]!;
        return (layer is null ? rows : rows[layer]!).GetValue<long>();
    }

    /// <summary>Layers and tables that the manifest states for an output, with their rows.</summary>
    public IReadOnlyDictionary<string, long> Layers(string file) =>
        Manifest["outputs"]!.AsArray().Single(o => o!["path"]!.GetValue<string>() == file)!["rows"]!.AsObject()
            .ToDictionary(l => l.Key, l => l.Value!.GetValue<long>(), StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}
