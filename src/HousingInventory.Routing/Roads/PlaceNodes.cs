namespace HousingInventory.Routing.Roads;

/// <summary>
/// The nodes of ways without node ids: points at exactly the same place are one node, unless their heights say that one passes over the other.
/// </summary>
internal sealed class PlaceNodes
{
    /// <summary>A road bridge is higher than this over what it crosses, and surveys of one crossing differ by less.</summary>
    private const float LevelM = 3;

    private readonly Dictionary<(double X, double Y), int> _first = [];
    private readonly Dictionary<int, int> _above = [];
    private readonly Dictionary<int, float> _height = [];

    /// <summary>Whether two heights may be those of one crossing; an unknown one fits any.</summary>
    public static bool AreLevel(double heightM, double otherM) => !(Math.Abs(heightM - otherM) > LevelM);

    /// <summary>The node of a point; <paramref name="next"/> if it is the first of its place and height.</summary>
    public int FindOrAdd(double x, double y, float heightM, int next)
    {
        if (!_first.TryGetValue((x, y), out int node))
        {
            _first.Add((x, y), next);
            return Add(next, heightM);
        }

        while (!AreLevel(_height.GetValueOrDefault(node, float.NaN), heightM))
        {
            if (!_above.TryGetValue(node, out int other))
            {
                _above.Add(node, next);
                return Add(next, heightM);
            }

            node = other;
        }

        return Add(node, heightM);
    }

    private int Add(int node, float heightM)
    {
        if (!float.IsNaN(heightM))
        {
            _height.TryAdd(node, heightM);
        }

        return node;
    }
}
