namespace HousingInventory.Plan.Balance;

/// <summary>A household as far as counting goes.</summary>
/// <param name="Size">Persons.</param>
/// <param name="LatestOn">The last day on which it can be housed in time.</param>
public readonly record struct SizeAndDay(int Size, DateOnly LatestOn);

/// <summary>A home as far as counting goes.</summary>
public readonly record struct BedsAndDay(int Beds, DateOnly FreeFrom);

/// <summary>
/// How many known households certain homes cannot house in time: exactly. The households that homes can house together are the independent sets of a matroid,
/// so taking the larger first, each where the others can still be moved to make room, houses most households and of these most persons (Edmonds 1971, on
/// matroids and the greedy algorithm). It is what the solver of the proposals finds with points switched off.
/// </summary>
public static class Unmet
{
    private const int Dead = int.MaxValue;

    /// <summary>A plan that houses most households, of these most persons, of these the first in their order: the home of each, -1 for none.</summary>
    /// <param name="sizes">Persons by household.</param>
    /// <param name="fits">Whether household h can have home n; called from several threads.</param>
    public static int[] Most(IReadOnlyList<int> sizes, int homes, Func<int, int, bool> fits)
    {
        int[][] homesOf = new int[sizes.Count][];
        Parallel.For(0, sizes.Count, h => homesOf[h] = [.. Enumerable.Range(0, homes).Where(n => fits(h, n))]);
        int[] homeOf = new int[sizes.Count], householdOf = new int[homes], seen = new int[homes], from = new int[homes];
        Array.Fill(homeOf, -1);
        Array.Fill(householdOf, -1);
        Queue<int> queue = new();
        List<int> met = [];
        int search = 0;
        foreach (int household in Enumerable.Range(0, sizes.Count).OrderByDescending(h => sizes[h]))
        {
            search++;
            met.Clear();
            queue.Clear();
            queue.Enqueue(household);
            int free = Free();
            if (free < 0)
            {
                // From none of these homes is there a way to a free one, and there never will be.
                met.ForEach(home => seen[home] = Dead);
            }

            while (free >= 0)
            {
                int taker = from[free], left = homeOf[taker];
                (homeOf[taker], householdOf[free]) = (free, taker);
                free = left;
            }
        }

        return homeOf;

        int Free()
        {
            while (queue.TryDequeue(out int at))
            {
                foreach (int home in homesOf[at])
                {
                    if (seen[home] == Dead || seen[home] == search)
                    {
                        continue;
                    }

                    (seen[home], from[home]) = (search, at);
                    met.Add(home);
                    if (householdOf[home] < 0)
                    {
                        return home;
                    }

                    queue.Enqueue(householdOf[home]);
                }
            }

            return -1;
        }
    }

    /// <summary>The same where nothing but size and day counts.</summary>
    public static int[] Most(IReadOnlyList<SizeAndDay> households, IReadOnlyList<BedsAndDay> homes) =>
        Most([.. households.Select(h => h.Size)], homes.Count, (h, n) => homes[n].Beds >= households[h].Size && homes[n].FreeFrom <= households[h].LatestOn);

    /// <summary>
    /// What sizes alone leave unhoused when days do not bind: the largest of need(at least s) - supply(at least s) over all sizes (Hall's condition on nested
    /// sets), at least 0.
    /// </summary>
    public static int ShortOfSize(IEnumerable<int> sizes, IReadOnlyList<int> beds)
    {
        int[] need = [.. sizes];
        return need.Distinct().Select(s => need.Count(n => n >= s) - beds.Count(b => b >= s)).Append(0).Max();
    }
}
