using HousingInventory.Formats;
using HousingInventory.Import;
using HousingInventory.Model;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Import;

/// <summary>What is asked of the numbers of a ring is to the last digit what the library says of the geometry.</summary>
public sealed class OutlinesTests
{
    private static readonly GeometryFactory Factory = FeatureGeometry.Factory;

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(9, false)]
    [InlineData(30, false)]
    [InlineData(60, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(8, true)]
    public void A_ring_answers_as_the_library_does(int corners, bool isTangled)
    {
        Random random = new(corners);
        for (int turn = 0; turn < 200; turn++)
        {
            Polygon polygon = Factory.CreatePolygon(Ring(random, corners, isTangled));
            Geometry outline = turn % 2 == 0 ? polygon : Factory.CreateMultiPolygon([polygon]);
            KeptArea kept = KeptArea.Of(outline);
            Assert.NotNull(kept.Ring);
            Assert.Equal(outline.Area, Outlines.AreaM2(kept));
            Assert.Equal(outline.IsValid, Outlines.IsSound(kept));
            Coordinate centroid = Centroid.GetCentroid(outline);
            if (SimplePointInAreaLocator.IsContained(centroid, outline))
            {
                Assert.Equal((centroid.X, centroid.Y), (Outlines.House(kept).X, Outlines.House(kept).Y));
            }
        }
    }

    [Theory]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")]
    [InlineData("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)))")]
    [InlineData("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((20 0, 30 0, 30 10, 20 0)))")]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 2))")]
    [InlineData("POLYGON ((0 0, 10 0, 5 0, 0 0))")]
    [InlineData("MULTIPOLYGON EMPTY")]
    [InlineData("POINT (1 2)")]
    public void What_is_kept_comes_back_as_it_was(string text)
    {
        Geometry area = new NetTopologySuite.IO.WKTReader().Read(text);
        KeptArea kept = KeptArea.Of(area);
        Assert.Equal(text, kept.Geometry.AsText());
        Assert.Equal((area.Area, area.NumPoints), (Outlines.AreaM2(kept), kept.Corners));
    }

    [Fact]
    public void A_ring_of_the_library_and_one_of_numbers_are_the_same_to_it()
    {
        LinearRing ring = Ring(new Random(7), 8, isTangled: false);
        Polygon one = Factory.CreatePolygon(ring);
        Polygon other = (Polygon)KeptArea.Of(one).Geometry;
        Assert.IsType<FlatCorners>(other.ExteriorRing.CoordinateSequence);
        Assert.True(one.EqualsExact(other) && one.EqualsTopologically(other));
        Assert.Equal((one.EnvelopeInternal, one.NumPoints), (other.EnvelopeInternal, other.NumPoints));
        Assert.Equal(Convert.ToHexString(one.AsBinary()), Convert.ToHexString(other.Copy().AsBinary()));
        Assert.Equal(one.Buffer(3).AsText(), other.Buffer(3).AsText());
        Assert.Equal(one.Reverse().AsText(), other.Reverse().AsText());
        Assert.Equal(one.InteriorPoint, other.InteriorPoint);
    }

    // Round a middle, so that it is a simple ring, or anywhere; in metres of SWEREF 99, where the last digits are few.
    private static LinearRing Ring(Random random, int corners, bool isTangled)
    {
        double[] turns = [.. Enumerable.Range(0, corners).Select(_ => random.NextDouble() * Math.Tau).Order()];
        Coordinate[] places = isTangled
            ? [.. turns.Select(_ => new Coordinate(780_000 + random.Next(4), 7_190_000 + random.Next(4)))]
            : [.. turns.Select(t => (At: t, R: 3 + (10 * random.NextDouble()))).Select(p => new Coordinate(780_000 + (p.R * Math.Cos(p.At)), 7_190_000 + (p.R * Math.Sin(p.At))))];
        return Factory.CreateLinearRing([.. places, places[0].Copy()]);
    }
}
