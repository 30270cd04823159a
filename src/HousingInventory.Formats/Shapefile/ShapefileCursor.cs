using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>A pass over the records of a Shapefile: as many as the longer of geometry and attributes has.</summary>
internal sealed class ShapefileCursor : IFeatureCursor
{
    private readonly ShapeFile? _shapes;
    private readonly DbfTable? _table;
    private readonly int _count;
    private int _next;
    private bool _hasAttributes;
    private bool _isDecoded;
    private Geometry? _geometry;
    private string? _fault;

    public ShapefileCursor(ShapefileParts parts, ShapeFile? shapes, DbfTable? table, ReadOptions options)
    {
        _shapes = shapes;
        _table = table;
        _count = Math.Max(shapes?.Count ?? 0, table?.Count ?? 0);
        string? crsText = ShapefileParts.TextOf(parts.Prj);
        crsText = CrsTable.SaysNothing(crsText) ? null : crsText;
        Layer = new LayerInfo
        {
            Name = parts.Name,
            Columns = table?.Columns ?? [],
            GeometryColumn = shapes is null ? null : "",
            GeometryType = shapes is null ? null : ShapeGeometry.OgcType(shapes.Type),
            Crs = options.Crs ?? CrsTable.FindByText(crsText),
            CrsText = crsText,
            RowCount = _count,
            LastChange = table?.LastChange,
            Encoding = table?.EncodingLabel,
        };
    }

    public LayerInfo Layer { get; }

    public long Row => _next;

    public string? Fault
    {
        get
        {
            Decode();
            return _fault;
        }
    }

    public Geometry? Geometry
    {
        get
        {
            Decode();
            return _geometry;
        }
    }

    public bool Read()
    {
        while (_next < _count)
        {
            int record = _next++;
            _isDecoded = false;
            _hasAttributes = _table is not null && record < _table.Count;
            if (_hasAttributes)
            {
                _table!.Read(record);
            }

            if (!_hasAttributes || !_table!.IsDeleted)
            {
                return true;
            }
        }

        _hasAttributes = false;
        _isDecoded = true;
        (_geometry, _fault) = (null, null);
        return false;
    }

    public string? Text(int column)
    {
        ReadOnlySpan<char> span = Span(column);
        return span.IsEmpty ? null : span.ToString();
    }

    public ReadOnlySpan<char> Span(int column) => _hasAttributes && (uint)column < (uint)Layer.Columns.Count ? _table!.Text(column) : [];

    public double? Number(int column) => _hasAttributes && (uint)column < (uint)Layer.Columns.Count ? _table!.Number(column) : null;

    public void Dispose()
    {
        _shapes?.Dispose();
        _table?.Dispose();
    }

    /// <summary>Whoever asks for attributes alone does not pay for the geometry.</summary>
    private void Decode()
    {
        if (_isDecoded || _next == 0)
        {
            return;
        }

        _isDecoded = true;
        int record = _next - 1;
        (_geometry, _fault) = (null, null);
        if (_table is not null && !_hasAttributes)
        {
            _fault = "has no attributes: the .dbf file has fewer records than the .shp file";
        }
        else if (_shapes is not null && record >= _shapes.Count)
        {
            _fault = "has no geometry: the .shp file has fewer records than the .dbf file";
        }
        else if (_shapes is not null)
        {
            _geometry = _shapes.Read(record, out _fault);
        }
    }
}
