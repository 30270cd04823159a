using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// Brings the geometries of one layer into the working CRS. What the numbers are is judged by their size: swapped axes and a CRS that is plainly another
/// than stated are corrected with a notice; what cannot be told apart is refused. The records vote: what most of them are decides, whatever their order. The
/// first is taken at its word; a layer that it did not speak for is read once more (<see cref="SourceFile.Outvoted"/>).
/// </summary>
internal sealed class PlaceReader
{
    private readonly SourceFile _file;
    private readonly SaidCursor _cursor;
    private Crs? _stated;
    private string? _written;
    private readonly Dictionary<CoordinateReading, long> _others = [];
    private readonly ReadLimits _limits = ReadLimits.Current;
    private CrsTransform? _transform;
    private CoordinateReading? _reading;
    private string? _unsettled;
    private long _fits;
    private long _firstOther;
    private bool _misfit;

    public PlaceReader(SourceFile file, SaidCursor cursor)
    {
        _file = file;
        _cursor = cursor;
        _stated = file.Options.Crs ?? cursor.Layer.Crs;
        if (_stated is null && cursor.Layer is { GeometryColumn: not null, CrsText: { Length: > 0 } text })
        {
            throw file.Refuse($"states a CRS that this tool does not know ({Short(text)}); deliver it in EPSG:3006, or say what it is with \"crs\": \"EPSG:...\".");
        }
    }

    /// <summary>Takes the CRS that a record names in a column of its own; call before the record is read. All records must name one.</summary>
    /// <exception cref="InputException">It is unknown, or another than before.</exception>
    public void State(string crs)
    {
        if (_written is null)
        {
            _written = crs;
            _stated = CrsTable.FindByText(crs) ?? CrsTable.FindByText("EPSG:" + crs)
                ?? throw _file.Refuse($"names the CRS '{Short(crs)}', which this tool does not know; write EPSG:3006 or the like.");
        }
        else if (!string.Equals(crs, _written, StringComparison.OrdinalIgnoreCase))
        {
            throw _file.Refuse("names several CRS in one column; split the file by them.");
        }
    }

    /// <summary>Whether the last read gave nothing because the coordinates fit another system, or none; false when there were none.</summary>
    public bool IsMisfit => _misfit;

    /// <summary>Why the last read gave nothing: the reason to count, and the notice.</summary>
    public (string Reason, Notice Notice) Left => _misfit ? ("other-crs", new CoordinatesMisfit(Used)) : ("no-place", new NoPlace());

    /// <summary>The current record's geometry in the working CRS; null when it has none or its coordinates fit nothing.</summary>
    public Geometry? Read()
    {
        _misfit = false;
        if (_cursor.Geometry is not { IsEmpty: false } geometry)
        {
            return null;
        }

        Coordinate first = geometry.Coordinate;
        if (!Accept(first.X, first.Y))
        {
            return null;
        }

        if (geometry.NumPoints > _limits.Corners || (geometry.NumPoints > 1 && StrayVertex.IsIn(geometry, _stated, _reading!.Value)))
        {
            _misfit = true;
            return null;
        }

        if (_reading!.Value.IsSwapped)
        {
            geometry = geometry.Copy();
            geometry.Apply(SwapAxes.Instance);
        }

        return _transform!.IsIdentity ? geometry : _transform.Apply(geometry);
    }

    /// <summary>A pair of columns in the working CRS; null when either has no number, or they fit nothing.</summary>
    public (double X, double Y)? Read(double? east, double? north)
    {
        _misfit = false;
        if (east is not { } x || north is not { } y || !Accept(x, y))
        {
            return null;
        }

        return _reading!.Value.IsSwapped ? _transform!.Apply(y, x) : _transform!.Apply(x, y);
    }

    /// <summary>
    /// Call after the last record. Refuses a layer whose records lie in two systems; one stray record, or up to one in a hundred, is left out instead. Asks for
    /// another reading of the layer when most records are not what the first was.
    /// </summary>
    public void Finish()
    {
        if (_reading is not { } reading)
        {
            return;
        }

        // Of equally many the stated system goes first, and axes as they stand.
        KeyValuePair<CoordinateReading, long>[] votes = [new(reading, _fits), .. _others];
        CoordinateReading most = votes.OrderByDescending(v => votes.Where(o => Agree(o.Key, v.Key)).Sum(o => o.Value))
            .ThenBy(v => v.Key.Kind).ThenBy(v => v.Key.IsSwapped).First().Key;
        if (most != reading && _file.Decided is null)
        {
            _file.Outvoted = most;
            return;
        }

        if (_unsettled is not null)
        {
            throw _file.Refuse(_unsettled);
        }

        long others = _others.Where(v => v.Key.Kind != CoordinateKind.Elsewhere).Sum(v => v.Value);
        if (others > 1 && others * 100 > _fits + others)
        {
            throw _file.Refuse($"holds coordinates of two systems: {_fits} records fit {Used}, {others} do not, the first in row {_firstOther}. Ask for one delivery in one CRS, or split the file and state the \"crs\" of each part.");
        }
    }

    private string Used => _transform?.From.ToString() ?? "the stated CRS";

    private bool Accept(double x, double y)
    {
        CoordinateReading reading = CoordinateReading.Judge(x, y, _stated);
        _misfit = reading.Kind == CoordinateKind.Impossible;
        if (_misfit)
        {
            return false;
        }

        if (_reading is null)
        {
            _reading = _file.Decided ?? reading;
            _transform = Settle(_reading.Value) is { } crs ? CrsTransform.Between(crs, _file.WorkingCrs) : null;
            _file.Info.Crs = _transform?.From.ToString();
        }

        if (Agree(reading, _reading.Value))
        {
            _fits++;
        }
        else
        {
            _misfit = true;
            _firstOther = _firstOther == 0 ? _cursor.Row : _firstOther;
            _others[reading] = _others.GetValueOrDefault(reading) + 1;
        }

        return !_misfit && _transform is not null;
    }

    /// <summary>The system that a reading means, with the notices on it; null where it cannot be told, which is refused only if most records are so.</summary>
    private Crs? Settle(CoordinateReading reading)
    {
        Crs? settled = reading.Kind switch
        {
            CoordinateKind.AsStated or CoordinateKind.Elsewhere => _stated!,
            CoordinateKind.Degrees => CrsTable.Wgs84,
            CoordinateKind.SwerefTm => CrsTable.Sweref99Tm,
            CoordinateKind.Rt90 => CrsTable.Find(3021)!,
            _ => null,
        };
        if (settled is null)
        {
            _unsettled = reading.Kind == CoordinateKind.SwerefZone
                ? "has coordinates of a local SWEREF 99 zone, and it cannot be seen which; state it with \"crs\" (Skellefteå uses EPSG:3016)."
                : "has coordinates that may be SWEREF 99 TM or a local zone; state which with \"crs\": \"EPSG:3006\" or the zone's code.";
            return null;
        }

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

    /// <summary>Whether a pair of numbers may be of the system that another is plainly of: what cannot be told from its own size goes with its neighbours.</summary>
    internal static bool Agree(CoordinateReading pair, CoordinateReading layer) => pair == layer
        || (pair.Kind == CoordinateKind.Ambiguous && layer.Kind is CoordinateKind.SwerefTm or CoordinateKind.SwerefZone && pair.IsSwapped == layer.IsSwapped);

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
