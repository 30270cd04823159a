using System.Text.Json;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests;

/// <summary>A copy of one of the committed samples in a folder of its own, for a test to change. The folder's name has blanks and letters beyond ASCII.</summary>
public sealed class SampleCopy : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    /// <summary>Copies <c>data-samples/NAME</c>.</summary>
    public SampleCopy(string name = "tiny-town")
    {
        Folder = Path.Combine(_temporary.Path, "mapp med åäö");
        Directory.CreateDirectory(Folder);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "data-samples", name)))
        {
            string copy = this[Path.GetFileName(file)];
            File.Copy(file, copy);
            File.SetAttributes(copy, FileAttributes.Normal);
        }
    }

    /// <summary>A copy with the results that a run of it writes (<see cref="SharedResults"/>).</summary>
    public static SampleCopy WithResults(string name = "tiny-town")
    {
        SampleCopy copy = new(name);
        SharedResults.Into(copy.Out, name);
        return copy;
    }

    /// <summary>Where the copy lies.</summary>
    public string Folder { get; }

    /// <summary>The configuration.</summary>
    public string Config => this["inventory.json"];

    /// <summary>Where <see cref="Run"/> writes its results.</summary>
    public string Out => Path.Combine(_temporary.Path, "resultat");

    /// <summary>Path of a file of the copy.</summary>
    public string this[string file] => Path.Combine(Folder, file);

    /// <summary>Changes the configuration.</summary>
    public void Edit(Action<JsonObject> change)
    {
        JsonNode config = JsonNode.Parse(
            File.ReadAllText(Config), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        change(config.AsObject());
        File.WriteAllText(Config, config.ToJsonString());
    }

    /// <summary>The first source of a type, for <see cref="Edit"/>.</summary>
    public static JsonObject Source(JsonObject config, string type) =>
        config["sources"]!.AsArray().Select(s => s!.AsObject()).First(s => s["type"]!.GetValue<string>() == type);

    /// <summary>Points the first source of a type to another file; its other members stay.</summary>
    public void Use(string type, string path) => Edit(config => Source(config, type)["path"] = path);

    /// <summary>Takes all sources of a type away.</summary>
    public void Without(params string[] types) => Edit(config =>
    {
        JsonArray sources = config["sources"]!.AsArray();
        foreach (JsonNode? source in sources.Where(s => types.Contains(s!["type"]!.GetValue<string>())).ToList())
        {
            sources.Remove(source);
        }
    });

    /// <summary>Runs the main job on the copy, quietly.</summary>
    public ToolResult Run(params string[] more) => HousingInventoryCommand.Run(["run", Config, "--out", Out, "--quiet", .. more]);

    /// <summary>The manifest of the last run.</summary>
    public JsonNode Manifest() => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Out, "manifest.json")))!;

    public void Dispose() => _temporary.Dispose();
}
