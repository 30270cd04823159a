using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Link;

/// <summary>Ids that many rows share and one record of a register happens to have: all of them would live there, and their homes look empty.</summary>
public sealed class SharedKeyTests
{
    private const string Rounded = "149000000000000";

    [Theory]
    [InlineData("address")]
    [InlineData("dwelling")]
    [InlineData("property")]
    public void An_id_that_persons_of_many_streets_share_leads_none_of_them_to_the_one_record_that_has_it(string kind)
    {
        Town town = Streets(kind, shared: 24);
        Answer answer = town.Ask();
        Assert.All(Enumerable.Range(0, 24), i => Assert.Equal("registered", answer.Status($"h{i}")));
        Assert.Equal("nobody-registered", answer.Status("trap"));
        Assert.Contains("resident_keys_shared", answer.Run.Notices.Counts.Keys);
    }

    /// <summary>Fewer than twenty sets of keys with one id are not looked at, and fewer than five streets may be those of a corner house.</summary>
    [Theory]
    [InlineData(19, 19, false)]
    [InlineData(20, 20, true)]
    [InlineData(40, 4, false)]
    [InlineData(40, 5, true)]
    public void An_id_is_shared_from_twenty_sets_of_keys_on_five_streets_on(int rows, int streets, bool isShared)
    {
        Town town = new Town().WithManyOthers().House("trap", 9010, 10).Address(Rounded, "Fallgatan", "1", 9015, 15);
        for (int i = 0; i < rows; i++)
        {
            town.Lives(1, text: $"Exempel{(char)('a' + (i % streets))}gatan {i + 1}", address: Rounded);
        }

        Assert.Equal(isShared, town.Ask().Run.Notices.Counts.ContainsKey("resident_keys_shared"));
    }

    /// <summary>Ten rows of twenty name one street: half is the house's own, and the others are slips.</summary>
    [Theory]
    [InlineData(10, false)]
    [InlineData(9, true)]
    public void An_id_of_which_half_of_the_rows_name_one_street_is_that_streets(int own, bool isShared)
    {
        Town town = new Town().WithManyOthers().House("block", 0, 0).Address(Rounded, "Fallgatan", "1", 5, 5);
        for (int i = 0; i < 20; i++)
        {
            town.Lives(1, text: i < own ? $"Fallgatan 1 lgh {1001 + i}" : $"Exempel{(char)('a' + i)}gatan 1", address: Rounded);
        }

        Assert.Equal(isShared, town.Ask().Run.Notices.Counts.ContainsKey("resident_keys_shared"));
    }

    [Fact]
    public void A_block_of_many_dwellings_with_misspelt_rows_keeps_its_id()
    {
        // 30 rows with one address id: 20 of them name the street alike, and 10 misspell it each in its own way.
        Town town = new Town().WithManyOthers().House("block", 0, 0, 60, 12, "Flerfamiljshus").Address("block-id", "Exempelgatan", "1", 5, 5);
        for (int i = 0; i < 30; i++)
        {
            town.Lives(address: "block-id", text: i < 20 ? $"Exempelgatan 1 lgh {1001 + i}" : $"Exempelg{(char)('a' + i - 20)}tan 1");
        }

        Answer answer = town.Ask();
        Assert.Equal(30, answer.Residents("block"));
        Assert.DoesNotContain("resident_keys_shared", answer.Run.Notices.Counts.Keys);
    }

    [Fact]
    public void A_large_property_with_many_streets_keeps_its_id()
    {
        // 25 persons of one property, with its designation, on five streets.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 4000, 100));
        for (int i = 0; i < 25; i++)
        {
            town.House($"h{i}", 10 + (i * 100), 10).Address($"a{i}", $"Exempel{(char)('a' + (i % 5))}gatan", $"{i + 1}", 15 + (i * 100), 15)
                .Lives(text: $"Exempel{(char)('a' + (i % 5))}gatan {i + 1}", property: "EXEMPEL 1:1", propertyKey: "pEXEMPEL1x1");
        }

        Answer answer = town.Ask();
        Assert.All(Enumerable.Range(0, 25), i => Assert.Equal("registered", answer.Status($"h{i}")));
        Assert.DoesNotContain("resident_keys_shared", answer.Run.Notices.Counts.Keys);
    }

    private static Town Streets(string kind, int shared)
    {
        Town town = new Town().WithManyOthers().Property("FALLAN 9:9", (9000, 0, 60, 60)).House("trap", 9010, 10).Address(kind == "address" ? Rounded : "trap-id", "Fallgatan", "1", 9015, 15);
        town = kind == "dwelling" ? town.Dwelling(Rounded, null, null, "trap") : town;
        for (int i = 0; i < shared; i++)
        {
            string street = $"Exempel{(char)('a' + i)}gatan";
            town.Property($"EXEMPEL 1:{i + 1}", (i * 100, 0, 60, 60)).House($"h{i}", (i * 100) + 10, 10).Address($"a{i}", street, "1", (i * 100) + 15, 15);
            town.Lives(new RegistrationKey(
                kind == "dwelling" ? Rounded : null, kind == "address" ? Rounded : null, street + " 1", null, null, kind == "property" ? Town.KeyOf("FALLAN 9:9") : null,
                kind == "property" ? $"EXEMPEL 1:{i + 1}" : null, null, null), 1);
        }

        return town;
    }
}
