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

    private readonly Box[] _boxes;
    private readonly int[] _levels;

    // Contents of the cells one after the other, and where each cell's begin; the cell after the last begins at the end.
    private readonly int[] _content;
    private readonly int[] _start;
    private readonly Dictionary<ulong, int> _cellOf = [];

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
                _cellOf.Add(keys[i], start.Count);
                start.Add(i);
            }
        }

        start.Add(keys.Length);
        _start = [.. start];
    }

    /// <summary>Adds the boxes that reach to within a distance of a place, each once, ascending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(double x, double y, double distance, List<int> found)
    {
        int from = found.Count;
        foreach (int level in _levels)
        {
            double cell = CellM(level);
            long lastX = (long)Math.Floor((x + distance) / cell);
            long firstY = (long)Math.Floor((y - distance) / cell);
            long lastY = (long)Math.Floor((y + distance) / cell);
            for (long cx = (long)Math.Floor((x - distance) / cell); cx <= lastX; cx++)
            {
                for (long cy = firstY; cy <= lastY; cy++)
                {
                    if (!_cellOf.TryGetValue(Key(level, cx, cy), out int at))
                    {
                        continue;
                    }

                    for (int i = _start[at]; i < _start[at + 1]; i++)
                    {
                        if (_boxes[_content[i]].Reaches(x, y, distance))
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

        /// <summary>Whether it lies within a distance of a place along both axes.</summary>
        public bool Reaches(double x, double y, double distance) =>
            x >= MinX - distance && x <= MaxX + distance && y >= MinY - distance && y <= MaxY + distance;
    }
}
