using System.IO.Compression;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>The same data in the dresses in which offices send it, and files that lack what they should have.</summary>
public sealed class DeliveredAnyhowTests
{
    private const string Metres = """, "crs": "EPSG:3006" """;

    private static readonly string[] Plain = ["adress;postnr;postort;antal", "Exempelgatan 1;93100;EXEMPELBY;1", "Övre Ågatan 2;93100;EXEMPELBY;3"];

    public static TheoryData<string> Dresses => ["plain", "bom", "latin", "utf16", "tab", "comma", "pipe", "quoted", "upper", "mixed ends", "old mac", "no last end", "blank columns", "blank lines", "spaced headings"];

    [Theory]
    [MemberData(nameof(Dresses))]
    public void A_table_is_the_same_in_every_dress(string dress)
    {
        using Workshop workshop = new Workshop().With("residents", "kir.txt", Dressed(dress));
        Imported inputs = workshop.Import();
        InputFile file = inputs.Files.Single(f => f.Type == "residents");
        Assert.Equal((2, 2, 4L), (file.Read, file.Used, inputs.Registrations.Persons));
        Assert.Equal(["Exempelgatan 1", "Övre Ågatan 2"], Enumerable.Range(0, inputs.Registrations.Count).Select(i => inputs.Registrations[i].AddressText.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("e;n", "700006,25;7200005,75", Metres)]
    [InlineData("E;N", "\"700006,25\";\"7200005,75\"", Metres)]
    [InlineData("Öst;Nord", "700 006,25;7 200 005,75", Metres)]
    [InlineData("x_koord;y_koord", "7200005.75;700006.25", Metres)] // x is the northing, as surveyors write
    [InlineData("X-koordinat;Y-koordinat", "7200005,75;700006,25", Metres)]
    [InlineData("longitude;latitude", "19.215541;64.85", "")]
    [InlineData("lat;lon", "64,85;19,215541", "")]
    public void An_address_is_placed_however_its_coordinates_are_written(string header, string values, string more)
    {
        using Workshop workshop = new Workshop().With("addresses", "a.csv", $"Adress;{header}\nExempelgatan 1;{values}\n", more);
        Address address = Assert.Single(workshop.Import().Addresses);
        Assert.InRange(address.X, 699_700, 700_100);
        Assert.InRange(address.Y, 7_195_000, 7_205_000);
    }

    [Fact]
    public void Addresses_whose_places_stand_in_no_known_column_are_told_of_and_single_ones_without_a_place_are_not()
    {
        using Workshop unknown = new Workshop().With("addresses", "a.csv", "Gatuadress;Läge A;Läge B\nExempelgatan 1;700006;7200005\nExempelgatan 2;700016;7200005\n");
        Run run = new();
        Assert.Equal(2, unknown.Import(run).Addresses.Count);
        Assert.Equal(1, run.Notices.Counts["addresses_without_place"]);
        using Workshop single = new Workshop().With("addresses", "a.csv", "Gatuadress;Öst;Nord\nExempelgatan 1;700006;7200005\nExempelgatan 2;;\n", Metres);
        run = new();
        Assert.Equal(2, single.Import(run).Addresses.Count);
        Assert.False(run.Notices.Counts.ContainsKey("addresses_without_place"));
    }

    [Fact]
    public void A_workbook_reads_as_its_text_does_days_among_them()
    {
        // 45992 is 2025-12-01: a day as Excel keeps it (format 14), and beside it one as text.
        string Row(string person, string day, string address) =>
            $"<row><c t=\"inlineStr\"><is><t>{person}</t></is></c>{day}<c t=\"inlineStr\"><is><t>{address}</t></is></c></row>";
        string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
        byte[] book = Workbooks.OneSheet(
            Row("Personnummer", Text("Folkbokföringsdatum"), "Adress") + Row("196408233234", "<c s=\"1\"><v>45992</v></c>", "B 1") + Row("196408233234", Text("2020-01-01"), "A 1"),
            formats: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
        using MemoryStream delivered = new();
        delivered.Write(book);
        using (ZipArchive zip = new(delivered, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
        }

        using Workshop workshop = new Workshop().With("residents", "kir.xlsx", delivered.ToArray());
        Imported inputs = workshop.Import();
        Assert.Equal(["B 1"], Enumerable.Range(0, inputs.Registrations.Count).Where(i => inputs.Registrations[i].Persons > 0).Select(i => inputs.Registrations[i].AddressText.ToString()));
    }

    [Theory]
    [InlineData("buildings", "objektidentitet;andamal1\n", "no building could be read")]
    [InlineData("residents", "adress;antal\n", "no row can be used")]
    public void Headings_alone_are_refused_where_nothing_can_be_told_without_rows(string type, string text, string sentence)
    {
        using Workshop workshop = new Workshop().With(type, "x.csv", text);
        Assert.Contains(sentence, workshop.Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("addresses", "adress;e;n\n")]
    [InlineData("properties", "fastighetsbeteckning\n")]
    [InlineData("dwellings", "lagenhetsnummer;adress\n")]
    [InlineData("services", "category;e;n\n")]
    [InlineData("localities", "namn;bef\n")]
    [InlineData("holiday-areas", "fritidshus\n")]
    [InlineData("on-demand-zones", "namn;turer\n")]
    public void Headings_alone_are_told_where_the_answer_can_do_without(string type, string text)
    {
        Run run = new();
        using Workshop workshop = new Workshop().With(type, "x.csv", text);
        InputFile file = workshop.Import(run).Files.Single(f => f.Type == type);
        Assert.Equal((0, 0), (file.Read, file.Used));
        Assert.Equal(type, Assert.Single(run.Notices.Samples, n => n.Code == "source_is_empty").Source);
    }

    [Fact]
    public void Paths_of_Windows_are_found_everywhere()
    {
        using Workshop workshop = new();
        Directory.CreateDirectory(workshop.File("data"));
        File.WriteAllText(workshop.File(Path.Combine("data", "kir.csv")), string.Join('\n', Plain) + "\n");
        Assert.Equal(4, workshop.Named("residents", """data\\kir.csv""").Import().Registrations.Persons);
    }

    [Fact]
    public void A_shapefile_that_cut_the_names_is_the_product_that_it_was()
    {
        const int polygon = 5;
        double[] ring = [700_000, 7_200_000, 700_000, 7_200_010, 700_012, 7_200_010, 700_012, 7_200_000, 700_000, 7_200_000];
        using Workshop workshop = new();
        ShapefileBytes shape = new ShapefileBytes(polygon).AddParts([ring]);
        foreach ((string name, string fields, string row) in (ReadOnlySpan<(string, string, string)>)[
            ("byggnad", "objektiden C 4,objekttypn N 5,andamal1 C 30", " H1   2061" + "Bostad;Smahus friliggande".PadRight(30)),
            ("ytor", "objektiden C 4,registeren C 4,trakt C 12,block C 4,enhet N 3", " A1  P1  EXEMPELBY   1     7")])
        {
            File.WriteAllBytes(workshop.File(name + ".shp"), shape.Shp());
            File.WriteAllBytes(workshop.File(name + ".shx"), shape.Shx());
            File.WriteAllBytes(workshop.File(name + ".dbf"), ShapefileBytes.Dbf(fields, [row], Encoding.Latin1));
        }

        Imported inputs = workshop.Named("buildings", "byggnad.shp", Metres).Named("properties", "ytor.shp", Metres).Import();
        Assert.Equal(("lantmateriet-byggnad", "h1"), (inputs.Files[0].Layout, inputs.Buildings[0].Id));
        Assert.Equal("lantmateriet-registerenhetsomradesyta", inputs.Files.Single(f => f.Type == "properties").Layout);
        Assert.Equal(("P1", "EXEMPELBY 1:7"), (Assert.Single(inputs.Properties).Key, inputs.Properties[0].Designation));
    }

    private static byte[] Dressed(string dress)
    {
        string text = string.Join('\n', Plain) + "\n";
        UTF8Encoding bare = new(false);
        return dress switch
        {
            "bom" => [0xEF, 0xBB, 0xBF, .. bare.GetBytes(text)],
            "latin" => Encoding.Latin1.GetBytes(text),
            "utf16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "tab" => bare.GetBytes(text.Replace(';', '\t')),
            "comma" => bare.GetBytes(text.Replace(';', ',')),
            "pipe" => bare.GetBytes(text.Replace(';', '|')),
            "quoted" => bare.GetBytes(string.Concat(Plain.Select(l => string.Join(';', l.Split(';').Select(c => $"\"{c}\"")) + "\r\n"))),
            "upper" => bare.GetBytes(Plain[0].ToUpperInvariant() + text[Plain[0].Length..]),
            "mixed ends" => bare.GetBytes($"{Plain[0]}\r\n{Plain[1]}\n{Plain[2]}\r\n"),
            "old mac" => bare.GetBytes(text.Replace('\n', '\r')),
            "no last end" => bare.GetBytes(text.TrimEnd()),
            "blank columns" => bare.GetBytes(string.Concat(Plain.Select(l => l + ";;\n"))),
            "blank lines" => bare.GetBytes(text.Replace("\n", "\n\n", StringComparison.Ordinal) + ";;;\n"),
            "spaced headings" => bare.GetBytes(" Adress ; Post nr ; Post-ort ; ANTAL " + text[Plain[0].Length..]),
            _ => bare.GetBytes(text),
        };
    }
}
