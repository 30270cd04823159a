namespace HousingInventory.Formats.OsmPbf;

/// <summary>The nodes of the wanted ways of one block, as positions in the <see cref="NodeIndex"/>.</summary>
internal sealed class WayPositions
{
    private readonly int[] _start;
    private readonly int[] _positions;
    private readonly bool[] _isClosed;

    private WayPositions(int[] start, int[] positions, bool[] isClosed, long missing)
    {
        _start = start;
        _positions = positions;
        _isClosed = isClosed;
        MissingReferences = missing;
    }

    /// <summary>References of all ways of the block, wanted or not, to nodes that the file lacks.</summary>
    public long MissingReferences { get; }

    /// <summary>The nodes of a way in order, -1 where the file lacks one; empty for a way that is not wanted.</summary>
    public ReadOnlySpan<int> Of(int way) => _positions.AsSpan(_start[way].._start[way + 1]);

    /// <summary>Whether a way ends at the node where it began, also when the file lacks that node.</summary>
    public bool IsClosed(int way) => _isClosed[way];

    /// <summary>
    /// A way as a piece of an outline: without the nodes that the file lacks, and closed again if it was closed. Empty when too little is left: fewer than three
    /// corners of a closed way, or not both ends of an open one.
    /// </summary>
    public OutlineWay Outline(int way)
    {
        ReadOnlySpan<int> nodes = Of(way);
        bool isCut = nodes.Contains(-1);
        if (!isCut)
        {
            return new OutlineWay(nodes.Length < (_isClosed[way] ? 4 : 2) ? [] : nodes.ToArray(), false);
        }

        List<int> known = [.. nodes];
        known.RemoveAll(n => n < 0);
        if (_isClosed[way])
        {
            if (known.Count > 0 && known[0] != known[^1])
            {
                known.Add(known[0]);
            }

            return new OutlineWay(known.Count < 4 ? [] : [.. known], true);
        }

        return new OutlineWay(known.Count < 2 || nodes[0] < 0 || nodes[^1] < 0 ? [] : [.. known], true);
    }

    /// <summary>Looks up all references of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="members">Ways that kept relations need.</param>
    /// <param name="nodes">All nodes of the file.</param>
    public static WayPositions Resolve(OsmBlock block, IReadOnlySet<long> members, NodeIndex nodes)
    {
        int[] start = new int[block.WayIds.Length + 1];
        bool[] isClosed = new bool[block.WayIds.Length];
        List<int> positions = [];
        long missing = 0;
        NodeSearch search = nodes.Search();
        for (int way = 0; way < block.WayIds.Length; way++)
        {
            bool wanted = block.WayRoles[way] != OsmRoles.None || members.Contains(block.WayIds[way]);
            ProtoReader references = new(block.References.AsSpan(block.ReferenceStart[way]..block.ReferenceStart[way + 1]));
            long id = 0;
            long? firstId = null;
            while (references.HasMore)
            {
                id += references.Signed();
                firstId ??= id;
                int position = search.Find(id);
                missing += position < 0 ? 1 : 0;
                if (wanted)
                {
                    positions.Add(position);
                }
            }

            isClosed[way] = id == firstId;
            start[way + 1] = positions.Count;
        }

        return new WayPositions(start, [.. positions], isClosed, missing);
    }
}

/// <summary>A way as a piece of an outline.</summary>
/// <param name="Nodes">Its known nodes; empty when it cannot be used.</param>
/// <param name="IsCut">Whether the file lacks nodes of it.</param>
internal readonly record struct OutlineWay(int[] Nodes, bool IsCut);
