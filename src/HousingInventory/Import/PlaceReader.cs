using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Brings the geometries of one layer into the working CRS. What the numbers are is judged by their size: swapped axes and a CRS that is plainly another
/// than stated are corrected with a notice; what cannot be told apart is refused.
/// </summary>
internal sealed class PlaceReader
{
    private const long MisfitsBeforeRefusal = 20;

    private readonly SourceFile _file;
    private readonly IFeatureCursor _cursor;
    private readonly Crs? _stated;
    private CrsTransform? _transform;
    private CoordinateReading _reading;
    private long _fits;
    private long _misfits;

    public PlaceReader(SourceFile file, IFeatureCursor cursor)
    {
        _file = file;
        _cursor = cursor;
        _stated = file.Options.Crs ?? cursor.Layer.Crs;
        if (_stated is null && cursor.Layer is { GeometryColumn: not null, CrsText: { Length: > 0 } text })
        {
            throw file.Refuse($"states a CRS that this tool does not know ({Short(text)}); deliver it in EPSG:3006, or say what it is with \"crs\": \"EPSG:...\".");
        }
    }

    /// <summary>The current record's geometry in the working CRS; null when it has none or its coordinates fit nothing.</summary>
    public Geometry? Read()
    {
        if (_cursor.Geometry is not { IsEmpty: false } geometry)
        {
            return null;
        }

        Coordinate first = geometry.Coordinate;
        if (!Accept(first.X, first.Y))
        {
            return null;
        }

        if (_reading.IsSwapped)
        {
            geometry = geometry.Copy();
            geometry.Apply(SwapAxes.Instance);
        }

        return _transform!.IsIdentity ? geometry : _transform.Apply(geometry);
    }

    /// <summary>A pair of columns in the working CRS; null when it fits nothing.</summary>
    public (double X, double Y)? Read(double x, double y)
    {
        if (!Accept(x, y))
        {
            return null;
        }

        return _reading.IsSwapped ? _transform!.Apply(y, x) : _transform!.Apply(x, y);
    }

    /// <summary>Call after the last record: refuses a layer whose records lie in two systems.</summary>
    public void Finish()
    {
        if (_misfits > MisfitsBeforeRefusal && _misfits * 100 > _fits + _misfits)
        {
            throw _file.Refuse(FormattableString.Invariant(
                $"holds coordinates of two systems: {_fits} records fit {Used}, {_misfits} do not. Ask for one delivery in one CRS, or split the file and state the \"crs\" of each part."));
        }
    }

    private string Used => _transform?.From.ToString() ?? "the stated CRS";

    private bool Accept(double x, double y)
    {
        CoordinateReading reading = CoordinateReading.Judge(x, y, _stated);
        if (_transform is null)
        {
            if (reading.Kind == CoordinateKind.Impossible)
            {
                _misfits++;
                return false;
            }

            _reading = reading;
            _transform = CrsTransform.Between(Settle(reading), _file.WorkingCrs);
            _file.Info.Crs = _transform.From.ToString();
        }

        bool fits = reading == _reading;
        _ = fits ? _fits++ : _misfits++;
        return fits;
    }

    private Crs Settle(CoordinateReading reading)
    {
        Crs settled = reading.Kind switch
        {
            CoordinateKind.AsStated or CoordinateKind.Elsewhere => _stated!,
            CoordinateKind.Degrees => CrsTable.Wgs84,
            CoordinateKind.SwerefTm => CrsTable.Sweref99Tm,
            CoordinateKind.Rt90 => CrsTable.Find(3021)!,
            CoordinateKind.SwerefZone => throw _file.Refuse(
                "has coordinates of a local SWEREF 99 zone, and it cannot be seen which; state it with \"crs\" (Skellefteå uses EPSG:3016)."),
            _ => throw _file.Refuse("has coordinates that may be SWEREF 99 TM or a local zone; state which with \"crs\": \"EPSG:3006\" or the zone's code."),
        };
        if (reading.IsSwapped)
        {
            _file.Notice(new AxesSwapped());
        }

        if (settled != _stated)
        {
            _file.Notice(new CrsRecognised(settled.ToString(), _stated?.ToString() ?? "–"));
        }

        return settled;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";

    private sealed class SwapAxes : ICoordinateSequenceFilter
    {
        public static readonly SwapAxes Instance = new();

        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            double x = seq.GetX(i);
            seq.SetX(i, seq.GetY(i));
            seq.SetY(i, x);
        }
    }
}
