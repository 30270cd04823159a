using HousingInventory.Configuration;
using HousingInventory.Flag;
using HousingInventory.Model;

namespace HousingInventory.Tests.Towns;

/// <summary>Limits and choices of Link and Flag of which no other town shows the effect.</summary>
public sealed class LinkDetailTests
{
    [Fact]
    public void A_withheld_further_house_protects_the_main_house_of_its_yard()
    {
        // No property map: the guest house 18 m from the main house is taken for its further house.
        Town town = new Town().WithManyOthers().House("main", 0, 0).Address("a", "Exempelgatan", "1", 5, 5).House("guest", 30, 0, 8, 8);
        Assert.Equal("nobody-registered secondary", town.Copy().Ask().Statuses("main", "guest"));
        Assert.Equal("registered", town.Withhold("guest").Ask().Status("main"));
    }

    [Fact]
    public void A_reserved_address_is_not_meant_where_one_in_force_has_the_same_writing()
    {
        Town town = new Town().WithManyOthers()
            .House("old", 0, 0).Address("inforce", "Exempelgatan", "12", 5, 5)
            .House("coming", 500, 0).Address("reserved", "Exempelgatan", "12", 505, 5, inForce: false)
            .Lives(text: "Exempelgatan 12");
        Assert.Equal("registered nobody-registered", town.Ask().Statuses("old", "coming"));
    }

    [Fact]
    public void The_only_house_without_an_address_takes_an_address_without_a_building()
    {
        // The address 25 lies far from every house; of the two on the stated property one has an address, which is no slip of 25.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 100, 60)).House("first", 10, 10).Address("a1", "Exempelgatan", "1", 15, 15)
            .House("second", 60, 30).Address("a25", "Exempelgatan", "25", 9000, 9000)
            .Lives(text: "Exempelgatan 25", property: "EXEMPEL 1:1");
        Assert.Equal("nobody-registered registered", town.Ask().Statuses("first", "second"));
        Assert.Equal(1, town.Ask().Linked("property"));
    }

    [Fact]
    public void A_house_under_fifty_square_metres_is_the_less_likely_one_for_an_address()
    {
        // 45 and 55 m²: the point stands 2 m from the small house and 25 m from the other, yet 2 + 60 is more than 25.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 100, 60)).House("large", 35, 20, 11, 5).House("small", 60, 20, 9, 5)
            .Address("a", "Exempelgatan", "1", 71, 22);
        Assert.Equal("nobody-registered secondary", town.Ask().Statuses("large", "small"));
    }

    [Theory]
    [InlineData(0.5, "registered nobody-registered")]
    [InlineData(2, "registered registered")]
    public void Parts_of_one_house_share_at_least_a_metre_and_a_half_of_wall(double wall, string statuses)
    {
        // The house on the western property reaches so far along the eastern one's wall; only the western property has an address.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 10, 40)).Property("EXEMPEL 1:2", (10, 0, 30, 40))
            .House("west", 0, 0, 10, 10).House("east", 10, 10 - wall, 10, 10).Address("a", "Exempelgatan", "1", 5, 5).Lives(address: "a", property: "EXEMPEL 1:1");
        Assert.Equal(statuses, town.Ask().Statuses("west", "east"));
    }

