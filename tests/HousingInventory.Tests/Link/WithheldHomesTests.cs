using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>Where a withheld key leads, house by house: each of these protects somebody, or tells an officer that a key protects nobody.</summary>
public sealed class WithheldHomesTests
{
    private static void AssertLeadsSomewhere(Answer answer) => Assert.Empty(answer.Run.ForOfficer.Counts);

    private static void AssertLeadsNowhere(Answer answer) => Assert.Equal(["withheld_keys_lead_nowhere"], answer.Run.ForOfficer.Counts.Keys);

    [Fact]
    public void A_key_without_rings_and_dots_is_what_it_says_and_what_it_may_have_been()
    {
        Answer answer = new Town().WithManyOthers().Property("MALBYN 1:9", (0, 0, 40, 40)).House("plain", 10, 10).Address("a1", "Exempelgatan", "1", 15, 15)
            .Property("MÅLBYN 1:9", (40, 0, 40, 40)).House("ring", 50, 10).Address("a2", "Exempelgatan", "2", 55, 15).Withhold("Malbyn 1:9").Ask();
        Assert.Equal("registered registered", answer.Statuses("plain", "ring"));
    }

    /// <summary>The village has an address with the block's number: it was taken for what the key means, and the home of the property stayed on the list without a word.</summary>
    [Theory]
    [InlineData("EXEMPELANGSBY 1:9")]
    [InlineData("exempelangsby 1:9")]
    [InlineData("EXEMPELAENGSBY 1:9")]
    [InlineData("EXEMPELÄNGSBY1:9")]
    [InlineData("EXEMPELÄNGSBY 1/9")]
    [InlineData("EXEMPELÄNGSBY 1:9 lgh 1101")]
    [InlineData("stugan på Exempelängsby 1:9")]
    [InlineData("EXEMPELÄNGSBY 9:99 eller 1:9")]
    [InlineData("EXEMPELÄNGSBY 1:8 till 9")]
    [InlineData("EXEMPELÄNGSBY 1:8 t.o.m. 9")]
    [InlineData("Exempelängsby 1:8 resp 1:9")]
    [InlineData("fastighet:EXEMPELÄNGSBY 1:9")]
    public void A_designation_leads_to_its_property_and_not_to_the_number_of_its_block(string key)
    {
        Answer answer = Block().Withhold(key).Ask();
        Assert.Equal("registered", answer.Status("nine"));
        AssertLeadsSomewhere(answer);
    }

    [Fact]
    public void A_designation_that_no_property_has_leads_nowhere_though_the_village_has_the_number_of_its_block() =>
        AssertLeadsNowhere(Block().Withhold("EXEMPELÄNGSBY 1:77").Ask());

    private static Town Block() => new Town().WithManyOthers().Property("EXEMPELÄNGSBY 1:9", (0, 0, 40, 40)).House("nine", 10, 10)
        .Property("EXEMPELÄNGSBY 3:1", (400, 0, 40, 40)).House("one", 410, 10).Address("a1", "Exempelängsby", "1", 415, 15, village: true);

    [Fact]
    public void Two_members_of_one_key_that_both_lead_somewhere_are_no_key_that_leads_nowhere()
    {
        Town town = new Town().WithManyOthers().Property("MÅLBYN 1:9", (0, 0, 40, 40)).House("nine", 10, 10).Property("MÅLBYN 1:10", (40, 0, 40, 40)).House("ten", 50, 10)
            .Address("a9", "Björnvägen", "9", 15, 15).Address("a10", "Björnvägen", "10", 55, 15);
        foreach (string key in new[] { "Målbyn 1:9 och 1:10", "Malbyn 1:9 och 1:10", "Björnvägen 9-10", "Bjornvagen 9-10" })
        {
            Answer answer = town.Copy().Withhold(key).Ask();
            Assert.Equal("registered registered", answer.Statuses("nine", "ten"));
            AssertLeadsSomewhere(answer);
        }
    }

    [Fact]
    public void The_first_address_and_the_first_property_of_the_registers_are_found_without_accents_too()
    {
        Town town = new Town().Property("ÄNGSBYN 1:1", (0, 0, 40, 40)).House("home", 10, 10).Address("a", "Ängsvägen", "1", 15, 15)
            .Property("EXEMPEL 1:2", (40, 0, 40, 40)).House("next", 50, 10).Address("b", "Exempelgatan", "2", 55, 15).WithManyOthers();
        foreach (string key in new[] { "Angsvagen 1", "Angsbyn 1:1" })
        {
            Answer answer = town.Copy().Withhold(key).Ask();
            Assert.Equal("registered nobody-registered", answer.Statuses("home", "next"));
            AssertLeadsSomewhere(answer);
        }
    }

    [Fact]
    public void What_one_key_found_is_not_what_the_next_one_finds()
    {
        // The third property of the register is withheld; the third address stands elsewhere, and a second key leads nowhere.
        Town town = new Town().Property("EXEMPEL 1:1", (0, 0, 40, 40)).House("h1", 10, 10).Address("a1", "Exempelgatan", "1", 15, 15)
            .Property("EXEMPEL 1:2", (40, 0, 40, 40)).House("h2", 50, 10).Address("a2", "Exempelgatan", "2", 55, 15)
            .Property("EXEMPEL 1:3", (80, 0, 40, 40)).House("h3", 90, 10)
            .Property("EXEMPEL 1:4", (120, 0, 40, 40)).House("h4", 130, 10).Address("a4", "Exempelgatan", "4", 135, 15).WithManyOthers();
        Answer answer = town.Withhold("EXEMPEL 1:3").Withhold("EXEMPEL 77:7").Ask();
        Assert.Equal("nobody-registered nobody-registered registered nobody-registered", answer.Statuses("h1", "h2", "h3", "h4"));
        AssertLeadsNowhere(answer);
    }

