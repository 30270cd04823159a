using HousingInventory.Diagnostics;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Conversions;
using HousingInventory.Plan.Landlords;
using HousingInventory.Plan.Placement;
using HousingInventory.Score;

namespace HousingInventory.Plan.Facts;

/// <summary>Who needs a home, and who keeps the one it has.</summary>
internal sealed record Needs(IReadOnlyList<Household> Seeking, IReadOnlyList<(Household Household, Site Site)> Keeping)
{
    /// <summary>Whether a household waits for a home, or for word that it keeps the one it has.</summary>
    public static bool IsSeeking(Household household) => household.Status is HouseholdStatus.Expected or HouseholdStatus.Assigned or HouseholdStatus.Offered;

    public static Needs Of(IEnumerable<Household> households, IReadOnlyDictionary<string, Site> sites, Beds beds, PlanConfig config, Run run)
    {
        List<Household> seeking = [];
        List<(Household, Site)> keeping = [];
        foreach (Household household in households.Where(IsSeeking))
        {
            if (config.Norm is Norm.Norm3 or Norm.Reasonable && household.Composition is null)
            {
                run.Notice(new CompositionMissing(Terms.Key(config.Norm)) { Source = household.Source, Row = household.Row });
            }

            if (household is not { CurrentHome: { } current, MustMove: false })
            {
                seeking.Add(household);
            }
            else if (sites.TryGetValue(current, out Site? site))
            {
                keeping.Add((household, site));
                if (!beds.Fits(household, site.Home))
                {
                    run.Notice(new KeepsCrowdedHome { Source = household.Source, Row = household.Row });
                }
            }
            else
            {
                run.Notice(new CurrentHomeUnknown { Source = household.Source, Row = household.Row });
                seeking.Add(household);
            }
        }

        return new Needs(seeking, keeping);
    }
}

/// <summary>Rows about households that are past their day of deletion, in every table that speaks of them.</summary>
internal static class Deletions
{
    public static IReadOnlyList<RowToDelete> Of(PlanRows rows, SupportConfig config)
    {
        Dictionary<string, DateOnly> days = rows.PastDeletion.ToDictionary(h => h.Case, h => Follow.Deletion.DayOf(h, config), StringComparer.Ordinal);
        return
        [
            .. rows.PastDeletion.Select(h => (h.Source, h.Row, h.Case))
                .Concat(rows.Support.Where(s => days.ContainsKey(s.Case)).Select(s => (s.Source, s.Row, s.Case)))
                .Concat(rows.Decisions.Where(d => d.Case is { } about && days.ContainsKey(about)).Select(d => (d.Source, d.Row, d.Case!)))
                .Select(r => new RowToDelete(r.Source, r.Row, r.Item3, days[r.Item3])),
        ];
    }
}

/// <summary>What to bring to the bus company, village by village.</summary>
internal static class BusTalk
{
    public static IReadOnlyList<VillageTalk> Of(
        PlacementPlan placement, IReadOnlyList<ScreenedPremises> premises, IReadOnlyList<RunCandidate> candidates, MeasuredPlaces places)
    {
        string? usableDay = places.Criteria.OfType<UsefulDayCriterion>().FirstOrDefault()?.Name;
        Site[] ready = [.. placement.WithoutHousehold.Where(s => s is { Status: HomeStatus.Ready, Village.Length: > 0 })];
        ScreenedPremises[] usable = [.. premises.Where(p => p is { Class: PremisesClass.Suitable or PremisesClass.Possible, Village.Length: > 0 })];
        return
        [
            .. ready.Select(s => s.Village).Concat(usable.Select(p => p.Village)).Concat(candidates.Select(c => c.Locality)).Distinct()
                .Order(StringComparer.Ordinal).Select(village =>
            {
                Site[] homes = [.. ready.Where(s => s.Village == village)];
                RunCandidate[] there = [.. candidates.Where(c => c.Locality == village)];
                double[] days = [.. homes.Select(s => usableDay is not null && s.Measures.TryGetValue(usableDay, out SiteMeasure m) ? m.Value : null)
                    .Concat(there.Select(c => c.UsefulDay)).OfType<double>()];
                return new VillageTalk(
                    village, homes.Length, homes.Sum(s => s.Beds ?? 0), usable.Where(p => p.Village == village).Sum(p => p.Units), there.Length,
                    days.Length == 0 ? null : days.Average(),
                    there.Select(c => c.WeakestErrand).OfType<string>().GroupBy(e => e).OrderByDescending(g => g.Count())
                        .ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key);
            }),
        ];
    }
}
