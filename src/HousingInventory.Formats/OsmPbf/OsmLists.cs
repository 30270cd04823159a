using System.Numerics;

namespace HousingInventory.Formats.OsmPbf;

/// <summary>The tags of one element in its block, with the numbers that the block's strings have in the result.</summary>
internal readonly ref struct TagSource(ReadOnlySpan<int> tags, ReadOnlySpan<int> numbers)
{
    private readonly ReadOnlySpan<int> _tags = tags;
    private readonly ReadOnlySpan<int> _numbers = numbers;

    /// <summary>The number that a string of the block has in the result.</summary>
    public int NumberOf(int text) => _numbers[text];

    public void AddTo(List<int> keys, List<int> values)
    {
        for (int i = 0; i + 1 < _tags.Length; i += 2)
        {
            keys.Add(_numbers[_tags[i]]);
            values.Add(_numbers[_tags[i + 1]]);
        }
    }
}

/// <summary>Grows <see cref="OsmTags"/>.</summary>
internal sealed class TagList
{
    private readonly List<int> _start = [0];
    private readonly List<int> _keys = [];
    private readonly List<int> _values = [];

    public void Add(TagSource tags)
    {
        tags.AddTo(_keys, _values);
        _start.Add(_keys.Count);
    }

    public OsmTags Build(OsmStrings strings) => new(strings, [.. _start], [.. _keys], [.. _values]);
}

/// <summary>Grows <see cref="OsmLines"/>.</summary>
internal sealed class LineList
{
    private readonly List<long> _ids = [];
    private readonly List<int> _start = [0];
    private readonly TagList _tags = new();

    public List<int> Nodes { get; } = [];

    /// <summary>Adds a way, cut where nodes are missing, and returns how many lines it became.</summary>
    public int Add(long id, ReadOnlySpan<int> nodes, TagSource tags)
    {
        int added = 0;
        while (!nodes.IsEmpty)
        {
            int gap = nodes.IndexOf(-1);
            ReadOnlySpan<int> piece = gap < 0 ? nodes : nodes[..gap];
            nodes = gap < 0 ? [] : nodes[(gap + 1)..];
            if (piece.Length < 2)
            {
                continue;
            }

            _ids.Add(id);
            Nodes.AddRange(piece);
            _start.Add(Nodes.Count);
            _tags.Add(tags);
            added++;
        }

        return added;
    }

    public OsmLines Build(NodeNumbering numbering, OsmStrings strings) =>
        new() { Ids = [.. _ids], NodeStart = [.. _start], Nodes = numbering.NumbersOf(Nodes), Tags = _tags.Build(strings) };
}

/// <summary>Grows <see cref="OsmAreas"/>.</summary>
internal sealed class AreaList
{
    private readonly List<OsmElementType> _types = [];
    private readonly List<long> _ids = [];
    private readonly List<int> _ringStart = [0];
    private readonly List<bool> _isCut = [];
    private readonly List<bool> _isOuter = [];
    private readonly List<int> _nodeStart = [0];
    private readonly TagList _tags = new();

    public List<int> Nodes { get; } = [];

    public void Add(KeptElement element, List<OsmRing> rings, bool isCut, TagSource tags)
    {
        _types.Add(element.Type);
        _ids.Add(element.Id);
        _isCut.Add(isCut);
        foreach (OsmRing ring in rings)
        {
            _isOuter.Add(ring.IsOuter);
            Nodes.AddRange(ring.Nodes);
            _nodeStart.Add(Nodes.Count);
        }

        _ringStart.Add(_isOuter.Count);
        _tags.Add(tags);
    }

    public OsmAreas Build(NodeNumbering numbering, OsmNodes nodes, OsmStrings strings) => new()
    {
        Types = [.. _types],
        Ids = [.. _ids],
        IsCut = [.. _isCut],
        RingStart = [.. _ringStart],
        IsOuter = [.. _isOuter],
        NodeStart = [.. _nodeStart],
        Nodes = numbering.NumbersOf(Nodes),
        Tags = _tags.Build(strings),
        Positions = nodes,
    };
}

