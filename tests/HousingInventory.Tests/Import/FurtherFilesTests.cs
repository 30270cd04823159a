using System.Text.Json.Nodes;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>Further files of each kind: cut names, workbooks, statements of a coordinate system, curves, answers of services, spreadsheets of other programs, shared keys, designations.</summary>
public sealed class FurtherFilesTests
{
    private const string Day = """, "extracted": "2026-11-02" """;
    private const string Metres = """, "crs": "EPSG:3006" """;
    private const string Tm = "PROJCS[\"SWEREF99_TM\",GEOGCS[\"GCS_SWEREF99\",DATUM[\"D_SWEREF99\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
        + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",15.0],PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    private const string Heights = "VERTCS[\"RH2000_height\",VDATUM[\"Rikets_hojdsystem_2000\"],PARAMETER[\"Vertical_Shift\",0.0],PARAMETER[\"Direction\",1.0],UNIT[\"Meter\",1.0]]";

    // Case 04.
    [Theory]
    [InlineData("ADRESSPLAT C 20,ADRESSOMRA C 20,ADRESSOM_1 C 20,ADRESSPL_1 C 4", "Exempelgatan 12")]
    [InlineData("adressplat C 20,adressomra C 20,adressom_1 C 20,adresspl_1 C 4,objektiden C 8,X C 2", "Exempelgatan 12")]
    [InlineData("Adressplat C 20,Adressomra C 20,Adressom_1 C 20,Adresspl_1 C 4", "Exempelgatan 12")]
    public void Names_cut_by_other_programs_are_those_of_the_product(string fields, string address)
    {
        using Workshop workshop = new();
        File.WriteAllBytes(workshop.File("a.dbf"), ShapefileBytes.Dbf(fields, [" " + "Gatuadressplats".PadRight(20) + "Exempelgatan".PadRight(20) + "gatuadressomrade".PadRight(20) + "12  " + "abcdefgh  "]));
        Address read = Assert.Single(workshop.Named("addresses", "a.dbf", Metres).Import().Addresses);
        Assert.Equal(address, $"{read.Area} {read.Number}");
    }

    [Fact]
    public void Names_that_were_abbreviated_beyond_reading_are_refused()
    {
        // As R writes them: vowels go first.
        using Workshop workshop = new();
        File.WriteAllBytes(workshop.File("a.dbf"), ShapefileBytes.Dbf("adrsspl C 20,adrssmr C 20,adrssp_ C 4", [" " + "Gatuadressplats".PadRight(20) + "Exempelgatan".PadRight(20) + "12  "]));
        Assert.Contains("columns", workshop.Named("addresses", "a.dbf", Metres).Refused(), StringComparison.Ordinal);
    }

    // Case 20.
    [Theory]
    [InlineData("<c><f>B9</f><v/></c>")]
    [InlineData("<c><f t=\"shared\" si=\"0\"/></c>")]
    [InlineData("<c t=\"str\"><f>VLOOKUP(A1,B:C,2,0)</f></c>")]
    [InlineData("<c t=\"e\"><f>B9</f><v>#REF!</v></c>")]
    [InlineData("<c t=\"str\"><f>IFERROR(NA(),0)</f><v>#N/A</v></c>")]
    [InlineData("<c t=\"e\"><v>#VALUE!</v></c>")]
    [InlineData("<c t=\"e\"><v>#NAME?</v></c>")]
    [InlineData("<c t=\"s\"><f>A1</f><v></v></c>")]
    public void A_formula_without_a_value_is_counted_whatever_form_it_has(string cell)
    {
        string rows = $"""
            <row r="1"><c t="inlineStr"><is><t>adress</t></is></c><c t="inlineStr"><is><t>antal</t></is></c></row>
            <row r="2"><c t="inlineStr"><is><t>A 1</t></is></c><c><v>1</v></c></row>
            <row r="3">{cell}<c><v>1</v></c></row>
            """;
        Run run = new();
        using Workshop workshop = new Workshop().With("residents", "r.xlsx", Delivered(Workbooks.OneSheet(rows)), Day);
        InputFile file = workshop.Import(run).Files.Single(f => f.Type == "residents");
        Assert.Equal((2, 1, 1), (file.Read, file.Used, file.LeftOut["not-placeable"]));
        Assert.Contains(run.Notices.Samples, static n => n is CellsWithoutValue { Count: 1 });
    }

    // Case 21: A 1 alone, and B 1, C 1 further on.
    [Theory]
    [InlineData("adress;antal|A 1;1", "adress;antal|B 1;2|C 1;4", 7, 0)]
    [InlineData("adress;antal|A 1;1", "ADRESS ;Antal|B 1;2|C 1;4", 7, 0)]
    [InlineData("adress;antal|A 1;1", "antal;adress|2;B 1|4;C 1", 1, 2)] // in another order: told, or read
    [InlineData("adress;antal|A 1;1", "B 1;2|C 1;4", 1, 2)] // the rows go on without headings
    [InlineData("adress;antal|A 1;1", "Uttag forts.;|adress;antal|B 1;2|C 1;4", 1, 3)] // under a title
    [InlineData("Uttag november;|;|Källa: KIR;", "adress;antal|B 1;2|C 1;4", 6, 0)] // behind a title page
    public void Rows_on_a_further_sheet_are_read_or_told(string first, string second, int persons, int untold)
    {
        string Sheet(string rows) => string.Concat(rows.Split('|').Select((row, i) =>
            $"<row r=\"{i + 1}\">{string.Concat(row.Split(';').Select(v => v.Length == 0 ? "" : $"<c t=\"inlineStr\"><is><t>{v}</t></is></c>"))}</row>"));
        Run run = new();
        using Workshop workshop = new Workshop().With("residents", "r.xlsx", Book(("Blad1", Sheet(first)), ("Blad2", Sheet(second))), Day);
        long read = workshop.Import(run).Registrations!.Persons;
        bool told = run.Notices.Samples.Any(n => n is SheetsNotRead notice && notice.Rows >= Math.Min(untold, 2));
        Assert.True(read == 7 || (read == persons && (untold == 0 || told)), $"read {read}, told {told}");
    }

