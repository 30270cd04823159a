namespace HousingInventory.Routing.Roads;

/// <summary>
/// A way that a bus drives: the points of a line, with the metres and the speed of each step, both ways. Times are whole milliseconds, so that every machine agrees:
/// a stretch of one edge and one speed takes round(metres · 3600 / km/h).
/// </summary>
public sealed class BusPath
{
    private readonly Step[] _steps;

    internal BusPath(IReadOnlyList<Step> steps, double straightM)
    {
        _steps = [.. steps];
        StraightM = straightM;
        double[] alongM = new double[_steps.Length + 1];
        double sum = 0;
        for (int i = 0; i < _steps.Length; i++)
        {
            sum += Exact.Steps(_steps[i].LengthM);
            alongM[i + 1] = Exact.Units(sum);
        }

        AlongM = alongM;
        X = _steps.Length == 0 ? [] : [_steps[0].AX, .. _steps.Select(s => s.BX)];
        Y = _steps.Length == 0 ? [] : [_steps[0].AY, .. _steps.Select(s => s.BY)];
    }

    /// <summary>East coordinates of its points, metres.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>North coordinates of its points, metres.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>Metres from its start to each point.</summary>
    public IReadOnlyList<double> AlongM { get; }

    /// <summary>Its length, metres.</summary>
    public double LengthM => AlongM[^1];

    /// <summary>How much of it is driven straight for want of a road, metres.</summary>
    public double StraightM { get; }

    /// <summary>Whether a bus may drive it the other way round as well.</summary>
    public bool IsReversible => Array.TrueForAll(_steps, s => s.BackwardKmh > 0);

    /// <summary>The same from its end to its start; only where that is allowed.</summary>
    public BusPath Reversed() => new([.. _steps.Reverse().Select(s => s.Reversed())], StraightM);

    /// <summary>This way and then another.</summary>
    public BusPath Then(BusPath other) => new([.. _steps, .. other._steps], StraightM + other.StraightM);

    /// <summary>The piece between two places along it.</summary>
    public BusPath Between(double fromM, double toM)
    {
        List<Step> steps = [];
        for (int i = 0; i < _steps.Length; i++)
        {
            (double a, double b) = (Math.Max(fromM, AlongM[i]), Math.Min(toM, AlongM[i + 1]));
            if (b > a)
            {
                steps.Add(_steps[i].Cut(a - AlongM[i], b - AlongM[i]));
            }
        }

        return new BusPath(steps, steps.Where(s => s.Edge < 0).Sum(s => s.LengthM));
    }

    /// <summary>Milliseconds from one place along it to a later one, without any stop.</summary>
    public long MillisecondsBetween(double fromM, double toM)
    {
        long sum = 0;
        double metres = 0;
        (int Edge, double Kmh) at = (int.MinValue, 1);
        for (int i = 0; i < _steps.Length; i++)
        {
            double lengthM = Exact.Units(Exact.Steps(Math.Min(toM, AlongM[i + 1])) - Exact.Steps(Math.Max(fromM, AlongM[i])));
            if (lengthM <= 0)
            {
                continue;
            }

            if ((_steps[i].Edge, _steps[i].ForwardKmh) != at)
            {
                sum += Milliseconds(metres, at.Kmh);
                (metres, at) = (0, (_steps[i].Edge, _steps[i].ForwardKmh));
            }

            metres += lengthM;
        }

        return sum + Milliseconds(metres, at.Kmh);
    }

    /// <summary>The place so many metres from its start.</summary>
    public (double X, double Y) PlaceAt(double alongM)
    {
        for (int i = 0; i < _steps.Length; i++)
        {
            if (alongM <= AlongM[i + 1] || i == _steps.Length - 1)
            {
                double t = _steps[i].LengthM > 0 ? Math.Clamp((alongM - AlongM[i]) / _steps[i].LengthM, 0, 1) : 0;
                return t >= 1 ? (_steps[i].BX, _steps[i].BY) : (_steps[i].AX + (t * (_steps[i].BX - _steps[i].AX)), _steps[i].AY + (t * (_steps[i].BY - _steps[i].AY)));
            }
        }

        throw new InvalidOperationException("a way without steps has no places");
    }

    /// <summary>The nearest place at or behind <paramref name="fromM"/>: metres from the start and metres to the point; of equally near ones the first.</summary>
    public (double AlongM, double DistanceM) Nearest(double x, double y, double fromM = 0)
    {
        (double along, double best) = (fromM, double.PositiveInfinity);
        for (int i = 0; i < _steps.Length; i++)
        {
            if (AlongM[i + 1] < fromM)
            {
                continue;
            }

            double square = new Spatial.Segment(_steps[i].AX, _steps[i].AY, _steps[i].BX, _steps[i].BY).SquareTo(x, y, out double t);
            double at = Math.Max(fromM, AlongM[i] + (t * _steps[i].LengthM));
            double distance = Spatial.Micrometres.FromSquare(square);
            if (distance < best)
            {
                (along, best) = (at, distance);
            }
        }

        return (along, best);
    }

    private static long Milliseconds(double metres, double kmh) => (long)Math.Round(metres * 3600 / kmh, MidpointRounding.AwayFromZero);

    /// <summary>One step: a straight piece of one edge (-1: of no road), with the speed there and back (0: not allowed).</summary>
    internal readonly record struct Step(int Edge, double AX, double AY, double BX, double BY, double LengthM, double ForwardKmh, double BackwardKmh)
    {
        public Step Reversed() => new(Edge, BX, BY, AX, AY, LengthM, BackwardKmh, ForwardKmh);

        public Step Cut(double fromM, double toM)
        {
            (double a, double b) = LengthM > 0 ? (fromM / LengthM, toM / LengthM) : (0, 1);
            return this with
            {
                AX = AX + (a * (BX - AX)),
                AY = AY + (a * (BY - AY)),
                BX = AX + (b * (BX - AX)),
                BY = AY + (b * (BY - AY)),
                LengthM = Exact.Units(Exact.Steps(toM) - Exact.Steps(fromM)),
            };
        }
    }
}
