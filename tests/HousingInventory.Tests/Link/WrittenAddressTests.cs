using System.Globalization;
using System.Text;
using HousingInventory.Link;
using HousingInventory.Model;

namespace HousingInventory.Tests.Link;

/// <summary>How people write addresses, and which address of the register is meant.</summary>
public sealed class WrittenAddressTests
{
    private static readonly Address[] Register =
    [
        Street("s1", "Storgatan", "1"), Street("s12", "Storgatan", "12"), Street("s12a", "Storgatan", "12A"), Street("s12b", "Storgatan", "12B"),
        Street("s14a", "Storgatan", "14A"), Street("s14b", "Storgatan", "14B"), Street("s95", "Storgatan", "95"),
        Street("k5", "Kyrkvägen", "5"), Street("k5c", "Kyrkvägen", "5C"),
        Street("n3", "Norra Exempelgatan", "3"), Street("sö3", "Södra Exempelgatan", "3"), Street("ö3", "Östra Exempelgatan", "3"),
        Street("o7", "S:t Olofsgatan", "7"), Street("a2", "Sankta Annas gränd", "2"), Street("st4", "Stora Exempelvägen", "4"),
        Street("allé9", "Övre Allén", "9"), Street("p3", "Idrottsplan", "3"), Street("pl6", "Stationsplatsen", "6"),
        Street("åsv1", "Åsvägen", "1"), Street("asv1", "Asvägen", "1"), Street("ösv1", "Ösvägen", "1"),
        Street("cafe8", "Cafévägen", "8"), Street("mull8", "Müllersgatan", "8"), Street("nb", "Norr-Bysvägen", "2"),
        Street("r", "Hamngatan", "12-14"), Street("dev", "Hamngatan", "Kajen"), Street("dev2", "Hamngatan", "3:1"),
        new() { Key = "uh", Area = "Granvägen", Number = "14", Supplement = "UH 1" }, new() { Key = "uv", Area = "Granvägen", Number = "14", Supplement = "UV 2" },
        Street("rv", "Riksväg 95", "12"), Street("4e", "4:e Tvärgatan", "7"), Street("m1234", "Strandvägen", "1234"),
        new() { Key = "by4", Area = "Exempelbyn", Number = "4", IsVillage = true }, new() { Key = "by44", Area = "Exempelbyn", Number = "44", IsVillage = true },
        new() { Key = "gård", Area = "Exempelbyn", Farm = "Nygården", IsVillage = true },
        new() { Key = "pop", Area = "Exempelbyn", Number = "9", IsVillage = true, PopularName = "Solbacken" },
        new() { Key = "whole", Area = "Björkstigen 7B" },
        new() { Key = "planned", Area = "Storgatan", Number = "99", InForce = false },
    ];

