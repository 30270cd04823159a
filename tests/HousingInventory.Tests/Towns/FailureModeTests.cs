using HousingInventory.Flag;
using HousingInventory.Model;

namespace HousingInventory.Tests.Towns;

/// <summary>
/// The rows of the table of failure modes in linking residents to buildings (swedish-registers.md, section 5), each as a town of its own. Rows 4, 10, 12, 18,
/// 19, 20 and 22 are settled when files are read, and tested there.
/// </summary>
public sealed class FailureModeTests
{
    [Fact]
    public void Mode_01_House_guest_house_and_old_house_on_one_property()
    {
        // The address point lies in the house; neither the guest house nor the old house has an address.
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 100, 100))
            .House("house", 10, 10).House("guest", 40, 10, 8, 6).House("old", 10, 60)
            .Address("a", "Exempelgatan", "1", 15, 15).Lives(3, address: "a").Ask();
        Assert.Equal("registered secondary secondary", answer.Statuses("house", "guest", "old"));
    }

    [Fact]
    public void Mode_01_With_nobody_at_all_the_house_is_listed_and_the_others_are_not()
    {
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 100, 100))
            .House("house", 10, 10).House("guest", 40, 10, 8, 6).Address("a", "Exempelgatan", "1", 25, 2).Ask();
        Assert.Equal("nobody-registered secondary", answer.Statuses("house", "guest"));
    }

    [Fact]
    public void Mode_02_Farm_with_several_homes_and_generations()
    {
        // Each home has its farm address; the parents' home is empty. One son is written on the property alone and may live in any of the three.
        Town town = new Town().WithManyOthers().Property("EXEMPELBYN 1:1", (0, 0, 300, 300))
            .House("old", 10, 10).House("new", 100, 10).House("third", 200, 200)
            .Address("ao", "Exempelbyn", null, 15, 15, farm: "Gammelgården").Address("an", "Exempelbyn", null, 105, 15, farm: "Nygården")
            .Address("at", "Exempelbyn", null, 205, 205, farm: "Skogsgården")
            .Lives(2, text: "EXEMPELBYN NYGÅRDEN").Lives(text: "Skogsgården", property: "EXEMPELBYN 1:1");
        Assert.Equal("nobody-registered registered registered", town.Ask().Statuses("old", "new", "third"));
        Answer answer = town.Lives(property: "EXEMPELBYN 1:1").Ask();
        Assert.Equal("undetermined registered registered", answer.Statuses("old", "new", "third"));
        Assert.Equal("unplaced-on-property", answer.Reason("old"));
    }

    [Fact]
    public void Mode_03_House_split_by_a_property_border()
    {
        // The border runs along x = 20; the address lies in the western part, of 12 m; the eastern part of 8 m has none.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 20, 40)).Property("EXEMPEL 1:2", (20, 0, 20, 40))
            .House("west", 8, 10).House("east", 20, 10, 8).Address("a", "Exempelgatan", "1", 12, 15);
        Assert.Equal("nobody-registered nobody-registered", town.Ask().Statuses("west", "east"));
        Assert.True(town.Ask().IsCandidate("west"));
        Assert.Equal("house-part", town.Ask().LeftOut("east"));
        Assert.Equal("registered registered", town.Copy().Lives(address: "a").Ask().Statuses("west", "east"));
        Assert.Equal("registered registered", town.Copy().Lives(property: "EXEMPEL 1:2").Ask().Statuses("west", "east"));
    }

    [Fact]
    public void Mode_03_Row_houses_share_walls_and_stay_apart()
    {
        Town town = new Town().WithManyOthers();
        for (int i = 0; i < 4; i++)
        {
            town.Property($"EXEMPEL 2:{i}", (i * 8, 0, 8, 40)).House($"row{i}", i * 8, 10, 8, 10, i % 2 == 0 ? "Småhus radhus" : "Småhus kedjehus");
        }

        // The address of row1 got lost; its people are written on the property.
        town.Address("r0", "Exempelgatan", "1", 4, 15).Address("r2", "Exempelgatan", "5", 20, 15).Address("r3", "Exempelgatan", "7", 28, 15)
            .Lives(address: "r0").Lives(address: "r3").Lives(property: "EXEMPEL 2:1");
        Assert.Equal("registered registered nobody-registered registered", town.Ask().Statuses("row0", "row1", "row2", "row3"));
    }

    [Fact]
    public void Mode_05_Leased_land_goes_by_the_address_before_the_property()
    {
        // The house stands on the landowner's forest; the register names the owner's home farm as the property.
        Answer answer = new Town().WithManyOthers()
            .Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("owner", 10, 10).Address("ao", "Exempelvägen", "1", 15, 15)
            .Property("EXEMPEL 1:9", (500, 0, 500, 500)).House("leased", 600, 100).Address("al", "Exempelstigen", "8", 605, 105)
            .Lives(2, text: "EXEMPELSTIGEN 8", property: "EXEMPEL 1:1").Ask();
        Assert.Equal("nobody-registered registered", answer.Statuses("owner", "leased"));
    }

    [Theory]
    [InlineData("EXEMPELBY 4")]
    [InlineData("EXEMPELBYN4")]
    [InlineData("EXEMPELBYN 4, 931 92 EXEMPELSTAD")]
    public void Mode_06_Village_address_spelt_differently(string text)
    {
        Answer answer = new Town().WithManyOthers().House("house", 0, 0).Address("a", "Exempelbyn", "4", 5, 5, village: true).Lives(text: text).Ask();
        Assert.Equal("registered", answer.Status("house"));
    }

    [Theory]
    [InlineData("NYGÅRDEN")]
    [InlineData("EXEMPELBYN NYGÅRDN")]
    [InlineData("NYGÅRDEN EXEMPELBYN")]
    public void Mode_06_Farm_address_spelt_differently(string text)
    {
        // There is a farm of the same name in another village, with another post town.
        Answer answer = new Town().WithManyOthers()
            .House("house", 0, 0).Address("a", "Exempelbyn", null, 5, 5, farm: "Nygården", code: "93192", town: "Exempelstad")
            .House("other", 5000, 0).Address("b", "Exempelträsk", null, 5005, 5, farm: "Nygården", code: "93491", town: "Exempelmark")
            .Lives(text: text, code: "93192", town: "EXEMPELSTAD").Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("house", "other"));
    }

    [Fact]
    public void Mode_06_A_village_without_addresses_is_no_misspelling_of_its_neighbour()
    {
        // Exempelböle has no addresses and two homes on one property; Exempelbölen, one letter longer, has a number 4.
        Town town = new Town().WithManyOthers()
            .Property("EXEMPELBÖLE 1:5", (0, 0, 100, 100)).House("one", 10, 10).House("two", 60, 60)
            .Property("EXEMPELBÖLEN 1:1", (5000, 0, 100, 100)).House("far", 5010, 10).Address("far4", "Exempelbölen", "4", 5015, 15, village: true);
        Assert.Equal("undetermined undetermined nobody-registered", town.Copy().Lives(text: "EXEMPELBÖLE 4", property: "EXEMPELBÖLE 1:5").Ask().Statuses("one", "two", "far"));
        Assert.Equal("undetermined undetermined nobody-registered", town.Copy().Lives(text: "EXEMPELBÖLE 4").Ask().Statuses("one", "two", "far"));
        Assert.Equal("unlinked-nearby", town.Copy().Lives(text: "EXEMPELBÖLE 4").Ask().Reason("one"));
        Assert.Equal("Weak Strong", $"{town.Copy().Lives(text: "EXEMPELBÖLE 4").Ask().Confidence("one")} {town.Copy().Lives(text: "EXEMPELBÖLE 4").Ask().Confidence("far")}");
        Assert.Equal("registered", town.Copy().Lives(text: "EXEMPELBLÖEN 4").Ask().Status("far"));
    }

    [Fact]
    public void Mode_06_A_misspelt_village_is_not_believed_against_homes_without_an_address()
    {
        // The stated property has two homes and no address; the text is one slip from an address elsewhere: either may be meant.
        Answer answer = new Town().WithManyOthers()
            .Property("EXEMPELMYRAN 1:5", (0, 0, 100, 100)).House("one", 10, 10).House("two", 60, 60)
            .Property("EXEMPELBÖLEN 1:1", (5000, 0, 100, 100)).House("far", 5010, 10).Address("far4", "Exempelbölen", "4", 5015, 15, village: true)
            .Lives(text: "EXEMPELBÖLN 4", property: "EXEMPELMYRAN 1:5").Ask();
        Assert.Equal("undetermined undetermined undetermined", answer.Statuses("one", "two", "far"));
    }

    [Fact]
    public void Mode_06_Post_town_in_the_place_of_the_village()
    {
        // Two villages of the post town have a number 4, one of them under the postal code that is written; only one has a number 9.
        Town town = new Town().WithManyOthers()
            .House("a4", 0, 0).Address("a4", "Exempelbyn", "4", 5, 5, code: "93192", town: "Exempelstad", village: true)
            .House("b4", 5000, 0).Address("b4", "Exempelträsk", "4", 5005, 5, code: "93193", town: "Exempelstad", village: true)
            .House("b9", 6000, 0).Address("b9", "Exempelträsk", "9", 6005, 5, code: "93193", town: "Exempelstad", village: true)
            .House("street", 7000, 0).Address("s9", "Exempelgatan", "9", 7005, 5, code: "93130", town: "Exempelstad");
        Assert.Equal("registered nobody-registered", town.Copy().Lives(text: "EXEMPELSTAD 4", code: "93192").Ask().Statuses("a4", "b4"));
        Assert.Equal("undetermined undetermined", town.Copy().Lives(text: "EXEMPELSTAD 4").Ask().Statuses("a4", "b4"));
        Assert.Equal("registered nobody-registered", town.Copy().Lives(text: "EXEMPELSTAD 9").Ask().Statuses("b9", "street"));
        Assert.Equal("nobody-registered", town.Copy().Lives(text: "EXEMPELSTAD 9B").Ask().Status("b9"));
    }

    [Theory]
    [InlineData(30, 2)]
    [InlineData(1, 39)]
    [InlineData(59, 59)]
    public void Mode_07_Address_point_at_the_driveway_or_put_down_roughly(double x, double y)
    {
        // Houses stand 12 m from their plots' western edge; the neighbour's wall is nearer to the point (1, 39) than one's own.
        Answer answer = new Town().WithManyOthers()
            .Property("EXEMPEL 1:1", (-60, 0, 60, 60)).House("neighbour", -14, 30).Address("n", "Exempelgatan", "1", -10, 35)
            .Property("EXEMPEL 1:2", (0, 0, 60, 60)).House("house", 25, 25).Other("garage", 40, 50, 20, 10, "Komplementbyggnad")
            .Address("a", "Exempelgatan", "3", x, y).Lives(text: "Exempelgatan 3").Ask();
        Assert.Equal("nobody-registered registered", answer.Statuses("neighbour", "house"));
    }

    [Fact]
    public void Mode_07_Address_point_in_the_street()
    {
        // Two houses face each other over the street; only one of them is left without an address.
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL S:1", (0, 40, 100, 10))
            .Property("EXEMPEL 1:1", (0, 0, 40, 40)).House("south", 10, 25).Address("a1", "Exempelgatan", "1", 20, 41)
            .Property("EXEMPEL 1:2", (0, 50, 40, 40)).House("north", 10, 55).Address("a2", "Exempelgatan", "2", 15, 58)
            .Lives(address: "a1").Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("south", "north"));
    }

    [Fact]
    public void Mode_08_Address_missing_in_a_sparse_area()
    {
        Answer answer = new Town().WithManyOthers()
            .Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("h1", 10, 10).Property("EXEMPEL 1:2", (1000, 0, 50, 50)).House("h2", 1010, 10)
            .Lives(property: "EXEMPEL 1:1").Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("h1", "h2"));
        Assert.Equal("Medium", answer.Confidence("h2"));
    }

    [Fact]
    public void Mode_09_Reserved_address_is_a_house_being_built()
    {
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("new", 10, 10)
            .Address("a", "Exempelgatan", "1", 15, 15, inForce: false).Ask();
        Assert.False(answer.IsCandidate("new"));
        Assert.Equal("planned", answer.LeftOut("new"));
    }

    [Fact]
    public void Mode_09_Reserved_address_beside_an_old_house_does_not_hide_it()
    {
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 90, 50)).House("old", 10, 10)
            .Address("a", "Exempelgatan", "1", 15, 15).Address("b", "Exempelgatan", "1A", 70, 20, inForce: false).Ask();
        Assert.True(answer.IsCandidate("old"));
    }

    [Fact]
    public void Mode_11_Garage_typed_as_dwelling()
    {
        // 24 m² beside the house: no address of its own, and under the filter's 50 m² besides.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("house", 10, 10).House("garage", 30, 2, 4, 6)
            .Address("a", "Exempelgatan", "1", 29, 5);
        Assert.Equal("nobody-registered secondary", town.Ask().Statuses("house", "garage"));
        Assert.Equal("registered secondary", town.Lives(address: "a").Ask().Statuses("house", "garage"));
        Town alone = new Town { Config = new() { Candidates = new CandidatesConfig { Settlements = null, StopWithinM = null } } }.WithManyOthers()
            .Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("garage", 30, 2, 4, 6);
        Assert.Equal("footprint", alone.Ask().LeftOut("garage"));
    }

    [Fact]
    public void Mode_13_Residential_care_typed_as_public_building()
    {
        Town town = new Town
        {
            Config = new()
            {
                Candidates = new CandidatesConfig { FootprintM2 = null, StopWithinM = null, Settlements = null },
            },
        };
        Answer answer = town.Property("EXEMPEL 1:1", (0, 0, 60, 60)).Other("care", 10, 10, 30, 20, "Ospecificerad").Address("c", "Exempelgatan", "1", 20, 20)
            .Property("EXEMPEL 1:2", (60, 0, 60, 60)).House("home", 80, 10).Address("h", "Exempelgatan", "3", 85, 15)
            .Lives(20, address: "c").Ask();
        Assert.Equal(20, answer.Residents("care"));
        Assert.Equal("not-housing nobody-registered", answer.Statuses("care", "home"));
        Assert.True(answer.IsCandidate("home"));
    }

    [Fact]
    public void Mode_14_Protected_persons_are_withheld_and_look_like_any_registered_home()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 90, 50)).House("home", 10, 10).House("beside", 50, 10)
            .Address("a", "Exempelgatan", "1", 15, 15);
        Assert.Equal("nobody-registered secondary", town.Ask().Statuses("home", "beside"));
        Answer answer = town.Copy().Withhold("home").Ask();
        Assert.Equal("registered secondary", answer.Statuses("home", "beside"));
        Assert.Null(answer.Reason("home"));
        Assert.Equal(town.Lives(address: "a").Ask().Rows(), answer.Rows());
    }

    [Fact]
    public void Mode_15_Who_belongs_to_no_building_makes_no_home_doubtful()
    {
        Town town = new Town().WithManyOthers().House("home", 0, 0).Address("a", "Exempelgatan", "1", 5, 5);
        town.More.Add(given => given.Registrations.NotPlaceable = 40);
        Assert.Equal("nobody-registered", town.Ask().Status("home"));
        Assert.Equal(1000.0 / 1040, town.Ask().Linkage.LinkedShare);
    }

    [Fact]
    public void Modes_16_and_17_Nothing_is_claimed_about_who_lives_there()
    {
        // Nobody registered is what is said; how sure that is rests on the registers, and where the meter turns nothing is claimed.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("home", 10, 10).Address("a", "Exempelgatan", "1", 15, 15);
        Assert.Equal("Strong", town.Ask().Confidence("home"));
        town.More.Add(given => given.Evidence.Add(new Evidence("home", "electricity", "normal", "meters", 1)));
        Assert.Equal("in-use", town.Ask().Reason("home"));
        Assert.Equal("Weak", town.Ask().Confidence("home"));
    }

    [Fact]
    public void Mode_21_Old_designation_goes_by_id_first_and_by_address_then()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:15", (0, 0, 50, 50)).House("home", 10, 10).Address("a", "Exempelgatan", "1", 15, 15);
        Assert.Equal("registered", town.Copy().Lives(property: "EXEMPEL 1:2", propertyKey: "pEXEMPEL1x15").Ask().Status("home"));
        Assert.Equal("registered", town.Copy().Lives(property: "EXEMPEL 1:2", text: "Exempelgatan 1").Ask().Status("home"));

        // With nothing but an old designation there is no way, and the village's ground is weaker.
        Answer answer = town.Lives(property: "EXEMPEL 1:2").Ask();
        Assert.Equal("nobody-registered", answer.Status("home"));
        Assert.Equal("Medium", answer.Confidence("home"));
        Assert.Equal(1, answer.Unlinked("property-unknown"));
    }

    [Fact]
    public void Mode_23_Flats_with_residents_who_lack_a_dwelling_number()
    {
        // Six dwellings; two are named, and three persons are on the address alone: between 6 - 2 - 3 = 1 and 6 - 2 = 4 have nobody.
        Town town = new Town().WithManyOthers().House("flats", 0, 0, 40, 12, "Flerfamiljshus").Address("a", "Exempelgatan", "1", 5, 5);
        for (int i = 0; i < 6; i++)
        {
            town.Dwelling($"d{i}", $"100{i + 1}", "a");
        }

        Answer answer = town.Lives(2, dwelling: "d0", address: "a").Lives(address: "a", number: "1002").Lives(text: "Exempelgatan 1 lgh 1002").Lives(3, address: "a").Ask();
        Assert.Equal([new FlatCount(answer.Index("flats"), 6, 1, 4)], answer.Linkage.Flats);

        // A withheld key is one registered dwelling more, whatever it names; the row stays, since its absence would tell.
        foreach (string key in (string[])["d3", "a", "flats", "Exempelgatan 1"])
        {
            Answer withheld = town.Copy().Withhold(key).Ask();
            Assert.Equal([new FlatCount(withheld.Index("flats"), 6, 0, 3)], withheld.Linkage.Flats);
        }

        // All keys of one row name one dwelling; that of a dwelling with a registration changes nothing.
        Assert.Equal([new FlatCount(answer.Index("flats"), 6, 0, 3)], town.Copy().Withhold("d3").Withhold("a").Withhold("Exempelgatan 1").Ask().Linkage.Flats);
        Assert.Equal(answer.Linkage.Flats, town.Copy().Withhold("d0").Ask().Linkage.Flats);
    }

    [Fact]
    public void Mode_23_Where_nobody_names_a_dwelling_a_withheld_key_names_none_either()
    {
        // Four persons on the address: between 6 - 4 = 2 and 6 dwellings have nobody. An upper end of 5 beside blocks that all have their whole number would tell.
        Town town = new Town().WithManyOthers().House("flats", 0, 0, 40, 12, "Flerfamiljshus").Address("a", "Exempelgatan", "1", 5, 5).Lives(4, address: "a");
        for (int i = 0; i < 6; i++)
        {
            town.Dwelling($"d{i}", $"100{i + 1}", "a");
        }

        Assert.Equal([new FlatCount(town.Ask().Index("flats"), 6, 2, 6)], town.Ask().Linkage.Flats);
        foreach (string key in (string[])["d3", "a", "flats", "Exempelgatan 1"])
        {
            Answer withheld = town.Copy().Withhold(key).Ask();
            Assert.Equal([new FlatCount(withheld.Index("flats"), 6, 1, 6)], withheld.Linkage.Flats);
        }
    }

    [Fact]
    public void Mode_14_Of_several_houses_without_an_address_the_largest_is_the_withheld_one()
    {
        // As where the dwelling register leads somebody to the largest: one is registered, the others are secondary. All three missing would tell.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 150, 50)).House("small", 10, 10).House("large", 50, 10, 14, 12).House("old", 90, 10).Dwelling("d", null, null, "large");
        string inhabited = town.Copy().Lives(dwelling: "d").Ask().Statuses("small", "large", "old");
        Assert.Equal("secondary registered secondary", inhabited);
        Assert.Equal(inhabited, town.Copy().Withhold("EXEMPEL 1:1").Ask().Statuses("small", "large", "old"));
        Assert.Equal("registered secondary secondary", town.Copy().Withhold("small").Ask().Statuses("small", "large", "old"));
    }

    [Fact]
    public void Mode_24_Address_shared_by_two_buildings()
    {
        // A and B were dropped: two entries of the register with one writing, a house each.
        Town town = new Town().WithManyOthers()
            .Property("EXEMPEL 1:1", (0, 0, 40, 40)).House("a", 10, 10).Address("aa", "Exempelgatan", "12", 15, 15)
            .Property("EXEMPEL 1:2", (40, 0, 40, 40)).House("b", 50, 10).Address("ab", "Exempelgatan", "12", 55, 15);
        Answer answer = town.Copy().Lives(2, text: "Exempelgatan 12").Ask();
        Assert.Equal("undetermined undetermined", answer.Statuses("a", "b"));
        Assert.Equal("shared-address", answer.Reason("a"));

        // The property tells them apart, and so does the dwelling.
        Assert.Equal("nobody-registered registered", town.Copy().Lives(text: "Exempelgatan 12", property: "EXEMPEL 1:2").Ask().Statuses("a", "b"));
        Assert.Equal("nobody-registered registered", town.Copy().Dwelling("d", null, "ab").Lives(text: "Exempelgatan 12", dwelling: "d").Ask().Statuses("a", "b"));
        Assert.Equal("nobody-registered nobody-registered", town.Copy().Ask().Statuses("a", "b"));
    }

    [Fact]
    public void Mode_24_One_address_point_for_two_houses_with_a_dwelling_each()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 80, 40)).House("a", 10, 10).House("b", 50, 10).Address("ab", "Exempelgatan", "12", 36, 2)
            .Dwelling("d1", "1001", "ab", "a").Dwelling("d2", "1002", "ab", "b");
        Assert.Equal("registered nobody-registered", town.Copy().Lives(address: "ab", number: "1001").Ask().Statuses("a", "b"));
        Assert.Equal("undetermined undetermined", town.Copy().Lives(address: "ab").Ask().Statuses("a", "b"));
        Assert.Equal("nobody-registered nobody-registered", town.Copy().Ask().Statuses("a", "b"));
    }

    [Fact]
    public void Mode_25_Building_outside_the_file()
    {
        // The address is there, its building is not, and the property stands on the other side of the border.
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("home", 10, 10).Address("a", "Exempelbyn", "1", 15, 15, village: true)
            .Address("b", "Exempelbyn", "2", 400, 15, village: true).Lives(text: "Exempelbyn 2").Ask();
        Assert.Equal("nobody-registered", answer.Status("home"));
        Assert.Equal(1, answer.Unlinked("address-without-building"));
        Assert.Equal("Medium", answer.Confidence("home"));
    }
}
