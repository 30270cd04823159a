using HousingInventory.Analyses.WhatIf.Changes;
using HousingInventory.Routing.Roads;
using NetTopologySuite.Geometries;

namespace HousingInventory.Analyses.WhatIf;

/// <summary>A drawn course laid onto the roads: its stops, there and back, and when a bus is at each.</summary>
internal sealed class NewCourse
{
    private const double StopToPathM = 100;

    private readonly ScenarioState _state;
    private readonly BusPath _out;
    private readonly BusPath _back;

    private NewCourse(ScenarioState state, BusPath there, BusPath back, (double AlongM, int Post)[] outStops, (double AlongM, int Post)[] backStops)
    {
        (_state, _out, _back, OutStops, BackStops) = (state, there, back, outStops, backStops);
    }

    /// <summary>Stops on the way out, in order, with metres along it; without the stop that it begins at, unless the line is new.</summary>
    public (double AlongM, int Post)[] OutStops { get; }

    /// <summary>The same stops on the way back, in the order of travel.</summary>
    public (double AlongM, int Post)[] BackStops { get; }

    /// <summary>Metres of the way back.</summary>
    public double BackM => _back.LengthM;

    /// <summary>Milliseconds of the way back without a stop.</summary>
    public long BackMs(double factor) => Scaled(_back.MillisecondsBetween(0, _back.LengthM), factor);

    /// <summary>Lays a drawing onto the roads, from a stop of the line where there is one.</summary>
    /// <param name="state">The scenario.</param>
    /// <param name="draw">The drawing.</param>
    /// <param name="line">Name of the line.</param>
    /// <param name="group">Its group; -1 for a new line.</param>
    /// <param name="from">The post that it begins at; null for a new line.</param>
    /// <param name="everyM">Metres between stops.</param>
    /// <param name="reuse">Whether existing posts are used.</param>
    public static NewCourse Of(ScenarioState state, Draw draw, string line, int group, int? from, double everyM, bool reuse)
    {
        Drawing drawing = state.Tools.Drawings.Line(draw);
        (double X, double Y)? start = from is { } post ? state.Edit.PlaceOf(post) : null;
        Coordinate[] points = drawing.Points;
        if (start is { } at && points[^1].Distance(new Coordinate(at.X, at.Y)) < points[0].Distance(new Coordinate(at.X, at.Y)))
        {
            points = [.. points.Reverse()];
        }

        BusPath there = Lay(state, drawing, points);
        there = start is { } begin ? Joined(state, begin, there) : there;
        List<(double AlongM, string Name)> stops = Stops(drawing, there, from is null, everyM);
        there = Cut(there, stops);
        (double AlongM, int Post)[] outStops = [.. stops.Select(s => (s.AlongM, state.PostAt(there.PlaceAt(s.AlongM), s.Name, line, group, reuse)))];

        // Two drawn stops may be one post; the bus calls once.
        outStops = [.. outStops.Where((s, i) => (i == 0 || s.Post != outStops[i - 1].Post) && s.Post != from)];
        if (outStops.Length == 0 || (from is null && outStops.Length < 2))
        {
            throw new ChangeException($" draws {drawing.Where}, along which there is no new stop: draw it longer, or its stops");
        }

        BusPath back = there.IsReversible ? there.Reversed() : BackOf(state, drawing, points, there, start);
        (double, int)[] backStops = there.IsReversible
            ? [.. outStops.Reverse().Select(s => (Math.Max(0, back.LengthM - s.AlongM), s.Post))]
            : OnBack(state, back, outStops);
        Tell(state, there, line, drawing);
        return new NewCourse(state, there, back, outStops, backStops);
    }

    /// <summary>
    /// Milliseconds from the start to each stop of the way out. Every stop takes time for slowing and pulling out, and for standing if the bus goes on.
    /// </summary>
    /// <param name="factor">Of the driving times.</param>
    public long[] OutMs(double factor) => Times(_out, [.. OutStops.Select(s => s.AlongM)], factor);

    /// <summary>Milliseconds from the start of the way back to each of its stops but the first, and last to its end.</summary>
    /// <param name="factor">Of the driving times.</param>
    /// <param name="withEnd">Whether the end of the way is a stop too.</param>
    public long[] BackStopMs(double factor, bool withEnd)
    {
        double first = BackStops[0].AlongM;
        double[] along = [.. BackStops.Skip(1).Select(s => s.AlongM), .. withEnd ? (double[])[_back.LengthM] : []];
        BusPath rest = first > 0 ? _back.Between(first, _back.LengthM) : _back;
        return Times(rest, [.. along.Select(a => a - first)], factor);
    }

    /// <summary>Milliseconds to each stop of a new line on its way out, from its first.</summary>
    public long[] LineMs(double factor)
    {
        BusPath path = OutStops[0].AlongM > 0 ? _out.Between(OutStops[0].AlongM, _out.LengthM) : _out;
        return Times(path, [.. OutStops.Skip(1).Select(s => s.AlongM - OutStops[0].AlongM)], factor);
    }

    /// <summary>Says how long the hops of the course are.</summary>
    /// <param name="from">The post before its first stop; null for a new line.</param>
    public void SetHops(int? from)
    {
        (double AlongM, int Post)[] there = from is { } post ? [(0, post), .. OutStops] : OutStops;
        (double AlongM, int Post)[] back = from is { } end ? [.. BackStops, (_back.LengthM, end)] : BackStops;
        for (int i = 1; i < there.Length; i++)
        {
            _state.Hops.Set(there[i - 1].Post, there[i].Post, there[i].AlongM - there[i - 1].AlongM, _out.MillisecondsBetween(there[i - 1].AlongM, there[i].AlongM));
        }

        for (int i = 1; i < back.Length; i++)
        {
            _state.Hops.Set(back[i - 1].Post, back[i].Post, back[i].AlongM - back[i - 1].AlongM, _back.MillisecondsBetween(back[i - 1].AlongM, back[i].AlongM));
        }
    }

