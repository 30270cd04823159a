namespace HousingInventory.Routing.Transit;

/// <summary>From counted traffic to the stop category of each scheme. 0 is none.</summary>
public static class QualityClasses
{
    private const int RailNodeLines = 2;

    /// <summary>Swiss category: each group's own interval, the best group counts; departures are halved where both directions serve the merged stop.</summary>
    /// <param name="traffic">Departures 06:00 to before 20:00.</param>
    public static int AreCategory(WindowTraffic traffic)
    {
        bool isNode = traffic.Lines.Count(l => AreGroup(l.Mode) == 1) >= RailNodeLines;
        return Best(traffic, QualityScheme.Are, mode => AreGroup(mode) == 1 && isNode ? 0 : AreGroup(mode), traffic.BothDirections);
    }

    /// <summary>Austrian category: each group's own interval, the best group counts; departures are always halved.</summary>
    /// <param name="traffic">Departures 06:00 to before 20:00.</param>
    public static int OerokCategory(WindowTraffic traffic) => Best(traffic, QualityScheme.Oerok, OerokGroup, halved: true);

    /// <summary>
    /// GOAT's category: arrivals from 06:00 to 20:00 inclusive, last calls counted; all groups' trips together with the best group present; halved unless
    /// exactly one post is served.
    /// </summary>
    /// <param name="traffic">Arrivals, by <see cref="WindowTraffic.Arrivals"/>.</param>
    /// <param name="windowMin">Minutes of the window that was counted.</param>
    public static int GoatCategory(WindowTraffic traffic, double windowMin = QualityScheme.WindowMin)
    {
        int trips = 0;
        int best = int.MaxValue;
        foreach (LineTraffic line in traffic.Lines)
        {
            if (GoatGroup(line.RouteType) is { } group)
            {
                trips += line.Both;
                best = Math.Min(best, group);
            }
        }

        return trips == 0 ? QualityScheme.None : QualityScheme.Goat.Category(best, Interval(trips, traffic.ServedPosts != 1, windowMin));
    }

    /// <summary>Minutes between departures of one direction.</summary>
    /// <param name="trips">Trips in the window, above 0.</param>
    /// <param name="halved">Whether they are of two directions.</param>
    /// <param name="windowMin">Minutes of the window.</param>
    public static double Interval(int trips, bool halved, double windowMin = QualityScheme.WindowMin) => halved ? windowMin / (trips / 2.0) : windowMin / trips;

    private static int Best(WindowTraffic traffic, QualityScheme scheme, Func<TransitMode, int> groupOf, bool halved)
    {
        int[] trips = new int[scheme.Categories.Count];
        foreach (LineTraffic line in traffic.Lines)
        {
            if (groupOf(line.Mode) is var group and >= 0)
            {
                trips[group] += line.Both;
            }
        }

        int best = QualityScheme.None;
        for (int group = 0; group < trips.Length; group++)
        {
            int category = trips[group] == 0 ? QualityScheme.None : scheme.Category(group, Interval(trips[group], halved));
            best = best == QualityScheme.None || (category != QualityScheme.None && category < best) ? category : best;
        }

        return best;
    }

    private static int AreGroup(TransitMode mode) => mode switch
    {
        TransitMode.LongDistanceRail or TransitMode.Rail => 1,
        TransitMode.Metro or TransitMode.Tram or TransitMode.Bus or TransitMode.Ferry => 2,
        TransitMode.Cable => 3,
        _ => -1,
    };

    private static int OerokGroup(TransitMode mode) => mode switch
    {
        TransitMode.LongDistanceRail => 0,
        TransitMode.Rail or TransitMode.Metro => 1,
        TransitMode.Tram => 2,
        TransitMode.Bus => 3,
        _ => -1,
    };

    // As GOAT lists them; 703 is missing there.
    private static int? GoatGroup(int routeType) => routeType switch
    {
        1 or 2 or (>= 100 and <= 112) or 114 or 116 or 117 or (>= 400 and <= 403) or 405 => 0,
        0 or 7 or (>= 900 and <= 906) or 1400 => 1,
        3 or (>= 200 and <= 202) or 204 or (>= 700 and <= 702) or 704 or 705 or 712 or 715 => 2,
        _ => null,
    };
}
