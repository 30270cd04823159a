using HousingInventory.Link;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Link;

public sealed class ShapesTests
{
    [Fact]
    public void Inside_and_distance_agree_with_the_geometry_library()
    {
        Random random = new(5);
        List<Geometry> areas = [];
        for (int i = 0; i < 60; i++)
        {
            // Rings around a middle, some with a hole, some of two parts, from a metre to four kilometres wide.
            (double x, double y, double size) = (random.Next(5000), random.Next(5000), Math.Pow(2, random.Next(12)));
            Polygon one = Star(x, y, size, random.Next(3) == 0, random);
            areas.Add(random.Next(4) == 0 ? new MultiPolygon([one, Star(x + (size * 3), y, size, false, random)]) : one);
        }

        Shapes shapes = new(areas);
        List<int> scratch = [];
        for (int k = 0; k < 2000; k++)
        {
            (double x, double y) = (random.NextDouble() * 6000, random.NextDouble() * 6000);
            Point point = new(x, y);
            List<int> holding = [];
            shapes.AllContaining(x, y, holding, scratch);
            Assert.Equal(Enumerable.Range(0, areas.Count).Where(i => areas[i].Contains(point)), holding);
            List<(int Shape, double DistanceM)> near = [];
            shapes.Near(x, y, 40, near, scratch);
            Assert.Equal(Enumerable.Range(0, areas.Count).Where(i => areas[i].Distance(point) <= 40), near.Select(n => n.Shape));
            Assert.All(near, n => Assert.Equal(areas[n.Shape].Distance(point), n.DistanceM, 6));
        }
    }

    [Fact]
    public void Of_areas_over_each_other_the_smallest_holds_the_place()
    {
        Shapes shapes = new([Square(0, 0, 100), Square(10, 10, 20), Square(0, 0, 50)]);
        Assert.Equal(1, shapes.Containing(15, 15, []));
        Assert.Equal(2, shapes.Containing(40, 40, []));
        Assert.Equal(0, shapes.Containing(90, 90, []));
        Assert.Equal(-1, shapes.Containing(200, 200, []));
    }

    [Fact]
    public void Places_and_areas_that_are_nowhere_do_no_harm()
    {
        Shapes shapes = new([Polygon.Empty, MultiPolygon.Empty, Square(1e12, 0, 10), GeometryCollection.Empty, Square(0, 0, 10)]);
        Assert.Equal(4, shapes.Containing(5, 5, []));
        Assert.Equal(-1, shapes.Containing(double.NaN, 5, []));
        Assert.Equal(-1, shapes.Containing(double.PositiveInfinity, 5, []));
    }

    [Fact]
    public void The_shared_wall_is_measured_along_the_outline()
    {
        // Two houses of 10 m side by side, one moved 4 m along the other: 6 m in common; the corners add what lies within the gap beside them.
        Shapes shapes = new([Square(0, 0, 10), Square(10.1, 4, 10), Square(30, 0, 10)]);
        Assert.InRange(shapes.SharedWall(0, 1, 0.3), 6, 7);
        Assert.Equal(0, shapes.SharedWall(0, 2, 0.3));
    }

    private static Polygon Square(double x, double y, double size) =>
        new(new LinearRing([new(x, y), new(x + size, y), new(x + size, y + size), new(x, y + size), new(x, y)]));

    private static Polygon Star(double x, double y, double size, bool hole, Random random)
    {
        LinearRing outer = Ring(x, y, size, random);
        return hole ? new Polygon(outer, [Ring(x, y, size * 0.2, random)]) : new Polygon(outer);
    }

    // Corners at growing angles, between half and full size from the middle.
    private static LinearRing Ring(double x, double y, double size, Random random)
    {
        Coordinate[] corners = new Coordinate[9];
        for (int i = 0; i < 8; i++)
        {
            double angle = (i + (random.NextDouble() * 0.8)) * Math.PI / 4;
            double radius = size * (0.5 + (random.NextDouble() * 0.5));
            corners[i] = new Coordinate(x + (radius * Math.Cos(angle)), y + (radius * Math.Sin(angle)));
        }

        corners[8] = corners[0].Copy();
        return new LinearRing(corners);
    }
}
