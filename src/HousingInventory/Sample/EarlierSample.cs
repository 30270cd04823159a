using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;

namespace HousingInventory.Sample;

/// <summary>
/// A municipality with the month before: its sources, its results, and a configuration that holds the new run against them. In between, some households have moved
/// in, some houses have come into the register, and the limit to the stop has been raised.
/// </summary>
public static class EarlierSample
{
    /// <summary>Folder of the earlier sources.</summary>
    public const string Sources = "oktober";

    /// <summary>Folder of the earlier results.</summary>
    public const string Results = "ut-2026-10";

    /// <summary>Of so many lived-in houses one was empty, and of so many empty ones one was not in the register.</summary>
    private const int OneIn = 40;

    private const int OneNewIn = 25;

    /// <summary>Every name that it may write beside those of the sample.</summary>
    public static IReadOnlyList<string> AllNames { get; } = [Sources, Results];

    /// <summary>Writes the municipality, its earlier sources, and what a run of these gives.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static SampleSummary Write(string folder, SampleOptions options, CancellationToken cancel = default)
    {
        SampleSummary made = SampleFiles.Write(folder, TownBuilder.Build(options), options.ResidentsFormat, cancel);
        string before = Path.Combine(folder, Sources);
        SampleFiles.Write(before, Earlier(options), options.ResidentsFormat, cancel);
        Change(Path.Combine(before, "inventory.json"), text => WithNearerStops(text.Replace("2026-11-10", "2026-10-10", StringComparison.Ordinal)
            .Replace("2026-11-02", "2026-10-02", StringComparison.Ordinal).Replace("november", "oktober", StringComparison.Ordinal)));
        Change(Path.Combine(folder, "inventory.json"), text => text.Replace(
            "  \"purpose\":", $"  \"previous\": {{ \"results\": \"{Results}\", \"config\": \"{Sources}/inventory.json\" }},\n  \"purpose\":", StringComparison.Ordinal));
        Pipeline.Run(ConfigReader.Load(Path.Combine(before, "inventory.json")), Path.Combine(folder, Results), new Run(cancellation: cancel));
        return made;
    }

    /// <summary>The same town a month before.</summary>
    private static SampleTown Earlier(SampleOptions options)
    {
        SampleTown town = TownBuilder.Build(options);
        HashSet<SampleBuilding> livedIn = [.. town.Registrations.Select(static r => r.Home).OfType<SampleBuilding>()];
        HashSet<SampleBuilding> emptyThen = [.. town.Buildings.Where(livedIn.Contains).Where(static (_, i) => i % OneIn == 0)];
        town.Registrations.RemoveAll(r => r.Home is { } home && emptyThen.Contains(home));
        HashSet<SampleBuilding> notBuiltThen = [.. town.Buildings.Where(b => b.IsDwelling && !livedIn.Contains(b)).Where(static (_, i) => i % OneNewIn == 0)];
        town.Buildings.RemoveAll(notBuiltThen.Contains);
        return town;
    }

    private static string WithNearerStops(string text) => text.Contains("\"candidates\": {", StringComparison.Ordinal)
        ? text.Replace("\"candidates\": {", "\"candidates\": {\n    \"stopWithinM\": 700,", StringComparison.Ordinal)
        : text.Replace("  \"days\": {", "  \"candidates\": { \"stopWithinM\": 700 },\n  \"days\": {", StringComparison.Ordinal);

    private static void Change(string file, Func<string, string> how) => File.WriteAllText(file, how(File.ReadAllText(file)), new UTF8Encoding(false));
}
