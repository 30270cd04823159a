using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Verbs;

namespace HousingInventory.SystemTests.Faults;

/// <summary>
/// Reads a file as the commands do, in this process, and counts how that ended: as a source, and where asked as <c>inspect</c> does and as a source of a small
/// municipality with all that follows from it. Whatever a file holds, it is read or refused with one line that names no person.
/// </summary>
internal sealed class Reader : IDisposable
{
    /// <summary>Of the processor and of the clock: a machine with much else to do may take longer by the clock alone.</summary>
    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(10);

    /// <summary>Whoever waits uses no processor.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);

    /// <summary>Tests that read in this process run one after the other, for what one allocates would be counted with the other's.</summary>
    public const string OneAtATime = "Readers in this process";

    /// <summary>Bytes allocated in all, which is more than is ever held: arrays that grow are allocated again and again.</summary>
    private const long MostMemory = 2L << 30;

    private readonly TemporaryFolder _folder = new();
    private readonly string _base;
    private readonly string _case;

    public Reader()
    {
        _case = _folder.File("fall");
        Directory.CreateDirectory(_case);
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

    /// <summary>Notices of the last case by their codes.</summary>
    public IReadOnlyDictionary<string, int> Told { get; private set; } = new Dictionary<string, int>();

    /// <summary>What ended otherwise: the case and how.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Reads bytes under a name in a role.</summary>
    /// <param name="label">What a fault is told by.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="role">Type of the source.</param>
    /// <param name="bytes">Of the file.</param>
    /// <param name="whole">Whether what follows from the source is worked out too, and the file is inspected.</param>
    public void Try(string label, string name, string role, byte[] bytes, bool whole = true)
    {
        string path = Path.Combine(_case, name);
        File.WriteAllBytes(path, bytes);
        Try(label, path, role, whole);
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes) || Directory.GetFileSystemEntries(_case).Length != 1)
        {
            Faults.Add($"{label}: the source or its folder was changed");
        }

        File.Delete(path);
    }

    /// <summary>Reads a file in a role.</summary>
    public void Try(string label, string path, string role, bool whole = true)
    {
        Cases++;
        using CancellationTokenSource tooLong = new(LongestWait);
        if (whole)
        {
            Ends(label + " inspect", () => Inspecting.Inspect(path, cancel: tooLong.Token));
        }

        bool asSource = Ends(label + " as " + role, () => whole ? Analyse(path, role, tooLong.Token) : Import(path, role, tooLong.Token));
        Read += asSource ? 1 : 0;
        Refused += !asSource ? 1 : 0;
    }

    public void Dispose() => _folder.Dispose();

    private string Import(string path, string role, CancellationToken cancel)
    {
        LoadedConfig loaded = Configure(path, role);
        Run run = new(null, cancel);
        using Delivery delivery = Importing.Import([.. loaded.Sources.Where(s => s.Source.Path == path)], loaded.SourceFrame(), run);
        return Tell(run, role);
    }

    private string Analyse(string path, string role, CancellationToken cancel)
    {
        Run run = new(null, cancel);
        Pipeline.Analyse(Configure(path, role), run);
        return Tell(run, role);
    }

    private LoadedConfig Configure(string path, string role)
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
        return ConfigReader.Parse(config.ToJsonString(), Path.Combine(_base, "inventory.json"));
    }

    private string Tell(Run run, string role)
    {
        Told = run.Notices.Counts.ToDictionary(n => n.Key, n => (int)n.Value, StringComparer.Ordinal);
        return JsonSerializer.Serialize(run.Notices.Samples.Where(n => n.Source == role).Select(n => n.Text(Language.En)));
    }

    /// <summary>Whether it was done; false when it was refused. Anything else is a fault.</summary>
    private bool Ends(string label, Func<string> work)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetTotalAllocatedBytes();
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

        if (GC.GetTotalAllocatedBytes() - allocated > MostMemory)
        {
            Faults.Add(FormattableString.Invariant($"{label}: took {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MB of memory"));
        }

        if (Seed.Persons.FirstOrDefault(p => said.Contains(p, StringComparison.OrdinalIgnoreCase)) is { } person)
        {
            Faults.Add($"{label}: names a person ({person})");
        }

        (TimeSpan took, worked) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - worked);
        if (took > LongestWait || (took > LongestCase && worked > LongestCase))
        {
            Faults.Add(FormattableString.Invariant($"{label}: took {took.TotalSeconds:F0} s, {worked.TotalSeconds:F0} of the processor"));
        }

        return done;
    }
}
