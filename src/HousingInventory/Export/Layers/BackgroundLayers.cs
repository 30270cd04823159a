using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>What lies behind the results on a map: major roads, and water where a source has it.</summary>
internal static class BackgroundLayers
{
    public static IEnumerable<ResultLayer> Of(Results results, GeometryFactory factory) =>
        results.Surroundings.Water.Any(IsArea) ? [Roads(results, factory), Water(results, factory)] : [Roads(results, factory)];

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
