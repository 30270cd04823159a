namespace HousingInventory.Tests.Towns;

/// <summary>Whose home a household that found none may be: what fresh eyes broke in the rules of 30 November 2026.</summary>
public sealed class WhoseTheyMayBeTests
{
    private static Town Street(Town town, string street, int homes, int livedIn, double y, bool grounds = false)
    {
        for (int i = 1; i <= homes; i++)
        {
            string key = $"{street}{i}";
            town = grounds ? town.Property($"{street.ToUpperInvariant()} 1:{i}", ((i * 40) - 2, y - 2, 36, 36)) : town;
            town.House(key, i * 40, y).Address("a" + key, street, $"{i}", (i * 40) + 5, y + 5, code: "93130");
            town = i > livedIn ? town : town.Lives(2, address: "a" + key, text: $"{street} {i}", property: grounds ? $"{street.ToUpperInvariant()} 1:{i}" : null);
        }

        return town;
    }

    // Cabins that nothing reaches, nine kilometres off in the same postal code by their tract.
    private static Town WithCabins(Town town, int cabins)
    {
        for (int c = 0; c < cabins; c++)
        {
            town.House($"cab{c}", c * 60, 9000).Property($"FJÄLLET 1:{c + 1}", ((c * 60) - 5, 8995, 40, 40));
        }

        return town.Property("FJÄLLET 2:1", (3000, 8995, 40, 40)).Address("v", "Fjällvägen", "1", 3010, 9000, code: "93130");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_home_far_off_takes_no_household_that_says_its_street(int cabins)
    {
        Answer answer = WithCabins(Street(new Town(), "Exempelgatan", 100, 92, 0), cabins).Lives(2, text: "Exempelgatan 777", code: "93130").Ask();
        Assert.Equal("unlinked-nearby", answer.Reason("Exempelgatan100"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_writes_the_village_alone_may_live_in_any_free_home_of_it(bool cabin)
    {
        Town town = Street(Street(new Town(), "Exempelbyn", 10, 3, 0, grounds: true), "Fjärrvägen", 60, 53, 5000, grounds: true);
        for (int i = 5; i <= 10; i++)
        {
            town.Lives(2, address: $"aExempelbyn{i}", text: $"Exempelbyn {i}", property: $"EXEMPELBYN 1:{i}");
        }

        town = cabin ? town.Property("PROV 5:5", (200, 100, 50, 50)).House("cabin", 210, 110) : town;
        Answer answer = town.Lives(2, text: "Exempelbyn", code: "93130").Ask();
        Assert.Equal("undetermined nobody-registered", answer.Statuses("Exempelbyn4", "Fjärrvägen60"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_fits_too_many_counts_among_them_also_where_it_states_homes_without_an_address(bool guestHouse)
    {
        Town town = new Town().WithManyOthers();
        for (int v = 0; v < 7; v++)
        {
            town.House($"f{v}", v * 3000, 0).Address($"af{v}", "Exempelgatan", "9", (v * 3000) + 5, 5, code: "93130");
            town = v > 0 ? town.Lives(2, address: $"af{v}") : town;
        }

        town.Property("PROV 1:9", (5000, 390, 60, 60)).House("home", 5010, 400).Lives(2, property: "PROV 1:9").Lives(2, property: "PROV 1:9", code: "93130");
        town = guestHouse ? town.House("guest", 5040, 430, 6, 5) : town;
        Assert.Equal("undetermined", town.Lives(2, text: "Exempelgatan 9", property: "PROV 1:9", code: "93130").Ask().Status("f0"));
    }

    /// <summary>One to fourteen rows fit fourteen homes each, twelve of them free: withholding one of these changes nothing that is said of another (the arithmetic: DoubtsOfPlacesTests).</summary>
    [Fact]
    public void Withholding_a_home_changes_no_other_home_and_no_notice()
    {
        Town town = Street(new Town(), "Långvägen", 300, 300, 9000, grounds: true);
        for (int k = 1; k <= 14; k++)
        {
            for (int v = 0; v < 14; v++)
            {
                string id = $"f{k}-{v}";
                town.House(id, v * 3000, -k * 100).Address("a" + id, "Exempelgatan", $"{k}", (v * 3000) + 5, (-k * 100) + 5);
                town = v < 12 ? town : town.Lives(2, address: "a" + id);
            }

            town.Lives(2, text: $"Exempelgatan {k}");
            Answer open = town.Ask();
            Answer withheld = town.Copy().Withhold("f1-0").Ask();
            Assert.True(open.Flags.Expected.AtMost > 0);
            Assert.Equal(open.Flags.Expected with { Listed = 0 }, withheld.Flags.Expected with { Listed = 0 });
            Assert.Equal(open.Rows().Where(r => r.Key != "f1-0"), withheld.Rows().Where(r => r.Key != "f1-0"));
        }
    }

    [Fact]
    public void The_order_of_the_address_register_changes_nothing()
    {
        string Ask(params string[] order)
        {
            Town town = new();
            foreach (string s in order)
            {
                town.House("s" + s, s[0] * 100, 0).Address("a" + s, s, "1", (s[0] * 100) + 5, 5, code: "93130").Lives(1, address: "a" + s, text: s + " 1");
            }

            return WithCabins(Street(town, "Långgatan", 60, 52, 500), 1).Lives(1, text: "Alvägen 777", code: "93130").Lives(2, text: "Björkvägen 777", code: "93130").Ask().Statuses("Långgatan53", "cab0");
        }

        Assert.Equal(Ask("Alvägen", "Björkvägen"), Ask("Björkvägen", "Alvägen"));
    }

    /// <summary>Two households for fifteen homes of the postal code, whether or not one of them fits twelve of these: more than one in ten.</summary>
    [Fact]
    public void Households_that_fit_and_households_that_are_astray_add_up()
    {
        Town town = Street(new Town(), "Exempelgatan", 93, 90, 0);
        for (int v = 0; v < 12; v++)
        {
            town.House($"b{v}", v * 3000, 5000).Address($"ab{v}", "Byvägen", "6", (v * 3000) + 5, 5005, code: "93130");
        }

        Assert.Equal("nobody-registered", town.Copy().Lives(2, text: "Byvägen 6", code: "93130").Ask().Status("b0"));
        Assert.Equal("undetermined undetermined", town.Lives(2, text: "Byvägen 6", code: "93130").Lives(2, text: "Okänd gata 6", code: "93130").Ask().Statuses("b0", "Exempelgatan93"));
    }

    /// <summary>The register's addresses have no postal code, or are those of farms: the house beside them stands in their street or village all the same.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("93130", "Gård")]
    public void A_home_without_an_address_stands_in_the_street_of_addresses_without_a_code_and_of_farms(string? code, string? farm)
    {
        Town town = Street(new Town(), "Fjärrvägen", 60, 40, 9000, grounds: true);
        for (int i = 1; i <= 6; i++)
        {
            town.Property($"BONDBYN 1:{i}", ((i * 60) - 2, -2, 36, 36)).House($"v{i}", i * 60, 0)
                .Address($"av{i}", "Bondbyn", farm is null ? $"{i}" : null, (i * 60) + 5, 5, farm: farm is null ? null : farm + (char)('a' + i), code: code, village: true).Lives(2, address: $"av{i}", property: $"BONDBYN 1:{i}");
        }

        Answer answer = town.Property("PROV 1:1", (418, -2, 36, 36)).House("here", 420, 0).Lives(2, text: "Bondbyn 8", property: "GAMLABYN 9:9", code: "93130").Ask();
        Assert.Equal("undetermined nobody-registered", answer.Statuses("here", "Fjärrvägen60"));
    }

    /// <summary>The number is known, its house is not: nobody's number is missing, and a cabin beside the street is no home of theirs.</summary>
    [Fact]
    public void An_address_without_a_building_makes_no_home_of_its_street_doubtful()
    {
        Answer answer = Street(new Town().WithManyOthers(), "Exempelgatan", 8, 8, 0, grounds: true).Property("PROV 5:5", (398, -2, 40, 40)).House("cabin", 400, 0)
            .Address("gone", "Exempelgatan", "30", 3000, 5, code: "93130").Lives(2, address: "gone").Lives(400, property: "EXEMPELGATAN 1:1").Ask();
        Assert.Equal("nobody-registered", answer.Status("cabin"));
    }
}
