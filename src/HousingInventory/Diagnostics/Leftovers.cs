namespace HousingInventory.Diagnostics;

/// <summary>What a stage wrote on and nobody reaches any more.</summary>
internal static class Leftovers
{
    /// <summary>A smaller heap is not worth the milliseconds.</summary>
    private const long WorthItBytes = 48 << 20;

    /// <summary>
    /// Has them collected now, and their room given back. Half of what Link makes lives just long enough to be moved among what lives long, where the collector would
    /// leave it to the end of the run, and everything after would be laid beside it. A run that is one of many is spared: the next one takes the room at once.
    /// </summary>
    public static void Collect(Run run)
    {
        if (!run.IsOneOfMany && GC.GetTotalMemory(forceFullCollection: false) > WorthItBytes)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
