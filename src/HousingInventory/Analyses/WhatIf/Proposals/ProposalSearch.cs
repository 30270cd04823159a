using System.Globalization;
using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Export;
using HousingInventory.Formats;
using HousingInventory.Model;
using HousingInventory.Routing.Roads;
using HousingInventory.Routing.Spatial;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace HousingInventory.Analyses.WhatIf.Proposals;

/// <summary>Finds changes that might help, cheaply: by geometry, and by the minutes that errands miss. Whether they do is for the evaluation to say.</summary>
internal sealed class ProposalSearch
{
    private const int StepMin = 5;
    private const int MostMovedMin = 15;
    private const int LeastHeadwayS = 600;
    private const double CourseStepM = 100;
    private const double LongestDetourM = 15_000;
    private const double DetourStopM = 800;

    /// <summary>A drawing of so few points that it still lies on its roads.</summary>
    private const double ThinnedM = 5;

    private readonly Results _baseline;
    private readonly ScenarioSetting _base;
    private readonly BusRoads? _roads;
    private readonly TripBook _book;
    private readonly CrsTransform _toDegrees;

    /// <param name="baseline">The list as it is.</param>
    /// <param name="base">The base's own rules.</param>
    /// <param name="tools">Roads and centre.</param>
    /// <param name="edit">The timetable.</param>
    public ProposalSearch(Results baseline, ScenarioSetting @base, ScenarioTools tools, TimetableEdit edit)
    {
        (_baseline, _base, _roads, _book) = (baseline, @base, tools.Roads, new TripBook(edit, tools.Centre));
        _toDegrees = CrsTransform.Between(baseline.Frame.Crs, CrsTable.Wgs84);
    }

    private double WithinM => _base.Candidates.StopWithinM ?? 0;

    /// <summary>The trip of each near miss, moved by the miss rounded up to five minutes, at most fifteen.</summary>
    public IEnumerable<ProposedChange> Shifts(IReadOnlyList<NearMiss> misses)
    {
        foreach (IGrouping<(int Group, string? Direction, int StartS, bool IsLate), (NearMiss Miss, int Trip)> same in
            Ridden(misses).GroupBy(m => (_book.Group(m.Trip), _book.Direction(m.Trip), _book.Start(m.Trip), m.Miss.IsLate)))
        {
            for (int minutes = StepMin; minutes <= MostMovedMin; minutes += StepMin)
            {
                int moved = same.Key.IsLate ? -minutes : minutes;
                (NearMiss Miss, int Trip)[] covered =
                [
                    .. same.Where(m => m.Miss.Errand.MissS <= minutes * 60 && _book.KeepsHeadway(m.Trip, m.Miss.Errand.Day, moved * 60, LeastHeadwayS)),
                ];
                string line = _book.LineText(same.Key.Group), time = Clock.Text(same.Key.StartS)!;
                ShiftDepartures change = new()
                {
                    Line = line,
                    Direction = same.Key.Direction,
                    Trips = TripChoice.Of([time]),
                    Minutes = moved,
                    Days = Days(covered.Select(m => m.Miss.Errand.Day)),
                };
                string sooner = same.Key.IsLate ? "tidigare" : "senare", soonerEn = same.Key.IsLate ? "earlier" : "later";
                string key = $"{same.Key.StartS:D6} {same.Key.Direction} {minutes:D2}";
                yield return new ProposedChange("shift_" + line, key, change, Homes(covered.Select(m => m.Miss.Building)), 0)
                {
                    MovedMin = minutes,
                    Label = ($"Linje {line}, turen {time}: {minutes} min {sooner}", $"Line {line}, trip {time}: {minutes} min {soonerEn}"),
                };
            }
        }
    }

