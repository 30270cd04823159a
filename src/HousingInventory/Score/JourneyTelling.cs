using HousingInventory.Routing.Transit;

namespace HousingInventory.Score;

/// <summary>Makes of the router's journeys what can be told of them.</summary>
internal sealed class JourneyTelling(Timetable timetable, int boardSlackS)
{
    /// <summary>A journey to a place.</summary>
    public ToldJourney There(Journey journey)
    {
        List<ToldRide> rides = Rides(journey);
        return new ToldJourney(false, journey.LeaveS, journey.HomeWalkS, rides, rides.Count == 0 ? 0 : journey.ArriveS - rides[^1].ArriveS, journey.ArriveS);
    }

    /// <summary>A journey home. It is left as late as the first bus allows, so between the walk and the bus lies the slack alone.</summary>
    public ToldJourney Back(Journey journey)
    {
        List<ToldRide> rides = Rides(journey);
        return rides.Count == 0
            ? new ToldJourney(true, journey.LeaveS, journey.HomeWalkS, rides, 0, journey.ArriveS)
            : new ToldJourney(true, journey.LeaveS, Math.Max(0, rides[0].DepartS - journey.LeaveS - boardSlackS), rides, journey.HomeWalkS, journey.ArriveS);
    }

    private List<ToldRide> Rides(Journey journey)
    {
        List<ToldRide> rides = [];
        foreach (Ride ride in journey.Rides)
        {
            if (ride.Seated && rides.Count > 0)
            {
                rides[^1] = rides[^1] with { To = timetable.Posts.NameOf(ride.AlightPost), ArriveS = ride.AlightS, Booking = rides[^1].Booking ?? Booking(ride) };
                continue;
            }

            rides.Add(new ToldRide(
                timetable.Lines[timetable.Trips.LineOf(ride.Trip)].Name, timetable.Posts.NameOf(ride.BoardPost), ride.BoardS, timetable.Posts.NameOf(ride.AlightPost),
                ride.AlightS, Booking(ride)));
        }

        return rides;
    }

    private ToldBooking? Booking(Ride ride)
    {
        if (timetable.Trips.BoardingAt(ride.BoardCall) != TrafficKind.Booked && timetable.Trips.AlightingAt(ride.AlightCall) != TrafficKind.Booked)
        {
            return null;
        }

        int index = timetable.Trips.BookingRuleAt(ride.BoardCall);
        index = index >= 0 ? index : timetable.Trips.BookingRuleAt(ride.AlightCall);
        return index < 0 ? new ToldBooking(null, "", "") : new ToldBooking(
            timetable.BookingRules[index].LatestOrderS(ride.BoardS), timetable.BookingRules[index].Message, timetable.BookingRules[index].Phone);
    }
}
