using HousingInventory.Routing.Spatial;

namespace HousingInventory.Routing.Roads;

/// <summary>
/// Connects points to the roads of one mode. Built once, then read by any number of threads.
/// </summary>
public sealed class EdgeIndex
{
    private readonly RoadGraph _graph;
    private readonly Part[] _parts;

    /// <summary>Over all edges of the graph that a point may connect to by this mode (<see cref="RoadGraph.CanConnect"/>).</summary>
    public EdgeIndex(RoadGraph graph, RoadMode mode)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        Dictionary<int, (List<int> Points, List<int> Edges)> byPart = [];
        for (int edge = 0; edge < graph.EdgeCount; edge++)
        {
            if (!graph.CanConnect(edge, mode))
            {
                continue;
            }

            if (!byPart.TryGetValue(graph.PartOf(edge, mode), out (List<int> Points, List<int> Edges) part))
            {
                byPart.Add(graph.PartOf(edge, mode), part = ([], []));
            }

            for (int p = graph.EdgeFirstPoint[edge]; p < graph.EdgeFirstPoint[edge + 1] - 1; p++)
            {
                if (graph.PointM[p + 1] > graph.PointM[p])
                {
                    part.Points.Add(p);
                    part.Edges.Add(edge);
                }
            }
        }

        _parts = [.. byPart.OrderBy(p => p.Key).Select(p => new Part(graph, [.. p.Value.Points], [.. p.Value.Edges]))];
    }

    /// <summary>
    /// In each part of the network the nearest place on the nearest edge within <paramref name="maxToRoadM"/> metres, inclusive; of equally near ones the one of
    /// the lowest way id, then the first segment of that way. <see cref="Connections.None"/> if there is none, or the point is not finite.
    /// </summary>
    public Connections Connect(double x, double y, double maxToRoadM)
    {
        (Connection Connection, int Rank)[] found = [];
        foreach (Part part in _parts)
        {
            if (part.Connect(_graph, x, y, maxToRoadM) is { } connection)
            {
                found = [.. found, connection];
            }
        }

        // Nearly always there is one.
        return new Connections([.. found.OrderBy(f => f.Connection.StraightM).ThenBy(f => f.Rank).Select(f => f.Connection)]);
    }

    /// <summary>The segments of one part.</summary>
    private sealed class Part
    {
        private readonly SegmentGrid _grid;
        private readonly int[] _points;
        private readonly double _minX = double.PositiveInfinity;
        private readonly double _minY = double.PositiveInfinity;
        private readonly double _maxX = double.NegativeInfinity;
        private readonly double _maxY = double.NegativeInfinity;

        public Part(RoadGraph graph, int[] points, int[] edges)
        {
            // The grid settles ties by position, so segments stand in it by way id, then segment.
            _points = points;
            int[] ranks = Array.ConvertAll(points, graph.RankOf);
            Array.Sort((int[])ranks.Clone(), points);
            Array.Sort(ranks, edges);
            Segment[] segments = Array.ConvertAll(
                points, p => new Segment(graph.PointX[p], graph.PointY[p], graph.PointX[p + 1], graph.PointY[p + 1]));
            _grid = new SegmentGrid(segments, edges);
            foreach (Segment segment in segments)
            {
                (_minX, _maxX) = (Math.Min(_minX, Math.Min(segment.AX, segment.BX)), Math.Max(_maxX, Math.Max(segment.AX, segment.BX)));
                (_minY, _maxY) = (Math.Min(_minY, Math.Min(segment.AY, segment.BY)), Math.Max(_maxY, Math.Max(segment.AY, segment.BY)));
            }
        }

        public (Connection Connection, int Rank)? Connect(RoadGraph graph, double x, double y, double maxToRoadM)
        {
            // An archipelago has hundreds of parts, and a house is near few.
            if (!(Math.Max(Math.Max(_minX - x, x - _maxX), Math.Max(_minY - y, y - _maxY)) <= maxToRoadM))
            {
                return null;
            }

            SegmentHit hit = _grid.Nearest(x, y, maxToRoadM);
            if (!hit.Found)
            {
                return null;
            }

            int p = _points[hit.Segment];
            double fromM = graph.PointM[p];
            double alongM = Math.Min(fromM + (hit.Fraction * (graph.PointM[p + 1] - fromM)), graph.PointM[p + 1]);
            return (new Connection(hit.Line, Exact.Units(Exact.Steps(alongM)), hit.DistanceM), graph.RankOf(p));
        }
    }
}
