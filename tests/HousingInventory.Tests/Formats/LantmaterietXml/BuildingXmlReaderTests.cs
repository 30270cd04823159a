using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Formats;

public sealed class BuildingXmlReaderTests : IDisposable
{
    private const string Id = "909a6a63-4a2b-90ec-e040-ed8f66444c3f";

    /// <summary>Ten by twelve metres at northing 7 193 894, easting 782 877; northing first, as the urn form says.</summary>
    private const string Square = """
        <gml:Polygon xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="p" srsName="urn:ogc:def:crs:EPSG::3006" srsDimension="2"><gml:exterior><gml:LinearRing>
          <gml:posList>7193894 782877 7193904 782877 7193904 782889 7193894 782889 7193894 782877</gml:posList>
        </gml:LinearRing></gml:exterior></gml:Polygon>
        """;

    /// <summary>The form of Byggnad Direkt, with the parts of Fastighetsinformation and of Lägenhet in it.</summary>
    private const string Building = $"""
        <b:ByggnadMember><b:Byggnad>
          <b:objektidentitet>{Id}</b:objektidentitet>
          <b:objektstatus>Gällande</b:objektstatus>
          <b:Byggnadsattribut><b:objektversion>3</b:objektversion><b:versionGiltigFran>2019-02-03T10:11:12.131</b:versionGiltigFran>
            <b:husnummer>2</b:husnummer><b:nybyggnadsar>1954</b:nybyggnadsar><b:undantagenFranAdressattning>false</b:undantagenFranAdressattning>
            <b:huvudbyggnad>true</b:huvudbyggnad><b:tillbyggnadsar>1980</b:tillbyggnadsar><b:ofriGrund>true</b:ofriGrund></b:Byggnadsattribut>
          <b:Byggnadsnamn><b:byggnadsnamn>Villa Test</b:byggnadsnamn></b:Byggnadsnamn>
          <b:Bostad><b:huvudandamal>true</b:huvudandamal><b:andamal>Småhus med flera lägenheter</b:andamal><b:totalboarea>140</b:totalboarea></b:Bostad>
          <b:Verksamhet><b:huvudandamal>false</b:huvudandamal></b:Verksamhet>
          <b:Entre><b:objektstatus>Gällande</b:objektstatus><b:hiss>Hiss saknas</b:hiss><b:entretyp>Bostadsadress med registrerad lägenhet</b:entretyp>
            <b:adressid>123456</b:adressid><b:objektidentitetAdress>909A6A63-87EF-90EC-E040-ED8F66444C3F</b:objektidentitetAdress>
            <b:Lagenhet><b:objektidentitet>aaaaaaaa-0000-90ec-e040-ed8f66444c3f</b:objektidentitet><b:objektstatus>Gällande</b:objektstatus>
              <b:lagenhetsnummer>1001</b:lagenhetsnummer><b:bostadsarea>62.5</b:bostadsarea></b:Lagenhet>
            <b:Lagenhet><b:objektidentitet>bbbbbbbb-0000-90ec-e040-ed8f66444c3f</b:objektidentitet><b:objektstatus>Planerad</b:objektstatus>
              <b:lagenhetsnummer>1101</b:lagenhetsnummer><b:bostadsarea>77,5</b:bostadsarea></b:Lagenhet></b:Entre>
          <b:Entre><b:objektstatus>Planerad</b:objektstatus><b:entretyp>Leveransadress</b:entretyp></b:Entre>
          <b:Byggnadsdel><b:insamlingslage>Takkant</b:insamlingslage><b:Byggnadsyta><b:Yta>{Square}</b:Yta></b:Byggnadsyta></b:Byggnadsdel>
          <b:Tillhor><b:Registerenhetsreferens><b:objektidentitet>cccccccc-0000-90ec-e040-ed8f66444c3f</b:objektidentitet></b:Registerenhetsreferens></b:Tillhor>
          <b:LiggerPa><b:Registerenhetsreferens><b:objektidentitet>dddddddd-0000-90ec-e040-ed8f66444c3f</b:objektidentitet>
            <b:fastighetsnyckel>240012345</b:fastighetsnyckel><b:beteckning>SKELLEFTEÅ TESTBYN 1:2</b:beteckning><b:typ>Fastighet</b:typ></b:Registerenhetsreferens></b:LiggerPa>
          <b:BerorsAv><b:Registerenhetsreferens><b:objektidentitet>eeeeeeee-0000-90ec-e040-ed8f66444c3f</b:objektidentitet></b:Registerenhetsreferens></b:BerorsAv>
        </b:Byggnad></b:ByggnadMember>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("buildings").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_building_is_read_with_its_attributes_and_purposes()
    {
        BuildingXmlRecord building = Single(Response(Building));
        Assert.Equal(Id, building.Id);
        Assert.Equal(RegisterStatus.InForce, building.Status);
        Assert.Equal((2, 1954), (building.BuildingNumber, building.ConstructionYear));
        Assert.Equal((true, false, true), (building.IsOnLandOfAnother, building.IsExemptFromAddressing, building.IsMainBuilding));
        Assert.Equal("Takkant", building.CapturedAt);
        Assert.Equal([new BuildingPurpose("Bostad", "Småhus med flera lägenheter", true), new BuildingPurpose("Verksamhet", null, false)], building.Purposes);
    }

    [Fact]
    public void Entrances_tie_the_building_to_addresses_and_dwellings()
    {
        BuildingXmlRecord building = Single(Response(Building));
        Assert.Equal(2, building.Entrances.Count);
        BuildingEntrance entrance = building.Entrances[0];
        Assert.Equal("Bostadsadress med registrerad lägenhet", entrance.Type);
        Assert.Equal("909a6a6387ef90ece040ed8f66444c3f", entrance.AddressKey);
        Assert.Equal("123456", entrance.AddressNationalKey);
        Assert.Equal(
            [new BuildingDwelling("aaaaaaaa000090ece040ed8f66444c3f", "1001", 62.5, RegisterStatus.InForce), new BuildingDwelling("bbbbbbbb000090ece040ed8f66444c3f", "1101", 77.5, RegisterStatus.Planned)],
            entrance.Dwellings);
        Assert.Equal(("Leveransadress", RegisterStatus.Planned, null), (building.Entrances[1].Type, building.Entrances[1].Status, building.Entrances[1].AddressKey));
        Assert.Empty(building.Entrances[1].Dwellings);
    }

    [Fact]
    public void The_unit_that_it_stands_on_comes_before_those_it_belongs_to()
    {
        RegisterUnitReference ground = new("dddddddd000090ece040ed8f66444c3f", "240012345", "SKELLEFTEÅ TESTBYN 1:2");
        Assert.Equal([ground], Single(Response(Building)).RegisterUnits);
        string withoutGround = Response(Building).Replace("LiggerPa>", "Annat>", StringComparison.Ordinal);
        Assert.Equal(["cccccccc000090ece040ed8f66444c3f"], Single(withoutGround).RegisterUnits.Select(unit => unit.Key));
    }

    [Fact]
    public void Several_units_in_one_relation_are_all_kept()
    {
        string two = Response(Building).Replace(
            "</b:Registerenhetsreferens></b:LiggerPa>",
            "</b:Registerenhetsreferens><b:Registerenhetsreferens><b:beteckning>TESTBYN 1:3</b:beteckning></b:Registerenhetsreferens></b:LiggerPa>",
            StringComparison.Ordinal);
        Assert.Equal(["SKELLEFTEÅ TESTBYN 1:2", "TESTBYN 1:3"], Single(two).RegisterUnits.Select(unit => unit.Designation));
    }

    [Fact]
    public void A_unit_written_straight_into_the_relation_is_read()
    {
        string direct = Response($"<b:Byggnad><b:objektidentitet>{Id}</b:objektidentitet><b:liggerPå><b:objektidentitet>D1</b:objektidentitet></b:liggerPå></b:Byggnad>");
        Assert.Equal([new RegisterUnitReference("d1", null, null)], Single(direct).RegisterUnits);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::3006", "7193894 782877 7193904 782877 7193904 782889 7193894 782889 7193894 782877")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/3006", "7193894 782877 7193904 782877 7193904 782889 7193894 782889")]
    [InlineData("EPSG:3006", "782877 7193894 782877 7193904 782889 7193904 782889 7193894 782877 7193894")]
    [InlineData("urn:ogc:def:crs:EPSG::3006", "782877 7193894 782877 7193904 782889 7193904 782889 7193894 782877 7193894")]
    [InlineData("EPSG:3006", "7193894 782877 7193904 782877 7193904 782889 7193894 782889 7193894 782877")]
    [InlineData("", "7193894 782877 7193904 782877 7193904 782889 7193894 782889 7193894 782877")]
    public void Northing_and_easting_are_told_apart_by_the_name_of_the_system_and_by_size(string system, string positions)
    {
        Geometry geometry = Shape($"<Polygon srsName=\"{system}\"><exterior><LinearRing><posList>{positions}</posList></LinearRing></exterior></Polygon>");
        Assert.Equal(new Envelope(782877, 782889, 7193894, 7193904), geometry.EnvelopeInternal);
        Assert.Equal(120, geometry.Area);
    }

    [Fact]
    public void The_system_is_known_from_the_geometry()
    {
        using BuildingXmlReader reader = new(PopulationFixtures.Bytes(Response(Building)));
        Assert.Null(reader.Crs);
        Assert.True(reader.Read());
        Assert.Equal(CrsTable.Sweref99Tm, reader.Crs);
        Assert.Equal("urn:ogc:def:crs:EPSG::3006", reader.CrsText);
    }

    [Theory]
    [InlineData("<MultiSurface><surfaceMember><Polygon>0</Polygon></surfaceMember><surfaceMember><Polygon>1</Polygon></surfaceMember></MultiSurface>", "MultiPolygon", 32)]
    [InlineData("<Surface><patches><PolygonPatch>0</PolygonPatch></patches></Surface>", "Polygon", 16)]
    [InlineData("<Polygon>0</Polygon>", "Polygon", 16)]
    [InlineData("<Polygon>H</Polygon>", "Polygon", 15)]
    [InlineData("<Polygon>3</Polygon>", "Polygon", 16)]
    [InlineData("<Polygon>P</Polygon>", "Polygon", 16)]
    [InlineData("<Polygon>C</Polygon>", "Polygon", 16)]
    [InlineData("<Polygon>2</Polygon>", "Polygon", 16)]
    [InlineData("<Point><pos>1 2</pos></Point>", "Point", 0)]
    [InlineData("<MultiPoint><pointMember><Point><pos>1 2 3</pos></Point></pointMember><pointMember><Point><pos>4 5 6</pos></Point></pointMember></MultiPoint>", "Point", 0)]
    public void Surfaces_in_every_wrapping_are_collected(string gml, string type, double area)
    {
        // Squares of side 4 beside each other, one with a hole of side 1, with heights, as single positions, as pieces of a curve and in GML 2.
        string filled = gml
            .Replace(">0<", ">" + Ring("exterior", "0 0 0 4 4 4 4 0 0 0") + "<", StringComparison.Ordinal)
            .Replace(">1<", ">" + Ring("exterior", "10 0 10 4 14 4 14 0 10 0") + "<", StringComparison.Ordinal)
            .Replace(">H<", ">" + Ring("exterior", "0 0 0 4 4 4 4 0 0 0") + Ring("interior", "1 1 1 2 2 2 2 1 1 1") + "<", StringComparison.Ordinal)
            .Replace(">3<", ">" + Ring("exterior", "0 0 9 0 4 9 4 4 9 4 0 9 0 0 9") + "<", StringComparison.Ordinal)
            .Replace(">P<", "><exterior><LinearRing><pos>0 0</pos><pos>0 4</pos><pos>4 4</pos><pos>4 0</pos><pos>0 0</pos></LinearRing></exterior><", StringComparison.Ordinal)
            .Replace(">C<", "><exterior><Ring><curveMember><LineString><posList>0 0 0 4 4 4</posList></LineString></curveMember><curveMember><LineString><posList>4 4 4 0 0 0</posList></LineString></curveMember></Ring></exterior><", StringComparison.Ordinal)
            .Replace(">2<", "><outerBoundaryIs><LinearRing><coordinates>0,0 0,4 4,4,7 4,0 0,0</coordinates></LinearRing></outerBoundaryIs><", StringComparison.Ordinal);
        Geometry geometry = Shape(filled);
        Assert.Equal(type, geometry.GeometryType);
        Assert.Equal(area, geometry.Area);
        Assert.True(geometry.IsValid);
    }

    [Theory]
    [InlineData("0 0 0 4")]
    [InlineData("0 0 0 4 4 x 4 0 0 0")]
    [InlineData("0 0 0 4 4 NaN 4 0 0 0")]
    [InlineData("0 0 0 4 4 4 4")]
    [InlineData("")]
    public void A_broken_outline_is_no_geometry_and_no_fault(string positions)
    {
        using BuildingXmlReader reader = new(PopulationFixtures.Bytes(WithShape("<Polygon>" + Ring("exterior", positions) + "</Polygon>")));
        Assert.True(reader.Read());
        Assert.Null(reader.Current.Geometry);
        Assert.Null(reader.Fault);
    }

    [Fact]
    public void An_entrance_may_have_a_place_of_its_own()
    {
        string placed = Response(Building).Replace("<b:hiss>", "<b:Position><g:Point xmlns:g=\"x\" srsName=\"EPSG:3006\"><g:pos>782880 7193894</g:pos></g:Point></b:Position><b:hiss>", StringComparison.Ordinal);
        BuildingXmlRecord building = Single(placed);
        Assert.Equal("POINT (782880 7193894)", building.Entrances[0].Position?.AsText());
        Assert.Equal("Polygon", building.Geometry?.GeometryType);
    }

    [Fact]
    public void Names_with_diacritics_and_other_wrappers_are_read_too()
    {
        string xml = """
            <Bestallning><Lägenheter><Byggnad><ObjektIdentitet>{909A6A63-4A2B-90EC-E040-ED8F66444C3F}</ObjektIdentitet>
              <Byggnadsändamål xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="b:SamhällsfunktionType"><ändamål>Skola</ändamål></Byggnadsändamål>
              <Byggnadsändamål><Objekttyp>Bostad</Objekttyp><Ändamål>Flerfamiljshus</Ändamål></Byggnadsändamål>
              <andamal2>Komplementbyggnad;</andamal2>
              <Entré><Adressplatsreferens><objektidentitet>A-1</objektidentitet><Registerenhetsreferens><objektidentitet>F-1</objektidentitet></Registerenhetsreferens></Adressplatsreferens>
                <Lägenheter><Lägenhet><objektidentitet>L-1</objektidentitet><lägenhetsnummer>902</lägenhetsnummer></Lägenhet></Lägenheter></Entré>
            </Byggnad></Lägenheter></Bestallning>
            """;
        BuildingXmlRecord building = Single(xml);
        Assert.Equal(Id, building.Id);
        Assert.Equal(
            [new BuildingPurpose("Samhällsfunktion", "Skola", null), new BuildingPurpose("Bostad", "Flerfamiljshus", null), new BuildingPurpose("Komplementbyggnad", null, null)],
            building.Purposes);
        BuildingEntrance entrance = Assert.Single(building.Entrances);
        Assert.Equal("a1", entrance.AddressKey);
        Assert.Equal([new BuildingDwelling("l1", "0902", null, RegisterStatus.Unknown)], entrance.Dwellings);
        Assert.Equal(["f1"], building.RegisterUnits.Select(unit => unit.Key));
    }

    [Fact]
    public void Dwellings_outside_any_entrance_are_kept_together()
    {
        string xml = Response($"<b:Byggnad><b:objektidentitet>{Id}</b:objektidentitet><b:Lagenhet><b:objektidentitet>L1</b:objektidentitet></b:Lagenhet><b:Lagenhet><b:objektidentitet>L2</b:objektidentitet></b:Lagenhet><b:Lagenhet/></b:Byggnad>");
        BuildingEntrance entrance = Assert.Single(Single(xml).Entrances);
        Assert.Null(entrance.AddressKey);
        Assert.Equal(["l1", "l2"], entrance.Dwellings.Select(dwelling => dwelling.Key));
    }

    [Theory]
    [InlineData("Planerad", RegisterStatus.Planned)]
    [InlineData("gällande under utredning", RegisterStatus.UnderInquiry)]
    [InlineData("Avregistrerad", RegisterStatus.Deregistered)]
    [InlineData("", RegisterStatus.Unknown)]
    public void The_status_is_read_in_any_case(string text, RegisterStatus expected)
        => Assert.Equal(expected, Single(Response($"<b:Byggnad><b:objektidentitet>{Id}</b:objektidentitet><b:objektstatus>{text}</b:objektstatus></b:Byggnad>")).Status);

    [Fact]
    public void Nothing_of_one_building_is_left_in_the_next()
    {
        using BuildingXmlReader reader = new(PopulationFixtures.Bytes(Response(Building, "<b:Byggnad/>")));
        Assert.True(reader.Read());
        Assert.Null(reader.Fault);
        Assert.True(reader.Read());
        Assert.Equal("has no objektidentitet", reader.Fault);
        BuildingXmlRecord building = reader.Current;
        Assert.Equal(new BuildingXmlRecord() with { Purposes = building.Purposes, RegisterUnits = building.RegisterUnits, Entrances = building.Entrances }, building);
        Assert.Empty(building.Purposes);
        Assert.Empty(building.RegisterUnits);
        Assert.Empty(building.Entrances);
        Assert.False(reader.Read());
        Assert.Equal(2, reader.Row);
    }

    [Fact]
    public void A_zip_is_read_as_delivered_all_its_parts()
    {
        string path = Zip(("byggnad_2.xml", Response(Building, Building)), ("byggnad_1.xml", Response(Building)), ("adress_1.xml", "<Adress/>"), ("las.txt", "hej"));
        using BuildingXmlReader reader = BuildingXmlReader.Open(path);
        long rows = 0;
        while (reader.Read())
        {
            Assert.Equal(++rows, reader.Row);
            Assert.Equal(Id, reader.Current.Id);
            Assert.Equal(CrsTable.Sweref99Tm, reader.Crs);
        }

        Assert.Equal(3, rows);
    }

    [Fact]
    public void What_holds_no_building_is_refused_in_a_sentence()
    {
        using BuildingXmlReader other = new(PopulationFixtures.Bytes("<osm/>"));
        Assert.Contains("no Byggnad", Assert.Throws<DataFormatException>(() => other.Read()).Message, StringComparison.Ordinal);
        string zip = Zip(("las.txt", "hej"));
        Assert.Contains("no XML", Assert.Throws<DataFormatException>(() => BuildingXmlReader.Open(zip)).Message, StringComparison.Ordinal);
        File.Delete(zip);
        using BuildingXmlReader empty = new(PopulationFixtures.Bytes(Response()));
        Assert.False(empty.Read());
    }

    [Fact]
    public void The_kind_of_file_is_recognised_by_its_first_bytes()
    {
        Assert.True(BuildingXmlReader.Recognise(Encoding.UTF8.GetBytes(Response(Building))));
        Assert.True(BuildingXmlReader.Recognise([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Response(Building))]));
        Assert.False(BuildingXmlReader.Recognise("<osm/>"u8));
        Assert.False(BuildingXmlReader.Recognise("Byggnad;Adress"u8));
        Assert.Null(PopulationFile.Recognise(Encoding.UTF8.GetBytes(Response(Building))));
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Entities_that_grow_without_end_are_refused()
    {
        using BuildingXmlReader reader = BuildingXmlReader.Open(RepositoryRoot.RealData("bad-inputs", "osm", "billionlaugh.osm"));
        Assert.Contains("document type", Assert.Throws<DataFormatException>(() => reader.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_XML_is_read_or_refused()
    {
        byte[] original = Encoding.UTF8.GetBytes(Response(Building, Building));
        Random random = new(20261110);
        int refused = 0;
        int read = 0;
        for (int round = 0; round < 3000; round++)
        {
            try
            {
                using BuildingXmlReader reader = new(new MemoryStream(RegisterFuzzTests.Damage(original, random)));
                while (reader.Read())
                {
                    read++;
                    Assert.True(reader.Current.Geometry is null or { IsEmpty: false });
                }
            }
            catch (DataFormatException e)
            {
                refused++;
                Assert.Null(e.InnerException);
                Assert.DoesNotContain("TESTBYN", e.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, 100, 3000);
        Assert.InRange(read, 100, int.MaxValue);
    }

    private static string Ring(string name, string positions) => $"<{name}><LinearRing><posList>{positions}</posList></LinearRing></{name}>";

    private static string Response(params string[] members)
        => "<b:ByggnadResponse xmlns:b=\"http://namespace.lantmateriet.se/distribution/produkter/byggnad/v3\">" + string.Concat(members) + "</b:ByggnadResponse>";

    private static string WithShape(string gml) => Response($"<b:Byggnad><b:objektidentitet>{Id}</b:objektidentitet><b:Yta>{gml}</b:Yta></b:Byggnad>");

    private static Geometry Shape(string gml)
    {
        Geometry? geometry = Single(WithShape(gml)).Geometry;
        Assert.NotNull(geometry);
        return geometry;
    }

    private static BuildingXmlRecord Single(string xml)
    {
        using BuildingXmlReader reader = new(PopulationFixtures.Bytes(xml));
        Assert.True(reader.Read());
        Assert.Null(reader.Fault);
        BuildingXmlRecord building = reader.Current;
        Assert.False(reader.Read());
        return building;
    }

    private string Zip(params (string Name, string Text)[] files)
    {
        string path = Path.Combine(_folder, "delivery.zip");
        File.Delete(path);
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, string text) in files)
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }
}
