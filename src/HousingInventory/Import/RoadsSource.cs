using HousingInventory.Formats;
using HousingInventory.Formats.OsmPbf;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>Roads and paths: OpenStreetMap PBF, NVDB, Topografi, or any line layer. Rows of OpenStreetMap are its ways with a highway tag.</summary>
public sealed record RoadsSource : Source
{
    /// <summary>Where line layers have the names of roads: OpenStreetMap and its exports, Swedish layers, NVDB.</summary>
    private static readonly string[] NameColumns = ["name", "namn", "gatunamn", "Namn_130"];

    internal static readonly SourceVocabulary Known = new(
        [
            new("openstreetmap-roads", Carrier.OpenStreetMap),
            new("nvdb", Carrier.Table, "Vagtr_474|Klass_181"),
            new("lantmateriet-topografi-vaglinje", Carrier.Table, "objekttypnr"),
            new("road-lines-osm", Carrier.Table, "highway"),
            new("road-lines", Carrier.Table),
        ],
        [
            new("highway", "highway", "fclass"),
        ]);

    internal override SourceVocabulary Vocabulary => Known;

    internal override void Read(SourceFile file, Batch into)
    {
        RoadWays ways = new();
        if (file.Carrier == Carrier.OpenStreetMap)
        {
            ReadOsm(file, ways, into);
        }
        else
        {
            ReadLines(file, ways, into);
        }

        into.Roads.Add(ways);
    }

