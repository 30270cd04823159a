using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The courses of the lines.</summary>
internal static class BusLineLayer
{
    public const string Name = "bus_lines";

    public static ResultLayer Of(Results results) => new()
    {
        Title = new(Name, "Busslinjer", "Bus lines"),
        DescriptionSv = "Linjesträckningar med trafik på skolvardagen.",
        DescriptionEn = "Courses of lines that run on the school weekday.",
        GeometryType = "MULTILINESTRING",
        Columns =
        [
            LayerColumn.Of("line", ResultType.Text, "Linje", "Line"),
            LayerColumn.Of("agency", ResultType.Text, "Trafikföretag", "Agency"),
            LayerColumn.Of("trips", ResultType.Integer, "Turer per skolvardag", "Trips per school weekday"),
        ],
        Rows = (results.Surroundings.Transit?.LineCourses ?? []).Select(l => ((Geometry?)l.Course, (object?[])[l.Line, l.Agency, (long)l.Trips])),
    };
}
