using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The candidates in rank order, as outlines and as points.</summary>
internal static class CandidateLayers
{
    public const string Areas = "candidates", Points = "candidate_points";

    public static IEnumerable<ResultLayer> Of(ResultTable table, GeometryFactory factory)
    {
        IReadOnlyList<ResultColumn> columns = ResultLayers.Candidates(table.Results);
        ResultLayer areas = BuildingLayer.Of(table.Results, columns, table.Candidates, r => r.Building.Outline) with
        {
            Title = new(Areas, "Kandidater", "Candidates"),
            Legend = new(Areas, "Kandidater (husen)", "Candidates (houses)"),
        };
        yield return areas;
        yield return areas with
        {
            Title = new(Points, "Kandidater (punkter)", "Candidates (points)"),
            Legend = new(Points, "Kandidater", "Candidates"),
            GeometryType = "POINT",
            Rows = BuildingLayer.Rows(columns, table.Candidates, r => factory.CreatePoint(r.Building.House)),
        };
    }
}
