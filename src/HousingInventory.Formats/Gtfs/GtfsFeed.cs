namespace HousingInventory.Formats.Gtfs;

/// <summary>
/// A timetable as arrays. Rows refer to each other by index, -1 for none. All references are good: rows with a broken one were left out and are counted in
/// <see cref="Tables"/>. Times are seconds from noon minus 12 hours of the service day and pass 24:00 for trips that run into the next days.
/// </summary>
public sealed class GtfsFeed
{
    public required IReadOnlyList<GtfsAgency> Agencies { get; init; }

    public required GtfsStops Stops { get; init; }

    public required GtfsRoutes Routes { get; init; }

    public required GtfsTrips Trips { get; init; }

    public required GtfsStopTimes StopTimes { get; init; }

    public required GtfsServices Services { get; init; }

    public required IReadOnlyList<GtfsFrequency> Frequencies { get; init; }

    /// <summary>Trips that frequencies.txt names, also in rows that are of no use: they run at the departures of its rows, or never.</summary>
    public required IReadOnlySet<int> PatternTrips { get; init; }

    public required IReadOnlyList<GtfsTransfer> Transfers { get; init; }

    public required GtfsShapes Shapes { get; init; }

    public required IReadOnlyList<GtfsBookingRule> BookingRules { get; init; }

    /// <summary>Null when the feed has no feed_info.txt.</summary>
    public GtfsFeedInfo? FeedInfo { get; init; }

    /// <summary>What was read of each file, and why rows were left out; in alphabetical order of the files.</summary>
    public required IReadOnlyList<GtfsTableReport> Tables { get; init; }

    /// <summary>Whether a table ends within a row, as a file does that was cut off.</summary>
    public bool MayBeCut { get; init; }

    /// <summary>Optional files that are there but empty, without header or without their columns: they are as absent.</summary>
    public required IReadOnlyList<string> TablesOfNoUse { get; init; }

    /// <summary>Rows of stop_times.txt that stand for a zone or a group of stops with a time window (GTFS-Flex); they are left out.</summary>
    public required long FlexRows { get; init; }

    /// <summary>All faults as single rows, at most 100 of each kind, by file, kind and row.</summary>
    public IEnumerable<GtfsFault> Faults => Tables.SelectMany(t => t.Faults.SelectMany(f => f.SampleRows.Select(r => new GtfsFault(t.File, r, f.What))));

    /// <summary>The report on a file; null when the feed lacks it or it is not one that is read.</summary>
    public GtfsTableReport? FindTable(string file) => Tables.FirstOrDefault(t => t.File == file);
}

/// <summary>One faulty row.</summary>
/// <param name="File">"stop_times.txt".</param>
/// <param name="Row">1-based, the header not counted.</param>
/// <param name="What">An English clause without any value of the row: "stop_id is not in stops.txt".</param>
public sealed record GtfsFault(string File, long Row, string What);

/// <summary>How often one kind of fault occurred in a file.</summary>
/// <param name="What">An English clause without any value of a row.</param>
/// <param name="LeavesRowOut">True when such rows are left out; false when they are used without the faulty value.</param>
/// <param name="Count">Exact.</param>
/// <param name="SampleRows">The first rows, at most 100.</param>
public sealed record GtfsFaultCount(string What, bool LeavesRowOut, long Count, IReadOnlyList<long> SampleRows);

/// <summary>What was read of one file: <see cref="RowsRead"/> = <see cref="RowsUsed"/> + the counts of the faults that leave rows out.</summary>
/// <param name="File">"stop_times.txt".</param>
/// <param name="RowsRead">All rows, the header not counted.</param>
/// <param name="RowsUsed">Rows that are in the feed.</param>
/// <param name="Faults">By kind, in order of first occurrence in the reader's checks.</param>
public sealed record GtfsTableReport(string File, long RowsRead, long RowsUsed, IReadOnlyList<GtfsFaultCount> Faults);

/// <summary>An operator, from agency.txt.</summary>
/// <param name="Id">"" when the only agency has none.</param>
/// <param name="Name">Name for people.</param>
/// <param name="TimeZone">IANA name; "" when missing.</param>
public sealed record GtfsAgency(string Id, string Name, string TimeZone);

/// <summary>Who made the feed and for which days, from feed_info.txt.</summary>
public sealed record GtfsFeedInfo(string PublisherName, string FeedId, string Version, DateOnly? Start, DateOnly? End);

/// <summary>Runs of a trip at equal intervals, from frequencies.txt: at start, start + headway, ... before end. The trip's own times are then only a pattern.</summary>
public readonly record struct GtfsFrequency(int Trip, int StartSeconds, int EndSeconds, int HeadwaySeconds, bool IsExact);

/// <summary>A rule for changing, from transfers.txt. Members that the row leaves blank are -1.</summary>
/// <param name="FromStop">Stop, or station for all its stops.</param>
/// <param name="ToStop">Stop, or station for all its stops.</param>
/// <param name="FromRoute">Only for arrivals on this route.</param>
/// <param name="ToRoute">Only for departures on this route.</param>
/// <param name="FromTrip">Only for arrivals on this trip.</param>
/// <param name="ToTrip">Only for departures on this trip.</param>
/// <param name="Type">0 recommended, 1 timed, 2 minimum time, 3 not possible, 4 stay seated, 5 leave and board again.</param>
/// <param name="MinTransferSeconds">Least time for the change; -1 when not given.</param>
public readonly record struct GtfsTransfer(int FromStop, int ToStop, int FromRoute, int ToRoute, int FromTrip, int ToTrip, int Type, int MinTransferSeconds);

/// <summary>How a ride must be booked, from booking_rules.txt.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Type">0 real time, 1 up to the same day, 2 up to a day before; -1 when missing.</param>
/// <param name="MinNoticeMinutes">Least minutes ahead; -1 when not given.</param>
/// <param name="MaxNoticeMinutes">Most minutes ahead; -1 when not given.</param>
/// <param name="LastDay">Days ahead at which booking closes; -1 when not given.</param>
/// <param name="LastTimeSeconds">Time of that day at which booking closes; -1 when not given.</param>
/// <param name="Message">Text for passengers; "" when missing.</param>
/// <param name="PhoneNumber">Of the booking office; "" when missing.</param>
/// <param name="InfoUrl">Web page; "" when missing.</param>
public sealed record GtfsBookingRule(
    string Id, int Type, int MinNoticeMinutes, int MaxNoticeMinutes, int LastDay, int LastTimeSeconds, string Message, string PhoneNumber, string InfoUrl);
