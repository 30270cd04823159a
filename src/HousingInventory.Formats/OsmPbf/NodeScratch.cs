namespace HousingInventory.Formats.OsmPbf;

/// <summary>The nodes of the block that is being decoded.</summary>
internal sealed class NodeScratch
{
    private long[] _ids = new long[8192];
    private int[] _longitudesE7 = new int[8192];
    private int[] _latitudesE7 = new int[8192];
    private bool _sorted = true;

    public long[] Ids => _ids;

    public int[] LongitudesE7 => _longitudesE7;

    public int[] LatitudesE7 => _latitudesE7;

    /// <summary>Nodes that are kept.</summary>
    public int Count { get; private set; }

    /// <summary>All nodes.</summary>
    public int Seen { get; private set; }

    public int OutsideTheWorld { get; private set; }

    public void Clear()
    {
        OutsideTheWorld = 0;
        Count = 0;
        Seen = 0;
        _sorted = true;
    }

    public void Add(long id, long longitudeE7, long latitudeE7, bool inWorld)
    {
        Seen++;
        if (!inWorld)
        {
            OutsideTheWorld++;
            return;
        }

        int count = Count;
        if (count == _ids.Length)
        {
            Array.Resize(ref _ids, count * 2);
            Array.Resize(ref _longitudesE7, count * 2);
            Array.Resize(ref _latitudesE7, count * 2);
        }

        _sorted &= count == 0 || id > _ids[count - 1];
        _ids[count] = id;
        _longitudesE7[count] = (int)longitudeE7;
        _latitudesE7[count] = (int)latitudeE7;
        Count = count + 1;
    }

    /// <summary>Orders the nodes by id, as they nearly always are. Of equal ids only the first stays.</summary>
    public void SortById()
    {
        if (_sorted)
        {
            return;
        }

        (long Id, int Place)[] order = new (long, int)[Count];
        for (int i = 0; i < Count; i++)
        {
            order[i] = (_ids[i], i);
        }

        Array.Sort(order);
        int[] longitudes = _longitudesE7.AsSpan(0, Count).ToArray();
        int[] latitudes = _latitudesE7.AsSpan(0, Count).ToArray();
        int kept = 0;
        foreach ((long id, int place) in order)
        {
            if (kept > 0 && _ids[kept - 1] == id)
            {
                continue;
            }

            _ids[kept] = id;
            _longitudesE7[kept] = longitudes[place];
            _latitudesE7[kept++] = latitudes[place];
        }

        Count = kept;
        _sorted = true;
    }
}
