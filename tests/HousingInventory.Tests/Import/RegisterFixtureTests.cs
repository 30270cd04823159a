using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Import;

/// <summary>The fixtures that swedish-registers.md, section 11, asks for, each a test with its number.</summary>
public sealed class RegisterFixtureTests
{
    private const string Metres = """, "crs": "EPSG:3006" """;

    private static readonly string[] ByggnadColumns = ["objektidentitet", "objekttypnr", "objekttyp", "andamal1", "andamal2", "husnummer"];

    [Theory]
    [InlineData(3006, "geom", 782_877.542, 7_193_894.010)]
    [InlineData(3016, "geometri", 183_330.654, 7_183_650.591)]
    public void Fixture_01_byggnad_GeoPackage(int epsg, string column, double e, double n)
    {
        Polygon At(double x) => new(new LinearRing([new(e + x, n), new(e + x + 12, n), new(e + x + 12, n + 10), new(e + x, n + 10), new(e + x, n)]));
        Imported inputs = FromPackage(
            "buildings", "byggnad", epsg, "GEOMETRY", column, ByggnadColumns,
            (At(0), ["aaaa", "2061", "Bostad", "Bostad;Småhus friliggande", null, null]),
            (new MultiPolygon([At(12)]), ["aaaa", "2061", "Bostad", "Bostad;Småhus friliggande", null, null]),
            (new MultiPolygon([At(100)]), ["bbbb", "2066", "Komplementbyggnad", "Komplementbyggnad;", null, "2"]),
            (At(200), ["cccc", "2062", "Industri", "Industri;Tillverkning", null, null]),
            (At(300), ["dddd", "2064", "Verksamhet", "Verksamhet;", "Bostad;Flerfamiljshus", "1"]));
        InputFile file = inputs.Files.Single(f => f.Type == "buildings");
        Assert.Equal(("lantmateriet-byggnad", 5, 5), (file.Layout, file.Read, file.Used));
        Assert.Equal(
            ["aaaa True 240 Småhus friliggande", "bbbb False 120 Komplementbyggnad", "cccc False 120 Tillverkning", "dddd True 120 Flerfamiljshus"],
            inputs.Buildings.Select(b => FormattableString.Invariant($"{b.Id} {b.IsDwelling} {b.FootprintM2:F0} {b.Purpose}")));

        // The house lies at the joint of its two parts: 12 m east and 5 m north of the corner.
        Assert.Equal((782_889.5, 7_193_899.0), (inputs.Buildings[0].House.X, inputs.Buildings[0].House.Y), new Near(1.2));
    }

