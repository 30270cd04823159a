namespace HousingInventory.Routing.Transit;

/// <summary>All ways from anywhere to one place on one day. Read-only, safe for many threads.</summary>
public sealed class WaysThere
{
    /// <summary>There is no journey.</summary>
    public const int Never = int.MaxValue;

    internal WaysThere(ParetoPairs pairs, int slackS)
    {
        Pairs = pairs;
        SlackS = slackS;
    }

    internal ParetoPairs Pairs { get; }

    internal int SlackS { get; }

    /// <summary>Latest second to leave home and be at the door at or before <paramref name="doorS"/>; null if there is no journey.</summary>
    public int? LatestLeave(HomeAccess home, int doorS)
    {
        int leaveS = Pairs.LatestLeave(home, SlackS, doorS, out _, out _);
        return leaveS == int.MinValue ? null : leaveS;
    }

    /// <summary>The latest leave by transit alone with a door at or before <paramref name="doorS"/>, and its door; null if there is no journey.</summary>
    internal (int LeaveS, int DoorS)? LatestTransit(HomeAccess home, int doorS)
    {
        int leaveS = Pairs.LatestLeave(home, SlackS, doorS, out int pair, out _);
        return pair < 0 ? null : (leaveS, Pairs.DoorS(pair));
    }

    /// <summary>The shortest way there of the day, seconds; int.MaxValue if there is none.</summary>
    internal int Quickest(HomeAccess home) => Pairs.Quickest(home, SlackS);

    /// <summary>Earliest second at the door when leaving home at <paramref name="leaveS"/>; <see cref="Never"/> if there is no journey.</summary>
    public int Door(HomeAccess home, int leaveS) => Pairs.EarliestDoor(home, SlackS, leaveS);

    /// <summary>The first second of the day at which anybody from this home is at the door by transit; <see cref="Never"/> if there is no journey.</summary>
    public int FirstDoor(HomeAccess home) => Pairs.FirstDoor(home);

    /// <summary>The journey behind <see cref="LatestLeave"/>; null if there is none. Only for ways that were traced.</summary>
    public Journey? JourneyBy(HomeAccess home, int doorS)
    {
        int leaveS = Pairs.LatestLeave(home, SlackS, doorS, out int pair, out int access);
        if (leaveS == int.MinValue)
        {
            return null;
        }

        return pair < 0
            ? new Journey(leaveS, doorS, home.WalkAllSeconds, 0, [])
            : new Journey(leaveS, Pairs.DoorS(pair), home.WalkSeconds[access], SlackS, Pairs.Trace!.RidesThere(pair));
    }
}
