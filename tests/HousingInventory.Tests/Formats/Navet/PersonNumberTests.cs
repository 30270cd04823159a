using System.Text.Json;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public class PersonNumberTests
{
    private static readonly DateOnly s_asOf = new(2026, 11, 10);

    [Fact]
    public void The_documentation_number_has_a_valid_check_digit()
    {
        // 640823-323?: 6·2=12→3, 4·1=4, 0·2=0, 8·1=8, 2·2=4, 3·1=3, 3·2=6, 2·1=2, 3·2=6; sum 36; 40 - 36 = 4.
        PersonNumber number = Parse("640823-3234");
        Assert.True(number.HasValidCheckDigit);
        Assert.False(number.IsCoordinationNumber);
    }

    [Fact]
    public void Any_changed_digit_makes_it_invalid()
    {
        Assert.False(Parse("640823-3235").HasValidCheckDigit);
        const string Digits = "6408233234";
        for (int place = 0; place < Digits.Length; place++)
        {
            for (char other = '0'; other <= '9'; other++)
            {
                string changed = Digits[..place] + other + Digits[(place + 1)..];
                if (other != Digits[place] && PersonNumber.TryParse(changed, s_asOf, out PersonNumber number))
                {
                    Assert.False(number.HasValidCheckDigit);
                }
            }
        }
    }

    [Fact]
    public void A_day_over_sixty_is_a_coordination_number()
    {
        PersonNumber number = Parse("640883-3231");
        Assert.True(number.IsCoordinationNumber);
        Assert.True(number.HasValidCheckDigit);
    }

    [Theory]
    [InlineData("196408233234")]
    [InlineData("19640823-3234")]
    [InlineData("6408233234")]
    [InlineData("640823-3234")]
    [InlineData(" 640823-3234 ")]
    public void All_forms_are_one_number(string text) => Assert.Equal(Parse("196408233234"), Parse(text));

    [Theory]
    [InlineData("261110-0009", "202611100009")]
    [InlineData("261111-0008", "192611110008")]
    [InlineData("261110+0009", "192611100009")]
    [InlineData("261111+0008", "182611110008")]
    [InlineData("0001010009", "200001010009")]
    [InlineData("261170-0009", "202611700009")]
    public void The_century_follows_from_the_day_of_the_extract(string text, string expected) => Assert.Equal(Parse(expected), Parse(text));

    [Fact]
    public void Leading_zeros_lost_to_a_spreadsheet_are_restored_when_the_check_digit_agrees()
    {
        // 000101-000?: weights 2 and 1 on the ones at places 4 and 6 give 1 + 1 = 2; 10 - 2 = 8.
        Assert.Equal(Parse("200001010008"), Parse("1010008"));
        Assert.False(PersonNumber.TryParse("1010009", s_asOf, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("************")]
    [InlineData("640823")]
    [InlineData("641323-3234")]
    [InlineData("640832-3234")]
    [InlineData("640800-3234")]
    [InlineData("640892-3234")]
    [InlineData("640823 3234")]
    [InlineData("64082--3234")]
    [InlineData("1964082--3234")]
    [InlineData("640823-T234")]
    [InlineData("1964082332345")]
    [InlineData("٦٤٠٨٢٣-٣٢٣٤")]
    public void What_is_no_number_is_refused(string text) => Assert.False(PersonNumber.TryParse(text, s_asOf, out _));

    [Fact]
    public void The_number_never_turns_into_text() => Assert.DoesNotContain("3234", $"{Parse("640823-3234")}", StringComparison.Ordinal);

    [Fact]
    public void A_hash_tells_equal_from_different_and_no_more()
    {
        using PersonHasher hasher = new();
        using PersonHasher otherRun = new();
        UInt128? hash = hasher.Hash("196408233234", s_asOf);
        Assert.NotNull(hash);
        Assert.Equal(hash, hasher.Hash("640823-3234", s_asOf));
        Assert.NotEqual(hash, hasher.Hash("640823-3235", s_asOf));
        Assert.NotEqual(hash, otherRun.Hash("196408233234", s_asOf));
    }

    [Fact]
    public void A_pseudonym_is_hashed_as_it_stands()
    {
        using PersonHasher hasher = new();
        Assert.Equal(hasher.Hash("a81bc81b", s_asOf), hasher.Hash(" a81bc81b ", s_asOf));
        Assert.NotEqual(hasher.Hash("a81bc81b", s_asOf), hasher.Hash("A81bc81b", s_asOf));
        Assert.NotEqual(hasher.Hash(new string('y', 900) + "1", s_asOf), hasher.Hash(new string('y', 900) + "2", s_asOf));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("*")]
    [InlineData("************")]
    [InlineData("000000000000")]
    [InlineData("00000000-0000")]
    [InlineData("----")]
    public void A_masked_number_identifies_nobody(string text)
    {
        using PersonHasher hasher = new();
        Assert.Null(hasher.Hash(text, s_asOf));
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Skatteverkets_test_personal_numbers_are_valid()
    {
        string[] lines = File.ReadAllLines(RepositoryRoot.RealData("test-persons", "skatteverket-testpersonnummer-2021-03-29.csv"));
        int count = 0;
        foreach (string line in lines.Skip(1).Where(line => line.Length > 0))
        {
            PersonNumber number = Parse(line);
            Assert.True(number.HasValidCheckDigit);
            Assert.False(number.IsCoordinationNumber);
            count++;
        }

        // 400 lines with the heading.
        Assert.Equal(399, count);
    }

    [Fact]
    [Trait("Needs", "RealData")]
    public void Skatteverkets_test_coordination_numbers_are_valid()
    {
        string[] numbers = JsonSerializer.Deserialize<string[]>(
            File.ReadAllText(RepositoryRoot.RealData("test-persons", "skatteverket-testsamordningsnummer.json")))!;
        Assert.Equal(2264, numbers.Length);
        Assert.All(numbers, text => Assert.True(Parse(text) is { HasValidCheckDigit: true, IsCoordinationNumber: true }));
    }

    private static PersonNumber Parse(string text)
    {
        Assert.True(PersonNumber.TryParse(text, s_asOf, out PersonNumber number));
        return number;
    }
}
