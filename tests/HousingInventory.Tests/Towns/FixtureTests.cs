namespace HousingInventory.Tests.Towns;

/// <summary>
/// The fixtures of swedish-registers.md, section 11, as far as they are about linking: addresses (4) and properties (5). Those about reading files are tested
/// with the readers.
/// </summary>
public sealed class FixtureTests
{
    // A reserved address, a farm, a deviating label, two supplements, a postal code that is missing.
    private static Town Addresses => new Town().WithManyOthers()
        .House("reserved", 0, 0).Address("r", "Exempelgatan", "1", 5, 5, code: "93130", inForce: false)
        .House("farm", 1000, 0).Address("g", "Exempelbyn", null, 1005, 5, farm: "Nygården", code: "93192")
        .House("label", 2000, 0).Address("d", "Exempelhamnen", "Kajen", 2005, 5, code: "93130")
        .House("uh", 3000, 0).Address("u1", "Exempelvägen", "14", 3005, 5, code: null, supplement: "UH 1")
        .House("uh2", 3100, 0).Address("u2", "Exempelvägen", "14", 3105, 5, code: null, supplement: "UH 2");

    [Theory]
    [InlineData("EXEMPELBYN NYGÅRDEN", "farm")]
    [InlineData("Nygården", "farm")]
    [InlineData("EXEMPELHAMNEN KAJEN", "label")]
    [InlineData("Exempelvägen 14 UH 1", "uh")]
    [InlineData("EXEMPELV 14 UH2", "uh2")]
    public void Fixture_04_a_farm_a_deviating_label_and_a_supplement_are_found(string text, string house)
    {
        // The written postal code is another than the register's 0: a code that is missing there must not be in the way.
        Answer answer = Addresses.Lives(text: text, code: house.StartsWith("uh", StringComparison.Ordinal) ? "93130" : null).Ask();
        Assert.Equal("registered", answer.Status(house));
        Assert.Equal(2, answer.Registers.Buildings.Count(b => answer.Linkage.Residents[b.Index] > 0));
    }

    [Fact]
    public void Fixture_04_a_reserved_address_is_a_house_to_come_and_a_number_without_its_supplement_is_either()
    {
        Assert.Equal("planned", Addresses.Ask().LeftOut("reserved"));
        Assert.Equal("undetermined undetermined", Addresses.Lives(text: "EXEMPELVÄGEN 14").Ask().Statuses("uh", "uh2"));
    }

    [Fact]
    public void Fixture_05_a_property_of_two_areas_is_one_property()
    {
        // The house stands on the one area, the barn on the other; the further house on the second belongs to the same property as the main house on the first.
        Town town = new Town().WithManyOthers().Property("EXEMPELBYN 1:2", (0, 0, 50, 50), (2000, 0, 50, 50)).House("main", 10, 10).Address("a", "Exempelbyn", "2", 15, 15)
            .House("further", 2010, 10);
        Assert.Equal("nobody-registered secondary", town.Ask().Statuses("main", "further"));
        Assert.Equal("undetermined undetermined", town.Copy().Lives(property: "EXEMPELBYN 1:2").Ask().Statuses("main", "further"));
        Assert.Equal("registered registered", town.Copy().Withhold("further").Ask().Statuses("main", "further"));
    }

    [Theory]
    [InlineData("EXEMPELBYN S:1")]
    [InlineData("LÅNGA 3")]
    [InlineData("Kv. Långa 3")]
    public void Fixture_05_a_joint_unit_and_a_designation_without_block_are_found(string designation)
    {
        Answer answer = new Town().WithManyOthers()
            .Property("EXEMPELBYN S:1", (0, 0, 50, 50)).House("joint", 10, 10)
            .Property("LÅNGA 3", (1000, 0, 50, 50)).House("block", 1010, 10).Lives(property: designation).Ask();
        string house = designation.Contains('S', StringComparison.Ordinal) && designation.Contains(':', StringComparison.Ordinal) ? "joint" : "block";
        Assert.Equal("registered", answer.Status(house));
        Assert.Equal(1, answer.Linked("property"));
    }
}
