using HousingInventory.Formats.OsmPbf;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Formats;

/// <summary>Counts of real extracts, taken with osmium 1.15 (<c>osmium fileinfo -e</c>, <c>osmium check-refs</c>, <c>osmium tags-filter</c>).</summary>
[Trait("Needs", "RealData")]
public sealed class OsmPbfRealDataTests
{
    [Theory]
    [InlineData("helsinki-e2e/helsinki-centre.osm.pbf", 24260, 5130, 620)]
    [InlineData("osm/kotka-suburb.osm.pbf", 14222, 2653, 5)]
    [InlineData("osm/lund-station.osm.pbf", 2494, 343, 115)]
    [InlineData("osm/oslo-skoyen.osm.pbf", 2638, 417, 120)]
    [InlineData("osm/liechtenstein-2015.osm.pbf", 142832, 15247, 358)]
    [InlineData("osm/encodings/SimpleFileBlock1-none.osm.pbf", 12, 4, 2)]
    [InlineData("osm/encodings/sample.pbf", 290, 44, 5)]
    [InlineData("osm/encodings/gdal-test_uncompressed_dense_false.pbf", 9, 8, 5)]
    [InlineData("osm/encodings/gdal-two_points.pbf", 2, 0, 0)]
    [InlineData("bad-inputs/osm/brenner-invalid-relation-reference.osm.pbf", 149, 24, 18)]
    public void Counts_equal_those_of_osmium(string file, long nodes, long ways, long relations)
    {
        OsmCounts counts = OsmPbfReader.Read(RepositoryRoot.RealData(file.Split('/')), new OsmSelection()).Counts;

        Assert.Equal((nodes, ways, relations), (counts.Nodes, counts.Ways, counts.Relations));
    }

    [Fact]
    public void Central_Helsinki_gives_its_known_numbers()
    {
        OsmSelection selection = new() { Lines = ["highway"], Areas = ["building"], Places = ["addr:housenumber"] };
        OsmData osm = OsmPbfReader.Read(RepositoryRoot.RealData("helsinki-e2e", "helsinki-centre.osm.pbf"), selection);

        Assert.Equal(433, osm.Counts.AreaWays);
        Assert.Equal(67, osm.Counts.AreaRelations);
        Assert.Equal(1470, osm.Counts.SelectedPlaces);
        Assert.Equal(4525, osm.Counts.MissingNodeReferences);
        GeometryFactory factory = new();
        int[] good = [.. Enumerable.Range(0, osm.Areas.Count)
            .Where(a => osm.Areas.Types[a] == OsmElementType.Way && osm.Areas.Geometry(a, factory) is { IsValid: true } g && SquareMetres(g) >= 5)];

        // GDAL's IsValid and Area in EPSG:3067 agree: 381 of the 385 whole outlines (four are smaller), and 25 that lost corners at the edge of the extract.
        Assert.Equal(381, good.Count(a => !osm.Areas.IsCut[a]));
        Assert.Equal(25, good.Count(a => osm.Areas.IsCut[a]));
    }

    [Fact]
    public void Highway_objects_are_counted_of_every_kind()
    {
        OsmSelection selection = new() { Lines = ["highway"], Places = ["highway"] };
        OsmData osm = OsmPbfReader.Read(RepositoryRoot.RealData("helsinki-e2e", "helsinki-centre.osm.pbf"), selection);

        Assert.Equal(4148, osm.Counts.SelectedPlaces);
    }

    /// <summary>Good to 0.1 % at one latitude: a degree is 111.2 km north and 111.2 km x cos(latitude) east.</summary>
    private static double SquareMetres(Geometry g) => g.Area * 111_200 * 111_200 * Math.Cos(g.Centroid.Y * Math.PI / 180);
}
