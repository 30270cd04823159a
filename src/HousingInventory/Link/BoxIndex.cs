using System.Runtime.InteropServices;

namespace HousingInventory.Link;

/// <summary>
/// Finds boxes near a place. Every box lies in a grid whose cells are at least as large as the box, so in four cells at most; the grids double in size. Places
/// far off cost nothing, as only cells with content exist. Read-only once built.
/// </summary>
internal sealed class BoxIndex
{
    private const double SmallestCellM = 64;

    private readonly Dictionary<(int Level, long X, long Y), List<int>> _cells = [];
    private readonly SortedSet<int> _levels = [];
    private readonly Box[] _boxes;

    public BoxIndex(Box[] boxes)
    {
        _boxes = boxes;
        for (int i = 0; i < boxes.Length; i++)
        {
            Box box = boxes[i];
            if (!box.IsSound)
            {
                continue;
            }

            double size = Math.Max(box.MaxX - box.MinX, box.MaxY - box.MinY);
            int level = 0;
            while (CellOf(level) < size)
            {
                level++;
            }

            _levels.Add(level);
            double cell = CellOf(level);
            for (long x = (long)Math.Floor(box.MinX / cell); x <= (long)Math.Floor(box.MaxX / cell); x++)
            {
                for (long y = (long)Math.Floor(box.MinY / cell); y <= (long)Math.Floor(box.MaxY / cell); y++)
                {
                    ref List<int>? content = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, (level, x, y), out _);
                    (content ??= []).Add(i);
                }
            }
        }
    }

    /// <summary>Adds the boxes that reach to within a distance of a place, each once, ascending.</summary>
    public void Find(double x, double y, double distance, List<int> found)
    {
        int from = found.Count;
        foreach (int level in _levels)
        {
            double cell = CellOf(level);
            for (long cx = (long)Math.Floor((x - distance) / cell); cx <= (long)Math.Floor((x + distance) / cell); cx++)
            {
                for (long cy = (long)Math.Floor((y - distance) / cell); cy <= (long)Math.Floor((y + distance) / cell); cy++)
                {
                    if (!_cells.TryGetValue((level, cx, cy), out List<int>? content))
                    {
                        continue;
                    }

                    foreach (int i in content)
                    {
                        if (_boxes[i].Reaches(x, y, distance))
                        {
                            found.Add(i);
                        }
                    }
                }
            }
        }

        CollectionsMarshal.AsSpan(found)[from..].Sort();
        int kept = from;
        for (int i = from; i < found.Count; i++)
        {
            if (i == from || found[i] != found[kept - 1])
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private static double CellOf(int level) => SmallestCellM * (1L << level);

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
