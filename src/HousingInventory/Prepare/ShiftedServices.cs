using HousingInventory.Formats.Gtfs;
using HousingInventory.Import;
using HousingInventory.Routing.Transit;

namespace HousingInventory.Prepare;

/// <summary>
/// The services of a feed by Sweden's clock. A service whose dates lie on both sides of a change of clocks may become two, and a trip that starts before Swedish
/// midnight belongs to the day before. A Swedish feed's services stay as they are.
/// </summary>
internal sealed class ShiftedServices(TimetableBuilder builder, int source, GtfsFeed feed)
{
    private const int DayS = 86_400;

    private readonly FeedClock _clock = FeedClock.Of(feed);
    private readonly Dictionary<int, (int ShiftS, DateOnly[] Dates)[]> _byShift = [];
    private readonly Dictionary<(int Service, int ShiftS), int> _added = [];

    /// <summary>
    /// What a service becomes for a trip that starts at a time of it: services of the builder, each with the seconds to add to the trip's times. A service
    /// without dates is one without dates.
    /// </summary>
    public IEnumerable<(int Service, int ShiftS)> Of(int service, int startS)
    {
        if (!_byShift.TryGetValue(service, out (int ShiftS, DateOnly[] Dates)[]? parts))
        {
            parts = [.. feed.Services.Dates(service).GroupBy(_clock.ShiftS).OrderBy(g => g.Key).Select(g => (g.Key, g.ToArray()))];
            _byShift.Add(service, parts = parts.Length > 0 ? parts : [(0, [])]);
        }

        foreach ((int clockS, DateOnly[] dates) in parts)
        {
            int daysBack = startS + clockS < 0 ? ((-startS - clockS - 1) / DayS) + 1 : 0;
            int shiftS = clockS + (daysBack * DayS);
            if (!_added.TryGetValue((service, shiftS), out int added))
            {
                _added.Add((service, shiftS), added = builder.AddService(source));
                foreach (DateOnly date in dates)
                {
                    builder.AddDate(added, date.AddDays(-daysBack));
                }
            }

            yield return (added, shiftS);
        }
    }
}
