using HousingInventory.Configuration;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

/// <summary>What a home that is not listed fails, with what was measured and the limit.</summary>
public sealed class FilterValuesTests
{
    private static (string? Test, double? Value, double? Limit) Of(Answer answer, CandidatesConfig config, string id)
    {
        FilterValues values = new(answer.Registers, answer.Linkage, answer.Answers.Question.Surroundings.Posts, answer.Flags, config);
        (Term? test, double? value, double? limit) = values.Of(answer.Index(id));
        return (test?.Key, value, limit);
    }

    private static Town With(CandidatesConfig config) => new Town { Config = new InventoryConfig { Candidates = config } }.WithManyOthers();

    [Fact]
    public void A_house_that_is_too_small_or_too_large_is_told_its_footprint_and_the_limit_that_it_misses()
    {
        CandidatesConfig config = new() { FootprintM2 = new RangeConfig { Min = 40, Max = 400 }, Settlements = null, StopWithinM = null };
        Answer answer = With(config).Home("small", 0, 0, 6, 6).Home("right", 100, 0, 10, 12).Home("large", 200, 0, 30, 20).Ask();
        Assert.Equal(("footprint", 36.0, 40.0), Of(answer, config, "small"));
        Assert.Equal((null, null, null), Of(answer, config, "right"));
        Assert.Equal(("footprint", 600.0, 400.0), Of(answer, config, "large"));
    }

    [Fact]
    public void A_house_far_from_a_stop_is_told_how_far_the_nearest_is_that_counts()
    {
        // The house stands at 6, 5; the near post has one departure, and two are asked for: 394 m east and 300 m south is the next.
        CandidatesConfig config = new() { FootprintM2 = null, Settlements = null, StopWithinM = 300, StopMinDepartures = 2 };
        Town town = With(config).Home("far", 0, 0).Home("beside", 400, -300);
        town.More.Add(given => given.Posts = new BoardingPosts([Town.At(10, 0).X, Town.At(400, 0).X, Town.At(900, 0).X], [Town.At(0, 5).Y, Town.At(0, -295).Y, Town.At(0, 0).Y], [1, 2, 9]));
        Answer answer = town.Ask();
        (string? test, double? value, double? limit) = Of(answer, config, "far");
        Assert.Equal(("stop", 300.0), (test, limit));
        Assert.Equal(Math.Sqrt((394 * 394) + (300 * 300)), value!.Value, 6);
        Assert.Equal((null, null, null), Of(answer, config, "beside"));
    }

    [Fact]
    public void A_house_outside_settlements_is_told_the_gap_and_one_with_people_its_status()
    {
        CandidatesConfig config = new() { FootprintM2 = null, StopWithinM = null, Settlements = [new SettlementConfig { Between = Between.Residents, MaxGapM = 250, MinResidents = 10 }] };
        Answer answer = With(config).Home("lonely", 0, 0).Home("lived", 5000, 0).Lives(2, address: "a-lived").Other("shed", 6000, 0, 5, 5, "Komplementbyggnad").Ask();
        (string? test, double? value, double? limit) = Of(answer, config, "lonely");
        Assert.StartsWith("settlement", test, StringComparison.Ordinal);
        Assert.Equal((null, 250.0), (value, limit));
        Assert.Equal(("registered", null, null), Of(answer, config, "lived"));
        Assert.Equal(("dwelling", null, null), Of(answer, config, "shed"));
    }
}
