using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>Lists that are used as small sets.</summary>
internal static class SmallSets
{
    /// <summary>Adds what is not in it yet.</summary>
    public static void AddNew<T>(this List<T> list, ReadOnlySpan<T> items)
    {
        foreach (T item in items)
        {
            if (!list.Contains(item))
            {
                list.Add(item);
            }
        }
    }

    /// <summary>Adds what is not in it yet.</summary>
    public static void AddNew<T>(this List<T> list, List<T> items) => list.AddNew(CollectionsMarshal.AsSpan(items));
}
