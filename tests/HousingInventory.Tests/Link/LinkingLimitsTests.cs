using HousingInventory.Diagnostics;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>When a run is refused because registers and extract do not belong together, and what is said of layers apart.</summary>
public sealed class LinkingLimitsTests
{
    [Fact]
    public void Buildings_alone_carry_no_link()
    {
        InputException refusal = Assert.Throws<InputException>(() => new Town().House("h", 0, 0).Lives(1, text: "Exempelgatan 1").Ask());
        Assert.Equal("No source can carry a link from residents to buildings: add a source of type addresses, properties or dwellings.", refusal.Message);
    }

    [Fact]
    public void Without_anybody_registered_nothing_needs_to_be_carried() => Assert.Equal(1, new Town().House("h", 0, 0).Ask().Linkage.LinkedShare);

    /// <summary>Three persons of eight are linked: 37.5 %, told as 37.</summary>
    [Fact]
    public void Too_few_that_link_are_refused_with_their_share_and_the_commonest_reason()
    {
        Town town = new Town().Home("h", 0, 0).Lives(3, address: "a-h").Lives(4, text: "Okändgatan 7").Lives(1, property: "OKÄNDA 1:1");
        InputException refusal = Assert.Throws<InputException>(() => town.Ask());
        Assert.StartsWith("Only 37 % of the registered persons could be linked to a building (at least 50 % are needed); the commonest reason is 'address-unknown' (4 persons).", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Sixty in a hundred addresses may lie at no building; fewer than twenty tell nothing.</summary>
    [Theory]
    [InlineData(20, 13, true)]
    [InlineData(20, 12, false)]
    [InlineData(19, 19, false)]
    [InlineData(40, 25, true)]
    [InlineData(40, 24, false)]
    public void Addresses_that_lie_at_no_building_are_told(int addresses, int apart, bool told)
    {
        Town town = new();
        for (int i = 0; i < addresses; i++)
        {
            double x = i * 1000;
            town.House($"h{i}", x, 0).Address($"a{i}", "Exempelgatan", $"{i + 1}", i < apart ? x + 500 : x + 6, 5);
        }

        Assert.Equal(told, town.Ask().Run.Notices.Counts.ContainsKey("addresses_without_buildings"));
    }

    [Fact]
    public void Rows_without_a_usable_key_are_the_commonest_reason_where_they_are_most()
    {
        Town town = new Town().Home("h", 0, 0).Lives(3, address: "a-h").Lives(2, text: "Okändgatan 7").Lives(5);
        Assert.Contains("the commonest reason is 'without-usable-key' (5 persons)", Assert.Throws<InputException>(() => town.Ask()).Message, StringComparison.Ordinal);
    }

    /// <summary>One property in two rows of the map is one; two designations with one id are none.</summary>
    [Fact]
    public void A_property_in_two_rows_is_found_in_both_by_its_id()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPELBYN 1:1", (0, 0, 40, 40)).Property("EXEMPELBYN 1:1", (500, 0, 40, 40)).Property("EXEMPELBYN 1:2", (900, 0, 40, 40))
            .House("one", 5, 5).House("two", 505, 5).House("three", 905, 5);
        Assert.Equal("undetermined undetermined nobody-registered", town.Copy().Lives(2, propertyKey: Town.KeyOf("EXEMPELBYN 1:1")).Ask().Statuses("one", "two", "three"));
        Assert.Equal("nobody-registered nobody-registered registered", town.Lives(2, propertyKey: Town.KeyOf("EXEMPELBYN 1:2")).Ask().Statuses("one", "two", "three"));
    }
}
