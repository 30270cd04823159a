namespace HousingInventory.Routing.Transit;

/// <summary>How "at least one departure an hour" is read. SCB does not publish its rule.</summary>
public enum HourlyReading : byte
{
    /// <summary>Each of the 14 clock hours has a departure.</summary>
    Every,

    /// <summary>There are at least 14 departures in all.</summary>
    Average,
}

/// <summary>
/// The nearness indicator of SCB, Boverket and Kolada: straight-line distance to the nearest stop with at least one departure an hour, weekdays
/// 06:00-20:00, all modes, all lines and both directions of the merged stop together.
/// </summary>
public static class ScbNearness
{
    /// <summary>Start of the window, inclusive.</summary>
    public const int WindowFromS = 6 * 3600;

    /// <summary>End of the window, exclusive.</summary>
    public const int WindowUntilS = 20 * 3600;

    private const int FirstHour = 6;
    private const int HourCount = 14;

    // Kolada and Agenda 2030 use 500 m, the environmental objective 400; SCB's table has 1 000 and 2 000 as well.
    private static readonly int[] Limits = [400, 500, 1000, 2000];

    /// <summary>Whether a stop is served.</summary>
    /// <param name="traffic">Departures of the window, by <see cref="WindowTraffic.Departures"/>.</param>
    /// <param name="reading">How to count.</param>
    public static bool IsServed(WindowTraffic traffic, HourlyReading reading) => reading switch
    {
        HourlyReading.Every => traffic.Hours.Count(h => h is >= FirstHour and < FirstHour + HourCount) == HourCount,
        _ => traffic.Trips >= HourCount,
    };

    /// <summary>Straight-line distance to the midpoint of the nearest served stop; null if none is served. Equal distances are equal.</summary>
    /// <param name="x">Metres east.</param>
    /// <param name="y">Metres north.</param>
    /// <param name="stops">All stops; those without a position are passed over.</param>
    /// <param name="served">By stop.</param>
    public static double? DistanceM(double x, double y, StopTable stops, ReadOnlySpan<bool> served)
    {
        double? nearest = null;
        for (int stop = 0; stop < stops.Count; stop++)
        {
            if (served[stop] && stops.Placed[stop])
            {
                double dx = stops.X[stop] - x;
                double dy = stops.Y[stop] - y;
                double distance = Math.Sqrt((dx * dx) + (dy * dy));
                nearest = nearest is { } so && so <= distance ? so : distance;
            }
        }

        return nearest;
    }

    /// <summary>"within-400" to "within-2000", limits inclusive, or "outside".</summary>
    public static string Class(double? distanceM)
    {
        foreach (int limit in Limits)
        {
            if (distanceM <= limit)
            {
                return "within-" + limit.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return "outside";
    }
}
