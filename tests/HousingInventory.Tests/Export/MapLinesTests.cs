using System.Globalization;
using System.Text.RegularExpressions;
using HousingInventory.Export.Html;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Export;

public sealed partial class MapLinesTests
{
    private static readonly MapFrame Frame = new(new Envelope(0, 1000, 0, 1000), 1);

    [Fact]
    public void A_point_stays_until_the_tolerance_reaches_its_distance_from_the_line_without_it()
    {
        // The middle point is 10 m beside the line of its neighbours. The drawing's y points down from 1000.
        double[] x = [0, 50, 100], y = [0, 10, 0];
        Assert.Equal("M0 1000l50-10 50 10", Path(x, y, 10));
        Assert.Equal("M0 1000l100 0", Path(x, y, 10.1));
    }

    [Fact]
    public void A_ring_is_closed_and_one_too_small_to_be_seen_is_left_out()
    {
        double[] x = [100, 200, 200, 100, 100], y = [100, 100, 200, 200, 100];
        MapLines lines = new(Frame);
        lines.Add(0, x, y, ring: true);
        Assert.Equal("M100 900l100 0 0-100-100 0z", Assert.Single(lines.Paths(1, 100, 1)));
        // Its diagonal is 141 m, so that from a tolerance of 48 m on it has not three tolerances from corner to corner.
        Assert.Equal("", Assert.Single(lines.Paths(1, 100, 48)));
    }

    [Fact]
    public void The_points_that_show_most_stay_when_there_is_room_for_few()
    {
        MapLines lines = new(Frame);
        lines.Add(0, [0, 250, 500, 750, 1000], [0, 90, 0, 10, 0], ring: false);
        lines.Add(1, [0, 3, 6], [0, 1, 0], ring: false);
        Assert.Equal(["M0 1000l250-90 250 90 500 0", ""], lines.Paths(2, 4, 1));
        Assert.Equal("M0 1000l250-90 250 90 250-10 250 10", lines.Paths(2, 5, 1)[0]);
    }

    [Fact]
    public void What_lies_outside_the_frame_is_not_drawn()
    {
        MapLines lines = new(Frame);
        lines.Add(0, new LineString([new Coordinate(2000, 0), new Coordinate(3000, 0)]));
        Assert.Equal("", Assert.Single(lines.Paths(1, 100, 1)));
    }

    [Fact]
    public void No_point_of_a_line_is_further_from_the_drawing_than_the_tolerance()
    {
        Random random = new(5);
        for (int round = 0; round < 200; round++)
        {
            int count = random.Next(2, 40);
            double[] x = [.. Enumerable.Range(0, count).Select(_ => 1000 * random.NextDouble())];
            double[] y = [.. Enumerable.Range(0, count).Select(_ => 1000 * random.NextDouble())];
            double tolerance = 200 * random.NextDouble();
            string path = Path(x, y, tolerance);
            if (path.Length > 0)
            {
                Geometry drawn = Drawn(path);
                // Whole units are at most 0.71 m off.
                Assert.All(x.Zip(y), p => Assert.InRange(drawn.Distance(new Point(p.First, p.Second)), 0, tolerance + 0.71));
            }
        }
    }

    [Fact]
    public void At_a_crossing_each_road_goes_straight_on()
    {
        // Four lines meet in (500, 500): two roads of three points.
        (double[] X, double[] Y)[] arms = [([0, 500], [500, 500]), ([500, 500], [500, 1000]), ([500, 1000], [500, 500]), ([500, 500], [0, 500])];
        List<(double[] X, double[] Y)> roads = [.. RoadLines.Joined(arms)];
        Assert.Equal(2, roads.Count);
        Assert.All(roads, r => Assert.True(r.X.Distinct().Count() == 1 || r.Y.Distinct().Count() == 1));
        Assert.All(roads, r => Assert.Equal(3, r.X.Length));
    }

    [Fact]
    public void Every_piece_is_in_exactly_one_joined_line()
    {
        // Steps of 100 m along a grid of 6 by 6 crossings, by lot, some twice and some backwards: their length is 100 m each.
        Random random = new(7);
        for (int round = 0; round < 50; round++)
        {
            List<(double[] X, double[] Y)> pieces = [];
            for (int i = 0; i < 40; i++)
            {
                (int row, int column, bool across, bool back) = (random.Next(5), random.Next(5), random.Next(2) == 0, random.Next(2) == 0);
                double[] x = [100 * column, 100 * (across ? column + 1 : column)];
                double[] y = [100 * row, 100 * (across ? row : row + 1)];
                pieces.Add(back ? ([x[1], x[0]], [y[1], y[0]]) : (x, y));
            }

            List<(double[] X, double[] Y)> joined = [.. RoadLines.Joined(pieces)];
            Assert.Equal(4000, joined.Sum(l => Length(l.X, l.Y)), 6);
            Assert.Equal(40, joined.Sum(l => l.X.Length - 1));
            Assert.InRange(joined.Count, 1, 39);
        }
    }

    private static double Length(double[] x, double[] y) => new LineString([.. x.Zip(y).Select(p => new Coordinate(p.First, p.Second))]).Length;

    private static string Path(double[] x, double[] y, double tolerance)
    {
        MapLines lines = new(Frame);
        lines.Add(0, x, y, ring: false);
        return Assert.Single(lines.Paths(1, 1000, tolerance));
    }

    private static LineString Drawn(string path)
    {
        long[] numbers = [.. Numbers().Matches(path).Select(m => long.Parse(m.Value, CultureInfo.InvariantCulture))];
        List<Coordinate> points = [new(numbers[0], 1000 - numbers[1])];
        for (int i = 2; i < numbers.Length; i += 2)
        {
            points.Add(new Coordinate(points[^1].X + numbers[i], points[^1].Y - numbers[i + 1]));
        }

        return new LineString([.. points]);
    }

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Numbers();
}
