using System.Globalization;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>Address registers that are not as the national one: names with their place behind, names shortened, and points far from every building.</summary>
public sealed class RegisterWritingTests
{
    [Theory]
    [InlineData("Nyvägen (Bureå)", "NYVÄGEN 12")]
    [InlineData("Nyvägen, Bureå", "Nyvägen 12")]
    [InlineData("Nyvägen [Bureå]", "Nyvägen 12 lgh 1001")]
    [InlineData("Nyvägen (Bureå)", "Nyv. 12")]
    [InlineData("Norra Järnvägsg", "NORRA JÄRNVÄGSGATAN 12")]
    [InlineData("N. Järnvägsgatan", "NORRA JÄRNVÄGSGATAN 12")]
    [InlineData("S:a Skolg.", "SÖDRA SKOLGATAN 12")]
    [InlineData("St. Torget", "STORA TORGET 12")]
    [InlineData("Dr Exempels väg", "DOKTOR EXEMPELS VÄG 12")]
    [InlineData("Exempelv.", "EXEMPELVÄGEN 12")]
    public void A_name_that_the_register_writes_in_its_own_way_is_found(string street, string text)
    {
        Answer answer = new Town().WithManyOthers().House("h", 0, 0).Address("a", street, "12", 5, 5).House("other", 300, 0).Address("b", "Exempelbacken", "12", 305, 5).Lives(2, text: text).Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("h", "other"));
    }

    [Fact]
    public void Two_streets_that_the_register_tells_apart_by_their_place_are_told_apart_by_the_town_alone()
    {
        Town town = new Town().WithManyOthers().House("h1", 0, 0).Address("a1", "Nyvägen (Bureå)", "12", 5, 5, code: "93052", town: "Bureå")
            .House("h2", 3000, 0).Address("a2", "Nyvägen (Byske)", "12", 3005, 5, code: "93047", town: "Byske");
        Assert.Equal("undetermined undetermined", town.Copy().Lives(text: "Nyvägen 12").Ask().Statuses("h1", "h2"));
        Assert.Equal("registered nobody-registered", town.Copy().Lives(text: "Nyvägen 12", code: "93052", town: "BUREÅ").Ask().Statuses("h1", "h2"));
    }

    [Theory]
    [InlineData(0.001, true)] // kilometres
    [InlineData(1.05, true)]
    [InlineData(1, false)]
    public void A_layer_of_addresses_that_lies_elsewhere_is_told(double scale, bool told)
    {
        Town town = new();
        for (int i = 0; i < 30; i++)
        {
            (double x, double y) = Town.At((i * 300) + 5, 5);
            town.House($"h{i}", i * 300, 0).Property($"EXEMPEL {i + 1}", (i * 300, 0, 60, 60))
                .Address($"a{i}", "Exempelgatan", (i + 1).ToString(CultureInfo.InvariantCulture), (x * scale) - Town.At(0, 0).X, (y * scale) - Town.At(0, 0).Y).Lives(property: $"EXEMPEL {i + 1}", text: $"Exempelgatan {i + 1}");
        }

        Assert.Equal(told, town.Ask().Run.Notices.Counts.ContainsKey("addresses_without_buildings"));
    }
}
