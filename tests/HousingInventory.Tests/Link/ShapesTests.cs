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

    /// <summary>Distances to a shape of several parts, walls along it, and neighbours by their boxes, against the library and against asking every shape.</summary>
    [Fact]
    public void Distances_walls_and_neighbours_agree_with_the_geometry_library()
    {
        Random random = new(9);
        List<Geometry> areas = [];
        for (int i = 0; i < 40; i++)
        {
            Polygon one = Star(random.Next(300), random.Next(300), random.Next(5, 60), random.Next(3) == 0, random);
            areas.Add(random.Next(3) == 0 ? new MultiPolygon([one, Star(random.Next(300), random.Next(300), 10, false, random)]) : one);
        }

        // A coast with thousands of corners, so that whole stretches of it are passed over.
        Coordinate[] coast = [.. Enumerable.Range(0, 3000).Select(i => new Coordinate(i * 0.1, 150 + (20 * Math.Sin(i * 0.05)))), new(300, 400), new(0, 400)];
        areas.Add(new Polygon(new LinearRing([.. coast, coast[0].Copy()])));
        Shapes shapes = new(areas);
        List<int> found = [], scratch = [];
        for (int a = 0; a < areas.Count; a++)
        {
            for (int k = 0; k < 60; k++)
            {
                (double x, double y) = (random.Next(-50, 400), random.Next(-50, 400));
                Assert.Equal(areas[a].Distance(new Point(x, y)), shapes.Distance(a, x, y), 6);
            }

            IEnumerable<int> beside = Enumerable.Range(0, areas.Count).Where(b => b != a && Parts(areas[a]).Any(one => Parts(areas[b]).Any(two => Within(one, two, 3))));
            shapes.Beside(a, 3, areas.Count, found, scratch);
            Assert.Equal(beside, found);
            shapes.Beside(a, 3, beside.Count(), found, scratch);
            Assert.Equal(beside, found);
            shapes.Beside(a, 3, beside.Count() - 1, found, scratch);
            Assert.Empty(found);

            int other = (a + 1) % areas.Count;
            double wall = areas[a].Boundary.Intersection(areas[other].Buffer(2)).Length;
            Assert.InRange(shapes.SharedWall(a, other, 2), wall - 3, wall + 3);
        }

        static IEnumerable<Geometry> Parts(Geometry area) => Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN);
        static bool Within(Geometry one, Geometry two, double gap)
        {
            Envelope box = one.EnvelopeInternal.Copy();
            box.ExpandBy(gap);
            return box.Intersects(two.EnvelopeInternal);
        }
    }

    [Fact]
    public void Of_areas_equally_large_the_first_by_the_order_holds_the_place()
    {
        Shapes shapes = new([Square(0, 0, 10), Square(5, 0, 10), Square(2, 2, 10)]);
        Assert.Equal(0, shapes.Containing(7, 5, [], static (a, b) => a.CompareTo(b)));
        Assert.Equal(2, shapes.Containing(7, 5, [], static (a, b) => b.CompareTo(a)));
        Assert.Equal(0, shapes.Containing(7, 5, []));
        List<int> polygons = [];
        shapes.PolygonsAt(new BoxIndex.Box(0, 0, 1, 1), polygons);
        Assert.Equal((true, false), (shapes.AreOf(0, polygons), shapes.AreOf(1, polygons)));
        shapes.PolygonsAt(new BoxIndex.Box(0, 0, 6, 1), polygons);
        Assert.Equal((false, false), (shapes.AreOf(0, polygons), shapes.AreOf(1, polygons)));
        Assert.Equal((0, 1), (shapes.ContainingOf(polygons, 7, 5, static (a, b) => a.CompareTo(b)), shapes.ContainingOf(polygons, 14, 5, null)));
    }

    private static Polygon Square(double x, double y, double size) =>
        new(new LinearRing([new(x, y), new(x + size, y), new(x + size, y + size), new(x, y + size), new(x, y)]));

    private static Polygon Star(double x, double y, double size, bool hole, Random random)
    {
        LinearRing outer = Ring(x, y, size, random);
        return hole ? new Polygon(outer, [Ring(x, y, size * 0.2, random)]) : new Polygon(outer);
    }

    // Corners at growing angles, between half and full size from the middle; one ring in four is long, which is gone through by stretches.
    private static LinearRing Ring(double x, double y, double size, Random random)
    {
        int count = random.Next(4) == 0 ? 60 + random.Next(300) : 8;
        Coordinate[] corners = new Coordinate[count + 1];
        for (int i = 0; i < count; i++)
        {
            double angle = (i + (random.NextDouble() * 0.8)) * Math.Tau / count;
            double radius = size * (0.5 + (random.NextDouble() * 0.5));
            corners[i] = new Coordinate(x + (radius * Math.Cos(angle)), y + (radius * Math.Sin(angle)));
        }

        corners[count] = corners[0].Copy();
        return new LinearRing(corners);
    }
}
