using System.Text.Json;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Difference;

/// <summary>
/// What the earlier run read, as far as it still lies there, checked by its sha256; and which groups are as they were. Old residents and old withheld homes are
/// never looked for.
/// </summary>
internal sealed class EarlierInputs
{
    private static readonly JsonSerializerOptions Lenient = new(MemberJson.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip };

    private readonly Dictionary<string, Source> _found = new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];

    private EarlierInputs(InventoryConfig config) => Config = config;

    /// <summary>The earlier configuration, with its sources where they lie now.</summary>
    public InventoryConfig Config { get; }

    /// <summary>Ids of the sources that are there.</summary>
    public IReadOnlyList<string> Found => [.. _found.Keys];

    /// <summary>Ids of those that are gone, or were changed since.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>Groups that are not as they were.</summary>
    public required IReadOnlySet<Group> Changed { get; init; }

    /// <summary>Changed groups of which an old input is gone.</summary>
    public required IReadOnlySet<Group> Gone { get; init; }

    /// <summary>Groups whose sources are as they were, though their members may differ.</summary>
    public required IReadOnlySet<Group> SameSources { get; init; }

    /// <summary>Whether the bytes of residents and withheld homes, or how they are read, differ.</summary>
    public required bool OtherResidents { get; init; }

    /// <summary>The old sources of some groups with their ids.</summary>
    public IReadOnlyList<(string Id, Source Source)> Of(Predicate<Group> groups) =>
        [.. _found.Where(f => Groups.Of(Doors.TypeOf(f.Value)) is { } group && groups(group)).Select(f => (f.Key, f.Value))];

    /// <summary>Looks for the inputs; null where the earlier configuration is in a form that this version does not know.</summary>
    public static EarlierInputs? Look(PreviousRun previous, LoadedConfig loaded, IReadOnlyList<InputFile> today)
    {
        InventoryConfig? config;
        try
        {
            config = JsonSerializer.Deserialize<InventoryConfig>(previous.Configuration, Lenient);
            if (config?.Candidates is null)
            {
                return null;
            }

            // Nobody vouches for what a manifest says: limits of settlements that would tell of a household are as unknown here as anywhere.
            ConfigRules.CheckSettlements(config, loaded.Path);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or InputException)
        {
            return null;
        }

        Dictionary<string, Source> old = new LoadedConfig(config!, loaded.Folder, loaded.Path) { Written = loaded.Written }.Sources.ToDictionary(static s => s.Id, static s => s.Source, StringComparer.Ordinal);
        Dictionary<string, Source> named = loaded.Sources.ToDictionary(static s => s.Id, static s => s.Source, StringComparer.Ordinal);
        ILookup<Group?, string?> then = previous.Inputs.Where(i => old.ContainsKey(i.Id)).ToLookup(static i => Groups.Of(i.Type), i => Fingerprint(i.Type, i.Sha256, old[i.Id]));
        ILookup<Group?, string?> now = today.Where(f => named.ContainsKey(f.Id)).ToLookup(static f => Groups.Of(f.Type), f => Fingerprint(f.Type, f.Sha256, named[f.Id]));
        HashSet<Group> same = [.. Groups.Replaced.Where(g => Same(g, then[g], now[g]))];
        HashSet<Group> changed = [.. Groups.Replaced.Where(g => !same.Contains(g) || Groups.Members(config!, g) != Groups.Members(loaded.Config, g))];
        List<(string Id, Source? Where)> places =
        [
            .. previous.Inputs.Where(static i => Groups.Of(i.Type) is not (null or Group.Registrations)).Select(i => (i.Id, Find(i, old.GetValueOrDefault(i.Id), previous, loaded, today, named))),
        ];
        HashSet<Group> gone = [.. changed.Where(g => previous.Inputs.Any(i => Groups.Of(i.Type) == g && places.Any(p => p.Id == i.Id && p.Where is null)))];
        EarlierInputs inputs = new(config!) { Changed = changed, SameSources = same, Gone = gone, OtherResidents = !Same(Group.Registrations, then[Group.Registrations], now[Group.Registrations]) };
        foreach ((string id, Source? where) in places)
        {
            if (where is null)
            {
                inputs._missing.Add(id);
            }
            else
            {
                inputs._found.Add(id, where);
            }
        }

        return inputs;
    }

    // Of withheld homes nothing is told but that there is such a list; its bytes are in the hash of the residents.
    private static string? Fingerprint(string type, string? sha256, Source source) =>
        type == "withheld" ? Groups.Members(source) : sha256 is null ? null : $"{type} {sha256} {Groups.Members(source)}";

    /// <summary>Whether a group's sources hold the same bytes, read in the same way, whatever their names and order; of a follow-up the later row counts, so its order does too.</summary>
    private static bool Same(Group group, IEnumerable<string?> then, IEnumerable<string?> now) => !then.Concat(now).Contains(null)
        && (group == Group.FollowUp ? then.SequenceEqual(now) : then.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal)));

    private static Source? Find(
        PreviousInput input, Source? old, PreviousRun previous, LoadedConfig loaded, IReadOnlyList<InputFile> today, Dictionary<string, Source> named)
    {
        if (old is null || input.Sha256 is null)
        {
            return null;
        }

        if (today.FirstOrDefault(f => f.Type == input.Type && f.Sha256 == input.Sha256) is { } same)
        {
            return old with { Path = loaded.Resolve(named[same.Id].Path!) };
        }

        string?[] beside = [loaded.Config.Previous?.Config is { } config ? Path.GetDirectoryName(loaded.Resolve(config)) : null, Path.GetDirectoryName(previous.Folder), loaded.Folder];
        foreach (string folder in beside.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            string path = (loaded with { Folder = folder }).Resolve(old.Path!);
            if ((File.Exists(path) || Directory.Exists(path)) && IsStill(path, input.Sha256))
            {
                return old with { Path = path };
            }
        }

        return null;
    }

    private static bool IsStill(string path, string sha256)
    {
        try
        {
            return FileState.Of(path).Sha256 == sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
