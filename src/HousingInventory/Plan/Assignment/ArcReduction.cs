namespace HousingInventory.Plan.Assignment;

/// <summary>
/// Most pairs cannot matter to the worth of a plan: of a village a household needs only as many of its best homes as the village can take households, since
/// others can hold at most one fewer; without any cap only as many of its best homes as there are households.
/// </summary>
internal static class ArcReduction
{
    /// <summary>Which pairs are kept.</summary>
    public static bool[] Keep(AssignmentProblem problem)
    {
        bool[] kept = new bool[problem.ArcHome.Length];
        bool anyCap = Array.Exists(problem.Caps, static c => c != AssignmentProblem.NoCap);
        Parallel.For(0, problem.Households, h =>
        {
            int first = problem.FirstArc[h];
            int count = problem.FirstArc[h + 1] - first;
            if (count <= problem.Households && !anyCap)
            {
                kept.AsSpan(first, count).Fill(true);
                return;
            }

            // Best first in each village; equal ones by home, for the list of a household is in that order.
            (int Village, int Gain, int Arc)[] arcs = new (int, int, int)[count];
            for (int i = 0; i < count; i++)
            {
                int village = anyCap ? problem.VillageOf[problem.ArcHome[first + i]] : 0;
                arcs[i] = (village, -problem.ArcGain[first + i], first + i);
            }

            Array.Sort(arcs);
            for (int i = 0, inVillage = 0; i < count; i++)
            {
                inVillage = i > 0 && arcs[i].Village == arcs[i - 1].Village ? inVillage + 1 : 0;
                int room = anyCap ? Math.Min(problem.Caps[arcs[i].Village], problem.Households) : problem.Households;
                kept[arcs[i].Arc] = inVillage < room;
            }
        });
        return kept;
    }
}
