using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Export;
using HousingInventory.Model;
using HousingInventory.Tests.Formats;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>The books on population extracts: what is read is used, or left out for one of four reasons.</summary>
public sealed class ResidentsImportTests
{
    private static readonly string[] Reasons = ["deregistered", "duplicate", "not-placeable", "other-municipality"];

    private static readonly string Moved = PopulationFixtures.Post.Replace("196408233234", "196408833231", StringComparison.Ordinal);

    [Fact]
    public void Navet_xml_counts_each_reason_and_adds_up()
    {
        string[] posts =
        [
            PopulationFixtures.Post,
            PopulationFixtures.Post, // the same person again
            Moved.Replace("<KommunKod>82</KommunKod>", "<KommunKod>80</KommunKod>", StringComparison.Ordinal),
            Moved.Replace("</PersonId>", "</PersonId><Avregistrering><AvregistreringsorsakKod>UV</AvregistreringsorsakKod></Avregistrering>", StringComparison.Ordinal),
            Moved.Replace("<SkyddadFolkbokforing/>", "<SkyddadFolkbokforing>J</SkyddadFolkbokforing>", StringComparison.Ordinal),
            "<Folkbokforingspost><Personpost><PersonId><PersonNr>196408233234</PersonNr></PersonId></Personpost></Folkbokforingspost>",
        ];
        Assert.Equal("read 6 used 1 deregistered=1 duplicate=1 not-placeable=2 other-municipality=1", Books("navet.xml", PopulationFixtures.Delivery(posts)));
    }

    [Fact]
    public void Term_coded_spar_and_table_extracts_of_one_person_use_one_row()
    {
        Assert.Equal("read 1 used 1", Books("navet.txt", PopulationFixtures.Terms));
        Assert.Equal("read 1 used 1", Books("navet.txt", Encoding.Latin1.GetBytes(PopulationFixtures.Terms)));
        Assert.Equal("read 1 used 1", Books("kir.csv", "Pers-Nr;Kommun Kod;FASTIGHETSBETECKNING;Folkbokföringsadress;Post nr\n640823-3234;2482;TESTBYN 1:2;TESTVÄGEN 1;931 00\n"));
        Assert.Equal("read 1 used 1", Books("kir.csv", Encoding.Latin1.GetBytes("PERSONNUMMER\tLKF\tGatuadress\n196408233234\t248201\tTESTVÄGEN 1\n")));
    }

    [Theory]
    [InlineData("0980", "980", "other-municipality=0")]
    [InlineData("0980", "0980", "other-municipality=0")]
    [InlineData("0980", "098001", "other-municipality=0")]
    [InlineData("0980", "98001", "other-municipality=0")]
    [InlineData("0980", "2482", "other-municipality=1")]
    [InlineData("0980", "GOTLAND", "other-municipality=0")] // a name says no code, and the row counts
    public void A_code_that_lost_its_zeros_is_still_the_municipality(string asked, string written, string left)
    {
        using Workshop workshop = Of("kir.csv", $"adress;kommunkod\nA 1;{written}\nB 1;{asked}\n", asked);
        InputFile file = Residents(workshop.Import().Files);
        Assert.Equal(left, $"other-municipality={file.LeftOut.GetValueOrDefault("other-municipality")}");
    }

    [Fact]
    public void Aggregated_rows_count_as_many_persons_as_they_say_and_a_persons_row_counts_one()
    {
        Assert.Equal(7, Persons("adress;antal\nA 1;3\nB 1;4\n"));
        Assert.Equal(0, Persons("adress;antal\nA 1;0\nB 1;0\n"));
        Assert.Equal(3, Persons("adress;antal\nA 1;-2\nB 1;<5\nC 1;0.4\n")); // marks and means stand for somebody
        Assert.Equal(2, Persons("personnummer;adress;antal\n196408233234;A 1;3\n196408833231;B 1;4\n")); // here it is the household's size

        static long Persons(string table)
        {
            using Workshop workshop = Of("kir.csv", table);
            return workshop.Import().Registrations.Persons;
        }
    }

