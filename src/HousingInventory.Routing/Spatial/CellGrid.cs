namespace HousingInventory.Routing.Spatial;

/// <summary>
/// A raster of square cells over most of some points. Cells on the border reach out to infinity, so that every point of the plane lies in a cell and a few
/// strays (a stop at 0,0) cannot stretch the cells until all the rest falls into one.
/// </summary>
internal readonly struct CellGrid
{
    private const int SampleSize = 1024;
    private const double CellsPerItem = 2;

    // Coordinates of some million metres are exact to about a nanometre; the slack, a millionth of a cell, must be far above that.
    private const double SmallestCellM = 0.1;

    private readonly double _originX;
    private readonly double _originY;
    private readonly double _cellsPerMetre;

    private CellGrid(double originX, double originY, double cellM, int columns, int rows)
    {
        (_originX, _originY, CellM, Columns, Rows) = (originX, originY, cellM, columns, rows);
        _cellsPerMetre = 1 / cellM;
    }

    public double CellM { get; }

    public int Columns { get; }

    public int Rows { get; }

    public int CellCount => Columns * Rows;

    /// <summary>Boundaries are trusted to this much only: a point's cell and a cell's boundary are computed in different ways.</summary>
    private double SlackM => CellM * 1e-6;

    /// <summary>About two cells an item, none smaller than <paramref name="minCellM"/>. Coordinates must be finite; there may be none.</summary>
    public static CellGrid Over(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double minCellM)
    {
        (double west, double east) = UsualRange(x);
        (double south, double north) = UsualRange(y);
        double width = east - west;
        double height = north - south;
        double cells = Math.Max(1, x.Length * CellsPerItem);
        // The second bound keeps a long thin strip from having more cells than asked for.
        double cellM = Math.Max(Math.Sqrt(width * height / cells), Math.Max(width, height) / cells);
        cellM = Math.Max(Math.Max(cellM, minCellM), SmallestCellM);
        return new CellGrid(west, south, cellM, (int)(width / cellM) + 1, (int)(height / cellM) + 1);
    }

    public int Column(double x) => (int)Math.Clamp((x - _originX) * _cellsPerMetre, 0, Columns - 1);

    public int Row(double y) => (int)Math.Clamp((y - _originY) * _cellsPerMetre, 0, Rows - 1);

    /// <summary>The y from which on points lie in this row or a later one.</summary>
    public double RowStart(int row) => row == 0 ? double.NegativeInfinity : _originY + (row * CellM) - SlackM;

    /// <summary>The y up to which points lie in this row or an earlier one.</summary>
    public double RowEnd(int row) => row == Rows - 1 ? double.PositiveInfinity : _originY + ((row + 1) * CellM) + SlackM;

    /// <summary>
    /// Shows a search the cells round a point, ring by ring, until nothing outside them can be within <paramref name="maxM"/> or nearer than what it has found.
    /// The search is a struct, so that each kind of search gets a walk of its own and nothing is called through a table.
    /// </summary>
    public void Walk<TSearch>(double x, double y, double maxM, ref TSearch search)
        where TSearch : struct, ICellSearch
    {
        int column = Column(x);
        int row = Row(y);
        for (int ring = 0; ; ring++)
        {
            CellRing cells = new(this, column, row, ring);
            while (cells.Next())
            {
                search.Look(cells.First, cells.Last);
            }

            double outsideM = OutsideM(x, y, column, row, ring);
            if (outsideM > maxM + 1e-6 || double.IsPositiveInfinity(outsideM) || outsideM > search.NearestM + 1e-6)
            {
                return;
            }
        }
    }

    /// <summary>What lies outside the block of cells within <paramref name="ring"/> of the point's own is at least this far away; infinity when nothing does.</summary>
    private double OutsideM(double x, double y, int column, int row, int ring)
    {
        double west = column - ring <= 0 ? double.PositiveInfinity : x - (_originX + ((column - ring) * CellM));
        double east = column + ring >= Columns - 1 ? double.PositiveInfinity : _originX + ((column + ring + 1) * CellM) - x;
        double south = row - ring <= 0 ? double.PositiveInfinity : y - (_originY + ((row - ring) * CellM));
        double north = row + ring >= Rows - 1 ? double.PositiveInfinity : _originY + ((row + ring + 1) * CellM) - y;
        return Math.Min(Math.Min(west, east), Math.Min(south, north)) - SlackM;
    }

    /// <summary>All of the values, unless a few lie far from the middle 98 %: those are left to the cells on the border.</summary>
    private static (double Low, double High) UsualRange(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return (0, 0);
        }

        double[] sample = new double[Math.Min(values.Length, SampleSize)];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = values[(int)((long)i * values.Length / sample.Length)];
        }

        Array.Sort(sample);
        double low = sample[sample.Length / 100];
        double high = sample[sample.Length - 1 - (sample.Length / 100)];
        double reach = Math.Max(high - low, 1);
        (double lowest, double highest) = (values[0], values[0]);
        foreach (double value in values)
        {
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }

        return (Math.Max(lowest, low - reach), Math.Min(highest, high + reach));
    }
}
