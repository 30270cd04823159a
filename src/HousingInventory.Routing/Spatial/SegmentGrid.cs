using System.Runtime.CompilerServices;

namespace HousingInventory.Routing.Spatial;

/// <summary>
/// Finds the nearest place on many polylines, by straight line: bus lines, major roads, the edges of a road graph. Built once, then read by any number of threads.
/// <para>
/// Layout: segment i of all lines is <c>_segments[i]</c>, in the order of the lines; <c>_first[cell]</c> to <c>_first[cell + 1]</c> are the places in
/// <c>_entries</c> of the segments that touch a cell, by rising index.
/// </para>
/// </summary>
public sealed class SegmentGrid
{
    private readonly CellGrid _grid;
    private readonly Segment[] _segments;
    private readonly int[] _lines;
    private readonly int[] _first;
    private readonly int[] _entries;

    /// <summary>
    /// Line i has the points <paramref name="firstPoint"/>[i] to <paramref name="firstPoint"/>[i + 1] of <paramref name="x"/> and <paramref name="y"/>, in metres;
    /// firstPoint has one number more than there are lines. A line of one point is that point. Segments with an end that is not finite are left out.
    /// </summary>
    public SegmentGrid(ReadOnlySpan<int> firstPoint, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        : this(Cut(firstPoint, x, y, out int[] lines), lines)
    {
    }

    /// <summary>Segments as they are: finite; equally near ones go by index.</summary>
    internal SegmentGrid(Segment[] segments, int[] lines)
    {
        (_segments, _lines) = (segments, lines);
        double[] middleX = new double[segments.Length];
        double[] middleY = new double[segments.Length];
        double lengthM = 0;
        for (int i = 0; i < segments.Length; i++)
        {
            Segment s = segments[i];
            (middleX[i], middleY[i]) = (s.AX + ((s.BX - s.AX) / 2), s.AY + ((s.BY - s.AY) / 2));
            lengthM += s.LengthM;
        }

        // With cells no smaller than the mean segment, segments lie in few cells each, whatever their shape.
        _grid = CellGrid.Over(middleX, middleY, lengthM / Math.Max(1, segments.Length));
        _first = new int[_grid.CellCount + 1];
        _entries = [];
        foreach (Segment segment in segments)
        {
            ForEachRun(segment, Count);
        }

        for (int cell = 0; cell < _grid.CellCount; cell++)
        {
            _first[cell + 1] += _first[cell];
        }

        _entries = new int[_first[^1]];
        int[] next = _first[..^1];
        for (int i = 0; i < segments.Length; i++)
        {
            int segment = i;
            ForEachRun(segments[i], (west, east) =>
            {
                for (int cell = west; cell <= east; cell++)
                {
                    _entries[next[cell]++] = segment;
                }
            });
        }
    }

    /// <summary>Number of segments that can be found.</summary>
    public int SegmentCount => _segments.Length;

    internal Segment SegmentAt(int segment) => _segments[segment];

    internal int LineOf(int segment) => _lines[segment];

    /// <summary>
    /// The nearest place within <paramref name="maxM"/> metres, inclusive; of equally near ones the one of the lowest line, then segment.
    /// </summary>
    public SegmentHit Nearest(double x, double y, double maxM = double.PositiveInfinity)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return SegmentHit.None;
        }

