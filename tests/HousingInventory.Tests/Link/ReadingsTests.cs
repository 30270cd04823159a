using HousingInventory.Link;
using HousingInventory.Tests.Support;

namespace HousingInventory.Tests.Link;

/// <summary>
/// Every reading of every text of three words, out of words that stand in and around addresses: names, numbers with and without letters, flats, floors, codes, towns, boxes, lists,
/// and commas. Kept as checksums, by the first two words.
/// </summary>
public sealed class ReadingsTests
{
    private const string Words =
        "Almgatan|Norra|4|4B|B|1102|lgh|lgh1102|tr|2tr|2|½|1/2|NB|B.|V.|box|box12|pl|1234|931|30|93130|SE-931|S-93100|Staden|c/o|co|Exempel|,|nr|nr7|#7|hus|plan|våning|uppg|-|/|och|&|U|U1|UH 1|1|P.O.|2:a|(A)|12-14|12 - 16|12A-C|7, 9|Almgatan4|t o m|samt|resp|BV|ÖG";

    private const string Fewer = "Almgatan|Norra|4B|1102|lgh|tr|2|½|NB|B.|box|pl|1234|931|30|93130|SE-931|Staden|c/o|Exempel|,|nr7|#7|hus|plan|uppg|-|och|U1|1|(A)|12-14";

    [Fact]
    public void Three_words_are_read_as_before()
    {
        string[] words = Fewer.Split('|');
        AddressReader reader = new();
        Written.HoldSums("readings.txt", from one in words from two in words select ($"{one} {two}", (IReadOnlyList<string>)[.. words.Select(three => Line($"{one} {two} {three}", reader))]));
    }

    /// <summary>The same behind a street with its number, and with a line of its own behind them.</summary>
    [Fact]
    public void Two_words_behind_an_address_are_read_as_before()
    {
        string[] words = Words.Split('|');
        AddressReader reader = new();
        Written.HoldSums(
            "readings-behind.txt",
            from one in words
            from form in new[] { "Almgatan 4 {0}", "Almgatan 4B, {0}", "{0}, 93100 Staden", "{0} Almgatan 4", "Almgatan {0} 4", "{0}, Nygatan 8B" }
            select ($"{form} {one}", (IReadOnlyList<string>)[.. words.Select(two => Line(form.Replace("{0}", $"{one} {two}", StringComparison.Ordinal), reader))]));
    }

    private static string Line(string text, AddressReader reader)
    {
        reader.Read(text);
        List<string> says = [Said(reader)];
        reader.ReadTails(name => name is "NORRA" or "STADEN" or "EXEMPEL");
        foreach (AddressReading tail in reader.Tails)
        {
            says.Add("tail " + Said(reader, tail));
        }

        return $"{text} → {string.Join("; ", says)}; kept as {PlainAddress.Of(text)}";
    }

    private static string Said(AddressReader reader)
    {
        List<string> all = [$"dwelling {reader.DwellingNumber} code {reader.PostalCode} town {reader.Town}"];
        foreach (AddressReading reading in reader.Readings)
        {
            all.Add(Said(reader, reading));
        }

        return string.Join("; ", all);
    }

    private static string Said(AddressReader reader, AddressReading reading)
    {
        string more = "";
        foreach (LetteredNumber member in reader.More(reading))
        {
            more += $" and {member.Number}{(member.Letter == '\0' ? "" : member.Letter)}";
        }

        return $"{reader.NameOf(reading)} {reading.Number}/{reading.Detail}{more}";
    }

    /// <summary>Texts longer than any address, up to where they are no longer read.</summary>
    [Theory]
    [InlineData(100, "ALMGATAN")]
    [InlineData(300, "ALMGATAN")]
    [InlineData(480, "ALMGATAN")]
    [InlineData(500, "")]
    public void Long_texts_are_read_up_to_six_lines_of_a_label(int blanks, string name)
    {
        AddressReader reader = new();
        reader.Read("Almgatan" + new string(' ', blanks) + "4");
        Assert.Equal(name, reader.Readings.IsEmpty ? "" : reader.NameOf(reader.Readings[0]).ToString());
        reader.Read(new string('x', blanks - 10) + ", Almgatan 4");
        Assert.Equal(name.Length == 0 ? 0 : 5u, reader.Readings.IsEmpty ? 0 : reader.Readings.ToArray().Max(r => r.Number));
    }

    /// <summary>Numbers up to 99,999 are house numbers; a label is none, whatever it is.</summary>
    [Fact]
    public void Numbers_labels_and_none_are_told_apart()
    {
        Assert.Equal((false, true, true, false), (HouseNumber.IsPlain(0), HouseNumber.IsPlain(HouseNumber.Plain(0)), HouseNumber.IsPlain(HouseNumber.Plain(99_999)), HouseNumber.IsPlain(HouseNumber.Plain(100_000))));
        Assert.False(HouseNumber.IsPlain(HouseNumber.Label("KYRKAN")));
        Assert.Equal(HouseNumber.Label("3:1 B"), HouseNumber.Label("3:1B"));
        Assert.NotEqual(HouseNumber.Label("3:1"), HouseNumber.Label("3:2"));
    }
}