    // Case 35: a person who looks a row up does so in Excel, which counts a title, an empty row and a cell of two lines as it shows them.
    [Theory]
    [InlineData("ref;state\nABC234;contacted\nABC235;nonsens\n", 3)]
    [InlineData("Uppföljning hösten\n\nref;state;note\nABC234;contacted;\nABC235;nonsens;\n", 5)]
    [InlineData("ref;state;note\nABC234;contacted;\"två\nrader\"\nABC235;nonsens;\n", 3)]
    [InlineData("ref;state;note\r\n\r\n;;\r\nABC234;contacted;\r\nABC235;nonsens;\r\n", 5)]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ref</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>state</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>ABC235</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>nonsens</t></is></c></row>", 2)]
    [InlineData("<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>ref</t></is></c><c r=\"B4\" t=\"inlineStr\"><is><t>state</t></is></c></row><row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>ABC235</t></is></c><c r=\"B9\" t=\"inlineStr\"><is><t>nonsens</t></is></c></row>", 9)]
    [InlineData("<row r=\"2\" hidden=\"1\"><c r=\"C2\" t=\"inlineStr\"><is><t>state</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>ref</t></is></c></row><row/><row><c r=\"B4\" t=\"inlineStr\"><is><t>ABC235</t></is></c><c t=\"inlineStr\"><is><t>nonsens</t></is></c></row>", 4)]
    public void The_row_of_a_notice_is_the_one_that_Excel_shows(string rows, long row)
    {
        Run run = new();
        using Workshop workshop = rows[0] == '<' ? new Workshop().With("followup", "f.xlsx", Book(("Blad1", rows))) : new Workshop().With("followup", "f.csv", rows);
        workshop.Import(run);
        Assert.Equal(row, Assert.Single(run.Notices.Samples, static n => n.Code == "unknown_state").Row);
    }

