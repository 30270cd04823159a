namespace HousingInventory.Score;

/// <summary>
/// From a measure to points, in tenths of a point, 0 to 1000, rounded once and half away from zero. Points never depend on other homes.
/// Shapes as in access-methods: linear, step, smooth (an S-curve that meets both limits), and the decumulated logistic of R5.
/// </summary>
public static class Points
{
    /// <summary>All points there are.</summary>
    public const int Full = 1000;

    /// <summary>100 (Z - x) / (Z - F), clamped; F &lt; Z for measures where less is better.</summary>
    public static int Linear(double x, double full, double zero) => Tenths(100 * Math.Clamp((zero - x) / (zero - full), 0, 1));

    /// <summary>100 (x - zeroAt) / (fullAt - zeroAt), clamped; for measures where more is better.</summary>
    public static int Rising(double x, double fullAt, double zeroAt) => Tenths(100 * Math.Clamp((x - zeroAt) / (fullAt - zeroAt), 0, 1));

    /// <summary>100 up to and including the limit, else 0.</summary>
    public static int Step(double x, double until) => x <= until ? Full : 0;

    /// <summary>100 t² (3 - 2t) with t as in <see cref="Linear"/>.</summary>
    public static int Smooth(double x, double full, double zero)
    {
        double t = Math.Clamp((zero - x) / (zero - full), 0, 1);
        return Tenths(100 * t * t * (3 - (2 * t)));
    }

    /// <summary>100 (1 + e^(-mπ/(s√3))) / (1 + e^((x-m)π/(s√3))): never 0. Rounded before anything else uses it, since exp may differ in the last bit.</summary>
    public static int Logistic(double x, double median, double deviation)
    {
        double scale = Math.PI / (deviation * Math.Sqrt(3));
        return Tenths(100 * (1 + Math.Exp(-median * scale)) / (1 + Math.Exp((x - median) * scale)));
    }

    /// <summary>Points as a decimal number, 0.0 to 100.0.</summary>
    public static decimal Shown(int tenths) => tenths / 10m;

    private static int Tenths(double points) => (int)Math.Round(points * 10, MidpointRounding.AwayFromZero);
}
