using System.Runtime.InteropServices;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>
/// Roads for cars as long lines for a drawing: where lines meet with their ends, one goes on along the line that turns least, so that far fewer are drawn than
/// the network has edges.
/// </summary>
internal sealed class RoadLines
{
    private readonly IReadOnlyList<(double[] X, double[] Y)> _lines;
    private readonly bool[] _left;
    private readonly Dictionary<(double X, double Y), List<int>> _meeting = [];

    private RoadLines(IReadOnlyList<(double[] X, double[] Y)> lines)
    {
        _lines = lines;
        _left = new bool[lines.Count];
        for (int line = 0; line < lines.Count; line++)
        {
            (double[] x, double[] y) = lines[line];
            _left[line] = true;
            foreach ((double X, double Y) end in ((double, double)[])[(x[0], y[0]), (x[^1], y[^1])])
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_meeting, end, out _) ??= []).Add(line);
            }
        }
    }

    /// <summary>All roads of an area on which somebody may drive.</summary>
    public static IEnumerable<(double[] X, double[] Y)> All(Surroundings around, Envelope area)
    {
        if (around.Roads is not { } roads)
        {
            return [];
        }

        List<(double[] X, double[] Y)> edges = [];
        for (int edge = 0; edge < roads.EdgeCount; edge++)
        {
            (int start, int end) = (roads.EdgeStart[edge], roads.EdgeEnd[edge]);
            RoadFlags flags = roads.EdgeFlags[edge];
            if ((flags & RoadFlags.Car) != 0 && (flags & RoadFlags.Ferry) == 0
                && (area.Contains(roads.NodeX[start], roads.NodeY[start]) || area.Contains(roads.NodeX[end], roads.NodeY[end])))
            {
                Range points = roads.EdgeFirstPoint[edge]..roads.EdgeFirstPoint[edge + 1];
                edges.Add((roads.PointX[points].ToArray(), roads.PointY[points].ToArray()));
            }
        }

        return Joined(edges);
    }

    /// <summary>The major roads, those far away too.</summary>
    public static IEnumerable<(double[] X, double[] Y)> Major(Surroundings around) => around.MajorRoads is { } roads
        ? Joined([.. Enumerable.Range(0, roads.FirstPoint.Length - 1).Select(i => (roads.X[roads.FirstPoint[i]..roads.FirstPoint[i + 1]], roads.Y[roads.FirstPoint[i]..roads.FirstPoint[i + 1]]))])
        : [];

    /// <summary>Lines of at least two points joined end to end; each is in exactly one of the lines that come of it.</summary>
    public static IEnumerable<(double[] X, double[] Y)> Joined(IReadOnlyList<(double[] X, double[] Y)> lines)
    {
        RoadLines road = new(lines);
        for (int line = 0; line < lines.Count; line++)
        {
            if (road._left[line])
            {
                road._left[line] = false;
                List<Coordinate> points = [.. road.Points(line, forward: true)];
                road.GoOn(points);
                points.Reverse();
                road.GoOn(points);
                yield return ([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)]);
            }
        }
    }

    /// <summary>Makes a line longer at its end, for as long as some other goes on from there.</summary>
    private void GoOn(List<Coordinate> points)
    {
        while (Next(points, out bool forward) is >= 0 and int next)
        {
            _left[next] = false;
            points.AddRange(Points(next, forward).Skip(1));
        }
    }

    private int Next(List<Coordinate> points, out bool forward)
    {
        (int best, double straightest, forward) = (-1, 0, true);
        foreach (int line in _meeting[(points[^1].X, points[^1].Y)])
        {
            (double[] x, double[] y) = _lines[line];
            bool ahead = x[0] == points[^1].X && y[0] == points[^1].Y;
            double straight = ahead ? Straight(points, x[0], y[0], x[1], y[1]) : Straight(points, x[^1], y[^1], x[^2], y[^2]);
            if (_left[line] && straight > straightest)
            {
                (best, straightest, forward) = (line, straight, ahead);
            }
        }

        return best;
    }

    /// <summary>Cosine of the turn from the end of a line into a step: 1 straight on, 0 a right angle.</summary>
    private static double Straight(List<Coordinate> points, double fromX, double fromY, double toX, double toY)
    {
        (double ax, double ay) = (points[^1].X - points[^2].X, points[^1].Y - points[^2].Y);
        (double bx, double by) = (toX - fromX, toY - fromY);
        double lengths = Math.Sqrt(((ax * ax) + (ay * ay)) * ((bx * bx) + (by * by)));
        return lengths > 0 ? ((ax * bx) + (ay * by)) / lengths : 0.01;
    }

    private IEnumerable<Coordinate> Points(int line, bool forward)
    {
        (double[] x, double[] y) = _lines[line];
        return Enumerable.Range(0, x.Length).Select(i => forward ? i : x.Length - 1 - i).Select(i => new Coordinate(x[i], y[i]));
    }
}
