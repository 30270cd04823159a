using System.Globalization;
using System.Text;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Formats.Archives;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Analyses.WhatIf.Writing;

/// <summary>The changed and new trips of a scenario alone, as a GTFS feed for the operator.</summary>
internal static class OperatorFeed
{
    public static WrittenFile Write(ScenarioState state, Crs crs, string folder)
    {
        string name = $"lines-{state.Name}.gtfs.zip";
        TimetableEdit edit = state.Edit;
        int[] trips = [.. Enumerable.Range(0, edit.TripCount).Where(t => edit.HasOwnCalls(t) && edit.DatesOf(t).Any())];
        int[] posts = [.. trips.SelectMany(edit.CallsOf).Select(c => c.Post).Distinct().Order()];
        int[] lines = [.. trips.Select(edit.LineOf).Distinct().Order()];
        string[] agencies = [.. lines.Select(l => edit.Line(l).Agency).Distinct().Order(StringComparer.Ordinal)];
        CrsTransform toDegrees = CrsTransform.Between(crs, CrsTable.Wgs84);
        Dictionary<string, int> services = new(StringComparer.Ordinal);
        StringBuilder dates = Table("service_id,date,exception_type"), tripRows = Table("route_id,service_id,trip_id,direction_id"), calls = Table("trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type");
        foreach (int trip in trips)
        {
            string[] days = [.. edit.DatesOf(trip).Select(d => d.ToString("yyyyMMdd", CultureInfo.InvariantCulture))];
            string key = string.Join(' ', days);
            if (!services.TryGetValue(key, out int service))
            {
                services.Add(key, service = services.Count + 1);
                Array.ForEach(days, d => Row(dates, $"s{service}", d, "1"));
            }

            string id = FormattableString.Invariant($"t{trip}");
            Row(tripRows, FormattableString.Invariant($"r{edit.LineOf(trip)}"), $"s{service}", id, edit.DirectionOf(trip) is { } side ? side.ToString(CultureInfo.InvariantCulture) : "");
            TripCall[] of = edit.CallsOf(trip);
            for (int i = 0; i < of.Length; i++)
            {
                Row(calls, id, Time(of[i].ArrivalS), Time(of[i].DepartureS), edit.IdOf(of[i].Post), FormattableString.Invariant($"{i + 1}"), Kind(of[i].Board), Kind(of[i].Alight));
            }
        }

        StringBuilder agency = Table("agency_id,agency_name,agency_url,agency_timezone"), stops = Table("stop_id,stop_name,stop_lat,stop_lon"), routes = Table("route_id,agency_id,route_short_name,route_type");
        for (int i = 0; i < agencies.Length; i++)
        {
            Row(agency, FormattableString.Invariant($"a{i}"), agencies[i].Length > 0 ? agencies[i] : "-", "https://example.com/", "Europe/Stockholm");
        }

        foreach (int post in posts)
        {
            (double x, double y) = edit.PlaceOf(post);
            (double lon, double lat) = edit.IsPlaced(post) ? toDegrees.Apply(x, y) : (0, 0);
            Row(stops, edit.IdOf(post), edit.NameOf(post), lat.ToString("F9", CultureInfo.InvariantCulture), lon.ToString("F9", CultureInfo.InvariantCulture));
        }

        foreach (int line in lines)
        {
            LineRow row = edit.Line(line);
            Row(routes, FormattableString.Invariant($"r{line}"), FormattableString.Invariant($"a{Array.IndexOf(agencies, row.Agency)}"), row.Name, row.RouteType.ToString(CultureInfo.InvariantCulture));
        }

        using FileStream stream = File.Create(Path.Combine(folder, name));
        DeterministicZip.Write(stream,
        [
            Named("agency", agency), Named("calendar_dates", dates), Named("routes", routes), Named("stop_times", calls), Named("stops", stops), Named("trips", tripRows),
        ]);
        return WrittenFile.Of(name, trips.Length);

        static (string, byte[]) Named(string table, StringBuilder text) => (table + ".txt", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static StringBuilder Table(string header) => new StringBuilder(header).Append("\r\n");

    private static void Row(StringBuilder table, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            table.Append(i == 0 ? "" : ",");
            table.Append(cells[i].AsSpan().IndexOfAny(",\"\r\n") < 0 ? cells[i] : $"\"{cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        table.Append("\r\n");
    }

    private static string Time(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    private static string Kind(TrafficKind kind) => kind switch { TrafficKind.LeftOut => "1", TrafficKind.Booked => "2", _ => "0" };
}
