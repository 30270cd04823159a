using System.Globalization;
using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>
/// Collects the surfaces and points of GML 3.2 (and 2) fragments, whatever collection they are wrapped in. Curved segments count as straight between the
/// positions that are written. Heights are dropped.
/// </summary>
/// <remarks>
/// Axis order: a srsName of the urn or http://www.opengis.net/def form means that of the EPSG register, northing first for the Swedish systems; "EPSG:3006"
/// means easting first. Both are broken in practice, so each geometry's first position is judged by size as well (<see cref="CoordinateReading"/>).
/// </remarks>
internal sealed class GmlGeometryReader
{
    private static readonly GeometryFactory s_factory = new();

    private readonly List<Polygon> _polygons = [];
    private readonly List<Point> _points = [];
    private readonly List<Coordinate> _positions = [];
    private readonly List<LinearRing> _holes = [];
    private LinearRing? _shell;
    private bool _isBroken;
    private bool? _isSwapped;
    private bool _isNorthFirst;
    private int _dimension;

    /// <summary>The system of the last geometry that named one; null before that and when the table does not know it.</summary>
    public Crs? Crs { get; private set; }

    /// <summary>What was written for it.</summary>
    public string? CrsText { get; private set; }

    /// <summary>True for the folded name of an element that <see cref="Read"/> understands.</summary>
    public static bool IsGeometry(string name)
        => name is "polygon" or "surface" or "multisurface" or "multipolygon" or "compositesurface" or "polyhedralsurface" or "point" or "multipoint";

    /// <summary>Forgets what was collected, for the next building.</summary>
    public void Clear()
    {
        _polygons.Clear();
        _points.Clear();
        _isBroken = false;
    }

    /// <summary>On the start of a geometry element: collects what is in it, and steps to its end.</summary>
    public void Read(RecordXmlReader xml)
    {
        int root = xml.Depth;
        bool isPoint = xml.Name == "point";
        _isSwapped = null;
        _dimension = 0;
        _shell = null;
        _holes.Clear();
        _positions.Clear();
        Adopt(xml);
        if (xml.IsEmptyElement)
        {
            return;
        }

        while (xml.Read() && !(xml.IsEndElement && xml.Depth == root))
        {
            if (xml.IsElement)
            {
                Adopt(xml);
                Start(xml);
            }
            else if (xml.IsEndElement)
            {
                End(xml.Name);
            }
        }

        End(isPoint ? "point" : "polygon");
    }

    /// <summary>The surfaces that were collected, else the first point; null when there are none or one of them is broken.</summary>
    public Geometry? Result()
    {
        if (_isBroken)
        {
            return null;
        }

        return _polygons.Count switch
        {
            0 => _points.Count == 0 ? null : _points[0],
            1 => _polygons[0],
            _ => s_factory.CreateMultiPolygon([.. _polygons]),
        };
    }

    private void Adopt(RecordXmlReader xml)
    {
        if (xml.Attribute("srsname") is string name && name != CrsText)
        {
            CrsText = name;
            Crs = CrsTable.FindByText(name);
            _isNorthFirst = Crs is not null && (name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) || name.Contains("/def/crs/", StringComparison.OrdinalIgnoreCase))
                && !name.Contains("CRS84", StringComparison.OrdinalIgnoreCase);
        }

        if (int.TryParse(xml.Attribute("srsdimension"), NumberStyles.None, CultureInfo.InvariantCulture, out int dimension) && dimension is 2 or 3)
        {
            _dimension = dimension;
        }
    }

    private void Start(RecordXmlReader xml)
    {
        switch (xml.Name)
        {
            case "exterior" or "interior" or "outerboundaryis" or "innerboundaryis" or "point":
                _positions.Clear();
                break;
            case "poslist":
                AddAll(xml.Text(), _dimension);
                break;
            case "pos":
                AddAll(xml.Text(), 0);
                break;
            case "coordinates":
                AddTuples(xml.Text());
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "exterior" or "outerboundaryis":
                _shell = Ring();
                break;
            case "interior" or "innerboundaryis" when Ring() is LinearRing hole:
                _holes.Add(hole);
                break;
            case "point":
                EndPoint();
                break;
            case "polygon" or "polygonpatch":
                EndPolygon();
                break;
        }
    }

    private void EndPolygon()
    {
        if (_shell is not null)
        {
            _polygons.Add(s_factory.CreatePolygon(_shell, [.. _holes]));
        }

        _shell = null;
        _holes.Clear();
    }

    private void EndPoint()
    {
        if (_positions.Count > 0)
        {
            _points.Add(s_factory.CreatePoint(_positions[0].Copy()));
            _positions.Clear();
        }
    }

    /// <summary>The positions as a ring, closed if the file left that out; null and the whole geometry broken when they enclose nothing.</summary>
    private LinearRing? Ring()
    {
        if (_positions.Count > 0 && !_positions[0].Equals2D(_positions[^1]))
        {
            _positions.Add(_positions[0].Copy());
        }

        LinearRing? ring = !_isBroken && _positions.Count >= 4 ? s_factory.CreateLinearRing([.. _positions]) : null;
        _isBroken |= ring is null;
        _positions.Clear();
        return ring;
    }

    private void AddAll(ReadOnlySpan<char> text, int dimension)
    {
        int count = Count(text);
        int step = dimension > 0 ? dimension : count % 2 != 0 && count % 3 == 0 ? 3 : 2;
        if (count % step != 0)
        {
            _isBroken = true;
            return;
        }

        for (int i = 0; i < count; i += step)
        {
            double first = Next(ref text);
            double second = Next(ref text);
            Add(first, second);
            if (step == 3)
            {
                Next(ref text);
            }
        }
    }

    /// <summary>"x,y x,y" of GML 2, whose order is the CRS's as in GML 3.</summary>
    private void AddTuples(ReadOnlySpan<char> text)
    {
        foreach (Range range in text.SplitAny(" \t\r\n"))
        {
            ReadOnlySpan<char> tuple = text[range];
            int comma = tuple.IndexOf(',');
            if (tuple.IsEmpty)
            {
                continue;
            }

            ReadOnlySpan<char> rest = comma < 0 ? default : tuple[(comma + 1)..];
            int second = rest.IndexOf(',');
            Add(comma < 0 ? double.NaN : Number(tuple[..comma]), Number(second < 0 ? rest : rest[..second]));
        }
    }

    private void Add(double first, double second)
    {
        (double x, double y) = _isNorthFirst ? (second, first) : (first, second);
        _isSwapped ??= CoordinateReading.Judge(x, y, Crs).IsSwapped;
        (x, y) = _isSwapped.Value ? (y, x) : (x, y);
        _isBroken |= !double.IsFinite(x) || !double.IsFinite(y);
        if (_positions.Count == 0 || _positions[^1].X != x || _positions[^1].Y != y)
        {
            _positions.Add(new Coordinate(x, y));
        }
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (!(text = text.TrimStart()).IsEmpty)
        {
            count++;
            text = text[Word(text)..];
        }

        return count;
    }

    private static double Next(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        int end = Word(text);
        double value = Number(text[..end]);
        text = text[end..];
        return value;
    }

    private static int Word(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(" \t\r\n");
        return end < 0 ? text.Length : end;
    }

    private static double Number(ReadOnlySpan<char> text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
}
