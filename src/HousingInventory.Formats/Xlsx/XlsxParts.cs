using System.Globalization;
using System.Text;
using System.Xml;

namespace HousingInventory.Formats;

/// <summary>The parts of a workbook that are the same in all that are written, and what sheets share with them.</summary>
internal static class XlsxParts
{
    /// <summary>Indexes into the cell formats of <see cref="Styles"/>; that of a number with n decimals is NumberStyle + n, n up to 8.</summary>
    public const int HeaderStyle = 1;

    public const int TextStyle = 2;
    public const int DateStyle = 3;
    public const int NumberStyle = 4;

    public const int LinkStyle = NumberStyle + MaxDecimals + 1;

    public const int TitleStyle = LinkStyle + 1;

    public const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    public const string SheetRelation = Relations + "/worksheet";
    public const string StylesRelation = Relations + "/styles";
    public const string LinkRelation = Relations + "/hyperlink";

    public const string ContentTypesStart = Declaration
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";

    public const string RelationsStart = Declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

    public const string PackageRelations = RelationsStart
        + "<Relationship Id=\"rId1\" Type=\"" + Relations + "/officeDocument\" Target=\"xl/workbook.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        + "</Relationships>";

    public const string WorkbookStart = Declaration + "<workbook xmlns=\"" + Main + "\" xmlns:r=\"" + Relations + "\">";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int MaxDecimals = 8;

    /// <summary>Fonts (plain, bold), fills (the two that the format demands, a light blue), and the cell formats.</summary>
    public static string Styles { get; } = MakeStyles();

    /// <summary>Up to the columns: fitted to the page in width, and frozen what lies above a row and left of a column.</summary>
    /// <param name="rows">How many rows stay in view.</param>
    /// <param name="columns">How many columns do.</param>
    public static string SheetStart(int rows, int columns)
    {
        string across = columns > 0 ? string.Create(CultureInfo.InvariantCulture, $"xSplit=\"{columns}\" ") : "";
        string corner = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + columns)}{rows + 1}");
        return Declaration + "<worksheet xmlns=\"" + Main + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + string.Create(
                CultureInfo.InvariantCulture,
                $"<sheetViews><sheetView workbookViewId=\"0\"><pane {across}ySplit=\"{rows}\" topLeftCell=\"{corner}\" activePane=\"{(columns > 0 ? "bottomRight" : "bottomLeft")}\" state=\"frozen\"/></sheetView></sheetViews>")
            + "<sheetFormatPr defaultRowHeight=\"15\"/>";
    }

    public static string CoreProperties(string title, DateOnly dated)
    {
        string day = dated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        return Declaration
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<dc:title>" + Escape(title) + "</dc:title><dc:creator>HousingInventory</dc:creator>"
            + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:modified>"
            + "</cp:coreProperties>";
    }

    /// <summary>
    /// Text for XML content and attributes. Characters that XML forbids become _xHHHH_ as the format prescribes, and text that looks like such an escape is
    /// itself escaped.
    /// </summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair)
            {
                escaped.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                // Half a character cannot be written in UTF-8.
                escaped.Append('\uFFFD');
            }
            else if (!XmlConvert.IsXmlChar(c) || c == '\r')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                _ = c switch
                {
                    '&' => escaped.Append("&amp;"),
                    '<' => escaped.Append("&lt;"),
                    '>' => escaped.Append("&gt;"),
                    '"' => escaped.Append("&quot;"),
                    '_' when LooksEscaped(text, i) => escaped.Append("_x005F_"),
                    _ => escaped.Append(c),
                };
            }
        }

        return escaped.ToString();
    }

    /// <summary>One link of a sheet to somewhere outside the workbook, for the sheet and for the part that holds its address.</summary>
    public static (string InSheet, string Relation) Link(string cell, int number, string address) => (
        string.Create(CultureInfo.InvariantCulture, $"<hyperlink xmlns:r=\"{Relations}\" ref=\"{cell}\" r:id=\"rId{number}\"/>"),
        string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{number}\" Type=\"{LinkRelation}\" Target=\"{Escape(address)}\" TargetMode=\"External\"/>"));

    private static bool LooksEscaped(string text, int start) =>
        start + 6 < text.Length && text[start + 1] == 'x' && text[start + 6] == '_'
        && char.IsAsciiHexDigit(text[start + 2]) && char.IsAsciiHexDigit(text[start + 3]) && char.IsAsciiHexDigit(text[start + 4]) && char.IsAsciiHexDigit(text[start + 5]);

    private static string MakeStyles()
    {
        StringBuilder text = new(Declaration);
        text.Append("<styleSheet xmlns=\"" + Main + "\">");
        text.Append(CultureInfo.InvariantCulture, $"<numFmts count=\"{MaxDecimals + 2}\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>");
        for (int decimals = 0; decimals <= MaxDecimals; decimals++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{165 + decimals}\" formatCode=\"{(decimals == 0 ? "0" : "0." + new string('0', decimals))}\"/>");
        }

        text.Append("</numFmts><fonts count=\"4\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>");
        text.Append("<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>");
        text.Append("<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
        text.Append("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFD9E6F2\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>");
        text.Append("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>");
        text.Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        text.Append(CultureInfo.InvariantCulture, $"<cellXfs count=\"{TitleStyle + 1}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        text.Append("<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">");
        text.Append("<alignment vertical=\"top\" wrapText=\"1\"/></xf>");

        // Text is indented: a number stands right in its column, and the text of the next would touch it.
        text.Append("<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment horizontal=\"left\" indent=\"1\"/></xf>");
        for (int format = 164; format <= 165 + MaxDecimals; format++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>");
        }

        text.Append("<xf numFmtId=\"49\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>");
        text.Append("<xf numFmtId=\"49\" fontId=\"3\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>");
        text.Append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
        return text.ToString();
    }
}
