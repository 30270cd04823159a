using System.Globalization;
using HousingInventory.Model.Supply;
using HousingInventory.Plan.Balance;
using HousingInventory.Plan.Placement;

namespace HousingInventory.Plan.Writing;

/// <summary>
/// Counts as a committee may see them. A number from 1 to 4 can point at a household, so cells are merged until there is none: months to quarters, quarters to
/// years, and then the sizes. A column whose whole sum is small no merging can save: all of it is said to be under five, and the others are not merged for it.
/// </summary>
/// <param name="Sizes">Classes of persons or beds; none where sizes are merged.</param>
/// <param name="Rows">By period and size.</param>
/// <param name="PeriodOf">The period of a month.</param>
internal sealed record CommitteeCounts(
    IReadOnlyList<string> Sizes, IReadOnlyList<(string Period, string Size, int Need, int Homes, int Unmet)> Rows, Func<DateOnly, string> PeriodOf)
{
    private const int Fewest = 5;

    /// <summary>Whether all households, all homes, and all that are not in time are so few that no number of them may stand.</summary>
    public (bool Need, bool Homes, bool Unmet) AreFew => (IsSmall(Rows.Sum(r => r.Need)), IsSmall(Rows.Sum(r => r.Homes)), IsSmall(Rows.Sum(r => r.Unmet)));

    /// <summary>Whether a number must not stand alone.</summary>
    public static bool IsSmall(long count) => Math.Abs(count) is > 0 and < Fewest;

    /// <summary>The finest table without a small cell; the coarsest when every one has one.</summary>
    public static CommitteeCounts Of(PlanResults results)
    {
        List<(DateOnly Month, string Size, BalancePart Part, int Count)> cells =
        [
            .. results.Balance.Cells.Where(c => c.Part is BalancePart.NeedKnown or BalancePart.Ready or BalancePart.Preparing or BalancePart.Unmet)
                .Select(c => (c.Month, c.SizeClass, c.Part, (int)Math.Round(c.Households))),
        ];
        Func<DateOnly, string>[] periods = [Quarter, static m => m.Year.ToString(CultureInfo.InvariantCulture), static _ => ""];
        CommitteeCounts? counts = null;
        foreach (bool bySize in (bool[])[true, false])
        {
            foreach (Func<DateOnly, string> period in periods)
            {
                counts = Of(cells, period, bySize);
                (bool fewNeed, bool fewHomes, bool fewUnmet) = counts.AreFew;
                if (!counts.Rows.Any(r => (!fewNeed && IsSmall(r.Need)) || (!fewHomes && IsSmall(r.Homes)) || (!fewUnmet && IsSmall(r.Unmet))))
                {
                    return counts;
                }
            }
        }

        return counts!;
    }

    private static CommitteeCounts Of(List<(DateOnly Month, string Size, BalancePart Part, int Count)> cells, Func<DateOnly, string> period, bool bySize)
    {
        List<(string, string, int, int, int)> rows =
        [
            .. cells.GroupBy(c => (Period: period(c.Month), Size: bySize ? c.Size : "")).OrderBy(g => g.Key.Period, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Size, StringComparer.Ordinal).Select(g => (
                g.Key.Period, g.Key.Size, g.Where(c => c.Part == BalancePart.NeedKnown).Sum(c => c.Count),
                g.Where(c => c.Part is BalancePart.Ready or BalancePart.Preparing).Sum(c => c.Count),
                g.Where(c => c.Part == BalancePart.Unmet).Sum(c => c.Count))),
        ];
        return new CommitteeCounts(bySize ? BalanceSheet.SizeClasses : [], rows, period);
    }

    private static string Quarter(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year} Q{((month.Month - 1) / 3) + 1}");

    /// <summary>Homes by channel: open ones, and those that households of the plan live in.</summary>
    public static IEnumerable<(Channel Channel, int Open, int Inhabited)> ByChannel(PlanResults results) => Enum.GetValues<Channel>().Select(channel =>
    {
        Site[] sites = [.. results.Sites.Where(s => s.Home.Channel == channel)];
        return (channel, sites.Count(s => s.Status is HomeStatus.Ready or HomeStatus.Preparing or HomeStatus.Offered),
            sites.Count(s => s.Status == HomeStatus.Occupied));
    }).Where(c => c.Item2 + c.Item3 > 0);
}
