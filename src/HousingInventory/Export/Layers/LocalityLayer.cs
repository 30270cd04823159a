using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The localities with how many candidates lie in each.</summary>
internal static class LocalityLayer
{
    public const string Name = "localities";

    public static ResultLayer Of(Results results, GeometryFactory factory)
    {
        long[] byLocality = new long[results.Surroundings.Localities.Count];
        foreach (int locality in results.Flags.Candidates.Select(c => results.Flags.LocalityOf[c]).Where(l => l >= 0))
        {
            byLocality[locality]++;
        }

        return new()
        {
            Title = new(Name, "Orter", "Localities"),
            DescriptionSv = "Orter med antal kandidater.",
            DescriptionEn = "Localities with their number of candidates.",
            GeometryType = "MULTIPOLYGON",
            Columns = [LayerColumn.Of("name", ResultType.Text, "Ort", "Locality"), LayerColumn.Of("candidates", ResultType.Integer, "Kandidater", "Candidates")],
            Rows = results.Surroundings.Localities.Select((l, i) => (
                (Geometry?)(l.Area is Polygon polygon ? factory.CreateMultiPolygon([polygon]) : l.Area), (object?[])[l.Name, byLocality[i]])),
        };
    }
}
