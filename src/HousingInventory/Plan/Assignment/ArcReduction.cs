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

            // The pairs of each village side by side, each as its loss and its place in the list in one number: the best first, equal ones by home.
            int villages = anyCap ? problem.Villages : 1;
            int[] next = new int[villages + 1];
            for (int i = 0; i < count; i++)
            {
                next[VillageOf(first + i) + 1]++;
            }

            for (int v = 0; v < villages; v++)
            {
                next[v + 1] += next[v];
            }

            long[] best = new long[count];
            for (int i = 0; i < count; i++)
            {
                best[next[VillageOf(first + i)]++] = (-(long)problem.ArcGain[first + i] << 32) | (uint)i;
            }

            for (int v = 0, begin = 0; v < villages; begin = next[v], v++)
            {
                Span<long> own = best.AsSpan(begin..next[v]);
                int room = anyCap ? Math.Min(problem.Caps[v], problem.Households) : problem.Households;
                if (own.Length > room)
                {
                    own.Sort();
                    own = own[..room];
                }

                foreach (long pair in own)
                {
                    kept[first + (int)(uint)pair] = true;
                }
            }
        });
        return kept;

        int VillageOf(int arc) => anyCap ? problem.VillageOf[problem.ArcHome[arc]] : 0;
    }
}
