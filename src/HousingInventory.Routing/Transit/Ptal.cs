using System.Globalization;

namespace HousingInventory.Routing.Transit;

/// <summary>One line at one stop near a home, for <see cref="Ptal"/>.</summary>
/// <param name="Line">What makes lines the same; a line counts once, where it is reached fastest.</param>
/// <param name="Mode">The means of transport.</param>
/// <param name="WalkM">Walking distance to the stop, metres over the network.</param>
/// <param name="Departures">Departures in the window in the busier direction.</param>
public readonly record struct PtalService(int Line, TransitMode Mode, double WalkM, int Departures);

/// <summary>
/// Public Transport Accessibility Level as Transport for London describes it: how many departures a walk away, weighted so that the best one counts whole
/// and every other half. Weekday 08:15-09:15, walking 80 m a minute. The guide itself leaves the ferry open; it is taken like a bus.
/// </summary>
public static class Ptal
{
    /// <summary>Start of the window, inclusive.</summary>
    public const int WindowFromS = ((8 * 60) + 15) * 60;

    /// <summary>End of the window, exclusive.</summary>
    public const int WindowUntilS = ((9 * 60) + 15) * 60;

    private const double MetresPerMinute = 80;
    private const double BusWithinM = 640;
    private const double RailWithinM = 960;
    private const double BusReliabilityMin = 2.0;
    private const double RailReliabilityMin = 0.75;

    // Upper end of each level, inclusive; what is above the last is 6b.
    private static readonly (decimal Upto, string Level)[] Levels =
    [
        (0m, "0"), (2.50m, "1a"), (5.00m, "1b"), (10.00m, "2"), (15.00m, "3"), (20.00m, "4"), (25.00m, "5"), (40.00m, "6a"),
    ];

    /// <summary>The accessibility index, to two decimals, half away from zero; 0 without any service in reach.</summary>
    public static decimal Index(IEnumerable<PtalService> services)
    {
        Dictionary<int, (TransitMode Mode, double Edf)> best = [];
        foreach (PtalService service in services)
        {
            double edf = EquivalentDoorstepFrequency(service);
            if (edf > 0 && edf > best.GetValueOrDefault(service.Line).Edf)
            {
                best[service.Line] = (service.Mode, edf);
            }
        }

        double index = 0;
        foreach (IGrouping<TransitMode, double> mode in best.OrderBy(b => b.Key).GroupBy(b => Group(b.Value.Mode), b => b.Value.Edf))
        {
            double largest = mode.Max();
            index += largest + (0.5 * (mode.Sum() - largest));
        }

        return decimal.Round((decimal)index, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The services of a home: every line of the merged stop of every post in reach, at the walk to that post.</summary>
    /// <param name="timetable">Which post is of which stop.</param>
    /// <param name="traffic">Departures of the window by stop, by <see cref="WindowTraffic.Departures"/>.</param>
    /// <param name="posts">Posts within at least 960 m.</param>
    /// <param name="walkM">Walking distance to each, metres.</param>
    public static IReadOnlyList<PtalService> ServicesNear(Timetable timetable, WindowTraffic[] traffic, ReadOnlySpan<int> posts, ReadOnlySpan<double> walkM)
    {
        List<PtalService> services = [];
        for (int i = 0; i < posts.Length; i++)
        {
            foreach (LineTraffic line in traffic[timetable.Posts.Stop[posts[i]]].Lines)
            {
                services.Add(new PtalService(line.Line, line.Mode, walkM[i], line.Busier));
            }
        }

        return services;
    }

    /// <summary>The level of an index, 0 to 6b.</summary>
    public static string Level(decimal index)
    {
        foreach ((decimal upto, string level) in Levels)
        {
            if (index <= upto)
            {
                return level;
            }
        }

        return "6b";
    }

    /// <summary>30 divided by walk plus average wait in minutes; 0 if out of reach or without departures.</summary>
    public static double EquivalentDoorstepFrequency(PtalService service)
    {
        bool asRail = IsRail(service.Mode);
        if (service.Departures <= 0 || service.WalkM > (asRail ? RailWithinM : BusWithinM))
        {
            return 0;
        }

        double scheduledWaitMin = 0.5 * 60 / service.Departures;
        double averageWaitMin = scheduledWaitMin + (asRail ? RailReliabilityMin : BusReliabilityMin);
        return 30 / ((service.WalkM / MetresPerMinute) + averageWaitMin);
    }

    /// <summary>Level and index as results show them: "1b 4.94".</summary>
    public static string Describe(decimal index) => string.Create(CultureInfo.InvariantCulture, $"{Level(index)} {index:0.00}");

    private static bool IsRail(TransitMode mode) => mode is TransitMode.LongDistanceRail or TransitMode.Rail or TransitMode.Metro or TransitMode.Tram;

    // All trains are one mode; every other mode stands for itself.
    private static TransitMode Group(TransitMode mode) => mode == TransitMode.LongDistanceRail ? TransitMode.Rail : mode;
}
