using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Verbs;

namespace HousingInventory.SystemTests.Faults;

/// <summary>
/// Reads a file as the commands do, in this process, and counts how that ended: as <c>inspect</c> does, and as a source of a small municipality with all that
/// follows from it. Whatever a file holds, it is read or refused with one line that names no person.
/// </summary>
internal sealed class Reader : IDisposable
{
    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();
    private readonly string _base;

    public Reader()
    {
        _base = _folder.File("grund");
        Directory.CreateDirectory(_base);
        foreach (string name in (string[])["byggnad_kn2482.gpkg", "belagenhetsadresser_kn2482.gpkg"])
        {
            File.Copy(Path.Combine(RepositoryRoot.Path, "data-samples", "tiny-town", name), Path.Combine(_base, name));
        }

        File.WriteAllText(Path.Combine(_base, "residents.csv"), "adress;kommunkod;antal\nExempelstorgatan 1;2482;2\nExempelstorgatan 5;2482;3\n");
    }

    public int Cases { get; private set; }

    public int Read { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The line of the last refusal.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>What ended otherwise: the case and how.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Reads bytes under a name, alone and in a role.</summary>
    public void Try(string label, string name, string role, byte[] bytes)
    {
        string folder = _folder.File("fall");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        Try(label, path, role);
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes) || Directory.GetFileSystemEntries(folder).Length != 1)
        {
            Faults.Add($"{label}: the source or its folder was changed");
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Reads a file, alone and in a role.</summary>
    public void Try(string label, string path, string role)
    {
        Cases++;
        using CancellationTokenSource tooLong = new(LongestCase);
        Ends(label + " inspect", () => Inspecting.Inspect(path, tooLong.Token));
        bool asSource = Ends(label + " as " + role, () => Analyse(path, role, tooLong.Token));
        Read += asSource ? 1 : 0;
        Refused += !asSource ? 1 : 0;
    }

    public void Dispose() => _folder.Dispose();

    private string Analyse(string path, string role, CancellationToken cancel)
    {
        JsonArray sources = [];
        foreach ((string type, string file) in (ReadOnlySpan<(string, string)>)[("buildings", "byggnad_kn2482.gpkg"), ("addresses", "belagenhetsadresser_kn2482.gpkg"), ("residents", "residents.csv")])
        {
            if (type != role)
            {
                sources.Add((JsonNode)new JsonObject { ["type"] = type, ["path"] = Path.Combine(_base, file) });
            }
        }

        sources.Add((JsonNode)new JsonObject { ["type"] = role, ["path"] = path });
        JsonObject config = new()
        {
            ["asOf"] = "2026-11-10",
            ["sources"] = sources,
            ["linkage"] = new JsonObject { ["warnUnder"] = 0, ["refuseUnder"] = 0 },
        };
        Run run = new(null, cancel);
        Pipeline.Analyse(ConfigReader.Parse(config.ToJsonString(), Path.Combine(_base, "inventory.json")), run);
        return JsonSerializer.Serialize(run.Notices.Samples.Where(n => n.Source == role).Select(n => n.Text(Language.En)));
    }

    /// <summary>Whether it was done; false when it was refused. Anything else is a fault.</summary>
    private bool Ends(string label, Func<string> work)
    {
        long start = Stopwatch.GetTimestamp();
        string said;
        bool done = false;
        try
        {
            said = work();
            done = true;
        }
        catch (InputException e)
        {
            said = Refusal = e.Message;
            if (said.Length > 400 || said.Any(char.IsControl) || said.Length < 20)
            {
                Faults.Add($"{label}: the line is no sentence: {said}");
            }
        }
#pragma warning disable CA1031 // Whatever else comes out of it is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Faults.Add($"{label}: {e.GetType().Name} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("HousingInventory", StringComparison.Ordinal))?.Trim()}");
            return false;
        }

        if (Seed.Persons.FirstOrDefault(p => said.Contains(p, StringComparison.OrdinalIgnoreCase)) is { } person)
        {
            Faults.Add($"{label}: names a person ({person})");
        }

        if (Stopwatch.GetElapsedTime(start) > LongestCase)
        {
            Faults.Add(FormattableString.Invariant($"{label}: took {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
        }

        return done;
    }
}
