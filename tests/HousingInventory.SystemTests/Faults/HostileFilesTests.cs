using System.Globalization;
using System.IO.Compression;
using System.Text;
using static HousingInventory.SystemTests.Faults.Crafted;

namespace HousingInventory.SystemTests.Faults;

/// <summary>
/// One file of each kind that has taken a reader down, and more of its kind: refused in one line, or the record left out and told, in under ten seconds of the
/// processor and two gigabytes allocated in all. Nothing is said of what is merely wrong in a value: see the tests of the readers.
/// </summary>
[Collection(Reader.OneAtATime)]
public sealed class HostileFilesTests
{
    /// <summary>As an outcome: refused with a line in which this stands.</summary>
    private const string Refused = "refused: ";

    /// <summary>As an outcome: read or refused, which is not the point; it is bounded.</summary>
    private const string Bounded = "";

    /// <summary>As an outcome: used, whatever it says.</summary>
    private const string Read = "read";

    private const string OtherCrs = "coordinates_misfit";
    private const string TooComplex = "outline_too_complex";
    private const string Cut = "source_may_be_cut";

    private static readonly Dictionary<string, (string Role, string Name, Func<byte[]> Make, string Outcome)> Files = new(StringComparer.Ordinal)
    {
        ["a corner at 1e22 m"] = ("buildings", "hus.geojson", () => Outlines(Square("[1e22,7190010]")), OtherCrs),
        ["a corner at minus 1e300 m"] = ("buildings", "hus.geojson", () => Outlines(Square("[794122,-1e300]")), OtherCrs),
        ["a corner with swapped axes"] = ("buildings", "hus.geojson", () => Outlines(Square("[7190010,794122]")), OtherCrs),
        ["a corner at 0, 0"] = ("buildings", "hus.geojson", () => Outlines(Square("[0,0]")), OtherCrs),
        ["a corner of a courtyard at 1e9 m"] = ("buildings", "hus.geojson",
            () => Outlines(Square("[794122,7190010]") + ",[[794114,7190002],[794116,7190002],[1e9,7190004],[794114,7190002]]"), OtherCrs),
        ["a corner 3,000 km away"] = ("buildings", "hus.geojson", () => Outlines(Square("[3794122,7190010]")), OtherCrs),
        ["a corner at 7.8e25 m in building XML"] = ("buildings", "byggnad.xml",
            () => Xml("7193894 782989", "7193894 78298978298978298978298978"), "coordinates_misfit"),
        ["a corner at minus 1e15 m in building XML"] = ("buildings", "byggnad.xml",
            () => Xml("7193894 782989", "-1000000000000000 782989"), "coordinates_misfit"),
        ["a corner at 0, 0 in building XML"] = ("buildings", "byggnad.xml", () => Xml("7193894 782989", "0 0"), "coordinates_misfit"),
        ["a corner at 1e30 m in a GeoPackage"] = ("buildings", "byggnad.gpkg", () => Corner(1e30, 7_190_000), OtherCrs),
        ["a corner that is no number in a GeoPackage"] = ("buildings", "byggnad.gpkg", () => Corner(double.NaN, 7_190_000), "broken_record"),
        ["a corner with swapped axes in a GeoPackage"] = ("buildings", "byggnad.gpkg", () => Corner(7_190_000, 794_000), OtherCrs),
        ["an outline that crosses itself 4,000 times"] = ("buildings", "hus.geojson", () => Outlines(Scribble(4000)), TooComplex),
        ["an outline that crosses itself more often than can be counted"] = ("buildings", "hus.geojson",
            () => Outlines(Scribble(19_000)), TooComplex),
        ["an outline of 25,000 corners"] = ("buildings", "hus.geojson", () => Outlines(Circle(25_000)), TooComplex),
        ["an outline of 1,600,000 corners"] = ("buildings", "hus.geojson", () => Outlines(Long(1_600_000)), Bounded),
        ["a house with 50,000 courtyards"] = ("buildings", "hus.geojson", () => Outlines(Courtyards(50_000)), TooComplex),
        ["a locality that crosses itself 19,000 times"] = ("localities", "tatort.geojson", () => Outlines(Scribble(19_000)), Bounded),

        ["a zip with a wrong checksum"] = ("residents", "residents.zip",
            () => WrongChecksum(Seed.Zip(("residents.csv", "adress;kommunkod\nBygatan 1;2482\n"u8.ToArray()))), Refused + "checksum"),
        ["a timetable with a wrong checksum"] = ("timetable", "gtfs.zip", () => WrongChecksum(OfSample("gtfs.zip")), Refused + "checksum"),
        ["a zipped GeoPackage with a wrong checksum"] = ("buildings", "byggnad.zip",
            () => WrongChecksum(Seed.Zip(("byggnad.gpkg", OfSample("byggnad_kn2482.gpkg")))), Refused + "checksum"),
        ["a workbook with a wrong checksum"] = ("dwellings", "lagenheter.xlsx",
            () => WrongChecksum(Seed.All.First(s => s.Format == "xlsx").Bytes), Refused + "damaged"),
        ["a zip that states less than it holds"] = ("dwellings", "lagenheter.zip",
            () => Zip(("lagenheter.csv", Inflating(1, "lagenhetsnummer;adress\n"), 100)), Refused + "zip"),
        ["a zip that unpacks to 1 GB"] = ("dwellings", "lagenheter.zip",
            () => Zip(("lagenheter.csv", Inflating(1024, "1001;Bygatan 1\n"), 1L << 30)), Refused + "limits."),
        ["a timetable that unpacks to 1 GB"] = ("timetable", "gtfs.zip",
            () => Zip(("stops.txt", Inflating(1, "s,A\n"), 1 << 20), ("routes.txt", Inflating(1, "r,1\n"), 1 << 20), ("stop_times.txt", Inflating(1024, "t,07:00:00\n"), 1L << 30)), Refused + "limits."),
        ["a workbook that unpacks to 1 GB"] = ("dwellings", "lagenheter.xlsx",
            () => Zip(("[Content_Types].xml", Inflating(1, " \n"), 1 << 20), ("xl/workbook.xml", Inflating(1, " \n"), 1 << 20), ("xl/worksheets/sheet1.xml", Inflating(1024, "<row/>\n"), 1L << 30)), Refused + "limits."),
        ["zipped XML that unpacks to 1 GB"] = ("residents", "navet.zip",
            () => Zip(("navet.xml", Inflating(1024, "<Folkbokforingspost/>\n"), 1L << 30)), Refused + "limits."),
        ["a zip of 30,000 files"] = ("timetable", "gtfs.zip",
            () => Seed.Zip([.. Enumerable.Range(0, 30_000).Select(i => ($"a/{i}.txt", "x\n"u8.ToArray()))]), Refused + "limits.files"),
        ["a zip of 30,000 XML files"] = ("buildings", "byggnad.zip",
            () => Seed.Zip([.. Enumerable.Range(0, 30_000).Select(i => ($"{i}.xml", "<x/>"u8.ToArray()))]), Refused + "limits.files"),
        ["a zip in a zip in a zip"] = ("residents", "residents.zip",
            () => Seed.Zip(("a.zip", Seed.Zip(("b.zip", Seed.Zip(("residents.csv", "adress\nBygatan 1\n"u8.ToArray())))))), Refused + "zip"),

        ["half a character in a value"] = ("services", "services.geojson", () => Services("""{"category":"grocery","name":"\ud800"}"""), Read),
        ["half a character in a name"] = ("services", "services.geojson", () => Services("""{"category":"grocery","\udc00":"x"}"""), Read),
        ["half a character at the end of a text"] = ("services", "services.geojson", () => Services("""{"category":"grocery\ud83d"}"""), Read),
        ["half a character in the kind of a shape"] = ("services", "services.geojson",
            () => Services("""{"category":"grocery"}""", "Po\\ud800int"), "broken_record"),
        ["a name of 500 kB in GeoJSON"] = ("services", "services.geojson",
            () => Services($$"""{"category":"grocery","{{new string('k', 500_000)}}":1}"""), Bounded),
        ["a value of 500 kB in GeoJSON"] = ("services", "services.geojson",
            () => Services($$"""{"category":"grocery","name":"{{new string('k', 500_000)}}"}"""), Bounded),
        ["a million names in GeoJSON"] = ("services", "services.geojson",
            () => Services("{" + string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => $"\"k{i}\":1")) + "}"), Refused + "limits.columns"),
        ["a hundred thousand lists within lists"] = ("services", "services.geojson",
            () => Services("""{"category":""" + new string('[', 100_000) + new string(']', 100_000) + "}"), Bounded),

        ["damaged XML in a zip"] = ("buildings", "byggnad.zip",
            () => Seed.Zip(("byggnad_1.xml", Xml("Bostad", "Bo\0stad"))), Refused + "byggnad.zip"),
        ["a register file that ends in a value, in a zip"] = ("residents", "navet.zip",
            () => Seed.Zip(("navet.xml", OfSample("navet.xml")[..20_000])), Refused + "navet.zip"),
        ["XML that declares texts of texts"] = ("buildings", "byggnad.xml",
            () => Xml("<b:Byggnad", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><b:Byggnad"), Refused + "byggnad.xml"),
        ["XML that declares texts of texts at its head"] = ("residents", "navet.xml",
            () => [.. "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"u8, .. OfSample("navet.xml").AsSpan()[OfSample("navet.xml").AsSpan().IndexOf("?>"u8)..][2..]], Refused + "navet.xml"),
        ["200,000 elements within each other"] = ("buildings", "byggnad.xml",
            () => Xml("<b:Byggnadsattribut>", string.Concat(Enumerable.Repeat("<a>", 200_000))), Bounded),
        ["200,000 attributes"] = ("buildings", "byggnad.xml",
            () => Xml("<b:Bostad>", "<b:Bostad " + string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"a{i}=\"\"")) + ">"), Bounded),
        ["10 MB of text in an element"] = ("buildings", "byggnad.xml", () => Xml("Småhus friliggande", new string('x', 10_000_000)), Bounded),

        ["a view without end"] = ("buildings", "byggnad.gpkg",
            () => View("with recursive n(i) as (select 1 union all select i + 1 from n) select o.* from original o, n"), Refused + "view"),
        ["a view without end, sorted"] = ("buildings", "byggnad.gpkg",
            () => View("with recursive n(i) as (select 1 union all select i + 1 from n) select o.* from original o, n order by i desc"), Refused + "view"),
        ["a view without end, counted"] = ("buildings", "byggnad.gpkg",
            () => View("with recursive n(i) as (select 1 union all select i + 1 from n) select o.* from original o where (select count(*) from n) > 0"), Refused + "view"),
        ["a view of a table times itself eight times"] = ("buildings", "byggnad.gpkg",
            () => View("select o.* from original o, original a, original b, original c, original d, original e, original f, original g"), Refused + "view"),
        ["a view with a text of 900 MB"] = ("buildings", "byggnad.gpkg",
            () => View("select o.*, printf('%.*c', 900000000, 'x') as stor from original o"), Refused + "byggnad.gpkg"),
        ["a view with 900 MB of random bytes as geometry"] = ("buildings", "byggnad.gpkg",
            () => View("select fid, randomblob(900000000) as geom, objektidentitet, andamal1 from original"), Refused + "byggnad.gpkg"),
        ["a view that doubles a text 40 times"] = ("buildings", "byggnad.gpkg",
            () => View("with recursive n(i, t) as (select 1, 'x' union all select i + 1, t || t from n where i < 40) select o.*, (select max(t) from n) as stor from original o"), Refused + "byggnad.gpkg"),
        ["a cell of 40 MB"] = ("buildings", "byggnad.gpkg",
            () => Edited("byggnad_kn2482.gpkg", "byggnad", t => $"update \"{t}\" set andamal1 = printf('%.*c', 40000000, 'x') where fid = 1"), Refused + "limits.valueMB"),
        ["a geometry of 40 MB"] = ("buildings", "byggnad.gpkg",
            () => Edited("byggnad_kn2482.gpkg", "byggnad", t => $"update \"{t}\" set geom = zeroblob(40000000) where fid = 1"), Refused + "limits.valueMB"),

        ["OpenStreetMap data that unpacks to 280 MB"] = ("roads", "roads.osm.pbf", () => Roads(280 << 20, 280), Refused + "roads.osm.pbf"),
        ["OpenStreetMap data that says 4 GB"] = ("roads", "roads.osm.pbf", () => Roads(uint.MaxValue, 1), Refused + "roads.osm.pbf"),
        ["OpenStreetMap data that says 16 EB"] = ("roads", "roads.osm.pbf", () => Roads(ulong.MaxValue, 1), Refused + "roads.osm.pbf"),
        ["OpenStreetMap data that says 1 kB and unpacks to 280 MB"] = ("roads", "roads.osm.pbf", () => Roads(1024, 280), Refused + "roads.osm.pbf"),
        ["an OpenStreetMap block of 4 GB"] = ("roads", "roads.osm.pbf", () => Roads(1 << 20, 1, frame: -1), Refused + "roads.osm.pbf"),

        ["residents cut in a row"] = ("residents", "residents.csv",
            () => "adress;kommunkod;antal\nExempelstorgatan 1;2482;2\nExempelstorgatan 5;2482;1"u8.ToArray(), Cut),
        ["dwellings cut in a zip"] = ("dwellings", "lagenheter.zip", () => Seed.Zip(("lagenheter.csv", OfSample("lagenheter.csv")[..^9])), Cut),
        ["a follow-up that ends within quotation marks"] = ("followup", "followup.csv",
            () => "ref;building_id;state;note\n;b0000000-0000-4000-8000-000000000003;contacted;\"ringt\n"u8.ToArray(), Cut),
        ["a timetable whose calls are cut in a row"] = ("timetable", "gtfs.zip",
            () => Changed(OfSample("gtfs.zip"), "stop_times.txt", t => t[..(t.TrimEnd().LastIndexOf('\n') + 12)]), Cut),
        ["a timetable whose stops end within quotation marks"] = ("timetable", "gtfs.zip",
            () => Changed(OfSample("gtfs.zip"), "stops.txt", t => t.TrimEnd() + "\nslut,\"Slutet"), Cut),
        ["a timetable that lacks only its last line end"] = ("timetable", "gtfs.zip",
            () => Changed(OfSample("gtfs.zip"), "stop_times.txt", t => t.TrimEnd()), "!" + Cut),
        ["a term-coded delivery cut between persons"] = ("residents", "navet.txt",
            () => Before("navet-terms", "#POST_START", last: true), Refused + "ends before"),
        ["a term-coded delivery cut in a person"] = ("residents", "navet.txt",
            () => Before("navet-terms", "#POST_SLUT", last: true), Refused + "ends before"),
        ["a term-coded delivery cut in its first person"] = ("residents", "navet.txt",
            () => Before("navet-terms", "#POST_SLUT", last: false), Refused + "ends before"),
        ["a SPAR delivery cut between persons"] = ("residents", "spar.xml", () => Before("spar-xml", "<", last: true), Refused + "spar.xml"),

        ["a million headings"] = ("dwellings", "lagenheter.csv",
            () => Encoding.ASCII.GetBytes("lagenhetsnummer;adress" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => ";k" + i.ToString(CultureInfo.InvariantCulture))) + "\n1001;Bygatan 1\n"), Refused + "limits.columns"),
        ["a million headings without names"] = ("dwellings", "lagenheter.csv",
            () => Encoding.ASCII.GetBytes("lagenhetsnummer;adress" + new string(';', 1_000_000) + "x\n1001;Bygatan 1\n"), Refused + "limits.columns"),
        ["a heading of 500 kB"] = ("dwellings", "lagenheter.csv",
            () => Encoding.ASCII.GetBytes("lagenhetsnummer;" + new string('k', 500_000) + "\n1001;x\n"), Bounded),
        ["a key of 500 kB"] = ("residents", "residents.csv",
            () => Encoding.ASCII.GetBytes("adress;kommunkod\nBygatan 1;2482\n" + new string('B', 500_000) + " 1;2482\n"), Refused + "limits.textCharacters"),
        ["a key of 500 kB in a timetable"] = ("timetable", "gtfs.zip",
            () => Changed(OfSample("gtfs.zip"), "stops.txt", t => t + new string('s', 500_000) + ",X,64,20\n"), Bounded),
        ["a note of 500 kB"] = ("followup", "followup.csv",
            () => Encoding.ASCII.GetBytes("ref;building_id;state;note\n;b0000000-0000-4000-8000-000000000003;contacted;" + new string('n', 500_000) + "\n"), Refused + "limits.textCharacters"),
        ["a row of a million values"] = ("dwellings", "lagenheter.csv",
            () => Encoding.ASCII.GetBytes("lagenhetsnummer;adress\n1001;Bygatan 1\n" + new string(';', 1_000_000) + "\n"), Bounded),
        ["one line of 20 MB"] = ("dwellings", "lagenheter.csv",
            () => [.. "lagenhetsnummer;adress\n1001;"u8, .. Enumerable.Repeat((byte)'x', 20_000_000)], Bounded),
        ["a quotation mark that swallows 2 MB"] = ("dwellings", "lagenheter.csv",
            () => [.. "lagenhetsnummer;adress\n1001;\""u8, .. Enumerable.Repeat("1002;Bygatan 2\n"u8.ToArray(), 130_000).SelectMany(l => l)], Bounded),
    };

    public static TheoryData<string> Kinds => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_refused_or_left_out_within_bounds(string kind)
    {
        (string role, string name, Func<byte[]> make, string outcome) = Files[kind];
        using Reader reader = new();
        reader.Try(kind, name, role, make());
        Assert.True(reader.Faults.Count == 0, string.Join('\n', reader.Faults));
        string told = $"{reader.Refusal} {string.Join(' ', reader.Told.Keys)}";
        if (outcome.StartsWith(Refused, StringComparison.Ordinal))
        {
            Assert.True(reader.Refused == 1, told);
            Assert.Contains(outcome[Refused.Length..], reader.Refusal, StringComparison.Ordinal);
        }
        else if (outcome == Read)
        {
            Assert.True(reader.Read == 1, told);
        }
        else if (outcome.StartsWith('!'))
        {
            Assert.True(reader.Read == 1 && !reader.Told.ContainsKey(outcome[1..]), told);
        }
        else if (outcome != Bounded)
        {
            Assert.True(reader.Read == 1 && reader.Told.ContainsKey(outcome), told);
        }
    }

    /// <summary>Nobody ever writes into a pipe, and /dev/zero has no end.</summary>
    [Fact]
    public void Pipes_and_devices_are_refused_in_every_role()
    {
        using TemporaryFolder folder = new();
        string pipe = folder.File("residents.csv");
        Tool.Output("mkfifo", pipe);
        string inFolder = folder.File("gtfs");
        Directory.CreateDirectory(inFolder);
        Tool.Output("mkfifo", Path.Combine(inFolder, "stops.txt"));
        using Reader reader = new();
        foreach (string role in CorporaTests.Roles)
        {
            foreach (string path in (string[])[pipe, inFolder, "/dev/zero", "/dev/full", "/dev/tty", "/proc/self/mem"])
            {
                reader.Try($"{path} as {role}", path, role);
            }
        }

        Assert.True(reader.Faults.Count == 0, string.Join('\n', reader.Faults));
        Assert.Equal((reader.Cases, 0), (reader.Refused, reader.Read));
    }

    [Fact]
    public void A_folder_of_12_000_files_is_no_timetable()
    {
        using TemporaryFolder folder = new();
        ZipFile.ExtractToDirectory(Path.Combine(RepositoryRoot.Path, "data-samples", "tiny-town", "gtfs.zip"), folder.Path);
        using Reader reader = new();
        reader.Try("a folder", folder.Path, "timetable");
        Assert.Equal(1, reader.Read);
        for (int i = 0; i < 12_000; i++)
        {
            File.Create(folder.File($"{i}.txt")).Dispose();
        }

        reader.Try("a folder of 12,000 files", folder.Path, "timetable");
        Assert.True(reader.Faults.Count == 0, string.Join('\n', reader.Faults));
        Assert.Contains("limits.files", reader.Refusal, StringComparison.Ordinal);
    }

    private static string Square(string corner) => $"[[794112,7190000],[794122,7190000],{corner},[794112,7190010],[794112,7190000]]";

    private static byte[] Services(string properties, string shape = "Point") => Encoding.UTF8.GetBytes($$$"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"category":"grocery","name":"Handlarn"},"geometry":{"type":"Point","coordinates":[21.0,64.7]}},
        {"type":"Feature","properties":{{{properties}}},"geometry":{"type":"{{{shape}}}","coordinates":[21.0,64.7]}}]}
        """);

    /// <summary>The building XML of the seeds with its first such text replaced.</summary>
    private static byte[] Xml(string old, string changed)
    {
        string text = Encoding.UTF8.GetString(Seed.All.First(s => s is { Format: "building-xml" }).Bytes);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        return Encoding.UTF8.GetBytes(text[..at] + changed + text[(at + old.Length)..]);
    }

    /// <summary>A seed up to the first or last place of a text.</summary>
    private static byte[] Before(string format, string text, bool last)
    {
        byte[] bytes = Seed.All.First(s => s.Format == format).Bytes;
        byte[] sought = Encoding.ASCII.GetBytes(text);
        int at = last ? bytes.AsSpan().LastIndexOf(sought) : bytes.AsSpan().IndexOf(sought);
        Assert.True(at > 0, text);
        return bytes[..at];
    }
}
