using HousingInventory.Model.Supply;
using HousingInventory.Plan.Assignment;

namespace HousingInventory.Plan.Placement;

/// <summary>
/// As a careful person does it: who is due comes first, then the larger, then the earlier day, then the number; each takes the home that suits it best, of
/// equal ones the first, as long as the village has room.
/// </summary>
internal static class GreedyPlan
{
    /// <summary>Who is housed, with the points.</summary>
    public static IEnumerable<(Household Household, bool IsDue, int Points)> Of(AssignmentProblem problem, IReadOnlyList<Household> households, HardRules rules)
    {
        bool[] taken = new bool[problem.Homes];
        int[] room = [.. problem.Caps];
        IEnumerable<int> order = Enumerable.Range(0, households.Count)
            .OrderBy(h => rules.IsDue(households[h]) ? 0 : 1)
            .ThenByDescending(h => households[h].Size)
            .ThenBy(h => households[h].LatestOn)
            .ThenBy(h => households[h].Case, StringComparer.Ordinal);
        foreach (int h in order)
        {
            int best = -1;
            for (int arc = problem.FirstArc[h]; arc < problem.FirstArc[h + 1]; arc++)
            {
                int home = problem.ArcHome[arc];
                if (!taken[home] && room[problem.VillageOf[home]] > 0 && (best < 0 || problem.ArcGain[arc] > problem.ArcGain[best]))
                {
                    best = arc;
                }
            }

            if (best >= 0)
            {
                taken[problem.ArcHome[best]] = true;
                room[problem.VillageOf[problem.ArcHome[best]]] -= problem.Caps[problem.VillageOf[problem.ArcHome[best]]] == AssignmentProblem.NoCap ? 0 : 1;
                yield return (households[h], rules.IsDue(households[h]), problem.ArcGain[best]);
            }
        }
    }
}
