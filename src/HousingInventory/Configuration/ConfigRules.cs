using System.Globalization;
using System.Text.RegularExpressions;
using HousingInventory.Analyses;
using HousingInventory.Analyses.WhatIf;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Flag;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Score;

namespace HousingInventory.Configuration;

/// <summary>What a configuration must hold beside its shape. The first broken rule ends the command with one line.</summary>
internal static partial class ConfigRules
{
    private static readonly string[] ReservedEndings =
        ["_points", "_missing", "_one_way", "_booked", "_holiday", "_best", "_failing", "_class", "_share", "_before", "_after"];

    private static readonly string[] DayTypes = ["term", "holiday", "friday", "saturday", "sunday"];

    public static void Check(LoadedConfig loaded)
    {
        InventoryConfig config = loaded.Config;
        CheckSources(loaded);
        CheckPlace(config, loaded.Path);
        SplitRules.Check(loaded);
        CheckDays(config, loaded.Path);
        CheckLimits(config, loaded.Path);
        CheckFilter(loaded);
        CheckCriteria(loaded);
        CheckAnalyses(loaded);
        CheckScenarios(loaded);
        CheckOutputs(config, loaded.Path);
        Require(config.Previous is null || !string.IsNullOrWhiteSpace(config.Previous.Results), loaded.Path, "previous", "needs a results folder");
        Require(config.Previous?.Config is null || File.Exists(loaded.Resolve(config.Previous.Config)), loaded.Path, "previous.config", "does not exist; check the path");
        if (config.Plan is { } plan)
        {
            Plan.PlanRules.Check(plan, config, loaded.Path);
        }
    }

    private static void CheckSources(LoadedConfig loaded)
    {
        InventoryConfig config = loaded.Config;
        if (config.Plan is null)
        {
            CheckRegisters(loaded);
        }

        for (int i = 0; i < config.Sources.Count; i++)
        {
            Source source = config.Sources[i];
            string at = Invariant($"sources[{i}]");
            Require(!string.IsNullOrWhiteSpace(source.Path) && !source.Path.Contains('\0'), loaded.Path, at, "needs a \"path\"");
            CheckWords(loaded.Path, at, source);
            Require(source is not ServicesSource { Category: { } category } || category.Trim().Length > 0, loaded.Path, at + ".category", "must be a word, such as grocery");
            Require(source.Delimiter is null || source.Delimiter.Length == 1, loaded.Path, at + ".delimiter", "must be one character");
            Require(source.Crs is null || CrsTable.FindByText(source.Crs) is not null, loaded.Path, at + ".crs", "is not a CRS that this tool knows; write EPSG:3006 or the like");
            Require(!IsTable(source.Path!) || source.Connection is not null, loaded.Path, at, "reads from PostGIS and needs a \"connection\": \"env:NAME\"");
            Require(
                source.Connection is null || Secret.IsNamed(source.Connection), loaded.Path, at + ".connection", "must be \"env:NAME\": secrets stand in environment variables");
        }

        if (loaded.SourceIds.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Broken(loaded.Path, "sources", $"has two with the id '{twice.Key}'; give each its own");
        }
    }

    /// <summary>The registers without which there is no inventory; a configuration with a plan may have none.</summary>
    /// <exception cref="InputException">One is missing.</exception>
    public static void CheckRegisters(LoadedConfig loaded)
    {
        foreach (string needed in (string[])["buildings", "residents"])
        {
            Require(loaded.Config.Sources.Any(s => Doors.TypeOf(s) == needed), loaded.Path, "sources", $"needs one of type \"{needed}\"");
        }
    }

    /// <summary>The names that a source may use: of its layouts, and of what columns may mean.</summary>
    private static void CheckWords(string path, string at, Source source)
    {
        SourceVocabulary known = source.Vocabulary;
        string type = Doors.TypeOf(source);
        if (source.Layout is { } layout && known.Find(layout) is null)
        {
            string[] names = [.. known.Layouts.Select(static l => l.Name)];
            throw Broken(path, at + ".layout", $"is '{layout}', which '{type}' does not have; did you mean '{Nearest.Of(layout, names)}'? It has {string.Join(", ", names)}");
        }

        string[] words = [.. known.Columns.Select(static w => w.Target).Concat(known.Tags).Distinct(StringComparer.Ordinal)];
        foreach (string said in source.Columns.Keys.Where(k => !words.Contains(k)))
        {
            throw Broken(path, Invariant($"{at}.columns.{said}"), words.Length == 0
                ? Sentence.Of($"is not known: '{type}' names no columns; leave \"columns\" out")
                : Sentence.Of($"is not known; did you mean '{Nearest.Of(said, words)}'? '{type}' knows {string.Join(", ", words)}"));
        }
    }

