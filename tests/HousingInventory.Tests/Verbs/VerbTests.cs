using System.Text;
using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Verbs;

public sealed class VerbTests
{
    [Theory]
    [InlineData("h1")]
    [InlineData("{H1}")]
    [InlineData("exempelgatan 1")]
    [InlineData("Exempelby 1:1")]
    public void Explain_says_of_a_registered_home_only_that_somebody_is_registered(string what)
    {
        using Workshop workshop = new();
        Assert.Equal("Någon är folkbokförd i byggnaden.\n\n", Explaining.Explain(workshop.Load(), what, new Run()));
    }

    [Theory]
    [InlineData("sv", "Någon är folkbokförd i byggnaden.\n\n")]
    [InlineData("en", "Somebody is registered in the building.\n\n")]
    public void Explain_by_address_says_the_same_whoever_and_however_many_live_next_door(string language, string registered)
    {
        string[] texts = [.. ((int[])[1, 9]).SelectMany(persons =>
        {
            using Workshop workshop = new Workshop
            {
                Members = $$""" "language": "{{language}}", "asOf": "2026-11-10", "purpose": "Prov", "responsible": "Ingen", "deleteAfter": "2027-05-31", "candidates": { "settlements": null }, "criteria": null, """,
            }.With("residents", "kir.csv", "personnummer;namn;adress;folkbokföringsdatum\n" + string.Concat(Enumerable.Range(0, persons).Select(i => $"19640823323{i};Exempelsson Xand{i};Exempelgatan 1;200{i}0101\n")));
            LoadedConfig loaded = workshop.Load();
            return (string[])[Explaining.Explain(loaded, "Exempelgatan 1", new Run()), Explaining.Explain(loaded, "Exempelgatan 2", new Run())];
        })];
        Assert.Equal(registered, texts[0]);
        Assert.Equal(texts[0], texts[2]);
        Assert.Equal(texts[1], texts[3]);
        Assert.All(texts, t => Assert.DoesNotMatch("Xand|Exempelsson|196408|2000-01-01|Exempelgatan 1\\b", t));
    }

    [Fact]
    public void A_withheld_home_is_told_in_the_very_same_words()
    {
        using Workshop workshop = new Workshop().With("withheld", "w.csv", "key\nh2\n");
        LoadedConfig loaded = workshop.Load();
        Assert.Equal(Explaining.Explain(loaded, "h1", new Run()), Explaining.Explain(loaded, "h2", new Run()));
        Assert.Equal(Explaining.Explain(loaded, "Exempelgatan 1", new Run()), Explaining.Explain(loaded, "EXEMPELBY 1:2", new Run()));
    }

    [Fact]
    public void A_home_that_fails_a_must_is_told_which()
    {
        // The house point of Exempelgatan 2 lies at (106, 5) and the road along y = 1005: 100 (3000 - 1000) / 2700 = 74.1 points.
        const string Road = """{ "type": "Feature", "properties": { "Vagtr_474": 1, "Kateg_380": 2 }, "geometry": { "type": "LineString", "coordinates": [[690000,7201005],[710000,7201005]] } }""";
        using Workshop workshop = new Workshop().With("roads", "roads.geojson", Workshop.Collection(Road));
        workshop.Members = workshop.Members.Replace(
            "\"criteria\": null", """ "criteria": [ { "type": "major-road", "name": "road", "must": { "atLeastPoints": 90 }, "label": { "sv": "Större väg" } } ] """, StringComparison.Ordinal);
        string[] lines = Explaining.Explain(workshop.Load(), "Exempelgatan 2", new Run()).Split('\n');

        Assert.Contains("Plats 1 av 1, lägespoäng 74,1 (högst 74,1)", lines);
        Assert.Contains("Når inte kravet, och kommer därför efter alla som gör det: Större väg", lines);
        Assert.Contains("  Större väg: 1000,0; 74,1 poäng, vikt 1", lines);
    }

