namespace HousingInventory.Routing.Spatial;

/// <summary>
/// The cells at one ring round a cell (ring 0 is the cell itself), as runs of neighbouring cells within the raster: the whole row at the top and bottom of the
/// ring, one cell at each side between them.
/// </summary>
internal struct CellRing(CellGrid grid, int column, int row, int ring)
{
    private readonly int _lastRow = Math.Min(row + ring, grid.Rows - 1);
    private int _row = Math.Max(row - ring, 0);
    private bool _isWestDone;

    /// <summary>First cell of the run.</summary>
    public int First { get; private set; }

    /// <summary>Last cell of the run.</summary>
    public int Last { get; private set; }

    public bool Next()
    {
        int west = Math.Max(column - ring, 0);
        int east = Math.Min(column + ring, grid.Columns - 1);
        for (; _row <= _lastRow; _row++)
        {
            int start = _row * grid.Columns;
            if (_row == row - ring || _row == row + ring)
            {
                (First, Last) = (start + west, start + east);
                _row++;
                return true;
            }

            if (!_isWestDone && column - ring >= 0)
            {
                _isWestDone = true;
                (First, Last) = (start + west, start + west);
                return true;
            }

            _isWestDone = false;
            if (column + ring < grid.Columns)
            {
                (First, Last) = (start + east, start + east);
                _row++;
                return true;
            }
        }

        return false;
    }
}
