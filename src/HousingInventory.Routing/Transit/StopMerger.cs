namespace HousingInventory.Routing.Transit;

/// <summary>
/// Merges posts into stops: those of one station; without one, those of equal name that chains of short distances connect, whatever their sources.
/// </summary>
internal static class StopMerger
{
    /// <summary>Merges posts.</summary>
    /// <param name="rows">Posts of all sources.</param>
    /// <param name="source">Source of each post; a station is of one source.</param>
    /// <param name="withinM">Longest link of a chain, inclusive.</param>
    /// <returns>For each post the index of its stop; stops are numbered by their first post.</returns>
    public static int[] Merge(IReadOnlyList<PostRow> rows, IReadOnlyList<int> source, double withinM)
    {
        int[] parent = new int[rows.Count];
        for (int i = 0; i < parent.Length; i++)
        {
            parent[i] = i;
        }

        Dictionary<(int Source, string Station), int> firstOfStation = [];
        Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
        for (int post = 0; post < rows.Count; post++)
        {
            PostRow row = rows[post];
            if (!string.IsNullOrEmpty(row.ParentStation))
            {
                if (!firstOfStation.TryAdd((source[post], row.ParentStation), post))
                {
                    Join(parent, firstOfStation[(source[post], row.ParentStation)], post);
                }
            }
            else if (!row.Unplaced && row.Name.Trim() is { Length: > 0 } name)
            {
                string key = name.ToUpperInvariant();
                if (!byName.TryGetValue(key, out List<int>? same))
                {
                    byName.Add(key, same = []);
                }

                same.Add(post);
            }
        }

        foreach (List<int> same in byName.Values)
        {
            JoinNear(parent, rows, same, withinM);
        }

        return Number(parent);
    }

    private static void JoinNear(int[] parent, IReadOnlyList<PostRow> rows, List<int> same, double withinM)
    {
        // West to east, so that the inner loop can stop at the first post that is too far east.
        same.Sort((a, b) => rows[a].X.CompareTo(rows[b].X) is var east && east != 0 ? east : a.CompareTo(b));
        for (int i = 0; i < same.Count; i++)
        {
            PostRow a = rows[same[i]];
            for (int j = i + 1; j < same.Count && rows[same[j]].X - a.X <= withinM; j++)
            {
                PostRow b = rows[same[j]];
                double dx = b.X - a.X;
                double dy = b.Y - a.Y;
                if ((dx * dx) + (dy * dy) <= withinM * withinM)
                {
                    Join(parent, same[i], same[j]);
                }
            }
        }
    }

    private static int[] Number(int[] parent)
    {
        int[] stop = new int[parent.Length];
        int count = 0;
        for (int post = 0; post < parent.Length; post++)
        {
            // The root is the smallest post of its stop, so it has its number already.
            int root = Root(parent, post);
            stop[post] = root == post ? count++ : stop[root];
        }

        return stop;
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }

    private static void Join(int[] parent, int a, int b)
    {
        int rootA = Root(parent, a);
        int rootB = Root(parent, b);
        parent[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
    }
}
