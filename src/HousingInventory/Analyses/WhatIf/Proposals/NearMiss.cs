using HousingInventory.Model;
using HousingInventory.Routing.Transit;
using HousingInventory.Score;

namespace HousingInventory.Analyses.WhatIf.Proposals;

/// <summary>An errand that nearly works: one ride arrives too late, or leaves too early.</summary>
/// <param name="Building">The home.</param>
/// <param name="Errand">The errand.</param>
/// <param name="Journey">The way there that is late, or the way home that leaves too early.</param>
internal sealed record NearMiss(int Building, ToldErrand Errand, ToldJourney Journey)
{
    /// <summary>Whether the way there arrives late; else the last way home leaves too early.</summary>
    public bool IsLate => Errand.Reason == ErrandReason.ArrivesLate;

    /// <summary>The ride to move: the one that arrives, or the one that leaves.</summary>
    public ToldRide Ride => IsLate ? Journey.Rides[^1] : Journey.Rides[0];

    /// <summary>The stop at which the errand needs another time.</summary>
    public string Stop => IsLate ? Ride.To : Ride.From;

    /// <summary>
    /// When a bus would have to be there: whole minutes, early enough to walk on, or late enough to have walked there. Only of errands with fixed times.
    /// </summary>
    /// <param name="boardSlackS">How long before a departure one is at the post.</param>
    public int NeededS(int boardSlackS) => IsLate
        ? (Errand.Fixed!.Value.StartS - Journey.LastWalkS) / 60 * 60
        : (Errand.Fixed!.Value.EndS + Journey.FirstWalkS + boardSlackS + 59) / 60 * 60;
}

/// <summary>What the homes on the list lack, as far as a change of times would mend it.</summary>
/// <param name="Timed">Errands that fail by known minutes.</param>
/// <param name="Booked">Errands that work if one orders the bus: the home, the day, and the rides to be ordered.</param>
internal sealed record Lacks(List<NearMiss> Timed, List<(int Building, ServiceDayType Day, ToldRide Ride)> Booked)
{
    /// <summary>Everything that a measured useful day tells of homes.</summary>
    public static Lacks Of(IReadOnlyList<Building> homes, IReadOnlyList<Told?> told)
    {
        Lacks lacks = new([], []);
        for (int i = 0; i < told.Count; i++)
        {
            foreach (ToldErrand errand in told[i]?.Errands ?? [])
            {
                ToldJourney? journey = errand.Reason switch
                {
                    ErrandReason.ArrivesLate => errand.There,
                    ErrandReason.LastHomeTooEarly => errand.Back,
                    _ => null,
                };
                if (errand is { IsWithoutPlace: false, MissS: > 0 } && journey is { Rides.Count: > 0 })
                {
                    lacks.Timed.Add(new NearMiss(homes[i].Index, errand, journey));
                }

                if (errand is { IsWithoutPlace: false, Reason: ErrandReason.OnlyBooked })
                {
                    IEnumerable<ToldRide> rides = (errand.There?.Rides ?? []).Concat(errand.Back?.Rides ?? []);
                    lacks.Booked.AddRange(rides.Where(r => r.Booking is not null).Select(r => (homes[i].Index, errand.Day, r)));
                }
            }
        }

        return lacks;
    }

    /// <summary>Leaves out homes that are helped already.</summary>
    public void Leave(HashSet<int> helped)
    {
        Timed.RemoveAll(m => helped.Contains(m.Building));
        Booked.RemoveAll(b => helped.Contains(b.Building));
    }
}
