namespace HousingInventory.Flag;

/// <summary>Points in square cells, for asking what is within a distance. Read-only once built; places that are not finite are left out.</summary>
internal sealed class PlaceGrid
{
    private readonly double _cell;
    private readonly Dictionary<(long X, long Y), List<int>> _cells = [];
    private readonly double[] _x;
    private readonly double[] _y;

    public PlaceGrid(double[] x, double[] y, double cellM)
    {
        (_x, _y, _cell) = (x, y, cellM);
        for (int i = 0; i < x.Length; i++)
        {
            if (IsSound(x[i], y[i]))
            {
                (long, long) cell = CellOf(x[i], y[i]);
                if (!_cells.TryGetValue(cell, out List<int>? points))
                {
                    _cells.Add(cell, points = []);
                }

                points.Add(i);
            }
        }
    }

    /// <summary>The points by cell.</summary>
    public IReadOnlyDictionary<(long X, long Y), List<int>> Cells => _cells;

    /// <summary>The points in the cell of a place; null when there are none.</summary>
    public List<int>? InCellOf(double x, double y) => IsSound(x, y) ? _cells.GetValueOrDefault(CellOf(x, y)) : null;

    /// <summary>The cell of a place.</summary>
    public (long X, long Y) CellOf(double x, double y) => ((long)Math.Floor(x / _cell), (long)Math.Floor(y / _cell));

    /// <summary>Square of the distance between a point and a place.</summary>
    public double SquareTo(int point, double x, double y) => ((_x[point] - x) * (_x[point] - x)) + ((_y[point] - y) * (_y[point] - y));

    private static bool IsSound(double x, double y) => Math.Abs(x) < 1e8 && Math.Abs(y) < 1e8;

    /// <summary>Whether any point that fits lies within a distance, the limit included.</summary>
    public bool Any(double x, double y, double distanceM, Predicate<int> fits)
    {
        if (!IsSound(x, y))
        {
            return false;
        }

        long reach = (long)Math.Ceiling(distanceM / _cell);
        (long cx, long cy) = CellOf(x, y);
        for (long dx = -reach; dx <= reach; dx++)
        {
            for (long dy = -reach; dy <= reach; dy++)
            {
                if (_cells.TryGetValue((cx + dx, cy + dy), out List<int>? points))
                {
                    foreach (int point in points)
                    {
                        if (SquareTo(point, x, y) <= distanceM * distanceM && fits(point))
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The nearest point within a distance that fits, -1 when there is none; of equally near ones the first by index.</summary>
    public int Nearest(double x, double y, double distanceM, Predicate<int> fits)
    {
        int best = -1;
        double least = distanceM * distanceM;
        _ = Any(x, y, distanceM, point =>
        {
            double square = SquareTo(point, x, y);
            if (fits(point) && (square < least || (square == least && (best < 0 || point < best))))
            {
                (best, least) = (point, square);
            }

            return false;
        });
        return best;
    }
}