    [Fact]
    public void Fixture_02_Topografi_is_refused()
    {
        Polygon big = new(new LinearRing([new(700_000, 7_200_000), new(700_040, 7_200_000), new(700_040, 7_200_040), new(700_000, 7_200_000)]));
        string line = Assert.Throws<InputException>(() => FromPackage(
            "buildings", "byggnad", 3006, "POLYGON", "geom", ["objektidentitet", "objekttypnr", "objekttyp"], (big, ["aaaa", "2061", "Bostad"]))).Message;
        Assert.Contains("is a topographic map product (it has no andamal1 and no husnummer)", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixture_03_BY_2482_in_Windows_1252()
    {
        const int polygon = 5;
        using Workshop workshop = new();
        ShapefileBytes shape = new ShapefileBytes(polygon).AddParts([[700_000, 7_200_000, 700_000, 7_200_010, 700_012, 7_200_010, 700_012, 7_200_000, 700_000, 7_200_000]]);
        File.WriteAllBytes(workshop.File("BY_2482.shp"), shape.Shp());
        File.WriteAllBytes(workshop.File("BY_2482.shx"), shape.Shx());
        File.WriteAllBytes(workshop.File("BY_2482.dbf"), ShapefileBytes.Dbf("OBJEKT_ID C 4,ANDAMAL_1 N 4,ANDAMAL_1T C 30", [" H1   130" + "Bostad; Småhus friliggande".PadRight(30)], Encoding.Latin1));
        Imported inputs = workshop.Named("buildings", "BY_2482.shp", Metres).Import();
        Assert.Equal(("gsd-fastighetskartan-by", "Småhus friliggande", true), (inputs.Files[0].Layout, inputs.Buildings[0].Purpose, inputs.Buildings[0].IsDwelling));
    }

    [Fact]
    public void Fixture_04_address_GeoPackage()
    {
        string[] columns =
        [
            "belagenhetsadress_objektidentitet", "adressplatstyp", "adressomrade_faststalltnamn", "gardsadressomrade_faststalltnamn", "adressplatsnummer", "bokstavstillagg", "lagestillagg",
            "lagestillaggsnummer", "avvikerfranstandarden", "avvikandeadressplatsbeteckning", "postnummer", "postort", "statusforbelagenhetsadress",
        ];
        Imported inputs = FromPackage(
            "addresses", "belagenhetsadress", 3006, "GEOMETRY", "adressplatspunkt", columns,
            (new Point(700_006, 7_200_005), ["a1", "Gatuadressplats", "Storgatan", null, "12", "A", null, null, "0", null, "93131", "SKELLEFTEÅ", "Gällande"]),
            (new MultiPoint([new Point(700_206, 7_200_005), new Point(700_106, 7_200_005)]), ["a2", "Metertalsadressplats", "Skogsvägen", null, "350", null, null, null, "0", null, "0", null, "Reserverad"]),
            (new Point(700_306, 7_200_005), ["a3", "Gårdsadressplats", "Exempelbyn", "Nygården", null, null, null, null, "0", null, "93192", "BYSKE", "Gallande"]),
            (new Point(700_406, 7_200_005), ["a4", "Byadressplats", "Exempelbyn", null, "0", null, null, null, "1", "Sågen", "93192", "BYSKE", "Gällande"]),
            (new Point(700_506, 7_200_005), ["a5", "Gatuadressplats", "Storgatan", null, "12", "A", "UH", "2", "0", null, "93131", "SKELLEFTEÅ", "Gällande"]));
        Assert.Equal("lantmateriet-belagenhetsadress", inputs.Files.Single(f => f.Type == "addresses").Layout);
        Assert.Equal(
            [
                "a1 Storgatan||12A|| 93131 force 700006", "a2 Skogsvägen||350||  reserved 700106", "a3 Exempelbyn|Nygården||| 93192 force village 700306",
                "a4 Exempelbyn||Sågen|| 93192 force village 700406", "a5 Storgatan||12A|UH 2| 93131 force 700506",
            ],
            inputs.Addresses.Select(a => FormattableString.Invariant(
                $"{a.Key} {a.Area}|{a.Farm}|{a.Number}|{a.Supplement}| {a.PostalCode} {(a.InForce ? "force" : "reserved")}{(a.IsVillage ? " village" : "")} {a.X:F0}")));
    }

    [Fact]
    public void Fixture_05_property_GeoPackage()
    {
        static Polygon At(double x) => new(new LinearRing([new(700_000 + x, 7_200_000), new(700_010 + x, 7_200_000), new(700_010 + x, 7_200_010), new(700_000 + x, 7_200_010), new(700_000 + x, 7_200_000)]));
        string[] columns = ["objektidentitet", "registerenhetsreferens", "objekttyp", "kommunkod", "trakt", "block", "enhet", "omradesnummer", "etikett"];
        Imported inputs = FromPackage(
            "properties", "registerenhetsomradesyta", 3006, "POLYGON", "geom", columns,
            (At(0), ["o1", "p1", "fastighetsområde", "2482", "TESTBYN", "1", "2", "1", "1:2>1"]), (At(100), ["o2", "p1", "fastighetsområde", "2482", "TESTBYN", "1", "2", "2", "1:2>2"]),
            (At(200), ["o3", "p2", "samfällighetsområde", "2482", "ÖSTRA BYN", "S", "1", "1", "S:1"]), (At(300), ["o4", "p3", "fastighetsområde", "2482", "LÅNGA", null, "3", "1", "3"]));
        Assert.Equal(
            ["p1 TESTBYN 1:2 200", "p2 ÖSTRA BYN S:1 100", "p3 LÅNGA 3 100"], inputs.Properties.Select(p => FormattableString.Invariant($"{p.Key} {p.Designation} {p.Area.Area:F0}")));
        InputFile file = inputs.Files.Single(f => f.Type == "properties");
        Assert.Equal(("lantmateriet-registerenhetsomradesyta", 4, 4), (file.Layout, file.Read, file.Used));
    }

    [Theory]
    [InlineData("", "Navetavisering")]
    [InlineData(" xmlns=\"http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1\"", "Navetavisering")]
    [InlineData(" xmlns=\"http://www.skatteverket.se/folkbokforing/na/personpostXML/v2\"", "PersonpostXMLResponse")]
    public void Fixture_06_Navet_XML(string namespaces, string root)
    {
        // Each record another person: usual, nil address, dead, fictitious property and no address, protected, of another municipality.
        string[] numbers = ["196408233234", "202101012397", "202101042386", "202101242382", "202102012388", "196408833231"];
        string Nr(int i, Func<string, string> change) => change(PopulationFixtures.Post.Replace("196408233234", numbers[i], StringComparison.Ordinal));
        string posts =
            Nr(0, p => p)
            + Nr(1, p => p.Replace("<Utdelningsadress2>TESTVÄGEN 1</Utdelningsadress2>", "<Utdelningsadress2 xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>", StringComparison.Ordinal))
            + Nr(2, p => p.Replace("</PersonId>", "</PersonId><Avregistrering><AvregistreringsorsakKod>AV</AvregistreringsorsakKod></Avregistrering>", StringComparison.Ordinal))
            + Nr(3, p => p.Replace("<FiktivtNr>0", "<FiktivtNr>12", StringComparison.Ordinal).Replace("TESTVÄGEN 1", "", StringComparison.Ordinal).Replace("<AdressplatsId>2</AdressplatsId>", "", StringComparison.Ordinal))
            + Nr(4, p => p.Replace("<SkyddadFolkbokforing/>", "<SkyddadFolkbokforing>J</SkyddadFolkbokforing>", StringComparison.Ordinal))
            + Nr(5, p => p.Replace("<KommunKod>82", "<KommunKod>80", StringComparison.Ordinal));
        using Workshop workshop = new Workshop().With("residents", "navet.xml", $"<{root}{namespaces}><Folkbokforingsposter>{posts}</Folkbokforingsposter></{root}>");
        workshop.Members += "\"municipality\": \"2482\",";
        Imported inputs = workshop.Import();
        InputFile file = inputs.Files.Single(f => f.Type == "residents");
        Assert.Equal("navet-xml 6 2 deregistered=1 not-placeable=2 other-municipality=1", string.Join(' ', (string[])[$"{file.Layout} {file.Read} {file.Used}", .. file.LeftOut.Select(l => $"{l.Key}={l.Value}")]));
        Assert.DoesNotContain("GAMMALBYN", string.Join(' ', Enumerable.Range(0, inputs.Registrations.Count).Select(i => inputs.Registrations[i].Designation.ToString())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, " ")]
    [InlineData(false, "\t")]
    [InlineData(true, " ")]
    [InlineData(true, "\t")]
    public void Fixture_07_term_coded_file(bool isLatin, string separator)
    {
        string text = PopulationFixtures.Terms.Replace("#UP 0", $"#UP{separator}0", StringComparison.Ordinal).Replace("#ANTAL_POSTER 1", "#ANTAL_POSTER 7", StringComparison.Ordinal);
        Run run = new();
        using Workshop workshop = new Workshop().With("residents", "navet.txt", (isLatin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));
        Imported inputs = workshop.Import(run);
        InputFile file = inputs.Files.Single(f => f.Type == "residents");
        Assert.Equal(("navet-terms", 1, 1, new DateOnly(2026, 11, 2)), (file.Layout, file.Read, file.Used, file.Extracted));
        Assert.Equal("TESTVÄGEN 1", inputs.Registrations[0].AddressText.ToString());
        Assert.Equal("TESTBYN 1:2", inputs.Registrations[0].Designation.ToString());
        Assert.Equal(1, run.Notices.Counts["record_count_differs"]);
    }

    [Theory]
    [InlineData("Skriven på adressen", 1)]
    [InlineData("På kommunen skriven", 0)]
    [InlineData("Utan känt hemvist", 0)]
    public void Fixture_08_SPAR_row(string domicile, int placed)
    {
        string old = "<p:Folkbokforingsadress><p:SvenskAdress><p:DatumFrom>1990-01-01</p:DatumFrom><p:DatumTill>1999-09-08</p:DatumTill><p:Utdelningsadress2>GAMLA VÄGEN 9</p:Utdelningsadress2></p:SvenskAdress></p:Folkbokforingsadress>";
        string owned = "<p:Fastighet><p:FastighetDel><p:FastighetBeteckning>ANNATBYN 7:7</p:FastighetBeteckning></p:FastighetDel></p:Fastighet>";
        string person = PopulationFixtures.SparPost.Replace("Skriven på adressen", domicile, StringComparison.Ordinal).Replace("<p:Folkbokforingsadress>", old + "<p:Folkbokforingsadress>", StringComparison.Ordinal)
            .Replace("</p:AviseringPost>", owned + "</p:AviseringPost>", StringComparison.Ordinal);
        string other = PopulationFixtures.SparPost.Replace("196408233234", "196408833231", StringComparison.Ordinal).Replace("TESTVÄGEN 1", "ANNANVÄGEN 2", StringComparison.Ordinal);
        using Workshop workshop = new Workshop().With("residents", "spar.xml", PopulationFixtures.SparDelivery(person, other));
        Imported inputs = workshop.Import();
        InputFile file = inputs.Files.Single(f => f.Type == "residents");
        Assert.Equal(("spar-xml", 2, 1 + placed), (file.Layout, file.Read, file.Used));
        string[] keys = [.. Enumerable.Range(0, inputs.Registrations.Count).Where(i => inputs.Registrations[i].Persons > 0).Select(i => $"{inputs.Registrations[i].AddressText}{inputs.Registrations[i].Designation}").Order(StringComparer.Ordinal)];
        Assert.Equal(placed == 1 ? ["ANNANVÄGEN 2", "TESTVÄGEN 1"] : ["ANNANVÄGEN 2"], keys);
    }

    [Fact]
    public void Fixture_09_CSV()
    {
        Assert.Equal("2 2 5", Read(Encoding.Latin1.GetBytes("Kommun;Gatuadress;Antal folkbokförda\n980;Övre Ågatan 1;2\n0980;Nedre Ågatan 2;3\n")));
        Assert.Equal("2 2 5", Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("kommunkod,\"adress\",antal\n0980,\"Övre Ågatan 1\",2\n980,Nedre Ågatan 2,3\n")]));

        static string Read(byte[] bytes)
        {
            using Workshop workshop = new Workshop().With("residents", "kir.csv", bytes);
            workshop.Members += "\"municipality\": \"0980\",";
            Imported inputs = workshop.Import();
            InputFile file = inputs.Files.Single(f => f.Type == "residents");
            return $"{file.Read} {file.Used} {inputs.Registrations.Persons}";
        }
    }

    [Fact]
    public void Fixture_10_GTFS()
    {
        GtfsFeed feed = GtfsText.Read("""
            # agency.txt
            agency_id,agency_name,agency_url,agency_timezone
            141010000000001418,Exempelbuss,http://example.org,Europe/Stockholm
            # stops.txt
            stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,platform_code
            9021024000001000,Torget,64.75,20.95,1,,
            9022024000001001,Torget,64.75,20.95,0,9021024000001000,A
            9022024000001002,Torget,64.75,20.95,0,9021024000001000,B
            # routes.txt
            route_id,agency_id,route_short_name,route_type,route_colour_of_the_seats
            r1,141010000000001418,10,700,blue
            r2,141010000000001418,10,714,blue
            r3,141010000000001418,20,1501,blue
            # calendar.txt
            service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
            d,0,0,0,0,0,0,0,20261101,20261231
            # calendar_dates.txt
            service_id,date,exception_type
            d,20261110,1
            # trips.txt
            route_id,service_id,trip_id
            r1,d,t1
            r2,d,t2
            r3,d,t3
            # stop_times.txt
            trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type
            t1,25:10:00,25:10:00,9022024000001001,1,0
            t1,25:20:00,25:20:00,9022024000001002,2,0
            t2,08:00:00,08:00:00,9022024000001001,1,0
            t2,08:20:00,08:20:00,9022024000001002,2,0
            t3,08:00:00,08:00:00,9022024000001001,1,2
            t3,08:20:00,08:20:00,9022024000001002,2,2
            """);
        Assert.Equal((6, 6), (feed.FindTable("stop_times.txt")!.RowsRead, feed.FindTable("stop_times.txt")!.RowsUsed));
        Assert.Equal((new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 10)), (feed.Services.First!.Value, feed.Services.Last!.Value));
        Assert.Equal((25 * 3600) + 600, GtfsTime.Parse("25:10:00"u8));
        Assert.DoesNotContain(feed.Tables, t => t.RowsUsed < t.RowsRead);
    }

