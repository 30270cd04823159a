using System.Globalization;
using HousingInventory.Model;

namespace HousingInventory.Flag;

/// <summary>
/// How many candidates each numeric limit of the filter would give, were it another, all other tests as configured. Only homes that fail nothing else are
/// looked at; each has one value at which it comes in. How many live in a settlement is no such limit: counts of homes against it would count neighbours.
/// </summary>
public static class FilterLimits
{
    private static readonly double[] StopM = [250, 400, 500, 750, 1_000, 1_250, 1_500, 2_000, 3_000, 5_000];
    private static readonly double[] Departures = [1, 2, 4, 8, 14, 20];
    private static readonly double[] SmallestM2 = [30, 40, 50, 60, 80];
    private static readonly double[] LargestM2 = [150, 200, 250, 300, 400];
    private static readonly double[] DwellingGapM = [100, 200, 300, 500];
    private static readonly double[] ResidentGapM = [500, 1_000, 2_000];

    /// <summary>The counts, in the order of the limits in the configuration and ascending by limit; none for a test that is off.</summary>
    public static IReadOnlyList<LimitCount> Of(Registers registers, Linkage linkage, BoardingPosts? posts, Flags flags, CandidatesConfig config)
    {
        List<LimitCount> counts = [];
        if (config.FootprintM2 is { } range && Homes(flags, Term.Of(FunnelTest.Footprint)) is { } byFootprint)
        {
            double[] all = Filter.HouseFootprints(registers, linkage);
            double[] areas = [.. byFootprint.Select(b => all[b])];
            Add("footprintM2.min", range.Min, SmallestM2.Where(m2 => !(m2 > range.Max)), m2 => areas.Count(a => Filter.IsIn(a, range with { Min = m2 })));
            Add("footprintM2.max", range.Max, LargestM2.Where(m2 => !(m2 < range.Min)), m2 => areas.Count(a => Filter.IsIn(a, range with { Max = m2 })));
        }

        if (config.StopWithinM is { } withinM && posts is not null && Homes(flags, Term.Of(FunnelTest.Stop)) is { } byStop)
        {
            (double X, double Y)[] houses = [.. byStop.Select(b => (registers.Buildings[b].House.X, registers.Buildings[b].House.Y))];
            double[] limits = Values(withinM, StopM);
            long[] within = Within(houses, posts.WithAtLeast(config.StopMinDepartures), limits);
            Add("stopWithinM", withinM, StopM, m => within[Array.IndexOf(limits, m)]);
            int[] most = MostDepartures(houses, posts, withinM);
            Add("stopMinDepartures", config.StopMinDepartures, Departures, least => most.Count(d => d >= least));
        }

        for (int i = 0; i < flags.SettlementTests.Count; i++)
        {
            SettlementConfig settlement = config.Settlements![i];
            IReadOnlyList<int> homes = Homes(flags, flags.SettlementTests[i])!;
            Add(
                string.Create(CultureInfo.InvariantCulture, $"settlements[{i}].maxGapM"), settlement.MaxGapM,
                settlement.Between == Between.Dwellings ? DwellingGapM : ResidentGapM, gap => Inside(gap, settlement, homes));
        }

        return counts;

        void Add(string member, double? configured, IEnumerable<double> values, Func<double, long> count)
        {
            if (configured is { } chosen)
            {
                // Gaps are chained anew for each value, which is the only work worth sharing out; each count has a place of its own.
                counts.AddRange(Values(chosen, values).AsParallel().AsOrdered().Select(v => new LimitCount(member, v, count(v), v == chosen)));
            }
        }

        long Inside(double gap, SettlementConfig settlement, IReadOnlyList<int> homes)
        {
            if (gap == settlement.MaxGapM)
            {
                return flags.Candidates.Count;
            }

            bool[] inside = Settlements.Contain(registers, linkage, settlement with { MaxGapM = gap });
            return homes.Count(b => inside[b]);
        }
    }

    private static double[] Values(double configured, IEnumerable<double> others) => [.. others.Append(configured).Distinct().Order()];

    /// <summary>The candidates, and the homes that this test alone keeps out; null where the test is off.</summary>
    private static IReadOnlyList<int>? Homes(Flags flags, Term test) =>
        flags.KeptOutBy.TryGetValue(test.Key, out IReadOnlyList<int>? kept) ? [.. flags.Candidates, .. kept] : null;

    /// <summary>How many houses have a post within each limit. The limits ascend, so a house counts from its first on.</summary>
    private static long[] Within((double X, double Y)[] houses, BoardingPosts posts, double[] limits)
    {
        PlaceGrid[] grids = [.. limits.Select(m => new PlaceGrid([.. posts.X], [.. posts.Y], Math.Max(1, m)))];
        long[] counts = new long[limits.Length];
        foreach ((double x, double y) in houses)
        {
            int first = Array.FindIndex(limits, m => grids[Array.IndexOf(limits, m)].Any(x, y, m, static _ => true));
            for (int i = first; i >= 0 && i < limits.Length; i++)
            {
                counts[i]++;
            }
        }

        return counts;
    }

    private static int[] MostDepartures((double X, double Y)[] houses, BoardingPosts posts, double withinM)
    {
        PlaceGrid grid = new([.. posts.X], [.. posts.Y], Math.Max(1, withinM));
        return
        [
            .. houses.Select(h =>
            {
                int most = 0;
                _ = grid.Any(h.X, h.Y, withinM, post =>
                {
                    most = Math.Max(most, posts.Departures[post]);
                    return false;
                });
                return most;
            }),
        ];
    }
}
