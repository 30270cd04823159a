using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>Which homes an extract could reach, by the kinds of key that homes have and persons carry.</summary>
public sealed class CarriedKeysTests
{
    private const KeyKinds All = KeyKinds.Dwelling | KeyKinds.Address | KeyKinds.Text | KeyKinds.Property;

    private static string Reached(CarriedKeys keys) => string.Join(' ', keys.Reach().Select((reached, home) => (reached, home)).Where(r => r.reached).Select(r => r.home));

    /// <summary>Nine persons of ten carry the address's id, and one a text: homes with an address id are reached, those with a text alone are not.</summary>
    [Fact]
    public void Nine_persons_of_ten_must_carry_a_kind_that_the_home_has()
    {
        CarriedKeys keys = new();
        keys.Enter(KeyKinds.Address, KeyKinds.Address, KeyKinds.Address, false, 90);
        keys.Enter(KeyKinds.Text, KeyKinds.Text, KeyKinds.Text, false, 10);
        Assert.Equal("2 3 6 7 10 11 14 15", Reached(keys));
        keys.Enter(KeyKinds.Text, KeyKinds.Text, KeyKinds.Text, false, 1);
        Assert.Equal("6 7 14 15", Reached(keys));
    }

    /// <summary>Of a hundred persons or more who were looked up by a kind half must be known by it; of fewer it is believed.</summary>
    [Theory]
    [InlineData(100, 50, true)]
    [InlineData(100, 49, false)]
    [InlineData(99, 0, true)]
    public void A_kind_that_the_registers_mostly_lack_reaches_nothing(int tried, int found, bool reached)
    {
        CarriedKeys keys = new();
        keys.Enter(KeyKinds.Property, KeyKinds.Property, KeyKinds.Property, true, found);
        keys.Enter(KeyKinds.Property, KeyKinds.Property, KeyKinds.None, true, tried - found);
        Assert.Equal(reached ? "8 9 10 11 12 13 14 15" : "", Reached(keys));
    }

    /// <summary>A person with several kinds counts once for a home that has several.</summary>
    [Fact]
    public void Whoever_carries_several_kinds_counts_for_each()
    {
        CarriedKeys keys = new(), other = new();
        keys.Enter(KeyKinds.Dwelling | KeyKinds.Text, All, All, true, 60);
        other.Enter(KeyKinds.Text | KeyKinds.Property, All, All, false, 40);
        keys.Add(other);
        Assert.Equal("4 5 6 7 9 11 12 13 14 15", Reached(keys));
        Assert.False(keys.MostCarryPlaces);
        keys.Enter(KeyKinds.None, KeyKinds.None, KeyKinds.None, true, 300);
        Assert.True(keys.MostCarryPlaces);
        Assert.Equal("", Reached(keys));
    }

    [Theory]
    [InlineData(90, 10, true)]
    [InlineData(89, 11, false)]
    public void Nine_of_ten_with_a_place_are_most(int with, int without, bool most)
    {
        CarriedKeys keys = new(), other = new();
        keys.Enter(KeyKinds.Text, KeyKinds.Text, KeyKinds.Text, false, without);
        other.Enter(KeyKinds.Text, KeyKinds.Text, KeyKinds.Text, true, with);
        keys.Add(other);
        Assert.Equal(most, keys.MostCarryPlaces);
    }
}
