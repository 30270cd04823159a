using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Tests.Link;

/// <summary>Ways of writing an address that once led to the wrong house, or to none: floors, spans and lists, ordinals, words around, damaged letters.</summary>
public sealed class WrittenOtherwiseTests
{
    private static readonly Address[] Register =
    [
        Street("5", "Storgatan", "5"), Street("5B", "Storgatan", "5B"), Street("5N", "Storgatan", "5N"), Street("5T", "Storgatan", "5T"), Street("5G", "Storgatan", "5G"),
        Street("12", "Storgatan", "12"), Street("14", "Storgatan", "14"), Street("16", "Storgatan", "16"), Street("13", "Storgatan", "13"),
        Street("20A", "Storgatan", "20A"), Street("20B", "Storgatan", "20B"), Street("20C", "Storgatan", "20C"), Street("20D", "Storgatan", "20D"),
        Street("span", "Norrgatan", "2A-C"), Street("pair", "Norrgatan", "7/9"), Street("word", "Norrgatan", "11 och 13"), Street("whole", "Södergatan 30-34", null),
        Street("lbl", "Kajen", "12-14"), Street("k12", "Kajen", "12"), Street("k14", "Kajen", "14"),
        Street("1st", "Första Tvärgatan", "4"), Street("2nd", "Andra Tvärgatan", "4"), Street("3rd", "3:e Tvärgatan", "4"), Street("4th", "4:e Villagatan", "4"),
        Street("tv", "Tvärgatan", "4"), Street("x", "Xgatan", "3"), Street("jo", "Johansgatan", "3"), Street("ny", "Nygatan", "3"),
        Street("falk", "Falkvägen", "7", town: "EXEMPELSTAD"), Street("åä", "Sjöängsgränden", "5"), Street("ås", "Åsvägen", "5"), Street("ös", "Ösvägen", "5"),
        Street("rv", "Riksväg 95", "12"), new() { Key = "mo", Area = "Moheden", Number = "7", IsVillage = true }, new() { Key = "pl", Area = "Stationsplatsen", Number = "6" },
    ];

