namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads stops.txt.</summary>
internal static class StopsTable
{
    public static (GtfsStops Stops, IdIndex Ids) Read(GtfsTable table)
    {
        int id = table.RequiredColumn("stop_id");
        int name = table.Column("stop_name");
        int latitude = table.Column("stop_lat");
        int longitude = table.Column("stop_lon");
        int type = table.Column("location_type");
        int parent = table.Column("parent_station");
        int[] bookingRules = [table.Column("pickup_booking_rule_id"), table.Column("drop_off_booking_rule_id"), table.Column("booking_rule_id")];
        IdIndex ids = new();
        List<string> names = [];
        List<double> latitudes = [];
        List<double> longitudes = [];
        List<(byte[] Id, long Row)> parents = [];
        List<bool> hasBookingRule = [];
        while (table.Read())
        {
            if (!NetworkTables.TryAddId(table, id, ids))
            {
                continue;
            }

            names.Add(table.Text(name));
            latitudes.Add(table.Degrees(latitude, 90, "stop_lat is no latitude"));
            longitudes.Add(table.Degrees(longitude, 180, "stop_lon is no longitude"));
            CheckLocationType(table, type);
            parents.Add((table.Bytes(parent).ToArray(), table.Row));
            hasBookingRule.Add(Array.Exists(bookingRules, c => !table.IsEmpty(c)));
        }

        GtfsStops stops = new()
        {
            Ids = ids.Ids,
            Names = [.. names],
            Latitudes = [.. latitudes],
            Longitudes = [.. longitudes],
            Parents = [.. parents.Select((p, stop) => ParentOf(table, p.Id, p.Row, stop, ids))],
            HasBookingRule = [.. hasBookingRule],
        };
        return (stops, ids);
    }

    private static void CheckLocationType(GtfsTable table, int column)
    {
        const string Fault = "location_type is not 0 to 4";
        if (table.Number(column, 0, Fault) > 4)
        {
            table.Fault(Fault);
        }
    }

    private static int ParentOf(GtfsTable table, byte[] id, long row, int stop, IdIndex ids)
    {
        if (id.Length == 0)
        {
            return -1;
        }

        int parent = ids.Find(id);
        if (parent < 0)
        {
            table.Fault("parent_station is not in stops.txt", row);
        }
        else if (parent == stop)
        {
            table.Fault("parent_station is the stop itself", row);
            return -1;
        }

        return parent;
    }
}
