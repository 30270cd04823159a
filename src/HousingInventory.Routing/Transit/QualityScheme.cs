namespace HousingInventory.Routing.Transit;

/// <summary>An interval band: up to so many minutes between departures.</summary>
/// <param name="Minutes">Upper end.</param>
/// <param name="Inclusive">Whether the upper end belongs to the band.</param>
public readonly record struct IntervalBand(double Minutes, bool Inclusive);

/// <summary>
/// A table of public transport quality classes (ÖV-Güteklassen): departures of a weekday 06-20 give a mean interval for each direction, interval and means
/// of transport a stop category, category and distance a class. Three countries, three tables, one form; a configuration may bring its own.
/// </summary>
public sealed record QualityScheme
{
    /// <summary>Start of the window.</summary>
    public const int WindowFromS = 6 * 3600;

    /// <summary>End of the window.</summary>
    public const int WindowUntilS = 20 * 3600;

    /// <summary>Minutes of the window.</summary>
    public const double WindowMin = 840;

    /// <summary>No category, no class.</summary>
    public const int None = 0;

    /// <summary>Bands, ascending.</summary>
    public required IReadOnlyList<IntervalBand> Bands { get; init; }

    /// <summary>For each group of transport, best first, the category in each band; <see cref="None"/> where there is none.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Categories { get; init; }

    /// <summary>Distance limits, metres, inclusive, ascending.</summary>
    public required IReadOnlyList<double> LimitsM { get; init; }

    /// <summary>For each category from 1, the class within each limit; '-' where there is none.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>
    /// The Swiss federal classes (ARE). Groups: rail node (two rail lines or more), rail, tram-bus-ship, cable. Straight-line distance. An hourly bus
    /// counts.
    /// </summary>
    public static QualityScheme Are { get; } = new()
    {
        Bands = [new(5, false), new(10, false), new(20, false), new(40, false), new(60, true), new(double.PositiveInfinity, true)],
        Categories = [[1, 1, 2, 3, 4, None], [1, 2, 3, 4, 5, None], [2, 3, 4, 5, 5, None], [5, 5, 5, 5, 5, 5]],
        LimitsM = [300, 500, 750, 1000],
        Classes = ["AABC", "ABCD", "BCD-", "CD--", "D---"],
    };

    /// <summary>GOAT's German classes. Groups: rail and metro, tram, bus. Straight-line distance. Every band ends before its number.</summary>
    public static QualityScheme Goat { get; } = new()
    {
        Bands = [new(5, false), new(10, false), new(20, false), new(40, false), new(60, false), new(120, false)],
        Categories = [[1, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7]],
        LimitsM = [300, 500, 750, 1000],
        Classes = ["AABC", "ABCD", "BCDE", "CDEF", "DEF-", "EF--", "F---"],
    };

    /// <summary>
    /// The Austrian classes (ÖROK), which reach down to four buses a day each way. Groups: long-distance rail, rail and metro, tram, bus. Walking distance.
    /// </summary>
    public static QualityScheme Oerok { get; } = new()
    {
        Bands = [new(5, false), new(10, true), new(20, false), new(40, true), new(60, true), new(120, true), new(210, true)],
        Categories = [[1, 1, 2, 3, 4, 5, None], [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8], [3, 3, 4, 5, 6, 7, 8]],
        LimitsM = [300, 500, 750, 1000, 1250],
        Classes = ["AABCD", "ABCDE", "BCDEF", "CDEFG", "DEFGG", "EFG--", "FGG--", "GG---"],
    };

    /// <summary>The category of a group at an interval; <see cref="None"/> beyond the last band.</summary>
    public int Category(int group, double intervalMin)
    {
        for (int band = 0; band < Bands.Count; band++)
        {
            if (intervalMin < Bands[band].Minutes || (Bands[band].Inclusive && intervalMin <= Bands[band].Minutes))
            {
                return double.IsPositiveInfinity(intervalMin) ? None : Categories[group][band];
            }
        }

        return None;
    }

    /// <summary>The class of a category at a distance; '-' if there is none.</summary>
    public char Class(int category, double distanceM)
    {
        for (int limit = 0; category != None && limit < LimitsM.Count; limit++)
        {
            if (distanceM <= LimitsM[limit])
            {
                return Classes[category - 1][limit];
            }
        }

        return '-';
    }

    /// <summary>The best class that any of some stops gives, A before B; '-' if none gives one.</summary>
    /// <param name="categories">Category of each stop.</param>
    /// <param name="distancesM">Distance to each, metres.</param>
    public char BestClass(ReadOnlySpan<int> categories, ReadOnlySpan<double> distancesM)
    {
        char best = '-';
        for (int stop = 0; stop < categories.Length; stop++)
        {
            char one = Class(categories[stop], distancesM[stop]);
            best = one != '-' && (best == '-' || one < best) ? one : best;
        }

        return best;
    }
}
