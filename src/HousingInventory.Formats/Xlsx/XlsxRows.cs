using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>What stands in a cell.</summary>
internal enum XlsxCellKind
{
    Empty,
    Text,
    Number,
    Date,
    Boolean,
}

/// <summary>The value of a cell: text, or a number (a day as the workbook counts days, a truth value as 0 or 1).</summary>
internal readonly record struct XlsxCell(XlsxCellKind Kind, string? Text, double Number)
{
    /// <summary>The value as the name of a column.</summary>
    public string HeadingText(bool is1904)
    {
        Span<char> buffer = stackalloc char[32];
        return Kind switch
        {
            XlsxCellKind.Text => Text!.Trim(),
            XlsxCellKind.Number => NumberText.Format(Number, buffer).ToString(),
            XlsxCellKind.Date => XlsxDays.Date(Number, is1904, buffer).ToString(),
            XlsxCellKind.Boolean => Number != 0 ? "true" : "false",
            _ => "",
        };
    }
}

/// <summary>Reads the XML of a worksheet row by row. ECMA-376 part 1, 18.3.1.</summary>
internal sealed class XlsxRows : IDisposable
{
    /// <summary>The last column that Excel has is XFD.</summary>
    private const int MaxColumns = 16384;

    private readonly XlsxWorkbook _workbook;
    private readonly XmlReader? _xml;
    private readonly StringBuilder _text = new();
    private XlsxCell[] _cells = new XlsxCell[64];
    private bool _ended;

    public XlsxRows(XlsxWorkbook workbook, XlsxSheet sheet)
    {
        _workbook = workbook;
        _xml = workbook.OpenPart(sheet.Part);
    }

    /// <summary>1-based number of the current row in the sheet.</summary>
    public long Number { get; private set; }

    /// <summary>One more than the index of the last cell of the row.</summary>
    public int Width { get; private set; }

    /// <summary>Cells of the row with an error, or with a formula whose value was never saved.</summary>
    public int WithoutValue { get; private set; }

    /// <summary>True when a cell of the row refers to a shared string that is not there.</summary>
    public bool HasDanglingText { get; private set; }

    public XlsxCell this[int column] => column < Width ? _cells[column] : default;

    /// <summary>Steps to the next row that is written in the file, be it empty.</summary>
    public bool Read()
    {
        _cells.AsSpan(0, Width).Clear();
        Width = 0;
        HasDanglingText = false;
        WithoutValue = 0;
        while (!_ended && _xml is not null && _xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "row")
            {
                bool said = long.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out long number);
                Number = said && number > Number && number <= int.MaxValue ? number : Number + 1;
                if (!_xml.IsEmptyElement)
                {
                    ReadCells();
                }

                return true;
            }

            _ended = _xml.NodeType == XmlNodeType.EndElement && _xml.LocalName == "sheetData";
        }

        return false;
    }

    public void Dispose() => _xml?.Dispose();

    private void ReadCells()
    {
        int depth = _xml!.Depth;
        int column = 0;
        while (_xml.Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth <= depth))
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "c")
            {
                continue;
            }

            column = ColumnOf(_xml.GetAttribute("r")) ?? column;
            string type = _xml.GetAttribute("t") ?? "n";
            bool isDate = int.TryParse(_xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out int style)
                && style < _workbook.DateStyles.Count && _workbook.DateStyles[style];
            if (!_xml.IsEmptyElement)
            {
                _text.Clear();
                bool isSaved = XlsxStrings.ReadText(_xml, "c", _text, mayBeEmpty: type is not ("n" or "s"));
                WithoutValue += isSaved && type != "e" && !(type is "str" && IsError(_text)) ? 0 : 1;
                Set(column, Value(type, isDate));
            }

            column++;
        }
    }

    // A formula that hands the error of another on as its text.
    private static bool IsError(StringBuilder text) => text.Length is > 3 and < 12 && text[0] == '#' && text.ToString() is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!";

    private void Set(int column, XlsxCell cell)
    {
        if (cell.Kind == XlsxCellKind.Empty || column >= MaxColumns)
        {
            return;
        }

        if (column >= _cells.Length)
        {
            Array.Resize(ref _cells, Math.Min(MaxColumns, Math.Max(column + 1, 2 * _cells.Length)));
        }

        _cells[column] = cell;
        Width = Math.Max(Width, column + 1);
    }

    private XlsxCell Value(string type, bool isDate)
    {
        switch (type)
        {
            case "s":
                return SharedText();
            case "inlineStr" or "str":
                return new XlsxCell(XlsxCellKind.Text, XlsxStrings.Decode(_text), 0);
            case "b":
                return new XlsxCell(XlsxCellKind.Boolean, null, Raw(_text) is "1" or "true" ? 1 : 0);
            case "d":
                string day = Raw(_text);
                return new XlsxCell(XlsxCellKind.Text, day.EndsWith("T00:00:00", StringComparison.Ordinal) ? day[..^9] : day, 0);
            case "e":
                return default;
            default:
                return double.TryParse(Raw(_text), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                    ? new XlsxCell(isDate && number > 0 ? XlsxCellKind.Date : XlsxCellKind.Number, null, number)
                    : default;
        }
    }

    private XlsxCell SharedText()
    {
        if (int.TryParse(Raw(_text), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _workbook.SharedStrings.Count)
        {
            return new XlsxCell(XlsxCellKind.Text, _workbook.SharedStrings[index], 0);
        }

        HasDanglingText = true;
        return default;
    }

    private static string Raw(StringBuilder text) => text.ToString().Trim();

    /// <summary>The 0-based column of a reference such as "AB12"; null when it is none.</summary>
    private static int? ColumnOf(string? reference)
    {
        int column = 0;
        foreach (char c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > MaxColumns)
            {
                break;
            }

            column = (26 * column) + char.ToUpperInvariant(c) - 'A' + 1;
        }

        return column > 0 ? column - 1 : null;
    }
}
