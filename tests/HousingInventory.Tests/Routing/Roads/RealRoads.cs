using HousingInventory.Formats;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Routing.Roads;

namespace HousingInventory.Tests.Routing.Roads;

/// <summary>Ways of real OSM extracts.</summary>
public static class RealRoads
{
    private const RoadFlags Rules = RoadFlags.FootLocal | RoadFlags.CarLocal | RoadFlags.Tunnel;

    /// <summary>The ways of an extract of the real data, with barriers, in a CRS in metres.</summary>
    /// <param name="epsg">The CRS.</param>
    /// <param name="folder">Folder of the real data.</param>
    /// <param name="file">Its file.</param>
    /// <param name="openToAll">Whether private ways and tunnels are as any others, for comparing with what knows no such rules.</param>
    public static RoadWays Read(int epsg, string folder, string file, bool openToAll = false)
    {
        RoadFlags kept = openToAll ? ~Rules : ~RoadFlags.None;
        OsmSelection selection = new() { Lines = ["highway", "route=ferry"], Places = ["barrier"] };
        OsmData osm = OsmPbfReader.Read(RepositoryRoot.RealData(folder, file), selection);
        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, CrsTable.Find(epsg)!);
        RoadWays ways = new();
        for (int line = 0; line < osm.Lines.Count; line++)
        {
            int[] nodes = osm.Lines.Nodes[osm.Lines.NodeStart[line]..osm.Lines.NodeStart[line + 1]];
            double[] x = [.. nodes.Select(osm.Nodes.Longitude)];
            double[] y = [.. nodes.Select(osm.Nodes.Latitude)];
            transform.Apply(x, y);
            int element = line;
            RoadTraits traits = OsmRoads.Classify(key => osm.Lines.Tags.Text(element, key));
            ways.Add(osm.Lines.Ids[line], traits with { Flags = traits.Flags & kept }, x, y, [.. nodes.Select(n => osm.Nodes.Ids[n])]);
        }

        for (int place = 0; place < osm.Places.Count; place++)
        {
            int element = place;
            if (osm.Places.Nodes[place] >= 0)
            {
                ways.Block(osm.Places.Ids[place], OsmRoads.Blocks(key => osm.Places.Tags.Text(element, key)) & kept);
            }
        }

        return ways;
    }
}
