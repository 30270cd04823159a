using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

public sealed class OtherSourcesTests
{
    [Theory]
    [InlineData("x;y", "700100;7200200")] // Pipos: x is the easting
    [InlineData("x;y", "7200200;700100")] // and where x is the northing it is seen by size
    [InlineData("Sweref99X;Sweref99Y", "7200200;700100")] // health care: X is the northing
    [InlineData("e;n", "700100;7200200")]
    [InlineData("N;E", "7200200;700100")]
    [InlineData("Nord;Öst", "7200200,0;700100,0")]
    [InlineData("Northing;Easting", "7200200.0;700100.0")]
    public void Coordinates_of_services_are_read_by_name_and_put_right_by_size(string header, string values)
    {
        using Workshop workshop = new Workshop().With("services", "s.csv", $"name;category;{header}\nButiken;Grocery;{values}\n", """, "crs": "EPSG:3006" """);
        ServicePlace place = Assert.Single(workshop.Import().Services);
        Assert.Equal(("grocery", 700_100, 7_200_200), (place.Category, place.X, place.Y));
    }

    [Fact]
    public void A_service_without_place_or_category_is_left_out_with_its_reason()
    {
        using Workshop workshop = new Workshop().With(
            "services", "s.csv", "name;category;e;n\nA;grocery;700100;7200200\nB;;700100;7200200\nC;grocery;;\nD;grocery;0;0\n", """, "crs": "EPSG:3006" """);
        InputFile file = workshop.Import().Files.Single(f => f.Type == "services");
        Assert.Equal((4, 1), (file.Read, file.Used));
        Assert.Equal(["no-category=1", "no-place=1", "other-crs=1"], file.LeftOut.Select(l => $"{l.Key}={l.Value}").Order());
    }

    [Theory]
    [InlineData("apoteksvaror.csv", "", "pharmacy")]
    [InlineData("dagligvaror_fullsortiment.csv", "", "grocery")]
    [InlineData("drivmedel_personbil.csv", "", "fuel")]
    [InlineData("posttjänster.csv", "", "post")]
    [InlineData("apoteksvaror.csv", ", \"category\": \"Ombud\"", "ombud")]
    [InlineData("fil1.csv", ", \"category\": \"grocery\"", "grocery")]
    public void A_file_of_one_service_without_a_category_column_is_of_the_category_that_is_said_or_named(string file, string more, string category)
    {
        // Pipos: Latin-1, semicolons, x is the easting, and columns of analysis with blanks in their names.
        Run run = new();
        using Workshop workshop = new Workshop().With(
            "services", file, System.Text.Encoding.Latin1.GetBytes("namn;Folkmängd över 70 år inom 5 km;x;y\nÄlvens handel;17;700100;7200200\n"), """, "crs": "EPSG:3006" """ + more);
        ServicePlace place = Assert.Single(workshop.Import(run).Services);
        Assert.Equal((category, "Älvens handel", 700_100, 7_200_200), (place.Category, place.Name, place.X, place.Y));
        Assert.Equal(more.Length == 0 ? 1 : 0, run.Notices.Counts.GetValueOrDefault("category_from_name"));
    }

