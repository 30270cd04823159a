using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Finds boxes near a place. Every box lies in a grid whose cells are at least as large as the box, so in four cells at most; the grids double in size. Places
/// far off cost nothing, as only cells with content exist. Read-only once built.
/// </summary>
internal sealed class BoxIndex
{
    private const double SmallestCellM = 64;
    private const double MostCells = 4096;

    private readonly Box[] _boxes;
    private readonly int[] _levels;

    // Contents of the cells one after the other, and where each cell's begin; the cell after the last begins at the end.
    private readonly int[] _content;
    private readonly int[] _start;
    private readonly ulong[] _slotKeys;
    private readonly int[] _slotCells;

    public BoxIndex(Box[] boxes)
    {
        _boxes = boxes;
        (ulong[] keys, _content, _levels) = Cells(boxes);
        Array.Sort(keys, _content);
        List<int> start = [];
        for (int i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                start.Add(i);
            }
        }

        // Open addressing, at most half full; a slot that is -1 is free.
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, start.Count * 2));
        (_slotKeys, _slotCells) = (new ulong[slots], new int[slots]);
        Array.Fill(_slotCells, -1);
        for (int cell = 0; cell < start.Count; cell++)
        {
            int slot = Slot(keys[start[cell]]);
            (_slotKeys[slot], _slotCells[slot]) = (keys[start[cell]], cell);
        }

        start.Add(keys.Length);
        _start = [.. start];
    }

    /// <summary>Adds the boxes that reach to within a distance of a place along both axes, each once, ascending.</summary>
    public void Find(double x, double y, double distance, List<int> found) =>
        Find(new Box(x - distance, y - distance, x + distance, y + distance), found);

    /// <summary>Whether a place lies in one of the boxes, or on its edge.</summary>
    public bool Holds(int box, double x, double y) => _boxes[box].Meets(new Box(x, y, x, y));

    /// <summary>Adds the boxes that reach to within a distance of one of them, itself included, each once, ascending.</summary>
    public void FindBeside(int box, double distance, List<int> found)
    {
        Box b = _boxes[box];
        if (b.IsSound)
        {
            Find(new Box(b.MinX - distance, b.MinY - distance, b.MaxX + distance, b.MaxY + distance), found);
        }
    }

    /// <summary>Adds the boxes that have a place in common with an area, each once, ascending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(in Box area, List<int> found)
    {
        int from = found.Count;
        foreach (int level in _levels)
        {
            double cell = CellM(level);
            if (((area.MaxX - area.MinX) / cell) * ((area.MaxY - area.MinY) / cell) > _boxes.Length + MostCells)
            {
                // So large an area has more cells than there are boxes: it is quicker to ask them all.
                FindOneByOne(area, found, from);
                break;
            }

            long lastX = (long)Math.Floor(area.MaxX / cell);
            long firstY = (long)Math.Floor(area.MinY / cell);
            long lastY = (long)Math.Floor(area.MaxY / cell);
            for (long cx = (long)Math.Floor(area.MinX / cell); cx <= lastX; cx++)
            {
                for (long cy = firstY; cy <= lastY; cy++)
                {
                    int at = _slotCells[Slot(Key(level, cx, cy))];
                    if (at < 0)
                    {
                        continue;
                    }

                    for (int i = _start[at]; i < _start[at + 1]; i++)
                    {
                        if (_boxes[_content[i]].Meets(area))
                        {
                            found.Add(_content[i]);
                        }
                    }
                }
            }
        }

        if (found.Count - from < 2)
        {
            return;
        }

        CollectionsMarshal.AsSpan(found)[from..].Sort();
        int kept = from + 1;
        for (int i = from + 1; i < found.Count; i++)
        {
            if (found[i] != found[kept - 1])
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private void FindOneByOne(in Box area, List<int> found, int from)
    {
        found.RemoveRange(from, found.Count - from);
        for (int i = 0; i < _boxes.Length; i++)
        {
            if (_boxes[i].IsSound && _boxes[i].Meets(area))
            {
                found.Add(i);
            }
        }
    }

    // Where a key stands, or the free slot where it would.
    private int Slot(ulong key)
    {
        int mask = _slotKeys.Length - 1;
        int at = (int)((key * 0x9E3779B97F4A7C15) >> 40) & mask;
        while (_slotCells[at] >= 0 && _slotKeys[at] != key)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (ulong[] Keys, int[] Content, int[] Levels) Cells(Box[] boxes)
    {
        List<ulong> keys = new(boxes.Length * 2);
        List<int> content = new(boxes.Length * 2);
        uint levels = 0;
        for (int i = 0; i < boxes.Length; i++)
        {
            Box box = boxes[i];
            if (!box.IsSound)
            {
                continue;
            }

            double size = Math.Max(box.MaxX - box.MinX, box.MaxY - box.MinY);
            int level = 0;
            while (CellM(level) < size)
            {
                level++;
            }

            levels |= 1u << level;
            double cell = CellM(level);
            for (long x = (long)Math.Floor(box.MinX / cell); x <= (long)Math.Floor(box.MaxX / cell); x++)
            {
                for (long y = (long)Math.Floor(box.MinY / cell); y <= (long)Math.Floor(box.MaxY / cell); y++)
                {
                    keys.Add(Key(level, x, y));
                    content.Add(i);
                }
            }
        }

        return ([.. keys], [.. content], [.. Enumerable.Range(0, 32).Where(l => (levels >> l & 1) != 0)]);
    }

    private static double CellM(int level) => SmallestCellM * (1L << level);

    // Places are under 10⁸ m, so cell numbers fit 28 bits with their sign.
    private static ulong Key(int level, long x, long y) => ((ulong)level << 58) | (((ulong)x & 0x1FFFFFFF) << 29) | ((ulong)y & 0x1FFFFFFF);

    /// <summary>A rectangle along the axes.</summary>
    public readonly record struct Box(double MinX, double MinY, double MaxX, double MaxY)
    {
        /// <summary>Whether it has a place: finite, not turned round, and not larger than the Earth.</summary>
        public bool IsSound => MinX <= MaxX && MinY <= MaxY && Math.Abs(MinX) < 1e8 && Math.Abs(MaxX) < 1e8 && Math.Abs(MinY) < 1e8 && Math.Abs(MaxY) < 1e8;

        /// <summary>Whether they have a place in common, be it on their edges.</summary>
        public bool Meets(in Box other) => other.MaxX >= MinX && other.MinX <= MaxX && other.MaxY >= MinY && other.MinY <= MaxY;
    }
}
