using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Spatial;

/// <summary>
/// Finds the nearest of many points, or all within a radius, by straight line. Built once, then read by any number of threads.
/// <para>
/// Layout: points are sorted by cell; <c>_first[cell]</c> to <c>_first[cell + 1]</c> are the points of a cell, by rising index. A row of cells is one run of
/// points. A search looks at rings of cells around the point until nothing nearer can lie outside.
/// </para>
/// </summary>
public sealed class PointGrid
{
    private readonly CellGrid _grid;
    private readonly int[] _first;
    private readonly int[] _index;
    private readonly double[] _x;
    private readonly double[] _y;

    /// <summary>Coordinates in metres. Points that are not finite are never found. No point at all is fine.</summary>
    public PointGrid(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        int[] usable = Finite(x, y);
        double[] finiteX = new double[usable.Length];
        double[] finiteY = new double[usable.Length];
        for (int i = 0; i < usable.Length; i++)
        {
            (finiteX[i], finiteY[i]) = (x[usable[i]], y[usable[i]]);
        }

        _grid = CellGrid.Over(finiteX, finiteY, 0);
        _first = new int[_grid.CellCount + 1];
        int[] cells = new int[usable.Length];
        for (int i = 0; i < usable.Length; i++)
        {
            cells[i] = (_grid.Row(finiteY[i]) * _grid.Columns) + _grid.Column(finiteX[i]);
            _first[cells[i] + 1]++;
        }

        for (int cell = 0; cell < _grid.CellCount; cell++)
        {
            _first[cell + 1] += _first[cell];
        }

        (_index, _x, _y) = (new int[usable.Length], new double[usable.Length], new double[usable.Length]);
        int[] next = _first[..^1];
        for (int i = 0; i < usable.Length; i++)
        {
            int at = next[cells[i]]++;
            (_index[at], _x[at], _y[at]) = (usable[i], finiteX[i], finiteY[i]);
        }
    }

    /// <summary>Number of points that can be found.</summary>
    public int Count => _index.Length;

    /// <summary>The nearest point within <paramref name="maxM"/> metres, inclusive; of equally near ones the one with the lowest index.</summary>
    public PointHit Nearest(double x, double y, double maxM = double.PositiveInfinity)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return PointHit.None;
        }

        Search search = new(this, x, y);
        _grid.Walk(x, y, maxM, ref search);
        return search.Index != int.MaxValue && search.NearestM <= maxM ? new PointHit(search.Index, search.NearestM) : PointHit.None;
    }

    /// <summary>
    /// Puts the indices of all points within <paramref name="radiusM"/> metres, inclusive, into <paramref name="into"/>, rising. The list is emptied first.
    /// </summary>
    public void Within(double x, double y, double radiusM, List<int> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        if (!double.IsFinite(x) || !double.IsFinite(y) || !(radiusM >= 0))
        {
            return;
        }

        // A hair more than the radius, so that rounding hides no cell; the exact test follows.
        double reachM = (radiusM * (1 + 1e-9)) + 1e-6;
        int west = _grid.Column(x - reachM);
        int east = _grid.Column(x + reachM);
        int north = _grid.Row(y + reachM);
        for (int row = _grid.Row(y - reachM); row <= north; row++)
        {
            int end = _first[(row * _grid.Columns) + east + 1];
            for (int i = _first[(row * _grid.Columns) + west]; i < end; i++)
            {
                double dx = _x[i] - x;
                double dy = _y[i] - y;
                if (Micrometres.FromSquare((dx * dx) + (dy * dy)) <= radiusM)
                {
                    into.Add(_index[i]);
                }
            }
        }

        into.Sort();
    }

    private static int[] Finite(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        List<int> usable = new(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsFinite(x[i]) && double.IsFinite(y[i]))
            {
                usable.Add(i);
            }
        }

        return [.. usable];
    }

    /// <summary>The nearest point so far; of equally near ones the one with the lowest index.</summary>
    private struct Search(PointGrid grid, double x, double y) : ICellSearch
    {
        private double _squareLimit = double.PositiveInfinity;

        public double NearestM { get; private set; } = double.PositiveInfinity;

        public int Index { get; private set; } = int.MaxValue;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Look(int firstCell, int lastCell)
        {
            // Locals stay in registers; fields would be read anew for every point.
            (PointGrid points, double atX, double atY, double limit) = (grid, x, y, _squareLimit);
            (double[] pointX, double[] pointY) = (points._x, points._y);
            int end = points._first[lastCell + 1];
            for (int i = points._first[firstCell]; i < end; i++)
            {
                double dx = pointX[i] - atX;
                double dy = pointY[i] - atY;
                double square = (dx * dx) + (dy * dy);
                if (square <= limit)
                {
                    Offer(Micrometres.FromSquare(square), points._index[i]);
                    limit = _squareLimit;
                }
            }
        }

        private void Offer(double distanceM, int index)
        {
            if (distanceM < NearestM || (distanceM == NearestM && index < Index))
            {
                (NearestM, _squareLimit, Index) = (distanceM, Micrometres.SquareLimit(distanceM), index);
            }
        }
    }
}
