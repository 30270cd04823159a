namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads frequencies.txt and transfers.txt, whose rows refer to what the other tables hold.</summary>
internal static class LinkTables
{
    public static List<GtfsFrequency> ReadFrequencies(GtfsTable table, IdIndex tripIds)
    {
        int trip = table.RequiredColumn("trip_id");
        int start = table.RequiredColumn("start_time");
        int end = table.RequiredColumn("end_time");
        int headway = table.RequiredColumn("headway_secs");
        int exact = table.Column("exact_times");
        List<GtfsFrequency> frequencies = [];
        while (table.Read())
        {
            int tripOfRow = tripIds.Find(table.Bytes(trip));
            int from = GtfsTime.Parse(table.Bytes(start));
            int until = GtfsTime.Parse(table.Bytes(end));
            int every = table.Number(headway, 0);
            if (tripOfRow < 0)
            {
                table.LeaveOut("trip_id is not in trips.txt, or its row was left out");
            }
            else if (from < 0 || until < 0 || every == 0)
            {
                table.LeaveOut("a time is missing or unreadable, or the headway is 0");
            }
            else if (until <= from)
            {
                table.LeaveOut("end_time is not after start_time");
            }
            else
            {
                frequencies.Add(new GtfsFrequency(tripOfRow, from, until, every, table.Bytes(exact).SequenceEqual("1"u8)));
            }
        }

        return frequencies;
    }

    public static List<GtfsTransfer> ReadTransfers(GtfsTable table, IdIndex stopIds, IdIndex routeIds, IdIndex tripIds)
    {
        int type = table.Column("transfer_type");
        int minTime = table.Column("min_transfer_time");
        (int Column, IdIndex Ids)[] references =
        [
            (table.Column("from_stop_id"), stopIds), (table.Column("to_stop_id"), stopIds), (table.Column("from_route_id"), routeIds),
            (table.Column("to_route_id"), routeIds), (table.Column("from_trip_id"), tripIds), (table.Column("to_trip_id"), tripIds),
        ];
        int[] found = new int[references.Length];
        List<GtfsTransfer> transfers = [];
        while (table.Read())
        {
            bool isBroken = false;
            for (int i = 0; i < references.Length; i++)
            {
                ReadOnlySpan<byte> id = table.Bytes(references[i].Column);
                found[i] = id.IsEmpty ? -1 : references[i].Ids.Find(id);
                isBroken |= found[i] < 0 && !id.IsEmpty;
            }

            int kind = table.IsEmpty(type) ? 0 : table.Number(type, int.MaxValue);
            if (isBroken)
            {
                table.LeaveOut("it names a stop, route or trip that is not there, or whose row was left out");
            }
            else if (kind > 5)
            {
                table.LeaveOut("transfer_type is not 0 to 5");
            }
            else if ((found[0] < 0 || found[1] < 0) && (found[4] < 0 || found[5] < 0))
            {
                table.LeaveOut("it names neither two stops nor two trips");
            }
            else
            {
                transfers.Add(new GtfsTransfer(
                    found[0], found[1], found[2], found[3], found[4], found[5], kind, table.Number(minTime, -1, "min_transfer_time is no number")));
            }
        }

        return transfers;
    }
}
