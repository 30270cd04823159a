using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace HousingInventory.Export;

/// <summary>Pieces of work that touch nothing in common, on all cores.</summary>
internal static class SideBySide
{
    /// <summary>Does all pieces.</summary>
    /// <returns>What each gave, in the order of the pieces, whichever ended first.</returns>
    /// <exception cref="Exception">What the first piece, in their order, of those that failed threw, as if it had been alone: callers tell a full disk by it.</exception>
    public static T[] All<T>(IReadOnlyList<Func<T>> pieces)
    {
        T[] given = new T[pieces.Count];
        Each(pieces.Count, i => given[i] = pieces[i]());
        return given;
    }

    /// <summary>Does the same to each of some things.</summary>
    /// <param name="count">How many they are.</param>
    /// <param name="work">What is done to the one of this number, from 0.</param>
    /// <exception cref="Exception">As of <see cref="All"/>.</exception>
    public static void Each(int count, Action<int> work)
    {
        Exception?[] failed = new Exception?[count];
        // Handed out one at a time: of pieces as unlike as these whoever took several would be the last to end.
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering), i =>
        {
            try
            {
                work(i);
            }
            catch (Exception e)
            {
                failed[i] = e;
            }
        });
        if (Array.Find(failed, e => e is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
