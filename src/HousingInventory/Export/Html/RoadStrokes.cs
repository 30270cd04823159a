using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>
/// Roads for cars as long lines for a drawing: at every crossing a line goes on along the road that turns least, so that far fewer lines are drawn than the
/// network has edges.
/// </summary>
internal sealed class RoadStrokes
{
    private const RoadFlags Kinds = RoadFlags.Major;

    private readonly RoadGraph _roads;
    private readonly bool[] _left;
    private readonly int[] _first;
    private readonly int[] _edges;

    private RoadStrokes(RoadGraph roads, Envelope area)
    {
        _roads = roads;
        _left = new bool[roads.EdgeCount];
        _first = new int[roads.NodeCount + 1];
        for (int edge = 0; edge < _left.Length; edge++)
        {
            (int start, int end) = (roads.EdgeStart[edge], roads.EdgeEnd[edge]);
            RoadFlags flags = roads.EdgeFlags[edge];
            _left[edge] = (flags & RoadFlags.Car) != 0 && (flags & RoadFlags.Ferry) == 0
                && (area.Contains(roads.NodeX[start], roads.NodeY[start]) || area.Contains(roads.NodeX[end], roads.NodeY[end]));
            _first[start + 1] += _left[edge] ? 1 : 0;
            _first[end + 1] += _left[edge] ? 1 : 0;
        }

        for (int node = 0; node < roads.NodeCount; node++)
        {
            _first[node + 1] += _first[node];
        }

        _edges = new int[_first[^1]];
        int[] next = [.. _first];
        for (int edge = 0; edge < _left.Length; edge++)
        {
            if (_left[edge])
            {
                _edges[next[roads.EdgeStart[edge]]++] = edge;
                _edges[next[roads.EdgeEnd[edge]]++] = edge;
            }
        }
    }

    /// <summary>The lines of all roads in an area, in metres; each edge is in exactly one.</summary>
    public static IEnumerable<(bool Major, double[] X, double[] Y)> Of(RoadGraph roads, Envelope area)
    {
        RoadStrokes strokes = new(roads, area);
        for (int edge = 0; edge < strokes._left.Length; edge++)
        {
            if (strokes._left[edge])
            {
                strokes._left[edge] = false;
                List<Coordinate> line = [.. strokes.Points(edge, forward: true)];
                strokes.GoOn(line, edge, roads.EdgeEnd[edge]);
                line.Reverse();
                strokes.GoOn(line, edge, roads.EdgeStart[edge]);
                yield return ((roads.EdgeFlags[edge] & Kinds) != 0, [.. line.Select(p => p.X)], [.. line.Select(p => p.Y)]);
            }
        }
    }

    /// <summary>Makes a line longer from the node where it ends, for as long as some road of its kind goes on.</summary>
    private void GoOn(List<Coordinate> line, int edge, int node)
    {
        RoadFlags kind = _roads.EdgeFlags[edge] & Kinds;
        while (Next(line, node, kind) is >= 0 and int next)
        {
            bool forward = _roads.EdgeStart[next] == node;
            _left[next] = false;
            line.AddRange(Points(next, forward).Skip(1));
            node = forward ? _roads.EdgeEnd[next] : _roads.EdgeStart[next];
        }
    }

    private int Next(List<Coordinate> line, int node, RoadFlags kind)
    {
        (int best, double straightest) = (-1, 0);
        for (int i = _first[node]; i < _first[node + 1]; i++)
        {
            int edge = _edges[i];
            if (_left[edge] && (_roads.EdgeFlags[edge] & Kinds) == kind)
            {
                double straight = Straight(line, edge, _roads.EdgeStart[edge] == node);
                if (straight > straightest)
                {
                    (best, straightest) = (edge, straight);
                }
            }
        }

        return best;
    }

    /// <summary>Cosine of the turn from the line into an edge: 1 straight on, 0 a right angle.</summary>
    private double Straight(List<Coordinate> line, int edge, bool forward)
    {
        (int first, int last) = (_roads.EdgeFirstPoint[edge], _roads.EdgeFirstPoint[edge + 1] - 1);
        (int from, int to) = forward ? (first, first + 1) : (last, last - 1);
        (double ax, double ay) = (line[^1].X - line[^2].X, line[^1].Y - line[^2].Y);
        (double bx, double by) = (_roads.PointX[to] - _roads.PointX[from], _roads.PointY[to] - _roads.PointY[from]);
        double lengths = Math.Sqrt(((ax * ax) + (ay * ay)) * ((bx * bx) + (by * by)));
        return lengths > 0 ? ((ax * bx) + (ay * by)) / lengths : 0.01;
    }

    private Coordinate[] Points(int edge, bool forward)
    {
        int first = _roads.EdgeFirstPoint[edge];
        Coordinate[] points = new Coordinate[_roads.EdgeFirstPoint[edge + 1] - first];
        for (int i = 0; i < points.Length; i++)
        {
            points[forward ? i : points.Length - 1 - i] = new Coordinate(_roads.PointX[first + i], _roads.PointY[first + i]);
        }

        return points;
    }
}
