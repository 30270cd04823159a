using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>Further tables of each kind that people deliver: numbers that identify nobody, other words for nothing, days, municipalities, headings and encodings.</summary>
public sealed class FurtherTablesTests
{
    private const string Day = """, "extracted": "2026-11-02" """;

    [Theory]
    [InlineData("19640823K")] // born and sex
    [InlineData("640823 M")]
    [InlineData("1964-08-23 kvinna")]
    [InlineData("Född 19640823")]
    [InlineData("f. 640823")]
    [InlineData("23 augusti 1964")]
    [InlineData("1964-aug-23")]
    [InlineData("1964")]
    [InlineData("Kvinna 62 år")]
    [InlineData("K62")]
    [InlineData("19640823-32**")]
    [InlineData("640823-....")]
    [InlineData("640823-____")]
    [InlineData("640823-nnnn")]
    [InlineData("640823-yyyy")]
    [InlineData("19640823-????")]
    [InlineData("1,964E+11")]
    [InlineData("1.96408E11")]
    [InlineData("1,96408E 11")]
    [InlineData("1964082XXXXX")]
    [InlineData("196408230000.0")]
    [InlineData("640823.0")]
    [InlineData("19640823,00")]
    [InlineData("121212-1212")] // the specimen of every form
    [InlineData("19121212-1212")]
    [InlineData("Skyddad 1")]
    [InlineData("TF-nummer")]
    [InlineData("<dolt>")]
    [InlineData("#####")]
    public void A_number_that_several_may_share_drops_nobody(string number)
    {
        using Workshop workshop = Residents($"personnummer;folkbokforingsdatum;adress\n{number};2001-01-01;A 1\n{number};2002-01-01;B 1\n{number};2003-01-01;C 1\n");
        Assert.Equal(["A 1", "B 1", "C 1"], Living(workshop.Import()));
    }

