using HousingInventory.Tests.Support;
using NetTopologySuite.Geometries;

namespace HousingInventory.Tests.Import;

public sealed class WaterTests
{
    [Fact]
    public void Lakes_of_the_road_data_come_in_metres_and_one_that_the_extract_cuts_is_left_out()
    {
        // Node 9 is not in the file, as at the edge of an extract.
        using Workshop workshop = new Workshop().With("roads", "roads.osm.pbf", OsmText.Pbf("""
            n1 20.95,64.75
            n2 20.96,64.75
            n3 20.96,64.76
            n4 20.95,64.76
            w1 1,2 highway=residential
            w2 1,2,3,4,1 natural=water
            w3 1,2,9,1 natural=water
            w4 1,2,3,1 natural=wood
            """));
        Geometry lake = Assert.Single(workshop.Import().Surroundings.Water);
        // A hundredth of a degree is 1,115 m of latitude here, and 476 m of longitude: 531,000 m².
        Assert.InRange(lake.Area, 528_000, 534_000);
    }
}
