using HousingInventory.Link;
using HousingInventory.Model;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Link;

/// <summary>When address points lie beside their houses as a whole, and by how much. Houses of 11 by 9 m stand 200 m apart.</summary>
public sealed class DisplacementTests
{
    private const int Apart = 200;

    private static Shapes Houses(int count, double width = 11, double depth = 9) => new([.. Enumerable.Range(0, count).Select(i => Box(i * Apart, 0, width, depth))]);

    private static Polygon Box(double x, double y, double width, double depth) =>
        new(new LinearRing([new(x - (width / 2), y - (depth / 2)), new(x + (width / 2), y - (depth / 2)), new(x + (width / 2), y + (depth / 2)), new(x - (width / 2), y + (depth / 2)), new(x - (width / 2), y - (depth / 2))]));

    private static Address Point(int house, double east, double north, bool inForce = true) =>
        new() { Key = $"{house}", Area = "Exempelgatan", Number = $"{house}", X = (house * Apart) + east, Y = north, InForce = inForce };

    private static (int, int)? Of(IEnumerable<Address> points, Shapes houses) => Displacement.Of([.. points], houses) is { } d ? (d.EastM, d.NorthM) : null;

    [Theory]
    [InlineData(20, -12)]
    [InlineData(-30, 0)]
    [InlineData(0, 42)]
    [InlineData(-44, -38)]
    [InlineData(60, 60)]
    [InlineData(8, 0)]
    [InlineData(0, -8)]
    public void Points_that_lie_beside_their_houses_are_told_with_their_offset(int east, int north) =>
        Assert.Equal((east, north), Of(Enumerable.Range(0, 60).Select(i => Point(i, east, north)), Houses(60)));

    /// <summary>Beyond the moves that are tried, and where the points stand in their houses.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(80, 0)]
    [InlineData(0, -80)]
    public void Points_in_their_houses_and_points_far_away_tell_nothing(int east, int north) =>
        Assert.Null(Of(Enumerable.Range(0, 60).Select(i => Point(i, east, north)), Houses(60)));

    /// <summary>A house of 5 m that its point misses by 5 m is no matter of the layer; by 6 m it is.</summary>
    [Theory]
    [InlineData(5, 0, false)]
    [InlineData(6, 0, true)]
    [InlineData(0, -6, true)]
    [InlineData(0, 5, false)]
    public void Under_six_metres_it_is_the_points_own_inaccuracy(int east, int north, bool told) =>
        Assert.Equal(told ? (east, north) : null, Of(Enumerable.Range(0, 60).Select(i => Point(i, east, north)), Houses(60, 5, 5)));

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    public void Fifty_points_are_needed(int points, bool told) => Assert.Equal(told, Of(Enumerable.Range(0, points).Select(i => Point(i, 20, 0)), Houses(points)) is not null);

    /// <summary>Points that are reserved or have no place do not count, on either side of fifty.</summary>
    [Fact]
    public void Points_that_are_reserved_or_nowhere_do_not_count()
    {
        Address[] sound = [.. Enumerable.Range(0, 49).Select(i => Point(i, 20, 0))];
        Assert.Null(Of([.. sound, Point(49, 20, 0, inForce: false), Point(50, double.NaN, 0), Point(51, 20, double.NaN)], Houses(60)));
        Assert.Equal((20, 0), Of([.. sound, Point(49, 20, 0), .. Enumerable.Range(0, 49).Select(i => Point(i, 0, 0, inForce: false))], Houses(60)));
    }

    /// <summary>Of a hundred points so many stand in their houses, so many lie 20 m to the east, and the others 90 m off.</summary>
    [Theory]
    [InlineData(0, 40, true)]
    [InlineData(0, 39, false)]
    [InlineData(25, 50, true)]
    [InlineData(25, 49, false)]
    [InlineData(33, 66, true)]
    [InlineData(34, 66, false)]
    [InlineData(40, 60, false)]
    public void So_many_must_stand_in_houses_once_moved_and_twice_as_many_as_before(int still, int moved, bool told)
    {
        Address[] points = [.. Enumerable.Range(0, 100).Select(i => Point(i, i < still ? 0 : i < still + moved ? 20 : 90, 0))];
        Assert.Equal(told ? (20, 0) : null, Of(points, Houses(100)));
    }

    [Fact]
    public void Of_many_points_every_so_many_are_looked_at()
    {
        // Of 2,500 every second; the others lie in their houses, and would make the layer sound.
        Assert.Equal((20, 0), Of(Enumerable.Range(0, 2500).Select(i => Point(i, i % 2 == 0 ? 20 : 0, 0)), Houses(2500)));
        Assert.Null(Of(Enumerable.Range(0, 1999).Select(i => Point(i, i % 2 == 0 ? 20 : 0, 0)), Houses(1999)));
    }

    [Fact]
    public void Without_points_nothing_is_told() => Assert.Null(Of([], Houses(3)));
}
