using System.Text.Json.Serialization;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>What the configuration may say of layouts and columns, and what it is told when that does not fit.</summary>
public sealed class LayoutTests
{
    private const string Metres = """, "crs": "EPSG:3006" """;

    private static readonly string[] Types =
        [.. typeof(Source).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(d => (string)d.TypeDiscriminator!)];

    /// <summary>Every type of source with a layout's name misspelt, and the name that is nearest.</summary>
    public static TheoryData<string, string, string> Misspelt => new()
    {
        { "buildings", "lantmateriet-bygnad", "lantmateriet-byggnad" },
        { "addresses", "belagenhetsadress", "lantmateriet-belagenhetsadress" },
        { "properties", "property", "property-layer" },
        { "dwellings", "dwellings-table", "dwelling-table" },
        { "residents", "navet", "navet-xml" },
        { "withheld", "list", "withheld" },
        { "roads", "NVDB", "nvdb" },
        { "timetable", "gtf", "gtfs" },
        { "on-demand-zones", "zones", "on-demand-zones" },
        { "services", "points", "service-points" },
        { "localities", "scb-tatort", "scb-tatorter" },
        { "holiday-areas", "scb-fritidshus", "scb-fritidshusomraden" },
        { "evidence", "table", "evidence-table" },
        { "followup", "follow-up", "followup" },
        { "households", "household", "households" },
        { "homes", "home", "homes" },
        { "vacancies", "vacancy", "vacancies" },
        { "premises", "premise", "premises" },
        { "owners", "owner", "owners" },
        { "landlords", "landlord", "landlords" },
        { "decisions", "decision", "decisions" },
        { "support", "supports", "support" },
        { "candidates", "candidate", "candidates" },
    };

    public static TheoryData<string> EveryType => [.. Types];

