using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

public sealed class FilterTests
{
    private static readonly CandidatesConfig Off = new() { FootprintM2 = null, Settlements = null, StopWithinM = null };

    private static Town With(CandidatesConfig candidates) => new Town { Config = new InventoryConfig { Candidates = candidates } }.WithManyOthers();

    [Theory]
    [InlineData(10, 5, null)] // 50 m²: the limit itself is in
    [InlineData(10, 4.9, "footprint")]
    [InlineData(25, 10, null)] // 250 m²
    [InlineData(25.1, 10, "footprint")]
    public void Footprint_limits_are_inclusive(double width, double depth, string? leftOut) =>
        Assert.Equal(leftOut, With(Off with { FootprintM2 = new() { Min = 50, Max = 250 } }).Home("h", 0, 0, width, depth).Ask().LeftOut("h"));

    [Fact]
    public void A_range_may_be_open_at_either_end()
    {
        Assert.True(With(Off with { FootprintM2 = new() { Min = 50 } }).Home("h", 0, 0, 100, 100).Ask().IsCandidate("h"));
        Assert.True(With(Off with { FootprintM2 = new() { Max = 250 } }).Home("h", 0, 0, 2, 2).Ask().IsCandidate("h"));
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1000.01, "stop")]
    public void The_distance_to_a_stop_is_straight_and_inclusive(double distance, string? leftOut)
    {
        // The house point of a house of 12 by 10 m at (0, 0) is (6, 5).
        Town town = With(Off with { StopWithinM = 1000 }).Home("h", 0, 0);
        (double x, double y) = Town.At(6 + distance, 5);
        town.More.Add(given => given.Posts = new BoardingPosts([x], [y], [2]));
        Assert.Equal(leftOut, town.Ask().LeftOut("h"));
    }

    [Fact]
    public void Without_a_timetable_the_test_of_stops_is_off_and_says_so()
    {
        Answer answer = With(Off with { StopWithinM = 1000 }).Home("h", 0, 0).Ask();
        Assert.True(answer.IsCandidate("h"));
        Assert.Equal(1, answer.Run.Notices.Counts["stop_test_off"]);
        Assert.DoesNotContain(answer.Flags.Funnel, s => s.Test == Term.Of(FunnelTest.Stop));
    }

    [Theory]
    [InlineData(200, 10, null)] // a gap of just 200 m, and ten homes of two make just 20 residents
    [InlineData(200.1, 10, "settlement-1")]
    [InlineData(200, 9, "settlement-1")]
    public void A_settlement_chains_dwellings_and_counts_two_for_each_inhabited_one(double gap, int inhabited, string? leftOut)
    {
        // Houses on a line, one gap apart, the inhabited ones last.
        Town town = With(Off with { Settlements = [new() { MaxGapM = 200, Between = Between.Dwellings, MinResidents = 20 }] });
        for (int i = 0; i < 5 + inhabited; i++)
        {
            if (i < 5)
            {
                town.Home($"h{i}", i * gap, 0);
            }
            else
            {
                town.House($"h{i}", i * gap, 0).Address($"a{i}", "Exempelgatan", $"{i}", (i * gap) + 5, 5).Lives(1 + i, address: $"a{i}");
            }
        }

        Assert.Equal(leftOut, town.Ask().LeftOut("h0"));
    }

    [Fact]
    public void Every_settlement_is_named_by_what_it_is_made_of_in_whatever_order_they_stand()
    {
        // The wide one first, and a third.
        SettlementConfig wide = new() { MaxGapM = 1000, Between = Between.Residents, MinResidents = 50 }, close = new() { MaxGapM = 200.5, Between = Between.Dwellings, MinResidents = 20 };
        IReadOnlyList<Term> tests = With(Off with { Settlements = [wide, close, wide with { MinResidents = 9 }] }).House("h", 0, 0).Ask().Flags.SettlementTests;
        Assert.Equal(
            [
                new Term("settlement-1", "I bebyggelse: bebodda hus högst 1000 m isär, minst 50 folkbokförda", "In a settlement: inhabited buildings at most 1000 m apart, at least 50 residents"),
                new Term("settlement-2", "I bebyggelse: bostäder högst 200,5 m isär, minst 20 folkbokförda", "In a settlement: dwellings at most 200.5 m apart, at least 20 residents"),
                new Term("settlement-3", "I bebyggelse: bebodda hus högst 1000 m isär, minst 9 folkbokförda", "In a settlement: inhabited buildings at most 1000 m apart, at least 9 residents"),
            ],
            tests);
    }

    [Fact]
    public void Between_residents_only_inhabited_buildings_make_the_chain()
    {
        // Empty homes every 100 m bridge a gap of 300 m between dwellings, but not between residents.
        Town Row(Between between) => With(Off with { Settlements = [new() { MaxGapM = 100, Between = between, MinResidents = 4 }] })
            .House("a", 0, 0).Address("aa", "Exempelgatan", "1", 5, 5).Lives(2, address: "aa")
            .Home("e1", 100, 0).Home("e2", 200, 0)
            .House("b", 300, 0).Address("ab", "Exempelgatan", "2", 305, 5).Lives(2, address: "ab");
        Assert.True(Row(Between.Dwellings).Ask().IsCandidate("e1"));
        Assert.False(Row(Between.Residents).Ask().IsCandidate("e1"));
    }

    [Fact]
    public void The_funnel_adds_up_and_says_what_each_test_removes_alone()
    {
        // One is too small, one too far from a stop, one both, one is left; beside them an inhabited house and a shed.
        Town town = With(Off with { FootprintM2 = new() { Min = 50 }, StopWithinM = 1000 })
            .Home("small", 0, 0, 5, 5).Home("far", 9000, 0).Home("both", 9100, 0, 5, 5).Home("good", 100, 0)
            .House("home", 200, 0).Address("a", "Exempelgatan", "1", 205, 5).Lives(address: "a").Other("shed", 300, 0, 8, 8, "Komplementbyggnad");
        (double x, double y) = Town.At(0, 0);
        town.More.Add(given => given.Posts = new BoardingPosts([x], [y], [2]));
        Answer answer = town.Ask();
        Assert.Equal(
            [
                // Seven buildings with the far-off one of many residents.
                new FunnelStep(Term.Of(FunnelTest.All), 7, 0, 0),
                new FunnelStep(Term.Of(FunnelTest.Dwelling), 6, 1, 1),
                new FunnelStep(Term.Of(FunnelTest.NobodyRegistered), 4, 2, 1),
                new FunnelStep(Term.Of(FunnelTest.Footprint), 2, 2, 1),
                new FunnelStep(Term.Of(FunnelTest.Stop), 1, 1, 1),
            ],
            answer.Flags.Funnel);
        Assert.Equal(["footprint", "stop", "footprint", null, null], new[] { "small", "far", "both", "good", "home" }.Select(answer.LeftOut));
        Assert.Equal([answer.Index("good")], answer.Flags.Candidates);
    }

    [Theory]
    [InlineData("not-started", true)]
    [InlineData("contacted", true)]
    [InlineData("interested", true)]
    [InlineData("declined", false)]
    [InlineData("do-not-contact", false)]
    [InlineData("in-use", false)]
    [InlineData("unsuitable", false)]
    [InlineData("taken", false)]
    public void Declined_and_the_states_after_it_leave_the_candidates(string state, bool stays)
    {
        Town town = With(Off).Home("h", 0, 0);
        town.More.Add(given => given.FollowUps.Add(new FollowUp(Ref.Of("h").ToLowerInvariant(), Enum.GetValues<FollowUpState>().Single(s => Term.Of(s).Key == state), null, null, null, null, "followup", 3)));
        Answer answer = town.Ask();
        Assert.Equal(stays, answer.IsCandidate("h"));
        Assert.Equal(stays ? null : "followup", answer.LeftOut("h"));
    }

    [Fact]
    public void Of_several_rows_about_one_house_the_last_counts_and_is_a_notice_without_its_name()
    {
        Town town = With(Off).Home("h", 0, 0);
        town.More.Add(given => given.FollowUps.AddRange(
            [new FollowUp("h", FollowUpState.Declined, null, null, null, null, "followup", 3), new FollowUp(Ref.Of("h"), FollowUpState.Interested, null, null, null, null, "followup", 4)]));
        Answer answer = town.Ask();
        Assert.True(answer.IsCandidate("h"));
        Assert.Equal(FollowUpState.Interested, answer.Flags.FollowUps[answer.Index("h")].State);
        Notice notice = Assert.Single(answer.Run.Notices.Samples);
        Assert.Equal(("follow_up_twice", "followup", 4L, null), (notice.Code, notice.Source, notice.Row!.Value, notice.Feature));
    }

    [Fact]
    public void A_follow_up_of_no_building_is_a_notice_that_names_its_row()
    {
        Town town = With(Off).Home("h", 0, 0);
        town.More.Add(given => given.FollowUps.Add(new FollowUp("ZZZZZZ", FollowUpState.Declined, null, null, null, null, "followup", 3)));
        Notice notice = Assert.Single(town.Ask().Run.Notices.Samples);
        Assert.Equal(("unknown_follow_up", "followup", 3L), (notice.Code, notice.Source, notice.Row!.Value));
    }

    [Fact]
    public void Holiday_homes_are_marked_left_out_or_all_that_is_left()
    {
        Town Make(HolidayHomes what)
        {
            Town town = With(Off with { HolidayHomes = what }).Home("cabin", 0, 0).Home("home", 100, 0);
            town.More.Add(given => given.HolidayAreas.Add(new HolidayArea("1", Town.Rectangle(-10, -10, 50, 50))));
            return town;
        }

        Answer mark = Make(HolidayHomes.Mark).Ask();
        Assert.Equal(HolidayHint.InScbArea, mark.Flags.HolidayHomeHint[mark.Index("cabin")]);
        Assert.True(mark.IsCandidate("cabin") && mark.IsCandidate("home"));
        Assert.Equal((false, true), (Make(HolidayHomes.LeaveOut).Ask().IsCandidate("cabin"), Make(HolidayHomes.LeaveOut).Ask().IsCandidate("home")));
        Assert.Equal((true, false), (Make(HolidayHomes.Only).Ask().IsCandidate("cabin"), Make(HolidayHomes.Only).Ask().IsCandidate("home")));
    }

    [Fact]
    public void The_strongest_holiday_sign_is_shown()
    {
        Town town = With(Off).House("h", 0, 0).Address("a", "Exempelgatan", "1", 5, 5);
        List<HolidayHint> hints = [];
        foreach (Evidence evidence in new[]
        {
            new Evidence("h", "tax-code", "season", "tax", 1), new Evidence("Exempelgatan 1", "waste", "season", "waste", 1), new Evidence("a", "owner", "season", "letters", 1),
        })
        {
            town.More.Add(given => given.Evidence.Add(evidence));
            Answer answer = town.Ask();
            hints.Add(answer.Flags.HolidayHomeHint[answer.Index("h")]);
        }

        Assert.Equal([HolidayHint.OldTaxCode, HolidayHint.SeasonWaste, HolidayHint.OwnerSaid], hints);
    }
}
