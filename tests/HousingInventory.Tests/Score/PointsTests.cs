using HousingInventory.Score;

namespace HousingInventory.Tests.Score;

/// <summary>The examples of the method, with F = 400 and Z = 2000.</summary>
public sealed class PointsTests
{
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(400, 1000)]
    [InlineData(800, 750)] // (2000 - 800) / 1600 = 3/4
    [InlineData(1200, 500)]
    [InlineData(2000, 0)]
    [InlineData(9999, 0)]
    public void Linear_points_fall_from_full_to_zero(double x, int tenths) => Assert.Equal(tenths, Points.Linear(x, 400, 2000));

    [Theory]
    [InlineData(400, 1000)]
    [InlineData(800, 844)] // t = 3/4: 9/16 · (3 - 3/2) = 27/32 = 0.84375
    [InlineData(1200, 500)]
    [InlineData(2000, 0)]
    public void Smooth_points_meet_both_limits(double x, int tenths) => Assert.Equal(tenths, Points.Smooth(x, 400, 2000));

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(15, 916)]
    [InlineData(30, 505)]
    [InlineData(60, 11)]
    public void Logistic_points_are_those_of_the_decumulated_curve(double x, int tenths) => Assert.Equal(tenths, Points.Logistic(x, 30, 12));

    [Fact]
    public void A_step_includes_its_limit()
    {
        Assert.Equal(1000, Points.Step(400, 400));
        Assert.Equal(0, Points.Step(400.0001, 400));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 63)] // 6.25 is rounded away from zero
    [InlineData(8, 500)]
    [InlineData(16, 1000)]
    [InlineData(99, 1000)]
    public void Departures_raise_the_points(double x, int tenths) => Assert.Equal(tenths, Points.Rising(x, 16, 0));

    [Fact]
    public void No_shape_ever_rises_with_distance_or_leaves_its_range()
    {
        int[] last = [1000, 1000, 1000, 1000];
        for (double x = 0; x <= 4000; x += 7.3)
        {
            int[] now = [Points.Linear(x, 400, 2000), Points.Smooth(x, 400, 2000), Points.Logistic(x, 900, 300), Points.Step(x, 900)];
            for (int i = 0; i < now.Length; i++)
            {
                Assert.InRange(now[i], 0, last[i]);
            }

            last = now;
        }
    }
}
