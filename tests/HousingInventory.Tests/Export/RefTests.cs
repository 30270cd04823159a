using System.Globalization;
using HousingInventory.Model;

namespace HousingInventory.Tests.Export;

public sealed class RefTests
{
    [Fact]
    public void A_ref_is_six_signs_that_nobody_mishears_and_no_spreadsheet_takes_for_a_number_or_a_day()
    {
        HashSet<string> refs = new(StringComparer.Ordinal);
        for (int i = 0; i < 20_000; i++)
        {
            string text = Ref.Of(string.Create(CultureInfo.InvariantCulture, $"building {i}"));
            refs.Add(text);
            Assert.Matches("^[2-9A-HJ-NP-Z]{6}$", text);

            // 234567, 2345E6 and 2MAR23 all begin and end with a digit.
            Assert.False(char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[5]), text);
        }

        // Of 20,000 among nearly 2^30, pairs alike: 20,000² / 2 / 2^30 = 0.19.
        Assert.InRange(refs.Count, 19_998, 20_000);
        Assert.Equal(Ref.Of("a"), Ref.Of("a"));
    }
}
