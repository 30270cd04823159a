using System.Globalization;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>The XML of one sheet that is written. ECMA-376 part 1, 18.3.1; the order of the elements is prescribed.</summary>
internal sealed class XlsxSheetWriter
{
    private const int MaxRows = 1_048_576;
    private const int MaxTextLength = 32_767;
    private const int MaxChoicesLength = 255;
    private const int MaxLinks = 65_530;
    private const int MaxLinkLength = 2_079;

    /// <summary>Width of the arrow of a filter, and of what bold letters are wider, in characters.</summary>
    private const int RoomForFilter = 4;
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <summary>The first day whose number all programs agree on: before it, some count 29 February 1900.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private readonly IReadOnlyList<XlsxColumn> _columns;
    private readonly XlsxHead _head;
    private readonly StringBuilder _xml = new();
    private readonly StringBuilder _links = new();
    private readonly StringBuilder _addresses = new();
    private int _linkCount;
    private int _row = 1;
    private bool _rowOpen;
    private int _cell;

    public XlsxSheetWriter(string name, IReadOnlyList<XlsxColumn> columns, XlsxHead? head = null)
    {
        Name = name;
        _columns = columns;
        _head = head ?? new XlsxHead([]);
        foreach (XlsxColumn column in columns)
        {
            CheckChoices(column);
        }

        Begin();
    }

    public string Name { get; }

    /// <summary>The row of the headings, from 1.</summary>
    public int HeadingRow => _head.Lines.Count + 1;

    /// <summary>Columns that stand on each printed page, as $A:$B; null where all of them fit one page.</summary>
    public string? RepeatedColumns => _head is { PagesWide: > 1, FrozenColumns: > 0 and { } frozen } ? $"$A:${Letters(frozen - 1)}" : null;

    /// <summary>The cells of the table with its headings, as "$A$1:$C$7".</summary>
    public string AbsoluteRange => string.Create(CultureInfo.InvariantCulture, $"$A${HeadingRow}:${Letters(Math.Max(0, _columns.Count - 1))}${Math.Max(HeadingRow, _row - 1)}");

    public void Text(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            _cell++;
            return;
        }

        bool isLink = _cell < _columns.Count && _columns[_cell].IsLink && _linkCount < MaxLinks && value.Length <= MaxLinkLength
            && Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (isLink)
        {
            (string inSheet, string relation) = XlsxParts.Link(Cell(), ++_linkCount, new Uri(value).AbsoluteUri);
            _links.Append(inSheet);
            _addresses.Append(relation);
        }