    public static TheoryData<string, string> Cases => new()
    {
        // Floors with points and in words are no letters of the house.
        { "STORGATAN 5 B.V.", "5" },
        { "Storgatan 5 n.b.", "5" },
        { "STORGATAN 5 T.V.", "5" },
        { "STORGATAN 5, G.H", "5" },
        { "STORGATAN 5 ö.g.", "5" },
        { "STORGATAN 5 2 TR T.H.", "5" },
        { "STORGATAN 5 B, N.B.", "5B" },
        { "STORGATAN 5B BV", "5B" },
        { "STORGATAN 5 NEDRE BOTTEN", "5" },
        { "STORGATAN 5, ÖVER GÅRDEN", "5" },
        { "STORGATAN 5 BOTTENVÅNINGEN", "5" },
        { "STORGATAN 5 TR 2", "5" },
        { "STORGATAN 5 B", "5B" },
        { "STORGATAN 5 N", "5N" },

        // Spans and lists name all their members.
        { "STORGATAN 12-14", "12+14" },
        { "STORGATAN 12 - 14", "12+14" },
        { "STORGATAN 12–16", "12+14+16" },
        { "STORGATAN 12- 13", "12+13" },
        { "STORGATAN 20A-C", "20A+20B+20C" },
        { "STORGATAN 20 A-D", "20A+20B+20C+20D" },
        { "STORGATAN 20A-20C", "20A+20B+20C" },
        { "STORGATAN 20A/B", "20A+20B" },
        { "STORGATAN 20 A & C", "20A+20C" },
        { "STORGATAN 20A OCH 20D", "20A+20D" },
        { "STORGATAN 12 OCH 14", "12+14" },
        { "Storgatan 12 o 16", "12+16" },
        { "STORGATAN 12 & 14", "12+14" },
        { "STORGATAN 12, 14 och 16", "12+14+16" },
        { "STORGATAN 12/14, 931 31 EXEMPELSTAD", "12+14" },
        { "STORGATAN 12/1102", "12" },
        { "STORGATAN 12-1102", "12" },
        { "STORGATAN 12, 3 TR", "12" },
        { "STORGATAN 12 - EXEMPELSTAD", "12" },

        // A label of the register that is written so is that address; its members lead there too.
        { "KAJEN 12-14", "lbl" },
        { "NORRGATAN 2B", "span" },
        { "NORRGATAN 2 C", "span" },
        { "NORRGATAN 9", "pair" },
        { "NORRGATAN 13", "word" },
        { "SÖDERGATAN 32", "whole" },
        { "SÖDERGATAN 30-34", "whole" },

        // Ordinals in figures and in words.
        { "1:A TVÄRGATAN 4", "1st" },
        { "1:a Tvärg. 4", "1st" },
        { "2A TVÄRGATAN 4", "2nd" },
        { "TREDJE TVÄRGATAN 4", "3rd" },
        { "3e Tvärgatan 4", "3rd" },
        { "FJÄRDE VILLAGATAN 4", "4th" },
        { "5:E VILLAGATAN 4", "" },
        { "RIKSVÄG 96 12", "" },

        // Words between the street and its number, and in front of the street.
        { "XGATAN NR 3", "x" },
        { "XGATAN NO 3", "x" },
        { "Xgatan nr. 3", "x" },
        { "XGATAN #3", "x" },
        { "XGATAN NR3", "x" },
        { "XGATAN HUSNR 3", "x" },
        { "CO QUELHROSK XGATAN 3", "x" },
        { "c o Quelhrosk, Xgatan 3", "x" },
        { "VILLA SOLBACKEN XGATAN 3", "x" },
        { "BRF SOLEN XGATAN 3", "x" },
        { "ADRESS: XGATAN 3", "x" },
        { "VILLA NORRA XGATAN 3", "" },
        { "EXEMPELSTAD XGATAN 3", "x" },
        { "MOHEDEN XGATAN 3", "x" },
        { "OKÄNDBYN XGATAN 3", "" },
        { "KARL JOHANSGATAN 3", "" },
        { "PL 1234 MOHEDEN 7", "mo" },
        { "POSTLÅDA 12 MOHEDEN 7", "mo" },
        { "MOHEDEN 7 PL 1234", "mo" },
        { "STATIONS PL 6", "pl" },
        { "931 30 EXEMPELSTAD FALKVÄGEN 7", "falk" },
        { "93130 OKÄNDSTAD FALKVÄGEN 7", "falk" },
        { "SE-931 30 Exempelstad, Falkvägen 7", "falk" },
        { "931 30 EXEMPELSTAD", "" },
        { "BOX 12, FALKVÄGEN 7", "falk" },
        { "FALKVÄGEN 7 BOX 12", "falk" },

        // Letters that got lost, and letters that lost their dots, any number of them.
        { "SJ??NGSGR?NDEN 5", "åä" },
        { "SJOANGSGRANDEN 5", "åä" },
        { "Sjoangsgr. 5", "åä" },
        { "SJÖ\uFFFDNGSGR\uFFFDNDEN 5", "åä" },
        { "?SV?GEN 5", "ås+ös" },
        { "OSVAGEN 5", "ös" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_every_house_that_is_meant_and_no_other(string text, string expected) => Assert.Equal(expected, Found(text));

    [Fact]
    public void The_figures_behind_a_stroke_are_a_flat_and_no_house()
    {
        AddressReader reader = new();
        reader.Read("Storgatan 12/1102");
        Assert.Equal(1102, reader.DwellingNumber);
    }

    [Fact]
    public void An_identity_that_several_addresses_share_leads_nowhere_and_one_address_under_two_names_does()
    {
        Address At(string key, string area, double x) => new() { Key = key, Area = area, Number = "1", X = x, Y = 7_000_000 };
        AddressBook book = new([At("149000000000001000", "Agatan", 1), At("149000000000001000", "Bgatan", 900), At("own", "Cgatan", 5), At("own", "Nya Cgatan", 5)]);
        List<int> found = [];
        book.FindKey(IdKey.Of("149000000000001000"), found);
        Assert.Empty(found);
        book.FindKey(IdKey.Of("own"), found);
        Assert.Equal([2, 3], found.Order());
    }

    private static Address Street(string key, string area, string? number, string? town = null) => new() { Key = key, Area = area, Number = number, PostTown = town };

    private static string Found(string text)
    {
        AddressMatcher matcher = new(new AddressBook(Register));
        matcher.Match(text, 0);
        return matcher.IsAreaOnly ? "" : string.Join('+', matcher.Found.Select(a => Register[a].Key!).Order(StringComparer.Ordinal));
    }
}
