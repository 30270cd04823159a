namespace HousingInventory.Formats.OsmPbf;

/// <summary>
/// Finds nodes by id in the blocks as they were decoded. Blocks whose ids go on rising form a run; a usual file is one run, and a search is two binary
/// searches. A file in any other order has several runs, which are searched in file order, so that of two nodes with one id the first counts.
/// </summary>
internal sealed class NodeIndex
{
    /// <summary>With more runs than this the nodes are sorted into one.</summary>
    private const int MaxRuns = 8;

    private readonly NodeRun[] _runs;

    public NodeIndex(IEnumerable<OsmBlock> blocks)
    {
        List<List<OsmBlock>> runs = [];
        foreach (OsmBlock block in blocks)
        {
            if (block.NodeIds.Length == 0)
            {
                continue;
            }

            if (runs.Count == 0 || runs[^1][^1].NodeIds[^1] >= block.NodeIds[0])
            {
                runs.Add([]);
            }

            runs[^1].Add(block);
        }

        int start = 0;
        _runs = new NodeRun[runs.Count];
        for (int i = 0; i < runs.Count; i++)
        {
            _runs[i] = new NodeRun([.. runs[i].Select(b => new NodeArrays(b.NodeIds, b.LongitudesE7, b.LatitudesE7))], start);
            start += _runs[i].Count;
        }

        if (_runs.Length > MaxRuns)
        {
            _runs = [Sorted(_runs, start)];
        }

        Count = _runs.Sum(r => r.Count);
    }

    /// <summary>Number of nodes; positions are 0 to this - 1.</summary>
    public int Count { get; }

    public IReadOnlyList<NodeRun> Runs => _runs;

    /// <summary>A search that profits from neighbours being asked for one after the other; for one thread.</summary>
    public NodeSearch Search() => new(_runs);

    private static NodeRun Sorted(NodeRun[] runs, int count)
    {
        (long Id, int Place)[] order = new (long, int)[count];
        int[] longitudes = new int[count];
        int[] latitudes = new int[count];
        int at = 0;
        foreach (NodeArrays nodes in runs.SelectMany(r => r.Blocks))
        {
            for (int i = 0; i < nodes.Ids.Length; i++, at++)
            {
                order[at] = (nodes.Ids[i], at);
                longitudes[at] = nodes.LongitudesE7[i];
                latitudes[at] = nodes.LatitudesE7[i];
            }
        }

        Array.Sort(order);
        order = [.. order.Where((o, i) => i == 0 || order[i - 1].Id != o.Id)];
        return new NodeRun(
            [new NodeArrays(Array.ConvertAll(order, o => o.Id), Array.ConvertAll(order, o => longitudes[o.Place]), Array.ConvertAll(order, o => latitudes[o.Place]))], 0);
    }
}

/// <summary>Nodes in ascending order of id.</summary>
internal readonly record struct NodeArrays(long[] Ids, int[] LongitudesE7, int[] LatitudesE7);

/// <summary>Blocks of nodes whose ids rise from each to the next.</summary>
internal sealed class NodeRun
{
    private readonly long[] _firstIds;

    public NodeRun(NodeArrays[] blocks, int start)
    {
        Blocks = blocks;
        Start = start;
        _firstIds = Array.ConvertAll(blocks, b => b.Ids[0]);
        BlockStart = new int[blocks.Length + 1];
        BlockStart[0] = start;
        for (int i = 0; i < blocks.Length; i++)
        {
            BlockStart[i + 1] = BlockStart[i] + blocks[i].Ids.Length;
        }
    }

    public NodeArrays[] Blocks { get; }

    /// <summary>Position of the first node.</summary>
    public int Start { get; }

    /// <summary>Position of the first node of each block, and the end.</summary>
    public int[] BlockStart { get; }

    public int Count => BlockStart[^1] - Start;

    /// <summary>The block that may hold the id; -1 when none can.</summary>
    public int BlockOf(long id)
    {
        int found = Array.BinarySearch(_firstIds, id);
        return found >= 0 ? found : ~found - 1;
    }
}

/// <summary>A search in a <see cref="NodeIndex"/> that remembers where it was: consecutive nodes of a way mostly lie near each other.</summary>
internal struct NodeSearch(NodeRun[] runs)
{
    private int _block;
    private int _at;

    /// <summary>The position of the node with this id; -1 when the file lacks it.</summary>
    public int Find(long id)
    {
        for (int run = 0; run < runs.Length; run++)
        {
            // The memory is for the first run only: in a file with several, asking it first must not prefer a later node of the same id.
            int position = run == 0 ? FindNearby(runs[0], id) : FindIn(runs[run], runs[run].BlockOf(id), id);
            if (position >= 0)
            {
                return position;
            }
        }

        return -1;
    }

    private static int FindIn(NodeRun run, int block, long id)
    {
        if (block < 0)
        {
            return -1;
        }

        int at = Array.BinarySearch(run.Blocks[block].Ids, id);
        return at < 0 ? -1 : run.BlockStart[block] + at;
    }

    private int FindNearby(NodeRun run, long id)
    {
        long[] ids = run.Blocks[_block].Ids;
        if (id < ids[0] || id > ids[^1])
        {
            int block = run.BlockOf(id);
            if (block < 0)
            {
                return -1;
            }

            _block = block;
            _at = 0;
            ids = run.Blocks[block].Ids;
        }

        // Widen a window round the last hit in doubling steps until it must hold the id, then halve it.
        int low = _at;
        int high = _at;
        int step = 1;
        if (ids[_at] < id)
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

        _at = low;
        return ids[low] == id ? run.BlockStart[_block] + low : -1;
    }
}
