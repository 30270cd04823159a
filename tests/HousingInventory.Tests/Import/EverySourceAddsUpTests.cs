using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>Rows in = rows used + rows left out, with a reason for each, for every type of source and with the oddest rows that it can have.</summary>
public sealed class EverySourceAddsUpTests
{
    private const string Metres = """, "crs": "EPSG:3006" """;

    private const string Area = "[[[700000,7200000],[700012,7200000],[700012,7200010],[700000,7200010],[700000,7200000]]]";

    private const string Nothing = """{ "type": "Feature", "properties": {}, "geometry": null }""";

    private const string Broken = """{ "type": "Feature", "properties": {}, "geometry": { "type": "Polygon", "coordinates": [[1]] } }""";

    private const string Dot = """{ "type": "Feature", "properties": { "namn": "P" }, "geometry": { "type": "Point", "coordinates": [700000, 7200000] } }""";

    private const string Line = """{ "type": "Feature", "properties": { "highway": "service" }, "geometry": { "type": "LineString", "coordinates": [[700000, 7200000], [700100, 7200000]] } }""";

    private const string Rail = """{ "type": "Feature", "properties": { "highway": "proposed" }, "geometry": { "type": "LineString", "coordinates": [[700000, 7200000], [700100, 7200000]] } }""";

    private const string Far = "[[[7,8],[9,8],[9,9],[7,8]]]";

