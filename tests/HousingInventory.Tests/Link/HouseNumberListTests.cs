using HousingInventory.Link;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Link;

/// <summary>What stands behind a street's name where several houses are meant.</summary>
public sealed class HouseNumberListTests
{
    private static string Read(string text)
    {
        List<LetteredNumber> members = [new(1, 'X')];
        int taken = HouseNumberList.Read(text, members, out int flat);
        Assert.Equal(new LetteredNumber(1, 'X'), members[0]);
        string houses = string.Join(' ', members.Skip(1).Select(m => $"{m.Number - 1}{(m.Letter == '\0' ? "" : m.Letter)}"));
        return $"{houses}{(flat == 0 ? "" : $" flat {flat}")}{(taken == text.Length ? "" : $" of {taken}")}";
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12A", "12A")]
    [InlineData("12 A", "12A")]
    [InlineData("12-16", "12 14 16")]
    [InlineData("12-15", "12 13 14 15")]
    [InlineData("16-12", "16 14 12")]
    [InlineData("12-92", "12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42 44 46 48 50 52 54 56 58 60 62 64 66 68 70 72 74 76 78 80 82 84 86 88 90 92")]
    [InlineData("12-94", "12 of 2")]
    [InlineData("30-10", "30 28 26 24 22 20 18 16 14 12 10")]
    [InlineData("31-10", "31 of 2")]
    [InlineData("100-98", "100 of 3")]
    [InlineData("12A-C", "12A 12B 12C")]
    [InlineData("12A-12C", "12A 12B 12C")]
    [InlineData("12C-A", "12C of 3")]
    [InlineData("12/14", "12 14")]
    [InlineData("12A/B", "12A 12B")]
    [InlineData("7 OCH 9", "7 9")]
    [InlineData("7, 9 & 11", "7 9 11")]
    [InlineData("7 9", "7 of 1")]
    [InlineData("20ABC", "20A 20B 20C")]
    [InlineData("20ABCDEF", "20A 20B 20C 20D 20E 20F")]
    [InlineData("20ABCDEFG", " of 0")]
    [InlineData("20AC", " of 0")]
    [InlineData("5GH", " of 0")]
    [InlineData("5 GH", "5 of 1")]
    [InlineData("12/1102", "12 flat 1102")]
    [InlineData("12-1102", "12 flat 1102")]
    [InlineData("12-93", "12 of 2")]
    [InlineData("1040-1050", "1040 1042 1044 1046 1048 1050")]
    [InlineData("1000000", " of 0")]
    public void A_list_names_every_member(string text, string members) => Assert.Equal(members, Read(text));

    /// <summary>Numbers, letters and what stands between them, three parts of each in every order; a person has read the file.</summary>
    [Fact]
    public void Lists_of_every_sign_are_read_as_written_down()
    {
        string[] items = ["8", "8B", "8 B", "10", "14", "14D", "D", "1102", "7", "8BC"];
        string[] signs = ["-", " - ", "/", ", ", " & ", "+", " ", " OCH ", " O ", " TILL ", " T O M ", " SAMT ", " EL ", "X", " - - "];
        Written.Hold(
            "writings-lists.txt",
            from one in items.Where(i => char.IsDigit(i[0])) from sign in signs from two in items from tail in new[] { "", "-12", " OCH 16", "/E", " TORP" } let text = one + sign + two + tail select $"{text} → {Read(text)}");
    }
}