    /// <summary>
    /// Places every 100 m along a line that a home lies near which lacks nothing but a stop; not where the line stops already. Of places for the same homes the
    /// one nearest to them comes first.
    /// </summary>
    public IEnumerable<ProposedChange> PassedStops(IReadOnlySet<int> wanted)
    {
        HomeGrid grid = new(_baseline, wanted, WithinM);
        TimetableEdit edit = _book.Edit;
        ILookup<(string, string), int> groups = Enumerable.Range(0, edit.LineCount).ToLookup(l => (edit.Line(l).Agency, edit.Line(l).Name), edit.GroupOf);
        ILookup<int, int> posts = _book.Named.SelectMany(t => _book.Calls(t).Select(c => (Group: _book.Group(t), c.Post))).Distinct()
            .ToLookup(p => p.Group, p => p.Post);
        IReadOnlyList<LineCourse> courses = _baseline.Surroundings.Transit!.LineCourses;
        foreach (LineCourse course in courses.Where(c => c.Line.Length > 0 && c.Trips >= _base.Candidates.StopMinDepartures))
        {
            int group = groups[(course.Agency, course.Line)].FirstOrDefault(-1);
            (double X, double Y)[] stops = [.. posts[group].Where(edit.IsPlaced).Select(edit.PlaceOf)];
            PointGrid there = new([.. stops.Select(s => s.X)], [.. stops.Select(s => s.Y)]);
            HashSet<(long, long)> seen = [];
            foreach (Coordinate place in group < 0 ? [] : Along(course.Course))
            {
                (long x, long y) = ((long)(place.X / CourseStepM), (long)(place.Y / CourseStepM));
                int[] homes = seen.Add((x, y)) && there.Nearest(place.X, place.Y, CourseStepM) == PointHit.None ? grid.Near(place.X, place.Y) : [];
                if (homes.Length > 0)
                {
                    string line = _book.LineText(group);
                    string key = FormattableString.Invariant($"{grid.SumM(place.X, place.Y, homes):0000000000} {x:D8} {y:D8}");
                    yield return new ProposedChange("stop_" + line, key, new AddStop { Line = line, Place = Degrees(place.X, place.Y) }, homes, 0)
                    {
                        Label = ($"Linje {line}: hållplats vid {Locality(homes)}", $"Line {line}: stop at {Locality(homes)}"),
                    };
                }
            }
        }
    }

    /// <summary>Booked lines with such homes near their posts, or whose rides homes would have to order.</summary>
    public IEnumerable<ProposedChange> OrdinaryLines(IReadOnlySet<int> wanted, Lacks lacks)
    {
        HomeGrid grid = new(_baseline, wanted, WithinM);
        ILookup<int, int> helped = lacks.Booked.Select(b => (b.Building, Trip: _book.Of(b.Ride, b.Day))).Where(b => b.Trip >= 0)
            .ToLookup(b => _book.Group(b.Trip), b => b.Building);
        IEnumerable<int> trips = _book.Named.Where(t => Array.Exists(_book.Calls(t), c => c.Board == TrafficKind.Booked || c.Alight == TrafficKind.Booked));
        foreach (IGrouping<int, int> booked in trips.GroupBy(_book.Group))
        {
            IEnumerable<int> posts = booked.SelectMany(_book.Calls).Select(c => c.Post).Distinct().Where(_book.Edit.IsPlaced);
            string line = _book.LineText(booked.Key);
            yield return new ProposedChange(
                "ordinary_" + line, line, new MakeOrdinary { Line = line, Days = [DayWord.Daily] },
                Homes([.. WithinM > 0 ? grid.NearAny(posts.Select(_book.Edit.PlaceOf)) : [], .. helped[booked.Key]]), 0)
            {
                Label = ($"Linje {line} utan beställning", $"Line {line} without ordering"),
            };
        }
    }

    /// <summary>A trip more where an errand needs one: in by its start, or out after its end.</summary>
    public IEnumerable<ProposedChange> Departures(IReadOnlyList<NearMiss> misses)
    {
        int slackS = _base.Rules.Transit.BoardSlackS;
        foreach (IGrouping<(int Group, string? Direction, string Stop, int TimeS, bool IsLate), (NearMiss Miss, int Trip)> same in
            Ridden(misses.Where(m => m.Errand.Fixed is not null))
                .GroupBy(m => (_book.Group(m.Trip), _book.Direction(m.Trip), m.Miss.Stop, m.Miss.NeededS(slackS), m.Miss.IsLate)))
        {
            string line = _book.LineText(same.Key.Group), time = Clock.Text(same.Key.TimeS)!;
            (string stop, bool isLate) = (same.Key.Stop, same.Key.IsLate);
            AddDepartures change = new()
            {
                Line = line,
                At = stop,
                Direction = same.Key.Direction,
                Days = Days(same.Select(m => m.Miss.Errand.Day)),
                ArriveBy = isLate ? [time] : null,
                LeaveAfter = isLate ? null : [time],
            };
            string kind = isLate ? "arrive_" : "leave_", key = $"{same.Key.TimeS:D6} {same.Key.Direction} {stop}";
            yield return new ProposedChange(kind + line, key, change, Homes(same.Select(m => m.Miss.Building)), _book.LengthM(same.First().Trip) / 1000)
            {
                Label = isLate ? ($"Linje {line}: en tur framme vid {stop} {time}", $"Line {line}: a trip that is at {stop} by {time}")
                    : ($"Linje {line}: en tur från {stop} {time}", $"Line {line}: a trip from {stop} at {time}"),
            };
        }
    }

