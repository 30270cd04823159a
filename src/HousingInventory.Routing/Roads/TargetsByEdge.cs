namespace HousingInventory.Routing.Roads;

/// <summary>One connection of a target.</summary>
internal readonly record struct PlacedTarget(int Id, Connection Connection);

/// <summary>The connections of targets, by the edge they are on, then by id.</summary>
internal sealed class TargetsByEdge
{
    private readonly PlacedTarget[] _targets;
    private readonly int[] _edges;

    public TargetsByEdge(ReadOnlySpan<RoadTarget> targets)
    {
        List<PlacedTarget> placed = new(targets.Length);
        foreach (RoadTarget target in targets)
        {
            foreach (Connection connection in target.Connections.Each)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(target.Id);
                placed.Add(new PlacedTarget(target.Id, connection));
            }
        }

        _targets = [.. placed];
        Array.Sort(_targets, (a, b) => Key(a).CompareTo(Key(b)));
        _edges = Array.ConvertAll(_targets, t => t.Connection.Edge);
    }

    public ReadOnlySpan<PlacedTarget> All => _targets;

    /// <summary>The targets on an edge; the first of them is number <see cref="FirstOn"/> of <see cref="All"/>.</summary>
    public ReadOnlySpan<PlacedTarget> On(int edge)
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

    private static (int, int, double, double) Key(PlacedTarget t) => (t.Connection.Edge, t.Id, t.Connection.AlongM, t.Connection.StraightM);
}
