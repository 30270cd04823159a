using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>A pass over the rows of one worksheet.</summary>
internal sealed class XlsxCursor : IFeatureCursor
{
    /// <summary>How far down a header is looked for below the first value.</summary>
    private const int TitleRows = 20;

    private const string DanglingText = "has a cell that refers to a text which the workbook does not hold";
    private readonly XlsxWorkbook _workbook;
    private readonly XlsxRows _rows;
    private readonly char[] _number = new char[32];
    private readonly int _firstColumn;
    private readonly long _headerRow;
    private bool _hasRow;

    public XlsxCursor(XlsxWorkbook workbook, XlsxSheet sheet)
    {
        _workbook = workbook;
        (Layer, _headerRow, _firstColumn) = ReadHeader(workbook, sheet);
        if (Layer.Columns.Count == 0)
        {
            throw new DataFormatException($"The sheet '{sheet.Name}' is empty; it must begin with a row of column names.");
        }

        _rows = XlsxDamage.Guard(() => new XlsxRows(workbook, sheet), XlsxDamage.Sentence);
    }

    public LayerInfo Layer { get; }

    public long Row => _rows.Number <= _headerRow ? 0 : _rows.Number - _headerRow;

    public string? Fault { get; private set; }

    public Geometry? Geometry => null;

    /// <summary>The table of a sheet with the number of its header row and the first column that it names; no columns when the sheet is empty.</summary>
    public static (LayerInfo Layer, long HeaderRow, int FirstColumn) ReadHeader(XlsxWorkbook workbook, XlsxSheet sheet)
    {
        (List<string> names, long row, int first) = XlsxDamage.Guard(() => FindHeader(workbook, sheet), XlsxDamage.Sentence);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        ColumnInfo[] columns = [.. names.Select((name, i) => new ColumnInfo(TableHeader.Unique(name.ReplaceLineEndings(" "), i, taken), ColumnKind.Text))];
        return (new LayerInfo { Name = sheet.Name, Columns = columns, LastChange = workbook.LastChange }, row, first);
    }

    public bool Read()
    {
        Fault = null;
        try
        {
            while (_hasRow = _rows.Read())
            {
                if (_rows.Number > _headerRow && HasAnyValue())
                {
                    Fault = _rows.HasDanglingText ? DanglingText : null;
                    return true;
                }
            }
        }
        catch (Exception e) when (XlsxDamage.IsDamage(e))
        {
            throw new DataFormatException(XlsxDamage.Sentence, e);
        }

        return false;
    }

    public string? Text(int column)
    {
        ReadOnlySpan<char> span = Span(column);
        return span.IsEmpty ? null : span.ToString();
    }

    public ReadOnlySpan<char> Span(int column)
    {
        XlsxCell cell = Cell(column);
        return cell.Kind switch
        {
            XlsxCellKind.Text => cell.Text.AsSpan().Trim(),
            XlsxCellKind.Boolean => cell.Number != 0 ? "true" : "false",
            XlsxCellKind.Date => XlsxDays.Date(cell.Number, _workbook.Is1904, _number),
            XlsxCellKind.Number => NumberText.Format(cell.Number, _number),
            _ => [],
        };
    }

    public double? Number(int column)
    {
        XlsxCell cell = Cell(column);
        return cell.Kind switch
        {
            XlsxCellKind.Number => cell.Number,
            XlsxCellKind.Text => NumberText.Parse(cell.Text),
            _ => null,
        };
    }

    public void Dispose()
    {
        _rows.Dispose();
        _workbook.Dispose();
    }

    private static (List<string> Names, long Row, int First) FindHeader(XlsxWorkbook workbook, XlsxSheet sheet)
    {
        using XlsxRows rows = new(workbook, sheet);
        (List<string> Names, long Row, int First) found = ([], 0, 0);
        while (rows.Read() && (found.Names.Count == 0 || rows.Number < found.Row + TitleRows))
        {
            List<string> names = [];
            int first = 0;
            int values = 0;
            for (int i = 0; i < rows.Width; i++)
            {
                string name = rows[i].HeadingText(workbook.Is1904);
                values += name.Length > 0 ? 1 : 0;
                first = values == 0 ? i + 1 : first;
                if (values > 0)
                {
                    names.Add(name);
                }
            }

            names.RemoveRange(names.FindLastIndex(n => n.Length > 0) + 1, names.Count - 1 - names.FindLastIndex(n => n.Length > 0));
            if (values > 1 || (values == 1 && found.Names.Count == 0))
            {
                found = (names, rows.Number, first);
            }

            if (values > 1)
            {
                break;
            }
        }

        return found;
    }

    private XlsxCell Cell(int column) => _hasRow && (uint)column < (uint)Layer.Columns.Count ? _rows[_firstColumn + column] : default;

    private bool HasAnyValue()
    {
        for (int i = 0; i < Layer.Columns.Count; i++)
        {
            XlsxCell cell = Cell(i);
            if (cell.Kind is not XlsxCellKind.Empty && (cell.Kind is not XlsxCellKind.Text || !string.IsNullOrWhiteSpace(cell.Text)))
            {
                return true;
            }
        }

        return _rows.HasDanglingText;
    }
}
