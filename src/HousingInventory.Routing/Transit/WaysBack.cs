namespace HousingInventory.Routing.Transit;

/// <summary>All ways from one place to anywhere on one day. Read-only, safe for many threads.</summary>
public sealed class WaysBack
{
    internal WaysBack(ParetoPairs pairs) => Pairs = pairs;

    /// <summary>Mirrored: a pair's departure is minus the arrival at the post, its door minus the moment of leaving the place.</summary>
    internal ParetoPairs Pairs { get; }

    /// <summary>Earliest second at home when leaving the place's door at or after <paramref name="leaveDoorS"/>; null if there is no journey.</summary>
    public int? EarliestHome(HomeAccess home, int leaveDoorS)
    {
        int minusHomeS = Pairs.LatestLeave(home, 0, -leaveDoorS, out _, out _);
        return minusHomeS == int.MinValue ? null : -minusHomeS;
    }

    /// <summary>When one leaves the door for the journey by transit that is home first, leaving at or after <paramref name="leaveDoorS"/>; null if there is none.</summary>
    internal int? NextTransit(HomeAccess home, int leaveDoorS)
    {
        Pairs.LatestLeave(home, 0, -leaveDoorS, out int pair, out _);
        return pair < 0 ? null : -Pairs.DoorS(pair);
    }

    /// <summary>The shortest way home of the day, seconds; int.MaxValue if there is none.</summary>
    internal int Quickest(HomeAccess home) => Pairs.Quickest(home, 0);

    /// <summary>Latest second to leave the door and be at home at or before <paramref name="homeS"/>; null if there is no journey.</summary>
    public int? LatestLeaveDoor(HomeAccess home, int homeS)
    {
        int minusLeaveS = Pairs.EarliestDoor(home, 0, -homeS);
        return minusLeaveS == int.MaxValue ? null : -minusLeaveS;
    }

    /// <summary>The last second of the day at which one may leave the door and come home by transit; null if there is no journey.</summary>
    public int? LastLeaveDoor(HomeAccess home)
    {
        int minusLeaveS = Pairs.FirstDoor(home);
        return minusLeaveS == int.MaxValue ? null : -minusLeaveS;
    }

    /// <summary>The journey behind <see cref="EarliestHome"/>; null if there is none. Only for ways that were traced.</summary>
    public Journey? JourneyFrom(HomeAccess home, int leaveDoorS)
    {
        int minusHomeS = Pairs.LatestLeave(home, 0, -leaveDoorS, out int pair, out int access);
        if (minusHomeS == int.MinValue)
        {
            return null;
        }

        return pair < 0
            ? new Journey(leaveDoorS, -minusHomeS, home.WalkAllSeconds, 0, [])
            : new Journey(-Pairs.DoorS(pair), -minusHomeS, home.WalkSeconds[access], 0, Pairs.Trace!.RidesBack(pair));
    }
}
