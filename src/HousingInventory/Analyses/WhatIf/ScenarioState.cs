using System.Globalization;
using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Diagnostics;
using HousingInventory.Model;
using HousingInventory.Routing.Transit;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>The timetable of a scenario while its changes are made, and what there is to tell of them.</summary>
internal sealed class ScenarioState
{
    private int _newStops;

    public ScenarioState(string name, TimetableEdit edit, ScenarioTools tools, NoticeLog notices)
    {
        (Name, Edit, Tools, Notices) = (name, edit, tools, notices);
        Named = new NamedTrips(this);
        Hops = new Hops(tools, post => edit.IsPlaced(post) ? edit.PlaceOf(post) : null);
    }

    /// <summary>Name of the scenario.</summary>
    public string Name { get; }

    public TimetableEdit Edit { get; }

    public ScenarioTools Tools { get; }

    public NoticeLog Notices { get; }

    public Hops Hops { get; }

    /// <summary>Which trips a change names.</summary>
    public NamedTrips Named { get; }

    /// <summary>Groups of lines that were touched.</summary>
    public SortedSet<int> Touched { get; } = [];

    /// <summary>Courses for the map, in the order of the changes.</summary>
    public List<ScenarioLine> Lines { get; } = [];

    /// <summary>Posts that were added.</summary>
    public List<int> NewPosts { get; } = [];