    [Fact]
    public void The_key_of_a_dwelling_leads_to_its_building_and_to_its_address()
    {
        Town town = new Town().WithManyOthers().House("block", 0, 0).Address("a1", "Exempelgatan", "1", 5, 5).House("other", 100, 0).Address("a2", "Exempelgatan", "2", 105, 5)
            .Dwelling("of-building", null, null, "block").Dwelling("of-address", null, "a2");
        Answer answer = town.Copy().Withhold("of-building").Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("block", "other"));
        AssertLeadsSomewhere(answer);
        answer = town.Copy().Withhold("of-address").Ask();
        Assert.Equal("nobody-registered registered", answer.Statuses("block", "other"));
        AssertLeadsSomewhere(answer);
    }

    [Theory]
    [InlineData("---")]
    [InlineData("?")]
    [InlineData("0")]
    [InlineData("Exempelgatan 99")]
    public void A_key_without_a_word_or_number_that_is_known_is_told_to_lead_nowhere(string key)
    {
        Answer answer = new Town().WithManyOthers().House("home", 0, 0).Address("a", "Exempelgatan", "1", 5, 5).Withhold(key).Ask();
        Assert.Equal("nobody-registered", answer.Status("home"));
        AssertLeadsNowhere(answer);
    }

    [Fact]
    public void Without_a_property_map_an_address_leads_to_its_houses_and_one_without_a_house_nowhere()
    {
        Town town = new Town().House("home", 0, 0).Address("a", "Exempelgatan", "1", 5, 5).Address("empty", "Exempelgatan", "3", 900, 5).Lives(1000, address: "a")
            .House("next", 300, 0).Address("b", "Exempelgatan", "2", 305, 5);
        Answer answer = town.Copy().Withhold("b").Ask();
        Assert.Equal("registered", answer.Status("next"));
        AssertLeadsSomewhere(answer);
        AssertLeadsNowhere(town.Copy().Withhold("empty").Ask());
    }

    [Fact]
    public void A_withheld_address_without_a_house_protects_the_houses_with_addresses_on_its_property()
    {
        // The point of number 3 stands in the garden, where a house is planned or was torn down; also on the first property of the register.
        Town town = new Town().Property("EXEMPEL 1:1", (0, 0, 200, 60)).House("one", 10, 10).Address("a1", "Exempelgatan", "1", 15, 15).House("two", 60, 10)
            .Address("a2", "Exempelgatan", "2", 65, 15).Address("a3", "Exempelgatan", "3", 180, 50).WithManyOthers();
        Answer answer = town.Withhold("a3").Ask();
        Assert.Equal("registered registered", answer.Statuses("one", "two"));
        AssertLeadsSomewhere(answer);
    }

    [Fact]
    public void A_withheld_address_that_stands_beside_houses_without_addresses_protects_the_largest_and_the_first_of_equals()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 400, 60)).House("small", 10, 10, 8, 8).House("large", 150, 10, 14, 12).House("equal", 300, 10, 14, 12)
            .Address("far", "Exempelgatan", "1", 80, 50);
        foreach (string key in new[] { "far", "EXEMPEL 1:1" })
        {
            Answer answer = town.Copy().Withhold(key).Ask();
            Assert.Equal("registered", answer.Status("large"));
            Assert.DoesNotContain("registered", new[] { answer.Status("small"), answer.Status("equal") });
        }
    }

    [Fact]
    public void A_withheld_property_without_a_home_leads_somewhere_and_protects_nobody()
    {
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 40, 40)).Property("EXEMPEL 1:2", (40, 0, 40, 40)).House("next", 50, 10)
            .Address("a2", "Exempelgatan", "2", 55, 15).Withhold("EXEMPEL 1:1").Ask();
        Assert.Equal("nobody-registered", answer.Status("next"));
        AssertLeadsSomewhere(answer);
    }

    [Fact]
    public void A_number_behind_the_name_of_a_post_town_is_followed_to_all_its_villages_where_a_code_leaves_few_houses()
    {
        // People write "Exempelort 9" of number 9 in a village of that post town; which village is not said.
        Assert.Equal("registered registered", Villages(5).Withhold("EXEMPELORT 9, 93130 EXEMPELORT").Ask().Statuses("v0", "v4"));
        AssertLeadsSomewhere(Villages(5).Withhold("EXEMPELORT 9, 93130 EXEMPELORT").Ask());
        foreach (Town town in new[] { Villages(6).Withhold("EXEMPELORT 9, 93130 EXEMPELORT"), Villages(5).Withhold("EXEMPELORT 9, 93199 EXEMPELORT"), Villages(5).Withhold("EXEMPELORT 9") })
        {
            Answer answer = town.Ask();
            Assert.Equal("nobody-registered nobody-registered", answer.Statuses("v0", "v4"));
            AssertLeadsNowhere(answer);
        }

        static Town Villages(int count)
        {
            Town town = new Town().WithManyOthers();
            for (int i = 0; i < count; i++)
            {
                town.House($"v{i}", 300 * i, 0).Address($"v{i}", ((string[])["Norrbyn", "Söderbyn", "Västerbyn", "Österbyn", "Mellanbyn", "Ytterbyn"])[i], "9", (300 * i) + 5, 5, code: "93130", town: "Exempelort", village: true);
            }

            return town.House("other", 3000, 0).Address("other", "Ljusgatan", "1", 3005, 5, code: "93199", town: "Exempelort");
        }
    }
}
