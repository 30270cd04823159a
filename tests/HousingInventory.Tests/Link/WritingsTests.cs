using System.Globalization;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Tests.Support;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>
/// What written addresses and designations are read as, held against files that a person has read: every word that stands before, in or behind an address in each of
/// these places, lists and spans with each of their signs, slips at each letter, letters damaged by each encoding, and designations as lists write them.
/// </summary>
public sealed class WritingsTests
{
    private const string Before =
        "1:A 2:A 3:E 1:sta 10:E 19:E ANDRA ARTONDE D:R DJE DOKTOR DR DRA ELFTE FEMTE FEMTONDE FJORTONDE FJÄRDE FÖRSTA G G:A GAMLA GLA GML I II III IV IX KAPT KAPTEN KH KYRKOHERDE L L:A LA LILLA "
        + "M MELLERSTA MELLAN N N:A NEDRE NIONDE NITTONDE NORRA NORR NRA NY NYA PROF PROFESSOR S S:A S:T S:TA SANKT SANKTA SDRA SEXTONDE SJUNDE SJUTTONDE SJÄTTE ST ST:A STA STORA SÖDRA SÖDER TIONDE "
        + "TJUGONDE TOLFTE TREDJE TRETTONDE V V:A VI VII VIII VÄSTRA VÄSTER X XI XII ÅTTONDE Ö Ö:A ÖSTRA ÖSTER ÖVRE ÖVERSTA INRE YTTRE BORTRE HITRE";

    private const string Ends =
        "ALL ALLE ALLÉ ALLÉN ALLEN BACK BACKE BACKEN ESPL ESPLANAD ESPLANADEN G G. GAT GATA GATAN GD GR GR. GRD GRÄND GRÄNDEN GT GTN GÅRD GÅRDEN KAJ KAJEN LED LEDEN PARK PARKEN PL PLAN PLANEN PLATS "
        + "PLATSEN RG RING RINGEN SG ST STG STIG STIGEN STR STRAND STRANDEN STRÄDE STRÄDET STRÅK STRÅKET SV T TG TORG TORGET V V. VG VGN VÄG VÄGEN BADET BERGET BRINK BRINKEN BRON BY BYN BÅGEN DALEN HAGEN "
        + "HAMNEN HEDEN HÖJDEN KROKEN KULLEN LIDEN LUNDEN LÅNGAN MOSSEN NÄSET PROMENADEN SKOGEN SLINGAN SPÅRET SUNDET SVÄNGEN TOPPEN TORPET TRÄSKET TÄPPAN UDDEN VIKEN VRETEN ÄNGEN";

    private const string Around =
        "# % + - & * _ ADR ADR: ADRESS ADRESS: AND ATT ATT: ATTN ATTN: B B/V B.V. BESÖKSADRESS BESÖKSADRESS: BOSTAD BOSTAD: BOTTEN BOTTENVÅN BOTTENVÅNING BOTTENVÅNINGEN BOX BREVLÅDA BTV BV C C/O C/O: CO CO/ "
        + "CO: DB DBO DNR DOSSIE DÖDSBO DÖDSBOET ELLER ENTRÉ ENTRÉPLAN FACK FASTIGHET FASTIGHETEN FRITIDSHUS FRITIDSHUSET FRU FÖDD G/H GATUADR GATUADR: GATUADRESS GATUADRESS: GATUHUS GATUHUSET GATUNR GATUNUMMER "
        + "GATUPLAN GATUPLANET GH GM GÅRDSHUS GÅRDSHUSET H HEMADRESS HEMADRESS: HERR HOS HUS HUS-NR HUSNR HUSNUMMER HÖGER ID ING INGÅNG K K/V KOD KV KVARTERET KÄLLARE KÄLLAREN KÄLLARVÅN KÄLLARVÅNING KÄLLARVÅNINGEN "
        + "LANTBR LANTBREVLÅDA LBL LGH LGH-NR LGHNR LGHNUMMER LÄG LÄGENHET MARKPLAN MARKPLANET MOB MOBIL N/B N/V N:R N:R: NB NEDERVÅNING NEDERVÅNINGEN NO NO: NR NR: NRO NUM NUMMER N° Nº O OCH P PB PERSON PERSONNR "
        + "PERSONNUMMER PLÅDA PNR PO PORT PORTKOD POSTBOX POSTFACK POSTLÅDA REF RESP RESPEKTIVE RUM S- SAMT SE- SOMMARHUSET SOMMARSTUGA SOMMARSTUGAN SOUTERRAIN STÄRBHUSET SUTERRÄNG SUTERRÄNGEN T/H T/V TEL TELEFON "
        + "TFN TH TILL TOM TR TRAPP TRAPPA TRAPPOR TRP TV UH UV UNDERVÅNING UNDERVÅNINGEN UPPG UPPGÅNG VIA VINDEN VINDSVÅNING VINDSVÅNINGEN VÄNSTER VÅN VÅNING ½ 1/2 Ö/G Ö/H Ö/V ÖG ÖH ÖV ÖVER ÖVERVÅN ÖVERVÅNING "
        + "ÖVERVÅNINGEN ℅ №";

