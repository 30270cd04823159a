using HousingInventory.Plan.Assignment;

namespace HousingInventory.Plan.Balance;

/// <summary>A household as far as counting goes.</summary>
/// <param name="Size">Persons.</param>
/// <param name="LatestOn">The last day on which it can be housed in time.</param>
public readonly record struct SizeAndDay(int Size, DateOnly LatestOn);

/// <summary>A home as far as counting goes.</summary>
public readonly record struct BedsAndDay(int Beds, DateOnly FreeFrom);

/// <summary>How many known households certain homes cannot house in time: exactly, by the solver of the proposals with points switched off.</summary>
public static class Unmet
{
    /// <summary>One household outweighs any number of persons that a plan may hold.</summary>
    private const long Household = 10_000_000;

    /// <summary>Which households are housed in the plan that houses most, and of these most persons: the home of each, -1 for none.</summary>
    /// <param name="sizes">Persons by household.</param>
    /// <param name="fits">Whether household h can have home n.</param>
    public static AssignmentPlan Most(IReadOnlyList<int> sizes, int homes, Func<int, int, bool> fits)
    {
        List<int> first = [0];
        List<int> home = [];
        for (int h = 0; h < sizes.Count; h++)
        {
            for (int n = 0; n < homes; n++)
            {
                if (fits(h, n))
                {
                    home.Add(n);
                }
            }

            first.Add(home.Count);
        }

        return AssignmentPlan.Solve(new AssignmentProblem(
            [.. sizes.Select(s => Household + s)], new int[homes], [AssignmentProblem.NoCap], [.. first], [.. home], new int[home.Count]));
    }

    /// <summary>The same where nothing but size and day counts.</summary>
    public static AssignmentPlan Most(IReadOnlyList<SizeAndDay> households, IReadOnlyList<BedsAndDay> homes) =>
        Most([.. households.Select(h => h.Size)], homes.Count, (h, n) => homes[n].Beds >= households[h].Size && homes[n].FreeFrom <= households[h].LatestOn);

    /// <summary>
    /// What sizes alone leave unhoused when days do not bind: the largest of need(at least s) - supply(at least s) over all sizes (Hall's condition on nested sets), at least 0.
    /// </summary>
    public static int ShortOfSize(IEnumerable<int> sizes, IReadOnlyList<int> beds)
    {
        int[] need = [.. sizes];
        return need.Distinct().Select(s => need.Count(n => n >= s) - beds.Count(b => b >= s)).Append(0).Max();
    }
}
