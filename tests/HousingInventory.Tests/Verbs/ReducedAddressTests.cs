using HousingInventory.Diagnostics;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Tests.Support;
using HousingInventory.Verbs;

namespace HousingInventory.Tests.Verbs;

/// <summary>What a population extract holds in its address column besides addresses, and that none of it leaves.</summary>
public sealed class ReducedAddressTests
{
    private static readonly string[] Names = ["HROSKVAK FNUXANDIX", "Tjoxsvez Xandyx", "Fnuxandix-Quelhrosk", "quelhrosk fnux"];

    // {0} stands for a name, {1} for an address with its number.
    private static readonly string[] Forms =
    [
        "C/O {0} {1}", "c/o {0}, {1}", "C/O: {0} {1}", "C/O{0} {1}", "{1} c/o {0}", "{1}, c/o {0}", "{0} c/o {1}", "{0}\n{1}", "{0}, {1}", "{1}, {0}", "{1} {0}", "{0} {1}",
        "Dödsboet efter {0}, {1}", "Dödsbo {0} {1}", "DBO {0}, {1}", "{0}s dödsbo, {1}", "{0} dbo {1}", "{1} ({0})", "{1} - {0}", "{1}; {0}", "{1} | {0}", "{1}/{0}", "hos {0}, {1}",
        "Att: {0}, {1}", "{1} att {0}", "{1} (640826-3231)", "640826-3231 {1}", "{1}, 196408263231", "{1} tel 070-123 45 67 {0}", "{1}, {0}@exempel.se", "God man: {0}, {1}", "{0} gm {0} {1}",
        "{1} lgh 1102 {0}", "{1} 2 tr {0}", "{1} lgh 1102, {0}", "{1} nb {0}", "{1}, 931 30 SKELLEFTEÅ, {0}", "{0}, {1}, 931 30 SKELLEFTEÅ", "Familjen {0}, {1}", "Fam {0} {1}", "{1} uppg B {0}",
        "{1} (f. 1964-08-26) {0}", "Box 12, {0}, {1}", "{0} Box 12 {1}", "Villa {0}, {1}", "{1} [{0}]", "\"{0}\" {1}", "{1}\t{0}", "Stärbhuset efter {0} {1}", "Förvaltare {0}, {1}",
    ];

