using CsvHelper;

namespace HousingInventory.Formats.Gtfs;

/// <summary>
/// Reads GTFS timetables: a zip as published, a zip with the files in one folder, or an unpacked folder. Unknown files and columns are ignored, and the order of
/// columns is free. Rows with faults are counted, never an exception.
/// </summary>
public static class GtfsReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="path">A zip file or a folder.</param>
    /// <param name="options">What to read; everything by default.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="DataFormatException">It is no zip, or a required file or column is missing; the message names it.</exception>
    public static GtfsFeed Read(string path, GtfsReadOptions? options = null, CancellationToken cancel = default) =>
        Guard(() => Read(GtfsSource.Open(path), options ?? new GtfsReadOptions(), cancel));

    /// <summary>Reads a zipped feed from a stream; the zip is held in memory, the files in it are not.</summary>
    /// <inheritdoc cref="Read(string, GtfsReadOptions, CancellationToken)"/>
    public static GtfsFeed Read(Stream zip, GtfsReadOptions? options = null, CancellationToken cancel = default) =>
        Guard(() =>
        {
            using MemoryStream bytes = new();
            zip.CopyTo(bytes);
            return Read(GtfsSource.Open(bytes.ToArray()), options ?? new GtfsReadOptions(), cancel);
        });

    private static GtfsFeed Read(GtfsSource source, GtfsReadOptions options, CancellationToken cancel)
    {
        RequireFiles(source, options);
        using GtfsTable agencyTable = GtfsTable.Open(source, "agency.txt", hasLongTexts: true);
        using GtfsTable routesTable = GtfsTable.Open(source, "routes.txt", hasLongTexts: true);
        using GtfsTable feedInfoTable = GtfsTable.Open(source, "feed_info.txt", hasLongTexts: true);
        using GtfsTable rulesTable = GtfsTable.Open(source, "booking_rules.txt", hasLongTexts: true);
        using GtfsTable calendarTable = GtfsTable.Open(source, "calendar.txt");
        using GtfsTable datesTable = GtfsTable.Open(source, "calendar_dates.txt");
        using GtfsTable stopsTable = GtfsTable.Open(source, "stops.txt", hasLongTexts: true);
        using GtfsTable tripsTable = GtfsTable.Open(source, "trips.txt", hasLongTexts: true);

        (List<GtfsAgency> agencies, IdIndex agencyIds) = NetworkTables.ReadAgencies(agencyTable);
        (GtfsRoutes routes, IdIndex routeIds) = NetworkTables.ReadRoutes(routesTable, agencyIds);
        GtfsFeedInfo? feedInfo = NetworkTables.ReadFeedInfo(feedInfoTable);
        (List<GtfsBookingRule> rules, IdIndex ruleIds) = NetworkTables.ReadBookingRules(rulesTable);
        (GtfsServices services, IdIndex serviceIds) = ServicesTable.Read(calendarTable, datesTable);

        // Stops and trips do not depend on each other; neither do the calls and everything after them.
        IdIndex shapeIds = new();
        ((GtfsTrips trips, IdIndex tripIds, List<long> tripRows), (GtfsStops stops, IdIndex stopIds)) = Together(
            () => TripsTable.Read(tripsTable, routeIds, serviceIds, shapeIds),
            () => StopsTable.Read(stopsTable));

        using GtfsTable callsTable = GtfsTable.Open(source, options.StopTimes ? "stop_times.txt" : "");
        using GtfsTable shapesTable = GtfsTable.Open(source, options.Shapes ? "shapes.txt" : "");
        using GtfsTable frequenciesTable = GtfsTable.Open(source, "frequencies.txt");
        using GtfsTable transfersTable = GtfsTable.Open(source, "transfers.txt");
        (GtfsStopTimes calls, (GtfsShapes shapes, (List<GtfsFrequency> frequencies, HashSet<int> patterns), List<GtfsTransfer> transfers)) = Together(
            () => StopTimesTable.Read(callsTable, tripIds, stopIds, ruleIds, cancel),
            () => (ShapesTable.Read(shapesTable, shapeIds),
                LinkTables.ReadFrequencies(frequenciesTable, tripIds),
                LinkTables.ReadTransfers(transfersTable, stopIds, routeIds, tripIds)));
        CountTripsWithoutRide(tripsTable, callsTable, calls, tripRows);
        RefuseEndlessFrequencies(frequencies, calls);

        GtfsTable[] tables =
        [
            agencyTable, rulesTable, calendarTable, datesTable, feedInfoTable, frequenciesTable, routesTable, shapesTable, callsTable, stopsTable, transfersTable,
            tripsTable,
        ];
        return new GtfsFeed
        {
            Agencies = agencies,
            Stops = stops,
            Routes = routes,
            Trips = trips,
            StopTimes = calls,
            Services = services,
            Frequencies = frequencies,
            PatternTrips = patterns,
            Transfers = transfers,
            Shapes = shapes,
            BookingRules = rules,
            FeedInfo = feedInfo,
            Tables = [.. tables.Where(t => t.Exists || t.IsOfNoUse).Select(t => t.Report())],
            MayBeCut = tables.Any(t => t.MayBeCut),
            TablesOfNoUse = [.. tables.Where(t => t.IsOfNoUse).Select(t => t.File)],
            FlexRows = callsTable.CountOf(StopTimesTable.Flex),
        };
    }

    private static void RequireFiles(GtfsSource source, GtfsReadOptions options)
    {
        string[] required = ["stops.txt", "routes.txt", "trips.txt", .. options.StopTimes ? ["stop_times.txt"] : Array.Empty<string>()];
        if (!required.Any(source.Has))
        {
            throw new DataFormatException("It is no GTFS feed: it holds neither stops.txt nor routes.txt, trips.txt or stop_times.txt.");
        }

        foreach (string file in required)
        {
            if (!source.Has(file))
            {
                throw new DataFormatException($"The GTFS feed lacks the required file {file}; ask the publisher for the complete feed.");
            }
        }

        if (!source.Has("calendar.txt") && !source.Has("calendar_dates.txt"))
        {
            throw new DataFormatException("The GTFS feed lacks both calendar.txt and calendar_dates.txt, so no trip has a day; ask the publisher for the complete feed.");
        }
    }

    private static void CountTripsWithoutRide(GtfsTable tripsTable, GtfsTable callsTable, GtfsStopTimes calls, List<long> rows)
    {
        for (int trip = 0; callsTable.Exists && trip < rows.Count; trip++)
        {
            if (calls.TripStart[trip + 1] - calls.TripStart[trip] < 2)
            {
                tripsTable.Fault("the trip has fewer than two usable calls", rows[trip]);
            }
        }
    }

    /// <summary>A row of forty signs may ask for a departure every second for a year; what is made of all rows has a bound, far above every real feed.</summary>
    private static void RefuseEndlessFrequencies(List<GtfsFrequency> frequencies, GtfsStopTimes calls)
    {
        const long most = 5_000_000;
        long sum = 0;
        foreach (GtfsFrequency f in frequencies.Where(static f => f.HeadwaySeconds > 0))
        {
            long departures = ((long)f.EndSeconds - f.StartSeconds + f.HeadwaySeconds - 1) / f.HeadwaySeconds;
            sum += departures * Math.Max(1, calls.TripStart[f.Trip + 1] - calls.TripStart[f.Trip]);
            if (sum > most)
            {
                throw new DataFormatException(
                    "The GTFS feed asks in frequencies.txt for over five million calls at stops, which no timetable has; check headway_secs and end_time, or ask the publisher for a correct GTFS feed.");
            }
        }
    }

    /// <summary>Runs two pieces of work at once. When both fail, the failure of the first is thrown, so that it does not depend on the moment.</summary>
    private static (TFirst First, TSecond Second) Together<TFirst, TSecond>(Func<TFirst> first, Func<TSecond> second)
    {
        Task<TSecond> other = Task.Run(second);
        TFirst value;
        try
        {
            value = first();
        }
        catch
        {
            // Nothing may still be reading when the tables are closed.
            ((IAsyncResult)other).AsyncWaitHandle.WaitOne();
            throw;
        }

        return (value, other.GetAwaiter().GetResult());
    }

    private static GtfsFeed Guard(Func<GtfsFeed> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException e)
        {
            throw new DataFormatException("A text file of the GTFS feed has a row of over a megabyte, probably for a quotation mark that is never closed.", e);
        }
        catch (InvalidDataException e)
        {
            throw new DataFormatException("The file is no zip archive, or a damaged one; fetch it again.", e);
        }
    }
}