    public static TheoryData<string, string> Cases => new()
    {
        // Case, blanks, signs, order of letter and number.
        { "Storgatan 1", "s1" },
        { "STORGATAN 12A", "s12a" },
        { "storgatan 12 a", "s12a" },
        { "Storgatan  12   A ", "s12a" },
        { "Storgatan 12", "s12" },
        { "STORGATAN12B", "s12b" },
        { "12B Storgatan", "s12b" },
        { "\"Storgatan\" 12.", "s12" },

        // Short forms, with and without a point, only of names that exist.
        { "Storg 1", "s1" },
        { "STORG. 1", "s1" },
        { "Storgat 1", "s1" },
        { "Storg1", "s1" },
        { "Kyrkv 5", "k5" },
        { "KYRKV.5 C", "k5c" },
        { "N Exempelg 3", "n3" },
        { "N. EXEMPELGATAN 3", "n3" },
        { "Ö. Exempelgatan 3", "ö3" },
        { "Nra Exempelgatan 3", "n3" },
        { "Sankt Olofsgatan 7", "o7" },
        { "ST OLOFSG 7", "o7" },
        { "S:TA ANNAS GR 2", "a2" },
        { "St. Exempelv. 4", "st4" },
        { "Övre Allé 9", "allé9" },
        { "ÖVRE ALLEN 9", "allé9" },
        { "Idrottspl 3", "p3" },
        { "Stationspl. 6", "pl6" },

        // What stands around the address.
        { "Storgatan 12A LGH 1102", "s12a" },
        { "Storgatan 12 A lgh1102", "s12a" },
        { "Storgatan 1, lägenhet 1001", "s1" },
        { "STORGATAN 1 NB", "s1" },
        { "STORGATAN 1 2 TR", "s1" },
        { "STORGATAN 1 2TR", "s1" },
        { "STORGATAN 1 1/2 TR", "s1" },
        { "STORGATAN 1 BV", "s1" },
        { "STORGATAN 1 VÅN 3", "s1" },
        { "Storgatan 12 uppg B", "s12b" },
        { "Storgatan 1, 931 31 Exempelstad", "s1" },
        { "Storgatan 1 93131 EXEMPELSTAD", "s1" },
        { "Storgatan 1 SE-931 31 EXEMPELSTAD", "s1" },
        { "Storgatan 1 Exempelstad", "s1" },
        { "C/O XAND, STORGATAN 1", "s1" },
        { "c/o Xand Storgatan 1", "s1" },
        { "c/o Xand & Zor\nStorgatan 1\n931 31 Exempelstad", "s1" },
        { "Storgatan 1\r\n931 31 EXEMPELSTAD", "s1" },

        // Numbers that are more than a number.
        { "Granvägen 14 UH 1", "uh" },
        { "Granv 14 UV2", "uv" },
        { "Granvägen 14", "uh+uv" },
        { "Hamngatan 12-14", "r" },
        { "Hamngatan 14", "r" },
        { "Hamngatan 3:1", "dev2" },
        { "Hamngatan Kajen", "dev" },
        { "Riksväg 95 12", "rv" },
        { "4:e Tvärgatan 7", "4e" },
        { "Strandvägen 1234", "m1234" },
        { "Storgatan 14", "s14a+s14b" },
        { "Storgatan 12C", "s12" },
        { "Storgatan 14C", "s14a+s14b" },
        { "Björkstigen 7 B", "whole" },

        // Villages and farms.
        { "Exempelbyn 4", "by4" },
        { "EXEMPELBYN 44", "by44" },
        { "EXEMPELBYN NYGÅRDEN", "gård" },
        { "EXEMPELBYN NYGÅRDEN 1 TR", "gård" },
        { "NYGÅRDEN", "gård" },
        { "Nygården, Exempelbyn", "gård" },
        { "Nygården Exempelbyn", "gård" },
        { "Nygården, 931 92 Exempelstad", "gård" },
        { "Solbacken", "pop" },

        // å, ä and ö are letters of their own; other accents are not.
        { "Åsvägen 1", "åsv1" },
        { "ASVÄGEN 1", "asv1" },
        { "Ösv 1", "ösv1" },
        { "Cafevägen 8", "cafe8" },
        { "CAFÉV. 8", "cafe8" },
        { "Mullersgatan 8", "mull8" },
        { "Norrbysvägen 2", "nb" },
        { "NORR BYSVÄGEN 2", "nb" },

        // One slip in the name, the number being right.
        { "Kyrkvägn 5", "k5" },
        { "KYRKKVÄGEN 5", "k5" },
        { "KYKRVÄGEN 5", "k5" },
        { "KYRKVÄGAN 5", "k5" },
        { "KYRKV?GEN 5", "k5" },
        { "KYRKV\uFFFDGEN 5", "k5" },
        { "KYRKVAGEN 5C", "k5c" },
        { "EXEMPELBYNN NYGÅRDEN", "gård" },

        // Nothing: the name is right and the number is not there, or two slips.
        { "Storgatan 77", "" },
        { "Kyrkkvägan 5", "" },
        { "Okändvägen 5", "" },
        { "", "" },
        { " , ", "" },
        { "LGH 1102", "" },
        { "93131", "" },

        // An address that is only planned is meant where no other can be.
        { "Storgatan 99", "planned" },
    };

    private static Address Street(string key, string area, string number) => new() { Key = key, Area = area, Number = number };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_what_is_meant(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decomposed_letters_and_other_cultures_change_nothing(string text, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // Turkish upper-cases i to a dotted İ.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(expected, Found(text.Replace('\uFFFD', '?').Normalize(NormalizationForm.FormD)));
            Assert.Equal(expected, Found(text.ToLowerInvariant()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_order_of_the_register_changes_nothing()
    {
        Random random = new(7);
        for (int round = 0; round < 5; round++)
        {
            Address[] shuffled = [.. Register];
            random.Shuffle(shuffled);
            foreach (object[] row in Cases)
            {
                Assert.Equal((string)row[1], Found((string)row[0], shuffled));
            }
        }
    }

    [Fact]
    public void Flat_postal_code_and_town_are_taken_out_of_the_text()
    {
        AddressReader reader = new();
        reader.Read("Storgatan 12 A lgh 1102, 931 31 Exempelstad");
        Assert.Equal((1102, 93131, "EXEMPELSTAD"), (reader.DwellingNumber, reader.PostalCode, reader.Town.ToString()));
        reader.Read("Storgatan 12");
        Assert.Equal((0, 0, ""), (reader.DwellingNumber, reader.PostalCode, reader.Town.ToString()));
    }

    [Fact]
    [Trait("Takes", "long")]
    public void No_text_breaks_the_reader()
    {
        Random random = new(3);
        AddressReader reader = new();
        AddressMatcher matcher = new(new AddressBook(Register));
        string alphabet = "ab Åö0129,.-:/?\n\u0308\uD83D\uDE00½'\"c/oLGHTR";
        for (int i = 0; i < 20_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            reader.Read(text);
            foreach (AddressReading reading in reader.Readings)
            {
                Assert.True(reader.NameOf(reading).Length <= text.Length);
            }

            matcher.Match(text, 2482);
        }
    }

    private static string Found(string text, Address[]? register = null)
    {
        register ??= Register;
        AddressMatcher matcher = new(new AddressBook(register));
        matcher.Match(text, 0);
        return matcher.IsAreaOnly ? "" : string.Join('+', matcher.Found.Select(a => register[a].Key!).Order(StringComparer.Ordinal));
    }
}