    private static void ReadOsm(SourceFile file, RoadWays ways, Batch into)
    {
        OsmData osm = file.Unpacked(path => OsmPbfReader.Read(
            path, new OsmSelection { Lines = ["highway", "route=ferry", "natural=coastline"], Areas = ["natural=water", "waterway=riverbank", "highway"], Places = ["barrier"], Relations = ["type=restriction"] }));
        file.Info.Layout = "openstreetmap-roads";
        file.Info.Crs = CrsTable.Wgs84.ToString();
        file.Info.Extracted ??= osm.Timestamp is { } stamp ? DateOnly.FromDateTime(stamp.UtcDateTime) : null;
        file.Info.Read = osm.Counts.HighwayWays;
        if (osm.Counts.MissingNodeReferences > 0)
        {
            file.Notice(new NodesMissing(osm.Counts.MissingNodeReferences));
        }

        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, file.WorkingCrs);
        double[] x = new double[osm.Nodes.Count];
        double[] y = new double[osm.Nodes.Count];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = osm.Nodes.Longitude(i);
            y[i] = osm.Nodes.Latitude(i);
        }

        // A lake that the edge of the extract cuts has lost its outline and could cover land.
        int highway = osm.Strings.Find("highway");
        into.Water.AddRange(Enumerable.Range(0, osm.Areas.Count).Where(i => !osm.Areas.IsCut[i] && osm.Areas.Tags.Value(i, highway) < 0)
            .Select(i => transform.Apply(osm.Areas.Geometry(i, GeometryFactory.Default))).Where(a => a.Coordinates.All(c => double.IsFinite(c.X + c.Y))));
        transform.Apply(x, y);
        List<double> xs = [], ys = [];
        List<long> ids = [];
        HashSet<long> used = [];
        for (int line = 0; line < osm.Lines.Count; line++)
        {
            int at = line;
            RoadTraits traits = OsmRoads.Classify(key => osm.Lines.Tags.Text(at, key));
            (xs, ys, ids) = ([], [], []);
            for (int n = osm.Lines.NodeStart[line]; n < osm.Lines.NodeStart[line + 1]; n++)
            {
                int node = osm.Lines.Nodes[n];
                xs.Add(x[node]);
                ys.Add(y[node]);
                ids.Add(osm.Nodes.Ids[node]);
            }

            Background(osm.Lines.Tags.Text(at, "natural"), osm.Lines.Tags.Text(at, "name"), osm.Lines.Tags.Text(at, "ref"), traits, xs, ys, into);
            bool added = traits.Flags != RoadFlags.None && ways.Add(osm.Lines.Ids[line], traits, [.. xs], [.. ys], [.. ids]);
            if (added && osm.Lines.Tags.Value(line, highway) >= 0)
            {
                used.Add(osm.Lines.Ids[line]);
            }
        }

        // A way that misses nodes comes in pieces; it is one row all the same.
        // Rows are ways; a square that is mapped as a relation is none.
        AddSquares(osm, x, y, highway, ways);
        file.Info.Used = used.Count;
        file.Info.Leave("no-road-for-anybody", file.Info.Read - file.Info.Used);
        for (int i = 0; i < osm.Places.Count; i++)
        {
            int place = i;
            if (osm.Places.Nodes[i] >= 0)
            {
                ways.Block(osm.Places.Ids[i], OsmRoads.Blocks(key => osm.Places.Tags.Text(place, key)));
            }
        }

        int notFollowed = OsmTurnBans.Read(osm.Relations, ways);
        if (notFollowed > 0)
        {
            file.Notice(new TurnBansNotFollowed(notFollowed));
        }
    }

    /// <summary>Keeps what a map has of a line: the shore, or the name of a road, its number where it is a major road without one.</summary>
    private static void Background(string? natural, string? name, string? number, RoadTraits traits, List<double> x, List<double> y, Batch into)
    {
        string? called = name ?? ((traits.Flags & RoadFlags.Major) != 0 ? number : null);
        bool isRoad = (traits.Flags & RoadFlags.Car) != 0 && !string.IsNullOrWhiteSpace(called);
        if ((natural != "coastline" && !isRoad) || x.Count < 2 || x.Concat(y).Any(c => !double.IsFinite(c)))
        {
            return;
        }

        LineString course = GeometryFactory.Default.CreateLineString([.. x.Zip(y, (e, n) => new Coordinate(e, n))]);
        if (natural == "coastline")
        {
            into.Coast.Add(course);
        }
        else
        {
            into.NamedRoads.Add(new NamedRoad(called!, course));
        }
    }

    /// <summary>A square that is a relation is walked along its rings, as one that is a closed way is. Returns how many there are, and how many may be walked on.</summary>
    private static void AddSquares(OsmData osm, double[] x, double[] y, int highway, RoadWays ways)
    {
        OsmAreas areas = osm.Areas;
        for (int area = 0; area < areas.Count; area++)
        {
            if (areas.Types[area] != OsmElementType.Relation || areas.Tags.Value(area, highway) < 0)
            {
                continue;
            }

            int at = area;
            RoadTraits traits = OsmRoads.Classify(key => key == "area" ? "yes" : areas.Tags.Text(at, key));
            for (int ring = areas.RingStart[area]; traits.IsRoad && ring < areas.RingStart[area + 1]; ring++)
            {
                int[] nodes = areas.Nodes[areas.NodeStart[ring]..areas.NodeStart[ring + 1]];
                ways.Add(
                    areas.Ids[area], traits, Array.ConvertAll(nodes, n => x[n]), Array.ConvertAll(nodes, n => y[n]), Array.ConvertAll(nodes, n => osm.Nodes.Ids[n]));
            }
        }
    }

    private static void ReadLines(SourceFile file, RoadWays ways, Batch into)
    {
        using SaidCursor cursor = file.Open(static l => l.GeometryColumn is not null && (l.Name.StartsWith("vaglinje", StringComparison.OrdinalIgnoreCase)
            || l.Name.Contains("vagdata", StringComparison.OrdinalIgnoreCase) || l.Name.Contains("road", StringComparison.OrdinalIgnoreCase)
            || l.Name.Contains("street", StringComparison.OrdinalIgnoreCase) || (l.GeometryType ?? "").Contains("LINE", StringComparison.OrdinalIgnoreCase)));
        if (cursor.Layer.GeometryColumn is null)
        {
            throw file.Refuse("is a table without lines; roads come as OpenStreetMap PBF, or as a layer of lines.");
        }

        LineRoads layout = new(cursor, file.Columns(cursor.Layer));
        file.Info.Layout = layout.Name;
        PlaceReader places = file.Places(cursor);
        int name = NameColumns.Select(cursor.Layer.FindColumn).FirstOrDefault(c => c >= 0, -1);
        long next = 1;
        TableScan.Rows(file, cursor, () =>
        {
            if (places.Read() is not { } geometry)
            {
                return places.Left;
            }

            if (geometry is not ILineal)
            {
                return ("no-line", new NotALine());
            }

            RoadTraits traits = layout.Classify();
            bool any = false;
            for (int part = 0; part < geometry.NumGeometries && traits.Flags != RoadFlags.None; part++)
            {
                Coordinate[] points = geometry.GetGeometryN(part).Coordinates;
                Background(null, name < 0 ? null : cursor.Text(name), null, traits, [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], into);
                any |= ways.Add(next++, traits, [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], default, [.. points.Select(p => (float)p.Z)]);
            }

            if (!any)
            {
                // No fault: a railway or a ski track is in the file as well.
                file.Info.Leave("no-road-for-anybody");
                file.Info.Used--;
            }

            return null;
        });
        places.Finish();
    }
}
