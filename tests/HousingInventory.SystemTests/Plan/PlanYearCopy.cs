using System.Text.Json;
using System.Text.Json.Nodes;

namespace HousingInventory.SystemTests.Plan;

/// <summary>The committed sample year of a plan, with the municipality beside it, in a folder of its own for a test to change.</summary>
internal sealed class PlanYearCopy : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public PlanYearCopy()
    {
        foreach (string sample in (string[])["skelleftea-mini", "plan-year"])
        {
            string folder = Path.Combine(_temporary.Path, sample);
            Directory.CreateDirectory(folder);
            foreach (string file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "data-samples", sample)))
            {
                string copy = Path.Combine(folder, Path.GetFileName(file));
                File.Copy(file, copy);
                File.SetAttributes(copy, FileAttributes.Normal);
            }
        }
    }

    public string Config => this["inventory.json"];

    public string Out => Path.Combine(_temporary.Path, "veckans plan");

    /// <summary>Path of a file of the year.</summary>
    public string this[string file] => Path.Combine(_temporary.Path, "plan-year", file);

    /// <summary>Plans, quietly.</summary>
    public ToolResult Plan(params string[] more) => HousingInventoryCommand.Run(["plan", Config, "--out", Out, "--quiet", .. more]);

    /// <summary>Changes the configuration.</summary>
    public PlanYearCopy Edit(Action<JsonObject> change)
    {
        JsonNode config = JsonNode.Parse(
            File.ReadAllText(Config), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        change(config.AsObject());
        File.WriteAllText(Config, config.ToJsonString());
        return this;
    }

    /// <summary>Rewrites the rows of a table below its heading, as cells.</summary>
    public void Rewrite(string table, Func<string[], IReadOnlyList<string>, IReadOnlyList<string>?> change)
    {
        string[] lines = File.ReadAllLines(this[table + ".csv"]);
        string[] headings = lines[0].TrimStart('\uFEFF').Split(';');
        IEnumerable<IReadOnlyList<string>?> rows = lines.Skip(1).Select(l => change(headings, l.Split(';')));
        File.WriteAllText(this[table + ".csv"], lines[0] + "\r\n" + string.Concat(rows.OfType<IReadOnlyList<string>>().Select(r => string.Join(';', r) + "\r\n")));
    }

    public void Dispose() => _temporary.Dispose();
}
