using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>What people really deliver: numbers that are none, words for nothing, days in every form, damaged text, columns under other names, workbooks that Excel made.</summary>
public sealed class ReadAsDeliveredTests
{
    private const string Metres = """, "crs": "EPSG:3006" """;

    [Theory]
    [InlineData("19640823")]
    [InlineData("640823")]
    [InlineData("1964-08-23")]
    [InlineData("19640823-XXXX")]
    [InlineData("640823-****")]
    [InlineData("19640823-0000")]
    [InlineData("1,96408E+11")]
    [InlineData("1.96408E+11")]
    [InlineData("196408000000")]
    [InlineData("196408233100")] // rounded to ten digits: the check digit of 640823-310 is 1
    [InlineData("SKYDDAD")]
    public void A_number_that_is_no_whole_one_identifies_nobody(string number)
    {
        Run run = new();
        using Workshop workshop = Residents($"personnummer;adress\n{number};A 1\n{number};B 1\n{number};C 1\n");
        InputFile file = workshop.Import(run).Files.Single(f => f.Type == "residents");
        Assert.Equal((3, 3, 0), (file.Read, file.Used, file.LeftOut.GetValueOrDefault("duplicate")));
        Assert.Contains(run.Notices.Samples, n => n is PersonNumbersNotWhole { Count: 3, Row: null });
    }

    [Theory]
    [InlineData("196408233234")]
    [InlineData("640823-3234")]
    [InlineData("a81bc81b-dead-4e5d-abff-90865d1e13b1")]
    [InlineData("P00012")]
    public void A_whole_number_and_a_pseudonym_identify(string number)
    {
        using Workshop workshop = Residents($"personnummer;adress\n{number};A 1\n{number};B 1\n");
        Assert.Equal(1, workshop.Import().Files.Single(f => f.Type == "residents").LeftOut["duplicate"]);
    }

