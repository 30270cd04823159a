using HousingInventory.Formats;
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

    [Theory]
    [InlineData("helsinki-e2e/helsinki-centre.osm.pbf")]
    [InlineData("osm/liechtenstein-2015.osm.pbf")]
    [InlineData("osm/kotka-suburb.osm.pbf")]
    [InlineData("osm/lund-station.osm.pbf")]
    [InlineData("osm/oslo-skoyen.osm.pbf")]
    [InlineData("bad-inputs/osm/brenner-invalid-relation-reference.osm.pbf")]
    public void Everything_selected_is_there_or_counted_as_left_out(string file)
    {
        OsmSelection selection = new() { Lines = ["highway"], Areas = ["building", "landuse", "natural", "boundary"], Places = ["amenity", "shop", "addr:housenumber"] };
        OsmData osm = OsmPbfReader.Read(RepositoryRoot.RealData(file.Split('/')), selection);

        OsmCounts counts = osm.Counts;
        Assert.Equal(counts.HighwayWays, osm.Lines.Ids.Distinct().Count() + counts.LinesWithoutGeometry);
        Assert.Equal(counts.AreaWays + counts.AreaRelations, osm.Areas.Count + counts.IncompleteAreas + counts.UnclosedAreas + counts.RelationsOfOtherType);
        Assert.Equal(counts.SelectedPlaces, osm.Places.Count + counts.PlacesWithoutGeometry);
        Assert.All(Enumerable.Range(0, osm.Places.Count), p => Assert.True(osm.Extent.Contains(osm.Places.Longitudes[p], osm.Places.Latitudes[p])));
    }

    [Fact]
    public void The_whole_of_Liechtenstein_has_its_buildings_and_its_date()
    {
        OsmData osm = OsmPbfReader.Read(RepositoryRoot.RealData("osm", "liechtenstein-2015.osm.pbf"), new OsmSelection { Areas = ["building"] });

        // osmium tags-filter -R w/building and r/building: 8992 ways, 6 relations.
        Assert.Equal((8992, 6), (osm.Counts.AreaWays, osm.Counts.AreaRelations));
        GeometryFactory factory = new();
        Assert.All(Enumerable.Range(0, osm.Areas.Count), a => Assert.True(osm.Areas.IsCut[a] || osm.Areas.Geometry(a, factory).Area > 0));
        Assert.Equal(new DateTimeOffset(2015, 7, 27, 21, 14, 1, TimeSpan.Zero), osm.Timestamp);
    }

    [Fact]
    public void Odd_granularity_and_broken_authors_do_not_matter()
    {
        // Osmium refuses this file for a changeset number, which is not read here.
        OsmCounts counts = OsmPbfReader.Read(RepositoryRoot.RealData("osm", "encodings", "GranFileBlock1-deflate.osm.pbf"), new OsmSelection()).Counts;
        Assert.Equal((6, 0, 0), (counts.Nodes, counts.Ways, counts.Relations));
    }

    [Theory]
    [InlineData("osm/krautsand-rural.osm.gz", "The file is compressed")]
    [InlineData("osm/overpass-answer.osm", "The file is OSM XML")]
    [InlineData("osm/encodings/gdal-test.osm", "The file is OSM XML")]
    [InlineData("bad-inputs/osm/billionlaugh.osm", "The file is OSM XML")]
    [InlineData("bad-inputs/osm/empty.osm", "The file is OSM XML")]
    [InlineData("gtfs-cairns/cairns_gtfs.zip", "The file is a zip archive")]
    [InlineData("bad-inputs/goat-invalid_wrong_file_extension.gpkg", "The file is not an OSM PBF file")]
    public void Other_files_are_refused_in_a_sentence(string file, string message)
    {
        DataFormatException refused = Assert.Throws<DataFormatException>(() => OsmPbfReader.Read(RepositoryRoot.RealData(file.Split('/')), new OsmSelection()));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Good to 0.1 % at one latitude: a degree is 111.2 km north and 111.2 km x cos(latitude) east.</summary>
    private static double SquareMetres(Geometry g) => g.Area * 111_200 * 111_200 * Math.Cos(g.Centroid.Y * Math.PI / 180);
}
