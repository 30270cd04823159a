namespace HousingInventory.Routing.Roads;

/// <summary>
/// Lays a line that somebody drew onto the roads. Every 50 m of the drawing has up to six places on roads within 80 m; the likeliest sequence of places is taken: near
/// the drawing, and with roads between them as long as the drawing. Source: Newson and Krumm, Hidden Markov Map Matching Through Noise and Sparseness, 2009.
/// </summary>
public static class LineMatching
{
    /// <summary>Metres between the points of the drawing that are matched.</summary>
    public const double SpacingM = 50;

    /// <summary>Farthest road from a point of the drawing, metres.</summary>
    public const double WithinM = 80;

    /// <summary>Out-and-back pieces shorter than this, one way, are errors of the matching.</summary>
    public const double ShortestSpurM = 200;

    /// <summary>km/h where there is no road.</summary>
    public const double StraightKmh = 30;

    private const int Places = 6;
    private const double NoiseM = 15;
    private const double DetourM = 10;

    /// <summary>The way along the roads. A piece without a road, or without a way between its roads, is driven straight.</summary>
    /// <param name="roads">The roads.</param>
    /// <param name="x">East coordinates of the drawing, metres; two or more points.</param>
    /// <param name="y">North coordinates.</param>
    /// <param name="isStop">Whether a stop is drawn near a place: no piece is cut there.</param>
    public static BusPath Match(BusRoads roads, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Func<double, double, bool> isStop)
    {
        ArgumentNullException.ThrowIfNull(roads);
        ArgumentNullException.ThrowIfNull(isStop);
        (double X, double Y)[] points = Sampled(x, y);
        List<BusPath.Step> steps = [];
        BusSearch search = new(roads);
        double spacingM = points.Length > 1 ? Distance(points[0], points[1]) : SpacingM;
        (double X, double Y) at = points[0];
        for (int from = 0; from < points.Length;)
        {
            List<RoadPlace> run = Run(roads, search, points, from, Math.Max(spacingM, SpacingM));
            if (run.Count == 0)
            {
                from++;
                continue;
            }

            (double X, double Y) start = PlaceOf(roads, run[0]);
            AddStraight(steps, at, start, isReal: steps.Count > 0 || from > 0);
            for (int i = 1; i < run.Count; i++)
            {
                search.From(run[i - 1], (3 * Math.Max(spacingM, SpacingM)) + 200);
                search.AddPath(run[i], steps);
            }

            at = PlaceOf(roads, run[^1]);
            from += run.Count;
        }

        if (steps.Count == 0 || Distance(at, points[^1]) > WithinM)
        {
            AddStraight(steps, at, points[^1], isReal: true);
        }

        steps = WithoutSpurs(steps, isStop);
        return new BusPath(steps, steps.Where(s => s.Edge < 0).Sum(s => s.LengthM));
    }

    /// <summary>A drawing driven as it is drawn.</summary>
    public static BusPath AsDrawn(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        List<BusPath.Step> steps = [];
        for (int i = 1; i < x.Length; i++)
        {
            AddStraight(steps, (x[i - 1], y[i - 1]), (x[i], y[i]), isReal: true);
        }

        return new BusPath(steps, 0);
    }

    /// <summary>Places for as many points as hang together, beginning with <paramref name="from"/>; none if it has no road.</summary>
    private static List<RoadPlace> Run(BusRoads roads, BusSearch search, (double X, double Y)[] points, int from, double spacingM)
    {
        List<(List<RoadPlace> Places, int[] Before)> columns = [];
        double[] costs = [];
        for (int i = from; i < points.Length; i++)
        {
            List<RoadPlace> places = roads.Near(points[i].X, points[i].Y, WithinM, Places);
            double[] next = new double[places.Count];
            int[] before = new int[places.Count];
            Array.Fill(next, i == from ? 0 : double.PositiveInfinity);
            for (int a = 0; a < costs.Length && places.Count > 0; a++)
            {
                if (double.IsPositiveInfinity(costs[a]))
                {
                    continue;
                }

                search.From(columns[^1].Places[a], (3 * spacingM) + 200);
                for (int b = 0; b < places.Count; b++)
                {
                    if (search.To(places[b], out double metres) && costs[a] + (Math.Abs(metres - Distance(points[i - 1], points[i])) / DetourM) is double cost && cost < next[b])
                    {
                        (next[b], before[b]) = (cost, a);
                    }
                }
            }

            if (places.Count == 0 || Array.TrueForAll(next, double.IsPositiveInfinity))
            {
                break;
            }

            costs = [.. next.Select((c, b) => c + (places[b].DistanceM * places[b].DistanceM / (2 * NoiseM * NoiseM)))];
            columns.Add((places, before));
        }

        List<RoadPlace> run = [];
        int best = columns.Count == 0 ? -1 : Array.IndexOf(costs, costs.Min());
        for (int column = columns.Count - 1; column >= 0; column--)
        {
            run.Add(columns[column].Places[best]);
            best = columns[column].Before[best];
        }

        run.Reverse();
        return run;
    }

