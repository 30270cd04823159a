using HousingInventory.Routing.Spatial;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// Connects points to the roads of one mode. Built once, then read by any number of threads.
/// </summary>
public sealed class EdgeIndex
{
    private readonly RoadGraph _graph;
    private readonly SegmentGrid _grid;
    private readonly int[] _edges;
    private readonly int[] _points;

    /// <summary>Over all edges of the graph that a point may connect to by this mode (<see cref="RoadGraph.CanConnect"/>).</summary>
    public EdgeIndex(RoadGraph graph, RoadMode mode)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        List<int> points = [];
        List<int> edges = [];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!graph.CanConnect(edge, mode))
            {
                continue;
            }

            for (int p = graph.EdgeFirstPoint[edge]; p < graph.EdgeFirstPoint[edge + 1] - 1; p++)
            {
                if (graph.PointM[p + 1] > graph.PointM[p])
                {
                    points.Add(p);
                    edges.Add(edge);
                }
            }
        }

        // The grid settles ties by position, so segments stand in it by way id, then segment.
        (_points, _edges) = ([.. points], [.. edges]);
        int[] ranks = Array.ConvertAll(_points, graph.RankOf);
        Array.Sort((int[])ranks.Clone(), _points);
        Array.Sort(ranks, _edges);
        Segment[] segments = Array.ConvertAll(
            _points, p => new Segment(graph.PointX[p], graph.PointY[p], graph.PointX[p + 1], graph.PointY[p + 1]));
        _grid = new SegmentGrid(segments, _edges);
    }

    /// <summary>
    /// The nearest place on the nearest edge within <paramref name="maxToRoadM"/> metres, inclusive; of equally near ones the one of the lowest way id, then the
    /// first segment of that way. <see cref="Connection.None"/> if there is none, or the point is not finite.
    /// </summary>
    public Connection Connect(double x, double y, double maxToRoadM)
    {
        SegmentHit hit = _grid.Nearest(x, y, maxToRoadM);
        if (!hit.Found)
        {
            return Connection.None;
        }

        int p = _points[hit.Segment];
        double fromM = _graph.PointM[p];
        double alongM = Math.Min(fromM + (hit.Fraction * (_graph.PointM[p + 1] - fromM)), _graph.PointM[p + 1]);
        return new Connection(hit.Line, Exact.Units(Exact.Steps(alongM)), hit.DistanceM);
    }
}
