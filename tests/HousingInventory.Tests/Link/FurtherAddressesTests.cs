using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Tests.Link;

/// <summary>Further ways of writing an address of each kind that once led to the wrong house: floors, spans and lists, ordinals, words around, boxes, damaged letters.</summary>
public sealed class FurtherAddressesTests
{
    private static readonly Address[] Register =
    [
        Street("5", "Storgatan", "5"), Street("5B", "Storgatan", "5B"), Street("5N", "Storgatan", "5N"), Street("5G", "Storgatan", "5G"), Street("5V", "Storgatan", "5V"), Street("5Ö", "Storgatan", "5Ö"),
        Street("2", "Storgatan", "2"), Street("12", "Storgatan", "12"), Street("13", "Storgatan", "13"), Street("14", "Storgatan", "14"), Street("16", "Storgatan", "16"),
        Street("20A", "Storgatan", "20A"), Street("20B", "Storgatan", "20B"), Street("20C", "Storgatan", "20C"),
        Street("n9", "Norrgatan", "9"), Street("span", "Norrgatan", "2A - 2C"), Street("list", "Norrgatan", "20, 22 och 24"), Street("plus", "Norrgatan", "30+32"),
        Street("1st", "Första Tvärgatan", "4"), Street("2nd", "2:a Tvärgatan", "4"), Street("13th", "13:e Tvärgatan", "4"), Street("14th", "Fjortonde Tvärgatan", "4"), Street("tv", "Tvärgatan", "4"),
        Street("x", "Xgatan", "3"), Street("x1", "Xgatan", "1"), Street("falk", "Falkvägen", "7", town: "EXEMPELSTAD"), new() { Key = "mo", Area = "Moheden", Number = "7", IsVillage = true },
        Street("sjö", "Sjöängsgränden", "5"), Street("bj", "Björnvägen", "5"), Street("ås", "Åsvägen", "5"),
    ];

