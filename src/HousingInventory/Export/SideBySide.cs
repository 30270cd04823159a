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
        Exception?[] failed = new Exception?[pieces.Count];
        Parallel.For(0, pieces.Count, i =>
        {
            try
            {
                given[i] = pieces[i]();
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

        return given;
    }
}
