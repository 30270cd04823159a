namespace HousingInventory.Routing.Roads;

/// <summary>
/// The order that makes a graph independent of the order in which its ways were read: by id, then by what the way holds. A way that is there twice, the same in
/// all respects (two extracts that overlap), is kept once.
/// </summary>
internal static class WayOrder
{
    public static int[] Of(RoadWays ways, out int duplicates)
    {
        int[] order = new int[ways.Count];
        bool sorted = true;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            sorted &= i == 0 || ways.Ids[i - 1] < ways.Ids[i];
        }

        duplicates = 0;
        if (sorted)
        {
            return order;
        }

        // The sort is not stable, but ways that compare equal are equal.
        Array.Sort(order, (a, b) => Compare(ways, a, b));
        int kept = 0;
        foreach (int way in order)
        {
            if (kept == 0 || Compare(ways, order[kept - 1], way) != 0)
            {
                order[kept++] = way;
            }
        }

        duplicates = order.Length - kept;
        return order[..kept];
    }

    private static int Compare(RoadWays ways, int a, int b)
    {
        int byId = ways.Ids[a].CompareTo(ways.Ids[b]);
        if (byId != 0 || a == b)
        {
            return byId;
        }

        Range pointsA = ways.FirstPoint[a]..ways.FirstPoint[a + 1];
        Range pointsB = ways.FirstPoint[b]..ways.FirstPoint[b + 1];
        int byShape = ways.X[pointsA].SequenceCompareTo(ways.X[pointsB]);
        byShape = byShape != 0 ? byShape : ways.Y[pointsA].SequenceCompareTo(ways.Y[pointsB]);
        byShape = byShape != 0 ? byShape : ways.Heights[pointsA].SequenceCompareTo(ways.Heights[pointsB]);
        byShape = byShape != 0 ? byShape : ways.NodeIds[pointsA].SequenceCompareTo(ways.NodeIds[pointsB]);
        return byShape != 0 ? byShape : Compare(ways.Traits[a], ways.Traits[b]);
    }

    private static int Compare(RoadTraits a, RoadTraits b) =>
        (a.Flags, a.ForwardKmh, a.BackwardKmh, a.WaitSeconds, a.DurationSeconds, a.Kind.Code).CompareTo(
            (b.Flags, b.ForwardKmh, b.BackwardKmh, b.WaitSeconds, b.DurationSeconds, b.Kind.Code));
}
