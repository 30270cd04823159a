using HousingInventory.Link;

namespace HousingInventory.Tests.Towns;

/// <summary>Homes whose address the register lacks: what the rows of those who live there still tell of them.</summary>
public sealed class RegisterGapTests
{
    private static Town Streets()
    {
        Town town = new Town().WithManyOthers();
        for (int i = 0; i < 6; i++)
        {
            string number = $"{i + 1}";
            town.House($"e{i}", i * 40, 0).Address($"ea{i}", "Exempelgatan", number, (i * 40) + 5, 5, code: "93100", town: "Staden").Lives(2, address: $"ea{i}")
                .House($"p{i}", i * 40, 4000).Address($"pa{i}", "Exempelgatan", number, (i * 40) + 5, 4005, code: "93131", town: "Lillstaden").Lives(2, address: $"pa{i}");
        }

        return town;
    }

    /// <summary>A street of the same name lies elsewhere and has that number. One house on the stated property was doubted before; with a guest house beside it neither was.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Homes_of_a_stated_property_without_an_address_are_doubted_where_another_place_has_the_writing(bool guestHouse)
    {
        Town town = Streets().Property("PROV 1:9", (380, 390, 60, 60)).House("home", 390, 400);
        town = (guestHouse ? town.House("guest", 420, 430, 6, 5) : town).Lives(2, text: "Exempelgatan 3", property: "PROV 1:9", code: "93131");
        Answer answer = town.Ask();
        Assert.Equal(("undetermined", "uncertain-address"), (answer.Status("home"), answer.Reason("home")));
        Assert.Equal("registered", answer.Status("p2"));
    }

    [Fact]
    public void With_an_address_on_the_stated_property_the_written_one_holds()
    {
        // The property of the landowner, whose own house has another address.
        Answer answer = Streets().Property("PROV 1:9", (380, 390, 60, 60)).House("owner", 390, 400).Address("o", "Gårdsvägen", "1", 395, 405, code: "93100").House("old", 420, 430, 6, 5)
            .Lives(2, text: "Exempelgatan 3", property: "PROV 1:9", code: "93131").Ask();
        Assert.Equal("nobody-registered secondary registered", answer.Statuses("owner", "old", "p2"));
    }

    [Fact]
    public void Where_the_written_address_fits_several_places_the_stated_homes_are_doubted_with_them()
    {
        Town town = Streets().Property("PROV 1:9", (380, 390, 60, 60)).House("home", 390, 400).House("guest", 420, 430, 6, 5).House("e9", 900, 0)
            .Address("ea9", "Exempelgatan", "9", 905, 5, code: "93100", town: "Staden").House("p9", 900, 4000).Address("pa9", "Exempelgatan", "9", 905, 4005, code: "93131", town: "Lillstaden");
        Answer answer = town.Lives(2, text: "Exempelgatan 9", property: "PROV 1:9").Ask();
        Assert.Equal("undetermined undetermined undetermined", answer.Statuses("home", "e9", "p9"));
    }

    /// <summary>The row's designation is an old one, its number is missing: it lives in a house of the street that has no address. Elsewhere no such house is in doubt.</summary>
    [Fact]
    public void A_home_without_an_address_in_a_street_of_which_a_number_is_missing_is_undetermined()
    {
        Town town = Streets().Property("PROV 1:1", (235, -5, 40, 40)).House("here", 245, 0).Property("PROV 1:2", (235, 3995, 40, 40)).House("there", 245, 4000)
            .Lives(500, text: "Exempelgatan 1", property: "PROV 7:7", code: "93100").Property("PROV 7:7", (-5, -5, 40, 40));
        Assert.Equal("nobody-registered nobody-registered", town.Ask().Statuses("here", "there"));
        Answer answer = town.Lives(2, text: "Exempelgatan 7", property: "GAMLABYN 9:9", code: "93100").Ask();
        Assert.Equal("undetermined nobody-registered", answer.Statuses("here", "there"));
        Assert.Equal("unlinked-nearby", answer.Reason("here"));
        Assert.Equal(0, answer.Flags.Expected.AtMost);
    }

    /// <summary>The other town has the number; the postal code says that it is not meant.</summary>
    [Fact]
    public void A_number_that_another_town_has_is_missing_in_this_one()
    {
        Town town = Streets().Property("PROV 1:1", (235, -5, 40, 40)).House("here", 245, 0).House("p7", 245, 4000)
            .Address("pa7", "Exempelgatan", "7", 250, 4005, code: "93131", town: "Lillstaden").Lives(500, text: "Exempelgatan 1", property: "PROV 7:7", code: "93100").Property("PROV 7:7", (-5, -5, 40, 40));
        Answer answer = town.Lives(2, text: "Exempelgatan 7", property: "GAMLABYN 9:9", code: "93100", town: "STADEN").Ask();
        Assert.Equal("undetermined nobody-registered", answer.Statuses("here", "p7"));
    }