    /// <summary>Houses on Exempelgatan 1, 2, 3 ..., somebody registered in those that are named.</summary>
    private static Workshop Street(int houses, params int[] registered)
    {
        int[] all = [.. Enumerable.Range(1, houses)];
        return new Workshop()
            .With("buildings", "street.geojson", Workshop.Collection([.. all.Select(n => Workshop.House($"h{n}", (n - 1) * 100))]))
            .With("properties", "plots.geojson", Workshop.Collection([.. all.Select(n => Workshop.Plot($"p{n}", "EXEMPELBY", $"1:{n}", (n - 1) * 100))]))
            .With("addresses", "street.csv", "address_id;adress;e;n\n" + string.Concat(all.Select(n => $"a{n};Exempelgatan {n};{700_006 + ((n - 1) * 100)};7200005\n")), """, "crs": "EPSG:3006" """)
            .With("residents", "residents.csv", Workshop.ResidentHeader + "\n" + string.Concat(registered.Select(n => $"Exempelgatan {n};93100;EXEMPELBY;1\n")));
    }

    [Fact]
    public void Of_several_hits_explain_lists_those_that_may_be_told_of_and_says_once_that_somebody_is_registered_elsewhere()
    {
        using Workshop workshop = Street(9, 1, 2);
        string text = Explaining.Explain(workshop.Load(), "Exempelgatan", new Run());
        string[] lines = text.Split('\n');

        Assert.Equal("7 byggnader som passar in på 'Exempelgatan' och där ingen säkert är folkbokförd:", lines[0]);
        Assert.Equal(Enumerable.Range(3, 7).Select(n => $"  Exempelgatan {n}, EXEMPELBY 1:{n}"), lines[1..8].Select(l => string.Join(", ", l.Split(", ")[..2])));
        Assert.All(lines[1..8], l => Assert.Contains(": Ingen folkbokförd, plats ", l, StringComparison.Ordinal));
        Assert.Equal(["Sök på en referens för att få veta mer om ett hus.", "", "Någon är folkbokförd i annan byggnad som passar in."], lines[8..11]);
        Assert.DoesNotContain("Exempelgatan 1,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exempelgatan 2,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_which_hits_are_registered_nor_how_many_can_be_read_from_explain()
    {
        // One, two or three registered; the rest is the same.
        string[] texts = [.. ((int[][])[[4], [4, 5], [4, 5, 6]]).Select(registered =>
        {
            using Workshop workshop = Street(3 + registered.Length, registered);
            return Explaining.Explain(workshop.Load(), "Exempelgatan", new Run());
        })];

        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(texts[0], texts[2]);
    }

    [Fact]
    public void A_withheld_home_among_several_hits_is_told_as_a_registered_one()
    {
        using Workshop registered = Street(3, 1, 2);
        using Workshop withheld = Street(3, 1).With("withheld", "w.csv", "key\nh2\n");
        foreach (string what in (string[])["Exempelgatan", "Exempelgatan 2", "EXEMPELBY 1:2", "h2"])
        {
            Assert.Equal(Explaining.Explain(registered.Load(), what, new Run()), Explaining.Explain(withheld.Load(), what, new Run()));
        }

        using Workshop all = Street(2, 1, 2);
        Assert.Equal("Någon är folkbokförd där.\n\n", Explaining.Explain(all.Load(), "Exempelgatan", new Run()));
    }

    [Fact]
    public void Of_a_candidate_explain_says_what_an_owner_may_be_told_first()
    {
        using Workshop workshop = new();
        string[] lines = Explaining.Explain(workshop.Load(), "Exempelgatan 2", new Run()).Split('\n');
        Assert.StartsWith($"Exempelgatan 2, EXEMPELBY 1:2, ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Ingen folkbokförd har kunnat knytas till huset den 2026-11-10.", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("Plats 1 av 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("Finnsintegatan 4")]
    public void Words_that_name_nothing_are_told_in_one_line(string what)
    {
        using Workshop workshop = new();
        Assert.Contains("nothing in the registers", Assert.Throws<InputException>(() => Explaining.Explain(workshop.Load(), what, new Run())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reduced_extract_links_as_the_extract_does_and_holds_no_person()
    {
        const string extract = """
            personnummer;namn;adress;postnr;fastighetsbeteckning;kommunkod;sekretess
            196408233234;Exempelsson Erik;EXEMPELGATAN 1;93100;EXEMPELBY 1:1;2482;
            640823-3234;Exempelsson Erik;EXEMPELGATAN 2;93100;EXEMPELBY 1:2;2482;
            196408833231;Provsson Eva;;;EXEMPELBY 1:2;2482;
            ;Testsson Tor;-EXEMPELGATAN 1;93100;;0980;
            ;Hemligsson;EXEMPELGATAN 2;;;2482;J
            """;
        using Workshop workshop = new Workshop().With("residents", "kir.csv", extract);
        Results whole = Pipeline.Analyse(workshop.Load(), new Run());
        Reduction reduction = Reducing.Reduce(workshop.File("kir.csv"), workshop.File("reduced.csv"), null, null, new Run());
        Assert.Equal((5, 3, 3), (reduction.Read, reduction.Persons, reduction.Rows));
        string text = File.ReadAllText(workshop.File("reduced.csv"));
        Assert.DoesNotContain("sson", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3231", text, StringComparison.Ordinal);

        using Workshop again = new Workshop().With("residents", "reduced.csv", text);
        Results reduced = Pipeline.Analyse(again.Load(), new Run());
        Assert.Equal(whole.Linkage.Residents, reduced.Linkage.Residents);
        Assert.Equal(whole.Linkage.Levels, reduced.Linkage.Levels);
        Assert.Contains("exists already", Assert.Throws<InputException>(() => Reducing.Reduce(workshop.File("kir.csv"), workshop.File("reduced.csv"), null, null, new Run())).Message, StringComparison.Ordinal);
    }

    private const string Extract = "personnummer;adress;fastighetsbeteckning;sekretess\n196408233234;Exempelgatan 1;EXEMPELBY 1:1;\n196408833231;Exempelgatan 2;EXEMPELBY 1:2;J\n;BOX 99;;J\n";

    [Fact]
    public void A_reduced_extract_with_its_withheld_keys_never_calls_a_protected_home_empty()
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("kir.csv"), Extract);
        Reducing.Reduce(workshop.File("kir.csv"), workshop.File("reduced.csv"), workshop.File("keys.csv"), null, new Run());
        Assert.Equal("key\nEXEMPELBY 1:2\nEXEMPELGATAN 2\n", File.ReadAllText(workshop.File("keys.csv")).ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        Assert.DoesNotContain("Exempelgatan 2", File.ReadAllText(workshop.File("reduced.csv")), StringComparison.OrdinalIgnoreCase);

        workshop.With("residents", "reduced.csv", File.ReadAllBytes(workshop.File("reduced.csv")));
        LoadedConfig without = workshop.Load();
        Assert.StartsWith("Exempelgatan 2", Explaining.Explain(without, "h2", new Run()), StringComparison.Ordinal);
        LoadedConfig with = workshop.Named("withheld", "keys.csv").Load();
        Assert.Equal("Någon är folkbokförd i byggnaden.\n\n", Explaining.Explain(with, "h2", new Run()));
    }

    [Theory]
    [InlineData("19640823", "19640823", 2)]
    [InlineData("19640823-XXXX", "19640823-XXXX", 2)]
    [InlineData("1,96408E+11", "1,96408E+11", 2)]
    [InlineData("196408233234", "640823-3234", 1)]
    public void A_number_that_identifies_nobody_drops_nobody_when_an_extract_is_reduced(string one, string two, int persons)
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("kir.csv"), $"personnummer;adress\n{one};Exempelgatan 1\n{two};Exempelgatan 2\n");
        Assert.Equal(persons, Reducing.Reduce(workshop.File("kir.csv"), workshop.File("reduced.csv"), null, null, new Run()).Persons);
    }

    [Fact]
    public void The_list_of_withheld_keys_is_written_even_when_nobody_is_protected()
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("kir.csv"), Extract.Replace(";J", ";", StringComparison.Ordinal));
        Reducing.Reduce(workshop.File("kir.csv"), workshop.File("reduced.csv"), workshop.File("keys.csv"), null, new Run());
        Assert.Equal("key", File.ReadAllText(workshop.File("keys.csv")).Trim('\uFEFF', '\r', '\n'));
        File.AppendAllText(workshop.File("keys.csv"), "EXEMPELBY 1:9\n");
        Assert.Contains("exists already", Assert.Throws<InputException>(() => Reducing.Reduce(workshop.File("kir.csv"), workshop.File("other.csv"), workshop.File("keys.csv"), null, new Run())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_officer_is_asked_about_properties_with_registrations_and_no_home()
    {
        // Somebody is written on a property with nothing on it, one on a property with a school only, and one on a third like the first that is withheld: were it
        // missing, whoever has the reduced file would know.
        using Workshop workshop = new Workshop()
            .With("buildings", "houses.geojson", Workshop.Collection(Workshop.House("h1", 0), Workshop.House("h2", 100), Workshop.House("school", 300, "Samhällsfunktion;Skola")))
            .With("properties", "properties.geojson", Workshop.Collection(
                Workshop.Plot("p1", "EXEMPELBY", "1:1", 0), Workshop.Plot("p2", "EXEMPELBY", "1:2", 100), Workshop.Plot("p3", "EXEMPELBY", "1:3", 200), Workshop.Plot("p4", "EXEMPELBY", "1:4", 300),
                Workshop.Plot("p5", "EXEMPELBY", "1:5", 400)))
            .With("residents", "kir.csv", "fastighetsbeteckning;antal\nEXEMPELBY 1:1;9\nEXEMPELBY 1:3;1\nEXEMPELBY 1:4;2\nEXEMPELBY 1:5;1\n")
            .With("withheld", "w.csv", "key\nEXEMPELBY 1:5\n");
        OfficerNotices.Write(workshop.Load(), workshop.File("officer"), new Run());
        string[] lines = File.ReadAllLines(Path.Combine(workshop.File("officer"), "register-questions.csv"));
        Assert.Equal(
            ["Folkbokförd på fastighet utan bostadshus;p3;EXEMPELBY 1:3", "Folkbokförd på fastighet utan bostadshus;p4;EXEMPELBY 1:4", "Folkbokförd på fastighet utan bostadshus;p5;EXEMPELBY 1:5"],
            lines.Where(l => l.StartsWith("Folkbokförd", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_reduced_file_does_not_tell_the_order_of_the_extract()
    {
        using Workshop workshop = new();
        string[] rows = ["640823-3234;B 1;A", "196408833231;A 1;B", "640823-3234;C 1;C", ";D 1;D"];
        foreach (int turn in Enumerable.Range(0, 4))
        {
            File.WriteAllText(workshop.File($"e{turn}.csv"), "personnummer;adress;namn\n" + string.Join('\n', Enumerable.Range(0, 4).Select(i => rows[(i + turn) % 4])));
            Reducing.Reduce(workshop.File($"e{turn}.csv"), workshop.File($"r{turn}.csv"), null, null, new Run());
            Assert.Equal(File.ReadAllText(workshop.File("r0.csv")), File.ReadAllText(workshop.File($"r{turn}.csv")));
        }
    }

    [Fact]
    public void Results_of_a_run_hold_no_person_and_no_withheld_key()
    {
        using Workshop workshop = Guarded();
        workshop.RunInto("out");
        Proof proof = ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run());
        Assert.Empty(proof.Found);
        Assert.Empty(proof.NotProved);
    }

    /// <summary>Places and counts may stand in results. A list of headings beside the reader's own once took a designation for a person.</summary>
    [Fact]
    public void No_column_that_the_reader_knows_but_the_persons_own_is_taken_for_a_person()
    {
        foreach (string heading in ResidentsSource.Known.Columns.Where(w => w.Target != "person").SelectMany(w => w.Known.Concat(w.KeyNames())))
        {
            using Workshop workshop = new Workshop().With("residents", "kir.csv", $"{heading};person_id\nEXEMPELBY 9:9;640823-3234\n");
            Assert.Equal(["640823-3234"], PersonScan.Persons(workshop.Load()).SelectMany(p => p.Numbers.Concat(p.Names).Concat(p.Others)));
        }
    }

    [Theory]
    [InlineData("plain.txt", "seen: exempelsson")]
    [InlineData("plain.txt", "640823-3234")]
    [InlineData("plain.txt", "<td>196408233234</td>")]
    [InlineData("plain.csv", "a;exempelby 1:2;b")]
    public void A_planted_name_number_or_key_is_found_in_text(string file, string text)
    {
        using Workshop workshop = Guarded();
        workshop.RunInto("out");
        File.WriteAllText(Path.Combine(workshop.File("out"), file), text);
        string line = Assert.Single(ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run()).Found);
        Assert.DoesNotContain("xempelsson", line, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Exempelsson")]
    [InlineData("196408233234")]
    public void A_planted_value_is_found_between_the_cells_of_a_geopackage_and_of_a_workbook(string planted)
    {
        using Workshop workshop = Guarded();
        Directory.CreateDirectory(workshop.File("out"));
        using (GeoPackageWriter writer = GeoPackageWriter.Create(Path.Combine(workshop.File("out"), "x.gpkg"), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)))
        {
            writer.AddTable(
                new GpkgTableDefinition { Name = "t", Identifier = "t", Columns = [new GpkgColumn("a", "TEXT"), new GpkgColumn("b", "TEXT"), new GpkgColumn("c", "TEXT")] },
                [["none", planted, "none"]]);
            writer.Complete();
        }

        using (FileStream stream = File.Create(Path.Combine(workshop.File("out"), "x.xlsx")))
        using (XlsxTableWriter book = new(stream, "t", new DateOnly(2026, 11, 1)))
        {
            book.BeginSheet("t", [new XlsxColumn("a", 10, null), new XlsxColumn("b", 10, null)]);
            book.Text("none");
            book.Text(planted);
            book.EndRow();
        }

        Assert.Equal(["x.gpkg", "x.xlsx"], ResultsProof.Find(workshop.Load(), [workshop.File("out")], new Run()).Found.Select(l => Path.GetFileName(l.Split(": ")[0])).Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_are_known_from_every_carrier(bool zipped)
    {
        string navet = PopulationFixtures.Delivery(PopulationFixtures.Post.Replace("</PersonId>", "</PersonId><Namn><Efternamn>Ängelsson</Efternamn></Namn>", StringComparison.Ordinal));
        string terms = PopulationFixtures.Terms.Replace("#UP 01022 24", "#UP 01014 Ängelsson\n#UP 01022 24", StringComparison.Ordinal);
        foreach ((string name, byte[] bytes) in ((string, byte[])[])[("navet.xml", Encoding.UTF8.GetBytes(navet)), ("navet.txt", Encoding.UTF8.GetBytes(terms)), ("navet.txt", Encoding.Latin1.GetBytes(terms))])
        {
            using Workshop workshop = new Workshop().With("residents", zipped ? "navet.zip" : name, zipped ? Zipped(name, bytes) : bytes);
            workshop.Members += "\"linkage\": { \"refuseUnder\": 0 },";
            Directory.CreateDirectory(workshop.File("out"));
            File.WriteAllText(Path.Combine(workshop.File("out"), "x.txt"), "ÄNGELSSON");
            Assert.Single(ResultsProof.Find(WithHome(workshop).Load(), [workshop.File("out")], new Run()).Found);
        }
    }

    [Fact]
    public void The_officers_file_stands_in_no_folder_of_results()
    {
        using Workshop workshop = Guarded();
        LoadedConfig loaded = workshop.Load();
        foreach (string folder in (string[])["out", "out/", "out/deep/er", "./out/."])
        {
            Assert.Contains("folder of results", Assert.Throws<InputException>(() => OfficerNotices.Write(loaded, workshop.File(folder), new Run())).Message, StringComparison.Ordinal);
        }

        workshop.RunInto("elsewhere");
        Assert.Throws<InputException>(() => OfficerNotices.Write(loaded, workshop.File("elsewhere/officer/"), new Run()));
        Assert.Equal(1, OfficerNotices.Write(loaded, workshop.File("officer"), new Run()));
        string text = File.ReadAllText(Path.Combine(workshop.File("officer"), OfficerNotices.FileName));
        Assert.DoesNotContain("xempelsson", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_makes_what_reads_and_never_touches_what_is_there()
    {
        using Workshop workshop = new();
        workshop.Load();
        File.Delete(workshop.File("inventory.json"));
        File.WriteAllText(workshop.File("followup.csv"), "mine");
        File.Copy(workshop.File("houses.geojson"), workshop.File("a \"b\".geojson"));
        Initialising.Init(workshop.Folder, []);
        Assert.Equal("mine", File.ReadAllText(workshop.File("followup.csv")));
        LoadedConfig made = ConfigReader.Load(workshop.File("inventory.json"));
        Assert.Contains("a \"b\".geojson", made.Config.Sources.Select(s => s.Path));
        string before = File.ReadAllText(workshop.File("inventory.json"));
        Assert.Throws<InputException>(() => Initialising.Init(workshop.Folder, []));
        Assert.Equal(before, File.ReadAllText(workshop.File("inventory.json")));
    }

    [Fact]
    public void Init_in_a_messy_folder_names_each_file_that_it_does_not_know_and_each_folder_that_it_did_not_search()
    {
        using Workshop workshop = new();
        workshop.Load();
        File.Delete(workshop.File("inventory.json"));
        File.Delete(workshop.File("addresses.csv"));
        File.WriteAllText(workshop.File("Beslut.pdf"), "%PDF-1.4");
        File.WriteAllText(workshop.File("Vad.csv"), "a;b\n1;2\n");
        File.WriteAllText(workshop.File("Skyddade hus.csv"), "h2\n");
        Directory.CreateDirectory(workshop.File("Leverans (LM)"));
        File.WriteAllText(workshop.File("Leverans (LM)/x.csv"), "a;b\n1;2\n");
        Directory.CreateDirectory(workshop.File("ut"));
        File.WriteAllText(workshop.File("ut/manifest.json"), "{}");

        IReadOnlyList<string> told = Initialising.Init(workshop.Folder, [], null, Language.Sv);

        Assert.Contains("Vad.csv: känns inte igen: ange typen själv", told);
        Assert.Contains("Beslut.pdf: Filen är inte i något format som läses här; exportera den som GeoPackage, GeoJSON, Shapefile, CSV eller XLSX.", told);
        Assert.Single(told, l => l.StartsWith("Leverans (LM): undermapp, inte genomsökt", StringComparison.Ordinal));
        Assert.DoesNotContain(told, l => l.StartsWith("ut:", StringComparison.Ordinal));
        string made = File.ReadAllText(workshop.File("inventory.json"));
        Assert.Contains("// Vad.csv: känns inte igen", made, StringComparison.Ordinal);
        Assert.Contains("// Saknas än: { \"type\": \"addresses\"", made, StringComparison.Ordinal);

        // A list of protected homes that was passed over would show them.
        Assert.Equal("Skyddade hus.csv", ConfigReader.Load(workshop.File("inventory.json")).Config.Sources.Single(s => s is WithheldSource).Path);
        File.Delete(workshop.File("inventory.json"));
        Assert.DoesNotContain(Initialising.Init(workshop.Folder, [workshop.Folder, workshop.File("Leverans (LM)")], null, Language.Sv), l => l.Contains("inte genomsökt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("gpkg")]
    public void Init_makes_an_empty_follow_up_of_each_kind_that_a_run_reads(string format)
    {
        using Workshop workshop = new();
        workshop.Load();
        File.Delete(workshop.File("inventory.json"));
        Initialising.Init(workshop.Folder, [], format);
        Assert.Equal("followup." + format, ConfigReader.Load(workshop.File("inventory.json")).Config.Sources.Single(s => s is FollowUpSource).Path);
        byte[] made = File.ReadAllBytes(workshop.File("followup." + format));
        File.Delete(workshop.File("followup." + format));

        // Asked for again beside a configuration, the same file is made and nothing else touched.
        Assert.Contains("not touched", Initialising.Init(workshop.Folder, [], format)[^1], StringComparison.Ordinal);
        Assert.Equal(made, File.ReadAllBytes(workshop.File("followup." + format)));
        Imported inputs = new Workshop().With("followup", "f." + format, made).Import();
        Assert.Equal((0L, "followup"), (inputs.Files.Single(f => f.Type == "followup").Read, inputs.Files.Single(f => f.Type == "followup").Layout));
    }

    [Fact]
    public void A_half_done_move_is_completed_by_the_command_that_meets_it()
    {
        using Workshop workshop = new();
        workshop.RunInto("out");
        string folder = workshop.File("out");
        Directory.Move(folder, workshop.File("pending"));
        Directory.CreateDirectory(folder);
        Directory.Move(workshop.File("pending"), Path.Combine(folder, ".pending-run"));
        Directory.CreateDirectory(Path.Combine(folder, ".previous-run"));
        Assert.Empty(ResultsProof.Find(workshop.Load(), [folder], new Run()).Found);
        Assert.True(File.Exists(Path.Combine(folder, ResultsFolder.Manifest)));
        Assert.False(Directory.Exists(Path.Combine(folder, ".previous-run")));
    }

    private static Workshop WithHome(Workshop workshop) => workshop.With(
        "addresses", "addresses.csv", "address_id;adress;e;n\na1;Testvägen 1;700006;7200005\na2;Exempelgatan 2;700106;7200005\n", """, "crs": "EPSG:3006" """);

    private static Workshop Guarded() => new Workshop()
        .With("residents", "kir.csv", "personnummer;namn;adress;avregistrerad\n196408233234;Exempelsson;Exempelgatan 1;\n196408833231;Provsson;Exempelgatan 1;J\n")
        .With("withheld", "withheld.csv", "key\nEXEMPELBY 1:2\n");

    private static byte[] Zipped(string name, byte[] bytes)
    {
        using MemoryStream stream = new();
        using (System.IO.Compression.ZipArchive zip = new(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }

        return stream.ToArray();
    }
}
