namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads trips.txt.</summary>
internal static class TripsTable
{
    public static (GtfsTrips Trips, IdIndex Ids, List<long> Rows) Read(GtfsTable table, IdIndex routeIds, IdIndex serviceIds, IdIndex shapeIds)
    {
        int id = table.RequiredColumn("trip_id");
        int route = table.RequiredColumn("route_id");
        int service = table.RequiredColumn("service_id");
        int direction = table.Column("direction_id");
        int shape = table.Column("shape_id");
        int block = table.Column("block_id");
        IdIndex ids = new();
        IdIndex blockIds = new();
        List<int> routes = [];
        List<int> services = [];
        List<sbyte> directions = [];
        List<int> shapes = [];
        List<int> blocks = [];
        List<long> rows = [];
        while (table.Read())
        {
            int routeOfTrip = routeIds.Find(table.Bytes(route));
            int serviceOfTrip = serviceIds.Find(table.Bytes(service));
            if (routeOfTrip < 0)
            {
                table.LeaveOut("route_id is not in routes.txt");
                continue;
            }

            if (serviceOfTrip < 0)
            {
                table.LeaveOut("service_id is in neither calendar.txt nor calendar_dates.txt");
                continue;
            }

            if (!NetworkTables.TryAddId(table, id, ids))
            {
                continue;
            }

            routes.Add(routeOfTrip);
            services.Add(serviceOfTrip);
            directions.Add(Direction(table, direction));
            shapes.Add(table.IsEmpty(shape) ? -1 : shapeIds.FindOrAdd(table.Bytes(shape)));
            blocks.Add(table.IsEmpty(block) ? -1 : blockIds.FindOrAdd(table.Bytes(block)));
            rows.Add(table.Row);
        }

        GtfsTrips trips = new()
        {
            Ids = ids.Ids,
            Routes = [.. routes],
            Services = [.. services],
            Directions = [.. directions],
            Shapes = [.. shapes],
            Blocks = [.. blocks],
        };
        return (trips, ids, rows);
    }

    private static sbyte Direction(GtfsTable table, int column)
    {
        const string Fault = "direction_id is neither 0 nor 1";
        int direction = table.Number(column, -1, Fault);
        if (direction > 1)
        {
            table.Fault(Fault);
            return -1;
        }

        return (sbyte)direction;
    }
}
