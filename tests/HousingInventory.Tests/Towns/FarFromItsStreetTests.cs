namespace HousingInventory.Tests.Towns;

/// <summary>Homes without an address that stand apart from the street or village that their people write.</summary>
public sealed class FarFromItsStreetTests
{
    // A street of six lived-in houses, and enough empty homes of the postal code elsewhere that one row says little about each.
    private static Town Street()
    {
        Town town = new Town().WithManyOthers().Property("PROV 1:1", (-10, -10, 20, 20)).Lives(500, address: "ea0", property: "PROV 1:1");
        for (int i = 0; i < 6; i++)
        {
            town.House($"e{i}", i * 40, 0).Address($"ea{i}", "Exempelgatan", $"{i + 1}", (i * 40) + 5, 5, code: "93100", town: "Staden").Lives(2, address: $"ea{i}");
        }

        for (int i = 0; i < 14; i++)
        {
            town.House($"x{i}", i * 40, 9000).Address($"xa{i}", "Fjärrvägen", $"{i + 1}", (i * 40) + 5, 9005, code: "93100", town: "Staden");
        }

        return town;
    }

    /// <summary>Between the home and its street stand five houses of another: they alone told where it was.</summary>
    [Theory]
    [InlineData(220, "undetermined")]
    [InlineData(600, "nobody-registered")]
    public void A_home_behind_the_houses_of_another_street(double away, string status)
    {
        Town town = Street().Property("PROV 1:9", (80, away - 10, 40, 40)).House("home", 90, away);
        for (int i = 0; i < 5; i++)
        {
            town.House($"b{i}", i * 40, away + 40).Address($"ba{i}", "Andra gatan", $"{i + 1}", (i * 40) + 5, away + 45, code: "93100", town: "Staden").Lives(2, address: $"ba{i}");
        }

        Answer answer = town.Lives(2, text: "Exempelgatan 9", property: "GAMLABYN 9:9", code: "93100").Ask();
        Assert.Equal(status, answer.Status("home"));
    }

    [Theory]
    [InlineData("93199")]
    [InlineData("93131")]
    [InlineData(null)]
    public void A_row_of_a_street_with_another_postal_code(string? code)
    {
        Town town = Street().Property("PROV 1:9", (230, -10, 40, 40)).House("home", 240, 0)
            .House("other", 0, 20000).Address("oa", "Tredje gatan", "1", 5, 20005, code: "93131", town: "Lillstaden").Lives(2, address: "oa");
        for (int i = 0; i < 14; i++)
        {
            town.House($"y{i}", i * 40, 20000).Address($"ya{i}", "Fjärde gatan", $"{i + 1}", (i * 40) + 5, 20005, code: "93131", town: "Lillstaden");
        }

        Answer answer = town.Lives(2, text: "Exempelgatan 9", property: "GAMLABYN 9:9", code: code, town: "STADEN").Ask();
        Assert.Equal("undetermined", answer.Status("home"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_village_of_which_one_house_has_an_address(bool addressed)
    {
        Town town = Street();
        for (int i = 0; i < 4; i++)
        {
            town.Property($"EXEMPELBYN 1:{i + 2}", ((i * 60) - 10, 2990, 40, 40)).House($"v{i}", i * 60, 3000);
        }

        town = addressed ? town.Property("EXEMPELBYN 1:9", (4990, 2990, 40, 40)).House("far", 5000, 3000).Address("fa", "Exempelbyn", "1", 5005, 3005, code: "93100", town: "Staden", village: true).Lives(2, address: "fa") : town;
        Answer answer = town.Lives(2, property: "EXEMPELBYN 1:2").Lives(2, property: "EXEMPELBYN 1:3").Lives(2, text: "Exempelbyn 8", code: "93100").Ask();
        Assert.Equal("registered registered undetermined undetermined", answer.Statuses("v0", "v1", "v2", "v3"));
    }

    [Theory]
    [InlineData("PROV 1:9")]
    [InlineData("GAMLABYN 9:9")]
    [InlineData(null)]
    public void A_house_at_the_end_of_a_long_drive(string? stated)
    {
        Town town = Street().Property("VÄGEN 1:1", (-500, -60, 2000, 40)).Property("PROV 1:9", (300, 80, 100, 60)).House("home", 340, 110)
            .Address("ea9", "Exempelgatan", "9", 340, -50, code: "93100", town: "Staden");
        Answer answer = town.Lives(2, text: "Exempelgatan 9", property: stated, code: "93100").Ask();
        Assert.Equal(stated == "PROV 1:9" ? "registered" : "undetermined", answer.Status("home"));
    }
}
