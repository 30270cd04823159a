using NetTopologySuite.Geometries;

namespace HousingInventory.Formats;

/// <summary>A pass over the rows of one worksheet.</summary>
internal sealed class XlsxCursor : IFeatureCursor
{
    /// <summary>How far down a header is looked for below the first value.</summary>
    private const int TitleRows = 20;

    private const string DanglingText = "has a cell that refers to a text which the workbook does not hold";
    private readonly XlsxWorkbook _workbook;
    private readonly Queue<(XlsxSheet Sheet, long HeaderRow, int FirstColumn)> _alike = new();
    private readonly char[] _number = new char[32];
    private XlsxRows _rows;
    private int _firstColumn;
    private long _headerRow;
    private long _rowsBefore;
    private bool _hasRow;

    /// <summary>Reads a sheet, and behind it those of the others that have the same headings in the same order.</summary>
    public XlsxCursor(XlsxWorkbook workbook, XlsxSheet sheet, IReadOnlyList<XlsxSheet> others)
    {
        _workbook = workbook;
        (Layer, _headerRow, _firstColumn) = ReadHeader(workbook, sheet);
        if (Layer.Columns.Count == 0)
        {
            throw new DataFormatException($"The sheet '{sheet.Name}' is empty; it must begin with a row of column names.");
        }

        foreach (XlsxSheet other in others)
        {
            // A first row with figures in it is no row of headings: the table goes on there without them.
            (LayerInfo layer, long header, int first) = ReadHeader(workbook, other);
            if (layer.Columns.Select(static c => c.Name).SequenceEqual(Layer.Columns.Select(static c => c.Name), StringComparer.OrdinalIgnoreCase))
            {
                _alike.Enqueue((other, header, first));
            }
            else if (RowsBelow(other, layer.Columns.Any(static c => c.Name.AsSpan().ContainsAnyInRange('0', '9')) ? header - 1 : header) is > 0 and long rows)
            {
                Gaps = Gaps with { UnreadSheets = Gaps.UnreadSheets + 1, UnreadRows = Gaps.UnreadRows + rows };
            }
        }

        _rows = XlsxDamage.Guard(() => new XlsxRows(workbook, sheet), XlsxDamage.Sentence);
    }

    public LayerInfo Layer { get; }

    public long Row => _rowsBefore + (_rows.Number <= _headerRow ? 0 : _rows.Number - _headerRow);

    public long SheetRow => _rows.Number;

    public ReadGaps Gaps { get; private set; } = ReadGaps.None;

    public string? Fault { get; private set; }

    public Geometry? Geometry => null;

    /// <summary>The table of a sheet with the number of its header row and the first column that it names; no columns when the sheet is empty.</summary>
    public static (LayerInfo Layer, long HeaderRow, int FirstColumn) ReadHeader(XlsxWorkbook workbook, XlsxSheet sheet)
    {
        (List<string> names, long row, int first) = XlsxDamage.Guard(() => FindHeader(workbook, sheet), XlsxDamage.Sentence);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        ColumnInfo[] columns = [.. names.Select((name, i) => new ColumnInfo(TableHeader.Unique(name.ReplaceLineEndings(" "), i, taken), ColumnKind.Text))];
        return (new LayerInfo { Name = sheet.Name, Columns = columns, HeadsAreRow = true, LastChange = workbook.LastChange }, row, first);
    }

    public bool Read()
    {
        Fault = null;
        try
        {
            do
            {
                while (_hasRow = _rows.Read())
                {
                    if (_rows.Number <= _headerRow)
                    {
                        continue;
                    }

                    if (_rows.WithoutValue > 0)
                    {
                        Gaps = Gaps with { CellsWithoutValue = Gaps.CellsWithoutValue + _rows.WithoutValue };
                    }

                    if (HasAnyValue())
                    {
                        Fault = _rows.HasDanglingText ? DanglingText : null;
                        return true;
                    }
                }
            }
            while (NextSheet());
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

    private bool NextSheet()
    {
        if (!_alike.TryDequeue(out (XlsxSheet Sheet, long HeaderRow, int FirstColumn) next))
        {
            return false;
        }

        _rowsBefore = Row;
        _rows.Dispose();
        _rows = new XlsxRows(_workbook, next.Sheet);
        (_headerRow, _firstColumn) = (next.HeaderRow, next.FirstColumn);
        return true;
    }

    private long RowsBelow(XlsxSheet sheet, long header) => XlsxDamage.Guard(
        () =>
        {
            using XlsxRows rows = new(_workbook, sheet);
            long count = 0;
            while (rows.Read())
            {
                count += rows.Number > header && rows.Width > 0 ? 1 : 0;
            }

            return count;
        },
        XlsxDamage.Sentence);

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
