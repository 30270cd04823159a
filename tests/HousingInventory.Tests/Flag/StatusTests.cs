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
    public void People_who_have_only_a_property_make_up_to_sixty_homes_there_undetermined()
    {
        Town Make(int homes)
        {
            Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 4000, 60));
            for (int i = 0; i < homes; i++)
            {
                town.House($"h{i}", 10 + (i * 50), 10);
            }

            return town.Lives(2, property: "EXEMPEL 1:1");
        }

        Answer sixty = Make(60).Ask();
        Assert.All(sixty.Flags.Status[..60], s => Assert.Equal(Status.Undetermined, s));
        Assert.Equal("unplaced-on-property", sixty.Reason("h0"));

        // More are too many to name: the home may be anywhere on the property, and homes without an address of their own are not told empty.
        Answer more = Make(61).Ask();
        Assert.Equal(2, more.Unlinked("several-homes-on-property"));
        Assert.Equal("unlinked-nearby", more.Reason("h0"));
    }

    [Fact]
    public void A_home_is_in_reach_if_nine_persons_of_ten_carry_a_kind_of_key_that_it_has()
    {
        // The lonely home has a property and no address. 900 of 1,000 name properties; one fewer, and too many could never have led there.
        Town Make(int withProperty) => new Town()
            .Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("lonely", 10, 10)
            .Property("EXEMPELHÖGEN 1:1", (5000, 0, 50, 50)).House("many", 5010, 10).Address("am", "Exempelhögen", "1", 5015, 15)
            .Lives(withProperty, address: "am", property: "EXEMPELHÖGEN 1:1").Lives(1000 - withProperty, address: "am");
        Assert.Equal("nobody-registered", Make(900).Ask().Status("lonely"));
        Assert.Equal("out-of-reach", Make(899).Ask().Reason("lonely"));

        // With an address of its own it is in reach of everybody.
        Assert.Equal("nobody-registered", Make(0).Address("a", "Exempelbyn", "2", 15, 15).Ask().Status("lonely"));
    }

    [Fact]
    public void A_kind_of_key_that_the_registers_do_not_know_is_no_key()
    {
        // The ids in the extract are of another register: nothing that has only an id can be led to.
        Town town = new Town().House("many", 5000, 0).Address("am", "Exempelhögen", "1", 5005, 5).Home("home", 0, 0);
        for (int i = 0; i < 200; i++)
        {
            town.Lives(address: "other" + i, text: "Exempelhögen 1");
        }

        Assert.Equal("nobody-registered", town.Ask().Status("home"));
        Assert.Equal(200, town.Ask().Linked("address-text"));
    }

    [Fact]
    public void Over_five_homes_of_one_writing_are_reached_by_no_text()
    {
        // "Skogen 1" stands in n villages; without postal codes a text names them all, and over five are none.
        string Ask(int villages, string? code)
        {
            Town town = new Town().House("many", -9000, 0).Address("am", "Exempelhögen", "1", -8995, 5, code: "93010").Lives(1000, text: "Exempelhögen 1", code: code);
            for (int i = 0; i < villages; i++)
            {
                town.House($"h{i}", i * 1000, 0).Address($"a{i}", "Skogen", "1", (i * 1000) + 5, 5, code: $"9350{i}");
            }

            return town.Ask().Reason("h0")!;
        }

        Assert.Equal("no-registration-found", Ask(5, null));
        Assert.Equal("out-of-reach", Ask(6, null));
        Assert.Equal("no-registration-found", Ask(6, "93010"));
    }

    [Fact]
    public void Without_a_property_map_a_house_close_to_one_with_an_address_is_a_further_house()
    {
        Answer answer = new Town().House("main", 0, 0).Address("a", "Exempelgatan", "1", 5, 5).Lives(1000, address: "a").House("guest", 30, 0, 8, 8).House("lonely", 500, 0).Ask();
        Assert.Equal("registered secondary undetermined", answer.Statuses("main", "guest", "lonely"));
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
    [InlineData("EXEMPEL 1:1 m.fl.")]
    [InlineData("Exempel 1:1 mfl")]
    [InlineData("Fastigheten Exempel 1:1")]
    [InlineData("EXEMPEL 1:1, SKELLEFTEÅ")]
    [InlineData("Exempel 1:1 Skellefteå kommun")]
    [InlineData("Exempel 1:9 och 1:1")]
    [InlineData("Exempelgatan nr 1")]
    [InlineData("Exempelgatan 1, Exempelstad")]
    [InlineData("Exempelgatan 7 och 1")]
    public void A_withheld_key_may_be_of_any_kind(string key)
    {
        Answer answer = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 90, 40)).House("home", 10, 10).House("beside", 60, 10)
            .Address("a1", "Exempelgatan", "1", 15, 15).Dwelling("d1", null, "a1").Property("EXEMPEL 1:2", (90, 0, 40, 40)).House("next", 100, 10)
            .Address("a2", "Exempelgatan", "2", 105, 15).Withhold(key).Ask();
        Assert.Equal("registered secondary nobody-registered", answer.Statuses("home", "beside", "next"));
        Assert.Empty(answer.Run.ForOfficer.Counts);
    }

    [Theory]
    [InlineData("Malbyn 1:9")]
    [InlineData("Målbyn 1:8-12")]
    [InlineData("MALBYN 1:7 o 1:9 m.fl.")]
    [InlineData("Bjornvagen 9")]
    [InlineData("Bjornvagen nr. 9, 931 30 Skelleftea")]
    [InlineData("Björnvägen 7-9")]
    [InlineData("Björnvägen 5, 7 och 9")]
    public void A_withheld_key_is_understood_as_officers_write_it(string key)
    {
        Answer answer = new Town().WithManyOthers().Property("MÅLBYN 1:9", (0, 0, 90, 40)).House("home", 10, 10).Address("a", "Björnvägen", "9", 15, 15).Withhold(key).Ask();
        Assert.Equal("registered", answer.Status("home"));
        Assert.Empty(answer.Run.ForOfficer.Counts);
    }

    [Fact]
    public void Beside_a_withheld_home_each_house_is_what_it_is_beside_an_inhabited_one()
    {
        // Two houses with addresses and a shed for guests on one property; the dwelling register leads to the first.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 200, 60)).House("home", 10, 10).House("beside", 60, 10).House("guest", 110, 10)
            .Address("a", "Exempelgatan", "1A", 15, 15).Address("b", "Exempelgatan", "1B", 65, 15);
        Assert.Equal("nobody-registered nobody-registered secondary", town.Ask().Statuses("home", "beside", "guest"));
        Assert.Equal("registered registered secondary", town.Copy().Withhold("a").Ask().Statuses("home", "beside", "guest"));
        Assert.Equal("registered registered secondary", town.Copy().Withhold("EXEMPEL 1:1").Ask().Statuses("home", "beside", "guest"));
        Assert.Equal("registered registered registered", town.Copy().Withhold("guest").Ask().Statuses("home", "beside", "guest"));
    }

    [Fact]
    public void A_withheld_further_house_withholds_the_main_house_of_its_yard_where_no_property_is_known()
    {
        Town town = new Town().WithManyOthers().House("main", 0, 0).Address("a", "Exempelgatan", "1", 5, 5).House("guest", 30, 0, 8, 8).House("other", 0, 30, 8, 8);
        Assert.Equal("nobody-registered secondary secondary", town.Ask().Statuses("main", "guest", "other"));
        Assert.Equal("registered registered secondary", town.Copy().Withhold("guest").Ask().Statuses("main", "guest", "other"));
        Assert.Equal("registered secondary secondary", town.Copy().Withhold("a").Ask().Statuses("main", "guest", "other"));
    }

    [Fact]
    public void A_withheld_property_without_any_address_is_as_an_inhabited_one()
    {
        // Which house is meant is not known. Neither is told empty, and not both are missing.
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 100, 60)).House("one", 10, 10).House("two", 60, 10, 14);
        Assert.Equal("secondary registered", town.Withhold("EXEMPEL 1:1").Ask().Statuses("one", "two"));
    }

    [Fact]
    public void A_withheld_key_that_leads_nowhere_is_told_to_the_officer_alone_and_without_its_text()
    {
        Answer answer = new Town().WithManyOthers().House("home", 0, 0).Withhold("Hemligvägen 7").Ask();
        HousingInventory.Diagnostics.Notice notice = Assert.Single(answer.Run.ForOfficer.Samples);
        Assert.Empty(answer.Run.Notices.Counts);
        Assert.Equal(HousingInventory.Diagnostics.Severity.Error, notice.Severity);
        Assert.Equal("withheld_keys_lead_nowhere", notice.Code);
        Assert.DoesNotContain("Hemlig", notice.Text(HousingInventory.Diagnostics.Language.Sv) + notice.Remedy(HousingInventory.Diagnostics.Language.Sv) + notice.ToString(), StringComparison.Ordinal);
        Assert.Null(notice.Place);
    }

    [Fact]
    public void A_list_that_leads_nowhere_in_all_its_rows_is_told_in_one_short_line()
    {
        string rows = string.Join(", ", Enumerable.Range(2, 60_000));
        HousingInventory.Link.WithheldKeysLeadNowhere notice = new(60_000, rows);
        Assert.Contains("(row 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 ...)", notice.Text(HousingInventory.Diagnostics.Language.En), StringComparison.Ordinal);
        Assert.InRange(notice.Text(HousingInventory.Diagnostics.Language.Sv).Length, 100, 400);
        Assert.Equal(rows, notice.Rows);
        Assert.Equal("2, 7", new HousingInventory.Link.WithheldKeysLeadNowhere(2, "2, 7").FirstRows);
    }

    [Fact]
    public void Evidence_of_use_makes_a_home_undetermined_and_evidence_of_disuse_lifts_its_confidence()
    {
        Town town = new Town().WithManyOthers().Property("EXEMPEL 1:1", (0, 0, 50, 50)).House("home", 10, 10);
        Assert.Equal("Medium", town.Copy().Ask().Confidence("home"));
        Assert.Equal("Strong", Said("water", "none").Confidence("home"));
        Assert.Equal("Weak", Said("waste", "normal").Confidence("home"));
        Assert.Equal("in-use", Said("waste", "normal").Reason("home"));
        Assert.Equal("undetermined", Said("waste", "normal").Status("home"));
        Assert.Equal("nobody-registered", Said("owner", "normal").Status("home"));

        // The extract is of 10 November 2026: evidence from 10 May 2026 on counts, a day older does not.
        Assert.Equal("in-use", Said("electricity", "normal", new DateOnly(2026, 5, 10)).Reason("home"));
        Assert.Equal("nobody-registered", Said("electricity", "normal", new DateOnly(2026, 5, 9)).Status("home"));

        Answer Said(string kind, string word, DateOnly? dated = null)
        {
            Town copy = town.Copy();
            copy.More.Add(given => given.Evidence.Add(new Evidence("EXEMPEL 1:1", kind, word, "evidence", 1, dated)));
            return copy.Ask();
        }
    }
}