    private static void CheckPlace(InventoryConfig config, string path)
    {
        Crs? crs = CrsTable.FindByText(config.Crs);
        Require(crs is not null, path, "crs", $"is '{config.Crs}', which this tool does not know; write EPSG:3006 or the like");
        Require(!crs!.IsGeographic && crs.Epsg != 3857, path, "crs", "must be in metres on the ground, for example EPSG:3006");
        Require(
            config.Centre is null || (config.Centre.Count == 2 && Math.Abs(config.Centre[0]) <= 180 && Math.Abs(config.Centre[1]) <= 90),
            path, "centre", "must be [longitude, latitude] in degrees");
        foreach (string code in config.Municipality)
        {
            Require(code.Length == 4 && code.All(char.IsAsciiDigit), path, "municipality", $"is '{code}'; a municipality code has four digits");
        }
    }

    private static void CheckDays(InventoryConfig config, string path)
    {
        foreach ((string name, IReadOnlyList<IReadOnlyList<DateOnly>> spans) in
            (ReadOnlySpan<(string, IReadOnlyList<IReadOnlyList<DateOnly>>)>)[("days.schoolTerms", config.Days.SchoolTerms), ("days.schoolHolidays", config.Days.SchoolHolidays)])
        {
            Require(spans.All(s => s.Count == 2 && s[0] <= s[1]), path, name, "must hold pairs of first and last day, in order");
        }

        foreach ((string type, string day) in config.ServiceDays)
        {
            Require(DayTypes.Contains(type), path, "serviceDays." + type, $"is not known; did you mean '{Nearest.Of(type, DayTypes)}'?");
            Require(
                day == "auto" || DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                path, "serviceDays." + type, "must be \"auto\" or a date written \"yyyy-MM-dd\"");
        }

        foreach ((string type, string use) in config.Transit.RouteTypes)
        {
            Require(int.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out _), path, "transit.routeTypes." + type, "must be a GTFS route type, a number");
            Require(use is "ordinary" or "booked" or "left-out", path, "transit.routeTypes." + type, "must be ordinary, booked or left-out");
        }
    }

    private static void CheckLimits(InventoryConfig config, string path)
    {
        Require(config.Walking.MetresPerMinute is > 0 and <= 1000, path, "walking.metresPerMinute", "must be above 0");
        foreach ((string name, double value) in (ReadOnlySpan<(string, double)>)[
            ("walking.maxToRoadM", config.Walking.MaxToRoadM), ("walking.fragmentM", config.Walking.FragmentM),
            ("transit.maxWalkM", config.Transit.MaxWalkM), ("transit.maxWalkAtPlaceM", config.Transit.MaxWalkAtPlaceM),
            ("transit.maxTransferWalkM", config.Transit.MaxTransferWalkM), ("transit.boardSlackS", config.Transit.BoardSlackS),
            ("transit.minTransferS", config.Transit.MinTransferS), ("candidates.stopWithinM", config.Candidates.StopWithinM ?? 0),
            ("candidates.footprintM2.min", config.Candidates.FootprintM2?.Min ?? 0), ("candidates.footprintM2.max", config.Candidates.FootprintM2?.Max ?? 0)])
        {
            Require(value >= 0, path, name, "must not be negative");
        }

        Require(
            config.Candidates.FootprintM2 is not { Min: { } min, Max: { } max } || min <= max, path, "candidates.footprintM2", "has a min above its max");
        Require(config.Candidates.StopMinDepartures >= 1, path, "candidates.stopMinDepartures", "must be at least 1");
        Require(config.Robustness?.Draws is null or (>= 100 and <= 100_000), path, "robustness.draws", "must be between 100 and 100000");
        Require(config.Robustness is null or { Seed: >= 0 }, path, "robustness.seed", "must not be negative");
        Require(config.Shortlist.Top >= 1, path, "shortlist.top", "must be at least 1");
        Require(config.Shortlist.PerLocality is null or >= 1, path, "shortlist.perLocality", "must be at least 1, or null for any number");
        Require(config.Shortlist.LeaveOutLocalities.All(static name => !string.IsNullOrWhiteSpace(name)), path, "shortlist.leaveOutLocalities", "must hold names of localities");
        Require(
            config.Linkage is { RefuseUnder: >= 0 and <= 1, WarnUnder: >= 0 and <= 1 } && config.Linkage.RefuseUnder <= config.Linkage.WarnUnder,
            path, "linkage", "must have 0 <= refuseUnder <= warnUnder <= 1");
        foreach ((string name, int value) in (ReadOnlySpan<(string, int)>)[
            ("unpackedTimes", config.Limits.UnpackedTimes), ("unpackedMB", config.Limits.UnpackedMB), ("files", config.Limits.Files), ("columns", config.Limits.Columns),
            ("textCharacters", config.Limits.TextCharacters), ("corners", config.Limits.Corners), ("outlineCorners", config.Limits.OutlineCorners)])
        {
            Require(value >= 1, path, "limits." + name, "must be at least 1");
        }

        Require(config.Limits.ValueMB is >= 1 and < 2048, path, "limits.valueMB", "must be 1 to 2047");
        CheckSettlements(config, path);
    }

    /// <summary>What settlements may ask, so that none tells of a single household.</summary>
    /// <exception cref="InputException">They ask more.</exception>
    internal static void CheckSettlements(InventoryConfig config, string path)
    {
        foreach (SettlementConfig settlement in config.Candidates.Settlements ?? [])
        {
            Require(settlement.MaxGapM > 0, path, "candidates.settlements", "needs a maxGapM above 0");
            Require(settlement.MinResidents >= 10, path, "candidates.settlements", "needs a minResidents of at least 10: a smaller one would tell of single households");
            Require(settlement.PersonsPerHome is >= 1 and <= 5, path, "candidates.settlements", "needs a personsPerHome from 1 to 5");
        }
    }

    /// <summary>A filter test that the user wrote is refused where its source is missing; a default one is off, with a notice.</summary>
    private static void CheckFilter(LoadedConfig loaded)
    {
        bool written = loaded.Written.Contains("candidates.stopWithinM") || loaded.Written.Contains("candidates.stopMinDepartures");
        Require(
            !written || loaded.Config.Candidates.StopWithinM is null || loaded.Config.Sources.Any(s => Doors.TypeOf(s) == "timetable"),
            loaded.Path, "candidates.stopWithinM", "needs a source of type \"timetable\"; add one, or set it to null");
    }

    private static void CheckCriteria(LoadedConfig loaded)
    {
        if (loaded.Config.Criteria is not { } criteria)
        {
            return;
        }

        for (int i = 0; i < criteria.Count; i++)
        {
            Criterion criterion = criteria[i];
            string at = Invariant($"criteria[{i}]");
            Require(NamePattern().IsMatch(criterion.Name), loaded.Path, at + ".name", "must be lower-case letters, digits and _, starting with a letter, at most 54");
            Require(!ResultLayers.FixedNames.Contains(criterion.Name) && criterion.Name is not ("before" or "after" or "effect"), loaded.Path, at + ".name", $"is '{criterion.Name}', which is already a column of the results");
            Require(
                !ReservedEndings.Any(e => criterion.Name.EndsWith(e, StringComparison.Ordinal)), loaded.Path, at + ".name", $"must not end in {string.Join(", ", ReservedEndings)}");
            Require(criteria.Take(i).All(c => c.Name != criterion.Name), loaded.Path, at + ".name", $"is '{criterion.Name}' a second time");
            Require(criterion.Weight is >= 0 and < 1e9, loaded.Path, at + ".weight", "must not be negative, and below 1000000000");
            Require(criterion.Must is null or { AtLeastPoints: >= 0 and <= 100 }, loaded.Path, at + ".must", "needs \"atLeastPoints\", 0 to 100");
            Require(
                criterion.Shape == Shape.Logistic || (criterion.Median is null && criterion.Deviation is null), loaded.Path, at, "has a median or a deviation, which only the shape logistic uses");
            Require(Criterion.IsLabel(criterion.Label), loaded.Path, at + ".label", "must have texts by language: { \"sv\": ..., \"en\": ... }");
            if (criterion.Fault() is { } fault)
            {
                throw new InputException($"{loaded.Path}: {at}{fault}.");
            }

            Require(
                !criterion.NeedsCentre(hasServices: true) || loaded.Config.Centre is not null || loaded.Config.Centres is not null, loaded.Path, at, $"(type {Doors.TypeOf(criterion)}) needs a \"to\", or a \"centre\" of the configuration");
            foreach (string needed in criterion.Needs)
            {
                Require(
                    loaded.Config.Sources.Any(s => Doors.TypeOf(s) == needed), loaded.Path, at, $"(type {Doors.TypeOf(criterion)}) needs a source of type \"{needed}\"");
            }
        }

        Require(criteria.Count > 0 && criteria.Sum(c => c.Weight) > 0, loaded.Path, "criteria", "needs at least one weight above 0");
    }

    private static void CheckAnalyses(LoadedConfig loaded)
    {
        IReadOnlyList<Criterion> criteria = loaded.Config.Criteria ?? StandardCriteria.All;
        IReadOnlyList<Analysis> analyses = loaded.Config.Analyses ?? [];
        for (int i = 0; i < analyses.Count; i++)
        {
            Analysis analysis = analyses[i];
            string at = Invariant($"analyses[{i}]");
            Require(NamePattern().IsMatch(analysis.Name), loaded.Path, at + ".name", "must be lower-case letters, digits and _, starting with a letter, at most 54");
            Require(
                analyses.Take(i).All(a => a.Name != analysis.Name) && criteria.All(c => c.Name != analysis.Name) && !ResultLayers.FixedNames.Contains(analysis.Name),
                loaded.Path, at + ".name", $"is '{analysis.Name}', which an analysis, a criterion or a column of the results is called already");
            if (analysis.Fault(criteria) is { } fault)
            {
                throw new InputException($"{loaded.Path}: {at}{fault}.");
            }

            foreach (string needed in analysis.Needs)
            {
                Require(
                    loaded.Config.Sources.Any(s => Doors.TypeOf(s) == needed), loaded.Path, at, $"(type {Doors.TypeOf(analysis)}) needs a source of type \"{needed}\"");
            }
        }
    }

    private static void CheckScenarios(LoadedConfig loaded)
    {
        InventoryConfig config = loaded.Config;
        bool Has(string type) => config.Sources.Any(s => Doors.TypeOf(s) == type);
        if (config.Costs?.Fault() is { } costs)
        {
            throw new InputException($"{loaded.Path}: costs{costs}.");
        }

        if (config.WhatIf?.Fault() is { } whatIf)
        {
            throw new InputException($"{loaded.Path}: whatIf{whatIf}.");
        }

        if (ScenarioRules.Fault(config.Scenarios ?? [], config.Criteria ?? StandardCriteria.All, Has("timetable"), Has("roads")) is { } fault)
        {
            throw new InputException($"{loaded.Path}: {fault}.");
        }

        // What a scenario overrides must hold by itself, and its weights must be those of the criteria that hold in it.
        for (int i = 0; i < (config.Scenarios?.Count ?? 0); i++)
        {
            Scenario scenario = config.Scenarios![i];
            string at = Invariant($"scenarios[{i}]");
            IReadOnlyList<Criterion>? criteria = scenario.Override is { } members ? ConfigReader.Overlaid(loaded, members, at + ".override").Config.Criteria : null;
            if (scenario.Override is not null && ScenarioRules.WeightFault(scenario, criteria ?? StandardCriteria.All) is { } weights)
            {
                throw new InputException($"{loaded.Path}: {at}{weights}.");
            }
        }
    }

    private static void CheckOutputs(InventoryConfig config, string path)
    {
        if (config.Outputs is { } outputs)
        {
            Require(outputs.Count > 0, path, "outputs", "must name at least one output, or be left out");
            if (outputs.GroupBy(Doors.TypeOf).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw Broken(path, "outputs", $"names '{twice.Key}' twice");
            }

            for (int i = 0; i < outputs.Count; i++)
            {
                if (outputs[i].Fault() is { } fault)
                {
                    throw new InputException($"{path}: outputs[{i}]{fault}.");
                }
            }
        }
    }

    private static bool IsTable(string path) => path.StartsWith("postgis:", StringComparison.Ordinal);

    internal static void Require(bool holds, string path, string at, Sentence sentence)
    {
        if (!holds)
        {
            throw Broken(path, at, sentence);
        }
    }

    private static InputException Broken(string path, string at, Sentence sentence) => new($"{path}: {at} {sentence}.");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,53}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
