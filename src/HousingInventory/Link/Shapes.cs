using System.Runtime.CompilerServices;
using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Link;

/// <summary>
/// Areas as plain arrays of corners, for the two questions that are asked very often: what lies here, and how far is it. A shape may consist of several
/// polygons with holes. Read-only once built; metres, in the plane.
/// </summary>
internal sealed class Shapes
{
    private const int Stretch = 64;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _ringStart;
    private readonly int[] _partRing;
    private readonly int[] _partOwner;
    private readonly int[] _ownerPart;
    private readonly double[] _partArea;
    private readonly BoxIndex _index;
    private readonly double[] _minY;
    private readonly double[] _maxY;

    public Shapes(IReadOnlyList<Geometry> areas)
        : this([.. areas.Select(KeptArea.Of)])
    {
    }

    public Shapes(IReadOnlyList<KeptArea> areas)
    {
        Parts parts = new(areas.Count, areas.Sum(static a => a.Corners));
        _ownerPart = new int[areas.Count + 1];
        for (int i = 0; i < areas.Count; i++)
        {
            parts.Add(areas[i], i);
            _ownerPart[i + 1] = parts.Owner.Count;
        }

        (_x, _y) = (parts.X, parts.Y);
        (_ringStart, _partRing, _partOwner) = ([.. parts.RingStart], [.. parts.PartRing], [.. parts.Owner]);
        _partArea = [.. parts.Area];
        _index = new BoxIndex([.. parts.Boxes]);
        (_minY, _maxY) = Bands(_y);
    }

    /// <summary>The lowest and highest corner of each stretch of <see cref="Stretch"/> segments, so that a coast of a million corners costs a house no more than it must.</summary>
    private static (double[] MinY, double[] MaxY) Bands(double[] y)
    {
        double[] minY = new double[(y.Length / Stretch) + 1], maxY = new double[minY.Length];
        for (int band = 0; band < minY.Length; band++)
        {
            (minY[band], maxY[band]) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int i = band * Stretch; i <= Math.Min(y.Length - 1, (band + 1) * Stretch); i++)
            {
                minY[band] = Math.Min(minY[band], y[i]);
                maxY[band] = Math.Max(maxY[band], y[i]);
            }
        }

