using HousingInventory.Diagnostics;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

public sealed class LadderTests
{
    // Two plots of 40 by 40 m with a house each; the address points lie in the houses.
    private static Town TwoHouses() => new Town().WithManyOthers()
        .Property("EXEMPEL 1:1", (0, 0, 40, 40)).House("h1", 10, 10).Address("a1", "Exempelgatan", "1", 15, 15, code: "93100", town: "Exempelstad")
        .Property("EXEMPEL 1:2", (40, 0, 40, 40)).House("h2", 50, 10).Address("a2", "Exempelgatan", "2", 55, 15, code: "93100", town: "Exempelstad");

    [Fact]
    public void A_home_without_registration_is_told_from_one_with()
    {
        Answer answer = TwoHouses().Lives(2, address: "a1").Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("h1", "h2"));
        Assert.Equal("no-registration-found", answer.Reason("h2"));
        Assert.Null(answer.Reason("h1"));
        Assert.Equal(2, answer.Residents("h1"));
        Assert.True(answer.IsCandidate("h2"));
    }

    [Fact]
    [Trait("Takes", "long")]
    public void Outlines_in_a_heap_are_no_parts_of_one_house_and_are_not_compared_all_with_all()
    {
        Town town = TwoHouses().Lives(2, address: "a1");
        for (int i = 0; i < 3000; i++)
        {
            town.House($"copy{i}", 200 + (i * 0.001), 10);
        }

        // All with all took a minute and a half.
        Answer answer = town.Ask();
        Assert.Equal("registered nobody-registered undetermined", answer.Statuses("h1", "h2", "copy1500"));
    }

    [Theory]
    [InlineData("EXEMPELGATAN 1")]
    [InlineData("Exempelg 1")]
    [InlineData("Exempelg. 1")]
    [InlineData("EXEMPELGATAN 1 LGH 1001")]
    [InlineData("c/o Xand, Exempelgatan 1")]
    [InlineData("C/O XAND EXEMPELGATAN 1")]
    [InlineData("Exempelgatan 1, 931 00 Exempelstad")]
    [InlineData("Exempelgatan1")]
    [InlineData("EXEMPELGATN 1")]
    [InlineData("EXEPMELGATAN 1")]
    [InlineData("EXEMPELGATAN 1 NB")]
    public void A_written_address_finds_its_house(string text)
    {
        Answer answer = TwoHouses().Lives(text: text).Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("h1", "h2"));
    }

    [Theory]
    [InlineData("EXEMPEL 1:2")]
    [InlineData("Exempel 1:2")]
    [InlineData("Fastigheten Exempel 1:2")]
    [InlineData("SKELLEFTEÅ EXEMPEL 1:2")]
    public void A_designation_in_the_column_of_the_address_leads_to_its_property(string text)
    {
        Answer answer = TwoHouses().Lives(text: text).Ask();
        Assert.Equal("nobody-registered registered", answer.Statuses("h1", "h2"));
        Assert.Equal(1, answer.Linked("property"));
    }

    [Fact]
    public void The_dwelling_goes_before_the_address_and_the_address_before_the_property()
    {
        Answer answer = TwoHouses().Dwelling("d2", null, "a2").Lives(dwelling: "d2", address: "a1", property: "EXEMPEL 1:1").Ask();
        Assert.Equal("nobody-registered registered", answer.Statuses("h1", "h2"));
        answer = TwoHouses().Lives(address: "a2", text: "Exempelgatan 1", property: "EXEMPEL 1:1").Ask();
        Assert.Equal("nobody-registered registered", answer.Statuses("h1", "h2"));
    }

    [Fact]
    public void A_property_with_one_dwelling_is_enough()
    {
        Answer answer = TwoHouses().Lives(property: "Exempel 1:2").Ask();
        Assert.Equal("nobody-registered registered", answer.Statuses("h1", "h2"));
        Assert.Equal(1, answer.Linked("property"));
    }

    [Fact]
    public void A_slip_in_the_number_that_the_property_gives_away_is_not_believed()
    {
        // Written 2, registered on 1:1 where number 1 stands: one of the two is a slip, and nothing tells which.
        Answer answer = TwoHouses().Lives(text: "Exempelgatan 2", property: "EXEMPEL 1:1").Ask();
        Assert.Equal("undetermined undetermined", answer.Statuses("h1", "h2"));
        Assert.Equal("uncertain-address", answer.Reason("h1"));
    }

    [Fact]
    public void A_number_that_the_street_lacks_names_no_house_and_weakens_the_street()
    {
        Answer answer = TwoHouses().Lives(text: "Exempelgatan 77").Ask();
        Assert.Equal("nobody-registered nobody-registered", answer.Statuses("h1", "h2"));
        Assert.Equal(1, answer.Unlinked("address-unknown"));
        Assert.Equal("Medium", answer.Confidence("h1"));
    }

    [Fact]
    public void A_village_without_addresses_is_weakened_by_who_writes_its_name_alone()
    {
        // No address of the village, no property stated: nothing names a house, but the tract has the village's name.
        Town town = new Town().WithManyOthers().Property("EXEMPELTRÄSK 1:1", (0, 0, 50, 50)).House("h", 10, 10)
            .Property("EXEMPELBYN 1:1", (500, 0, 50, 50)).House("other", 510, 10);
        Assert.Equal("Medium", town.Ask().Confidence("h"));
        Answer answer = town.Lives(text: "Exempelträsk 14").Ask();
        Assert.Equal("Weak Medium", $"{answer.Confidence("h")} {answer.Confidence("other")}");
        Assert.Equal(1, answer.Unlinked("address-unknown"));
    }

    [Fact]
    public void Too_few_links_make_every_home_without_one_undetermined_and_fewer_still_refuse()
    {
        Town town = new Town().Property("EXEMPEL 1:1", (0, 0, 40, 40)).House("h1", 10, 10).House("h2", 110, 10).Address("a1", "Exempelgatan", "1", 15, 15);
        Answer answer = town.Copy().Lives(7, address: "a1").Lives(3, text: "Okändvägen 5").Ask();
        Assert.Equal("registered undetermined", answer.Statuses("h1", "h2"));
        Assert.Equal("linkage-too-low", answer.Reason("h2"));
        Assert.Equal(1, answer.Run.Notices.Counts["linkage_too_low"]);
        Assert.Throws<InputException>(() => town.Copy().Lives(4, address: "a1").Lives(6, text: "Okändvägen 5").Ask());
    }

    [Fact]
    public void Without_any_register_between_persons_and_buildings_the_tool_refuses() =>
        Assert.Throws<InputException>(() => new Town().House("h1", 0, 0).Lives(text: "Exempelgatan 1").Ask());
}