    /// <summary>Crossings with such homes near, by the quickest road from the nearest served post: an extension from a terminal, else a detour.</summary>
    public IEnumerable<ProposedChange> Detours(IReadOnlySet<int> wanted)
    {
        if (_roads is not { } roads || wanted.Count == 0 || _book.Edit.Days.Chosen(ServiceDayType.Term) is null)
        {
            yield break;
        }

        IReadOnlyList<ServedPost> served = ServedPost.All(_book);
        BusSearch search = new(roads, isQuickest: true);
        search.Spread([.. served.Select(s => _book.Edit.PlaceOf(s.Post))], ScenarioTools.StopToRoadM, LongestDetourM);
        HomeGrid grid = new(_baseline, wanted, WithinM);
        foreach ((int node, double metres, int source) in search.ReachedFrom)
        {
            (double x, double y) = roads.PlaceOf(node);
            if (metres < CourseStepM || grid.Near(x, y).Length == 0)
            {
                continue;
            }

            BusPath path = search.PathTo(node);
            int count = Math.Max(1, (int)Math.Round(path.LengthM / DetourStopM, MidpointRounding.AwayFromZero));
            (double X, double Y)[] stops = [.. Enumerable.Range(1, count).Select(i => path.PlaceAt(path.LengthM * i / count))];
            yield return Outward(served[source], path, stops, grid.NearAny(stops), node);
        }
    }

    /// <summary>The misses whose ride is a trip of the timetable, with it.</summary>
    private IEnumerable<(NearMiss Miss, int Trip)> Ridden(IEnumerable<NearMiss> misses) =>
        misses.Select(m => (Miss: m, Trip: _book.Of(m.Ride, m.Errand.Day))).Where(m => m.Trip >= 0);

    private ProposedChange Outward(ServedPost post, BusPath path, (double X, double Y)[] stops, int[] homes, int node)
    {
        string line = _book.LineText(post.Group), at = _book.Edit.IdOf(post.Post), name = _book.Edit.NameOf(post.Post);
        Draw draw = new() { Line = Thinned(path), Stops = [.. stops.Select(s => Degrees(s.X, s.Y))] };
        Change change = post.IsTerminal
            ? new ExtendLine { Line = line, At = at, Draw = draw, Trips = post.Trips }
            : new Detour { Line = line, After = at, Draw = draw, Trips = post.Trips };
        string km = (path.LengthM / 1000).ToString("F1", CultureInfo.InvariantCulture), sv = km.Replace('.', ','), place = Locality(homes);
        double drivenKm = (post.IsTerminal ? 1 : 2) * path.LengthM / 1000 * post.Trips.Times.Count;
        return new ProposedChange((post.IsTerminal ? "extend_" : "detour_") + line, $"{node:D10}", change, homes, drivenKm)
        {
            Label = post.IsTerminal ? ($"Linje {line} vidare från {name} till {place}, {sv} km", $"Line {line} on from {name} to {place}, {km} km")
                : ($"Linje {line} in till {place} efter {name}, {sv} km", $"Line {line} by {place} after {name}, {km} km"),
        };
    }

    private static int[] Homes(IEnumerable<int> homes) => [.. homes.Distinct().Order()];

    /// <summary>The first five words for days are the types themselves.</summary>
    private static DayWord[] Days(IEnumerable<ServiceDayType> days) => [.. days.Distinct().Order().Select(d => (DayWord)(int)d)];

    /// <summary>Where most of some homes lie.</summary>
    private string Locality(int[] homes) => homes.Length == 0 ? ""
        : homes.GroupBy(h => _baseline.Flags.Locality[h], StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    private static IEnumerable<Coordinate> Along(MultiLineString course)
    {
        foreach (LineString line in course.Geometries.Cast<LineString>().Where(l => l.Length > 0))
        {
            NetTopologySuite.LinearReferencing.LengthIndexedLine along = new(line);
            for (double m = CourseStepM; m < line.Length; m += CourseStepM)
            {
                yield return along.ExtractPoint(m);
            }
        }
    }

    private IReadOnlyList<double>[] Thinned(BusPath path)
    {
        LineString line = GeometryFactory.Default.CreateLineString([.. path.X.Zip(path.Y, (x, y) => new Coordinate(x, y))]);
        return [.. DouglasPeuckerSimplifier.Simplify(line, ThinnedM).Coordinates.Select(c => Degrees(c.X, c.Y))];
    }

    private double[] Degrees(double x, double y)
    {
        (double lon, double lat) = _toDegrees.Apply(x, y);
        return [Math.Round(lon, 7), Math.Round(lat, 7)];
    }
}
