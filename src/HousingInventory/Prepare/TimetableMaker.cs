using System.Globalization;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Prepare;

/// <summary>Hands GTFS feeds to the router: positions in the working CRS, everything else as the feed says.</summary>
internal static class TimetableMaker
{
    /// <summary>Beyond this from the homes a stop has no place on the map; trips still ride through.</summary>
    private const double WorkingAreaM = 200_000;

    /// <summary>One timetable of all feeds, and for each feed which of its stops became which post (-1: none).</summary>
    public static Timetable Make(IReadOnlyList<(string SourceId, GtfsFeed Feed)> feeds, TransitConfig config, Crs workingCrs, Envelope homes)
    {
        TimetableBuilder builder = new(new TimetableOptions { RouteTypes = new RouteTypes(Overrides(config), config.RailReplacement) });
        CrsTransform transform = CrsTransform.Between(CrsTable.Wgs84, workingCrs);
        Envelope area = homes.Copy();
        area.ExpandBy(WorkingAreaM);
        int firstShape = 0;
        foreach ((string id, GtfsFeed feed) in feeds)
        {
            Add(builder, id, feed, transform, area, firstShape);
            firstShape += feed.Shapes.Count;
        }

        return builder.Build();
    }

    private static Dictionary<int, TrafficKind> Overrides(TransitConfig config) => config.RouteTypes.ToDictionary(
        r => int.Parse(r.Key, CultureInfo.InvariantCulture),
        r => r.Value switch { "ordinary" => TrafficKind.Ordinary, "booked" => TrafficKind.Booked, _ => TrafficKind.LeftOut });

    private static void Add(TimetableBuilder builder, string id, GtfsFeed feed, CrsTransform transform, Envelope area, int firstShape)
    {
        int source = builder.AddSource(id, feed.FeedInfo?.Start, feed.FeedInfo?.End);
        int[] posts = AddPosts(builder, source, feed, transform, area);
        int[] lines = AddLines(builder, source, feed);
        ShiftedServices services = new(builder, source, feed);
        int[] rules = [.. feed.BookingRules.Select(r => builder.AddBookingRule(Rule(r)))];
        AddTrips(builder, feed, posts, lines, services, rules, firstShape);

        foreach (GtfsTransfer transfer in feed.Transfers)
        {
            builder.AddTransfer(source, new TransferRow(
                transfer.FromStop >= 0 ? feed.Stops.Ids[transfer.FromStop] : "", transfer.ToStop >= 0 ? feed.Stops.Ids[transfer.ToStop] : "",
                transfer.Type, transfer.MinTransferSeconds >= 0 ? transfer.MinTransferSeconds : null)
            {
                FromTrip = transfer.FromTrip >= 0 ? feed.Trips.Ids[transfer.FromTrip] : null,
                ToTrip = transfer.ToTrip >= 0 ? feed.Trips.Ids[transfer.ToTrip] : null,
                FromRoute = transfer.FromRoute >= 0 ? feed.Routes.Ids[transfer.FromRoute] : null,
                ToRoute = transfer.ToRoute >= 0 ? feed.Routes.Ids[transfer.ToRoute] : null,
            });
        }
    }

    /// <summary>Stops that are boarded at. A station is only a name for its stops, unless a feed lets trips call at it.</summary>
    private static int[] AddPosts(TimetableBuilder builder, int source, GtfsFeed feed, CrsTransform transform, Envelope area)
    {
        bool[] called = new bool[feed.Stops.Count];
        foreach (int stop in feed.StopTimes.Stops)
        {
            called[stop] = true;
        }

        int[] posts = new int[feed.Stops.Count];
        for (int i = 0; i < posts.Length; i++)
        {
            posts[i] = -1;
            if (!called[i])
            {
                continue;
            }

            (double x, double y) = feed.Stops.HasPosition(i) ? transform.Apply(feed.Stops.Longitudes[i], feed.Stops.Latitudes[i]) : (0, 0);
            int parent = feed.Stops.Parents[i];
            posts[i] = builder.AddPost(source, new PostRow(feed.Stops.Ids[i], feed.Stops.Names[i], x, y)
            {
                ParentStation = parent >= 0 ? feed.Stops.Ids[parent] : null,
                Unplaced = !feed.Stops.HasPosition(i) || !double.IsFinite(x) || !double.IsFinite(y) || !area.Contains(x, y),
                Booked = feed.Stops.HasBookingRule[i],
            });
        }

        return posts;
    }

