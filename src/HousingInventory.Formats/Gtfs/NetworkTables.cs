namespace HousingInventory.Formats.Gtfs;

/// <summary>Reads agency.txt, routes.txt, feed_info.txt and booking_rules.txt: small tables on which nothing but references depends.</summary>
internal static class NetworkTables
{
    public const string NoId = "the id is missing";
    public const string RepeatedId = "the id stands there twice; the first row counts";

    public static (List<GtfsAgency> Agencies, IdIndex Ids) ReadAgencies(GtfsTable table)
    {
        int id = table.Column("agency_id");
        int name = table.Column("agency_name");
        int timeZone = table.Column("agency_timezone");
        List<GtfsAgency> agencies = [];
        IdIndex ids = new();
        if (table.Exists && id < 0 && name < 0 && timeZone < 0)
        {
            table.NeededColumns("agency_name");
        }

        while (table.Read())
        {
            // Of a single agency the id may be blank; then routes leave it blank too.
            if (ids.TryAdd(table.Bytes(id)))
            {
                agencies.Add(new GtfsAgency(table.Text(id), table.Text(name), table.Text(timeZone)));
            }
            else
            {
                table.LeaveOut(RepeatedId);
            }
        }

        if (agencies.Count == 0)
        {
            ids.TryAdd(default);
            agencies.Add(new GtfsAgency("", "", ""));
        }

        return (agencies, ids);
    }

    public static (GtfsRoutes Routes, IdIndex Ids) ReadRoutes(GtfsTable table, IdIndex agencyIds)
    {
        int id = table.RequiredColumn("route_id");
        int type = table.RequiredColumn("route_type");
        int agency = table.Column("agency_id");
        int shortName = table.Column("route_short_name");
        int longName = table.Column("route_long_name");
        IdIndex ids = new();
        List<int> agencies = [];
        List<string> shortNames = [];
        List<string> longNames = [];
        List<int> types = [];
        while (table.Read())
        {
            if (!TryAddId(table, id, ids))
            {
                continue;
            }

            agencies.Add(AgencyOf(table, table.Bytes(agency), agencyIds));
            shortNames.Add(table.Text(shortName));
            longNames.Add(table.Text(longName));
            if (table.IsEmpty(type))
            {
                table.Fault("route_type is missing");
            }

            types.Add(table.Number(type, -1, "route_type is no number"));
        }

        return (new GtfsRoutes { Ids = ids.Ids, Agencies = [.. agencies], ShortNames = [.. shortNames], LongNames = [.. longNames], Types = [.. types] }, ids);
    }

    public static GtfsFeedInfo? ReadFeedInfo(GtfsTable table)
    {
        int publisher = table.Column("feed_publisher_name");
        int id = table.Column("feed_id");
        int version = table.Column("feed_version");
        int start = table.Column("feed_start_date");
        int end = table.Column("feed_end_date");
        GtfsFeedInfo? info = null;
        if (table.Exists && publisher < 0 && id < 0 && version < 0 && start < 0 && end < 0)
        {
            table.NeededColumns("feed_publisher_name");
        }

        while (table.Read())
        {
            if (info is not null)
            {
                table.LeaveOut("there is more than one row");
                continue;
            }

            info = new GtfsFeedInfo(table.Text(publisher), table.Text(id), table.Text(version), Date(table, start), Date(table, end));
        }

        return info;
    }

    public static (List<GtfsBookingRule> Rules, IdIndex Ids) ReadBookingRules(GtfsTable table)
    {
        const string Fault = "a number is unreadable";
        int id = table.NeededColumns("booking_rule_id")[0];
        int type = table.Column("booking_type");
        int min = table.Column("prior_notice_duration_min");
        int max = table.Column("prior_notice_duration_max");
        int lastDay = table.Column("prior_notice_last_day");
        int lastTime = table.Column("prior_notice_last_time");
        int message = table.Column("message");
        int phone = table.Column("phone_number");
        int url = table.Column("info_url");
        List<GtfsBookingRule> rules = [];
        IdIndex ids = new();
        while (table.Read())
        {
            if (!TryAddId(table, id, ids))
            {
                continue;
            }

            int time = GtfsTime.Parse(table.Bytes(lastTime));
            if (time == GtfsTime.Unreadable)
            {
                table.Fault(Fault);
                time = GtfsTime.Blank;
            }

            rules.Add(new GtfsBookingRule(
                table.Text(id), table.Number(type, -1, Fault), table.Number(min, -1, Fault), table.Number(max, -1, Fault), table.Number(lastDay, -1, Fault), time,
                table.Text(message), table.Text(phone), table.Text(url)));
        }

        return (rules, ids);
    }

    /// <summary>Numbers the id of the current row; false, with the row counted as left out, when it is blank or known.</summary>
    public static bool TryAddId(GtfsTable table, int column, IdIndex ids)
    {
        ReadOnlySpan<byte> id = table.Bytes(column);
        if (id.IsEmpty)
        {
            table.LeaveOut(NoId);
            return false;
        }

        if (!ids.TryAdd(id))
        {
            table.LeaveOut(RepeatedId);
            return false;
        }

        return true;
    }

    private static int AgencyOf(GtfsTable table, ReadOnlySpan<byte> id, IdIndex agencyIds)
    {
        if (id.IsEmpty && agencyIds.Count == 1)
        {
            return 0;
        }

        int agency = agencyIds.Find(id);
        if (agency < 0)
        {
            table.Fault("agency_id is not in agency.txt");
        }

        return agency;
    }

    private static DateOnly? Date(GtfsTable table, int column)
    {
        ReadOnlySpan<byte> text = table.Bytes(column);
        DateOnly? date = GtfsTime.ParseDate(text);
        if (date is null && !text.IsEmpty)
        {
            table.Fault("a date is unreadable");
        }

        return date;
    }
}
