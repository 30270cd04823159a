using HousingInventory.Routing.Transit;

namespace HousingInventory.Tests.Routing.Transit;

/// <summary>Walks a journey through the rows of the timetable and fails at the first step that a passenger could not take.</summary>
internal static class JourneyReplay
{
    public static void Check(RandomTown town, DayTrips day, bool withBooked, Journey journey, Door from, Door to)
    {
        TripTable trips = day.Timetable.Trips;
        IReadOnlyList<Ride> rides = journey.Rides;
        Assert.Contains(from.Posts.Select((p, i) => (p, i)), s => s.p == rides[0].BoardPost && journey.LeaveS + from.WalkSeconds[s.i]
            + town.Options.BoardSlackS <= rides[0].BoardS);
        Assert.Contains(to.Posts.Select((p, i) => (p, i)), s => s.p == rides[^1].AlightPost && rides[^1].AlightS + to.WalkSeconds[s.i] == journey.ArriveS);
        for (int i = 0; i < rides.Count; i++)
        {
            Ride ride = rides[i];
            (int first, int end) = trips.CallsOf(ride.Trip);
            Assert.InRange(ride.BoardCall, first, end - 2);
            Assert.InRange(ride.AlightCall, ride.BoardCall + 1, end - 1);
            Assert.Equal((trips.PostOf(ride.BoardCall), trips.PostOf(ride.AlightCall)), (ride.BoardPost, ride.AlightPost));
            int shift = ride.BoardS - trips.DepartureS(ride.BoardCall);
            Assert.Equal(shift, ride.AlightS - trips.ArrivalS(ride.AlightCall));
            Assert.True(day.Timetable.Runs(ride.Trip, day.Date.AddDays(shift / 86_400)));
            Assert.True(ride.Seated || Allowed(trips.BoardingAt(ride.BoardCall), withBooked));
            bool staysSeated = i + 1 < rides.Count && rides[i + 1].Seated;
            Assert.True(staysSeated ? ride.AlightCall == end - 1 : Allowed(trips.AlightingAt(ride.AlightCall), withBooked));
            if (i > 0)
            {
                CheckChange(town, trips, rides[i - 1], ride);
            }
        }
    }

    private static void CheckChange(RandomTown town, TripTable trips, Ride before, Ride after)
    {
        string from = RandomTown.PostId(before.AlightPost);
        string to = RandomTown.PostId(after.BoardPost);
        int gap = after.BoardS - before.AlightS;
        List<TransferRow> rules = [.. town.Transfers.Where(t => t.FromStop == from && t.ToStop == to)];
        bool named = rules.Any(t => t.FromTrip == trips.IdOf(before.Trip) && t.ToTrip == trips.IdOf(after.Trip) && t.Type == (after.Seated ? 4 : 1))
            || (after.Seated && town.Transfers.Any(t => t.Type == 4 && t.FromTrip == trips.IdOf(before.Trip) && t.ToTrip == trips.IdOf(after.Trip)));
        bool general = rules.Any(t => t.Type == 1 || (t.Type == 2 && gap >= t.MinTransferS) || (t.Type == 0 && gap >= town.Options.MinTransferS));
        bool walked = town.Walks.Any(w => w.From == before.AlightPost && w.To == after.BoardPost && gap >= w.Seconds + town.Options.BoardSlackS);
        bool here = before.AlightPost == after.BoardPost && gap >= town.Options.MinTransferS;
        Assert.True(gap >= 0 && (named || (!after.Seated && (general || walked || here))));
    }

    private static bool Allowed(TrafficKind kind, bool withBooked) => kind == TrafficKind.Ordinary || (withBooked && kind == TrafficKind.Booked);
}
