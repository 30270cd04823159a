using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

public sealed class MajorRoadTests
{
    [Fact]
    public void The_distance_is_straight_and_only_major_roads_count()
    {
        // A lane along y = 0 and a major road along x = 2000: the home at (500, 400) has 1 500 m to it. Points 100 (3000 - 1500) / 2700 = 55.6.
        CriterionResult result = AccessTown.OnOneRoad(1000).MajorRoad((2000, -1000), (2000, 1000)).Home("h", 500, 400).Measure(new MajorRoadCriterion { Name = "road" });

        Assert.Equal(1500, result.Values[0], 6);
        Assert.Equal(556, result.PointsTenths[0]);
    }

    [Fact]
    public void Without_any_major_road_it_leaves_the_sum()
    {
        Assert.True(AccessTown.OnOneRoad(1000).Home("h", 500).Measure(new MajorRoadCriterion { Name = "road" }).WithoutData);
    }
}
