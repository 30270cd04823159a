using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Formats.Gtfs;
using HousingInventory.Import;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Prepare;

/// <summary>
/// Where the lines of a day run: from the feed's shapes; without them along the shortest car path between consecutive stops; else straight from stop to stop.
/// </summary>
internal static class LineCourses
{
    private const double MaxToRoadM = 500;

    public static IReadOnlyList<LineCourse> Of(
        IReadOnlyList<(string SourceId, GtfsFeed Feed)> feeds, RoadGraph? network, Timetable timetable, DayTrips day, CrsTransform transform, Run run)
    {
        List<(GtfsFeed Feed, int FirstShape)> shapes = [];
        int firstShape = 0;
        foreach ((_, GtfsFeed feed) in feeds)
        {
            shapes.Add((feed, firstShape));
            firstShape += feed.Shapes.Count;
        }

        SortedDictionary<int, (int Trips, SortedSet<int> Shapes, SortedSet<(int From, int To)> Hops)> byLine = [];
        int withoutShape = 0;
        for (int r = 0; r < day.RunCount; r++)
        {
            int trip = day.TripOf(r);
            if (!day.IsOfTheDay(r) || !IsOrdinary(timetable, trip))
            {
                continue;
            }

            int group = timetable.Lines.GroupOf(timetable.Trips.LineOf(trip));
            (int trips, SortedSet<int> lineShapes, SortedSet<(int, int)> hops) = byLine.TryGetValue(group, out var known) ? known : (0, [], []);
            int shape = timetable.Trips.ShapeOf(trip);
            if (shape >= 0 && PointCount(shapes, shape) >= 2)
            {
                lineShapes.Add(shape);
            }
            else
            {
                withoutShape++;
                AddHops(timetable, trip, hops);
            }

            byLine[group] = (trips + 1, lineShapes, hops);
        }

        if (withoutShape > 0)
        {
            run.Notice(new LineGeometryMissing(withoutShape));
        }

        RoadHops roads = new(network, MaxToRoadM);
        List<LineCourse> courses = [];
        foreach ((int group, (int trips, SortedSet<int> lineShapes, SortedSet<(int From, int To)> hops)) in byLine)
        {
            List<LineString> parts = [];
            parts.AddRange(lineShapes.Select(s => Shape(shapes, s, transform)));
            parts.AddRange(hops.Select(h => roads.Between(timetable.Posts.PositionOf(h.From), timetable.Posts.PositionOf(h.To))));
            LineRow line = timetable.Lines[group];
            courses.Add(new LineCourse(line.Name, line.Agency, trips, GeometryFactory.Default.CreateMultiLineString([.. parts])));
        }

        return courses;
    }

    /// <summary>Courses on a changed timetable: each line runs where it ran, and where it was added; one without ordinary trips has none.</summary>
    public static IReadOnlyList<LineCourse> Again(
        IReadOnlyList<LineCourse> old, Timetable timetable, DayTrips day, IReadOnlyList<(string Agency, string Line, LineString Course)> added)
    {
        Dictionary<(string Agency, string Line), int> trips = [];
        for (int r = 0; r < day.RunCount; r++)
        {
            int trip = day.TripOf(r);
            if (day.IsOfTheDay(r) && IsOrdinary(timetable, trip))
            {
                LineRow line = timetable.Lines[timetable.Lines.GroupOf(timetable.Trips.LineOf(trip))];
                trips[(line.Agency, line.Name)] = trips.GetValueOrDefault((line.Agency, line.Name)) + 1;
            }
        }

        (string Agency, string Line)[] lines = [.. old.Select(c => (c.Agency, c.Line)).Concat(added.Select(a => (a.Agency, a.Line))).Distinct().Where(trips.ContainsKey)];
        return
        [
            .. lines.Select(l => new LineCourse(l.Line, l.Agency, trips[l], GeometryFactory.Default.CreateMultiLineString(
                [.. old.Where(c => c.Line == l.Line && c.Agency == l.Agency).SelectMany(c => c.Course.Geometries.Cast<LineString>()), .. added.Where(a => a.Line == l.Line && a.Agency == l.Agency).Select(a => a.Course)]))),
        ];
    }

    private static bool IsOrdinary(Timetable timetable, int trip)
    {
        (int first, int end) = timetable.Trips.CallsOf(trip);
        for (int call = first; call < end - 1; call++)
        {
            if (timetable.Trips.BoardingAt(call) == TrafficKind.Ordinary)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddHops(Timetable timetable, int trip, SortedSet<(int From, int To)> hops)
    {
        (int first, int end) = timetable.Trips.CallsOf(trip);
        int from = -1;
        for (int call = first; call < end; call++)
        {
            int to = timetable.Trips.PostOf(call);
            if (!timetable.Posts.IsPlaced(to))
            {
                continue;
            }

            if (from >= 0 && from != to)
            {
                hops.Add((from, to));
            }

            from = to;
        }
    }

    private static int PointCount(List<(GtfsFeed Feed, int FirstShape)> shapes, int shape)
    {
        (GtfsFeed feed, int first) = shapes.FindLast(s => s.FirstShape <= shape);
        return feed.Shapes.PointStart[shape - first + 1] - feed.Shapes.PointStart[shape - first];
    }

    private static LineString Shape(List<(GtfsFeed Feed, int FirstShape)> shapes, int shape, CrsTransform transform)
    {
        (GtfsFeed feed, int first) = shapes.FindLast(s => s.FirstShape <= shape);
        int from = feed.Shapes.PointStart[shape - first];
        Coordinate[] points = new Coordinate[feed.Shapes.PointStart[shape - first + 1] - from];
        for (int i = 0; i < points.Length; i++)
        {
            (double x, double y) = transform.Apply(feed.Shapes.Longitudes[from + i], feed.Shapes.Latitudes[from + i]);
            points[i] = new Coordinate(x, y);
        }

        return GeometryFactory.Default.CreateLineString(points);
    }

    /// <summary>Draws a bus from stop to stop along the car network.</summary>
    private sealed class RoadHops(RoadGraph? network, double maxToRoadM)
    {
        private readonly EdgeIndex? _index = network is null ? null : new EdgeIndex(network, RoadMode.Car);
        private readonly PathSearch? _search = network is null ? null : PathSearch.ByCar(network);

        public LineString Between((double X, double Y) from, (double X, double Y) to)
        {
            Coordinate start = new(from.X, from.Y);
            Coordinate end = new(to.X, to.Y);
            if (_index is not null)
            {
                Connections a = _index.Connect(from.X, from.Y, maxToRoadM);
                Connections b = _index.Connect(to.X, to.Y, maxToRoadM);
                if (a.IsConnected && b.IsConnected && _search!.Find(a, b) is { } path)
                {
                    Coordinate[] points = [.. path.X.Zip(path.Y, (x, y) => new Coordinate(x, y))];
                    return GeometryFactory.Default.CreateLineString(points);
                }
            }

            return GeometryFactory.Default.CreateLineString([start, end]);
        }
    }
}
