namespace HousingInventory.Formats.Gtfs;

/// <summary>
/// The calls of all trips. Trip t has the calls <c>TripStart[t]</c> to <c>TripStart[t + 1] - 1</c>, in ascending order of stop_sequence. The first and the last
/// call of a trip have times, and times never run backwards within a trip.
/// </summary>
public sealed class GtfsStopTimes
{
    /// <summary>The value of a time that the feed leaves blank.</summary>
    public const int NoTime = -1;

    /// <summary>One more than there are trips.</summary>
    public required int[] TripStart { get; init; }

    /// <summary>Index into <see cref="GtfsFeed.Stops"/>.</summary>
    public required int[] Stops { get; init; }

    /// <summary>Seconds; <see cref="NoTime"/> together with the departure, never alone.</summary>
    public required int[] Arrivals { get; init; }

    /// <summary>Seconds; <see cref="NoTime"/> together with the arrival, never alone.</summary>
    public required int[] Departures { get; init; }

    /// <summary>The stop_sequence of the feed: rising within a trip, not necessarily by one.</summary>
    public required int[] Sequences { get; init; }

    /// <summary>0 regular, 1 none, 2 phone the agency, 3 ask the driver; a blank is 0.</summary>
    public required byte[] PickupTypes { get; init; }

    /// <summary>As <see cref="PickupTypes"/>, for alighting.</summary>
    public required byte[] DropOffTypes { get; init; }

    /// <summary>Index into <see cref="GtfsFeed.BookingRules"/> for boarding, -1 for none; no entries at all when the feed has no such column.</summary>
    public required int[] PickupBookingRules { get; init; }

    /// <summary>As <see cref="PickupBookingRules"/>, for alighting.</summary>
    public required int[] DropOffBookingRules { get; init; }

    /// <summary>Whether the times are exact rather than approximate (timepoint; a blank is exact).</summary>
    public required bool[] IsTimepoint { get; init; }

    public int Count => Stops.Length;

    /// <summary>The booking rule for boarding at a call; -1 for none.</summary>
    public int PickupBookingRule(int call) => PickupBookingRules.Length == 0 ? -1 : PickupBookingRules[call];

    /// <summary>The booking rule for alighting at a call; -1 for none.</summary>
    public int DropOffBookingRule(int call) => DropOffBookingRules.Length == 0 ? -1 : DropOffBookingRules[call];

    /// <summary>
    /// All times with the blanks filled in: linear by the call's position in the trip between the departure of the timed call before and the arrival of the timed call after,
    /// rounded down to the second. The arrays are new; a feed without blanks gets equal ones.
    /// </summary>
    public (int[] Arrivals, int[] Departures) Interpolated()
    {
        int[] arrivals = (int[])Arrivals.Clone();
        int[] departures = (int[])Departures.Clone();
        for (int call = 0; call < arrivals.Length; call++)
        {
            if (arrivals[call] != NoTime)
            {
                continue;
            }

            // The reader sees to it that a blank lies between two timed calls of its trip.
            int before = call - 1;
            int after = call + 1;
            while (Arrivals[after] == NoTime)
            {
                after++;
            }

            for (; call < after; call++)
            {
                long time = departures[before] + ((long)(arrivals[after] - departures[before]) * (call - before) / (after - before));
                arrivals[call] = (int)time;
                departures[call] = (int)time;
            }
        }

        return (arrivals, departures);
    }
}