    /// <summary>Floors and places in a house, in two words.</summary>
    private const string Pairs = "N B,B V,G H,Ö G,Ö H,T V,T H,Ö V,K V,N V,NEDRE BOTTEN,ÖVER GÅRDEN,ÖVER GÅRD,TILL VÄNSTER,TILL HÖGER,X Y";

    private static readonly string[] Areas =
    [
        .. "Norra Södra Östra Västra Stora Lilla Nya Gamla Övre Nedre Mellersta Inre Yttre Sankt Sankta Doktor Kapten Professor Kyrkoherde Första Andra Tredje Fjärde Femte Sjätte Sjunde Åttonde Nionde Tionde Elfte Tolfte Trettonde Fjortonde Femtonde Sextonde Sjuttonde Artonde Nittonde Tjugonde"
            .Split(' ').Select(first => first + " Kyrkvägen"),
        .. "allén backen esplanaden gatan gränden gården kajen leden parken planen platsen ringen stigen stranden strädet torget vägen".Split(' ').Select(end => "Alm" + end),
        "Kyrkvägen", "Åkergränden", "Östsjövägen", "Björnbärsstigen", "Byvägen 12", "Moheden",
    ];

    private readonly AddressBook _book;
    private readonly Address[] _register;

    public WritingsTests()
    {
        _register =
        [
            .. Areas.SelectMany(area => area is "Almgatan"
                ? "2 4 4A 4B 4C 6 8 10 12 98 100 102".Split(' ').Select(number => Of(area, number))
                : [Of(area, "4"), Of(area, "8")]),
            new() { Key = "Moheden Nygården", Area = "Moheden", Farm = "Nygården", IsVillage = true },
            new() { Key = "Kajen 2 UH 1", Area = "Kajen", Number = "2", Supplement = "UH1" },
            new() { Key = "Kajen 2 UV 1", Area = "Kajen", Number = "2", Supplement = "UV 1" },
            new() { Key = "Kajen 2 U 1", Area = "Kajen", Number = "2", Supplement = "U1" },
            new() { Key = "Kajen 2", Area = "Kajen", Number = "2" },
            new() { Key = "Kajen 4-8", Area = "Kajen", Number = "4-8" },
            new() { Key = "Kajen 4A-D", Area = "Kajen", Number = "4A-D" },
            new() { Key = "Kajen 6/8", Area = "Kajen", Number = "6/8" },
            new() { Key = "Kajen 10+12", Area = "Kajen", Number = "10+12" },
            new() { Key = "Reservgatan 4", Area = "Reservgatan", Number = "4", InForce = false },
        ];
        _book = new AddressBook(_register);
    }

    [Fact]
    public void Words_around_an_address_are_read_as_written_down() => Written.Hold("writings-words.txt", Lines(Words()));

    [Fact]
    public void Lists_spans_and_slips_are_read_as_written_down() => Written.Hold("writings-slips.txt", Lines(Lists().Concat(Slips())));

