using HousingInventory.Flag;

namespace HousingInventory.Tests.Flag;

/// <summary>Points in cells: the same answers as asking every point.</summary>
public sealed class PlaceGridTests
{
    [Fact]
    public void What_is_within_a_distance_is_what_every_point_would_say()
    {
        Random random = new(3);
        for (int town = 0; town < 200; town++)
        {
            double[] x = [.. Enumerable.Range(0, 30).Select(_ => (double)random.Next(-40, 40))], y = [.. x.Select(_ => (double)random.Next(-40, 40))];
            PlaceGrid grid = new(x, y, random.Next(1, 30));
            for (int asked = 0; asked < 20; asked++)
            {
                (double ax, double ay, double within) = (random.Next(-50, 50), random.Next(-50, 50), random.Next(0, 40));
                bool Fits(int point) => point % 3 != 0;
                int[] here = [.. Enumerable.Range(0, 30).Where(p => Fits(p) && Square(p) <= within * within).OrderBy(Square).ThenBy(static p => p)];
                Assert.Equal(here.Length > 0, grid.Any(ax, ay, within, Fits));
                Assert.Equal(here is [int first, ..] ? first : -1, grid.Nearest(ax, ay, within, Fits));

                double Square(int p) => ((x[p] - ax) * (x[p] - ax)) + ((y[p] - ay) * (y[p] - ay));
            }
        }
    }

    [Fact]
    public void Limits_are_inclusive_and_the_first_of_equals_is_the_nearest()
    {
        PlaceGrid grid = new([10, 0, -10, 0], [0, 10, 0, -10], 10);
        Assert.Equal(0, grid.Nearest(0, 0, 10, static _ => true));
        Assert.Equal(1, grid.Nearest(0, 0, 10, static p => p > 0));
        Assert.Equal(-1, grid.Nearest(0, 0, 9.999, static _ => true));
        Assert.False(grid.Any(0, 0, 9.999, static _ => true));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1e8, 0)]
    [InlineData(0, -1e8)]
    public void Places_that_are_nowhere_are_left_out_and_near_nothing(double x, double y)
    {
        PlaceGrid grid = new([x, 1], [y, 1], 10);
        Assert.Equal([1], grid.Cells.Values.Single());
        Assert.False(grid.Any(x, y, 100, static _ => true));
        Assert.Equal(-1, grid.Nearest(x, y, 100, static _ => true));
        Assert.Null(grid.InCellOf(x, y));
        Assert.Equal([1], grid.InCellOf(9, 9));
        Assert.Null(grid.InCellOf(11, 9));
    }
}
