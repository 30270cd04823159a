namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads frequencies.txt and transfers.txt, whose rows refer to what the other tables hold.</summary>
internal static class LinkTables
{
    /// <summary>The usable rows, and all trips that any row names: their own times are a pattern, whether a row gives a departure or not.</summary>
    public static (List<GtfsFrequency> Frequencies, HashSet<int> Patterns) ReadFrequencies(GtfsTable table, IdIndex tripIds)
    {
        int[] needed = table.NeededColumns("trip_id", "start_time", "end_time", "headway_secs");
        (int trip, int start, int end, int headway) = (needed[0], needed[1], needed[2], needed[3]);
        int exact = table.Column("exact_times");
        List<GtfsFrequency> frequencies = [];
        HashSet<int> patterns = [];
        while (table.Read())
        {
            int tripOfRow = tripIds.Find(table.Bytes(trip));
            int from = GtfsTime.Parse(table.Bytes(start));
            int until = GtfsTime.Parse(table.Bytes(end));
            int every = table.Number(headway, 0);
            if (tripOfRow >= 0)
            {
                patterns.Add(tripOfRow);
            }

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

        return (frequencies, patterns);
    }

    public static List<GtfsTransfer> ReadTransfers(GtfsTable table, IdIndex stopIds, IdIndex routeIds, IdIndex tripIds)
    {
        int type = table.Column("transfer_type");
        if (table.Exists && table.Column("from_stop_id") < 0 && table.Column("from_trip_id") < 0)
        {
            table.NeededColumns("from_stop_id", "to_stop_id");
        }

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
            else if ((found[0] < 0 && found[2] < 0 && found[4] < 0) || (found[1] < 0 && found[3] < 0 && found[5] < 0))
            {
                table.LeaveOut("it names nothing to change from, or nothing to change to");
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
