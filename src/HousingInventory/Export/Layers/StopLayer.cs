using NetTopologySuite.Geometries;

namespace HousingInventory.Export;

/// <summary>The stops, those too that have too few departures to count.</summary>
internal static class StopLayer
{
    public const string Name = "stops";

    public static ResultLayer Of(Results results, GeometryFactory factory) => new()
    {
        Title = new(Name, "Hållplatser", "Stops"),
        DescriptionSv = "Hållplatser, där lägena på var sida av vägen är en.",
        DescriptionEn = "Stops, the posts on both sides of the road as one.",
        GeometryType = "POINT",
        Columns =
        [
            LayerColumn.Of("stop_id", ResultType.Text, "Hållplats-id", "Stop id"),
            LayerColumn.Of("name", ResultType.Text, "Namn", "Name"),
            LayerColumn.Of("departures", ResultType.Integer, "Avgångar per skolvardag", "Departures per school weekday"),
            LayerColumn.Of("lines", ResultType.Text, "Linjer", "Lines"),
            LayerColumn.Of("first_departure", ResultType.Text, "Första avgång", "First departure"),
            LayerColumn.Of("last_departure", ResultType.Text, "Sista avgång", "Last departure"),
            LayerColumn.Of("counts", ResultType.Boolean, "Räknas", "Counts"),
            LayerColumn.Of("only_booked", ResultType.Boolean, "Bara anropsstyrt", "Booked traffic only"),
        ],
        Rows = (results.Surroundings.Transit?.Stops ?? []).Select(s => (
            (Geometry?)factory.CreatePoint(new Coordinate(s.X, s.Y)),
            (object?[])[s.Id, s.Name, (long)s.Departures, s.Lines, s.FirstDeparture, s.LastDeparture, s.Counts, s.OnlyBooked])),
    };
}
