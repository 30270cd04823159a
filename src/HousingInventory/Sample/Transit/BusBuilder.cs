namespace HousingInventory.Sample;

/// <summary>Lays a bus network over the town: lines along the main roads, two town lines, and what only runs when somebody has booked it.</summary>
internal sealed class BusBuilder
{
    // Departures by importance, so that a line with few trips has those that matter for work and school first.
    private static readonly int[] InMinutes =
        Minutes("06:40 15:30 12:10 07:20 17:40 09:30 20:10 05:50 14:20 10:40 18:50 16:20 08:20 21:40 11:20 13:20 19:30 06:10 22:40 05:20");

    private static readonly int[] OutMinutes =
        Minutes("16:10 07:10 12:40 17:15 15:10 20:40 09:10 18:15 13:40 22:15 06:15 10:40 14:20 11:40 19:30 08:10 21:30 05:40 16:40 23:10");

    private readonly SampleTown _town;
    private readonly SampleTimetable _timetable;
    private readonly StopRegister _stops;
    private readonly IReadOnlyList<MainRoad> _roads;
    private readonly int _tenths;
    private readonly Dictionary<(SampleBusPath Path, bool Back), int> _shapes = [];

    /// <param name="smallTown">Six trips where a large town has ten.</param>
    public BusBuilder(SampleTown town, IReadOnlyList<MainRoad> roads, bool smallTown)
    {
        _tenths = smallTown ? 6 : 10;
        _town = town;
        _timetable = town.Timetable;
        _stops = new StopRegister(_timetable);
        _roads = roads;
        SampleServiceDays.Fill(_timetable.Services);
    }

    public void RegionalLines()
    {
        int platform = 0;
        foreach ((string number, int[] through, int tripsADay) in Skelleftea.Lines)
        {
            platform++;
            List<MainRoad> roads = [.. through.Skip(1).Select((to, k) => _roads.First(r => r.From == through[k] && r.To == to))];
            SampleBusPath path = SampleBusPath.Along(_stops, _town.Localities, roads);
            string far = _town.Localities[through[^1]].Name;
            Line line = new(new BusRoute(number, $"{_town.Localities[0].Name} - {far}", 700), path, platform, number == "25");
            _timetable.Routes.Add(line.Route);
            Week(line, tripsADay, _town.Localities[0].Name, far);
            Add(line, SampleServiceDays.FridayNight, back: false, BusClock.Minutes("23:50"), far);
            if (number == "26")
            {
                // The last bus home on term days only runs beyond its middle when somebody has booked.
                Add(line, SampleServiceDays.TermWeekday, back: false, BusClock.Minutes("22:50"), far, bookedFrom: path.Stops.Count / 2);
            }

            if (number == "23")
            {
                Extra(line, new BusRoute("823", "Skolskjuts Ersmark", 712), SampleServiceDays.SchoolBus, back: true, BusClock.Minutes("07:05"));
            }

            if (number == "24")
            {
                Extra(line, new BusRoute("824", "Ersättningsbuss för tåg", 714), SampleServiceDays.TermWeekday, back: false, BusClock.Minutes("11:05"));
            }
        }
    }

    /// <summary>Two lines that cross in the centre.</summary>
    public void TownLines(StreetGrid centre)
    {
        foreach (bool eastWest in new[] { true, false })
        {
            List<Position> streets = centre.Across(eastWest);
            if (streets.Count < 3)
            {
                continue;
            }

            SampleBusPath path = SampleBusPath.Through(_stops, _town.Localities[0], streets);
            Line line = new(new BusRoute(eastWest ? "1" : "2", eastWest ? "Väster - Öster" : "Söder - Norr", 700), path, eastWest ? 7 : 8, false);
            _timetable.Routes.Add(line.Route);
            Week(line, 20, eastWest ? "Väster" : "Söder", eastWest ? "Öster" : "Norr");
        }
    }

