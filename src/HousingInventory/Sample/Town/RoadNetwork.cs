namespace HousingInventory.Sample;

/// <summary>A road or path.</summary>
/// <param name="Tags">OpenStreetMap tags, "highway" first.</param>
/// <param name="Nodes">Indexes into <see cref="RoadNetwork.Nodes"/>, at least two.</param>
internal sealed record RoadWay(IReadOnlyList<(string Key, string Value)> Tags, int[] Nodes);

/// <summary>Roads that join where they share a node. Equal positions are one node.</summary>
internal sealed class RoadNetwork
{
    private readonly Dictionary<Position, int> _indexes = [];

    public List<Position> Nodes { get; } = [];

    public List<RoadWay> Ways { get; } = [];

    public void Add(string highway, string name, IReadOnlyList<Position> line, params ReadOnlySpan<(string Key, string Value)> more)
    {
        List<(string Key, string Value)> tags = [("highway", highway)];
        if (name.Length > 0)
        {
            tags.Add(("name", name));
        }

        tags.AddRange(more);
        Ways.Add(new RoadWay(tags, [.. line.Select(Node)]));
    }

    /// <summary>A ferry route: not a road, so it has no "highway".</summary>
    public void AddFerry(IReadOnlyList<Position> line) => Ways.Add(new RoadWay([("route", "ferry"), ("foot", "yes")], [.. line.Select(Node)]));

    private int Node(Position position)
    {
        if (!_indexes.TryGetValue(position, out int index))
        {
            index = Nodes.Count;
            _indexes.Add(position, index);
            Nodes.Add(position);
        }

        return index;
    }
}
