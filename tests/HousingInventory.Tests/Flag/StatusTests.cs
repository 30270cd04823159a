using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

public sealed class StatusTests
{
    [Fact]
    public void An_empty_home_with_its_own_address_is_no_further_house()
    {
        // The old house has the letter B of its own; the register knows somebody in A only.
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 100, 60)).House("main", 10, 10).House("old", 60, 10)
            .Address("a", "Exempelgatan", "1A", 15, 15).Address("b", "Exempelgatan", "1B", 65, 15).Lives(address: "a").Ask();
        Assert.Equal("registered nobody-registered", answer.Statuses("main", "old"));
    }

    [Fact]
    public void A_house_without_address_beside_a_registered_one_is_a_further_house()
    {
        // Neither has an address; the dwelling register leads to the first.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 100, 60)).House("main", 10, 10).House("old", 60, 10).Dwelling("d", null, null, "main");
        Assert.Equal("nobody-registered nobody-registered", town.Ask().Statuses("main", "old"));
        Assert.Equal("registered secondary", town.Lives(dwelling: "d").Ask().Statuses("main", "old"));
    }

    [Fact]
    public void People_on_a_property_with_several_homes_make_them_undetermined_up_to_five()
    {
        Town Make(int homes)
        {
            Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 1000, 60));
            for (int i = 0; i < homes; i++)
            {
                town.House($"h{i}", 10 + (i * 50), 10);
            }

            return town.Lives(2, property: "EXEMPEL 1:1");
        }

        Assert.All(Make(5).Ask().Flags.Status[..5], s => Assert.Equal(Status.Undetermined, s));

        // Six are too many to name; the village's ground is weaker instead.
        Answer answer = Make(6).Ask();
        Assert.All(answer.Flags.Status[..6], s => Assert.Equal(Status.NobodyRegistered, s));
        Assert.Equal(2, answer.Unlinked("several-homes-on-property"));
        Assert.Contains("unlinked-nearby", answer.Flags.ConfidenceReasons[0]);
    }

    [Fact]
    public void A_home_that_nothing_could_lead_to_is_not_called_empty_while_people_are_astray()
    {
        // No address, no property map, and fifty people whose address the register lacks.
        Town town = new Town().House("many", 5000, 5000).Address("am", "Exempelhögen", "1", 5005, 5005).Lives(1000, address: "am").House("lonely", 0, 0);
        Assert.Equal("nobody-registered", town.Copy().Ask().Status("lonely"));
        Answer answer = town.Lives(50, text: "Okändvägen 3").Ask();
        Assert.Equal("undetermined", answer.Status("lonely"));
        Assert.Equal("out-of-reach", answer.Reason("lonely"));
    }

    [Fact]
    public void Without_a_property_map_a_house_close_to_one_with_an_address_is_a_further_house()
    {
        Answer answer = new Town().House("main", 0, 0).Address("a", "Exempelgatan", "1", 5, 5).Lives(1000, address: "a").House("guest", 30, 0, 8, 8).House("lonely", 500, 0).Ask();
        Assert.Equal("registered secondary nobody-registered", answer.Statuses("main", "guest", "lonely"));
    }

    [Theory]
    [InlineData("home")]
    [InlineData("HOME")]
    [InlineData("a1")]
    [InlineData("pEXEMPEL1x1")]
    [InlineData("EXEMPEL 1:1")]
    [InlineData("SKELLEFTEÅ EXEMPEL 1:1")]
    [InlineData("d1")]
    [InlineData("Exempelgatan 1")]
    [InlineData("exempelg. 1, 931 31 Exempelstad")]
    public void A_withheld_key_may_be_of_any_kind(string key)
    {
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 90, 40)).House("home", 10, 10).House("beside", 60, 10)
            .Address("a1", "Exempelgatan", "1", 15, 15).Dwelling("d1", null, "a1").Property("EXEMPEL 1:2", (90, 0, 40, 40)).House("next", 100, 10)
            .Address("a2", "Exempelgatan", "2", 105, 15).Withhold(key).Ask();
        Assert.Equal("registered registered nobody-registered", answer.Statuses("home", "beside", "next"));
        Assert.Empty(answer.Run.Notices.Counts);
    }

    [Fact]
    public void A_withheld_key_that_leads_nowhere_is_a_notice_without_its_text()
    {
        Answer answer = new Town().WithManyOthers().House("home", 0, 0).Withhold("Hemligvägen 7").Ask();
        HousingInventory.Diagnostics.Notice notice = Assert.Single(answer.Run.Notices.Samples);
        Assert.Equal("withheld_keys_lead_nowhere", notice.Code);
        Assert.DoesNotContain("Hemlig", notice.Text(HousingInventory.Diagnostics.Language.Sv) + notice.Remedy(HousingInventory.Diagnostics.Language.Sv) + notice.ToString(), StringComparison.Ordinal);
        Assert.Null(notice.Place);
    }

    [Fact]
    public void The_evidence_of_use_or_disuse_moves_the_confidence_and_never_the_status()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("home", 10, 10);
        Assert.Equal("Medium", town.Copy().Ask().Confidence("home"));
        Assert.Equal("Strong", Said("water", "none").Confidence("home"));
        Assert.Equal("Weak", Said("waste", "normal").Confidence("home"));
        Assert.Equal("nobody-registered", Said("waste", "normal").Status("home"));

        Answer Said(string kind, string word)
        {
            Town copy = town.Copy();
            copy.More.Add(given => given.Evidence.Add(new Evidence("EXEMPEL 1:1", kind, word, "evidence", 1)));
            return copy.Ask();
        }
    }
}
