using HousingInventory.Formats.Gtfs;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>A real feed as a timetable. Positions are metres on a plane that touches the feed's middle latitude: near enough to find neighbours.</summary>
internal static class RealFeed
{
    private const double MetresPerDegree = 111_320;

    public static Timetable Read(params string[] path)
    {
        GtfsFeed feed = GtfsReader.Read(RepositoryRoot.RealData(path));
        double middle = feed.Stops.Latitudes.Where(l => l != 0).DefaultIfEmpty(0).Average() * Math.PI / 180;
        TimetableBuilder builder = new();
        int source = builder.AddSource("feed", feed.FeedInfo?.Start, feed.FeedInfo?.End);
        for (int stop = 0; stop < feed.Stops.Count; stop++)
        {
            bool placed = feed.Stops.HasPosition(stop);
            double x = placed ? feed.Stops.Longitudes[stop] * MetresPerDegree * Math.Cos(middle) : 0;
            double y = placed ? feed.Stops.Latitudes[stop] * MetresPerDegree : 0;
            string? station = feed.Stops.Parents[stop] is var parent and >= 0 ? feed.Stops.Ids[parent] : null;
            builder.AddPost(source, new PostRow(feed.Stops.Ids[stop], feed.Stops.Names[stop], x, y) { ParentStation = station, Unplaced = !placed });
        }

        for (int route = 0; route < feed.Routes.Count; route++)
        {
            builder.AddLine(source, new LineRow(feed.Routes.Ids[route], "", feed.Routes.ShortNames[route], feed.Routes.Types[route]));
        }

        for (int service = 0; service < feed.Services.Count; service++)
        {
            builder.AddService(source);
            foreach (DateOnly date in feed.Services.Dates(service))
            {
                builder.AddDate(service, date);
            }
        }

        AddTrips(builder, feed);
        foreach (GtfsTransfer t in feed.Transfers)
        {
            int? minTransferS = t.MinTransferSeconds < 0 ? null : t.MinTransferSeconds;
            builder.AddTransfer(source, new TransferRow(IdOf(feed.Stops.Ids, t.FromStop) ?? "", IdOf(feed.Stops.Ids, t.ToStop) ?? "", t.Type, minTransferS)
            {
                FromTrip = IdOf(feed.Trips.Ids, t.FromTrip),
                ToTrip = IdOf(feed.Trips.Ids, t.ToTrip),
            });
        }

        return builder.Build();
    }

    /// <summary>Straight walks between all placed posts within a limit, 80 m a minute.</summary>
    public static TransferWalks Walks(Timetable timetable, double withinM)
    {
        int[] byX = [.. Enumerable.Range(0, timetable.Posts.Count).Where(timetable.Posts.IsPlaced).OrderBy(p => timetable.Posts.PositionOf(p).X)];
        List<(int, int, int)> walks = [];
        for (int i = 0; i < byX.Length; i++)
        {
            (double x, double y) = timetable.Posts.PositionOf(byX[i]);
            for (int j = i + 1; j < byX.Length && timetable.Posts.PositionOf(byX[j]).X - x <= withinM; j++)
            {
                (double otherX, double otherY) = timetable.Posts.PositionOf(byX[j]);
                double distance = double.Hypot(otherX - x, otherY - y);
                if (distance <= withinM)
                {
                    walks.Add((byX[i], byX[j], WalkS(distance)));
                    walks.Add((byX[j], byX[i], WalkS(distance)));
                }
            }
        }

        return TransferWalks.From(timetable.Posts.Count, walks);
    }

    /// <summary>Posts within a limit of a point, and the walk to each.</summary>
    public static (int[] Posts, int[] Seconds) Near(Timetable timetable, double x, double y, double withinM)
    {
        (int Post, double Distance)[] near =
        [
            .. Enumerable.Range(0, timetable.Posts.Count).Where(timetable.Posts.IsPlaced)
                .Select(p => (p, double.Hypot(timetable.Posts.PositionOf(p).X - x, timetable.Posts.PositionOf(p).Y - y))).Where(p => p.Item2 <= withinM),
        ];
        return ([.. near.Select(n => n.Post)], [.. near.Select(n => WalkS(n.Distance))]);
    }

    private static string? IdOf(string[] ids, int index) => index < 0 ? null : ids[index];

    private static int WalkS(double metres) => (int)Math.Ceiling(metres * 0.75);

    private static void AddTrips(TimetableBuilder builder, GtfsFeed feed)
    {
        GtfsStopTimes times = feed.StopTimes;
        for (int trip = 0; trip < feed.Trips.Count; trip++)
        {
            CallRow[] calls = new CallRow[times.TripStart[trip + 1] - times.TripStart[trip]];
            for (int i = 0; i < calls.Length; i++)
            {
                int call = times.TripStart[trip] + i;
                calls[i] = new CallRow(times.Stops[call], times.Arrivals[call], times.Departures[call])
                {
                    Pickup = times.PickupTypes[call],
                    DropOff = times.DropOffTypes[call],
                };
            }

            int? direction = feed.Trips.Directions[trip] < 0 ? null : feed.Trips.Directions[trip];
            builder.AddTrip(new TripRow(feed.Trips.Ids[trip], feed.Trips.Routes[trip], feed.Trips.Services[trip]) { Direction = direction }, calls);
        }

        foreach (GtfsFrequency f in feed.Frequencies)
        {
            builder.AddFrequency(new FrequencyRow(f.Trip, f.StartSeconds, f.EndSeconds, f.HeadwaySeconds, f.IsExact));
        }
    }
}
