using System.Globalization;
using System.Text;
using HousingInventory.Formats.Archives;

namespace HousingInventory.Formats;

/// <summary>
/// Writes an Excel workbook (ECMA-376): sheets with a heading row that stays in view and filters, numbers as numbers with a format, days as days, text as text
/// that no program runs as a formula. The bytes depend on what is written alone. The workbook is complete when this is disposed; the stream stays open.
/// </summary>
public sealed class XlsxTableWriter : ITableWriter
{
    private readonly Stream _stream;
    private readonly string _title;
    private readonly DateOnly _dated;
    private readonly List<XlsxSheetWriter> _sheets = [];

    /// <summary>Begins a workbook without sheets.</summary>
    /// <param name="title">Stands in the properties of the document.</param>
    /// <param name="dated">The day that the properties give as that of its making: nothing here reads the clock.</param>
    public XlsxTableWriter(Stream stream, string title, DateOnly dated)
    {
        _stream = stream;
        _title = title;
        _dated = dated;
    }

    private XlsxSheetWriter Sheet => _sheets.Count > 0 ? _sheets[^1] : throw new InvalidOperationException("Begin a sheet first.");

    /// <summary>Ends the sheet before and begins one with its heading row.</summary>
    /// <param name="name">Signs that Excel forbids become "_", the length is cut to 31, and a number is added when a sheet is called so already.</param>
    /// <param name="head">What stands above the headings; null for nothing.</param>
    /// <exception cref="ArgumentException">The choices of a column cannot be written.</exception>
    public void BeginSheet(string name, IReadOnlyList<XlsxColumn> columns, XlsxHead? head = null) => _sheets.Add(new XlsxSheetWriter(Legal(name), columns, head));

    public void Text(string? value) => Sheet.Text(value);

    public void Number(double? value, int decimals) => Sheet.Number(value, decimals);

    /// <inheritdoc/>
    /// <remarks>Excel counts in doubles: beyond 15 digits a number loses its last ones, and identifiers belong into text.</remarks>
    public void Integer(long? value) => Sheet.Number(value, 0);

    public void Date(DateOnly? value) => Sheet.Date(value);

    public void Boolean(bool? value) => Sheet.Boolean(value);

    public void EndRow() => Sheet.EndRow();

    /// <summary>Writes the workbook into the stream.</summary>
    public void Dispose()
    {
        List<(string Name, byte[] Content)> parts =
        [
            Part("[Content_Types].xml", ContentTypes()),
            Part("_rels/.rels", XlsxParts.PackageRelations),
            Part("docProps/core.xml", XlsxParts.CoreProperties(_title, _dated)),
            Part("xl/workbook.xml", Workbook()),
            Part("xl/_rels/workbook.xml.rels", WorkbookRelations()),
            Part("xl/styles.xml", XlsxParts.Styles),
        ];
        for (int i = 0; i < _sheets.Count; i++)
        {
            parts.Add(Part(Invariant($"xl/worksheets/sheet{i + 1}.xml"), _sheets[i].Finish()));
            if (_sheets[i].LinkRelations is { } relations)
            {
                parts.Add(Part(Invariant($"xl/worksheets/_rels/sheet{i + 1}.xml.rels"), relations));
            }
        }

        // Not deflated, so that the bytes are the same on any machine.
        DeterministicZip.Write(_stream, parts, store: true);
    }

    private static (string Name, byte[] Content) Part(string name, string xml) => (name, Encoding.UTF8.GetBytes(xml));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private string Legal(string name)
    {
        StringBuilder legal = new();
        foreach (char c in name.Trim().Trim('\''))
        {
            legal.Append(c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? '_' : c);
        }

        string plain = legal.Length == 0 ? "Sheet" : legal.ToString(0, Math.Min(31, legal.Length));
        string unique = plain;
        for (int n = 2; _sheets.Exists(s => s.Name.Equals(unique, StringComparison.OrdinalIgnoreCase)); n++)
        {
            string suffix = Invariant($" {n}");
            unique = plain[..Math.Min(plain.Length, 31 - suffix.Length)] + suffix;
        }

        return unique;
    }

    private string ContentTypes()
    {
        StringBuilder text = new(XlsxParts.ContentTypesStart);
        for (int i = 0; i < _sheets.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{XlsxParts.SheetType}\"/>");
        }

        return text.Append("</Types>").ToString();
    }

    private string Workbook()
    {
        StringBuilder text = new(XlsxParts.WorkbookStart);
        text.Append("<sheets>");
        for (int i = 0; i < _sheets.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{XlsxParts.Escape(_sheets[i].Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        }

        text.Append("</sheets><definedNames>");
        for (int i = 0; i < _sheets.Count; i++)
        {
            string quoted = XlsxParts.Escape("'" + _sheets[i].Name.Replace("'", "''", StringComparison.Ordinal) + "'");
            text.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{i}\" hidden=\"1\">{quoted}!{_sheets[i].AbsoluteRange}</definedName>");
            text.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">{(_sheets[i].RepeatedColumns is { } columns ? $"{quoted}!{columns}," : "")}{quoted}!${_sheets[i].HeadingRow}:${_sheets[i].HeadingRow}</definedName>");
        }

        return text.Append("</definedNames></workbook>").ToString();
    }

    private string WorkbookRelations()
    {
        StringBuilder text = new(XlsxParts.RelationsStart);
        for (int i = 0; i < _sheets.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i + 1}\" Type=\"{XlsxParts.SheetRelation}\" Target=\"worksheets/sheet{i + 1}.xml\"/>");
        }

        return text.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{_sheets.Count + 1}\" Type=\"{XlsxParts.StylesRelation}\" Target=\"styles.xml\"/></Relationships>").ToString();
    }
}