    public static TheoryData<string, string, string, string, string> Sources => new()
    {
        { "buildings", "x.geojson", Features(Feature("\"objektidentitet\": \"h1\", \"andamal1\": \"Bostad;\""), Feature("\"andamal1\": \"Okänt;\""), Nothing, Broken, Dot, At("\"andamal1\": \"Bostad;\"", Far)), "", "6 2 broken=1 no-place=1 not-an-area=1 other-crs=1" },
        { "addresses", "x.csv", "adress;kommunkod;e;n\nExempelgatan 1;2482;700006;7200005\n;2482;700006;7200005\nB 1;0114;700006;7200005\nC 1;2482;;\nD 1;2482\n", Metres, "5 2 broken=1 no-address=1 other-municipality=1" },
        { "properties", "x.csv", "fastighetsbeteckning;fnr;not\nEXEMPELBY 1:1;1;\n;2;\n;0;utan beteckning\nA 1:2;0;;;x\n", "", "4 2 broken=1 no-designation=1" },
        { "dwellings", "x.csv", "lagenhetsnummer;adress\n1001;Exempelgatan 1\n1002;\n1003;A;B;C\n", "", "3 1 broken=1 no-address=1" },
        { "residents", "x.csv", "personnummer;adress;sekretess;avregistrerad;kommunkod\n196408233234;A 1;;;2482\n640823-3234;A 1;;;2482\n196408833231;B 1;J;;2482\n;C 1;;AV;2482\n;D 1;;;0114\n;;;;2482\n;E 1;;;;x;y\n", "", "7 1 deregistered=1 duplicate=1 not-placeable=3 other-municipality=1" },
        { "roads", "x.geojson", Features(Line, Rail, Nothing, Broken, Dot), Metres, "5 1 broken=1 no-line=1 no-place=1 no-road-for-anybody=1" },
        { "services", "x.csv", "category;e;n\ngrocery;700100;7200200\n;700100;7200200\ngrocery;;\ngrocery;1;2\ngrocery\n", Metres, "5 1 broken=1 no-category=1 no-place=1 other-crs=1" },
        { "localities", "x.geojson", Features(Feature("\"namn\": \"A\""), Feature("\"namn\": null"), Nothing, Broken, Dot), "", "5 1 broken=1 no-name=1 no-place=1 not-an-area=1" },
        { "holiday-areas", "x.geojson", Features(Feature("\"fritidshus\": \"1\""), Nothing, Broken, Dot), "", "4 1 broken=1 no-place=1 not-an-area=1" },
        { "on-demand-zones", "x.geojson", Features(Feature("\"namn\": \"A\", \"turer\": 5"), Nothing, Broken, Dot), "", "4 1 broken=1 no-place=1 not-an-area=1" },
        { "evidence", "x.csv", "building_id;kwh\nh1;1\n;2\nh2;3;4\n", """, "kind": "electricity", "basis": "Beslut" """, "3 1 broken=1 no-key=1" },
        { "followup", "x.csv", "ref;state\nABCDEF;contacted\n;contacted\nABCDEG;såld\nABCDEH;contacted;x\n", "", "4 1 broken=1 no-key=1 unknown-state=1" },
        { "timetable", "x.zip", "", "", "4 3 stop_id is not in stops.txt, or its row was left out=1" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Rows_read_are_rows_used_and_rows_left_out(string type, string file, string text, string more, string books)
    {
        byte[] bytes = type == "timetable" ? GtfsText.Zip(Feed) : System.Text.Encoding.UTF8.GetBytes(text);
        using Workshop workshop = new Workshop().With(type, file, bytes, more);
        workshop.Members += "\"municipality\": \"2482\",";
        Imported inputs = workshop.Import();
        InputFile info = inputs.Files.Single(f => f.Type == type);
        Assert.Equal(books, string.Join(' ', (string[])[$"{info.Read} {info.Used}", .. info.LeftOut.Select(l => $"{l.Key}={l.Value}")]));
        Assert.All(inputs.Files, f => Assert.Equal(f.Read, f.Used + f.LeftOut.Values.Sum()));
    }

    [Fact]
    public void Registers_of_every_carrier_add_up()
    {
        string noPerson = "<Folkbokforingspost><Sekretessmarkering/></Folkbokforingspost>";
        foreach ((string file, string text, string books) in (ReadOnlySpan<(string, string, string)>)[
            ("navet.xml", PopulationFixtures.Delivery(PopulationFixtures.Post, PopulationFixtures.Post, noPerson), "3 1 duplicate=1 not-placeable=1"),
            ("navet.txt", PopulationFixtures.Terms.Replace("#DATA_SLUT", "#POST_START\n#UP 1\n#POST_SLUT\n#DATA_SLUT", StringComparison.Ordinal), "2 1 not-placeable=1"),
            ("spar.xml", PopulationFixtures.SparDelivery(PopulationFixtures.SparPost, "<p:AviseringPost/>"), "2 1 not-placeable=1")])
        {
            using Workshop workshop = new Workshop().With("residents", file, text);
            InputFile info = workshop.Import().Files.Single(f => f.Type == "residents");
            Assert.Equal($"{file} {books}", string.Join(' ', (string[])[$"{file} {info.Read} {info.Used}", .. info.LeftOut.Select(l => $"{l.Key}={l.Value}")]));
        }
    }

    [Fact]
    public void The_manifest_adds_up_for_every_input()
    {
        using Workshop workshop = new Workshop()
            .With("services", "s.csv", "category;e;n\ngrocery;700100;7200200\n;700100;7200200\n", Metres)
            .With("localities", "l.geojson", Features(Feature("\"namn\": \"A\""), Nothing));
        foreach (System.Text.Json.Nodes.JsonNode? input in workshop.RunInto("out")["inputs"]!.AsArray())
        {
            long left = input!["rows"]!["leftOut"]!.AsObject().Sum(r => (long)r.Value!);
            Assert.Equal((long)input["rows"]!["read"]!, (long)input["rows"]!["used"]! + left);
        }
    }

    private const string Feed = """
        # agency.txt
        agency_id,agency_name,agency_url,agency_timezone
        a,Exempelbuss,http://example.org,Europe/Stockholm
        # stops.txt
        stop_id,stop_name,stop_lat,stop_lon
        s1,Ett,64.85,19.21
        s2,Två,64.86,19.22
        # routes.txt
        route_id,agency_id,route_short_name,route_type
        r,a,1,700
        # calendar_dates.txt
        service_id,date,exception_type
        d,20261110,1
        d,20261111,1
        d,20261112,1
        # trips.txt
        route_id,service_id,trip_id
        r,d,t
        # stop_times.txt
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        t,08:00:00,08:00:00,s1,1
        t,08:05:00,08:05:00,nowhere,2
        t,08:10:00,08:10:00,s2,3
        t,08:15:00,08:15:00,s1,4
        """;

    private static string Features(params string[] features) => Workshop.Collection(features);

    private static string Feature(string properties) => At(properties, Area);

    private static string At(string properties, string coordinates) => Workshop.Feature(properties, coordinates);
}