    /// <summary>Whole minutes that some milliseconds take, in seconds: printed times round up.</summary>
    public static int Printed(long ms) => (int)((ms + 59_999) / 60_000) * 60;

    private long[] Times(BusPath path, double[] alongM, double factor)
    {
        WhatIfConfig config = _state.Tools.Config;
        long[] times = new long[alongM.Length];
        long at = 0;
        double fromM = 0;
        for (int i = 0; i < alongM.Length; i++)
        {
            at += Scaled(path.MillisecondsBetween(fromM, alongM[i]), factor) + (config.StopLossS * 1000L);
            times[i] = at;
            at += config.DwellS * 1000L;
            fromM = alongM[i];
        }

        return times;
    }

    private static long Scaled(long ms, double factor) => (long)Math.Round(ms * factor, MidpointRounding.AwayFromZero);

    private static BusPath Lay(ScenarioState state, Drawing drawing, Coordinate[] points)
    {
        double[] x = [.. points.Select(p => p.X)];
        double[] y = [.. points.Select(p => p.Y)];
        if (drawing.Follow == Follow.Drawn)
        {
            return LineMatching.AsDrawn(x, y);
        }

        BusRoads roads = state.Tools.Roads ?? throw new ChangeException(" follows a drawing: what-if needs a roads source");
        BusPath path = LineMatching.Match(roads, x, y, (px, py) => drawing.Stops.Any(s => s.Place.Distance(new Coordinate(px, py)) <= StopToPathM));
        if (path.StraightM > path.LengthM / 3)
        {
            throw new ChangeException($" draws {drawing.Where}, of which {path.StraightM:F0} m of {path.LengthM:F0} lie off the roads: draw along roads or give \"follow\": \"drawn\"");
        }

        return path;
    }

    /// <summary>The way from the stop to where the drawing begins comes first.</summary>
    private static BusPath Joined(ScenarioState state, (double X, double Y) start, BusPath path)
    {
        (double X, double Y) first = (path.X[0], path.Y[0]);
        return Distance(start, first) > 1 && state.Hops.Path(start, first) is { LengthM: > 1 } way ? way.Then(path) : path;
    }

    private static BusPath BackOf(ScenarioState state, Drawing drawing, Coordinate[] points, BusPath there, (double X, double Y)? start)
    {
        BusPath back = Lay(state, drawing, [.. points.Reverse()]);
        (double X, double Y) end = start ?? (there.X[0], there.Y[0]);
        (double X, double Y) last = (back.X[^1], back.Y[^1]);
        return Distance(end, last) > 1 && state.Hops.Path(last, end) is { LengthM: > 1 } way ? back.Then(way) : back;
    }

    private static (double, int)[] OnBack(ScenarioState state, BusPath back, (double AlongM, int Post)[] outStops)
    {
        double at = 0;
        List<(double, int)> stops = [];
        foreach ((_, int post) in outStops.Reverse())
        {
            (double x, double y) = state.Edit.PlaceOf(post);
            at = back.Nearest(x, y, at).AlongM;
            stops.Add((at, post));
        }

        return [.. stops];
    }

    private static List<(double AlongM, string Name)> Stops(Drawing drawing, BusPath path, bool isNew, double everyM)
    {
        if (drawing.Stops.Count > 0)
        {
            List<(double AlongM, string Name)> drawn = [];
            foreach ((string name, Coordinate place) in drawing.Stops)
            {
                (double alongM, double distanceM) = path.Nearest(place.X, place.Y);
                if (distanceM > StopToPathM)
                {
                    throw new ChangeException($" draws {drawing.Where}: the stop '{name}' lies {distanceM:F0} m from the line; at most {StopToPathM:F0}");
                }

                drawn.Add((alongM, name));
            }

            return [.. drawn.OrderBy(s => s.AlongM).ThenBy(s => s.Name, StringComparer.Ordinal)];
        }

        int count = Math.Max(1, (int)Math.Round(path.LengthM / everyM, MidpointRounding.AwayFromZero));
        return [.. Enumerable.Range(isNew ? 0 : 1, count + (isNew ? 1 : 0)).Select(i => (i == count ? path.LengthM : path.LengthM * i / count, ""))];
    }

    /// <summary>The bus turns at its last stop.</summary>
    private static BusPath Cut(BusPath path, List<(double AlongM, string Name)> stops) =>
        stops[^1].AlongM < path.LengthM ? path.Between(0, stops[^1].AlongM) : path;

    private static void Tell(ScenarioState state, BusPath path, string line, Drawing drawing)
    {
        if (drawing.Follow == Follow.Roads && path.StraightM >= 1)
        {
            state.Notice(new DrawingOffRoad(line, (long)Math.Round(path.StraightM)));
        }

        state.Lines.Add(new ScenarioLine(LineKind.Drawn, line, GeometryFactory.Default.CreateLineString(drawing.Points)));
        state.Lines.Add(new ScenarioLine(LineKind.Added, line, GeometryFactory.Default.CreateLineString([.. path.X.Zip(path.Y, (px, py) => new Coordinate(px, py))])));
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