    [Fact]
    public void Of_two_rows_of_one_person_the_newest_counts_whatever_their_order()
    {
        string[] rows = ["640823-3234;A 1;2015-01-01", "196408233234;B 1;20260901", "640823-3234;C 1;2020-01-01"];
        foreach (int[] order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 0, 2]])
        {
            Assert.Equal(["B 1"], Left("personnummer;adress;folkbokforingsdatum\n" + string.Join('\n', order.Select(i => rows[i]))));
        }

        // Undated: the same row stays in either order.
        Assert.Equal(Left("personnummer;adress\n640823-3234;B 1\n640823-3234;A 1\n"), Left("personnummer;adress\n640823-3234;A 1\n640823-3234;B 1\n"));

        static string[] Left(string table)
        {
            using Workshop workshop = Of("kir.csv", table);
            Registrations registrations = workshop.Import().Registrations;
            return [.. Enumerable.Range(0, registrations.Count).Where(i => registrations[i].Persons > 0).Select(i => registrations[i].AddressText.ToString())];
        }
    }

    [Fact]
    public void Of_two_records_of_one_person_the_newest_registration_counts_in_every_carrier()
    {
        // The old home comes second in the order of keys, so that only the date can decide: 2015 stays against 2010, and 2020 wins over 2015.
        foreach ((string day, string left) in (ReadOnlySpan<(string, string)>)[("20100101", "TESTVÄGEN 1"), ("20200101", "ANNANVÄGEN 2"), ("2016", "ANNANVÄGEN 2"), ("201412", "TESTVÄGEN 1"), ("0", "TESTVÄGEN 1")])
        {
            string other(string record) => record.Replace("20150101", day, StringComparison.Ordinal).Replace("TESTVÄGEN 1", "ANNANVÄGEN 2", StringComparison.Ordinal);
            string dated = PopulationFixtures.Terms.Replace("#UP 01022", "#UP 01021 20150101\n#UP 01022", StringComparison.Ordinal).Replace("#ANTAL_POSTER 1", "#ANTAL_POSTER 2", StringComparison.Ordinal);
            int from = dated.IndexOf("#POST_START", StringComparison.Ordinal);
            int to = dated.IndexOf("#DATA_SLUT", StringComparison.Ordinal);
            string person = dated[from..to];
            string spar = PopulationFixtures.SparPost;
            foreach (bool turned in (bool[])[false, true])
            {
                string[] Two(string record) => turned ? [other(record), record] : [record, other(record)];
                Assert.Equal([left], Left("navet.xml", PopulationFixtures.Delivery(Two(PopulationFixtures.Post))));
                Assert.Equal([left], Left("navet.txt", dated[..from] + string.Concat(Two(person)) + dated[to..]));
                Assert.Equal([left], Left("spar.xml", PopulationFixtures.SparDelivery(Two(spar))));
                Assert.Equal([left], Left("kir.csv", "personnummer;folkbokföringsdatum;adress\n" + string.Concat(Two("196408233234;20150101;TESTVÄGEN 1\n"))));
            }
        }

        static string[] Left(string file, string text)
        {
            using Workshop workshop = Of(file, text);
            Registrations registrations = workshop.Import().Registrations;
            return [.. Enumerable.Range(0, registrations.Count).Where(i => registrations[i].Persons > 0).Select(i => registrations[i].AddressText.ToString())];
        }
    }

    [Fact]
    public void A_person_in_two_files_counts_once()
    {
        using Workshop workshop = Of("a.csv", "personnummer;adress\n196408233234;A 1\n").With("residents", "b.csv", "personnummer;adress\n640823-3234;A 1\n196408833231;A 1\n");
        Imported inputs = workshop.Import();
        Assert.Equal(["1 1", "2 1"], inputs.Files.Where(f => f.Type == "residents").Select(f => $"{f.Read} {f.Used}"));
        Assert.Equal(2, inputs.Registrations.Persons);
    }

    [Theory]
    [InlineData("sekretess;skyddad_folkbokforing", "N;J")]
    [InlineData("sekretess;skyddad_folkbokforing", ";1")]
    [InlineData("sekretessmarkering;skyddad", "J;N")]
    [InlineData("skydd;x", "2024-05-01;")]
    public void A_mark_in_any_column_protects_the_row(string header, string marks)
    {
        Assert.Equal("read 2 used 1 not-placeable=1", Books("kir.csv", $"adress;{header}\nA 1;{marks}\nB 1;N;\n"));
    }

    [Fact]
    public void A_protected_row_with_an_address_makes_that_home_registered_and_is_counted_with_the_unplaceable()
    {
        // The row's dwelling key leads nowhere, for there is no dwelling register; its address does lead to a house.
        using Workshop workshop = Of("kir.csv", "lagenhetsid;adress;sekretess;antal\n;Exempelgatan 2;;8\n770000001;Exempelgatan 1;J;1\n;;;1\n");
        Results results = Pipeline.Analyse(workshop.Load(), new Run());
        Assert.Equal([Status.Registered, Status.Registered], results.Flags.Status);
        Assert.Equal("read 3 used 1 not-placeable=2", Books(Residents(results.Books.Files)));
    }

    [Fact]
    public void Protected_rows_that_lead_nowhere_are_not_told_apart_by_any_notice()
    {
        Run run = new();
        using Workshop workshop = Of("kir.csv", "adress;sekretess;antal\nExempelgatan 1;;1\nNågon annanstans 17;J;1\n");
        Pipeline.Analyse(workshop.Load(), run);
        Assert.DoesNotContain("withheld_keys_lead_nowhere", run.Notices.Counts.Keys);
    }

    [Theory]
    [InlineData("fiktivtnr", "12")]
    [InlineData("x", "")]
    public void A_fictitious_property_places_nobody(string column, string value)
    {
        bool placed = value.Length == 0;
        Assert.Equal(
            placed ? "read 2 used 2" : "read 2 used 1 not-placeable=1",
            Books("kir.csv", $"fastighetsbeteckning;{column};adress\nTESTBYN 1:2;{value};\n;;A 1\n"));
    }

    [Theory]
    [InlineData("PÅ KOMMUNEN SKRIVEN")]
    [InlineData("På kommunen skriven")]
    [InlineData("UTAN KÄNT HEMVIST")]
    [InlineData("BOX 12")]
    public void Words_for_nowhere_are_no_address(string words) => Assert.Equal("read 2 used 1 not-placeable=1", Books("kir.csv", $"adress;antal\n{words};1\nA 1;1\n"));

    [Theory]
    [InlineData("BOX 12, EXEMPELVÄGEN 7", "EXEMPELVÄGEN 7")]
    [InlineData("Box 12 Exempelvägen 7", "Exempelvägen 7")]
    [InlineData("Poste restante, Exempelvägen 7", "Exempelvägen 7")]
    [InlineData("BOX 12, NYGÅRDEN, 931 92 EXEMPELSTAD", "NYGÅRDEN, 931 92 EXEMPELSTAD")]
    [InlineData("BOX 12, 931 30 EXEMPELSTAD", "")]
    [InlineData("BOX 123", "")]
    public void The_street_behind_a_box_is_the_address(string written, string read)
    {
        using Workshop workshop = Of("kir.csv", $"adress;fastighetsbeteckning\n\"{written}\";EXEMPELBY 1:1\n");
        Assert.Equal(read, workshop.Import().Registrations![0].AddressText.ToString());
    }

    [Fact]
    public void An_extract_without_one_usable_row_is_refused_and_says_why()
    {
        using Workshop elsewhere = Of("kir.csv", "adress;kommunkod\nA 1;2480\n", "2482");
        Assert.Contains("another municipality", elsewhere.Refused(), StringComparison.Ordinal);
        using Workshop nobody = Of("kir.csv", "adress;antal\n;1\n");
        Assert.Contains("no row can be used", nobody.Refused(), StringComparison.Ordinal);
        using Workshop noKeys = Of("kir.csv", "personnummer;namn\n196408233234;Exempel\n");
        Assert.Contains("carry a link", noKeys.Refused(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exempel", noKeys.Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("building\nh1\n")]
    [InlineData("h1\n")] // no header
    [InlineData("note;key\nsee file 7;H1\n")]
    [InlineData("address\nExempelgatan 1\n")]
    [InlineData("a;b\n;EXEMPELBY 1:1\n")]
    [InlineData("a2\nExempelgatan 1;h2;h1\n")] // more cells than headings
    [InlineData("gata;nr\nExempelgatan;1\n")]
    [InlineData("Exempelgatan;1\n")] // no header
    [InlineData("trakt;block;enhet\nEXEMPELBY;1;1\n")]
    [InlineData("key\nurn:uuid:h1\n")]
    [InlineData("key\nbyggnad:h1\n")]
    public void A_withheld_key_is_followed_from_any_column_with_or_without_header(string list)
    {
        using Workshop workshop = Of("kir.csv", "adress;antal\nExempelgatan 2;1\n").With("withheld", "withheld.csv", list);
        Results results = Pipeline.Analyse(workshop.Load(), new Run());
        Assert.Equal(Status.Registered, results.Flags.Status[0]);
        InputFile file = results.Books.Files.Single(f => f.Type == "withheld");
        Assert.Null(file.Sha256);
    }

    /// <summary>A town or a name beside a key leads nowhere by itself, and an officer who is told so of every row reads it no more. A key that leads nowhere is told all the same.</summary>
    [Theory]
    [InlineData("adress;postnr;ort;namn\nExempelgatan 1;931 00;ORT;Exempelnamn\n", 0)]
    [InlineData("gata;nr;ort\nExempelgatan;1;ORT\n", 0)]
    [InlineData("adress;ort\nOkända vägen 77;ORT\n", 1)]
    [InlineData("gata;nr;ort\nOkända vägen;77;ORT\n", 1)]
    [InlineData("adress;fastighet\nExempelgatan 1;OKÄND 7:7\n", 1)]
    [InlineData("ort;namn\nORT;Exempelnamn\n", 1)]
    public void An_officer_is_told_of_rows_and_of_keys_that_lead_nowhere_and_not_of_what_stands_beside_them(string list, int told)
    {
        using Workshop workshop = Of("kir.csv", "adress;antal\nExempelgatan 2;1\n").With("withheld", "withheld.csv", list);
        Run run = new();
        Pipeline.Analyse(workshop.Load(), run);
        Assert.Equal(told, run.ForOfficer.Counts.GetValueOrDefault("withheld_keys_lead_nowhere"));
    }

    private static Workshop Of(string name, string text, string? municipality = null) => Of(name, Encoding.UTF8.GetBytes(text), municipality);

    private static Workshop Of(string name, byte[] bytes, string? municipality = null)
    {
        Workshop workshop = new Workshop().With("residents", name, bytes);
        workshop.Members += municipality is null ? "" : $"\"municipality\": \"{municipality}\",";
        return workshop;
    }

    private static InputFile Residents(IReadOnlyList<InputFile> files) => files.First(f => f.Type == "residents");

    private static string Books(string name, string text) => Books(name, Encoding.UTF8.GetBytes(text));

    private static string Books(string name, byte[] bytes)
    {
        using Workshop workshop = Of(name, bytes, "2482");
        return Books(Residents(workshop.Import().Files));
    }

    private static string Books(InputFile file)
    {
        Assert.Equal(file.Read, file.Used + file.LeftOut.Sum(l => l.Value));
        Assert.All(file.LeftOut, l => Assert.Contains(l.Key, Reasons));
        return string.Join(' ', (string[])[$"read {file.Read} used {file.Used}", .. file.LeftOut.Where(l => l.Value > 0).Select(l => $"{l.Key}={l.Value}").Order(StringComparer.Ordinal)]);
    }
}
