namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads shapes.txt.</summary>
internal static class ShapesTable
{
    /// <summary>Degrees. The sea off Africa: what is written there for a place that nobody knows.</summary>
    private const double NearOrigin = 1;

    /// <param name="table">The table.</param>
    /// <param name="ids">The shapes that trips name; those that no trip names are added.</param>
    public static GtfsShapes Read(GtfsTable table, IdIndex ids)
    {
        int[] needed = table.NeededColumns("shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence");
        (int id, int latitude, int longitude, int sequence) = (needed[0], needed[1], needed[2], needed[3]);
        List<(int Shape, int Sequence, double Latitude, double Longitude)> points = [];
        byte[] lastId = [];
        int last = -1;
        while (table.Read())
        {
            ReadOnlySpan<byte> shape = table.Bytes(id);
            if (!shape.SequenceEqual(lastId))
            {
                lastId = shape.ToArray();
                last = shape.IsEmpty ? -1 : ids.FindOrAdd(shape);
            }

            double y = table.Degrees(latitude, 90);
            double x = table.Degrees(longitude, 180);
            int order = table.Number(sequence, -1);
            if (last < 0)
            {
                table.LeaveOut(NetworkTables.NoId);
            }
            else if (order < 0 || double.IsNaN(x) || double.IsNaN(y))
            {
                table.LeaveOut("a coordinate or the sequence is missing or unreadable");
            }
            else if (Math.Abs(x) < NearOrigin && Math.Abs(y) < NearOrigin)
            {
                table.LeaveOut("a shape point lies at 0,0, where no bus runs");
            }
            else
            {
                points.Add((last, order, y, x));
            }
        }

        return Arrange(points, ids);
    }

    private static GtfsShapes Arrange(List<(int Shape, int Sequence, double Latitude, double Longitude)> points, IdIndex ids)
    {
        int[] start = new int[ids.Count + 1];
        foreach ((int shape, _, _, _) in points)
        {
            start[shape + 1]++;
        }

        for (int i = 0; i < ids.Count; i++)
        {
            start[i + 1] += start[i];
        }

        int[] next = start[..^1];
        int[] sequences = new int[points.Count];
        double[] latitudes = new double[points.Count];
        double[] longitudes = new double[points.Count];
        foreach ((int shape, int sequence, double latitude, double longitude) in points)
        {
            // Points come in order nearly always; one that does not is moved up to its place. Equal numbers keep the order of the file.
            int at = next[shape]++;
            for (; at > start[shape] && sequences[at - 1] > sequence; at--)
            {
                (sequences[at], latitudes[at], longitudes[at]) = (sequences[at - 1], latitudes[at - 1], longitudes[at - 1]);
            }

            (sequences[at], latitudes[at], longitudes[at]) = (sequence, latitude, longitude);
        }

        return new GtfsShapes { Ids = ids.Ids, PointStart = start, Latitudes = latitudes, Longitudes = longitudes };
    }
}
