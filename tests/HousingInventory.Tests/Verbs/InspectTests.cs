using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Verbs;

/// <summary>What <c>inspect</c> says of files as they are delivered, and the source that it suggests.</summary>
public sealed class InspectTests
{
    private const string Square = "[[[700000,7200000],[700012,7200000],[700012,7200010],[700000,7200010],[700000,7200000]]]";

    [Theory]
    [InlineData("kir.csv", "Pers-Nr;Adress\n196408233234;A 1\n", "residents", "residents-table")]
    [InlineData("antal.csv", "Adress;Antal\nA 1;2\n", "residents", "residents-counts")]
    [InlineData("a.csv", "adressomrade_faststalltnamn;adressplatsnummer\nStorgatan;1\n", "addresses", "lantmateriet-belagenhetsadress")]
    [InlineData("a.csv", "address_id;adress;e;n\na1;A 1;700000;7200000\n", "addresses", "address-table")]
    [InlineData("l.csv", "lagenhetsnummer;byggnad_objektidentitet\n1101;h1\n", "dwellings", "dwelling-table")]
    [InlineData("s.csv", "name;category;lat;lon\nA;grocery;64.7;20.9\n", "services", "service-points")]
    [InlineData("Utbudspunkter.csv", "Namn;FghKlass;Sweref99X;Sweref99Y\nA;Vårdcentral;7200000;700000\n", "services", "region-utbudspunkter")]
    [InlineData("skolor.csv", "Skolenhetskod;Namn;e;n\n1;A;700000;7200000\n", "services", "skolverket-skolenheter")]
    [InlineData("apoteksvaror.csv", "namn;x;y\nA;700000;7200000\n", "services\", \"path\": \"apoteksvaror.csv\", \"category\": \"pharmacy", "service-points")]
    [InlineData("el.csv", "building_id;kWh\nh1;12\n", "evidence\", \"path\": \"el.csv\", \"kind\": \"electricity", "evidence-table")]
    [InlineData("pts.csv", "uuid;ANDAMAL_1T;hus_antal\nh1;Bostad; Småhus;1\n", "evidence\", \"path\": \"pts.csv\", \"kind\": \"households", "pts-bredband")]
    [InlineData("f.csv", "ref;state\nABCDEF;contacted\n", "followup", "followup")]
    [InlineData("withheld.csv", "key\nh1\n", "withheld", "withheld")]
    [InlineData("lista.csv", "key\nh1\n", "withheld", "withheld")]
    [InlineData("Skyddade hus.csv", "EXEMPELBY 1:1\nEXEMPELBY 1:2\n", "withheld", "withheld")]
    [InlineData("skyddade och andra.csv", "personnummer;adress\n196408233234;A 1\n", "residents", "residents-table")]
    [InlineData("a.txt", "Gatuadress\tX-koordinat\tY-koordinat\nA 1\t7200000,25\t700000,5\n", "addresses", "address-table")]
    public void A_table_is_recognised_by_its_headings(string file, string text, string type, string layout)
    {
        string told = Inspect(file, text);
        Assert.Contains($"  layout: {layout}\n", told, StringComparison.Ordinal);
        Assert.Contains($"\"type\": \"{type}\"", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("byggnad", "\"objektidentitet\": \"h\", \"andamal1\": \"Bostad;\"", "buildings", "lantmateriet-byggnad")]
    [InlineData("BY_2482", "\"OBJEKT_ID\": \"h\", \"ANDAMAL_1T\": \"Bostad; Småhus\"", "buildings", "gsd-fastighetskartan-by")]
    [InlineData("byggnader", "\"typ\": \"x\"", "buildings", "building-layer")]
    [InlineData("ytor", "\"registerenhetsreferens\": \"p\", \"trakt\": \"A\"", "properties", "lantmateriet-registerenhetsomradesyta")]
    [InlineData("AY_2482", "\"TRAKT\": \"A\", \"BLOCKENHET\": \"1:1\"", "properties", "gsd-fastighetskartan-ay")]
    [InlineData("t", "\"tatort\": \"A\", \"bef\": 10", "localities", "scb-tatorter")]
    [InlineData("t", "\"TATORT\": \"A\", \"BEF\": 10", "localities", "scb-tatorter")]
    [InlineData("s", "\"smaort\": \"S1\"", "localities", "scb-smaorter")]
    [InlineData("r", "\"regsokod\": \"R1\", \"regsonamn\": \"A\"", "localities", "scb-regso")]
    [InlineData("d", "\"desokod\": \"2482A0010\", \"kommunkod\": \"2482\"", "localities", "scb-deso")]
    [InlineData("f", "\"fritidshus\": \"F1\"", "holiday-areas", "scb-fritidshusomraden")]
    public void A_layer_of_areas_is_recognised_by_its_columns(string name, string properties, string type, string layout)
    {
        string told = Inspect(name + ".geojson", Workshop.Collection(Workshop.Feature(properties, Square)));
        Assert.Contains($"  layout: {layout}\n  suggested: {{ \"type\": \"{type}\"", told, StringComparison.Ordinal);
        Assert.Contains("1 rows, POLYGON, EPSG:3006", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("e;n", "700000;7200000", "coordinates (e, n): SWEREF 99 TM (EPSG:3006)")]
    [InlineData("e;n", "7200000;700000", "coordinates (e, n): SWEREF 99 TM (EPSG:3006), axes swapped")]
    [InlineData("e;n", "183000;7183650", "coordinates (e, n): a local SWEREF 99 zone; which one cannot be seen, so state it with \"crs\"")]
    [InlineData("e;n", "240000;6500000", "coordinates (e, n): SWEREF 99 TM or a local zone; state which with \"crs\"")]
    [InlineData("x;y", "1613318;6653174", "coordinates (x, y): RT 90 (EPSG:3021)")]
    [InlineData("lon;lat", "20.95;64.75", "coordinates (lon, lat): degrees, WGS 84")]
    [InlineData("e;n", "1;2", "coordinates (e, n): of no system that is known here")]
    public void Coordinates_are_told_by_their_size(string header, string values, string sentence) =>
        Assert.Contains("    " + sentence + "\n", Inspect("s.csv", $"name;category;{header}\nA;b;{values}\n"), StringComparison.Ordinal);

    [Fact]
    public void A_layer_that_is_not_as_stated_is_told()
    {
        string told = Inspect("byggnad.geojson", Workshop.Collection("EPSG:3016", [Workshop.House("h1", 0)]));
        Assert.Contains("coordinates: SWEREF 99 TM (EPSG:3006), not as stated\n", told, StringComparison.Ordinal);
        string unknown = Inspect("byggnad.geojson", Workshop.Collection("EPSG:27700", [Workshop.House("h1", 0)]));
        Assert.Contains("note: state its CRS with \"crs\": \"EPSG:...\"", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void Registers_tell_their_records_encoding_and_day()
    {
        Assert.Contains("  format: XML\n  1 records, date unknown\n  layout: navet-xml\n", Inspect("n.xml", PopulationFixtures.Delivery(PopulationFixtures.Post)), StringComparison.Ordinal);
        Assert.Contains("  format: term-coded text\n  1 records, Windows-1252, extracted 2026-11-02\n  layout: navet-terms\n", Inspect("n.txt", Encoding.Latin1.GetBytes(PopulationFixtures.Terms)), StringComparison.Ordinal);
        Assert.Contains("  layout: spar-xml\n", Inspect("s.xml", PopulationFixtures.SparDelivery(PopulationFixtures.SparPost)), StringComparison.Ordinal);
        string change = PopulationFixtures.Terms.Replace("Grunduttag", "Ändringar", StringComparison.Ordinal);
        Assert.Contains("order a full extract", Inspect("n.txt", change), StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_it_is_told_in_Swedish_too()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("s.csv"), "name;category;e;n\nA;b;7200000;700000\n");
        Assert.Equal(
            """
              format: text med skiljetecken
              lager s: 1 rader, UTF-8, skiljetecken ';'
                name, category, e, n
                koordinater (e, n): SWEREF 99 TM (EPSG:3006), axlarna omkastade
              utformning: service-points
              förslag: { "type": "services", "path": "s.csv" }

            """.ReplaceLineEndings("\n"),
            Inspecting.Inspect(folder.File("s.csv"), Language.Sv).Replace(folder.Path.Replace('\\', '/') + "/", "", StringComparison.Ordinal).Split('\n', 2)[1]);
        File.WriteAllBytes(folder.File("n.txt"), Encoding.Latin1.GetBytes(PopulationFixtures.Terms));
        Assert.Contains("  format: termkodad text\n  1 poster, Windows-1252, uttagen 2026-11-02\n", Inspecting.Inspect(folder.File("n.txt"), Language.Sv), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_no_known_type_is_told_what_it_comes_nearest_to_and_a_list_of_withheld_homes_is_never_shown()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("v.csv"), "Referens;Adress;Uppföljning\nABCDEF;A 1;Kontaktad\n", new UTF8Encoding(true));
        string told = Inspecting.Inspect(folder.File("v.csv"), Language.Sv);
        Assert.Contains("  utformning: känns inte igen: ange typen själv\n  närmast efter kolumnerna: { \"type\": \"followup\"", told, StringComparison.Ordinal);
        Assert.Contains("1 rader, UTF-8 med BOM, ", told, StringComparison.Ordinal);

        File.WriteAllText(folder.File("w.csv"), "12345;67890\n");
        Assert.Contains("    en första rad som ser ut som värden; ge tabellen en rubrikrad\n", Inspecting.Inspect(folder.File("w.csv"), Language.Sv), StringComparison.Ordinal);

        File.WriteAllText(folder.File("withheld.csv"), "EXEMPELBY 1:1\nEXEMPELBY 1:2\n");
        told = Inspecting.Inspect(folder.File("withheld.csv"), Language.Sv);
        Assert.DoesNotContain("EXEMPELBY", told, StringComparison.Ordinal);
        Assert.DoesNotContain("rubrikrad", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_person_is_shown()
    {
        foreach (string text in (string[])[PopulationFixtures.Delivery(PopulationFixtures.Post), "196408233234;TESTVÄGEN 1\n196408833231;TESTVÄGEN 2\n", "namn;adress\nEXEMPELSSON;TESTVÄGEN 1\n"])
        {
            string told = Inspect("x", text);
            Assert.DoesNotContain("19640", told, StringComparison.Ordinal);
            Assert.DoesNotContain("TESTVÄGEN", told, StringComparison.Ordinal);
            Assert.DoesNotContain("EXEMPELSSON", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"PersonItem\": {}}", "web service's answer about single persons")]
    [InlineData("<osm version=\"0.6\"></osm>", "convert it to PBF")]
    [InlineData("<a/>", "XML of an unknown kind")]
    [InlineData("\u001f\u008b\u0008", "compressed with gzip")]
    public void What_cannot_be_read_is_refused_in_a_sentence(string text, string sentence)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File("x"), Encoding.Latin1.GetBytes(text));
        string line = Assert.Throws<InputException>(() => Inspecting.Inspect(folder.File("x"))).Message;
        Assert.Contains(sentence, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    private static string Inspect(string file, string text) => Inspect(file, Encoding.UTF8.GetBytes(text));

    private static string Inspect(string file, byte[] bytes)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File(file), bytes);
        return Inspecting.Inspect(folder.File(file)).Replace(folder.Path.Replace('\\', '/') + "/", "", StringComparison.Ordinal);
    }
}
