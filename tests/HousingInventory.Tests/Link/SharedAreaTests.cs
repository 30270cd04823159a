using HousingInventory.Link;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace HousingInventory.Tests.Link;

public sealed class SharedAreaTests
{
    [Theory]
    // A house of 10 by 10 metres, and a property that has 3 metres of it, all of it, none of it, or touches its wall.
    [InlineData("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((-50 -50, 3 -50, 3 50, -50 50, -50 -50))", 30)]
    [InlineData("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((-50 -50, 50 -50, 50 50, -50 50, -50 -50))", 100)]
    [InlineData("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((20 0, 30 0, 30 10, 20 10, 20 0))", 0)]
    [InlineData("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((10 0, 30 0, 30 10, 10 10, 10 0))", 0)]
    // The same drawn the other way round.
    [InlineData("POLYGON((0 0, 0 10, 10 10, 10 0, 0 0))", "POLYGON((-50 -50, 3 -50, 3 50, -50 50, -50 -50))", 30)]
    // A house shaped like an L, cut where it bends: 4 · 10 + 6 · 4 in all, the property has what lies right of 2: 2 · 10 + 6 · 4.
    [InlineData("POLYGON((0 0, 10 0, 10 4, 4 4, 4 10, 0 10, 0 0))", "POLYGON((2 -9, 50 -9, 50 50, 2 50, 2 -9))", 44)]
    // A property that enters the house twice, and one with a hole of 2 by 2 metres under it.
    [InlineData("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((-5 1, 5 1, 5 3, -1 3, -1 6, 5 6, 5 8, -5 8, -5 1))", 20)]
    [InlineData("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON((-9 -9, 19 -9, 19 19, -9 19, -9 -9), (4 4, 6 4, 6 6, 4 6, 4 4))", 96)]
    // A courtyard is no part of the house; a house of two parts has both.
    [InlineData("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))", "POLYGON((-9 -9, 5 -9, 5 19, -9 19, -9 -9))", 48)]
    [InlineData("MULTIPOLYGON(((0 0, 2 0, 2 2, 0 2, 0 0)), ((8 0, 10 0, 10 2, 8 2, 8 0)))", "POLYGON((1 -9, 9 -9, 9 9, 1 9, 1 -9))", 4)]
    [InlineData("POLYGON EMPTY", "POLYGON((1 -9, 9 -9, 9 9, 1 9, 1 -9))", 0)]
    public void A_house_and_a_property_share_so_many_square_metres(string house, string property, double expectedM2)
    {
        WKTReader wkt = new();
        Assert.Equal(expectedM2, new SharedArea().Of(wkt.Read(property), wkt.Read(house)), 9);
    }

    [Fact]
    public void Areas_of_many_corners_share_what_the_geometry_library_says()
    {
        Random random = new(12);
        SharedArea shared = new();
        for (int i = 0; i < 500; i++)
        {
            // Where the working CRS has Skellefteå.
            Polygon house = Star(790_000, 7_190_000, 20, 3 + random.Next(12), random);
            Polygon property = Star(790_000 + random.Next(60), 7_190_000 + random.Next(60), 5 + random.Next(90), 3 + random.Next(200), random);
            Assert.Equal(property.Intersection(house).Area, shared.Of(property, house), 1e-5);
        }
    }

    private static Polygon Star(double x, double y, double size, int corners, Random random)
    {
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * i / corners);
            double radius = size * (0.3 + (0.7 * random.NextDouble()));
            ring[i] = new Coordinate(x + (radius * cos), y + (radius * sin));
        }

        ring[^1] = ring[0].Copy();
        return new Polygon(new LinearRing(ring));
    }
}