    /// <summary>What is lost of a list is a home that looks empty: what is kept is read as every house that the text is read as, or nothing is kept.</summary>
    [Fact]
    public void What_reduce_keeps_means_every_house_that_the_text_means()
    {
        AddressMatcher matcher = new(_book);

        // A letter behind a comma, or two behind one another, may be initials; a cellar ends as streets do; "S- 2" is a staircase.
        HashSet<string> open =
        [
            "Almgatan 4, B", "Almgatan 4, B 1102", "Almgatan 4, C 1102", "Almgatan 4, B, 931 00 Staden", "Almgatan 4, C, 931 00 Staden", "Almgatan 4,B", "Almgatan 4; B", "Almgatan 4 A o B",
            "Almgatan 4 A B", "Almgatan 4 A.B", "Almgatan 4 B B", "Almgatan 4 C B", "Almgatan 4, C", "Almgatan 4 S- 2", "SUTERRÄNGEN 4, Almgatan 4",
        ];
        List<string> lost = [];
        foreach (string text in Words().Concat(Lists()).Distinct().Where(text => !open.Contains(text)))
        {
            int[] meant = matcher.Match(text, 0) && !matcher.IsAreaOnly && !matcher.IsMisspelt ? [.. matcher.Found] : [];
            if (meant.Length > 0 && PlainAddress.Of(text) is { } kept && !(matcher.Match(kept, 0) && meant.All(matcher.Found.Contains)))
            {
                lost.Add($"{text} → {kept}");
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    [Fact]
    public void Designations_are_read_as_written_down() => Written.Hold("writings-designations.txt", Designations());

    private static Address Of(string area, string number) =>
        new() { Key = $"{area} {number}", Area = area, Number = number, PostalCode = "93100", PostTown = "Staden", IsVillage = area is "Moheden" };

    private static IEnumerable<string> Words()
    {
        foreach (string word in Before.Split(' '))
        {
            foreach (string form in new[] { word, word.ToLowerInvariant(), word + "." })
            {
                yield return $"{form} Kyrkvägen 4";
            }

            yield return $"{word}Kyrkvägen 4";
            yield return $"{word} ALMGATAN 4";
        }

        foreach (string word in Ends.Split(' '))
        {
            yield return $"Alm{word.ToLowerInvariant()} 4";
            yield return $"ALM{word} 8";
            yield return $"Alm {word.ToLowerInvariant()} 4";
            yield return $"Alm{word.ToLowerInvariant()}4";
        }

        foreach (string word in Around.Split(' '))
        {
            string[] forms =
            [
                $"{word} Almgatan 4", $"Almgatan {word} 4", $"Almgatan 4 {word}", $"Almgatan 4{word}", $"Almgatan 4 {word} 2", $"Almgatan 4 2 {word}", $"{word} 4, Almgatan 4",
                $"{word} Exempelsson, Almgatan 4", $"Almgatan 4, {word} 1102", $"Almgatan 4 {word} 4B", $"Almgatan 4, {word}, 931 00 Staden",
                $"{word}, Almgatan 4", $"Almgatan 4, {word}", $"Almgatan 4 {word} B", $"Almgatan 4B {word}",
            ];
            foreach (string form in forms)
            {
                yield return form;
            }
        }

        foreach (string pair in Pairs.Split(','))
        {
            foreach (string form in new[] { pair, pair.Replace(" ", ".", StringComparison.Ordinal) + ".", pair.Replace(" ", "/", StringComparison.Ordinal) })
            {
                yield return $"Almgatan 4 {form}";
                yield return $"Almgatan 4B {form}";
                yield return $"Almgatan 4, {form}";
                yield return $"Almgatan 4 {form} 1102";
            }
        }

        foreach (string code in "931 00,93100,SE-931 00,S-93100,S 931 00,SE 93100,931  00,93 100,9310,931000,031 00,03100".Split(','))
        {
            foreach (string form in new[] { $"Almgatan 4 {code} Staden", $"Almgatan 4, {code} Staden", $"Almgatan 4, {code}", $"{code} Staden, Almgatan 4", $"{code} Staden Almgatan 4", $"{code} Almgatan 4", $"Almgatan 4 Staden {code}", $"Almgatan 4, {code} S", $"Almgatan {code}" })
            {
                yield return form;
            }
        }
    }

    private static IEnumerable<string> Lists()
    {
        foreach (string number in "2 UH1,2 UH 1,2UH1,2 uh1,2 UV1,2 UV 1,2 U1,2 U 1,2 U,2 UH,2 UHX,2 U 12 X,2 UH 500,2 XU1,2 H1,4A-D,4 A-D,4A - D,4A–D,4-8,4 - 8,4–8,6/8,6 / 8,6 och 8,10+12,10 + 12,10 & 12,10 och 12,10-12".Split(','))
        {
            yield return $"Kajen {number}";
            yield return $"Kajen {number} lgh 1102";
        }

        string[] signs = [" - ", "-", "–", "/", " / ", " och ", " & ", "&", "+", ", ", ",", " samt ", " till ", " t o m ", " tom ", " eller ", " el ", " resp ", " respektive ", " alt ", " and ", " o ", " to ", "; ", " ", ".", ":"];
        string[] pairs = ["4|8", "4|12", "4A|C", "4 A|B", "4A|4C", "8|4", "4|1102", "98|102", "4|5", "4|99", "2|4|6", "4A|B|C", "4|B", "4|4", "9|11", "100|4A", "4|120", "4C|A"];
        foreach (string sign in signs)
        {
            foreach (string pair in pairs)
            {
                yield return "Almgatan " + pair.Replace("|", sign, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> Slips()
    {
        foreach (string name in new[] { "Almgatan", "Åkergränden", "Björnbärsstigen", "Norra Kyrkvägen", "Moheden" })
        {
            for (int at = 0; at < name.Length; at++)
            {
                yield return name.Remove(at, 1) + " 4";
                yield return name.Insert(at, "x") + " 4";
                yield return name[..at] + 'x' + name[(at + 1)..] + " 4";
                yield return name[..at] + '?' + name[(at + 1)..] + " 4";
                if (at > 0)
                {
                    yield return name[..(at - 1)] + name[at] + name[at - 1] + name[(at + 1)..] + " 4";
                    yield return name[..at] + " " + name[at..] + " 4";
                }
            }
        }

        foreach (string text in new[] { "Åkergränden 4", "Östsjövägen 8", "Björnbärsstigen 4" })
        {
            (string From, string To)[] damages =
            [
                ("åäöÅÄÖ", "aaoAAO"), ("åäöÅÄÖ", "??????"), ("åäöÅÄÖ", "______"), ("åäöÅÄÖ", "******"), ("åäöÅÄÖ", "^^^^^^"), ("åäöÅÄÖ", "¿¿¿¿¿¿"), ("åäöÅÄÖ", "¤¤¤¤¤¤"),
                ("åäöÅÄÖ", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"), ("åäöÅÄÖ", "}{|][\\"), ("åäöÅÄÖ", "†„”Ž™"), ("åäöÅÄÖ", "åæøÅÆØ"), ("åäöÅÄÖ", "âêôÂÊÔ"), ("åäöÅÄÖ", "üüüÜÜÜ"), ("åäöÅÄÖ", "      "),
            ];
            foreach ((string from, string to) in damages)
            {
                yield return string.Concat(text.Select(c => from.IndexOf(c, StringComparison.Ordinal) is >= 0 and int i && i < to.Length ? to[i] : c));
            }

            foreach (string[] way in new string[][] { ["aa", "ae", "oe"], ["a", "ae", "oe"], ["Ã¥", "Ã¤", "Ã¶"], ["&aring;", "&auml;", "&ouml;"], ["&#229;", "&#228;", "&#246;"], ["%C3%A5", "%C3%A4", "%C3%B6"], ["<a>", "<b>", "<c>"], ["", "", ""], ["å\u0301", "a\u0308", "o\u0308"] })
            {
                yield return text.Replace("Å", "å", StringComparison.Ordinal).Replace("Ö", "ö", StringComparison.Ordinal)
                    .Replace("å", way[0], StringComparison.Ordinal).Replace("ä", way[1], StringComparison.Ordinal).Replace("ö", way[2], StringComparison.Ordinal);
            }

            foreach (string other in new[] { text.ToUpperInvariant(), text.Normalize(System.Text.NormalizationForm.FormD), text.Replace(" ", "", StringComparison.Ordinal), text.Replace(" ", "\u00A0", StringComparison.Ordinal), " " + text + " ", text + ",", "\"" + text + "\"", text + ", Staden", text + ", 93100", text + " 931 00 STADEN", text + ", SE-931 00 Staden", text + ", Annanstad", text.Replace(" ", "  ", StringComparison.Ordinal) })
            {
                yield return other;
            }
        }

        foreach (string number in new[] { "0", "00", "04", "004", "4.", "4:", "4 :", "4;", "nr4", "4a", "4 a", "4-a", "4.a", "4/a", "4 å", "4aa", "4A1", "A4", "4 1/2", "4½", "99999", "100000", "1000000", "4 (A)", "(4)", "[4]", "4,0", "4.0", "IV", "fyra", "4 4", "4 4A", "4.8", "2026-04-08", "4e" })
        {
            yield return "Almgatan " + number;
            yield return "Reservgatan " + number;
            yield return "Kajen " + number;
        }
    }

    private IEnumerable<string> Lines(IEnumerable<string> texts)
    {
        AddressMatcher matcher = new(_book);
        foreach (string text in texts.Distinct())
        {
            bool found = matcher.Match(text, 0);
            List<string> says = [];
            Add(found, string.Join(" + ", matcher.Found.Select(a => _register[a].Key).Order(StringComparer.Ordinal)) + string.Create(CultureInfo.InvariantCulture, $" at {matcher.Cost}"));
            Add(!found, "–");
            Add(found && matcher.IsAreaOnly, "area only");
            Add(found && matcher.IsMisspelt, "misspelt");
            Add(matcher.LacksNumber, "lacks the number");
            Add(matcher.KnownName >= 0, "knows the name");
            Add(matcher.DwellingNumber > 0, string.Create(CultureInfo.InvariantCulture, $"dwelling {matcher.DwellingNumber}"));
            Add(matcher.PostalCode > 0, string.Create(CultureInfo.InvariantCulture, $"code {matcher.PostalCode}"));
            Add(matcher.Writing != 0, "has a writing");
            Add(true, "kept as " + (PlainAddress.Of(text) ?? "nothing"));
            yield return $"{text} → {string.Join("; ", says)}";

            void Add(bool holds, string what)
            {
                if (holds)
                {
                    says.Add(what);
                }
            }
        }
    }

    private static IEnumerable<string> Designations()
    {
        string[] written = ["EXEMPELBYN 1:2", "EXEMPELBYN 1:3", "EXEMPELBYN S:1", "HJORTEN 3", "KV HJORTEN 4", "ÅKERBY GA:2", "STORA BYN 12:4", "EXEMPELBYN 1:20", "ÖSTRA 5:1", "KRONAN 2:7>1"];
        PropertyBook book = new([.. written.Select(w => new Property { Key = w, Designation = w, Tract = w[..w.LastIndexOf(' ')], Area = Town.Rectangle(0, 0, 1, 1) })]);
        string[] forms =
        [
            "{0}", " {0} ", "{0}>1", "{0} >2", "{0} m.fl.", "{0} m fl", "{0} mfl", "{0} (del av)", "del av {0}", "DEL AV {0}", "Fastigheten {0}", "fastighet {0}", "SKELLEFTEÅ {0}", "Skellefteå kommun {0}", "kv {0}",
            "kvarteret {0}", "{0}, {1}", "{0} och {1}", "{0} & {1}", "{0}/{1}", "{0};{1}", "{0}+{1}", "{0} samt {1}", "{0}\t", "{0}.", "{0} hus 2", "{0} lgh 1101", "{0}:1", "{0}-1", "{0} S:2", "\"{0}\"", "({0})", "{0} 93100 STADEN", "{0} STADEN",
        ];
        List<int> found = [];
        List<string> texts = [];
        for (int i = 0; i < written.Length; i++)
        {
            string one = written[i];
            texts.AddRange(forms.Select(f => f.Replace("{0}", one, StringComparison.Ordinal).Replace("{1}", written[(i + 1) % written.Length], StringComparison.Ordinal)));
            texts.AddRange(
            [
                one.ToLowerInvariant(), one.Replace(":", " : ", StringComparison.Ordinal), one.Replace(":", ".", StringComparison.Ordinal), one.Replace(":", "-", StringComparison.Ordinal), one.Replace(" ", "", StringComparison.Ordinal), one.Replace(" ", "_", StringComparison.Ordinal), one.Replace(":", ":0", StringComparison.Ordinal),
                one.Replace('Å', 'A').Replace('Ö', 'O'), one.Replace('Å', '?').Replace('Ö', '?'), one[..^1], one + "0", one[1..], one.Replace("BYN", "BY", StringComparison.Ordinal), one.Split(' ')[^1], one.Split(' ')[0], one.Split(' ')[^1] + " " + one.Split(' ')[0],
            ]);
        }

        texts.AddRange(["1:2", "nr 9", "EXEMPELBYN 1:2 och 1:3", "EXEMPELBYN 1:2, 1:3", "EXEMPELBYN 1:2-3", "EXEMPELBYN 1:2 - 1:3", "EXEMPELBYN 1:2 & 3", "HJORTEN 3 och 4", "HJORTEN 3-4", "HJORTEN 3, 4", "", " ", ":", "A", "1", "Almgatan 4", "Almgatan 4, Staden", "C/O Exempel, Almgatan 4"]);
        // The same behind many blanks: long texts go another way through the memory.
        foreach (int blanks in new[] { 240, 241, 242, 243, 244, 245, 300 })
        {
            texts.Add("EXEMPELBYN" + new string(' ', blanks) + "1:2");
        }

        foreach (string text in texts.Distinct())
        {
            found.Clear();
            book.FindDesignation(text, 0, found);
            yield return $"{text} → {(found.Count == 0 ? "–" : string.Join(" + ", found.Select(p => written[p])))}; forms {string.Join(" | ", WithheldForms.Of(text))}";
        }
    }
}
