namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// Finds nodes by id. In a usual file the ids rise from block to block, and the blocks stay as they were decoded. In any other file the stretches that do rise
/// are merged two by two; of nodes with one id the first in the file counts.
/// </summary>
internal sealed class NodeIndex
{
    private readonly long[] _firstIds;

    public NodeIndex(IEnumerable<OsmBlock> blocks)
    {
        List<List<NodeArrays>> runs = [];
        foreach (OsmBlock block in blocks.Where(b => b.NodeIds.Length > 0))
        {
            if (runs.Count == 0 || runs[^1][^1].Ids[^1] >= block.NodeIds[0])
            {
                runs.Add([]);
            }

            runs[^1].Add(new NodeArrays(block.NodeIds, block.LongitudesE7, block.LatitudesE7));
        }

        Blocks = runs.Count == 1 ? [.. runs[0]] : Merged([.. runs.Select(NodeArrays.Concatenate)]);
        _firstIds = Array.ConvertAll(Blocks, b => b.Ids[0]);
        BlockStart = new int[Blocks.Length + 1];
        for (int i = 0; i < Blocks.Length; i++)
        {
            BlockStart[i + 1] = BlockStart[i] + Blocks[i].Ids.Length;
        }
    }

    /// <summary>The nodes; ids rise within and between blocks. No block is empty.</summary>
    public NodeArrays[] Blocks { get; }

    /// <summary>Position of the first node of each block; one more than there are blocks.</summary>
    public int[] BlockStart { get; }

    /// <summary>Number of nodes; positions are 0 to this - 1.</summary>
    public int Count => BlockStart[^1];

    /// <summary>A search that profits from neighbours being asked for one after the other; for one thread.</summary>
    public NodeSearch Search() => new(this);

    /// <summary>The block that may hold an id; -1 when none can.</summary>
    public int BlockOf(long id)
    {
        int found = Array.BinarySearch(_firstIds, id);
        return found >= 0 ? found : ~found - 1;
    }

    private static NodeArrays[] Merged(List<NodeArrays> runs)
    {
        while (runs.Count > 1)
        {
            List<NodeArrays> merged = [];
            for (int i = 0; i < runs.Count; i += 2)
            {
                merged.Add(i + 1 < runs.Count ? NodeArrays.Merge(runs[i], runs[i + 1]) : runs[i]);
            }

            runs = merged;
        }

        return [.. runs];
    }
}

/// <summary>Nodes by rising id.</summary>
internal readonly record struct NodeArrays(long[] Ids, int[] LongitudesE7, int[] LatitudesE7)
{
    /// <summary>Nodes whose ids rise from each part to the next.</summary>
    public static NodeArrays Concatenate(List<NodeArrays> parts) => parts.Count == 1
        ? parts[0]
        : new([.. parts.SelectMany(p => p.Ids)], [.. parts.SelectMany(p => p.LongitudesE7)], [.. parts.SelectMany(p => p.LatitudesE7)]);

    /// <summary>The nodes of both; where both have an id, that of the first.</summary>
    public static NodeArrays Merge(NodeArrays first, NodeArrays second)
    {
        int most = first.Ids.Length + second.Ids.Length;
        NodeArrays merged = new(new long[most], new int[most], new int[most]);
        int count = 0;
        int a = 0;
        int b = 0;
        while (a < first.Ids.Length || b < second.Ids.Length)
        {
            bool fromFirst = b == second.Ids.Length || (a < first.Ids.Length && first.Ids[a] <= second.Ids[b]);
            if (fromFirst && b < second.Ids.Length && first.Ids[a] == second.Ids[b])
            {
                b++;
            }

            (NodeArrays source, int at) = fromFirst ? (first, a++) : (second, b++);
            merged.Ids[count] = source.Ids[at];
            merged.LongitudesE7[count] = source.LongitudesE7[at];
            merged.LatitudesE7[count++] = source.LatitudesE7[at];
        }

        return count == most ? merged : new(merged.Ids[..count], merged.LongitudesE7[..count], merged.LatitudesE7[..count]);
    }
}

/// <summary>A search in a <see cref="NodeIndex"/> that remembers where it was: consecutive nodes of a way mostly lie near each other.</summary>
internal struct NodeSearch(NodeIndex nodes)
{
    private int _block;
    private int _at;

    /// <summary>The position of the node with this id; -1 when the file lacks it.</summary>
    public int Find(long id)
    {
        if (nodes.Count == 0)
        {
            return -1;
        }

        long[] ids = nodes.Blocks[_block].Ids;
        if (id < ids[0] || id > ids[^1])
        {
            int block = nodes.BlockOf(id);
            if (block < 0)
            {
                return -1;
            }

            _block = block;
            _at = 0;
            ids = nodes.Blocks[block].Ids;
        }

        _at = LowerBound(ids, id, _at);
        return ids[_at] == id ? nodes.BlockStart[_block] + _at : -1;
    }

    /// <summary>The place of the id, or of the next larger, or the last place: a window round the last hit widens in doubling steps, then halves.</summary>
    private static int LowerBound(long[] ids, long id, int near)
    {
        int low = near;
        int high = near;
        int step = 1;
        if (ids[near] < id)
        {
            while (high < ids.Length - 1 && ids[high] < id)
            {
                low = high;
                high = Math.Min(high + step, ids.Length - 1);
                step *= 2;
            }
        }
        else
        {
            while (low > 0 && ids[low] > id)
            {
                high = low;
                low = Math.Max(low - step, 0);
                step *= 2;
            }
        }

        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ids[middle] < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
