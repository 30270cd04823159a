using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>What lies behind the results on a map: major roads, named roads, coast and water where a source has them, and the sheets of the atlas.</summary>
internal static class BackgroundLayers
{
    public static IEnumerable<ResultLayer> Of(Results results, GeometryFactory factory) =>
    [
        Roads(results, factory),
        .. results.Surroundings.NamedRoads.Count > 0 ? [NamedRoads(results)] : (ResultLayer[])[],
        .. results.Surroundings.Coast.Count > 0 ? [Coast(results)] : (ResultLayer[])[],
        .. results.Surroundings.Water.Any(IsArea) ? [Water(results, factory)] : (ResultLayer[])[],
        Pages(results, factory),
    ];

    private static ResultLayer NamedRoads(Results results) => new()
    {
        Title = new("named_roads", "Gator och vägar med namn", "Streets and roads with names"),
        DescriptionSv = "Gator och vägar med namn, som bakgrund.",
        DescriptionEn = "Streets and roads with names, as a background.",
        GeometryType = "LINESTRING",
        IsResult = false,
        Columns = [LayerColumn.Of("name", ResultType.Text, "Namn", "Name")],
        Rows = results.Surroundings.NamedRoads.Select(r => ((Geometry?)r.Course, (object?[])[r.Name])),
    };

    private static ResultLayer Coast(Results results) => new()
    {
        Title = new("coast", "Kustlinje", "Coast"),
        DescriptionSv = "Havets strandlinje, som bakgrund.",
        DescriptionEn = "The shore of the sea, as a background.",
        GeometryType = "LINESTRING",
        IsResult = false,
        Columns = [LayerColumn.Of("length_m", ResultType.Integer, "Längd (m)", "Length (m)")],
        Rows = results.Surroundings.Coast.Select(c => ((Geometry?)c, (object?[])[(long)Math.Round(c.Length, MidpointRounding.AwayFromZero)])),
    };

    /// <summary>A sheet of the atlas for each locality that has candidates: the box round them.</summary>
    private static ResultLayer Pages(Results results, GeometryFactory factory)
    {
        const double RoomM = 250;
        List<(string Name, Envelope Box, long Count, long Best)> pages = [];
        foreach (IGrouping<string, (int Place, int Home)> locality in results.Ranking.Order.Select((home, place) => (Place: place, Home: results.Scores.Homes[home]))
            .GroupBy(c => results.Flags.Locality[c.Home], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Envelope box = new();
            foreach ((int _, int home) in locality)
            {
                box.ExpandToInclude(results.Registers.Buildings[home].House);
            }

            box.ExpandBy(RoomM);
            pages.Add((locality.Key, box, locality.Count(), locality.Min(c => c.Place) + 1));
        }

        return new()
        {
            Title = new("locality_pages", "Blad per ort", "Sheets by locality"),
            DescriptionSv = "Rutan kring varje orts kandidater: ett blad i atlasen.",
            DescriptionEn = "The box round each locality's candidates: a sheet of the atlas.",
            GeometryType = "POLYGON",
            IsResult = false,
            Columns =
            [
                LayerColumn.Of("name", ResultType.Text, "Ort", "Locality"), LayerColumn.Of("candidates", ResultType.Integer, "Kandidater", "Candidates"),
                LayerColumn.Of("best_rank", ResultType.Integer, "Bästa plats", "Best rank"),
            ],
            Rows = pages.Select(p => ((Geometry?)factory.ToGeometry(p.Box), (object?[])[p.Name, p.Count, p.Best])),
        };
    }

    private static ResultLayer Roads(Results results, GeometryFactory factory) => new()
    {
        Title = new("roads", "Större vägar", "Major roads"),
        DescriptionSv = "Större vägar, som bakgrund.",
        DescriptionEn = "Major roads, as a background.",
        GeometryType = "LINESTRING",
        IsResult = false,
        Columns = [LayerColumn.Of("length_m", ResultType.Integer, "Längd (m)", "Length (m)")],
        Rows = RoadLines(results, factory).Select(l => ((Geometry?)l, (object?[])[(long)Math.Round(l.Length, MidpointRounding.AwayFromZero)])),
    };

    private static ResultLayer Water(Results results, GeometryFactory factory) => new()
    {
        Title = new("water", "Vatten", "Water"),
        DescriptionSv = "Sjöar och vattendrag, som bakgrund.",
        DescriptionEn = "Lakes and rivers, as a background.",
        GeometryType = "MULTIPOLYGON",
        IsResult = false,
        Columns = [LayerColumn.Of("area_m2", ResultType.Integer, "Yta (m²)", "Area (m²)")],
        Rows = results.Surroundings.Water.Where(IsArea).Select(w => (
            (Geometry?)(w is Polygon one ? factory.CreateMultiPolygon([one]) : w), (object?[])[(long)Math.Round(w.Area, MidpointRounding.AwayFromZero)])),
    };

    private static bool IsArea(Geometry geometry) => geometry is Polygon or MultiPolygon;

    private static IEnumerable<LineString> RoadLines(Results results, GeometryFactory factory)
    {
        if (results.Surroundings.MajorRoads is not { } roads)
        {
            yield break;
        }

        for (int line = 0; line + 1 < roads.FirstPoint.Length; line++)
        {
            Coordinate[] points = [.. Enumerable.Range(roads.FirstPoint[line], roads.FirstPoint[line + 1] - roads.FirstPoint[line]).Select(p => new Coordinate(roads.X[p], roads.Y[p]))];
            if (points.Length > 1)
            {
                yield return factory.CreateLineString(points);
            }
        }
    }
}
