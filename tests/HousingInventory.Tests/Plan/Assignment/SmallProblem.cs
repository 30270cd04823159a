using HousingInventory.Plan.Assignment;

namespace HousingInventory.Tests.Plan.Assignment;

/// <summary>Random problems that are small enough to try every plan.</summary>
internal static class SmallProblem
{
    /// <summary>Up to 5 households, 6 homes and 3 villages, caps 0 to 2 or none, few different gains so that ties are common, some negative, and losses that may be worth less than a gain.</summary>
    public static AssignmentProblem Random(Random random)
    {
        int households = random.Next(1, 6);
        int homes = random.Next(1, 7);
        int villages = random.Next(1, 4);
        int spread = random.Next(1, 5);
        List<int> first = [0];
        List<int> home = [];
        List<int> gain = [];
        for (int h = 0; h < households; h++)
        {
            for (int n = 0; n < homes; n++)
            {
                if (random.Next(3) > 0)
                {
                    home.Add(n);
                    gain.Add(random.Next(-spread, spread + 3));
                }
            }

            first.Add(home.Count);
        }

        return new AssignmentProblem(
            [.. Enumerable.Range(0, households).Select(_ => (long)(random.Next(3) * spread))],
            [.. Enumerable.Range(0, homes).Select(_ => random.Next(villages))],
            [.. Enumerable.Range(0, villages).Select(_ => random.Next(4) is < 3 and int cap ? cap : AssignmentProblem.NoCap)],
            [.. first], [.. home], [.. gain]);
    }

    /// <summary>Every plan that keeps the caps, in lexicographic order: a household's homes in order, then unplaced.</summary>
    public static IEnumerable<int[]> Plans(AssignmentProblem problem)
    {
        int[] plan = new int[problem.Households];
        bool[] taken = new bool[problem.Homes];
        int[] count = new int[problem.Villages];
        return From(0);

        IEnumerable<int[]> From(int h)
        {
            if (h == plan.Length)
            {
                yield return plan;
                yield break;
            }

            for (int arc = problem.FirstArc[h]; arc < problem.FirstArc[h + 1]; arc++)
            {
                int home = problem.ArcHome[arc];
                int village = problem.VillageOf[home];
                if (taken[home] || count[village] == problem.Caps[village])
                {
                    continue;
                }

                (taken[home], plan[h]) = (true, home);
                count[village]++;
                foreach (int[] rest in From(h + 1))
                {
                    yield return rest;
                }

                taken[home] = false;
                count[village]--;
            }

            plan[h] = -1;
            foreach (int[] rest in From(h + 1))
            {
                yield return rest;
            }
        }
    }

    /// <summary>The best worth, and the first plan that has it.</summary>
    public static (long Worth, int[] Plan) Best(AssignmentProblem problem)
    {
        (long worth, int[] best) = (long.MinValue, []);
        foreach (int[] plan in Plans(problem))
        {
            if (problem.Worth(plan) is long found && found > worth)
            {
                (worth, best) = (found, [.. plan]);
            }
        }

        return (worth, best);
    }

    /// <summary>The best worth of the plans with a household in a home; null when there is no such plan.</summary>
    public static long? BestWith(AssignmentProblem problem, int household, int home) =>
        Plans(problem).Where(p => p[household] == home).Select(p => (long?)problem.Worth(p)).Max();
}
