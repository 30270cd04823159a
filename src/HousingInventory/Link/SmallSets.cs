namespace HousingInventory.Link;

/// <summary>Lists that are used as small sets.</summary>
internal static class SmallSets
{
    /// <summary>Adds what is not in it yet.</summary>
    public static void AddNew(this List<int> list, ReadOnlySpan<int> items)
    {
        foreach (int item in items)
        {
            if (!list.Contains(item))
            {
                list.Add(item);
            }
        }
    }
}
