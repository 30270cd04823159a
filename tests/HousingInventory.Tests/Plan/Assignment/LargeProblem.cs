using HousingInventory.Plan.Assignment;

namespace HousingInventory.Tests.Plan.Assignment;

/// <summary>Random problems of the size of a municipality, made as the plan makes them: a pair fits by size and day, its gain is points of 0 to 1000.</summary>
internal static class LargeProblem
{
    /// <param name="mostBeds">Homes take 1 to this many; households are 1 to 8 people, mostly few.</param>
    public static AssignmentProblem Random(Random random, int households, int homes, int villages, int cap, int mostBeds = 8)
    {
        int[] size = [.. Enumerable.Range(0, households).Select(_ => Math.Min(random.Next(1, 9), random.Next(1, 9)))];
        int[] day = [.. Enumerable.Range(0, households).Select(_ => random.Next(10, 90))];
        int[] beds = [.. Enumerable.Range(0, homes).Select(_ => random.Next(1, mostBeds + 1))];
        int[] free = [.. Enumerable.Range(0, homes).Select(_ => random.Next(0, 80))];
        int[] access = [.. Enumerable.Range(0, homes).Select(_ => random.Next(0, 500))];
        List<int> first = [0];
        List<int> home = [];
        List<int> gain = [];
        for (int h = 0; h < households; h++)
        {
            for (int n = 0; n < homes; n++)
            {
                if (beds[n] >= size[h] && beds[n] - size[h] <= 3 && free[n] <= day[h])
                {
                    home.Add(n);
                    gain.Add(access[n] + (75 * (3 - beds[n] + size[h])) + random.Next(0, 276));
                }
            }

            first.Add(home.Count);
        }

        return new AssignmentProblem(
            [.. size.Select((s, h) => ((day[h] <= 60 ? 1L : 0L) * 1_000_000_000_000) + (10_000_000L * s))],
            [.. Enumerable.Range(0, homes).Select(_ => random.Next(villages))],
            [.. Enumerable.Range(0, villages).Select(_ => cap == AssignmentProblem.NoCap ? cap : random.Next(1, cap + 1))],
            [.. first], [.. home], [.. gain]);
    }
}
