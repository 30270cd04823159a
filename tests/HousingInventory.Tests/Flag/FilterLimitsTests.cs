using HousingInventory.Configuration;
using HousingInventory.Flag;
using HousingInventory.Model;
using HousingInventory.Tests.Towns;

namespace HousingInventory.Tests.Flag;

/// <summary>What other limits of the filter would give, against runs with those limits.</summary>
public sealed class FilterLimitsTests
{
    private static readonly CandidatesConfig Off = new() { FootprintM2 = null, Settlements = null, StopWithinM = null };

    [Fact]
    public void The_curve_of_the_stop_counts_homes_by_their_distance_the_limits_included()
    {
        // House points at 250, 251, 1000 and 4000 m from the one post, which 3 departures leave; one too small house at 300 m never counts.
        Town town = Beside(Off with { StopWithinM = 1000, FootprintM2 = new() { Min = 50 } }, posts: [(0, 3)])
            .Home("a", 250 - 6, -5).Home("b", -6, 251 - 5).Home("c", 1000 - 6, -5).Home("d", 4000 - 6, -5).Home("small", 300, 0, 4, 4);
        Assert.Equal(
            [(250, 1), (400, 2), (500, 2), (750, 2), (1000, 3), (1250, 3), (1500, 3), (2000, 3), (3000, 3), (5000, 4)],
            Curve(town, "stopWithinM"));
        Assert.Equal([(1, 3), (2, 3), (4, 0), (8, 0), (14, 0), (20, 0)], Curve(town, "stopMinDepartures"));
    }

    [Fact]
    public void Departures_are_those_of_the_best_stop_within_the_distance()
    {
        // The near stop has 2 departures, one 900 m off has 14, and one 1100 m off 20.
        Town town = Beside(Off with { StopWithinM = 1000, StopMinDepartures = 3 }, posts: [(0, 2), (900, 14), (1100, 20)]).Home("a", -6, -5);
        Assert.Equal([(1, 1), (2, 1), (3, 1), (4, 1), (8, 1), (14, 1), (20, 0)], Curve(town, "stopMinDepartures"));
        Assert.Equal([(250, 0), (400, 0), (500, 0), (750, 0), (1000, 1), (1250, 1), (1500, 1), (2000, 1), (3000, 1), (5000, 1)], Curve(town, "stopWithinM"));
    }

    [Fact]
    public void Footprints_are_tried_from_either_end_and_never_past_the_other()
    {
        // 35, 50, 100, 200 and 300 m² under 50 to 200 m²: a smallest one above 200 or a largest below 50 cannot be asked for.
        Town town = Beside(Off with { FootprintM2 = new() { Min = 50, Max = 200 } }, posts: [])
            .Home("a", 0, 0, 7, 5).Home("b", 100, 0, 10, 5).Home("c", 200, 0, 10, 10).Home("d", 300, 0, 20, 10).Home("e", 400, 0, 20, 15);
        Assert.Equal([(30, 4), (40, 3), (50, 3), (60, 2), (80, 2)], Curve(town, "footprintM2.min"));
        Assert.Equal([(150, 2), (200, 3), (250, 3), (300, 4), (400, 4)], Curve(town, "footprintM2.max"));
        Assert.Empty(Curve(Beside(Off with { FootprintM2 = new() { Min = 50 } }, posts: []).Home("a", 0, 0), "footprintM2.max"));
    }

