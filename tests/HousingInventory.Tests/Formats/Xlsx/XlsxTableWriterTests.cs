using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using HousingInventory.Formats;
using HousingInventory.Formats.Archives;
using static HousingInventory.Tests.Formats.Tables;

namespace HousingInventory.Tests.Formats;

public sealed class XlsxTableWriterTests
{
    private static readonly string[] States = ["not-started", "contacted", "do-not-contact"];

    [Fact]
    public void What_is_written_reads_back_cell_by_cell()
    {
        List<string> lines = Dump(Workbooks.Open(Sample()));
        Assert.Equal(
        [
            "1: Åsele <norra> & \"södra\"|12.35|-7|2026-11-02|true|not-started",
            "2: =1+1|0|123456789012345|1900-02-28|false|-",
            "4: two\nlines|-|-|-|-|-",
            "5: a\u0001b_x0001_\uFFFD😀|1000000.5|0|9999-12-31|-|contacted",
        ],
        lines);
    }

    [Fact]
    public void The_schema_of_the_standard_accepts_the_workbook()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Sample()), false);
        OpenXmlValidator validator = new(FileFormatVersions.Office2013);
        Assert.Equal("", string.Join('\n', validator.Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")));
    }

    [Fact]
    public void The_heading_stays_filters_and_offers_choices()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Sample()), false);
        WorkbookPart workbook = document.WorkbookPart!;
        Assert.Equal(["Lista", "Lista 2"], workbook.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
        Worksheet sheet = ((WorksheetPart)workbook.GetPartById("rId1")).Worksheet;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("A1:F6", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal([30.0, 9.5, 12, 12, 12, 12], sheet.Descendants<Column>().Select(c => c.Width!.Value));
        DataValidation choices = sheet.Descendants<DataValidation>().Single();
        Assert.Equal("F2:F1048576", choices.SequenceOfReferences!.InnerText);
        Assert.Equal("\"not-started,contacted,do-not-contact\"", choices.Formula1!.Text);
        CellFormats formats = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!;
        CellFormat number = (CellFormat)formats.ElementAt((int)sheet.Descendants<Cell>().First(c => c.CellReference == "B2").StyleIndex!.Value);
        Assert.Equal("0.00", workbook.WorkbookStylesPart.Stylesheet.NumberingFormats!.Cast<NumberingFormat>().First(f => f.NumberFormatId! == number.NumberFormatId!).FormatCode!.Value);
        Assert.Equal("Förteckning", document.PackageProperties.Title);
        Assert.Equal(new DateTime(2026, 11, 10), document.PackageProperties.Modified!.Value.ToUniversalTime());
    }

    [Fact]
    public void Lines_above_the_headings_stay_in_view_with_them_and_a_reader_passes_over_them()
    {
        using MemoryStream stream = new();
        using (XlsxTableWriter book = new(stream, "Lista", new DateOnly(2026, 11, 10)))
        {
            book.BeginSheet("Lista", [new("Referens"), new("Uppföljning", 12, ["Kontaktad"])], new XlsxHead(["Lista & annat", "ARBETSMATERIAL. Gallras efter 2027-05-31."], FrozenColumns: 1, PageTop: "R&D"));
            book.Text("ABCDEF");
            book.Text("Kontaktad");
            book.EndRow();
        }

        Assert.Equal(["4: ABCDEF|Kontaktad"], Dump(Workbooks.Open(stream.ToArray())).Select(l => "4" + l[1..]));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document));
        Worksheet sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById("rId1")).Worksheet;
        Pane pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((3.0, 1.0, "B4"), (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("A3:B4", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal("B4:B1048576", sheet.Descendants<DataValidation>().Single().SequenceOfReferences!.InnerText);
        Assert.Equal(("&LR&&D", "&R&P / &N"), (sheet.Descendants<OddHeader>().Single().Text, sheet.Descendants<OddFooter>().Single().Text));
        Assert.Contains("$3:$3", document.WorkbookPart!.Workbook.Descendants<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_too_wide_for_a_page_is_printed_on_several_each_with_its_frozen_columns_and_text_never_touches_the_number_before_it()
    {
        using MemoryStream stream = new();
        using (XlsxTableWriter book = new(stream, "Lista", new DateOnly(2026, 11, 10)))
        {
            book.BeginSheet("Lista", [new("Plats"), new("Referens"), new("Adress", 90)], new XlsxHead(["Lista"], FrozenColumns: 2) { PagesWide = 3 });
            book.Integer(1);
            book.Text("ABCDEF");
            book.EndRow();
        }

        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document));
        Worksheet sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById("rId1")).Worksheet;
        Assert.Equal((3u, 0u), (sheet.Descendants<PageSetup>().Single().FitToWidth!.Value, sheet.Descendants<PageSetup>().Single().FitToHeight!.Value));
        Assert.Equal("'Lista'!$A:$B,'Lista'!$2:$2", document.WorkbookPart.Workbook.Descendants<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text);
        Cell text = sheet.Descendants<Cell>().Single(c => c.CellReference == "B3");
        CellFormat format = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)text.StyleIndex!.Value);
        Assert.Equal(1u, format.Alignment!.Indent!.Value);
    }

    [Fact]
    public void Addresses_of_a_column_of_links_can_be_clicked_and_nothing_else_can()
    {
        using MemoryStream stream = new();
        using (XlsxTableWriter book = new(stream, "Länkar", new DateOnly(2026, 11, 10)))
        {
            book.BeginSheet("A", [new XlsxColumn("Karta", IsLink: true), new XlsxColumn("Text")]);
            foreach (string text in (string[])["https://karta.exempel.se/?x=1&y=\"å\"", "file:///c:/windows/notepad.exe", "javascript:alert(1)", "ingen"])
            {
                book.Text(text);
                book.Text("https://exempel.se");
                book.EndRow();
            }
        }

        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(stream.ToArray()), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document));
        WorksheetPart part = (WorksheetPart)document.WorkbookPart!.GetPartById("rId1");
        Hyperlink link = part.Worksheet.Descendants<Hyperlink>().Single();
        Assert.Equal("A2", link.Reference!.Value);
        Assert.Equal("https://karta.exempel.se/?x=1&y=%22%C3%A5%22", part.HyperlinkRelationships.Single(r => r.Id == link.Id!.Value).Uri.AbsoluteUri);
        Assert.Equal("https://karta.exempel.se/?x=1&y=\"å\"", part.Worksheet.Descendants<Cell>().First(c => c.CellReference == "A2").InnerText);
    }

    [Fact]
    public void Text_is_text_whatever_it_looks_like()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Sample()), false);
        Worksheet sheet = ((WorksheetPart)document.WorkbookPart!.GetPartById("rId1")).Worksheet;
        Assert.Equal(CellValues.InlineString, sheet.Descendants<Cell>().First(c => c.CellReference == "A3").DataType!.Value);
        Assert.Empty(sheet.Descendants<CellFormula>());
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        byte[] bytes = Sample();
        Assert.Equal(bytes, Sample());

        // What another machine wrote: a change of a single byte shows here, and is then a decision.
        Assert.Equal("10414 bytes, CRC-32 1B085B43", FormattableString.Invariant($"{bytes.Length} bytes, CRC-32 {Crc32.Of(bytes):X8}"));
    }

    [Fact]
    public void The_workbook_gives_its_day()
    {
        Assert.Equal(new DateOnly(2026, 11, 10), Workbooks.Open(Sample()).Layer.LastChange);
    }

    [Theory]
    [InlineData("a/b:c*[d]?\\", "a_b_c__d___")]
    [InlineData("", "Sheet")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("Det här är ett alltför långt namn på ett blad", "Det här är ett alltför långt na")]
    public void Names_of_sheets_are_made_legal(string name, string expected)
    {
        using MemoryStream stream = new();
        using (XlsxTableWriter writer = new(stream, "t", new DateOnly(2026, 1, 1)))
        {
            writer.BeginSheet(name, [new XlsxColumn("a")]);
        }

        Assert.Equal(expected, Workbooks.Open(stream.ToArray()).Layer.Name);
    }

    [Fact]
    public void Choices_that_the_format_cannot_hold_are_refused()
    {
        using XlsxTableWriter writer = new(new MemoryStream(), "t", new DateOnly(2026, 1, 1));
        Assert.Throws<ArgumentException>(() => writer.BeginSheet("a", [new XlsxColumn("a", Choices: ["x,y"])]));
        Assert.Throws<ArgumentException>(() => writer.BeginSheet("a", [new XlsxColumn("a", Choices: [new string('x', 256)])]));
        writer.BeginSheet("b", [new XlsxColumn("a")]);
    }

    [Fact]
    public void Columns_beyond_z_have_two_letters()
    {
        using MemoryStream stream = new();
        using (XlsxTableWriter writer = new(stream, "t", new DateOnly(2026, 1, 1)))
        {
            writer.BeginSheet("wide", [.. Enumerable.Range(0, 703).Select(i => new XlsxColumn("c" + i))]);
            for (int i = 0; i < 703; i++)
            {
                writer.Integer(i);
            }

            writer.EndRow();
        }

        using IFeatureCursor cursor = Workbooks.Open(stream.ToArray());
        Assert.True(cursor.Read());
        Assert.Equal(Enumerable.Range(0, 703).Select(i => (double?)i), Enumerable.Range(0, 703).Select(cursor.Number));
    }

    private static byte[] Sample()
    {
        using MemoryStream stream = new();
        using (XlsxTableWriter writer = new(stream, "Förteckning", new DateOnly(2026, 11, 10)))
        {
            writer.BeginSheet("Lista", [new("Ort", 30), new("Poäng", 9.5), new("Antal"), new("Dag"), new("Sant"), new("Läge", Choices: States)]);
            Row(writer, "Åsele <norra> & \"södra\"", 12.345, -7, new DateOnly(2026, 11, 2), true, "not-started");
            Row(writer, "=1+1", -0.001, 123456789012345, new DateOnly(1900, 2, 28), false, null);
            writer.EndRow();
            Row(writer, "two\r\nlines", double.NaN, null, null, null, "");
            Row(writer, "a\u0001b_x0001_\uD800😀", 1000000.5, 0, new DateOnly(9999, 12, 31), null, "contacted");
            writer.BeginSheet("Lista", [new("Förklaring", 80)]);
            writer.Text("Vad kolumnerna betyder");
            writer.EndRow();
        }

        return stream.ToArray();
    }

    private static void Row(XlsxTableWriter writer, string text, double? number, long? integer, DateOnly? date, bool? truth, string? state)
    {
        writer.Text(text);
        writer.Number(number, 2);
        writer.Integer(integer);
        writer.Date(date);
        writer.Boolean(truth);
        writer.Text(state);
        writer.EndRow();
    }
}