        return (minY, maxY);
    }

    /// <summary>Adds the shapes that are at most so far away, each once, ascending, with the distance: 0 inside.</summary>
    public void Near(double x, double y, double distance, List<(int Shape, double DistanceM)> found, List<int> scratch)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return;
        }

        scratch.Clear();
        _index.Find(x, y, distance, scratch);
        foreach (int part in scratch)
        {
            double d = PartDistance(part, x, y);
            if (d > distance)
            {
                continue;
            }

            // Parts of a shape follow each other.
            if (found.Count > 0 && found[^1].Shape == _partOwner[part])
            {
                found[^1] = (_partOwner[part], Math.Min(d, found[^1].DistanceM));
            }
            else
            {
                found.Add((_partOwner[part], d));
            }
        }
    }

    /// <summary>
    /// The shape that a place lies in, -1 when in none. Where several lie over each other it is the one whose polygon is smallest, then the one that comes
    /// first by <paramref name="order"/>.
    /// </summary>
    public int Containing(double x, double y, List<int> scratch, Comparison<int>? order = null)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return -1;
        }

        scratch.Clear();
        _index.Find(x, y, 0, scratch);
        return ContainingOf(scratch, x, y, order);
    }

    /// <summary>The polygons that may hold a place in an area, for <see cref="ContainingOf"/>: where many places close together are asked for, they are looked up once.</summary>
    public void PolygonsAt(in BoxIndex.Box area, List<int> polygons)
    {
        polygons.Clear();
        _index.Find(area, polygons);
    }

    /// <summary>Whether these polygons are all of one shape.</summary>
    public bool AreOf(int shape, List<int> polygons)
    {
        foreach (int part in polygons)
        {
            if (_partOwner[part] != shape)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As <see cref="Containing"/>, among these polygons only.</summary>
    public int ContainingOf(List<int> polygons, double x, double y, Comparison<int>? order)
    {
        int best = -1;
        foreach (int part in polygons)
        {
            if (!_index.Holds(part, x, y) || !PartContains(part, x, y))
            {
                continue;
            }

            int smaller = best < 0 ? -1 : _partArea[part].CompareTo(_partArea[best]);
            if (smaller < 0 || (smaller == 0 && order is not null && order(_partOwner[part], _partOwner[best]) < 0))
            {
                best = part;
            }
        }

        return best < 0 ? -1 : _partOwner[best];
    }

    /// <summary>Adds every shape that a place lies in, ascending.</summary>
    public void AllContaining(double x, double y, List<int> found, List<int> scratch)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return;
        }

        scratch.Clear();
        _index.Find(x, y, 0, scratch);
        foreach (int part in scratch)
        {
            if (PartContains(part, x, y) && (found.Count == 0 || found[^1] != _partOwner[part]))
            {
                found.Add(_partOwner[part]);
            }
        }
    }

    /// <summary>The other shapes that may be within a gap of this one, by their boxes, each once, ascending; none where they are more than asked for.</summary>
    /// <param name="shape">This one.</param>
    /// <param name="gap">The gap, metres.</param>
    /// <param name="most">As many at most.</param>
    /// <param name="found">Where they are put, in place of what it holds.</param>
    /// <param name="scratch">Working memory.</param>
    public void Beside(int shape, double gap, int most, List<int> found, List<int> scratch)
    {
        found.Clear();
        for (int part = _ownerPart[shape]; part < _ownerPart[shape + 1] && found.Count <= most; part++)
        {
            scratch.Clear();
            _index.FindBeside(part, gap, scratch);
            foreach (int other in scratch)
            {
                int owner = _partOwner[other];
                if (owner != shape && found.Count <= most && !found.Contains(owner))
                {
                    found.Add(owner);
                }
            }
        }

        if (found.Count > most)
        {
            found.Clear();
        }

        found.Sort();
    }

    /// <summary>Metres from a place to a shape, 0 inside.</summary>
    public double Distance(int shape, double x, double y)
    {
        double best = double.PositiveInfinity;
        for (int part = _ownerPart[shape]; part < _ownerPart[shape + 1]; part++)
        {
            best = Math.Min(best, PartDistance(part, x, y));
        }

        return best;
    }

    /// <summary>Metres of a shape's outline that lie at most <paramref name="gap"/> from another shape: the length of the wall they share.</summary>
    public double SharedWall(int shape, int other, double gap)
    {
        const double step = 0.25;
        double shared = 0;
        for (int ring = _partRing[_ownerPart[shape]]; ring < _partRing[_ownerPart[shape + 1]]; ring++)
        {
            for (int i = _ringStart[ring]; i + 1 < _ringStart[ring + 1]; i++)
            {
                double length = Math.Sqrt(Square(_x[i + 1] - _x[i]) + Square(_y[i + 1] - _y[i]));
                int steps = (int)Math.Min(1000, Math.Ceiling(length / step));
                for (int k = 0; k < steps; k++)
                {
                    double t = (k + 0.5) / steps;
                    if (Distance(other, _x[i] + (t * (_x[i + 1] - _x[i])), _y[i] + (t * (_y[i + 1] - _y[i]))) <= gap)
                    {
                        shared += length / steps;
                    }
                }
            }
        }

        return shared;
    }

    private static double Square(double v) => v * v;

    // Crossing number: rings of holes turn inside to outside again.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool PartContains(int part, double x, double y)
    {
        bool inside = false;
        for (int ring = _partRing[part]; ring < _partRing[part + 1]; ring++)
        {
            for (int i = _ringStart[ring]; i + 1 < _ringStart[ring + 1]; i++)
            {
                if (i % Stretch == 0 && (_minY[i / Stretch] > y || _maxY[i / Stretch] <= y))
                {
                    // No segment of the stretch spans the height of the place.
                    i += Stretch - 1;
                    continue;
                }

                double y1 = _y[i];
                double y2 = _y[i + 1];
                if ((y1 > y) != (y2 > y) && x < _x[i] + ((y - y1) / (y2 - y1) * (_x[i + 1] - _x[i])))
                {
                    inside = !inside;
                }
            }
        }

        return inside;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double PartDistance(int part, double x, double y)
    {
        if (PartContains(part, x, y))
        {
            return 0;
        }

        double best = double.PositiveInfinity;
        for (int ring = _partRing[part]; ring < _partRing[part + 1]; ring++)
        {
            for (int i = _ringStart[ring]; i + 1 < _ringStart[ring + 1]; i++)
            {
                if (i % Stretch == 0 && Square(Math.Max(Math.Max(_minY[i / Stretch] - y, y - _maxY[i / Stretch]), 0)) > best)
                {
                    i += Stretch - 1;
                    continue;
                }

                double dx = _x[i + 1] - _x[i];
                double dy = _y[i + 1] - _y[i];
                double length = (dx * dx) + (dy * dy);
                double t = length > 0 ? Math.Clamp((((x - _x[i]) * dx) + ((y - _y[i]) * dy)) / length, 0, 1) : 0;
                best = Math.Min(best, Square(_x[i] + (t * dx) - x) + Square(_y[i] + (t * dy) - y));
            }
        }

        return Math.Sqrt(best);
    }

    /// <summary>Gathers the corners.</summary>
    private sealed class Parts(int areas, int corners)
    {
        private int _corners;

        public double[] X { get; } = new double[corners];

        public double[] Y { get; } = new double[corners];

        public List<int> RingStart { get; } = new(areas + 1) { 0 };

        public List<int> PartRing { get; } = new(areas + 1) { 0 };

        public List<int> Owner { get; } = new(areas);

        public List<double> Area { get; } = new(areas);

        public List<BoxIndex.Box> Boxes { get; } = new(areas);

        public void Add(KeptArea area, int owner)
        {
            if (area.Ring is { } ring)
            {
                Add(Ring(ring), owner);
            }
            else
            {
                Add(area.Geometry, owner);
            }
        }

        private void Add(Geometry area, int owner)
        {
            if (area is GeometryCollection collection)
            {
                for (int i = 0; i < collection.NumGeometries; i++)
                {
                    Add(collection.GetGeometryN(i), owner);
                }
            }
            else if (area is Polygon { IsEmpty: false } polygon)
            {
                (BoxIndex.Box Box, double AreaM2) shell = Ring(FlatCorners.NumbersOf(polygon.ExteriorRing.CoordinateSequence));
                for (int hole = 0; hole < polygon.NumInteriorRings; hole++)
                {
                    Ring(FlatCorners.NumbersOf(polygon.GetInteriorRingN(hole).CoordinateSequence));
                }

                Add(shell, owner);
            }
        }

        // A polygon whose rings have been added.
        private void Add((BoxIndex.Box Box, double AreaM2) shell, int owner)
        {
            PartRing.Add(RingStart.Count - 1);
            Owner.Add(owner);
            Boxes.Add(shell.Box);
            Area.Add(shell.AreaM2);
        }

        // The box and the area that it encloses.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private (BoxIndex.Box Box, double AreaM2) Ring(double[] points)
        {
            double minX = double.PositiveInfinity;
            double minY = double.PositiveInfinity;
            double maxX = double.NegativeInfinity;
            double maxY = double.NegativeInfinity;
            double area = 0;
            for (int i = 0; i < points.Length; i += 2)
            {
                double x = points[i];
                double y = points[i + 1];
                X[_corners] = x;
                Y[_corners++] = y;
                minX = Math.Min(minX, x);
                minY = Math.Min(minY, y);
                maxX = Math.Max(maxX, x);
                maxY = Math.Max(maxY, y);
                if (i > 0)
                {
                    area += (points[i - 2] - points[0]) * (y - points[1]);
                    area -= (x - points[0]) * (points[i - 1] - points[1]);
                }
            }

            RingStart.Add(_corners);
            return (new BoxIndex.Box(minX, minY, maxX, maxY), Math.Abs(area) / 2);
        }
    }
}