    // Fixture 11 (coordinate systems) stands in CrsTransformTests, under its number.
    [Theory]
    [InlineData("640823-3234", true, false)]
    [InlineData("640823-3235", false, false)]
    [InlineData("640883-3231", true, true)]
    public void Fixture_12_personal_numbers(string text, bool isValid, bool isCoordination)
    {
        Assert.True(PersonNumber.TryParse(text, new DateOnly(2026, 11, 2), out PersonNumber number));
        Assert.Equal((isValid, isCoordination), (number.HasValidCheckDigit, number.IsCoordinationNumber));
    }

    [Theory]
    [InlineData("x;y", "700100;7200200")]
    [InlineData("x;y", "7200200;700100")]
    public void Fixture_13_service_CSV_with_x_easting_and_another_with_x_northing(string header, string values)
    {
        using Workshop workshop = new Workshop().With("services", "s.csv", $"name;category;{header}\nA;grocery;{values}\n", Metres);
        ServicePlace place = Assert.Single(workshop.Import().Services);
        Assert.Equal((700_100, 7_200_200), (place.X, place.Y));
    }

    private static Imported FromPackage(string type, string layer, int epsg, string kind, string geometryColumn, string[] columns, params (Geometry Place, object?[] Values)[] rows)
    {
        using Workshop workshop = new();
        using (GeoPackageWriter writer = GeoPackageWriter.Create(workshop.File("delivered.gpkg"), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)))
        {
            writer.AddLayer(
                new GpkgLayerDefinition
                {
                    Name = layer,
                    Identifier = layer,
                    Crs = CrsTable.Find(epsg)!,
                    GeometryType = kind,
                    GeometryColumn = geometryColumn,
                    Columns = [.. columns.Select(c => new GpkgColumn(c, "TEXT"))],
                },
                rows.Select(r => ((Geometry?)r.Place, r.Values)));
            writer.Complete();
        }

        return workshop.Named(type, "delivered.gpkg").Import();
    }

    private sealed class Near(double by) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= by && Math.Abs(x.Item2 - y.Item2) <= by;

        public int GetHashCode((double, double) obj) => 0;
    }
}
