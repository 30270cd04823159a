namespace HousingInventory.Routing.Roads;

/// <summary>Connected targets, by the edge they are on, then by id.</summary>
internal sealed class TargetsByEdge
{
    private readonly RoadTarget[] _targets;
    private readonly int[] _edges;

    public TargetsByEdge(ReadOnlySpan<RoadTarget> targets)
    {
        List<RoadTarget> connected = new(targets.Length);
        foreach (RoadTarget target in targets)
        {
            if (target.Connection.IsConnected)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(target.Id);
                connected.Add(target);
            }
        }

        _targets = [.. connected];
        Array.Sort(_targets, (a, b) => Key(a).CompareTo(Key(b)));
        _edges = Array.ConvertAll(_targets, t => t.Connection.Edge);
    }

    public ReadOnlySpan<RoadTarget> All => _targets;

    /// <summary>The targets on an edge; the first of them is number <see cref="FirstOn"/> of <see cref="All"/>.</summary>
    public ReadOnlySpan<RoadTarget> On(int edge)
    {
        int first = FirstOn(edge);
        int end = first;
        while (end < _edges.Length && _edges[end] == edge)
        {
            end++;
        }

        return _targets.AsSpan(first, end - first);
    }

    public int FirstOn(int edge)
    {
        int low = 0;
        int high = _edges.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _edges[middle] < edge ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static (int, int, double, double) Key(RoadTarget t) => (t.Connection.Edge, t.Id, t.Connection.AlongM, t.Connection.StraightM);
}