    [Theory]
    [MemberData(nameof(Misspelt))]
    public void A_layout_that_nobody_knows_is_refused_with_the_nearest_one_and_the_list(string type, string said, string nearest)
    {
        using Workshop workshop = new Workshop().Named(type, "x", $", \"layout\": \"{said}\"");
        string line = Assert.Throws<InputException>(workshop.Load).Message;
        Assert.Contains($".layout is '{said}', which '{type}' does not have; did you mean '{nearest}'? It has ", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryType))]
    public void A_word_of_columns_that_nobody_knows_is_refused_with_the_nearest_one_and_the_list(string type)
    {
        using Workshop workshop = new Workshop().Named(type, "x", """, "columns": { "naem": "x" } """);
        string line = Assert.Throws<InputException>(workshop.Load).Message;
        Assert.Contains(".columns.naem is not known", line, StringComparison.Ordinal);
        Assert.Contains(type is "timetable" or "withheld" ? "names no columns" : "did you mean '", line, StringComparison.Ordinal);
        Assert.Contains($"'{type}'", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_of_source_is_among_them() => Assert.Equal(Types.Order(), Misspelt.Select(row => (string)row[0]).Order());

    [Theory]
    [InlineData("buildings", "lantmateriet-byggnad", "x.csv", "uuid;typ\nh;Bostad\n", "objektidentitet, andamal1")]
    [InlineData("buildings", "gsd-fastighetskartan-by", "x.csv", "objektidentitet;andamal1\nh;Bostad;\n", "andamal_1t")]
    [InlineData("addresses", "lantmateriet-belagenhetsadress", "x.csv", "adress;e;n\nA 1;1;2\n", "adressomrade_faststalltnamn")]
    [InlineData("properties", "gsd-fastighetskartan-ay", "x.csv", "trakt;block;enhet\nA;1;1\n", "blockenhet")]
    [InlineData("properties", "lantmateriet-registerenhetsomradesyta", "x.csv", "trakt;block;enhet\nA;1;1\n", "registerenhetsreferens")]
    [InlineData("residents", "residents-counts", "x.csv", "adress;personnummer\nA 1;196408233234\n", "count")]
    [InlineData("roads", "nvdb", "x.csv", "name;kind\nA;1\n", "Vagtr_474 or Klass_181")]
    [InlineData("roads", "lantmateriet-topografi-vaglinje", "x.csv", "name;kind\nA;1\n", "objekttypnr")]
    [InlineData("services", "region-utbudspunkter", "x.csv", "name;category;e;n\nA;b;1;2\n", "fghklass")]
    [InlineData("localities", "scb-smaorter", "x.csv", "name\nA\n", "smaort")]
    [InlineData("holiday-areas", "scb-fritidshusomraden", "x.csv", "name\nA\n", "fritidshus")]
    public void A_layout_that_does_not_fit_the_columns_is_refused_and_says_which_are_missing(string type, string layout, string file, string text, string missing)
    {
        using Workshop workshop = new Workshop().With(type, file, text, $", \"layout\": \"{layout}\"");
        string line = workshop.Refused();
        if (type == "roads")
        {
            Assert.StartsWith("x.csv (roads): ", line, StringComparison.Ordinal);
            return;
        }

        Assert.Contains($"does not fit the layout '{layout}': it lacks {missing}; it has ", line, StringComparison.Ordinal);
        Assert.Contains(text.Split(';', '\n')[0], line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_configuration_names_stands_in_for_one_of_the_layout()
    {
        using Workshop workshop = new Workshop().With(
            "buildings", "b.geojson",
            Workshop.Collection(Workshop.House("h1", 0), Workshop.House("h2", 100)).Replace("andamal1", "hustyp", StringComparison.Ordinal),
            """, "layout": "lantmateriet-byggnad", "columns": { "purpose": "Hus-Typ" } """);
        Imported inputs = workshop.Import();
        Assert.Equal("lantmateriet-byggnad", inputs.Files[0].Layout);
        Assert.All(inputs.Buildings, b => Assert.Equal("Småhus friliggande", b.Purpose));
    }

    [Fact]
    public void The_layout_that_is_said_decides_which_column_is_read()
    {
        // Both columns are there. Recognised, it is today's product; as the old property map, its text column counts.
        string rows = Workshop.Collection(Workshop.House("h1", 0, "Verksamhet;", ", \"ANDAMAL_1T\": \"Bostad; Flerfamiljshus\""), Workshop.House("h2", 100));
        using Workshop old = new Workshop().With("buildings", "b.geojson", rows, """, "layout": "gsd-fastighetskartan-by" """);
        Imported inputs = old.Import();
        Assert.Equal(("gsd-fastighetskartan-by", "Flerfamiljshus"), (inputs.Files[0].Layout, inputs.Buildings[0].Purpose));
        using Workshop today = new Workshop().With("buildings", "b.geojson", rows, """, "layout": "lantmateriet-byggnad" """);
        Assert.Equal("Verksamhet", today.Import().Buildings[0].Purpose);
    }

    [Fact]
    public void Persons_with_a_count_are_households_unless_said_to_be_counts()
    {
        const string table = "personnummer;adress;antal\n196408233234;A 1;3\n196408833231;B 1;4\n";
        Assert.Equal(("residents-table", 2L), Read(""));
        Assert.Equal(("residents-table", 2L), Read(""", "layout": "residents-table" """));
        Assert.Equal(("residents-counts", 7L), Read(""", "layout": "residents-counts" """));

        static (string?, long) Read(string more)
        {
            using Workshop workshop = new Workshop().With("residents", "kir.csv", table, more);
            Imported inputs = workshop.Import();
            return (inputs.Files.Single(f => f.Type == "residents").Layout, inputs.Registrations.Persons);
        }
    }

    [Theory]
    [InlineData("navet-xml", "spar-xml")]
    [InlineData("navet-xml", "navet-terms")]
    [InlineData("spar-xml", "navet-xml")]
    [InlineData("navet-terms", "navet-xml")]
    [InlineData("navet-terms", "residents-table")]
    public void A_register_in_another_layout_than_said_is_refused(string written, string said)
    {
        using Workshop workshop = new Workshop().With("residents", "extract", Extract(written), $", \"layout\": \"{said}\"");
        string line = workshop.Refused();
        Assert.Contains($"'{said}'", line, StringComparison.Ordinal);
        using Workshop right = new Workshop().With("residents", "extract", Extract(written), $", \"layout\": \"{written}\"");
        Assert.Equal(written, right.Import().Files.Single(f => f.Type == "residents").Layout);
    }

    [Fact]
    public void A_register_that_its_beginning_does_not_tell_is_read_when_its_layout_is_said()
    {
        // A comment longer than what is looked at.
        string text = $"<!--{new string('x', 40_000)}-->" + PopulationFixtures.Delivery(PopulationFixtures.Post);
        using Workshop unsaid = new Workshop().With("residents", "extract", text);
        Assert.Contains("neither Navet XML", unsaid.Refused(), StringComparison.Ordinal);
        using Workshop said = new Workshop().With("residents", "extract", text, """, "layout": "navet-xml" """);
        Assert.Equal(1, said.Import().Registrations.Persons);
    }

    [Theory]
    [InlineData("buildings", "openstreetmap-buildings", "a table or layer, and the layout 'openstreetmap-buildings' is read from OpenStreetMap")]
    [InlineData("addresses", "lantmateriet-byggnad-xml-entrances", "a table or layer, and the layout 'lantmateriet-byggnad-xml-entrances' is read from Lantmäteriet's XML of buildings")]
    [InlineData("services", "openstreetmap-services", "a table or layer, and the layout 'openstreetmap-services' is read from OpenStreetMap")]
    [InlineData("roads", "openstreetmap-roads", "a table or layer, and the layout 'openstreetmap-roads' is read from OpenStreetMap")]
    public void A_layout_of_another_kind_of_file_is_refused(string type, string layout, string sentence)
    {
        using Workshop workshop = new Workshop().With(type, "x.csv", "adress;e;n\nA 1;1;2\n", $", \"layout\": \"{layout}\"");
        Assert.Equal($"x.csv ({type}): is {sentence}; leave \"layout\" out, or name the right file.", workshop.Refused());
    }

    [Fact]
    public void Lines_are_roads_for_all_when_the_configuration_says_so()
    {
        // 1801 is a motorway, on which nobody walks.
        const string line = """
            { "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "objekttypnr": 1801, "objekttyp": "Motorväg" },
              "geometry": { "type": "LineString", "coordinates": [[700000,7200000],[700100,7200000]] } } ] }
            """;
        foreach ((string more, string layout) in (ReadOnlySpan<(string, string)>)[("", "lantmateriet-topografi-vaglinje"), (""", "layout": "road-lines" """, "road-lines")])
        {
            using Workshop workshop = new Workshop().With("roads", "r.geojson", line, Metres + more);
            Assert.Equal(layout, workshop.Import().Files.Single(f => f.Type == "roads").Layout);
        }
    }

    [Fact]
    public void Columns_are_refused_where_a_file_has_none()
    {
        using Workshop navet = new Workshop().With("residents", "navet.xml", PopulationFixtures.Delivery(PopulationFixtures.Post), """, "columns": { "address": "adress" } """);
        Assert.Contains("is a delivery of the population register, which has no columns to name; leave \"columns\" out.", navet.Refused(), StringComparison.Ordinal);
        using Workshop tags = new Workshop().With("services", "s.csv", "name;category;e;n\nA;grocery;700100;7200200\n", Metres + """, "columns": { "grocery": "shop=kiosk" } """);
        Assert.Contains("is a table or layer, for which columns.grocery is not known; it knows id, category", tags.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_the_file_does_not_hold_is_refused()
    {
        using Workshop workshop = new Workshop().With("residents", "kir.csv", "adress;antal\nA 1;2\n", """, "layer": "personer" """);
        Assert.Equal("kir.csv (residents): holds no layer 'personer', only 'kir'; leave \"layer\" out.", workshop.Refused());
        using Workshop right = new Workshop().With("residents", "kir.csv", "adress;antal\nA 1;2\n", """, "layer": "KIR" """);
        Assert.Equal(2, right.Import().Registrations.Persons);
    }

    [Fact]
    public void A_city_that_writes_number_and_letter_twice_has_them_once()
    {
        using Workshop workshop = new Workshop().With(
            "addresses", "a.csv", "Adress;adressomr;adressplat;nr_num;nr_litt;e;n\nAMIRALSGATAN 35G;AMIRALSGATAN;35G;35;G;700006;7200005\n", Metres);
        Assert.Equal("35G", Assert.Single(workshop.Import().Addresses).Number);
        using Workshop joined = new Workshop().With("addresses", "a.csv", "adressomr;adressplat;nr_litt;e;n\nAMIRALSGATAN;35G;G;700006;7200005\n", Metres);
        Assert.Equal("35G", Assert.Single(joined.Import().Addresses).Number);
    }

    private static string Extract(string layout) => layout switch
    {
        "navet-xml" => PopulationFixtures.Delivery(PopulationFixtures.Post),
        "navet-terms" => PopulationFixtures.Terms,
        _ => PopulationFixtures.SparDelivery(PopulationFixtures.SparPost),
    };
}
