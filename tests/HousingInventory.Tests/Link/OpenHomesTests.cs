using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>What homes that nothing could reach take of those that found none.</summary>
public sealed class OpenHomesTests
{
    private static OpenHomes Of(double withoutKey, params (int Area, int Street, KeyKinds Kinds, double Homes)[] open) =>
        new(new(open.ToDictionary(o => (o.Area, o.Street, o.Kinds), o => o.Homes)), withoutKey);

    [Fact]
    public void A_home_of_a_street_takes_a_whole_one_until_nothing_is_left()
    {
        OpenHomes open = Of(0, (93100, 5, KeyKinds.Text, 1.5));
        Assert.Equal([(5, 93100)], open.Streets);
        Assert.False(open.TakeOfStreet((6, 93100), KeyKinds.None));
        Assert.False(open.TakeOfStreet((5, 93131), KeyKinds.None));
        Assert.True(open.TakeOfStreet((5, 93100), KeyKinds.Property));
        Assert.Equal(0.5, open.ByArea()[93100], 9);
        Assert.Equal((5, 0.5), Assert.Single(open.ByStreet()));
        Assert.True(open.TakeOfStreet((5, 93100), KeyKinds.Property));
        Assert.False(open.TakeOfStreet((5, 93100), KeyKinds.Property));
        Assert.Equal(0, open.ByArea()[93100]);
    }

    /// <summary>Whoever carries a kind of key that the home has would have found it.</summary>
    [Fact]
    public void A_home_takes_none_whose_keys_would_have_led_to_it()
    {
        OpenHomes open = Of(0, (93100, -1, KeyKinds.Text | KeyKinds.Property, 2), (93100, -1, KeyKinds.Address, 1));
        Assert.Empty(open.Streets);
        Assert.True(open.TakeOfArea(93100, KeyKinds.Property, 0.75));
        Assert.Equal(2.25, open.ByArea()[93100]);
        Assert.True(open.TakeOfArea(93100, KeyKinds.Property, 0.75));
        Assert.False(open.TakeOfArea(93100, KeyKinds.Property, 0.75));
        Assert.True(open.TakeOfArea(93100, KeyKinds.Dwelling, 0.75));
    }

    /// <summary>A household that says its street lives in no home elsewhere in the postal code.</summary>
    [Fact]
    public void A_home_of_a_postal_code_takes_none_whose_street_is_known()
    {
        OpenHomes open = Of(3, (93100, 5, KeyKinds.Text, 1));
        Assert.False(open.TakeOfArea(93100, KeyKinds.None, 1));
        Assert.True(open.TakeOfArea(0, KeyKinds.All, 1));
        Assert.Equal((2.0, 1.0), (open.ByArea()[0], open.ByArea()[93100]));
    }

    /// <summary>0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in their last digit.</summary>
    [Fact]
    public void A_sum_is_the_same_in_every_order() => Assert.Equal(OpenHomes.Sum([0.1, 0.2, 0.3]), OpenHomes.Sum([0.3, 0.2, 0.1]));
}
