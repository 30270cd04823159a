namespace HousingInventory.Formats.Gtfs;

/// <summary>What to read of a feed.</summary>
/// <param name="StopTimes">
/// False leaves stop_times.txt unread and does not require it: enough to count trips by day, and fast. Trips then have no calls.
/// </param>
/// <param name="Shapes">False leaves shapes.txt unread; shapes then have no points.</param>
public sealed record GtfsReadOptions(bool StopTimes = true, bool Shapes = true);
