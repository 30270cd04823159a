using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>The postal code area that each house is taken to lie in: of its addresses, else of its tract, else of a house nearby.</summary>
public sealed class PostalAreasTests
{
    private static int AreaOf(Town town, string house)
    {
        Answer answer = town.Ask();
        return answer.Linkage.Unplaced.AreaOf[answer.Index(house)];
    }

    [Fact]
    public void A_house_lies_in_the_area_of_its_address_and_of_several_in_the_lower()
    {
        Town town = new Town().House("h", 0, 0).Address("a", "Exempelgatan", "1", 3, 3, code: "93131").Address("b", "Exempelgatan", "1B", 9, 3, code: "93100").Address("c", "Exempelgatan", "1C", 6, 3)
            .House("i", 900, 0).Address("d", "Exempelgatan", "2", 903, 3);
        Assert.Equal(93100, AreaOf(town, "h"));
        Assert.Equal(0, AreaOf(town, "i"));
    }

    /// <summary>Of a tract the code of most addresses counts; of equally many the lower.</summary>
    [Theory]
    [InlineData("93131 93131 93100", 93131)]
    [InlineData("93131 93100 93100", 93100)]
    [InlineData("93131 93100", 93100)]
    [InlineData("93100 93131", 93100)]
    [InlineData("0 0 93131", 93131)]
    [InlineData("0", 0)]
    public void A_house_without_address_lies_in_the_area_of_its_tract(string codes, int area)
    {
        Town town = new Town().Property("EXEMPELBYN 1:1", (0, 0, 50, 50)).House("h", 5, 5);
        int i = 0;
        foreach (string code in codes.Split(' '))
        {
            i++;
            town.Property($"EXEMPELBYN 2:{i}", (i * 1000, 0, 50, 50)).House($"o{i}", (i * 1000) + 5, 5).Address($"a{i}", "Exempelbyn", $"{i}", (i * 1000) + 6, 6, code: code == "0" ? null : code, village: true);
        }

        // Another tract's addresses, and one that lies on no property, say nothing of it.
        town.Property("ANNANBYN 1:1", (0, 9000, 50, 50)).Address("n1", "Annanbyn", "1", 5, 9005, code: "90000").Address("n2", "Annanbyn", "2", 6, 9005, code: "90000").Address("n3", "Annanbyn", "3", 7, 9005, code: "90000")
            .Address("n4", "Vägen", "3", 7, 9905, code: "90000");
        Assert.Equal(area, AreaOf(town, "h"));
    }

    /// <summary>Without property and address, the nearest house with an address and a code within 300 m of its middle tells; of equally near ones the first.</summary>
    [Theory]
    [InlineData(305, 93100)]
    [InlineData(307, 0)]
    public void A_house_on_no_property_lies_in_the_area_of_the_nearest_addressed_house(double east, int area)
    {
        // Its middle is 6 m east of its corner, and the distance goes to the outline.
        Town town = new Town().House("h", 0, 0).House("plain", 50, 0).House("other", east, 0).Address("a", "Exempelgatan", "1", east + 5, 5, code: "93100")
            .House("far", east + 100, 0).Address("b", "Exempelgatan", "3", east + 105, 5, code: "93131").House("none", 100, 0).Address("c", "Exempelgatan", "5", 105, 5);
        Assert.Equal(area, AreaOf(town, "h"));
        Assert.Equal(93100, AreaOf(town.House("nearer", 200, 0).Address("d", "Exempelgatan", "7", 205, 5, code: "93100"), "h"));
    }

    [Fact]
    public void Parts_of_a_house_and_buildings_that_are_no_dwellings_lie_where_the_house_does()
    {
        Town town = new Town().Property("EXEMPELBYN 1:1", (0, 0, 50, 50)).Address("a", "Exempelbyn", "1", 40, 40, code: "93100", village: true).House("h", 5, 5).Other("shed", 30, 5, 5, 5, "Komplementbyggnad");
        Assert.Equal((93100, 0), (AreaOf(town, "h"), AreaOf(town, "shed")));
    }

    /// <summary>A number that the village lacks: its home seems to lie in the village's one code, whatever addresses without a code stand before or behind.</summary>
    [Theory]
    [InlineData("93100 0", "93100:1")]
    [InlineData("0 93100", "93100:1")]
    [InlineData("93100 93131", "0:1")]
    [InlineData("93131 0 93100", "0:1")]
    [InlineData("0", "0:1")]
    public void An_unknown_number_lies_in_the_only_code_of_its_street(string codes, string area)
    {
        Town town = new Town().WithManyOthers();
        int i = 0;
        foreach (string code in codes.Split(' '))
        {
            i++;
            town.House($"h{i}", i * 1000, 0).Address($"a{i}", "Exempelgatan", $"{i}", (i * 1000) + 3, 3, code: code == "0" ? null : code).Lives(2, address: $"a{i}");
        }

        IReadOnlyDictionary<int, double> homes = town.Lives(2, text: "Exempelgatan 77").Ask().Linkage.Unplaced.HomesByArea;
        Assert.Equal(area, string.Join(' ', homes.Where(h => h.Value > 0).Select(h => $"{h.Key}:{h.Value:0}")));
    }
}