    [Fact]
    public void A_number_that_many_rows_share_is_a_placeholder_and_drops_nobody()
    {
        // Nobody is registered in thirty places, and a pseudonym of the same person hardly in ten.
        foreach ((string number, int rows) in (ReadOnlySpan<(string, int)>)[("196408233234", 40), ("kund0001", 12)])
        {
            Run run = new();
            using Workshop workshop = Residents("personnummer;folkbokforingsdatum;adress\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"{number};20{i:00}-01-01;A {i}\n")));
            Assert.Equal(rows, workshop.Import(run).Registrations!.Persons);
            Assert.Contains(run.Notices.Samples, n => n is PersonNumbersShared notice && notice.Count == rows);
        }
    }

    [Theory]
    [InlineData("196408233234", "640823-3234")]
    [InlineData("19640823-3234", "196408233234.0")]
    [InlineData("19640823-3234", "'196408233234")]
    [InlineData("19640823-3234", "19640823 3234")]
    [InlineData("19640823-3234", "19640823–3234")]
    [InlineData("19640823-3234", "640823-3234 ")]
    public void A_whole_number_is_one_however_it_is_written(string one, string two)
    {
        using Workshop workshop = Residents($"personnummer;folkbokforingsdatum;adress\n{one};2001-01-01;A 1\n{two};2002-01-01;B 1\n");
        Assert.Equal(["B 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("00.00.0000")]
    [InlineData("00/00/0000")]
    [InlineData("0.0")]
    [InlineData("0,0")]
    [InlineData("00:00:00")]
    [InlineData("0:00")]
    [InlineData("1900-01-00 00:00")]
    [InlineData("00-jan-00")]
    [InlineData("1753-01-01")]
    [InlineData("1601-01-01T00:00:00Z")]
    [InlineData("1904-01-01")]
    [InlineData("1970-01-01")]
    [InlineData("1970-01-01 01:00:00")]
    [InlineData("2079-06-06")]
    [InlineData("2958465")] // 9999-12-31 as a spreadsheet counts days
    [InlineData("2958465.0")]
    [InlineData("253402300799000")] // and as milliseconds since 1970
    [InlineData("31-DEC-9999")]
    [InlineData("12/31/9999 11:59:59 PM")]
    [InlineData("9999-12-31T23:59:59.9999999")]
    [InlineData("9999")]
    [InlineData("2100-01-01")]
    [InlineData("Nej.")]
    [InlineData("-nej-")]
    [InlineData("nej (bor kvar)")]
    [InlineData("Bor kvar")]
    [InlineData("Kvarstår")]
    [InlineData("Aldrig")]
    [InlineData("Aktiv person")]
    [InlineData("Folkbokförd i kommunen")]
    [InlineData("Folkbokförd sedan 2001")]
    [InlineData("Registrerad")]
    [InlineData("Lever")]
    [InlineData("I livet")]
    [InlineData("t.v.")]
    [InlineData("Tills vidare.")]
    [InlineData("Pågår")]
    [InlineData("Ej känt datum")]
    [InlineData("Datum saknas")]
    [InlineData("Inget datum")]
    [InlineData("Finns ej")]
    [InlineData("Finns inte")]
    [InlineData("Ingen uppgift")]
    [InlineData("uppgift finns ej")]
    [InlineData("ej ifylld")]
    [InlineData("saknar uppgift")]
    [InlineData("saknas.")]
    [InlineData("(saknas)")]
    [InlineData("Tom")]
    [InlineData("tomt")]
    [InlineData("blank")]
    [InlineData("empty")]
    [InlineData("missing")]
    [InlineData("unknown")]
    [InlineData("not available")]
    [InlineData("none.")]
    [InlineData("'NULL'")]
    [InlineData("\"\"NULL\"\"")]
    [InlineData("DBNull")]
    [InlineData("<saknas>")]
    [InlineData("%null%")]
    [InlineData("#N/A N/A")]
    [InlineData("#VÄRDEFEL!")]
    [InlineData("#DIVISION/0!")]
    [InlineData("#NUM!")]
    [InlineData("#NAME?")]
    [InlineData("#FÄLT!")]
    [InlineData("Err:502")]
    [InlineData("*")]
    [InlineData("...")]
    [InlineData("!")]
    [InlineData("_")]
    [InlineData("\u00A0")]
    [InlineData("−")] // a minus
    [InlineData("\u200B")]
    [InlineData("Fel datum")]
    [InlineData("se anteckning")]
    public void Who_has_no_day_of_deregistration_still_lives_there(string said)
    {
        using Workshop workshop = Residents($"adress;avregistreringsdatum\nA 1;{Quoted(said)}\nB 1;\n");
        Assert.Equal(["A 1", "B 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("avregistreringsdatum", "2026-09-30T00:00:00+02:00")]
    [InlineData("avregistreringsdatum", "30 sept 2026")]
    [InlineData("avregistreringsdatum", "2026 09 30")]
    [InlineData("avregistreringsdatum", "avliden 2026-09-30")]
    [InlineData("avregistreringsdatum", "Utflyttad")]
    [InlineData("avregistreringsdatum", "Död")]
    [InlineData("avregistreringsdatum", "46295.0")]
    [InlineData("avregistreringsorsak", "Utvandrad")]
    [InlineData("avregistreringsorsak", "Okänd orsak")]
    [InlineData("avregistreringsorsakkod", "OB")]
    [InlineData("avregistreringsorsakkod", "3")]
    [InlineData("avregistrerad", "Ja")]
    [InlineData("avregistrerad", "1.0")]
    [InlineData("avregistrerad", "True")]
    public void Who_is_deregistered_is_known_by_day_by_cause_or_by_a_word(string column, string said)
    {
        using Workshop workshop = Residents($"adress;{column}\nA 1;{said}\nB 1;\n");
        Assert.Equal(["B 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("sekretess", "0.0")]
    [InlineData("sekretess", "0,0")]
    [InlineData("sekretess", "Nej.")]
    [InlineData("sekretess", "Öppen")]
    [InlineData("sekretess", "Ej aktuell")]
    [InlineData("sekretess", "Saknar skydd")]
    [InlineData("fiktivtnr", "0.0")]
    [InlineData("fiktivtnr", "Nej")]
    [InlineData("fiktivtnr", "N")]
    [InlineData("fiktivtnr", "False")]
    [InlineData("fiktivtnr", "-")]
    public void A_mark_that_says_no_hides_nobody(string column, string said)
    {
        using Workshop workshop = Residents($"adress;{column}\nA 1;{said}\nB 1;\n");
        Assert.Equal(["A 1", "B 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("Ja (2020)")]
    [InlineData("1.0")]
    [InlineData("Skyddad")]
    [InlineData("Kvarskrivning")]
    [InlineData("#")]
    [InlineData("?")]
    [InlineData("Okänt")]
    public void Any_other_mark_protects(string said)
    {
        using Workshop workshop = Residents($"adress;sekretess\nA 1;{said}\nB 1;\n");
        Assert.Equal(["B 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("01/09/2026 08:15", "31/08/2026 08:15")]
    [InlineData("2026.09.01", "2026.08.31")]
    [InlineData("2026/09/01", "2026/08/31")]
    [InlineData("01-09-2026", "31-08-2026")]
    [InlineData("01-SEP-26", "31-AUG-26")]
    [InlineData("2026-W36", "2026-W35")]
    [InlineData("1 september, 2026", "31 augusti, 2026")]
    [InlineData("tisdag 1 september 2026", "måndag 31 augusti 2026")]
    [InlineData("20260901T000000", "20260831T000000")]
    [InlineData("1788220800", "1788134400")] // seconds since 1970: 20,697 and 20,696 days
    [InlineData("1788220800000", "1788134400000")]
    public void The_newer_registration_counts_or_both_stand(string newer, string older)
    {
        // What cannot be read must not make the newer home look empty.
        using Workshop workshop = Residents($"personnummer;adress;folkbokforingsdatum\n196408233234;Old 1;{older}\n196408233234;New 1;{newer}\n");
        Assert.Contains("New 1", Living(workshop.Import()));
    }

    [Theory]
    [InlineData("2480,00", true)]
    [InlineData("kommun 2480", true)]
    [InlineData("Umeå (AC)", true)]
    [InlineData("Umeå/2480", true)]
    [InlineData("2480 Umeå kommun", true)]
    [InlineData("2480-Umeå", true)]
    [InlineData("UMEA", true)]
    [InlineData("UmeÃ¥", true)]
    [InlineData("Ume?", true)]
    [InlineData("Umea\u030A", true)]
    [InlineData("24 80", true)]
    [InlineData("24.80", true)]
    [InlineData("24:80", true)]
    [InlineData("SE-2480", true)]
    [InlineData("SE/2480", true)]
    [InlineData("AC2480", true)]
    [InlineData("'2480", true)]
    [InlineData("24800000", true)]
    [InlineData("248009", true)]
    [InlineData("Umeå kn", true)]
    [InlineData("Kommunen Umeå", true)]
    [InlineData("Umeås kommun", true)]
    [InlineData("2480 ", true)]
    [InlineData("2482 Skellefteå", false)]
    [InlineData("Skellefte\u00E5", false)]
    [InlineData("SKELLEFTEA KOMMUN", false)]
    [InlineData("2482.00", false)]
    [InlineData("AC2482", false)]
    public void A_municipality_is_read_however_it_is_written(string written, bool elsewhere)
    {
        using Workshop workshop = Residents($"adress;kommun\nA 1;{written}\nB 1;2482\n");
        workshop.Members += "\"municipality\": \"2482\", ";
        Assert.Equal(elsewhere ? ["B 1"] : ["A 1", "B 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("Adress;Bostadsadress", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;Folkbokf.adress", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;Folkbokf adr", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;FBF_ADRESS", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress (post);Adress (folkbokföring)", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;Folkbokföringsgatuadress", "BOX 1;Exempelgatan 1")]
    [InlineData("Utdelningsadress;Folkbokförings-adress", "BOX 1;Exempelgatan 1")]
    [InlineData("SP_Utdelningsadress2;FB_Utdelningsadress2", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;Folkbokforingsadress_Utdelningsadress2", "BOX 1;Exempelgatan 1")]
    [InlineData("Särskild postadress;Adress", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;Folkbokföringsadress;Folkbokföringspostnr", "BOX 1;Exempelgatan 1;93131")]
    [InlineData("Postadress;Hemadress", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;Registrerad adress", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;FolkbokfÃ¶ringsadress", "BOX 1;Exempelgatan 1")]
    [InlineData("ADRESS;FOLKBOKF?RINGSADRESS", "BOX 1;Exempelgatan 1")]
    [InlineData("Adress;Besöksadress", "BOX 1;Exempelgatan 1")]
    public void Where_somebody_is_registered_goes_before_where_letters_are_sent(string heads, string row)
    {
        using Workshop workshop = Residents($"{heads}\n{row}\n");
        Assert.Equal(["Exempelgatan 1"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-15")]
    [InlineData("iso-8859-4")]
    [InlineData("windows-1257")]
    [InlineData("IBM865")]
    [InlineData("IBM00858")]
    [InlineData("IBM437")]
    [InlineData("x-mac-icelandic")]
    public void Text_is_read_in_whatever_encoding(string name)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] table = encoding.GetBytes("adress;postort;antal\nÖstra Ågärdsvägen 5;SKELLEFTEÅ;1\nBjörnvägen 7;KÅGE;1\n");
        using Workshop workshop = new Workshop().With("residents", "r.csv", table, Day);
        Assert.Equal(["Björnvägen 7", "Östra Ågärdsvägen 5"], Living(workshop.Import()));
    }

    [Theory]
    [InlineData("x-IA5-Swedish", "adress;antal\nBj|rnv{gen 7;1\n]sv{gen 5;1\n")]
    [InlineData("cp850 taken for Windows-1252", "adress;antal\nBj”rnv„gen 7;1\n\u008Fsv„gen 5;1\n")]
    [InlineData("Mac Roman taken for Windows-1252", "adress;antal\nBjšrnvŠgen 7;1\n\u0081svŠgen 5;1\n")]
    [InlineData("Windows-1252 taken for cp850", "adress;antal\nBj÷rnvõgen 7;1\n┼svõgen 5;1\n")]
    [InlineData("Windows-1252 taken for Mac Roman", "adress;antal\nBjˆrnv‰gen 7;1\n≈sv‰gen 5;1\n")]
    [InlineData("Windows-1252 taken for Cyrillic", "adress;antal\nBjцrnvдgen 7;1\nЕsvдgen 5;1\n")]
    [InlineData("UTF-8 taken for cp850", "adress;antal\nBj├Ârnv├ñgen 7;1\n├àsv├ñgen 5;1\n")]
    [InlineData("UTF-8 taken for Mac Roman", "adress;antal\nBj√∂rnv√§gen 7;1\n√Ösv√§gen 5;1\n")]
    [InlineData("UTF-8 twice taken for Windows-1252", "adress;antal\nBjÃƒÂ¶rnvÃƒÂ¤gen 7;1\nÃƒâ€¦svÃƒÂ¤gen 5;1\n")]
    [InlineData("HTML", "adress;antal\n\"Bj&ouml;rnv&auml;gen 7\";1\n\"&Aring;sv&auml;gen 5\";1\n")]
    public void Homes_of_those_whose_letters_were_damaged_are_registered(string how, string table)
    {
        using Workshop workshop = Residents(table).With("addresses", "a.csv", "address_id;adress;e;n\na1;Björnvägen 7;700006;7200005\na2;Åsvägen 5;700106;7200005\n", """, "crs": "EPSG:3006" """);
        Assert.True(workshop.RunInto("out")["statuses"]!["registered"]!.GetValue<int>() == 2, how);
    }

    [Theory]
    [InlineData("Uttag 2026-11-01\nadress;antal\nA 1;1\nB 1;2\n")]
    [InlineData("\n\nadress;antal\nA 1;1\nB 1;2\n")]
    [InlineData("Befolkning;;;\nKälla: Skatteverket;;;\n;;;\nadress;antal;;\nA 1;1;;\nB 1;2;;\n")]
    [InlineData("sep=;\nadress;antal\nA 1;1\nB 1;2\n")]
    [InlineData("\"Uttag; november 2026\"\nadress;antal\nA 1;1\nB 1;2\n")]
    [InlineData("# exporterad av KIR\n# 2026-11-01\nadress;antal\nA 1;1\nB 1;2\n")]
    [InlineData("Sida 1 av 1\r\n\r\nAdress;Antal\r\nA 1;1\r\nB 1;2\r\n")]
    [InlineData("Antal personer per adress\nadress;antal\nA 1;1\nB 1;2\n")]
    [InlineData("Listan omfattar:;\n2 adresser;\n3 personer;\n\nadress;antal\nA 1;1\nB 1;2\n")]
    public void A_title_of_any_form_is_passed_over(string table)
    {
        using Workshop workshop = Residents(table);
        Imported inputs = workshop.Import();
        Assert.Equal((3, 2), (inputs.Registrations!.Persons, inputs.Files.Single(f => f.Type == "residents").Read));
    }

    [Theory]
    [InlineData("Xandyx Tjoxsvez;Quelhrosk;Storgatan 5;Skellefteå\nZor Fnux;Nrix;Nygatan 1;Umeå\n")]
    [InlineData("Xandyx Tjoxsvez,Storgatan\nZor Fnux,Nygatan\n")]
    [InlineData("adress?;Xandyx Tjoxsvez\nZor Fnux;Nygatan\n")]
    [InlineData("1;Xandyx;K\n2;Zor;M\n")]
    [InlineData("Fru Xandyx|Mora\nHerr Zor|Orsa\n")]
    public void Of_a_list_without_headings_no_value_is_told(string list)
    {
        using Workshop workshop = new Workshop().With("residents", "list.csv", list, Day + """, "columns": { "address": "adress" } """);
        Assert.DoesNotContain("andyx", workshop.Refused(), StringComparison.Ordinal);
        Assert.DoesNotContain("andyx", HousingInventory.Verbs.Inspecting.Inspect(workshop.File("list.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kontakta\u2009inte", "do-not-contact")]
    [InlineData("kontakta  ej", "do-not-contact")]
    [InlineData("A\u0308GAREN TACKAR NEJ.", "declined")]
    [InlineData("\"Ägaren tackar nej\"", "declined")]
    [InlineData("Ägaren tackar nej\u200B", "declined")]
    [InlineData("Ägaren\ttackar nej", "declined")]
    [InlineData("Ã„garen tackar nej", "declined")]
    [InlineData("Agaren tackar nej", "declined")]
    [InlineData("do_not_contact", "do-not-contact")]
    [InlineData("Do Not Contact!", "do-not-contact")]
    [InlineData("saknas", "not-started")]
    [InlineData("-", "not-started")]
    public void A_state_is_understood_however_it_is_typed(string written, string state)
    {
        using Workshop workshop = new Workshop().With("followup", "f.csv", $"ref;state\nABCDEF;{written}\n");
        Assert.Equal(state, Term.Of(Assert.Single(workshop.Import().FollowUps).State).Key);
    }

    [Theory]
    [InlineData("2026-07-05T00:00:00", "5-7")]
    [InlineData("7-maj", "5-7")]
    [InlineData("7 maj", "5-7")]
    [InlineData("Jul-09", "7-9")]
    [InlineData("07-Sep", "7-9")]
    [InlineData("2012-10-01 00:00:00", "10-12")]
    [InlineData("2026/07/05", "5-7")]
    [InlineData("05.07.2026", "5-7")]
    [InlineData("5/7/2026", "5-7")]
    [InlineData("46208", "5-7")] // 2026-07-05 as a serial number
    [InlineData("41974", "12-14")] // 2014-12-01
    public void House_numbers_that_became_days_are_spans_again(string cell, string number)
    {
        using Workshop workshop = new Workshop().With("addresses", "a.csv", $"gatunamn;nummer;e;n\nExempelgatan;{cell};700006;7200005\n", """, "crs": "EPSG:3006" """);
        Assert.Equal(number, Assert.Single(workshop.Import().Addresses).Number);
    }

    private static string Quoted(string text) => text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\"" : text;

    private static Workshop Residents(string table) => new Workshop().With("residents", "r.csv", table, Day);

    private static IEnumerable<string> Living(Imported inputs) => Enumerable.Range(0, inputs.Registrations!.Count).Where(i => inputs.Registrations[i].Persons > 0)
        .Select(i => inputs.Registrations[i].AddressText.ToString()).Order(StringComparer.Ordinal);
}
