using HousingInventory.Model;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Import;

/// <summary>The written address of a row of residents, however its parts lie in columns.</summary>
public sealed class WrittenAddressTests
{
    private static string Read(string table)
    {
        using Workshop workshop = new Workshop().With("residents", "kir.csv", table);
        Registrations read = workshop.Import().Registrations!;
        return string.Join(" | ", Enumerable.Range(0, read.Count).Select(i => read[i].AddressText.ToString()));
    }

    /// <summary>5A and 5B were both read as 5, and the homes of those who live there were empty.</summary>
    [Theory]
    [InlineData("adress;bokstav", "STORGATAN 5;A", "STORGATAN 5A")]
    [InlineData("adress;littera", "STORGATAN 5;a", "STORGATAN 5a")]
    [InlineData("adress;uppgång", "STORGATAN 5 LGH 1101;B", "STORGATAN 5B LGH 1101")]
    [InlineData("adress;trappuppgang", "2:A TVÄRGATAN 4, 93131 ORT;B", "2:A TVÄRGATAN 4B, 93131 ORT")]
    [InlineData("adress;bokstav", "STORGATAN 5A;A", "STORGATAN 5A")]
    [InlineData("adress;bokstav", "STORGATAN 5 A;A", "STORGATAN 5 A")]
    [InlineData("adress;bokstav", "STORGATAN 5;0", "STORGATAN 5")]
    [InlineData("adress;uppgång", "STORGATAN 5;2", "STORGATAN 5")]
    [InlineData("gata;nr;bokstav", "STORGATAN;5;A", "STORGATAN 5A")]
    [InlineData("gatunamn;husnr", "Östra Storgatan;5.0", "Östra Storgatan 5")]
    [InlineData("gata;nr;bokstav", "STORGATAN;Nr 7;", "STORGATAN 7")]
    [InlineData("gatuadress;husnr;littera", "STORGATAN;12;B", "STORGATAN 12B")]
    [InlineData("gatuadress;husnr", "STORGATAN 12;12", "STORGATAN 12")]
    [InlineData("gatuadress;husnummer", "STORGATAN, 93130 ORT;12", "STORGATAN 12, 93130 ORT")]
    [InlineData("nr;adress", "17;EXEMPELBYN", "EXEMPELBYN")] // the number of the row
    public void Street_number_and_letter_are_read_from_their_columns(string headings, string row, string address) =>
        Assert.Equal(address, Read($"{headings}\n{row}\n"));

    [Theory]
    [InlineData("Folkbokföringsadress (gata)")]
    [InlineData("Folkb.adress")]
    [InlineData("Folkbokföringens adress")]
    [InlineData("Bostadens adress")]
    [InlineData("Hemort adress")]
    [InlineData("Belägenhetsadress")]
    [InlineData("Folkbokföring Utdelningsadress2")]
    [InlineData("Fysisk adress")]
    public void Where_somebody_is_registered_goes_before_where_letters_are_sent(string heading) =>
        Assert.Equal("Björnvägen 1", Read($"Adress;{heading}\nBoxgatan 9;Björnvägen 1\n"));

    [Fact]
    public void Of_the_two_lines_of_the_population_register_the_second_is_the_street() =>
        Assert.Equal("Björnvägen 1", Read("Folkbokföring Utdelningsadress1;Folkbokföring Utdelningsadress2\nc/o Exempel;Björnvägen 1\n"));

    [Theory]
    [InlineData("Folkbokföringspostort")]
    [InlineData("Bostadsadress-id")]
    public void Other_columns_of_the_registered_home_are_not_its_address(string heading) =>
        Assert.Equal("Björnvägen 1", Read($"{heading};Adress\nX;Björnvägen 1\n"));

    /// <summary>A spreadsheet that looks an empty cell up writes 0, and 9 became 90.</summary>
    [Fact]
    public void A_nought_in_the_column_of_letters_is_no_letter()
    {
        using Workshop workshop = new Workshop().With("addresses", "a.csv", "adressid;gatunamn;nummer;bokstav;e;n\na1;Björnvägen;9;0;700000;7200000\na2;Björnvägen;9;B;700100;7200000\n");
        Assert.Equal(["9", "9B"], workshop.Import().Addresses.Select(static a => a.Number));
    }
}
