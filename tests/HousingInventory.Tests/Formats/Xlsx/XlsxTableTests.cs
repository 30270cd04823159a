using HousingInventory.Formats;
using static HousingInventory.Tests.Formats.Tables;

namespace HousingInventory.Tests.Formats;

public sealed class XlsxTableTests
{
    private const string Heading = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>";

    [Fact]
    public void Every_kind_of_cell_has_its_text()
    {
        string rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>c</t></is></c>"
            + "<c r=\"D1\" t=\"str\"><f>\"d\"</f><v>d</v></c><c r=\"E1\"><v>2026</v></c><c r=\"F1\" t=\"s\"><v>2</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>2482</v></c><c r=\"B2\"><v>0.10000000000000001</v></c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"e\"><v>#N/A</v></c>"
            + "<c r=\"E2\" t=\"d\"><v>2026-11-02T00:00:00</v></c><c r=\"F2\" t=\"str\"><f>1+1</f><v> x </v></c></row>";
        string strings = "<si><t xml:space=\"preserve\"> id </t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>ruby</t></rPh></si><si><t>f</t></si>";
        IFeatureCursor cursor = Workbooks.Open(Workbooks.OneSheet(rows, strings));
        Assert.Equal("id|rich text|c|d|2026|f", Columns(cursor));
        Assert.Equal("Blad1", cursor.Layer.Name);
        Assert.Equal(["1: 2482|0.1|true|-|2026-11-02|x"], Dump(cursor));
    }

    [Fact]
    public void Cells_that_are_missing_are_empty_and_rows_without_value_passed_over()
    {
        string rows = Heading + "<row r=\"2\"><c r=\"B2\"><v>2</v></c></row><row r=\"3\"/><row r=\"4\"><c r=\"A4\" s=\"0\"/><c r=\"B4\" t=\"inlineStr\"><is><t> </t></is></c></row>"
            + "<row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"D7\"><v>9</v></c></row>";
        Assert.Equal(["1: -|2", "6: 1|-"], Dump(Workbooks.Open(Workbooks.OneSheet(rows))));
    }

    [Fact]
    public void Rows_and_cells_without_references_stand_one_after_the_other()
    {
        string rows = "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row><row><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>";
        Assert.Equal(["1: -|2", "2: 3|-"], Dump(Workbooks.Open(Workbooks.OneSheet(rows))));
    }

    [Fact]
    public void A_title_above_the_header_is_passed_over_and_the_table_may_begin_further_right()
    {
        string rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Lista 2026</t></is></c></row>"
            + "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"D3\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
            + "<row r=\"4\"><c r=\"C4\"><v>1</v></c><c r=\"D4\"><v>2</v></c></row>";
        IFeatureCursor cursor = Workbooks.Open(Workbooks.OneSheet(rows));
        Assert.Equal("a|b", Columns(cursor));
        Assert.Equal(["1: 1|2"], Dump(cursor));
    }

    [Fact]
    public void A_single_column_has_its_header_in_the_first_row()
    {
        string rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ref</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>7</v></c></row>";
        Assert.Equal(["1: 7"], Dump(Workbooks.Open(Workbooks.OneSheet(rows))));
    }

    [Theory]
    [InlineData(14, "", "45658", "2025-01-01")] // 45658 days from 1899-12-30: 125 years of 365 days, 31 leap days, 2 days
    [InlineData(22, "", "45658.75", "2025-01-01T18:00:00")]
    [InlineData(20, "", "0.5", "12:00:00")]
    [InlineData(14, "", "1", "1900-01-01")]
    [InlineData(14, "", "59", "1900-02-28")]
    [InlineData(14, "", "61", "1900-03-01")]
    [InlineData(14, "", "2958465", "9999-12-31")]
    [InlineData(14, "", "2958466", "2958466")]
    [InlineData(14, "", "2958465.9999999", "2958465.9999999")]
    [InlineData(14, "", "-3", "-3")]
    [InlineData(14, "", "1e300", "1E+300")]
    [InlineData(14, "", "45658.9999999", "2025-01-02")]
    [InlineData(164, "yyyy\\-mm\\-dd", "45658", "2025-01-01")]
    [InlineData(164, "d mmm", "45658", "2025-01-01")]
    [InlineData(164, "[$-41D]d\\ mmmm\\ yyyy", "45658", "2025-01-01")]
    [InlineData(164, "0.00", "45658", "45658")]
    [InlineData(164, "0 \"dagar\"", "45658", "45658")]
    [InlineData(164, "[Red]0;[Blue]-0", "45658", "45658")]
    [InlineData(164, "[h]:mm", "1.5", "1.5")]
    [InlineData(164, "General", "45658", "45658")]
    [InlineData(164, "0\\d", "45658", "45658")]
    [InlineData(2, "", "45658", "45658")]
    public void Days_are_recognised_by_their_number_format(int format, string code, string value, string expected)
    {
        string formats = (code.Length == 0 ? "" : $"<numFmts><numFmt numFmtId=\"{format}\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/></numFmts>")
            + $"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{format}\"/></cellXfs>";
        IFeatureCursor cursor = Workbooks.Open(Workbooks.OneSheet(Heading + $"<row r=\"2\"><c r=\"A2\" s=\"1\"><v>{value}</v></c></row>", "", formats));
        Assert.Equal([$"1: {expected}|-"], Dump(cursor));
    }

