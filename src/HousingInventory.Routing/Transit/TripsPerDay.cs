namespace HousingInventory.Routing.Transit;

/// <summary>How many trips start on each date.</summary>
public sealed class TripsPerDay
{
    private readonly int _firstDay;
    private readonly int[] _trips;

    /// <summary>Counts of consecutive dates.</summary>
    /// <param name="first">The date of the first count.</param>
    /// <param name="trips">One count a day; may be empty.</param>
    public TripsPerDay(DateOnly first, ReadOnlySpan<int> trips)
    {
        _firstDay = first.DayNumber;
        _trips = trips.ToArray();
    }

    /// <summary>Trips on a date; 0 outside the counted dates.</summary>
    public int this[DateOnly date]
    {
        get
        {
            int i = date.DayNumber - _firstDay;
            return (uint)i < (uint)_trips.Length ? _trips[i] : 0;
        }
    }

    internal static TripsPerDay Sum(ServiceDates[] services, int[] tripsPerService)
    {
        int first = services.Min(s => s.First) ?? ServiceDates.FirstHeld;
        int last = services.Max(s => s.Last) ?? first - 1;
        int[] trips = new int[last - first + 1];
        for (int service = 0; service < services.Length; service++)
        {
            if (tripsPerService[service] == 0 || services[service].First is not { } from || services[service].Last is not { } to)
            {
                continue;
            }

            for (int day = from; day <= to; day++)
            {
                trips[day - first] += services[service].Runs(day) ? tripsPerService[service] : 0;
            }
        }

        return new TripsPerDay(DateOnly.FromDayNumber(first), trips);
    }
}
