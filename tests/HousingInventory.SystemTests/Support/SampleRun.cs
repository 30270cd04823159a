using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>The results of a run on the small sample, for the tests of a class that look at them with other programs.</summary>
public sealed class SampleRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleRun()
    {
        SharedResults.Into(_folder.Path, "skelleftea-mini");
        Manifest = JsonNode.Parse(File.ReadAllBytes(this["manifest.json"]))!;
    }

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