    [Fact]
    public void Day_0_is_in_1904_where_the_workbook_says_so()
    {
        byte[] bytes = Workbooks.OneSheet(
            Heading + "<row r=\"2\"><c r=\"A2\" s=\"0\"><v>366</v></c></row>", "", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", "<workbookPr date1904=\"1\"/>");
        Assert.Equal(["1: 1905-01-01|-"], Dump(Workbooks.Open(bytes)));
    }

    [Theory]
    [InlineData("123456789012", "123456789012")]
    [InlineData("1.5E-5", "1.5E-05")]
    [InlineData("-0", "0")]
    [InlineData("1E+17", "100000000000000000")]
    [InlineData("6642440.9100000001", "6642440.91")]
    [InlineData("x", "-")]
    [InlineData("INF", "-")]
    public void Numbers_have_the_shortest_text(string value, string expected)
    {
        IFeatureCursor cursor = Workbooks.Open(Workbooks.OneSheet(Heading + $"<row><c><v>{value}</v></c><c><v>1</v></c></row>"));
        Assert.Equal([$"1: {expected}|1"], Dump(cursor));
    }

    [Fact]
    public void Text_may_be_a_number_but_a_day_is_none()
    {
        using IFeatureCursor cursor = Workbooks.Open(Workbooks.OneSheet(
            Heading + "<row><c t=\"inlineStr\"><is><t>664244,91</t></is></c><c s=\"1\"><v>45658</v></c></row>", "", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"));
        Assert.True(cursor.Read());
        Assert.Equal(664244.91, cursor.Number(0));
        Assert.Null(cursor.Number(1));
        Assert.Null(cursor.Number(7));
        Assert.Null(cursor.Text(-1));
    }

    [Fact]
    public void Escaped_characters_are_decoded()
    {
        IFeatureCursor cursor = Workbooks.Open(Workbooks.OneSheet(Heading + "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x000D_c_xZZ</t></is></c><c><v>1</v></c></row>"));
        Assert.Equal(["1: a\rb_x000D_c_xZZ|1"], Dump(cursor));
    }

    [Fact]
    public void A_text_that_is_not_in_the_workbook_is_a_fault()
    {
        Assert.Equal(["1: has a cell that refers to a text which the workbook does not hold"], Dump(Workbooks.Open(Workbooks.OneSheet(Heading + "<row><c t=\"s\"><v>5</v></c></row>"))));
    }

    [Fact]
    public void The_first_sheet_that_is_not_hidden_is_read_unless_one_is_named()
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Rel = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        string Sheet(string name) => $"<worksheet {Main}><sheetData><row><c t=\"inlineStr\"><is><t>{name}</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row></sheetData></worksheet>";
        byte[] bytes = Workbooks.Zip(
            ("xl/workbook.xml", $"<x:workbook xmlns:x=\"m\" xmlns:q=\"{Rel}\"><x:sheets><x:sheet name=\"Dold\" state=\"hidden\" q:id=\"1\"/><x:sheet name=\"Diagram\" q:id=\"4\"/><x:sheet name=\"Synlig\" q:id=\"2\"/>"
                + "<x:sheet name=\"Tom\" q:id=\"3\"/></x:sheets></x:workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<R><Relationship Id=\"1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/../one.xml\"/><Relationship Id=\"2\" Type=\"{Rel}/worksheet\" Target=\"/xl/two.xml\"/>"
                + $"<Relationship Id=\"3\" Type=\"{Rel}/worksheet\" Target=\"three.xml\"/><Relationship Id=\"4\" Type=\"{Rel}/chartsheet\" Target=\"two.xml\"/></R>"),
            ("xl\\one.xml", Sheet("one")),
            ("xl/two.xml", Sheet("two")),
            ("xl/three.xml", $"<worksheet {Main}><sheetData/></worksheet>"));
        Assert.Equal("two|b", Columns(Workbooks.Open(bytes)));
        Assert.Equal("one|b", Columns(Workbooks.Open(bytes, new ReadOptions(Layer: "dold"))));
        Assert.Contains("'Synlig'", Assert.Throws<DataFormatException>(() => Workbooks.Open(bytes, new ReadOptions(Layer: "x"))).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<DataFormatException>(() => Workbooks.Open(bytes, new ReadOptions(Layer: "Tom"))).Message, StringComparison.Ordinal);
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        Assert.Equal(["Synlig 2", "Tom 0"], XlsxTable.Layers(path, ReadOptions.Recognise).Select(l => l.Name + " " + l.Columns.Count));
        File.Delete(path);
    }

    [Fact]
    public void What_is_no_workbook_is_refused_with_a_sentence()
    {
        byte[] whole = Workbooks.OneSheet(Heading);
        byte[][] files = [[], [1, 2, 3], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], whole[..^30], Workbooks.Zip(("a.txt", "x")), Workbooks.OneSheet("<row>"), Workbooks.OneSheet("")];
        foreach (byte[] bytes in files)
        {
            Assert.EndsWith(".", Assert.Throws<DataFormatException>(() => Workbooks.Open(bytes)).Message, StringComparison.Ordinal);
        }

        Assert.Contains(".xlsb", Assert.Throws<DataFormatException>(() => Workbooks.Open(Workbooks.Zip(("xl/workbook.bin", "x")))).Message, StringComparison.Ordinal);
        Assert.Contains("password", Assert.Throws<DataFormatException>(() => Workbooks.Open(files[2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        byte[] bytes = Workbooks.Zip(("xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><workbook>&b;</workbook>"));
        Assert.Throws<DataFormatException>(() => Workbooks.Open(bytes));
    }

    [Fact]
    public void What_inflates_beyond_reason_is_refused()
    {
        // 70 MB of one letter deflate to some 300 kB: more than the 64 MiB that any workbook may hold, and two hundredfold.
        byte[] chunk = new byte[1 << 20];
        Array.Fill(chunk, (byte)'x');
        "<a>"u8.CopyTo(chunk);
        "</a>"u8.CopyTo(chunk.AsSpan(chunk.Length - 4));
        using MemoryStream stream = new();
        using (System.IO.Compression.ZipArchive zip = new(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry("xl/workbook.xml", System.IO.Compression.CompressionLevel.Fastest).Open();
            entry.Write("<workbook>"u8);
            for (int i = 0; i < 70; i++)
            {
                entry.Write(chunk);
            }
        }

        Assert.Throws<DataFormatException>(() => Workbooks.Open(stream.ToArray()));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        string rows = Heading + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>45658.5</v></c></row><row r=\"3\"><c r=\"B3\" t=\"b\"><v>1</v></c></row>";
        string formats = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>";
        byte[] original = Workbooks.OneSheet(rows, "<si><t>Åsele</t></si>", formats);
        Random random = new(11);
        int read = 0;
        for (int round = 0; round < 1500; round++)
        {
            // Half of the rounds damage the zip; the others the XML within a zip that is whole.
            byte[] bytes = round % 2 == 0
                ? Mutate.Bytes(original, random)
                : Workbooks.OneSheet(Damage(rows, random), Damage("<si><t>Åsele</t></si>", random), Damage(formats, random));
            try
            {
                read += Dump(Workbooks.Open(bytes)).Count >= 0 ? 1 : 0;
            }
            catch (DataFormatException)
            {
                // Refused with a sentence: as good as read.
            }
        }

        Assert.True(read > 100);
    }

    private static string Damage(string xml, Random random)
    {
        if (random.Next(3) > 0)
        {
            return xml;
        }

        // Replacing one digit, letter or sign by another keeps most of it well-formed.
        char[] chars = xml.ToCharArray();
        chars[random.Next(chars.Length)] = "09-.eXx<\"/ &"[random.Next(12)];
        return new string(chars);
    }
}