    public static TheoryData<string, string> Cases => new()
    {
        // Floors (case 09).
        { "STORGATAN 5 B.V., LGH 1001", "5" },
        { "STORGATAN 5 1 TR. Ö.G.", "5" },
        { "STORGATAN 5 T/H", "5" },
        { "STORGATAN 5 N/B", "5" },
        { "STORGATAN 5 B/V", "5" },
        { "STORGATAN 5 NED BOTTEN", "5" },
        { "STORGATAN 5 NEDRE VÅN", "5" },
        { "STORGATAN 5 ÖVRE VÅNINGEN", "5" },
        { "STORGATAN 5 VÅN 2 V", "5" },
        { "STORGATAN 5 2:A VÅN", "5" },
        { "STORGATAN 5 VÅNING 1 TR", "5" },
        { "STORGATAN 5 1½ TR", "5" },
        { "STORGATAN 5 2.TR", "5" },
        { "STORGATAN 5 2 TR V", "5" },
        { "STORGATAN 5 2 TR, G", "5" },
        { "STORGATAN 5 3TRV", "5" },
        { "STORGATAN 5 GATUPLAN", "5" },
        { "STORGATAN 5 MARKPLAN", "5" },
        { "STORGATAN 5 SUTERRÄNG", "5" },
        { "STORGATAN 5 VINDEN", "5" },
        { "STORGATAN 5 KÄLLARVÅN", "5" },
        { "STORGATAN 5 Ö V", "5" },
        { "STORGATAN 5B N.B.", "5B" },
        { "STORGATAN 5 N N.B.", "5N" },
        { "STORGATAN 5 I.G.", "5" },
        { "STORGATAN 5 BV TV", "5" },

        // Spans and lists (case 10).
        { "STORGATAN 12 T.O.M. 16", "12+14+16" },
        { "STORGATAN 12 TILL 16", "12+14+16" },
        { "STORGATAN 12 TOM 16", "12+14+16" },
        { "STORGATAN 12 t o m 16", "12+14+16" },
        { "STORGATAN 12 RESP. 14", "12+14" },
        { "STORGATAN 12 ELLER 14", "12+14" },
        { "STORGATAN 12 SAMT 16", "12+16" },
        { "STORGATAN 12 + 14", "12+14" },
        { "STORGATAN 12,14", "12+14" },
        { "STORGATAN 12;14", "12+14" },
        { "STORGATAN 12, 14, 16", "12+14+16" },
        { "STORGATAN 12-14-16", "12+14+16" },
        { "STORGATAN 12 -14", "12+14" },
        { "STORGATAN 12—14", "12+14" },
        { "STORGATAN 12--14", "12+14" },
        { "STORGATAN 12 ~ 14", "12+14" },
        { "STORGATAN 12…16", "12+14+16" },
        { "STORGATAN 12..16", "12+14+16" },
        { "STORGATAN 12\\14", "12+14" },
        { "STORGATAN 12 (14)", "12+14" },
        { "STORGATAN NR 12 OCH 14", "12+14" },
        { "STORGATAN NR 12 OCH NR 14", "12+14" },
        { "STORGATAN 12 AND 14", "12+14" },
        { "STORGATAN 16-12", "12+14+16" },
        { "STORGATAN 14 OCH 12", "12+14" },
        { "STORGATAN 14/12", "12+14" },
        { "STORGATAN 20A,B", "20A+20B" },
        { "STORGATAN 20A, B OCH C", "20A+20B+20C" },
        { "STORGATAN 20A+B", "20A+20B" },
        { "STORGATAN 20AB", "20A+20B" },
        { "STORGATAN 20ABC", "20A+20B+20C" },
        { "STORGATAN 20 A,B,C", "20A+20B+20C" },
        { "STORGATAN 20 A - C", "20A+20B+20C" },
        { "STORGATAN 20A T.O.M. C", "20A+20B+20C" },
        { "STORGATAN 20 A TILL 20 C", "20A+20B+20C" },
        { "STORGATAN 12, STORGATAN 14", "12+14" },
        { "STORGATAN 12 / STORGATAN 14", "12+14" },
        { "STORGATAN 12 OCH STORGATAN 14", "12+14" },
        { "STORGATAN 2 / NORRGATAN 9", "2+n9" },
        { "STORGATAN 2, NORRGATAN 9", "2+n9" },

        // Spans and lists of the register (case 11).
        { "NORRGATAN 2A", "span" },
        { "NORRGATAN 2 B", "span" },
        { "NORRGATAN 22", "list" },
        { "NORRGATAN 24", "list" },
        { "NORRGATAN 32", "plus" },

        // Ordinals (case 12).
        { "1:STA TVÄRGATAN 4", "1st" },
        { "1STA TVÄRGATAN 4", "1st" },
        { "2:DRA TVÄRGATAN 4", "2nd" },
        { "2:ANDRA TVÄRGATAN 4", "2nd" },
        { "ANDRA TVÄRG 4", "2nd" },
        { "I TVÄRGATAN 4", "1st" },
        { "II TVÄRGATAN 4", "2nd" },
        { "1. TVÄRGATAN 4", "1st" },
        { "TRETTONDE TVÄRGATAN 4", "13th" },
        { "13 E TVÄRGATAN 4", "13th" },
        { "14:E TVÄRGATAN 4", "14th" },
        { "14E TVÄRG. 4", "14th" },
        { "3:DJE TVÄRGATAN 4", "" },

        // Words before and between (case 13).
        { "XGATAN NUMMER 3", "x" },
        { "XGATAN N:R 3", "x" },
        { "XGATAN NR: 3", "x" },
        { "XGATAN NRO 3", "x" },
        { "XGATAN HUS NR 3", "x" },
        { "XGATAN HUSNUMMER 3", "x" },
        { "XGATAN HUS 3", "x" },
        { "XGATAN N° 3", "x" },
        { "XGATAN, 3", "x" },
        { "XGATAN,3", "x" },
        { "XGATAN - 3", "x" },
        { "XGATAN: 3", "x" },
        { "XGATAN-3", "x" },
        { "NR 3 XGATAN", "x" },
        { "% QUELHROSK, XGATAN 3", "x" },
        { "% QUELHROSK XGATAN 3", "x" },
        { "℅ QUELHROSK XGATAN 3", "x" },
        { "C/O: QUELHROSK FNUX XGATAN 3", "x" },
        { "C/OQUELHROSK XGATAN 3", "x" },
        { "C\\O QUELHROSK XGATAN 3", "x" },
        { "VIA QUELHROSK XGATAN 3", "x" },
        { "DÖDSBO QUELHROSK XGATAN 3", "x" },
        { "HERR QUELHROSK XGATAN 3", "x" },
        { "FASTIGHETEN SOLEN XGATAN 3", "x" },
        { "SOMMARSTUGAN XGATAN 3", "x" },
        { "BESÖKSADRESS: XGATAN 3", "x" },
        { "LANTBREVLÅDA 12 MOHEDEN 7", "mo" },
        { "LBL 1234 MOHEDEN 7", "mo" },
        { "PL. 1234 MOHEDEN 7", "mo" },
        { "PL1234 MOHEDEN 7", "mo" },
        { "MOHEDEN PL 1234 7", "mo" },
        { "BREVLÅDA 12, MOHEDEN 7", "mo" },
        { "SE-93130 EXEMPELSTAD FALKVÄGEN 7", "falk" },
        { "S 931 30 EXEMPELSTAD, FALKVÄGEN 7", "falk" },
        { "EXEMPELSTAD 931 30 FALKVÄGEN 7", "falk" },
        { "FALKVÄGEN 7 931 30 EXEMPELSTAD SVERIGE", "falk" },
        { "FALKVÄGEN 7, 931 30 EXEMPELSTAD, SWEDEN", "falk" },
        { "SVERIGE, EXEMPELSTAD, FALKVÄGEN 7", "falk" },
        { "FALKVÄGEN 7 (EXEMPELSTAD)", "falk" },
        { "FALKVÄGEN 7 TEL 0910-12345", "falk" },
        { "GATUADR. FALKVÄGEN 7", "falk" },

        // A box and a street (case 14).
        { "BOX 12 FALKVÄGEN 7", "falk" },
        { "BOX 12/FALKVÄGEN 7", "falk" },
        { "BOX12, FALKVÄGEN 7", "falk" },
        { "BOX NR 12, FALKVÄGEN 7", "falk" },
        { "P.O. BOX 12, FALKVÄGEN 7", "falk" },
        { "PO BOX 12 FALKVÄGEN 7", "falk" },
        { "POSTFACK 3, FALKVÄGEN 7", "falk" },
        { "BOX 1 234, FALKVÄGEN 7", "falk" },
        { "FACK, FALKVÄGEN 7", "falk" },
        { "POSTE RESTANTE, FALKVÄGEN 7", "falk" },
        { "FALKVÄGEN 7 (BOX 12)", "falk" },
        { "FALKVÄGEN 7 - BOX 12", "falk" },

        // Damaged letters (case 15): another code page, Swedish ISO 646, names of letters, letters left out, transliterated.
        { "BJ”RNV„GEN 5", "bj" },
        { "BJšRNVŠGEN 5", "bj" },
        { "BJ÷RNVõGEN 5", "bj" },
        { "BJцRNVдGEN 5", "bj" },
        { "SJ™ŽNGSGRŽNDEN 5", "sjö" },
        { "BJ|RNV{GEN 5", "bj" },
        { "SJ\\[NGSGR[NDEN 5", "sjö" },
        { "]SV[GEN 5", "ås" },
        { "BJ&OUML;RNV&AUML;GEN 5", "bj" },
        { "Bj&#246;rnv&#228;gen 5", "bj" },
        { "Bj&#xF6;rnv&#xE4;gen 5", "bj" },
        { "BJ%C3%B6RNV%C3%A4GEN 5", "bj" },
        { "Bj\\u00f6rnv\\u00e4gen 5", "bj" },
        { "BJOERNVAEGEN 5", "bj" },
        { "AASVAEGEN 5", "ås" },
        { "BJ_RNV_GEN 5", "bj" },
        { "BJ□RNV□GEN 5", "bj" },
        { "BJ¿RNV¿GEN 5", "bj" },
        { "BJ*RNV*GEN 5", "bj" },
        { "BJ??RNV??GEN 5", "bj" },
        { "BJ\uFFFD\uFFFDRNV\uFFFD\uFFFDGEN 5", "bj" },
        { "BjÃƒÂ¶rnvÃƒÂ¤gen 5", "bj" },
        { "Bjï¿½rnvï¿½gen 5", "bj" },
        { "BJRNVGEN 5", "bj" },
        { "BJ RNV GEN 5", "bj" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_every_house_that_is_meant_and_no_other(string text, string expected) => Assert.Equal(expected, Found(text));

    private static Address Street(string key, string area, string? number, string? town = null) => new() { Key = key, Area = area, Number = number, PostTown = town };

    private static string Found(string text)
    {
        AddressMatcher matcher = new(new AddressBook(Register));
        matcher.Match(text, 0);
        return matcher.IsAreaOnly ? "" : string.Join('+', matcher.Found.Select(a => Register[a].Key!).Order(StringComparer.Ordinal));
    }
}