    [Fact]
    public void A_service_file_that_tells_no_category_says_how_to_state_it()
    {
        using Workshop workshop = new Workshop().With("services", "fil1.csv", "namn;x;y\nA;700100;7200200\n", """, "crs": "EPSG:3006" """);
        Assert.Equal(
            "fil1.csv (services): has no column with a category; state that of all its places with \"category\": \"grocery\", or name the column with \"columns\": { \"category\": \"...\" }; it has namn, x, y.",
            workshop.Refused());
        using Workshop blank = new Workshop().With("services", "fil1.csv", "namn;x;y\nA;700100;7200200\n", """, "category": " " """);
        Assert.Contains("sources[0].category must be a word", blank.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Health_care_and_schools_are_read_as_their_keepers_publish_them()
    {
        using Workshop care = new Workshop().With(
            "services", "Utbudspunkter.csv",
            System.Text.Encoding.Latin1.GetBytes("Namn;FghKlass;Sweref99X;Sweref99Y\nA;Vårdcentral;7200200,5;700100,25\nB;Sjukhus;7200300,0;700200,0\nC;Tandvård;7200400,0;700300,0\n"), """, "crs": "EPSG:3006" """);
        Imported inputs = care.Import();
        Assert.Equal(["health_centre 700100.25 7200200.5", "hospital 700200 7200300", "tandvård 700300 7200400"], inputs.Services.Select(s => FormattableString.Invariant($"{s.Category} {s.X} {s.Y}")));
        Assert.Equal("region-utbudspunkter", inputs.Files.Single(f => f.Type == "services").Layout);
        using Workshop schools = new Workshop().With(
            "services", "skolenheter.csv",
            "Skolenhetskod;Skolenhetsnamn;Status;Koordinat_SweRef_E;Koordinat_SweRef_N\n1;Ettan;Aktiv;700100;7200200\n2;Tvåan;Vilande;700100;7200200\n3;Trean;Planerad;700100;7200200\n4;Fyran;Aktiv;;\n", """, "crs": "EPSG:3006" """);
        inputs = schools.Import();
        Assert.Equal(["1 school Ettan"], inputs.Services.Select(s => $"{s.Id} {s.Category} {s.Name}"));
        Assert.Equal(["no-place=1", "not-active=2"], inputs.Files.Single(f => f.Type == "services").LeftOut.Select(l => $"{l.Key}={l.Value}"));
    }

    [Theory]
    [InlineData("e;n;crs", "700100;7200200;EPSG:3006", 700_100, 7_200_200)]
    [InlineData("e;n;crs", "700100;7200200;3006", 700_100, 7_200_200)]
    [InlineData("lat;lon", "64.75;20.95", 782_877.542, 7_193_894.010)]
    [InlineData("lat;lon;crs", "64,75;20,95;EPSG:4326", 782_877.542, 7_193_894.010)]
    [InlineData("e;n;crs", "183330.654;7183650.591;EPSG:3016", 782_877.542, 7_193_894.010)]
    public void The_neutral_service_file_names_its_crs_in_a_column(string header, string values, double x, double y)
    {
        using Workshop workshop = new Workshop().With("services", "s.csv", $"id;name;category;{header}\n1;A;grocery;{values}\n");
        ServicePlace place = Assert.Single(workshop.Import().Services);
        Assert.Equal((x, y), (Math.Round(place.X, 3), Math.Round(place.Y, 3)), new Near(0.02));
        using Workshop two = new Workshop().With("services", "s.csv", "id;category;e;n;crs\n1;a;700100;7200200;EPSG:3006\n2;a;183330;7183650;EPSG:3016\n");
        Assert.Contains("several CRS in one column", two.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_postal_code_of_0_is_missing_and_five_digits_keep_their_zero()
    {
        using Workshop workshop = new Workshop().With(
            "addresses", "a.csv", "address_id;adress;postnr;e;n\na1;Exempelgatan 1;0;700006;7200005\na2;Exempelgatan 2;931 30;700106;7200005\na3;Exempelgatan 3;1234;700206;7200005\n", """, "crs": "EPSG:3006" """);
        Assert.Equal([null, "93130", "01234"], workshop.Import().Addresses.Select(a => a.PostalCode));
    }

    [Theory]
    [InlineData("lagenhet_uuid", "adressplats_uuid", "byggnad_uuid")]
    [InlineData("Lägenhets-ID", "Belägenhetsadress objektidentitet", "Byggnads-nyckel")]
    [InlineData("bostad_nyckel", "adress_ref", "hus_id")]
    [InlineData("dwelling_key", "address_key", "building_uuid")]
    public void The_keys_of_a_dwelling_are_found_under_any_noun_for_the_thing_and_any_word_for_a_key(string dwelling, string address, string building)
    {
        using Workshop workshop = new Workshop().With("dwellings", "d.csv", $"{dwelling};lagenhetsnummer;{address};{building}\nd1;1101;a1;h1\n");
        Dwelling read = Assert.Single(workshop.Import().Dwellings);
        Assert.Equal(("d1", "1101", "a1", "h1"), (read.Key, read.Number, read.AddressKey, read.BuildingKey));
    }

    [Fact]
    public void Every_state_is_read_by_its_key_and_by_both_labels()
    {
        foreach (Term state in Term.All<FollowUpState>())
        {
            foreach (string word in (string[])[state.Key, state.Sv, state.En, state.Sv.ToUpperInvariant(), " " + state.En + " "])
            {
                using Workshop workshop = new Workshop().With("followup", "f.csv", $"ref;state\nABCDEF;{word}\n");
                Assert.Equal(state, Term.Of(Assert.Single(workshop.Import().FollowUps).State));
            }
        }
    }

    [Fact]
    public void An_unknown_state_and_a_row_without_key_are_left_out_and_a_long_note_is_cut()
    {
        using Workshop workshop = new Workshop().With(
            "followup", "f.csv", $"ref;building_id;state;contacted_on;note\nABCDEF;;sålt;;\n;;taken;;\n;h1;contacted;2026-11-02;{new string('x', 300)}\nABCDEF;h2;;;\n");
        Imported inputs = workshop.Import();
        Assert.Equal(["h1 contacted 2026-11-02 200", "h2 not-started  0"], inputs.FollowUps.Select(f => FormattableString.Invariant($"{f.Key} {Term.Of(f.State).Key} {f.ContactedOn:yyyy-MM-dd} {f.Note?.Length ?? 0}")));
        Assert.Equal(["no-key=1", "unknown-state=1"], inputs.Files.Single(f => f.Type == "followup").LeftOut.Select(l => $"{l.Key}={l.Value}").Order());
    }

    [Fact]
    public void A_date_that_cannot_be_read_and_a_cut_note_are_notices_that_name_the_row_and_not_its_text()
    {
        using Workshop workshop = new Workshop().With(
            "followup", "f.csv", $"ref;state;contacted_on;note\nABCDEF;contacted;igår;\nABCDEG;contacted;2026-11-02T08:00;{new string('x', 201)}\n");
        Run run = new();
        Imported inputs = workshop.Import(run);
        Assert.Equal([null, new DateOnly(2026, 11, 2)], inputs.FollowUps.Select(f => f.ContactedOn));
        Assert.Equal(["follow_up_date_unclear 2", "follow_up_note_cut 3"], run.Notices.Samples.Where(n => n.Source == "followup").Select(n => $"{n.Code} {n.Row}").Order());
        Assert.DoesNotContain(run.Notices.Samples, n => n.Text(Language.Sv).Contains("igår", StringComparison.Ordinal));
    }

    [Fact]
    public void The_day_on_which_a_follow_up_was_last_changed_is_no_day_of_the_data()
    {
        using Workshop workshop = new();
        string path = workshop.File("f.gpkg");
        using (GeoPackageWriter writer = GeoPackageWriter.Create(path, new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc)))
        {
            writer.AddTable(new GpkgTableDefinition { Name = "followup", Identifier = "f", Columns = [new("ref", "TEXT"), new("state", "TEXT")] }, [["ABCDEF", "contacted"]]);
            writer.Complete();
        }

        Imported inputs = workshop.With("followup", "f.gpkg", File.ReadAllBytes(path)).Import();
        Assert.Null(inputs.Files.Single(f => f.Type == "followup").Extracted);
        FollowUpTable table = Assert.Single(inputs.FollowUpTables);
        Assert.Equal(("followup", "state"), (table.Layer, table.ColumnOf["state"]));
    }

    [Fact]
    public void Evidence_without_a_legal_ground_is_not_read()
    {
        Run run = new();
        using Workshop workshop = new Workshop().With("evidence", "el.csv", "building_id;kwh\nh1;12\n", """, "kind": "electricity" """);
        Imported inputs = workshop.Import(run);
        Assert.Empty(inputs.Evidence);
        Assert.Equal(1, run.Notices.Counts["evidence_without_basis"]);
        using Workshop grounded = new Workshop().With("evidence", "el.csv", "building_id;kwh\nh1;12\n", """, "kind": "electricity", "basis": "Beslut KS 2026/1" """);
        Assert.Equal("none", Assert.Single(grounded.Import().Evidence).Class);
        using Workshop unknown = new Workshop().With("evidence", "el.csv", "building_id;kwh\nh1;12\n", """, "kind": "gas", "basis": "x" """);
        Assert.Contains("\"kind\"", unknown.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Households_of_a_broadband_point_are_none_some_or_unknown()
    {
        using Workshop workshop = new Workshop().With("evidence", "pts.csv", "building_id;hus_antal\nh1;0\nh2;2\nh1;-\n", """, "kind": "households", "basis": "Beslut KS 2026/1" """);
        Assert.Equal(["none", "normal", "unknown"], workshop.Import().Evidence.Select(e => e.Class));
    }

    [Fact]
    public void Sources_can_be_read_only_and_stay_as_they_are()
    {
        using Workshop workshop = new();
        workshop.Load();
        string[] files = [.. Directory.EnumerateFiles(workshop.Folder)];
        Dictionary<string, byte[]> before = files.ToDictionary(f => f, File.ReadAllBytes);
        Array.ForEach(files, f => File.SetAttributes(f, FileAttributes.ReadOnly));
        try
        {
            Assert.Equal(2, Imported.Of(HousingInventory.Configuration.ConfigReader.Load(workshop.File("inventory.json")), new Run()).Buildings.Count);
            Assert.Equal(files.Order(), Directory.EnumerateFileSystemEntries(workshop.Folder).Order());
            Assert.All(before, f => Assert.Equal(f.Value, File.ReadAllBytes(f.Key)));
        }
        finally
        {
            Array.ForEach(files, f => File.SetAttributes(f, FileAttributes.Normal));
        }
    }

    [Theory]
    [InlineData("services", "s.csv", "")]
    [InlineData("addresses", "a.csv", "x;y\n1;2\n")]
    [InlineData("followup", "f.csv", "a;b\n1;2\n")]
    [InlineData("timetable", "g.zip", "PK")]
    [InlineData("roads", "r.pbf", "no pbf")]
    [InlineData("localities", "l.gpkg", "<html>")]
    public void A_source_that_cannot_be_used_is_refused_by_name(string type, string file, string text)
    {
        using Workshop workshop = new Workshop().With(type, file, text);
        Assert.StartsWith(file, workshop.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_told_in_one_line()
    {
        using Workshop missing = new Workshop().Named("services", "nowhere.csv");
        Assert.Contains("does not exist", missing.Refused(), StringComparison.Ordinal);
        using Workshop folder = new Workshop().Named("services", ".");
        Assert.Contains("is a folder", folder.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_file_lacks_is_told_with_those_that_it_has()
    {
        using Workshop workshop = new Workshop().With("services", "s.csv", "name;kind;e;n\nA;grocery;700100;7200200\n", """, "crs": "EPSG:3006", "columns": { "category": "sort" } """);
        string line = workshop.Refused();
        Assert.StartsWith("s.csv", line, StringComparison.Ordinal);
        Assert.Contains("'sort'", line, StringComparison.Ordinal);
        Assert.Contains("kind", line, StringComparison.Ordinal);
    }

    private sealed class Near(double by) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= by && Math.Abs(x.Item2 - y.Item2) <= by;

        public int GetHashCode((double, double) obj) => 0;
    }
}
