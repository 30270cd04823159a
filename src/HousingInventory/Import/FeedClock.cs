using System.Collections.Frozen;
using HousingInventory.Formats.Gtfs;

namespace HousingInventory.Import;

/// <summary>The clock of a timetable, from agency_timezone, against Sweden's.</summary>
internal sealed class FeedClock
{
    private const string Sweden = "Europe/Stockholm";

    /// <summary>
    /// Hours ahead of Greenwich in winter, of zones that put their clocks forward and back at the moments Sweden does: no table of the operating system is needed,
    /// and the answer is the same on every machine.
    /// </summary>
    private static readonly FrozenDictionary<string, int> WinterHours = new Dictionary<string, int>
    {
        [Sweden] = 1,
        ["Europe/Oslo"] = 1,
        ["Europe/Copenhagen"] = 1,
        ["Europe/Berlin"] = 1,
        ["Europe/Vaduz"] = 1,
        ["Europe/Zurich"] = 1,
        ["Europe/Vienna"] = 1,
        ["Europe/Paris"] = 1,
        ["Europe/Brussels"] = 1,
        ["Europe/Amsterdam"] = 1,
        ["Europe/Warsaw"] = 1,
        ["Europe/Prague"] = 1,
        ["Europe/Rome"] = 1,
        ["Europe/Madrid"] = 1,
        ["Europe/Helsinki"] = 2,
        ["Europe/Mariehamn"] = 2,
        ["Europe/Tallinn"] = 2,
        ["Europe/Riga"] = 2,
        ["Europe/Vilnius"] = 2,
        ["Europe/London"] = 0,
        ["Europe/Dublin"] = 0,
        ["Europe/Lisbon"] = 0,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly int? _shiftS;
    private readonly TimeZoneInfo? _zone;
    private readonly TimeZoneInfo? _sweden;

    private FeedClock(string name)
    {
        Name = name;
        if (name.Length == 0)
        {
            _shiftS = 0;
        }
        else if (WinterHours.TryGetValue(name, out int hours))
        {
            _shiftS = (WinterHours[Sweden] - hours) * 3600;
        }
        else if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out _zone) || !TimeZoneInfo.TryFindSystemTimeZoneById(Sweden, out _sweden))
        {
            (_shiftS, IsUnknown) = (0, true);
        }
    }

    /// <summary>The name of the zone; empty if the feed gives none.</summary>
    public string Name { get; }

    /// <summary>Whether nothing is known of the zone: its times are taken as they are.</summary>
    public bool IsUnknown { get; }

    /// <summary>Whether any time is shifted at all.</summary>
    public bool IsSwedish => _shiftS == 0;

    public static FeedClock Of(GtfsFeed feed) => new(feed.Agencies.Select(a => a.TimeZone.Trim()).FirstOrDefault(z => z.Length > 0) ?? "");

    /// <summary>Seconds to add to times of a service day of the feed, so that they are those of Sweden's clock of that date.</summary>
    public int ShiftS(DateOnly date)
    {
        if (_shiftS is { } shift)
        {
            return shift;
        }

        DateTime noon = date.ToDateTime(new TimeOnly(12, 0));
        return (int)(_sweden!.GetUtcOffset(noon) - _zone!.GetUtcOffset(noon)).TotalSeconds;
    }
}