    [Fact]
    public void The_parts_of_a_split_house_are_added_up_for_its_footprint()
    {
        // 40 and 30 m² are 70: over 50 together, under it each.
        Town town = new Town { Config = new InventoryConfig { Candidates = new CandidatesConfig { FootprintM2 = new() { Min = 50 }, Settlements = null, StopWithinM = null } } }
            .WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 8, 40)).Property("EXEMPEL 1:2", (8, 0, 30, 40))
            .House("west", 0, 0, 8, 5).House("east", 8, 0, 6, 5).Address("a", "Exempelgatan", "1", 4, 2);
        Assert.True(town.Ask().IsCandidate("west"));
    }

    [Theory]
    [InlineData(949, true)]
    [InlineData(950, false)]
    public void Under_ninety_five_linked_of_a_hundred_weaken_every_ground(int linked, bool weaker)
    {
        Town town = new Town().House("many", 9000, 0).Address("am", "Exempelhögen", "1", 9005, 5).Lives(linked, address: "am")
            .Home("home", 0, 0).Lives(1000 - linked, address: "nowhere");
        Answer answer = town.Ask();
        Assert.Equal(weaker, answer.Flags.ConfidenceReasons[answer.Index("home")].Contains(ConfidenceReason.FewLinked));
    }

    [Theory]
    [InlineData(4900, "Exempelgatan")]
    [InlineData(5100, "–")]
    public void A_house_without_anything_is_named_after_an_address_within_five_kilometres(double distance, string locality) =>
        Assert.Equal(locality, new Town().House("lonely", 0, 0).House("town", distance, 0).Address("a", "Exempelgatan", "1", distance + 6, 5).Ask().Locality("lonely"));

    [Fact]
    public void A_house_across_a_border_belongs_to_every_property_with_a_fifth_of_it()
    {
        // A third of the house lies on the eastern property; a tenth would be a roof's edge.
        Town Make(double east) => new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 30, 40)).Property("EXEMPEL 1:2", (30, 0, 30, 40))
            .House("home", 18 + east, 10, 12, 10).Address("a", "Exempelgatan", "1", 5, 1).Lives(property: "EXEMPEL 1:2");
        Assert.Equal("registered", Make(4).Ask().Status("home"));
        Assert.Equal("nobody-registered", Make(1.2).Ask().Status("home"));
    }

    [Fact]
    public void A_written_address_in_another_post_town_is_another_street()
    {
        // The register has the street in one town; the row is of a town and postal code that it lacks.
        Town town = new Town().WithManyOthers().House("home", 0, 0).Address("a", "Parkvägen", "7", 5, 5, code: "93130", town: "EXEMPELSTAD");
        Assert.Equal("registered", town.Copy().Lives(text: "Parkvägen 7", code: "93130", town: "EXEMPELSTAD").Ask().Status("home"));
        Assert.Equal("registered", town.Copy().Lives(text: "Parkvägen 7", code: "93131", town: "EXEMPELSTAD").Ask().Status("home"));
        Assert.Equal("nobody-registered", town.Copy().Lives(text: "Parkvägen 7", code: "95000", town: "UTBY").Ask().Status("home"));
    }

    [Fact]
    public void In_a_place_without_any_address_the_property_holds_against_a_street_of_the_same_name()
    {
        // Five homes on five properties of one tract, no address among them; Parkvägen 2 stands in another tract.
        Town town = new Town().WithManyOthers().Property("STADEN 1:1", (9000, 0, 50, 50)).House("there", 9010, 10).Address("a", "Parkvägen", "2", 9015, 15);
        for (int i = 1; i <= 5; i++)
        {
            town.Property($"UTBYN 1:{i}", (i * 100, 0, 50, 50)).House($"h{i}", (i * 100) + 10, 10);
        }

        Answer answer = town.Lives(text: "Parkvägen 2", property: "UTBYN 1:2").Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("h2", "there"));
    }

    [Fact]
    public void Of_two_rows_of_one_person_without_a_day_neither_home_is_told_empty()
    {
        Town town = new Town().WithManyOthers().Home("one", 0, 0).Home("two", 500, 0).Lives(address: "a-one");
        town.More.Add(inputs => inputs.Registrations!.MayAlsoBe(
            inputs.Registrations.IndexOf(new RegistrationKey(null, "a-two", null, null, null, null, null, null, null))));
        Answer answer = town.Ask();
        Assert.Equal("registered undetermined", answer.Statuses("one", "two"));
        Assert.Equal(0, answer.Residents("two"));
    }
}
