using System.Numerics;

namespace HousingInventory.Formats.Gtfs;

/// <summary>
/// The days on which each service runs, from calendar.txt and calendar_dates.txt together: weekdays within a span, then single dates added or removed. In
/// Swedish feeds all weekday flags are 0 and every day is a single date.
/// </summary>
public sealed class GtfsServices
{
    private readonly int _firstDay;
    private readonly int _words;
    private readonly ulong[] _days;

    internal GtfsServices(string[] ids, int firstDay, int words, ulong[] days)
    {
        Ids = ids;
        _firstDay = firstDay;
        _words = words;
        _days = days;
    }

    /// <summary>In the order of first appearance, calendar.txt first.</summary>
    public string[] Ids { get; }

    public int Count => Ids.Length;

    /// <summary>The first date on which any service runs; null when none ever does.</summary>
    public DateOnly? First => All().Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>The last date on which any service runs; null when none ever does.</summary>
    public DateOnly? Last => All().Select(d => (DateOnly?)d).LastOrDefault();

    /// <summary>Whether a service runs on a date; false outside the span of the feed.</summary>
    public bool RunsOn(int service, DateOnly date)
    {
        int day = date.DayNumber - _firstDay;
        return day >= 0 && day < _words * 64 && (_days[(service * _words) + (day >> 6)] & (1ul << day)) != 0;
    }

    /// <summary>The dates on which a service runs, ascending.</summary>
    public IEnumerable<DateOnly> Dates(int service)
    {
        for (int word = 0; word < _words; word++)
        {
            for (ulong left = _days[(service * _words) + word]; left != 0; left &= left - 1)
            {
                yield return DateOnly.FromDayNumber(_firstDay + (word * 64) + BitOperations.TrailingZeroCount(left));
            }
        }
    }

    private IEnumerable<DateOnly> All()
    {
        for (int word = 0; word < _words; word++)
        {
            ulong any = 0;
            for (int service = 0; service < Count; service++)
            {
                any |= _days[(service * _words) + word];
            }

            for (; any != 0; any &= any - 1)
            {
                yield return DateOnly.FromDayNumber(_firstDay + (word * 64) + BitOperations.TrailingZeroCount(any));
            }
        }
    }
}
