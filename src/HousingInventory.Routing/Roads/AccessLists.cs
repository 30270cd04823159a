namespace HousingInventory.Routing.Roads;

/// <summary>
/// For each of many points the others that can be walked to within a limit: homes and stop posts, posts and posts.
/// Layout: the list of point i is entries <c>_first[i]</c> to <c>_first[i + 1]</c> of <c>_reached</c>, by the other's index.
/// </summary>
public sealed class AccessLists
{
    private readonly int[] _first;
    private readonly ReachedTarget[] _reached;

    private AccessLists(int[] first, ReachedTarget[] reached)
    {
        (_first, _reached) = (first, reached);
    }

    /// <summary>Number of points that have a list, an empty one perhaps.</summary>
    public int Count => _first.Length - 1;

    /// <summary>What point <paramref name="index"/> can walk to: indices into the others, rising, with metres.</summary>
    public ReadOnlySpan<ReachedTarget> Of(int index) => _reached.AsSpan(_first[index], _first[index + 1] - _first[index]);

    /// <summary>
    /// Walks from whichever side has fewer points, which changes nothing but the time: distances are the same to the last bit from either end. Uses all
    /// processors; each search fills its own slot, so the result does not depend on how many there are.
    /// </summary>
    /// <param name="graph">The roads.</param>
    /// <param name="points">Those that get lists.</param>
    /// <param name="others">Those that stand in them.</param>
    /// <param name="maxM">Limit in metres, inclusive, straight bits of both ends included.</param>
    /// <param name="cancellation">Stops the work between two searches.</param>
    public static AccessLists Build(
        RoadGraph graph, IReadOnlyList<Connections> points, IReadOnlyList<Connections> others, double maxM, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(others);
        return points.Count <= others.Count
            ? Join(Search(graph, points, others, maxM, cancellation))
            : Join(Turn(Search(graph, others, points, maxM, cancellation), points.Count));
    }

    private static ReachedTarget[][] Search(
        RoadGraph graph, IReadOnlyList<Connections> from, IReadOnlyList<Connections> to, double maxM, CancellationToken cancellation)
    {
        RoadTarget[] targets = [.. to.Select((connections, i) => new RoadTarget(i, connections))];
        ReachedTarget[][] reached = new ReachedTarget[from.Count][];
        ParallelOptions options = new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(
            0,
            from.Count,
            options,
            () => (Search: new ReachSearch(graph, targets), Into: new List<ReachedTarget>()),
            (i, _, own) =>
            {
                own.Search.Within(from[i], maxM, own.Into);
                reached[i] = [.. own.Into];
                return own;
            },
            _ => { });
        return reached;
    }

    /// <summary>From "i reaches j" to "j is reached by i"; running through i in order leaves each list in order.</summary>
    private static List<ReachedTarget>[] Turn(ReachedTarget[][] reached, int count)
    {
        List<ReachedTarget>[] turned = new List<ReachedTarget>[count];
        for (int j = 0; j < count; j++)
        {
            turned[j] = [];
        }

        for (int i = 0; i < reached.Length; i++)
        {
            foreach (ReachedTarget target in reached[i])
            {
                turned[target.Id].Add(new ReachedTarget(i, target.DistanceM));
            }
        }

        return turned;
    }

    private static AccessLists Join(IReadOnlyList<IReadOnlyCollection<ReachedTarget>> lists)
    {
        int[] first = new int[lists.Count + 1];
        for (int i = 0; i < lists.Count; i++)
        {
            first[i + 1] = first[i] + lists[i].Count;
        }

        return new AccessLists(first, [.. lists.SelectMany(list => list)]);
    }
}
