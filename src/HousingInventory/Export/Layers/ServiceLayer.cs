using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The services, whether a criterion asks for them or not.</summary>
internal static class ServiceLayer
{
    public const string Name = "services";

    public static ResultLayer Of(Results results, GeometryFactory factory) => new()
    {
        Title = new(Name, "Serviceställen", "Services"),
        DescriptionSv = "Butiker, skolor, hälsocentraler och annan service.",
        DescriptionEn = "Shops, schools, health centres and other services.",
        GeometryType = "POINT",
        Columns = [LayerColumn.Of("category", ResultType.Text, "Kategori", "Category"), LayerColumn.Of("name", ResultType.Text, "Namn", "Name")],
        Rows = results.Surroundings.Services.Select(s => ((Geometry?)factory.CreatePoint(new Coordinate(s.X, s.Y)), (object?[])[s.Category, s.Name])),
    };
}
