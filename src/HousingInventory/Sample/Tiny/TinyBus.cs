namespace HousingInventory.Sample;

/// <summary>The tiny town's only bus line: x = 600, 300, 0, -4000 and back; 1 minute, 1 minute, 8 minutes.</summary>
internal static class TinyBus
{
    private static readonly int[] MinutesFromEast = [0, 1, 2, 10];

    public static void Fill(SampleTimetable timetable, Func<double, double, Position> at)
    {
        SampleServiceDays.Fill(timetable.Services);
        double[] xs = [600, 300, 0, -4000];
        string[] names = ["Exempelslutet", "Exempelmitten", "Exempelhörnet", "Exempelcentrum"];
        List<StopPost[]> stops = [];
        for (int k = 0; k < xs.Length; k++)
        {
            // Both posts stand on the road itself, so that the walk to them is the walk along the road.
            StopArea stop = new(990_001 + k, names[k], at(xs[k], 0));
            stop.Posts.Add(new StopPost(stop, 1, stop.Middle, "A"));
            stop.Posts.Add(new StopPost(stop, 2, stop.Middle, "B"));
            timetable.Stops.Add(stop);
            stops.Add([.. stop.Posts]);
        }

        BusRoute route = new("1", "Exempelcentrum - Exempelby", 700);
        timetable.Routes.Add(route);
        timetable.Shapes.Add([at(600, 0), at(0, 0), at(-4000, 0)]);
        timetable.Shapes.Add([at(-4000, 0), at(0, 0), at(600, 0)]);
        Trips(timetable, route, stops, SampleServiceDays.TermWeekday, ["06:30", "07:00", "07:30", "12:00", "15:30", "17:00"], ["06:00", "09:00", "12:30", "15:00", "16:30", "18:00", "21:00"]);
        Trips(timetable, route, stops, SampleServiceDays.HolidayWeekday, ["07:00", "15:30"], ["12:30", "16:30"]);
        Trips(timetable, route, stops, SampleServiceDays.Saturday, ["10:00"], ["14:00"]);

        // Friday nights one bus home leaves at 23:55 and arrives at 24:05.
        Trips(timetable, route, stops, SampleServiceDays.FridayNight, [], ["23:55"]);
    }

    private static void Trips(SampleTimetable timetable, BusRoute route, List<StopPost[]> stops, int service, string[] toCentre, string[] fromCentre)
    {
        foreach ((string start, bool inward) in toCentre.Select(t => (t, true)).Concat(fromCentre.Select(t => (t, false))))
        {
            int startS = BusClock.Minutes(start) * 60;
            List<BusCall> calls = [];
            for (int k = 0; k < stops.Count; k++)
            {
                int stop = inward ? k : stops.Count - 1 - k;
                int minutes = inward ? MinutesFromEast[stop] : MinutesFromEast[^1] - MinutesFromEast[stop];
                int time = startS + (minutes * 60);
                calls.Add(new BusCall(stops[stop][inward ? 0 : 1], time, time, 0, 0, true, false));
            }

            timetable.Trips.Add(new BusTrip(route, service, inward ? 1 : 0, inward ? "Exempelcentrum" : "Exempelby", inward ? 1 : 2, calls));
        }
    }
}
