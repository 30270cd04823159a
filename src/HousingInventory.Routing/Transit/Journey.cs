namespace HousingInventory.Routing.Transit;

/// <summary>
/// A journey, not the only one: among journeys of equal times nothing is promised about the number of changes. Between two rides one changes, or walks
/// where the posts differ; no ride at all means walking all the way.
/// </summary>
/// <param name="LeaveS">Second of leaving the first door.</param>
/// <param name="ArriveS">Second at the last door.</param>
/// <param name="HomeWalkS">Walk at the home's end, or all the way.</param>
/// <param name="SlackS">Seconds between the walk from home and the first departure; 0 on the way back.</param>
/// <param name="Rides">In order of travel.</param>
public sealed record Journey(int LeaveS, int ArriveS, int HomeWalkS, int SlackS, IReadOnlyList<Ride> Rides)
{
    /// <summary>How often one gets off and on again; staying seated while the bus becomes another trip is no change.</summary>
    public int Changes => Math.Max(0, Rides.Count(r => !r.Seated) - 1);
}

/// <summary>One ride in one trip.</summary>
/// <param name="Run">Index in the day's runs.</param>
/// <param name="Trip">Index of the trip.</param>
/// <param name="BoardCall">Call at which one boards.</param>
/// <param name="AlightCall">Call at which one alights, of the same trip.</param>
public sealed record Ride(int Run, int Trip, int BoardCall, int AlightCall)
{
    /// <summary>Post at which one boards.</summary>
    public int BoardPost { get; init; }

    /// <summary>Departure, second of the service day that was searched.</summary>
    public int BoardS { get; init; }

    /// <summary>Post at which one alights.</summary>
    public int AlightPost { get; init; }

    /// <summary>Arrival, likewise.</summary>
    public int AlightS { get; init; }

    /// <summary>True if one stayed seated from the ride before.</summary>
    public bool Seated { get; init; }
}
