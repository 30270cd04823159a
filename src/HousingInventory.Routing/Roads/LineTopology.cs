using HousingInventory.Routing.Spatial;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// Finds where lines without node ids meet. The end of a line meets every other line that passes within the tolerance: at a vertex of it that is as near, else
/// at a new point between two vertices (a T-junction). Inner vertices of two lines meet only if they are the same point: a bridge over a road is no crossing.
/// What differs by more than 3 m in height does not meet, where heights are known.
/// </summary>
internal sealed class LineTopology
{
    private readonly NodedWays _ways;
    private readonly double _snapM;
    private readonly SegmentGrid _grid;
    private readonly List<int> _pointOfSegment = [];
    private readonly List<int> _lineWays = [];

    public LineTopology(NodedWays ways, long[] nodeIds, double snapM)
    {
        (_ways, _snapM) = (ways, snapM);
        List<Segment> segments = [];
        List<int> wayOfSegment = [];
        for (int way = 0; way < ways.WayIds.Length; way++)
        {
            int last = ways.FirstPoint[way + 1] - 1;
            if (nodeIds[last] != RoadWays.NoNode)
            {
                continue;
            }

            _lineWays.Add(way);
            for (int p = ways.FirstPoint[way]; p < last; p++)
            {
                segments.Add(new Segment(ways.X[p], ways.Y[p], ways.X[p + 1], ways.Y[p + 1]));
                wayOfSegment.Add(way);
                _pointOfSegment.Add(p);
            }
        }

        _grid = new SegmentGrid([.. segments], [.. wayOfSegment]);
        Nodes = new UnionFind(IsEmpty ? 0 : ways.NodeCount);
    }

    public bool IsEmpty => _lineWays.Count == 0;

    public UnionFind Nodes { get; }

    public List<Split> Splits { get; } = [];

    public int SnappedEnds { get; private set; }

    public void JoinEnds()
    {
        List<int> near = [];
        foreach (int way in _lineWays)
        {
            JoinEnd(way, _ways.FirstPoint[way], near);
            JoinEnd(way, _ways.FirstPoint[way + 1] - 1, near);
        }
    }

    private void JoinEnd(int way, int end, List<int> near)
    {
        double x = _ways.X[end];
        double y = _ways.Y[end];
        _grid.Within(x, y, _snapM, near);
        for (int from = 0; from < near.Count;)
        {
            // The segments near the end go way by way; the nearest of each way is where the end meets it.
            int other = _grid.LineOf(near[from]);
            double best = double.PositiveInfinity;
            int segment = -1;
            for (; from < near.Count && _grid.LineOf(near[from]) == other; from++)
            {
                double square = _grid.SegmentAt(near[from]).SquareTo(x, y, out _);
                if (square < best)
                {
                    (best, segment) = (square, near[from]);
                }
            }

            if (other != way)
            {
                Meet(end, segment);
            }
        }
    }

    private void Meet(int end, int segment)
    {
        double x = _ways.X[end];
        double y = _ways.Y[end];
        Segment on = _grid.SegmentAt(segment);
        int p = _pointOfSegment[segment];
        on.SquareTo(x, y, out double fraction);
        if (!PlaceNodes.AreLevel(_ways.Heights[end], _ways.Heights[p] + (fraction * (_ways.Heights[p + 1] - _ways.Heights[p]))))
        {
            return;
        }

        double toA = Math.Round(new Segment(on.AX, on.AY, x, y).LengthM, 6);
        double toB = Math.Round(new Segment(on.BX, on.BY, x, y).LengthM, 6);
        if (Math.Min(toA, toB) <= _snapM)
        {
            SnappedEnds += Nodes.Join(_ways.Node[end], _ways.Node[toA <= toB ? p : p + 1]) ? 1 : 0;
            return;
        }

        Splits.Add(new Split(p, fraction, _ways.Node[end]));
    }

    /// <summary>A new point of node <paramref name="Node"/> between points <paramref name="Point"/> and Point + 1.</summary>
    internal readonly record struct Split(int Point, double Fraction, int Node);
}