    private static (double X, double Y)[] Sampled(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] along = new double[x.Length];
        for (int i = 1; i < x.Length; i++)
        {
            along[i] = along[i - 1] + Distance((x[i - 1], y[i - 1]), (x[i], y[i]));
        }

        int count = Math.Max(1, (int)Math.Ceiling(along[^1] / SpacingM));
        (double X, double Y)[] points = new (double X, double Y)[count + 1];
        int piece = 0;
        for (int i = 0; i <= count; i++)
        {
            double m = along[^1] * i / count;
            while (piece < x.Length - 2 && along[piece + 1] < m)
            {
                piece++;
            }

            double lengthM = along[piece + 1] - along[piece];
            double t = lengthM > 0 ? Math.Clamp((m - along[piece]) / lengthM, 0, 1) : 0;
            points[i] = (x[piece] + (t * (x[piece + 1] - x[piece])), y[piece] + (t * (y[piece + 1] - y[piece])));
        }

        return points;
    }

    private static (double X, double Y) PlaceOf(BusRoads roads, RoadPlace place)
    {
        List<BusPath.Step> steps = [];
        roads.AddSteps(steps, place.Edge, 0, place.AlongM > 0 ? place.AlongM : roads.LengthM(place.Edge));
        return place.AlongM > 0 ? (steps[^1].BX, steps[^1].BY) : (steps[0].AX, steps[0].AY);
    }

    private static void AddStraight(List<BusPath.Step> steps, (double X, double Y) from, (double X, double Y) to, bool isReal)
    {
        double lengthM = Exact.Units(Exact.Steps(Distance(from, to)));
        if (isReal && lengthM > 0)
        {
            steps.Add(new BusPath.Step(-1, from.X, from.Y, to.X, to.Y, lengthM, StraightKmh, StraightKmh));
        }
    }

    /// <summary>Cuts pieces that go along an edge and straight back, if they are short and no stop is drawn at their end.</summary>
    private static List<BusPath.Step> WithoutSpurs(List<BusPath.Step> steps, Func<double, double, bool> isStop)
    {
        for (int turn = 1; turn < steps.Count; turn++)
        {
            double outM = 0;
            int reach = 0;
            while (turn - 1 - reach >= 0 && turn + reach < steps.Count && IsBack(steps[turn - 1 - reach], steps[turn + reach]))
            {
                outM += Math.Min(steps[turn - 1 - reach].LengthM, steps[turn + reach].LengthM);
                reach++;
                if (steps[turn - reach].LengthM != steps[turn + reach - 1].LengthM)
                {
                    break;
                }
            }

            if (reach > 0 && outM < ShortestSpurM && !isStop(steps[turn].AX, steps[turn].AY))
            {
                Cut(steps, turn, reach);
                turn = Math.Max(0, turn - reach - 1);
            }
        }

        return steps;
    }

    private static bool IsBack(BusPath.Step there, BusPath.Step back) => there.Edge >= 0 && there.Edge == back.Edge
        && there.BX == back.AX && there.BY == back.AY
        && ((there.AX - there.BX) * (back.BX - back.AX)) + ((there.AY - there.BY) * (back.BY - back.AY)) > 0
        && Math.Abs(((there.AX - there.BX) * (back.BY - back.AY)) - ((there.AY - there.BY) * (back.BX - back.AX))) < 1e-6 * Math.Max(1, there.LengthM * back.LengthM);

    /// <summary>Takes out mirrored steps; of the outermost pair the longer keeps what the other lacks.</summary>
    private static void Cut(List<BusPath.Step> steps, int turn, int reach)
    {
        (int first, int last) = (turn - reach, turn + reach - 1);
        (BusPath.Step there, BusPath.Step back) = (steps[first], steps[last]);
        double restM = Math.Abs(Exact.Units(Exact.Steps(there.LengthM) - Exact.Steps(back.LengthM)));
        BusPath.Step[] rest = restM == 0 ? []
            : there.LengthM > back.LengthM ? [there.Cut(0, restM)]
            : [back.Cut(back.LengthM - restM, back.LengthM)];
        steps.RemoveRange(first, 2 * reach);
        steps.InsertRange(first, rest);
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((b.X - a.X) * (b.X - a.X)) + ((b.Y - a.Y) * (b.Y - a.Y)));
}