        Search search = new(this, x, y);
        _grid.Walk(x, y, maxM, ref search);
        return search.Segment != int.MaxValue && search.NearestM <= maxM
            ? new SegmentHit(_lines[search.Segment], search.Segment, search.Fraction, search.NearestM)
            : SegmentHit.None;
    }

    /// <summary>Puts the indices of all segments within <paramref name="radiusM"/> metres, inclusive, into <paramref name="into"/>, rising. The list is emptied first.</summary>
    internal void Within(double x, double y, double radiusM, List<int> into)
    {
        into.Clear();
        double reachM = (radiusM * (1 + 1e-9)) + 1e-6;
        int west = _grid.Column(x - reachM);
        int east = _grid.Column(x + reachM);
        int north = _grid.Row(y + reachM);
        for (int row = _grid.Row(y - reachM); row <= north; row++)
        {
            int end = _first[(row * _grid.Columns) + east + 1];
            for (int i = _first[(row * _grid.Columns) + west]; i < end; i++)
            {
                if (Micrometres.FromSquare(_segments[_entries[i]].SquareTo(x, y, out _)) <= radiusM)
                {
                    into.Add(_entries[i]);
                }
            }
        }

        // A segment stands in every cell it touches.
        into.Sort();
        int kept = 0;
        for (int i = 0; i < into.Count; i++)
        {
            if (i == 0 || into[i] != into[i - 1])
            {
                into[kept++] = into[i];
            }
        }

        into.RemoveRange(kept, into.Count - kept);
    }

    private static Segment[] Cut(ReadOnlySpan<int> firstPoint, ReadOnlySpan<double> x, ReadOnlySpan<double> y, out int[] lines)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        ArgumentOutOfRangeException.ThrowIfZero(firstPoint.Length);
        List<Segment> segments = new(x.Length);
        List<int> lineOf = new(x.Length);
        for (int line = 0; line < firstPoint.Length - 1; line++)
        {
            int last = firstPoint[line + 1] - 1;
            for (int p = firstPoint[line]; p < last || (p == last && p == firstPoint[line]); p++)
            {
                int q = Math.Min(p + 1, last);
                if (double.IsFinite(x[p]) && double.IsFinite(y[p]) && double.IsFinite(x[q]) && double.IsFinite(y[q]))
                {
                    segments.Add(new Segment(x[p], y[p], x[q], y[q]));
                    lineOf.Add(line);
                }
            }
        }

        lines = [.. lineOf];
        return [.. segments];
    }

    private void Count(int west, int east)
    {
        for (int cell = west; cell <= east; cell++)
        {
            _first[cell + 1]++;
        }
    }

    /// <summary>Calls <paramref name="act"/> with the first and last cell of the run that a segment touches, for each row it touches.</summary>
    private void ForEachRun(Segment s, Action<int, int> act)
    {
        (double lowX, double lowY, double highX, double highY) = s.AY <= s.BY ? (s.AX, s.AY, s.BX, s.BY) : (s.BX, s.BY, s.AX, s.AY);
        int lastRow = _grid.Row(highY);
        double slackM = _grid.CellM * 1e-6;
        for (int row = _grid.Row(lowY); row <= lastRow; row++)
        {
            (double startX, double endX) = (lowX, highX);
            if (highY > lowY)
            {
                double perMetre = (highX - lowX) / (highY - lowY);
                startX = lowX + ((Math.Max(lowY, _grid.RowStart(row)) - lowY) * perMetre);
                endX = lowX + ((Math.Min(highY, _grid.RowEnd(row)) - lowY) * perMetre);
            }

            int west = _grid.Column(Math.Min(startX, endX) - slackM);
            int east = _grid.Column(Math.Max(startX, endX) + slackM);
            act((row * _grid.Columns) + west, (row * _grid.Columns) + east);
        }
    }

    /// <summary>The nearest place so far; of equally near ones the one of the lowest segment.</summary>
    private struct Search(SegmentGrid grid, double x, double y) : ICellSearch
    {
        private double _squareLimit = double.PositiveInfinity;

        public double NearestM { get; private set; } = double.PositiveInfinity;

        public int Segment { get; private set; } = int.MaxValue;

        public double Fraction { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Look(int firstCell, int lastCell)
        {
            // Locals stay in registers; fields would be read anew for every segment.
            (SegmentGrid lines, double atX, double atY, double limit) = (grid, x, y, _squareLimit);
            (int[] entries, Segment[] segments) = (lines._entries, lines._segments);
            int end = lines._first[lastCell + 1];
            for (int i = lines._first[firstCell]; i < end; i++)
            {
                int segment = entries[i];
                double square = segments[segment].SquareTo(atX, atY, out double fraction);
                if (square <= limit)
                {
                    Offer(Micrometres.FromSquare(square), segment, fraction);
                    limit = _squareLimit;
                }
            }
        }

        private void Offer(double distanceM, int segment, double fraction)
        {
            if (distanceM < NearestM || (distanceM == NearestM && segment < Segment))
            {
                (NearestM, _squareLimit, Segment, Fraction) = (distanceM, Micrometres.SquareLimit(distanceM), segment, fraction);
            }
        }
    }
}
