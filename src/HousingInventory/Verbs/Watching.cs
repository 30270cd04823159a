using System.Text.Json;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Rank;
using HousingInventory.Score;

namespace HousingInventory.Verbs;

/// <summary>
/// Runs again and again with one result: that of a fresh run. Registers and linkage are kept between runs, and so are the answers to every building and what the
/// criteria measured, and what a changed configuration asks of them is asked again; they are made anew when a source has changed, or a member that they were made by.
/// No registration is kept.
/// </summary>
public sealed class Watching
{
    private Held? _held;
    private Asked? _asked;

    /// <summary>Whether the last run read the sources.</summary>
    public bool HasRead { get; private set; }

    /// <summary>Analyses and writes the results into a folder.</summary>
    /// <param name="loaded">The configuration as it is now.</param>
    /// <param name="folder">The folder for the results.</param>
    /// <param name="run">Progress, notices and times of this run.</param>
    /// <exception cref="InputException">It cannot be done as asked; then nothing was written.</exception>
    public Results Run(LoadedConfig loaded, string folder, Run run)
    {
        if (loaded.PreviousFolder is not null)
        {
            // What changed since an earlier run is told by linking today's registrations again, and none is kept.
            (_held, _asked, HasRead) = (null, null, true);
            return Pipeline.Run(loaded, folder, run);
        }

        Pipeline.MayWrite(loaded, folder);
        ConfigRules.CheckRegisters(loaded);
        Linked linked = Link(loaded, run);
        Asked asked = Flag(linked, loaded.Config, run);
        asked.Known.Begin();
        Results results = Pipeline.Judge(asked.Answers, loaded.Config, run, asked.Known);
        asked.Known.Limits = results.Limits;
        Pipeline.Write(results, loaded.Config, folder, run);
        return results;
    }

    private Linked Link(LoadedConfig loaded, Run run)
    {
        string key = MadeBy(loaded.Config);
        string sources = SourcesNow(loaded);
        HasRead = _held is null || _held.MadeBy != key || _held.Sources != sources;
        if (HasRead)
        {
            (_held, _asked) = (null, null);
            Linked linked = Pipeline.Link(Pipeline.Deliver(loaded, run), loaded, run);
            Held held = new(key, sources, linked, new NoticeLog(), new NoticeLog());
            held.Notices.AddAll(run.Notices);
            held.ForOfficer.AddAll(run.ForOfficer);
            _held = held;
            return linked;
        }

        run.Notices.AddAll(_held!.Notices);
        run.ForOfficer.AddAll(_held.ForOfficer);
        return _held.Linked;
    }

    // The answers, and the measures of those that are candidates, as long as nothing is changed that they depend on besides registers and linkage.
    private Asked Flag(Linked linked, InventoryConfig config, Run run)
    {
        string by = JsonSerializer.Serialize(new InventoryConfig { Candidates = config.Candidates, Expected = config.Expected, Centre = config.Centre }, MemberJson.Options);
        if (_asked?.By != by)
        {
            Run apart = new(null, run.Cancellation);
            _asked = new Asked(by, run.Clock.Time("Flag", () => Pipeline.Flag(linked, config, apart)), apart.Notices, new Known());
        }

        run.Notices.AddAll(_asked.Notices);
        return _asked;
    }

    /// <summary>
    /// Sources as their folders show them: names, lengths and times of each file and of those that stand beside it under the same name, as the parts of a
    /// Shapefile do. A change in a database does not show.
    /// </summary>
    public static string SourcesNow(LoadedConfig loaded) => string.Join('\n', loaded.SourcePaths.SelectMany(p => Parts(p.Full)).Select(FileNow));

    /// <summary>A file as its folder shows it; the empty text when it is not there.</summary>
    public static string FileNow(string path)
    {
        FileInfo file = new(path);
        return file.Exists ? FormattableString.Invariant($"{path} {file.Length} {file.LastWriteTimeUtc.Ticks}") : "";
    }

    private static IEnumerable<string> Parts(string path)
    {
        EnumerationOptions options = new() { IgnoreInaccessible = true, MatchType = MatchType.Simple };
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*", options).Order(StringComparer.Ordinal);
        }

        string stem = Path.GetFileNameWithoutExtension(path) + ".";
        return Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", options).Where(f => Path.GetFileName(f).StartsWith(stem, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The members that registers and linkage are made by; those that only later stages look at are left out.</summary>
    private static string MadeBy(InventoryConfig config) => JsonSerializer.Serialize(
        config with
        {
            Schema = null,
            Title = null,
            Purpose = null,
            Responsible = null,
            DeleteAfter = null,
            Centre = null,
            Candidates = new CandidatesConfig { StopMinDepartures = config.Candidates.StopMinDepartures },
            Criteria = null,
            Shortlist = new ShortlistConfig(),
            Robustness = null,
            Expected = new ExpectedConfig(),
            References = [],
            Analyses = null,
            Outputs = null,
            Plan = null,
        },
        MemberJson.Options);

    /// <param name="MadeBy">Members of the configuration.</param>
    /// <param name="Sources">The files as they were before they were read.</param>
    /// <param name="Linked">Registers and counts.</param>
    /// <param name="Notices">What was told on the way to them.</param>
    /// <param name="ForOfficer">What only the register officer was told.</param>
    private sealed record Held(string MadeBy, string Sources, Linked Linked, NoticeLog Notices, NoticeLog ForOfficer);

    /// <param name="By">Members of the configuration.</param>
    /// <param name="Answers">What every building is.</param>
    /// <param name="Notices">What was told on the way to them.</param>
    /// <param name="Known">What was found of the candidates.</param>
    private sealed record Asked(string By, Answers Answers, NoticeLog Notices, Known Known);
}
