using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace HousingInventory.Export.Html;

/// <summary>
/// Lines and rings of a drawing, thinned together to a number of points: those stay that show most. By the measure of Douglas and Peucker every point has the
/// tolerance up to which it stays, so that one look at all of them gives the tolerance that fits.
/// </summary>
/// <param name="frame">What is seen, and in which units; a line outside it is left out.</param>
internal sealed class MapLines(MapFrame frame)
{
    /// <summary>A line that is not this many tolerances long from corner to corner is left out whole.</summary>
    private const double Seen = 3;

    private readonly List<(int Layer, double[] X, double[] Y, double[] Weight, bool Ring)> _lines = [];

    /// <summary>Adds all lines, or all rings of all areas, of a geometry.</summary>
    public void Add(int layer, Geometry geometry)
    {
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            switch (geometry.GetGeometryN(i))
            {
                case Polygon { IsEmpty: false } polygon:
                    Add(layer, polygon.ExteriorRing.Coordinates, ring: true);
                    foreach (LineString hole in polygon.InteriorRings)
                    {
                        Add(layer, hole.Coordinates, ring: true);
                    }

                    break;
                case LineString { IsEmpty: false } line:
                    Add(layer, line.Coordinates, ring: false);
                    break;
                case GeometryCollection more:
                    Add(layer, more);
                    break;
            }
        }
    }

    /// <summary>Adds a line in metres of the working CRS. A ring ends where it began.</summary>
    public void Add(int layer, double[] x, double[] y, bool ring)
    {
        Envelope box = new();
        for (int i = 0; i < x.Length; i++)
        {
            box.ExpandToInclude(x[i], y[i]);
        }

        if (x.Length > 1 && box.Intersects(frame.Area))
        {
            _lines.Add((layer, x, y, Weights(x, y, box.Diameter / Seen), ring));
        }
    }

    /// <summary>Path data by layer, an empty text for a layer without any line left.</summary>
    /// <param name="layers">How many layers there are.</param>
    /// <param name="points">At most so many points in all, a few more where several weigh the same.</param>
    /// <param name="finestM">What is smaller than this, metres, is left out even if there is room.</param>
    public string[] Paths(int layers, int points, double finestM)
    {
        double[] weights = [.. _lines.SelectMany(l => l.Weight)];
        double tolerance = finestM;
        if (weights.Length > points)
        {
            Array.Sort(weights);
            tolerance = Math.Max(finestM, weights[^points]);
        }

        StringBuilder[] paths = [.. Enumerable.Range(0, layers).Select(_ => new StringBuilder())];
        foreach ((int layer, double[] x, double[] y, double[] weight, bool ring) in _lines)
        {
            Write(paths[layer], x, y, weight, tolerance, ring);
        }

        return [.. paths.Select(p => p.ToString())];
    }

    private void Add(int layer, Coordinate[] line, bool ring) => Add(layer, [.. line.Select(c => c.X)], [.. line.Select(c => c.Y)], ring);

    /// <summary>The tolerance up to which each point stays; none stays longer than its line does.</summary>
    private static double[] Weights(double[] x, double[] y, double most)
    {
        double[] weights = new double[x.Length];
        weights[0] = weights[^1] = most;
        Stack<(int From, int To, double Most)> pieces = new([(0, x.Length - 1, most)]);
        while (pieces.TryPop(out (int From, int To, double Most) piece))
        {
            (int at, double far) = Farthest(x, y, piece.From, piece.To);
            if (at > 0)
            {
                // A point inside a piece cannot outlive the one that split the piece off.
                weights[at] = Math.Min(far, piece.Most);
                pieces.Push((piece.From, at, weights[at]));
                pieces.Push((at, piece.To, weights[at]));
            }
        }

        return weights;
    }

    private static (int At, double Far) Farthest(double[] x, double[] y, int from, int to)
    {
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double square = (dx * dx) + (dy * dy);
        (int at, double far) = (-1, -1);
        for (int i = from + 1; i < to; i++)
        {
            double along = square > 0 ? Math.Clamp((((x[i] - x[from]) * dx) + ((y[i] - y[from]) * dy)) / square, 0, 1) : 0;
            double ex = x[i] - x[from] - (along * dx);
            double ey = y[i] - y[from] - (along * dy);
            double distance = (ex * ex) + (ey * ey);
            if (distance > far)
            {
                (at, far) = (i, distance);
            }
        }

        return (at, Math.Sqrt(Math.Max(0, far)));
    }

    /// <summary>One line: its first point, then steps, which are shorter to write than places.</summary>
    private void Write(StringBuilder path, double[] x, double[] y, double[] weight, double tolerance, bool ring)
    {
        if (weight[0] < tolerance)
        {
            return;
        }

        (long atX, long atY) = (frame.WholeX(x[0]), frame.WholeY(y[0]));
        int start = path.Length;
        path.Append('M');
        Number(path, atX);
        Number(path, atY);
        bool moved = false;
        for (int i = 1; i < x.Length - (ring ? 1 : 0); i++)
        {
            (long toX, long toY) = (frame.WholeX(x[i]), frame.WholeY(y[i]));
            if (weight[i] >= tolerance && (toX != atX || toY != atY))
            {
                path.Append(moved ? "" : "l");
                Number(path, toX - atX);
                Number(path, toY - atY);
                (atX, atY, moved) = (toX, toY, true);
            }
        }

        path.Length = moved ? path.Length : start;
        path.Append(moved && ring ? "z" : "");
    }

    /// <summary>A number, set apart from the one before only where no sign does it.</summary>
    private static void Number(StringBuilder path, long number)
    {
        if (number >= 0 && char.IsAsciiDigit(path[^1]))
        {
            path.Append(' ');
        }

        path.Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