    [Theory]
    [InlineData("NULL", false)]
    [InlineData("na", false)]
    [InlineData("N/A", false)]
    [InlineData("NaN", false)]
    [InlineData("None", false)]
    [InlineData("\\N", false)]
    [InlineData("<Null>", false)]
    [InlineData("(null)", false)]
    [InlineData("-", false)]
    [InlineData("saknas", false)]
    [InlineData("Uppgift saknas", false)]
    [InlineData("#SAKNAS!", false)]
    [InlineData("#REFERENS!", false)]
    [InlineData("########", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("99991231", false)]
    [InlineData("31/12/9999", false)]
    [InlineData("1900-01-00", false)]
    [InlineData("1899-12-30", false)]
    [InlineData("2027-01-31", false)] // after the extract
    [InlineData("Ej avregistrerad", false)]
    [InlineData("Inte avregistrerad", false)]
    [InlineData("nej", false)]
    [InlineData("0", false)]
    [InlineData("NaT", false)]
    [InlineData("undefined", false)]
    [InlineData(".", false)]
    [InlineData("?", false)]
    [InlineData("Okänt", false)]
    [InlineData("Tills vidare", false)]
    [InlineData("Folkbokförd", false)]
    [InlineData("0001-01-01 00:00:00", false)]
    [InlineData("99999999", false)]
    [InlineData("999999", false)]
    [InlineData("2999-12-31", false)]
    [InlineData("00000000", false)]
    [InlineData("20260930.0", true)]
    [InlineData("1/9-26", true)]
    [InlineData("den 30 september 2026", true)]
    [InlineData("2026-09-30", true)]
    [InlineData("30/9/2026", true)]
    [InlineData("46295", true)] // 2026-09-30
    [InlineData("AV", true)]
    [InlineData("Avliden", true)]
    [InlineData("J", true)]
    public void Who_is_deregistered_is_told_from_who_is_not(string said, bool deregistered)
    {
        using Workshop workshop = Residents($"adress;avregistreringsdatum\nA 1;{said}\nB 1;\n");
        Assert.Equal(deregistered ? 1 : 0, workshop.Import().Files.Single(f => f.Type == "residents").LeftOut.GetValueOrDefault("deregistered"));
    }

    [Theory]
    [InlineData("Ej skyddad", false)]
    [InlineData("Ingen sekretess", false)]
    [InlineData("NULL", false)]
    [InlineData("N/A", false)]
    [InlineData("NaT", false)]
    [InlineData("Utan skydd", false)]
    [InlineData("FALSKT", false)]
    [InlineData("*", true)]
    [InlineData("9999-12-31", true)] // protected until then
    [InlineData("J", true)]
    [InlineData("S", true)]
    [InlineData("Skyddad folkbokföring", true)]
    public void Who_is_protected_is_told_from_who_is_not(string said, bool isProtected)
    {
        using Workshop workshop = Residents($"adress;sekretess\nA 1;{said}\nB 1;\n");
        Assert.Equal(isProtected ? 1 : 0, workshop.Import().Files.Single(f => f.Type == "residents").LeftOut.GetValueOrDefault("not-placeable"));
    }

    [Fact]
    public void Words_for_nothing_are_nothing_in_every_column_of_every_source()
    {
        using Workshop workshop = Residents("adress;postnr;adressid;fastighetsbeteckning\nA 1;<Null>;NULL;saknas\n#SAKNAS!;93130;\\N;EXEMPELBY 1:1\n")
            .With("addresses", "a.csv", "address_id;adress;postort;e;n\nN/A;Exempelgatan 1;(null);700006;7200005\nNULL;Exempelgatan 2;-;700106;NaN\n", Metres)
            .With("services", "s.csv", "id;name;category;e;n\n1;NULL;grocery;700000;7200000\n2;Butik;None;700000;7200000\n", Metres);
        Imported inputs = workshop.Import();
        Assert.Equal((IdKey.None, 0, ""), (inputs.Registrations![0].Address, inputs.Registrations[0].PostalCode, inputs.Registrations[0].Designation.ToString()));
        Assert.True(inputs.Registrations[1].AddressText.IsEmpty);
        Assert.All(inputs.Addresses, a => Assert.Equal((null, null), (a.Key, a.PostTown)));
        Assert.Null(Assert.Single(inputs.Services).Name);
    }

    [Theory]
    [InlineData("01/09/2026", "31/08/2026")]
    [InlineData("1.9.2026", "31.8.2026")]
    [InlineData("260901", "260831")]
    [InlineData("46266", "46265")]
    [InlineData("1 sep 2026", "31 aug 2026")]
    [InlineData("Sep 1, 2026", "Aug 31, 2026")]
    [InlineData("den 1 september 2026", "den 31 augusti 2026")]
    [InlineData("1/9-26", "31/8-26")]
    [InlineData("1/9 2026", "31/8 2026")]
    [InlineData("20260901.0", "20260831.0")]
    [InlineData("2026-09-01T00:00:00Z", "2026-08-31T00:00:00Z")]
    [InlineData("46266.5", "46265.5")]
    public void The_newer_registration_counts_in_whatever_form_days_are_written(string newer, string older)
    {
        using Workshop workshop = Residents($"personnummer;adress;folkbokforingsdatum\n196408233234;Old 1;{older}\n196408233234;New 1;{newer}\n");
        Assert.Equal(["New 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("", "260901", "310826", "260901")] // years 2026 and 1931: nothing tells, and the year stands in front
    [InlineData("310898", "010925", "310826", "310826")] // one day that can only be the 31st of August 1998; the others are of 2025 and 2026
    [InlineData("980831", "090126", "260109", "260109")] // one that can only be of 1998: 2009-01-26 and 2026-01-09
    public void Days_of_six_digits_have_the_year_in_front_unless_the_column_shows_that_they_have_not(string third, string one, string two, string newest)
    {
        using Workshop workshop = Residents($"personnummer;adress;folkbokforingsdatum\n196408233234;At {one};{one}\n196408233234;At {two};{two}\n196408833231;Third;{third}\n");
        Assert.Equal([$"At {newest}", "Third"], Living(workshop.Import()));
    }

    [Fact]
    public void Days_of_six_digits_of_both_orders_in_one_column_are_none()
    {
        Run run = new();
        using Workshop workshop = Residents("personnummer;adress;folkbokforingsdatum\n196408233234;A 1;090126\n196408233234;B 1;260109\n196408833231;C 1;310898\n196408823232;D 1;980831\n");
        Assert.Equal(["A 1", "B 1", "C 1", "D 1"], Living(workshop.Import(run)));
        Assert.Contains(run.Notices.Samples, n => n is DaysNotRead { Count: 2, Row: null });
    }

    [Fact]
    public void A_day_that_cannot_be_read_is_told_and_neither_home_looks_empty()
    {
        Run run = new();
        using Workshop workshop = Residents("personnummer;adress;folkbokforingsdatum\n196408233234;A 1;########\n196408233234;B 1;i fjol\n196408833231;C 1;2020-01-01\n");
        Assert.Equal(["A 1", "B 1", "C 1"], Living(workshop.Import(run)));

        // ######## is one of Excel's errors, and so no day at all.
        Assert.Contains(run.Notices.Samples, n => n is DaysNotRead { Count: 1, Row: null });
    }

    [Theory]
    [InlineData("2480", true)]
    [InlineData("2480.0", true)]
    [InlineData("Umeå", true)]
    [InlineData("UMEÅ KOMMUN", true)]
    [InlineData("2480 Umeå", true)]
    [InlineData("Umeå (2480)", true)]
    [InlineData("24-80", true)]
    [InlineData("SE2480", true)]
    [InlineData("2480-01", true)]
    [InlineData("umea kommun", true)]
    [InlineData("Umeå, 2480", true)]
    [InlineData("248001", true)]
    [InlineData("Göteborgs stad", true)]
    [InlineData("2482,0", false)]
    [InlineData("Skellefteå", false)]
    [InlineData("Skellefteå kommun", false)]
    [InlineData("24 82", false)]
    public void A_municipality_is_read_however_it_is_written(string written, bool elsewhere)
    {
        Run run = new();
        using Workshop workshop = Residents($"adress;kommun\nA 1;{written}\nB 1;2482\n");
        workshop.Members += "\"municipality\": \"2482\", ";
        Assert.Equal(elsewhere ? 1 : 0, workshop.Import(run).Files.Single(f => f.Type == "residents").LeftOut.GetValueOrDefault("other-municipality"));
        Assert.DoesNotContain(run.Notices.Samples, n => n is MunicipalitiesNotRead);
    }

    [Fact]
    public void A_municipality_that_cannot_be_read_is_told()
    {
        Run run = new();
        using Workshop workshop = Residents("adress;kommun\nA 1;distrikt 7 B\nB 1;2482\n");
        workshop.Members += "\"municipality\": \"2482\", ";
        Assert.Equal(2, workshop.Import(run).Registrations!.Persons);
        Assert.Contains(run.Notices.Samples, n => n is MunicipalitiesNotRead { Count: 1 });
    }

    [Theory]
    [InlineData(850)]
    [InlineData(437)]
    [InlineData(10000)]
    [InlineData(1252)]
    [InlineData(65001)]
    public void Text_is_read_in_the_encoding_that_its_Swedish_letters_tell(int page)
    {
        byte[] table = Encoded(page, "adress;postort;antal\nÖstra Ågärdsvägen 5;SKELLEFTEÅ;1\nBjörnvägen 7;KÅGE;1\n");
        using Workshop workshop = new Workshop().With("residents", "r.csv", table, Day);
        Assert.Equal(["Björnvägen 7", "Östra Ågärdsvägen 5"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData(850)]
    [InlineData(10000)]
    [InlineData(1252)]
    [InlineData(65001)]
    public void A_dbf_without_a_cpg_is_read_by_its_letters_too(int page)
    {
        Encoding encoding = EncodingOf(page);
        using Workshop workshop = new();
        byte[] record = encoding.GetBytes(" Björnvägen 7");
        byte[] table = ShapefileBytes.Dbf("adress C 24", [" " + new string('x', 24)], Encoding.Latin1);
        table.AsSpan(table.AsSpan().IndexOf("xxxx"u8), 24).Fill((byte)' ');
        record.CopyTo(table.AsSpan(table.Length - 26));
        File.WriteAllBytes(workshop.File("r.dbf"), table);
        Assert.Equal(["Björnvägen 7"], Living(workshop.Named("residents", "r.dbf", Day).Import()));
    }

    [Fact]
    public void Text_that_was_encoded_twice_is_read_as_it_was_meant_and_told()
    {
        string twice = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("FolkbokfÃ¶ringsadress;antal\nÃ…gÃ¤rdsvÃ¤gen 5;1\nBjÃ¶rnvÃ¤gen 7;1\n"));
        Run run = new();
        using Workshop workshop = Residents(twice);
        Assert.Equal(["Björnvägen 7", "Ågärdsvägen 5"], Living(workshop.Import(run)));
        Assert.Contains(run.Notices.Samples, static n => n is TextEncodedTwice);
    }

    [Fact]
    public void Lost_letters_are_told()
    {
        Run run = new();
        using Workshop workshop = Residents("adress;antal\nBj?rnv?gen 7;1\nStorgatan 1;1\nVar?;1\n");
        workshop.Import(run);
        Assert.Contains(run.Notices.Samples, static n => n is LettersLost { Count: 1 });
    }

    [Theory]
    [InlineData("Adress;Folkbokföringsadress", "BOX 1;Exempelgatan 1")]
    [InlineData("Utdelningsadress2;FB-adress", "Tillfällig 9;Exempelgatan 1")]
    [InlineData("Folkbokföringsadress;Adress;Postadress", "Exempelgatan 1;Tillfällig 9;BOX 1")]
    [InlineData("Gatuadress\u00A0;antal", "Exempelgatan 1;1")]
    public void Where_somebody_is_registered_goes_before_where_letters_are_sent(string heads, string row)
    {
        using Workshop workshop = Residents($"{heads}\n{row}\n");
        Assert.Equal(["Exempelgatan 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("adress;Latitud;Longitud", "Exempelgatan 1;64.85;19.215541", "")]
    [InlineData("adress;E_SWEREF99TM;N_SWEREF99TM", "Exempelgatan 1;700006;7200005", Metres)]
    [InlineData("adress;N-koordinat;E-koordinat", "Exempelgatan 1;7200005;700006", Metres)]
    [InlineData("adress;lat_wgs84;lon_wgs84", "Exempelgatan 1;64.85;19.215541", "")]
    public void Coordinates_are_found_under_the_names_that_people_give_them(string heads, string row, string more)
    {
        using Workshop workshop = new Workshop().With("addresses", "a.csv", $"{heads}\n{row}\n", more);
        Assert.InRange(Assert.Single(workshop.Import().Addresses).X, 699_700, 700_100);
    }

    [Fact]
    public void Names_that_were_cut_and_numbered_are_those_of_the_product_in_its_order()
    {
        using Workshop workshop = new();
        byte[] table = ShapefileBytes.Dbf(
            "adressplat C 20,adressomra C 20,adressom_1 C 20,adresspl_1 C 4,bokstavsti C 2", [" " + "Gatuadressplats".PadRight(20) + "Exempelgatan".PadRight(20) + "gatuadressomrade".PadRight(20) + "12  " + "B "]);
        File.WriteAllBytes(workshop.File("a.dbf"), table);
        Address address = Assert.Single(workshop.Named("addresses", "a.dbf", Metres).Import().Addresses);
        Assert.Equal(("Exempelgatan", "12B", false), (address.Area, address.Number, address.IsVillage));
    }

    [Fact]
    public void Names_that_were_cut_and_numbered_and_may_mean_either_are_refused_until_they_are_said()
    {
        using Workshop workshop = new();
        byte[] table = ShapefileBytes.Dbf("folkbokfor C 20,folkbokf_1 C 8", [" " + "Exempelgatan 1".PadRight(20) + "20200101"]);
        File.WriteAllBytes(workshop.File("r.dbf"), table);
        Assert.Contains("\"columns\": {", workshop.Named("residents", "r.dbf", Day).Refused(), StringComparison.Ordinal);
        using Workshop said = new();
        File.WriteAllBytes(said.File("r.dbf"), table);
        string columns = Day + """, "columns": { "address": "folkbokfor", "registeredOn": "folkbokf_1", "address1": "folkbokfor", "postalCode": "folkbokfor", "postTown": "folkbokfor" } """;
        Assert.Equal(["Exempelgatan 1"], Living(said.Named("residents", "r.dbf", columns).Import()));
    }

    [Theory]
    [InlineData("BYGGNID", "BYGGNID")]
    [InlineData("Byggn_nyckel", "Byggn_nyckel")]
    [InlineData("GlobalID", "GlobalID")]
    [InlineData("FID_1", null)]
    public void Ids_that_are_not_recognised_are_told_with_the_column_that_they_may_stand_in(string column, string? proposed)
    {
        string house = Workshop.Feature($"\"{column}\": \"7\", \"andamal\": \"Bostad\"", Workshop.Ring(0, 0, 12, 10));
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "byggnader.geojson", Workshop.Collection(house));
        workshop.Import(run);
        Notice notice = Assert.Single(run.Notices.Samples, static n => n is BuildingIdsNotFound);
        Assert.Equal(proposed is not null, notice.Text(Language.Sv).Contains($"({proposed}?)", StringComparison.Ordinal));
        Assert.Equal(proposed is not null, HousingInventory.Verbs.Inspecting.Inspect(workshop.File("byggnader.geojson")).Contains($"\"columns\": {{ \"id\": \"{proposed}\" }}", StringComparison.Ordinal));
    }

    [Fact]
    public void Buildings_far_apart_that_share_an_id_are_several_and_the_parts_of_one_stay_one()
    {
        string[] houses = [Workshop.House("149000000000000", 0), Workshop.House("149000000000000", 2000), Workshop.House("149000000000000", 4000), Workshop.House("own", 100), Workshop.House("own", 112)];
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", Workshop.Collection(houses));
        Assert.Equal(4, workshop.Import(run).Buildings.Count);
        Assert.Contains(run.Notices.Samples, static n => n is BuildingIdsShared { Rows: 3 });
    }

    [Theory]
    [InlineData("byggnad_gammal", "byggnad")]
    [InlineData("byggnadsverk", "Byggnad")]
    [InlineData("byggnader_2019", "byggnader")]
    public void The_layer_of_the_right_name_goes_before_one_that_begins_alike(string first, string right)
    {
        using Workshop workshop = new();
        NetTopologySuite.IO.WKTReader wkt = new();
        using (HousingInventory.Formats.GeoPackageWriter writer = HousingInventory.Formats.GeoPackageWriter.Create(workshop.File("b.gpkg"), DateTime.UnixEpoch))
        {
            foreach (string name in (string[])[first, right])
            {
                HousingInventory.Formats.GpkgLayerDefinition layer = new()
                {
                    Name = name,
                    Identifier = name,
                    Description = name,
                    Crs = HousingInventory.Formats.CrsTable.Sweref99Tm,
                    GeometryType = "POLYGON",
                    Columns = [new("objektidentitet", "TEXT"), new("andamal1", "TEXT")],
                };
                writer.AddLayer(layer, [(wkt.Read("POLYGON ((700000 7200000, 700010 7200000, 700010 7200010, 700000 7200010, 700000 7200000))"), [name, "Bostad;"])]);
            }

            writer.Complete();
        }

        Assert.Equal(right.ToLowerInvariant(), Assert.Single(workshop.Named("buildings", "b.gpkg").Import().Buildings).Id);
    }

    [Fact]
    public void Properties_that_share_a_key_are_told_apart_by_their_designations()
    {
        string Plot(string key, string label, double x) => Workshop.Plot(key, "EXEMPELBY", label, x);
        using Workshop workshop = new Workshop().With("properties", "p.geojson", Workshop.Collection(Plot("9", "1:1", 0), Plot("9", "1:2", 100), Plot("own", "1:3", 200), Plot("own", "1:3", 300)));
        Assert.Equal(["EXEMPELBY 1:1", "EXEMPELBY 1:2", "EXEMPELBY 1:3"], workshop.Import().Properties.Select(p => p.Designation));
    }

    [Theory]
    [InlineData("2026-07-05", "5-7")]
    [InlineData("05-jul", "5-7")]
    [InlineData("jul-09", "7-9")]
    [InlineData("2014-12-01", "12-14")]
    [InlineData("12A", "12A")]
    [InlineData("12A-C", "12A-C")]
    [InlineData("7", "7")]
    public void House_numbers_that_became_days_are_spans_again(string cell, string number)
    {
        Run run = new();
        using Workshop workshop = new Workshop().With("addresses", "a.csv", $"gatunamn;nummer;e;n\nExempelgatan;{cell};700006;7200005\n", Metres);
        Assert.Equal(number, Assert.Single(workshop.Import(run).Addresses).Number);
        Assert.Equal(number != cell, run.Notices.Samples.Any(static n => n is HouseNumbersWereDays { Count: 1 }));
    }

    [Theory]
    [InlineData("Befolkningsuttag 2026-11-01\n\nadress;antal\nA 1;1\nB 1;2\n", 4)]
    [InlineData("Uttag ur KIR;;\nadress;postort;antal\nA 1;X;1\nB 1;X;2\n", 3)]
    [InlineData("Uttag\n\nSkellefteå, november\n\nadress;antal\nA 1;1\nB 1;2\n", 6)]
    [InlineData("Uttag, november 2026\nadress;antal\nA 1;1\nB 1;2\n", 3)]
    [InlineData("adress;antal\nA 1;1\nB 1;2\n", 2)]
    public void A_title_above_the_headings_is_passed_over_and_rows_are_numbered_as_a_spreadsheet_shows_them(string table, int firstRow)
    {
        using Workshop workshop = Residents(table);
        Assert.Equal(3, workshop.Import().Registrations!.Persons);
        using HousingInventory.Formats.IFeatureCursor cursor = HousingInventory.Formats.CsvTable.Open(workshop.File("r.csv"), HousingInventory.Formats.ReadOptions.Recognise);
        Assert.True(cursor.Read());
        Assert.Equal((1, firstRow), (cursor.Row, cursor.SheetRow));
    }

    [Fact]
    public void Empty_lines_between_records_are_rows_of_a_spreadsheet()
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("r.csv"), "adress;antal\r\nA 1;1\r\n\r\n\r\nB 1;2\r\n");
        using HousingInventory.Formats.IFeatureCursor cursor = HousingInventory.Formats.CsvTable.Open(workshop.File("r.csv"), HousingInventory.Formats.ReadOptions.Recognise);
        List<long> rows = [];
        while (cursor.Read())
        {
            rows.Add(cursor.SheetRow);
        }

        Assert.Equal([2, 5], rows);
    }

    [Fact]
    public void Formulas_without_a_value_and_errors_are_counted()
    {
        const string rows = """
            <row r="1"><c t="inlineStr"><is><t>adress</t></is></c><c t="inlineStr"><is><t>antal</t></is></c></row>
            <row r="2"><c t="inlineStr"><is><t>A 1</t></is></c><c><v>1</v></c></row>
            <row r="3"><c><f>B9</f></c><c><v>1</v></c></row>
            <row r="4"><c t="e"><f>NA()</f><v>#N/A</v></c><c><v>1</v></c></row>
            <row r="5"><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>
            """;
        Run run = new();
        using Workshop workshop = new Workshop().With("residents", "r.xlsx", Book(("Blad1", rows)), Day);
        Assert.Equal("read 4 used 1", Books(workshop.Import(run)));
        Assert.Contains(run.Notices.Samples, static n => n is CellsWithoutValue { Count: 2, Row: null });
    }

    [Fact]
    public void Sheets_with_the_same_headings_are_read_on_and_others_are_told()
    {
        string Sheet(string heads, params string[] rows) => string.Concat(rows.Prepend(heads).Select((row, i) =>
            $"<row r=\"{i + 1}\">{string.Concat(row.Split(';').Select(v => $"<c t=\"inlineStr\"><is><t>{v}</t></is></c>"))}</row>"));
        Run run = new();
        using Workshop workshop = new Workshop().With(
            "residents", "r.xlsx", Book(("Blad1", Sheet("adress;antal", "A 1;1")), ("Blad2", Sheet("Adress;Antal", "B 1;2", "C 1;4")), ("Annat", Sheet("adress;personer", "D 1;8"))), Day);
        Assert.Equal(7, workshop.Import(run).Registrations!.Persons);
        Assert.Contains(run.Notices.Samples, static n => n is SheetsNotRead { Sheets: 1, Rows: 1 });
        using Workshop named = new Workshop().Named("residents", "r.xlsx", Day + """, "layer": "Blad2" """);
        File.Copy(workshop.File("r.xlsx"), named.File("r.xlsx"));
        Assert.Equal(6, named.Import().Registrations!.Persons);
    }

    [Fact]
    public void The_day_on_which_a_workbook_was_saved_is_not_that_of_its_data()
    {
        const string rows = """<row r="1"><c t="inlineStr"><is><t>adress</t></is></c></row><row r="2"><c t="inlineStr"><is><t>A 1</t></is></c></row>""";
        Run run = new();
        using Workshop workshop = new Workshop().With("residents", "r.xlsx", Book(("Blad1", rows)));
        Assert.Null(workshop.Import(run).Files.Single(f => f.Type == "residents").Extracted);
        Assert.Contains(run.Notices.Samples, static n => n is DateUnknown { Source: "residents" });
    }

    [Theory]
    [InlineData("content.xml", "OpenDocument")]
    [InlineData("encrypted-package", "OpenDocument")]
    [InlineData("Index/Document.iwa", "Apple Numbers")]
    public void A_spreadsheet_of_another_program_is_refused_by_its_name(string entry, string name)
    {
        using Workshop workshop = new Workshop().With("residents", "r.ods", Workbooks.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), (entry, "<x/>")), Day);
        string line = workshop.Refused();
        Assert.Contains(name, line, StringComparison.Ordinal);
        Assert.Contains("CSV", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zipped_spreadsheet_of_LibreOffice_is_refused_by_its_name_too()
    {
        using Workshop workshop = new Workshop().With("residents", "r.zip", Workbooks.Zip(("uttag/r.ods", "PK\u0003\u0004")), Day);
        Assert.Contains("OpenDocument", workshop.Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"numberMatched\": 3, \"numberReturned\": 1,", typeof(AnswerIsPart))]
    [InlineData("\"totalFeatures\": 3,", typeof(AnswerIsPart))]
    [InlineData("\"exceededTransferLimit\": true,", typeof(AnswerGoesOn))]
    [InlineData("\"properties\": { \"exceededTransferLimit\": true },", typeof(AnswerGoesOn))]
    [InlineData("\"links\": [ { \"rel\": \"self\" }, { \"href\": \"x\", \"rel\": \"next\" } ],", typeof(AnswerGoesOn))]
    [InlineData("\"numberMatched\": 1, \"numberReturned\": 1, \"links\": [ { \"rel\": \"self\" } ],", null)]
    [InlineData("\"exceededTransferLimit\": false,", null)]
    public void An_answer_that_says_itself_that_it_is_a_part_is_told(string members, Type? notice)
    {
        string collection = Workshop.Collection(Workshop.House("h1", 0)).Replace("\"features\"", members + " \"features\"", StringComparison.Ordinal);
        Run run = new();
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", collection);
        workshop.Import(run);
        Assert.Equal(notice, run.Notices.Samples.FirstOrDefault(static n => n is AnswerIsPart or AnswerGoesOn)?.GetType());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::0" } }""")]
    [InlineData("""{ "type": "name", "properties": { "name": "EPSG:-1" } }""")]
    [InlineData("""{ "type": "name", "properties": { "name": "Undefined" } }""")]
    public void An_undefined_system_is_no_statement_and_coordinates_are_judged_by_their_size(string crs)
    {
        string collection = $$"""{ "type": "FeatureCollection", "crs": {{crs}}, "features": [ {{Workshop.House("h1", 0)}} ] }""";
        using Workshop workshop = new Workshop().With("buildings", "b.geojson", collection);
        Assert.InRange(Assert.Single(workshop.Import().Buildings).House.X, 700_000, 700_012);
    }

    [Theory]
    [InlineData("Kontakta\u00A0inte", "do-not-contact")]
    [InlineData("A\u0308garen tackar nej", "declined")]
    [InlineData("ÄGAREN  TACKAR NEJ ", "declined")]
    [InlineData("Ola\u0308mpligt", "unsuitable")]
    [InlineData("Ej\u202Fpåbörjad", "not-started")]
    [InlineData("NULL", "not-started")]
    [InlineData("Do not contact", "do-not-contact")]
    public void A_state_is_understood_however_its_letters_and_blanks_are_made(string written, string state)
    {
        using Workshop workshop = new Workshop().With("followup", "f.csv", $"ref;state\nABCDEF;{written}\n");
        Assert.Equal(state, Term.Of(Assert.Single(workshop.Import().FollowUps).State).Key);
    }

    [Fact]
    public void An_unknown_state_names_the_Swedish_words()
    {
        Run run = new();
        using Workshop workshop = new Workshop().With("followup", "f.csv", "ref;state\nABCDEF;kanske\n");
        workshop.Import(run);
        Notice notice = Assert.Single(run.Notices.Samples, static n => n is UnknownState);
        Assert.Equal(2, notice.Row);
        Assert.All(Term.All<FollowUpState>(), word => Assert.Contains(word.Sv, notice.Remedy(Language.Sv), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Quelhrosk Fnuxandix, Storgatan 5, Skellefteå\n")]
    [InlineData("Fnuxandix;Quelhrosk;Storgatan 5\nXand;Zor;Nygatan 1\n")]
    [InlineData("Quelhrosk\tFnuxandix\n")]
    public void Of_a_list_without_headings_no_value_is_told(string list)
    {
        using Workshop workshop = new Workshop().With("residents", "list.csv", list, Day + """, "columns": { "address": "adress" } """);
        Assert.DoesNotContain("uelhrosk", workshop.Refused(), StringComparison.Ordinal);
        Assert.DoesNotContain("uelhrosk", HousingInventory.Verbs.Inspecting.Inspect(workshop.File("list.csv")), StringComparison.Ordinal);
    }

    private const string Day = """, "extracted": "2026-11-02" """;

    private static Workshop Residents(string table) => new Workshop().With("residents", "r.csv", table, Day);

    private static IEnumerable<string> Living(Imported inputs) => Enumerable.Range(0, inputs.Registrations!.Count).Where(i => inputs.Registrations[i].Persons > 0)
        .Select(i => inputs.Registrations[i].AddressText.ToString()).Order(StringComparer.Ordinal);

    private static string Books(Imported inputs) => inputs.Files.Single(f => f.Type == "residents") is var file ? $"read {file.Read} used {file.Used}" : "";

    private static Encoding EncodingOf(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);

    private static byte[] Encoded(int page, string text) => EncodingOf(page).GetBytes(text);

    /// <summary>A workbook as Excel keeps it, with the day on which it was saved.</summary>
    private static byte[] Book(params (string Name, string Rows)[] sheets)
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Workbooks.Zip(
        [
            ("[Content_Types].xml", "<Types/>"),
            ("docProps/core.xml", "<cp><modified>2026-11-09T12:00:00Z</modified></cp>"),
            ("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{rel}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {main} xmlns:r=\"{rel}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>"),
            .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {main}><sheetData>{s.Rows}</sheetData></worksheet>")),
        ]);
    }
}
