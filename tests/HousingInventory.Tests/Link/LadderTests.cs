using HousingInventory.Diagnostics;
using HousingInventory.Model;
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

    /// <summary>Farms whose addresses have no number are homes of the village as numbered ones are.</summary>
    [Fact]
    public void Whoever_writes_the_village_alone_may_live_at_a_farm_without_number()
    {
        Town town = new Town().WithManyOthers().House("numbered", 0, 0).Address("a1", "Exempelbyn", "1", 5, 5, village: true).House("farm", 500, 0).Address("a2", "Exempelbyn", null, 505, 5, farm: "Nygården")
            .House("elsewhere", 2000, 0).Address("a3", "Annanbyn", "1", 2005, 5, village: true);
        Answer answer = town.Copy().Lives(text: "Exempelbyn").Ask();
        Assert.Equal("undetermined undetermined nobody-registered", answer.Statuses("numbered", "farm", "elsewhere"));
        Assert.Equal("uncertain-address", answer.Reason("farm"));

        // With a number that no farm has, none is named, and all of the village are weaker for it.
        answer = town.Lives(text: "Exempelbyn 77").Ask();
        Assert.Equal("Weak Weak Medium", $"{answer.Confidence("numbered")} {answer.Confidence("farm")} {answer.Confidence("elsewhere")}");
        Assert.Equal(1, answer.Unlinked("address-unknown"));
    }

    [Fact]
    public void A_village_of_farms_without_numbers_is_known_by_its_name()
    {
        Town town = new Town().WithManyOthers();
        for (int i = 0; i < 6; i++)
        {
            town.House($"farm{i}", i * 500, 0).Address($"a{i}", "Exempelbyn", null, (i * 500) + 5, 5, farm: $"Gård{(char)('a' + i)}");
        }

        Assert.Equal("Medium", town.Ask().Confidence("farm5"));
        Answer answer = town.Copy().Lives(text: "Exempelbyn").Ask();
        Assert.Equal(["nobody-registered"], answer.Statuses("farm0", "farm1", "farm2", "farm3", "farm4", "farm5").Split(' ').Distinct());
        Assert.Equal("Weak", answer.Confidence("farm5"));
        Assert.Equal("Weak", town.Copy().Lives(text: "Exempelbyn 3").Ask().Confidence("farm5"));

        // The farm's own name still leads to it, and to no other.
        answer = town.Lives(text: "Exempelbyn Gårdb").Lives(text: "Gårdc").Ask();
        Assert.Equal("nobody-registered registered registered nobody-registered", answer.Statuses("farm0", "farm1", "farm2", "farm3"));
    }

    /// <summary>The address stands in one house, the property is the neighbour's: one or several homes without an address stand there. Whoever is meant, the house of the address may be it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_house_in_which_the_written_address_stands_is_doubted_where_the_stated_property_holds(int homes)
    {
        Town town = new Town().WithManyOthers().Property("EXEMPELBYN 1:1", (0, 0, 50, 50)).House("own", 10, 10).Address("a", "Exempelbyn", "8", 15, 15, village: true)
            .Property("EXEMPELBYN 2:1", (60, 0, 50, 50));
        for (int i = 0; i < homes; i++)
        {
            town.House($"n{i}", 62 + (i * 20), 10);
        }

        Assert.Equal("nobody-registered", town.Ask().Status("own"));
        Answer answer = town.Copy().Lives(2, text: "Exempelbyn 8", property: "EXEMPELBYN 2:1").Ask();
        Assert.Equal("undetermined", answer.Status("own"));
        Assert.Equal(homes == 1 ? "registered" : "undetermined", answer.Status("n0"));

        // Where somebody lives there by other rows it stays registered.
        Assert.Equal("registered", town.Lives(2, text: "Exempelbyn 8", property: "EXEMPELBYN 2:1").Lives(address: "a").Ask().Status("own"));
    }

    /// <summary>One address of the village has no number of its own: who writes the village alone may live there, at a numbered one, or where the property says.</summary>
    [Fact]
    public void An_address_without_number_is_not_all_of_its_village()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPELBYN 1:1", (0, 0, 40, 40)).House("plain", 0, 0).Address("a1", "Exempelbyn", null, 5, 5, village: true)
            .Property("EXEMPELBYN 1:2", (500, 0, 40, 40)).House("numbered", 500, 0).Address("a2", "Exempelbyn", "2", 505, 5, village: true);
        Answer answer = town.Copy().Lives(text: "Exempelbyn").Ask();
        Assert.Equal("undetermined undetermined", answer.Statuses("plain", "numbered"));
        Assert.Equal("nobody-registered registered", town.Copy().Lives(text: "Exempelbyn", property: "EXEMPELBYN 1:2").Ask().Statuses("plain", "numbered"));
        Assert.Equal("nobody-registered registered", town.Copy().Lives(text: "Exempelbyn 2").Ask().Statuses("plain", "numbered"));
        Assert.Equal("registered nobody-registered", town.Copy().Lives(address: "a1").Ask().Statuses("plain", "numbered"));

        // As the only address of its name it is that.
        Assert.Equal("registered", new Town().WithManyOthers().House("plain", 0, 0).Address("a1", "Exempelbyn", null, 5, 5, village: true).Lives(text: "Exempelbyn").Ask().Status("plain"));

        // A withheld key that is written so protects it all the same.
        Assert.Equal("registered", town.Withhold("Exempelbyn").Ask().Status("plain"));
    }

    /// <summary>In a village of many addresses a withheld key that is the one without a number still protects its home, however much of the town stands behind it.</summary>
    [Theory]
    [InlineData("Exempelbyn")]
    [InlineData("EXEMPELBYN, 93100 STADEN")]
    [InlineData("Exempelbyn 931 00 Staden")]
    public void A_withheld_address_without_number_is_protected_in_a_village_of_many(string key)
    {
        Town town = new Town().WithManyOthers().House("plain", 0, 0).Address("a0", "Exempelbyn", null, 5, 5, code: "93100", town: "Staden", village: true);
        for (int i = 1; i < 9; i++)
        {
            town.House($"h{i}", i * 500, 0).Address($"a{i}", "Exempelbyn", $"{i}", (i * 500) + 5, 5, code: "93100", town: "Staden", village: true);
        }

        Answer answer = town.Withhold(key).Ask();
        Assert.Equal("registered", answer.Status("plain"));
    }

    /// <summary>Villages alone, and with numbers that they lack, with a slip in the name; a village that stands there letter for letter is no misspelt other one.</summary>
    [Theory]
    [InlineData("Exempelträsxk", "Weak", "Medium")]
    [InlineData("Exempelträsxk 77", "Weak", "Medium")]
    [InlineData("Exempeltrsk 77", "Weak", "Medium")]
    [InlineData("Exempelmoren", "Medium", "Weak")]
    public void A_misspelt_village_is_weakened_where_its_number_is_missing(string text, string lake, string moor)
    {
        Town town = new Town().WithManyOthers();
        for (int i = 1; i <= 6; i++)
        {
            town.House($"l{i}", i * 500, 0).Address($"l{i}", "Exempelträsk", $"{i}", (i * 500) + 5, 5, village: true)
                .House($"m{i}", i * 500, 9000).Address($"m{i}", "Exempelmoren", $"{i}", (i * 500) + 5, 9005, village: true);
        }

        town.House("o", 0, 20_000).Address("o", "Exempelmorän", null, 5, 20_005, village: true);
        Answer answer = town.Lives(text: text).Ask();
        Assert.Equal($"{lake} {moor} nobody-registered", $"{answer.Confidence("l1")} {answer.Confidence("m1")} {answer.Status("o")}");
    }

    /// <summary>Words in front that no register knows: a house's name, somebody's, or another street's. The house may be meant, and nobody is linked.</summary>
    [Theory]
    [InlineData("Exempelgläntan Exempelgatan 1")]
    [InlineData("Erik Exempelsson Exempelgatan 1, 93100 Staden")]
    [InlineData("Uppgång Exempelgatan 1")]
    public void A_street_behind_unknown_words_may_be_meant(string text)
    {
        Answer answer = TwoHouses().Lives(text: text).Ask();
        Assert.Equal("undetermined nobody-registered", answer.Statuses("h1", "h2"));
        Assert.Equal("uncertain-address", answer.Reason("h1"));
        Assert.Equal(1, answer.Unlinked("address-unknown"));
    }

    [Theory]
    [InlineData("Norra Exempelgatan 1")]
    [InlineData("Lilla Exempelgatan 1")]
    public void Another_street_by_its_first_word_is_not_meant(string text) =>
        Assert.Equal("nobody-registered nobody-registered", TwoHouses().Lives(text: text).Ask().Statuses("h1", "h2"));

    /// <summary>A place behind the street's name, where the register has it in a column of its own.</summary>
    [Theory]
    [InlineData("Exempelgatan (Lillstaden) 1", "nobody-registered registered")]
    [InlineData("Exempelgatan Lillstaden 1", "nobody-registered registered")]
    [InlineData("Exempelg. (Lillstaden) 1", "nobody-registered registered")]
    [InlineData("EXEMPELGATAN (STADEN) 1", "registered nobody-registered")]
    [InlineData("Exempelgatan (Annanstad) 1", "nobody-registered nobody-registered")]
    public void A_place_behind_the_name_tells_streets_of_one_name_apart(string text, string statuses)
    {
        Town town = new Town().WithManyOthers().House("city", 0, 0).Address("a1", "Exempelgatan", "1", 5, 5, code: "93100", town: "Staden")
            .House("small", 9000, 0).Address("a2", "Exempelgatan", "1", 9005, 5, code: "93010", town: "Lillstaden");
        Assert.Equal(statuses, town.Lives(text: text).Ask().Statuses("city", "small"));
    }

    /// <summary>A span or list behind the place names all its members there, and none of the other town's.</summary>
    [Theory]
    [InlineData("Exempelgatan (Lillstaden) 1-3")]
    [InlineData("Exempelg. (Lillstaden) 1 och 3")]
    public void A_list_behind_a_place_names_all_its_houses_there(string text)
    {
        Town town = new Town().WithManyOthers();
        foreach ((string number, double y) in (ReadOnlySpan<(string, double)>)[("1", 0), ("3", 400)])
        {
            town.House("city" + number, 0, y).Address("a" + number, "Exempelgatan", number, 5, y + 5, code: "93100", town: "Staden")
                .House("small" + number, 9000, y).Address("b" + number, "Exempelgatan", number, 9005, y + 5, code: "93010", town: "Lillstaden");
        }

        Assert.Equal("nobody-registered nobody-registered undetermined undetermined", town.Lives(text: text).Ask().Statuses("city1", "city3", "small1", "small3"));
    }

    /// <summary>Number 14 stands twice in the village, once at a farm that the text leaves out; the property is the farm's.</summary>
    [Fact]
    public void A_farm_that_the_text_leaves_out_is_doubted_where_the_property_names_it()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPELBYN 1:1", (0, 0, 40, 40)).House("farm", 0, 0).Address("a1", "Exempelbyn", "14", 5, 5, farm: "Nygården")
            .Property("EXEMPELBYN 1:2", (500, 0, 40, 40)).House("plain", 500, 0).Address("a2", "Exempelbyn", "14", 505, 5, village: true);
        Assert.Equal("undetermined undetermined", town.Copy().Lives(text: "Exmpelbyn 14", property: "EXEMPELBYN 1:1").Ask().Statuses("farm", "plain"));
        Assert.Equal("nobody-registered registered", town.Copy().Lives(text: "Exempelbyn 14", property: "EXEMPELBYN 1:2").Ask().Statuses("farm", "plain"));
    }

    /// <summary>A dwelling register without ids of addresses leads by their text where one address has it, spelt as the register spells it or shortened.</summary>
    [Theory]
    [InlineData("Exempelgatan 1", "registered nobody-registered")]
    [InlineData("Exempelg. 1", "registered nobody-registered")]
    [InlineData("Exemplgatan 1", "nobody-registered nobody-registered")]
    [InlineData("Exempelgatan 3", "nobody-registered nobody-registered")]
    [InlineData(null, "nobody-registered nobody-registered")]
    public void A_dwelling_lies_at_the_address_that_its_text_names(string? text, string statuses)
    {
        Town town = TwoHouses().WithManyOthers();
        town.More.Add(given => given.Dwellings.Add(new Dwelling { Key = "d", Number = "1001", AddressText = text }));
        Assert.Equal(statuses, town.Copy().Lives(dwelling: "d").Ask().Statuses("h1", "h2"));
        town.Address("twin", "Exempelgatan", "1", 9000, 0);
        Assert.Equal(0, town.Lives(dwelling: "d").Ask().Linked("dwelling-id"));
    }

    /// <summary>The id of the dwelling and the written address agree; the code is another town's, where there is an address of that writing too.</summary>
    [Fact]
    public void A_text_that_is_letter_for_letter_the_dwellings_doubts_no_other_house()
    {
        Town town = new Town().WithManyOthers().House("home", 0, 0).Address("a1", "Exempelgatan", "1", 5, 5, code: "93100", town: "Staden").Dwelling("d", "1001", "a1", "home")
            .House("other", 9000, 0).Address("a2", "Exempelgatan", "1", 9005, 5, code: "93010", town: "Lillstaden");
        Assert.Equal("registered nobody-registered", town.Copy().Lives(text: "Exempelgatan 1", dwelling: "d", code: "93010").Ask().Statuses("home", "other"));
        Assert.Equal("registered undetermined", town.Copy().Lives(text: "Exempelg. 1", dwelling: "d", code: "93010").Ask().Statuses("home", "other"));
    }

    /// <summary>A house on four properties, one part in the middle: whoever lives at its one address lives in all of it.</summary>
    [Fact]
    public void Parts_that_share_walls_with_one_in_their_midst_are_one_house()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPELBYN 1:1", (20, 20, 10, 10)).Property("EXEMPELBYN 1:2", (0, 20, 20, 10)).Property("EXEMPELBYN 1:3", (30, 20, 20, 10)).Property("EXEMPELBYN 1:4", (20, 0, 10, 20))
            .House("west", 10, 20, 10, 10).House("east", 30, 20, 10, 10).House("south", 20, 10, 10, 10).House("middle", 20, 20, 10, 10).Address("a", "Exempelbyn", "1", 25, 25, village: true).Lives(3, address: "a");
        Answer answer = town.Ask();
        Assert.Equal("registered registered registered registered", answer.Statuses("west", "east", "south", "middle"));
        Assert.Single(answer.Linkage.HouseOf.Distinct(), h => h != answer.Index("many"));
    }

    /// <summary>Of a list that is written members that are only reserved are not meant beside one in force, wherever they stand in it.</summary>
    [Theory]
    [InlineData("Exempelgatan 2, 4", false, true)]
    [InlineData("Exempelgatan 4 och 2", true, false)]
    [InlineData("Exempelgatan 2-6", false, true)]
    public void Reserved_members_of_a_list_are_not_meant_beside_one_in_force(string text, bool first, bool second)
    {
        Town town = new Town().WithManyOthers().House("h2", 0, 0).Address("a2", "Exempelgatan", "2", 5, 5, inForce: first || !second).House("h4", 300, 0).Address("a4", "Exempelgatan", "4", 305, 5, inForce: second || !first)
            .House("h6", 600, 0).Address("a6", "Exempelgatan", "6", 605, 5, inForce: false);
        string statuses = town.Lives(2, text: text).Ask().Statuses("h2", "h4", "h6");
        Assert.Equal(first ? "registered nobody-registered nobody-registered" : "nobody-registered registered nobody-registered", statuses);
    }

    /// <summary>A register that gives the address as one text: its label goes before its members, and an address of its own before a member.</summary>
    [Fact]
    public void A_whole_text_of_the_register_with_a_span_names_its_members()
    {
        Town town = new Town().WithManyOthers().House("span", 0, 0).Address("a1", "Exempelgatan 4-8", null, 5, 5).House("own", 300, 0).Address("a2", "Exempelgatan 6", null, 305, 5);
        Assert.Equal("registered nobody-registered", town.Copy().Lives(text: "Exempelgatan 4").Ask().Statuses("span", "own"));
        Assert.Equal("registered nobody-registered", town.Copy().Lives(text: "Exempelgatan 8").Ask().Statuses("span", "own"));
        Assert.Equal("registered nobody-registered", town.Copy().Lives(text: "Exempelgatan 4-8").Ask().Statuses("span", "own"));
        Assert.Equal("nobody-registered registered", town.Copy().Lives(text: "Exempelgatan 6").Ask().Statuses("span", "own"));
    }

    /// <summary>
    /// Eight villages of a post town have a number 7, and two of these homes have nobody: whoever writes the post town with the number lives in one of them, and not in a home without an
    /// address, however many of those there are.
    /// </summary>
    [Fact]
    public void Homes_of_which_one_is_meant_are_weaker_and_count_in_the_estimate()
    {
        Town town = new();
        for (int i = 0; i < 8; i++)
        {
            town.House($"v{i}", i * 500, 0).Address($"a{i}", $"Exempelby{(char)('a' + i)}", "7", (i * 500) + 5, 5, code: "93100", town: "Staden", village: true)
                .House($"o{i}", i * 500, 5000).Address($"b{i}", $"Exempelby{(char)('a' + i)}", "9", (i * 500) + 5, 5005, code: "93100", town: "Staden", village: true).House($"none{i}", i * 500, 900);
        }

        for (int i = 2; i < 8; i++)
        {
            town.Lives(3, text: $"Exempelby{(char)('a' + i)} 7", code: "93100").Lives(3, text: $"Exempelby{(char)('a' + i)} 9", code: "93100");
        }

        Answer before = town.Ask();
        Assert.Equal("nobody-registered nobody-registered undetermined", before.Statuses("v0", "o0", "none0"));
        Assert.Equal(("out-of-reach", 0), (before.Reason("none0"), before.Flags.Expected.AtMost));
        Answer answer = town.Lives(3, text: "Staden 7", code: "93100", town: "STADEN").Ask();
        Assert.Equal(3, answer.Unlinked("several-addresses"));
        Assert.Equal(0, answer.Linkage.Unplaced.HomesByArea.GetValueOrDefault(93100));
        Assert.Equal([(8, 1.0)], answer.Linkage.Unplaced.Among.Select(a => (a.Houses.Length, a.Homes)));
        Assert.Equal((true, false), (answer.Linkage.NearUnlinked[answer.Index("v0")], answer.Linkage.NearUnlinked[answer.Index("o0")]));

        // It belongs to one of the two sevens that are empty, which is more than one in ten; the nines are none of its.
        Assert.Equal("undetermined undetermined nobody-registered", answer.Statuses("v0", "v1", "o0"));
        Assert.Equal(("unlinked-nearby", 0), (answer.Reason("v0"), answer.Flags.Expected.AtMost));
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