/// <summary>Grows <see cref="OsmPlaces"/>.</summary>
internal sealed class PlaceList
{
    private readonly List<OsmElementType> _types = [];
    private readonly List<long> _ids = [];
    private readonly List<double> _longitudes = [];
    private readonly List<double> _latitudes = [];
    private readonly TagList _tags = new();

    public List<int> Nodes { get; } = [];

    public void Add(KeptElement element, double longitude, double latitude, int node, TagSource tags)
    {
        _types.Add(element.Type);
        _ids.Add(element.Id);
        _longitudes.Add(longitude);
        _latitudes.Add(latitude);
        Nodes.Add(node);
        _tags.Add(tags);
    }

    public OsmPlaces Build(NodeNumbering numbering, OsmStrings strings) => new()
    {
        Types = [.. _types],
        Ids = [.. _ids],
        Longitudes = [.. _longitudes],
        Latitudes = [.. _latitudes],
        Nodes = numbering.NumbersOf(Nodes),
        Tags = _tags.Build(strings),
    };
}

/// <summary>Grows <see cref="OsmRelations"/>.</summary>
internal sealed class RelationList
{
    private readonly List<long> _ids = [];
    private readonly List<int> _start = [0];
    private readonly List<OsmElementType> _types = [];
    private readonly List<long> _members = [];
    private readonly List<int> _roles = [];
    private readonly TagList _tags = new();

    public void Add(long id, ReadOnlySpan<RelationMember> members, TagSource tags)
    {
        _ids.Add(id);
        foreach (RelationMember member in members)
        {
            _types.Add(member.Type);
            _members.Add(member.Id);
            _roles.Add(tags.NumberOf(member.Role));
        }

        _start.Add(_members.Count);
        _tags.Add(tags);
    }

    public OsmRelations Build(OsmStrings strings) => new()
    {
        Ids = [.. _ids],
        MemberStart = [.. _start],
        MemberTypes = [.. _types],
        MemberIds = [.. _members],
        MemberRoles = [.. _roles.Select(r => strings[r])],
        Tags = _tags.Build(strings),
    };
}

/// <summary>Numbers the nodes that are used, in the order of their positions: one bit a node, and the count of set bits before each word.</summary>
internal sealed class NodeNumbering(int count)
{
    private readonly ulong[] _used = new ulong[(count / 64) + 1];
    private readonly int[] _before = new int[(count / 64) + 1];

    public void Use(List<int> positions)
    {
        foreach (int position in positions)
        {
            if (position >= 0)
            {
                _used[position >> 6] |= 1ul << position;
            }
        }
    }

    /// <summary>Gives the numbers and collects the nodes; to be called once, when all uses are known.</summary>
    public OsmNodes Number(NodeIndex nodes)
    {
        int used = 0;
        for (int i = 0; i < _used.Length; i++)
        {
            _before[i] = used;
            used += BitOperations.PopCount(_used[i]);
        }

        long[] ids = new long[used];
        int[] longitudes = new int[used];
        int[] latitudes = new int[used];
        int position = 0;
        int number = 0;
        foreach (NodeArrays block in nodes.Blocks)
        {
            for (int i = 0; i < block.Ids.Length; i++, position++)
            {
                if ((_used[position >> 6] & (1ul << position)) != 0)
                {
                    ids[number] = block.Ids[i];
                    longitudes[number] = block.LongitudesE7[i];
                    latitudes[number++] = block.LatitudesE7[i];
                }
            }
        }

        return new OsmNodes { Ids = ids, LongitudesE7 = longitudes, LatitudesE7 = latitudes };
    }

    /// <summary>The numbers of used positions; -1 stays -1.</summary>
    public int[] NumbersOf(List<int> positions)
    {
        int[] numbers = new int[positions.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            int position = positions[i];
            numbers[i] = position < 0 ? -1 : _before[position >> 6] + BitOperations.PopCount(_used[position >> 6] & ((1ul << position) - 1));
        }

        return numbers;
    }
}