    public static TheoryData<string> Addresses => ["Storgatan 5", "Norra Kungsvägen 12 B", "Bergsbyn 7", "Karl Johans gata 3"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Of_two_hundred_forms_the_address_is_left_and_never_a_name_or_a_number(string address)
    {
        // 50 forms of 4 addresses.
        Assert.Equal(50, Forms.Length);
        int kept = 0;
        for (int i = 0; i < Forms.Length; i++)
        {
            string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Forms[i], Names[i % Names.Length], address);
            string said = PlainAddress.Of(text) ?? "";
            foreach (string trace in (string[])["HROSK", "FNUX", "TJOX", "XANDY", "QUEL", "640826", "3231", "1964", "070", "EXEMPEL"])
            {
                Assert.False(said.Contains(trace, StringComparison.OrdinalIgnoreCase), $"{trace} of '{text}' is left in '{said}'");
            }

            kept += said.Replace(" ", "", StringComparison.Ordinal).Equals(address.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        // A street by its kind is told from names; one of two words, or a village, beside a name mostly is not, and then nothing is said.
        Assert.True(kept >= (address.StartsWith("Karl", StringComparison.Ordinal) ? 30 : 40), $"{kept} of 50 kept for {address}");
    }

    [Theory]
    [InlineData("STORGATAN 5", "STORGATAN 5")]
    [InlineData("storgatan 5a lgh 1102", "STORGATAN 5A")]
    [InlineData("Storgatan 5 A, 2 tr", "STORGATAN 5A")]
    [InlineData("STORGATAN 12-14", "STORGATAN 12-14")]
    [InlineData("Storgatan 7 och 9", "STORGATAN 7 OCH 9")]
    [InlineData("Ö. Storgatan 5", "Ö STORGATAN 5")]
    [InlineData("S:t Eriksgatan 5", "S:T ERIKSGATAN 5")]
    [InlineData("Olof Palmes gata 5", "OLOF PALMES GATA 5")]
    [InlineData("Kungens väg 5 UH 1", "KUNGENS VÄG 5 UH 1")]
    [InlineData("Storgatan5", "STORGATAN 5")]
    [InlineData("5 Storgatan", "STORGATAN 5")]
    [InlineData("Norra Innervik 12:1", "NORRA INNERVIK 12:1")]
    [InlineData("Kusmark 3", "KUSMARK 3")]
    [InlineData("Bygatan", "BYGATAN")]
    [InlineData("Storbyn Norrgården", "STORBYN NORRGÅRDEN")]
    [InlineData("STORGATAN 5 UPPG B", "STORGATAN 5B")]
    [InlineData("Storgatan 12 t.o.m. 16", "STORGATAN 12-16")]
    [InlineData("Storgatan 12 till 16", "STORGATAN 12-16")]
    [InlineData("Storgatan 12, 14 och 16", "STORGATAN 12 OCH 14 OCH 16")]
    [InlineData("Storgatan 12 samt 14", "STORGATAN 12 OCH 14")]
    [InlineData("Storgatan 12 eller 14, 2 tr", "STORGATAN 12 OCH 14")]
    [InlineData("Storgatan 20A och B", "STORGATAN 20A OCH B")]
    [InlineData("Storgatan 20A och K Fnux", "STORGATAN 20A")]
    [InlineData("Storgatan 12, 3 tr", "STORGATAN 12")]
    [InlineData("Storgatan 12, 3", "STORGATAN 12")]
    [InlineData("Förvaltare Quelhrosk, Storgatan 5 b.v.", "STORGATAN 5")]
    [InlineData("% Quelhrosk Fnux Storgatan 5", "STORGATAN 5")]
    [InlineData("Quelhrosk Fnux tel 070-1234567 Storgatan 5", "STORGATAN 5")]
    [InlineData("Andra Tvärgatan 4", "ANDRA TVÄRGATAN 4")]
    [InlineData("2:a Tvärgatan 4", "2:A TVÄRGATAN 4")]
    [InlineData("3:e Tvärgatan 4 lgh 1102", "3:E TVÄRGATAN 4")]
    [InlineData("2 Tvärgatan 4", "2 TVÄRGATAN 4")]
    [InlineData("Gla. Kyrkvägen 4", "GLA KYRKVÄGEN 4")]
    [InlineData("G Kyrkvägen 4", "G KYRKVÄGEN 4")]
    [InlineData("Dr. Westrings gata 4", "DR WESTRINGS GATA 4")]
    [InlineData("Kapten Bondes väg 4", "KAPTEN BONDES VÄG 4")]
    [InlineData("Storgatan 98 el 102", "STORGATAN 98 OCH 102")]
    [InlineData("Storgatan 4 A, B", "STORGATAN 4A OCH 4B")]
    [InlineData("Storgatan 4 T/H", "STORGATAN 4")]
    [InlineData("Quelhrosk G Kyrkvägen 4", "KYRKVÄGEN 4")]
    [InlineData("Dr Quelhrosk Kyrkvägen 4", "KYRKVÄGEN 4")]
    [InlineData("Dr Quelhrosk 4", null)]
    [InlineData("L Quelhrosk 4", null)]
    [InlineData("G Quelhrosk 4", null)]
    [InlineData("Quelhrosk Fnux", null)]
    [InlineData("Quelhrosk Fnux 12", null)]
    [InlineData("Karl Norrgård", null)]
    [InlineData("Box 12", null)]
    [InlineData("640826-3231", null)]
    [InlineData("070-123 45 67", null)]
    [InlineData("", null)]
    public void The_part_that_is_an_address(string text, string? expected) => Assert.Equal(expected, PlainAddress.Of(text));

    [Theory]
    [InlineData("Röda Kvarngatan 4", "RÖDA KVARNGATAN 4", "KVARNGATAN 4")]
    [InlineData("Röda Kvarng. 4", "RÖDA KVARNG 4", null)]
    [InlineData("R öda Kvarngatan 4 B", "R ÖDA KVARNGATAN 4B", "KVARNGATAN 4B")]
    [InlineData("Quelhrosk Röda Kvarngatan 4 och 6", "RÖDA KVARNGATAN 4 OCH 6", "KVARNGATAN 4 OCH 6")]
    [InlineData("c/o Quelhrosk Röda Kvarngatan 4", "RÖDA KVARNGATAN 4", "KVARNGATAN 4")]
    [InlineData("Norra Röda Kvarngatan 4", "RÖDA KVARNGATAN 4", "KVARNGATAN 4")]
    [InlineData("Quelhrosk Kvarngatan 4", "KVARNGATAN 4", "KVARNGATAN 4")]
    [InlineData("Väg 805 4", "VÄG 805 4", null)]
    [InlineData("Quelhrosk Fnuxböle 4", "FNUXBÖLE 4", null)]
    [InlineData("c/o Fnuxböle 4", null, null)]
    [InlineData("Fnux Böle 4", null, null)]
    [InlineData("Röda Kvarn gatan 4", "RÖDA KVARN GATAN 4", "KVARN GATAN 4")]
    [InlineData("Kalles Udde", "KALLES UDDE", null)]
    [InlineData("Quelhrosk Kalles Udde", null, null)]
    [InlineData("Quelhrosk Fnuxböle", null, null)]
    [InlineData("Fnuxböle", null, null)]
    public void With_the_address_register_its_names_are_kept_whole_and_nobodys(string text, string? expected, string? without)
    {
        string[] names = ["Röda Kvarngatan", "Kvarngatan", "Fnuxböle", "Kalles Udde", "Väg 805"];
        KnownNames known = new(names.Select(static name => new Address { Area = name }));
        Assert.Equal(expected, PlainAddress.Of(text, known));
        Assert.Equal(without, PlainAddress.Of(text));
    }

    [Fact]
    public void Homes_on_a_street_whose_first_word_could_be_a_name_are_told_apart_with_the_address_register()
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("kir.csv"), "personnummer;adress\n191212121212;Röda Kvarngatan 4\n196408233234;Quelhrosk Kvarngatan 4\n");
        File.WriteAllText(workshop.File("adresser.csv"), "gatunamn;nummer;x;y\nRöda Kvarngatan;4;790000;7190000\nKvarngatan;4;790100;7190000\n");
        Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), null, workshop.File("adresser.csv"), new Run());
        Assert.Equal([",,,KVARNGATAN 4,,,,,,1", ",,,RÖDA KVARNGATAN 4,,,,,,1"], File.ReadAllLines(workshop.File("red.csv"))[1..]);

        File.WriteAllText(workshop.File("empty.csv"), "gatunamn;nummer;x;y\n");
        InputException refused = Assert.Throws<InputException>(() =>
            Reducing.Reduce(workshop.File("kir.csv"), workshop.File("other.csv"), null, workshop.File("empty.csv"), new Run()));
        Assert.Contains("--addresses", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(workshop.File("other.csv")));
    }

    /// <summary>What stands in the register comes out of the extract: the extract itself, or another list of persons, would let their names out.</summary>
    [Theory]
    [InlineData("personnummer;gatunamn;nummer\n191212121212;Quelhrosk Kvarngatan;4\n", "personnummer")]
    [InlineData("Förnamn;gatunamn;nummer\nQuelhrosk;Kvarngatan;4\n", "Förnamn")]
    public void A_table_of_persons_is_no_address_register(string table, string column)
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("kir.csv"), "personnummer;adress\n191212121212;Quelhrosk Kvarngatan 4\n");
        File.WriteAllText(workshop.File("persons.csv"), table);
        InputException refused = Assert.Throws<InputException>(() =>
            Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), null, workshop.File("persons.csv"), new Run()));
        Assert.Contains($"has a column '{column}' and is a table of persons", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(workshop.File("red.csv")));
    }

    [Fact]
    public void Shifted_columns_are_refused_and_nothing_is_written()
    {
        using Workshop workshop = new();
        File.WriteAllText(workshop.File("kir.csv"), """
            Personnummer;Förnamn;Efternamn;Kommunkod;Fastighetsbeteckning;Adress;Sekretess
            2482;PÅ KOMMUNEN;x;2482;191212121212;KARL KARLSSON;
            2482;x;y;2482;EVA EVASSON;191212121212;J
            """);
        InputException refused = Assert.Throws<InputException>(() => Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), workshop.File("wh.csv"), null, new Run()));
        Assert.Contains("shifted", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1912", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(workshop.File("red.csv")) || File.Exists(workshop.File("wh.csv")));
    }

    [Theory]
    [InlineData("adressplats_uuid", "196408233234")]
    [InlineData("adressplats_uuid", "Quelhrosk")]
    [InlineData("adressplats_uuid", "Quel hrosk 1")]
    [InlineData("adressplats_uuid", "b0000000-0000-4000-8000-00000000000")]
    [InlineData("postnr", "Quelhrosk")]
    [InlineData("postnr", "196408233234")]
    [InlineData("lgh", "Quelhrosk")]
    [InlineData("postort", "196408233234")]
    [InlineData("adress", "196408233234")]
    [InlineData("adress", "Storgatan\u00855")]
    [InlineData("fastighetsbeteckning", "640823-3234")]
    public void A_row_with_what_is_no_key_counts_without_a_place_and_is_named(string column, string value)
    {
        using Workshop workshop = new();
        string[] header = ["adressplats_uuid", "adress", "postnr", "postort", "fastighetsbeteckning", "lgh"];
        string[] good = ["a0000000-0000-4000-8000-000000000001", "Storgatan 1", "93130", "SKELLEFTEÅ", "BÄCKEN 1:1", "1001"];
        string bad = string.Join(';', header.Select((h, i) => h == column ? value : good[i]));
        File.WriteAllLines(workshop.File("kir.csv"), [string.Join(';', header), .. Enumerable.Repeat(string.Join(';', good), 150), bad]);
        Reduction reduction = Reducing.Reduce(workshop.File("kir.csv"), workshop.File("red.csv"), null, null, new Run());
        string text = File.ReadAllText(workshop.File("red.csv"));
        Assert.Equal((151, 151, 2), (reduction.Read, reduction.Persons, reduction.Rows));
        // Rows are numbered as a spreadsheet shows them, headings first.
        Assert.Equal([152], reduction.Unreadable);
        Assert.DoesNotContain(value, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_NUL_between_lines_of_a_delivery_makes_the_record_unreadable()
    {
        using Workshop workshop = new();
        const string delivery = "#INFO_START\n#INFO_SLUT\n#DATA_START\n#POST_START\n#UP 01001 191212121212\n#UP 01033 BYGATAN 1\0#UP 01012 KARL\0#UP 01014 KARLSSON\n#UP 01022 24\n#UP 01023 82\n#POST_SLUT\n"
            + "#POST_START\n#UP 01033 BYGATAN 3\n#POST_SLUT\n#DATA_SLUT\n#FIL_SLUT\n";
        File.WriteAllText(workshop.File("navet.nav"), delivery);
        Reduction reduction = Reducing.Reduce(workshop.File("navet.nav"), workshop.File("red.csv"), null, null, new Run());
        string text = File.ReadAllText(workshop.File("red.csv"));
        Assert.Equal((2, 1), (reduction.Read, reduction.Rows));
        Assert.Equal([1], reduction.Unreadable);
        Assert.Contains("BYGATAN 3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KARL", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', text);
    }
}