        WriteText(value, isLink ? XlsxParts.LinkStyle : XlsxParts.TextStyle);
    }

    public void Number(double? value, int decimals)
    {
        if (value is { } number && double.IsFinite(number))
        {
            // Rounded as it is shown: what the cell holds is what the reader sees. + 0.0 turns -0 into 0.
            double rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero) + 0.0;
            Open(XlsxParts.NumberStyle + decimals).Append(CultureInfo.InvariantCulture, $"><v>{rounded:R}</v></c>");
        }

        _cell++;
    }

    public void Date(DateOnly? value)
    {
        if (value is { } day && day < FirstDay)
        {
            Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return;
        }

        if (value is { } known)
        {
            Open(XlsxParts.DateStyle).Append(CultureInfo.InvariantCulture, $"><v>{known.DayNumber - Epoch.DayNumber}</v></c>");
        }

        _cell++;
    }

    public void Boolean(bool? value)
    {
        if (value is { } known)
        {
            Open(0).Append(known ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>");
        }

        _cell++;
    }

    public void EndRow()
    {
        if (_cell > _columns.Count)
        {
            throw new InvalidOperationException("A row has more cells than the table has columns.");
        }

        if (_row > MaxRows)
        {
            throw new InvalidOperationException("A sheet of Excel holds 1,048,576 rows and no more.");
        }

        OpenRow();
        _xml.Append("</row>");
        _rowOpen = false;
        _row++;
        _cell = 0;
    }

    /// <summary>The part that holds the addresses of the sheet's links; null when it has none.</summary>
    public string? LinkRelations => _linkCount == 0 ? null : $"{XlsxParts.RelationsStart}{_addresses}</Relationships>";

    /// <summary>Closes the sheet and returns its XML.</summary>
    public string Finish()
    {
        _xml.Append("</sheetData>");
        _xml.Append(CultureInfo.InvariantCulture, $"<autoFilter ref=\"{AbsoluteRange.Replace("$", "", StringComparison.Ordinal)}\"/>");
        AppendChoices();
        if (_linkCount > 0)
        {
            _xml.Append("<hyperlinks>").Append(_links).Append("</hyperlinks>");
        }

        return _xml.Append("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>")
            .Append(CultureInfo.InvariantCulture, $"<pageSetup paperSize=\"9\"{(_head.PagesWide > 1 ? $" fitToWidth=\"{_head.PagesWide}\"" : "")} fitToHeight=\"0\" orientation=\"landscape\"/>").Append(PageTexts()).Append("</worksheet>").ToString();
    }

    /// <summary>ECMA-376 part 1, 18.3.1.46: &amp;L left, &amp;R right, &amp;P the page, &amp;N how many; an ampersand of the text is doubled.</summary>
    private string PageTexts() => _head.PageTop.Length == 0 ? ""
        : $"<headerFooter><oddHeader>{XlsxParts.Escape("&L" + _head.PageTop.Replace("&", "&&", StringComparison.Ordinal))}</oddHeader><oddFooter>{XlsxParts.Escape("&R&P / &N")}</oddFooter></headerFooter>";

    private static void CheckChoices(XlsxColumn column)
    {
        if (column.Choices is { } choices && (choices.Any(c => c.AsSpan().ContainsAny(',', '"')) || string.Join(',', choices).Length > MaxChoicesLength))
        {
            throw new ArgumentException($"The choices of the column '{column.Name}' hold a comma or a quotation mark, or are longer than 255 characters together.");
        }
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private void Begin()
    {
        _xml.Append(XlsxParts.SheetStart(HeadingRow, _head.FrozenColumns));
        if (_columns.Count > 0)
        {
            _xml.Append("<cols>");
            for (int i = 0; i < _columns.Count; i++)
            {
                double width = Math.Clamp(_columns[i].WidthCharacters, 1, 255);
                _xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width:R}\" customWidth=\"1\"/>");
            }

            _xml.Append("</cols>");
        }

        _xml.Append("<sheetData>");
        foreach ((int line, string text) in _head.Lines.Index())
        {
            WriteText(text, line == 0 ? XlsxParts.TitleStyle : XlsxParts.TextStyle);
            EndRow();
        }

        foreach (XlsxColumn column in _columns)
        {
            WriteText(column.Name, XlsxParts.HeaderStyle);
        }

        EndRow();
    }

    private void OpenRow()
    {
        if (!_rowOpen)
        {
            _rowOpen = true;
            // Nobody makes room of himself for a heading that is wrapped.
            bool isTall = _row == HeadingRow && _columns.Any(c => c.Name.Length > c.WidthCharacters - RoomForFilter);
            _xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{_row}\"{(isTall ? " ht=\"30\" customHeight=\"1\"" : "")}>");
        }
    }

    private string Cell() => string.Create(CultureInfo.InvariantCulture, $"{Letters(_cell)}{_row}");

    private StringBuilder Open(int style)
    {
        OpenRow();
        return _xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{Cell()}\" s=\"{style}\"");
    }

    private void WriteText(string value, int style)
    {
        string text = value.ReplaceLineEndings("\n");
        string cut = text.Length > MaxTextLength ? text[..(MaxTextLength - 1)] + "…" : text;
        Open(style).Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(XlsxParts.Escape(cut)).Append("</t></is></c>");
        _cell++;
    }

    private void AppendChoices()
    {
        int count = _columns.Count(c => c.Choices is not null);
        if (count == 0)
        {
            return;
        }

        _xml.Append(CultureInfo.InvariantCulture, $"<dataValidations count=\"{count}\">");
        for (int i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Choices is { } choices)
            {
                string list = XlsxParts.Escape(string.Join(',', choices));
                _xml.Append(
                    CultureInfo.InvariantCulture,
                    $"<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"{Letters(i)}{HeadingRow + 1}:{Letters(i)}{MaxRows}\"><formula1>\"{list}\"</formula1></dataValidation>");
            }
        }

        _xml.Append("</dataValidations>");
    }
}
