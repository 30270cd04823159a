using System.Runtime.CompilerServices;
using HousingInventory.Formats;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Link;

/// <summary>
/// Areas by the corners of their rings, for the two questions that are asked very often: what lies here, and how far is it. A shape may consist of several
/// polygons with holes. The numbers are those that are kept of the areas, not copied. Read-only once built; metres, in the plane.
/// </summary>
internal sealed class Shapes
{
    /// <summary>Segments of a stretch of a long ring.</summary>
    private const int Stretch = 64;

    /// <summary>The numbers of a stretch; a ring of no more has none.</summary>
    private const int LongRing = 2 * Stretch;

    // Of each ring x and y by turns.
    private readonly double[][] _rings;
    private readonly int[] _partRing;
    private readonly int[] _partOwner;
    private readonly int[] _ownerPart;
    private readonly double[] _partArea;
    private readonly BoxIndex _index;
    private readonly Dictionary<int, double[]> _bands = [];

    public Shapes(IReadOnlyList<Geometry> areas)
        : this([.. areas.Select(KeptArea.Of)])
    {
    }

    public Shapes(IReadOnlyList<KeptArea> areas)
    {
        Parts parts = new(areas.Count);
        _ownerPart = new int[areas.Count + 1];
        for (int i = 0; i < areas.Count; i++)
        {
            parts.Add(areas[i], i);
            _ownerPart[i + 1] = parts.Owner.Count;
        }

        (_rings, _partRing, _partOwner) = ([.. parts.Rings], [.. parts.PartRing], [.. parts.Owner]);
        _partArea = [.. parts.Area];
        _index = new BoxIndex([.. parts.Boxes]);
        for (int ring = 0; ring < _rings.Length; ring++)
        {
            if (_rings[ring].Length > LongRing)
            {
                _bands.Add(ring, Bands(_rings[ring]));
            }
        }
    }

    /// <summary>The lowest and highest corner of each stretch of a long ring, by turns, so that a coast of a million corners costs a house no more than it must.</summary>
    private static double[] Bands(double[] ring)
    {
        double[] bands = new double[2 * ((ring.Length / LongRing) + 1)];
        for (int band = 0; band < bands.Length; band += 2)
        {
            (bands[band], bands[band + 1]) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int i = (band * Stretch) + 1; i < Math.Min(ring.Length, ((band + 2) * Stretch) + 2); i += 2)
            {
                bands[band] = Math.Min(bands[band], ring[i]);
                bands[band + 1] = Math.Max(bands[band + 1], ring[i]);
            }
        }

        return bands;
    }

    // Null for the short ring that nearly every one is, which is gone through as a whole.
    private double[]? BandsOf(int ring) => _rings[ring].Length > LongRing ? _bands[ring] : null;

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
            double[] at = _rings[ring];
            for (int i = 0; i + 3 < at.Length; i += 2)
            {
                double length = Math.Sqrt(Square(at[i + 2] - at[i]) + Square(at[i + 3] - at[i + 1]));
                int steps = (int)Math.Min(1000, Math.Ceiling(length / step));
                for (int k = 0; k < steps; k++)
                {
                    double t = (k + 0.5) / steps;
                    if (Distance(other, at[i] + (t * (at[i + 2] - at[i])), at[i + 1] + (t * (at[i + 3] - at[i + 1]))) <= gap)
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
            double[] at = _rings[ring];
            double[]? bands = BandsOf(ring);
            for (int i = 0; i + 3 < at.Length; i += 2)
            {
                if (bands is not null && i % LongRing == 0 && (bands[i / Stretch] > y || bands[(i / Stretch) + 1] <= y))
                {
                    // No segment of the stretch spans the height of the place.
                    i += LongRing - 2;
                    continue;
                }

                double y1 = at[i + 1];
                double y2 = at[i + 3];
                if ((y1 > y) != (y2 > y) && x < at[i] + ((y - y1) / (y2 - y1) * (at[i + 2] - at[i])))
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
            double[] at = _rings[ring];
            double[]? bands = BandsOf(ring);
            for (int i = 0; i + 3 < at.Length; i += 2)
            {
                if (bands is not null && i % LongRing == 0 && Square(Math.Max(Math.Max(bands[i / Stretch] - y, y - bands[(i / Stretch) + 1]), 0)) > best)
                {
                    i += LongRing - 2;
                    continue;
                }

                double dx = at[i + 2] - at[i];
                double dy = at[i + 3] - at[i + 1];
                double length = (dx * dx) + (dy * dy);
                double t = length > 0 ? Math.Clamp((((x - at[i]) * dx) + ((y - at[i + 1]) * dy)) / length, 0, 1) : 0;
                best = Math.Min(best, Square(at[i] + (t * dx) - x) + Square(at[i + 1] + (t * dy) - y));
            }
        }

        return Math.Sqrt(best);
    }

    /// <summary>Gathers the rings.</summary>
    private sealed class Parts(int areas)
    {
        public List<double[]> Rings { get; } = new(areas);

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
            PartRing.Add(Rings.Count);
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

            Rings.Add(points);
            return (new BoxIndex.Box(minX, minY, maxX, maxY), Math.Abs(area) / 2);
        }
    }
}