    // Case 22.
    [Theory]
    [InlineData(Tm + "," + Heights)]
    [InlineData(Tm + ",\r\n  " + Heights + "\r\n")]
    [InlineData("COMPD_CS[\"SWEREF99 TM + RH2000 height\"," + Tm + ",VERT_CS[\"RH2000 height\",VERT_DATUM[\"Rikets hojdsystem 2000\",2005],UNIT[\"metre\",1],AXIS[\"Up\",UP]]]")]
    [InlineData("COMPOUNDCRS[\"x\"," + Tm + "," + Heights + ",ID[\"EPSG\",5845]]")]
    [InlineData("\uFEFF" + Tm + "," + Heights)]
    [InlineData("EPSG:3006+5613")]
    [InlineData("EPSG:5845")]
    public void A_prj_with_heights_is_its_flat_part(string prj)
    {
        using Workshop workshop = new();
        ShapefileBytes shapes = new ShapefileBytes(5).AddParts([[700000, 7200000, 700000, 7200010, 700012, 7200010, 700012, 7200000, 700000, 7200000]]);
        File.WriteAllBytes(workshop.File("b.shp"), shapes.Shp());
        File.WriteAllBytes(workshop.File("b.shx"), shapes.Shx());
        File.WriteAllBytes(workshop.File("b.dbf"), ShapefileBytes.Dbf("objektiden C 4,andamal1 C 10", [" h1  Bostad    "]));
        File.WriteAllText(workshop.File("b.prj"), prj);
        Assert.Equal(700_006, Assert.Single(workshop.Named("buildings", "b.shp").Import().Buildings).House.X, 3);
    }

