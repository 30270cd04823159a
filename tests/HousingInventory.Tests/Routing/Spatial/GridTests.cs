using HousingInventory.Routing.Spatial;
using HousingInventory.Tests.Routing.Roads;

namespace HousingInventory.Tests.Routing.Spatial;

/// <summary>The two grids against looking at everything.</summary>
public sealed class GridTests
{
    [Fact]
    public void The_nearest_point_is_the_nearest_of_all_and_of_equals_the_first() => Seeds.Check(300, seed =>
    {
        Random random = new(seed);
        (double[] x, double[] y) = Points(random, random.Next(60));
        PointGrid grid = new(x, y);
        for (int i = 0; i < 20; i++)
        {
            (double px, double py) = Query(random, x, y);
            double maxM = random.Next(3) switch { 0 => 30, 1 => 500, _ => double.PositiveInfinity };
            PointHit expected = PointHit.None;
            for (int p = 0; p < x.Length; p++)
            {
                double distanceM = DistanceM(x[p] - px, y[p] - py);
                expected = distanceM <= maxM && distanceM < expected.DistanceM ? new PointHit(p, distanceM) : expected;
            }

            Assert.Equal(expected, grid.Nearest(px, py, maxM));
        }
    });

    [Fact]
    public void All_points_within_a_radius_are_found_in_order() => Seeds.Check(300, seed =>
    {
        Random random = new(seed);
        (double[] x, double[] y) = Points(random, random.Next(60));
        PointGrid grid = new(x, y);
        List<int> found = [];
        for (int i = 0; i < 20; i++)
        {
            (double px, double py) = Query(random, x, y);
            double radiusM = random.Next(4) * 50;
            grid.Within(px, py, radiusM, found);
            Assert.Equal(Enumerable.Range(0, x.Length).Where(p => DistanceM(x[p] - px, y[p] - py) <= radiusM), found);
        }
    });

    [Fact]
    public void The_nearest_line_is_the_nearest_of_all_and_of_equals_the_first() => Seeds.Check(300, seed =>
    {
        Random random = new(seed);
        (double[] x, double[] y) = Points(random, random.Next(80));
        List<int> first = [0];
        while (first[^1] < x.Length)
        {
            first.Add(Math.Min(x.Length, first[^1] + random.Next(0, 6)));
        }

        SegmentGrid grid = new([.. first], x, y);
        for (int i = 0; i < 20; i++)
        {
            (double px, double py) = Query(random, x, y);
            double maxM = random.Next(3) switch { 0 => 30, 1 => 500, _ => double.PositiveInfinity };
            (int Line, double DistanceM) expected = (-1, double.PositiveInfinity);
            for (int line = 0; line + 1 < first.Count; line++)
            {
                double distanceM = LineDistanceM(px, py, x[first[line]..first[line + 1]], y[first[line]..first[line + 1]]);
                expected = distanceM <= maxM && distanceM < expected.DistanceM ? (line, distanceM) : expected;
            }

            SegmentHit hit = grid.Nearest(px, py, maxM);
            Assert.Equal(expected, (hit.Line, hit.DistanceM));
        }
    });

    [Fact]
    public void Limits_are_inclusive_although_coordinates_are_decimal()
    {
        // 1000 m apart; the doubles differ by a nanometre more or less.
        PointGrid grid = new([664244.91], [7192321.37]);
        Assert.Equal(new PointHit(0, 1000.0), grid.Nearest(664244.91, 7193321.37, 1000));
        Assert.Equal(new PointHit(0, 1000.0), grid.Nearest(665244.91, 7192321.37, 1000));
        Assert.False(grid.Nearest(665244.911, 7192321.37, 1000).Found);
    }

    [Fact]
    public void Strays_do_not_spoil_the_grid()
    {
        // A village, and two posts at 0,0 and beyond.
        Random random = new(5);
        double[] x = [0, .. Enumerable.Range(0, 5000).Select(_ => 600000 + (random.NextDouble() * 3000)), 1e9];
        double[] y = [0, .. Enumerable.Range(0, 5000).Select(_ => 7000000 + (random.NextDouble() * 3000)), -1e9];
        PointGrid grid = new(x, y);
        Assert.Equal(0, grid.Nearest(5, 5).Index);
        Assert.Equal(5001, grid.Nearest(9e8, -9e8).Index);
        for (int i = 1; i <= 5000; i += 50)
        {
            Assert.Equal(new PointHit(i, 0), grid.Nearest(x[i], y[i]));
        }
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_and_what_is_no_place_is_never_found()
    {
        Assert.False(new PointGrid([], []).Nearest(0, 0).Found);
        Assert.False(new SegmentGrid([0], [], []).Nearest(0, 0).Found);
        PointGrid grid = new([double.NaN, 3, double.PositiveInfinity], [0, 4, 0]);
        Assert.Equal((1, new PointHit(1, 5)), (grid.Count, grid.Nearest(0, 0)));
        Assert.False(grid.Nearest(double.NaN, 0).Found);
        List<int> found = [7];
        grid.Within(0, double.NaN, 10, found);
        Assert.Empty(found);
        SegmentGrid lines = new([0, 3], [0, 10, double.NaN], [0, 0, 0]);
        Assert.Equal((1, 3.0), (lines.SegmentCount, lines.Nearest(5, 3).DistanceM));
        Assert.False(lines.Nearest(double.NegativeInfinity, 3).Found);
    }

    [Fact]
    public void A_line_of_one_point_is_that_point_and_a_hit_says_where_on_the_segment()
    {
        SegmentGrid lines = new([0, 1, 3], [0, 100, 200], [0, 50, 50]);
        Assert.Equal(new SegmentHit(0, 0, 0, 5), lines.Nearest(-3, 4));
        Assert.Equal(new SegmentHit(1, 1, 0.25, 10), lines.Nearest(125, 60));
    }

    /// <summary>Points on a coarse raster, so that many coincide, and now and then one far away.</summary>
    private static (double[] X, double[] Y) Points(Random random, int count) =>
        ([.. Enumerable.Range(0, count).Select(_ => Coordinate(random))], [.. Enumerable.Range(0, count).Select(_ => Coordinate(random))]);

    private static double Coordinate(Random random) => random.Next(40) == 0 ? random.Next(-1000000, 1000000) : random.Next(20) * 25;

    private static (double X, double Y) Query(Random random, double[] x, double[] y) => random.Next(4) == 0 && x.Length > 0
        ? (x[random.Next(x.Length)], y[random.Next(y.Length)])
        : ((random.NextDouble() * 800) - 150, (random.NextDouble() * 800) - 150);

    private static double DistanceM(double dx, double dy) => Math.Round(Math.Sqrt((dx * dx) + (dy * dy)), 6);

    private static double LineDistanceM(double px, double py, double[] x, double[] y)
    {
        double best = x.Length == 1 ? DistanceM(x[0] - px, y[0] - py) : double.PositiveInfinity;
        for (int p = 1; p < x.Length; p++)
        {
            (double dx, double dy) = (x[p] - x[p - 1], y[p] - y[p - 1]);
            double square = (dx * dx) + (dy * dy);
            double t = square == 0 ? 0 : Math.Clamp((((px - x[p - 1]) * dx) + ((py - y[p - 1]) * dy)) / square, 0, 1);
            best = Math.Min(best, t < 1 ? DistanceM(x[p - 1] + (t * dx) - px, y[p - 1] + (t * dy) - py) : DistanceM(x[p] - px, y[p] - py));
        }

        return best;
    }
}
