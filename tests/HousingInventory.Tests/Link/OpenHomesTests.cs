using HousingInventory.Link;

namespace HousingInventory.Tests.Link;

/// <summary>What homes that nothing could reach take of those that found none.</summary>
public sealed class OpenHomesTests
{
    private static OpenHomes Of(double withoutKey, params (int Area, int Street, bool Numbered, KeyKinds Kinds, double Homes)[] open) =>
        new(new(open.ToDictionary(o => (o.Area, o.Street, o.Numbered, o.Kinds), o => o.Homes)), withoutKey);

    [Fact]
    public void A_home_takes_its_share_of_a_street_until_nothing_is_left()
    {
        OpenHomes open = Of(0, (93100, 5, true, KeyKinds.Text, 1));
        Assert.True(open.HasStreets);
        Assert.False(open.TakeOfStreet((6, 93100), KeyKinds.None, 0.8));
        Assert.False(open.TakeOfStreet((5, 93131), KeyKinds.None, 0.8));
        Assert.True(open.TakeOfStreet((5, 93100), KeyKinds.Property, 0.8));
        Assert.Equal(0.2, open.ByArea()[93100], 9);
        Assert.Equal(0.2, Assert.Single(open.ByStreet()).Homes, 9);
        Assert.True(open.TakeOfStreet((5, 93100), KeyKinds.Property, 0.8));
        Assert.False(open.TakeOfStreet((5, 93100), KeyKinds.Property, 0.8));
        Assert.Equal(0, open.ByArea()[93100]);
    }

    /// <summary>Whoever carries a kind of key that the home has would have found it.</summary>
    [Fact]
    public void A_home_takes_none_whose_keys_would_have_led_to_it()
    {
        OpenHomes open = Of(0, (93100, -1, false, KeyKinds.Text | KeyKinds.Property, 2), (93100, -1, false, KeyKinds.Address, 1));
        Assert.False(open.HasStreets);
        Assert.True(open.TakeOfArea(93100, KeyKinds.Property, 1));
        Assert.Equal(2, open.ByArea()[93100]);
        Assert.False(open.TakeOfArea(93100, KeyKinds.Property, 1));
        Assert.True(open.TakeOfArea(93100, KeyKinds.Dwelling, 1));
    }

    /// <summary>A village that is named without a number is no slip of a number; of a postal code both are taken.</summary>
    [Fact]
    public void Rows_without_a_number_are_of_their_village_and_no_slips()
    {
        OpenHomes open = Of(3, (93100, 5, false, KeyKinds.Text, 1), (93100, 5, true, KeyKinds.Text, 2));
        Assert.Equal([(5, 2.0)], open.ByStreet());
        Assert.Equal((3.0, 3.0), (open.ByArea()[0], open.ByArea()[93100]));
        Assert.True(open.TakeOfArea(93100, KeyKinds.None, 1) && open.TakeOfArea(93100, KeyKinds.None, 1) && open.TakeOfArea(93100, KeyKinds.None, 1));
        Assert.False(open.TakeOfArea(93100, KeyKinds.None, 1));
        Assert.True(open.TakeOfArea(0, KeyKinds.All, 1));
    }
}