    // Case 23.
    [Theory]
    [InlineData("""{ "type": "name", "properties": { "name": null } }""")]
    [InlineData("""{ "type": "name", "properties": { "name": "" } }""")]
    [InlineData("""{ "type": "name", "properties": {} }""")]
    [InlineData("""{ "type": "name", "properties": { "name": "EPSG:99999" } }""")]
    [InlineData("""{ "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC::undefined" } }""")]
    [InlineData("""{ "type": "name", "properties": { "name": "unknown" } }""")]
    [InlineData("""{ "type": "name", "properties": { "name": "EPSG:None" } }""")]
    [InlineData("""{ "type": "EPSG", "properties": { "code": 0 } }""")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public void A_system_that_is_not_said_is_judged_by_the_size_of_coordinates(string crs)
    {
        string collection = $$"""{ "type": "FeatureCollection", "crs": {{crs}}, "features": [ {{Workshop.House("h1", 0)}} ] }""";
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", collection);
        Assert.InRange(Assert.Single(workshop.Import().Buildings).House.X, 700_000, 700_012);
    }

    // Case 26. One house of three that there are.
    [Theory]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [ # ], \"exceededTransferLimit\": true }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [ # ], \"numberMatched\": 3, \"numberReturned\": 1 }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"numberMatched\": \"3\", \"numberReturned\": \"1\", \"features\": [ # ] }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"numberMatched\": \"unknown\", \"numberReturned\": 1, \"links\": [ { \"rel\": \"next\", \"href\": \"x\" } ], \"features\": [ # ] }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [ # ], \"links\": [ { \"href\": \"https://x?f=json&offset=1\", \"title\": \"next\", \"rel\": \"next\" } ] }")]
    [InlineData("{ \"next\": \"https://x?page=2\", \"type\": \"FeatureCollection\", \"features\": [ # ] }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [ # ], \"@odata.nextLink\": \"https://x?skip=1\" }")]
    [InlineData("{ \"count\": 3, \"next\": \"https://x?page=2\", \"previous\": null, \"type\": \"FeatureCollection\", \"features\": [ # ] }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"totalFeatures\": 3, \"numberReturned\": 1, \"features\": [ # ] }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"metadata\": { \"exceededTransferLimit\": true }, \"features\": [ # ] }")]
    public void A_part_of_an_answer_is_told_wherever_it_says_so(string answer)
    {
        string crs = "\"crs\": { \"type\": \"name\", \"properties\": { \"name\": \"EPSG:3006\" } }, \"features\"";
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", answer.Replace("#", Workshop.House("h1", 0), StringComparison.Ordinal).Replace("\"features\"", crs, StringComparison.Ordinal));
        workshop.Import(run);
        Assert.Contains(run.Notices.Samples, static n => n is AnswerIsPart or AnswerGoesOn);
    }

    [Theory]
    [InlineData("\"next\": null, ")]
    [InlineData("\"exceededTransferLimit\": false, ")]
    [InlineData("\"count\": 1, \"next\": \"\", ")]
    [InlineData("\"numberMatched\": \"1\", ")]
    [InlineData("\"links\": [ { \"rel\": \"prev\" }, { \"rel\": \"self\" } ], ")]
    public void A_whole_answer_is_no_part(string members)
    {
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(Workshop.House("h1", 0)).Replace("\"features\"", members + "\"features\"", StringComparison.Ordinal));
        workshop.Import(run);
        Assert.DoesNotContain(run.Notices.Samples, static n => n is AnswerIsPart or AnswerGoesOn);
    }

    // Case 27: refused in one line that says how to save it.
    [Theory]
    [InlineData("r.fods", "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body/></office:document>")]
    [InlineData("r.xls", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table><tr><td>adress</td></tr><tr><td>Storgatan 5</td></tr></table></body></html>")]
    [InlineData("r.xls", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet/></Workbook>")]
    [InlineData("r.gsheet", "{\"url\": \"https://docs.google.com/open?id=1\", \"doc_id\": \"1\"}")]
    [InlineData("r.rtf", "{\\rtf1\\ansi Storgatan 5}")]
    public void A_table_of_another_program_is_refused_with_what_to_save_it_as(string name, string content)
    {
        using Workshop workshop = new Workshop().With("residents", name, content, Day);
        string line = workshop.Refused();
        Assert.Contains("CSV", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Storgatan", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_workbook_is_refused_with_what_to_save_it_as()
    {
        foreach (byte[] content in (byte[][])[
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            Workbooks.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x"), ("xl/worksheets/sheet1.bin", "x")),
            [.. "%PDF-1.7 adress Storgatan 5"u8],
        ])
        {
            using Workshop workshop = new Workshop().With("residents", "r.xlsx", content, Day);
            Assert.Contains("CSV", workshop.Refused(), StringComparison.Ordinal);
        }
    }

    // Keys shared by many: rounded by a spreadsheet, or a placeholder. Each person's address leads to its own home, and nobody to the third.
    [Theory]
    [InlineData("149000000000000")]
    [InlineData("1,49E+14")]
    [InlineData("0")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("9999")]
    [InlineData("saknas")]
    [InlineData("-1")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    public void A_key_that_many_share_says_nothing_and_the_ladder_goes_on(string key)
    {
        string[] houses = [.. Enumerable.Range(0, 9).Select(i => Workshop.House($"h{i}", i * 100))];
        string addresses = string.Concat(Enumerable.Range(0, 9).Select(i => $"{key};Exempelgatan {i + 1};{700006 + (i * 100)};7200005\n"));
        string residents = string.Concat(Enumerable.Range(0, 8).Select(i => $"{key};Exempelgatan {i + 1}\n"));
        using Workshop workshop = Town(houses, "address_id;adress;e;n\n" + addresses, "adressid;adress\n" + residents);
        JsonNode manifest = workshop.RunInto("out");
        Assert.Equal((8, 1), (Count(manifest, "registered"), Count(manifest, "nobody-registered")));
    }

    // A designation names its own property and no other. Persons live on EXEMPELBY 1:2, 1:3 and 1:4; one row is written otherwise.
    [Theory]
    [InlineData("EXEMPELBY 1:1", true)]
    [InlineData("Exempelby 1 : 1", true)]
    [InlineData("SKELLEFTEÅ EXEMPELBY 1:1", true)]
    [InlineData("Skellefteå kommun, Exempelby 1:1", true)]
    [InlineData("EXEMPELBY 1:1>1", true)]
    [InlineData("EXEMPELBY 01:01", true)]
    [InlineData("EXEMPELBY 1.1", true)]
    [InlineData("EXEMPELBY 1-1", true)]
    [InlineData("EXEMPELBY 1:1 (del av)", true)]
    [InlineData("Del av Exempelby 1:1", true)]
    [InlineData("EXEMPELBY 1:1 M FL", true)]
    [InlineData("Fastigheten Exempelby 1:1", true)]
    [InlineData("EXEMPELBY S:1", false)]
    [InlineData("EXEMPELBY 1:11", false)]
    [InlineData("EXEMPELBY 11:1", false)]
    [InlineData("NORRA EXEMPELBY 1:1", false)]
    [InlineData("OKÄNDBY 1:1", false)]
    [InlineData("NYA OKÄNDBY 1:1", false)]
    public void A_designation_leads_to_its_property_however_it_is_written_and_to_no_other(string written, bool leads)
    {
        string[] houses = [.. Enumerable.Range(1, 5).Select(i => Workshop.House($"h{i}", i * 100))];
        string[] plots = [.. Enumerable.Range(1, 5).Select(i => Workshop.Plot($"p{i}", "EXEMPELBY", $"1:{i}", i * 100))];
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(houses)).With("properties", "p.geojson", Workshop.Collection(plots))
            .With("addresses", "a.csv", "address_id;adress;e;n\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"a{i};Exempelgatan {i};{700006 + (i * 100)};7200005\n")), Metres)
            .With("residents", "r.csv", "fastighetsbeteckning\nEXEMPELBY 1:2\nEXEMPELBY 1:3\nEXEMPELBY 1:4\n" + written + "\n", Day);
        workshop.Members += "\"linkage\": { \"warnUnder\": 0.1, \"refuseUnder\": 0.1 }, \"municipality\": \"2482\", ";
        JsonNode manifest = workshop.RunInto("out");
        Assert.Equal(leads ? 4 : 3, Count(manifest, "registered"));
    }

    // Persons' addresses where one of each three rows is written in another way: all three homes are lived in, and the fourth is not.
    [Theory]
    [InlineData("Exempelgatan 05-jul", "5-7")]
    [InlineData("Exempelgatan 2026-07-05", "5-7")]
    [InlineData("Exempelgatan 7 maj", "5-7")]
    [InlineData("Exempelgatan 5.0", "5")]
    [InlineData("Exempelgatan 5,0", "5")]
    [InlineData("Exempelgatan 5,", "5")]
    [InlineData("Exempelgatan 0005", "5")]
    [InlineData("Exempelgatan 5  ", "5")]
    [InlineData("=\"Exempelgatan 5\"", "5")]
    [InlineData("'Exempelgatan 5", "5")]
    [InlineData("Exempelgatan\u00A05", "5")]
    [InlineData("Exempelgatan\t5", "5")]
    [InlineData("Exempelgatan\u200B 5", "5")]
    [InlineData("EXEMPELGATAN５", "5")]
    [InlineData("Exempelgatan <Null> 5", "5")]
    [InlineData("Exempelgatan 5 NULL", "5")]
    [InlineData("Exempelgatan 5 nan", "5")]
    [InlineData("Exempelgatan 5, , 931 30", "5")]
    [InlineData("Exempelgatan 5 lgh", "5")]
    [InlineData("Exempelgatan 5 lgh -", "5")]
    public void Homes_whose_address_a_program_damaged_are_not_called_empty(string written, string number)
    {
        string[] houses = [.. Enumerable.Range(0, 4).Select(i => Workshop.House($"h{i}", i * 100))];
        string addresses = $"a0;Exempelgatan {number};700006;7200005\na1;Exempelgatan 21;700106;7200005\na2;Exempelgatan 22;700206;7200005\na3;Exempelgatan 23;700306;7200005\n";
        using Workshop workshop = Town(houses, "address_id;adress;e;n\n" + addresses, $"adress\n\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\nExempelgatan 21\nExempelgatan 22\n");
        JsonNode manifest = workshop.RunInto("out");
        Assert.Equal((3, 1), (Count(manifest, "registered"), Count(manifest, "nobody-registered")));
    }

    private static int Count(JsonNode manifest, string status) => manifest["statuses"]![status]?.GetValue<int>() ?? 0;

    private static Workshop Town(string[] houses, string addresses, string residents)
    {
        Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(houses)).With("addresses", "a.csv", addresses, Metres).With("residents", "r.csv", residents, Day);
        workshop.Members += "\"linkage\": { \"warnUnder\": 0.1, \"refuseUnder\": 0.1 }, ";
        return workshop;
    }

    private static byte[] Delivered(byte[] book)
    {
        using MemoryStream delivered = new();
        delivered.Write(book);
        using (System.IO.Compression.ZipArchive zip = new(delivered, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
        }

        return delivered.ToArray();
    }

    private static byte[] Book(params (string Name, string Rows)[] sheets)
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Workbooks.Zip(
        [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{rel}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {main} xmlns:r=\"{rel}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>"),
            .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {main}><sheetData>{s.Rows}</sheetData></worksheet>")),
        ]);
    }
}
