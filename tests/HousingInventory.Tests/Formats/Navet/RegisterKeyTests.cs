using FsCheck;
using FsCheck.Fluent;
using HousingInventory.Formats;

namespace HousingInventory.Tests.Formats;

public class RegisterKeyTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithReplay(20261110, 3).WithMaxTest(500);

    [Theory]
    [InlineData("909a6a63-4a2b-90ec-e040-ed8f66444c3f")]
    [InlineData("909A6A63-4A2B-90EC-E040-ED8F66444C3F")]
    [InlineData("{909a6a63-4a2b-90ec-e040-ed8f66444c3f}")]
    [InlineData("  909a6a634a2b90ece040ed8f66444c3f ")]
    [InlineData("urn:uuid:909a6a63-4a2b-90ec-e040-ed8f66444c3f")]
    public void All_ways_to_write_an_identity_are_one(string text) => Assert.Equal("909a6a634a2b90ece040ed8f66444c3f", RegisterKey.Normalise(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("...")]
    [InlineData("{}")]
    [InlineData("TESTVÄGEN 1")]
    [InlineData("a;b")]
    public void What_identifies_nothing_is_no_key(string text) => Assert.Null(RegisterKey.Normalise(text));

    [Fact]
    public void A_key_longer_than_any_register_writes_is_no_key()
    {
        Assert.Equal(new string('a', 64), RegisterKey.Normalise(new string('A', 64)));
        Assert.Null(RegisterKey.Normalise(new string('A', 65)));
    }

    [Fact]
    public void Normalising_twice_changes_nothing() => Check.One(s_config, Prop.ForAll<string?>(text =>
    {
        string? once = RegisterKey.Normalise(text);
        return once is null || RegisterKey.Normalise(once) == once;
    }));

    [Fact]
    public void Any_identity_is_found_again_however_it_is_written() => Check.One(s_config, Prop.ForAll<Guid>(id =>
    {
        string? key = RegisterKey.Normalise(id.ToString("N"));
        return key == (id == Guid.Empty ? null : id.ToString("N"))
            && key == RegisterKey.Normalise(id.ToString("B").ToUpperInvariant())
            && key == RegisterKey.Normalise(id.ToString("D"));
    }));

    [Fact]
    public void Exactly_one_of_ten_check_digits_is_valid() => Check.One(s_config, Prop.ForAll(
        Gen.Choose(0, 999).SelectMany(number => Gen.Choose(0, 36500).Select(day => (Number: number, Day: day))).ToArbitrary(),
        person =>
        {
            string nine = new DateOnly(1920, 1, 1).AddDays(person.Day).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture) + $"{person.Number:000}";
            int valid = Enumerable.Range(0, 10).Count(digit => PersonNumber.TryParse($"{nine}{digit}", default, out PersonNumber number) && number.HasValidCheckDigit);
            return valid == 1;
        }));
}