    /// <summary>The factor of each calibrated line.</summary>
    public SortedDictionary<string, double> SpeedFactors { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a notice of this scenario.</summary>
    public void Notice(Notice notice) => Notices.Add(notice with { Source = Name });

    /// <summary>The line that passengers know by a name: the number of its group.</summary>
    /// <exception cref="ChangeException">There is none, or several.</exception>
    public int FindLine(string said, string? source)
    {
        List<int> groups = [];
        SortedSet<string> names = new(StringComparer.Ordinal);
        for (int line = 0; line < Edit.LineCount; line++)
        {
            LineRow row = Edit.Line(line);
            names.Add(row.Name);
            if ((row.Name == said || $"{row.Agency} {row.Name}" == said) && (source is null || SourceId(line) == source) && !groups.Contains(Edit.GroupOf(line)))
            {
                groups.Add(Edit.GroupOf(line));
            }
        }

        if (groups.Count == 1)
        {
            return groups[0];
        }

        if (groups.Count > 1)
        {
            throw new ChangeException($".line '{said}' is printed by {string.Join(", ", groups.Select(g => Edit.Line(g).Agency))}: add agency, as in '{Edit.Line(groups[0]).Agency} {said}'");
        }

        string near = string.Join(", ", names.Where(n => n.Length > 0).OrderBy(n => Nearest.Distance(said.ToLowerInvariant(), n.ToLowerInvariant())).ThenBy(n => n, StringComparer.Ordinal).Take(3));
        throw new ChangeException($".line '{said}' is not in the timetable; near: {near}");
    }

    /// <summary>Id of a line's source.</summary>
    public string SourceId(int line) => Sources[Edit.SourceOf(line)];

    /// <summary>Ids of the sources.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Name of a line's group.</summary>
    public string LineName(int group) => Edit.Line(group).Name;

    /// <summary>Trips of a line that run on any date of some types, by departure, then number.</summary>
    public IEnumerable<int> Running(int group, IReadOnlyList<ServiceDayType> days) => Enumerable.Range(0, Edit.TripCount)
        .Where(t => Edit.GroupOf(Edit.LineOf(t)) == group && Edit.RunsOnAny(t, days)).OrderBy(Start).ThenBy(t => t);

    /// <summary>Departure at the first stop, seconds.</summary>
    public int Start(int trip) => Edit.CallsOf(trip)[0].DepartureS;

    /// <summary>The position of a call to be kept: that nearest the centre, the first, the last, or at a stop of a name.</summary>
    public int KeepOf(string keep, TripCall[] calls)
    {
        int named = Array.FindIndex(calls, c => Edit.NameOf(c.Post) == keep);
        return keep switch
        {
            "start" => 0,
            "end" => calls.Length - 1,
            "centre" => Tools.Centre is { } centre ? Enumerable.Range(0, calls.Length).MinBy(i => DistanceM(calls[i].Post, centre)) : 0,
            _ => named >= 0 ? named : throw new ChangeException($".keep names '{keep}', where the line does not stop; it may be centre, start, end or a stop of the line"),
        };
    }

    /// <summary>The posts of a stop by name or id.</summary>
    /// <exception cref="ChangeException">There is none.</exception>
    public List<int> FindStop(string said, string at)
    {
        List<int> posts = [.. Enumerable.Range(0, Edit.PostCount).Where(p => Edit.NameOf(p) == said || Edit.IdOf(p) == said)];
        return posts.Count > 0 ? posts
            : throw new ChangeException($"{at} '{said}' is not in the timetable; near: {Nearest.Of(said, Enumerable.Range(0, Edit.PostCount).Select(Edit.NameOf).Where(n => n.Length > 0).DefaultIfEmpty(""))}");
    }

    /// <summary>The stop of a line that a word names: "centre" for the one nearest the centre, else a stop's name.</summary>
    public Func<int, bool> StopOfLine(string said, IEnumerable<int> trips, string at)
    {
        int[] posts = [.. trips.SelectMany(Edit.CallsOf).Select(c => c.Post).Distinct().Order()];
        if (said != "centre")
        {
            HashSet<int> named = [.. posts.Where(p => Edit.NameOf(p) == said || Edit.IdOf(p) == said)];
            return named.Count > 0 ? named.Contains
                : throw new ChangeException($"{at} '{said}' is no stop of the line; near: {Nearest.Of(said, posts.Select(Edit.NameOf).DefaultIfEmpty(""))}");
        }

        Coordinate centre = Tools.Centre ?? throw new ChangeException($"{at} is the centre, and the configuration has none");
        int nearest = posts.Where(Edit.IsPlaced).OrderBy(p => DistanceM(p, centre)).ThenBy(p => p).FirstOrDefault(-1);
        return post => nearest >= 0 && Edit.IsOneStop(post, nearest);
    }

    /// <summary>A post for a new stop: one that is near, or a new one.</summary>
    /// <param name="place">Where.</param>
    /// <param name="name">What the drawing calls it; "" for a number.</param>
    /// <param name="line">The line, for names.</param>
    /// <param name="group">The line's group, for the source; -1 for a new line.</param>
    /// <param name="reuse">Whether an existing post may be used.</param>
    public int PostAt((double X, double Y) place, string name, string line, int group, bool reuse = true)
    {
        if (reuse)
        {
            int near = -1;
            double nearM = double.PositiveInfinity;
            for (int post = 0; post < Edit.PostCount; post++)
            {
                (double x, double y) = Edit.PlaceOf(post);
                double distanceM = Math.Sqrt(((x - place.X) * (x - place.X)) + ((y - place.Y) * (y - place.Y)));
                if (Edit.IsPlaced(post) && distanceM <= Tools.Config.ReuseStopsM && distanceM < nearM)
                {
                    (near, nearM) = (post, distanceM);
                }
            }

            if (near >= 0)
            {
                if (near < Edit.OldPostCount)
                {
                    Notice(new StopReused(Edit.NameOf(near)));
                }

                return near;
            }
        }

        _newStops++;
        string number = _newStops.ToString(CultureInfo.InvariantCulture);
        string called = name.Length > 0 ? name : Tools.Language == Language.Sv ? $"Linje {line} ny {number}" : $"Line {line} new {number}";
        int added = Edit.AddPost($"whatif:{Name}:{number}", called, group < 0 ? 0 : Edit.SourceOf(group), place.X, place.Y);
        NewPosts.Add(added);
        return added;
    }

    /// <summary>Adds a trip, unless the line has it already on every day; whether it was added.</summary>
    public bool AddTrip(int line, int? direction, IReadOnlyList<ServiceDayType> days, TripCall[] calls)
    {
        if (calls[0].DepartureS < 0)
        {
            throw new ChangeException(" would start a trip before 00:00");
        }

        int group = Edit.GroupOf(line);
        IReadOnlyList<ServiceDayType> open = [.. days.Where(d => !Running(group, [d]).Any(t => Edit.Runs(t, d) && SameTrip(Edit.CallsOf(t), calls)))];
        if (open.Count < days.Count)
        {
            Notice(new DepartureExists(LineName(group), Clock.Text(calls[0].DepartureS)!));
        }

        if (open.Count > 0)
        {
            Edit.AddTrip(string.Create(CultureInfo.InvariantCulture, $"whatif:{Name}:{Edit.TripCount}"), line, direction, open, calls);
            Touched.Add(group);
        }

        return open.Count > 0;
    }

    /// <summary>Gives a trip other calls on some days.</summary>
    public void Replace(int trip, IReadOnlyList<ServiceDayType> days, TripCall[] calls)
    {
        if (calls[0].DepartureS < 0)
        {
            throw new ChangeException($": the trip {Clock.Text(Start(trip))} would start before 00:00");
        }

        Edit.Replace(trip, days, calls);
        Touched.Add(Edit.GroupOf(Edit.LineOf(trip)));
    }

    /// <summary>Puts a line's present course on the map.</summary>
    public void ShowCourse(LineKind kind, int group)
    {
        if (Courses.FirstOrDefault(c => c.Line == LineName(group) && c.Agency == Edit.Line(group).Agency) is { } course && Lines.All(l => l.Kind != kind || l.Line != course.Line))
        {
            Lines.Add(new ScenarioLine(kind, course.Line, course.Course));
        }
    }

    /// <summary>Courses of the lines as they are.</summary>
    public IReadOnlyList<LineCourse> Courses { get; init; } = [];

    /// <summary>Where calls were taken out, the way is what it was.</summary>
    public void BridgeHops(TripCall[] before, TripCall[] after)
    {
        int at = 0;
        for (int i = 0; i + 1 < after.Length; i++)
        {
            at = Array.FindIndex(before, at, c => c.Post == after[i].Post);
            int end = Array.FindIndex(before, at + 1, c => c.Post == after[i + 1].Post);
            if (end > at + 1)
            {
                (double metres, long ms) = (0, 0);
                for (int hop = at; hop < end; hop++)
                {
                    (double m, long t) = Hops.Of(before[hop].Post, before[hop + 1].Post);
                    (metres, ms) = (metres + m, ms + t);
                }

                Hops.Set(before[at].Post, before[end].Post, metres, ms);
            }

            at = end;
        }
    }

    /// <summary>Another post of the same stop is as far from the first new one.</summary>
    public void SetHopsFrom(int post, int measured, int next)
    {
        if (post != measured)
        {
            (double metres, long ms) = Hops.Of(measured, next);
            Hops.Set(post, next, metres, ms);
        }
    }

    /// <summary>Likewise on the way back.</summary>
    public void SetHopsTo(int last, int post, int measured)
    {
        if (post != measured)
        {
            (double metres, long ms) = Hops.Of(last, measured);
            Hops.Set(last, post, metres, ms);
        }
    }

    private static bool SameTrip(TripCall[] a, TripCall[] b) => a.Length == b.Length && a.Zip(b).All(p => p.First.Post == p.Second.Post && p.First.DepartureS == p.Second.DepartureS && p.First.ArrivalS == p.Second.ArrivalS);

    /// <summary>Metres from a post to a place; infinity without a place on the map.</summary>
    public double DistanceM(int post, Coordinate place) => Edit.DistanceM(post, place.X, place.Y);

    /// <summary>Of some posts the one nearest either end of a drawing; of equally near ones the first.</summary>
    /// <exception cref="ChangeException">None of the line's posts is on the map.</exception>
    public int NearestTo(Draw draw, string line, IReadOnlyCollection<int> posts)
    {
        Drawing drawing = Tools.Drawings.Line(draw);
        return posts.Count == 0 ? throw new ChangeException($": line {line} has no stop on the map")
            : posts.OrderBy(p => Math.Min(DistanceM(p, drawing.Points[0]), DistanceM(p, drawing.Points[^1]))).ThenBy(p => p).First();
    }
}

/// <summary>A course on the map.</summary>
/// <param name="Kind">What happens there.</param>
/// <param name="Line">Name of the line.</param>
/// <param name="Course">Where.</param>
internal sealed record ScenarioLine(LineKind Kind, string Line, Geometry Course);

/// <summary>What happens along a course.</summary>
internal enum LineKind
{
    [Term("added", "Ny väg", "Added")]
    Added,

    [Term("retimed", "Andra tider", "Retimed")]
    Retimed,

    [Term("withdrawn", "Dras in", "Withdrawn")]
    Withdrawn,

    [Term("unchanged", "Som nu", "Unchanged")]
    Unchanged,

    [Term("drawn", "Som ritat", "As drawn")]
    Drawn,
}
