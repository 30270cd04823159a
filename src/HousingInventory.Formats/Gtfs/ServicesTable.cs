namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads calendar.txt and calendar_dates.txt into one set of days a service.</summary>
internal static class ServicesTable
{
    private const string BadDate = "a date is unreadable";

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static (GtfsServices Services, IdIndex Ids) Read(GtfsTable calendar, GtfsTable calendarDates)
    {
        IdIndex ids = new();
        List<(int Service, int From, int To, int Weekdays)> spans = ReadSpans(calendar, ids);
        List<(int Service, int Day, bool Runs)> exceptions = ReadExceptions(calendarDates, ids);
        if (!calendar.Exists && !calendarDates.Exists)
        {
            throw new DataFormatException(
                "The GTFS feed has neither a calendar.txt nor a calendar_dates.txt with their columns, so no trip has a day; ask the publisher for the complete feed.");
        }

        int first = Math.Min(
            spans.Where(s => s.Weekdays != 0).Select(s => s.From).DefaultIfEmpty(int.MaxValue).Min(),
            exceptions.Where(e => e.Runs).Select(e => e.Day).DefaultIfEmpty(int.MaxValue).Min());
        int last = Math.Max(
            spans.Where(s => s.Weekdays != 0).Select(s => s.To).DefaultIfEmpty(-1).Max(),
            exceptions.Where(e => e.Runs).Select(e => e.Day).DefaultIfEmpty(-1).Max());
        RefuseEndless(spans, ids.Count, last < first ? 0 : last - first + 1);
        int words = last < first ? 0 : ((last - first) / 64) + 1;
        ulong[] days = new ulong[(long)words * ids.Count];
        foreach ((int service, int from, int to, int weekdays) in spans)
        {
            for (int day = from; weekdays != 0 && day <= to; day++)
            {
                // Day number 0 is Monday, 1 January of the year 1.
                if ((weekdays & (1 << (day % 7))) != 0)
                {
                    days[(service * words) + ((day - first) >> 6)] |= 1ul << (day - first);
                }
            }
        }

        foreach ((int service, int day, bool runs) in exceptions.Where(e => e.Day >= first && e.Day <= last))
        {
            ref ulong word = ref days[(service * words) + ((day - first) >> 6)];
            word = runs ? word | (1ul << (day - first)) : word & ~(1ul << (day - first));
        }

        return (new GtfsServices(ids.Ids, first, words, days), ids);
    }

    // A day a service takes a bit, and a day of a span a step: 50,000 services of ten years are far under this.
    private static void RefuseEndless(List<(int Service, int From, int To, int Weekdays)> spans, int services, int days)
    {
        const long mostDays = 2_000_000_000;
        const long mostSteps = 300_000_000;
        if ((long)services * days > mostDays || spans.Sum(static s => Math.Max(0L, s.To - s.From)) > mostSteps)
        {
            throw new DataFormatException(
                "The GTFS feed has more services over more years in calendar.txt and calendar_dates.txt than any timetable has; check start_date and end_date, or ask the publisher for a correct GTFS feed.");
        }
    }

    private static List<(int Service, int From, int To, int Weekdays)> ReadSpans(GtfsTable table, IdIndex ids)
    {
        int[] needed = table.NeededColumns("service_id", "start_date", "end_date");
        (int id, int start, int end) = (needed[0], needed[1], needed[2]);
        int[] columns = Array.ConvertAll(Weekdays, table.Column);
        List<(int, int, int, int)> spans = [];
        while (table.Read())
        {
            if (!NetworkTables.TryAddId(table, id, ids))
            {
                continue;
            }

            // A service whose span is unreadable still exists: calendar_dates.txt may give it days, and its trips are not without a service.
            if (GtfsTime.ParseDate(table.Bytes(start)) is not { } from || GtfsTime.ParseDate(table.Bytes(end)) is not { } to)
            {
                table.LeaveOut(BadDate);
                continue;
            }

            int weekdays = 0;
            for (int day = 0; day < 7; day++)
            {
                weekdays |= table.Bytes(columns[day]).SequenceEqual("1"u8) ? 1 << day : 0;
            }

            spans.Add((ids.Count - 1, from.DayNumber, to.DayNumber, weekdays));
        }

        return spans;
    }

    private static List<(int Service, int Day, bool Runs)> ReadExceptions(GtfsTable table, IdIndex ids)
    {
        int[] needed = table.NeededColumns("service_id", "date", "exception_type");
        (int id, int date, int type) = (needed[0], needed[1], needed[2]);
        List<(int, int, bool)> exceptions = [];
        while (table.Read())
        {
            ReadOnlySpan<byte> service = table.Bytes(id);
            bool adds = table.Bytes(type).SequenceEqual("1"u8);
            if (service.IsEmpty)
            {
                table.LeaveOut(NetworkTables.NoId);
            }
            else if (GtfsTime.ParseDate(table.Bytes(date)) is not { } day)
            {
                table.LeaveOut(BadDate);
            }
            else if (!adds && !table.Bytes(type).SequenceEqual("2"u8))
            {
                table.LeaveOut("exception_type is neither 1 nor 2");
            }
            else
            {
                exceptions.Add((ids.FindOrAdd(service), day.DayNumber, adds));
            }
        }

        return exceptions;
    }
}