    /// <summary>Trips to and from side villages that run on Tuesdays and Thursdays when booked; the first village's are demand-responsive buses.</summary>
    public void BookedLines(IReadOnlyList<(string Name, Position End, MainRoad Road, int Vertex)> villages)
    {
        int number = 900;
        foreach ((string name, Position end, _, _) in villages.Take(40))
        {
            SampleLocality near = _town.Localities.MinBy(l => l.Centre.DistanceM(end))!;
            StopArea village = _stops.At(end, $"{name} by");
            StopArea centre = _stops.At(near.Centre, null, near);
            BusRoute route = new((++number).ToString(System.Globalization.CultureInfo.InvariantCulture), $"Närtrafik {name}", number == 901 ? 715 : 1501);
            _timetable.Routes.Add(route);

            // Taxis drive there at 15 m/s on roads that are a third longer than the crow flies.
            int seconds = (int)(end.DistanceM(near.Centre) * 4 / 3 / 15 / 60) * 60;
            StopPost home = StopRegister.Post(village, near.Centre, end, back: false, 0);
            StopPost town = StopRegister.Post(centre, end, near.Centre, back: false, 9);
            foreach ((StopPost from, StopPost to, int start, int direction) in new[] { (home, town, BusClock.Minutes("09:30") * 60, 1), (town, home, BusClock.Minutes("13:00") * 60, 0) })
            {
                _timetable.Trips.Add(new BusTrip(
                    route,
                    SampleServiceDays.Booked,
                    direction,
                    direction == 1 ? near.Name : name,
                    0,
                    [new BusCall(from, start, start, 2, 1, true, true), new BusCall(to, start + seconds, start + seconds, 1, 2, true, true)]));
            }
        }
    }

    private void Week(Line line, int tripsInLargeTown, string home, string far)
    {
        int tripsADay = Math.Max(4, tripsInLargeTown * _tenths / 10);
        foreach ((int service, int trips) in new[]
        {
            (SampleServiceDays.TermWeekday, tripsADay),
            (SampleServiceDays.HolidayWeekday, Math.Max(2, tripsADay * 6 / 10)),
            (SampleServiceDays.Saturday, Math.Max(2, tripsADay / 3)),
            (SampleServiceDays.Sunday, Math.Max(1, tripsADay / 5)),
        })
        {
            for (int k = 0; k < trips; k++)
            {
                Add(line, service, back: false, OutMinutes[k], far);
                Add(line, service, back: true, InMinutes[k], home);
            }
        }
    }

    private void Extra(Line like, BusRoute route, int service, bool back, int startMinute)
    {
        _timetable.Routes.Add(route);
        Add(like with { Route = route }, service, back, startMinute, route.LongName);
    }

    private void Add(Line line, int service, bool back, int startMinute, string headsign, int bookedFrom = int.MaxValue)
    {
        SampleBusPath path = line.Path;
        int[] times = path.MinutesInSeconds(back);
        List<BusCall> calls = [];
        for (int k = 0; k < times.Length; k++)
        {
            (StopArea stop, int point, bool rural) = path.Stops[back ? ^(k + 1) : k];
            Position here = path.Line[point];
            Position next = path.Line[point + 1 < path.Line.Count ? point + 1 : point - 1];
            bool forwards = point + 1 < path.Line.Count;
            StopPost post = StopRegister.Post(stop, forwards == back ? next : here, forwards == back ? here : next, back, PlatformAt(line, stop));
            int time = (startMinute * 60) + times[k];
            bool last = k == times.Length - 1;
            bool booked = k >= bookedFrom;
            bool blank = line.Blank && rural;

            // Boarding in the countryside is agreed with the driver (3); at the last call the register does not say that nobody can board.
            int pickUp = booked ? 2 : rural ? 3 : 0;
            calls.Add(new BusCall(post, blank ? -1 : time, blank ? -1 : time, last ? 0 : pickUp, k == 0 ? 1 : booked ? 2 : rural ? 3 : 0, !rural, booked));
        }

        _timetable.Trips.Add(new BusTrip(line.Route, service, back ? 1 : 0, headsign, Shape(path, back), calls));
    }

    private int PlatformAt(Line line, StopArea stop) => stop.Middle == _town.Localities[0].Centre ? line.Platform : 0;

    private int Shape(SampleBusPath path, bool back)
    {
        if (!_shapes.TryGetValue((path, back), out int shape))
        {
            _timetable.Shapes.Add(back ? [.. path.Line.AsEnumerable().Reverse()] : path.Line);
            shape = _timetable.Shapes.Count;
            _shapes.Add((path, back), shape);
        }

        return shape;
    }

    private static int[] Minutes(string times) => [.. times.Split(' ').Select(BusClock.Minutes)];

    /// <summary>A line: its route, its way, its platform at the bus station, and whether the feed leaves the times at small stops blank.</summary>
    private sealed record Line(BusRoute Route, SampleBusPath Path, int Platform, bool Blank);
}
