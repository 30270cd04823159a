using HousingInventory.Import.Previous;
using HousingInventory.Model;

namespace HousingInventory.Configuration;

/// <summary>A configuration, with what its file adds to it.</summary>
/// <param name="Config">What was written, with every default.</param>
/// <param name="Folder">Absolute path of the folder that paths are relative to.</param>
/// <param name="Path">The file as the user named it, for messages.</param>
public sealed record LoadedConfig(InventoryConfig Config, string Folder, string Path)
{
    /// <summary>Paths of the members that the user wrote himself, for example <c>candidates.stopWithinM</c>: those are refused where a default is switched off.</summary>
    public required IReadOnlySet<string> Written { get; init; }

    /// <summary>The file's own folder. It is <see cref="Folder"/> but where the file is laid over a base elsewhere: drawings are found, and results go, beside the file itself.</summary>
    public string OwnFolder { get; init; } = Folder;

    /// <summary>The file with its base, as JSON.</summary>
    internal System.Text.Json.Nodes.JsonObject? Root { get; init; }

    /// <summary>A path beside the file itself, made absolute.</summary>
    public string ResolveOwn(string path) => (this with { Folder = OwnFolder }).Resolve(path);

    /// <summary>The same, held against another earlier run than the one it names.</summary>
    /// <param name="folder">Its results folder, relative to where the command is given.</param>
    public LoadedConfig HeldAgainst(string folder) => this with
    {
        Config = Config with { Previous = new PreviousConfig { Results = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder))) } },
        PreviousFolder = System.IO.Path.GetFullPath(folder),
    };

    /// <summary>Full path of the results folder of the earlier run; null for none. The configuration that is written out never holds a path of the machine.</summary>
    public string? PreviousFolder { get; private init; } = Config.Previous is { } previous ? ResolveFrom(Folder, previous.Results) : null;

    /// <summary>
    /// The configuration of one of its municipalities, as one would write it for that one alone: its name behind the title, its sources and those that are nobody's in particular, its centre.
    /// </summary>
    /// <exception cref="Diagnostics.InputException">It does not name that municipality, or has buildings of nobody's in particular.</exception>
    public LoadedConfig Of(string code)
    {
        if (!Config.Municipality.Contains(code))
        {
            throw new Diagnostics.InputException($"{Path} has no municipality '{code}'; it has {string.Join(", ", Config.Municipality)}.");
        }

        // A register of several without the registrations of the others: their homes would be told empty, and their withheld ones shown.
        if (Config.Municipality.Count > 1 && Config.Sources.Any(static s => s is Import.BuildingsSource { Municipality: null }))
        {
            throw new Diagnostics.InputException($"{Path}: each source of type \"buildings\" must say its \"municipality\" where municipalities are run one by one: homes of the others would look as if nobody were registered there.");
        }

        string name = Model.Municipalities.NameOf(code) ?? code;
        InventoryConfig own = Config with
        {
            Title = Config.Municipality.Count == 1 ? Config.Title : Config.Title is { } title ? $"{title}, {name}" : name,
            Municipality = [code],
            Split = null,
            Centre = Config.Centres?.GetValueOrDefault(code) ?? Config.Centre,
            Centres = null,
            Sources = [.. Config.Sources.Where(s => s.Municipality is null || s.Municipality == code).Select(s => s with { Municipality = null })],
        };
        return new LoadedConfig(own, Folder, Path) { Written = Written, OwnFolder = OwnFolder, Root = Root, Files = Files, PreviousFolder = PreviousFolder };
    }

    /// <summary>Refuses a configuration that is split, for commands that tell of one run.</summary>
    /// <exception cref="Diagnostics.InputException">It is.</exception>
    public void MustBeWhole()
    {
        if (Config.Split is not null)
        {
            throw new Diagnostics.InputException($"{Path} is split by municipality, and each has its own list: say which with --municipality (run and explain have it), or use a configuration of that one alone.");
        }
    }

    /// <summary>The files that it was read from: the one that the user names, and the one that it lies over.</summary>
    public IReadOnlyList<string> Files { get; init; } = [Path];

    /// <summary>The ids of the sources, in their order: as written, else the type, then type-2 ...</summary>
    public IReadOnlyList<string> SourceIds { get; } = NameSources(Config);

    /// <summary>The sources with their ids.</summary>
    public IReadOnlyList<(string Id, Import.Source Source)> Sources => [.. SourceIds.Zip(Config.Sources)];

    /// <summary>The sources that a job opens, with their ids.</summary>
    internal IReadOnlyList<(string Id, Import.Source Source)> SourcesFor(Import.SourceReader reader) => [.. Sources.Where(s => s.Source.ReadBy.HasFlag(reader))];

    /// <summary>The paths of the sources that are files, as written and made absolute.</summary>
    public IEnumerable<(string Written, string Full)> SourcePaths =>
        Config.Sources.Where(s => !s.Path!.StartsWith("postgis:", StringComparison.Ordinal)).Select(s => (s.Path!, Resolve(s.Path!)));

    /// <summary>A path of the configuration, made absolute. A path written with the backslashes of Windows works elsewhere too, unless a file is really called so.</summary>
    public string Resolve(string path) => ResolveFrom(Folder, path);

    private static string ResolveFrom(string folder, string path)
    {
        string full = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, path));
        return System.IO.Path.DirectorySeparatorChar == '/' && path.Contains('\\', StringComparison.Ordinal) && !System.IO.Path.Exists(full)
            ? System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, path.Replace('\\', '/')))
            : full;
    }

    private static List<string> NameSources(InventoryConfig config)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<string> ids = [];
        foreach (Import.Source source in config.Sources)
        {
            string type = Doors.TypeOf(source);
            int number = seen[type] = seen.GetValueOrDefault(type) + 1;
            ids.Add(source.Id ?? (number == 1 ? type : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{type}-{number}")));
        }

        return ids;
    }
}