    /// <summary>In a village the nearest houses may stand 170 m away and more: the nearest five within 500 m tell the village.</summary>
    [Theory]
    [InlineData(400, "undetermined")]
    [InlineData(600, "nobody-registered")]
    public void A_home_apart_from_its_village_stands_in_the_village_of_the_nearest_houses(double away, string status)
    {
        Town town = new Town().WithManyOthers();
        for (int i = 0; i < 4; i++)
        {
            town.House($"v{i}", i * 170, 0).Address($"a{i}", "Exempelbyn", $"{i + 1}", (i * 170) + 5, 5, code: "93100", town: "Staden", village: true).Lives(2, address: $"a{i}");
        }

        // Enough empty homes of the postal code elsewhere that one row says little about each.
        for (int i = 0; i < 12; i++)
        {
            town.House($"x{i}", i * 40, 9000).Address($"xa{i}", "Fjärrvägen", $"{i + 1}", (i * 40) + 5, 9005, code: "93100", town: "Staden");
        }

        double x = (3 * 170) + away;
        Answer answer = town.Property("PROV 1:9", (x - 10, -10, 50, 50)).House("apart", x, 0).Lives(500, address: "a0", property: "EXEMPELBYN 1:1").Property("EXEMPELBYN 1:1", (-10, -10, 50, 50))
            .Lives(2, text: "Exempelbyn 8", property: "GAMLABYN 9:9", code: "93100").Ask();
        Assert.Equal(status, answer.Status("apart"));
    }

    /// <summary>
    /// The other town has the very address. In the stated postal code the register has that number with other letters: at one house it is its missing stair, as where no other
    /// town has the street; at two houses nothing tells which.
    /// </summary>
    [Theory]
    [InlineData(400, 1, "registered")]
    [InlineData(440, 0, "nobody-registered")]
    public void An_address_that_another_town_has_is_the_other_stair_of_the_only_house_with_that_number(double secondAt, long linked, string status)
    {
        Town town = Streets().House("stairs", 400, 0, 30, 12).Address("b", "Exempelgatan", "9B", 402, 5, code: "93100", town: "Staden")
            .House("second", 440, 0).Address("c", "Exempelgatan", "9C", secondAt + 5, 5, code: "93100", town: "Staden")
            .House("there", 400, 4000).Address("p9", "Exempelgatan", "9A", 405, 4005, code: "93131", town: "Lillstaden");
        Answer answer = town.Lives(1, text: "Exempelgatan 9A", code: "93100", town: "STADEN").Ask();
        Assert.Equal((linked, status, "nobody-registered"), (answer.Linked("address-spelling"), answer.Status("stairs") == "registered" ? "registered" : "nobody-registered", answer.Status("there")));
        Assert.Equal(1 - linked, answer.Unlinked("address-unknown"));
    }

    /// <summary>One by its building, one by its address, one by neither: it is told, where it was lost without a word.</summary>
    [Fact]
    public void Dwellings_that_nothing_leads_to_a_building_are_told()
    {
        Answer Ask(string? address) => Streets().Dwelling("l1", "1001", building: "e0").Dwelling("l2", "1001", address: "ea1").Dwelling("l3", "1001", address: address).Ask();
        Assert.Equal(new DwellingsWithoutBuilding(1, 3), Assert.Single(Ask("gone").Run.Notices.Samples.OfType<DwellingsWithoutBuilding>()));
        Assert.Empty(Ask("ea2").Run.Notices.Samples.OfType<DwellingsWithoutBuilding>());
    }

    /// <summary>
    /// Of the homes that state their property beside another key one in ten states none that the map knows; so one in ten of those who state it alone cannot be found. But no more
    /// than those whose property the map does not know.
    /// </summary>
    [Fact]
    public void How_many_properties_are_old_ones_is_learnt_from_those_who_have_another_key()
    {
        Town Make(int old, int lost)
        {
            Town town = new Town().WithManyOthers();
            for (int i = 0; i < 200; i++)
            {
                town.Property($"PROV 1:{i + 1}", (i * 50, 0, 45, 45)).Home($"h{i}", (i * 50) + 10, 10);
                string stated = i < old ? $"GAMLABYN 1:{i + 1}" : $"PROV 1:{i + 1}";
                _ = i < 100 ? town.Lives(2, address: $"a-h{i}", property: stated) : i < 150 ? town.Lives(2, property: i < 100 + lost ? $"OKÄND 1:{i + 1}" : $"PROV 1:{i + 1}") : town;
            }

            return town;
        }

        // 100 persons state a property alone, two to a home: a tenth of 50 homes is five.
        Assert.Equal(0, Make(0, 20).Ask().Linkage.Unplaced.WithoutAnyKey);
        Answer few = Make(10, 2).Ask();
        Assert.Equal(4 / few.Linkage.Unplaced.PersonsPerHome, few.Linkage.Unplaced.WithoutAnyKey, 6);
        Answer answer = Make(10, 20).Ask();
        double perHome = answer.Linkage.Unplaced.PersonsPerHome;
        Assert.Equal(10.0 / 101 * 100 / perHome, answer.Linkage.Unplaced.WithoutAnyKey, 6);
        Assert.True(few.Flags.Expected.AtMost > 0);
    }
}
