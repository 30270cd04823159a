namespace HousingInventory.Routing.Transit;

/// <summary>The useful day of one home.</summary>
public sealed record UsefulDayResult
{
    /// <summary>Weights are counted in units of a sixtieth, so that a share over up to five days is exact.</summary>
    private const decimal Units = 60;

    /// <summary>Weight that works by weight in the timetables, 0 to 1; null if no errand is in the timetables.</summary>
    public decimal? Share { get; private init; }

    /// <summary>The same with booked trips allowed.</summary>
    public decimal? ShareBooked { get; private init; }

    /// <summary>The same over school holidays only; null if no errand has them.</summary>
    public decimal? ShareHoliday { get; private init; }

    /// <summary>Every errand on every day, in order; those not in the timetables too.</summary>
    public IReadOnlyList<ErrandResult> Results { get; internal init; } = [];

    /// <summary>The working errand with the least absence beyond its own length: index in <see cref="Results"/>; null if none works.</summary>
    public int? Best { get; private init; }

    /// <summary>The failing errand with the smallest miss, those without a number last: index in <see cref="Results"/>; null if none fails.</summary>
    public int? Failing { get; private init; }

    /// <summary>100 times the share, plus a part of what booked trips add; null without a share. Not rounded.</summary>
    /// <param name="onDemandCredit">0 (booked trips give nothing) to 1.</param>
    public decimal? Points(decimal onDemandCredit) => Share is { } u ? 100 * (u + (onDemandCredit * (ShareBooked!.Value - u))) : null;

    internal static UsefulDayResult From(IReadOnlyList<Errand> errands, IReadOnlyList<ErrandResult> results) => new()
    {
        Results = results,
        Share = ShareOf(errands, results, r => r.Ordinary.Works),
        ShareBooked = ShareOf(errands, results, r => r.Booked.Works),
        ShareHoliday = ShareOf(errands, results.Where(r => r.Day == ServiceDayType.Holiday), r => r.Ordinary.Works),
        Best = Least(results, r => r.Ordinary.Works, r => r.Ordinary.AbsenceS - errands[r.Errand].LengthS),
        Failing = Least(results, r => !r.Ordinary.Works && r.Ordinary.Reason != ErrandReason.NotInTimetable, r => r.Ordinary.MissS ?? int.MaxValue),
    };

    private static decimal? ShareOf(IReadOnlyList<Errand> errands, IEnumerable<ErrandResult> results, Func<ErrandResult, bool> works)
    {
        decimal all = 0;
        decimal working = 0;
        foreach (ErrandResult result in results.Where(r => r.Ordinary.Reason != ErrandReason.NotInTimetable))
        {
            decimal weight = errands[result.Errand].Weight * Units / errands[result.Errand].Days.Count;
            all += weight;
            working += works(result) ? weight : 0;
        }

        return all == 0 ? null : working / all;
    }

    private static int? Least(IReadOnlyList<ErrandResult> results, Func<ErrandResult, bool> counts, Func<ErrandResult, int> value)
    {
        int? least = null;
        for (int i = 0; i < results.Count; i++)
        {
            if (counts(results[i]) && (least is not { } so || value(results[i]) < value(results[so])))
            {
                least = i;
            }
        }

        return least;
    }
}