    private static int[] AddLines(TimetableBuilder builder, int source, GtfsFeed feed)
    {
        int[] lines = new int[feed.Routes.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            int agency = feed.Routes.Agencies[i];
            string name = feed.Routes.ShortNames[i].Length > 0 ? feed.Routes.ShortNames[i] : feed.Routes.LongNames[i];
            lines[i] = builder.AddLine(source, new LineRow(feed.Routes.Ids[i], agency >= 0 ? feed.Agencies[agency].Name : "", name, feed.Routes.Types[i]));
        }

        return lines;
    }

    private static void AddTrips(TimetableBuilder builder, GtfsFeed feed, int[] posts, int[] lines, ShiftedServices services, int[] rules, int firstShape)
    {
        GtfsStopTimes times = feed.StopTimes;
        ILookup<int, GtfsFrequency> frequencies = feed.Frequencies.ToLookup(f => f.Trip);
        List<CallRow> calls = [];
        for (int trip = 0; trip < feed.Trips.Count; trip++)
        {
            // A pattern has no times of its own: its frequencies are shifted, not its calls.
            bool isPattern = feed.PatternTrips.Contains(trip);
            (int first, int end) = (times.TripStart[trip], times.TripStart[trip + 1]);
            int startS = isPattern ? frequencies[trip].Select(f => f.StartSeconds).DefaultIfEmpty().Min() : first < end ? Math.Max(0, times.Departures[first]) : 0;
            foreach ((int service, int shiftS) in services.Of(feed.Trips.Services[trip], startS))
            {
                calls.Clear();
                for (int call = first; call < end; call++)
                {
                    calls.Add(Call(times, call, posts[times.Stops[call]], isPattern ? 0 : shiftS, rules));
                }

                int added = builder.AddTrip(
                    new TripRow(feed.Trips.Ids[trip], lines[feed.Trips.Routes[trip]], service)
                    {
                        Direction = feed.Trips.Directions[trip] >= 0 ? feed.Trips.Directions[trip] : null,
                        Shape = feed.Trips.Shapes[trip] >= 0 ? firstShape + feed.Trips.Shapes[trip] : null,
                        IsPattern = isPattern,
                    },
                    System.Runtime.InteropServices.CollectionsMarshal.AsSpan(calls));
                foreach (GtfsFrequency f in frequencies[trip])
                {
                    builder.AddFrequency(new FrequencyRow(added, f.StartSeconds + shiftS, f.EndSeconds + shiftS, f.HeadwaySeconds, f.IsExact));
                }
            }
        }
    }

    private static CallRow Call(GtfsStopTimes times, int call, int post, int shiftS, int[] rules)
    {
        int pickup = times.PickupBookingRule(call);
        int dropOff = times.DropOffBookingRule(call);
        bool isBlank = times.Arrivals[call] == GtfsStopTimes.NoTime;
        return new CallRow(post, isBlank ? CallRow.NoTime : times.Arrivals[call] + shiftS, isBlank ? CallRow.NoTime : times.Departures[call] + shiftS)
        {
            Pickup = times.PickupTypes[call],
            DropOff = times.DropOffTypes[call],
            PickupRule = pickup >= 0 ? rules[pickup] : null,
            DropOffRule = dropOff >= 0 ? rules[dropOff] : null,
        };
    }

    private static BookingRule Rule(GtfsBookingRule rule) => new(rule.Id, rule.Type)
    {
        PriorNoticeMin = rule.MinNoticeMinutes >= 0 ? rule.MinNoticeMinutes : null,
        PriorNoticeLastDay = rule.LastDay >= 0 ? rule.LastDay : null,
        PriorNoticeLastTimeS = rule.LastTimeSeconds >= 0 ? rule.LastTimeSeconds : null,
        Message = rule.Message,
        Phone = rule.PhoneNumber,
    };
}
