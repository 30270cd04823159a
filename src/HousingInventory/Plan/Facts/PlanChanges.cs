using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan;

/// <summary>What a household's line in proposals.csv says.</summary>
internal sealed record PreviousLine(ProposalState State, string? Home);

/// <summary>What has changed since the plan before.</summary>
/// <param name="Since">The day of that plan.</param>
/// <param name="New">Households that are proposed a home and were not.</param>
/// <param name="Moved">Households that are proposed another home: number, home before, home now.</param>
/// <param name="Gone">Numbers of households that were proposed a home and no longer are in the plan, or are without.</param>
/// <param name="NewHomes">Homes that are in the plan and were not.</param>
/// <param name="Passed">Households whose latest day has passed since.</param>
/// <param name="Followed">Of the households that staff have settled since, how many got the home that was proposed, and how many there are.</param>
public sealed record PlanChanges(
    DateOnly Since, IReadOnlyList<string> New, IReadOnlyList<(string Case, string Before, string Now)> Moved, IReadOnlyList<string> Gone,
    IReadOnlyList<string> NewHomes,
    IReadOnlyList<string> Passed, (int Followed, int Decided) Followed);

/// <summary>The plan before this one, from its own files.</summary>
internal sealed class PreviousPlan
{
    private readonly Dictionary<string, PreviousLine> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> _homes = new(StringComparer.Ordinal);

    public required DateOnly AsOf { get; init; }

    /// <summary>Reads proposals.csv and the manifest of a folder; null when none is named, or it cannot be read, which is told.</summary>
    public static PreviousPlan? Read(PlanConfig config, LoadedConfig loaded, Run run)
    {
        if (config.Previous is not { } named)
        {
            return null;
        }

        string folder = loaded.Resolve(named);
        try
        {
            using System.Text.Json.JsonDocument manifest = Export.ManifestFile.Open(Path.Combine(folder, "manifest.json"));
            string asOf = manifest.RootElement.GetProperty("asOf").GetString()!;
            PreviousPlan plan = new() { AsOf = DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
            foreach (System.Text.Json.JsonElement home in manifest.RootElement.GetProperty("plan").GetProperty("homes").EnumerateArray())
            {
                plan._homes.Add(home.GetString()!);
            }

            using IFeatureCursor cursor = DataFile.Open(Path.Combine(folder, "proposals.csv"), new ReadOptions(null, null, null, null), static l => l[0].Name);
            int At(params string[] headings) => cursor.Layer.Columns.Select((c, i) => (c.Name, i)).First(c => headings.Contains(c.Name)).i;

            // Headings and words are those of the plan's language.
            (int number, int home2, int state) = (At("Hushåll", "Household"), At("Bostad", "Home"), At("Läge i planen", "State"));
            Dictionary<string, ProposalState> states = Enum.GetValues<ProposalState>()
                .SelectMany(s => Enum.GetValues<Language>().Select(l => (Terms.Label(s, l), s))).DistinctBy(s => s.Item1)
                    .ToDictionary(s => s.Item1, s => s.s, StringComparer.Ordinal);
            while (cursor.Read())
            {
                if (cursor.Text(number) is { } key && cursor.Text(state) is { } word && states.TryGetValue(word, out ProposalState said))
                {
                    plan._lines[key] = new PreviousLine(said, cursor.Text(home2));
                }
            }

            return plan;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException or DataFormatException
            or KeyNotFoundException or InvalidOperationException or FormatException or InputException)
        {
            run.Notice(new PreviousUnreadable(named));
            return null;
        }
    }

    /// <summary>What is different now.</summary>
    /// <param name="plan">The plan of today.</param>
    /// <param name="sites">Its homes.</param>
    /// <param name="settled">Home by household of those that have been given one, or are locked to one.</param>
    public PlanChanges To(PlacementPlan plan, IReadOnlyList<Site> sites, IReadOnlyDictionary<string, string> settled)
    {
        List<string> added = [];
        List<(string, string, string)> moved = [];
        Dictionary<string, string> now = plan.Proposals.Where(p => p.State == ProposalState.Proposed)
            .ToDictionary(p => p.Household.Case, p => p.Site!.Id, StringComparer.Ordinal);
        foreach ((string household, string home) in now)
        {
            PreviousLine? before = _lines.GetValueOrDefault(household);
            if (before is not { State: ProposalState.Proposed or ProposalState.Locked, Home: { } was })
            {
                added.Add(household);
            }
            else if (was != home)
            {
                moved.Add((household, was, home));
            }
        }

        List<string> proposed = [.. _lines.Where(l => l.Value.State == ProposalState.Proposed).Select(l => l.Key).Order(StringComparer.Ordinal)];
        List<string> decided = [.. proposed.Where(settled.ContainsKey)];
        return new PlanChanges(
            AsOf, added, moved, [.. proposed.Where(c => !now.ContainsKey(c) && !settled.ContainsKey(c))],
            [.. sites.Select(s => s.Id).Where(id => !_homes.Contains(id))],
            [.. plan.Proposals.Where(p => p.State is ProposalState.Proposed or ProposalState.NotHoused)
                .Where(p => p.Household.LatestOn >= AsOf && p.Household.LatestOn < plan.AsOf).Select(p => p.Household.Case)],
            (decided.Count(c => settled[c] == _lines[c].Home), decided.Count));
    }
}