    [Fact]
    public void Tests_that_are_off_and_the_size_of_a_settlement_have_no_curve()
    {
        Assert.Empty(Limits(Beside(Off, posts: [(0, 5)]).Home("a", 0, 0)));
        Assert.Empty(Limits(Beside(Off with { StopWithinM = 1000 }, posts: null).Home("a", 0, 0)));
        CandidatesConfig settled = Off with { Settlements = [new() { MaxGapM = 200, MinResidents = 20 }] };
        Assert.Equal(["settlements[0].maxGapM"], Limits(Beside(settled, posts: []).Home("a", 0, 0)).Select(l => l.Member).Distinct());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_count_is_that_of_a_run_with_that_limit_and_none_turns_back(int seed)
    {
        CandidatesConfig config = Off with
        {
            FootprintM2 = new() { Min = 55, Max = 260 },
            StopWithinM = 700,
            StopMinDepartures = 3,
            Settlements = [new() { MaxGapM = 250, Between = Between.Dwellings, MinResidents = 12 }, new() { MaxGapM = 900, Between = Between.Residents, MinResidents = 10 }],
        };
        Town town = Scattered(config, seed);
        Answer answer = town.Ask();
        IReadOnlyList<LimitCount> limits = Limits(answer, config);
        Assert.All(limits.Where(l => l.IsConfigured), l => Assert.Equal(answer.Flags.Candidates.Count, l.Candidates));
        Assert.Equal(6, limits.Count(l => l.IsConfigured));
        foreach (LimitCount row in limits)
        {
            town.Config = town.Config with { Candidates = With(config, row) };
            Assert.Equal(town.Ask().Flags.Funnel[^1].Left, row.Candidates);
        }

        foreach (IGrouping<string, LimitCount> curve in limits.GroupBy(l => l.Member))
        {
            bool falls = curve.Key is "footprintM2.min" or "stopMinDepartures";
            Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(falls ? pair.First.Candidates >= pair.Second.Candidates : pair.First.Candidates <= pair.Second.Candidates, curve.Key));
        }
    }

    private static CandidatesConfig With(CandidatesConfig config, LimitCount row) => row.Member switch
    {
        "footprintM2.min" => config with { FootprintM2 = config.FootprintM2! with { Min = row.Limit } },
        "footprintM2.max" => config with { FootprintM2 = config.FootprintM2! with { Max = row.Limit } },
        "stopWithinM" => config with { StopWithinM = row.Limit },
        "stopMinDepartures" => config with { StopMinDepartures = (int)row.Limit },
        "settlements[0].maxGapM" => config with { Settlements = [config.Settlements![0] with { MaxGapM = row.Limit }, config.Settlements[1]] },
        _ => config with { Settlements = [config.Settlements![0], config.Settlements[1] with { MaxGapM = row.Limit }] },
    };

    // Houses on a square of 3 km, half of them lived in, between six posts.
    private static Town Scattered(CandidatesConfig config, int seed)
    {
        Random random = new(seed);
        Town town = Beside(config, [.. Enumerable.Range(0, 6).Select(_ => (random.NextDouble() * 3000, random.Next(1, 24)))]);
        for (int i = 0; i < 60; i++)
        {
            (double x, double y) = (random.Next(3000), random.Next(600));
            town.Home($"h{i:D2}", x, y, random.Next(5, 25), random.Next(5, 16));
            if (random.Next(2) == 0)
            {
                town.Lives(2, address: $"a-h{i:D2}");
            }
        }

        return town;
    }

    /// <summary>Posts on the line y = 0; null for no timetable.</summary>
    private static Town Beside(CandidatesConfig config, IReadOnlyList<(double X, int Departures)>? posts)
    {
        Town town = new Town { Config = new InventoryConfig { Candidates = config } }.WithManyOthers();
        if (posts is not null)
        {
            town.More.Add(given => given.Posts = new BoardingPosts([.. posts.Select(p => Town.At(p.X, 0).X)], [.. posts.Select(_ => Town.At(0, 0).Y)], [.. posts.Select(p => p.Departures)]));
        }

        return town;
    }

    private static IEnumerable<(int Limit, int Candidates)> Curve(Town town, string member) =>
        Limits(town).Where(l => l.Member == member).Select(l => ((int)l.Limit, (int)l.Candidates));

    private static IReadOnlyList<LimitCount> Limits(Town town) => Limits(town.Ask(), town.Config.Candidates);

    private static IReadOnlyList<LimitCount> Limits(Answer answer, CandidatesConfig config) =>
        FilterLimits.Of(answer.Registers, answer.Linkage, answer.Answers.Question.Surroundings.Posts, answer.Flags, config);
}
