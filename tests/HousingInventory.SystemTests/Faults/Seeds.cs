using System.IO.Compression;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.SystemTests.Faults;

/// <summary>A sound file of each format that is read, small enough to be damaged thousands of times, and the role in which it is a source.</summary>
/// <param name="Format">What it is called in the tables of docs/reliability.md.</param>
/// <param name="Name">File name.</param>
/// <param name="Role">Type of the source.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record Seed(string Format, string Name, string Role, byte[] Bytes)
{
    private const string Town = "tiny-town";

    /// <summary>As ESRI writes it.</summary>
    private const string SwerefTm = "PROJCS[\"SWEREF99_TM\",GEOGCS[\"GCS_SWEREF99\",DATUM[\"D_SWEREF99\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
        + "PARAMETER[\"Central_Meridian\",15.0],PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    // Before the seeds, which are made of them.
    private static readonly DateOnly Extracted = new(2026, 11, 2);

    /// <summary>Names and numbers that no message and no result may hold; they are made up.</summary>
    public static IReadOnlyList<string> Persons { get; } = ["Zorfnuxubrikplyx", "Vakfnuxubrikplyx", "Quelfnuxubrikplyx", "Drimfnuxubrikplyx", "Zorzorix", "Vakzorix"];

    /// <summary>Every format.</summary>
    public static IReadOnlyList<Seed> All { get; } =
    [
        Sample("geopackage", "byggnad_kn2482.gpkg", "buildings"),
        Sample("geopackage", "fastighet_kn2482.gpkg", "properties"),
        Sample("geojson", "services.geojson", "services"),
        new("geojson", "adresser.geojson", "addresses", Encoding.UTF8.GetBytes(Addresses())),
        Sample("csv", "lagenheter.csv", "dwellings"),
        new("csv", "residents.csv", "residents", Encoding.UTF8.GetBytes(Residents())),
        new("csv", "followup.csv", "followup", Encoding.UTF8.GetBytes("ref;building_id;state;contacted_on;inspected_on;condition;note\n;b0000000-0000-4000-8000-000000000003;contacted;2026-11-01;;;ringt\n")),
        new("xlsx", "lagenheter.xlsx", "dwellings", Workbook()),
        new("shapefile", "byggnad.zip", "buildings", Shapefile()),
        Sample("osm-pbf", "roads.osm.pbf", "roads"),
        Sample("gtfs", "gtfs.zip", "timetable"),
        Sample("navet-xml", "navet.xml", "residents"),
        new("navet-terms", "navet.txt", "residents", People(stream => new NavetTermCodedWriter(stream, Extracted), static (w, p) => ((NavetTermCodedWriter)w).Write(p))),
        new("spar-xml", "spar.xml", "residents", People(stream => new SparWriter(stream), static (w, p) => ((SparWriter)w).Write(p))),
        new("building-xml", "byggnad.xml", "buildings", Encoding.UTF8.GetBytes(BuildingXml())),
        new("zip", "residents.zip", "residents", Zip(("residents.csv", Encoding.UTF8.GetBytes(Residents())), ("las-mig.txt", "Hej\n"u8.ToArray()))),
        new("zip", "byggnad.zip", "buildings", Zip(("byggnad_1.xml", Encoding.UTF8.GetBytes(BuildingXml())))),
    ];

    /// <summary>A zip of files, deflated.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public override string ToString() => $"{Format}/{Role}";

    private static Seed Sample(string format, string name, string role) => new(format, name, role, File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "data-samples", Town, name)));

    private static string Residents() => """
        adress;kommunkod;antal
        Exempelstorgatan 1;2482;2
        "Exempelstorgatan 5";2482;3
        Exempelstorgatan 7;2482;1

        """;

    private static string Addresses() => """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[
        {"type":"Feature","properties":{"adressomrade_faststalltnamn":"Exempelstorgatan","adressplatsnummer":"1","kommunkod":"2482"},"geometry":{"type":"Point","coordinates":[794077,7190005]}},
        {"type":"Feature","properties":{"adressomrade_faststalltnamn":"Exempelstorgatan","adressplatsnummer":"3","kommunkod":"2482"},"geometry":{"type":"MultiPoint","coordinates":[[794177,7190005],[794178,7190006]]}}]}
        """;

    private static string BuildingXml()
    {
        StringBuilder xml = new("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<b:ByggnadResponse xmlns:b=\"http://namespace.lantmateriet.se/distribution/produkter/byggnad/v2\">");
        for (int i = 0; i < 4; i++)
        {
            int east = 782877 + (100 * i);
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
                <b:ByggnadMember><b:Byggnad><b:objektidentitet>909a6a63-4a2b-90ec-e040-ed8f66444c{i:D2}</b:objektidentitet><b:objektstatus>Gällande</b:objektstatus>
                <b:Byggnadsattribut><b:husnummer>1</b:husnummer><b:nybyggnadsar>1954</b:nybyggnadsar></b:Byggnadsattribut>
                <b:Bostad><b:huvudandamal>true</b:huvudandamal><b:andamal>Småhus friliggande</b:andamal></b:Bostad>
                <b:Byggnadsdel><b:Byggnadsyta><b:Yta><gml:Polygon xmlns:gml="http://www.opengis.net/gml/3.2" srsName="urn:ogc:def:crs:EPSG::3006"><gml:exterior><gml:LinearRing>
                <gml:posList>7193894 {east} 7193904 {east} 7193904 {east + 12} 7193894 {east + 12} 7193894 {east}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></b:Yta></b:Byggnadsyta></b:Byggnadsdel>
                <b:LiggerPa><b:Registerenhetsreferens><b:fastighetsnyckel>24001234{i}</b:fastighetsnyckel></b:Registerenhetsreferens></b:LiggerPa></b:Byggnad></b:ByggnadMember>
                """);
        }

        return xml.Append("</b:ByggnadResponse>").ToString();
    }

    private static byte[] Workbook()
    {
        using MemoryStream bytes = new();
        using (XlsxTableWriter table = new(bytes, "Lägenheter", Extracted))
        {
            table.BeginSheet("Lägenheter", [new XlsxColumn("lagenhetsnummer", 16), new XlsxColumn("adress", 30)]);
            for (int i = 1; i <= 6; i++)
            {
                table.Text(FormattableString.Invariant($"100{i}"));
                table.Text(FormattableString.Invariant($"Exempelstorgatan {i}"));
                table.EndRow();
            }
        }

        return bytes.ToArray();
    }

    private static byte[] People(Func<Stream, IDisposable> open, Action<IDisposable, PopulationEntry> write)
    {
        using MemoryStream bytes = new();
        using (IDisposable writer = open(bytes))
        {
            foreach (string name in Persons.Take(4))
            {
                write(writer, new PopulationEntry
                {
                    PersonNumber = "191212121212",
                    GivenName = "Zorzorix",
                    Surname = name,
                    Home = new PopulationHome { MunicipalityCode = "2482", AddressLine2 = "Exempelstorgatan 1", PostalCode = "93100", PostTown = "EXEMPELBY", Property = "EXEMPELBY 1:1" },
                });
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Shapefile()
    {
        const int polygon = 5;
        ShapefileBytes shapes = new(polygon);
        List<string> rows = [];
        for (int i = 0; i < 5; i++)
        {
            double east = 794072 + (100 * i);
            shapes.AddParts([[east, 7190000, east, 7190010, east + 10, 7190010, east + 10, 7190000, east, 7190000]]);
            rows.Add(FormattableString.Invariant($" b{i,-9}Bostad;Småhus friliggande     "));
        }

        return Zip(
            ("byggnad.shp", shapes.Shp()), ("byggnad.shx", shapes.Shx()), ("byggnad.dbf", ShapefileBytes.Dbf("ID C 10, ANDAMAL1 C 30", [.. rows])),
            ("byggnad.prj", Encoding.ASCII.GetBytes(SwerefTm)));
    }
}
